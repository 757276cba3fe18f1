"""A task that mentions an exhibit: to who may not see the exhibit it mentions nothing, in two worlds, and whatever they write.

The task is Hugo's, the exhibit is between the Netherlands and Germany; the coordinator, who sees both, links them.
"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.database import Asking
from tests.factories import evidence, tasks
from tests.factories.evidence import release
from tests.factories.tasks import history, place, relink, seen
from tests.factories.team import Team, said
from tests.holes.test_two_worlds import without_the_leak

READS = ("", "/comments", "/history")


async def picture(team: Team, who: str, task: dict[str, Any], exhibit: dict[str, Any]) -> dict[str, Any]:
    """All that somebody reads around the task, and of the ledger."""
    await team.settled()
    paths = [place(team, task, rest) for rest in READS]
    paths += [team.path(rest) for rest in ("/tasks", "/evidence", "/ledger/entries?limit=200", "/ledger/disclosed")]
    paths += [team.path(f"/tasks?evidence={exhibit['id']}")]
    return {path: without_the_leak((await team.client(who).get(path)).text) for path in paths}


async def test_linking_leaves_no_trace_for_who_may_not_see_the_exhibit(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    task = await tasks.assign(team, assignee="FR-02")
    watchers = ("hugo", "claire")
    without = {who: await picture(team, who, task, exhibit) for who in watchers}
    said(await relink(team, "coordinator", task, link=[exhibit["id"]]))
    for who in watchers:
        assert await picture(team, who, task, exhibit) == without[who], who
    assert (await seen(team, "coordinator", task))["evidence"] == [exhibit["id"]]
    said(await relink(team, "coordinator", task, unlink=[exhibit["id"]]))
    for who in watchers:
        assert await picture(team, who, task, exhibit) == without[who], who


async def test_a_task_made_with_a_hidden_exhibit_is_made_like_any_other(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    plain = await tasks.assign(team, assignee="FR-02")
    linked = await tasks.assign(team, assignee="FR-02", evidence=[exhibit["id"]])
    views = [await seen(team, "hugo", one) for one in (plain, linked)]
    same = {name for name in views[0] if views[0][name] == views[1][name]}
    assert set(views[0]) - same == {"id", "number", "created_at", "updated_at", "state_changed_at", "accepted_at"}
    assert [len(await history(team, "hugo", one)) for one in (plain, linked)] == [2, 2]


async def test_a_release_shows_the_mention_and_a_recall_hides_it_again(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    task = await tasks.assign(team, assignee="FR-02", evidence=[exhibit["id"]])
    said(await evidence.grant(team, "noor", exhibit, "FR", level="listed"))
    assert (await seen(team, "hugo", task))["evidence"] == [exhibit["id"]]
    assert [one["kind"] for one in await history(team, "hugo", task)] == [
        "task.assigned",
        "task.linked",
        "task.accepted",
    ]
    assert len(await tasks.listed(team, "hugo", f"?evidence={exhibit['id']}")) == 1
    assert (await evidence.recall(team, "noor", exhibit, "FR")).status_code == 204
    assert (await seen(team, "hugo", task))["evidence"] == []
    assert [one["kind"] for one in await history(team, "hugo", task)] == ["task.assigned", "task.accepted"]


async def test_an_originator_does_not_learn_that_others_speak_of_its_exhibit(team: Team) -> None:
    """Custody is its own; a mention in somebody else's task takes no number of the exhibit's chain."""
    exhibit = await evidence.register(team, "claire", release("NL"), release("DE"))
    await team.settled()
    before = await evidence.custody(team, "claire", exhibit)
    task = await tasks.assign(team, evidence=[exhibit["id"]])
    assert (await seen(team, "lena", task))["evidence"] == [exhibit["id"]]
    assert await evidence.custody(team, "claire", exhibit) == before
    assert await team.entries("claire", "task.linked") == []
    assert len(await team.entries("lena", "task.linked")) == 1


async def test_to_link_what_is_invisible_and_what_is_absent_is_the_same_refusal(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    task = await tasks.assign(team, assignee="FR-02", evidence=[exhibit["id"]])
    hidden_from_coordinator = await evidence.register(team, "jonas")
    for by, wanted in (("hugo", exhibit), ("coordinator", hidden_from_coordinator)):
        for name in ("link", "unlink"):
            said_of = [await relink(team, by, task, **{name: [one]}) for one in (wanted["id"], str(uuid4()))]
            assert [one.status_code for one in said_of] == [422, 422]
            assert said_of[0].json() == said_of[1].json()
    made = [await tasks.try_assign(team, evidence=[one]) for one in (hidden_from_coordinator["id"], str(uuid4()))]
    assert made[0].json() == made[1].json()
    assert (await seen(team, "coordinator", task))["evidence"] == [exhibit["id"]], "nothing was unlinked"


async def test_links_need_a_hand_in_the_task(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    task = await tasks.assign(team)
    refused = await relink(team, "jonas", task, link=[exhibit["id"]])
    assert (refused.status_code, refused.json()["code"]) == (403, "not-your-task")
    twice = [said(await relink(team, who, task, link=[exhibit["id"]])) for who in ("lena", "coordinator")]
    assert [one["evidence"] for one in twice] == [[exhibit["id"]]] * 2
    assert [one["kind"] for one in await history(team, "lena", task)] == [
        "task.assigned",
        "task.accepted",
        "task.linked",
    ]
    assert said(await relink(team, "lena", task, unlink=[exhibit["id"]]))["evidence"] == []


async def attempt(team: Team, who: str, statement: str, **binds: Any) -> int:
    """What a forgotten question in a service would let somebody write: rows touched, or a refusal by the database."""
    seat = team.seats[who]
    members = await members_of(team)
    row = members[seat["code"]]
    asking = Asking(
        account=team.accounts[who],
        jit=team.jit_id,
        party=row["party"],
        authority=row["authority"],
        seat=row["id"],
        roles=frozenset(seat["roles"]),
    )
    async with team.house.database.writing(asking) as session:
        known = {"jit": team.jit_id, "now": clock.now(), **binds}
        named = {name: value for name, value in known.items() if f":{name}" in statement}
        done = await session.execute(text(statement), named)
        return int(done.rowcount)  # type: ignore[attr-defined]


async def members_of(team: Team) -> dict[str, dict[str, Any]]:
    async with team.house.database.reading(Asking(jit=team.jit_id)) as session:
        rows = await session.execute(
            text("select id, code, party, authority from members where jit = :jit"), {"jit": team.jit_id}
        )
        return {row.code: dict(row._mapping) for row in rows}


class TestTheDatabaseHoldsWhatTheServiceForgot:
    async def test_nobody_but_its_hands_changes_a_task(self, team: Team) -> None:
        task = await tasks.assign(team)
        change = "update tasks set state = 'done' where id = :task"
        for who in ("daan", "claire", "auditor"):
            assert await attempt(team, who, change, task=UUID(task["id"])) == 0, who
        with pytest.raises(DBAPIError, match="accepts or declines, and no more"):
            await attempt(team, "jonas", change, task=UUID(task["id"]))
        assert await attempt(team, "lena", change, task=UUID(task["id"])) == 1

    async def test_nobody_gives_a_task_but_a_coordinator_and_in_its_own_name(self, team: Team) -> None:
        members = await members_of(team)
        insert = (
            "insert into tasks (id, jit, number, title, priority, state, assigner, assigner_party, assignee, assignee_party,"
            " created_at, updated_at, state_changed_at, party_since) values (:id, :jit, 'T-XXXXXX', 'x', 'low', 'proposed',"
            " :assigner, :assigner_party, :assignee, :assignee_party, :now, :now, :now, :now)"
        )
        nl, de, lena = members["NL-01"], members["DE-01"], members["DE-02"]
        given = {"assignee": lena["id"], "assignee_party": lena["party"]}
        for who, by, more in (
            ("jonas", de, {}),
            ("jonas", nl, {}),
            ("coordinator", de, {}),
            ("coordinator", nl, {"assignee_party": nl["party"]}),
        ):
            binds = {"id": uuid4(), "assigner": by["id"], "assigner_party": by["party"]} | given | more
            with pytest.raises(DBAPIError, match=r"row-level security|another party gives"):
                await attempt(team, who, insert, **binds)

    async def test_nobody_links_what_they_do_not_see_or_have_no_hand_in(self, team: Team) -> None:
        members = await members_of(team)
        exhibit = await evidence.register(team, "noor", release("DE"))
        task = await tasks.assign(team, assignee="FR-02")
        insert = "insert into task_links (task, evidence, jit, linked_by, linked_at) values (:task, :evidence, :jit, :by, :now)"
        for who in ("hugo", "daan", "lena"):
            binds = {"task": UUID(task["id"]), "evidence": UUID(exhibit["id"]), "by": members[team.code(who)]["id"]}
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, **binds)
        said(await relink(team, "coordinator", task, link=[exhibit["id"]]))
        for who in ("hugo", "daan", "lena"):
            assert await attempt(team, who, "delete from task_links") == 0

    async def test_nobody_comments_for_another_or_takes_a_comment_back(self, team: Team) -> None:
        members = await members_of(team)
        task = await tasks.assign(team)
        said(await tasks.comment(team, "lena", task), 201)
        insert = "insert into task_comments (id, jit, task, seat, text, at) values (:id, :jit, :task, :by, 'x', :now)"
        for who, by in (("jonas", "lena"), ("claire", "claire")):
            binds = {"id": uuid4(), "task": UUID(task["id"]), "by": members[team.code(by)]["id"]}
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, **binds)
        for statement in ("delete from task_comments", "update task_comments set text = 'y'", "delete from tasks"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "lena", statement)

    async def test_nobody_addresses_a_mention_anew(self, team: Team) -> None:
        """Without the exhibit the row would speak to the whole party."""
        exhibit = await evidence.register(team, "noor", release("DE"))
        await tasks.assign(team, assignee="FR-02", evidence=[exhibit["id"]])
        (linked,) = await team.entries("coordinator", "task.linked")
        claire = (await members_of(team))["FR-01"]
        insert = "insert into entry_audience (entry, jit, party, level) values (:entry, :jit, :party, 3)"
        for who in ("hugo", "coordinator", "claire", "noor"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, entry=UUID(linked["id"]), party=claire["party"])
