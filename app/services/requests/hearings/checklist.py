"""Checklist of a hearing: reads the record of each of its exhibits, as far as the member may read it.

Everything is computed at each reading, in a fixed number of queries for all hearings and exhibits.
Not here: the rules (`access/requests/hearing_checks.py`), and hearings themselves (`hearings.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from app import clock
from app.access.requests import hearing_checks
from app.access.requests.hearing_checks import (
    CameBy,
    ConsentAsked,
    ExhibitState,
    Forum,
    Handing,
    Line,
    OpenNeed,
    Unsigned,
)
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing.consents import OPEN, Use
from app.access.sharing.decisions import Act, decide
from app.access.sharing.joint import obtained_by
from app.database import Reading
from app.models import (
    Consent,
    Copy,
    DecisionSignature,
    Evidence,
    File,
    Fixity,
    Handover,
    Hearing,
    HearingExhibit,
    LegalRequest,
    Message,
    MessageLink,
    Release,
    RequestContent,
    RequestItem,
    RequestPaper,
    RequestResult,
    WaitingRelease,
)
from app.services.requests import drafting
from app.services.requests.hearings import admissibilities, hearings, languages
from app.services.requests.hearings.languages import Spoken
from app.services.sharing import use_limits
from app.services.sharing.terms import conditions, decision_input
from app.services.sharing.use_limits import LimitOfUse
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster, SeatRow

_COUNTRY: Final = re.compile(r"[A-Z]{2}")
Ids = Sequence[UUID]
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class CheckedExhibit:
    """An exhibit of a hearing with its checklist."""

    exhibit: Evidence
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A hearing with the checklist of each exhibit that the member sees."""

    hearing: Hearing
    exhibits: Sequence[CheckedExhibit]
    roster: Roster

    def lines(self) -> list[Line]:
        """Return the lines of all exhibits."""
        return [line for one in self.exhibits for line in one.lines]

    def missing_from(self, party: UUID) -> list[Line]:
        """Return the lines of what is missing and this party can give."""
        return [line for line in self.lines() if line.state == "missing" and line.party == party]

    def leaders(self, party: UUID) -> list[SeatRow]:
        """Return the active leaders of a party."""
        return [
            row
            for row in self.roster.seats
            if row.party == party and row.state == "seated" and Role.LEADER in row.roles
        ]


async def read(session: Reading, seat: Seat, hearing: UUID) -> Checklist:
    """Return a hearing with its checklist. Raises `NotFound`."""
    (checklist,) = await of(session, seat, [await hearings.find(session, hearing)])
    return checklist


async def of(session: Reading, seat: Seat, found: Sequence[Hearing]) -> list[Checklist]:
    """Return hearings of the member's party with their checklists, in a fixed number of queries.

    The language of a court is the one stated, or else those of the party of its country.
    """
    query = (
        select(HearingExhibit.court_hearing, Evidence)
        .join(Evidence, HearingExhibit.evidence == Evidence.id)
        .where(HearingExhibit.court_hearing.in_([one.id for one in found]))
        .order_by(HearingExhibit.added_at, Evidence.id)
    )
    used = _grouped((row[0], row[1]) for row in await session.execute(query))
    roster = await rosters.of(session, seat.jit)
    exhibits = {one.id: one for each in used.values() for one in each}
    record = await _record(session, seat, found[0].party, list(exhibits)) if exhibits else None
    spoken = await languages.of_countries(session, seat, {one.country for one in found})
    checklists = []
    for hearing in found:
        stated = frozenset({hearing.court_language}) if hearing.court_language else None
        forum = Forum(hearing.country, hearing.held_at, stated or spoken.get(hearing.country, frozenset()))
        checked = [
            CheckedExhibit(one, hearing_checks.lines(_state(seat, hearing, one, record, roster), forum))
            for one in used.get(hearing.id, ())
            if record is not None
        ]
        checklists.append(Checklist(hearing, checked, roster))
    return checklists


@dataclass(frozen=True, slots=True)
class _Record:
    """Rows about all exhibits of a hearing, by exhibit."""

    releases: dict[UUID, list[Release]]
    consents: dict[UUID, ConsentAsked]
    recalls: dict[UUID, list[UUID]]
    copies: dict[UUID, list[UUID]]
    spoken: dict[UUID, Spoken]
    damaged: set[UUID]
    differing: dict[UUID, list[str]]
    handovers: dict[UUID, list[Handing]]
    unsigned: dict[UUID, list[Unsigned]]
    came_by: dict[UUID, list[CameBy]]
    limits: Mapping[UUID, Sequence[LimitOfUse]]
    needs: dict[tuple[UUID, str], list[OpenNeed]]


async def _record(session: Reading, seat: Seat, party: UUID, ids: Ids) -> _Record:
    return _Record(
        releases=await _releases(session, party, ids),
        consents=await _consents(session, party, ids),
        recalls=await _recalls(session, ids),
        copies=await _copies(session, party, ids),
        spoken=await languages.of_exhibits(session, ids),
        damaged=await _damaged(session, ids),
        differing=await _differing(session, ids),
        handovers=await _handovers(session, ids),
        unsigned=await _unsigned(session, ids),
        came_by=await _came_by(session, ids),
        limits=await use_limits.of_each(session, ids),
        needs=await _needs(session, seat, party, ids),
    )


def _state(seat: Seat, hearing: Hearing, one: Evidence, record: _Record, roster: Roster) -> ExhibitState:
    rows = record.releases.get(one.id, [])
    decision = decide(seat, decision_input(one), [conditions(row) for row in rows], clock.now(), Act.DISCLOSE)
    code = roster.party_code(one.originator)
    ends = [row.until for row in rows if row.until is not None]
    limited = [row.purposes for row in rows if row.purposes is not None]
    spoken = record.spoken.get(one.id, Spoken())
    return ExhibitState(
        asking=hearing.party,
        originator=one.originator,
        origin=code if _COUNTRY.fullmatch(code) else None,
        is_own=obtained_by(seat.party, one.originator, frozenset(one.joint or ())),
        denials=() if decision.allowed else decision.because,
        h1="H1" in one.handling,
        court_use=bool(rows) and all(row.court_use for row in rows),
        consent=record.consents.get(one.id),
        ends_at=min(ends, default=None),
        purposes=limited[0] if limited else None,
        recalls=record.recalls.get(one.id, ()),
        copies=record.copies.get(one.id, ()),
        language=spoken.language,
        is_translation=spoken.is_translation,
        translations=spoken.translations,
        damaged=one.id in record.damaged,
        differing=record.differing.get(one.id, ()),
        handovers=record.handovers.get(one.id, ()),
        unsigned=record.unsigned.get(one.id, ()),
        came_by=record.came_by.get(one.id, ()),
        limits=_other_limits(record, one.id),
        needs=record.needs.get((one.id, hearing.country), ()),
    )


async def _releases(session: Reading, party: UUID, ids: Ids) -> dict[UUID, list[Release]]:
    query = select(Release).where(Release.evidence.in_(ids), Release.party == party)
    found = defaultdict[UUID, list[Release]](list)
    for row in await session.scalars(query):
        found[row.evidence].append(row)
    return found


async def _consents(session: Reading, party: UUID, ids: Ids) -> dict[UUID, ConsentAsked]:
    """Return the latest request of the party for use in court, by exhibit."""
    query = (
        select(Consent)
        .where(Consent.evidence.in_(ids), Consent.asker_party == party, Consent.use == Use.COURT)
        .order_by(Consent.id)
    )
    now, open_states = clock.now(), {one.value for one in OPEN}
    return {
        row.evidence: ConsentAsked(row.id, row.state in open_states and row.due_at > now, row.due_at)
        for row in await session.scalars(query)
        if row.evidence is not None
    }


async def _recalls(session: Reading, ids: Ids) -> dict[UUID, list[UUID]]:
    query = select(WaitingRelease).where(WaitingRelease.evidence.in_(ids), WaitingRelease.level == 0)
    return _grouped((row.evidence, row.party) for row in await session.scalars(query.order_by(WaitingRelease.id)))


async def _copies(session: Reading, party: UUID, ids: Ids) -> dict[UUID, list[UUID]]:
    query = select(Copy).where(
        Copy.evidence.in_(ids), Copy.party == party, Copy.state == "out", Copy.asked_at.is_not(None)
    )
    return _grouped((row.evidence, row.id) for row in await session.scalars(query.order_by(Copy.id)))


async def _damaged(session: Reading, ids: Ids) -> set[UUID]:
    query = select(Fixity.evidence).where(Fixity.evidence.in_(ids), Fixity.verdict == "failed")
    return set(await session.scalars(query))


async def _differing(session: Reading, ids: Ids) -> dict[UUID, list[str]]:
    query = select(File).where(File.evidence.in_(ids), File.state == "hash_differs").order_by(File.id)
    return _grouped((row.evidence, row.name) for row in await session.scalars(query))


async def _handovers(session: Reading, ids: Ids) -> dict[UUID, list[Handing]]:
    query = select(Handover).where(Handover.evidence.in_(ids), Handover.state == "offered").order_by(Handover.id)
    return _grouped(
        (row.evidence, Handing(row.to_party, row.to_seat, row.due_at)) for row in await session.scalars(query)
    )


async def _unsigned(session: Reading, ids: Ids) -> dict[UUID, list[Unsigned]]:
    """Return the signatures that decisions about these exhibits await; corrected and erased decisions await none."""
    later = aliased(Message)
    query = (
        select(MessageLink.evidence, Message)
        .join(Message, Message.id == MessageLink.message)
        .where(MessageLink.evidence.in_(ids), Message.kind == "decision", Message.text.is_not(None))
        .where(~exists().where(later.corrects == Message.id))
        .order_by(Message.id)
        .distinct()
    )
    rows = [(row[0], row[1]) for row in await session.execute(query) if row[1].signers]
    signatures = select(DecisionSignature.message, DecisionSignature.party).where(
        DecisionSignature.message.in_([message.id for _, message in rows])
    )
    done = {(row[0], row[1]) for row in await session.execute(signatures)} if rows else set()
    return _grouped(
        (evidence, Unsigned(message.id, message.channel, message.number, party))
        for evidence, message in rows
        for party in message.signers
        if (message.id, party) not in done
    )


def _other_limits(record: _Record, exhibit: UUID) -> list[str]:
    """Return the limits of use that are not the conditions of a request by which the exhibit came."""
    named = {one.id for one in record.came_by.get(exhibit, ())}
    return list(dict.fromkeys(one.wording for one in record.limits.get(exhibit, ()) if one.request not in named))


async def _came_by(session: Reading, ids: Ids) -> dict[UUID, list[CameBy]]:
    """Return the legal requests by which these exhibits came, with the kinds of their papers that the member sees."""
    query = (
        select(RequestResult.evidence, LegalRequest, RequestContent, RequestItem)
        .join(LegalRequest, LegalRequest.id == RequestResult.request)
        .join(RequestContent, RequestContent.request == LegalRequest.id)
        .outerjoin(RequestItem, RequestItem.id == RequestResult.item)
        .where(RequestResult.evidence.in_(ids))
        .order_by(RequestResult.id)
    )
    found = (await session.execute(query)).all()
    limits = _grouped(
        ((row[0], row[1].id), words)
        for row in found
        for one in row[2:]
        if one is not None and (words := drafting.unerased(one, "conditions"))
    )
    rows = {(row[0], row[1].id): (row[0], row[1]) for row in found}.values()
    requests = {request.id for _, request in rows}
    papers = defaultdict[UUID, set[str]](set)
    for request, kind in await session.execute(
        select(RequestPaper.request, RequestPaper.kind).where(RequestPaper.request.in_(requests))
    ):
        papers[request].add(kind)
    live = select(RequestItem.request).where(
        RequestItem.request.in_(requests), RequestItem.data_category == "REAL_TIME"
    )
    intercepting = set(await session.scalars(live))
    return _grouped(
        (
            evidence,
            CameBy(
                id=request.id,
                number=request.number,
                instrument=request.instrument,
                country=request.country,
                conditions="\n".join(dict.fromkeys(limits.get((evidence, request.id), ()))) or None,
                intercepts=request.id in intercepting,
                papers=frozenset(papers[request.id]),
            ),
        )
        for evidence, request in rows
    )


async def _needs(session: Reading, seat: Seat, party: UUID, ids: Ids) -> dict[tuple[UUID, str], list[OpenNeed]]:
    """Return the open needs by exhibit and country."""
    found = await admissibilities.current(session, seat, ids)
    return _grouped(
        ((one.row.evidence, one.row.country), OpenNeed(one.row.id, one.row.need))
        for one in found
        if one.row.status == "open" and one.row.party == party
    )


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found = defaultdict[Key, list[Value]](list)
    for key, value in pairs:
        found[key].append(value)
    return found
