"""Collects the data of the document while entries are added: exhibits, people, rows, gaps, erasures.

It uses disclosed entries only, so the document says no more than the package. Memory is bounded: of many rows it keeps
the beginning and the end. Rows about handling and access are apart from those about administration.

Not here: the sentences, and the layout.
"""

import json
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from app.exports.custody import DisclosedEntry
from app.exports.document.exhibits import ExhibitSummary
from app.exports.document.sayings import Line, Sayings
from app.exports.document.shown import shown
from app.ledger.signing.canonical import commitment

#: Each part holds this many rows from the beginning and from the end: typesetting 2,000 takes 2 s and 350 MB.
HALF: Final = 500
_POSITIONS: Final = 12
_SYSTEM: Final = "system"
#: Kinds of access to the content.
ACCESS: Final = frozenset({"evidence.opened", "evidence.taken", "emergency.begun", "working_session.begun"})
#: Kinds of handling of an exhibit and its files. All others, such as releases, labels and exports, are administration.
HANDLING: Final = ACCESS | {
    "copy.answered",
    "evidence.derived",
    "evidence.disclosed",
    "evidence.erased",
    "evidence.imported",
    "evidence.inherited",
    "evidence.registered",
}
_HANDLING_PREFIXES: Final = ("acquisition.", "custody.", "file.", "fixity.")
#: Fields of custody events that name a person who held or carried the object.
_PHYSICAL: Final = ("by", "giver", "performer")


def is_handling(kind: str) -> bool:
    """Return whether an entry of this kind is about handling or access and not about administration."""
    return kind in HANDLING or kind.startswith(_HANDLING_PREFIXES)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as a row of a part of the document. `exhibit`: its number, or the beginning of its id."""

    position: int
    n: int | None
    exhibit: str
    at: str
    name: str
    seat: str
    kind: str
    lines: tuple[Line, ...]
    commitment: str


class Rows:
    """The rows of one part: all of them, or the beginning and the end."""

    def __init__(self) -> None:
        self.count = 0
        self._first: list[Row] = []
        self._last: deque[Row] = deque(maxlen=HALF)

    def add(self, row: Row) -> None:
        """Add the next row."""
        self.count += 1
        if len(self._first) < HALF:
            self._first.append(row)
        else:
            self._last.append(row)

    def parts(self) -> tuple[list[Row], list[Row]]:
        """Return the rows of the beginning and, if some between them are left out, of the end."""
        if self.count <= 2 * HALF:
            return [*self._first, *self._last], []
        return self._first, list(self._last)


@dataclass(slots=True)
class Actor:
    """A person who handled an exhibit: name and authority if they are disclosed, otherwise the member's code alone."""

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

    def __init__(self, sayings: Sayings, export: UUID, exhibits: Sequence[UUID] = ()) -> None:
        """`export`: its entry states when the package was made; `exhibits`: those that the package is about."""
        self._sayings, self._export = sayings, str(export)
        self.exhibits = {str(one): ExhibitSummary(str(one)[:8]) for one in exhibits}
        self._others: dict[str, ExhibitSummary] = {}
        self._numbers: dict[str, str] = {}
        self.handling, self.administration = Rows(), Rows()
        self.entries = 0
        self.last_n: dict[str, int] = {}
        self.actors: dict[tuple[str, str], Actor] = {}
        self.gaps: dict[str, list[tuple[int, int]]] = {}
        self.withheld: dict[str, Withheld] = {}
        self.erasures: list[tuple[str, str, int]] = []
        self.asked_at: str | None = None

    def add(self, disclosed: DisclosedEntry) -> None:
        """Add the next entry, in the order of positions."""
        entry = json.loads(disclosed.canonical)
        said = {name: json.loads(one.text) for name, one in sorted(disclosed.fields.items())}
        name, seat = self._actor(entry, said)
        self.entries += 1
        self._notice(disclosed.position, entry, said)
        if is_handling(entry["kind"]):
            self._count(entry, name, seat)
            self._count_physical(entry, said, name)
        about = entry["subject"].get("evidence", "")
        row = Row(
            disclosed.position,
            said.get("chain", {}).get("n"),
            self._numbers.get(about) or self._sayings.names.exhibit(about),
            entry["at"],
            name,
            seat,
            entry["kind"],
            tuple(self._lines(disclosed.position, entry, said)),
            commitment(disclosed.canonical, disclosed.salt).hex(),
        )
        (self.handling if is_handling(entry["kind"]) else self.administration).add(row)

    def marked(self) -> Sequence[ExhibitSummary]:
        """Return all exhibits with disclosed markings: those of the package, and others that its entries are about."""
        return [*self.exhibits.values(), *self._others.values()]

    def missing(self, exhibit: str) -> int:
        """Return how many entries of an exhibit are not disclosed, up to the last one that is."""
        return sum(last - first + 1 for first, last in self.gaps.get(exhibit, ()))

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
        """Return the name, and authority and party in full with the member's code, as far as they are disclosed."""
        if entry["seat"] == _SYSTEM:
            return self._sayings.words.say("system"), ""
        actor = said.get("actor") or {}
        where = self._sayings.names.place(entry["party"], actor.get("authority"))
        seat = shown(f"{where} ({entry['seat']})" if where else entry["seat"])
        return (self._sayings.cut(str(actor["name"])), seat) if actor.get("name") else (entry["seat"], shown(where))

    def _erased(self, kind: str, said: dict[str, Any]) -> str:
        """Return what was erased; for fields of entries, which fields and where."""
        what, names, each = self._sayings.words.kind(kind), said.get("names"), said.get("erased_fields")
        if isinstance(each, list):
            told = ", ".join(
                self._sayings.label(name) for name in dict.fromkeys(str(name) for one in each for name in one["names"])
            )
            places = ", ".join(self._sayings.entry_number(one["position"]) for one in each)
            return self._sayings.words.say("erased_fields_of_many", what=what, names=told, of=places)
        if not isinstance(names, list):
            return what
        told = ", ".join(self._sayings.label(str(name)) for name in names)
        return self._sayings.words.say(
            "erased_fields", what=what, names=told, of=self._sayings.value("position", said.get("position"))
        )

    def _count(self, entry: dict[str, Any], name: str, seat: str) -> None:
        actor = self.actors.setdefault((name, seat), Actor(name, seat, entry["at"], entry["at"]))
        actor.first, actor.last = min(actor.first, entry["at"]), max(actor.last, entry["at"])
        actor.kinds[entry["kind"]] += 1

    def _count_physical(self, entry: dict[str, Any], said: dict[str, Any], recorder: str) -> None:
        """Count the persons whom a custody event names as having held or carried the object."""
        if not entry["kind"].startswith("custody."):
            return
        for name in dict.fromkeys(str(said[one]) for one in _PHYSICAL if said.get(one)):
            who = self._sayings.cut(name)
            if who != recorder:
                self._count(entry, who, self._sayings.words.say("named_by", who=recorder))

    def _notice(self, position: int, entry: dict[str, Any], said: dict[str, Any]) -> None:
        """Collect what the first page and later sections show: exhibits, gaps, erasures, time of the export."""
        about = entry["subject"].get("evidence")
        if about is not None and entry["kind"] == "evidence.registered" and said.get("exhibit_number"):
            self._numbers[about] = str(said["exhibit_number"])
        if about in self.exhibits:
            self._follow(about, said.get("chain", {}).get("n"))
            self.exhibits[about].number = self._numbers.get(about, about[:8])
            self.exhibits[about].take(entry["kind"], said)
        elif about is not None:
            self._others.setdefault(about, ExhibitSummary(about[:8])).mark(entry["kind"], said)
        if entry["led"] == "erasure":
            self.erasures.append((entry["at"], self._erased(entry["kind"], said), position))
        if entry["subject"].get("export") == self._export:
            self.asked_at = entry["at"]

    def _follow(self, exhibit: str, n: object) -> None:
        """Note numbers of an exhibit's chain that are missing before this one."""
        if not isinstance(n, int):
            return
        before = self.last_n.get(exhibit, 0)
        if n > before + 1:
            self.gaps.setdefault(exhibit, []).append((before + 1, n - 1))
        self.last_n[exhibit] = max(before, n)
