"""Facts about the actions of an action day. A plan is heard by who reads it; that a line of the board moved, by who sees the line.

Deliberately not here: who that is (`services/operation_people.py`), and which state follows which (`access/operation_states.py`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFact(NamedFact):
    """A fact about one action, by the number that people call it by."""

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
    """An action was planned, as it then read."""

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
    """What a plan says was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "action.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionShared(ActionFact):
    """What others see of an action: heard by who saw its line before, and who sees it now."""

    kind: ClassVar[str] = "action.shared"
    led: ClassVar[Led] = Led.DISCLOSURE
    sharing: str = said()
    state: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionMoved(ActionFact):
    """An action came to a state: when it did, which may be before it was recorded. Why is its own party's."""

    kind: ClassVar[str] = "action.moved"
    former: str = said()
    state: str = said()
    occurred_at: str = said()
    reason: str | None = said(Readers.ACTOR)
