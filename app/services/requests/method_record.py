"""Method record of an exhibit for the defence: what its record says, as far as the member may read it.

It is produced when it is asked for and not stored; an audit log entry tells who exported it, with its hash value. The
right to it is that to the export package for court. Not here: its contents (`exports/requests/method_record.py`).
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.exporting import ExportRequest, Profile
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Refusal
from app.exports.document.words import Words
from app.exports.requests import method_record as document
from app.exports.requests.method_record import Authorisation, Disclosed, MethodRecord, Origin, StoredFile, Tool
from app.exports.requests.words import word
from app.i18n.phrases import Language
from app.ledger import journal
from app.ledger.facts import MethodRecordExported
from app.models import (
    Disclosure,
    Evidence,
    File,
    Jit,
    LegalRequest,
    Provenance,
    RequestContent,
    RequestItem,
    RequestMove,
    RequestPaper,
    RequestResult,
)
from app.services.audit import exports
from app.services.evidence import acquisitions
from app.services.reference import country_names
from app.services.reference.country_names import CountryNames
from app.services.requests import instruments
from app.services.sharing import use_limits
from app.services.teams import roster as rosters

_APPROVALS = ("VALIDATION", "SENT", "ACKNOWLEDGED", "CLOSED")


async def demand_may(session: Reading, seat: Seat, evidence: UUID) -> None:
    """Check the right to the method record of an exhibit. Raises `NotFound`, `Forbidden`."""
    await exports.demand_may(session, seat, ExportRequest(Profile.COURT, (evidence,)))


async def is_admitted(session: Reading, seat: Seat, evidence: UUID) -> bool:
    """Return whether the member may still have the method record."""
    try:
        await demand_may(session, seat, evidence)
    except Refusal:
        return False
    return True


async def record_export(session: Writing, seat: Seat, evidence: UUID, language: Language, content: bytes) -> None:
    """Record that the method record of an exhibit was exported with this content.

    The ledger of a closed team has ended, so there the access log alone records it.

    Raises `NotFound`, `Forbidden`.
    """
    if seat.closed:
        return
    await demand_may(session, seat, evidence)
    digest = hashlib.sha256(content).hexdigest()
    await journal.append(session, seat, MethodRecordExported(evidence=evidence, language=language, sha256=digest))


async def read(session: Reading, seat: Seat, evidence: UUID, language: Language) -> MethodRecord:
    """Return the method record of an exhibit. Raises `NotFound`, `Forbidden`."""
    await demand_may(session, seat, evidence)
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one()
    roster = await rosters.of(session, seat.jit)
    names = await country_names.read(session, language)
    originator = next(one for one in roster.parties if one.id == exhibit.originator)
    own = next((one for one in roster.parties if one.id == seat.party), originator)
    return MethodRecord(
        number=exhibit.exhibit_number,
        title=exhibit.title,
        originator=names.of_party(originator),
        team=str(await session.scalar(select(Jit.name).where(Jit.id == seat.jit))),
        markings=_markings(exhibit),
        made_by=f"{seat.name} ({seat.code})",
        made_at=clock.now(),
        zone=own.time_zone,
        origin=await _origin(session, evidence, originator.time_zone),
        authorisations=await _authorisations(session, evidence, names, own.time_zone),
        limits=[(one.wording, one.clause) for one in await use_limits.of(session, [evidence])],
        tools=await _tools(session, seat, evidence, language),
        files=await _files(session, evidence),
        disclosures=await _disclosures(session, evidence),
    )


def _markings(exhibit: Evidence) -> document.Markings:
    handling = [one for one in exhibit.handling if one != "H0"]
    return " · ".join([f"TLP:{exhibit.tlp.replace('_', '+')}", *handling])


async def _origin(session: Reading, evidence: UUID, zone: str) -> Origin | None:
    row = (await session.scalars(select(Provenance).where(Provenance.evidence == evidence))).one_or_none()
    if row is None:
        return None
    return Origin(
        acquired_at=row.acquired_at,
        zone=row.acquired_zone or zone,
        place=row.place,
        acquired_by=row.acquired_by,
        legal_basis=row.legal_basis,
    )


async def _authorisations(session: Reading, evidence: UUID, names: CountryNames, zone: str) -> list[Authorisation]:
    query = (
        select(LegalRequest, RequestContent)
        .join(RequestResult, RequestResult.request == LegalRequest.id)
        .join(RequestContent, RequestContent.request == LegalRequest.id)
        .where(RequestResult.evidence == evidence)
        .order_by(LegalRequest.id)
        .distinct()
    )
    rows = [(row[0], row[1]) for row in await session.execute(query)]
    ids = [one.id for one, _ in rows]
    moves, papers = await _moves(session, ids), await _notifications(session, ids)
    live = select(RequestItem.request).where(RequestItem.request.in_(ids), RequestItem.data_category == "REAL_TIME")
    intercepting = set(await session.scalars(live))
    known = await instruments.known_of(session, [one.instrument for one, _ in rows])
    of_items = await _items(session, evidence)

    def told(row: RequestContent | RequestItem, name: str) -> str | None:
        at = row.erased.get(name)
        return getattr(row, name) if at is None else document.erased(clock.parse(at), zone, names.language)

    return [
        Authorisation(
            number=one.number,
            instrument=instruments.title_of(one.instrument, known.get(one.instrument))[names.language],
            country=names.of_country(one.country),
            authority=content.authority,
            legal_basis=told(content, "legal_basis"),
            issuing=content.issuing_authority,
            validating=content.validating_authority,
            conditions="\n".join(
                filter(None, [told(content, "conditions"), *(told(item, "conditions") for item in of_items[one.id])])
            )
            or None,
            approvals=[(word(f"method_state_{state}", names.language), at) for state, at in moves[one.id]],
            notifications=papers[one.id],
            intercepts=one.id in intercepting,
        )
        for one, content in rows
    ]


async def _items(session: Reading, evidence: UUID) -> dict[UUID, list[RequestItem]]:
    """Return the items that the exhibit answers, by request."""
    query = (
        select(RequestItem)
        .join(RequestResult, RequestResult.item == RequestItem.id)
        .where(RequestResult.evidence == evidence)
        .order_by(RequestItem.place)
    )
    found = defaultdict[UUID, list[RequestItem]](list)
    for item in await session.scalars(query):
        found[item.request].append(item)
    return found


async def _moves(session: Reading, requests: Sequence[UUID]) -> dict[UUID, list[tuple[str, datetime]]]:
    query = select(RequestMove).where(
        RequestMove.request.in_(requests), RequestMove.item.is_(None), RequestMove.state.in_(_APPROVALS)
    )
    found = defaultdict[UUID, list[tuple[str, datetime]]](list)
    for row in await session.scalars(query.order_by(RequestMove.occurred_at, RequestMove.id)):
        found[row.request].append((row.state, row.occurred_at))
    return found


async def _notifications(session: Reading, requests: Sequence[UUID]) -> dict[UUID, list[tuple[str, datetime]]]:
    query = (
        select(RequestPaper.request, Evidence.exhibit_number, Evidence.title, RequestPaper.added_at)
        .join(Evidence, Evidence.id == RequestPaper.evidence)
        .where(RequestPaper.request.in_(requests), RequestPaper.kind == "notification")
        .order_by(RequestPaper.added_at, Evidence.id)
    )
    found = defaultdict[UUID, list[tuple[str, datetime]]](list)
    for row in await session.execute(query):
        found[row[0]].append((f"{row[1]} {row[2]}", row[3]))
    return found


async def _tools(session: Reading, seat: Seat, evidence: UUID, language: Language) -> list[Tool]:
    words = Words.of(language)
    return [
        Tool(
            name=one.acquisition.tool,
            version=one.acquisition.tool_version,
            examiner=one.acquisition.examiner,
            function=one.acquisition.examiner_function,
            write_blocker=one.acquisition.write_blocker,
            begun_at=one.acquisition.started_at,
            ended_at=one.acquisition.ended_at,
            zone=one.acquisition.zone,
            errors=one.acquisition.errors,
            hashes=[words.hash_value(each) for each in one.acquisition.hashes],
            corrected=one.corrected_by is not None,
        )
        for one in await acquisitions.list_all(session, seat, evidence)
    ]


async def _files(session: Reading, evidence: UUID) -> list[StoredFile]:
    query = select(File).where(File.evidence == evidence, File.state.in_(("ready", "hash_differs"))).order_by(File.id)
    return [StoredFile(row.name, row.size_bytes, row.sha256) for row in await session.scalars(query)]


async def _disclosures(session: Reading, evidence: UUID) -> list[Disclosed]:
    query = select(Disclosure).where(Disclosure.evidence == evidence).order_by(Disclosure.id)
    return [
        Disclosed(
            at=row.disclosed_at,
            court=row.court,
            proceeding=row.proceeding,
            file_number=row.file_number,
            files=[(str(each["name"]), str(each["sha256"])) for each in row.files],
            recalled_at=row.recalled_at,
        )
        for row in await session.scalars(query)
    ]
