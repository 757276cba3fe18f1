"""Documents of a request: the form as PDF and JSON, and the reminder letter to the current holder.

They are produced when they are asked for and not stored. All readers of the content of the request get them. Not here:
how they look (`exports/requests`).
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.requests.connections import connection_of
from app.access.requests.forms import asked, checks, schemas
from app.access.requests.states import ENDED, SETTLED, Direction, RequestState
from app.access.seats import Seat
from app.database import Reading
from app.errors import Conflict, NotFound
from app.exports.document.times import zoned
from app.exports.requests.form import FormDocument
from app.exports.requests.reminder import OpenDeadline, Reminder
from app.exports.requests.words import word
from app.i18n.phrases import Language
from app.models import Jit, RequestDeadline, RequestItem, RequestMove
from app.reference.catalogue import Instrument
from app.reference.forms.model import Form
from app.services.reference import country_names
from app.services.requests import drafting, instruments, request_list
from app.services.requests.deadlines.reading import title_of
from app.services.requests.forms import saving
from app.services.requests.forms.saving import FilledForm
from app.services.requests.request_list import RequestDetails

_NOT_YET: Final = "The request was not sent yet. Record its dispatch before you write a reminder."


def values_document(found: FilledForm, *, for_provider: bool) -> dict[str, Any]:
    """Return the form as JSON by its committed schema (`docs/schemas/requests`).

    Raises:
        Conflict: It is asked for a provider, and the form goes to an authority.
    """
    version = found.row.form_version if found.row is not None else found.form.version
    if not for_provider:
        return schemas.document(found.form, found.request.number, version, found.filled.values)
    _demand_provider(found.form)
    return schemas.document(found.form, None, version, checks.for_provider(found.form, found.filled.values))


def file_name(form: Form, number: str, *, for_provider: bool) -> str:
    """Return the name of the documents of a form, without its ending.

    It is the number of the request, with the key of a form that follows it. A provider does not get that number: the name is the
    key of the form.
    """
    key = form.key.replace("_", "-")
    if for_provider:
        return key
    return number if form.follow_up is None else f"{number}-{key}"


def _demand_provider(form: Form) -> None:
    if not form.goes_to_provider:
        raise Conflict("This form goes to an authority. There is no copy for a provider.", code="form-not-for-provider")


def encoded(told: Mapping[str, Any]) -> bytes:
    """Return the form as the text of a JSON document."""
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


async def form_document(
    session: Reading, seat: Seat, request: UUID, language: Language, *, for_provider: bool, key: str | None = None
) -> FormDocument:
    """Return a form of a request, to be set. `key`: as for `saving.read`.

    A copy for a provider holds the form alone: no team, party or number of the request.

    Raises:
        Conflict: It is asked for a provider, and the form goes to an authority.

    Raises also as `saving.read` does.
    """
    found = await saving.read(session, seat, request, key)
    if for_provider:
        _demand_provider(found.form)
    names = await country_names.read(session, language)
    line, roster = found.request, found.roster
    own = next(one for one in roster.parties if one.id == line.party)
    instrument = instruments.title_of(line.instrument, found.instrument)[language]
    version = found.row.form_version if found.row is not None else found.form.version
    team = await session.scalar(select(Jit.name).where(Jit.id == seat.jit))
    facts = (
        (word("request", language), line.number),
        (word("team", language), str(team)),
        (word("party", language), names.of_party(own)),
        (word("instrument", language), instrument),
        (word("country", language), f"{names.of_country(line.country)} ({line.country})"),
        (word("form", language), f"{getattr(found.form.title, language)}, {word('version', language)} {version}"),
        (word("made", language), zoned(clock.now(), ZoneInfo(own.time_zone))),
    )
    return FormDocument(
        form=found.form,
        values=found.filled.values,
        missing={one.path for one in found.missing},
        facts=() if for_provider else facts,
        number=file_name(found.form, line.number, for_provider=for_provider),
        countries=names.by_code(),
        is_draft=found.is_draft,
        for_provider=for_provider,
    )


async def reminder(session: Reading, seat: Seat, request: UUID, language: Language) -> Reminder:
    """Return the letter that reminds the current holder of a request.

    Raises:
        NotFound: The request or its content is invisible to the member.
        Conflict: It is an incoming request, was not sent yet, or has ended.
    """
    details = await request_list.read(session, seat, request)
    line, content = details.request, details.content
    if content is None:
        raise NotFound
    if line.direction == Direction.IN:
        raise Conflict("Your party received this request. Reminders are for outgoing requests only.", code="incoming")
    if drafting.is_editable(line):
        raise Conflict(_NOT_YET, code="not-sent")
    if line.state in ENDED:
        raise Conflict("The request has ended, so no reminder can be written.", code="request-ended")
    own = next(one for one in details.roster.parties if one.id == line.party)
    names, hop = await country_names.read(session, language), next(iter(details.attached.hops[::-1]), None)
    country = (hop.country if hop else None) or line.country
    return Reminder(
        number=line.number,
        instrument=instruments.title_of(line.instrument, details.instrument)[language],
        urgent=line.urgent,
        sender=content.issuing_authority or names.of_party(own),
        holder=(hop.authority if hop else None) or content.authority or names.of_country(country),
        country=names.of_country(country),
        contact=hop.contact if hop else None,
        own_reference=content.reference,
        other_reference=content.counterpart_reference,
        sent_at=await _sent_at(session, details),
        held_since=hop.arrived_at if hop else None,
        now=clock.now(),
        zone=own.time_zone,
        deadlines=[
            _open_deadline(one, details.instrument, language)
            for one in details.attached.clocks
            if one.ended_at is None and not one.lapses
        ],
        items=[(one.place, _item(one, language)) for one in details.items if one.state not in SETTLED],
    )


def _item(row: RequestItem, language: Language) -> str:
    """Return an item in a line: its identifier with ports, protocol and time, and its description."""
    identifier = (
        None
        if row.identifier is None
        else asked.identifier_words(row.identifier_kind, row.identifier, connection_of(row), language)
    )
    return " · ".join(part for part in (identifier, row.description) if part)


async def _sent_at(session: Reading, details: RequestDetails) -> datetime:
    query = select(RequestMove.occurred_at).where(
        RequestMove.request == details.request.id, RequestMove.item.is_(None), RequestMove.state == RequestState.SENT
    )
    found = await session.scalar(query.order_by(RequestMove.id).limit(1))
    return found or details.request.since_at


def _open_deadline(row: RequestDeadline, instrument: Instrument | None, language: Language) -> OpenDeadline:
    title = getattr(title_of(row.rule, instrument), language)
    return OpenDeadline(title, row.due_at, row.verified)
