"""Items of a request in words for forms, letters and export packages. Pure."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from app.access.requests.connections import Connection, time_words
from app.i18n.phrases import Language
from app.reference.forms.loading import shared_options
from app.reference.forms.model import Title

_REAL_TIME: Final = Title("Data in real time", "Données en temps réel")
#: Kinds of identifiers that forms call otherwise.
_OTHER_NAMES: Final = {
    "phone": "telephone",
    "msisdn": "telephone",
    "account": "handle",
    "username": "handle",
    "ipv4": "ip",
    "ipv6": "ip",
}
_PORT: Final = Title("source port", "port source")
_PORTS: Final = Title("source ports", "ports source")
_PERIOD: Final = (Title("from", "du"), Title("until", "au"))
_LINE: Final = Title("Line of the log", "Ligne du journal")


@cache
def _kinds() -> Mapping[str, Title]:
    """Return the kinds of identifiers by key."""
    return {one.key: one.title for one in shared_options("identifier_kinds")}


@cache
def _categories() -> Mapping[str, Title]:
    """Return the categories of data by key."""
    return {one.key: one.title for one in shared_options("data_categories")} | {"REAL_TIME": _REAL_TIME}


def kind_in_forms(kind: str | None) -> str:
    """Return the kind of an identifier as forms name it; `other` for one that they do not have."""
    named = _OTHER_NAMES.get(kind or "", kind or "")
    return named if named in _kinds() else "other"


def connection_words(connection: Connection, language: str) -> str:
    """Return ports, protocol and time with its zone and in UTC; an empty text without any of them."""
    protocol = connection.protocol.upper() if connection.protocol else None
    label = _in(_PORT if connection.port_until is None else _PORTS, language)
    ports = None if connection.ports is None else f"{label} {connection.ports}"
    named = f"{ports} ({protocol})" if ports and protocol else ports or protocol
    at = time_words(connection.at, connection.zone) if connection.at else None
    return ", ".join(one for one in (named, at) if one)


def identifier_words(kind: str | None, value: str, connection: Connection, language: Language) -> str:
    """Return an identifier in words, such as `IP address 203.0.113.7, source port 51934`."""
    key = kind_in_forms(kind)
    name = None if key == "other" else _in(_kinds()[key], language)
    told = connection_words(connection, language)
    return ", ".join(one for one in (f"{name} {value}" if name else value, told) if one)


def period_words(begin: str | None, end: str | None, language: Language) -> str:
    """Return a period that is given by its first and last moment; an empty text without both."""
    ends = zip(_PERIOD, (begin, end), strict=True)
    return " ".join(f"{_in(label, language)} {time_words(at)}" for label, at in ends if at)


def item_words(
    category: str | None,
    identifier: tuple[str | None, str] | None,
    connection: Connection,
    beside: tuple[str, str | None],
    language: Language,
) -> str | None:
    """Return an item for a field in which a form asks for a measure in words: a line for each part.

    Args:
        category: Category of the data.
        identifier: Kind and value.
        connection: Ports, protocol and time that a log states beside the identifier.
        beside: Words of the period, and of the member.
        language: Of the form.
    """
    period, description = beside
    if identifier is None:
        return ", ".join(one for one in (description, period) if one) or None
    words = ", ".join(one for one in (identifier_words(*identifier, connection, language), period) if one)
    if category is not None and category in _categories():
        colon = " : " if language == "fr" else ": "
        words = f"{_in(_categories()[category], language)}{colon}{words}"
    line = f"{_in(_LINE, language)}{' : ' if language == 'fr' else ': '}{connection.source_line}"
    return "\n".join(one for one in (words, description, line if connection.source_line else None) if one)


def _in(title: Title, language: str) -> str:
    return title.fr if language == "fr" else title.en
