"""Consent requests and information requests: ask, mark as seen, refuse, list.

A request without an answer by its due time counts as refused (`services/sharing/consent_jobs.py`). An information request has
no exhibit; only the two parties see it. Any other request concerns an exhibit that the asking party sees, and goes to
its originator.
Not here: granting and withdrawing (`services/sharing/consent_grants.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.access.sharing.consents import LONGEST, OPEN, SHORTEST, USUAL, ConsentState, Use, joined
from app.access.sharing.decisions import LEVELS, Conditions, Level
from app.access.sharing.joint import obtained_by
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import ConsentRefused, ConsentRequested, ConsentSeen
from app.models import Consent, Evidence, Release
from app.services.sharing import use_limits
from app.services.sharing.terms import conditions
from app.services.sharing.use_limits import LimitOfUse
from app.services.teams import contributions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class NewConsentRequest:
    """A new request.

    Attributes:
        use: Intended use of the exhibit, or an information request.
        words: The text.
        evidence: The exhibit; `None` for an information request.
        party: Code of the party that an information request goes to.
        level: Requested level, beyond the present release.
        authorities: Requested authorities, by code.
        seats: Requested members, by code.
        purposes: Requested purposes.
        due_at: When the answer is due; the usual time from now when left out.
        due_zone: Time zone in which `due_at` is shown; that of the asking party when left out.
    """

    use: Use
    words: str
    evidence: UUID | None = None
    party: str | None = None
    level: str | None = None
    authorities: Sequence[str] | None = None
    seats: Sequence[str] | None = None
    purposes: Sequence[str] | None = None
    due_at: datetime | None = None
    due_zone: str | None = None


async def ask(session: Writing, seat: Seat, request: NewConsentRequest) -> UUID:
    """Make a request.

    Returns:
        The id of the new request.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member belongs to no party.
        Conflict: The party cannot be asked about this exhibit, or use in court is allowed already.
        Invalid: The request contains nothing new, or a field is not acceptable.
    """
    if seat.party is None:
        raise Forbidden("Only members of a party can send a consent request.", code="no-party")
    roster = await rosters.of(session, seat.jit)
    exhibit = None if request.evidence is None else await _exhibit(session, request.evidence)
    asked_party = _find_asked_party(roster, seat, request, exhibit)
    wanted = _requested_terms(roster, seat, request)
    if exhibit is not None:
        await _demand_more_than_released(session, seat, exhibit, request.use, wanted)
    now = clock.now()
    due_at, due_zone = _due_time(roster, seat, request, now)
    row = Consent(
        id=clock.new_id(),
        jit=seat.jit,
        use=request.use.value,
        evidence=request.evidence,
        asker=seat.id,
        asker_party=seat.party,
        asked_party=asked_party,
        words=request.words,
        level=int(wanted.level) or None,
        authorities=wanted.authorities,
        seats=wanted.seats,
        purposes=wanted.purposes,
        state=ConsentState.REQUESTED.value,
        requested_at=now,
        due_at=due_at,
        due_zone=due_zone,
        version=1,
    )
    session.add(row)
    await session.flush()
    fact = ConsentRequested(
        **consent_fields(row, roster),
        exhibit=None if exhibit is None else str(exhibit.id),
        words=row.words,
        level=Level(row.level).word if row.level else None,
        authorities=roster.authority_codes(row.authorities),
        seats=roster.seat_codes(row.seats),
        purposes=row.purposes,
        due_at=clock.rfc3339(due_at),
        due_zone=due_zone,
    )
    await journal.append(session, seat, fact)
    return row.id


def consent_fields(row: Consent, roster: Roster) -> dict[str, Any]:
    """Return the fields that all audit log entries of a request share, with the parties that receive them."""
    return {
        "consent": row.id,
        "evidence": row.evidence,
        "use": row.use,
        "asking": roster.party_code(row.asker_party),
        "asked": roster.party_code(row.asked_party),
        "hearing": tuple((party, None) for party in sorted({row.asker_party, row.asked_party})),
    }


async def _exhibit(session: Reading, evidence: UUID) -> Evidence:
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    return exhibit


def _find_asked_party(roster: Roster, seat: Seat, request: NewConsentRequest, exhibit: Evidence | None) -> UUID:
    """Return the party that is asked: the originator of the exhibit, or the party that the request names."""
    if exhibit is not None:
        if obtained_by(seat.party, exhibit.originator, exhibit.joint):
            raise Conflict("Your own party is the originator. No consent is needed.", code="own-exhibit")
        contributions.demand_active(exhibit, "The exhibit was withdrawn. It cannot be released.")
        if roster.has_left(exhibit.originator):
            raise Conflict("The originator has left the team, so nobody can consent.", code="left")
        return exhibit.originator
    party = roster.party(request.party or "", "party")
    if party.id == seat.party:
        raise Invalid("Choose another party than your own.", field="party")
    rosters.demand_within(party)
    return UUID(str(party.id))


def _requested_terms(roster: Roster, seat: Seat, request: NewConsentRequest) -> Conditions:
    assert seat.party is not None
    return Conditions(
        party=seat.party,
        level=int(LEVELS[request.level]) if request.level else 0,
        authorities=roster.authorities_of(seat.party, request.authorities, "authorities"),
        seats=roster.seats_of(seat.party, request.seats, "seats"),
        purposes=None if request.purposes is None else sorted(set(request.purposes)),
    )


async def _demand_more_than_released(
    session: Reading, seat: Seat, exhibit: Evidence, use: Use, wanted: Conditions
) -> None:
    """Raise `Invalid` or `Conflict` if the party has this already, `NotFound` without a release."""
    query = select(Release).where(Release.evidence == exhibit.id, Release.party == seat.party)
    present = (await session.scalars(query)).one_or_none()
    if present is None:
        raise NotFound
    if use is Use.COURT:
        if present.court_use:
            raise Conflict("Your party already has consent to use it in proceedings.", code="have-it-already")
        return
    released = conditions(present)
    if joined(released, wanted) == joined(released, Conditions(released.party, 0)):
        raise Invalid("Your party already has this access, or nothing was requested.", field="level")


def _due_time(roster: Roster, seat: Seat, request: NewConsentRequest, now: datetime) -> tuple[datetime, str]:
    due_at = now + USUAL if request.due_at is None else request.due_at
    if not now + SHORTEST <= due_at <= now + LONGEST:
        raise Invalid(
            "Choose a time limit between one hour and sixty days. No reply by then counts as refusal.",
            field="due_at",
        )
    return due_at, request.due_zone or next(one.time_zone for one in roster.parties if one.id == seat.party)


async def find(session: Reading, consent: UUID) -> Consent:
    """Return a request that the member may see. Raise `NotFound`."""
    found = (await session.scalars(select(Consent).where(Consent.id == consent))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def lock(session: Writing, consent: UUID, expected: int) -> Consent:
    """Lock and return a request until the transaction ends. Raise `NotFound` or `Stale`."""
    await find(session, consent)
    query = select(Consent).where(Consent.id == consent).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise NotFound
    if found.version != expected:
        raise Stale(
            "Another user changed the request. Reload it.",
            extra={"current": {"state": found.state, "version": found.version}},
        )
    return found


async def mark_as_seen(session: Writing, seat: Seat, consent: UUID) -> None:
    """Record that a leader of the asked party has seen the request. Only the first call has an effect.

    Raises:
        NotFound: The request is absent or invisible to the member.
        Forbidden: The member is no leader of the asked party.
        Stale: The request changed at this moment.
    """
    found = await find(session, consent)
    demand_answers(seat, found)
    if found.state != ConsentState.REQUESTED:
        return
    found = await lock(session, consent, found.version)
    found.state, found.seen_at, found.version = ConsentState.SEEN.value, clock.now(), found.version + 1
    await session.flush()
    await journal.append(session, seat, ConsentSeen(**consent_fields(found, await rosters.of(session, seat.jit))))


async def refuse(session: Writing, seat: Seat, consent: UUID, *, expected: int, reason: str) -> None:
    """Refuse a request.

    Raises:
        NotFound: The request is absent or invisible to the member.
        Forbidden: The member is no leader of the asked party.
        Stale: The request changed since the leader saw it.
        Conflict: It is answered or overdue.
    """
    found = await lock_to_answer(session, seat, consent, expected)
    set_answer(found, seat, ConsentState.REFUSED)
    found.reason = reason
    await session.flush()
    fields = consent_fields(found, await rosters.of(session, seat.jit))
    await journal.append(session, seat, ConsentRefused(**fields, reason=reason))


def demand_may_decide(seat: Seat) -> None:
    """Raise `Forbidden` if the member's party reserves releases and use in court to judicial members."""
    if Permission.RELEASE_GRANT in seat.withheld:
        raise Forbidden("Your party reserves consent to its judicial members.", code="judicial-only")


async def lock_to_answer(session: Writing, seat: Seat, consent: UUID, expected: int) -> Consent:
    """Lock and return a request that this leader may answer now.

    Raises:
        NotFound: The request is absent or invisible to the member.
        Forbidden: The member is no leader of the asked party.
        Stale: The request changed since the leader saw it.
        Conflict: It is answered or overdue.
    """
    demand_answers(seat, await find(session, consent))
    found = await lock(session, consent, expected)
    if found.state not in OPEN or found.due_at <= clock.now():
        raise Conflict(
            "The request was answered, or its deadline has passed. No reply counts as refusal.", code="answered-already"
        )
    return found


def set_answer(found: Consent, seat: Seat, state: ConsentState) -> None:
    """Write the answer into the row."""
    now = clock.now()
    found.state, found.answered_at, found.answered_by = state.value, now, seat.id
    found.seen_at = found.seen_at or now
    found.version += 1


def demand_answers(seat: Seat, found: Consent) -> None:
    """Raise `Forbidden` if the member is no leader of the party that is asked."""
    if seat.party != found.asked_party or Role.LEADER not in seat.roles:
        raise Forbidden("Only a leader of the party that was asked can answer.", code="asked-party-only")


@dataclass(frozen=True, slots=True)
class ConsentFilters:
    """Which consent requests to list.

    Attributes:
        side: `asked`: made to the member's party; any other value: made by it; `None`: both.
        unanswered: Only open (`True`) or only closed (`False`) requests; all when `None`.
        evidence: Only those about this exhibit.
    """

    side: str | None = None
    unanswered: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class ConsentDetails:
    """A consent request with all that its view shows.

    Attributes:
        release: The asking party's release of the exhibit, if the member may see it.
        answered_visibly: Whether the member sees a release of the exhibit that answers the request.
        leads: Whether the member is a leader.
        limits: Limits of use of the exhibit, if the member reads it.
    """

    consent: Consent
    seat: Seat
    roster: Roster
    release: Release | None = None
    answered_visibly: bool = False
    leads: bool = False
    limits: Sequence[LimitOfUse] = ()


async def list_consents(
    session: Reading, seat: Seat, filters: ConsentFilters, before: UUID | None, limit: int
) -> list[ConsentDetails]:
    """Return up to `limit` consent requests of the member's party, older than `before`, newest first."""
    query = select(Consent).order_by(Consent.id.desc()).limit(limit)
    if filters.side is not None:
        column = Consent.asked_party if filters.side == "asked" else Consent.asker_party
        query = query.where(column == seat.party)
    if filters.unanswered is not None:
        waits = Consent.state.in_(OPEN)
        query = query.where(waits if filters.unanswered else ~waits)
    if filters.evidence is not None:
        query = query.where(Consent.evidence == filters.evidence)
    if before is not None:
        query = query.where(Consent.id < before)
    rows = (await session.scalars(query)).all()
    return await _load_details(session, seat, rows)


async def read(session: Reading, seat: Seat, consent: UUID) -> ConsentDetails:
    """Return one consent request. Raise `NotFound`."""
    return (await _load_details(session, seat, [await find(session, consent)]))[0]


async def _load_details(session: Reading, seat: Seat, rows: Sequence[Consent]) -> list[ConsentDetails]:
    roster = await rosters.of(session, seat.jit)
    objects = {one.evidence or one.answer for one in rows} - {None}
    releases = (await session.scalars(select(Release).where(Release.evidence.in_(objects)))).all() if objects else ()
    by_key = {(one.evidence, one.party): one for one in releases}
    limits = await use_limits.of_each(session, {one.evidence for one in rows if one.evidence})
    return [
        ConsentDetails(
            consent=one,
            seat=seat,
            roster=roster,
            release=next((by_key[key] for key in by_key if key == (one.evidence or one.answer, one.asker_party)), None),
            answered_visibly=any(key[0] == one.answer for key in by_key),
            leads=Role.LEADER in seat.roles,
            limits=limits.get(one.evidence, ()) if one.evidence else (),
        )
        for one in rows
    ]
