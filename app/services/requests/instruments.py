"""The catalogue of instruments as requests use it, and the time zone in which a country executes.

Not here: the catalogue itself (`app/reference/catalogue.py`).
"""

from functools import cache
from importlib.resources import files
from typing import Final

from app.access.requests.states import WITHOUT_REQUESTS
from app.errors import Invalid
from app.reference import catalogue
from app.reference.catalogue import CountryCard, Instrument, ReferenceKind, TransitionFamily

_UNKNOWN: Final = "This instrument is not in the catalogue. Choose one of the list."
_NO_REQUEST: Final = "No request is made with this instrument here. Choose another one."


def find(key: str, *, field: str = "instrument") -> Instrument:
    """Return the instrument with this key. Raises `Invalid`: it is unknown, or no request is made with it."""
    found = catalogue.instruments().get(key)
    if found is None:
        raise Invalid(_UNKNOWN, code="unknown-instrument", field=field)
    if found.family in WITHOUT_REQUESTS:
        raise Invalid(_NO_REQUEST, code="no-request-by-instrument", field=field)
    return found


def known(key: str) -> Instrument | None:
    """Return the instrument of a stored request; `None` if the catalogue does not have it any more."""
    return catalogue.instruments().get(key)


def title_of(key: str) -> dict[str, str]:
    """Return the title of the instrument of a stored request in each language; its key if it is unknown by now."""
    found = known(key)
    return {"en": key, "fr": key} if found is None else found.title.model_dump()


def family_of(key: str) -> TransitionFamily:
    """Return the family of the instrument of a stored request."""
    found = known(key)
    return TransitionFamily.JUDICIAL if found is None else found.family


def zone_of(country: str) -> str:
    """Return the time zone of a country's card, or else the first one that the IANA database lists for it, or UTC.

    A country can have several zones; a request can name another one.
    """
    card = catalogue.seed(ReferenceKind.COUNTRIES).get(country)
    of_card = card.zone.value if isinstance(card, CountryCard) else None
    return of_card or _zones().get(country, "UTC")


@cache
def _zones() -> dict[str, str]:
    found = dict[str, str]()
    for line in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, zone)
    return found
