"""Values of the case by which the form of a request is filled, by the names in `docs/request-forms.md`.

Only what the asking member reads of the request is used. Persons, posts, addresses and signatures are not known here:
members enter them.
"""

from collections.abc import Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.requests.forms.blocks import IDENTIFIER_KINDS
from app.access.requests.forms.words import options
from app.access.requests.states import Direction
from app.database import Reading
from app.models import Authority, LegalRequest, Member, Party, RequestContent, RequestItem
from app.reference.catalogue import Instrument, InstrumentKind, TransitionFamily
from app.services.requests import instruments, links, transmissions
from app.services.teams.roster import PartyRow, Roster

_KINDS: Final = frozenset(one.key for one in options(IDENTIFIER_KINDS))
#: Kinds of identifiers that a form calls otherwise.
_OTHER_NAMES: Final = {
    "phone": "telephone",
    "msisdn": "telephone",
    "account": "handle",
    "username": "handle",
    "ipv4": "ip",
    "ipv6": "ip",
}


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
    hops = await transmissions.transmissions_of(session, [request.id])
    values: dict[str, Any] = {
        "today": clock.now().astimezone(ZoneInfo(own.time_zone)).date().isoformat(),
        "party.country": instruments.country_of(own),
        "request.country": request.country,
        "authority.name": content.issuing_authority or await _authority(session, request),
        "authority.file_number": content.reference,
        "authority.zone": own.time_zone,
        "authority.languages": ", ".join(await _languages(session, own)),
        "addressee.name": content.authority,
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
        "request.measures": [one.description for one in items if one.description],
        "request.offences": [content.offence],
        "request.legal_bases": [content.legal_basis],
        "request.earlier": await _earlier(session, request),
    }
    if request.direction == Direction.IN:
        values["counterpart.authority"] = content.authority
        values["counterpart.reference"] = content.counterpart_reference
    elif instrument is not None and instrument.kind is InstrumentKind.PROVIDER:
        values["request.provider"] = content.authority
    return {name: value for name, value in values.items() if value not in (None, "", [], [None])}


async def _authority(session: Reading, request: LegalRequest) -> str | None:
    """Return the name of the authority of the member who created the request."""
    query = (
        select(Authority.name)
        .join(Member, Member.authority == Authority.id)
        .where(Member.id == request.created_by, Member.jit == request.jit)
    )
    return await session.scalar(query)


async def _languages(session: Reading, own: PartyRow) -> Sequence[str]:
    return await session.scalar(select(Party.languages).where(Party.id == own.id)) or ()


def _identifier(item: RequestItem) -> dict[str, Any]:
    kind = _OTHER_NAMES.get(item.identifier_kind or "", item.identifier_kind)
    begin, end = (clock.rfc3339(at) if at else None for at in (item.from_at, item.until_at))
    return {
        "kind": kind if kind in _KINDS else "other",
        "value": item.identifier,
        "at": begin if kind == "ip" else None,
        "period": {name: at for name, at in (("from", begin), ("until", end)) if at},
    }


async def _earlier(session: Reading, request: LegalRequest) -> list[dict[str, Any]]:
    found = (await links.earlier_of(session, [request.id])).get(request.id, [])
    catalogue = await instruments.known_of(session, {one.request.instrument for one in found})
    return [
        {
            "kind": _kind(catalogue.get(one.request.instrument)),
            "date": one.request.created_at.date().isoformat(),
            "reference": one.request.number,
        }
        for one in found
    ]


def _kind(instrument: Instrument | None) -> str:
    """Return the kind of an earlier request as forms name it; forms without this kind leave it out."""
    if instrument is None:
        return "other"
    if instrument.key == "EIO":
        return "eio"
    by_family = {TransitionFamily.PRESERVATION: "preservation", TransitionFamily.SPONTANEOUS: "spontaneous"}
    return by_family.get(instrument.family, "mla" if instrument.kind is InstrumentKind.JUDICIAL else "other")
