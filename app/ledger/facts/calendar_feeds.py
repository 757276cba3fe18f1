"""Facts about calendar feeds: made and revoked, heard by their own seat and by its auditors.

Their names are their persons' own and no words of an entry. Deliberately not here: readings of a feed, which are lines of the
technical access log.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedMade(NamedFact):
    """A seat made a secret address at which a calendar reads its deadlines. `addresses`: how many stand now."""

    kind: ClassVar[str] = "calendar_feed.made"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    feed: UUID = subject()
    addresses: int = said()

    @property
    def about(self) -> UUID | None:
        """Itself."""
        return self.feed


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedRevoked(CalendarFeedMade):
    """The address leads nowhere from now on."""

    kind: ClassVar[str] = "calendar_feed.revoked"
