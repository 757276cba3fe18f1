"""A bundle as it is made: the seat that asked is told that it is further, at once and of every process, and nobody else."""

import asyncio
from typing import Any

import pytest
import structlog
from sqlalchemy import text

from app.services.audit import bundle_news
from tests.audit.test_exports import ask, kept_waiting
from tests.factories.evidence import register
from tests.factories.team import Team, read_json
from tests.support.live_channel import Stream, listen
from tests.support.waiting import until

NOW = 10**6


async def told(stream: Stream, *, within: float = 5) -> dict[str, Any]:
    """The next frame about a bundle."""
    async with asyncio.timeout(within):
        while (frame := await stream.any())["type"] != "export":
            assert frame["type"] in {"ping", "head", "presence", "fact"}, frame
    return frame


async def shown(team: Team, who: str, export: dict[str, Any]) -> dict[str, Any]:
    return read_json(await team.client(who).get(team.path(f"/exports/{export['id']}")))


@pytest.mark.usefixtures("worker")
async def test_its_asker_is_told_until_it_is_ready_and_the_frame_names_it_alone(team: Team, wire: str) -> None:
    exhibit = await register(team, "noor")
    await team.settled()
    async with listen(wire, team, "noor", NOW) as noor:
        export = read_json(await ask(team, "noor", exhibit), 202)
        state = export
        while state["state"] in {"queued", "running"}:
            assert await told(noor, within=30) == {"type": "export", "export": export["id"]}
            state = await shown(team, "noor", export)
        assert (state["state"], state["written"]) == ("ready", state["total"])


async def test_nobody_else_is_told(team: Team, wire: str) -> None:
    """Neither its party nor the auditors, nor another's seat."""
    exhibit = await register(team, "noor")
    await team.settled()
    async with (
        listen(wire, team, "noor", NOW) as noor,
        listen(wire, team, "daan", NOW) as daan,
        listen(wire, team, "auditor", NOW) as auditor,
        listen(wire, team, "lena", NOW) as lena,
    ):
        async with kept_waiting(team):
            export = read_json(await ask(team, "noor", exhibit), 202)
            assert (await told(noor))["export"] == export["id"]
            read_json(await team.client("noor").post(team.path(f"/exports/{export['id']}/cancellation"), json={}))
            assert (await told(noor))["export"] == export["id"], "it is under way no more"
        for stream in (daan, auditor, lena):
            assert await stream.silent()


async def test_a_lost_notification_delays_it_by_a_second(team: Team, wire: str) -> None:
    exhibit = await register(team, "noor")
    await team.settled()
    async with kept_waiting(team), listen(wire, team, "noor", NOW) as noor:
        export = read_json(await ask(team, "noor", exhibit), 202)
        await told(noor)
        async with team.context.database.engine() as worker:  # another process, and it says nothing
            await worker.execute(
                text("update exports set state = 'running', written = 7 where id = :e"), {"e": export["id"]}
            )
        assert (await told(noor, within=3))["export"] == export["id"]


async def test_the_last_who_listens_may_leave_while_it_is_looked(
    team: Team, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, looking, go_on = bundle_news.of, asyncio.Event(), asyncio.Event()
    kept = team.app.state.hub.bundles

    async def slowly(*asked: Any) -> Any:
        looking.set()
        await go_on.wait()
        return await look(*asked)

    async def nobody() -> bool:
        return not kept._listeners

    with structlog.testing.capture_logs() as logs:
        async with listen(wire, team, "noor", NOW):
            monkeypatch.setattr(bundle_news, "of", slowly)
            kept.hint()
            await looking.wait()
        await until(nobody)
        go_on.set()
        async with listen(wire, team, "noor", NOW):
            kept.hint()
            await asyncio.sleep(0.3)
    assert [one for one in logs if one["log_level"] == "error"] == []
