"""Builds the contents of the document: every string that the template sets, in reading order.

It claims only what the package's verifier found, and lists what is not checked.

Not here: the layout (`custody.typ`).
"""

from typing import Any, Final

from app.exports.document.account import Account, Row
from app.exports.document.sayings import Sayings
from app.exports.document.shown import shown
from app.exports.document.standing import About, Standing

#: If there are more people than fit on a page, those with the fewest events are only counted.
_MOST_ACTORS: Final = 32
_MOST_GAPS: Final = 40
_TO: Final = "\N{EN DASH}"
_MOST_ERASURES: Final = 40

Tree = dict[str, Any]


def contents(about: About, account: Account, standing: Standing, sayings: Sayings) -> Tree:
    """Return all contents."""
    return _Contents(about, account, standing, sayings).all()


class _Contents:
    def __init__(self, about: About, account: Account, standing: Standing, sayings: Sayings) -> None:
        self._about, self._account, self._standing, self._sayings = about, account, standing, sayings
        self._words, self._say = sayings.words, sayings.words.say

    def all(self) -> Tree:
        say, about = self._say, self._subject()
        return {
            "language": self._words.language,
            "title": say("title"),
            "about": about,
            "team": shown(self._about.team),
            "running": say("running", size=self._standing.size),
            "page": [say("page"), say("page_of")],
            "kicker": say("kicker"),
            "headline": None if self._account.title is None else self._sayings.cut(self._account.title),
            "cover": self._cover(),
            "notes": self._notes(),
            "who": self._who(),
            "timeline": self._timeline(),
            "withheld": self._withheld(),
            "erasures": self._erasures(),
            "integrity": self._integrity(),
            "attached": self._attached(),
        }

    def _subject(self) -> str:
        """Return what the document is about, in a line or two."""
        about = self._about
        numbers = [about.exhibit_number] if about.exhibit_number else list(about.exhibits)
        if numbers:
            said = self._words.several("of_exhibits", len(numbers), numbers=shown(", ".join(numbers)))
        else:
            said = self._say("of_team")
        return said if about.party is None else self._say("of_party", about=said, party=shown(about.party))

    def _cover(self) -> list[list[str]]:
        """Return rows of label, value, and font: `plain` or `mono`."""
        say, about, account, standing = self._say, self._about, self._account, self._standing
        rows = [(say("team"), shown(about.team), "plain")]
        if about.setting.proceeding:
            rows.append((say("proceeding"), self._sayings.cut(about.setting.proceeding), "plain"))
        if about.setting.requested_by:
            rows.append((say("requested_by"), shown(about.setting.requested_by), "plain"))
        if account.asked_at is not None:
            at = f"{self._sayings.moment(account.asked_at)} ({self._sayings.utc(account.asked_at)})"
            rows.append((say("made"), at, "plain"))
        shown_rows = sum(map(len, account.timeline()))
        which = "shown_all" if shown_rows == account.entries else "shown_some"
        rows += [
            (say("profile"), self._words.profile(about.profile), "plain"),
            (say("times"), say("times_said", zone=shown(self._sayings.zone.key)), "plain"),
            (say("shown"), say(which, shown=shown_rows, count=account.entries), "plain"),
            (say("size"), self._words.number(standing.size), "plain"),
            (say("cosigned"), self._cosigned(), "plain"),
            (say("stamped"), self._stamped(), "plain"),
            (say("ledger"), standing.origin, "mono"),
            (say("root"), standing.root, "mono"),
            (say("export"), str(about.export), "mono"),
            (say("sealed"), shown(standing.seal), "plain"),
            (say("fingerprint"), standing.fingerprint, "mono"),
        ]
        return [list(row) for row in rows]

    def _cosigned(self) -> str:
        standing = self._standing
        if not standing.witnesses:
            return self._say("no_witness")
        if not standing.cosigned:
            return self._say("cosigned_none", n=standing.witnesses)
        who = shown(", ".join(standing.cosigned))
        return self._say("cosigned_by", k=len(standing.cosigned), n=standing.witnesses, who=who)

    def _stamped(self) -> str:
        times = ", ".join(self._standing.stamped)
        return self._say("stamped_at", times=times) if times else self._say("not_stamped")

    def _notes(self) -> list[Tree]:
        notes: list[Tree] = []
        if self._about.erased_at is not None:
            at = f"{self._sayings.moment(self._about.erased_at)} ({self._sayings.utc(self._about.erased_at)})"
            notes.append({"text": self._say("erased_banner", at=at), "grave": True})
        if self._about.closed is not None:
            moment, position = self._about.closed
            at = f"{self._sayings.moment(moment)} ({self._sayings.utc(moment)})"
            notes.append({"text": self._say("closed_banner", at=at, position=position), "grave": False})
        if self._about.exhibit_number is not None and self._account.last_n:
            notes.append({"text": self._chain(), "grave": bool(self._account.gaps)})
        return notes

    def _chain(self) -> str:
        gaps = self._account.gaps
        if not gaps:
            return self._say("complete", last=self._account.last_n)
        which = ", ".join(str(first) if first == last else f"{first}{_TO}{last}" for first, last in gaps[:_MOST_GAPS])
        return self._say("gaps", count=self._account.missing(), which=which + (" …" if len(gaps) > _MOST_GAPS else ""))

    def _who(self) -> Tree:
        say = self._say
        actors = sorted(self._account.actors.values(), key=lambda one: (-one.kinds.total(), one.first))
        told = sorted(actors[:_MOST_ACTORS], key=lambda one: one.first)
        rows = [
            {
                "name": one.name,
                "seat": one.seat,
                "acts": [[self._words.kind(kind), self._words.number(n)] for kind, n in one.kinds.most_common()],
                "first": self._sayings.moment(one.first),
                "last": self._sayings.moment(one.last),
                "count": self._words.number(one.kinds.total()),
            }
            for one in told
        ]
        total = say("nobody")
        if actors:
            first, last = min(one.first for one in actors), max(one.last for one in actors)
            total = say(
                "who_total",
                acts=self._account.entries,
                people=self._words.several("people", len(actors)),
                first=self._sayings.moment(first),
                last=self._sayings.moment(last),
            )
        return {
            "title": say("who_title"),
            "intro": say("who_intro", zone=shown(self._sayings.zone.key)),
            "head": [say(each) for each in ("who_name", "who_acts", "who_count", "who_first", "who_last")],
            "rows": rows,
            "total": total,
            "more": say("who_more", count=len(actors) - len(told)) if len(actors) > len(told) else None,
        }

    def _timeline(self) -> Tree:
        say = self._say
        first, last = self._account.timeline()
        gap = None
        if last:
            between = self._account.entries - len(first) - len(last)
            # Name the positions only: in a package of one exhibit most entries between them are of other exhibits.
            gap = say("timeline_gap", count=between, first=first[-1].position + 1, last=last[0].position - 1)
        return {
            "title": say("timeline_title"),
            "intro": say("timeline_intro"),
            "head": [say(each) for each in ("no", "when", "who", "what")],
            "rows": [self._row(row) for row in first],
            "gap": gap,
            "end": [self._row(row) for row in last],
        }

    def _row(self, row: Row) -> Tree:
        return {
            "n": "" if row.n is None else self._words.number(row.n),
            "position": self._say("position", position=row.position),
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
        if self._about.exhibit_number is not None and self._account.last_n:
            lines.append(self._chain())
        fields = [
            self._words.several(
                "field_withheld",
                held.count,
                field=self._sayings.label(name),
                positions=self._words.several(
                    "positions",
                    held.count,
                    positions=", ".join(map(str, held.positions)) + (" …" if held.count > len(held.positions) else ""),
                ),
            )
            for name, held in sorted(self._account.withheld.items())
        ]
        lines.append(say("fields_withheld") if fields else say("no_fields_withheld"))
        return {"title": say("withheld_title"), "lines": lines, "items": fields}

    def _erasures(self) -> Tree:
        found = self._account.erasures
        items = [
            self._say("erasure", at=self._sayings.moment(at), what=what, position=str(position))
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
        verify = {
            "head": say("step_verify"),
            "text": say("step_verify_how") if whole else say("step_no_bundle", folder=standing.folder),
            "code": f"python3 -I verify.py {'bundle.zip' if whole else standing.folder} --keys agreement.txt",
            "after": say("step_verify_says"),
        }
        take = {"head": say("step_take"), "text": say("step_take_how"), "code": "pdfdetach -saveall custody.pdf"}
        key = {
            "head": say("step_key"),
            "text": say("step_key_how"),
            "pairs": [[say("key"), standing.key], [say("founding"), standing.founding]],
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
            "steps": [take, verify, key, seal],
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
