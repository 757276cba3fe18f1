"""Collects the data of the document while entries are added: people, timeline, gaps, withheld fields, erasures.

It uses disclosed entries only, so the document says no more than the package. Memory is bounded: of a long ledger the
timeline keeps the beginning and the end.

Not here: the sentences, and the layout.
"""

import json
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from app.exports.custody import DisclosedEntry
from app.exports.document.sayings import Line, Sayings
from app.exports.document.shown import shown
from app.ledger.signing.canonical import commitment

#: The timeline holds this many entries from the beginning and from the end: typesetting 2,000 takes 2 s and 350 MB.
HALF: Final = 1_000
_POSITIONS: Final = 12
_SYSTEM: Final = "system"


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as a row of the timeline."""

    position: int
    n: int | None
    at: str
    name: str
    seat: str
    kind: str
    lines: tuple[Line, ...]
    commitment: str


@dataclass(slots=True)
class Actor:
    """Somebody who acted: name and authority if they are disclosed, otherwise the member's code alone."""

    name: str
    seat: str
    first: str
    last: str
    kinds: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Withheld:
    """A field that some disclosed entries contain and do not disclose."""

    count: int = 0
    positions: list[int] = field(default_factory=list)


class Account:
    """Add every disclosed entry in order; then read the collected data."""

    def __init__(self, sayings: Sayings, export: UUID, evidence: UUID | None) -> None:
        """`export`: its entry states when the package was made; `evidence`: the exhibit whose chain is shown."""
        self._sayings, self._export = sayings, str(export)
        self._evidence = None if evidence is None else str(evidence)
        self._first: list[Row] = []
        self._last: deque[Row] = deque(maxlen=HALF)
        self.entries = self.last_n = 0
        self.actors: dict[tuple[str, str], Actor] = {}
        self.gaps: list[tuple[int, int]] = []
        self.withheld: dict[str, Withheld] = {}
        self.erasures: list[tuple[str, str, int]] = []
        self.title: str | None = None
        self.asked_at: str | None = None

    def add(self, disclosed: DisclosedEntry) -> None:
        """Add the next entry, in the order of positions."""
        entry = json.loads(disclosed.canonical)
        said = {name: json.loads(one.text) for name, one in sorted(disclosed.fields.items())}
        name, seat = self._actor(entry, said)
        self.entries += 1
        self._count(entry, name, seat)
        self._notice(disclosed.position, entry, said)
        row = Row(
            disclosed.position,
            said.get("chain", {}).get("n"),
            entry["at"],
            name,
            seat,
            entry["kind"],
            tuple(self._lines(disclosed.position, entry, said)),
            commitment(disclosed.canonical, disclosed.salt).hex(),
        )
        if len(self._first) < HALF:
            self._first.append(row)
        else:
            self._last.append(row)

    def timeline(self) -> tuple[list[Row], list[Row]]:
        """Return the rows of the beginning and, if some between them are left out, of the end."""
        if self.entries <= 2 * HALF:
            return [*self._first, *self._last], []
        return self._first, list(self._last)

    def missing(self) -> int:
        """Return how many of the exhibit's entries are not disclosed, up to the last one that is."""
        return sum(last - first + 1 for first, last in self.gaps)

    def _lines(self, position: int, entry: dict[str, Any], said: dict[str, Any]) -> Iterator[Line]:
        yield from self._sayings.lines(entry["purpose"], said)
        absent = sorted(set(entry["fields"]) - set(said))
        if absent:
            for name in absent:
                held = self.withheld.setdefault(name, Withheld())
                held.count += 1
                held.positions += [position] if held.count <= _POSITIONS else []
            yield self._sayings.words.say("withheld_fields"), ", ".join(map(self._sayings.words.field, absent))

    def _actor(self, entry: dict[str, Any], said: dict[str, Any]) -> tuple[str, str]:
        """Return the name, and the member's code with authority and party, as far as they are disclosed."""
        if entry["seat"] == _SYSTEM:
            return self._sayings.words.say("system"), ""
        actor = said.get("actor") or {}
        place = [entry["seat"], actor.get("authority"), entry["party"]]
        seat = " · ".join(dict.fromkeys(shown(str(each)) for each in place if each))
        return (self._sayings.cut(str(actor["name"])), seat) if actor.get("name") else (entry["seat"], seat)

    def _erased(self, kind: str, said: dict[str, Any]) -> str:
        """Return what was erased; for fields of entries, which fields and where."""
        what, names, each = self._sayings.words.kind(kind), said.get("names"), said.get("erased_fields")
        if isinstance(each, list):
            told = ", ".join(
                self._sayings.label(name) for name in dict.fromkeys(str(name) for one in each for name in one["names"])
            )
            places = ", ".join(str(one["position"]) for one in each)
            return self._sayings.words.say("erased_fields_of_many", what=what, names=told, of=places)
        if not isinstance(names, list):
            return what
        told = ", ".join(self._sayings.label(str(name)) for name in names)
        return self._sayings.words.say("erased_fields", what=what, names=told, of=str(said.get("position")))

    def _count(self, entry: dict[str, Any], name: str, seat: str) -> None:
        actor = self.actors.setdefault((name, seat), Actor(name, seat, entry["at"], entry["at"]))
        actor.first, actor.last = min(actor.first, entry["at"]), max(actor.last, entry["at"])
        actor.kinds[entry["kind"]] += 1

    def _notice(self, position: int, entry: dict[str, Any], said: dict[str, Any]) -> None:
        """Collect what the cover and later sections show: gaps, title, erasures, time of the export."""
        about = entry["subject"].get("evidence")
        if self._evidence is not None and about == self._evidence:
            n = said.get("chain", {}).get("n")
            if isinstance(n, int):
                if n > self.last_n + 1:
                    self.gaps.append((self.last_n + 1, n - 1))
                self.last_n = max(self.last_n, n)
            if entry["kind"] == "evidence.registered":
                self.title = said.get("title")
            elif entry["kind"] == "evidence.described":
                self.title = said.get("changes", {}).get("title", {}).get("to", self.title)
        if entry["led"] == "erasure":
            self.erasures.append((entry["at"], self._erased(entry["kind"], said), position))
        if entry["subject"].get("export") == self._export:
            self.asked_at = entry["at"]
