"""Action days, from the first draft to what they leave; and what each zone tells the next."""

from tests.factories import aftermath, operations
from tests.factories.evidence import register, release
from tests.factories.operations import moving, place
from tests.factories.team import Team
from tests.realtime.acts import Watch, does, done


@does(
    "plan_operation",
    "change_operation",
    "give_word",
    "plan_action",
    "change_action",
    "move_action",
    "report_incident",
    "protect",
    "lift_protection",
)
async def of_operation(team: Team, watch: Watch) -> None:
    async with watch("coordinator", "noor", "lena", "claire"):
        day = await operations.planned(team)
        action = await operations.act(team, "lena", day, sharing="board")
        action = done(await operations.replan(team, "lena", day, action, sharing="whole"))
        protected = done(await operations.protect(team, "noor", day, told=["DE"]))
        for leader in ("noor", "jonas", "claire"):
            done(await operations.speak(team, leader, day))
        done(await operations.change(team, "coordinator", day, state="live"))
        done(await operations.move(team, "lena", day, action, moving("planned", "ready")))
        done(await operations.report(team, "lena", day))
        lifting = place(team, day, f"/do-not-touch/{protected['id']}/lifting")
        done(await team.client("noor").post(lifting, json={"reason": "Out of danger"}))


@does(
    "plan_operation",
    "change_operation",
    "give_word",
    "plan_action",
    "record_result",
    "link_result",
    "write_media_line",
    "approve_media_line",
    "write_debrief",
    "register_evidence",
)
async def and_after(team: Team, watch: Watch) -> None:
    async with watch("coordinator", "lena", "claire"):
        day = await operations.live(team)
        action = await operations.act(team, "lena", day, sharing="whole")
        done(await aftermath.record(team, "lena", day, action))
        (result,) = await operations.listed(team, "lena", day, "/results")
        exhibit = await register(team, "lena", release("FR"))
        done(await aftermath.link(team, "lena", day, result, exhibit["id"]))
        done(await aftermath.write(team, "coordinator", day, 0))
        done(await aftermath.approve(team, "claire", day))
        done(await aftermath.debrief(team, "lena", day, "The second car came late."))


@does("set_working_hours", "write_briefing_note", "mark_briefing")
async def from_zone_to_zone(team: Team, watch: Watch) -> None:
    hours = {"days": [1, 2, 3, 4], "begins": "08:30", "ends": "16:30", "holidays_of": "NL"}
    async with watch("noor", "lena"):
        done(await team.client("noor").put(team.path("/working-hours"), json=hours, headers={"If-Match": '"0"'}))
        note = {"to": "NL", "text": "Berth nine is watched."}
        done(await team.client("noor").post(team.path("/briefing/notes"), json=note))
        done(await team.client("lena").post(team.path("/briefing/readings"), json={"position": 1}))
