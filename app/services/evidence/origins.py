"""How exhibits came into the team, as a domain above tells: the legal requests whose results they are.

The domain `requests` registers the source (`services/registry.py`). It returns what the asking member may read.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.database import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A legal request by which an exhibit came, or an earlier one that it follows.

    Attributes:
        id: The request.
        number: Its number.
        title: Its title.
        instrument: Key of its instrument.
        instrument_title: Name of the instrument in each language.
        country: Of the other side.
        authority: On the other side.
        direction: `out` or `in`.
        legal_basis: Legal basis of the request.
        conditions: Limits of use that came with the answer.
        sent_at: When it was sent.
        answered_at: When the item, or else the request, was answered.
        item: Number of the item that the exhibit answers; `None` for the whole request.
        item_title: Identifier or description of that item.
        item_connection: Ports, protocol, time, zone and original line beside the identifier of that item, as far as stated.
        relation: How the request of the exhibit follows this one, such as `production`; `None`: it is that request.
        earlier: Requests that it follows, directly or through others.
    """

    id: UUID
    number: str
    title: str | None
    instrument: str
    instrument_title: Mapping[str, str]
    country: str
    authority: str | None
    direction: str
    legal_basis: str | None
    conditions: str | None
    sent_at: datetime | None = None
    answered_at: datetime | None = None
    item: int | None = None
    item_title: str | None = None
    item_connection: Mapping[str, Any] | None = None
    relation: str | None = None
    earlier: Sequence["Origin"] = ()

    def as_exported(self) -> dict[str, Any]:
        """Return the request as an export package states it, without its earlier ones. Times stay as they are."""
        return {name: getattr(self, name) for name in _EXPORTED}


_EXPORTED = (
    "number",
    "title",
    "instrument",
    "instrument_title",
    "direction",
    "country",
    "authority",
    "legal_basis",
    "sent_at",
    "answered_at",
    "item",
    "item_title",
    "item_connection",
    "conditions",
    "relation",
)
Source = Callable[[Reading, Collection[UUID]], Awaitable[Mapping[UUID, Sequence[Origin]]]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Make `source` a source of origins. Registering it again has no effect."""
    if source not in _sources:
        _sources.append(source)


async def of(session: Reading, exhibits: Collection[UUID]) -> dict[UUID, list[Origin]]:
    """Return the legal requests by which each of these exhibits came, as far as the asking member reads them."""
    found: dict[UUID, list[Origin]] = {}
    for source in _sources:
        for evidence, came_by in (await source(session, exhibits)).items():
            found.setdefault(evidence, []).extend(came_by)
    return found
