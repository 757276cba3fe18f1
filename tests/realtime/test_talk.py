"""Talk on the live channel: who is of a channel is told that it has something new, at once, of every process, and nobody else."""

import asyncio

from tests.factories import messages, suspensions
from tests.factories.team import Team, read_json
from tests.support.live_channel import listen

NOW = 10**6


async def test_who_is_of_the_channel_is_told_and_nobody_else(team: Team, wire: str) -> None:
    channel = await messages.open_channel(team)
    await team.settled()
    async with (
        listen(wire, team, "lena", NOW) as lena,
        listen(wire, team, "amir", NOW) as amir,
        listen(wire, team, "hugo", NOW) as hugo,
        listen(wire, team, "mara", NOW) as mara,
        listen(wire, team, "auditor", NOW) as auditor,
        listen(wire, team, "jit_auditor", NOW) as jit_auditor,
    ):
        message = await messages.say(team, "noor", channel)
        assert [await lena.talk(), await amir.talk()] == [channel["id"]] * 2
        message = read_json(await messages.correct(team, "noor", message, "Otherwise."))
        assert await lena.talk() == channel["id"]
        read_json(await messages.translate(team, "amir", message), 201)
        assert await lena.talk() == channel["id"]
        read_json(await messages.take_back(team, "noor", message))
        assert await lena.talk() == channel["id"]
        for stream in (hugo, mara, auditor, jit_auditor):
            assert await stream.silent()


async def test_it_names_the_channel_and_says_nothing_else(team: Team, wire: str) -> None:
    channel = await messages.open_channel(team)
    await team.settled()
    async with listen(wire, team, "lena", NOW) as lena:
        await messages.say(team, "noor", channel, "Not for the wire.", mentions=["DE-02"])
        assert await lena.frame() == {"type": "talk", "channel": channel["id"]}


async def test_it_comes_from_another_process_too(team: Team, wire: str) -> None:
    """What is said at a program without this socket: the first one looks at the pulses by itself, within a second."""
    channel = await messages.open_channel(team)
    await team.settled()
    team.context.database.on_chat_changed = lambda: (
        None
    )  # as if somebody else had committed it, and the notification was lost
    async with listen(wire, team, "lena", NOW) as lena:
        await messages.say(team, "noor", channel)
        assert await lena.talk(within=3) == channel["id"]


async def test_who_is_welcomed_misses_nothing_from_then_on(team: Team, wire: str) -> None:
    """Said right after the welcome, while what was missed in the ledger is still being read."""
    channel = await messages.open_channel(team)
    for _ in range(5):
        async with listen(wire, team, "lena", -1) as lena:
            await messages.say(team, "noor", channel)
            assert await lena.talk() == channel["id"]


async def test_a_party_that_is_suspended_is_told_no_more(team: Team, wire: str) -> None:
    channel = await messages.open_channel(team)
    await team.settled()
    async with listen(wire, team, "lena", NOW) as lena:
        await suspensions.suspended(team, "DE", "noor", "claire")
        assert await lena.closed() == 1000
    await messages.say(team, "noor", channel)
    await asyncio.sleep(0)
