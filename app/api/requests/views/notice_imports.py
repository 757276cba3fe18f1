"""Forms and views to import notices from a file of INTERPOL's public site or of MISP."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from app.access.requests.notice_states import NoticeColour
from app.api.requests.views.notice_content import NoticeContentForm
from app.api.requests.views.notices import NoticeView
from app.api.schemas import Form, View
from app.services.requests.notices import documents
from app.services.requests.notices.documents import ImportedNotice
from app.services.requests.notices.drafting import NewNotice

_MOST_CHARACTERS = 700_000


class NoticeImportForm(Form):
    """A JSON file, as text. `kind`: colour of notices whose file does not say it."""

    document: Annotated[str, StringConstraints(min_length=2, max_length=_MOST_CHARACTERS)]
    kind: NoticeColour | None = None

    def notices(self) -> list[ImportedNotice]:
        """Return the notices of the file; values that the content does not accept are among the unread ones."""
        return [_accepted(one, self.kind) for one in documents.read(self.document)]


class NoticeImportNowForm(NoticeImportForm):
    """The same file. `take`: positions in the preview of the notices to draft, from 0 on."""

    take: Annotated[tuple[int, ...], Field(min_length=1, max_length=documents.MOST_NOTICES)]


class NoticePreviewView(View):
    """A notice of the file. `unread`: names in the file that are not taken over. `kind`: null if it is not known.

    `pictures`: number of pictures that the file contains or refers to; none is taken over.
    """

    source: Literal["interpol", "misp"]
    kind: NoticeColour | None
    family_name: str | None
    forenames: str | None
    aliases: list[str]
    parents: str | None
    birth_date: str | None
    nationalities: list[str]
    interpol_reference: str | None
    charge: str | None
    description: str | None
    unread: list[str]
    pictures: int


class NoticeImportPreviewView(View):
    """Notices that an import would draft."""

    notices: list[NoticePreviewView]


class NoticesImportedView(View):
    """The notices that were drafted. `pictures`: number of pictures of the file that were not taken over."""

    notices: list[NoticeView]
    pictures: int


def _accepted(found: ImportedNotice, kind: NoticeColour | None) -> ImportedNotice:
    try:
        NoticeContentForm.model_validate(found.content)
    except ValidationError as error:
        for name in {str(one["loc"][0]) for one in error.errors()}:
            del found.content[name]
            found.unread.append(found.names.get(name, name))
        found.unread.sort()
    if found.kind is None and kind is not None:
        found.kind = kind.value
    return found


def new_notice(found: ImportedNotice, kind: str) -> NewNotice:
    """Return a notice of a file as the service takes it."""
    content = NoticeContentForm.model_validate(found.content).values()
    return NewNotice(kind, is_diffusion=False, content=content, source=found.source)


def notice_preview_view(found: list[ImportedNotice]) -> NoticeImportPreviewView:
    """Return the view of the notices of a file."""
    return NoticeImportPreviewView(
        notices=[
            NoticePreviewView.model_validate(
                {name: one.content.get(name) for name in _SHOWN}
                | {"source": one.source, "kind": one.kind, "unread": one.unread, "pictures": one.pictures}
                | {name: one.content.get(name, []) for name in ("aliases", "nationalities")}
            )
            for one in found
        ]
    )


_SHOWN = ("family_name", "forenames", "parents", "birth_date", "interpol_reference", "charge", "description")
