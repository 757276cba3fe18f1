"""What France hears does not depend on an exhibit that it may not know: two worlds, one picture, but for the declared leak."""

import asyncio
from typing import Any

import pytest

from app.ledger.journal import Ledger
from app.services.teams import presences
from tests.factories.evidence import describe, open_it, recall, register, release, see, take_it, with_file
from tests.factories.team import Team, read_json
from tests.support.live_channel import Stream, listen
from tests.support.waiting import until

#: What the worker does of the hidden exhibit is not told either.
pytestmark = pytest.mark.usefixtures("worker")


async def picture(wire: str, team: Team, name: str) -> dict[str, Any]:
    """All that the channel and the reads around it tell this person."""
    client = team.client(name)
    await team.settled()

    async def nobody_else() -> bool:
        here = (await presences.of(team.context.database, [team.jit_id])).get(team.jit_id, ())
        return all(one.seat == team.code(name) for one in here)

    # Who left the picture before is here for seconds more, and the channel says when not any more.
    await until(nobody_else, within=30)
    hub = team.app.state.hub

    async def all_told() -> bool:
        return all(one._flowing or one.ending.done() for one in hub._all())

    async with listen(wire, team, name) as stream, asyncio.TaskGroup() as group:
        told = [stream.welcome]
        reading = group.create_task(until_goodbye(stream, told))
        await until(all_told)
        for one in hub._all():
            one.end("expired")
        await reading
    for frame in told:
        if "present" in frame:  # who else looks on is another matter (test_presence.py)
            frame["present"] = [one["focus"] for one in frame["present"] if one["seat"] == team.code(name)]
    told = [frame for one, frame in enumerate(told) if frame["type"] != "presence" or frame != told[one - 1]]
    reads = [await client.get(team.path(path)) for path in ("/evidence", "/members", "/ledger/entries?limit=200")]
    return {
        "told": told,
        "read": [read_json(answer) for answer in reads],
        "positions": [answer.headers["Ledger-Position"] for answer in reads],
        "checkpoint": (await client.get(team.path("/ledger/checkpoint"))).text,
    }


async def until_goodbye(stream: Stream, told: list[dict[str, Any]]) -> None:
    """Whatever comes, `bye` too."""
    while told[-1]["type"] != "bye":
        told.append(await stream.any())


async def act_in_hiding(team: Team) -> None:
    """An exhibit that lives a whole life between the Netherlands and Germany."""
    exhibit = await with_file(team, release("DE"))
    read_json(await open_it(team, "lena", exhibit), 201)
    read_json(await take_it(team, "lena", exhibit), 201)
    exhibit = read_json(await see(team, "noor", exhibit))
    read_json(await describe(team, "noor", exhibit))
    assert (await recall(team, "noor", exhibit, "DE")).status_code == 204


async def sign(team: Team) -> None:
    """Publish a checkpoint now."""
    await team.settled()
    await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "clock")


async def test_france_hears_the_same_in_both_worlds(team: Team, wire: str) -> None:
    await sign(team)
    without, lena_without = await picture(wire, team, "claire"), await picture(wire, team, "lena")
    await act_in_hiding(team)
    assert await picture(wire, team, "claire") == without
    assert (await picture(wire, team, "lena"))["told"] != lena_without["told"], "there was something to hear"


async def test_only_a_published_checkpoint_tells_how_many_entries_there_are(team: Team, wire: str) -> None:
    await sign(team)
    without = await picture(wire, team, "claire")
    head = without["told"][0]["head"]
    await act_in_hiding(team)
    await sign(team)
    then = await picture(wire, team, "claire")
    size = int(then["checkpoint"].splitlines()[1])
    assert then["told"][0] == without["told"][0] | {"head": size - 1}
    assert then["told"][1:] == without["told"][1:], "no fact, and the same place to resume from"
    assert then["positions"] == [str(size - 1)] * 3
    assert size - 1 > head
    hidden = then["read"][2]["items"][head + 1 :]
    assert len(hidden) == size - 1 - head
    assert {name for item in hidden for name, value in item.items() if value is not None} == {"position", "commitment"}


async def test_a_fact_of_its_own_moves_the_head_and_nothing_else_does(team: Team, wire: str) -> None:
    await sign(team)
    await act_in_hiding(team)
    await register(team, "claire")
    then = await picture(wire, team, "claire")
    last = then["told"][-2]
    assert (last["type"], last["kind"]) == ("fact", "evidence.registered")
    assert then["told"][0]["head"] == then["told"][-1]["resume_after"] == last["position"]
    await act_in_hiding(team)
    assert await picture(wire, team, "claire") == then
