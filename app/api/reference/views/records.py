"""Views of the reference data: each value with its source, and whether it is verified or stale."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from app.api.schemas import Time
from app.reference.catalogue import CountryCard, DirectoryEntry, Instrument, ProviderCard, TestCall
from app.reference.codes import CodeList
from app.reference.sourced import Record, Sourced
from app.reference.treaties import Treaty
from app.services.reference.records import Stored

Of = TypeVar("Of", bound=Record)


class _State(BaseModel):
    """State of a record. `unverified`: number of recorded values that nobody verified. `changed_at`: null as shipped."""

    version: int
    changed_at: Time | None
    unverified: int
    stale: bool


class InstrumentView(Instrument, _State):
    """An instrument. `stale`: a verification is more than a year old."""


class CountryView(CountryCard, _State):
    """A country card. `stale`: a verification is more than a year old."""


class ProviderView(ProviderCard, _State):
    """A provider card. `stale`: a verification is more than a year old."""


class ContactView(DirectoryEntry, _State):
    """A contact of the directory. `stale`: a verification or the last test call is more than a year old."""


class TreatyView(Treaty, _State):
    """A treaty with its parties. `stale`: a verification is more than a year old."""


class CodeListView(CodeList, _State):
    """A list of codes. `stale`: a verification is more than a year old."""


RecordView = InstrumentView | CountryView | ProviderView | ContactView | TreatyView | CodeListView


def instrument_view(one: Stored[Instrument]) -> InstrumentView:
    """Return the view of an instrument."""
    return InstrumentView(**_parts(one))


def country_view(one: Stored[CountryCard]) -> CountryView:
    """Return the view of a country card."""
    return CountryView(**_parts(one))


def provider_view(one: Stored[ProviderCard]) -> ProviderView:
    """Return the view of a provider card."""
    return ProviderView(**_parts(one))


def contact_view(one: Stored[DirectoryEntry]) -> ContactView:
    """Return the view of a contact."""
    return ContactView(**_parts(one))


def treaty_view(one: Stored[Treaty]) -> TreatyView:
    """Return the view of a treaty."""
    return TreatyView(**_parts(one))


def code_list_view(one: Stored[CodeList]) -> CodeListView:
    """Return the view of a list of codes."""
    return CodeListView(**_parts(one))


def record_view(one: Stored[Record]) -> RecordView:
    """Return the view of a record, by its type."""
    return _VIEWS[type(one.record)](**_parts(one))


def _parts(one: Stored[Of]) -> dict[str, Any]:
    values = list(_values(one.record))
    test = getattr(one.record, "last_test", None)
    return dict(one.record) | {
        "version": one.version,
        "changed_at": one.changed_at,
        "unverified": sum(value.value is not None and not value.verified for value in values),
        "stale": any(value.stale for value in values) or (isinstance(test, TestCall) and test.stale),
    }


def _values(inside: object) -> Iterator[Sourced[object]]:
    if isinstance(inside, Sourced):
        yield inside
    elif isinstance(inside, BaseModel):
        for _, value in inside:
            yield from _values(value)
    elif isinstance(inside, dict):
        for value in inside.values():
            yield from _values(value)
    elif isinstance(inside, list | tuple):
        for value in inside:
            yield from _values(value)


_VIEWS: Final[Mapping[type[Record], type[RecordView]]] = {
    Instrument: InstrumentView,
    CountryCard: CountryView,
    ProviderCard: ProviderView,
    DirectoryEntry: ContactView,
    Treaty: TreatyView,
    CodeList: CodeListView,
}
