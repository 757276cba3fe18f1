"""The forms and views of what hangs on a task: links, checklist, what it waits for, comments. Deliberately not here: the task."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.access.task_states import TaskState
from app.api.schemas import Form, Line, Time, View, printable
from app.services import task_items

Links = Annotated[tuple[UUID, ...], Field(max_length=50)]
Items = Annotated[tuple[Line, ...], Field(max_length=task_items.MOST)]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000), AfterValidator(printable)
]


class LinkForm(Form):
    """Exhibits that the task is to mention, and others that it is to mention no more."""

    link: Links = ()
    unlink: Links = ()


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


class CommentView(View):
    """A comment, by the code of its author's seat."""

    id: UUID
    seat: str
    text: str
    at: Time


def comment_view(comment: Any, seat: str) -> CommentView:  # noqa: ANN401 - a row of `task_comments`
    """A row as a view."""
    return CommentView(id=comment.id, seat=seat, text=comment.text, at=comment.at)
