"""Exhibits for tests, registered through the API. Not here: files and openings of them."""

from typing import Any

from tests.factories.team import Team, said


def exhibit_form(**changes: Any) -> dict[str, Any]:
    """A registration as the API takes it."""
    return {
        "title": "Laptop of the suspect",
        "kind": "image",
        "category": "disk_image",
        "acquired_at": "2026-11-20T10:00:00+01:00",
        "acquired_by": "Team 4",
        "place": "Rotterdam",
        "legal_basis": "Art. 94 Sv",
        "handling": ["H0"],
        "tlp": "AMBER",
    } | changes


async def register(team: Team, name: str, /, **released: str) -> dict[str, Any]:
    """An exhibit by this leader, released as named: `register(team, "noor", DE="held")`."""
    releases = [{"party": party, "level": level} for party, level in released.items()]
    answer = await team.client(name).post(team.path("/evidence"), json=exhibit_form(releases=releases))
    return said(answer, 201)


async def describe(team: Team, name: str, exhibit: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Correct the exhibit's description; the exhibit as it is then."""
    path, match = team.path(f"/evidence/{exhibit['id']}"), {"If-Match": f'"{exhibit["version"]}"'}
    form = {"title": "Another title", "reason": "a slip"} | changes
    return said(await team.client(name).patch(path, json=form, headers=match))


async def recall(team: Team, name: str, exhibit: dict[str, Any], party: str, *, version: int = 1) -> None:
    """Take this version of a release back."""
    path, match = team.path(f"/evidence/{exhibit['id']}/releases/{party}"), {"If-Match": f'"{version}"'}
    answer = await team.client(name).request("DELETE", path, json={"reason": "an error"}, headers=match)
    assert answer.status_code == 204, answer.text


async def open_exhibit(team: Team, name: str, exhibit: dict[str, Any]) -> dict[str, Any]:
    """Open the exhibit for reading."""
    form = {"act": "open", "purpose": "JIT_PURPOSE", "justification": "reading it", "acknowledged": False}
    return said(await team.client(name).post(team.path(f"/evidence/{exhibit['id']}/openings"), json=form), 201)
