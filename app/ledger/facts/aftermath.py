"""Facts about what an action day leaves: results of actions, exhibits made of them, debriefs, and the line for the press.

Deliberately not here: who hears them (`services/operation_people.py`). A link is no custody of the exhibit: it takes no number of its chain.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.actions import ActionFact
from app.ledger.facts.fact import aside, said, subject
from app.ledger.facts.operations import OperationFact


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionResultRecorded(ActionFact):
    """An action brought something: what, how often, and when."""

    kind: ClassVar[str] = "action.result_recorded"
    result: UUID = subject()
    what: str = said()
    count: int = said()
    text: str = said()
    occurred_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionResultLinked(ActionFact):
    """An exhibit came of a result: heard by who sees both."""

    kind: ClassVar[str] = "action.result_linked"
    result: UUID = subject()
    evidence: UUID = aside()
    exhibit: str = said()
    exhibit_number: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationDebriefed(OperationFact):
    """A party said what it learned, as it reads from then on."""

    kind: ClassVar[str] = "operation.debriefed"
    text: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaLineWritten(OperationFact):
    """The line for the press, as it reads from then on: every party approves it anew."""

    kind: ClassVar[str] = "media_line.written"
    text: str = said()
    embargo_at: str = said()
    embargo_zone: str = said()
    line_version: int = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaLineApproved(OperationFact):
    """A party approved one version of it."""

    kind: ClassVar[str] = "media_line.approved"
    line_version: int = said()
