"""Contents of the method record of an exhibit: how it was obtained, with which tool, what was disclosed.

Values that are not recorded are named as missing. Not here: how it looks (`method.typ`), and reading
(`services/requests/method_record.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.exports.document.shown import shown
from app.exports.document.times import zoned
from app.exports.document.words import Words
from app.exports.requests.words import word
from app.i18n.phrases import Language

#: A line of a section: the word of its label, and its text; `None` is missing.
Line = tuple[str, str | None]
#: Marks on every page of an exhibit, such as `TLP:AMBER · H1`.
Markings = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How the exhibit was obtained, as its provider states it."""

    acquired_at: datetime
    zone: str
    place: str
    acquired_by: str
    legal_basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    """A legal request by which the exhibit came. `approvals`: its states on the way out, each with its time."""

    number: str
    instrument: str
    country: str
    authority: str | None
    legal_basis: str | None
    issuing: str | None
    validating: str | None
    conditions: str | None
    approvals: Sequence[tuple[str, datetime]]
    notifications: Sequence[tuple[str, datetime]]
    intercepts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """An acquisition record: tool, examiner, times and hash values. `corrected`: a later record replaces it."""

    name: str
    version: str
    examiner: str
    function: str | None
    write_blocker: str | None
    begun_at: datetime
    ended_at: datetime
    zone: str
    errors: str | None
    hashes: Sequence[str]
    corrected: bool


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as received, with its hash."""

    name: str
    size_bytes: int
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """A disclosure to a court, with the hash of each file. `recalled_at`: when the originator recalled it."""

    at: datetime
    court: str
    proceeding: str
    file_number: str
    files: Sequence[tuple[str, str]]
    recalled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodRecord:
    """The method record. `zone`: in which times are shown, unless an act has its own.

    `limits`: limits of use in force, each with its clause, also those that come with a source of the exhibit.
    """

    number: str
    title: str
    originator: str
    team: str
    markings: Markings
    made_by: str
    made_at: datetime
    zone: str
    origin: Origin | None
    authorisations: Sequence[Authorisation]
    limits: Sequence[tuple[str, str | None]]
    tools: Sequence[Tool]
    files: Sequence[StoredFile]
    disclosures: Sequence[Disclosed]

    def contents(self, language: Language) -> dict[str, Any]:
        """Return the contents for the template `method.typ` in a language."""
        sections = [
            self._section("method_origin", [self._origin()], language),
            self._section("method_authorisation", map(self._authorised, self.authorisations), language),
            self._section("method_notification", map(self._notified, self.authorisations), language, "method_art31"),
            self._section("method_tool", map(self._tool, self.tools), language),
            self._section("method_files", (_file(one, language) for one in self.files), language),
            self._section("method_disclosed", map(self._disclosed, self.disclosures), language),
        ]
        missing = sum(row["missing"] for one in sections for row in one["rows"])
        facts: tuple[tuple[str, str], ...] = (
            ("method_exhibit", self.number),
            ("method_title", self.title),
            ("method_originator", self.originator),
            *(("method_limit", f"{wording} ({clause})" if clause else wording) for wording, clause in self.limits),
            ("team", self.team),
            ("made", self._at(self.made_at)),
            ("method_made_by", self.made_by),
            ("method_missing", str(missing) if missing else word("none_missing", language)),
        )
        return {
            "title": word("method_record", language),
            "about": shown(self.number),
            "language": language,
            "kicker": word("method_record", language),
            "marking": shown(self.markings),
            "page": [word("page", language), word("of", language)],
            "facts": [[word(key, language), shown(text)] for key, text in facts],
            "head": [word("field", language), word("value", language)],
            "is_missing": word("method_not_recorded", language),
            "no_values": word("method_not_recorded", language),
            "sections": sections,
            "disclaimer": word("method_disclaimer", language),
        }

    def _section(
        self, key: str, groups: Iterable[Sequence[Line]], language: Language, note: str | None = None
    ) -> dict[str, Any]:
        """Return a section; without any line it has one that says that nothing is recorded."""
        rows = [_row(label, text, language) for lines in groups for label, text in lines]
        return {
            "title": word(key, language),
            "note": word(note, language) if note else None,
            "rows": rows or [_row("method_nothing", None, language)],
        }

    def _origin(self) -> Sequence[Line]:
        one = self.origin
        if one is None:
            return []
        return [
            ("method_acquired_at", _local(one.acquired_at, one.zone)),
            ("method_place", one.place),
            ("method_acquired_by", one.acquired_by),
            ("method_legal_basis", one.legal_basis),
        ]

    def _authorised(self, one: Authorisation) -> Sequence[Line]:
        return [
            ("request", f"{one.number}: {one.instrument}"),
            ("method_addressee", ", ".join(filter(None, (one.authority, one.country)))),
            ("method_legal_basis", one.legal_basis),
            ("method_issuing", one.issuing),
            ("method_validating", one.validating),
            ("method_steps", "\n".join(f"{state} {self._at(at)}" for state, at in one.approvals) or None),
            *([("method_conditions", one.conditions)] if one.conditions else []),
        ]

    def _notified(self, one: Authorisation) -> Sequence[Line]:
        label = "method_notified_intercept" if one.intercepts else "method_notified"
        papers = "\n".join(f"{number}: {self._at(at)}" for number, at in one.notifications)
        return [("request", one.number), (label, papers or None)]

    def _tool(self, one: Tool) -> Sequence[Line]:
        name = f"{one.name} {one.version}"
        return [
            ("method_tool_corrected" if one.corrected else "method_tool_name", name),
            ("method_examiner", ", ".join(filter(None, (one.examiner, one.function)))),
            ("method_write_blocker", one.write_blocker),
            ("method_begun", _local(one.begun_at, one.zone)),
            ("method_ended", _local(one.ended_at, one.zone)),
            *([("method_errors", one.errors)] if one.errors else []),
            ("method_hashes", "\n".join(one.hashes) or None),
        ]

    def _disclosed(self, one: Disclosed) -> Sequence[Line]:
        return [
            ("method_disclosed_at", self._at(one.at)),
            ("method_court", f"{one.court}, {one.proceeding} ({one.file_number})"),
            ("method_received", "\n".join(f"{name}: {sha256}" for name, sha256 in one.files) or None),
            *([("method_recalled", self._at(one.recalled_at))] if one.recalled_at else []),
        ]

    def _at(self, moment: datetime) -> str:
        return _local(moment, self.zone)


def _file(one: StoredFile, language: Language) -> Sequence[Line]:
    size = word("method_size", language, count=Words.of(language).number(one.size_bytes))
    return [("method_file", f"{one.name} ({size})"), ("method_sha256", one.sha256)]


def erased(at: datetime, zone: str, language: Language) -> str:
    """Return the statement that a text was erased, and when."""
    return word("method_erased", language, at=_local(at, zone))


def _local(moment: datetime, zone: str) -> str:
    return zoned(moment, ZoneInfo(zone))


def _row(label: str, text: str | None, language: Language) -> dict[str, Any]:
    value = None if text is None else "\n".join(map(shown, text.split("\n")))
    return {"depth": 0, "label": word(label, language), "value": value, "missing": value is None}
