"""Facts about alerts and digests: heard by the originator's people who see the exhibit, and by nobody else.

An alert is set off by the opening that its entry stands beside; the opening itself is an entry of the exhibit (`evidence.opened`).
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFact(NamedFact):
    """A fact about one alert. `owner`: the leader who answers for it from then on."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    alert: UUID = subject()
    evidence: UUID = aside()
    alert_kind: str = said()
    owner: str = said()

    @property
    def about(self) -> UUID | None:
        """Its alert."""
        return self.alert

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRaised(AlertFact):
    """Another party opened it for the first time, took it, opened many (`openings` of them), or broke the glass.

    Or it tried to release to `recipient` what it derived from the exhibit, further than the exhibit itself is released.
    """

    kind: ClassVar[str] = "alert.raised"
    exhibit: str = said()
    exhibit_number: str = said()
    opening: str | None = said()
    openings: int = said()
    recipient: str | None = said(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertHandedOver(AlertFact):
    """Another leader answers for it: who took it over, was handed it, or is next where `former` does not act any more."""

    kind: ClassVar[str] = "alert.handed_over"
    former: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAcknowledged(AlertFact):
    """Its owner has dealt with it, and says how."""

    kind: ClassVar[str] = "alert.acknowledged"
    word: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestMade(NamedFact):
    """A party's day was counted. What each other party did stands in the entries of the exhibits."""

    kind: ClassVar[str] = "digest.made"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    digest: UUID = subject()
    day: str = said()
    zone: str = said()
