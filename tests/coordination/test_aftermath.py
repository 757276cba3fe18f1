"""What an action day leaves: results that become exhibits, each party's debrief, and a line for the press that all approve."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import alike, register, release, values
from tests.factories.operations import act, change, listed, live, place, planned, see
from tests.factories.outcomes import approve, debrief, found, link, record, write
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt


class TestResults:
    async def test_is_read_by_who_reads_the_plan(self, team: Team) -> None:
        day = await live(team)
        whole, line = await act(team, "lena", day, sharing="whole"), await act(team, "lena", day, sharing="board")
        for action in (whole, line):
            assert (await record(team, "lena", day, action)).status_code == 204
        assert len(await listed(team, "jonas", day, "/results")) == 2
        (seen,) = await listed(team, "claire", day, "/results")
        assert (seen["number"], seen["kind"], seen["count"], seen["may_link"]) == (whole["number"], "seizure", 3, False)
        assert len(await team.entries("jonas", "action.result_recorded")) == 2
        assert len(await team.entries("claire", "action.result_recorded")) == 1

    async def test_stands_once_and_is_its_partys(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "lena", day, sharing="whole")
        body = found()
        path = place(team, day, f"/actions/{action['id']}/results")
        answers = await asyncio.gather(*(team.client("lena").post(path, json=body) for _ in range(3)))
        assert [one.status_code for one in answers] == [204] * 3
        assert len(await listed(team, "lena", day, "/results")) == 1
        other = await team.client("lena").post(path, json=body | {"count": 4})
        assert (other.status_code, other.json()["code"]) == (409, "key-used")
        for who in ("noor", "claire", "coordinator"):
            assert (await record(team, who, day, action)).status_code == 403, who
        hidden = await act(team, "lena", day)
        assert (await record(team, "claire", day, hidden)).status_code == 404

    @pytest.mark.parametrize(
        "wrong",
        [{"count": 0}, {"count": 100_001}, {"kind": "raid"}, {"text": " "}, {"occurred_at": "2031-01-01T00:00:00Z"}],
    )
    async def test_what_is_wrong_is_refused(self, team: Team, wrong: dict[str, Any]) -> None:
        day = await live(team)
        action = await act(team, "lena", day)
        assert (await record(team, "lena", day, action, **wrong)).status_code == 422

    async def test_that_an_exhibit_came_of_it_is_told_to_who_sees_both(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "lena", day, sharing="whole")
        said_ = await record(team, "lena", day, action)
        assert said_.status_code == 204
        (result,) = await listed(team, "lena", day, "/results")
        exhibit = await register(team, "jonas", release("NL"))
        for _ in range(2):
            assert (await link(team, "lena", day, result, exhibit["id"])).status_code == 204
        for who, sees in (("jonas", True), ("noor", True), ("claire", False)):
            (seen,) = await listed(team, who, day, "/results")
            assert [one["exhibit_number"] for one in seen["evidence"]] == [exhibit["exhibit_number"]] * sees, who
            assert len(await team.entries(who, "action.result_linked")) == sees, who
        hidden = await register(team, "noor")
        absent = await link(team, "lena", day, result, str(uuid4()))
        assert alike(await link(team, "lena", day, result, hidden["id"]), absent)
        assert (await link(team, "noor", day, result, hidden["id"])).status_code == 403


class TestTheLineForThePress:
    async def test_is_cleared_once_every_party_approved_and_free_after_the_embargo(self, team: Team) -> None:
        day = await planned(team)
        line = read_json(await write(team, "coordinator", day, 0))
        assert (line["version"], line["missing"], line["cleared"]) == (1, ["DE", "FR", "NL"], False)
        for who in ("noor", "jonas"):
            line = read_json(await approve(team, who, day))
        assert (line["approved"], line["missing"], line["may"]["approve"]) == (["DE", "NL"], ["FR"], False)
        line = read_json(await approve(team, "claire", day))
        assert (line["cleared"], line["free"]) == (True, False)
        assert len(await team.entries("hugo", "media_line.approved")) == 3
        for who in ("lena", "coordinator", "ines"):
            assert (await approve(team, who, day)).status_code == 403, who

    async def test_a_changed_text_or_embargo_needs_everybody_anew(self, team: Team) -> None:
        day = await planned(team)
        read_json(await write(team, "noor", day, 0))
        for who in ("noor", "jonas", "claire"):
            read_json(await approve(team, who, day))
        line = read_json(await write(team, "jonas", day, 1, embargo_at="2030-11-26T16:00:00Z"))
        assert (line["version"], line["approved"], line["cleared"]) == (2, [], False)
        late = await approve(team, "claire", day, 1)
        assert (late.status_code, late.json()["code"]) == (409, "line-changed")
        stale = await write(team, "claire", day, 1, text="Mine")
        assert (stale.status_code, stale.json()["current"]["version"]) == (412, 2)
        same = read_json(await write(team, "jonas", day, 2, embargo_at="2030-11-26T16:00:00Z"))
        assert same["version"] == 2

    async def test_who_takes_no_part_neither_reads_nor_writes_it(self, team: Team) -> None:
        day = await planned(team, "noor", parties=["NL", "DE"])
        read_json(await write(team, "noor", day, 0))
        for who in ("claire", "mara"):
            assert (await see(team, who, day, "/media-line")).status_code == 404
            assert (await write(team, who, day, 1)).status_code == 404
            assert await team.entries(who, "media_line.written") == []
        assert (await write(team, "lena", day, 1)).status_code == 403


class TestDebriefs:
    async def test_each_party_says_its_own_and_all_read_it(self, team: Team) -> None:
        day = await live(team)
        read_json(await change(team, "coordinator", day, state="closed"))
        read_json(await debrief(team, "lena", day, "The second car came late."))
        stale = await debrief(team, "jonas", day, "Other")
        assert (stale.status_code, stale.json()["current"]["text"]) == (412, "The second car came late.")
        read_json(await debrief(team, "jonas", day, "Both cars came late.", 1))
        seen = {one["party"]: one["text"] for one in await listed(team, "claire", day, "/debriefs")}
        assert seen == {"DE": "Both cars came late.", "FR": None, "NL": None}
        assert [values(one)["text"] for one in await team.entries("hugo", "operation.debriefed")] == [
            "The second car came late.",
            "Both cars came late.",
        ]
        assert (await debrief(team, "coordinator", day, "x")).status_code == 403


class TestInTheDatabase:
    async def test_nobody_reads_records_or_approves_for_another(self, team: Team) -> None:
        day = await live(team)
        line, whole = await act(team, "lena", day, sharing="board"), await act(team, "lena", day, sharing="whole")
        for action in (line, whole):
            assert (await record(team, "lena", day, action)).status_code == 204
        read_json(await write(team, "noor", day, 0))
        read_json(await debrief(team, "lena", day, "Late."))
        for who, count in {"lena": 2, "claire": 1, "coordinator": 1, "mara": 0, "ines": 0, "auditor": 0}.items():
            assert await attempt(team, who, "select 1 from action_results") == count, who
        for who in ("mara", "ines", "amir"):
            for table in ("media_lines", "debriefs", "media_approvals", "result_links"):
                assert await attempt(team, who, f"select 1 from {table}") == 0, (who, table)  # noqa: S608
        for who, statement in (
            ("claire", "insert into action_results select gen_random_uuid(), jit, action, :party, :seat, gen_random_uuid(), 'arrest', 1, 'x', now(), now() from action_results limit 1"),
            ("claire", "insert into media_approvals select l.operation, p.id, l.version, l.jit, :seat, now() from media_lines l join parties p on p.code = 'DE'"),
            ("claire", "insert into media_approvals select operation, :party, version + 1, jit, :seat, now() from media_lines"),
            ("claire", "update debriefs set text = 'x', said_by = :seat"),
            ("lena", "update media_lines set text = 'x', written_by = :seat, version = version + 1"),
            ("claire", "update media_lines set text = 'x', written_by = :seat"),
            ("claire", "update action_results set count = 9"),
            ("claire", "delete from media_approvals"),
        ):  # fmt: skip
            await unreached(team, who, statement)


async def unreached(team: Team, who: str, statement: str) -> None:
    """The statement of this seat changes no row, or is refused."""
    try:
        reached = await attempt(team, who, statement)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) not in {"42501", "23514"}:
            raise
        reached = 0
    assert reached == 0, (who, statement)
