"""`head`: told to everybody once a checkpoint is published, behind the facts that it covers; it tells nothing else."""

import pytest
from fastapi import FastAPI

from app.ledger import checkpoints
from app.ledger.journal import Ledger
from app.settings import Settings
from tests.factories.evidence import register, release
from tests.factories.team import Team
from tests.support.live_channel import listen
from tests.support.server import Serve
from tests.support.waiting import until


async def publish(team: Team) -> int:
    """Sign what there is; the last position signed."""
    await team.settled()
    note = await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "clock")
    return int(note.splitlines()[1]) - 1


async def joined(app: FastAPI, count: int) -> None:
    """Until so many listen."""

    async def all_listen() -> bool:
        return int(app.state.hub.count()) >= count

    await until(all_listen)


async def test_everybody_hears_of_a_checkpoint_behind_its_facts_in_each_process(
    team: Team, wire: str, serve: Serve, settings: Settings
) -> None:
    quiet = {"LIAISON_CHECKPOINT_SECONDS": "3600", "LIAISON_CHECKPOINT_HEARTBEAT_SECONDS": "3600"}
    other = serve(state=settings.state, LIAISON_WORKER="0", **quiet)
    start = await publish(team)
    async with listen(wire, team, "lena", start) as lena, listen(other.url, team, "claire", start) as claire:
        await register(team, "noor", release("DE"))
        signed = await publish(team)
        assert signed > start
        heard = []
        while (frame := await lena.any())["type"] != "head":
            heard.append(frame)
        assert frame == {"type": "head", "position": signed}
        assert [one["kind"] for one in heard if one["type"] == "fact"] == ["evidence.registered", "evidence.released"]
        assert await claire.head() == signed, "who may know of none of its entries hears of it too"
        assert lena.last <= signed


async def test_a_head_is_a_place_to_resume_from(team: Team, wire: str, app: FastAPI) -> None:
    start = await publish(team)
    async with listen(wire, team, "claire", start) as claire:
        await joined(app, 1)
        await register(team, "noor", release("DE"))
        signed = await publish(team)
        assert await claire.head() == signed
        assert (await team.client("claire").delete("/api/sessions/current")).status_code == 204
        assert await claire.frame() == {"type": "bye", "reason": "revoked", "resume_after": signed}


async def test_one_that_was_published_during_a_replay_is_told_behind_it(
    team: Team, wire: str, monkeypatch: pytest.MonkeyPatch, app: FastAPI
) -> None:
    start = await publish(team)
    hub, join = app.state.hub, app.state.hub.join
    signed: list[int] = []

    async with listen(wire, team, "jonas", start) as first:
        await joined(app, 1)  # the ledger is followed already

        async def late(listener: object) -> tuple[int, int]:
            await register(team, "noor", release("DE"))
            signed.append(await publish(team))
            assert await first.head() == signed[0]
            answer: tuple[int, int] = await join(listener)
            return answer

        monkeypatch.setattr(hub, "join", late)
        async with listen(wire, team, "lena", start) as second:
            frames = [await second.any() for _ in range(3)]
            assert [one["type"] for one in frames if one["type"] != "presence"][:3] == ["fact", "fact", "head"]
            assert frames[-1] == {"type": "head", "position": signed[0]}


async def test_a_lost_notification_delays_a_head_by_a_second(
    team: Team, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = await publish(team)
    async with listen(wire, team, "lena", start) as lena:
        await register(team, "noor", release("DE"))
        await team.settled()
        monkeypatch.setattr(checkpoints, "CHANNEL", "elsewhere")
        signed = await publish(team)
        assert await lena.head() == signed
