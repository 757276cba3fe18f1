"""Allocation tables for tests: two small files, and their import by an operator."""

from typing import Any, Final

import httpx

from tests.factories import reference
from tests.factories.team import Team, read_json

ADMIN: Final = "/api/administration/allocations"
NETWORKS: Final = """network,country,provider
203.0.113.0/24,US,Hosting Example
203.0.113.64/26,CA,Reseller Example
198.51.100.0-198.51.100.7,FR,
2001:db8::/32,,GOOGLE
"""
DOMAINS: Final = """domain,country,provider
example.com,US,Mail Example
eu.example.com,IE,Mail Example Europe
"""
SOURCE: Final = "Registry extract of 1 May 2026"
#: A line of a log, as a user pastes it.
LOG_LINE: Final = (
    "2026-05-16T09:14:05+02:00 sshd[4711]: Accepted password for vendor from 203.0.113.70 port 51022,"
    " notice to seller@mail.eu.example.com"
)


async def put(operator: httpx.AsyncClient, path: str, content: str | bytes, **query: str) -> httpx.Response:
    """Send a file, whatever the answer is."""
    headers = {"Content-Type": "text/csv; charset=utf-8"}
    return await operator.post(f"{ADMIN}/{path}", content=content, headers=headers, params=query)


async def imported(operator: httpx.AsyncClient, table: str, content: str, source: str = SOURCE) -> dict[str, Any]:
    """Import a table."""
    return read_json(await put(operator, f"{table}/imports", content, source=source))


async def import_both(team: Team) -> None:
    """Import both tables as an operator."""
    async with await reference.operator_of(team) as operator:
        await imported(operator, "networks", NETWORKS)
        await imported(operator, "domains", DOMAINS)


async def recognised(team: Team, text: str, who: str = "noor", **form: Any) -> list[dict[str, Any]]:
    """The identifiers of a text."""
    answer = await team.client(who).post(team.path("/identifiers"), json={"text": text} | form)
    assert answer.status_code == 200, answer.text
    return list(answer.json())
