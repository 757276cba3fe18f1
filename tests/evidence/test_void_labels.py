"""Blank labels that were lost: declared void by their party's people for good, bound to nothing, and told of to nobody else."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services.evidence import blank_labels
from tests.evidence.test_blank_labels import find, printed, under
from tests.factories.evidence import alike, values
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

LOST = "Fell out of the van"
#: Of other parties; and of its own, who prints none.
OTHERS = ("lena", "jonas", "claire", "mara", "auditor", "admin", "jit_auditor", "ines")


async def listed(team: Team, who: str = "noor", query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/blank-labels{query}")))["items"]
    return items


async def void(team: Team, who: str, code: str, *, version: int | None = 1, reason: str = LOST) -> httpx.Response:
    headers = {} if version is None else {"If-Match": f'"{version}"'}
    path = team.path(f"/blank-labels/{code}/voiding")
    return await team.client(who).post(path, json={"reason": reason}, headers=headers)


class TestDeclaringItVoid:
    async def test_is_an_entry_of_its_party_with_code_and_reason(self, team: Team) -> None:
        lost, kept = await printed(team)
        answer = read_json(await void(team, "daan", lost["code"].lower()))
        assert (answer["code"], answer["version"], answer["printed_by"]) == (lost["code"], 2, "NL-02")
        assert (answer["void"]["by"], answer["void"]["reason"]) == ("NL-04", LOST)
        assert {one["code"]: one["void"] is not None for one in await listed(team)} == {
            lost["code"]: True,
            kept["code"]: False,
        }
        (told,) = await team.entries("noor", "label.voided")
        assert (values(told)["label"], values(told)["reason"]) == (lost["code"].replace("-", ""), LOST)
        assert told["seat"] == "NL-04"
        for who in ("lena", "claire"):
            assert await team.entries(who, "label.voided") == [], who

    async def test_names_the_version_that_was_read(self, team: Team) -> None:
        lost, _ = await printed(team)
        assert (await void(team, "noor", lost["code"], version=None)).status_code == 428
        read_json(await void(team, "noor", lost["code"]))
        again = await void(team, "bram", lost["code"])
        assert (again.status_code, again.json()["current"]) == (412, {"void": True, "version": 2})
        again = await void(team, "bram", lost["code"], version=2)
        assert (again.status_code, again.json()["code"]) == (409, "label-void-already")
        assert len(await team.entries("noor", "label.voided")) == 1

    async def test_sent_again_is_answered_as_it_stands_to_who_declared_it(self, team: Team) -> None:
        lost, other = await printed(team)
        first = read_json(await void(team, "noor", lost["code"]))
        for version in (1, 2):
            assert read_json(await void(team, "noor", lost["code"], version=version)) == first
        assert (await void(team, "noor", lost["code"], version=None)).status_code == 428
        another = await void(team, "noor", lost["code"], reason="Another reason.")
        assert another.status_code == 412
        assert (await void(team, "bram", lost["code"])).status_code == 412, "somebody else did"
        assert (await void(team, "noor", other["code"], version=2)).status_code == 412, "this one is blank"
        assert len(await team.entries("noor", "label.voided")) == 1

    async def test_of_anothers_of_one_that_is_borne_and_of_nobodys_is_one_answer(self, team: Team) -> None:
        used, blank = await printed(team)
        read_json(await under(team, "noor", used["code"]), 201)
        nobody = await void(team, "noor", "222222222222")
        assert nobody.status_code == 404
        assert alike(await void(team, "noor", used["code"]), nobody)
        assert alike(await void(team, "noor", used["code"], version=2), nobody)
        for who in ("lena", "jonas"):
            assert alike(await void(team, who, blank["code"]), await void(team, who, "222222222222")), who
        for who in ("auditor", "admin", "jit_auditor"):
            assert (await void(team, who, blank["code"])).status_code == 403, who
            assert (await team.client(who).get(team.path("/blank-labels"))).status_code == 403, who
        assert await listed(team, "lena") == []
        assert [one["code"] for one in await listed(team)] == [blank["code"]], "what is borne is no blank any more"
        assert await team.entries("noor", "label.voided") == []

    async def test_with_a_reason(self, team: Team) -> None:
        lost, _ = await printed(team)
        for reason in ("", " "):
            assert (await void(team, "noor", lost["code"], reason=reason)).status_code == 422
        assert (await void(team, "noor", "no code")).status_code == 404


class TestAVoidLabel:
    async def test_is_borne_by_nothing_ever(self, team: Team) -> None:
        lost, other = await printed(team)
        read_json(await void(team, "noor", lost["code"]))
        refused = await under(team, "noor", lost["code"])
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "label")
        assert refused.json()["errors"] == (await under(team, "noor", "222222222222")).json()["errors"]
        assert await team.entries("noor", "evidence.registered") == []
        read_json(await under(team, "noor", other["code"]), 201)

    async def test_says_so_when_scanned_to_who_could_see_it_blank_alone(self, team: Team) -> None:
        lost, _ = await printed(team)
        read_json(await void(team, "daan", lost["code"]))
        for who in ("noor", "bram", "daan"):
            answer = await find(team, who, lost["code"])
            assert (answer.status_code, answer.json()["code"]) == (410, "label-void"), who
            told = answer.json()["void"]
            assert (told["by"], told["reason"]) == ("NL-04", LOST)
            assert abs(clock.parse(told["at"]) - clock.now()) < timedelta(minutes=1)
        for who in OTHERS:
            nobody = await find(team, who, "222222222222")
            assert alike(await find(team, who, lost["code"]), nobody), who

    async def test_counts_no_more(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(blank_labels, "MOST_BLANK", 2)
        lost, _ = await printed(team)
        one_more = {"count": 1}
        assert (await team.client("noor").post(team.path("/blank-labels"), json=one_more)).status_code == 409
        read_json(await void(team, "noor", lost["code"]))
        await printed(team, count=1)
        assert (await team.client("noor").post(team.path("/blank-labels"), json=one_more)).status_code == 409

    async def test_of_who_declares_and_who_registers_at_once_one_is_first(self, team: Team) -> None:
        for one in await printed(team, count=4):
            declared, registered = await asyncio.gather(
                void(team, "noor", one["code"]), under(team, "daan", one["code"])
            )
            assert (declared.status_code, registered.status_code) in ((200, 422), (404, 201))
            found = await find(team, "noor", one["code"])
            assert found.status_code == (410 if declared.status_code == 200 else 200)


async def test_the_list_is_read_in_pages_the_newest_sheet_first(team: Team) -> None:
    await printed(team, count=3)
    newer = await printed(team, "daan", 2)
    found, query = [], "?limit=2"
    while True:
        page = read_json(await team.client("noor").get(team.path(f"/blank-labels{query}")))
        found += page["items"]
        if page["next"] is None:
            break
        query = f"?limit=2&cursor={page['next']}"
    assert len({one["code"] for one in found}) == len(found) == 5
    assert {one["code"] for one in found[:2]} == {one["code"] for one in newer}
    code = found[0]["code"]
    assert [one["code"] for one in await listed(team, query=f"?begins={code[:7].lower()}")] == [code]
    assert await listed(team, "lena", f"?begins={code[:7]}") == []
    for wrong in ("1", "%25", "O"):
        assert (await team.client("noor").get(team.path(f"/blank-labels?begins={wrong}"))).status_code == 422, wrong
    for wrong in ("x", f"{found[0]['sheet']}.x", f"{found[0]['sheet']}.%00", "1"):
        assert (await team.client("noor").get(team.path(f"/blank-labels?cursor={wrong}"))).status_code == 400, wrong


class TestInTheDatabase:
    async def test_nothing_is_declared_void_without_its_entry(self, team: Team) -> None:
        lost, other = await printed(team)
        read_json(await void(team, "noor", lost["code"]))
        (entry,) = await team.entries("noor", "label.voided")
        declare = (
            "update blank_labels set voiding = :entry, voided_by = :seat, voided_at = now(), void_reason = :reason"
            " where voiding is null"
        )
        binds = {"entry": UUID(entry["id"]), "reason": LOST}
        for who in ("noor", "daan"):
            with pytest.raises(DBAPIError, match="row-level security"):  # of another label
                await attempt(team, who, declare, **binds)
        for who in OTHERS:
            assert await attempt(team, who, declare, **binds) == 0, who
        # The same entry, behind a row that somebody made good again: it is of another transaction.
        async with as_superuser(team) as superuser:
            await superuser.execute(
                "update blank_labels set voiding = null, voided_by = null, voided_at = null, void_reason = null"
                " where code = $1",
                lost["code"].replace("-", ""),
            )
        once = f"{declare} and code = :code"
        with pytest.raises(DBAPIError, match="entered with it"):
            await attempt(team, "noor", once, code=lost["code"].replace("-", ""), **binds)
        for changed in ({"reason": "x"}, {"entry": clock.new_id()}):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, "noor", once, **({"code": lost["code"].replace("-", "")} | binds | changed))
        assert [one["void"] for one in await listed(team)] == [None, None]
        assert other["code"] in {one["code"] for one in await listed(team)}

    async def test_nor_good_again_nor_printed_void(self, team: Team) -> None:
        lost, _ = await printed(team)
        read_json(await void(team, "noor", lost["code"]))
        good = "update blank_labels set voiding = null, voided_by = null, voided_at = null, void_reason = null"
        code = lost["code"].replace("-", "")
        assert await attempt(team, "noor", f"{good} where code = :code", code=code) == 0
        for forbidden in (
            "update blank_labels set version = 1",
            "update blank_labels set evidence = null",
            "delete from blank_labels",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "noor", forbidden)
        printing = (
            "insert into blank_labels (code, jit, party, sheet, printed_by, printed_at, voiding, voided_by, voided_at, void_reason)"
            " select 'x', :jit, p.id, gen_random_uuid(), :seat, now(), gen_random_uuid(), :seat, now(), 'x'"
            " from parties p where p.code = 'NL' and p.jit = :jit"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", printing)
        exhibit = read_json(await under(team, "noor", (await printed(team))[0]["code"]), 201)
        await attempt(team, "noor", "select bind_blank_label(:c, :e)", c=code, e=exhibit["id"])
        async with as_superuser(team) as superuser:
            borne = "select count(*) from blank_labels where voiding is not null and evidence is not null"
            assert await superuser.fetchval(borne) == 0
            with pytest.raises(Exception, match="ck_blank_labels_void"):
                await superuser.execute(
                    "update blank_labels set evidence = $1 where code = $2", UUID(exhibit["id"]), code
                )
