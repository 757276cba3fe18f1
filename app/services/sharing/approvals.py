"""Approvals that open the gates of a waiting release: attestation, second leader, joint originators.

Each approval is a record of its own, and the exhibit is locked before it is written. The attestation belongs to a
release to a party outside the EU (Regulation (EU) 2023/969, Art. 17(2)). A second leader is another person than the
first; the database function `may_second` says who may confirm. The database checks the records itself before it makes
the release (`gate_is_open`).
Not here: which gates a release has (`access/sharing/gates.py`), when a second leader is required (`four_eyes.py`), and waiting
releases in general (`waiting_releases.py`).
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.access.sharing.decisions import Level
from app.access.sharing.gates import Gate
from app.access.step_up import ActKind, is_restricted
from app.database import Writing
from app.errors import Conflict, Forbidden
from app.ledger import journal
from app.ledger.facts import ReleaseAgreed, ReleaseAttested, ReleaseConfirmed
from app.models import Attestation, Evidence, Release, ReleaseAgreement, ReleaseConfirmation, WaitingRelease
from app.services.accounts import step_up
from app.services.sharing import releases, required_approvals, waiting_releases
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class ApprovalKind:
    """A kind of approval.

    Attributes:
        gate: The gate that it opens.
        act: The act in `Waiting.may` that the member needs.
        open_already: Error message when the gate is not closed.
        not_yours: Error message when the member may not give this approval.
        code: Error code for `not_yours`.
    """

    gate: Gate
    act: str
    open_already: str
    not_yours: str
    code: str


async def _lock_for_approval(session: Writing, seat: Seat, waiting: UUID, kind: ApprovalKind) -> WaitingRelease:
    """Return a waiting release that this member may approve, with its exhibit locked.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Conflict: The gate is open, the release would have ended already, or the member's party, a joint originator,
            requires an approval.
        Forbidden: The member may not give this approval.
    """
    row = await waiting_releases.lock(session, waiting)
    found = await waiting_releases.read(session, seat, waiting)
    if kind.gate not in found.waits_for:
        raise Conflict(kind.open_already, code="gate-open")
    if kind.gate is Gate.JOINT:
        await required_approvals.demand_none(session, row.evidence)
    if kind.act not in found.may:
        raise Forbidden(kind.not_yours, code=kind.code, about=row.evidence)
    if row.until is not None and row.until <= clock.now():
        raise Conflict("The release would already have ended. Cancel it.", code="wish-over")
    return row


@dataclass(frozen=True, slots=True)
class AttestationText:
    """The content of an attestation."""

    necessity: str
    proportionality: str
    transfer_basis: str
    record: str


_ATTESTATION: Final = ApprovalKind(
    Gate.ATTESTATION,
    "attest",
    "This release is not awaiting an attestation.",
    "Only the member who registered the exhibit or uploaded a file, or a leader of the originator, can sign.",
    "not-the-uploader",
)


async def attest(session: Writing, seat: Seat, waiting: UUID, word: AttestationText) -> UUID:
    """Record an attestation, and make the release if no other gate is closed.

    Returns:
        The id of the exhibit.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Forbidden: The member may not attest it.
        Conflict: No attestation is missing, the release would have ended already, or something changed at this moment.
    """
    row = await _lock_for_approval(session, seat, waiting, _ATTESTATION)
    fields = {name: getattr(word, name) for name in ("necessity", "proportionality", "transfer_basis", "record")}
    place = {"jit": row.jit, "evidence": row.evidence, "party": row.party}
    session.add(Attestation(waiting=row.id, **place, **fields, signed_by=seat.id, signed_at=clock.now()))
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    party, level = roster.party_code(row.party), Level(row.level).word
    await journal.append(session, seat, ReleaseAttested(evidence=row.evidence, party=party, level=level, **fields))
    await waiting_releases.release_if_open(session, seat, row, roster)
    return row.evidence


_CONFIRMATION: Final = ApprovalKind(
    Gate.SECOND_LEADER,
    "confirm",
    "This is not awaiting confirmation by a second leader.",
    "Another leader of the originator must confirm this decision.",
    "needs-second-leader",
)


async def confirm(session: Writing, seat: Seat, waiting: UUID) -> UUID:
    """Confirm a waiting release or recall, and carry it out if no other gate is closed.

    Returns:
        The id of the exhibit.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Forbidden: The member may not confirm it.
        Conflict: No confirmation is missing, the release would have ended already, or something changed at this moment.
    """
    row = await _lock_for_approval(session, seat, waiting, _CONFIRMATION)
    await _demand_step_up(session, seat, row)
    place = {"jit": row.jit, "evidence": row.evidence, "party": row.party}
    session.add(ReleaseConfirmation(waiting=row.id, **place, confirmed_by=seat.id, confirmed_at=clock.now()))
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    fields = {"party": roster.party_code(row.party), "level": Level(row.level).word}
    fact = ReleaseConfirmed(evidence=row.evidence, wanted_by=roster.seat_code(row.wanted_by), **fields)
    await journal.append(session, seat, fact)
    if row.level:
        await waiting_releases.release_if_open(session, seat, row, roster)
    else:
        await _recall(session, seat, row, roster)
    return row.evidence


async def _demand_step_up(session: Writing, seat: Seat, row: WaitingRelease) -> None:
    """Demand a second factor, where the party does. Raises `StepUpNeeded` or `Forbidden`."""
    if not row.level:
        await step_up.demand(session, seat, ActKind.RECALL)
    elif is_restricted((await session.scalars(select(Evidence.handling).where(Evidence.id == row.evidence))).one()):
        await step_up.demand(session, seat, ActKind.RESTRICTED_RELEASE)


async def _recall(session: Writing, seat: Seat, row: WaitingRelease, roster: Roster) -> None:
    """Carry out a confirmed recall. If the release has ended meanwhile, only delete the waiting row."""
    query = select(Release).where(Release.evidence == row.evidence, Release.party == row.party).with_for_update()
    standing = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    reason = row.reason or ""
    if standing is None:
        await waiting_releases.give_up_all(session, seat, row.evidence, reason, party=row.party)
    else:
        await releases.end_release(session, seat, roster, standing, reason)


_AGREEMENT: Final = ApprovalKind(
    Gate.JOINT,
    "agree",
    "This is not awaiting the agreement of a joint originator.",
    "Only a leader of a joint originator can agree, once per party.",
    "not-to-agree",
)


async def agree(session: Writing, seat: Seat, waiting: UUID) -> UUID:
    """Agree to a waiting release or use in court, and carry it out if no other gate is closed.

    Returns:
        The id of the exhibit.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Forbidden: The member may not agree, or this person agreed already.
        Conflict: No agreement is missing, the release would have ended already, or something changed at this moment.
    """
    row = await _lock_for_approval(session, seat, waiting, _AGREEMENT)
    await _demand_step_up(session, seat, row)
    place = {"jit": row.jit, "evidence": row.evidence, "party": seat.party}
    session.add(ReleaseAgreement(waiting=row.id, **place, agreed_by=seat.id, agreed_at=clock.now()))
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    fields: dict[str, Any] = {"party": roster.party_code(row.party), "level": Level(row.level).word}
    fields |= {"court_use": bool(row.court_use), "wanted_by": roster.seat_code(row.wanted_by)}
    await journal.append(session, seat, ReleaseAgreed(evidence=row.evidence, **fields))
    await waiting_releases.release_if_open(session, seat, row, roster)
    return row.evidence
