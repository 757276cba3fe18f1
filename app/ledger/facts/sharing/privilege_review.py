"""Facts about privilege review: a party's reviewers, exhibits closed for review, and the results."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterNamed(NamedFact):
    """A party named its reviewers; visible to that party only."""

    kind: ClassVar[str] = "filter.named"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    party: UUID = subject()
    code: str = said()
    seats: list[str] = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceClosed(ExhibitFact):
    """The exhibit may hold privileged or abusive material: its content is closed.

    `reason` null: stated at registration.
    """

    kind: ClassVar[str] = "evidence.closed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    reason: str | None = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFiltered(ExhibitFact):
    """A reviewer cleared the exhibit or found it privileged; then it stays closed.

    `not_viewed`: files that the reviewer did not view, each with the reason.
    """

    kind: ClassVar[str] = "evidence.filtered"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    verdict: str = said()
    reason: str = said(Readers.READABLE)
    not_viewed: list[dict[str, Any]] = said(Readers.READABLE)
