"""Facts about action days: planned, changed, spoken on, reported from. Heard by who sees what they are about.

Deliberately not here: the actions of a day (`ledger/facts/actions.py`), and who hears (`services/operation_people.py`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationFact(NamedFact):
    """A fact about one action day."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    operation: UUID = subject()

    @property
    def about(self) -> UUID | None:
        """The day."""
        return self.operation


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationPlanned(OperationFact):
    """An action day as it then stood: drafted, or told to those who take part."""

    kind: ClassVar[str] = "operation.planned"
    title: str = said()
    meant: str = said()  # real, or a rehearsal
    state: str = said()
    h_at: str = said()
    h_zone: str = said()
    parties: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationChanged(OperationFact):
    """What an action day says was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "operation.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationStateChanged(OperationFact):
    """An action day went from one state to another. `without`: parties whose go was missing when it went live."""

    kind: ClassVar[str] = "operation.state_changed"
    former: str = said()
    state: str = said()
    reason: str | None = said()
    without: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationGoAsked(OperationFact):
    """The parties that act were asked for their go: for this H-hour, and for a real day or a rehearsal."""

    kind: ClassVar[str] = "operation.go_asked"
    meant: str = said()
    h_at: str = said()
    h_zone: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationWordGiven(OperationFact):
    """A party said go or no-go for an H-hour; None: it took back what it said."""

    kind: ClassVar[str] = "operation.word_given"
    word: str | None = said()
    reason: str | None = said()
    h_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationReported(OperationFact):
    """A line of the ticker, or a decision on record: what happened, and when."""

    kind: ClassVar[str] = "operation.reported"
    report: UUID = subject()
    what: str = said()
    text: str = said()
    occurred_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedEntered(OperationFact):
    """Whom or what nobody touches, as its party says it to those it tells."""

    kind: ClassVar[str] = "protected.entered"
    protected: UUID = subject()
    what: str = said()
    subject_name: str = said()
    reason: str = said()
    told: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedLifted(OperationFact):
    """It is protected no more."""

    kind: ClassVar[str] = "protected.lifted"
    protected: UUID = subject()
    reason: str = said()
