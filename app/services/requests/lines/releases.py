"""Releases of requests and notices: those in effect, and their recall.

Not here: levels and entries of the audit log, which differ.
"""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import NotFound
from app.models import NoticeRelease, RequestRelease
from app.services.teams.roster import PartyRow, Roster

#: A table of releases.
Release = TypeVar("Release", RequestRelease, NoticeRelease)


async def in_effect(session: Reading, model: type[Release], is_of: ColumnElement[bool]) -> Sequence[Release]:
    """Return the releases that are in effect, as far as the asking member sees them.

    `is_of`: the condition that selects the line or lines.
    """
    query = select(model).where(is_of, model.recalled_at.is_(None)).order_by(model.id)
    return (await session.scalars(query)).all()


async def current(
    session: Reading, model: type[Release], is_of: ColumnElement[bool], recipient: UUID
) -> Release | None:
    """Return the release to a party that is in effect."""
    query = select(model).where(is_of, model.recipient == recipient, model.recalled_at.is_(None))
    return (await session.scalars(query)).one_or_none()


def mark_recalled(release: Release, seat: Seat) -> None:
    """Mark a release as recalled by a member now."""
    release.recalled_by, release.recalled_at = seat.id, clock.now()


async def recall(
    session: Writing, seat: Seat, model: type[Release], is_of: ColumnElement[bool], roster: Roster, party: str
) -> tuple[Release, PartyRow]:
    """Recall the release to a party, and return both. The caller appends the entry. Raises `NotFound`."""
    former, recipient = await released(session, model, is_of, roster, party)
    mark_recalled(former, seat)
    await session.flush()
    return former, recipient


async def released(
    session: Reading, model: type[Release], is_of: ColumnElement[bool], roster: Roster, party: str
) -> tuple[Release, PartyRow]:
    """Return the release to a party that is in effect, and the party. Raises `NotFound`."""
    recipient = next((one for one in roster.parties if one.code == party), None)
    former = None if recipient is None else await current(session, model, is_of, recipient.id)
    if former is None or recipient is None:
        raise NotFound
    return former, recipient
