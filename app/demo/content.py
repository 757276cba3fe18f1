"""What a maker returns, and the two things every maker needs: dice and a calendar.

Here: `Content` (a file), `dice` (chance that falls the same way each time) and `Calendar` (times relative to a given
reference). Not here: formats, which have a module each, and the clock, which nobody in this package reads.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, repeat
from zoneinfo import ZoneInfo

__all__ = ["TODAY", "Calendar", "Content", "dice", "steps", "text"]

#: The day on which the story is told. Exhibits were obtained before it, whenever the demonstration is built.
TODAY = date(2026, 10, 26)


@dataclass(frozen=True, slots=True)
class Content:
    """A file: its name as its author gave it, its media type, and its bytes."""

    name: str
    media_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, lower-case hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def text(name: str, body: str, *, media_type: str = "text/plain", encoding: str = "utf-8") -> Content:
    """A text file with the given body; line ends are written as they stand."""
    return Content(name, media_type, body.encode(encoding))


def dice(*words: str) -> random.Random:
    """A generator seeded by words alone, so that every file is the same on every run and machine.

    The one place in the package that makes one. Predictable is what it must be: it scatters grain over pictures and
    amounts over tables, and nothing secret ever comes from it; hence no S311.
    """
    return random.Random("/".join(("liaison-demo", *words)))  # noqa: S311


def steps(rng: random.Random, start: datetime, low: float, high: float) -> Iterator[datetime]:
    """Endless instants from `start` on, each between `low` and `high` seconds after the one before."""
    gaps = (timedelta(seconds=round(rng.uniform(low, high), 3)) for _ in repeat(None))
    return accumulate(gaps, lambda at, gap: at + gap, initial=start)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Times of the story: the past before `TODAY`, the future after `reference` (aware)."""

    reference: datetime

    def ago(self, days: int, clock: str, zone: str) -> datetime:
        """The wall-clock time `HH:MM` in the IANA `zone`, that many days before `TODAY`."""
        place = ZoneInfo(zone)
        day = TODAY - timedelta(days=days)
        hour, minute = (int(part) for part in clock.split(":"))
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=place)

    def ahead(self, *, hours: int) -> datetime:
        """The instant that many hours after the reference, UTC."""
        return self.reference.astimezone(UTC) + timedelta(hours=hours)
