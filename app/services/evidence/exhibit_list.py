"""List the exhibits that a member may see: keyset pagination, sorting, filters.

A page is read, forwards or backwards, from an index on the releases to the member's party. Row-level security then
checks the few rows by key. The cost does not depend on the size of the pool. Planning takes three times as long as
execution, so the plan is made once per connection (`Reading.plan`).

Searches and filters use `search_pool` in the database (`app/schema/evidence/exhibit_list.sql`), which applies the same
conditions to each row.

Not here: a single exhibit (`services/evidence/exhibits.py`) and the encoding of a cursor (`api/cursors.py`).
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeAlias
from uuid import UUID

import asyncpg
from sqlalchemy import ARRAY, DateTime, Integer, Text, Uuid, bindparam, text

from app.access.seats import Columns, Seat
from app.database import Reading
from app.queries import Query, RowPosition, untyped

#: Where counting ends, so that a count costs the same in every pool.
MOST_COUNTED: Final = 1000
_MOST_WORDS: Final = 8


class Sort(StrEnum):
    """Sort orders; a minus means descending. `NEWEST` sorts by id, descending."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    TITLE_DOWN = "-title"
    NUMBER = "number"
    NUMBER_DOWN = "-number"
    SIZE = "size"
    SIZE_DOWN = "-size"


#: A position in a list: next to this row.
SortPosition: TypeAlias = RowPosition[str | int | None]


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters of the list; `None` does not filter. Parties are given by code.

    Attributes:
        words: Title and number contain each of these words. If the member may read the exhibit, its description, or
            name and hash of one of its files, count too.
        level: The member's own release level is at least this one.
        released_to: Released to this party, among exhibits whose releases the member may see.
        acquired_from: Acquired at or after this time, among exhibits that the member may read.
        acquired_before: Acquired before this time, among exhibits that the member may read.
        registered_from: Registered at or after this time.
        registered_before: Registered before this time.
        sha256: With a complete file of this hash, among exhibits that the member may read.
        ids: Only these exhibits; all other filters are ignored.
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
    registered_from: datetime | None = None
    registered_before: datetime | None = None
    sha256: str | None = None
    ids: Sequence[UUID] | None = None

    @property
    def searches(self) -> bool:
        """Whether any filter but `ids` is set."""
        return any(getattr(self, one.name) is not None for one in fields(self) if one.name != "ids")


@dataclass(frozen=True, slots=True)
class ExhibitListPage:
    """A page of the list.

    Attributes:
        rows: Its rows in order. They name parties by id, in no order.
        codes: Code of each party by id.
        before: Whether there are rows before this page.
        behind: Whether there are rows after it.
    """

    rows: Sequence[Columns]
    codes: Mapping[UUID, str]
    before: bool
    behind: bool


async def read_page(
    session: Reading, seat: Seat, filters: Filters, sort: Sort, *, mark: SortPosition | None, back: bool, limit: int
) -> ExhibitListPage:
    """Return a page of the list, each row with the member's release level.

    Args:
        session: The transaction of the request.
        seat: The member who asks.
        filters: The filters.
        sort: The sort order.
        mark: The position where the page starts (or ends, if `back`); `None` for the first page.
        back: Whether to return the page before `mark`.
        limit: Size of the page.
    """
    turned = back != (sort is Sort.NEWEST or sort.startswith("-"))
    column = sort.removeprefix("-")
    binds = {
        "jit": seat.jit,
        "party": seat.party,
        "mark": mark.id if mark else None,
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
        shape = _Shape(column, turned, mark is not None, named, seat.audits_the_jit, limit + 1)
        await session.plan(row_by_row=not named)
        query = _list_query(shape)
        rows = await session.fetch_rows(query, **{name: binds[name] for name in query.names})
    more, rows = len(rows) > limit, rows[:limit]
    codes = await _codes_of(session, rows)
    if back:
        return ExhibitListPage(rows[::-1], codes, before=more, behind=True)
    return ExhibitListPage(rows, codes, before=mark is not None, behind=more)


async def count(session: Reading, seat: Seat, filters: Filters) -> tuple[int, bool]:
    """Return how many exhibits the member finds, up to `MOST_COUNTED`, and whether there are more."""
    if filters.ids is not None:
        page = await read_page(session, seat, filters, Sort.NEWEST, mark=None, back=False, limit=MOST_COUNTED)
        return len(page.rows), False
    binds = _asked(filters) | {"jit": seat.jit, "order": "newest", "descending": True, "mark": None, "key": None}
    await session.plan(row_by_row=False)
    found = await session.scalar(_COUNTED, binds | {"limit": MOST_COUNTED + 1})
    return min(found or 0, MOST_COUNTED), (found or 0) > MOST_COUNTED


#: Codes of parties by id. A code never changes. Only parties in rows that a member sees are looked up.
_named: dict[UUID, str] = {}


async def _codes_of(session: Reading, rows: Sequence[Columns]) -> Mapping[UUID, str]:
    """Return the codes of the parties in these rows. A join in the query would take a third of its time."""
    parties = set().union((row["originator"] for row in rows), *(row["released_to"] for row in rows))
    unknown = parties - _named.keys()
    if unknown:
        found = await session.fetch_rows(_PARTY_CODES, ids=list(unknown))
        _named.update((row["id"], row["code"]) for row in found)
    return _named


def position_of(row: Columns, sort: Sort) -> SortPosition:
    """Return the position of a row in this sort order."""
    column = _COLUMN.get(sort.removeprefix("-"))
    return RowPosition(None if column is None else row[column], row["id"])


def _asked(filters: Filters) -> dict[str, Any]:
    words = [_escape(_fold(word)) for word in (filters.words or "").split()[:_MOST_WORDS]]
    return {one.name: getattr(filters, one.name) for one in fields(filters)} | {"words": words or None}


def _fold(word: str) -> str:
    """Remove case and accents letter by letter, as `folded` in the database does; a final sigma becomes a sigma."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(letter.lower() for letter in plain if not "\u0300" <= letter <= "\u036f").replace("\u03c2", "\u03c3")


def _escape(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_PARTY_CODES: Final = untyped("select id, code from parties where id = any(:ids)")
_COLUMN: Final = {"title": "title_key", "number": "exhibit_number", "size": "files_bytes"}
_CODES: Final = "with codes as materialized (select p.id, p.code from parties p where p.jit = :jit)"
# Parties that obtained an exhibit, and the team's auditor (no party), see all its releases.
# Others see only their own party's.
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
    "registered_from": DateTime(timezone=True),
    "registered_before": DateTime(timezone=True),
    **dict.fromkeys(
        ("originator", "kind", "category", "status", "handling", "tlp", "released_to", "sha256", "order", "key"), Text
    ),
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """What makes two pages take different queries.

    Attributes:
        column: The column of the sort order.
        descending: Whether the rows are read in descending order.
        from_mark: Whether the page begins at a position.
        by_ids: Whether only given exhibits are listed.
        whole_team: Whether the member reads every exhibit of the team, without a release.
        limit: How many rows are read.
    """

    column: str
    descending: bool
    from_mark: bool
    by_ids: bool
    whole_team: bool
    limit: int


@lru_cache(maxsize=512)
def _list_query(shape: _Shape) -> Query[asyncpg.Record]:
    """Return the query of the list without a search.

    The SQL consists of constants of this module and the limit. The limit is part of the text, because a plan for an
    unknown limit would assume a tenth of the table.
    """
    key = _COLUMN.get(shape.column)
    way, beyond = ("desc", "<") if shape.descending else ("asc", ">")
    table, ident = ("e", "e.id") if shape.whole_team else ("r", "r.evidence")
    ordering = ", ".join(f"{one} {way}" for one in ([f"{table}.{key}"] if key else []) + [ident])
    conditions = [f"{table}.jit = :jit"]
    if not shape.whole_team:
        conditions += ["r.party = :party", "r.effective", f"{LEVEL} > 0"]
    if shape.from_mark:
        conditions.append(f"({table}.{key}, {ident}) {beyond} (:key, :mark)" if key else f"{ident} {beyond} :mark")
    if shape.by_ids:
        conditions.append(f"{ident} = any(:ids)")
    source = "evidence e" if shape.whole_team else "releases r join evidence e on e.jit = r.jit and e.id = r.evidence"
    return untyped(f"""
        select {_SHOWN}, {"1" if shape.whole_team else LEVEL} as level
          from {source}
         where {" and ".join(conditions)}
         order by {ordering} limit {shape.limit:d}
    """)  # noqa: S608


#: As `admitted` in the database, but the member is looked up once per query (decision 37).
LEVEL: Final = (
    "admits(r.level, r.authorities, r.seats, r.not_before, r.until,"
    " (select asking_seat()), (select asking_authority()), (select asking_standing()))"
)
_PARTY_NAMED: Final = """
    case when :{0} is null then null
         else coalesce((select id from codes where code = :{0}), cast(:nobody as uuid)) end
"""
_POOL: Final = f"""
    search_pool(:words, {_PARTY_NAMED.format("originator")}, :kind, :category, :status, :handling, :tlp, :level,
                {_PARTY_NAMED.format("released_to")}, :acquired_from, :acquired_before,
                :registered_from, :registered_before, :sha256, :order, :descending, :key, :mark, :limit)
"""
_BOUND: Final = [bindparam(one, type_=kind) for one, kind in _TYPES.items() if one not in {"ids", "party"}]
_SEARCHED: Final = text(
    f"""
    {_CODES}
    select {_SHOWN}, s.level
      from {_POOL} with ordinality as s (evidence, level, place)
      join evidence e on e.jit = :jit and e.id = s.evidence
     order by s.place
    """  # noqa: S608 - the parts are constants of this file
).bindparams(*_BOUND, bindparam("party", type_=Uuid), nobody=UUID(int=0))
_COUNTED: Final = text(
    f"{_CODES} select count(*) from {_POOL}"  # noqa: S608 - the parts are constants of this file
).bindparams(*_BOUND, nobody=UUID(int=0))
