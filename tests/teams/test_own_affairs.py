"""What is a seat's own affair goes on in a closed team: read marks, the bell, the mark of a briefing, the end of a calendar feed."""

from typing import Any

from tests.factories import messages, notifications, tasks
from tests.factories.calendar_feeds import events, make, read, revoke, standing, try_make
from tests.factories.closings import closed
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt


async def reads(team: Team, who: str, channel: dict[str, Any], message: dict[str, Any]) -> int:
    """Somebody reads up to there."""
    reading = {"message": message["id"]}
    return (await team.client(who).post(messages.place(team, channel, "/reading"), json=reading)).status_code


async def test_the_bell_and_what_is_unread_are_cleared(team: Team) -> None:
    channel = await messages.open_channel(team)
    message = await messages.say(team, "noor", channel)
    task = await tasks.assign(team)
    read_json(await tasks.change(team, "coordinator", task, state="cancelled", reason="Over"))
    await closed(team)
    unread, _ = await notifications.counts(team, "lena")
    assert unread > 1
    before = await team.entries("jit_auditor")
    newest, *_ = await notifications.listed(team, "lena")
    read_json(await notifications.change(team, "lena", newest, read=True))
    readings = team.path("/notifications/readings")
    done = read_json(await team.client("lena").post(readings, json={"until": newest["id"]}), 201)
    assert await notifications.counts(team, "lena") == (0, 0)
    assert read_json(await team.client("lena").post(f"{readings}/{done['id']}/reversal"))["count"] == unread - 1
    assert (await messages.listed(team, "lena"))[0]["unread"] == 1
    assert await reads(team, "lena", channel, message) == 204
    assert (await messages.listed(team, "lena"))[0]["unread"] == 0
    mark = await team.client("lena").post(team.path("/briefing/readings"), json={"position": 3})
    assert mark.status_code == 204
    assert await team.entries("jit_auditor") == before


async def test_and_nobody_elses(team: Team) -> None:
    channel = await messages.open_channel(team)
    message = await messages.say(team, "noor", channel)
    await closed(team)
    assert await reads(team, "claire", channel, message) == 404
    assert await reads(team, "auditor", channel, message) == 403
    assert await reads(team, "lena", channel, message) == 204
    for who, rows in (("jonas", 0), ("noor", 0), ("lena", 1)):
        assert await attempt(team, who, "update read_marks set number = 1") == rows, who
    refused = await messages.try_say(team, "noor", channel)
    assert (refused.status_code, refused.json()["code"]) == (409, "team-closed")


async def test_a_feed_says_what_is_left_is_no_guess_and_is_revoked_without_an_entry(team: Team) -> None:
    feed, other = await make(team, "lena"), await make(team, "lena", "Tablet")
    await closed(team)
    before = await team.entries("jit_auditor")
    for _ in range(12):
        assert events(await read(team, feed)) == []
    refused = await try_make(team, "lena", "Another")
    assert (refused.status_code, refused.json()["code"]) == (409, "team-closed")
    assert (await revoke(team, "jonas", feed)).status_code == 404
    assert (await revoke(team, "lena", feed)).status_code == 204
    assert (await read(team, feed)).status_code == 404
    assert [one["id"] for one in await standing(team, "lena")] == [other["id"]]
    assert events(await read(team, other)) == []
    assert await team.entries("jit_auditor") == before
