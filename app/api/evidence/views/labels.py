"""Forms and views of labels. A QR code is returned as an SVG path of its dark modules; the unit is one module."""

import re
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.api import qr_codes
from app.api.pagination import PageRequest, matched, position
from app.api.schemas import Form, Time, View
from app.services.evidence.blank_labels import Blank, LabelPosition
from app.services.evidence.labels import Labelled

LabelCode = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(lambda text: text.upper().replace("-", "").replace(" ", "")),
    StringConstraints(pattern=r"^[2-9A-HJKMNP-TV-Z]{12}$"),
]


_CURSOR: Final = re.compile(r"(?P<sheet>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?P<code>[2-9A-HJKMNP-TV-Z]{12})")


LabelBeginning = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(lambda text: text.upper().replace("-", "").replace(" ", "")),
    StringConstraints(pattern=r"^[2-9A-HJKMNP-TV-Z]{0,12}$"),
]


class BlanksForm(Form):
    """The number of blank labels."""

    count: Annotated[int, Field(ge=1, le=100)]


class LabelsForm(Form):
    """The exhibits, and the number of labels for each."""

    evidence: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=100)]
    copies: Annotated[int, Field(ge=1, le=100)] = 1


class LabelView(View):
    """A label: number, code, and the QR code of `url`.

    It is `modules` wide and high, and `path` draws its dark modules.
    """

    evidence: UUID
    exhibit_number: str
    code: str
    url: str
    modules: int
    path: str


class LabelsView(View):
    """One label for each given exhibit, in the given order."""

    items: list[LabelView]


class BlankView(View):
    """A blank label: its code, and the QR code of `url`, as on other labels."""

    code: str
    url: str
    modules: int
    path: str


class BlanksView(View):
    """A sheet of blank labels."""

    items: list[BlankView]


class VoidView(View):
    """Declaration that a label is void: by whom, when, and why."""

    by: str
    at: Time
    reason: str


class BlankLabelView(View):
    """An unused label. `void`: set if it can never be used."""

    code: str
    sheet: UUID
    printed_by: str
    printed_at: Time
    void: VoidView | None
    version: int


class FoundView(View):
    """The exhibit with this code or number."""

    evidence: UUID
    exhibit_number: str


def label_view(label: Labelled, origin: str) -> LabelView:
    """Return the view of a label. Its address is on this server, which requires sign-in."""
    return LabelView(evidence=label.evidence, exhibit_number=label.exhibit_number, **_printed(label.code, origin))


def blank_view(code: str, origin: str) -> BlankView:
    """Return the view of a blank label. Its address finds nothing until the label is used."""
    return BlankView(**_printed(code, origin))


def blank_label_view(blank: Blank) -> BlankLabelView:
    """Return the view of an unused label for members of its party."""
    row, void = blank.row, None
    if row.voided_at is not None:
        void = VoidView(by=blank.voided_by or "", at=row.voided_at, reason=row.void_reason or "")
    return BlankLabelView(
        code=_parted(row.code),
        sheet=row.sheet,
        printed_by=blank.printed_by,
        printed_at=row.printed_at,
        void=void,
        version=row.version,
    )


def cursor_of(blank: Blank) -> str:
    """Return the cursor of the page after this label."""
    return f"{blank.row.sheet}.{blank.row.code}"


def requested(cursor: str | None, limit: int) -> PageRequest[LabelPosition]:
    """Return the requested page of blank labels. Raises `Malformed` for an invalid cursor."""
    return PageRequest(position(cursor, _behind), limit)


def _behind(cursor: str) -> LabelPosition:
    found = matched(_CURSOR, cursor)
    return LabelPosition(UUID(found["sheet"]), found["code"])


def _printed(code: str, origin: str) -> dict[str, Any]:
    url = f"{origin}/find/{code}"
    modules, path = qr_codes.drawn(url, error="q")
    return {"code": _parted(code), "url": url, "modules": modules, "path": path}


def _parted(code: str) -> str:
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
