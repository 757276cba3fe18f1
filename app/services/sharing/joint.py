"""Exhibits obtained jointly: their registration, use in court, and agreement to their erasure.

The database checks the agreements itself before it makes a release (`lacking`) or begins an erasure
(`lacking_erasure`). A joint originator that does not agree ends the waiting release and states a reason.
Not here: agreement to a release (`services/sharing/approvals.py`), and permissions (`access/sharing/joint.py`,
`access/sharing/decisions.py`).
"""

from collections.abc import Collection, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select, text

from app import clock
from app.access.retention import is_due
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing import gates
from app.access.sharing.decisions import Level
from app.access.sharing.gates import Circumstances, Gate
from app.access.sharing.joint import obtained_by
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import CourtUseWanted, ErasureAgreed, EvidenceJoint
from app.models import ErasureAgreement, Evidence, Release, WaitingRelease
from app.services.sharing import waiting_releases
from app.services.sharing.terms import ReleaseTerms, Resolved, resolve
from app.services.teams import contributions
from app.services.teams.roster import Roster

#: TLP levels that require named members or one authority, so the code of the party is not enough.
_NAMES: Final = frozenset({"RED", "AMBER_STRICT"})


def joint_originators(roster: Roster, seat: Seat, codes: Sequence[str], *, derived: bool, field: str) -> list[UUID]:
    """Return the other parties that obtained a new exhibit.

    Args:
        roster: Codes and names of the team.
        seat: The member who registers the exhibit.
        codes: Codes of the other parties.
        derived: Whether the exhibit is derived from others.
        field: Name of the input field, for errors.

    Raises:
        Invalid: A code is unknown or repeated, or a joint exhibit is not possible here.
    """
    found = [roster.party(code, f"{field}.{at}").id for at, code in enumerate(codes)]
    if not found:
        return []
    if len(set(found)) < len(found) or seat.party in found:
        raise Invalid("Name each other party once, and not your own.", field=field)
    if derived:
        raise Invalid("A derived exhibit has the originators of its source. Remove the joint originators.", field=field)
    if contributions.entering(seat) is not None:
        raise Invalid(
            "Exhibits from a third country need approval first. A party of the Union must register what was "
            "obtained jointly.",
            field=field,
        )
    return found


def add_joint_releases(
    roster: Roster,
    seat: Seat,
    joint: Sequence[UUID],
    resolved: Sequence[Resolved],
    tlp: str,
    *,
    ruled: bool,
    field: str,
) -> list[Resolved]:
    """Return the releases of a new exhibit with one for each joint originator, regardless of rules.

    Raises:
        Invalid: A joint originator would have less than full access, or TLP requires named members or one authority.
        Forbidden: The member may not decide releases.
    """
    others = [one for one in resolved if one.party not in joint]
    named = {one.party: one for one in resolved if not ruled}
    theirs = []
    for at, party in enumerate(joint):
        code = roster.party_code(party)
        if party in named:
            demand_full_access(named[party], f"{field}.{at}")
        elif tlp in _NAMES:
            raise Invalid(
                Phrase(
                    "TLP:RED needs named members, and AMBER+STRICT one authority. Name {code} with full access and "
                    "these limits.",
                    code=code,
                ),
                field=f"{field}.{at}",
            )
        theirs.append(
            named.get(party) or resolve(roster, seat, ReleaseTerms(code, "held"), tlp, clock.now(), f"{field}.{at}")
        )
    return [*others, *theirs]


def demand_full_access(wanted: Resolved, field: str) -> None:
    """Raise `Invalid` if the terms give a joint originator less than full, unlimited access."""
    terms = wanted.terms
    if wanted.level is not Level.HELD or terms.not_before or terms.until or terms.purposes:
        raise Invalid(
            Phrase(
                "{code} is a joint originator and has full access without time limit, for every purpose.",
                code=wanted.code,
            ),
            field=field,
        )


def joint_facts(evidence: UUID, roster: Roster, joint: Collection[UUID]) -> list[EvidenceJoint]:
    """Return the audit log fact that names the joint originators of a new exhibit; none if there are none."""
    parties = sorted(roster.party_code(one) for one in joint)
    return [EvidenceJoint(evidence=evidence, parties=parties)] if parties else []


def demand_originator(seat: Seat, exhibit: Evidence) -> None:
    """Raise `Forbidden` if the member's party did not obtain the exhibit, alone or jointly."""
    if not obtained_by(seat.party, exhibit.originator, exhibit.joint):
        raise Forbidden("Only the originator decides who has access to this exhibit.", code="originator-only")


def demand_own_access_kept(seat: Seat, exhibit: Evidence, wanted: Resolved, standing: Release | None) -> None:
    """Check a decision about the access of an originator.

    Raises:
        Conflict: It would change the access of another originator.
        Invalid: It would give a joint originator less than full access.
    """
    keeps = seat.party == exhibit.originator
    if wanted.party == exhibit.originator and keeps:
        return
    if obtained_by(wanted.party, exhibit.originator, exhibit.joint):
        if standing is not None or not keeps:
            raise own_access_is_kept(wanted.code)
        demand_full_access(wanted, "level")


def own_access_is_kept(code: str) -> Conflict:
    """Return the error for a decision that would change or recall the access of a joint originator."""
    return Conflict(
        Phrase("{code} is a joint originator. Its access cannot be changed or recalled.", code=code),
        code="joint-originator",
    )


def demand_keeper(seat: Seat, exhibit: Evidence, roster: Roster, closed: Collection[Gate]) -> None:
    """Raise `Forbidden` if a joint originator other than the keeper decides what must pass a gate.

    The keeper is the party in `Evidence.originator`. Gates apply to decisions that give somebody more access.
    """
    if closed and seat.party != exhibit.originator:
        keeper = roster.party_code(exhibit.originator)
        raise Forbidden(
            Phrase(
                "{keeper} keeps this exhibit and releases it. You can restrict or recall a release, or withdraw "
                "the exhibit.",
                keeper=keeper,
            ),
            code="keeper-releases",
            about=exhibit.id,
        )


async def request_court_use(
    session: Writing,
    seat: Seat,
    roster: Roster,
    exhibit: Evidence,
    release: Release,
    circumstances: Circumstances,
    basis: str,
) -> bool:
    """Let a party's use in court wait for the agreement of the joint originators.

    Returns:
        Whether it waits; `False` if no joint originator has to agree.

    Raises:
        Conflict: A release to that party waits already.
    """
    closed = gates.standing(gates.Wish(roster.party_kind(release.party), release.party), circumstances)
    if Gate.JOINT not in closed:
        return False
    await waiting_releases.demand_none_waits(session, exhibit.id, release.party, roster.party_code(release.party))
    terms = {name: getattr(release, name) for name in waiting_releases.TERMS} | {"basis": basis}
    row = WaitingRelease(
        id=clock.new_id(),
        jit=seat.jit,
        party=release.party,
        evidence=exhibit.id,
        originator=exhibit.originator,
        gates=[gate.value for gate in closed],
        court_use=True,
        wanted_by=seat.id,
        wanted_at=clock.now(),
        **terms,
    )
    session.add(row)
    await session.flush()
    fields: dict[str, Any] = {"party": roster.party_code(release.party), "basis": basis, "gates": list(row.gates)}
    await journal.append(session, seat, CourtUseWanted(evidence=exhibit.id, **fields))
    return True


async def missing_agreements(session: Reading, seat: Seat, exhibit: Evidence) -> list[UUID]:
    """Return the joint originators that have not agreed to the erasure of the exhibit.

    The list is empty for members of other parties, who must not know.
    """
    if not exhibit.joint or not obtained_by(seat.party, exhibit.originator, exhibit.joint):
        return []
    return list(await session.scalar(_LACKING, {"evidence": exhibit.id}) or ())


async def agree_to_erase(session: Writing, seat: Seat, evidence: UUID, reason: str) -> None:
    """Record the agreement of a joint originator to the erasure of the exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member is no leader of a joint originator.
        Conflict: It is erased, neither withdrawn nor due for review, or the party or person agreed already.
    """
    query = select(Evidence).where(Evidence.id == evidence)
    exhibit = (await session.scalars(query)).one_or_none()
    if exhibit is None:
        raise NotFound
    if seat.party not in (exhibit.joint or ()) or Role.LEADER not in seat.roles:
        raise Forbidden(
            "Only a leader of a joint originator can agree to the erasure.",
            code="not-to-agree",
            about=evidence,
        )
    locked = (await session.scalars(query.with_for_update().execution_options(populate_existing=True))).one()
    contributions.demand_there(locked)
    if locked.status == "active" and not is_due(locked.review_on, clock.now()):
        raise Conflict("The exhibit must be withdrawn or due for review first.", code="not-due")
    if seat.party not in await missing_agreements(session, seat, locked) or await _has_agreed(session, locked):
        raise Conflict("Your party has already agreed.", code="agreed-already")
    row = {"evidence": evidence, "version": locked.version, "jit": seat.jit, "party": seat.party, "reason": reason}
    session.add(ErasureAgreement(**row, agreed_by=seat.id, agreed_at=clock.now()))
    await session.flush()
    await journal.append(session, seat, ErasureAgreed(evidence=evidence, reason=reason))


async def _has_agreed(session: Reading, exhibit: Evidence) -> bool:
    """Return whether the same person agreed already, as any member."""
    query = select(func.is_another(ErasureAgreement.agreed_by)).where(
        ErasureAgreement.evidence == exhibit.id, ErasureAgreement.version == exhibit.version
    )
    return False in (await session.scalars(query)).all()


WITHDRAW: Final = text("select withdraw_jointly(:evidence, :version)")
_LACKING: Final = text("select lacking_erasure(e) from evidence e where e.id = :evidence")
