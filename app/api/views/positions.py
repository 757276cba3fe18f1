"""The header by which a page joins what it read to what it will hear (realtime.md)."""

from uuid import UUID

from fastapi import Response

from app.database import Reading
from app.ledger import entries

HEADER = "Ledger-Position"


async def position(session: Reading, jit: UUID) -> dict[str, str]:
    """The ledger's head as this reader may know it, in the snapshot of the answer."""
    return {HEADER: str(await entries.head(session, jit))}


async def tell_position(response: Response, session: Reading, jit: UUID) -> None:
    """The same, on an answer that is made of what a route returns."""
    response.headers.update(await position(session, jit))
