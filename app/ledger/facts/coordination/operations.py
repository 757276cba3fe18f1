"""Facts about action days: planned, changed, GO or no-go given, events reported.

Not here: the actions of a day (`ledger/facts/coordination/actions.py`), and who may read (`services/coordination/recipients.py`).
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
        """The action day."""
        return self.operation


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationPlanned(OperationFact):
    """An action day was drafted, or announced to its participants, with these values."""

    kind: ClassVar[str] = "operation.planned"
    title: str = said()
    meant: str = said()  # real, or an exercise
    state: str = said()
    h_at: str = said()
    h_zone: str = said()
    parties: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationChanged(OperationFact):
    """An action day was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "operation.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationStateChanged(OperationFact):
    """The state of an action day changed.

    Attributes:
        without: Parties without a GO when it went live.
        reasons: Why the day was closed although a party still executed an action: party and reason.
    """

    kind: ClassVar[str] = "operation.state_changed"
    former: str = said()
    state: str = said()
    reason: str | None = said()
    without: list[str] = said()
    reasons: list[dict[str, str]] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationGoAsked(OperationFact):
    """The acting parties were asked to confirm GO: for this H-hour, real or an exercise."""

    kind: ClassVar[str] = "operation.go_asked"
    meant: str = said()
    h_at: str = said()
    h_zone: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationWordGiven(OperationFact):
    """A party gave GO or no-go for an H-hour; None: it withdrew its answer."""

    kind: ClassVar[str] = "operation.word_given"
    word: str | None = said()
    reason: str | None = said()
    h_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationReported(OperationFact):
    """An entry of the operations log, or a recorded decision: what happened, and when."""

    kind: ClassVar[str] = "operation.reported"
    report: UUID = subject()
    what: str = said()
    text: str = said()
    occurred_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedEntered(OperationFact):
    """An entry of the deconfliction list, as shared with the parties in `told`."""

    kind: ClassVar[str] = "protected.entered"
    protected: UUID = subject()
    what: str = said()
    subject_name: str = said()
    reason: str = said()
    told: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedLifted(OperationFact):
    """An entry of the deconfliction list was lifted."""

    kind: ClassVar[str] = "protected.lifted"
    protected: UUID = subject()
    reason: str = said()
