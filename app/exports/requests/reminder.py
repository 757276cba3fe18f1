"""Contents of the letter that reminds the current holder of a request.

Not here: how it looks (`reminder.typ`), and typesetting (`setting.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.exports.document.shown import shown
from app.exports.document.times import zoned
from app.exports.requests.words import word
from app.i18n.phrases import Language


@dataclass(frozen=True, slots=True)
class OpenDeadline:
    """A deadline that runs. `verified`: a person confirmed its rule."""

    title: str
    due_at: datetime
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder letter.

    Attributes:
        number: Number of the request.
        instrument: Title of its instrument in the language of the letter.
        urgent: Whether the request is urgent.
        sender: Own authority.
        holder: Authority that has the request.
        country: Name of its country.
        contact: Whom to ask there.
        own_reference: Reference of the own authority.
        other_reference: Reference of the holder.
        sent_at: When the request was sent.
        held_since: When it reached the holder.
        now: Time of the letter.
        zone: IANA name of the sender's time zone.
        deadlines: Deadlines that run.
        items: Items without an answer, each with its number and text.
    """

    number: str
    instrument: str
    urgent: bool
    sender: str
    holder: str
    country: str
    contact: str | None
    own_reference: str | None
    other_reference: str | None
    sent_at: datetime
    held_since: datetime | None
    now: datetime
    zone: str
    deadlines: Sequence[OpenDeadline]
    items: Sequence[tuple[int, str]]

    @property
    def waiting_days(self) -> int:
        """Return the whole days since the request was sent."""
        return (self.now - self.sent_at).days

    def contents(self, language: Language) -> dict[str, Any]:
        """Return the contents for the template `reminder.typ` in a language."""
        days = self.waiting_days
        one = days == 1 or (days == 0 and language == "fr")
        facts = (
            ("instrument", self.instrument),
            ("own_reference", self.own_reference),
            ("other_reference", self.other_reference),
            ("sent_at", self._day(self.sent_at)),
            ("with_you_since", self._day(self.held_since) if self.held_since else None),
            ("contact", self.contact),
        )
        return {
            "title": word("reminder_subject", language, number=shown(self.number)),
            "about": shown(self.number),
            "language": language,
            "kicker": word("reminder", language),
            "marking": word("marking", language),
            "page": [word("page", language), word("of", language)],
            "urgent": word("urgent", language) if self.urgent else None,
            "sender": [word("sender", language), shown(self.sender)],
            "addressee": [word("addressee", language), shown(self.holder), shown(self.country)],
            "date": self._day(self.now),
            "facts": [[word(key, language), shown(text)] for key, text in facts if text],
            "paragraphs": [
                word("salutation", language),
                word(
                    "waiting_one" if one else "waiting_other",
                    language,
                    number=shown(self.number),
                    count=days,
                ),
            ],
            "deadlines": {
                "title": word("deadlines", language),
                "head": [word("deadline", language), word("due", language)],
                "rows": [[self._deadline(each, language), self._due(each, language)] for each in self.deadlines],
                "none": word("no_deadlines", language),
            },
            "items": {
                "title": word("open_items", language),
                "head": [word("item", language), word("asked_for", language)],
                "rows": [[str(place), shown(text)] for place, text in self.items],
            },
            "closing": [word("asked", language), word("closing", language)],
            "signature": word("signature", language),
        }

    @staticmethod
    def _deadline(one: OpenDeadline, language: Language) -> str:
        return shown(one.title if one.verified else f"{one.title} ({word('unverified', language)})")

    def _due(self, one: OpenDeadline, language: Language) -> str:
        due = zoned(one.due_at, ZoneInfo(self.zone))
        return f"{due} ({word('passed', language)})" if one.due_at < self.now else due

    def _day(self, moment: datetime) -> str:
        return f"{moment.astimezone(ZoneInfo(self.zone)):%Y-%m-%d}"
