"""Values of the case by which the form of a request is filled, by the names in `docs/request-forms.md`.

Only what the asking member reads of the request is used. Posts, addresses, telephones and signatures are not known here:
members enter them. Not here: proposals from earlier forms (`proposals.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.requests.connections import connection_of, trimmed
from app.access.requests.forms import asked
from app.access.requests.states import Direction
from app.database import Reading
from app.i18n.phrases import Language
from app.models import Authority, LegalRequest, Member, Party, RequestContent, RequestItem, WorkingHours
from app.reference.catalogue import ContactRole, Instrument, InstrumentKind, TransitionFamily
from app.services.reference import records
from app.services.requests import instruments, links, transmissions
from app.services.teams.roster import PartyRow, Roster

#: Data that an interception obtains.
_INTERCEPTED: Final = "REAL_TIME"
#: Identifiers by which section C of the European Investigation Order asks for the subscriber.
_OF_SUBSCRIBERS: Final = frozenset({"ip", "telephone"})
_DAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS_FR: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


async def values_of(
    session: Reading,
    request: LegalRequest,
    content: RequestContent,
    items: Sequence[RequestItem],
    instrument: Instrument | None,
    roster: Roster,
) -> dict[str, Any]:
    """Return the values of the case that the asking member reads; absent ones are left out."""
    own = next(one for one in roster.parties if one.id == request.party)
    contact, follows = await _contact(session, request), await _follows(session, request)
    hops = await transmissions.transmissions_of(session, [request.id])
    values: dict[str, Any] = {
        "today": clock.now().astimezone(ZoneInfo(own.time_zone)).date().isoformat(),
        "party.country": instruments.country_of(own),
        "request.country": request.country,
        "authority.name": content.issuing_authority or contact.authority or _only_authority(request, roster),
        "authority.contact": contact.name,
        "authority.contact_email": contact.email,
        "authority.file_number": content.reference,
        "authority.zone": own.time_zone,
        "authority.hours": await _hours(session, request, content.language),
        "authority.languages": ", ".join(await _languages(session, own)),
        "addressee.name": content.authority or await _point_of_contact(session, request, instrument),
        "addressee.channel": hops[-1].channel if hops else None,
        "request.reference": content.reference or request.number,
        "request.facts": content.facts,
        "request.offence": content.offence,
        "request.legal_basis": content.legal_basis,
        "request.purpose": content.purpose,
        "request.language": content.language,
        "request.urgent": request.urgent,
        "request.categories": list(dict.fromkeys(one.data_category for one in items if one.data_category)),
        "request.identifiers": [_identifier(one) for one in items if one.identifier],
        "request.intercepted": [
            _identifier(one) for one in items if one.identifier and one.data_category == _INTERCEPTED
        ],
        "request.measures": [_measure(one, "fr" if content.language == "fr" else "en") for one in items],
        "request.measure_kinds": ["subscriber"] if any(map(_asks_for_subscriber, items)) else [],
        "request.offences": [content.offence],
        "request.legal_bases": [content.legal_basis],
        "request.earlier": [one.told for one in follows],
    }
    if request.direction == Direction.OUT:
        values |= _standing(follows)
    if request.direction == Direction.IN:
        values["counterpart.authority"] = content.authority
        values["counterpart.reference"] = content.counterpart_reference
    elif instrument is not None and instrument.kind is InstrumentKind.PROVIDER:
        values["request.provider"] = content.authority
    return {name: value for name, value in values.items() if value not in (None, "", [], [None])}


@dataclass(frozen=True, slots=True)
class _Contact:
    """The member who created a request, with the name of the authority. Nothing of a member who has left."""

    authority: str | None = None
    name: str | None = None
    email: str | None = None


async def _contact(session: Reading, request: LegalRequest) -> _Contact:
    query = (
        select(Authority.name, Member.state, Member.name, Member.email)
        .select_from(Member)
        .outerjoin(Authority, Authority.id == Member.authority)
        .where(Member.id == request.created_by, Member.jit == request.jit)
    )
    found = (await session.execute(query)).one_or_none()
    if found is None:
        return _Contact()
    authority, state, name, email = found
    return _Contact(authority, name, email) if state == "seated" else _Contact(authority)


def _only_authority(request: LegalRequest, roster: Roster) -> str | None:
    """Return the name of the authority of the party, if it has no other one."""
    names = [one.name for one in roster.authorities if one.party == request.party]
    return names[0] if len(names) == 1 else None


async def _hours(session: Reading, request: LegalRequest, language: str | None) -> str | None:
    """Return the working hours that the party stated, in English or French."""
    query = select(WorkingHours).where(WorkingHours.jit == request.jit, WorkingHours.party == request.party)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        return None
    names = _DAYS_FR if language == "fr" else _DAYS_EN
    days = sorted(found.days)
    is_range = len(days) > 1 and days == list(range(days[0], days[-1] + 1))
    told = (
        "-".join((names[days[0] - 1], names[days[-1] - 1])) if is_range else ", ".join(names[one - 1] for one in days)
    )
    begin, end = (f"{at // 60:02}:{at % 60:02}" for at in (found.begins_minute, found.ends_minute))
    return f"{told}, {begin}-{end}"


async def _point_of_contact(session: Reading, request: LegalRequest, instrument: Instrument | None) -> str | None:
    """Return the 24/7 point of contact of the other country, if the directory knows only one."""
    if request.direction == Direction.IN or instrument is None or instrument.kind is not InstrumentKind.NETWORK:
        return None
    found = await records.contacts(session, country=request.country, role=ContactRole.CONTACT_24_7)
    return found[0].record.unit.value if len(found) == 1 else None


async def _languages(session: Reading, own: PartyRow) -> Sequence[str]:
    return await session.scalar(select(Party.languages).where(Party.id == own.id)) or ()


def _identifier(item: RequestItem) -> dict[str, Any]:
    begin, end = _period(item)
    beside = {
        name: str(value) if isinstance(value, int) else value for name, value in connection_of(item).as_fields().items()
    }
    return {
        "kind": asked.kind_in_forms(item.identifier_kind),
        "value": item.identifier,
        **beside,
        "period": {name: at for name, at in (("from", begin), ("until", end)) if at},
    }


def _measure(item: RequestItem, language: Language) -> str | None:
    identifier = None if item.identifier is None else (item.identifier_kind, item.identifier)
    period = asked.period_words(*_period(item), language)
    return asked.item_words(item.data_category, identifier, connection_of(item), (period, item.description), language)


def _period(item: RequestItem) -> tuple[str | None, str | None]:
    begin, end = (trimmed(at) if at else None for at in (item.from_at, item.until_at))
    return begin, end


def _asks_for_subscriber(item: RequestItem) -> bool:
    return item.data_category == "SUBSCRIBER" and asked.kind_in_forms(item.identifier_kind) in _OF_SUBSCRIBERS


@dataclass(frozen=True, slots=True)
class _Followed:
    """An earlier request that this one follows. `told`: as forms list it; `ticket`: the number of the other side."""

    relation: str
    told: dict[str, Any]
    reference: str
    ticket: str | None


async def _follows(session: Reading, request: LegalRequest) -> list[_Followed]:
    found = (await links.earlier_of(session, [request.id])).get(request.id, [])
    catalogue = await instruments.known_of(session, {one.request.instrument for one in found})
    query = select(RequestContent).where(RequestContent.request.in_([one.request.id for one in found]))
    contents = {one.request: one for one in await session.scalars(query)} if found else {}
    return [_followed(one, catalogue, contents.get(one.request.id)) for one in found]


def _followed(
    one: links.LinkedRequest, catalogue: Mapping[str, Instrument], content: RequestContent | None
) -> _Followed:
    told = {
        "kind": _kind(catalogue.get(one.request.instrument)),
        "date": one.request.created_at.date().isoformat(),
        "reference": one.request.number,
    }
    reference = (content.reference if content is not None else None) or one.request.number
    return _Followed(one.relation, told, reference, content.counterpart_reference if content is not None else None)


def _standing(follows: Sequence[_Followed]) -> dict[str, Any]:
    """Return whether a request is new, an extension, or follows another one, by the requests that it is linked to."""
    extended = next((one for one in follows if one.relation == "extension"), None)
    kinds = [one.told["kind"] for one in follows]
    followed = next((one for one in ("preservation", "mla") if one in kinds), None)
    return {
        "request.status": "new" if extended is None else "extension",
        "request.follow_up": "new" if followed is None else f"follow_up_{followed}",
        "request.earlier_ticket": None if extended is None else extended.ticket,
        "request.earlier_reference": follows[0].reference if len(follows) == 1 else None,
    }


def _kind(instrument: Instrument | None) -> str:
    """Return the kind of an earlier request as forms name it; forms without this kind leave it out."""
    if instrument is None:
        return "other"
    if instrument.key == "EIO":
        return "eio"
    by_family = {TransitionFamily.PRESERVATION: "preservation", TransitionFamily.SPONTANEOUS: "spontaneous"}
    return by_family.get(instrument.family, "mla" if instrument.kind is InstrumentKind.JUDICIAL else "other")
