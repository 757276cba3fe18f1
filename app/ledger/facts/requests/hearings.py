"""Facts about hearings of a party and about the admissibility of exhibits.

Hearings are visible to their own party. An assessment is visible to the party that made it and to the originator of the
exhibit. `court_hearing` is the hearing, since `hearing` names the recipients of a fact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, Readers, aside, said, subject, without_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingFact(NamedFact):
    """A fact about one hearing, with its title."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    court_hearing: UUID = subject()
    title: str = said()

    @property
    def about(self) -> UUID | None:
        """The hearing."""
        return self.court_hearing


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingCreated(HearingFact):
    """A hearing was created, with its court and date."""

    kind: ClassVar[str] = "hearing.created"
    country: str = said()
    court: str = said()
    proceeding: str | None = said()
    held_at: str = said()
    zone: str = said()
    court_language: str | None = said(default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fields, without an empty language."""
        return without_empty(HearingFact.fields(self, n), "court_language")


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingChanged(HearingFact):
    """A hearing was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "hearing.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingDeleted(HearingFact):
    """A hearing was deleted with its list of exhibits."""

    kind: ClassVar[str] = "hearing.deleted"
    led: ClassVar[Led] = Led.ERASURE
    court: str = said()
    held_at: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingExhibitAdded(HearingFact):
    """An exhibit was added to those that will be used at a hearing."""

    kind: ClassVar[str] = "hearing.exhibit_added"
    evidence: UUID = aside()
    exhibit: str = said()
    exhibit_number: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingExhibitRemoved(HearingExhibitAdded):
    """An exhibit was removed from those that will be used at a hearing."""

    kind: ClassVar[str] = "hearing.exhibit_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissibilityAssessed(NamedFact):
    """A need of a forum's law was assessed for an exhibit. `paper`: number of the exhibit that meets it."""

    kind: ClassVar[str] = "admissibility.assessed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    admissibility: UUID = subject()
    evidence: UUID = aside()
    exhibit: str = said()
    exhibit_number: str = said()
    country: str = said()
    need: str = said()
    status: str = said()
    former: str | None = said()
    paper: str | None = said(Readers.ACTOR)
    reason: str = said()

    @property
    def about(self) -> UUID | None:
        """The assessment."""
        return self.admissibility

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


HEARINGS = (
    HearingCreated,
    HearingChanged,
    HearingDeleted,
    HearingExhibitAdded,
    HearingExhibitRemoved,
    AdmissibilityAssessed,
)
