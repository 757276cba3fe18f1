"""What people say: channels, talk, decisions, translations, signatures, and how long talk is kept."""

import tempfile
from pathlib import Path

from tests.factories import messages, signing, tasks
from tests.factories.evidence import register, release
from tests.factories.messages import place
from tests.factories.signing import Office
from tests.factories.team import Team
from tests.realtime.acts import Watch, does, done


@does(
    "open_channel",
    "say_message",
    "correct_message",
    "take_message_back",
    "translate_message",
    "record_decision",
    "mark_read",
    "close_channel",
    "agree_talk_rule",
    "assign_task",
    "change_task",
)
async def in_channels(team: Team, watch: Watch) -> None:
    exhibit = await register(team, "noor", release("DE"))
    async with watch("noor", "lena", "karl", "claire"):
        channel = await messages.open_channel(team)
        message = await messages.say(team, "lena", channel, "The berth of [exhibit 1].", links=[exhibit["id"]])
        message = done(await messages.correct(team, "lena", message, "Another berth.", mentions=["NL-02"]))
        message = done(await messages.translate(team, "karl", message))
        reading = {"message": message["id"]}
        done(await team.client("noor").post(place(team, channel, "/reading"), json=reading))
        done(await messages.take_back(team, "lena", message))
        decision = await messages.decide(team, "noor", channel, "Berth [exhibit 1].", links=[exhibit["id"]])
        task = await tasks.assign(team, decisions=[decision["id"]])
        done(await tasks.change(team, "coordinator", task, title="Another berth"))
        await messages.decide(team, "noor", channel, "Berth nine.", corrects=decision["id"])
        done(await messages.translate(team, "karl", decision))
        done(await team.client("admin").post(team.path("/talk-rules"), json={"days": 7, "clause": "cl. 9"}))
        done(await messages.close(team, "jonas", channel))


@does(
    "name_signing_key", "set_signing_demand", "sign_decision", "revoke_signing_key", "open_channel", "record_decision"
)
async def signed(team: Team, watch: Watch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        async with watch("noor", "daan", "lena", "claire"):
            channel = await messages.open_channel(team)
            key = await signing.name(team, "noor", office)
            done(await signing.demand(team, "noor"))
            decision = await messages.decide(team, "daan", channel)
            await signing.sign(team, "daan", decision, office)
            done(await signing.revoke(team, "noor", key))
