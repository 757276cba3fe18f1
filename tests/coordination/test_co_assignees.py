"""Co-assignees of a task: members of the assignee's party who work on it like the assignee. Who adds and removes them."""

from typing import Any
from uuid import UUID

import pytest

from tests.factories import calendar_feeds, notifications, working_sessions
from tests.factories.evidence import values
from tests.factories.tasks import DUE, assign, change, check, comment, history, listed, propose, see, seen, try_assign
from tests.factories.team import Team, read_json
from tests.support.databases.probes import BY_POLICY, Probe, Refused, member_ids, run_probes
from tests.teams import test_seats_in_time as members

KARL = "DE-04"  # a liaison officer, who sees a task of the party only if it is his
BLOCK = "update tasks set state = 'blocked', state_reason = 'x' where id = :task"
ADD = "update tasks set co_assignees = co_assignees || cast(:who as uuid) where id = :task"


def steps(task: dict[str, Any]) -> set[str]:
    return {one["state"] for one in task["may"]["steps"]}


async def last(team: Team, who: str, task: dict[str, Any]) -> dict[str, Any]:
    return (await history(team, who, task))[-1]


class TestWorking:
    async def test_a_co_assignee_works_like_the_assignee(self, team: Team) -> None:
        task = await assign(team, co_assignees=[KARL], checklist=["Both logs"], **DUE)
        assert (task["assignee"], task["co_assignees"]) == ("DE-02", [KARL])
        (mine,) = await listed(team, "karl", "?assignee=me")
        assert mine["may"] == (await seen(team, "lena", task))["may"]
        assert [one["id"] for one in await listed(team, "coordinator", f"?assignee={KARL}")] == [task["id"]]
        pending = read_json(await team.client("karl").get(team.path("/pending-actions")))["items"]
        assert [(one["kind"], one["link"]["id"]) for one in pending] == [("task", task["id"])]
        (everywhere,) = read_json(await team.client("karl").get("/api/me/tasks"))["items"]
        assert everywhere["task"]["id"] == task["id"]
        feed = await calendar_feeds.make(team, "karl")
        assert task["number"] in (await calendar_feeds.read(team, feed)).text
        assert read_json(await check(team, "karl", task, tick=[task["checklist"][0]["id"]]))
        assert read_json(await comment(team, "karl", task), 201)
        assert read_json(await working_sessions.begin(team, "karl", task=task["id"], justification=None), 201)
        assert read_json(await change(team, "karl", task, state="done"))["state"] == "done"
        assert "task.assigned" in await notifications.kinds(team, "karl")

    async def test_a_proposal_is_answered_by_the_assignee_or_a_leader(self, team: Team) -> None:
        task = await propose(team, co_assignees=[KARL])
        assert steps(await seen(team, "karl", task)) == set()
        assert (await change(team, "karl", task, state="open")).status_code == 403
        assert read_json(await change(team, "lena", task, state="open"))["state"] == "open"
        assert steps(await seen(team, "karl", task)) == {"in_progress", "blocked", "done"}

    async def test_the_next_task_of_a_series_has_the_active_ones(self, team: Team) -> None:
        task = await assign(team, assignee="NL-04", co_assignees=["NL-02", "NL-03"], repeats="FREQ=WEEKLY", **DUE)
        read_json(await members.change(team, "noor", "bram", "POST", "/end"))
        assert (await see(team, "bram", task)).status_code == 404
        done = read_json(await change(team, "noor", task, state="done"))
        assert (await seen(team, "noor", done["successor"]))["co_assignees"] == ["NL-02"]


class TestAdding:
    async def test_each_change_is_an_entry_and_the_removed_member_loses_access(self, team: Team) -> None:
        task = await assign(team)
        task = read_json(await change(team, "jonas", task, co_assignees=[KARL, "DE-01"]))
        assert (task["state"], task["co_assignees"]) == ("open", ["DE-01", KARL]), "a leader adds members of the party"
        added = await last(team, "karl", task)
        assert (added["kind"], values(added)["co_assignees"], values(added)["former"]) == (
            "task.assigned",
            ["DE-01", KARL],
            None,
        )
        task = read_json(await change(team, "coordinator", task, co_assignees=["DE-01"], title="Match them"))
        assert (task["state"], task["co_assignees"]) == ("open", ["DE-01"]), "a removal needs no acceptance"
        assert (await see(team, "karl", task)).status_code == 404
        assert (await change(team, "karl", task, state="done")).status_code == 404
        assert values(await last(team, "lena", task))["changes"]["co_assignees"] == {
            "from": ["DE-01", KARL],
            "to": ["DE-01"],
        }
        told = [one["kind"] for one in await team.entries("karl") if (one["kind"] or "").startswith("task.")]
        assert told == ["task.assigned", "task.handed_over"], "and no changed title"

    async def test_added_by_another_party_the_task_is_a_proposal_again(self, team: Team) -> None:
        task = await assign(team)
        task = read_json(await change(team, "coordinator", task, co_assignees=[KARL]))
        assert (task["state"], task["accepted_at"]) == ("proposed", None)
        assert read_json(await change(team, "jonas", task, state="open"))["accepted_by"] == "DE-01"

    async def test_they_stay_within_the_party_and_go_with_it(self, team: Team) -> None:
        task = await assign(team, co_assignees=[KARL])
        task = read_json(await change(team, "jonas", task, assignee=KARL))
        assert (task["assignee"], task["co_assignees"]) == (KARL, [])
        task = read_json(await change(team, "jonas", task, co_assignees=["DE-02"]))
        task = read_json(await change(team, "coordinator", task, assignee="FR-02"))
        assert task["co_assignees"] == []
        assert (await see(team, "karl", task)).status_code == 404

    @pytest.mark.parametrize(
        "wrong", [["FR-02"], ["NL-04"], ["DE-02"], [KARL, KARL], ["DE-03"], ["DE-99"], ["CH-01"], ["x"]]
    )
    async def test_a_member_of_another_party_or_without_tasks_is_refused(self, team: Team, wrong: list[str]) -> None:
        refused = [await try_assign(team, co_assignees=wrong)]
        task = await assign(team)
        refused.append(await change(team, "coordinator", task, co_assignees=wrong))
        for answer in refused:
            assert answer.status_code == 422, answer.text
            assert [one["field"].split(".")[0] for one in answer.json()["errors"]] == ["co_assignees"]
        assert (await seen(team, "lena", task))["version"] == task["version"]

    async def test_a_co_assignee_and_a_leader_of_another_party_change_no_assignees(self, team: Team) -> None:
        task = await assign(team, co_assignees=[KARL])
        for who in ("karl", "noor"):
            assert (await change(team, who, task, co_assignees=[])).status_code == 403
        assert (await change(team, "claire", task, co_assignees=[])).status_code == 404
        assert (await try_assign(team, "jonas", assignee="DE-02", co_assignees=["FR-02"])).status_code == 422


async def test_the_database_refuses_others_by_its_own_policies(team: Team) -> None:
    task = await assign(team, co_assignees=[KARL])
    ids = await member_ids(team)
    this = {"task": UUID(task["id"])}
    hugo, jonas = ({"who": ids[name].id} | this for name in ("hugo", "jonas"))
    own = "another party accepts a task itself"
    await run_probes(
        team,
        [
            Probe("karl", BLOCK, 1, this),
            Probe("ines", BLOCK, 0, this),
            Probe("karl", ADD, BY_POLICY, hugo),
            Probe("coordinator", ADD, Refused(own), hugo),
            Probe("coordinator", ADD, Refused(own), jonas),
            Probe("jonas", ADD, 1, jonas),
        ],
    )
    read_json(await change(team, "coordinator", task, co_assignees=[]))
    await run_probes(team, [Probe("karl", BLOCK, 0, this), Probe("lena", BLOCK, 1, this)])
