"""Action days and the days around them: planned, spoken on, acted, reported from, told to the press; hours, notes and marks."""

from tests.coordination.test_briefings import brief, mark, write
from tests.factories import operations, outcomes
from tests.factories.evidence import register, release
from tests.factories.team import Team
from tests.realtime.acts import Watch, does, done
from tests.teams.test_working_hours import put


@does("plan_operation", "change_operation", "give_word")
async def planned(team: Team, watch: Watch) -> None:
    async with watch("noor", "lena", "claire", "ines", "admin"):
        day = await operations.drafted(team, parties=["NL", "DE"])
        for changes in ({"state": "planned"}, {"parties": ["FR", "EUROJUST"]}, {"title": "Lantern out, at last"}):
            done(await operations.change(team, "coordinator", day, **changes))
        for who, word in (("noor", "go"), ("jonas", "go"), ("jonas", None), ("claire", "no_go")):
            done(await operations.speak(team, who, day, word, reason="As agreed"))
        day = done(
            await operations.change(team, "coordinator", day, h_at="2030-11-26T10:00:00Z", h_zone="Europe/Paris")
        )
        done(await operations.speak(team, "noor", day))
        done(await operations.change(team, "coordinator", day, state="live", reason="Said by telephone"))
        done(await operations.change(team, "coordinator", day, state="planned", reason="Too early"))
        done(await operations.change(team, "coordinator", day, state="closed", reason="Called off"))


@does("plan_action", "change_action", "move_action")
async def acted(team: Team, watch: Watch) -> None:
    day = await operations.live(team)
    async with watch("noor", "jonas", "lena", "claire"):
        own = await operations.act(team, "lena", day)
        for sharing in ("board", "whole", "none", "board"):
            own = done(await operations.replan(team, "lena", day, own, sharing=sharing))
        own = done(await operations.replan(team, "lena", day, own, authorisation=operations.WARRANT))
        for who, former, state in (
            ("lena", "planned", "ready"),
            ("jonas", "ready", "go"),
            ("lena", "go", "executing"),
            ("jonas", "executing", "aborted"),
        ):
            step = operations.moving(former, state, reason="Nobody there" if state == "aborted" else None)
            done(await operations.move(team, who, day, own, step))
        shown = await operations.act(team, "claire", day, sharing="whole")
        done(await operations.replan(team, "claire", day, shown, objective="Search the garage"))


@does("report_incident", "protect", "lift_protection")
async def reported(team: Team, watch: Watch) -> None:
    day = await operations.live(team)
    async with watch("noor", "bram", "lena", "karl"):
        done(await operations.report(team, "lena", day))
        done(await operations.report(team, "noor", day, kind="decision", text="Nobody waits for the second car"))
        for told in ([], ["DE"]):
            one = done(await operations.protect(team, "noor", day, told=told))
            path = operations.place(team, day, f"/do-not-touch/{one['id']}/lifting")
            done(await team.client("bram").post(path, json={"reason": "It is over"}))


@does("record_result", "link_result", "write_media_line", "approve_media_line", "write_debrief", "change_operation")
async def left(team: Team, watch: Watch) -> None:
    day = await operations.live(team)
    action = await operations.act(team, "lena", day, sharing="whole")
    exhibit = await register(team, "jonas", release("NL", "listed"))
    async with watch("daan", "jonas", "lena", "claire"):
        done(await outcomes.record(team, "lena", day, action))
        (result,) = await operations.listed(team, "lena", day, "/results")
        done(await outcomes.link(team, "lena", day, result, exhibit["id"]))
        done(await outcomes.write(team, "coordinator", day, 0))
        for who in ("noor", "jonas", "claire"):
            done(await outcomes.approve(team, who, day))
        done(await outcomes.write(team, "noor", day, 1, text="A marketplace and its hosts."))
        done(await operations.change(team, "coordinator", day, state="closed"))
        done(await outcomes.debrief(team, "lena", day, "The second car came late."))
        done(await outcomes.debrief(team, "jonas", day, "Both cars came late.", 1))


@does("set_working_hours", "write_briefing_note", "mark_briefing", "dismiss_first_steps")
async def handed_on(team: Team, watch: Watch) -> None:
    async with watch("noor", "lena", "claire", "mara"):
        done(await put(team, "noor"))
        done(await put(team, "bram", 1, days=[5], begins="07:15"))
        done(await write(team, "noor"))
        done(await write(team, "lena", "party"))
        done(await team.client("bram").post(team.path("/first-steps/dismissals")))
        done(await mark(team, "claire", (await brief(team, "claire"))["head"]))
