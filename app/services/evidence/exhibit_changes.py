"""Change exhibits: edit the details of an exhibit, or withdraw it.

Each change appends a ledger entry; the entry of an edit keeps the former values.

Not here: registering (`services/evidence/registration.py`), reading (`services/evidence/exhibits.py`) and releases (`services/sharing/releases.py`).
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from app.access.exhibit_fields import HANDLING_TEXT, TITLE
from app.access.seats import Seat
from app.access.sharing.decisions import Level
from app.access.sharing.joint import obtained_by
from app.database import Writing
from app.errors import Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceDescribed, EvidenceWithdrawn
from app.models import Evidence, Provenance, Release
from app.services.evidence import exhibits
from app.services.retention import exhibit_locks
from app.services.sharing import joint, recalls, waiting_releases
from app.services.teams import contributions
from app.services.teams import roster as rosters

#: SQLSTATE of the database's refusal to drop handling text inherited from a parent.
_TEXT_LOST: Final = "LB002"


async def describe(
    session: Writing, seat: Seat, evidence: UUID, changes: dict[str, Any], *, expected: int, reason: str
) -> None:
    """Edit title and details of an exhibit. Does nothing if no value changes.

    Raises:
        NotFound, Forbidden, Conflict, Stale: As `lock_own`.
        Invalid: A handling text is given without H3, or it loses text inherited from a parent, or a value belongs to
            other kinds of exhibits.
    """
    exhibit = await lock_own(session, seat, evidence, expected)
    provenance = (await session.scalars(select(Provenance).where(Provenance.evidence == evidence))).one()
    if HANDLING_TEXT.name in changes and "H3" not in exhibit.handling:
        raise Invalid("Only H3 has a text to acknowledge.", field=HANDLING_TEXT.name)
    exhibits.demand_fitting(exhibit.kind, changes)
    changed: dict[str, dict[str, Any]] = {}
    for name, value in changes.items():
        row = exhibit if name == TITLE.name else provenance
        if getattr(row, name) != value:
            changed[name] = {"from": getattr(row, name), "to": value}
            setattr(row, name, value)
    if not changed:
        return
    exhibit.version += 1
    try:
        await session.flush()
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _TEXT_LOST:
            raise
        raise Invalid(
            "The handling text of the source exhibit must stay. You can only add to it.",
            field=HANDLING_TEXT.name,
        ) from error
    await journal.append(session, seat, EvidenceDescribed(evidence=evidence, changes=changed, reason=reason))


async def withdraw(session: Writing, seat: Seat, evidence: UUID, *, expected: int, reason: str) -> None:
    """Withdraw an exhibit, lower releases of other parties to listed, and ask holders for their copies.

    Joint originators may withdraw, too.

    Raises:
        NotFound, Forbidden, Conflict, Stale: As `lock_own`, with `Forbidden` only for parties that did not obtain it.
    """
    exhibit = await _lock(session, seat, evidence, expected, keeps=False)
    obtained = [exhibit.originator, *(exhibit.joint or ())]
    others = (
        await session.scalars(
            select(Release).where(Release.evidence == evidence, Release.party.not_in(obtained)).with_for_update()
        )
    ).all()
    reached = await recalls.recall_copies(session, evidence, await rosters.of(session, seat.jit), reason)
    await journal.append(session, seat, EvidenceWithdrawn(evidence=evidence, reason=reason), *reached)
    if seat.party != exhibit.originator:
        await session.execute(joint.WITHDRAW, {"evidence": evidence, "version": exhibit.version})
    else:
        exhibit.status = "withdrawn"
        exhibit.version += 1
        for release in others:
            release.level = int(Level.LISTED)
            release.version += 1
        await session.flush()
    await waiting_releases.give_up_all(session, seat, evidence, reason)


async def lock_own(session: Writing, seat: Seat, evidence: UUID, expected: int) -> Evidence:
    """Lock and return an active exhibit of which the member's party is the originator.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member's party is not the originator.
        Conflict: The exhibit is withdrawn or erased.
        Stale: The exhibit was changed since the member read it.
    """
    return await _lock(session, seat, evidence, expected, keeps=True)


async def _lock(session: Writing, seat: Seat, evidence: UUID, expected: int, *, keeps: bool) -> Evidence:
    """Lock the exhibit as `lock_own` does; with `keeps=False` also for joint originators."""
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    if not obtained_by(seat.party, exhibit.originator, () if keeps else exhibit.joint):
        raise Forbidden("Only the originator can change this exhibit.", code="originator-only")
    exhibit = await exhibit_locks.lock_version(session, evidence, expected)
    return contributions.demand_active(exhibit, "The exhibit was withdrawn. It cannot be changed.")
