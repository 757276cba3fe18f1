"""The forms and views of tasks.

A deadline comes in as a moment (`due_at`) or as what a clock in its zone will show (`due_local`), and goes out as a moment with
its zone and the zone of the assignee's party, so that a page can show both. Deliberately not here: routes.
"""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, NaiveDatetime, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.access.task_states import CLOSED, Hand, TaskState, steps_from
from app.api.schemas import Form, Line, Moment, Paragraph, Time, View, printable
from app.api.views.evidence import Zone
from app.api.views.releases import SeatCode
from app.services import zones
from app.services.task_changes import Changes
from app.services.task_list import Whole
from app.services.tasks import Assignment, Due

Priority = Literal["low", "normal", "high", "urgent"]
Links = Annotated[tuple[UUID, ...], Field(max_length=50)]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000), AfterValidator(printable)
]


class DueForm(Form):
    """A deadline in one of its two forms, always with its zone."""

    due_at: Moment | None = None
    due_local: NaiveDatetime | None = None
    due_zone: Zone | None = None

    @model_validator(mode="after")
    def _one_deadline(self) -> Self:
        given = [self.due_at, self.due_local]
        if all(given):
            raise PydanticCustomError("due_twice", "give one: a moment or a local time", {"field": "due_local"})
        if any(given) != (self.due_zone is not None):
            raise PydanticCustomError("due_zone", "a deadline and its zone come together", {"field": "due_zone"})
        return self

    def due(self) -> Due | None:
        """The deadline. Raises `Invalid` naming `due_local`, with both readings, where clocks show it twice or never."""
        if self.due_zone is None:
            return None
        if self.due_at is not None:
            return Due(self.due_at, self.due_zone)
        assert self.due_local is not None
        return Due(zones.moment_of(self.due_local, self.due_zone, field="due_local"), self.due_zone)


class TaskForm(DueForm):
    """A task for a seat. `evidence`: exhibits that it mentions, each one that the writer sees."""

    title: Line
    details: Paragraph | None = None
    assignee: SeatCode
    priority: Priority = "normal"
    evidence: Links = ()

    def assignment(self) -> Assignment:
        """For the service."""
        return Assignment(
            title=self.title,
            details=self.details,
            assignee=self.assignee,
            due=self.due(),
            priority=self.priority,
            evidence=tuple(dict.fromkeys(self.evidence)),
        )


class TaskChangeForm(DueForm):
    """What is to change; what is left out stays. `due_at` null takes the deadline away. `reason`: of a new state."""

    title: Line | None = None
    details: Paragraph | None = None
    assignee: SeatCode | None = None
    priority: Priority | None = None
    state: TaskState | None = None
    reason: Paragraph | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set - {"reason"}:
            raise PydanticCustomError("no_change", "name at least one value to change", {"field": "title"})
        for name in ("title", "priority", "assignee", "state"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise PydanticCustomError("not_null", "a task always has one", {"field": name})
        return self

    def changes(self) -> Changes:
        """For the service."""
        named = self.model_fields_set
        values: dict[str, Any] = {
            name: getattr(self, name) for name in ("title", "details", "priority") if name in named
        }
        if named & {"due_at", "due_local", "due_zone"}:
            due = self.due()
            values |= {"due_at": due.at if due else None, "due_zone": due.zone if due else None}
        return Changes(values=values, assignee=self.assignee, state=self.state, reason=self.reason)


class LinkForm(Form):
    """Exhibits that the task is to mention, and others that it is to mention no more."""

    link: Links = ()
    unlink: Links = ()


class CommentForm(Form):
    """What somebody has to say, for good."""

    text: Words


class StepView(View):
    """A state that the reader may move the task to, and whether that needs a reason."""

    state: TaskState
    needs_reason: bool


class MayTaskView(View):
    """What the reader may do with the task now. `edit`: what it says, and who has it."""

    edit: bool
    link: bool
    comment: bool
    steps: list[StepView]


class TaskView(View):
    """A task. `evidence`: those of its exhibits that the reader sees. `assignee_zone`: the zone of the assignee's party."""

    id: UUID
    number: str
    title: str
    details: str | None
    priority: Priority
    state: TaskState
    state_reason: str | None
    assigner: str
    assigner_party: str
    assignee: str
    assignee_party: str
    assignee_zone: str
    due_at: Time | None
    due_zone: str | None
    evidence: list[UUID]
    comments_count: int
    created_at: Time
    updated_at: Time
    state_changed_at: Time
    version: int
    may: MayTaskView


class CommentView(View):
    """A comment, by the code of its author's seat."""

    id: UUID
    seat: str
    text: str
    at: Time


def task_view(whole: Whole) -> TaskView:
    """A task as the seat may see it."""
    task, roster = whole.task, whole.roster
    state = TaskState(task.state)
    steps = [StepView(state=step.state, needs_reason=step.needs_reason) for step in steps_from(state, whole.hands)]
    return TaskView(
        **{name: getattr(task, name) for name in _AS_KEPT},
        state=state,
        assigner=roster.seat_code(task.assigner),
        assigner_party=roster.party_code(task.assigner_party),
        assignee=roster.seat_code(task.assignee),
        assignee_party=roster.party_code(task.assignee_party),
        assignee_zone=next(one.time_zone for one in roster.parties if one.id == task.assignee_party),
        evidence=list(whole.evidence),
        comments_count=whole.comments_count,
        may=MayTaskView(
            edit=Hand.OVERSEER in whole.hands and state not in CLOSED,
            link=bool(whole.hands),
            comment=True,
            steps=steps,
        ),
    )


def comment_view(comment: Any, seat: str) -> CommentView:  # noqa: ANN401 - a row of `task_comments`
    """A row as a view."""
    return CommentView(id=comment.id, seat=seat, text=comment.text, at=comment.at)


_AS_KEPT = (
    "id",
    "number",
    "title",
    "details",
    "priority",
    "state_reason",
    "due_at",
    "due_zone",
    "created_at",
    "updated_at",
    "state_changed_at",
    "version",
)
