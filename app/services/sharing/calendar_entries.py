"""Calendar entries of the domain: ends of releases, answers to consent requests, and ends of consents."""

from collections.abc import Iterable

from sqlalchemy import or_, select

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.consents import OPEN
from app.database import Reading
from app.models import Consent, Evidence, Release
from app.services.calendar_entries import CalendarEntry, CalendarKind, CalendarPeriod

_GRANTED = ("granted", "granted_with_conditions")


async def of_releases(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return when releases by the member's party, or to it, end."""
    if seat.party is None:
        return ()
    query = (
        select(Release, Evidence.title, Evidence.exhibit_number)
        .join(Evidence, (Evidence.jit == Release.jit) & (Evidence.id == Release.evidence))
        .where(Release.jit == seat.jit, Release.state != "lapsed", Evidence.status == "active")
        .where(or_(Release.originator == seat.party, Release.party == seat.party), Release.originator != Release.party)
        .where(Release.until >= period.begins_at, Release.until < period.ends_before)
        .order_by(Release.until, Release.evidence, Release.party)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=CalendarKind.RELEASE_END,
            subject=one.evidence,
            title=title,
            number=number,
            party=one.party,
            at=one.until,
            zone="UTC",
            changed_at=one.granted_at,
            mine=one.party == seat.party or seat.may(Permission.RELEASE_GRANT),
        )
        for one, title, number in await session.execute(query)
        if one.until is not None
    ]


async def of_answers(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return until when consent requests have to be answered that the member may answer."""
    if not seat.may(Permission.CONSENT_ANSWER):
        return ()
    query = (
        select(Consent, Evidence.title, Evidence.exhibit_number)
        .outerjoin(Evidence, Evidence.id == Consent.evidence)
        .where(Consent.jit == seat.jit, Consent.asked_party == seat.party, Consent.state.in_(OPEN))
        .where(Consent.due_at >= period.begins_at, Consent.due_at < period.ends_before)
        .order_by(Consent.due_at, Consent.id)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=CalendarKind.CONSENT_ANSWER,
            subject=one.id,
            title=title or one.words,
            number=number,
            party=one.asker_party,
            at=one.due_at,
            zone=one.due_zone,
            changed_at=one.requested_at,
            mine=True,
        )
        for one, title, number in await session.execute(query)
    ]


async def of_consents(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return when consents granted to the member's party end."""
    if not seat.may(Permission.CONSENT_ASK):
        return ()
    query = (
        select(Consent, Evidence.title, Evidence.exhibit_number)
        .outerjoin(Evidence, Evidence.id == Consent.evidence)
        .where(Consent.jit == seat.jit, Consent.asker_party == seat.party, Consent.ended_at.is_(None))
        .where(Consent.state.in_(_GRANTED), Consent.until > clock.now())
        .where(Consent.until >= period.begins_at, Consent.until < period.ends_before)
        .order_by(Consent.until, Consent.id)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=CalendarKind.CONSENT_END,
            subject=one.id,
            title=title or one.words,
            number=number,
            party=one.asked_party,
            at=one.until,
            zone=one.due_zone,
            changed_at=one.answered_at or one.requested_at,
            mine=True,
        )
        for one, title, number in await session.execute(query)
        if one.until is not None
    ]
