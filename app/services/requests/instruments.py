"""The stored catalogue of instruments as requests use it, and the country that executes, with its zone.

Not here: the types of the catalogue (`app/reference/catalogue.py`), and its records (`services/reference/records.py`).
"""

from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Final

from app.access.requests.in_force import is_between_members
from app.access.requests.states import EDITABLE, WITHOUT_REQUESTS, Direction
from app.database import Reading
from app.errors import Invalid, NotFound
from app.models import LegalRequest
from app.reference.catalogue import Instrument, TransitionFamily
from app.reference.deadline_terms import DeadlineEvent
from app.services.reference import records
from app.services.teams.roster import PartyRow, Roster

_UNKNOWN: Final = "This instrument is not in the catalogue. Choose one of the list."
_NO_REQUEST: Final = "Requests cannot be made with this instrument. Choose another one."


async def find(session: Reading, key: str, *, field: str = "instrument") -> Instrument:
    """Return the instrument with this key. Raises `Invalid`: it is unknown, or no request is made with it."""
    found = await known(session, key)
    if found is None:
        raise Invalid(_UNKNOWN, code="unknown-instrument", field=field)
    if found.family in WITHOUT_REQUESTS:
        raise Invalid(_NO_REQUEST, code="no-request-by-instrument", field=field)
    return found


async def known(session: Reading, key: str) -> Instrument | None:
    """Return the instrument of a stored request; `None` if the catalogue does not have it any more."""
    try:
        return (await records.read(session, Instrument, key)).record
    except NotFound:
        return None


async def known_of(session: Reading, keys: Collection[str]) -> dict[str, Instrument]:
    """Return those of these instruments that the catalogue has, by key."""
    found = {key: await known(session, key) for key in set(keys)}
    return {key: one for key, one in found.items() if one is not None}


def title_of(key: str, found: Instrument | None) -> dict[str, str]:
    """Return the title of the instrument of a stored request in each language; its key if it is unknown by now."""
    return {"en": key, "fr": key} if found is None else found.title.model_dump()


def family_of(found: Instrument | None) -> TransitionFamily:
    """Return the family of the instrument of a stored request."""
    return TransitionFamily.JUDICIAL if found is None else found.family


async def rules_of(session: Reading, key: str, event: DeadlineEvent) -> list[str]:
    """Return the keys of the deadlines of an instrument that begin with an event."""
    found = await known(session, key)
    rules = [one.value for one in found.deadlines if one.value] if found else []
    return [one.key for one in rules if one.begins_at is event]


def executing_country(request: LegalRequest, roster: Roster) -> str | None:
    """Return the country that executes a request: the other one, or that of the asked party for an incoming request."""
    if request.direction == Direction.OUT:
        return request.country
    return country_of(next(one for one in roster.parties if one.id == request.party))


def is_within_team(request: LegalRequest, roster: Roster) -> bool:
    """Return whether an investigation order that was not sent yet goes to another State of the team."""
    if request.direction == Direction.IN or request.state not in EDITABLE:
        return False
    own = next(one for one in roster.parties if one.id == request.party)
    team = [country for one in roster.parties if (country := country_of(one)) is not None]
    return is_between_members(request.instrument, country_of(own), request.country, team)


def country_of(party: PartyRow) -> str | None:
    """Return the country of a party; `None` for a body of the Union or an organisation."""
    country = party.code.partition("_")[0]
    is_state = party.kind in {"member_state", "third_country", "judicial_authority"}
    return country if is_state and len(country) == len("NL") else None


async def zone_of(session: Reading, country: str) -> str:
    """Return the time zone of a country's card, or else the first one that the IANA database lists for it, or UTC.

    A country can have several zones; a request can name another one.
    """
    card = await records.country(session, country)
    return (card.zone.value if card else None) or _zones().get(country, "UTC")


@cache
def _zones() -> dict[str, str]:
    found = dict[str, str]()
    for line in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, zone)
    return found
