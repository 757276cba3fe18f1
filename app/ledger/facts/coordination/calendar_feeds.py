"""Facts about calendar feeds, visible to the member who owns the feed and to auditors of its party.

The name that a member gives a feed is private and not part of the entry.

Not here: requests to a feed, which are lines of the technical access log.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedMade(NamedFact):
    """A member created a secret address at which a calendar reads the member's deadlines.

    `addresses`: how many exist now.
    """

    kind: ClassVar[str] = "calendar_feed.made"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    feed: UUID = subject()
    addresses: int = said()

    @property
    def about(self) -> UUID | None:
        """The feed."""
        return self.feed


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedRevoked(CalendarFeedMade):
    """The address was revoked and is not served any more."""

    kind: ClassVar[str] = "calendar_feed.revoked"
