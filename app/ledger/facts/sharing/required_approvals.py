"""Facts about approvals that a party requires before it shares an exhibit. No other party reads them.

Not here: the same about legal requests (`ledger/facts/requests/required_approvals.py`).
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceApprovalRequired(ExhibitFact):
    """A party requires an approval before it shares the exhibit. `approver`: an authority or function."""

    kind: ClassVar[str] = "evidence.approval_required"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.OWN
    required_approval: UUID = subject()
    approver: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceApprovalLifted(EvidenceApprovalRequired):
    """The party does not require the approval any more."""

    kind: ClassVar[str] = "evidence.approval_lifted"
