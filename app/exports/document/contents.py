"""Builds the contents of the document: every string that the template sets, in reading order.

It claims only what the package's verifier found, and lists what is not checked.

Not here: the first page (`first_page`), and the layout (`custody.typ`).
"""

from typing import Any, Final

from app.exports.document.account import Account, Row, Rows
from app.exports.document.figures import figures
from app.exports.document.first_page import FirstPage
from app.exports.document.origins import origins
from app.exports.document.sayings import Sayings
from app.exports.document.shown import shown
from app.exports.document.standing import About, Standing

#: If there are more people than fit on two pages, those with the fewest entries are only counted.
_MOST_ACTORS: Final = 60
_MOST_ERASURES: Final = 40

Tree = dict[str, Any]


def contents(about: About, account: Account, standing: Standing, sayings: Sayings, statistics: str = "") -> Tree:
    """Return all contents. `statistics`: the text of `statistics.csv`; then the document has figures and no entries."""
    return _Contents(about, account, standing, sayings, statistics).all()


class _Contents:
    def __init__(
        self, about: About, account: Account, standing: Standing, sayings: Sayings, statistics: str = ""
    ) -> None:
        self._about, self._account, self._standing, self._sayings = about, account, standing, sayings
        self._words, self._say = sayings.words, sayings.words.say
        self._statistics = statistics
        self._first = FirstPage(about, account, standing, sayings)

    def all(self) -> Tree:
        say = self._say
        return {
            "language": self._words.language,
            "title": self._words.title(self._about.profile),
            "about": self._first.subject(),
            "team": shown(self._about.team),
            "running": say("running", size=self._standing.size),
            "zone": say("zone_header", zone=shown(self._sayings.zone.key)),
            "page": [say("page"), say("page_of")],
            "kicker": say("kicker"),
            "marking": self._first.marking(),
            "headline": self._first.headline(),
            "verification": self._first.verification(),
            "facts": self._first.facts(),
            "hashes": self._first.hashes(),
            "asked": self._first.asked(),
            "all_hashes": self._first.all_hashes(),
            "origins": origins(self._about.origins, self._sayings),
            "figures": figures(self._statistics, self._sayings) if self._statistics else None,
            "persons": None if self._statistics else self._persons(),
            "handling": None if self._statistics else self._entries("handling", self._account.handling),
            "administration": None
            if self._statistics
            else self._entries("administration", self._account.administration),
            "withheld": self._withheld(),
            "erasures": None if self._statistics else self._erasures(),
            "integrity": self._integrity(),
            "document": self._first.document(),
            "attached": self._attached(),
        }

    def _persons(self) -> Tree:
        say = self._say
        actors = sorted(self._account.actors.values(), key=lambda one: (-one.kinds.total(), one.first))
        told = sorted(actors[:_MOST_ACTORS], key=lambda one: one.first)
        rows = [
            {
                "name": one.name,
                "seat": one.seat,
                "acts": [
                    self._words.kind(kind) if n == 1 else say("times_n", what=self._words.kind(kind), n=n)
                    for kind, n in one.kinds.most_common()
                ],
                "first": self._sayings.moment(one.first),
                "last": self._sayings.moment(one.last),
            }
            for one in told
        ]
        return {
            "title": say("persons_title" if len(self._account.exhibits) == 1 else "persons_title_team"),
            "intro": say("persons_intro", zone=shown(self._sayings.zone.key)),
            "head": [say(each) for each in ("persons_name", "persons_acts", "persons_first", "persons_last")],
            "rows": rows,
            "none": None if rows else say("persons_none"),
            "more": say("persons_more", count=len(actors) - len(told)) if len(actors) > len(told) else None,
        }

    def _entries(self, part: str, rows: Rows) -> Tree:
        say = self._say
        first, last = rows.parts()
        gap = None
        if last:
            between = rows.count - len(first) - len(last)
            # Name the positions only: in a package of one exhibit most entries between them are of other exhibits.
            gap = say("entries_gap", count=between, first=first[-1].position + 2, last=last[0].position)
        return {
            "title": say(f"{part}_title"),
            "intro": say(f"{part}_intro"),
            "head": [say(each) for each in ("no", "when", "who", "what")],
            "rows": [self._row(row) for row in first],
            "gap": gap,
            "end": [self._row(row) for row in last],
            "none": None if rows.count else say(f"{part}_none"),
        }

    def _row(self, row: Row) -> Tree:
        return {
            "n": "" if row.n is None else self._say("entry_n", n=row.n),
            "exhibit": shown(row.exhibit),
            "position": self._say("position", position=self._sayings.entry_number(row.position)),
            "local": self._sayings.moment(row.at),
            "utc": self._sayings.utc(row.at),
            "name": row.name,
            "seat": row.seat,
            "kind": self._words.kind(row.kind),
            "lines": [[f"{label}{self._say('colon')}", text] for label, text in row.lines],
            "hash": row.commitment,
        }

    def _withheld(self) -> Tree:
        say, size, entries = self._say, self._standing.size, self._account.entries
        lines = [say("withheld_nothing", size=size)]
        if entries < size:
            lines = [say("withheld_entries", size=size, shown=entries, withheld=size - entries), say("withheld_other")]
        lines += self._first.chains()
        fields = [
            self._words.several(
                "field_withheld",
                held.count,
                field=self._sayings.label(name),
                positions=self._words.several(
                    "positions",
                    held.count,
                    positions=", ".join(map(self._sayings.entry_number, held.positions))
                    + (" …" if held.count > len(held.positions) else ""),
                ),
            )
            for name, held in sorted(self._account.withheld.items())
        ]
        lines.append(say("fields_withheld") if fields else say("no_fields_withheld"))
        return {"title": say("withheld_title"), "lines": lines, "items": fields}

    def _erasures(self) -> Tree:
        found = self._account.erasures
        items = [
            self._say("erasure", at=self._sayings.moment(at), what=what, position=self._sayings.entry_number(position))
            for at, what, position in found[:_MOST_ERASURES]
        ]
        if len(found) > _MOST_ERASURES:
            items.append(self._say("more_items", count=len(found) - _MOST_ERASURES))
        return {
            "title": self._say("erasures_title"),
            "lines": [] if found else [self._say("erasures_none")],
            "items": items,
        }

    def _integrity(self) -> Tree:
        say, standing = self._say, self._standing
        whole = any(each.name == "bundle.zip" for each in standing.attached)
        package = "bundle.zip" if whole else standing.folder
        verify = {
            "head": say("step_verify"),
            "text": say("step_verify_how") if whole else say("step_no_bundle", folder=standing.folder),
            "code": f"python3 -I verify.py {package} --keys agreement.txt",
            "after": say("step_verify_says"),
        }
        take = {"head": say("step_take"), "text": say("step_take_how"), "code": "pdfdetach -saveall custody.pdf"}
        key = {
            "head": say("step_key"),
            "text": say("step_key_how"),
            "pairs": [[say("key"), standing.key], [say("founding"), standing.founding]],
        }
        files = {
            "head": say("step_files"),
            "text": say("step_files_how"),
            "code": f"python3 -I verify.py {package} --keys agreement.txt --files FOLDER",
        }
        seal = {
            "head": say("step_seal"),
            "text": say("step_seal_how"),
            "code": standing.fingerprint,
            "after": say("step_seal_self") if standing.self_signed else None,
        }
        return {
            "title": say("integrity_title"),
            "intro": say("integrity_intro"),
            "steps": [take, verify, key, *([files] if self._account.exhibits else []), seal],
            "checked": [say("checked_title"), say("checked", size=standing.size)],
            "unchecked": [say("unchecked_title"), self._words.listed("unchecked")],
        }

    def _attached(self) -> Tree:
        say, standing = self._say, self._standing
        left_out = say("left_out", names=", ".join(standing.left_out)) if standing.left_out else None
        return {
            "title": say("attached_title"),
            "intro": say("attached_intro"),
            "head": [say("attached_name"), say("attached_size"), "SHA-256"],
            "rows": [[each.name, self._words.number(each.size_bytes), each.sha256] for each in standing.attached],
            "left_out": left_out,
        }
