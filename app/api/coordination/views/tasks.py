"""Forms and views of tasks.

A deadline is given as a moment (`due_at`) or as local time in its zone (`due_local`). It is returned as a moment, with
its zone and the zone of the assignee's party.
Not here: routes (`api/coordination/tasks.py`), and the parts of a task (`views/task_parts.py`).
"""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.access.coordination.languages import Language
from app.access.coordination.task_states import AT_WORK, CLOSED, WORKING, TaskRelation, TaskState, steps_from
from app.api.coordination.views.task_parts import (
    ConsentRefView,
    DecisionRefView,
    Items,
    ItemView,
    Links,
    TaskRefView,
    TaskRequestItemView,
    TaskRequestView,
    consent_refs,
    decision_refs,
    matters_of,
    request_item_refs,
    request_refs,
)
from app.api.evidence.views.evidence import Zone
from app.api.schemas import Form, Justification, Line, Moment, Paragraph, Shown, Time, View
from app.api.sharing.views.releases import SeatCode
from app.services.accounts import zones
from app.services.coordination.tasks.task_list import TaskDetails
from app.services.coordination.tasks.task_matters import Matters
from app.services.coordination.tasks.tasks import Assignment, Changes, Due

Priority = Literal["low", "normal", "high", "urgent"]
CoAssignees = Annotated[tuple[SeatCode, ...], Field(max_length=20)]
Rule = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9=;,]{1,200}$")]


class DueForm(Form):
    """A deadline in one of its two forms, always with its zone."""

    due_at: Moment | None = None
    due_local: Shown | None = None
    due_zone: Zone | None = None

    @model_validator(mode="after")
    def _one_deadline(self) -> Self:
        given = [self.due_at, self.due_local]
        if all(given):
            raise PydanticCustomError("due_twice", "Enter either a moment or a local time.", {"field": "due_local"})
        if any(given) != (self.due_zone is not None):
            raise PydanticCustomError(
                "due_zone", "The deadline and its time zone are required together.", {"field": "due_zone"}
            )
        return self

    def due(self) -> Due | None:
        """Return the deadline, or None.

        Raises:
            Invalid: The local time is ambiguous or does not exist. The error names `due_local` and gives both readings.
        """
        if self.due_zone is None:
            return None
        if self.due_at is not None:
            return Due(self.due_at, self.due_zone)
        assert self.due_local is not None
        return Due(zones.moment_of(self.due_local, self.due_zone, field="due_local"), self.due_zone)


class TaskForm(DueForm):
    """A task for a member. `repeats`: recurrence rule of RFC 5545.

    `co_assignees`: other members of the assignee's party, who work on the task like the assignee.

    `evidence`, `decisions`, `consents`, `requests`, `request_items`: linked objects. The caller must be able to see each of them.
    """

    title: Line
    details: Paragraph | None = None
    assignee: SeatCode
    co_assignees: CoAssignees = ()
    priority: Priority = "normal"
    evidence: Links = ()
    decisions: Links = ()
    consents: Links = ()
    requests: Links = ()
    request_items: Links = ()
    legal_basis: Line | None = None
    language: Language | None = None
    checklist: Items = ()
    repeats: Rule | None = None

    def matters(self) -> Matters:
        """Return the linked decisions, consent requests, legal requests and items as the service takes them."""
        return matters_of((self.decisions, self.consents, self.requests, self.request_items))

    def assignment(self) -> Assignment:
        """Return the task as the service takes it."""
        return Assignment(
            title=self.title,
            details=self.details,
            assignee=self.assignee,
            co_assignees=self.co_assignees,
            due=self.due(),
            priority=self.priority,
            evidence=tuple(dict.fromkeys(self.evidence)),
            legal_basis=self.legal_basis,
            language=self.language,
            checklist=self.checklist,
            repeats=self.repeats,
        )


class SharedChangeForm(DueForm):
    """Changes that several tasks can have in common. Omitted fields stay unchanged.

    `co_assignees`: all of them; omitted, those of the assignee's party stay. `due_at` null removes the deadline.
    `reason`: for a new state. `despite_open`: finish a task although dependencies or checklist items are open;
    otherwise the answer is 409 `task-has-open-parts`, which names them.
    """

    assignee: SeatCode | None = None
    co_assignees: CoAssignees | None = None
    priority: Priority | None = None
    state: TaskState | None = None
    reason: Justification | None = None
    despite_open: bool = False

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set - {"reason", "despite_open", "items"}:
            raise PydanticCustomError("no_change", "Change at least one value.", {"field": "title"})
        for name in ("title", "priority", "assignee", "co_assignees", "state"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise PydanticCustomError("not_null", "This value cannot be removed from a task.", {"field": name})
        return self

    def changes(self) -> Changes:
        """Return the changes as the service takes them."""
        named = self.model_fields_set
        values: dict[str, Any] = {name: getattr(self, name) for name in _VALUES if name in named}
        if named & {"due_at", "due_local", "due_zone"}:
            due = self.due()
            values |= {"due_at": due.at if due else None, "due_zone": due.zone if due else None}
        return Changes(
            values=values,
            assignee=self.assignee,
            co_assignees=self.co_assignees,
            state=self.state,
            reason=self.reason,
            despite_open=self.despite_open,
        )


class TaskChangeForm(SharedChangeForm):
    """Changes of a task. Omitted fields stay unchanged.

    A recurring task is counted from its first deadline, so another deadline moves this occurrence only. If a rule is
    given with it, counting restarts from that deadline.
    """

    title: Line | None = None
    details: Paragraph | None = None
    legal_basis: Line | None = None
    language: Language | None = None
    repeats: Rule | None = None


class StepView(View):
    """A state to which the reader may move the task, and whether a reason is required."""

    state: TaskState
    needs_reason: bool


class MayTaskView(View):
    """Permissions of the reader for the task now.

    `edit`: content and assignees. `reassign`: the assignees, within the reader's party. `depend`: dependencies.
    """

    edit: bool
    reassign: bool
    link: bool
    items: bool
    tick: bool
    depend: bool
    comment: bool
    steps: list[StepView]


class TaskView(View):
    """A task. Its lists of linked objects and tasks contain what the reader may see.

    `assignee_zone`: zone of the assignee's party. `accepted_by`: the member who accepted a task from another party.
    `repeats`: the recurrence rule; this is the `occurrence`-th task, after `predecessor`. `successor`: the next one,
    once this task is closed.
    """

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
    co_assignees: list[str]
    assignee_party: str
    assignee_zone: str
    accepted_at: Time | None
    accepted_by: str | None
    due_at: Time | None
    due_zone: str | None
    legal_basis: str | None
    language: str | None
    evidence: list[UUID]
    decisions: list[DecisionRefView]
    consents: list[ConsentRefView]
    requests: list[TaskRequestView]
    request_items: list[TaskRequestItemView]
    checklist: list[ItemView]
    waits_for: list[TaskRefView]
    held_up: list[TaskRefView]
    repeats: str | None
    occurrence: int | None
    predecessor: TaskRefView | None
    successor: TaskRefView | None
    comments_count: int
    created_at: Time
    updated_at: Time
    state_changed_at: Time
    version: int
    may: MayTaskView


def task_view(details: TaskDetails) -> TaskView:
    """Return the view of a task for a member."""
    task, roster, parts = details.task, details.roster, details.parts
    return TaskView(
        **{name: getattr(task, name) for name in _AS_KEPT},
        state=TaskState(task.state),
        assigner=roster.seat_code(task.assigner),
        assigner_party=roster.party_code(task.assigner_party),
        assignee=roster.seat_code(task.assignee),
        co_assignees=roster.seat_codes(task.co_assignees) or [],
        assignee_party=roster.party_code(task.assignee_party),
        assignee_zone=next(one.time_zone for one in roster.parties if one.id == task.assignee_party),
        accepted_by=None if task.accepted_by is None else roster.seat_code(task.accepted_by),
        evidence=parts.evidence,
        decisions=decision_refs(details.tied),
        consents=consent_refs(details.tied, roster),
        requests=request_refs(details.tied, roster),
        request_items=request_item_refs(details.tied),
        checklist=[
            ItemView(
                id=one.id,
                text=one.text,
                done_by=None if one.done_by is None else roster.seat_code(one.done_by),
                done_at=one.done_at,
            )
            for one in parts.items
        ],
        waits_for=[TaskRefView.model_validate(one) for one in parts.waits_for],
        held_up=[TaskRefView.model_validate(one) for one in parts.held_up],
        predecessor=None if parts.predecessor is None else TaskRefView.model_validate(parts.predecessor),
        successor=None if parts.successor is None else TaskRefView.model_validate(parts.successor),
        comments_count=parts.comments_count,
        may=_may(details),
    )


def _may(details: TaskDetails) -> MayTaskView:
    state, hands = TaskState(details.task.state), details.hands
    steps = steps_from(state, hands, accepted=details.task.accepted_at is not None)
    works = bool(WORKING & hands) and state in AT_WORK
    return MayTaskView(
        edit=TaskRelation.OVERSEER in hands and state not in CLOSED,
        reassign=details.delegates,
        link=bool(WORKING & hands),
        items=works or (TaskRelation.OVERSEER in hands and state not in CLOSED),
        tick=works,
        depend=details.coordinates,
        comment=True,
        steps=[StepView(state=step.state, needs_reason=step.needs_reason) for step in steps],
    )


_VALUES = ("title", "details", "priority", "legal_basis", "language", "repeats")
_AS_KEPT = (
    "id",
    "number",
    "title",
    "details",
    "priority",
    "state_reason",
    "accepted_at",
    "due_at",
    "due_zone",
    "legal_basis",
    "language",
    "repeats",
    "occurrence",
    "created_at",
    "updated_at",
    "state_changed_at",
    "version",
)
