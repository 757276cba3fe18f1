"""Whose place or session has ended: no frame about anything committed after the answer reaches the socket."""

from typing import Any, Final

import pytest

from app.realtime import hub
from tests.factories import messages, role_changes, suspensions
from tests.factories.team import Team, read_json
from tests.support.live_channel import PATIENCE, listen

_WHY: Final = {"reason": "x"}


@pytest.fixture(autouse=True)
def changes(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Nobody looks by the clock: what ends the socket is what comes next, whenever that is."""
    monkeypatch.setattr(hub, "_LOOK_EVERY_SECONDS", 3600.0)
    return {}


async def _suspend(team: Team, by: str = "claire", whom: str = "hugo") -> None:
    path, headers = team.path(f"/members/{team.seats[whom]['id']}/suspension"), {"If-Match": '"2"'}
    read_json(await team.client(by).post(path, json=_WHY, headers=headers))


async def _end(team: Team) -> None:
    path, headers = team.path(f"/members/{team.seats['hugo']['id']}/end"), {"If-Match": '"2"'}
    read_json(await team.client("claire").post(path, json=_WHY, headers=headers))


async def _suspend_party(team: Team) -> None:
    await suspensions.suspended(team, "FR", "noor", "jonas")


async def _change_roles(team: Team) -> None:
    await role_changes.changed(team, "coordinator", "claire", "hugo", "member", "expert")


async def _sign_out(team: Team) -> None:
    sessions = read_json(await team.client("hugo").get("/api/sessions"))["items"]
    (mine,) = [one["id"] for one in sessions if one["current"]]
    assert (await team.client("hugo").delete(f"/api/sessions/{mine}")).status_code in {200, 204}


@pytest.mark.parametrize("act", ["fact", "talk"])
@pytest.mark.parametrize(
    "end", [_suspend, _end, _suspend_party, _change_roles, _sign_out], ids=lambda one: one.__name__.strip("_")
)
async def test_nothing_after_the_end_reaches_the_socket(team: Team, wire: str, end: Any, act: str) -> None:
    channel = await messages.everybody(team)
    await team.settled()
    async with listen(wire, team, "hugo", 2**62) as hugo:
        await end(team)
        if act == "fact":  # of the whole team, which also a suspended party would be told
            done = team.seats["daan"]["id"]
            await _suspend(team, "noor", "daan")
        else:
            done = (await messages.say(team, "lena", channel, "After the end"))["channel"]
        frames = [await hugo.frame(within=PATIENCE)]
        while frames[-1]["type"] != "bye":
            frames.append(await hugo.frame(within=PATIENCE))
        assert frames[-1]["reason"] == "revoked"
        assert not [one for one in frames if done in str(one)]
