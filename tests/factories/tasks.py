"""Tasks for tests, through the API: assigned, changed, commented, linked.

`assign` demands success, lets the assignee accept what another party gives, and gives the view; `propose` leaves it proposed.
The others give the answer, whatever it is.
"""

from typing import Any, Final

import httpx

from tests.factories.team import Team, read_json

DUE: Final[dict[str, Any]] = {"due_at": "2030-11-29T16:00:00Z", "due_zone": "Europe/Amsterdam"}


async def try_assign(team: Team, who: str = "coordinator", **changes: Any) -> httpx.Response:
    """Try to give Lena a task."""
    form = {"title": "Match the sign-ins with the log of the German host", "assignee": "DE-02"} | changes
    return await team.client(who).post(team.path("/tasks"), json=form)


async def propose(team: Team, who: str = "coordinator", **changes: Any) -> dict[str, Any]:
    """A task as it is given, by default to Lena."""
    return read_json(await try_assign(team, who, **changes), 201)


async def assign(team: Team, who: str = "coordinator", **changes: Any) -> dict[str, Any]:
    """A task that is somebody's work, by default Lena's."""
    return await accepted(team, await propose(team, who, **changes))


async def accepted(team: Team, task: dict[str, Any]) -> dict[str, Any]:
    """The same, accepted by its assignee if another party gave it."""
    if task["state"] == "proposed":
        by = next(name for name, seat in team.seats.items() if seat["code"] == task["assignee"])
        read_json(await change(team, by, task, state="open"))
        task = await seen(team, "coordinator", task)
    return task


def place(team: Team, task: dict[str, Any], rest: str = "") -> str:
    """A path below a task."""
    return team.path(f"/tasks/{task['id']}{rest}")


async def see(team: Team, who: str, task: dict[str, Any]) -> httpx.Response:
    """The task, read by somebody."""
    return await team.client(who).get(place(team, task))


async def seen(team: Team, who: str, task: dict[str, Any]) -> dict[str, Any]:
    """The same, by somebody who sees it."""
    return read_json(await see(team, who, task))


async def change(
    team: Team, who: str, task: dict[str, Any], *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """Change a task that nobody changed since, or the one of this version."""
    expected = task["version"] if version is None else version
    return await team.client(who).patch(place(team, task), json=changes, headers={"If-Match": f'"{expected}"'})


async def relink(team: Team, who: str, task: dict[str, Any], **links: list[str]) -> httpx.Response:
    """Link and unlink exhibits."""
    return await team.client(who).post(place(team, task, "/links"), json=links)


async def change_many(team: Team, who: str, *these: dict[str, Any], **changes: Any) -> httpx.Response:
    """Change several tasks that nobody changed since."""
    items = [{"task": one["id"], "seen_version": one["version"]} for one in these]
    return await team.client(who).post(team.path("/tasks/bulk-changes"), json={"items": items} | changes)


async def comment(team: Team, who: str, task: dict[str, Any], text: str = "The log is in.") -> httpx.Response:
    """Say something."""
    return await team.client(who).post(place(team, task, "/comments"), json={"text": text})


async def comments(team: Team, who: str, task: dict[str, Any]) -> list[str]:
    """Return the comments that the member reads, newest first."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(place(team, task, "/comments")))["items"]
    return [one["text"] for one in items]


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    """The first page of somebody's tasks."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/tasks{query}")))["items"]
    return items


async def history(team: Team, who: str, task: dict[str, Any]) -> list[dict[str, Any]]:
    """The task's entries as somebody reads them, oldest first."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(place(team, task, "/history")))["items"]
    return items


async def check(team: Team, who: str, task: dict[str, Any], **wanted: list[str]) -> httpx.Response:
    """Change the checklist."""
    return await team.client(who).post(place(team, task, "/checklist"), json=wanted)


async def wait(team: Team, who: str, task: dict[str, Any], **wanted: list[str]) -> httpx.Response:
    """Say what the task waits for, and what no more."""
    return await team.client(who).post(place(team, task, "/dependencies"), json=wanted)
