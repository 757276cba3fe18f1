"""The form and the views of labels. A QR code is told as the path of its dark modules, in units of one module."""

import re
from itertools import groupby
from typing import Annotated, Any, Final
from uuid import UUID

import segno
from pydantic import AfterValidator, Field, StringConstraints

from app.api.schemas import Form, Time, View
from app.errors import Malformed
from app.services.blank_labels import Behind, Blank
from app.services.labels import Labelled

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
    """How many labels that nothing bears yet."""

    count: Annotated[int, Field(ge=1, le=100)]


class LabelsForm(Form):
    """For which exhibits, and how many labels of each."""

    evidence: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=100)]
    copies: Annotated[int, Field(ge=1, le=100)] = 1


class LabelView(View):
    """What stands on a label: number, code, and the QR code of `url`: `modules` wide and high, its dark ones as the `path` of an SVG."""

    evidence: UUID
    exhibit_number: str
    code: str
    url: str
    modules: int
    path: str


class LabelsView(View):
    """A label for each exhibit that was named, in that order."""

    items: list[LabelView]


class BlankView(View):
    """What stands on a blank: its code, and the QR code of `url`, as on any label."""

    code: str
    url: str
    modules: int
    path: str


class BlanksView(View):
    """A sheet of blanks."""

    items: list[BlankView]


class VoidView(View):
    """By whose word a label is void, since when and why."""

    by: str
    at: Time
    reason: str


class BlankLabelView(View):
    """A label that nothing bears. `void`: nothing ever will."""

    code: str
    sheet: UUID
    printed_by: str
    printed_at: Time
    void: VoidView | None
    version: int


class FoundView(View):
    """The exhibit that bears the code or number."""

    evidence: UUID
    exhibit_number: str


def label_view(label: Labelled, origin: str) -> LabelView:
    """A label; its address is of this server, where somebody asks again who is signed in."""
    return LabelView(evidence=label.evidence, exhibit_number=label.exhibit_number, **_printed(label.code, origin))


def blank_view(code: str, origin: str) -> BlankView:
    """A blank: it leads to the same place, where there is nothing yet."""
    return BlankView(**_printed(code, origin))


def blank_label_view(blank: Blank) -> BlankLabelView:
    """As its party's people read it."""
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


def cursor_of(view: BlankLabelView) -> str:
    """Behind this one."""
    return f"{view.sheet}.{view.code.replace('-', '')}"


def behind(cursor: str | None) -> Behind | None:
    """What a cursor says. Raises `Malformed` for what no list of ours gave."""
    if cursor is None:
        return None
    said = _CURSOR.fullmatch(cursor)
    if said is None:
        raise Malformed("This cursor is not one that a list gave.", field="cursor")
    return Behind(UUID(said["sheet"]), said["code"])


def _printed(code: str, origin: str) -> dict[str, Any]:
    url = f"{origin}/find/{code}"
    modules, path = _drawn(url)
    return {"code": _parted(code), "url": url, "modules": modules, "path": path}


def _parted(code: str) -> str:
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _drawn(text: str) -> tuple[int, str]:
    """A QR code (ISO/IEC 18004, a quarter of it may be lost) as its width and the runs of its dark modules."""
    matrix = segno.make_qr(text, error="q", boost_error=False).matrix
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, group in groupby(row):
            width = len(list(group))
            if dark:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return len(matrix), "".join(runs)
