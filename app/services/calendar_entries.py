"""Calendar of a team: everything with a date that one member may see, from all domains, in one list.

Each domain registers a source (`services/registry.py`). The calendar and the calendar feeds read the same sources.
Sources read through row-level security, so an entry exists only for a member who sees its subject.
Not here: the sources (`services/<domain>/…calendar_entries.py`), and the feeds (`services/coordination/calendar/feeds.py`).
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from app.access.seats import Seat
from app.database import Reading
from app.errors import Invalid
from app.i18n.phrases import Phrase

#: At most this many entries of each kind are listed.
MOST: Final = 500
#: At most this many days are listed at once.
MOST_DAYS: Final = 400


class CalendarKind(StrEnum):
    """Kind of an entry. It also tells which kind of object the entry leads to."""

    TASK = "task"
    ACTION_DAY = "action_day"
    HEARING = "hearing"
    REQUEST_DEADLINE = "request_deadline"
    DATA_LAPSE = "data_lapse"
    RELEASE_END = "release_end"
    CONSENT_ANSWER = "consent_answer"
    CONSENT_END = "consent_end"
    RETENTION_REVIEW = "retention_review"
    NOTICE_REVIEW = "notice_review"
    REQUEST_REVIEW = "request_review"
    ACCESS_END = "access_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A moment or a day that matters to a member.

    Attributes:
        kind: Its kind.
        subject: The task, action day, hearing, request, exhibit, consent, notice or member.
        title: Title of the subject, as the member reads it.
        number: Its number, or the file number of a hearing.
        party: The party that it concerns: of an assignee, the owner of a request or the recipient of a release.
        at: The moment, or a day that has no time.
        zone: Time zone in which the moment was set; `UTC` for a day.
        changed_at: When the date was last set, for the feed.
        mine: The member or the member's party acts on it, so that the member's feed contains it.
    """

    kind: CalendarKind
    subject: UUID
    title: str
    number: str | None = None
    party: UUID | None = None
    at: datetime | date
    zone: str
    changed_at: datetime
    mine: bool

    def begins_at(self, zone: str) -> datetime:
        """Return the moment; for a day, its beginning in this time zone."""
        if isinstance(self.at, datetime):
            return self.at
        return datetime.combine(self.at, time(), ZoneInfo(zone)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class CalendarPeriod:
    """The days from `first` to `last`, both included, in the time zone of the member who asks.

    `most`: maximum of entries that a source returns.
    """

    first: date
    last: date
    zone: str
    most: int = MOST

    @classmethod
    def asked(cls, first: date, last: date, zone: str) -> Self:
        """Return the period that a member asks for.

        Raises:
            Invalid: It ends before it begins, or has more than `MOST_DAYS` days.
        """
        if last < first:
            raise Invalid("The last day lies before the first.", field="until")
        if (last - first).days >= MOST_DAYS:
            raise Invalid(Phrase("Choose at most {most} days.", most=MOST_DAYS), field="until")
        return cls(first, last, zone)

    @property
    def begins_at(self) -> datetime:
        """Return when the first day begins."""
        return datetime.combine(self.first, time(), ZoneInfo(self.zone)).astimezone(UTC)

    @property
    def ends_before(self) -> datetime:
        """Return when the last day is over."""
        return datetime.combine(self.last + timedelta(days=1), time(), ZoneInfo(self.zone)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class CalendarEntries:
    """The entries of a period, the earliest first. `more`: there are others that were left out."""

    items: Sequence[CalendarEntry]
    more: bool


Source = Callable[[Reading, Seat, CalendarPeriod], Awaitable[Iterable[CalendarEntry]]]
_sources: dict[CalendarKind, Source] = {}


def register(kind: CalendarKind, source: Source) -> None:
    """Make `source` the source of a kind. Registering it again has no effect."""
    _sources[kind] = source


async def of(
    session: Reading, seat: Seat, period: CalendarPeriod, kinds: Collection[CalendarKind] = ()
) -> CalendarEntries:
    """Return the entries that the member may see.

    Args:
        session: The transaction; row-level security knows the member.
        seat: The member.
        period: The days.
        kinds: Only these; none: all.
    """
    found, more = list[CalendarEntry](), False
    for kind, source in _sources.items():
        if kinds and kind not in kinds:
            continue
        entries = list(await source(session, seat, period))
        more |= len(entries) >= period.most
        found += entries
    return CalendarEntries(sorted(found, key=lambda one: _order(one, period.zone)), more)


_KINDS: Final = {kind: place for place, kind in enumerate(CalendarKind)}


def _order(one: CalendarEntry, zone: str) -> tuple[datetime, int, UUID]:
    return one.begins_at(zone), _KINDS[one.kind], one.subject
