"""What stood before a consent or an emergency and stands again after it: never what was withdrawn, recalled or narrowed meanwhile."""

import asyncio
from datetime import timedelta
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
import structlog
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services import due_items
from app.services.evidence import derivation_propagation
from app.services.sharing import consent_jobs, emergency_access, quarantine_jobs, release_jobs
from tests.factories.derivations import derive, entered
from tests.factories.evidence import (
    custody,
    grant,
    kinds,
    open_it,
    place,
    register,
    release,
    see,
    take_it,
    values,
    with_file,
)
from tests.factories.retention import withdraw
from tests.factories.sharing.consents import ask, do
from tests.factories.sharing.consents import see as see_consent
from tests.factories.sharing.four_eyes import demand
from tests.factories.sharing.quarantine import brought, verify
from tests.factories.team import Team, read_json
from tests.sharing.test_emergency_access import THREAT, allow, review, smash
from tests.sharing.test_emergency_access import emergencies as reviewed
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser

_CONSENTS, _EMERGENCIES, _RELEASES = consent_jobs.turn, emergency_access.settle, release_jobs.turn
_VERDICTS, _FOLLOWED = quarantine_jobs.turn, derivation_propagation.turn
OURS = ["JIT_PURPOSE"]


async def consented(
    team: Team, exhibit: dict[str, Any], who: str = "lena", until: str | None = None, **asked: Any
) -> dict[str, Any]:
    """Somebody asks, usually for the original, and Noor grants that."""
    given: dict[str, Any] = {} if until is None else {"until": until}
    return read_json(await do(team, "noor", await ask(team, who, exhibit, **asked), "grant", **given))


def in_(**time: float) -> str:
    return (clock.now() + timedelta(**time)).isoformat()


async def opened(team: Team, exhibit: dict[str, Any], level: str = "held") -> dict[str, Any]:
    """An emergency of Lena's."""
    read_json(await allow(team, level=level))
    return read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)


async def passed(team: Team, *, consent: dict[str, Any] | None = None, emergency: dict[str, Any] | None = None) -> None:
    """The time of these is over; no clock has been there yet."""
    past = clock.now() - timedelta(seconds=1)
    async with as_superuser(team) as superuser:
        for table, one in (("consents", consent), ("emergencies", emergency)):
            if one is not None:
                await superuser.execute(f"update {table} set until = $1 where id = $2", past, one["id"])  # noqa: S608
                basis = f"{table.removesuffix('s') if table == 'consents' else 'emergency'}:{one['id']}"
                await superuser.execute("update releases set until = $1 where basis = $2", past, basis)


async def row(team: Team, exhibit: dict[str, Any], party: str = "DE") -> dict[str, Any] | None:
    """The release, as the originator reads it."""
    found = read_json(await team.client("noor").get(place(team, exhibit, "/releases")))["items"]
    return next((one for one in found if one["party"] == party), None)


async def level(team: Team, who: str, exhibit: dict[str, Any]) -> str | None:
    answer = await see(team, who, exhibit)
    return str(read_json(answer)["level"]) if answer.status_code == 200 else None


async def told(team: Team, who: str, exhibit: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """What the entries of this kind say."""
    return [values(one) for one in await custody(team, who, exhibit) if one["kind"] == kind]


def terms(one: dict[str, Any] | None) -> tuple[Any, ...] | None:
    return None if one is None else tuple(one[name] for name in ("level", "purposes", "until", "basis", "state"))


READABLE = ("readable", OURS, None, None, "effective")


class TestAConsentThatEndsUnderAnEmergency:
    async def test_does_not_come_back_after_the_hour(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable", purposes=OURS))
        consent = await consented(team, exhibit)
        emergency = await opened(team, exhibit)
        read_json(await take_it(team, "lena", exhibit), 201)
        read_json(await do(team, "noor", consent, "withdrawal"))
        await passed(team, emergency=emergency)
        assert await _EMERGENCIES(team.context.database) == 1
        assert terms(await row(team, exhibit)) == READABLE
        assert (await take_it(team, "lena", exhibit)).status_code == 403
        (last,) = (await told(team, "lena", exhibit, "evidence.released"))[-1:]
        assert (last["level"], last["purposes"], last["basis"]) == ("readable", OURS, None)
        assert not read_json(await see_consent(team, "lena", consent))["in_force"]

    async def test_opens_nothing_more_from_its_withdrawal_on(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable", purposes=OURS))
        consent = await consented(team, exhibit)
        emergency = await opened(team, exhibit)
        read_json(await do(team, "noor", consent, "withdrawal"))
        for purpose in ("JIT_PURPOSE", "IMMINENT_THREAT"):
            assert (await take_it(team, "lena", exhibit, purpose=purpose)).status_code == 403, purpose
            read_json(await open_it(team, "lena", exhibit, purpose=purpose), 201)
        (last,) = (await told(team, "lena", exhibit, "evidence.released"))[-1:]
        assert (last["level"], last["purposes"]) == ("readable", ["IMMINENT_THREAT", "JIT_PURPOSE"])
        assert last["until"] == emergency["until"], "the hour is no longer"

    async def test_where_it_let_in_others_it_leaves_the_threat_alone(self, team: Team) -> None:
        """Nobody of them loses the exhibit by it: that would be a recall, for which two decide."""
        exhibit = await with_file(team, release("DE", "readable", purposes=OURS, authorities=["BP"]))
        consent = await consented(team, exhibit, level="held", authorities=["BP", "STA"])
        read_json(await demand(team, "noor", "recall"))
        emergency = await opened(team, exhibit, level="readable")
        read_json(await do(team, "noor", consent, "withdrawal"))
        for who in ("lena", "jonas"):
            assert (await open_it(team, who, exhibit)).json()["code"] == "purpose-not-released"
            assert (await take_it(team, who, exhibit, **THREAT)).status_code == 403
            read_json(await open_it(team, who, exhibit, **THREAT), 201)
        await passed(team, emergency=emergency)
        await _EMERGENCIES(team.context.database)
        assert terms(await row(team, exhibit)) == READABLE
        assert (await level(team, "lena", exhibit), await level(team, "jonas", exhibit)) == ("readable", None)

    async def test_leaves_nothing_where_nothing_stood_before(self, team: Team) -> None:
        exhibit = await with_file(team)
        asked = await ask(team, "lena", use="question", party="NL", words="Anything on R2?")
        given = {"evidence": exhibit["id"], "level": "held", "purposes": OURS}
        consent = read_json(await do(team, "noor", asked, "grant", **given))
        read_json(await take_it(team, "lena", exhibit), 201)
        emergency = await opened(team, exhibit, level="readable")
        read_json(await do(team, "noor", consent, "withdrawal"))
        assert terms(await row(team, exhibit)) == (
            "readable",
            ["IMMINENT_THREAT"],
            emergency["until"],
            f"emergency:{emergency['id']}",
            "effective",
        )
        assert "copy.asked" in kinds(await custody(team, "lena", exhibit)), "as after a recall"
        await passed(team, emergency=emergency)
        before = len(await told(team, "noor", exhibit, "evidence.released"))
        assert await _EMERGENCIES(team.context.database) == 1
        await _RELEASES(team.context.database)
        assert await level(team, "lena", exhibit) is None
        assert len(await told(team, "noor", exhibit, "evidence.released")) == before, "nothing was"
        assert len(await team.entries("lena", "release.lapsed")) == 1
        left = await row(team, exhibit)
        assert left is None or left["state"] == "lapsed"

    @pytest.mark.parametrize("first", ["consents", "emergencies"])
    async def test_by_its_own_time_gives_back_what_stood_before_it(self, team: Team, first: str) -> None:
        exhibit = await with_file(team, release("DE", "readable", purposes=OURS))
        consent = await consented(team, exhibit, until=in_(minutes=30))
        emergency = await opened(team, exhibit)
        assert emergency["until"] == (await row(team, exhibit) or {})["until"], "no longer than the consent"
        await passed(team, consent=consent, emergency=emergency)
        turns = [_CONSENTS, _EMERGENCIES]
        for turn in turns if first == "consents" else reversed(turns):
            assert await turn(team.context.database) == 1
        assert terms(await row(team, exhibit)) == READABLE
        said_of_it = await told(team, "lena", exhibit, "evidence.released")
        assert [one["level"] for one in said_of_it] == ["readable", "held", "readable"], "and once"

    async def test_at_the_moment_at_which_it_is_given_back(self, team: Team) -> None:
        """Whoever comes second finds what the other did."""
        exhibit = await with_file(team, release("DE", "readable", purposes=OURS))
        consent = await consented(team, exhibit)
        emergency = await opened(team, exhibit)
        await passed(team, emergency=emergency)
        withdrawn, _ = await asyncio.gather(
            do(team, "noor", consent, "withdrawal"), _EMERGENCIES(team.context.database)
        )
        read_json(withdrawn)
        assert terms(await row(team, exhibit)) == READABLE


class TestAConsentGivenInAnEmergency:
    async def test_goes_back_to_what_stood_before_that(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"))
        emergency = await opened(team, exhibit)
        consent = await consented(team, exhibit, purposes=OURS)
        await passed(team, emergency=emergency)
        await _EMERGENCIES(team.context.database)
        read_json(await take_it(team, "lena", exhibit), 201)
        read_json(await do(team, "noor", consent, "withdrawal"))
        assert terms(await row(team, exhibit)) == ("listed", None, None, None, "effective")

    async def test_does_so_by_the_clock(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"))
        emergency = await opened(team, exhibit)
        consent = await consented(team, exhibit, purposes=OURS)
        await passed(team, consent=consent, emergency=emergency)
        await _EMERGENCIES(team.context.database)
        assert await _CONSENTS(team.context.database) == 1
        assert terms(await row(team, exhibit)) == ("listed", None, None, None, "effective")

    async def test_leaves_the_rest_of_the_hour(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"))
        emergency = await opened(team, exhibit)
        consent = await consented(team, exhibit, purposes=OURS)
        read_json(await do(team, "noor", consent, "withdrawal"))
        assert (await open_it(team, "lena", exhibit)).json()["code"] == "purpose-not-released"
        read_json(await open_it(team, "lena", exhibit, **THREAT), 201)
        (seen,) = await reviewed(team, "noor")
        read_json(await review(team, "noor", seen, "not_justified"))
        assert await level(team, "lena", exhibit) is None, "over at that instant"
        await _EMERGENCIES(team.context.database)
        assert terms(await row(team, exhibit)) == ("listed", None, None, None, "effective")
        assert emergency["id"] == seen["id"]

    async def test_nobody_names_an_emergency_as_the_basis(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        refused = await grant(team, "noor", exhibit, "DE", basis=f"emergency:{exhibit['id']}")
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "basis")


class TestAWithdrawnExhibit:
    async def test_stays_listed_when_a_consent_ends(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable"))
        consent = await consented(team, exhibit, until=in_(days=2))
        await withdraw(team, exhibit)
        await passed(team, consent=consent)
        assert await _CONSENTS(team.context.database) == 1
        read = read_json(await see(team, "lena", exhibit))
        assert (read["level"], read["status"], read["description"]) == ("listed", "withdrawn", None)
        (last,) = (await told(team, "lena", exhibit, "evidence.released"))[-1:]
        assert (last["level"], last["until"], last["basis"]) == ("listed", None, None)

    async def test_stays_listed_when_an_emergency_is_over(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "held", purposes=OURS))
        emergency = await opened(team, exhibit)
        await withdraw(team, exhibit)
        await passed(team, emergency=emergency)
        assert await _EMERGENCIES(team.context.database) == 1
        assert await level(team, "lena", exhibit) == "listed"
        (last,) = (await told(team, "lena", exhibit, "evidence.released"))[-1:]
        assert (last["level"], last["purposes"]) == ("listed", OURS)

    async def test_is_raised_by_nobody_past_the_services(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await withdraw(team, exhibit)
        raised = "update releases set level = 3 where evidence = :evidence and party <> originator"
        await attempt(team, "noor", raised, evidence=UUID(exhibit["id"]))
        assert await level(team, "lena", exhibit) == "listed"
        assert await level(team, "noor", exhibit) == "held"

    async def test_that_was_obtained_jointly_stays_whole_for_those(self, team: Team) -> None:
        exhibit = await register(team, "noor", joint=["DE"])
        await withdraw(team, exhibit)
        async with as_superuser(team) as superuser:
            held = "update releases set level = $1 where evidence = $2 and party <> originator"
            for number in (1, 3):
                await superuser.execute(held, number, UUID(exhibit["id"]))
        assert await level(team, "jonas", exhibit) == "held"


class TestAParentThatWasNarrowed:
    async def test_leaves_nothing_and_stops_no_clock(self, team: Team) -> None:
        parent = await register(team, "jonas", release("NL"), release("FR"))
        child = await derive(team, "noor", parent, releases=[release("FR", "readable", purposes=OURS)])
        first = await consented(team, child, "claire", until=in_(days=2), purposes=["AUDIT"])
        other = await with_file(team, release("DE", "listed"))
        second = await consented(team, other, until=in_(days=2))
        read_json(await grant(team, "jonas", parent, "FR", version=1, purposes=["AUDIT"]))
        assert (await row(team, child, "FR") or {})["purposes"] == ["AUDIT"]
        await entered(team)
        await passed(team, consent=first)
        await passed(team, consent=second)
        assert await _CONSENTS(team.context.database) == 2
        assert await level(team, "lena", other) == "listed"
        assert await row(team, child, "FR") is None
        assert not read_json(await see_consent(team, "noor", first))["in_force"]
        await entered(team)
        assert [one["kind"] for one in await team.entries("noor", "consent.ended")] == ["consent.ended"] * 2
        assert kinds(await custody(team, "noor", child)).count("evidence.released") == 2
        (*_, last) = await told(team, "noor", child, "release.followed")
        assert (last["party"], last["former"], last["level"]) == ("FR", "readable", "none")
        assert await _CONSENTS(team.context.database) == 0

    async def test_is_told_from_what_stood_until_then(self, team: Team) -> None:
        """Not from what was given back for no instant."""
        parent = await register(team, "jonas", release("NL"), release("FR"))
        child = await derive(team, "noor", parent, releases=[release("FR", "readable")])
        consent = await consented(team, child, "claire", until=in_(days=2))
        read_json(await grant(team, "jonas", parent, "FR", version=1, seats=[team.code("claire")]))
        await entered(team)
        await passed(team, consent=consent)
        assert await _CONSENTS(team.context.database) == 1
        await entered(team)
        (*_, last) = await told(team, "noor", child, "release.followed")
        assert (last["former"], last["level"]) == ("held", "readable")
        (*_, stated) = await told(team, "claire", child, "evidence.released")
        assert (stated["level"], stated["seats"]) == ("readable", [team.code("claire")])


class TestOneThatFails:
    """Whatever it is: the next turn tries it again, and nothing else waits for it."""

    async def fails(self, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, wanted: str) -> None:
        """The work of this clock does, of this one."""
        work = getattr(module, name)

        async def broken(database: Any, row: Any, *more: Any) -> Any:
            if str(row.id).startswith(wanted):
                raise RuntimeError("no entry")
            return await work(database, row, *more)

        monkeypatch.setattr(module, name, broken)
        monkeypatch.setattr(due_items, "PAGE", 1)

    async def test_holds_up_no_other_consent(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        exhibits = [await register(team, "noor", release("DE", "listed")) for _ in range(3)]
        made = [await consented(team, one, until=in_(days=2)) for one in exhibits]
        for consent in made:
            await passed(team, consent=consent)
        with monkeypatch.context() as patched, structlog.testing.capture_logs() as logs:
            await self.fails(patched, consent_jobs, "_end", made[0]["id"])
            assert [await _CONSENTS(team.context.database) for _ in range(2)] == [2, 0]
        assert [one.get("consent") for one in logs if one["log_level"] == "error"] == [made[0]["id"]]
        assert [await level(team, "lena", one) for one in exhibits] == [None, "listed", "listed"]
        assert await _CONSENTS(team.context.database) == 1
        assert await level(team, "lena", exhibits[0]) == "listed"

    async def test_holds_up_no_silence(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        made = [await ask(team, "lena", await register(team, "noor", release("DE", "listed"))) for _ in range(2)]
        async with as_superuser(team) as superuser:
            await superuser.execute("update consents set due_at = $1", clock.now() - timedelta(seconds=1))
        with monkeypatch.context() as patched:
            await self.fails(patched, consent_jobs, "_expire", made[0]["id"])
            assert await _CONSENTS(team.context.database) == 1
        assert [read_json(await see_consent(team, "lena", one))["state"] for one in made] == ["requested", "expired"]

    async def test_holds_up_no_other_emergency(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        exhibits = [await register(team, "noor", release("DE", "listed")) for _ in range(3)]
        read_json(await allow(team))
        made = [read_json(await smash(team, "lena", one["exhibit_number"]), 201) for one in exhibits]
        for emergency in made:
            await passed(team, emergency=emergency)
        with monkeypatch.context() as patched, structlog.testing.capture_logs() as logs:
            await self.fails(patched, emergency_access, "_settle", made[0]["id"])
            assert await _EMERGENCIES(team.context.database) == 2
        assert [one.get("emergency") for one in logs if one["log_level"] == "error"] == [made[0]["id"]]
        assert [await level(team, "lena", one) for one in exhibits] == [None, "listed", "listed"]

    async def test_holds_up_no_other_release(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        first, *others = [await register(team, "noor", release("DE", until=in_(days=2))) for _ in range(3)]
        begins = await register(team, "noor", release("DE", not_before=in_(days=1)))
        past = clock.now() - timedelta(seconds=1)
        async with as_superuser(team) as superuser:
            await superuser.execute("update releases set until = $1 where until is not null", past)
            await superuser.execute("update releases set not_before = $1 where not_before is not null", past)
        with monkeypatch.context() as patched, structlog.testing.capture_logs() as logs:
            await self.fails(patched, release_jobs, "_turn_one", first["id"])
            assert await _RELEASES(team.context.database) == 3
        (failed,) = [one for one in logs if one["log_level"] == "error"]
        assert str(failed["release"]).startswith(first["id"])
        states = [(await row(team, one) or {})["state"] for one in (first, *others, begins)]
        assert states == ["effective", "lapsed", "lapsed", "effective"]
        assert [await _RELEASES(team.context.database) for _ in range(2)] == [1, 0]

    async def test_holds_up_no_other_verdict(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        exhibit = await brought(team, release("DE", "readable"), release("FR", "readable"))
        async with as_superuser(team) as superuser:
            first, *_ = [str(one["id"]) for one in await superuser.fetch("select id from waiting_releases order by id")]
        read_json(await verify(team, "admin", read_json(await see(team, "admin", exhibit))), 201)
        with monkeypatch.context() as patched:
            await self.fails(patched, quarantine_jobs, "_settle", first)
            assert [await _VERDICTS(team.context.database) for _ in range(2)] == [1, 0]
        levels = [await level(team, who, exhibit) for who in ("lena", "claire")]
        assert sorted(levels, key=str) == [None, "readable"]
        assert [await _VERDICTS(team.context.database) for _ in range(2)] == [1, 0]

    async def test_holds_up_nothing_that_followed(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        parent = await register(team, "noor", release("DE"), release("FR"))
        children = [await derive(team, "jonas", parent, releases=[release("FR")]) for _ in range(2)]
        read_json(await grant(team, "noor", parent, "FR", version=1, level="listed"))
        with monkeypatch.context() as patched:
            async with as_superuser(team) as superuser:
                (first, _) = await superuser.fetch("select at, id from followed order by at, id")
            await self.fails(patched, derivation_propagation, "_enter", f"{first['at']:%Y%m%d%H%M%S%f} {first['id']}")
            assert [await _FOLLOWED(team.context.database) for _ in range(2)] == [1, 0]
        told = [kinds(await custody(team, "jonas", one)).count("release.followed") for one in children]
        assert sorted(told) == [0, 1]
        assert [await _FOLLOWED(team.context.database) for _ in range(2)] == [1, 0]


class TestTheDatabase:
    async def test_goes_back_past_nothing_of_another_exhibit_and_never_for_ever(self, team: Team) -> None:
        exhibit, other = [await register(team, "noor", release("DE", "listed")) for _ in range(2)]
        emergency = await opened(team, other)
        consent = await consented(team, exhibit, until=in_(days=2))
        await passed(team, emergency=emergency)
        stood = (
            "select 1 where still_stands(jsonb_build_object('level', 1, 'basis', cast(:basis as text)), :evidence, :holder)"
            " ->> 'basis' is distinct from :basis"
        )
        germany = (await seat_of(team, "jonas")).party
        for basis, of, goes in (
            (f"emergency:{emergency['id']}", other, True),
            (f"emergency:{emergency['id']}", exhibit, False),
            (f"consent:{consent['id']}", exhibit, False),
            ("Clause 5", exhibit, False),
        ):
            binds = {"basis": basis, "evidence": UUID(of["id"]), "holder": germany}
            assert await attempt(team, "noor", stood, **binds) == goes, (basis, of["id"])
            assert await attempt(team, "claire", stood, **binds) == 0, "as its own people see it"
        loop = "update consents set former = jsonb_build_object('level', 1, 'basis', 'consent:' || id) where id = :id"
        assert await attempt(team, "noor", loop, id=UUID(consent["id"])) == 1
        await passed(team, consent=consent)
        assert await _CONSENTS(team.context.database) == 1
        assert await level(team, "lena", exhibit) is None

    async def test_gives_back_by_its_clocks_alone(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed"))
        for statement in (
            "select give_back('{}', :jit, :evidence, :party, 'Clause 5')",
            "select restore_release(:evidence)",
            "select restore_after_emergency(:evidence)",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "noor", statement, evidence=UUID(exhibit["id"]))
