"""Pending actions of the domain: consent requests, releases, required approvals, and reviews of exhibits."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.access.sharing.consents import OPEN, Use
from app.database import Reading
from app.models import Consent, Evidence, Release, RequiredApproval
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction
from app.services.sharing import privilege_review, quarantine, waiting_releases
from app.services.sharing.waiting_releases import WaitingDetails

#: Releases that end within this time are listed.
SOON: Final = timedelta(days=7)


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    return [
        *await _consents(session, seat),
        *await _waiting_releases(session, seat),
        *await _required_approvals(session, seat),
        *await _ending_releases(session, seat),
        *await _reviews(session, seat),
    ]


async def _consents(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the requests that this leader can answer now."""
    if not seat.may(Permission.CONSENT_ANSWER) or seat.party is None or Role.LEADER not in seat.roles:
        return ()
    query = (
        select(Consent, Evidence.title, Evidence.exhibit_number)
        .outerjoin(Evidence, Evidence.id == Consent.evidence)
        .where(Consent.jit == seat.jit, Consent.asked_party == seat.party)
        .where(Consent.state.in_(OPEN), Consent.due_at > clock.now())
        .order_by(Consent.due_at, Consent.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.QUESTION_ANSWER if one.use == Use.QUESTION else ActionKind.CONSENT_ANSWER,
            group=Group.CONSENTS,
            noun=Noun.CONSENT,
            id=one.id,
            title=title or one.words,
            number=number,
            parent=one.evidence,
            since_at=one.requested_at,
            due_at=one.due_at,
            due_zone=one.due_zone,
            party=one.asker_party,
            member=one.asker,
            detail=one.words,
        )
        for one, title, number in await session.execute(query)
    ]


async def _waiting_releases(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the waiting releases and recalls that this member can attest or approve now."""
    if not (seat.may(Permission.RELEASE_GRANT) or seat.may(Permission.RELEASE_ATTEST)):
        return ()
    found = await waiting_releases.list_all(session, seat, None)
    return [_waiting(one, kind) for one in found if (kind := _kind(one, seat)) is not None][:MOST]


def _kind(one: WaitingDetails, seat: Seat) -> ActionKind | None:
    approves = seat.may(Permission.RELEASE_GRANT) and not {"confirm", "agree"}.isdisjoint(one.may)
    if approves and one.row.court_use:
        return ActionKind.COURT_USE_APPROVAL
    if approves:
        return ActionKind.RELEASE_APPROVAL if one.row.level else ActionKind.RECALL_APPROVAL
    attests = seat.may(Permission.RELEASE_ATTEST) and "attest" in one.may
    return ActionKind.RELEASE_ATTESTATION if attests else None


def _waiting(one: WaitingDetails, kind: ActionKind) -> PendingAction:
    return PendingAction(
        kind=kind,
        group=Group.EVIDENCE,
        noun=Noun.EVIDENCE,
        id=one.evidence.id,
        title=one.evidence.title,
        number=one.evidence.exhibit_number,
        since_at=one.row.wanted_at,
        party=one.row.party,
        member=one.row.wanted_by,
    )


async def _required_approvals(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the approvals that hold exhibits of the member's party, and that this leader can lift."""
    if not seat.may(Permission.RELEASE_GRANT) or seat.party is None:
        return ()
    query = (
        select(RequiredApproval, Evidence)
        .join(Evidence, Evidence.id == RequiredApproval.evidence)
        .where(RequiredApproval.jit == seat.jit, RequiredApproval.lifted_at.is_(None), Evidence.status == "active")
        .order_by(RequiredApproval.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.REQUIRED_APPROVAL,
            group=Group.EVIDENCE,
            noun=Noun.EVIDENCE,
            id=exhibit.id,
            title=exhibit.title,
            number=exhibit.exhibit_number,
            since_at=one.set_at,
            member=one.set_by,
            detail=one.approver,
        )
        for one, exhibit in await session.execute(query)
    ]


async def _ending_releases(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the releases of the member's party that end soon and that this leader can extend."""
    if not seat.may(Permission.RELEASE_GRANT) or seat.party is None:
        return ()
    now = clock.now()
    query = (
        select(Release.party, Release.until, Evidence)
        .join(Evidence, (Evidence.jit == Release.jit) & (Evidence.id == Release.evidence))
        .where(Release.jit == seat.jit, Release.originator == seat.party, Release.party != seat.party)
        .where(Release.state != "lapsed", Release.until > now, Release.until <= now + SOON)
        .where(Evidence.status == "active")
        .order_by(Release.until, Evidence.id, Release.party)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.RELEASE_ENDING,
            group=Group.EVIDENCE,
            noun=Noun.EVIDENCE,
            id=exhibit.id,
            title=exhibit.title,
            number=exhibit.exhibit_number,
            due_at=until,
            party=party,
        )
        for party, until, exhibit in await session.execute(query)
    ]


async def _reviews(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the exhibits that this reviewer or administrator can check now."""
    found = list[PendingAction]()
    if seat.may(Permission.EVIDENCE_FILTER):
        exhibits = await privilege_review.list_to_review(session, seat)
        found += _of_exhibits(exhibits, ActionKind.PRIVILEGE_REVIEW, Group.EVIDENCE)
    if seat.may(Permission.EVIDENCE_VERIFY):
        exhibits = await quarantine.list_to_verify(session, seat)
        found += _of_exhibits(exhibits, ActionKind.UPLOAD_APPROVAL, Group.VERIFICATIONS)
    return found


def _of_exhibits(exhibits: Sequence[Evidence], kind: ActionKind, group: Group) -> Iterable[PendingAction]:
    return [
        PendingAction(
            kind=kind,
            group=group,
            noun=Noun.EVIDENCE,
            id=one.id,
            title=one.title,
            number=one.exhibit_number,
            since_at=one.registered_at,
            party=one.originator,
        )
        for one in exhibits[:MOST]
    ]
