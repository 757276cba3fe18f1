"""The pool as one seat sees it: the list of exhibits, by keyset, sorted and narrowed.

A page of any order is read from an index of the party's own release rows, forwards or backwards, and row-level security
checks the few rows by key: it costs the same however large the pool and however little of it a party may see. Its plan, which
takes three times as long to make as to carry out, is made once for a connection and held to that way (`Reading.plan`). What is
searched or filtered is found by `search_pool` in the database (`app/schema/evidence/registration.sql`), which asks the same question of each row.
Deliberately not here: one exhibit whole (`services/evidence.py`), and the text of a cursor (`api/cursors.py`).
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, Integer, Text, Uuid, bindparam, text

from app.access.seats import Columns, Seat
from app.database import Reading

_MOST_WORDS: Final = 8


class Sort(StrEnum):
    """The orders of the list; a minus turns one round. Newest first is the order of ids, descending."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    TITLE_DOWN = "-title"
    NUMBER = "number"
    NUMBER_DOWN = "-number"
    SIZE = "size"
    SIZE_DOWN = "-size"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a list: beside this row. `key` is the row's in that order, None where ids are the order."""

    key: str | int | None
    evidence: UUID


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows the list; None does not. Parties by code.

    `words`: all of them stand in title or number. `level`: at least this is the seat's own. `released_to`: of the exhibits
    whose releases the seat may know. `acquired_…`: among what the seat may read. `ids` stands alone.
    """

    words: str | None = None
    originator: str | None = None
    kind: str | None = None
    category: str | None = None
    status: str | None = None
    handling: str | None = None
    tlp: str | None = None
    level: int | None = None
    released_to: str | None = None
    acquired_from: datetime | None = None
    acquired_before: datetime | None = None
    ids: Sequence[UUID] | None = None

    @property
    def searches(self) -> bool:
        """Whether anything but ids narrows."""
        return any(getattr(self, one.name) is not None for one in fields(self) if one.name != "ids")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the list: its rows in order, and whether there are more before and behind.

    Rows name parties by id, in no order; `codes` has what each is called.
    """

    rows: Sequence[Columns]
    codes: Mapping[UUID, str]
    before: bool
    behind: bool


async def leaf(
    session: Reading, seat: Seat, filters: Filters, sort: Sort, *, mark: Mark | None, back: bool, limit: int
) -> Leaf:
    """The page behind `mark`, or before it; the first page without one. What `listed` shows, and the seat's level."""
    turned = back != (sort is Sort.NEWEST or sort.startswith("-"))
    column = sort.removeprefix("-")
    binds = {
        "jit": seat.jit,
        "party": seat.party,
        "mark": mark.evidence if mark else None,
        "key": mark.key if mark else None,
        "ids": filters.ids,
    }
    rows: Sequence[Columns]
    if filters.searches and filters.ids is None:
        key = None if mark is None or mark.key is None else str(mark.key)
        await session.plan(row_by_row=False)
        binds |= _asked(filters) | {"order": column, "descending": turned, "key": key, "limit": limit + 1}
        rows = (await session.execute(_SEARCHED, binds)).mappings().all()
    else:
        named = filters.ids is not None
        statement, names = _statement(column, turned, mark is not None, named, seat.audits_the_jit, limit + 1)
        await session.plan(row_by_row=not named)
        rows = await session.fetch(statement, *(binds[name] for name in names))
    more, rows = len(rows) > limit, rows[:limit]
    codes = await _codes_of(session, rows)
    if back:
        return Leaf(rows[::-1], codes, before=more, behind=True)
    return Leaf(rows, codes, before=mark is not None, behind=more)


#: What parties are called, by their ids: it is said in the ledger, and never changes. Only who sees a row asks for its parties.
_named: dict[UUID, str] = {}


async def _codes_of(session: Reading, rows: Sequence[Columns]) -> Mapping[UUID, str]:
    """Joined to each row in the database they would cost a third of the list."""
    parties = set().union((row["originator"] for row in rows), *(row["released_to"] for row in rows))
    unknown = parties - _named.keys()
    if unknown:
        found = await session.fetch("select id, code from parties where id = any($1)", list(unknown))
        _named.update((row["id"], row["code"]) for row in found)
    return _named


def mark_of(row: Columns, sort: Sort) -> Mark:
    """The place of a row in this order."""
    column = _COLUMN.get(sort.removeprefix("-"))
    return Mark(None if column is None else row[column], row["id"])


def _asked(filters: Filters) -> dict[str, Any]:
    words = [_escape(_fold(word)) for word in (filters.words or "").split()[:_MOST_WORDS]]
    return {one.name: getattr(filters, one.name) for one in fields(filters)} | {"words": words or None}


def _fold(word: str) -> str:
    """As `folded` in the database: without case and accents, letter by letter, so that a final sigma is a sigma."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(letter.lower() for letter in plain if not "\u0300" <= letter <= "\u036f").replace("\u03c2", "\u03c3")


def _escape(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_COLUMN: Final = {"title": "title_key", "number": "exhibit_number", "size": "files_bytes"}
_CODES: Final = "with codes as materialized (select p.id, p.code from parties p where p.jit = :jit)"
# Who obtained an exhibit knows all its releases, the auditor of the team too (no party); anybody else its own party's, which it has.
_SHOWN: Final = """
    e.id, e.exhibit_number, e.originator, e.title, e.kind, e.category, e.handling, e.tlp, e.status,
    e.registered_at, e.files_count, e.files_bytes, e.version, e.title_key,
    coalesce(e.originator = :party, false) as mine,
    case when e.originator <> :party and e.joint is null then array[:party]
         else array(select r2.party from releases r2 where r2.jit = :jit and r2.evidence = e.id) end as released_to
"""
_TYPES: Final[dict[str, Any]] = {
    "party": Uuid,
    "mark": Uuid,
    "ids": ARRAY(Uuid),
    "words": ARRAY(Text),
    "level": Integer,
    "acquired_from": DateTime(timezone=True),
    "acquired_before": DateTime(timezone=True),
    **dict.fromkeys(
        ("originator", "kind", "category", "status", "handling", "tlp", "released_to", "order", "key"), Text
    ),
}


@lru_cache(maxsize=512)
def _statement(
    column: str,
    turned: bool,  # noqa: FBT001
    marked: bool,  # noqa: FBT001
    named: bool,  # noqa: FBT001
    whole: bool,  # noqa: FBT001
    limit: int,
) -> tuple[str, tuple[str, ...]]:
    """The list without a search, and the names of its values in their places.

    Everything that is put together here is a constant of this file, or the limit. The limit stands in the text: a plan made for any limit would be one for a tenth of the table.
    """
    key = _COLUMN.get(column)
    way, beyond = ("desc", "<") if turned else ("asc", ">")
    table, ident = ("e", "e.id") if whole else ("r", "r.evidence")
    ordering = ", ".join(f"{one} {way}" for one in ([f"{table}.{key}"] if key else []) + [ident])
    conditions = [f"{table}.jit = :jit"]
    if not whole:
        conditions += ["r.party = :party", "r.effective", f"{LEVEL} > 0"]
    if marked:
        conditions.append(f"({table}.{key}, {ident}) {beyond} (:key, :mark)" if key else f"{ident} {beyond} :mark")
    if named:
        conditions.append(f"{ident} = any(:ids)")
    source = "evidence e" if whole else "releases r join evidence e on e.jit = r.jit and e.id = r.evidence"
    query = f"""
        select {_SHOWN}, {"1" if whole else LEVEL} as level
          from {source}
         where {" and ".join(conditions)}
         order by {ordering} limit {limit:d}
    """  # noqa: S608
    names = tuple(name for name in ("jit", "party", "mark", "key", "ids") if f":{name}" in query)
    for place, name in enumerate(names, 1):
        query = query.replace(f":{name}", f"${place}")
    return query, names


#: As `admitted`, of an asker who is looked at once (decision 0090).
LEVEL: Final = (
    "admits(r.level, r.authorities, r.seats, r.not_before, r.until,"
    " (select asking_seat()), (select asking_authority()), (select asking_standing()))"
)
_PARTY_NAMED: Final = """
    case when :{0} is null then null
         else coalesce((select id from codes where code = :{0}), cast(:nobody as uuid)) end
"""
_SEARCHED: Final = text(
    f"""
    {_CODES}
    select {_SHOWN}, s.level
      from search_pool(:words, {_PARTY_NAMED.format("originator")}, :kind, :category, :status, :handling, :tlp, :level,
                       {_PARTY_NAMED.format("released_to")}, :acquired_from, :acquired_before,
                       :order, :descending, :key, :mark, :limit) with ordinality as s (evidence, level, place)
      join evidence e on e.jit = :jit and e.id = s.evidence
     order by s.place
    """  # noqa: S608 - the parts are constants of this file
).bindparams(*(bindparam(one, type_=kind) for one, kind in _TYPES.items() if one != "ids"), nobody=UUID(int=0))
