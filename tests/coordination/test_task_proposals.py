"""What is given to another party's people is proposed: who accepts and declines it, and what it is until then."""

import asyncio
from typing import Any

import pytest

from tests.factories import tasks, working_sessions
from tests.factories.evidence import register, release, values
from tests.factories.tasks import assign, change, check, comment, history, listed, propose, relink, seen
from tests.factories.team import Team, read_json
from tests.factories.working_sessions import begin

REASON = "Our laboratory is closed until March."
ANSWERS: list[tuple[str, dict[str, Any]]] = [
    ("accepted", {"state": "open"}),
    ("declined", {"state": "declined", "reason": REASON}),
]


def steps(task: dict[str, Any]) -> set[str]:
    return {one["state"] for one in task["may"]["steps"]}


class TestProposing:
    async def test_to_another_partys_seat_and_not_to_ones_own(self, team: Team) -> None:
        task = await propose(team)
        assert (task["state"], task["accepted_at"], task["accepted_by"]) == ("proposed", None, None)
        own = await propose(team, assignee="NL-04")
        assert (own["state"], own["accepted_by"], own["accepted_at"]) == ("open", None, own["created_at"])
        assert values((await history(team, "lena", task))[0])["state"] == "proposed"

    async def test_it_is_nobodys_work_until_then(self, team: Team) -> None:
        task = await propose(team, checklist=["Both logs"])
        assert await listed(team, "lena", "?assignee=me&state=open&state=in_progress&state=blocked") == []
        assert [one["id"] for one in await listed(team, "lena", "?assignee=me&state=proposed")] == [task["id"]]
        for state in ("in_progress", "blocked", "done"):
            assert (await change(team, "lena", task, state=state, reason="x")).json()["code"] == "no-such-step"
        begun = await working_sessions.begin(team, "lena", task=task["id"], justification=None)
        assert [error["field"] for error in begun.json()["errors"]] == ["task"]
        (item,) = task["checklist"]
        for who in ("lena", "coordinator"):
            ticked = await check(team, who, task, tick=[item["id"]])
            assert (ticked.status_code, ticked.json()["code"]) == (409, "task-not-accepted")
        assert read_json(await comment(team, "lena", task, "May we have the hours first?"), 201)

    @pytest.mark.parametrize("who", ["lena", "jonas"])
    @pytest.mark.parametrize(("kind", "answer"), ANSWERS)
    async def test_its_assignee_or_a_leader_of_its_party_answers(
        self, team: Team, who: str, kind: str, answer: dict[str, Any]
    ) -> None:
        task = await propose(team)
        assert steps(await seen(team, who, task)) == {"open", "declined"}
        for other in ("coordinator", "noor"):
            assert not {"open", "declined"} & steps(await seen(team, other, task))
            assert (await change(team, other, task, **answer)).status_code == 403
        assert (await change(team, "claire", task, **answer)).status_code == 404
        answered = read_json(await change(team, who, task, **answer))
        assert answered["state"] == answer["state"]
        assert answered["accepted_by"] == (team.code(who) if kind == "accepted" else None)
        last = (await history(team, "coordinator", task))[-1]
        assert (last["kind"], last["seat"], values(last)["assignee"]) == (f"task.{kind}", team.code(who), "DE-02")

    async def test_declining_says_why(self, team: Team) -> None:
        task = await propose(team)
        unsaid = await change(team, "lena", task, state="declined")
        assert [error["field"] for error in unsaid.json()["errors"]] == ["reason"]
        read_json(await change(team, "lena", task, state="declined", reason=REASON))
        read = await seen(team, "coordinator", task)
        assert (read["state"], read["state_reason"]) == ("declined", REASON)
        assert steps(read) == {"proposed", "cancelled"}
        assert steps(await seen(team, "lena", task)) == set()

    async def test_what_was_declined_goes_to_somebody_else_or_is_asked_once_more(self, team: Team) -> None:
        task = read_json(await change(team, "lena", await propose(team), state="declined", reason=REASON))
        again = read_json(await change(team, "coordinator", task, state="proposed", reason="In April, then."))
        assert steps(await seen(team, "lena", again)) == {"open", "declined"}
        task = read_json(await change(team, "jonas", again, state="declined", reason=REASON))
        moved = read_json(await change(team, "coordinator", task, assignee="FR-02"))
        assert (moved["state"], moved["state_reason"]) == ("proposed", None)
        assert steps(await seen(team, "hugo", moved)) == {"open", "declined"}
        assert read_json(await change(team, "coordinator", moved, assignee="NL-04"))["state"] == "open"

    async def test_another_seat_of_the_same_party_is_asked_anew(self, team: Team) -> None:
        moved = read_json(await change(team, "coordinator", await assign(team), assignee="DE-01"))
        assert (moved["state"], moved["accepted_at"], moved["accepted_by"]) == ("proposed", None, None)

    async def test_what_was_never_accepted_is_not_opened_by_a_way_round(self, team: Team) -> None:
        task = await propose(team)
        task = read_json(await change(team, "coordinator", task, state="cancelled", reason=REASON))
        assert (await change(team, "coordinator", task, state="open", reason=REASON)).json()["code"] == "no-such-step"
        task = read_json(await change(team, "coordinator", task, state="proposed", reason=REASON))
        assert steps(await seen(team, "jonas", task)) == {"open", "declined"}
        task = read_json(await change(team, "jonas", task, state="open"))
        task = read_json(await change(team, "coordinator", task, state="cancelled", reason=REASON))
        assert read_json(await change(team, "coordinator", task, state="open", reason=REASON))["state"] == "open"

    async def test_a_leader_accepts_and_no_more(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        task = await propose(team)
        assert (await change(team, "jonas", task, title="x")).json()["code"] == "overseer-only"
        assert (await relink(team, "jonas", task, link=[exhibit["id"]])).json()["code"] == "not-your-task"
        assert (await check(team, "jonas", task, add=["x"])).json()["code"] == "not-your-task"

    async def test_of_two_who_answer_at_once_one_is_told_how_it_stands(self, team: Team) -> None:
        task = await propose(team)
        answers = await asyncio.gather(
            change(team, "lena", task, state="open"), change(team, "jonas", task, state="declined", reason=REASON)
        )
        assert sorted(one.status_code for one in answers) == [200, 412]
        kinds = [one["kind"] for one in await history(team, "coordinator", task)]
        assert len([one for one in kinds if one in {"task.accepted", "task.declined"}]) == 1


async def test_working_session_for_a_proposed_task_is_refused_until_it_is_accepted(team: Team) -> None:
    task = await propose(team)
    refused = await begin(team, "lena", task=task["id"], justification=None)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "task")
    read_json(await change(team, "lena", task, state="open"))
    read_json(await begin(team, "lena", task=task["id"], justification=None), 201)


async def test_what_was_open_before_stays_open(team: Team) -> None:
    """Existing tasks were accepted in the eyes of the migration: by nobody named, since nobody was asked."""
    task = await tasks.assign(team, assignee="NL-04")
    assert (task["state"], task["accepted_by"]) == ("open", None)
