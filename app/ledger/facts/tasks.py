"""Facts about tasks, heard by the people of the task. A mention of an exhibit is a fact of its own, heard by who sees both.

Deliberately not here: who the people of a task are (`services/tasks.py`). A mention is no custody of the exhibit: it takes
no number of its chain, because the originator may not know the task.
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFact(NamedFact):
    """A fact about one task, by the number that people call it by."""

    heard: ClassVar[Heard] = Heard.NAMED
    task: UUID = subject()
    number: str = said()

    @property
    def about(self) -> UUID | None:
        """Its task."""
        return self.task


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAssigned(TaskFact):
    """A task was given to a seat, as it then read. `former`: the seat that had it before."""

    kind: ClassVar[str] = "task.assigned"
    led: ClassVar[Led] = Led.OTHER
    title: str = said()
    details: str | None = said()
    priority: str = said()
    state: str = said()
    assigner: str = said()
    assignee: str = said()
    former: str | None = said()
    due_at: str | None = said()
    due_zone: str | None = said()
    legal_basis: str | None = said()
    language: str | None = said()
    items: list[str] = said()
    repeats: str | None = said()
    follows: str | None = said()  # the number of the one before, of a task that repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChanged(TaskFact):
    """What a task says was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "task.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStateChanged(TaskFact):
    """A task went from one state to another."""

    kind: ClassVar[str] = "task.state_changed"
    led: ClassVar[Led] = Led.OTHER
    former: str = said()
    state: str = said()
    reason: str | None = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCommented(TaskFact):
    """Somebody said something about a task."""

    kind: ClassVar[str] = "task.commented"
    led: ClassVar[Led] = Led.OTHER
    comment: UUID = subject()
    text: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLinked(TaskFact):
    """A task mentions an exhibit from now on."""

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
    """A task mentions an exhibit no more."""

    kind: ClassVar[str] = "task.unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskHandedOver(TaskFact):
    """A task left a seat: the last that its people hear, unless they are the next one's people too."""

    kind: ClassVar[str] = "task.handed_over"
    led: ClassVar[Led] = Led.OTHER
    former: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAccepted(TaskFact):
    """What another party proposed was accepted, by the entry's seat for the assignee: from now on it is somebody's work."""

    kind: ClassVar[str] = "task.accepted"
    led: ClassVar[Led] = Led.OTHER
    assignee: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDeclined(TaskFact):
    """What another party proposed was declined."""

    kind: ClassVar[str] = "task.declined"
    led: ClassVar[Led] = Led.OTHER
    assignee: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemAdded(TaskFact):
    """The checklist has one more item."""

    kind: ClassVar[str] = "task.item_added"
    led: ClassVar[Led] = Led.ALTERATION
    item: UUID = subject()
    text: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemRemoved(TaskItemAdded):
    """The checklist has an item no more."""

    kind: ClassVar[str] = "task.item_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemTicked(TaskItemAdded):
    """An item of the checklist is done."""

    kind: ClassVar[str] = "task.item_ticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItemUnticked(TaskItemAdded):
    """An item of the checklist is not done after all."""

    kind: ClassVar[str] = "task.item_unticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDependencyAdded(TaskFact):
    """A task waits for another, heard by who saw both: `waits_for` is the other's number."""

    kind: ClassVar[str] = "task.dependency_added"
    led: ClassVar[Led] = Led.ALTERATION
    waits_for: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDependencyRemoved(TaskDependencyAdded):
    """A task waits for another no more."""

    kind: ClassVar[str] = "task.dependency_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTied(TaskFact):
    """A task is of a decision or a consent (`what`) from now on, heard by who sees both: `matter` is its id."""

    kind: ClassVar[str] = "task.tied"
    led: ClassVar[Led] = Led.OTHER
    evidence: UUID | None = aside()
    what: str = said()
    matter: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit that a consent is about."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskUntied(TaskTied):
    """A task is of a decision or a consent no more."""

    kind: ClassVar[str] = "task.untied"
