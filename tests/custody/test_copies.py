"""Copies: the member who downloads names the custodian; a recall asks each holder, who answers without seeing the exhibit."""

from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.copies import answer, listed, taken
from tests.factories.evidence import (
    KEEPING,
    alike,
    custody,
    grant,
    kinds,
    open_it,
    place,
    recall,
    release,
    see,
    take_it,
    values,
    with_file,
)
from tests.factories.pending_actions import ids_of
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


async def withdraw(team: Team, exhibit: dict[str, Any]) -> None:
    headers = {"If-Match": f'"{read_json(await see(team, "noor", exhibit))["version"]}"'}
    path = place(team, exhibit, "/withdrawal")
    read_json(await team.client("noor").post(path, json={"reason": "The judge excluded it"}, headers=headers))


async def waiting(team: Team, who: str) -> list[str]:
    """The copies for which somebody has still to answer."""
    return await ids_of(team, who, "copy_answer")


async def now(team: Team, who: str, copy: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in await listed(team, who) if one["id"] == copy["id"])


async def heard(team: Team, who: str) -> list[str]:
    return [one["kind"] for one in await team.entries(who) if one["kind"] and one["kind"].startswith("copy.")]


class TestDownloads:
    async def test_download_states_custodian_and_national_file_number(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        for missing in ("custodian", "file_number"):
            for value in (None, " "):
                refused = await take_it(team, "lena", exhibit, **{missing: value})
                assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, missing), value
        assert (await open_it(team, "lena", exhibit, **KEEPING)).status_code == 422, "no custodian for viewing"
        assert await listed(team, "lena") == []
        copy = await taken(team, "lena", exhibit)
        assert copy | KEEPING == copy
        assert (copy["state"], copy["side"], copy["party"], copy["originator"]) == ("out", "held", "DE", "NL")
        entry = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.taken"][-1]
        assert values(entry) | KEEPING == values(entry), "custody says by whom"
        for who, side in (("jonas", "held"), ("noor", "given"), ("daan", "given")):
            assert [one["side"] for one in await listed(team, who)] == [side], who
        for who in ("claire", "sofia", "coordinator", "jit_auditor", "karl"):
            assert await listed(team, who) == [], who
        early = await answer(team, "lena", copy)
        assert (early.status_code, early.json()["code"]) == (409, "not-asked")


class TestQuestions:
    async def test_recall_asks_each_holder_until_it_answered_without_seeing_the_exhibit(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        one, other = await taken(team, "lena", exhibit), await taken(team, "jonas", exhibit)
        french = await taken(team, "claire", exhibit)
        assert await waiting(team, "jonas") == []
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert (await see(team, "jonas", exhibit)).status_code == 404
        assert await waiting(team, "jonas") == [one["id"], other["id"]], "a leader answers for the party"
        assert await waiting(team, "lena") == [one["id"]], "and who took it for it"
        assert await waiting(team, "claire") == await waiting(team, "noor") == []
        asked = await now(team, "lena", one)
        assert (asked["title"], asked["may_answer"], asked["reason"] is not None) == (one["title"], True, True)
        assert (await now(team, "lena", other))["may_answer"] is False
        assert (await answer(team, "lena", other)).json()["code"] == "holder-only"
        assert (await answer(team, "noor", other)).json()["code"] == "holder-only", "nobody answers for the holder"
        assert (await answer(team, "lena", one)).status_code == 412, "it was asked since"
        unwhy = await answer(team, "lena", asked, "kept")
        assert (unwhy.status_code, unwhy.json()["errors"][0]["field"]) == (422, "because")
        read_json(await answer(team, "lena", asked, "kept", "The court of Kassel holds it as its own exhibit"))
        assert await waiting(team, "lena") == []
        given = {copy["id"]: copy for copy in await listed(team, "noor", "?side=given")}
        assert [given[copy["id"]]["state"] for copy in (one, other, french)] == ["kept", "out", "out"]
        assert [given[copy["id"]]["asked_at"] is None for copy in (one, other, french)] == [False, False, True]
        assert [copy["id"] for copy in await listed(team, "noor", "?unanswered=true")] == [other["id"]]
        read_json(await answer(team, "jonas", await now(team, "jonas", other)))
        kept = await now(team, "jonas", one)
        destroyed = read_json(await answer(team, "jonas", kept, "destroyed", "After the judgment"))
        assert (destroyed["state"], destroyed["may_answer"], destroyed["answered_by"]) == (
            "destroyed",
            False,
            team.code("jonas"),
        )
        again = await answer(team, "jonas", destroyed, "kept", "No")
        assert (again.status_code, again.json()["code"]) == (409, "copy-destroyed")

    async def test_recall_is_entered_and_tells_the_holder_nothing_new(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        copy = await taken(team, "lena", exhibit)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        read_json(await open_it(team, "claire", exhibit), 201)
        read_json(await answer(team, "lena", await now(team, "lena", copy)))
        entries = await custody(team, "noor", exhibit)
        numbers = [values(entry)["chain"]["n"] for entry in entries]
        assert numbers == list(range(1, len(entries) + 1)), "no gap for the originator"
        assert kinds(entries)[-4:] == ["evidence.recalled", "copy.asked", "evidence.opened", "copy.answered"]
        assert (values(entries[-1])["answer"], values(entries[-1])["custodian"]) == ("destroyed", KEEPING["custodian"])
        assert await heard(team, "lena") == await heard(team, "jonas") == ["copy.asked", "copy.answered"]
        for entry in await team.entries("lena"):
            if entry["kind"] in {"copy.asked", "copy.answered"}:
                assert "chain" not in entry["fields"], "not how much was done with it since"
        assert await heard(team, "claire") == []
        assert "copy.answered" not in kinds(await custody(team, "claire", exhibit))
        absent = copy | {"id": str(clock.new_id())}
        assert alike(await answer(team, "claire", copy), await answer(team, "claire", absent))

    async def test_recall_asks_only_members_whom_the_release_named(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", seats=[team.code("karl")]))
        copy = await taken(team, "karl", exhibit)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert await waiting(team, "karl") == [copy["id"]]
        for who in ("jonas", "lena"):
            assert (await listed(team, who), await heard(team, who), await waiting(team, who)) == ([], [], []), who
        read_json(await grant(team, "noor", exhibit, "DE", level="listed", seats=[team.code("jonas")]))
        assert await waiting(team, "jonas") == [copy["id"]], "who sees the exhibit now may answer for the party"
        read_json(await answer(team, "jonas", await now(team, "jonas", copy)))

    async def test_withdrawal_asks_all_other_parties_and_kept_copies_again(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        german, french, own = [await taken(team, who, exhibit) for who in ("lena", "claire", "noor")]
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        read_json(await answer(team, "lena", await now(team, "lena", german), "kept", "Until the trial"))
        await withdraw(team, exhibit)
        assert await waiting(team, "lena") == [german["id"]]
        assert await waiting(team, "claire") == [french["id"]]
        assert await waiting(team, "noor") == []
        assert (await now(team, "noor", own))["asked_at"] is None
        assert (await now(team, "lena", german))["because"] is None

    async def test_withdrawal_does_not_ask_joint_originators(self, team: Team) -> None:
        exhibit = await with_file(team, joint=["FR"])
        copy = await taken(team, "hugo", exhibit)
        await withdraw(team, exhibit)
        assert await waiting(team, "hugo") == []
        assert (await now(team, "hugo", copy))["asked_at"] is None

    async def test_copies_follow_the_originators_own_narrowing(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await taken(team, "lena", exhibit)
        assert len(await listed(team, "daan")) == 1
        seats = [team.code("noor"), team.code("bram")]
        read_json(await grant(team, "noor", exhibit, "NL", version=1, seats=seats))
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert await listed(team, "daan") == []
        assert await heard(team, "daan") == []
        assert len(await listed(team, "bram")) == 1


class TestRowsInSql:
    async def test_question_and_answer_are_written_only_by_their_own_side(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        copy = await taken(team, "lena", exhibit)
        destroyed = (
            "update copies set state = 'destroyed', answered_at = now(), answered_by = :seat, asked_at = coalesce(asked_at, now()),"
            " reason = coalesce(reason, 'x')"
        )
        with pytest.raises(DBAPIError, match="changes no question"):  # nobody asked
            await attempt(team, "lena", destroyed)
        assert await attempt(team, "claire", "select 1 from copies") <= 0
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        for who in ("noor", "bram"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, destroyed)
        for who in ("claire", "auditor", "jit_auditor", "karl"):
            assert await attempt(team, who, destroyed) == 0, who
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "lena", destroyed.replace(":seat", "(select id from members where code = 'DE-01')"))
        with pytest.raises(DBAPIError, match="changes no question"):
            await attempt(
                team, "lena", f"{destroyed}, reason = 'Nobody asked'".replace(", reason = coalesce(reason, 'x')", "", 1)
            )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "lena", "update copies set asked_at = now(), reason = 'x'")
        with pytest.raises(DBAPIError, match="permission"):
            await attempt(team, "lena", "update copies set custodian = 'x'")
        with pytest.raises(DBAPIError, match="permission"):
            await attempt(team, "lena", "delete from copies")
        for forged in ("evidence.taken", "copy.answered"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(
                    team,
                    "jonas",
                    "insert into headers (entry, jit, kind, evidence, subject, seat, party, at) values"
                    " (gen_random_uuid(), :jit, :kind, :evidence, '{}', 'DE-01', :party, now())",
                    kind=forged,
                    evidence=exhibit["id"],
                )
        with pytest.raises(DBAPIError, match="no such exhibit"):
            await attempt(team, "jonas", "select * from take_chain(:evidence)", evidence=exhibit["id"])
        read_json(await answer(team, "lena", await now(team, "lena", copy)))
        assert await attempt(team, "lena", destroyed) == 0, "for good"

    async def test_copy_without_its_download_is_not_recorded(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable", seats=[team.code("karl"), team.code("lena")]))
        read_json(await open_it(team, "lena", exhibit), 201)
        insert = (
            "insert into copies (id, jit, evidence, exhibit_number, title, originator, party, seat, seats, custodian,"
            " file_number, taken_at, state) select o.id, o.jit, e.id, e.exhibit_number, e.title, e.originator, :party, :seat,"
            " r.seats, 'x', 'x', now(), 'out' from openings o join evidence e on e.id = o.evidence join releases r on"
            " r.evidence = e.id"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "lena", insert)
        held = await with_file(team, release("DE", seats=[team.code("lena")]))
        read_json(await take_it(team, "lena", held), 201)
        async with as_superuser(team) as superuser:
            await superuser.execute("delete from copies")
        for wider in ("null", "array[:seat, (select id from members where code = 'DE-01')]"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, "lena", insert.replace("r.seats", wider) + " where r.level = 3")
        assert await attempt(team, "lena", insert + " where r.level = 3") == 1, "as it was taken"
