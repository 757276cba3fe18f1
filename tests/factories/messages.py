"""Channels and messages for tests, through the API.

`open_channel`, `say` and `decide` demand success and give the view; the others give the answer, whatever it is.
"""

from typing import Any

import httpx

from tests.factories.team import Team, read_json


async def try_open(team: Team, who: str = "noor", **changes: Any) -> httpx.Response:
    """Try to open a channel; by default between the Netherlands and Germany."""
    form = {"name": "Servers in Frankfurt", "parties": ["DE"]} | changes
    return await team.client(who).post(team.path("/channels"), json=form)


async def open_channel(team: Team, who: str = "noor", **changes: Any) -> dict[str, Any]:
    """A channel."""
    return read_json(await try_open(team, who, **changes), 201)


async def everybody(team: Team, who: str = "coordinator") -> dict[str, Any]:
    """A channel of the whole team."""
    return await open_channel(team, who, name="Everybody", whole=True, parties=[])


def place(team: Team, channel: dict[str, Any], rest: str = "") -> str:
    """A path below a channel."""
    return team.path(f"/channels/{channel['id']}{rest}")


def of(team: Team, message: dict[str, Any], rest: str = "") -> str:
    """A path below a message."""
    return team.path(f"/channels/{message['channel']}/messages/{message['id']}{rest}")


async def try_say(
    team: Team, who: str, channel: dict[str, Any], text: str = "The log is in.", **more: Any
) -> httpx.Response:
    """Try to say something off the record."""
    return await team.client(who).post(place(team, channel, "/messages"), json={"text": text} | more)


async def say(
    team: Team, who: str, channel: dict[str, Any], text: str = "The log is in.", **more: Any
) -> dict[str, Any]:
    """Something off the record."""
    return read_json(await try_say(team, who, channel, text, **more), 201)


async def try_decide(
    team: Team, who: str, channel: dict[str, Any], text: str = "Action day is 3 June.", **more: Any
) -> httpx.Response:
    """Try to put something on record."""
    return await team.client(who).post(place(team, channel, "/decisions"), json={"text": text} | more)


async def decide(
    team: Team, who: str, channel: dict[str, Any], text: str = "Action day is 3 June.", **more: Any
) -> dict[str, Any]:
    """A decision on record."""
    return read_json(await try_decide(team, who, channel, text, **more), 201)


async def correct(
    team: Team, who: str, message: dict[str, Any], text: str, *, version: int | None = None, **more: Any
) -> httpx.Response:
    """Correct what was said, as it was read."""
    expected = message["version"] if version is None else version
    return await team.client(who).put(
        of(team, message), json={"text": text} | more, headers={"If-Match": f'"{expected}"'}
    )


async def take_back(team: Team, who: str, message: dict[str, Any], *, version: int | None = None) -> httpx.Response:
    """Take back what was said."""
    expected = message["version"] if version is None else version
    return await team.client(who).delete(of(team, message), headers={"If-Match": f'"{expected}"'})


async def translate(
    team: Team, who: str, message: dict[str, Any], text: str = "Das Protokoll ist da."
) -> httpx.Response:
    """A translation by hand, into German."""
    form = {"language": "de", "text": text, "version": message["version"]}
    return await team.client(who).post(of(team, message, "/translations"), json=form)


async def close(team: Team, who: str, channel: dict[str, Any]) -> httpx.Response:
    """Close a channel."""
    headers = {"If-Match": f'"{channel["version"]}"'}
    return await team.client(who).post(place(team, channel, "/closing"), json={"reason": "Done."}, headers=headers)


async def listed(team: Team, who: str) -> list[dict[str, Any]]:
    """Somebody's channels."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/channels")))["items"]
    return items


async def stretch(team: Team, who: str, channel: dict[str, Any], query: str = "") -> dict[str, Any]:
    """A stretch of a channel as somebody reads it."""
    return read_json(await team.client(who).get(place(team, channel, f"/messages{query}")))


async def texts(team: Team, who: str, channel: dict[str, Any], query: str = "") -> list[str | None]:
    """Its words."""
    return [one["text"] for one in (await stretch(team, who, channel, query))["items"]]


async def seen(team: Team, who: str, message: dict[str, Any]) -> dict[str, Any]:
    """A message as somebody reads it."""
    items = (await stretch(team, who, {"id": message["channel"]}, "?limit=200"))["items"]
    return next(one for one in items if one["id"] == message["id"])


async def found(team: Team, who: str, words: str, query: str = "") -> list[str | None]:
    """Return the texts that the member finds by words."""
    items = read_json(await team.client(who).get(team.path(f"/messages?q={words}{query}")))["items"]
    return [one["text"] for one in items]
