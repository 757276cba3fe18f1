"""Builds the part about the legal requests by which the exhibits of a court package came.

Not here: which requests it names (`services/audit/bundles.py`).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from app import clock
from app.access.requests.connections import Connection
from app.access.requests.forms.asked import connection_words
from app.exports.document.sayings import Sayings
from app.exports.document.shown import shown
from app.exports.origins import ExportedOrigin

Tree = dict[str, Any]
Line = tuple[str, str]


def origins(found: Sequence[ExportedOrigin], sayings: Sayings) -> Tree | None:
    """Return a table for each request; `None` if there is none."""
    if not found:
        return None
    several = len({one.exhibit for one in found}) > 1
    tables = [list(_lines(one, sayings, several=several)) for one in found]
    return {"title": sayings.words.say("origins"), "requests": tables}


def _lines(one: ExportedOrigin, sayings: Sayings, *, several: bool) -> Iterator[Line]:
    say = sayings.words.say
    if several:
        yield say("exhibit"), shown(one.exhibit)
    if one.source:
        yield say("origin_source"), shown(one.source)
    name = one.instrument_title.get(sayings.words.language) or one.instrument
    yield say("origin_request" if one.relation is None else "origin_earlier"), shown(f"{one.number} · {name}")
    for label, value in (
        ("origin_title", one.title),
        ("legal_basis", one.legal_basis),
        ("origin_country" if one.direction == "out" else "origin_requesting", _authority(one)),
        ("origin_sent", _moment(one.sent_at, sayings)),
        ("origin_answered", _moment(one.answered_at, sayings)),
        ("origin_item", _item(one, sayings)),
        ("origin_limits", one.conditions),
    ):
        if value:
            yield say(label), sayings.cut(value)


def _authority(one: ExportedOrigin) -> str:
    return f"{one.authority} ({one.country})" if one.authority else one.country


def _item(one: ExportedOrigin, sayings: Sayings) -> str | None:
    if one.item is None:
        return None
    connection = connection_words(Connection(**one.item_connection or {}), sayings.words.language)
    return " · ".join(part for part in (str(one.item), one.item_title, connection) if part)


def _moment(at: datetime | None, sayings: Sayings) -> str | None:
    return None if at is None else f"{sayings.moment(clock.rfc3339(at))} ({sayings.utc(clock.rfc3339(at))})"
