"""Blank labels: printed before there is a thing, bound to what is registered under one, and to everybody else as if nobody made them."""

import re
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app.services.evidence import blank_labels
from tests.factories.evidence import alike, custody, form, kinds, register, release, values
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


async def printed(team: Team, who: str = "noor", count: int = 2) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(
        await team.client(who).post(team.path("/blank-labels"), json={"count": count}), 201
    )["items"]
    return items


async def find(team: Team, who: str, code: str) -> httpx.Response:
    return await team.client(who).get(team.path(f"/find/{code}"))


async def under(team: Team, who: str, label: str, **changes: Any) -> httpx.Response:
    """Register a thing under a label."""
    headers = {"Idempotency-Key": str(changes.pop("key"))} if "key" in changes else {}
    thing = form(title="Telephone", kind="physical", category="device", label=label, **changes)
    return await team.client(who).post(team.path("/evidence"), json=thing, headers=headers)


class TestASheet:
    async def test_bears_codes_that_say_nothing_and_lead_nowhere_yet(self, team: Team) -> None:
        items = await printed(team, count=24)
        assert len({one["code"] for one in items}) == 24
        for one in items:
            assert re.fullmatch(r"[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}", one["code"])
            assert one["url"].endswith(f"/find/{one['code'].replace('-', '')}")
            assert set(one) == {"code", "url", "modules", "path"}
        nobody = await find(team, "noor", "222222222222")
        assert alike(await find(team, "noor", items[0]["code"]), nobody), "also to who printed it"

    async def test_is_an_entry_of_its_party_that_names_no_code(self, team: Team) -> None:
        items = await printed(team, count=3)
        (told,) = await team.entries("daan", "label.blanks_made")
        assert values(told) == {"actor": values(told)["actor"], "labels": 3}
        assert not any(one["code"].replace("-", "") in str(told) for one in items)
        assert await team.entries("lena", "label.blanks_made") == []

    async def test_is_made_by_leaders_and_members_and_not_without_end(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for who in ("auditor", "admin", "jit_auditor"):
            refused = await team.client(who).post(team.path("/blank-labels"), json={"count": 1})
            assert (refused.status_code, refused.json()["code"]) == (403, "role-may-not"), who
        for count in (0, 101):
            assert (
                await team.client("noor").post(team.path("/blank-labels"), json={"count": count})
            ).status_code == 422
        monkeypatch.setattr(blank_labels, "MOST_BLANK", 3)
        await printed(team, "daan", 3)
        refused = await team.client("noor").post(team.path("/blank-labels"), json={"count": 1})
        assert (refused.status_code, refused.json()["code"]) == (409, "too-many-blanks")
        await printed(team, "lena", 1)


class TestAThing:
    async def test_is_registered_under_one_and_found_by_it_from_then_on(self, team: Team) -> None:
        first, _ = await printed(team)
        exhibit = read_json(await under(team, "noor", first["code"].lower(), releases=[release("DE")]), 201)
        for who in ("noor", "lena"):
            assert read_json(await find(team, who, first["code"]))["evidence"] == exhibit["id"], who
        assert (await find(team, "claire", first["code"])).status_code == 404
        told = await custody(team, "noor", exhibit)
        assert kinds(told)[0] == "evidence.registered"
        (labelled,) = [one for one in told if one["kind"] == "evidence.labelled"]
        assert values(labelled)["labels"] == 1
        again = await team.client("noor").post(team.path("/labels"), json={"evidence": [exhibit["id"]]})
        assert read_json(again, 201)["items"][0]["code"] == first["code"], "what is printed stays true"

    async def test_is_registered_once_however_often_it_is_sent(self, team: Team) -> None:
        """Without a network it waits on the telephone, and arrives twice."""
        first, _ = await printed(team)
        key = uuid4()
        answers = [await under(team, "daan", first["code"], key=key) for _ in range(2)]
        assert [one.status_code for one in answers] == [201, 201]
        assert answers[0].json()["id"] == answers[1].json()["id"]

    async def test_bears_no_code_that_is_none_anothers_or_used(self, team: Team) -> None:
        first, second = await printed(team)
        (german,) = await printed(team, "lena", 1)
        read_json(await under(team, "noor", first["code"]), 201)
        exhibit = await register(team, "noor")
        of_an_exhibit = read_json(
            await team.client("noor").post(team.path("/labels"), json={"evidence": [exhibit["id"]]}), 201
        )["items"][0]
        before = len(await team.entries("noor", "evidence.registered"))
        answers = [
            await under(team, "noor", code)
            for code in (first["code"], german["code"], "2222-2222-2222", of_an_exhibit["code"])
        ]
        for answer in answers:
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "label")
            assert answer.json()["errors"] == answers[0].json()["errors"], "one answer for all of them"
        assert len(await team.entries("noor", "evidence.registered")) == before, "nothing was created"
        assert (await under(team, "noor", "no code")).json()["errors"][0]["field"] == "label"
        read_json(await under(team, "bram", second["code"]), 201)

    async def test_several_at_once_all_or_none(self, team: Team) -> None:
        first, second = await printed(team)
        items = [form(label=one["code"]) for one in (first, first)]
        refused = await team.client("noor").post(team.path("/evidence/bulk"), json={"items": items})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "items.1.label")
        read_json(await under(team, "noor", first["code"]), 201)
        read_json(await under(team, "noor", second["code"]), 201)


async def test_nothing_goes_past_the_database(team: Team) -> None:
    """Raw SQL: another's blanks are not read, codes are not chosen, nothing is bound to what was there before."""
    first, _ = await printed(team)
    code = first["code"].replace("-", "")
    exhibit = await register(team, "noor", release("DE"))
    for who, seen in (("noor", 2), ("daan", 2), ("lena", 0), ("auditor", 0), ("admin", 0), ("jit_auditor", 0)):
        assert await attempt(team, who, "select 1 from blank_labels") in ({seen, -1} if seen else {0}), who
    for who in ("noor", "lena"):
        for statement in (
            "update blank_labels set evidence = :e",
            "delete from blank_labels",
            "update labels set code = :c",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, who, statement, e=exhibit["id"], c=code)
    chosen = (
        "insert into blank_labels (code, jit, party, sheet, printed_by, printed_at)"
        " select '222222222222', :jit, p.id, gen_random_uuid(), :seat, now() from parties p where p.code = :as and p.jit = :jit"
    )
    assert await attempt(team, "noor", chosen, **{"as": "NL"}) == 1
    for who, party in (("lena", "NL"), ("auditor", "NL")):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, chosen, **{"as": party})
    for who in ("noor", "lena", "claire"):
        await attempt(team, who, "select bind_blank_label(:c, :e)", c=code, e=exhibit["id"])
    async with as_superuser(team) as superuser:
        assert await superuser.fetchval("select count(*) from blank_labels where code = '222222222222'") == 0, (
            "it is drawn"
        )
        assert await superuser.fetchval("select count(*) from blank_labels where evidence is not null") == 0
        assert await superuser.fetchval("select count(*) from labels") == 0
