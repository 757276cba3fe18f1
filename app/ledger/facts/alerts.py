"""Facts about alerts and digests, visible to the alerted party's leaders and contributors who see the exhibit.

An access event that causes an alert is also an entry of the exhibit (`evidence.opened`, `evidence.taken`).
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFact(NamedFact):
    """A fact about one alert. `owner`: the leader who is responsible for it from then on."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    alert: UUID = subject()
    evidence: UUID = aside()
    alert_kind: str = said()
    owner: str = said()

    @property
    def about(self) -> UUID | None:
        """The alert."""
        return self.alert

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRaised(AlertFact):
    """An alert about an exhibit was raised for its originator, or for the party that offered an overdue handover.

    Another party viewed the exhibit for the first time, downloaded it, viewed many (`openings` of them), or used
    emergency access. Or it tried to release to `recipient` an exhibit derived from this one, further than this one is
    released. Or nobody answered a handover in time.
    """

    kind: ClassVar[str] = "alert.raised"
    exhibit: str = said()
    exhibit_number: str = said()
    opening: str | None = said()
    openings: int = said()
    recipient: str | None = said(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertHandedOver(AlertFact):
    """Another leader is responsible: took it over, received it, or follows because `former` is not active any more."""

    kind: ClassVar[str] = "alert.handed_over"
    former: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAcknowledged(AlertFact):
    """The owner has dealt with the alert, and states how."""

    kind: ClassVar[str] = "alert.acknowledged"
    word: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestMade(NamedFact):
    """The daily digest of a party was made. Its numbers come from the entries of the exhibits."""

    kind: ClassVar[str] = "digest.made"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    digest: UUID = subject()
    day: str = said()
    zone: str = said()
