"""Builds the `Ledger-Position` header, which connects an answer to the live channel's events."""

from uuid import UUID

from fastapi import Response

from app.database import Reading
from app.ledger import entries

HEADER = "Ledger-Position"


async def position(session: Reading, jit: UUID) -> dict[str, str]:
    """Return the header with the audit log head that the reader may know, in the answer's snapshot."""
    return {HEADER: str(await entries.head(session, jit))}


async def tell_position(response: Response, session: Reading, jit: UUID) -> None:
    """Set the header on the response of a route that returns a model."""
    response.headers.update(await position(session, jit))
