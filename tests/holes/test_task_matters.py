"""A task of a decision or of a consent: to who may not see that it is of nothing, in two worlds, and whatever they write.

The decision is between the Netherlands and Germany, the consent is asked by Germany of the Netherlands; the task is Hugo's, of France. The
coordinator, who sits for the Netherlands, ties them.
"""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.settings import Settings
from tests.factories import consents, evidence, messages, tasks
from tests.factories.evidence import release
from tests.factories.tasks import history, place, seen
from tests.factories.team import Team, said
from tests.holes import test_two_worlds
from tests.holes.test_linked_exhibits import READS, attempt, members_of
from tests.holes.test_two_worlds import without_the_leak

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
    said(await retie(team, "coordinator", task, link_decisions=[decision["id"]]))
    for who in watchers:
        assert await picture(team, who, task, decision) == without[who], who
    shown = await seen(team, "coordinator", task)
    assert [(one["id"], one["text"]) for one in shown["decisions"]] == [(decision["id"], decision["text"])]
    assert shown["version"] == task["version"]
    (item,) = (await messages.stretch(team, "coordinator", channel))["items"]
    assert [one["number"] for one in item["tasks"]] == [task["number"]]
    assert (await messages.stretch(team, "jonas", channel))["items"][0]["tasks"] == [], "he sees no such task"
    said(await retie(team, "coordinator", task, unlink_decisions=[decision["id"]]))
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
    said(await retie(team, "lena", task, link_consents=[consent["id"]]))
    again = said(await retie(team, "lena", task, link_consents=[consent["id"]]))
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


class TestTheDatabaseHoldsWhatTheServiceForgot:
    async def test_nobody_ties_what_they_do_not_see_or_have_no_hand_in(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        decision, talk = await messages.decide(team, "daan", channel), await messages.say(team, "daan", channel)
        theirs, task = await tasks.assign(team, assignee="FR-02"), await tasks.assign(team)
        people = await members_of(team)
        insert = "insert into task_decisions (task, message, jit, linked_by, linked_at) values (:task, :message, :jit, :seat, :now)"
        for who, code, where, what in (
            ("hugo", "FR-02", theirs, decision),
            ("jonas", "DE-01", task, decision),
            ("lena", "DE-02", task, talk),
            ("lena", "DE-01", task, decision),
            ("lena", "DE-02", theirs, decision),
        ):
            binds = {"task": UUID(where["id"]), "message": UUID(what["id"]), "seat": people[code]["id"]}
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, **binds)
        binds = {"task": UUID(task["id"]), "message": UUID(decision["id"]), "seat": people["DE-02"]["id"]}
        assert await attempt(team, "lena", insert, **binds) == 1
        for who in ("hugo", "jonas", "daan"):
            assert await attempt(team, who, "delete from task_decisions") == 0, who
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "lena", "update task_decisions set linked_at = now()")

    async def test_nobody_ties_a_consent_of_others(self, team: Team) -> None:
        consent = await consents.ask(team, "lena", await evidence.register(team, "noor", release("DE", "listed")))
        theirs, task = await tasks.assign(team, assignee="FR-02"), await tasks.assign(team)
        people = await members_of(team)
        insert = "insert into task_consents (task, consent, jit, linked_by, linked_at) values (:task, :consent, :jit, :seat, :now)"
        for who, code, where in (("hugo", "FR-02", theirs), ("jonas", "DE-01", task), ("coordinator", "NL-01", task)):
            binds = {"task": UUID(where["id"]), "consent": UUID(consent["id"]), "seat": people[code]["id"]}
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, **binds)
        binds = {"task": UUID(task["id"]), "consent": UUID(consent["id"]), "seat": people["DE-02"]["id"]}
        assert await attempt(team, "lena", insert, **binds) == 1
        for who in ("hugo", "jonas"):
            assert await attempt(team, who, "delete from task_consents") == 0, who
