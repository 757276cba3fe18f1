"""Forms and views for importing a CASE document."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StringConstraints

from app.access.exhibit_fields import BY_NAME
from app.api.evidence.views.bulk import RegisteredView, registered_view
from app.api.evidence.views.declared_hashes import DeclaredHash
from app.api.evidence.views.evidence import Category, Handling, Kind, Tlp
from app.api.schemas import FileName, Form, Line, Moment, View, Zone
from app.services.evidence.case_documents import MOST_BYTES
from app.services.evidence.imports import Imported, ImportRequest, Preview


def _whole(codes: tuple[Handling, ...]) -> tuple[Handling, ...]:
    if not codes or len(set(codes)) != len(codes) or ("H0" in codes and len(codes) > 1):
        raise ValueError("Choose at least one code, each only once. H0 cannot be combined.")
    if "H3" in codes:
        raise ValueError("H3 requires a text for each exhibit. Register these exhibits one by one.")
    return codes


class ImportForm(Form):
    """A CASE/UCO document (JSON-LD, as text), and the data that it lacks. Releases follow the default sharing rules.

    `privilege_checked`: confirms that the content was checked and holds nothing privileged. With `false`, exhibits that
    these rules share are refused.
    """

    name: FileName
    document: Annotated[str, StringConstraints(min_length=2, max_length=MOST_BYTES)]
    acquired_at: Moment
    acquired_zone: Zone | None = None
    acquired_by: Line
    place: Line
    legal_basis: Line
    handling: Annotated[tuple[Handling, ...], AfterValidator(_whole)] = ("H0",)
    tlp: Tlp = "AMBER"
    privilege_checked: bool | None = None

    def wanted(self) -> ImportRequest:
        """Return the import as the service takes it."""
        common = self.model_dump(include={"handling", "tlp", "privilege_checked"})
        obtained = self.model_dump(include=set(ImportForm.model_fields) & BY_NAME.keys())
        rest = {"obtained": obtained, "handling_text": None, "releases": None}
        return ImportRequest(self.name, self.document, common | rest)


class ImportNowForm(ImportForm):
    """The same data as in the preview, with the preview's `token`."""

    token: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class ImportedActView(View):
    """An act recorded in the document, in its own words and times."""

    action: str
    performer: str | None
    instrument: str | None
    location: str | None
    environment: str | None
    started_at: str | None
    ended_at: str | None
    description: str | None


class PlannedExhibitView(View):
    """An exhibit that would be created. `acts`: in the order in which its custody would list them."""

    node: str
    source_number: str | None
    title: str
    description: str | None
    category: Category
    kind: Kind
    hashes: list[DeclaredHash]
    objects: list[dict[str, str]]
    acts: list[ImportedActView]


class UnmappedView(View):
    """A part of the document that cannot be mapped: nodes of a type, or a statement.

    It remains in the stored document.
    """

    what: str
    why: Literal["no_place", "no_exhibit", "hash", "contradicts"]
    count: int
    nodes: list[str]


class ImportPreviewView(View):
    """Exhibits that an import would create.

    `known_as`: exhibits of the caller's party that already hold this document.
    """

    sha256: str
    size_bytes: int
    known_as: list[str]
    exhibits: list[PlannedExhibitView]
    unmapped: list[UnmappedView]
    warnings: list[str]
    token: str


class ImportedView(View):
    """The exhibit that holds the document, and the exhibits created from it."""

    document: RegisteredView
    items: list[RegisteredView]


def preview_view(seen: Preview) -> ImportPreviewView:
    """Return the view of a preview."""
    plan: dict[str, Any] = {name: getattr(seen.plan, name) for name in ("exhibits", "unmapped", "warnings")}
    rest = {name: getattr(seen, name) for name in ("sha256", "size_bytes", "known_as", "token")}
    return ImportPreviewView.model_validate(rest | plan)


def imported_view(made: Imported) -> ImportedView:
    """Return the view of what was created."""
    return ImportedView(document=registered_view(made.document), items=[registered_view(row) for row in made.exhibits])
