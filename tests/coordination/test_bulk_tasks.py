"""Changing many tasks at once: all or none, by the rules of a single change and with an entry for each."""

from app import clock
from tests.factories.evidence import values
from tests.factories.tasks import DUE, assign, change, change_many, history, seen
from tests.factories.team import Team, read_json


async def test_each_task_is_changed_with_its_own_entry(team: Team) -> None:
    these = [await assign(team, title=title, assignee="NL-04") for title in ("A", "B")]
    changed = read_json(await change_many(team, "coordinator", *these, priority="urgent", assignee="NL-03", **DUE))
    assert [one["id"] for one in changed["items"]] == [one["id"] for one in these], "in the order of the request"
    for one in changed["items"]:
        assert (one["priority"], one["assignee"], one["due_zone"]) == ("urgent", "NL-03", DUE["due_zone"])
        assert values((await history(team, "bram", one))[-1])["former"] == "NL-04"
    done = read_json(await change_many(team, "bram", *changed["items"], state="done"))
    assert [one["state"] for one in done["items"]] == ["done", "done"]


async def test_one_refused_task_is_named_and_nothing_is_changed(team: Team) -> None:
    good, open_parts = await assign(team), await assign(team, checklist=["Both logs"])
    theirs, own = await assign(team, assignee="FR-02"), await assign(team, assignee="NL-04")
    moved = await assign(team)
    read_json(await change(team, "coordinator", moved, title="Match them"))
    absent = good | {"id": str(clock.new_id())}
    for bad, code in (
        (open_parts, "task-has-open-parts"),
        (theirs, "not-found"),
        (own, "not-found"),
        (absent, "not-found"),
        (moved, "stale"),
    ):
        answer = read_json(await change_many(team, "lena", good, bad, state="done"), 409)
        assert (answer["code"], [(one["task"], one["code"]) for one in answer["rows"]]) == (
            "rows-refused",
            [(bad["id"], code)],
        )
    refused = read_json(await change_many(team, "lena", good, priority="high"), 409)
    assert [one["code"] for one in refused["rows"]] == ["overseer-only"]
    assert (await seen(team, "lena", good))["version"] == good["version"]
    assert len(await history(team, "lena", good)) == 2, "assigned and accepted"


async def test_tasks_are_named_once_and_something_changes(team: Team) -> None:
    task = await assign(team)
    assert (await change_many(team, "coordinator", task, task, priority="high")).status_code == 422
    assert (await change_many(team, "coordinator", task)).status_code == 422
    assert (await change_many(team, "coordinator", task, title="Same for all")).status_code == 422
    assert (await change_many(team, "auditor", task, priority="high")).status_code == 403
