"""One's tasks in all of one's teams: one order, pages that join, and nothing of a team by the way of another."""

from typing import Any

from tests.factories.tasks import assign, change, propose
from tests.factories.team import Team, jit_form, read_json


async def mine(team: Team, who: str, query: str = "") -> dict[str, Any]:
    page: dict[str, Any] = read_json(await team.client(who).get(f"/api/me/tasks{query}"))
    return page


async def titles(team: Team, who: str, query: str = "") -> list[str]:
    return [one["task"]["title"] for one in (await mine(team, who, query))["items"]]


async def founded(team: Team) -> str:
    """Another team, which its coordinator has alone."""
    return str(
        read_json(await team.client("coordinator").post("/api/jits", json=jit_form() | {"name": "Sextant"}), 201)["id"]
    )


async def test_of_every_team_the_next_deadline_first(team: Team) -> None:
    other = await founded(team)
    seat = read_json(await team.client("coordinator").get(f"/api/jits/{other}"))["seat"]["code"]
    for title, due in (("B", "2030-02-01T00:00:00Z"), ("D", None), ("C", "2030-03-01T00:00:00Z")):
        when = {} if due is None else {"due_at": due, "due_zone": "UTC"}
        form = {"title": title, "assignee": seat, **when}
        read_json(await team.client("coordinator").post(f"/api/jits/{other}/tasks", json=form), 201)
    await assign(team, title="A", assignee="NL-01", due_at="2030-01-01T00:00:00Z", due_zone="UTC")
    await assign(team, title="Somebody else's", assignee="NL-04")
    whole = (await mine(team, "coordinator"))["items"]
    assert [one["task"]["title"] for one in whole] == ["A", "B", "C", "D"]
    assert [one["jit"]["id"] for one in whole] == [team.id, other, other, other]
    met, cursor = list[str](), ""
    while True:
        page = await mine(team, "coordinator", f"?limit=1{cursor}")
        met += [one["task"]["title"] for one in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert met == ["A", "B", "C", "D"]
    assert await titles(team, "noor") == []


async def test_what_is_proposed_is_asked_for_apart(team: Team) -> None:
    task = await propose(team, title="Waits")
    await assign(team, title="Done", assignee="DE-02")
    assert await titles(team, "lena") == ["Done"]
    assert await titles(team, "lena", "?state=proposed") == ["Waits"]
    read_json(await change(team, "lena", task, state="open"))
    assert await titles(team, "lena") == ["Done", "Waits"] or await titles(team, "lena") == ["Waits", "Done"]


async def test_who_reads_no_tasks_has_none_and_nobody_is_let_in_unnamed(team: Team) -> None:
    for who in ("auditor", "jit_auditor", "stranger"):
        assert (await mine(team, who)) == {"items": [], "next": None}
    for wrong in ("cursor=x", "state=lost", "limit=0"):
        assert (await team.client("lena").get(f"/api/me/tasks?{wrong}")).status_code in {400, 422}
