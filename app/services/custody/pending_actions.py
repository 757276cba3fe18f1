"""Pending actions of the domain: damaged files, handovers to answer, and copies to account for."""

from app.access.seats import Seat
from app.database import Reading
from app.services.custody import copies, fixity, handovers
from app.services.custody.handovers import HandoverDetails
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    damaged = [
        PendingAction(
            kind=ActionKind.DAMAGED_FILES,
            group=Group.EVIDENCE,
            noun=Noun.EVIDENCE,
            id=one.evidence,
            title=one.title,
            number=one.exhibit_number,
            since_at=one.checked_at,
        )
        for one in await fixity.damaged(session, seat, MOST)
    ]
    asked = [
        PendingAction(
            kind=ActionKind.COPY_ANSWER,
            group=Group.COPIES,
            noun=Noun.COPY,
            id=one.id,
            title=one.title,
            number=one.exhibit_number,
            since_at=one.asked_at,
            party=one.originator,
            detail=one.custodian,
        )
        for one in await copies.list_to_answer(session, seat, MOST)
    ]
    return damaged + asked + [_handover(one) for one in await handovers.list_to_answer(session, seat, MOST)]


def _handover(one: HandoverDetails) -> PendingAction:
    return PendingAction(
        kind=ActionKind.HANDOVER_ANSWER,
        group=Group.EVIDENCE,
        noun=Noun.HANDOVER,
        id=one.handover.id,
        parent=one.exhibit.id,
        title=one.exhibit.title,
        number=one.exhibit.exhibit_number,
        since_at=one.handover.offered_at,
        due_at=one.handover.due_at,
        party=one.handover.party,
        member=one.handover.offered_by,
        detail=one.handover.giver,
    )
