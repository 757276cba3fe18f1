"""Granting and withdrawal of consents: the release or the use in court that was requested, or less.

The release cites the consent request as its basis. The originator can set narrower terms, an end time, or conditions in
words. An information request is answered by attaching an own exhibit with a release. A later decision of the originator
changes the basis, so the end of the consent does not affect the release. If emergency access rests on such a release,
the end of the consent reduces it for the remaining time.
Not here: the rules of a release (`releases.py`, `terms.py`), and the end by time (`consent_jobs.py` and `give_back` in
`app/schema/sharing/emergency_access.sql`). Gates, such as a second leader, apply to a granted release as to any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, literal, select
from sqlalchemy.dialects.postgresql import JSONB

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing.consents import GRANTED, OPEN, ConsentState, Use, joined, within
from app.access.sharing.decisions import LEVELS, Conditions, Level, Purpose, purposes_of
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import ConsentGranted, ConsentWithdrawn, CourtUseAllowed, CourtUseEnded, ExhibitFact
from app.models import Consent, Emergency, EmergencyPermission, Evidence, Release
from app.services.sharing import (
    consents,
    four_eyes,
    joint,
    parent_bounds,
    recalls,
    releases,
    required_approvals,
    waiting_releases,
)
from app.services.sharing.terms import ReleaseTerms, conditions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_IDS: Final = ("authorities", "seats")


@dataclass(frozen=True, slots=True)
class Grant:
    """The answer. Fields that are left out are as requested.

    Attributes:
        evidence: The exhibit that answers an information request; `None` for any other request.
        conditions: Conditions in words.
        privilege_checked: Whether the member confirms that the exhibit was checked for privileged material.
    """

    evidence: UUID | None = None
    level: str | None = None
    authorities: Sequence[str] | None = None
    seats: Sequence[str] | None = None
    purposes: Sequence[str] | None = None
    until: datetime | None = None
    conditions: str | None = None
    privilege_checked: bool | None = None

    @property
    def narrows(self) -> bool:
        """Whether the answer names its own terms."""
        return any(one is not None for one in (self.level, self.authorities, self.seats, self.purposes, self.until))


async def grant(session: Writing, seat: Seat, consent: UUID, given: Grant, *, expected: int) -> None:
    """Grant a consent request.

    Args:
        session: The transaction of the request.
        seat: The leader who answers.
        consent: The consent request.
        given: The answer.
        expected: Version of the consent request that the leader saw.

    Raises:
        NotFound: The consent request or the exhibit is absent or invisible to the member.
        Forbidden: The member may not answer it, or may not make this release.
        Stale: The consent request changed since the leader saw it.
        Conflict: It is answered or overdue, the asking party has no access any more, or a release waits already.
        Invalid: The answer grants more than was requested, nothing new, or has a field that is not acceptable.
        Throttled: Too many refused releases of derived exhibits (`services/sharing/parent_bounds.py`).
    """
    asked = await session.scalar(select(Consent.evidence).where(Consent.id == consent))
    async with parent_bounds.limit_attempts(session, seat, asked or given.evidence):
        await _grant(session, seat, consent, given, expected)


async def _grant(session: Writing, seat: Seat, consent: UUID, given: Grant, expected: int) -> None:
    found = await consents.lock_to_answer(session, seat, consent, expected)
    consents.demand_may_decide(seat)
    roster = await rosters.of(session, seat.jit)
    if found.use != Use.QUESTION and given.evidence is not None:
        raise Invalid("Only an information request is answered with an exhibit.", field="evidence")
    given = await _limit_to_emergency(session, found, given)
    conditional = given.conditions is not None or given.until is not None
    if found.use == Use.COURT:
        _demand_no_terms(given)
        await _allow_in_court(session, seat, found, roster)
    elif found.use == Use.QUESTION:
        await _answer_with_exhibit(session, seat, found, roster, given)
    else:
        conditional |= await _extend_release(session, seat, found, roster, given)
    consents.set_answer(found, seat, ConsentState.GRANTED_WITH_CONDITIONS if conditional else ConsentState.GRANTED)
    found.conditions, found.until = given.conditions, given.until
    await session.flush()
    fields = consents.consent_fields(found, roster)
    until = clock.rfc3339(given.until) if given.until else None
    fact = ConsentGranted(**fields, conditional=conditional, conditions=given.conditions, until=until)
    await journal.append(session, seat, fact)


def _demand_no_terms(given: Grant) -> None:
    if given.narrows:
        raise Invalid("Conditions for use in court are stated in words only.", field="conditions")


async def _limit_to_emergency(session: Writing, found: Consent, given: Grant) -> Grant:
    """Limit the grant to the end of a running emergency access, if the present release rests on one.

    The release from before the emergency access is restored then.
    """
    if found.use != Use.RELEASE or found.evidence is None or given.until is not None:
        return given
    present = await _release_of(session, found.evidence, found.asker_party)
    rests = present is not None and (present.basis or "").startswith("emergency:")
    return replace(given, until=present.until) if present is not None and rests else given


async def _answer_with_exhibit(session: Writing, seat: Seat, found: Consent, roster: Roster, given: Grant) -> None:
    if given.evidence is None or given.level is None:
        raise Invalid("Choose one of your exhibits and its access level.", field="evidence")
    present = await _release_of(session, given.evidence, found.asker_party)
    found.former = await _former_release(session, present)
    found.answer = given.evidence
    terms = ReleaseTerms(
        party=roster.party_code(found.asker_party),
        level=given.level,
        authorities=given.authorities,
        seats=given.seats,
        until=given.until,
        purposes=given.purposes,
        basis=_basis_of(found.id),
        privilege_checked=given.privilege_checked,
    )
    await _release(session, seat, given.evidence, terms, present)


async def _extend_release(session: Writing, seat: Seat, found: Consent, roster: Roster, given: Grant) -> bool:
    """Extend the release as granted. Return whether that is less than what was requested."""
    assert found.evidence is not None
    present = await _release_of(session, found.evidence, found.asker_party)
    if present is None:
        raise _recalled_meanwhile()
    released = conditions(present)
    asked = Conditions(found.asker_party, found.level or 0, found.authorities, found.seats, purposes=found.purposes)
    bounds = joined(released, asked)
    wanted = replace(
        bounds,
        level=bounds.level if given.level is None else int(LEVELS[given.level]),
        authorities=roster.authorities_of(found.asker_party, given.authorities, "authorities") or bounds.authorities,
        seats=roster.seats_of(found.asker_party, given.seats, "seats") or bounds.seats,
        purposes=bounds.purposes if given.purposes is None else sorted(set(given.purposes)),
        until=given.until or bounds.until,
    )
    if not within(wanted, bounds):
        raise Invalid("This exceeds the request. Release the exhibit with a separate decision.", field="level")
    if within(wanted, released):
        raise Invalid("This adds nothing to the current access. Refuse the request instead.", field="level")
    found.former = await _former_release(session, present)
    terms = ReleaseTerms(
        party=roster.party_code(found.asker_party),
        level=Level(wanted.level).word,
        authorities=roster.authority_codes(wanted.authorities),
        seats=roster.seat_codes(wanted.seats),
        not_before=wanted.not_before,
        until=wanted.until,
        purposes=None if wanted.purposes is None else list(wanted.purposes),
        basis=_basis_of(found.id),
    )
    await _release(session, seat, found.evidence, terms, present)
    return wanted != bounds


def _recalled_meanwhile() -> Conflict:
    """Return the error for a grant to a party that has no release of the exhibit any more."""
    return Conflict("The requesting party no longer sees the exhibit.", code="recalled")


async def _release(session: Writing, seat: Seat, evidence: UUID, terms: ReleaseTerms, present: Release | None) -> None:
    expected = None if present is None else present.version
    await releases.decide(session, seat, evidence, terms, expected=expected, creates=present is None)


async def withdraw(session: Writing, seat: Seat, consent: UUID, *, expected: int, reason: str) -> None:
    """Withdraw a request (asking party), or the consent that was granted (asked party).

    Withdrawing the consent ends the use and restores the former release.

    Raises:
        NotFound: The request is absent or invisible to the member.
        Forbidden: The member may not withdraw it.
        Stale: The request changed since the member saw it.
        Conflict: The state of the request does not allow it.
    """
    await consents.find(session, consent)
    found = await consents.lock(session, consent, expected)
    roster = await rosters.of(session, seat.jit)
    by_granter = seat.party == found.asked_party
    if by_granter:
        consents.demand_answers(seat, found)
        consents.demand_may_decide(seat)
        if found.state not in GRANTED or found.ended_at is not None:
            raise Conflict("There is no consent to withdraw.", code="not-granted")
        await _end_use(session, seat, found, roster, reason)
    elif seat.id != found.asker and Role.LEADER not in seat.roles:
        raise Forbidden(
            "Only the requesting member, or a leader of the same party, can cancel the request.",
            code="not-your-request",
        )
    elif found.state not in OPEN:
        raise Conflict("The request was answered and cannot be cancelled.", code="answered-already")
    found.state, found.ended_at, found.reason = ConsentState.WITHDRAWN.value, clock.now(), reason
    found.version += 1
    await session.flush()
    await journal.append(session, seat, ConsentWithdrawn(**consents.consent_fields(found, roster), reason=reason))


def _basis_of(consent: UUID) -> str:
    """Return the basis of a release that rests on this consent."""
    return f"consent:{consent}"


def is_in_force(consent: Consent, release: Release | None) -> bool:
    """Return whether what was granted is still in force. `release`: the asking party's release, if any."""
    if release is None or consent.ended_at is not None or not consent.state.startswith("granted"):
        return False
    return bool(release.court_use) if consent.use == Use.COURT else release.basis == _basis_of(consent.id)


async def _release_of(session: Reading, evidence: UUID, party: UUID) -> Release | None:
    """Return a party's release of an exhibit, if it exists and the member may see it."""
    query = select(Release).where(Release.evidence == evidence, Release.party == party)
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()


async def _former_release(session: Reading, release: Release | None) -> dict[str, Any] | None:
    """Return the release to restore when a new consent ends, as JSON; `None` if there is none.

    If the present release rests on an earlier consent, this is the release from before that consent.
    """
    if release is None:
        return None
    earlier = (release.basis or "").removeprefix("consent:")
    if release.basis is not None and earlier != release.basis:
        query = select(Consent).where(Consent.id == UUID(earlier))
        superseded = (await session.scalars(query)).one_or_none()
        if superseded is not None:
            return superseded.former
    return {
        "level": release.level,
        "authorities": None if release.authorities is None else [str(one) for one in release.authorities],
        "seats": None if release.seats is None else [str(one) for one in release.seats],
        "not_before": None if release.not_before is None else clock.rfc3339(release.not_before),
        "until": None if release.until is None else clock.rfc3339(release.until),
        "purposes": release.purposes,
        "basis": release.basis,
        "granted_by": str(release.granted_by),
        "granted_at": clock.rfc3339(release.granted_at),
    }


async def _allow_in_court(session: Writing, seat: Seat, found: Consent, roster: Roster) -> None:
    """Allow the asking party to use the exhibit in court, or let that wait for the joint originators.

    Raises:
        Conflict: The asking party has no release of the exhibit any more, or a release waits already.
    """
    await _set_court_use(session, seat, found, roster, court_use=True)


async def _set_court_use(session: Writing, seat: Seat, found: Consent, roster: Roster, *, court_use: bool) -> None:
    assert found.evidence is not None
    await parent_bounds.hold_bounds(session, found.evidence)
    query = select(Release).where(Release.evidence == found.evidence, Release.party == found.asker_party)
    row = (await session.scalars(query.with_for_update().execution_options(populate_existing=True))).one_or_none()
    if row is None:
        if not court_use:
            return
        raise _recalled_meanwhile()
    if row.court_use == court_use:
        return
    if court_use:
        await required_approvals.demand_none(session, found.evidence)
    if court_use and await _waits_for_agreement(session, seat, found, roster, row):
        return
    row.court_use, row.version = court_use, row.version + 1
    with parent_bounds.translate_refusal():
        await session.flush()
    fact = CourtUseAllowed if court_use else CourtUseEnded
    fields = {"party": roster.party_code(found.asker_party), "basis": _basis_of(found.id)}
    await journal.append(session, seat, fact(evidence=found.evidence, concerned=found.asker_party, **fields))


async def _waits_for_agreement(session: Writing, seat: Seat, found: Consent, roster: Roster, row: Release) -> bool:
    """Return whether use in court waits for the agreement of joint originators."""
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == found.evidence))).one()
    circumstances = await four_eyes.gate_circumstances(session, seat, exhibit)
    return await joint.request_court_use(session, seat, roster, exhibit, row, circumstances, _basis_of(found.id))


async def _end_use(session: Writing, seat: Seat, found: Consent, roster: Roster, reason: str) -> None:
    """End what the consent granted, as a leader of the originator: restore the former release, or recall.

    Errors of `releases.decide` and `releases.recall` are raised unchanged. `NotFound` is ignored while the former
    release is restored or recalled.
    """
    if found.use == Use.COURT:
        await _set_court_use(session, seat, found, roster, court_use=False)
        if found.evidence is not None:
            asker, basis = found.asker_party, _basis_of(found.id)
            await waiting_releases.give_up_all(session, seat, found.evidence, reason, party=asker, basis=basis)
        return
    evidence = found.evidence or found.answer
    if evidence is None:
        return
    basis = _basis_of(found.id)
    await waiting_releases.give_up_all(session, seat, evidence, reason, party=found.asker_party, basis=basis)
    row = await _release_of(session, evidence, found.asker_party)
    if row is None:
        return
    party = roster.party_code(found.asker_party)
    terms = _former_terms(await _release_to_restore(session, found, evidence), party, roster)
    if row.basis != basis:
        # Emergency access rests on it, the originator has decided again, or the release still waited for a gate.
        if await _carries_emergency(session, row, basis):
            await _reduce_to_emergency(session, seat, row, terms, roster, reason)
        return
    await waiting_releases.give_up_all(session, seat, evidence, reason, party=found.asker_party)
    try:
        if terms is None:
            await releases.recall(session, seat, evidence, party, expected=row.version, reason=reason)
        else:
            # The former release may wait for a gate, because it lasts longer, or exceed what a parent exhibit allows
            # now. In both cases nothing is released meanwhile.
            version = row.version
            if not await _restore_release(session, seat, evidence, terms, version):
                await releases.recall(session, seat, evidence, party, expected=version, reason=reason)
    except NotFound:
        return


async def _release_to_restore(session: Reading, found: Consent, evidence: UUID) -> dict[str, Any] | None:
    """Return the release from before the consent, past emergency accesses and consents that have ended."""
    former = literal(found.former, JSONB)
    remaining: dict[str, Any] | None = await session.scalar(
        select(func.still_stands(former, evidence, found.asker_party, type_=JSONB))
    )
    return remaining


async def _carries_emergency(session: Reading, row: Release, basis: str) -> bool:
    """Return whether emergency access that is still running rests on this consent."""
    query = select(Emergency.id).where(
        Emergency.evidence == row.evidence,
        Emergency.party == row.party,
        Emergency.until > clock.now(),
        func.concat("emergency:", Emergency.id) == row.basis,
        Emergency.former["basis"].astext == basis,
    )
    return await session.scalar(query) is not None


async def _reduce_to_emergency(
    session: Writing, seat: Seat, row: Release, before: ReleaseTerms | None, roster: Roster, reason: str
) -> None:
    """Reduce a release to emergency access, plus what stood before the consent, for the remaining time.

    Members who have access only through the consent keep it for IMMINENT_THREAT. Removing their access would be a
    recall, which may need two leaders.
    """
    if row.level == Level.LISTED:
        return  # the exhibit was withdrawn
    reached = await _call_back_copies(session, row, roster, reason) if before is None else []
    allowed = select(EmergencyPermission.level).where(
        EmergencyPermission.jit == row.jit,
        EmergencyPermission.party == row.originator,
        EmergencyPermission.recipient == row.party,
    )
    level, had = int(await session.scalar(allowed) or row.level), frozenset[str]()
    people = (roster.authority_codes(row.authorities), roster.seat_codes(row.seats))
    if before is not None and before.level != Level.LISTED.word and people == (before.authorities, before.seats):
        level, had = int(LEVELS[before.level]), purposes_of(before.purposes)
    rest = ReleaseTerms(
        party=roster.party_code(row.party),
        level=Level(min(level, row.level)).word,
        authorities=people[0],
        seats=people[1],
        not_before=row.not_before,
        until=row.until,
        purposes=sorted({Purpose.IMMINENT_THREAT.value} | (had & set(row.purposes or ()))),
        basis=row.basis,
    )
    await releases.decide(session, seat, row.evidence, rest, expected=row.version, creates=False)
    await journal.append(session, seat, *reached)


async def _call_back_copies(session: Writing, row: Release, roster: Roster, reason: str) -> list[ExhibitFact]:
    """Ask about copies and call back disclosures, as after a recall.

    The exhibit and the release are locked before the copies, as everywhere else.
    """
    exhibit = select(Evidence.id).where(Evidence.id == row.evidence)
    await session.execute(exhibit.with_for_update(key_share=True))
    held = select(Release.version).where(Release.evidence == row.evidence, Release.party == row.party)
    await session.execute(held.with_for_update())
    return await recalls.recall_copies(session, row.evidence, roster, reason, party=row.party)


async def _restore_release(session: Writing, seat: Seat, evidence: UUID, terms: ReleaseTerms, version: int) -> bool:
    try:
        async with session.begin_nested():
            again = await releases.decide(session, seat, evidence, terms, expected=version, creates=False)
    except (Forbidden, Conflict) as refused:
        if refused.code not in ("beyond-parents", required_approvals.CODE):
            raise
        return False
    return not isinstance(again, UUID)


def _former_terms(former: dict[str, Any] | None, party: str, roster: Roster) -> ReleaseTerms | None:
    """Return the terms of the former release; `None` if there was none or its time is over."""
    if former is None:
        return None
    until = None if former["until"] is None else clock.parse(former["until"])
    if until is not None and until <= clock.now():
        return None
    ids = {name: None if former[name] is None else [UUID(one) for one in former[name]] for name in _IDS}
    return ReleaseTerms(
        party=party,
        level=Level(former["level"]).word,
        authorities=roster.authority_codes(ids["authorities"]),
        seats=roster.seat_codes(ids["seats"]),
        not_before=None if former["not_before"] is None else clock.parse(former["not_before"]),
        until=until,
        purposes=former["purposes"],
        basis=former["basis"],
    )
