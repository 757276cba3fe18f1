"""Granting of consent requests: the release or the use in court that was requested, or less of it.

The release cites the consent request as its basis. The originator can set narrower terms, an end time, or conditions in
words. An information request is answered by attaching an own exhibit with a release.
Not here: the rules of a release (`services/sharing/releases.py`, `services/sharing/terms.py`). Gates, such as a second leader, apply to
a granted release as to any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.consents import ConsentState, Use, joined, within
from app.access.decisions import LEVELS, Conditions, Level
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts import ConsentGranted
from app.models import Consent, Release
from app.services.sharing import consent_uses, consents, releases
from app.services.sharing import refused_releases as attempts
from app.services.sharing.terms import ReleaseTerms, conditions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Grant:
    """The answer. Fields that are left out are as requested.

    Attributes:
        evidence: The exhibit that answers an information request; `None` for any other request.
        conditions: Conditions in words.
    """

    evidence: UUID | None = None
    level: str | None = None
    authorities: Sequence[str] | None = None
    seats: Sequence[str] | None = None
    purposes: Sequence[str] | None = None
    until: datetime | None = None
    conditions: str | None = None

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
        Throttled: Too many refused releases of derived exhibits (`services/sharing/refused_releases.py`).
    """
    asked = await session.scalar(select(Consent.evidence).where(Consent.id == consent))
    async with attempts.of_exhibit(session, seat, asked or given.evidence):
        await _grant(session, seat, consent, given, expected)


async def _grant(session: Writing, seat: Seat, consent: UUID, given: Grant, expected: int) -> None:
    found = await consents.to_answer(session, seat, consent, expected)
    consents.demand_deciding(seat)
    roster = await rosters.of(session, seat.jit)
    if found.use != Use.QUESTION and given.evidence is not None:
        raise Invalid("Only a question is answered with an exhibit. Nothing was changed.", field="evidence")
    given = await _within_the_hour(session, found, given)
    conditional = given.conditions is not None or given.until is not None
    if found.use == Use.COURT:
        _demand_plain(given)
        await consent_uses.allow_in_court(session, seat, found, roster)
    elif found.use == Use.QUESTION:
        await _attach(session, seat, found, roster, given)
    else:
        conditional |= await _extend(session, seat, found, roster, given)
    consents.answered(found, seat, ConsentState.GRANTED_WITH_CONDITIONS if conditional else ConsentState.GRANTED)
    found.conditions, found.until = given.conditions, given.until
    await session.flush()
    said = consents.said_of(found, roster)
    until = clock.rfc3339(given.until) if given.until else None
    fact = ConsentGranted(**said, conditional=conditional, conditions=given.conditions, until=until)
    await journal.append(session, seat, fact)


def _demand_plain(given: Grant) -> None:
    if given.narrows:
        raise Invalid("Consent to use in court has conditions in words alone. Nothing was changed.", field="conditions")


async def _within_the_hour(session: Writing, found: Consent, given: Grant) -> Grant:
    """Limit the grant to the end of a running emergency access, if the present release rests on one.

    The release from before the emergency access is restored then.
    """
    if found.use != Use.RELEASE or found.evidence is None or given.until is not None:
        return given
    stood = await consent_uses.standing(session, found.evidence, found.asker_party)
    rests = stood is not None and (stood.basis or "").startswith("emergency:")
    return replace(given, until=stood.until) if stood is not None and rests else given


async def _attach(session: Writing, seat: Seat, found: Consent, roster: Roster, given: Grant) -> None:
    if given.evidence is None or given.level is None:
        raise Invalid(
            "Attach one of your exhibits and say how far it is released. Nothing was changed.", field="evidence"
        )
    stood = await consent_uses.standing(session, given.evidence, found.asker_party)
    found.former = await consent_uses.former_of(session, stood)
    found.answer = given.evidence
    terms = ReleaseTerms(
        party=roster.party_code(found.asker_party),
        level=given.level,
        authorities=given.authorities,
        seats=given.seats,
        until=given.until,
        purposes=given.purposes,
        basis=consent_uses.basis_of(found.id),
    )
    await _release(session, seat, given.evidence, terms, stood)


async def _extend(session: Writing, seat: Seat, found: Consent, roster: Roster, given: Grant) -> bool:
    """Extend the release as granted. Return whether that is less than what was requested."""
    assert found.evidence is not None
    stood = await consent_uses.standing(session, found.evidence, found.asker_party)
    if stood is None:
        raise Conflict("The asking party does not see the exhibit any more. Nothing was changed.", code="recalled")
    released = conditions(stood)
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
        raise Invalid(
            "This is more than was asked; release it by a decision of its own. Nothing was changed.", field="level"
        )
    if within(wanted, released):
        raise Invalid("This gives nothing beyond what stands; refuse it instead. Nothing was changed.", field="level")
    found.former = await consent_uses.former_of(session, stood)
    terms = ReleaseTerms(
        party=roster.party_code(found.asker_party),
        level=Level(wanted.level).word,
        authorities=roster.authority_codes(wanted.authorities),
        seats=roster.seat_codes(wanted.seats),
        not_before=wanted.not_before,
        until=wanted.until,
        purposes=None if wanted.purposes is None else list(wanted.purposes),
        basis=consent_uses.basis_of(found.id),
    )
    await _release(session, seat, found.evidence, terms, stood)
    return wanted != bounds


async def _release(session: Writing, seat: Seat, evidence: UUID, terms: ReleaseTerms, stood: Release | None) -> None:
    expected = None if stood is None else stood.version
    await releases.decide(session, seat, evidence, terms, expected=expected, creates=stood is None)
