"""Facts about tasks, visible to the people of the task. A link to an exhibit is visible to those who see both.

A link is not part of the exhibit's custody and has no number in its chain, because the originator may not see the task.

Not here: who the people of a task are (`services/coordination/tasks/tasks.py`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFact(NamedFact):
    """A fact about one task, with its number."""

    heard: ClassVar[Heard] = Heard.NAMED
    task: UUID = subject()
    number: str = said()

    @property
    def about(self) -> UUID | None:
        """The task."""
        return self.task


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAssigned(TaskFact):
    """A task was assigned to a member, or co-assignees were added. `former`: the member who had it before."""

    kind: ClassVar[str] = "task.assigned"
    led: ClassVar[Led] = Led.OTHER
    title: str = said()
    details: str | None = said()
    priority: str = said()
    state: str = said()
    assigner: str = said()
    assignee: str = said()
    co_assignees: list[str] = said()
    former: str | None = said()
    due_at: str | None = said()
    due_zone: str | None = said()
    legal_basis: str | None = said()
    language: str | None = said()
    items: list[str] = said()
    repeats: str | None = said()
    follows: str | None = said()  # number of the previous task of a repeating one


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChanged(TaskFact):
    """A task was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "task.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStateChanged(TaskFact):
    """The state of a task changed."""

    kind: ClassVar[str] = "task.state_changed"
    led: ClassVar[Led] = Led.OTHER
    former: str = said()
    state: str = said()
    reason: str | None = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCommented(TaskFact):
    """A member commented on a task."""

    kind: ClassVar[str] = "task.commented"
    led: ClassVar[Led] = Led.OTHER
    comment: UUID = subject()
    text: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLinked(TaskFact):
    """An exhibit was linked to a task."""

    kind: ClassVar[str] = "task.linked"
    led: ClassVar[Led] = Led.OTHER
    evidence: UUID = aside()
    exhibit: str = said()
    exhibit_number: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskUnlinked(TaskLinked):
    """The link of an exhibit to a task was removed."""

    kind: ClassVar[str] = "task.unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskHandedOver(TaskFact):
    """A task was reassigned, or a co-assignee removed. `former`: the member who had it before.

    The last fact visible to the former people of the task, unless they are among the new ones.
    """

    kind: ClassVar[str] = "task.handed_over"
    led: ClassVar[Led] = Led.OTHER
    former: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAccepted(TaskFact):
    """A proposed task was accepted by the entry's member for the assignee."""

    kind: ClassVar[str] = "task.accepted"
    led: ClassVar[Led] = Led.OTHER
    assignee: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDeclined(TaskFact):
    """A proposed task was declined."""

    kind: ClassVar[str] = "task.declined"
    led: ClassVar[Led] = Led.OTHER
    assignee: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemAdded(TaskFact):
    """An item was added to the checklist."""

    kind: ClassVar[str] = "task.item_added"
    led: ClassVar[Led] = Led.ALTERATION
    item: UUID = subject()
    text: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemRemoved(TaskItemAdded):
    """An item was removed from the checklist."""

    kind: ClassVar[str] = "task.item_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemTicked(TaskItemAdded):
    """A checklist item was ticked."""

    kind: ClassVar[str] = "task.item_ticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemUnticked(TaskItemAdded):
    """A checklist item was unticked."""

    kind: ClassVar[str] = "task.item_unticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDependencyAdded(TaskFact):
    """A task depends on another; visible to those who saw both. `waits_for`: the other's number."""

    kind: ClassVar[str] = "task.dependency_added"
    led: ClassVar[Led] = Led.ALTERATION
    waits_for: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDependencyRemoved(TaskDependencyAdded):
    """A dependency of a task was removed."""

    kind: ClassVar[str] = "task.dependency_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTied(TaskFact):
    """A task was linked to a decision, a consent request, a legal request or an item of one (`what`).

    `matter`: its id. Visible to those who see both.
    """

    kind: ClassVar[str] = "task.tied"
    led: ClassVar[Led] = Led.OTHER
    evidence: UUID | None = aside()
    what: str = said()
    matter: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit that a consent request is about."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskUntied(TaskTied):
    """The link of a task to a decision or a consent request was removed."""

    kind: ClassVar[str] = "task.untied"
