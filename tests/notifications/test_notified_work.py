"""Who is told of messages, action days and briefings: whom a decision or talk names, whose go is asked, who leads, who approves, who was left a note."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from app import clock
from app.services.coordination import mentions as talk_mentions
from app.services.notifications import notification_jobs
from tests.factories import evidence, messages, notifications, operations, outcomes, tasks
from tests.factories.notifications import change, counts, kinds, listed
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

#: What the ledger's facts made, but for its ids.
_WRITTEN = "select seat, position, kind, noun, subject, urgency, at from notifications where position >= $1 order by position, seat"
HOUR: dict[str, Any] = {"h_at": "2030-11-27T09:00:00Z", "h_zone": "Europe/Amsterdam"}


async def told(team: Team, who: str, *kinds_: str) -> list[str]:
    """Of these kinds, the newest first."""
    return [one for one in await kinds(team, who) if one in kinds_]


async def mentions(team: Team, who: str) -> list[dict[str, Any]]:
    """Talk that names somebody, once the worker looked."""
    await talk_mentions.turn(team.context.database)
    return [one for one in await listed(team, who) if one["kind"] == "talk.mentioned"]


async def result_of(team: Team, day: dict[str, Any], action: dict[str, Any]) -> dict[str, Any]:
    """What Lena found."""
    assert (await outcomes.record(team, "lena", day, action)).status_code == 204
    return (await operations.listed(team, "lena", day, "/results"))[0]


class TestADecision:
    async def test_tells_whom_it_names_and_where_it_stands(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        words = "@DE-02 and @NL-02 bring the carriers."
        decision = await messages.decide(team, "noor", channel, words, mentions=["DE-02", "NL-02"])
        (one,) = await listed(team, "lena")
        assert (one["kind"], one["urgency"], one["by"]) == ("decision.recorded", "today", "NL-02")
        assert one["subject"] == {
            "noun": "message",
            "id": decision["id"],
            "number": None,
            "title": channel["name"],
            "evidence": None,
            "within": channel["id"],
        }
        for who in ("noor", "jonas", "karl", "daan", "auditor", "claire"):
            assert await told(team, who, "decision.recorded") == [], who
        await messages.decide(team, "noor", channel, "@NL-04 does.", corrects=decision["id"], mentions=["NL-04"])
        assert await kinds(team, "daan") == ["decision.corrected"]
        assert "carriers" not in str(await listed(team, "lena")), "no words of it"


class TestTalk:
    async def test_tells_whom_it_names_and_leaves_nothing_in_the_ledger(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        before = await team.entries("jit_auditor")
        message = await messages.say(team, "noor", channel, "@DE-02, @NL-02: look.", mentions=["DE-02", "NL-02"])
        (one,) = await mentions(team, "lena")
        assert (one["urgency"], one["by"], one["due_at"]) == ("today", "NL-02", None)
        assert (one["subject"]["id"], one["subject"]["within"]) == (message["id"], channel["id"])
        assert await counts(team, "lena") == (1, 0)
        for who in ("noor", "jonas", "claire", "auditor", "jit_auditor"):
            assert await mentions(team, who) == [], who
        assert await talk_mentions.turn(team.context.database) == 0, "once"
        assert await team.entries("jit_auditor") == before

    async def test_read_in_its_channel_it_is_over(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        first, second = [await messages.say(team, "noor", channel, "@DE-02", mentions=["DE-02"]) for _ in range(2)]
        assert [one["subject"]["id"] for one in await mentions(team, "lena")] == [second["id"], first["id"]]
        reading = {"message": first["id"]}
        await team.client("lena").post(messages.place(team, channel, "/reading"), json=reading)
        assert [one["subject"]["id"] for one in await mentions(team, "lena")] == [second["id"]]

    async def test_goes_with_the_talk_and_with_the_name(self, team: Team) -> None:
        """Taken back, corrected, or erased: no row of it is left, in that very transaction."""
        channel = await messages.open_channel(team)
        gone, other, old = [
            await messages.say(team, "noor", channel, "@DE-02 @DE-01", mentions=["DE-02", "DE-01"]) for _ in range(3)
        ]
        assert (len(await mentions(team, "lena")), len(await mentions(team, "jonas"))) == (3, 3)
        read_json(await messages.take_back(team, "noor", gone))
        read_json(await messages.correct(team, "noor", other, "@DE-01 alone", mentions=["DE-01"]))
        async with as_superuser(team) as superuser:
            await superuser.execute("delete from messages where id = $1", old["id"])
            rows = await superuser.fetch(
                "select m.code, n.subject::text from notifications n join members m on m.id = n.seat where n.noun = 'talk'"
            )
        assert [(row["code"], row["subject"]) for row in rows] == [("DE-01", other["id"])]
        assert (await mentions(team, "lena"), await counts(team, "lena")) == ([], (0, 0))

    async def test_a_correction_tells_whom_it_names_now(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "noor", channel, "@DE-01", mentions=["DE-01"])
        assert len(await mentions(team, "jonas")) == 1
        read_json(await messages.correct(team, "noor", message, "@DE-01 @DE-02", mentions=["DE-01", "DE-02"]))
        assert (len(await mentions(team, "lena")), len(await mentions(team, "jonas"))) == (1, 1)

    async def test_what_is_taken_back_while_it_is_told_leaves_nothing(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        for _ in range(6):
            message = await messages.say(team, "noor", channel, "@DE-02", mentions=["DE-02"])
            await asyncio.gather(
                messages.take_back(team, "noor", message),
                *(talk_mentions.turn(team.context.database) for _ in range(3)),
            )
        async with as_superuser(team) as superuser:
            assert await superuser.fetchval("select count(*) from notifications where noun = 'talk'") == 0

    async def test_of_long_ago_is_not_told(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        await messages.say(team, "noor", channel, "@DE-02", mentions=["DE-02"])
        async with as_superuser(team) as superuser:
            await superuser.execute("delete from notifications")
        late = clock.now() + talk_mentions.BACK
        assert await talk_mentions.turn(team.context.database, late) == 0


class TestAnActionDay:
    async def test_asks_the_leaders_of_those_who_act_for_their_go(self, team: Team) -> None:
        day = await operations.planned(team, parties=["NL", "DE", "FR", "EUROJUST"])
        for who in ("noor", "bram", "jonas", "claire"):
            assert await told(team, who, "operation.go_asked") == ["operation.go_asked"], who
        for who in ("coordinator", "daan", "lena", "karl", "ines", "mara", "auditor", "jit_auditor"):
            assert await told(team, who, "operation.go_asked") == [], who
        (one,) = await listed(team, "jonas")
        assert (one["urgency"], one["subject"]["title"], one["subject"]["within"]) == (
            "today",
            "Lantern out",
            day["id"],
        )
        read_json(await operations.speak(team, "noor", day))
        assert await kinds(team, "bram") == [], "a colleague said it"
        assert await kinds(team, "jonas") == ["operation.go_asked"]

    async def test_asks_anew_when_its_hour_or_its_meaning_changes_and_for_nothing_else(self, team: Team) -> None:
        day = await operations.planned(team)
        for leader in ("noor", "jonas", "claire"):
            read_json(await operations.speak(team, leader, day))
        day = read_json(await operations.change(team, "coordinator", day, title="Another name"))
        assert await kinds(team, "jonas") == []
        day = read_json(await operations.change(team, "coordinator", day, **HOUR))
        assert await kinds(team, "jonas") == ["operation.go_asked"]
        day = read_json(await operations.change(team, "coordinator", day, kind="rehearsal"))
        assert await kinds(team, "jonas") == ["operation.go_asked"], "one, that says it as it is now"
        read_json(await operations.speak(team, "jonas", day))
        day = read_json(await operations.change(team, "coordinator", day, kind="real"))
        assert await kinds(team, "jonas") == ["operation.go_asked"], "a go for a rehearsal is none for the day itself"
        asked = await team.entries("claire", "operation.go_asked")
        assert [evidence.values(one)["meant"] for one in asked] == ["real", "real", "rehearsal", "real"]

    async def test_tells_the_same_when_all_is_considered_at_once(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert await kinds(team, "jonas") == []
        async with as_superuser(team) as superuser:
            start = await superuser.fetchval("select next from notification_cursors")
            with monkeypatch.context() as one_by_one:
                one_by_one.setattr(notification_jobs, "_FACTS", 1)
                day = await operations.planned(team)
                await tasks.assign(team)
                day = read_json(await operations.change(team, "coordinator", day, **HOUR))
                read_json(await operations.change(team, "coordinator", day, kind="rehearsal"))
                assert await kinds(team, "jonas") == ["operation.go_asked"]
            before = await superuser.fetch(_WRITTEN, start)
            async with superuser.transaction():
                await superuser.execute("update notification_cursors set next = $1", start)
                await superuser.execute("delete from notifications where position >= $1", start)
            assert await kinds(team, "jonas") == ["operation.go_asked"]
            assert await superuser.fetch(_WRITTEN, start) == before
        assert {"operation.go_asked", "task.assigned"} <= {one["kind"] for one in before}

    async def test_asks_a_party_that_joins_and_nobody_whose_word_stands(self, team: Team) -> None:
        day = await operations.planned(team, parties=["NL", "DE"])
        for leader in ("noor", "jonas"):
            read_json(await operations.speak(team, leader, day))
        read_json(await operations.change(team, "coordinator", day, parties=["NL", "DE", "FR"]))
        assert await kinds(team, "claire") == ["operation.go_asked"]
        assert await kinds(team, "jonas") == await kinds(team, "bram") == []

    async def test_a_draft_asks_nobody(self, team: Team) -> None:
        day = await operations.drafted(team, "noor")
        read_json(await operations.change(team, "noor", day, **HOUR))
        for who in ("bram", "jonas", "coordinator"):
            assert await kinds(team, who) == [], who

    async def test_a_no_go_tells_who_planned_it_at_once(self, team: Team) -> None:
        day = await operations.planned(team)
        read_json(await operations.speak(team, "claire", day))
        assert await kinds(team, "coordinator") == [], "a go needs nobody"
        read_json(await operations.speak(team, "jonas", day, "no_go", reason="No interpreter"))
        (one,) = await listed(team, "coordinator")
        assert (one["kind"], one["urgency"], one["by"]) == ("operation.word_given", "now", "DE-01")
        assert await counts(team, "coordinator") == (1, 1)
        for who in ("noor", "bram", "lena", "claire"):
            assert await told(team, who, "operation.word_given") == [], who
        read_json(await operations.speak(team, "jonas", day, None, reason="There is one"))
        assert (await kinds(team, "coordinator"), await counts(team, "coordinator")) == ([], (0, 0)), (
            "it stands no more"
        )

    async def test_or_the_leaders_of_that_party_where_the_planner_sits_no_more(self, team: Team) -> None:
        day = await operations.planned(team, "noor")
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set state = 'ended' where code = 'NL-02'")
        read_json(await operations.speak(team, "jonas", day, "no_go", reason="No interpreter"))
        assert await told(team, "bram", "operation.word_given") == ["operation.word_given"]

    async def test_an_incident_tells_who_hears_of_it_at_once(self, team: Team) -> None:
        day = await operations.live(team)
        read_json(await operations.report(team, "lena", day, kind="incident", shared=True), 201)
        for who in ("coordinator", "noor", "daan", "jonas", "karl", "claire", "hugo"):
            assert await told(team, who, "operation.reported") == ["operation.reported"], who
        for who in ("lena", "mara", "ines", "admin", "sofia", "auditor", "jit_auditor"):
            assert await told(team, who, "operation.reported") == [], who
        (one, *_) = await listed(team, "claire")
        assert (one["urgency"], one["subject"]["within"], one["subject"]["title"]) == ("now", day["id"], "Lantern out")
        assert "Door opened" not in str(await listed(team, "claire"))

    async def test_a_decision_on_the_ticker_tells_nobody(self, team: Team) -> None:
        day = await operations.live(team)
        read_json(await operations.report(team, "noor", day, kind="decision", shared=True), 201)
        assert await told(team, "claire", "operation.reported") == []

    async def test_a_media_line_waits_for_each_party_as_it_reads(self, team: Team) -> None:
        day = await operations.planned(team)
        read_json(await outcomes.write(team, "noor", day, 0))
        for who, waits in (("bram", 1), ("jonas", 1), ("claire", 1), ("noor", 0), ("lena", 0), ("coordinator", 0)):
            assert len(await told(team, who, "media_line.written")) == waits, who
        read_json(await outcomes.approve(team, "jonas", day))
        assert await told(team, "jonas", "media_line.written") == []
        read_json(await outcomes.write(team, "noor", day, 1, text="Otherwise"))
        for who in ("jonas", "claire"):
            assert await told(team, who, "media_line.written") == ["media_line.written"], "once, as it reads now"
        assert "Otherwise" not in str(await listed(team, "claire"))

    async def test_a_result_that_became_an_exhibit_tells_who_found_it(self, team: Team) -> None:
        day = await operations.live(team)
        action = await operations.act(team, "lena", day)
        result = await result_of(team, day, action)
        exhibit = await evidence.register(team, "jonas")
        assert (await outcomes.link(team, "jonas", day, result, exhibit["id"])).status_code in {200, 201, 204}
        assert await told(team, "lena", "action.result_linked") == ["action.result_linked"]
        (one,) = [one for one in await listed(team, "lena") if one["kind"] == "action.result_linked"]
        assert (one["subject"]["number"], one["subject"]["within"]) == (action["number"], day["id"])
        assert await told(team, "claire", "action.result_linked") == []

    async def test_an_authorisation_that_expires_while_its_action_executes_alarms_once(self, team: Team) -> None:
        """Who may act on the action is told, and coordinators who read its plan; nobody for an action that did not start."""
        day, until = await operations.live(team), clock.now() + timedelta(hours=1)
        warrant = operations.WARRANT | {"valid_from": None, "valid_until": clock.rfc3339(until)}
        planned = {"authorisation": warrant, "sharing": "whole"}
        action, hidden, _ = [
            await operations.act(team, "lena", day, **planned | more) for more in ({}, {"sharing": "board"}, {})
        ]
        for one in (action, hidden):
            await operations.steps(team, "jonas", day, one, "planned", "ready", "go", "executing")
        database, kind = team.context.database, "action.authorisation_expired"
        assert await notification_jobs.look_ahead(database, until - timedelta(seconds=1)) == 0
        for _ in range(2):
            await notification_jobs.look_ahead(database, until)
        for who, alarms in (("jonas", 2), ("lena", 2), ("coordinator", 1), ("noor", 0), ("claire", 0), ("auditor", 0)):
            assert len(await told(team, who, kind)) == alarms, who
        (alarm,) = [one for one in await listed(team, "coordinator") if one["kind"] == kind]
        assert (alarm["urgency"], alarm["subject"]["number"]) == ("now", action["number"])
        assert alarm["subject"]["within"] == day["id"]
        longer = warrant | {"valid_until": clock.rfc3339(until + timedelta(hours=1))}
        read_json(await operations.replan(team, "lena", day, action, authorisation=longer))
        await operations.steps(team, "jonas", day, hidden, "executing", "done")
        assert await told(team, "jonas", kind) == [], "one is valid for longer, the other action is done"
        await notification_jobs.look_ahead(database, until + timedelta(hours=1))
        assert len(await told(team, "jonas", kind)) == 1


class TestABriefing:
    async def write(self, team: Team, who: str, to: str) -> None:
        """Leave a note."""
        note = {"to": to, "text": "The relay was moved."}
        read_json(await team.client(who).post(team.path("/briefing/notes"), json=note), 201)

    async def test_a_note_tells_whom_it_was_left_to(self, team: Team) -> None:
        await self.write(team, "noor", "party")
        for who, heard in (("bram", 1), ("daan", 1), ("noor", 0), ("jonas", 0), ("admin", 0), ("sofia", 0)):
            assert len(await kinds(team, who)) == heard, who
        await self.write(team, "noor", "team")
        for who in ("jonas", "lena", "claire", "hugo"):
            assert await kinds(team, who) == ["briefing.note_written"], who
        for who in ("mara", "ines", "karl", "auditor", "jit_auditor"):
            assert await kinds(team, who) == [], who
        (one,) = await listed(team, "jonas")
        assert (one["urgency"], one["by"], one["subject"]["title"]) == ("whenever", "NL-02", None)

    async def test_read_with_the_briefing_it_is_over(self, team: Team) -> None:
        await self.write(team, "noor", "team")
        assert await counts(team, "jonas") == (1, 0)
        head = read_json(await team.client("jonas").get(team.path("/briefing")))["head"]
        mark = await team.client("jonas").post(team.path("/briefing/readings"), json={"position": head})
        assert mark.status_code == 204
        assert await counts(team, "jonas") == (0, 0)
        await self.write(team, "noor", "team")
        assert await counts(team, "jonas") == (1, 0)


async def test_each_is_read_and_put_away_like_any_other(team: Team) -> None:
    channel = await messages.open_channel(team)
    await messages.say(team, "noor", channel, "@DE-02", mentions=["DE-02"])
    (one,) = await mentions(team, "lena")
    one = read_json(await change(team, "lena", one, read=True))
    assert await counts(team, "lena") == (0, 0)
    read_json(await change(team, "lena", one, dismissed=True))
    await notifications.derived(team)
    assert (await mentions(team, "lena"), await kinds(team, "lena", "?dismissed=true")) == ([], ["talk.mentioned"])
