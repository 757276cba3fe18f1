"""A task that mentions an exhibit shows nothing of it to members without access.

The task is Hugo's, the exhibit is shared by the Netherlands and Germany, and the coordinator, who sees both, links
them.
"""

from typing import Any
from uuid import UUID, uuid4

from tests.factories import evidence, tasks
from tests.factories.evidence import release
from tests.factories.tasks import history, place, relink, seen
from tests.factories.team import Team, read_json
from tests.security.test_two_worlds import without_the_leak
from tests.support.databases.probes import BY_GRANT, BY_POLICY, Probe, member_ids, run_probes

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
    read_json(await relink(team, "coordinator", task, link=[exhibit["id"]]))
    for who in watchers:
        assert await picture(team, who, task, exhibit) == without[who], who
    assert (await seen(team, "coordinator", task))["evidence"] == [exhibit["id"]]
    read_json(await relink(team, "coordinator", task, unlink=[exhibit["id"]]))
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
    read_json(await evidence.grant(team, "noor", exhibit, "FR", level="listed"))
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
    twice = [read_json(await relink(team, who, task, link=[exhibit["id"]])) for who in ("lena", "coordinator")]
    assert [one["evidence"] for one in twice] == [[exhibit["id"]]] * 2
    assert [one["kind"] for one in await history(team, "lena", task)] == [
        "task.assigned",
        "task.accepted",
        "task.linked",
    ]
    assert read_json(await relink(team, "lena", task, unlink=[exhibit["id"]]))["evidence"] == []


CHANGE = "update tasks set state = 'done' where id = :task"
ASSIGN = (
    "insert into tasks (id, jit, number, title, priority, state, assigner, assigner_party, assignee, assignee_party,"
    " created_at, updated_at, state_changed_at, party_since) values (gen_random_uuid(), :jit, 'T-XXXXXX', 'x', 'low',"
    " 'proposed', :by, :of, :assignee, :assignee_party, :now, :now, :now, :now)"
)
COMMENT = (
    "insert into task_comments (id, jit, task, seat, text, at) values (gen_random_uuid(), :jit, :task, :by, 'x', :now)"
)
LINK = "insert into task_links (task, evidence, jit, linked_by, linked_at) values (:task, :evidence, :jit, :seat, :now)"
ADDRESS = "insert into entry_audience (entry, jit, party, level) values (:entry, :jit, :to, 3)"


async def test_tasks_and_comments_of_others_are_not_written(team: Team) -> None:
    """Those who have no part in a task change nothing of it; tasks are assigned by coordinators and leaders, in their own name."""
    task = await tasks.assign(team)
    read_json(await tasks.comment(team, "lena", task), 201)
    ids = await member_ids(team)
    this = {"task": UUID(task["id"])}

    def assign(who: str, by: str, to_party: str = "lena") -> Probe:
        given = {"assignee": ids["lena"].id, "assignee_party": ids[to_party].party}
        return Probe(who, ASSIGN, BY_POLICY, given | {"by": ids[by].id, "of": ids[by].party})

    await run_probes(
        team,
        [
            *(Probe(who, CHANGE, 0, this) for who in ("daan", "claire", "auditor")),
            Probe("lena", CHANGE, 1, this),
            assign("lena", "lena"),
            assign("jonas", "coordinator"),
            assign("coordinator", "jonas"),
            assign("coordinator", "coordinator", "coordinator"),
            Probe("jonas", COMMENT, BY_POLICY, this | {"by": ids["lena"].id}),
            Probe("claire", COMMENT, BY_POLICY, this | {"by": ids["claire"].id}),
            Probe("lena", COMMENT, 1, this | {"by": ids["lena"].id}),
            Probe("lena", "delete from task_comments", BY_GRANT),
            Probe("lena", "update task_comments set text = 'y'", BY_GRANT),
            Probe("lena", "delete from tasks", BY_GRANT),
        ],
    )


async def test_links_to_hidden_exhibits_and_their_entries_are_not_written(team: Team) -> None:
    """An audience row without the exhibit would tell the whole party of the link."""
    exhibit = await evidence.register(team, "noor", release("DE"))
    task = await tasks.assign(team, assignee="FR-02")
    outside = ("hugo", "daan", "lena")
    binds = {"task": UUID(task["id"]), "evidence": UUID(exhibit["id"])}
    await run_probes(
        team, [Probe("coordinator", LINK, 1, binds), *(Probe(who, LINK, BY_POLICY, binds) for who in outside)]
    )
    read_json(await relink(team, "coordinator", task, link=[exhibit["id"]]))
    (linked,) = await team.entries("coordinator", "task.linked")
    entry = {"entry": UUID(linked["id"]), "to": (await member_ids(team))["claire"].party}
    await run_probes(
        team,
        [
            Probe("coordinator", "delete from task_links", 1),
            *(Probe(who, "delete from task_links", 0) for who in outside),
            *(Probe(who, ADDRESS, BY_POLICY, entry) for who in ("hugo", "coordinator", "claire", "noor")),
        ],
    )
