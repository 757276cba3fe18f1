"""Forms and views of messages in channels: chat and decisions.

A text mentions exhibits by markers such as `[exhibit 1]`. For each reader, visible exhibits are numbered from 1. A
marker with a higher number leads nowhere, whether its exhibit is hidden from the reader or does not exist.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.access.coordination.channels import is_put_right_by
from app.access.seats import Seat
from app.api.coordination.views.signing import SigningView, signing_view
from app.api.coordination.views.task_parts import TaskTitleView
from app.api.schemas import Form, Time, View, printable
from app.api.sharing.views.releases import SeatCode
from app.services.coordination import markers
from app.services.coordination.decisions import Decision
from app.services.coordination.message_list import MessageDetails, MessagePage
from app.services.coordination.messages import NewMessage

Said = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), AfterValidator(printable)
]
Translated = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), AfterValidator(printable)
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Kind = Literal["talk", "decision"]


class MessageForm(Form):
    """A message.

    `mentions`: members in the channel. `links`: exhibits visible to the caller; the first is `[exhibit 1]`.

    The stored text has its markers renumbered in the order in which they appear.
    """

    text: Said
    mentions: Annotated[tuple[SeatCode, ...], Field(max_length=50)] = ()
    links: Annotated[tuple[UUID, ...], Field(max_length=50)] = ()

    def words(self) -> NewMessage:
        """Return the message as the service takes it."""
        return NewMessage(self.text, self.mentions, self.links)


class OnRecordForm(MessageForm):
    """A decision to record. `corrects`: the decision of this channel that it corrects."""

    corrects: UUID | None = None

    def decision(self) -> Decision:
        """Return the decision as the service takes it."""
        return Decision(self.words(), self.corrects)


class TranslationForm(Form):
    """A translation of a message. `version`: that of the translated message.

    `links`: the message's exhibits as read. The translation is refused if they changed.
    """

    language: Language
    text: Translated
    links: Annotated[tuple[UUID, ...], Field(max_length=50)] | None = None
    version: Annotated[int, Field(ge=1, le=2**31 - 1)] = 1


class AskedTranslationForm(Form):
    """The language for the operator's translation service. `version`: that of the message as read."""

    language: Language
    version: Annotated[int, Field(ge=1, le=2**31 - 1)] = 1


class LinkView(View):
    """A mentioned exhibit that the reader may see. `place`: number of its marker, counting such exhibits only."""

    place: int
    evidence: UUID


class FormerView(View):
    """An earlier text, and until when it applied."""

    text: str
    until: Time


class TranslationView(View):
    """A translation. `service`: the machine translation service, if one made it. `text` null: erased."""

    id: UUID
    language: str
    text: str | None
    seat: str
    service: str | None
    of_version: int
    at: Time


class MayMessageView(View):
    """Permissions of the reader for a message.

    `correct`, `take_back`: the reader's own chat message. `put_right`: correct a decision by a new one.
    """

    correct: bool
    take_back: bool
    put_right: bool


class MessageView(View):
    """A message.

    `text` null: deleted (`taken_back_at`) or erased from the record. `position`: of a decision's audit log entry.

    `erased_after`: when chat is deleted under the present rule. `links`: exhibits that the reader may see. `signing`,
    `tasks`: of a decision.
    """

    id: UUID
    channel: UUID
    kind: Kind
    seat: str
    party: str | None
    text: str | None
    mentions: list[str]
    links: list[LinkView]
    at: Time
    erased_after: Time | None
    corrected_at: Time | None
    taken_back_at: Time | None
    former: list[FormerView]
    translations: list[TranslationView]
    position: int | None
    corrects: UUID | None
    corrected_by: UUID | None
    signing: SigningView | None
    tasks: list[TaskTitleView]
    version: int
    may: MayMessageView


class StretchView(View):
    """Messages, oldest first. `previous`: cursor of earlier messages. `next`: cursor of later ones."""

    items: list[MessageView]
    previous: str | None
    next: str | None


def message_view(details: MessageDetails, seat: Seat) -> MessageView:
    """Return the view of a message for a member."""
    one, roster = details.message, details.roster
    author = next(row for row in roster.seats if row.id == one.seat)
    own = one.kind == "talk" and one.seat == seat.id and one.taken_back_at is None
    numbers = markers.as_read(one.text, [link.place for link in details.links])
    links = [LinkView(place=numbers[link.place], evidence=link.evidence) for link in details.links]
    is_author_or_leader = is_put_right_by(seat, author=one.seat, party=author.party)
    return MessageView(
        **{name: getattr(one, name) for name in _AS_KEPT},
        seat=author.code,
        party=None if author.party is None else roster.party_code(author.party),
        mentions=roster.seat_codes(one.mentions) or [],
        text=_read(one.text, numbers),
        links=sorted(links, key=lambda link: link.place),
        erased_after=one.at + timedelta(days=details.days) if one.kind == "talk" else None,
        former=[FormerView(text=former.text, until=former.until) for former in details.former],
        translations=[
            TranslationView(
                id=row.id,
                language=row.language,
                text=_read(row.text, numbers),
                seat=roster.seat_code(row.seat),
                service=row.service,
                of_version=row.of_version,
                at=row.at,
            )
            for row in details.translations
        ],
        position=details.position,
        corrected_by=details.corrected_by,
        signing=signing_view(details),
        tasks=[TaskTitleView.model_validate(task) for task in details.tasks],
        may=MayMessageView(
            correct=own,
            take_back=own,
            put_right=one.kind == "decision" and details.corrected_by is None and is_author_or_leader,
        ),
    )


def stretch_view(stretch: MessagePage, seat: Seat) -> StretchView:
    """Return the view of a page of messages for a member."""
    items = [message_view(one, seat) for one in stretch.items]
    return StretchView(
        items=items,
        previous=f"before:{items[0].id}" if items and stretch.earlier else None,
        next=f"after:{items[-1].id}" if items and stretch.later else None,
    )


def _read(text: str | None, numbers: Mapping[int, int]) -> str | None:
    return None if text is None else markers.renumbered(text, numbers)


_AS_KEPT = ("id", "channel", "kind", "at", "corrected_at", "taken_back_at", "corrects", "version")
