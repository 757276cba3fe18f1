"""The form and the views of labels. A QR code is told as the path of its dark modules, in units of one module."""

from itertools import groupby
from typing import Annotated, Any
from uuid import UUID

import segno
from pydantic import AfterValidator, Field, StringConstraints

from app.api.schemas import Form, View
from app.services.labels import Labelled

LabelCode = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(lambda text: text.upper().replace("-", "").replace(" ", "")),
    StringConstraints(pattern=r"^[2-9A-HJKMNP-TV-Z]{12}$"),
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


def _printed(code: str, origin: str) -> dict[str, Any]:
    url = f"{origin}/find/{code}"
    modules, path = _drawn(url)
    parted = "-".join(code[at : at + 4] for at in range(0, len(code), 4))
    return {"code": parted, "url": url, "modules": modules, "path": path}


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
