"""Forms and views of exhibits. Their codes are explained in `docs/architecture.md`.

Not here: routes (`api/evidence/evidence.py`).
"""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from app.access.exhibit_fields import FIELDS, HANDLING_TEXT, OBTAINED
from app.access.sharing.decisions import Level
from app.access.sharing.derivations import MOST
from app.api import schemas
from app.api.evidence.views.access import MayView, may_view
from app.api.evidence.views.declared_hashes import DeclaredHash
from app.api.evidence.views.derivations import DerivationForm, demand_different
from app.api.evidence.views.evaluation import EvaluationForm, EvaluationView
from app.api.evidence.views.fields import DescriptionFields, ObtainedView, RegistrationFields
from app.api.evidence.views.labels import LabelCode
from app.api.evidence.views.use_limits import UseLimitView, use_limit_view
from app.api.schemas import Code, Justification, Paragraph, Time, View
from app.api.sharing.views.releases import LevelWord, PartyTermsForm, ReleaseView, release_view
from app.models import File
from app.services.evidence import evaluations
from app.services.evidence.exhibits import ExhibitDetails
from app.services.evidence.registration import Registration

Kind = Literal["physical", "image", "digital_original", "working_copy", "extract", "report", "translation"]
Category = Literal[
    "device",
    "disk_image",
    "phone_extraction",
    "subscriber_data",
    "traffic_data",
    "content_data",
    "interception",
    "financial",
    "crypto_asset",
    "osint",
    "statement",
    "document",
    "photograph",
    "recording",
    "network_capture",
    "malware",
    "biometric",
    "other",
]
Handling = Literal["H0", "H1", "H2", "H3"]
Tlp = Literal["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"]
Status = Literal["active", "withdrawn", "erased"]
Retention = Literal["TRANSFER", "POOL"]
Zone = schemas.Zone

#: Fields that the service takes as one group.
_OBTAINED = {one.name for one in OBTAINED if one is not HANDLING_TEXT}


class EvidenceForm(RegistrationFields):
    """An exhibit with its releases. Without `releases`, default sharing rules apply.

    `derived_from`: the parents, whose strictest marks it inherits. `retention`: if omitted, the agreed rule. `joint`:
    parties that obtained it together with the caller's. `label`: code of a blank label of the caller's party that is on
    the exhibit. `content_language`: main language of its content; omitted: not recorded. `privilege_checked`: confirms
    that the content was checked and holds nothing privileged. With `false`, an exhibit that other parties
    get is refused, unless `may_hold_privileged` asks for a privilege review. Omitted: a program that does not ask.
    """

    kind: Kind
    category: Category
    handling: tuple[Handling, ...] = ("H0",)
    handling_text: Annotated[Paragraph | None, Field(validate_default=True)] = None
    tlp: Tlp = "AMBER"
    evaluation: EvaluationForm = EvaluationForm()
    declared_hashes: tuple[DeclaredHash, ...] = ()
    may_hold_privileged: bool = False
    privilege_checked: bool | None = None
    derived_from: Annotated[tuple[DerivationForm, ...], Field(max_length=MOST), AfterValidator(demand_different)] = ()
    releases: list[PartyTermsForm] | None = None
    retention: Retention | None = None
    joint: Annotated[tuple[Code, ...], Field(max_length=20)] = ()
    label: LabelCode | None = None

    @field_validator("handling")
    @classmethod
    def _handling_is_whole(cls, codes: tuple[Handling, ...]) -> tuple[Handling, ...]:
        if not codes or len(set(codes)) != len(codes):
            raise ValueError("Choose at least one code, each only once.")
        if "H0" in codes and len(codes) > 1:
            raise ValueError("H0 cannot be combined. H1, H2 and H3 can be combined.")
        return codes

    @field_validator("handling_text")
    @classmethod
    def _stands_with_h3(cls, text: str | None, form: ValidationInfo) -> str | None:
        if "handling" in form.data and ("H3" in form.data["handling"]) != (text is not None):
            raise ValueError("H3 requires a text to acknowledge; the other codes have none.")
        return text

    def registration(self) -> Registration:
        """Return the exhibit as the service takes it."""
        apart = {"releases", "evaluation", "derived_from"} | _OBTAINED
        return Registration(
            **self.model_dump(include=EvidenceForm.model_fields.keys() - apart),
            obtained=self.model_dump(include=_OBTAINED),
            evaluation=self.evaluation.evaluation(),
            derived_from=[one.named() for one in self.derived_from],
            releases=None if self.releases is None else [one.terms(one.party) for one in self.releases],
        )


class DescriptionForm(DescriptionFields):
    """A correction. Omitted fields stay unchanged. Optional values can be emptied, with null."""

    reason: Justification

    @field_validator(*(one.name for one in FIELDS if one.editable and one.required))
    @classmethod
    def _is_not_emptied(cls, value: str | None) -> str | None:
        if value is None:
            raise ValueError("This value cannot be empty.")
        return value

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.changes():
            raise PydanticCustomError("no_change", "Change at least one value.", {"field": "title"})
        return self

    def changes(self) -> dict[str, Any]:
        """Return the given fields."""
        return self.model_dump(include=self.model_fields_set - {"reason"})


class EvidenceSummary(View):
    """An exhibit in a list, as far as "metadata only" shows it. `released_to`: parties that the reader may know of."""

    id: UUID
    exhibit_number: str
    originator: str
    title: str
    kind: Kind
    category: Category
    handling: list[Handling]
    tlp: Tlp
    status: Status
    registered_at: Time
    level: LevelWord
    mine: bool
    files_count: int
    files_bytes: int
    released_to: list[str]
    version: int


class FileView(View):
    """A file as declared and as received. Only the originator's party sees a file that is not ready.

    `scan`: result of the malware scanner, null if the file was not scanned. `finding`: the scanner's name of what it
    found. `scanner`: its version with that of its signatures.
    """

    id: UUID
    name: str
    size_bytes: int
    received_bytes: int
    sha256: str | None
    declared_sha256: str | None
    state: Literal["uploading", "ready", "hash_differs", "discarded", "erased"]
    media_type: str | None
    has_rendition: bool
    rendition_pending: bool
    scan: Literal["clean", "found", "too_large"] | None
    finding: str | None
    scanner: str | None
    scanned_at: Time | None
    received_at: Time | None
    expires_at: Time | None
    uploaded_by: str
    version: int


class EarlierOriginView(View):
    """A request that the request of the exhibit follows. `relation`: how, such as `production`."""

    id: UUID
    number: str
    title: str | None
    instrument: str
    instrument_title: dict[str, str]
    relation: str


class OriginView(View):
    """A legal request by which the exhibit came. `item`: number of the item that it answers.

    `conditions`: limits of use that came with the answer. `answered_at`: when the item, or else the request, was
    answered. `earlier`: requests that it follows, such as the preservation of the data.
    """

    id: UUID
    number: str
    title: str | None
    instrument: str
    instrument_title: dict[str, str]
    country: str
    item: int | None
    item_title: str | None
    legal_basis: str | None
    conditions: str | None
    sent_at: Time | None
    answered_at: Time | None
    earlier: list[EarlierOriginView]


class SightView(View):
    """Releases and copies of an exhibit that the reader sees: `all`, only those of the `own` party, or `none`.

    An empty list with `none` does not mean that there are none.
    """

    releases: Literal["all", "own", "none"]
    copies: Literal["all", "own", "none"]


class EvidenceView(EvidenceSummary, ObtainedView):
    """One exhibit. Fields from `description` to `files` are null or empty if the reader may not read them.

    `verification` null: no approval is needed. `privilege` null: nobody flagged it. `joint`: parties that obtained it
    together with the originator, which keeps it. `requests`: legal requests by which it came. `limits_of_use`: what the
    providing authority allows (speciality).
    """

    verification: Literal["waiting", "passed", "refused"] | None
    privilege: Literal["unchecked", "cleared", "privileged"] | None
    joint: list[str]
    evaluation: EvaluationView | None
    declared_hashes: list[DeclaredHash] | None
    registered_by: str | None
    files: list[FileView]
    releases: list[ReleaseView]
    requests: list[OriginView]
    limits_of_use: list[UseLimitView]
    sees: SightView
    may: MayView


def file_view(file: File, uploaded_by: str) -> FileView:
    """Return the view of a file."""
    return FileView(
        id=file.id,
        name=file.name,
        size_bytes=file.size_bytes,
        received_bytes=file.received_bytes,
        sha256=file.sha256,
        declared_sha256=file.declared_sha256,
        state=file.state,
        media_type=file.media_type,
        has_rendition=file.renditions == "made",
        rendition_pending=file.renditions == "pending",
        scan=file.scan,
        finding=file.finding,
        scanner=file.scanner,
        scanned_at=file.scanned_at,
        received_at=file.received_at,
        expires_at=file.expires_at,
        uploaded_by=uploaded_by,
        version=file.version,
    )


def evidence_view(details: ExhibitDetails, party: UUID | None) -> EvidenceView:
    """Return the full view of an exhibit for a member."""
    row, obtained, roster = details.evidence, details.provenance, details.roster
    return EvidenceView(
        **{name: getattr(row, name) for name in _LISTED},
        originator=roster.party_code(row.originator),
        level=Level(details.level).word,
        mine=row.originator == party,
        verification=row.verification,
        privilege=row.privilege,
        joint=sorted(roster.party_code(one) for one in row.joint or ()),
        released_to=sorted(roster.party_code(release.party) for release in details.releases),
        **{one.name: getattr(obtained, one.name, None) for one in OBTAINED},
        evaluation=EvaluationView.model_validate(evaluations.read_columns(obtained)) if obtained else None,
        declared_hashes=obtained.declared_hashes if obtained else None,
        registered_by=roster.seat_code(row.registered_by) if obtained else None,
        files=[file_view(file, roster.seat_code(file.uploaded_by)) for file in details.files],
        releases=[release_view(release, roster) for release in details.releases],
        requests=[OriginView.model_validate(one) for one in details.origins],
        limits_of_use=[use_limit_view(one) for one in details.limits],
        sees=SightView.model_validate(details.sees),
        may=may_view(details.decisions),
    )


_LISTED = (
    "id",
    "exhibit_number",
    "title",
    "kind",
    "category",
    "handling",
    "tlp",
    "status",
    "registered_at",
    "files_count",
    "files_bytes",
    "version",
)
