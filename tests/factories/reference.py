"""Reference data for tests: an operator, files, a contact, and requests of the administration."""

from collections.abc import Iterator
from typing import Any, Final

import httpx

from tests.factories import accounts
from tests.factories.team import Team, read_json

ADMIN: Final = "/api/administration/reference"
PROVIDER: Final[dict[str, Any]] = {
    "key": "EXAMPLE",
    "name": {"value": "Example Hosting", "source": "Trade register"},
    "country": {"value": "NL", "source": "Trade register"},
}
CONTACT: Final[dict[str, Any]] = {
    "key": "NL_CONTACT",
    "role": "contact_24_7",
    "country": "NL",
    "unit": {"value": "National unit", "source": "Letter of the unit"},
    "zone": {"value": "Europe/Amsterdam", "source": "Letter of the unit"},
}
TEST_CALL: Final[dict[str, Any]] = {"tested_on": "2026-05-16", "tested_by": "Nora New", "reached": True, "note": "x"}
#: A report that a value is wrong.
REPORT: Final[dict[str, Any]] = {
    "kind": "countries",
    "key": "NL",
    "field": "zone",
    "wrong": "The zone is that of another island.",
    "proposed": "Europe/Amsterdam",
    "source": "IANA time zone database",
}
#: What a person compared with a value.
AGAINST: Final = "https://www.iana.org/time-zones, version 2026a"


def file(kind: str, *entries: dict[str, Any]) -> dict[str, Any]:
    """A file of these records."""
    return {"format": 1, "kind": kind, "entries": list(entries)}


def pack(*files: dict[str, Any]) -> dict[str, Any]:
    """The body of a preview: files of several kinds."""
    return {"pack": {one["kind"]: one for one in files}}


async def import_files(operator: httpx.AsyncClient, *files: dict[str, Any], **choices: list[str]) -> httpx.Response:
    """Import files as they were previewed. Return the refusal of the preview if there is one."""
    seen = await operator.post(f"{ADMIN}/imports/preview", json=pack(*files))
    if seen.status_code != 200:
        return seen
    form = pack(*files) | {"digest": seen.json()["digest"]} | choices
    return await operator.post(f"{ADMIN}/imports", json=form)


def values_in(document: Any) -> Iterator[dict[str, Any]]:
    """Yield every value with a source, recorded or not."""
    if isinstance(document, dict):
        if "verified_on" in document:
            yield document
        else:
            for inside in document.values():
                yield from values_in(inside)
    elif isinstance(document, list):
        for inside in document:
            yield from values_in(inside)


async def operator_of(team: Team) -> httpx.AsyncClient:
    """The browser of an operator without a place in the team."""
    (account,) = await accounts.make(team.context, ["operator@host.test"], operator=True)
    return await accounts.signed_in(team.app, account)


async def card(browser: httpx.AsyncClient, code: str) -> dict[str, Any]:
    """A country card."""
    return read_json(await browser.get(f"/api/countries/{code}"))


async def put_value(
    browser: httpx.AsyncClient, place: str, field: str, value: Any, *, source: str | None = "Letter", version: int = 1
) -> httpx.Response:
    """Change a value. `place`: kind and key, for example `countries/NL`."""
    form = {"field": field, "value": value, "source": source}
    return await browser.put(f"{ADMIN}/{place}/value", json=form, headers={"If-Match": f'"{version}"'})


async def verify(
    browser: httpx.AsyncClient, place: str, field: str, *, on: str = "2026-05-16", version: int = 1
) -> httpx.Response:
    """Mark a value as verified."""
    form = {"field": field, "verified_by": "Nora New", "verified_on": on, "verified_against": AGAINST}
    return await browser.put(f"{ADMIN}/{place}/verification", json=form, headers={"If-Match": f'"{version}"'})
