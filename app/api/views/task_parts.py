"""The forms and views of what hangs on a task: links, checklist, what it waits for, comments. Deliberately not here: the task."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.access.consents import Use
from app.access.task_states import TaskState
from app.api.schemas import Form, Line, Time, View, printable
from app.services import task_items
from app.services.roster import Roster
from app.services.task_matters import Matters, Tied

Links = Annotated[tuple[UUID, ...], Field(max_length=50)]
Items = Annotated[tuple[Line, ...], Field(max_length=task_items.MOST)]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000), AfterValidator(printable)
]


class LinkForm(Form):
    """Exhibits that the task is to mention, decisions and consents that it is to be of, and others no more."""

    link: Links = ()
    unlink: Links = ()
    link_decisions: Links = ()
    unlink_decisions: Links = ()
    link_consents: Links = ()
    unlink_consents: Links = ()

    def tying(self) -> tuple[Matters, Matters]:
        """For the service: what the task is to be of, and what no more."""
        tie = Matters(tuple(dict.fromkeys(self.link_decisions)), tuple(dict.fromkeys(self.link_consents)))
        return tie, Matters(tuple(dict.fromkeys(self.unlink_decisions)), tuple(dict.fromkeys(self.unlink_consents)))


class ChecklistForm(Form):
    """What is to be put on the checklist, and which items to take out, to tick and to free of their tick."""

    add: Items = ()
    remove: Links = ()
    tick: Links = ()
    untick: Links = ()

    def listing(self) -> task_items.Listing:
        """For the service."""
        return task_items.Listing(**{name: tuple(getattr(self, name)) for name in ("add", "remove", "tick", "untick")})


class DependencyForm(Form):
    """Tasks for which this one is to wait, and others for which it is to wait no more."""

    add: Links = ()
    remove: Links = ()


class CommentForm(Form):
    """What somebody has to say, for good."""

    text: Words


class ItemView(View):
    """An item of a checklist; `done_by`: the seat that ticked it."""

    id: UUID
    text: str
    done_by: str | None
    done_at: Time | None


class TaskRefView(View):
    """Another task, which the reader sees too."""

    id: UUID
    number: str
    title: str
    state: TaskState


class TaskTitleView(View):
    """A task of a decision or a consent, which the reader sees too."""

    id: UUID
    number: str
    title: str


class DecisionRefView(View):
    """A decision that a task is of, which the reader sees too. No text: erased from the record."""

    id: UUID
    channel: UUID
    channel_name: str
    text: str | None
    at: Time


class ConsentRefView(View):
    """A request that a task is of, which the reader sees too; the parties by their codes."""

    id: UUID
    use: Use
    asker_party: str
    asked_party: str
    requested_at: Time


def decision_refs(tied: Tied) -> list[DecisionRefView]:
    """Those that the reader sees."""
    return [
        DecisionRefView(id=one.id, channel=channel.id, channel_name=channel.name, text=one.text, at=one.at)
        for one, channel in tied.decisions
    ]


def consent_refs(tied: Tied, roster: Roster) -> list[ConsentRefView]:
    """Those that the reader sees."""
    return [
        ConsentRefView(
            id=one.id,
            use=Use(one.use),
            asker_party=roster.party_code(one.asker_party),
            asked_party=roster.party_code(one.asked_party),
            requested_at=one.requested_at,
        )
        for one in tied.consents
    ]


class CommentView(View):
    """A comment, by the code of its author's seat. `erased`: whether its words were, and when."""

    id: UUID
    seat: str
    text: str
    at: Time
    erased: dict[str, Time]


def comment_view(comment: Any, seat: str) -> CommentView:  # noqa: ANN401 - a row of `task_comments`
    """A row as a view."""
    return CommentView(id=comment.id, seat=seat, text=comment.text, at=comment.at, erased=comment.erased)
