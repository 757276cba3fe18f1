"""Facts about the outcome of an action day: results, linked exhibits, debriefs, and the joint press statement.

A link to an exhibit is not part of its custody and has no number in its chain.

Not here: who may read them (`services/coordination/recipients.py`).
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.coordination.actions import ActionFact
from app.ledger.facts.coordination.operations import OperationFact
from app.ledger.facts.fact import aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionResultRecorded(ActionFact):
    """A result of an action was recorded: what, how many, and when."""

    kind: ClassVar[str] = "action.result_recorded"
    result: UUID = subject()
    what: str = said()
    count: int = said()
    text: str = said()
    occurred_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionResultLinked(ActionFact):
    """An exhibit was linked to a result. Visible to those who see both."""

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
    """A party wrote its debrief: the new text."""

    kind: ClassVar[str] = "operation.debriefed"
    text: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaLineWritten(OperationFact):
    """The joint press statement was written or changed: the new text. Every party has to approve it again."""

    kind: ClassVar[str] = "media_line.written"
    text: str = said()
    embargo_at: str = said()
    embargo_zone: str = said()
    line_version: int = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaLineApproved(OperationFact):
    """A party approved one version of the joint press statement."""

    kind: ClassVar[str] = "media_line.approved"
    line_version: int = said()
