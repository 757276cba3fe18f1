"""Pending actions of the domain: files that differ from their declared hash, and flags that need a decision."""

from collections.abc import Iterable

from sqlalchemy import select

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Evidence, File
from app.services.evidence import flags
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    flagged = [
        PendingAction(
            kind=ActionKind.EXCULPATORY_DECISION,
            group=Group.EVIDENCE,
            noun=Noun.EVIDENCE,
            id=one.evidence,
            title=one.title,
            number=one.exhibit_number,
            since_at=one.flagged_at,
            party=one.party,
            member=one.seat,
            detail=one.exonerates,
        )
        for one in await flags.list_undecided(session, seat, MOST)
    ]
    return [*await _differing_files(session, seat), *flagged]


async def _differing_files(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    if not seat.may(Permission.FILE_DECIDE):
        return ()
    query = (
        select(Evidence, File.name, File.received_at)
        .join(File, (File.jit == Evidence.jit) & (File.evidence == Evidence.id))
        .where(File.jit == seat.jit, File.state == "hash_differs")
        .where(Evidence.originator == seat.party, Evidence.status == "active")
        .order_by(File.received_at, File.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.HASH_MISMATCH,
            group=Group.EVIDENCE,
            noun=Noun.EVIDENCE,
            id=exhibit.id,
            title=exhibit.title,
            number=exhibit.exhibit_number,
            since_at=received_at,
            detail=name,
        )
        for exhibit, name, received_at in await session.execute(query)
    ]
