"""Guards for streaming routes, which hold no transaction while bytes move.

Each short transaction checks the member again.

Not here: the other guards (`guards.py`), and the access decision about one exhibit.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from fastapi.requests import HTTPConnection

from app.access.roles import Permission
from app.access.seats import Seat
from app.api.context import AppContext, context_of
from app.api.guards import Guard, seated, shown_by, witnessed
from app.database import Reading, Writing
from app.ledger import entries
from app.services.accounts.sessions import Shown


@dataclass(frozen=True, slots=True)
class Admission:
    """A member admitted to a streaming route. Each transaction that it opens checks the member again."""

    context: AppContext
    connection: HTTPConnection
    shown: Shown
    jit: UUID
    permissions: tuple[Permission, ...]

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[tuple[Reading, Seat]]:
        """Open a read transaction and return it with the member's current state. Raises what the guard raises."""
        async with self.context.database.reading() as session:
            with witnessed(session, self.connection):
                yield session, await self._seat(session)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[tuple[Writing, Seat]]:
        """Open a short write transaction and return it with the member's current state.

        Raises what the guard raises.
        """
        async with self.context.database.writing() as session:
            with witnessed(session, self.connection):
                yield session, await self._seat(session)

    async def _seat(self, session: Reading) -> Seat:
        return await seated(session, self.connection, self.shown, self.jit, self.permissions)


@dataclass(frozen=True, slots=True)
class Arrival(Admission):
    """Admission to the live channel, with the member and the audit log head of the admitting snapshot.

    Clients reconnect often. Keeping both values saves a second transaction for each connection.
    """

    seat: Seat
    head: int


class MayStreaming(Guard):
    """Guard like `May`, for streaming routes: checks before the body is read, and again in each transaction."""

    def __init__(self, *permissions: Permission) -> None:
        self.permissions = permissions

    async def __call__(self, connection: HTTPConnection, jit: UUID) -> Admission:
        """Return the admission after one successful check."""
        admission = self._admission(connection, jit)
        async with admission.reading():
            return admission

    def _admission(self, connection: HTTPConnection, jit: UUID) -> Admission:
        return Admission(context_of(connection), connection, shown_by(connection), jit, self.permissions)


class MayFollow(MayStreaming):
    """Guard like `MayStreaming`, for the live channel."""

    async def __call__(self, connection: HTTPConnection, jit: UUID) -> Arrival:
        """Return the admission with the member and the audit log head of its snapshot."""
        admission = self._admission(connection, jit)
        async with admission.reading() as (session, seat):
            head = await entries.head(session, jit)
            return Arrival(admission.context, connection, admission.shown, jit, self.permissions, seat, head)


def admitted_again(connection: HTTPConnection, seat: Seat) -> Admission:
    """Return an admission for work after the guard's transaction. Each transaction repeats the guard's check."""
    return Admission(context_of(connection), connection, shown_by(connection), seat.jit, connection.state.permissions)


MayStreamTranslation = Annotated[Admission, Depends(MayStreaming(Permission.MESSAGE_SAY))]
MayStreamUpload = Annotated[Admission, Depends(MayStreaming(Permission.FILE_UPLOAD))]
MayStreamDecision = Annotated[Admission, Depends(MayStreaming(Permission.FILE_DECIDE))]
MayStreamContent = Annotated[Admission, Depends(MayStreaming(Permission.EVIDENCE_OPEN, Permission.EVIDENCE_VERIFY))]
MayStreamBundle = Annotated[Admission, Depends(MayStreaming(Permission.EXPORT_MAKE))]
MayStreamRegister = Annotated[Admission, Depends(MayStreaming(Permission.LEDGER_READ))]
MayStreamRequest = Annotated[Admission, Depends(MayStreaming(Permission.REQUEST_CONTENT_READ))]
MayFollowStream = Annotated[Arrival, Depends(MayFollow(Permission.STREAM_FOLLOW))]
