"""Facts about the actions of an action day.

A plan is visible to those who may read it, a change of state to all who see the action's line on the board.

Not here: who they are (`services/coordination/recipients.py`), and the allowed transitions (`access/coordination/operation_states.py`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFact(NamedFact):
    """A fact about one action, with its number."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    operation: UUID = subject()
    action: UUID = subject()
    number: str = said()

    @property
    def about(self) -> UUID | None:
        """The action."""
        return self.action


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlanned(ActionFact):
    """An action was planned, with these values."""

    kind: ClassVar[str] = "action.planned"
    objective: str = said()
    place: str | None = said()
    lead: str = said()
    team: str | None = said()
    interpreter: str | None = said()
    risk: str | None = said()
    contingency: str | None = said()
    channel: str | None = said()
    authorisation: dict[str, Any] | None = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChanged(ActionFact):
    """A plan was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "action.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionShared(ActionFact):
    """The view that others have of an action was changed.

    Visible to all who saw its line on the board before or see it now.
    """

    kind: ClassVar[str] = "action.shared"
    led: ClassVar[Led] = Led.DISCLOSURE
    sharing: str = said()
    state: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionMoved(ActionFact):
    """The state of an action changed at `occurred_at`, which may be before the recording.

    The reason is visible to the action's own party only.
    """

    kind: ClassVar[str] = "action.moved"
    former: str = said()
    state: str = said()
    occurred_at: str = said()
    reason: str | None = said(Readers.ACTOR)
