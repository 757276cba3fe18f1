"""A task of a decision or consent does not show that link to members who may not see the decision or consent.

The decision is shared by the Netherlands and Germany, and Germany asked the Netherlands for the consent. The task is
Hugo's, of France. The coordinator, a member of the Netherlands, links them.
"""

from typing import Any
from uuid import UUID

import pytest

from app import clock
from app.settings import Settings
from tests.factories import evidence, messages, requests, tasks
from tests.factories.evidence import release
from tests.factories.sharing import consents
from tests.factories.tasks import history, place, seen
from tests.factories.team import Team, read_json
from tests.security import test_two_worlds
from tests.security.coordination.test_linked_exhibits import READS
from tests.security.test_two_worlds import without_the_leak
from tests.support.databases.probes import BY_GRANT, BY_POLICY, Probe, member_ids, run_probes
from tests.support.databases.superuser import as_superuser

#: No checkpoint comes by itself: its size is the declared leak.
settings_ = test_two_worlds.settings_


@pytest.fixture
def settings(settings_: Settings) -> Settings:
    """As there."""
    return settings_.model_copy(update={"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0})


async def retie(team: Team, who: str, task: dict[str, Any], **form: list[str]) -> Any:
    """Try to tie a task to something, or to untie it."""
    return await team.client(who).post(place(team, task, "/links"), json=form)


async def picture(team: Team, who: str, task: dict[str, Any], decision: dict[str, Any]) -> dict[str, Any]:
    """All that somebody reads around the task, and of the ledger."""
    await team.settled()
    paths = [place(team, task, rest) for rest in READS]
    paths += [team.path(rest) for rest in ("/tasks", "/consents", "/ledger/entries?limit=200", "/ledger/disclosed")]
    paths += [team.path(f"/tasks?decision={decision['id']}"), team.path("/messages?q=action")]
    return {path: without_the_leak((await team.client(who).get(path)).text) for path in paths}


async def test_tying_leaves_no_trace_for_who_may_not_see_the_decision(team: Team) -> None:
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "daan", channel)
    task = await tasks.assign(team, assignee="FR-02")
    watchers = ("hugo", "claire", "mara", "jonas")
    without = {who: await picture(team, who, task, decision) for who in watchers}
    read_json(await retie(team, "coordinator", task, link_decisions=[decision["id"]]))
    for who in watchers:
        assert await picture(team, who, task, decision) == without[who], who
    shown = await seen(team, "coordinator", task)
    assert [(one["id"], one["text"]) for one in shown["decisions"]] == [(decision["id"], decision["text"])]
    assert shown["version"] == task["version"]
    (item,) = (await messages.stretch(team, "coordinator", channel))["items"]
    assert [one["number"] for one in item["tasks"]] == [task["number"]]
    assert (await messages.stretch(team, "jonas", channel))["items"][0]["tasks"] == [], "he sees no such task"
    read_json(await retie(team, "coordinator", task, unlink_decisions=[decision["id"]]))
    for who in watchers:
        assert await picture(team, who, task, decision) == without[who], who


async def test_a_task_made_of_a_decision_is_shown_on_both_sides(team: Team) -> None:
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "daan", channel)
    task = await tasks.assign(team, decisions=[decision["id"]])
    for who in ("lena", "jonas", "coordinator"):
        assert [one["id"] for one in (await seen(team, who, task))["decisions"]] == [decision["id"]], who
        (item,) = (await messages.stretch(team, who, channel))["items"]
        assert [one["id"] for one in item["tasks"]] == [task["id"]], who
        assert len(await tasks.listed(team, who, f"?decision={decision['id']}")) == 1
        assert len(await team.entries(who, "task.tied")) == 1, who
    assert [one["kind"] for one in await history(team, "lena", task)] == ["task.assigned", "task.tied", "task.accepted"]


async def test_a_task_of_a_consent_follows_its_exhibit(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE", "listed"))
    consent = await consents.ask(team, "lena", exhibit)
    task = await tasks.assign(team)
    read_json(await retie(team, "lena", task, link_consents=[consent["id"]]))
    again = read_json(await retie(team, "lena", task, link_consents=[consent["id"]]))
    assert [one["id"] for one in again["consents"]] == [consent["id"]]
    assert len(await team.entries("lena", "task.tied")) == 1
    assert (await seen(team, "coordinator", task))["consents"] == [], "coordinators read no consents"
    told = [len(await team.entries("coordinator", kind)) for kind in ("consent.requested", "task.tied")]
    assert told[0] == told[1], "they hear of both ends, or of nothing between them"
    for who in ("lena", "jonas"):
        assert [one["number"] for one in (await consents.listed(team, who))[0]["tasks"]] == [task["number"]], who
        assert len(await tasks.listed(team, who, f"?consent={consent['id']}")) == 1
    assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
    assert (await seen(team, "lena", task))["consents"] == []
    assert await team.entries("lena", "task.tied") == []


async def test_task_of_a_request_leaves_no_trace_for_members_without_access(team: Team) -> None:
    request = await requests.sent(team)
    task = await tasks.assign(team, assignee="FR-02")
    watchers = ("hugo", "claire", "mara", "jonas")
    paths = [*(place(team, task, rest) for rest in READS), team.path(f"/tasks?request={request['id']}")]

    async def pictures() -> dict[str, list[str]]:
        await team.settled()
        return {who: [without_the_leak((await team.client(who).get(one)).text) for one in paths] for who in watchers}

    without = await pictures()
    shown = read_json(await retie(team, "coordinator", task, link_requests=[request["id"]]))
    assert [(one["id"], one["number"]) for one in shown["requests"]] == [(request["id"], request["number"])]
    assert await pictures() == without
    assert len(await tasks.listed(team, "coordinator", f"?request={request['id']}")) == 1
    wanted = [{"requests": [one]} for one in (request["id"], str(clock.new_id()))]
    made = [await tasks.try_assign(team, "jonas", assignee=team.code("lena"), **one) for one in wanted]
    assert (made[0].status_code, made[0].json()) == (422, made[1].json())
    read_json(await requests.release(team, "noor", request, "FR", "existence"))
    assert [one["number"] for one in (await seen(team, "hugo", task))["requests"]] == [request["number"]]
    read_json(await retie(team, "coordinator", task, unlink_requests=[request["id"]]))
    for who, kinds in (("hugo", ["task.untied"]), ("jonas", []), ("coordinator", ["task.tied", "task.untied"])):
        await team.settled()
        assert [one["kind"] for one in await team.entries(who) if "tied" in str(one["kind"])] == kinds, who


async def test_task_of_an_item_is_shown_to_members_who_read_the_content_and_leaves_no_trace_for_others(
    team: Team,
) -> None:
    request = await requests.create(team, items=[requests.item(), requests.item(identifier="198.51.100.9")])
    read_json(await requests.release(team, "noor", request, "FR", "existence"))
    first, second = request["items"]
    task = await tasks.assign(team, assignee="FR-02")
    watchers = ("hugo", "claire", "mara", "jonas")
    rests = (f"/tasks?item={second['id']}", f"/tasks?request={request['id']}", "/ledger/entries?limit=200")
    paths = [*(place(team, task, rest) for rest in READS), *(team.path(rest) for rest in rests)]

    async def pictures() -> dict[str, list[str]]:
        await team.settled()
        return {who: [without_the_leak((await team.client(who).get(one)).text) for one in paths] for who in watchers}

    without = await pictures()
    unread = [
        await retie(team, "coordinator", task, link_request_items=[one]) for one in (second["id"], str(clock.new_id()))
    ]
    assert (unread[0].status_code, unread[0].json()) == (422, unread[1].json()), "a coordinator reads no item"
    async with as_superuser(team) as superuser:
        await superuser.execute("update members set roles = '{coordinator,member}' where code = 'NL-01'")
    shown = read_json(await retie(team, "coordinator", task, link_request_items=[second["id"]]))
    expected = {"id": second["id"], "request": request["id"], "number": request["number"], "place": 2}
    (linked,) = shown["request_items"]
    assert {name: linked[name] for name in expected} == expected
    assert (linked["kind"], linked["identifier"], shown["requests"]) == ("data", "198.51.100.9", [])
    assert await pictures() == without, "also for a party that knows of the request and does not read it"
    for filtered, many in ((f"item={second['id']}", 1), (f"item={first['id']}", 0), (f"request={request['id']}", 1)):
        assert len(await tasks.listed(team, "coordinator", f"?{filtered}")) == many
    for who, name in (("jonas", "request_items"), ("hugo", "link_request_items")):
        wanted: list[dict[str, Any]] = [{name: [one]} for one in (second["id"], str(clock.new_id()))]
        by_hugo = who == "hugo"
        answers = [
            await (
                retie(team, who, task, **one)
                if by_hugo
                else tasks.try_assign(team, who, assignee=team.code("lena"), **one)
            )
            for one in wanted
        ]
        assert (answers[0].status_code, answers[0].json()) == (422, answers[1].json()), who
    read_json(await requests.change(team, "noor", request, remove_items=[second["id"]]))
    assert (await seen(team, "coordinator", task))["request_items"] == [], "the removed item takes the link with it"
    read_json(await requests.release(team, "noor", request, "FR", "content"))
    read_json(await retie(team, "coordinator", task, link_request_items=[first["id"]]))
    assert [one["place"] for one in (await seen(team, "hugo", task))["request_items"]] == [1]


async def test_what_is_invisible_absent_or_talk_is_the_same_refusal(team: Team) -> None:
    channel = await messages.open_channel(team, "claire", name="Paris and Berlin")
    hidden = await messages.decide(team, "claire", channel)
    shared = await messages.open_channel(team)
    talk = await messages.say(team, "noor", shared)
    task = await tasks.assign(team)
    for by, unfit in (("coordinator", hidden), ("coordinator", talk), ("lena", talk)):
        for name in ("link_decisions", "unlink_decisions"):
            answers = [await retie(team, by, task, **{name: [one]}) for one in (unfit["id"], str(clock.new_id()))]
            assert [one.status_code for one in answers] == [422, 422]
            assert answers[0].json() == answers[1].json()
    for name in ("decisions", "consents"):
        wanted: list[dict[str, Any]] = [{name: [one]} for one in (hidden["id"], str(clock.new_id()))]
        made = [await tasks.try_assign(team, **one) for one in wanted]
        assert made[0].json() == made[1].json()
        assert made[0].status_code == 422
    assert len(await tasks.listed(team, "coordinator")) == 1, "nothing was made"
    visible = await messages.decide(team, "daan", shared)
    refused = await retie(team, "jonas", task, link_decisions=[visible["id"]])
    assert (refused.status_code, refused.json()["code"]) == (403, "not-your-task")


TIE_DECISION = (
    "insert into task_decisions (task, message, jit, linked_by, linked_at) values (:task, :message, :jit, :by, :now)"
)
TIE_CONSENT = (
    "insert into task_consents (task, consent, jit, linked_by, linked_at) values (:task, :consent, :jit, :seat, :now)"
)


async def test_ties_to_what_is_hidden_or_anothers_are_not_written(team: Team) -> None:
    """Not to a decision or a consent that the member does not see, and not to a task in which it has no part."""
    channel = await messages.open_channel(team)
    decision, talk = await messages.decide(team, "daan", channel), await messages.say(team, "daan", channel)
    consent = await consents.ask(team, "lena", await evidence.register(team, "noor", release("DE", "listed")))
    theirs, task = await tasks.assign(team, assignee="FR-02"), await tasks.assign(team)
    ids = await member_ids(team)

    def tie(who: str, where: dict[str, Any], what: dict[str, Any], by: str = "", rows: int | None = None) -> Probe:
        binds = {"task": UUID(where["id"]), "message": UUID(what["id"]), "by": ids[by or who].id}
        return Probe(who, TIE_DECISION, BY_POLICY if rows is None else rows, binds)

    asked = {"task": UUID(task["id"]), "consent": UUID(consent["id"])}
    await run_probes(
        team,
        [
            tie("hugo", theirs, decision),
            tie("jonas", task, decision),
            tie("lena", task, talk),
            tie("lena", task, decision, by="jonas"),
            tie("lena", theirs, decision),
            tie("lena", task, decision, rows=1),
            Probe("hugo", TIE_CONSENT, BY_POLICY, asked | {"task": UUID(theirs["id"])}),
            Probe("jonas", TIE_CONSENT, BY_POLICY, asked),
            Probe("coordinator", TIE_CONSENT, BY_POLICY, asked),
            Probe("lena", TIE_CONSENT, 1, asked),
        ],
    )
    read_json(await retie(team, "lena", task, link_decisions=[decision["id"]], link_consents=[consent["id"]]))
    await run_probes(
        team,
        [
            *(Probe(who, "delete from task_decisions", 0) for who in ("hugo", "jonas", "daan")),
            *(Probe(who, "delete from task_consents", 0) for who in ("hugo", "jonas")),
            Probe("lena", "update task_decisions set linked_at = now()", BY_GRANT),
            Probe("lena", "delete from task_decisions", 1),
            Probe("lena", "delete from task_consents", 1),
        ],
    )
