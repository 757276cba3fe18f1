"""Guards of routes that stream: no transaction is held while bytes move, and each short one looks at the seat again.

Not here: the other guards (`guards.py`), and the decision about one exhibit.
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
from app.api.guards import Guard, seated, shown_by, witnessed
from app.api.house import House, house_of
from app.database import Reading, Writing
from app.ledger import entries
from app.services.sessions import Shown


@dataclass(frozen=True, slots=True)
class Admission:
    """A seat that passed the door of a streaming route; each transaction looks at it again."""

    house: House
    connection: HTTPConnection
    shown: Shown
    jit: UUID
    permissions: tuple[Permission, ...]

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[tuple[Reading, Seat]]:
        """A snapshot, with the seat as it is now. Raises like the guard."""
        async with self.house.database.reading() as session:
            with witnessed(session, self.connection):
                yield session, await self._seat(session)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[tuple[Writing, Seat]]:
        """A short transaction, with the seat as it is now. Raises like the guard."""
        async with self.house.database.writing() as session:
            with witnessed(session, self.connection):
                yield session, await self._seat(session)

    async def _seat(self, session: Reading) -> Seat:
        return await seated(session, self.connection, self.shown, self.jit, self.permissions)


@dataclass(frozen=True, slots=True)
class Arrival(Admission):
    """At the live channel: with the seat, and the ledger's head as it may know it, of the one snapshot in which it was admitted.

    Many come again and again: one transaction at the door, and none to learn what that one has told.
    """

    seat: Seat
    head: int


class MayStreaming(Guard):
    """As `May`, for routes that stream: admitted before the body is read, and again in each transaction."""

    def __init__(self, *permissions: Permission) -> None:
        self.permissions = permissions

    async def __call__(self, connection: HTTPConnection, jit: UUID) -> Admission:
        """The admission, tried once."""
        admission = self._admission(connection, jit)
        async with admission.reading():
            return admission

    def _admission(self, connection: HTTPConnection, jit: UUID) -> Admission:
        return Admission(house_of(connection), connection, shown_by(connection), jit, self.permissions)


class MayFollow(MayStreaming):
    """As `MayStreaming`, for the live channel."""

    async def __call__(self, connection: HTTPConnection, jit: UUID) -> Arrival:
        """The admission, with the seat and the head of its snapshot."""
        admission = self._admission(connection, jit)
        async with admission.reading() as (session, seat):
            head = await entries.head(session, jit)
            return Arrival(admission.house, connection, admission.shown, jit, self.permissions, seat, head)


def admitted_again(connection: HTTPConnection, seat: Seat) -> Admission:
    """For what is done after the transaction in which the door was passed: the same door, looked at again each time."""
    return Admission(house_of(connection), connection, shown_by(connection), seat.jit, connection.state.permissions)


MayStreamTranslation = Annotated[Admission, Depends(MayStreaming(Permission.MESSAGE_SAY))]
MayStreamUpload = Annotated[Admission, Depends(MayStreaming(Permission.FILE_UPLOAD))]
MayStreamDecision = Annotated[Admission, Depends(MayStreaming(Permission.FILE_DECIDE))]
MayStreamContent = Annotated[Admission, Depends(MayStreaming(Permission.EVIDENCE_OPEN, Permission.EVIDENCE_VERIFY))]
MayStreamBundle = Annotated[Admission, Depends(MayStreaming(Permission.EXPORT_MAKE))]
MayFollowStream = Annotated[Arrival, Depends(MayFollow(Permission.STREAM_FOLLOW))]
