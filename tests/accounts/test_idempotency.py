"""What is sent again under a key is done once: after a lost answer, twice at the same time, and by nobody else."""

import asyncio
import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text

from app import clock
from app.services.idempotency import IdempotentRequest
from tests.factories import evidence as exhibits
from tests.factories.evidence import custody, kinds, release, values
from tests.factories.physical_custody import path, thing, where
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import seat_of
from tests.support.databases.probes import BY_GRANT, BY_POLICY, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser

SEALED = {"act": "sealed", "seal": "A 100 417"}
INSERT = (
    "insert into idempotency_records (seat, key, jit, said, evidence, sent_at)"
    " values (:whose, :key, :jit, :key, :evidence, statement_timestamp())"
)


def key() -> str:
    return str(uuid4())


async def register(team: Team, who: str, under: str | None, **changes: Any) -> httpx.Response:
    headers = {} if under is None else {"Idempotency-Key": under}
    return await team.client(who).post(team.path("/evidence"), json=exhibits.form(**changes), headers=headers)


async def record(
    team: Team, who: str, exhibit: dict[str, Any], under: str, form: dict[str, Any] = SEALED, *, version: int = 1
) -> httpx.Response:
    headers = {"If-Match": f'"{version}"', "Idempotency-Key": under}
    return await team.client(who).post(path(team, exhibit, "/events"), json=form, headers=headers)


@pytest.mark.parametrize(
    "changes",
    [
        {"joint": ["FR"]},
        {"handling": ["H3"], "handling_text": "Ask us before you use it."},
        {"may_hold_privileged": True},
    ],
    ids=["joint", "H3 with a text", "may hold privileged content"],
)
async def test_registration_with_and_without_a_key_is_answered_alike(team: Team, changes: dict[str, Any]) -> None:
    """Both answers are what the exhibit's own page says afterwards."""
    for under in (None, key()):
        answered = read_json(await register(team, "noor", under, **changes), 201)
        assert answered == read_json(await exhibits.see(team, "noor", answered)), under


async def physical(team: Team, exhibit: dict[str, Any]) -> list[str]:
    return [one for one in kinds(await custody(team, "noor", exhibit)) if one.startswith("custody.")]


async def numbers(team: Team) -> list[str]:
    return [one["exhibit_number"] for one in await exhibits.listed(team, "noor")]


class TestSentAgain:
    async def test_registers_once_and_is_answered_with_the_same_exhibit(self, team: Team) -> None:
        under = key()
        first = read_json(await register(team, "noor", under), 201)
        again = read_json(await register(team, "noor", under), 201)
        quoted = read_json(await register(team, "noor", f'"{under.upper()}"'), 201)
        assert (again, quoted) == (first, first)
        assert await numbers(team) == [first["exhibit_number"]]
        assert kinds(await custody(team, "noor", first)).count("evidence.registered") == 1
        assert read_json(await register(team, "noor", key()), 201)["id"] != first["id"]

    async def test_records_an_act_once_whatever_happened_since(self, team: Team) -> None:
        exhibit, under = await thing(team), key()
        assert read_json(await record(team, "noor", exhibit, under), 201)["version"] == 2
        moved = {"act": "transported", "place": "The Hague"}
        read_json(await record(team, "noor", exhibit, key(), moved, version=2), 201)
        again = read_json(await record(team, "noor", exhibit, under), 201)
        assert (again["version"], again["place"]) == (3, "The Hague"), "as it stands, though it names a stale version"
        assert await physical(team, exhibit) == ["custody.seized", "custody.sealed", "custody.transported"]

    async def test_offers_once(self, team: Team) -> None:
        exhibit, under = await thing(team), key()
        seat = team.seats["daan"]
        form = {"party": seat["party"], "seat": seat["code"]}
        for _ in range(2):
            answered = await team.client("noor").post(
                path(team, exhibit, "/handovers"), json=form, headers={"If-Match": '"1"', "Idempotency-Key": under}
            )
            assert read_json(answered, 201)["handover"]["to_seat"] == seat["code"]
        assert (await physical(team, exhibit)).count("custody.offered") == 1

    async def test_at_the_same_time_is_done_once(self, team: Team) -> None:
        exhibit, under, other = await thing(team), key(), key()
        answers = await asyncio.gather(*(record(team, "noor", exhibit, under) for _ in range(6)))
        assert {one.status_code for one in answers} == {201}
        assert (await physical(team, exhibit)).count("custody.sealed") == 1
        made = await asyncio.gather(*(register(team, "noor", other) for _ in range(6)))
        assert len({read_json(one, 201)["id"] for one in made}) == 1
        assert len(await numbers(team)) == 2

    async def test_two_keys_at_the_same_time_are_two_acts_of_which_one_is_stale(self, team: Team) -> None:
        exhibit = await thing(team)
        answers = await asyncio.gather(*(record(team, "noor", exhibit, key()) for _ in range(2)))
        assert sorted(one.status_code for one in answers) == [201, 412]

    async def test_what_was_refused_uses_up_no_key(self, team: Team) -> None:
        exhibit, under = await thing(team), key()
        assert (await record(team, "noor", exhibit, under, version=7)).status_code == 412
        assert read_json(await record(team, "noor", exhibit, under), 201)["seal"] == "A 100 417"

    async def test_under_a_used_key_nothing_else_is_recorded(self, team: Team) -> None:
        exhibit, other, under = await thing(team), await thing(team), key()
        read_json(await record(team, "noor", exhibit, under), 201)
        for refused in (
            await record(team, "noor", exhibit, under, SEALED | {"seal": "B 2"}, version=2),
            await record(team, "noor", other, under),
            await register(team, "noor", under),
        ):
            assert (refused.status_code, refused.json()["code"]) == (409, "key-used"), refused.text
        assert (await where(team, "noor", exhibit))["seal"] == "A 100 417"
        assert (await where(team, "noor", other))["seal"] is None
        assert len(await numbers(team)) == 2

    async def test_what_is_no_key_is_refused_and_nothing_recorded(self, team: Team) -> None:
        exhibit = await thing(team)
        for wrong in ("", "1", "x" * 36, key() + "0", f"{{{key()}}}", '"', key().replace("-", "")):
            refused = await record(team, "noor", exhibit, wrong)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "Idempotency-Key"), wrong
        assert (await where(team, "noor", exhibit))["version"] == 1


class TestAnothersKey:
    async def test_says_and_does_nothing_for_another_seat(self, team: Team) -> None:
        """Of the same party, or another: the key is the seat's own, and there is nothing to find out by trying."""
        under = key()
        mine = read_json(await register(team, "noor", under), 201)
        theirs = [read_json(await register(team, who, under), 201) for who in ("daan", "lena")]
        assert len({one["id"] for one in (mine, *theirs)}) == 3
        assert read_json(await register(team, "noor", under), 201)["id"] == mine["id"]

    async def test_leads_nobody_to_what_they_see_no_more(self, team: Team) -> None:
        """Lena recorded an act on what was released to her, and handed it back; recalled, her key answers as any other."""
        exhibit = await thing(team, release("DE"))
        seat = team.seats["lena"]
        headers = {"If-Match": '"1"'}
        form = {"party": seat["party"], "seat": seat["code"]}
        offered = read_json(
            await team.client("noor").post(path(team, exhibit, "/handovers"), json=form, headers=headers), 201
        )
        await team.client("lena").post(
            team.path(f"/handovers/{offered['handover']['id']}/answer"),
            json={"answer": "received", "place": "Wiesbaden"},
            headers=headers,
        )
        used = key()
        version = (await where(team, "lena", exhibit))["version"]
        read_json(await record(team, "lena", exhibit, used, version=version), 201)
        assert (await exhibits.recall(team, "bram", exhibit, "DE")).status_code == 204
        answers = [await record(team, "lena", exhibit, one, version=version) for one in (used, key())]
        assert [one.status_code for one in answers] == [404, 404]
        assert exhibits.alike(*answers)


class TestInTheDatabase:
    async def test_a_row_is_its_seats_alone_and_is_not_changed(self, team: Team) -> None:
        """Nobody reads or uses up the row of another, changes or removes one, or names an exhibit that he does not see."""
        exhibit, hidden = await thing(team, release("DE")), await exhibits.register(team)
        read_json(await record(team, "noor", exhibit, key()), 201)
        async with team.context.database.reading((await seat_of(team, "noor")).requester) as session:
            used = (await session.execute(text("select key from idempotency_records"))).scalar_one()
        binds = {
            "whose": UUID(team.seats["noor"]["id"]),
            "evidence": UUID(exhibit["id"]),
            "key": secrets.token_bytes(32),
        }
        unseen = {"whose": UUID(team.seats["claire"]["id"]), "evidence": UUID(hidden["id"]), "key": bytes(32)}
        await run_probes(
            team,
            [
                *(Probe(who, "select 1 from idempotency_records", 0) for who in ("daan", "lena")),
                *(Probe(who, INSERT, BY_POLICY, binds) for who in ("daan", "lena")),
                Probe("noor", INSERT, 1, binds),
                Probe("noor", INSERT, Refused("pk_idempotency_records"), binds | {"key": used}),
                Probe("claire", INSERT, BY_POLICY, unseen),
                *(
                    Probe("noor", statement, BY_GRANT)
                    for statement in (
                        "update idempotency_records set sent_at = now()",
                        "delete from idempotency_records",
                        "truncate idempotency_records",
                    )
                ),
            ],
        )

    async def test_keeps_neither_the_key_nor_what_was_said(self, team: Team) -> None:
        exhibit, under = await thing(team), key()
        read_json(await record(team, "noor", exhibit, under), 201)
        async with as_superuser(team) as superuser:
            row = await superuser.fetchrow("select * from idempotency_records")
        assert row is not None
        assert row["key"] == IdempotentRequest(UUID(under), b"").key_hash
        assert UUID(under).bytes not in row["key"] + row["said"]
        assert row["said"] != IdempotentRequest(uuid4(), b"").content_hash


class TestADevicesClock:
    async def test_is_said_with_what_it_showed(self, team: Team) -> None:
        exhibit = await thing(team)
        shows = clock.rfc3339(clock.now() + timedelta(seconds=7))
        when = {"at": shows, "zone": "Europe/Amsterdam", "source": "device", "clock_offset_seconds": 7}
        read_json(await record(team, "noor", exhibit, key(), SEALED | {"occurred": when}), 201)
        told = values((await custody(team, "noor", exhibit))[-1])
        assert told["occurred"] == when

    async def test_that_is_fast_is_believed_as_far_as_it_was_compared(self, team: Team) -> None:
        exhibit = await thing(team)
        shows = clock.rfc3339(clock.now() + timedelta(minutes=5))
        for offset, status in ((None, 422), (200, 422), (-300, 422), (300, 201)):
            when = {"at": shows, "zone": "Europe/Amsterdam", "source": "device", "clock_offset_seconds": offset}
            answered = await record(team, "noor", exhibit, key(), SEALED | {"occurred": when})
            assert answered.status_code == status, answered.text

    async def test_of_nobody_else_was_compared(self, team: Team) -> None:
        exhibit = await thing(team)
        when = {"at": "2026-05-16T09:30:07+02:00", "zone": "Europe/Amsterdam", "source": "device"}
        for wrong, field in (
            ({"source": "told", "clock_offset_seconds": 1}, "clock_offset_seconds"),
            ({"clock_offset_seconds": 10**9 + 1}, "clock_offset_seconds"),
            ({"clock_offset_seconds": 1.5}, "clock_offset_seconds"),
            ({"at": "0001-01-01T00:00:00Z", "clock_offset_seconds": 10**9}, "at"),
            ({"at": "9999-12-31T23:59:59Z", "clock_offset_seconds": -(10**9)}, "at"),
        ):
            refused = await record(team, "noor", exhibit, key(), SEALED | {"occurred": when | wrong})
            assert refused.status_code == 422, wrong
            assert refused.json()["errors"][0]["field"] == f"occurred.{field}"
