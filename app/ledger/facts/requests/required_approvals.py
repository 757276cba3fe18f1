"""Facts about approvals that a party requires before it sends or shares a legal request.

No other party reads them. Not here: the same about exhibits (`ledger/facts/sharing/required_approvals.py`).
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import said, subject
from app.ledger.facts.requests.requests import RequestFact


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestApprovalRequired(RequestFact):
    """A party requires an approval before it sends or shares its request. `approver`: an authority or function."""

    kind: ClassVar[str] = "request.approval_required"
    required_approval: UUID = subject()
    approver: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestApprovalLifted(RequestApprovalRequired):
    """The party does not require the approval any more."""

    kind: ClassVar[str] = "request.approval_lifted"
