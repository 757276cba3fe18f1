"""Forms and views for operators: changes of values, files for export and import, and the history."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, JsonValue

from app.api.schemas import Form, Line, Time, View
from app.reference.catalogue import (
    CountryCard,
    DirectoryEntry,
    Instrument,
    ProviderCard,
)
from app.reference.codes import CodeList
from app.reference.sourced import PastDay, Quality, Text
from app.reference.treaties import Treaty
from app.services.reference.changes import Change, Difference
from app.services.reference.files import Imported

Place = Annotated[
    Line, Field(description="Place of the value in the record, for example `languages` or `deadlines.0`.")
]


class ValueForm(Form):
    """A new value with its source. `value`: null for "not recorded". `declared_on`: day of the declaration or text."""

    field: Place
    value: JsonValue
    source: Line | None
    quality: Quality | None = None
    declared_on: PastDay | None = None


class VerificationForm(Form):
    """Verification of a value: the name of the person who compared it with the source, and the day.

    `verified_against`: what the person compared with the value, as text or address.
    """

    field: Place
    verified_by: Line
    verified_on: PastDay
    verified_against: Text


class TestCallForm(Form):
    """A test call of a contact. `reached`: whether somebody answered."""

    tested_on: PastDay
    tested_by: Line
    reached: bool
    note: Text | None = None


class InstrumentsFile(Form):
    """File of instruments."""

    format: Literal[1]
    kind: Literal["instruments"]
    entries: list[Instrument]


class CountriesFile(Form):
    """File of country cards."""

    format: Literal[1]
    kind: Literal["countries"]
    entries: list[CountryCard]


class ProvidersFile(Form):
    """File of provider cards."""

    format: Literal[1]
    kind: Literal["providers"]
    entries: list[ProviderCard]


class DirectoryFile(Form):
    """File of contacts."""

    format: Literal[1]
    kind: Literal["directory"]
    entries: list[DirectoryEntry]


class TreatiesFile(Form):
    """File of treaties."""

    format: Literal[1]
    kind: Literal["treaties"]
    entries: list[Treaty]


class CodesFile(Form):
    """File of lists of codes."""

    format: Literal[1]
    kind: Literal["codes"]
    entries: list[CodeList]


ReferenceFile = Annotated[
    InstrumentsFile | CountriesFile | ProvidersFile | DirectoryFile | TreatiesFile | CodesFile,
    Field(discriminator="kind"),
]


class DifferenceView(View):
    """A place at which a record changes. `field`: empty for the whole record."""

    field: str
    former: JsonValue
    value: JsonValue


class ImportedRecordView(View):
    """Result of an import for one record."""

    key: str
    state: Literal["added", "changed", "unchanged"]
    differences: list[DifferenceView]


class ReferenceImportView(View):
    """Result of an import, or of its preview. Records that the file does not contain stay as they are."""

    records: list[ImportedRecordView]


class ReferenceChangeView(View):
    """A change in the history of a record. `act`: `added`, `changed`, `verified`, `imported` or `tested`."""

    id: UUID
    field: str
    act: str
    former: JsonValue
    value: JsonValue
    at: Time
    operator: str


def import_view(done: Sequence[Imported]) -> ReferenceImportView:
    """Return the view of an import."""
    return ReferenceImportView(
        records=[
            ImportedRecordView(
                key=one.key, state=one.state, differences=[_difference(each) for each in one.differences]
            )
            for one in done
        ]
    )


def change_view(one: Change) -> ReferenceChangeView:
    """Return the view of a change."""
    return ReferenceChangeView.model_validate(one)


def _difference(one: Difference) -> DifferenceView:
    return DifferenceView.model_validate(one)
