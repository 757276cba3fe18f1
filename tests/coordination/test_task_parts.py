"""What hangs on a task: its checklist, ticked by several at once, and what it waits for, which reveals nothing."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import values
from tests.factories.tasks import (
    assign,
    change,
    check,
    history,
    listed,
    place,
    see,
    seen,
    try_assign,
    wait,
)
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

LIST = ["Ask for the log", "Compare the hours", "Note every address"]


def ids(task: dict[str, Any]) -> list[str]:
    return [one["id"] for one in task["checklist"]]


class TestFields:
    async def test_legal_basis_and_language_are_said_changed_and_cleared(self, team: Team) -> None:
        task = await assign(team, legal_basis="EIO, Directive 2014/41/EU Art. 24", language="fr-BE")
        assert (task["legal_basis"], task["language"]) == ("EIO, Directive 2014/41/EU Art. 24", "fr-BE")
        assert values((await history(team, "lena", task))[0])["language"] == "fr-BE"
        changed = read_json(await change(team, "coordinator", task, legal_basis=None, language="ar"))
        assert (changed["legal_basis"], changed["language"]) == (None, "ar")
        last = values((await history(team, "lena", task))[-1])["changes"]
        assert last == {
            "legal_basis": {"from": "EIO, Directive 2014/41/EU Art. 24", "to": None},
            "language": {"from": "fr-BE", "to": "ar"},
        }

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"language": "klingon"}, "language"),
            ({"language": "FR"}, "language"),
            ({"legal_basis": ""}, "legal_basis"),
            ({"checklist": [" "]}, "checklist.0"),
            ({"checklist": ["x"] * 51}, "checklist"),
        ],
    )
    async def test_what_is_wrong_is_named(self, team: Team, wrong: dict[str, Any], field: str) -> None:
        answer = await try_assign(team, **wrong)
        assert [error["field"] for error in answer.json()["errors"]] == [field], answer.text


class TestChecklists:
    async def test_items_are_added_ticked_freed_and_taken_out_one_by_one(self, team: Team) -> None:
        task = await assign(team, checklist=LIST)
        assert [(one["text"], one["done_by"]) for one in task["checklist"]] == [(text, None) for text in LIST]
        first, second, third = ids(task)
        now = read_json(await check(team, "lena", task, tick=[first], add=["Write it down"]))
        assert (now["checklist"][0]["done_by"], now["checklist"][3]["text"]) == ("DE-02", "Write it down")
        assert now["version"] == task["version"]
        now = read_json(await check(team, "coordinator", task, untick=[first], remove=[second], tick=[third]))
        assert [(one["text"], one["done_by"]) for one in now["checklist"]] == [
            (LIST[0], None),
            (LIST[2], "NL-01"),
            ("Write it down", None),
        ]
        told = [(one["kind"], values(one)["text"]) for one in (await history(team, "jonas", task))[2:]]
        assert told == [
            ("task.item_added", "Write it down"),
            ("task.item_ticked", LIST[0]),
            ("task.item_removed", LIST[1]),
            ("task.item_ticked", LIST[2]),
            ("task.item_unticked", LIST[0]),
        ]

    async def test_what_is_so_already_is_no_fact(self, team: Team) -> None:
        task = await assign(team, checklist=LIST)
        for _ in range(2):
            read_json(await check(team, "lena", task, tick=ids(task)[:1], untick=ids(task)[1:]))
        assert [one["kind"] for one in await history(team, "lena", task)][2:] == ["task.item_ticked"]

    async def test_ticks_of_two_at_once_are_both_kept_beside_a_change_of_words(self, team: Team) -> None:
        task = await assign(team, checklist=LIST)
        first, second, third = ids(task)
        answers = await asyncio.gather(
            check(team, "lena", task, tick=[first]),
            check(team, "coordinator", task, tick=[second]),
            check(team, "lena", task, tick=[third]),
            change(team, "coordinator", task, title="Match the hours"),
        )
        assert {one.status_code for one in answers} == {200}
        now = await seen(team, "lena", task)
        assert [one["done_by"] for one in now["checklist"]] == ["DE-02", "NL-01", "DE-02"]
        assert now["title"] == "Match the hours"

    async def test_whose_it_is_not_and_what_is_not_there(self, team: Team) -> None:
        task, other = await assign(team, checklist=LIST), await assign(team, checklist=["Elsewhere"])
        for who in ("daan", "jonas"):
            assert (await check(team, who, task, tick=ids(task))).json()["code"] == "not-your-task"
        assert (await check(team, "hugo", task, tick=ids(task))).status_code == 404
        for name in ("remove", "tick", "untick"):
            for wrong in (ids(other)[0], str(uuid4())):
                refused = await check(team, "lena", task, **{name: [ids(task)[0], wrong]})
                assert [error["field"] for error in refused.json()["errors"]] == [f"{name}.1"]
        assert (await check(team, "lena", task, add=["x"] * 48)).status_code == 422
        assert [one["done_by"] for one in (await seen(team, "lena", other))["checklist"]] == [None]
        read_json(await change(team, "lena", task, state="done", despite_open=True))
        assert (await check(team, "lena", task, tick=ids(task))).json()["code"] == "task-closed"

    async def test_the_next_party_reads_it_as_it_is(self, team: Team) -> None:
        task = await assign(team, checklist=LIST)
        read_json(await check(team, "lena", task, remove=ids(task)[:1]))
        moved = read_json(await change(team, "coordinator", task, assignee="FR-02"))
        assert values((await history(team, "claire", moved))[-1])["items"] == LIST[1:]
        assert len((await seen(team, "hugo", moved))["checklist"]) == 2

    async def test_the_database_holds_it(self, team: Team) -> None:
        task = await assign(team, checklist=LIST)
        done_by_coordinator = "update task_items set done_by = (select id from members where code = 'NL-01' and jit = :jit), done_at = now()"
        for who in ("daan", "jonas", "hugo", "auditor"):
            assert await attempt(team, who, "update task_items set done_by = asking_seat(), done_at = now()") == 0, who
            assert await attempt(team, who, "delete from task_items") == 0, who
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "lena", done_by_coordinator)
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "lena", "update task_items set text = 'x'")
        add = (
            "insert into task_items (id, jit, task, text, added_by, added_at) values"
            " (gen_random_uuid(), :jit, :task, 'x', asking_seat(), now())"
        )
        for who in ("daan", "hugo"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, add, task=UUID(task["id"]))
        assert await attempt(team, "lena", "update task_items set done_by = asking_seat(), done_at = now()") == 3


class TestDependencies:
    async def test_it_waits_for_others_and_some_no_more(self, team: Team) -> None:
        first, second = await assign(team, title="First"), await assign(team, title="Second")
        waits = read_json(await wait(team, "coordinator", second, add=[first["id"]]))
        assert [(one["id"], one["state"]) for one in waits["waits_for"]] == [(first["id"], "open")]
        assert waits["version"] == second["version"]
        assert waits["waits_for"][0]["due_at"] == first["due_at"]
        assert [one["id"] for one in (await seen(team, "lena", first))["held_up"]] == [second["id"]]
        read_json(await wait(team, "coordinator", second, add=[first["id"]]))
        assert read_json(await wait(team, "coordinator", second, remove=[first["id"]]))["waits_for"] == []
        told = [(one["kind"], values(one)["waits_for"]) for one in (await history(team, "lena", second))[2:]]
        assert told == [("task.dependency_added", first["number"]), ("task.dependency_removed", first["number"])]

    async def test_it_may_be_begun_all_the_same(self, team: Team) -> None:
        first, second = await assign(team), await assign(team)
        read_json(await wait(team, "coordinator", second, add=[first["id"]]))
        assert read_json(await change(team, "lena", second, state="in_progress"))["waits_for"][0]["state"] == "open"

    async def test_a_circle_is_refused_naming_the_task(self, team: Team) -> None:
        one, two, three = [await assign(team, title=title) for title in ("One", "Two", "Three")]
        read_json(await wait(team, "coordinator", two, add=[one["id"]]))
        read_json(await wait(team, "coordinator", three, add=[two["id"]]))
        for task, wanted in ((one, [three["id"]]), (one, [two["id"]]), (one, [one["id"]])):
            refused = await wait(team, "coordinator", task, add=wanted)
            assert (refused.status_code, refused.json()["code"]) == (422, "waits-in-a-circle")
            assert [error["field"] for error in refused.json()["errors"]] == ["add.0"]
        refused = await wait(team, "coordinator", one, add=[str(uuid4())])
        assert [error["field"] for error in refused.json()["errors"]] == ["add.0"]
        assert (await seen(team, "lena", one))["waits_for"] == []

    async def test_of_two_who_close_a_circle_at_once_one_is_refused(self, team: Team) -> None:
        one, two = await assign(team), await assign(team)
        answers = await asyncio.gather(
            wait(team, "coordinator", one, add=[two["id"]]), wait(team, "coordinator", two, add=[one["id"]])
        )
        assert sorted(answer.status_code for answer in answers) == [200, 422]

    async def test_only_coordinators_say_so(self, team: Team) -> None:
        one, two = await assign(team), await assign(team)
        for who in ("lena", "jonas", "daan"):
            assert (await wait(team, who, one, add=[two["id"]])).status_code == 403, who
        assert not (await seen(team, "lena", one))["may"]["depend"]
        insert = (
            "insert into task_waits (task, waits_for, jit, added_by, added_at)"
            " values (:task, :other, :jit, asking_seat(), now())"
        )
        binds = {"task": UUID(one["id"]), "other": UUID(two["id"])}
        for who in ("lena", "jonas", "noor"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, **binds)
        assert await attempt(team, "coordinator", insert, **binds) == 1
        for who in ("lena", "noor"):
            assert await attempt(team, who, "delete from task_waits") == 0

    async def test_who_sees_one_of_two_learns_nothing_of_the_other(self, team: Team) -> None:
        """Two worlds: Lena's task waits for Hugo's and another for hers, or nothing waits."""
        lenas, hugos, later = (
            await assign(team),
            await assign(team, assignee="FR-02"),
            await assign(team, assignee="FR-01"),
        )
        watchers = ("lena", "jonas", "auditor")
        before = {who: await _picture(team, who, lenas) for who in watchers}
        read_json(await wait(team, "coordinator", lenas, add=[hugos["id"]]))
        read_json(await wait(team, "coordinator", later, add=[lenas["id"]]))
        for who in watchers:
            assert await _picture(team, who, lenas) == before[who], who
        assert len((await seen(team, "noor", lenas))["waits_for"]) == 1
        assert [one["kind"] for one in await team.entries("noor")].count("task.dependency_added") == 2
        absent = await team.client("lena").get(team.path(f"/tasks/{uuid4()}"))
        assert (await see(team, "lena", hugos)).json()["detail"] == absent.json()["detail"]
        assert await attempt(team, "lena", "select * from task_waits") == 0


class TestFinishing:
    async def test_finishing_with_open_parts_is_refused_and_names_them(self, team: Team) -> None:
        first, task = await assign(team, title="First"), await assign(team, checklist=LIST)
        read_json(await wait(team, "coordinator", task, add=[first["id"]]))
        read_json(await check(team, "lena", task, tick=ids(task)[:1]))
        refused = await change(team, "lena", task, state="done")
        assert (refused.status_code, refused.json()["code"]) == (409, "task-has-open-parts")
        assert [one["text"] for one in refused.json()["open_items"]] == LIST[1:]
        assert refused.json()["open_tasks"] == [
            {"id": first["id"], "number": first["number"], "title": "First", "state": "open"}
        ]
        assert (await seen(team, "lena", task))["state"] == "open"
        assert read_json(await change(team, "lena", task, state="done", despite_open=True))["state"] == "done"

    async def test_finishing_with_everything_done_needs_no_confirmation(self, team: Team) -> None:
        first, task = await assign(team), await assign(team, checklist=LIST)
        read_json(await wait(team, "coordinator", task, add=[first["id"]]))
        read_json(await check(team, "lena", task, tick=ids(task)))
        read_json(await change(team, "lena", first, state="done"))
        assert read_json(await change(team, "lena", task, state="done"))["state"] == "done"

    async def test_finishing_does_not_reveal_an_invisible_dependency(self, team: Team) -> None:
        hugos, task = await assign(team, assignee="FR-02"), await assign(team)
        read_json(await wait(team, "coordinator", task, add=[hugos["id"]]))
        assert read_json(await change(team, "lena", task, state="done"))["state"] == "done"


async def _picture(team: Team, who: str, task: dict[str, Any]) -> list[Any]:
    """All that somebody reads around a task, and of the ledger."""
    await team.settled()
    paths = [place(team, task), place(team, task, "/history"), team.path("/tasks")]
    answers = [await team.client(who).get(path) for path in paths]
    return (
        [one.text for one in answers]
        + [[one["kind"] for one in await team.entries(who) if one["kind"]]]
        + [[one["id"] for one in await listed(team, who)] if who != "auditor" else []]
    )
