"""Grounds against the dispatch of a request, and the facts on which it rests.

A leader can send a request despite a ground, with a reason that the entry of the move keeps. The form says who issues an
order. Not here: the rule (`access/requests/in_force.py`), and whether the form is complete (`saving.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from app import clock
from app.access.requests import in_force
from app.access.requests.connections import connection_of
from app.access.requests.in_force import Dispatch, Ground, Issuer
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.errors import Forbidden, Invalid
from app.i18n.phrases import Phrase
from app.models import LegalRequest, RequestItem, RequestMove
from app.reference.catalogue import DataCategory, IssuingAuthority
from app.services.reference import records
from app.services.requests import drafting, instruments
from app.services.requests.forms import saving
from app.services.teams.roster import PartyRow, Roster

#: Sections of the issuing and of the validating authority, by form.
_ISSUERS: Final = {
    "eevidence_form_1": ("i", "j"),
    "eevidence_form_2": ("f", "g"),
    "eio_annex_a": ("k", "l"),
}
_SENTENCES: Final = {
    Ground.NOT_BETWEEN: "By the reference data, this instrument does not apply between the two States.",
    Ground.NOT_YET: "By the reference data, this instrument does not apply on this day yet.",
    Ground.ISSUER: "By its form, the issuing authority may not order this without validation by a competent authority.",
}
_REFUSED: Final = "{grounds} A leader can send the request nevertheless, with a reason."


@dataclass(frozen=True, slots=True)
class Sending:
    """A dispatch as a member states it. `despite`: a leader sends the request despite grounds, with a reason."""

    occurred_at: datetime
    despite: bool = False
    reason: str | None = None


async def grounds_of(session: Reading, request: LegalRequest, roster: Roster, occurred: datetime) -> list[Ground]:
    """Return the grounds against the dispatch of a request at that time."""
    own = _party(request, roster)
    known = await instruments.known(session, request.instrument)
    items = await drafting.items_of(session, request.id)
    what = Dispatch(
        sender=instruments.country_of(own),
        executing=request.country,
        day=_day(own, occurred),
        categories=[DataCategory(one.data_category) for one in items if one.data_category],
        issuer=_issuer(*await saving.begun_values(session, request)),
    )
    return in_force.grounds(known, what, await records.treaties(session))


async def demand_cleared(
    session: Reading, seat: Seat, request: LegalRequest, roster: Roster, what: Sending
) -> list[Ground]:
    """Return the grounds despite which a leader sends a request; none if nothing stands against its dispatch.

    Raises:
        Invalid: A ground stands against the dispatch; or a leader sends the request despite it without a reason.
        Forbidden: A member who is no leader sends the request despite a ground.
    """
    found = await grounds_of(session, request, roster, what.occurred_at)
    if not found:
        return []
    if not what.despite:
        sentences = [_SENTENCES[one] for one in found]
        raise Invalid(
            Phrase(_REFUSED, grounds=sentences),
            code="dispatch-grounds",
            field="despite",
            extra={"grounds": [str(one) for one in found]},
        )
    if not seat.may(Permission.REQUEST_RELEASE):
        raise Forbidden("Only a leader can send a request despite these grounds. Ask a leader.", code="leaders-only")
    if what.reason is None:
        raise Invalid("Enter a reason for sending the request despite these grounds.", field="reason")
    return found


async def is_unvalidated(session: Reading, request: LegalRequest) -> bool:
    """Return whether an urgent order was issued without a validation that the law allows to follow later.

    Regulation (EU) 2023/1543, Article 4(5): subscriber data, data for identification and preservation only. An order needs no
    later validation if it names a validating authority, or if its form says that a judge or prosecutor issues it.
    """
    known = await instruments.known(session, request.instrument)
    if known is None or not request.urgent or (await drafting.content_of(session, request)).validating_authority:
        return False
    items = await drafting.items_of(session, request.id)
    rules = in_force.issuer_rules(known, [DataCategory(one.data_category) for one in items if one.data_category])
    issuer = _issuer(*await saving.begun_values(session, request))
    is_issued_alone = issuer.authority is not None and all(issuer.authority in one.alone for one in rules)
    may_follow = bool(rules) and all(one.unvalidated_in_emergency for one in rules)
    return may_follow and issuer.validator is None and not is_issued_alone


async def demand_after_its_facts(session: Reading, request: LegalRequest, roster: Roster, occurred: datetime) -> None:
    """Check that a request is not sent before the facts on which it rests. Raises `Invalid`, which names the fact.

    These are its steps of preparation, the day on which its form was signed, and the moments that its items name.
    """
    moves = select(func.max(RequestMove.occurred_at)).where(
        RequestMove.request == request.id, RequestMove.item.is_(None)
    )
    prepared = await session.scalar(moves)
    if prepared is not None and occurred < prepared:
        raise _too_early("This is before the previous step ({since}). Check the time.", clock.rfc3339(prepared))
    _, values = await saving.begun_values(session, request)
    demand_signed(request, roster, values, occurred)
    observed = max(_observed(await drafting.items_of(session, request.id)), default=None)
    if observed is not None and occurred < observed:
        sentence = "This is before the time of a connection that an item names ({since}). Check the time."
        raise _too_early(sentence, clock.rfc3339(observed))


def demand_signed(request: LegalRequest, roster: Roster, values: Mapping[str, Any], occurred: datetime) -> None:
    """Check that a form is not sent before the day on which it was signed. Raises `Invalid`."""
    signed = max(_signed_on(values), default=None)
    if signed is not None and _day(_party(request, roster), occurred) < signed:
        raise _too_early("This is before the form was signed ({since}). Check the time.", signed.isoformat())


def _too_early(sentence: str, since: str) -> Invalid:
    return Invalid(Phrase(sentence, since=since), field="occurred_at")


def _observed(items: Sequence[RequestItem]) -> list[datetime]:
    return [at for one in items if (at := connection_of(one).instant) is not None]


def _signed_on(values: Mapping[str, Any]) -> list[date]:
    """Return the days of the signatures of a form."""
    signatures = [one.get("signature") for one in values.values() if isinstance(one, Mapping)]
    given = [one.get("date") for one in signatures if isinstance(one, Mapping)]
    return [date.fromisoformat(one) for one in given if isinstance(one, str)]


def _issuer(form: str | None, values: Mapping[str, Any]) -> Issuer:
    """Return the authorities that issue and validate an order by the values of its form."""
    if form not in _ISSUERS:
        return Issuer()
    issuing, validating = (values.get(one) or {} for one in _ISSUERS[form])
    return Issuer(
        authority=_kind(issuing.get("type")),
        validator=_kind(validating.get("type")),
        unvalidated=issuing.get("unvalidated") is True,
    )


def _kind(given: object) -> IssuingAuthority | None:
    return IssuingAuthority(given) if isinstance(given, str) and given in set(IssuingAuthority) else None


def _party(request: LegalRequest, roster: Roster) -> PartyRow:
    return next(one for one in roster.parties if one.id == request.party)


def _day(party: PartyRow, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(party.time_zone)).date()
