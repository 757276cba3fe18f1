"""Facts about the privilege filter: who filters for a party, what was closed, and what its verdict was."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterNamed(NamedFact):
    """The seats that filter for a party from now on: its own affair."""

    kind: ClassVar[str] = "filter.named"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    party: UUID = subject()
    code: str = said()
    seats: list[str] = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceClosed(ExhibitFact):
    """It may hold privileged or abusive material: its content is closed to everybody. `reason` null: said at its registration."""

    kind: ClassVar[str] = "evidence.closed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    reason: str | None = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFiltered(ExhibitFact):
    """A filter seat read it, and cleared it or found it privileged; then it stays closed. `not_viewed`: files, each with why."""

    kind: ClassVar[str] = "evidence.filtered"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    verdict: str = said()
    reason: str = said(Readers.READABLE)
    not_viewed: list[dict[str, Any]] = said(Readers.READABLE)
