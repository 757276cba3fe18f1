"""The forms and views of openings, and the links that they hand out."""

from typing import Any, Literal, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app import clock
from app.access.decisions import Act, Purpose
from app.api.schemas import Form, Line, Paragraph, Time, View
from app.identity.links import STARTS_WITHIN, Links
from app.services.copies import Keeping
from app.services.openings import Intent, Opened


class OpeningForm(Form):
    """What one tries, for which purpose, and why. `acknowledged`: the H3 text was read.

    Who takes the original says who keeps it (`custodian`) and under which `file_number` of a national file.
    """

    act: Literal["open", "take", "verify"]
    purpose: Purpose
    justification: Paragraph
    acknowledged: bool = False
    custodian: Line | None = None
    file_number: Line | None = None

    @model_validator(mode="after")
    def _says_who_keeps_it(self) -> Self:
        for name in ("custodian", "file_number"):
            if (self.act == "take") != (getattr(self, name) is not None):
                told = (
                    "say who keeps the original and its national file number"
                    if self.act == "take"
                    else "reading takes nothing"
                )
                raise PydanticCustomError("keeping", told, {"field": name})
        return self

    def intent(self) -> Intent:
        """For the service."""
        keeping = None if self.custodian is None else Keeping(self.custodian, self.file_number or "")
        return Intent(Act(self.act), self.purpose, self.justification, self.acknowledged, keeping)


class PageView(View):
    """A page made for reading."""

    page: int
    media_type: str
    link: str


class OpenedFileView(View):
    """A file of an opening. `link`: the original when taken, the first page when opened; to be started before `expires_at`."""

    id: UUID
    name: str
    size_bytes: int
    sha256: str
    media_type: str | None
    link: str
    expires_at: Time
    renditions: list[PageView]


class OpeningView(View):
    """An opening: usable until `expires_at`; its links are renewed by reading it again."""

    id: UUID
    act: Literal["open", "take", "verify"]
    purpose: Purpose
    opened_at: Time
    expires_at: Time
    files: list[OpenedFileView]


def opening_view(opened: Opened, links: Links) -> OpeningView:
    """An opening with fresh links."""
    opening = opened.opening
    until = min(clock.now() + STARTS_WITHIN, opening.expires_at)
    base = f"/api/jits/{opening.jit}/evidence/{opening.evidence}/openings/{opening.id}/files"

    def link(path: str) -> str:
        return f"{path}?{links.sign(path, str(opening.session), until)}"

    def file_view(file: Any) -> OpenedFileView:  # noqa: ANN401 - a row of `files`
        pages = [
            PageView(
                page=rendition.page,
                media_type=rendition.media_type,
                link=link(f"{base}/{file.id}/pages/{rendition.page}"),
            )
            for rendition in opened.renditions
            if rendition.file == file.id
        ]
        return OpenedFileView(
            id=file.id,
            name=file.name,
            size_bytes=file.size_bytes,
            sha256=file.sha256,
            media_type=file.media_type,
            link=pages[0].link if pages else link(f"{base}/{file.id}"),
            expires_at=until,
            renditions=pages,
        )

    return OpeningView(
        id=opening.id,
        act=opening.act,
        purpose=Purpose(opening.purpose),
        opened_at=opening.opened_at,
        expires_at=opening.expires_at,
        files=[file_view(file) for file in opened.files],
    )
