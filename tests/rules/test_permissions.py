"""The policy as a table: a line per route, a column per role, generated from the guards, compared, and then tried.

`permissions.txt` is read in the diff when the policy changes. Write it anew with
`python -m tests.rules.test_permissions` from the project's folder.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute, APIWebSocketRoute

from app.access.roles import GRANTS, Permission, Role
from app.api import routing
from app.api.admissions import MayStreaming
from app.api.documents import operations
from app.api.guards import Anyone, Guard, May, MayReadJit, SignedIn, WritingUnit
from app.api.routing import Router, UnguardedError
from app.routers import ROUTERS
from tests.factories.team import Team
from tests.support.openapi_document import document

#: Guards that admit a visitor who is not signed in. `FromThisMachine` admits nobody from elsewhere.
PUBLIC: Final = {"_Anyone", "FromThisMachine"}
#: Guards that admit an operator of the installation, whatever their roles in teams.
OPERATORS: Final = {"Operator", "OperatorWaiting"}
#: The guard that admits an administrator of an organisation, whatever their roles in teams.
OF_ORGANISATION: Final = "OrganisationAdministrator"
TABLE: Final = Path(__file__).parent / "permissions.txt"
#: Fewer lines than this, and the table has gone blind.
FEWEST: Final = 38
#: Paths that are no operation of the API: the page and its documents, numbers for this machine, tus' OPTIONS.
UNDESCRIBED: Final = {"/{path:path}", "/api/docs", "/api/openapi.json", "/metrics"}
#: Whoever tries a role: somebody of `tests/factories/team.py` with that role alone.
HOLDERS: Final = {
    Role.LEADER: "noor",
    Role.MEMBER: "daan",
    Role.ADMINISTRATOR: "admin",
    Role.COORDINATOR: "coordinator",
    Role.PARTICIPANT: "ines",
    Role.LIAISON: "karl",
    Role.EXPERT: "sofia",
    Role.INTERPRETER: "amir",
    Role.AUDITOR: "auditor",
}

Line = tuple[str, str, Guard]


def routes(router: APIRouter) -> Iterator[APIRoute | APIWebSocketRoute]:
    for route in router.routes:
        assert isinstance(route, APIRoute | APIWebSocketRoute), f"{route} is no route of ours"
        yield route


def guard_of(route: APIRoute | APIWebSocketRoute) -> Guard:
    calls: list[object] = [one.call for one in routing._tree(route.dependant)]
    guards = [call for call in calls if isinstance(call, Guard)]
    assert len(set(guards)) == 1
    return guards[0]


def lines() -> list[Line]:
    """(method, path, guard) of every route, sockets included."""
    found = []
    for router in ROUTERS:
        for route in routes(router):
            methods = sorted((route.methods or set()) - {"HEAD"}) if isinstance(route, APIRoute) else ["SOCKET"]
            found += [(method, route.path, guard_of(route)) for method in methods]
    return sorted(found, key=lambda line: (line[1], line[0]))


def permissions_of(guard: Guard) -> tuple[Permission, ...]:
    return guard.permissions if isinstance(guard, May | MayStreaming) else ()


def table() -> str:
    """The whole policy as text."""
    heads = ("method", "route", "anyone", "signed in", *Role)
    rows = []
    for method, path, guard in lines():
        permissions = permissions_of(guard)
        if type(guard).__name__ in OPERATORS:
            marks = ["", "operator", *("" for _ in Role)]
        elif type(guard).__name__ == OF_ORGANISATION:
            marks = ["", "org admin", *("" for _ in Role)]
        elif not permissions:
            public = type(guard).__name__ in PUBLIC
            marks = ["x" if public else "", "x", *("x" for _ in Role)]
        else:
            marks = ["", "", *("x" if GRANTS[role] & set(permissions) else "" for role in Role)]
        rows.append((method, path, *(mark or "-" for mark in marks)))
    widths = [max(len(row[n]) for row in (heads, *rows)) for n in range(len(heads))]
    return (
        "\n".join(
            " ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in (heads, *rows)
        )
        + "\n"
    )


def test_the_table_is_what_the_guards_say() -> None:
    assert TABLE.read_text() == table(), "the policy changed: python -m tests.rules.test_permissions writes it anew"


def test_the_table_has_every_operation_of_the_document() -> None:
    """Looping over `app.routes` finds no included route: the document does."""
    described = {(method, path) for method, path, _ in operations(document())}
    listed = {
        (method, path.replace(":path}", "}"))  # the document knows no converters
        for method, path, _ in lines()
        if method not in {"SOCKET", "OPTIONS"} and path not in UNDESCRIBED
    }
    assert listed == described
    assert len(lines()) >= FEWEST


def test_what_anyone_may_is_this_and_no_more() -> None:
    public = {f"{method} {path}" for method, path, guard in lines() if type(guard).__name__ in PUBLIC}
    assert public == {
        "POST /api/sessions",
        "POST /api/invitations/acceptance",
        "POST /api/tokens",
        "POST /api/passkeys/challenge",  # a sign-in with a passkey: tests/accounts/test_passkeys.py
        "POST /api/passkeys/sessions",
        "POST /api/recoveries/acceptance",  # a new password by one-time code: tests/accounts/test_recoveries.py
        "GET /api/demonstration",
        "GET /api/setup",  # from this machine, before an account exists: tests/accounts/test_setup.py
        "POST /api/setup",
        "GET /api/calendar/{secret}.ics",  # to who has the secret: tests/coordination/test_calendar_feeds.py
        "GET /api/health/live",
        "GET /api/health/ready",
        "GET /api/docs",
        "GET /api/openapi.json",
        "GET /metrics",
        "GET /{path:path}",
    }


def test_every_route_of_a_team_asks_for_a_seat() -> None:
    of_a_team = [(method, path, guard) for method, path, guard in lines() if "{jit}" in path]
    assert len(of_a_team) >= FEWEST // 2
    assert [line for line in of_a_team if not permissions_of(line[2])] == []


def filled(path: str, team: Team) -> str:
    """The path with the team, and ids of nothing for the rest."""
    path = path.replace("{jit}", team.id).replace("{party}", "DE").replace("{position}", "0")
    while "{" in path:
        start, end = path.index("{"), path.index("}")
        path = path[:start] + str(uuid4()) + path[end + 1 :]
    return path


async def tried(browser: httpx.AsyncClient, method: str, path: str) -> int:
    """Return the status of a request without a body: permission is checked before the input."""
    body: dict[str, Any] = {"json": {}} if method in {"POST", "PUT", "PATCH", "DELETE"} and "/files" not in path else {}
    return (await browser.request(method, path, headers={"Tus-Resumable": "1.0.0"}, **body)).status_code


async def test_each_role_at_each_door(team: Team) -> None:
    wrong = []
    for method, path, guard in lines():
        permissions = permissions_of(guard)
        if not permissions or method == "SOCKET":
            continue
        for role, name in HOLDERS.items():
            status = await tried(team.client(name), method, filled(path, team))
            opened = status not in {401, 403}
            if opened is not bool(GRANTS[role] & set(permissions)) or status >= 500:
                wrong.append((role.value, method, path, status))
    assert wrong == []


async def test_nobody_and_strangers_at_each_door(team: Team) -> None:
    absent = await team.client("noor").get(f"/api/jits/{uuid4()}")
    for method, path, guard in lines():
        if type(guard).__name__ in PUBLIC or method == "SOCKET":
            continue
        assert await tried(team.nobody(), method, filled(path, team)) == 401, (method, path)
        if permissions_of(guard):
            answer = await team.client("stranger").request(
                method, filled(path, team), headers={"Content-Type": "application/json"}
            )
            assert answer.status_code == 404, (method, path)
            if method != "HEAD":
                assert answer.content == absent.content, "a team that is not mine does not exist"


class TestARouteWithoutItsGuardDoesNotStart:
    def test_none(self) -> None:
        with pytest.raises(UnguardedError, match="has 0 guards"):

            @Router().get("/open")
            async def read_open() -> None:
                """Nobody asks who you are."""

    def test_two(self) -> None:
        with pytest.raises(UnguardedError, match="has 2 guards"):

            @Router().get("/{jit}")
            async def read_both(person: SignedIn, seat: MayReadJit) -> None:
                """Which one counts?"""

    def test_a_socket(self) -> None:
        with pytest.raises(UnguardedError, match="has 0 guards"):

            @Router().websocket("/stream")
            async def follow() -> None:
                """Nobody asks who you are."""

    def test_one_that_reads_and_asks_to_write(self) -> None:
        with pytest.raises(UnguardedError, match="asks for a Writing"):

            @Router().get("/{jit}")
            async def read_and_write(visitor: Anyone, session: WritingUnit) -> None:
                """A GET changes nothing."""


if __name__ == "__main__":
    TABLE.write_text(table())
