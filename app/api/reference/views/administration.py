"""Forms and views for operators: changes of values, files for export and import, and the history."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, JsonValue

from app.api.schemas import Form, Line, Time, View
from app.reference.catalogue import (
    CountryCard,
    DirectoryEntry,
    Instrument,
    ProviderCard,
    ReferenceKind,
)
from app.reference.codes import CodeList
from app.reference.sourced import PastDay, Quality, Text
from app.reference.treaties import Treaty
from app.services.reference import comparison
from app.services.reference.changes import Change, Difference
from app.services.reference.comparison import Compared, Comparison, Pack
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


class ReferencePack(Form):
    """Files of several kinds of reference data, at most one of each kind."""

    instruments: InstrumentsFile | None = None
    countries: CountriesFile | None = None
    providers: ProvidersFile | None = None
    directory: DirectoryFile | None = None
    treaties: TreatiesFile | None = None
    codes: CodesFile | None = None

    def records(self) -> Pack:
        """Return the records of each file by kind."""
        files = {kind: getattr(self, kind) for kind in ReferenceKind}
        return {kind: file.entries for kind, file in files.items() if file is not None}


class ReferencePreviewForm(Form):
    """A pack to be compared with the stored records."""

    pack: ReferencePack


Chosen = Annotated[
    list[Annotated[Line, Field(description="A difference, for example `countries/NL/zone`.")]], Field(max_length=20_000)
]


class ReferenceImportForm(ReferencePreviewForm):
    """A pack to be imported.

    `digest`: that of the preview; the import is refused once the preview would be another one. `keep`: differences of which the
    stored value stays. `replace`: differences that replace a protected value; other protected values stay.
    """

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    keep: Chosen = Field(default_factory=list)
    replace: Chosen = Field(default_factory=list)


class DifferenceView(View):
    """A value in which a record of the pack differs from the stored one.

    `name`: names it in an import. `field`: empty for a new record. `change`: what the pack does to the value. `protected`: a person
    verified the stored value here, or recorded the test call; it stays unless the import replaces it by name.
    """

    name: str
    field: str
    change: Literal["added", "changed", "removed"]
    former: JsonValue
    value: JsonValue
    protected: bool


class ComparedRecordView(View):
    """A record that an import would add or change."""

    kind: ReferenceKind
    key: str
    state: Literal["added", "changed"]
    differences: list[DifferenceView]


class MissingRecordView(View):
    """A stored record that is not in the file of its kind. It stays."""

    kind: ReferenceKind
    key: str


class ReferencePreviewView(View):
    """Preview of the import of a pack. `unchanged`: number of its records without a difference."""

    digest: str
    records: list[ComparedRecordView]
    unchanged: int
    missing: list[MissingRecordView]


class ReferenceImportView(View):
    """Result of an import. `added`, `changed`: numbers of records. `kept`: number of values that differ and stay."""

    added: int
    changed: int
    kept: int


class ReferenceChangeView(View):
    """A change in the history of a record. `act`: `added`, `changed`, `verified`, `imported` or `tested`."""

    id: UUID
    field: str
    act: str
    former: JsonValue
    value: JsonValue
    at: Time
    operator: str


def preview_view(seen: Comparison) -> ReferencePreviewView:
    """Return the view of a comparison."""
    return ReferencePreviewView(
        digest=seen.digest,
        records=[
            ComparedRecordView(
                kind=one.kind,
                key=one.key,
                state=one.state,
                differences=[_difference(one, each) for each in one.differences],
            )
            for one in seen.records
            if one.state != "unchanged"
        ],
        unchanged=sum(one.state == "unchanged" for one in seen.records),
        missing=[MissingRecordView(kind=kind, key=key) for kind, key in seen.missing],
    )


def import_view(done: Imported) -> ReferenceImportView:
    """Return the view of an import."""
    return ReferenceImportView.model_validate(done)


def change_view(one: Change) -> ReferenceChangeView:
    """Return the view of a change."""
    return ReferenceChangeView.model_validate(one)


def _difference(one: Compared, difference: Difference) -> DifferenceView:
    recorded = _is_recorded(difference.former), _is_recorded(difference.value)
    return DifferenceView(
        name=one.identifier(difference),
        field=difference.field,
        change="added" if not recorded[0] else "changed" if recorded[1] else "removed",
        former=difference.former,
        value=difference.value,
        protected=comparison.is_protected(difference),
    )


def _is_recorded(value: JsonValue) -> bool:
    """Return whether there is a value; a sourced one without a value is not recorded."""
    return (value["value"] if isinstance(value, dict) and "verified_on" in value else value) is not None
