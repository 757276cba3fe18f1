"""Forms and views of access events, and the links that they contain."""

from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app import clock
from app.access.sharing.decisions import Act, Purpose
from app.api.schemas import Form, Justification, Line, Time, View
from app.identity.links import STARTS_WITHIN, Links
from app.models import File, WorkingSession
from app.services.custody.copies import Keeping
from app.services.custody.openings import Intent, Opened
from app.vault import zips


class OpeningForm(Form):
    """The kind of access, its purpose and its reason. `acknowledged`: the H3 text was read.

    `accepts_findings`: the caller knows that the malware scanner found something in a file, and downloads it anyway.

    Omit `purpose` and `justification` if the caller's working session states them. `working_session` then names the
    expected session, so that no other one is used by mistake. A download requires the custodian of the copy and its
    national `file_number`. With `each_file`, a download is recorded with one entry for each file, as for a ZIP of them.
    """

    act: Literal["open", "take", "verify", "filter"]
    purpose: Purpose | None = None
    justification: Justification | None = None
    working_session: UUID | None = None
    acknowledged: bool = False
    custodian: Line | None = None
    file_number: Line | None = None
    each_file: bool = False
    accepts_findings: bool = False

    @model_validator(mode="after")
    def _demand_custodian(self) -> Self:
        for name in ("custodian", "file_number"):
            if (self.act == "take") != (getattr(self, name) is not None):
                problem = (
                    "Enter the custodian of the original and the national file number."
                    if self.act == "take"
                    else "Not used for viewing."
                )
                raise PydanticCustomError("keeping", problem, {"field": name})
        return self

    @model_validator(mode="after")
    def _demand_one_justification(self) -> Self:
        stated = {name: getattr(self, name) is not None for name in ("purpose", "justification")}
        for name, is_stated in stated.items():
            if any(stated.values()) and not is_stated:
                raise PydanticCustomError("missing", "Required.", {"field": name})
        if self.working_session is not None and self.states_purpose:
            problem = "Purpose and justification come from the working session. Remove them, or do not use the session."
            raise PydanticCustomError("said_twice", problem, {"field": "working_session"})
        return self

    @property
    def states_purpose(self) -> bool:
        """Return whether the form itself states purpose and reason."""
        return self.purpose is not None and self.justification is not None

    def intent(self, within: WorkingSession | None) -> Intent:
        """Return the access as the service takes it.

        `within`: the working session that states purpose and reason, if any.
        """
        keeping = None if self.custodian is None else Keeping(self.custodian, self.file_number or "")
        purpose, justification = self.purpose, self.justification
        if within is not None:
            purpose, justification = Purpose(within.purpose), within.justification
        assert purpose is not None
        assert justification is not None
        return Intent(
            Act(self.act),
            purpose,
            justification,
            acknowledged=self.acknowledged,
            keeping=keeping,
            within=within,
            each_file=self.each_file,
            accepts_findings=self.accepts_findings,
        )


class PageView(View):
    """A rendered page."""

    page: int
    media_type: str
    link: str


class OpenedFileView(View):
    """A file of an access event.

    `link`: the original if downloaded, otherwise the first page. Use it before `expires_at`.
    """

    id: UUID
    name: str
    size_bytes: int
    sha256: str
    media_type: str | None
    link: str
    expires_at: Time
    renditions: list[PageView]


class OpeningView(View):
    """An access event, usable until `expires_at`. Reading it again renews its links.

    `zip`: link to all originals of a download in one ZIP; null for viewing, and for more files than one ZIP holds.
    """

    id: UUID
    act: Literal["open", "take", "verify", "filter"]
    purpose: Purpose
    opened_at: Time
    expires_at: Time
    files: list[OpenedFileView]
    zip: str | None


def opening_view(opened: Opened, links: Links) -> OpeningView:
    """Return the view of an access event with fresh links."""
    opening = opened.opening
    until = min(clock.now() + STARTS_WITHIN, opening.expires_at)
    base = f"/api/jits/{opening.jit}/evidence/{opening.evidence}/openings/{opening.id}/files"
    fits = len(opened.files) <= zips.MOST_FILES

    def link(path: str) -> str:
        return f"{path}?{links.sign(path, str(opening.session), until)}"

    def file_view(file: File) -> OpenedFileView:
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
        zip=link(f"{base.removesuffix('/files')}/zip") if opening.act == Act.TAKE and fits else None,
    )
