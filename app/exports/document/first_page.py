"""Builds the first page: the answer to a court's questions, and the marking that every page carries.

The questions: which exhibit, with which hash values, is the record intact, who signed it, who asked for it.

Not here: the entries and how to verify them (`contents`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from app.access.exhibit_fields import FIELDS
from app.exports.document.account import Account
from app.exports.document.exhibits import ExhibitSummary, FileHash, marking
from app.exports.document.sayings import Sayings
from app.exports.document.shown import shown
from app.exports.document.standing import About, Standing

#: Hash values on the first page; if there are more, all of them follow in a part of their own.
_MOST_HASHES: Final = 6
_MOST_GAPS: Final = 40
#: Exhibit numbers in the headline; a table lists all of them.
_MOST_NAMED: Final = 3
#: Facts with a row of their own, below those that are combined or named otherwise.
_FURTHER: Final = tuple(
    one.name
    for one in FIELDS
    if one.in_document
    and one.name not in {"title", "acquired_at", "acquired_zone", "acquired_by", "place", "legal_basis"}
)
_TO: Final = "\N{EN DASH}"

Tree = dict[str, Any]
Line = tuple[str, str]


class FirstPage:
    """The contents of the first page, from the disclosed entries."""

    def __init__(self, about: About, account: Account, standing: Standing, sayings: Sayings) -> None:
        self._about, self._account, self._standing, self._sayings = about, account, standing, sayings
        self._words, self._say = sayings.words, sayings.words.say

    @property
    def _exhibits(self) -> Sequence[ExhibitSummary]:
        return sorted(self._account.exhibits.values(), key=lambda one: one.number)

    def subject(self) -> str:
        """Return what the document is about, in a line or two."""
        about = self._about
        numbers = [about.exhibit_number] if about.exhibit_number else list(about.exhibits)
        if numbers:
            more = f" + {len(numbers) - _MOST_NAMED}" if len(numbers) > _MOST_NAMED else ""
            named = shown(", ".join(numbers[:_MOST_NAMED])) + more
            return self._words.several("of_exhibits", len(numbers), numbers=named)
        if about.party is None:
            return self._say("of_team")
        return self._say("of_party", party=shown(self._sayings.names.party(about.party)))

    def headline(self) -> str | None:
        """Return the title of the only exhibit."""
        exhibits = self._exhibits
        title = exhibits[0].facts.get("title") if len(exhibits) == 1 else None
        return None if title is None else self._sayings.cut(str(title))

    def marking(self) -> str | None:
        """Return the marking of every page: the most restrictive TLP label and all handling codes of what it holds."""
        tlp, codes = marking(self._account.marked())
        told = [f"TLP:{tlp}"] * bool(tlp) + ([f"{self._say('handling')} {', '.join(codes)}"] if codes else [])
        return shown(" · ".join(told)) or None

    def verification(self) -> Tree:
        """Return the result of verification: the state of the log, the chains, the signer, co-signers and time stamp."""
        say, about = self._say, self._about
        lines = [say("log_verified", size=self._standing.size), *self.chains()]
        if about.erased_at is not None:
            lines.append(say("erased_banner", at=self._both(about.erased_at)))
        if about.closed is not None:
            moment, position = about.closed
            lines.append(say("closed_banner", at=self._both(moment), position=self._sayings.entry_number(position)))
        signer = [say("signer"), self._cosigned(), self._stamped()]
        return {
            "title": say("verification"),
            "grave": bool(self._account.gaps) or about.erased_at is not None,
            "head": say("verified_head"),
            "lines": lines,
            "signer_head": say("signer_head"),
            "signer": signer,
        }

    def chains(self) -> list[str]:
        """Return whether the entries of each exhibit are complete, one sentence for all complete ones."""
        account = self._account
        several = len(account.exhibits) > 1
        told = [
            self._gaps(exhibit, one.number) for exhibit, one in account.exhibits.items() if account.gaps.get(exhibit)
        ]
        complete = [
            exhibit for exhibit in account.exhibits if exhibit in account.last_n and exhibit not in account.gaps
        ]
        if complete and several:
            told.append(self._words.several("all_complete", len(complete)))
        return told + [self._say("complete", last=account.last_n[one]) for one in complete if not several]

    def _gaps(self, exhibit: str, number: str) -> str:
        gaps = self._account.gaps[exhibit]
        which = ", ".join(str(first) if first == last else f"{first}{_TO}{last}" for first, last in gaps[:_MOST_GAPS])
        which += " …" if len(gaps) > _MOST_GAPS else ""
        return self._say("gaps", number=shown(number), count=self._account.missing(exhibit), which=which)

    def facts(self) -> Tree:
        """Return the facts of the exhibit; of several, a table; of none, what the package covers."""
        exhibits = self._exhibits
        if not exhibits:
            return {"title": self._say("scope"), "rows": self._scope(), "table": None}
        if len(exhibits) == 1:
            return {"title": self._say("exhibit_facts"), "rows": list(self._of_exhibit(exhibits[0])), "table": None}
        head = [self._say(one) for one in ("exhibit", "exhibit_title", "originator", "acquired")]
        rows = [
            [shown(one.number), *(self._fact(one, name) for name in ("title", "originator", "acquired_at"))]
            for one in exhibits
        ]
        return {"title": self._say("exhibits_facts"), "rows": [], "table": {"head": head, "rows": rows}}

    def _of_exhibit(self, exhibit: ExhibitSummary) -> Iterator[Line]:
        yield self._say("exhibit"), shown(exhibit.number)
        kind = ", ".join(filter(None, (self._fact(exhibit, "exhibit_kind"), self._fact(exhibit, "category"))))
        acquired = ", ".join(filter(None, (self._fact(exhibit, "acquired_at"), self._fact(exhibit, "place"))))
        for label, value in (
            ("exhibit_kind", kind),
            ("originator", self._fact(exhibit, "originator")),
            ("acquired", acquired),
            ("acquired_by", self._fact(exhibit, "acquired_by")),
            ("legal_basis", self._fact(exhibit, "legal_basis")),
        ):
            if value:
                yield self._say(label), value
        for name in _FURTHER:
            if value := self._fact(exhibit, name):
                yield self._sayings.label(name), value
        if exhibit.handling or exhibit.tlp:
            yield self._say("marking"), self._meaning(exhibit)
        if exhibit.declared:
            yield self._sayings.label("declared_hashes"), "; ".join(map(self._declared_hash, exhibit.declared))

    def _declared_hash(self, one: Mapping[str, Any]) -> str:
        return self._sayings.hash_value(one)

    def _meaning(self, exhibit: ExhibitSummary) -> str:
        codes = [f"{code} ({said})" if (said := self._words.marking(code)) else code for code in exhibit.handling]
        return shown("; ".join([*([f"TLP:{exhibit.tlp}"] if exhibit.tlp else []), *codes]))

    def _fact(self, exhibit: ExhibitSummary, name: str) -> str:
        value = exhibit.facts.get(name)
        if not value:
            return ""
        group = {"exhibit_kind": "kind", "category": "category"}.get(name)
        return self._words.word(group, str(value)) if group else self._sayings.value(name, value)

    def _scope(self) -> list[Line]:
        about, account = self._about, self._account
        rows = [(self._say("covers"), self._words.profile(about.profile))]
        since, until = about.period
        if since or until:
            ends = [self._sayings.local(since) if since else "…", self._sayings.local(until) if until else "…"]
            rows.append((self._say("period"), self._say("period_said", since=ends[0], until=ends[1])))
        size = self._standing.size
        return [*rows, (self._say("shown"), self._say("shown_entries", count=account.entries, size=size))]

    def hashes(self) -> Tree | None:
        """Return the hash values of the files, as many as fit on the first page."""
        rows = [(one.number, each) for one in self._exhibits for each in one.files]
        if not self._exhibits:
            return None
        more = len(rows) + sum(one.more for one in self._exhibits) - _MOST_HASHES
        note = self._say("more_hashes", count=more) if more > 0 else None
        return self._hash_table(
            self._say("hashes"), rows[:_MOST_HASHES], note or (None if rows else self._say("no_hashes"))
        )

    def all_hashes(self) -> Tree | None:
        """Return all hash values, if they do not fit on the first page."""
        rows = [(one.number, each) for one in self._exhibits for each in one.files]
        if len(rows) <= _MOST_HASHES:
            return None
        more = sum(one.more for one in self._exhibits)
        return self._hash_table(self._say("all_hashes"), rows, self._say("more_items", count=more) if more else None)

    def _hash_table(self, title: str, rows: Sequence[tuple[str, FileHash]], note: str | None) -> Tree:
        return {
            "title": title,
            "head": [self._say("exhibit"), self._say("attached_name"), self._say("attached_size"), "SHA-256"],
            "rows": [[shown(number), *self._told(one)] for number, one in rows],
            "note": note,
        }

    def _told(self, file: FileHash) -> list[str]:
        return [self._sayings.cut(file.name), self._words.number(file.size_bytes), file.sha256, self._declared(file)]

    def _declared(self, file: FileHash) -> str:
        if file.declared is None:
            return ""
        return self._say("as_declared" if file.declared == file.sha256 else "not_as_declared")

    def asked(self) -> Tree:
        """Return who asked for the package, for which proceeding, and when."""
        say, asked = self._say, self._about.setting
        rows = [(say("requested_by"), shown(asked.requested_by))] if asked.requested_by else []
        rows += [(say("proceeding"), self._sayings.cut(asked.proceeding))] if asked.proceeding else []
        rows += self._originals()
        if self._account.asked_at is not None:
            rows.append((say("made"), self._both(self._account.asked_at)))
        return {"title": say("asked"), "rows": rows}

    def _originals(self) -> list[Line]:
        """Return how many originals the package has, and of which exhibits it has none and why."""
        about, said = self._about, list[str]()
        if about.originals:
            said.append(self._words.several("originals_held", len(about.originals)))
        said += [
            self._say("no_original", number=shown(one.exhibit), reason=shown(one.reason)) for one in about.left_out
        ]
        return [(self._say("originals"), " ".join(said))] if said else []

    def document(self) -> Tree:
        """Return the technical data of the document: log, root, export and seal."""
        say, account, standing = self._say, self._account, self._standing
        parts = [part for rows in (account.handling, account.administration) for part in rows.parts()]
        rows = [
            (say("profile"), self._words.profile(self._about.profile), "plain"),
            (say("times"), say("times_said", zone=shown(self._sayings.zone.key)), "plain"),
        ]
        if (here := sum(map(len, parts))) < account.entries:
            rows.append((say("shown"), say("shown_some", shown=here, count=account.entries), "plain"))
        else:
            rows.append((say("shown"), say("shown_all", count=account.entries), "plain"))
        rows += [
            (say("size"), say("size_said", count=standing.size), "plain"),
            (say("ledger"), standing.origin, "mono"),
            (say("root"), standing.root, "mono"),
            (say("export"), str(self._about.export), "mono"),
            (say("sealed"), shown(standing.seal), "plain"),
            (say("fingerprint"), standing.fingerprint, "mono"),
        ]
        return {"title": say("document"), "rows": [list(row) for row in rows]}

    def _cosigned(self) -> str:
        """Return which co-signers signed, and how many the agreement demands, as the page of the team states it."""
        standing, k = self._standing, len(self._standing.cosigned)
        who = shown(", ".join(map(self._sayings.names.party, standing.cosigned)))
        if not standing.witnesses:
            told = [self._say("no_witness")]
        elif not k:
            told = [self._say("cosigned_none", n=standing.witnesses)]
        else:
            told = [self._words.several("cosigned_by", k, n=standing.witnesses, who=who)]
        if not standing.quorum:
            return " ".join([*told, self._say("quorum_none")])
        told.append(self._words.several("quorum_agreed", standing.quorum))
        return " ".join([*told, *([] if k >= standing.quorum else [self._say("quorum_unmet")])])

    def _stamped(self) -> str:
        times = ", ".join(self._standing.stamped)
        return self._say("stamped_at", times=times) if times else self._say("not_stamped")

    def _both(self, moment: str) -> str:
        return f"{self._sayings.moment(moment)} ({self._sayings.utc(moment)})"
