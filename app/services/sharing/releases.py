"""Releases: the originator grants, changes and recalls the access of each party.

The release row is the permission, and nothing is cached, so a recall takes effect at once. An access event locks the
row FOR SHARE and a recall locks it FOR UPDATE, so one waits for the other.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.seats import Seat
from app.access.sharing.consents import needs_statement, within
from app.access.sharing.decisions import Conditions, Level
from app.access.sharing.gates import takes_away
from app.access.step_up import ActKind, is_restricted
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound, PreconditionRequired, Stale
from app.i18n.phrases import Phrase
from app.ledger import audiences, journal
from app.ledger.facts import EvidenceRecalled
from app.models import Evidence, Release
from app.queries import of_table
from app.services.accounts import step_up
from app.services.sharing import (
    four_eyes,
    joint,
    parent_bounds,
    privilege_checks,
    recalls,
    required_approvals,
    waiting_releases,
)
from app.services.sharing.terms import ReleaseTerms, Resolved, conditions, resolve
from app.services.teams import contributions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

#: Reason for ending a waiting release after a decision that needed no gate.
_SUPERSEDED: Final = "The release to this party was changed."
_OF: Final = of_table(select(Release).where(Release.evidence == bindparam("evidence")).order_by(Release.party))


async def list_releases(session: Reading, evidence: UUID) -> Sequence[Release]:
    """Return the releases of an exhibit that the member may see.

    These are all releases of an exhibit of its own party, otherwise those to its own party.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    await _exhibit(session, evidence)
    return await list_of_visible(session, evidence)


async def list_of_visible(session: Reading, evidence: UUID) -> Sequence[Release]:
    """Return the same for an exhibit that is known to be visible."""
    return await session.fetch_rows(_OF, evidence=evidence)


async def grant(
    session: Writing, seat: Seat, evidence: UUID, terms: ReleaseTerms, *, expected: int | None, creates: bool
) -> Release | UUID:
    """Grant a release, or change the present one, and limit refused attempts on derived exhibits.

    Args:
        session: The transaction of the request.
        seat: The leader.
        evidence: The exhibit.
        terms: The terms.
        expected: Version of the release to change; `None` for a new one.
        creates: Whether the caller expects that the party has no release yet.

    Returns:
        The release; or the id of the waiting release if a gate is closed, and then the present release is unchanged.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not make this release, or it exceeds the release of a parent exhibit.
        Invalid: A term is not acceptable.
        Conflict: The state of the exhibit or of another decision does not allow it.
        Stale: The release changed since the leader saw it.
        PreconditionRequired: The party has a release, and `expected` is `None`.
        Throttled: Too many attempts were refused (`services/sharing/parent_bounds.py`).
    """
    async with parent_bounds.limit_attempts(session, seat, evidence):
        return await decide(session, seat, evidence, terms, expected=expected, creates=creates)


async def decide(
    session: Writing, seat: Seat, evidence: UUID, terms: ReleaseTerms, *, expected: int | None, creates: bool
) -> Release | UUID:
    """Do the same without limiting attempts, as part of another act that handles refusals itself."""
    exhibit = await _lock_exhibit(session, seat, evidence)
    roster = await rosters.of(session, seat.jit)
    now = clock.now()
    wanted = resolve(roster, seat, terms, exhibit.tlp, now)
    await _mark_decided_by_hand(session, seat, exhibit, wanted.party)
    standing = await _standing(session, evidence, wanted.party)
    joint.demand_own_access_kept(seat, exhibit, wanted, standing)
    if standing is None and expected is not None:
        raise Stale(Phrase("{code} no longer has a release of this exhibit.", code=wanted.code))
    _demand_statement(exhibit, standing, wanted)
    if standing is not None:
        _demand_current(standing, expected, roster, creates=creates)
        if wanted.pending(now) and standing.state == "effective":
            raise Invalid(
                "A release in force cannot be postponed. Recall it, then release the exhibit again.", field="not_before"
            )
    return await save(session, seat, roster, exhibit, standing, wanted)


async def save(
    session: Writing, seat: Seat, roster: Roster, exhibit: Evidence, standing: Release | None, wanted: Resolved
) -> Release | UUID:
    """Write the decided release, or let it wait if a gate is closed. The party's row is locked already.

    Returns:
        The release, or the id of the waiting release.

    Raises:
        Conflict: The exhibit was refused or is privileged, a recall needs a second leader, a release waits already, or the
            member's party requires an approval before somebody gains access.
        Invalid: The first release lacks the confirmation that the content was checked for privileged material.
        Forbidden: Another originator keeps the exhibit, or the release exceeds the release of a parent exhibit.
    """
    if exhibit.verification == "refused":
        raise Conflict("An administrator rejected the exhibit. It cannot be released.", code="verification-refused")
    if standing is None:
        await privilege_checks.demand_before(session, exhibit, wanted)
    present = None if standing is None else conditions(standing)
    await four_eyes.demand_no_recall(session, seat, standing, wanted)
    await _demand_step_up(session, seat, exhibit, present, wanted)
    circumstances = await four_eyes.gate_circumstances(session, seat, exhibit)
    closed = waiting_releases.gates_to_wait_for(roster, exhibit.originator, wanted, present, circumstances)
    waiting_releases.demand_openable(exhibit, closed)
    joint.demand_keeper(seat, exhibit, roster, closed)
    if closed or (wanted.party != exhibit.originator and not within(wanted.conditions(), present)):
        await required_approvals.demand_none(session, exhibit.id)
    if closed:
        return await waiting_releases.request(session, seat, exhibit.id, wanted, closed)
    if standing is None:
        release = await _insert(session, seat, exhibit, wanted)
    else:
        release = await _change(session, seat, standing, wanted)
    await waiting_releases.give_up_all(session, seat, exhibit.id, _SUPERSEDED, party=wanted.party)
    if wanted.party == exhibit.originator:
        await _narrow_own(session, exhibit.id, wanted)
    await journal.append(session, seat, wanted.fact(exhibit.id))
    if release.state == "effective" and seat.party == exhibit.originator:  # a joint originator gives no new access
        await audiences.open_the_past(session, seat.jit, exhibit.id, wanted.hearer())
    return release


async def _demand_step_up(
    session: Writing, seat: Seat, exhibit: Evidence, present: Conditions | None, wanted: Resolved
) -> None:
    """Demand a second factor, where the party does, for more access to a restricted exhibit, and for a recall by a change.

    Raises `StepUpNeeded` or `Forbidden`.
    """
    if is_restricted(exhibit.handling) and not within(wanted.conditions(), present):
        await step_up.demand(session, seat, ActKind.RESTRICTED_RELEASE)
    is_own = wanted.party == exhibit.originator
    if present is not None and not is_own and takes_away(wanted.conditions(), present):
        await step_up.demand(session, seat, ActKind.RECALL)


async def _change(session: Writing, seat: Seat, standing: Release, wanted: Resolved) -> Release:
    for name, value in wanted.columns(seat, clock.now()).items():
        setattr(standing, name, value)
    standing.version += 1
    with parent_bounds.translate_refusal():
        await session.flush()
    return standing


async def recall(
    session: Writing, seat: Seat, evidence: UUID, party_code: str, *, expected: int, reason: str
) -> UUID | None:
    """Recall a release: the party cannot see the exhibit afterwards.

    Returns:
        The id of the waiting recall if a second leader has to confirm; otherwise `None`.

    Raises:
        NotFound: The exhibit is absent or invisible to the member, or the party has no release.
        Forbidden: The member's party is not an originator.
        Conflict: This release cannot be recalled, or a recall waits already.
        Stale: The release changed since the leader saw it.
    """
    exhibit = await _own_exhibit(session, seat, evidence)
    roster = await rosters.of(session, seat.jit)
    party = next((row for row in roster.parties if row.code == party_code), None)
    if party is not None:
        await _mark_decided_by_hand(session, seat, exhibit, party.id)
    standing = await _standing(session, evidence, party.id) if party else None
    if party is None or standing is None:
        raise NotFound
    if party.id in (exhibit.joint or ()):
        raise joint.own_access_is_kept(party.code)
    if party.id == exhibit.originator:
        raise Conflict(
            "The originator's own access cannot be recalled. Withdraw the exhibit instead.", code="own-release"
        )
    if exhibit.verification == "waiting":
        raise Conflict(
            "Administrators have access until they decide. Withdraw the exhibit instead.", code="in-quarantine"
        )
    _demand_current(standing, expected, roster, creates=False)
    if await four_eyes.recall_needs_two(session, seat, standing):
        return await four_eyes.request_recall(session, seat, roster, standing, reason)
    await end_release(session, seat, roster, standing, reason)
    return None


async def end_release(session: Writing, seat: Seat, roster: Roster, release: Release, reason: str) -> None:
    """Delete a locked release, ask the party about its copies, and call back its disclosures."""
    reached = await recalls.recall_copies(session, release.evidence, roster, reason, party=release.party)
    recalled = EvidenceRecalled(
        evidence=release.evidence,
        concerned=release.party,
        party=roster.party_code(release.party),
        level=Level(release.level).word,
        reason=reason,
    )
    await journal.append(session, seat, recalled, *reached)
    await session.delete(release)
    await session.flush()
    await waiting_releases.give_up_all(session, seat, release.evidence, reason, party=release.party, recalled=True)


def _demand_statement(exhibit: Evidence, standing: Release | None, wanted: Resolved) -> None:
    """Raise `Invalid` if H2 applies and the terms state no consent of the provider as basis."""
    if wanted.party == exhibit.originator or wanted.terms.basis is not None:
        return
    present = None if standing is None else conditions(standing)
    if needs_statement(exhibit.handling, present, wanted.conditions()):
        raise Invalid(
            Phrase(
                "{exhibit_number} is marked H2. Enter the recorded consent of the provider as the basis, or let "
                "the party request it.",
                exhibit_number=exhibit.exhibit_number,
            ),
            code="h2-needs-consent",
            field="basis",
        )


async def _insert(session: Writing, seat: Seat, exhibit: Evidence, wanted: Resolved) -> Release:
    own = await _standing(session, exhibit.id, exhibit.originator)
    assert own is not None
    release = Release(
        jit=seat.jit,
        party=wanted.party,
        evidence=exhibit.id,
        originator=exhibit.originator,
        own_seats=own.seats,
        version=1,
        **wanted.columns(seat, clock.now()),
    )
    session.add(release)
    try:
        with parent_bounds.translate_refusal():
            await session.flush()
    except IntegrityError as error:
        raise Conflict(
            "Another user released the exhibit to this party at the same moment. Reload it.", code="exists"
        ) from error
    return release


async def _mark_decided_by_hand(session: Writing, seat: Seat, exhibit: Evidence, party: UUID) -> None:
    """Record that a leader decides for this party, so default sharing rules do not change its release.

    Locks the originator's row before the party's row, as all code does.
    """
    if seat.party != exhibit.originator:
        return
    await session.execute(
        update(Release)
        .where(
            Release.evidence == exhibit.id,
            Release.party == exhibit.originator,
            Release.party != party,
            ~Release.by_hand.contains([party]),
        )
        .values(by_hand=func.array_append(Release.by_hand, party))
        .execution_options(synchronize_session=False)
    )


async def _narrow_own(session: Writing, evidence: UUID, wanted: Resolved) -> None:
    """Copy the members named in the originator's own release to every row, for row-level security."""
    await session.execute(update(Release).where(Release.evidence == evidence).values(own_seats=wanted.seats))


async def _standing(session: Writing, evidence: UUID, party: UUID) -> Release | None:
    return (
        await session.scalars(
            select(Release).where(Release.evidence == evidence, Release.party == party).with_for_update()
        )
    ).one_or_none()


def _demand_current(standing: Release, expected: int | None, roster: Roster, *, creates: bool) -> None:
    current = {
        "party": roster.party_code(standing.party),
        "level": Level(standing.level).word,
        "version": standing.version,
        "granted_by": roster.seat_code(standing.granted_by),
    }
    if creates:
        raise Stale("This party already has a release. Reload it first.", extra={"current": current})
    if expected is None:
        raise PreconditionRequired("Send If-Match with the version of the release that you change.")
    if expected != standing.version:
        raise Stale("Another user changed the release. Reload it.", extra={"current": current})


async def _exhibit(session: Reading, evidence: UUID) -> Evidence:
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    return exhibit


async def _own_exhibit(session: Writing, seat: Seat, evidence: UUID) -> Evidence:
    exhibit = await _exhibit(session, evidence)
    joint.demand_originator(seat, exhibit)
    return exhibit


async def _lock_exhibit(session: Writing, seat: Seat, evidence: UUID) -> Evidence:
    """Lock and return an active exhibit of the member's party.

    It cannot be withdrawn before the transaction ends. Locks the exhibit before its releases and its audit log, in the
    same order as withdrawal, correction and the last upload part of a file.
    """
    await _own_exhibit(session, seat, evidence)
    query = select(Evidence).where(Evidence.id == evidence).with_for_update(key_share=True)
    exhibit = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if exhibit is None:
        raise NotFound
    contributions.demand_active(exhibit, "The exhibit was withdrawn. It cannot be released.")
    if exhibit.bound:
        await parent_bounds.hold_bounds(session, evidence)
    return exhibit
