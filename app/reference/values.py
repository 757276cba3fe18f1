"""Values of a record with their identifiers, and those in which two documents of a record differ.

The identifier of a value is kind and key of its record and the place of the value: `languages`, `coverage.TRAFFIC`. A member of
a list that has a key of its own is named by it: `deadlines.EIO_DECISION`. Any other list is one value: `issuers`. A
verification does not change a value, and neither does another source. Not here: versions (`services/reference/versions.py`).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import JsonValue


class Value(NamedTuple):
    """A value and its source. `None`: not recorded."""

    value: JsonValue = None
    source: str | None = None


def values_of(document: JsonValue) -> Mapping[str, Value]:
    """Return the values of a record, given as its document, by their place in it; nothing for no record."""
    return dict(_values("", document))


def changes(former: JsonValue, document: JsonValue) -> Mapping[str, Value]:
    """Return the values in which the document of a record differs from the former one, as they are now."""
    old, new = values_of(former), values_of(document)
    places = [*new, *(one for one in old if one not in new)]
    return {one: new.get(one, Value()) for one in places if old.get(one, Value()).value != new.get(one, Value()).value}


def identifier(kind: str, key: str, field: str) -> str:
    """Return the identifier of a value, for example `instruments/EIO/deadlines.EIO_DECISION`."""
    return f"{kind}/{key}/{field}"


class Placed(NamedTuple):
    """A value where it stands in a document.

    Attributes:
        field: Its place, as the API names it: `deadlines.0`.
        identified_by: Its identifier within the record: `deadlines.EIO_DECISION`.
        sourced: The value with its source, as the document has it.
    """

    field: str
    identified_by: str
    sourced: Mapping[str, Any]


def placed_values(document: Mapping[str, Any]) -> Iterator[Placed]:
    """Yield every value of a document, each member of a list by itself, recorded or not."""
    for name, found in document.items():
        yield from _placed(name, name, found)


def _placed(field: str, identified_by: str, found: object) -> Iterator[Placed]:
    if isinstance(found, list):
        for place, one in enumerate(found):
            value = one.get("value") if isinstance(one, dict) else None
            own = value.get("key") if isinstance(value, dict) else None
            named = identified_by if own is None else f"{identified_by}.{own}"
            yield from _placed(f"{field}.{place}", named, one)
    elif isinstance(found, dict) and "verified_on" in found:
        yield Placed(field, identified_by, found)
    elif isinstance(found, dict):
        for name, inside in found.items():
            yield from _placed(f"{field}.{name}", f"{identified_by}.{name}", inside)


def _values(place: str, found: object) -> Iterator[tuple[str, Value]]:
    if isinstance(found, list):
        yield from _members(place, found)
    elif isinstance(found, dict) and "verified_on" in found:
        yield place, Value(found["value"], found["source"])
    elif isinstance(found, dict):
        for name, inside in found.items():
            yield from _values(f"{place}.{name}" if place else name, inside)


def _members(place: str, members: list[Any]) -> Iterator[tuple[str, Value]]:
    # A member that is not recorded has no key: it is left out.
    sourced = [one for one in members if isinstance(one, dict) and "verified_on" in one and one["value"] is not None]
    if not sourced:
        return
    if all(isinstance(one["value"], dict) and "key" in one["value"] for one in sourced):
        for one in sourced:
            yield f"{place}.{one['value']['key']}", Value(one["value"], one["source"])
    else:
        stated = [one["value"] for one in sourced]
        yield place, Value(stated, "; ".join(dict.fromkeys(one["source"] for one in sourced if one["source"])) or None)
