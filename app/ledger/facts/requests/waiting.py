"""Facts about releases and recalls of requests and notices that wait for a second leader.

Only the party of the request or notice hears them. Not here: the release and the recall themselves (`requests.py`,
`notices.py`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import said, subject
from app.ledger.facts.requests.notices import NoticeFact
from app.ledger.facts.requests.requests import RequestFact


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReleaseWanted(RequestFact):
    """A release of a request waits for a second leader.

    `attestation`: of a release beyond the Union, as it was signed.
    """

    kind: ClassVar[str] = "request.release_wanted"
    waiting: UUID = subject()
    party: str = said()
    level: str = said()
    attestation: dict[str, Any] | None = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRecallWanted(RequestFact):
    """A recall of a request waits for a second leader."""

    kind: ClassVar[str] = "request.recall_wanted"
    waiting: UUID = subject()
    party: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReleaseGivenUp(RequestFact):
    """A waiting release or recall of a request was given up."""

    kind: ClassVar[str] = "request.release_given_up"
    waiting: UUID = subject()
    party: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReleaseWanted(NoticeFact):
    """A release of a notice waits for a second leader."""

    kind: ClassVar[str] = "notice.release_wanted"
    waiting: UUID = subject()
    party: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRecallWanted(NoticeFact):
    """A recall of a notice waits for a second leader."""

    kind: ClassVar[str] = "notice.recall_wanted"
    waiting: UUID = subject()
    party: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReleaseGivenUp(NoticeFact):
    """A waiting release or recall of a notice was given up."""

    kind: ClassVar[str] = "notice.release_given_up"
    waiting: UUID = subject()
    party: str = said()
    reason: str = said()


WAITING_LINES = (
    RequestReleaseWanted,
    RequestRecallWanted,
    RequestReleaseGivenUp,
    NoticeReleaseWanted,
    NoticeRecallWanted,
    NoticeReleaseGivenUp,
)
