"""How an exhibit came into the team, as a domain above tells: the legal requests whose result it is.

The domain `requests` registers the source (`services/registry.py`). It returns what the asking member may see.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.database import Reading


@dataclass(frozen=True, slots=True)
class Origin:
    """A legal request by which an exhibit came.

    Attributes:
        id: The request.
        number: Its number.
        instrument: Key of its instrument.
        item: Number of the item that the exhibit answers; `None` for the whole request.
        legal_basis: Legal basis of the request.
        conditions: Limits of use that came with the answer.
    """

    id: UUID
    number: str
    instrument: str
    item: int | None
    legal_basis: str | None
    conditions: str | None


Source = Callable[[Reading, UUID], Awaitable[Sequence[Origin]]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Make `source` a source of origins. Registering it again has no effect."""
    if source not in _sources:
        _sources.append(source)


async def of(session: Reading, evidence: UUID) -> Sequence[Origin]:
    """Return the legal requests by which an exhibit came, as far as the asking member sees them."""
    return [one for source in _sources for one in await source(session, evidence)]
