"""The pool as one seat sees it: the list of exhibits, newest first, by keyset.

The list is driven from the party's releases (an index newest first), and row-level security checks the few rows by key.
Deliberately not here: one exhibit whole (`services/evidence.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Text, Uuid, bindparam, text

from app.access.seats import Seat
from app.database import Reading


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows the list; None does not. `words` is looked for in title and exhibit number; `ids` may name what is not there."""

    words: str | None = None
    originator: str | None = None
    kind: str | None = None
    category: str | None = None
    status: str | None = None
    ids: Sequence[UUID] | None = None


async def list_newest(
    session: Reading, seat: Seat, filters: Filters, *, before: UUID | None, limit: int
) -> Sequence[Any]:
    """Up to `limit` exhibits behind `before`: what `listed` shows, the seat's level, and the parties it may know of."""
    binds = {
        "jit": seat.jit,
        "party": seat.party,
        "before": before,
        "limit": limit,
        "words": None if not filters.words else f"%{_escape(filters.words)}%",
        "originator": filters.originator,
        "kind": filters.kind,
        "category": filters.category,
        "status": filters.status,
        "ids": filters.ids,
    }
    return (await session.execute(_AUDITORS if seat.audits_the_jit else _PARTYS, binds)).all()


def _escape(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_COLUMNS: Final = """
    e.id, e.exhibit_number, o.code as originator, e.title, e.kind, e.category, e.handling, e.tlp, e.status,
    e.registered_at, e.files_count, e.files_bytes, e.version, coalesce(e.originator = :party, false) as mine,
    array(select p.code from releases r2 join parties p on p.jit = r2.jit and p.id = r2.party
           where r2.evidence = e.id order by p.code) as released_to
"""
_NARROWED: Final = """
    and (:words is null or e.title ilike :words or e.exhibit_number ilike :words)
    and (:originator is null or o.code = :originator) and (:kind is null or e.kind = :kind)
    and (:category is null or e.category = :category) and (:status is null or e.status = :status)
    and (:ids is null or e.id = any(:ids))
"""
_TYPES: Final = (
    bindparam("party", type_=Uuid),
    bindparam("before", type_=Uuid),
    bindparam("ids", type_=ARRAY(Uuid)),
    *(bindparam(name, type_=Text) for name in ("words", "originator", "kind", "category", "status")),
)
_PARTYS: Final = text(
    f"""
    select {_COLUMNS}, admitted(r.level, r.authorities, r.seats, r.not_before, r.until) as level
      from releases r
      join evidence e on e.jit = r.jit and e.id = r.evidence
      join parties o on o.jit = e.jit and o.id = e.originator
     where r.jit = :jit and r.party = :party and r.effective and (:before is null or r.evidence < :before)
       and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0 {_NARROWED}
     order by r.evidence desc limit :limit
    """  # noqa: S608 - the parts are constants of this file
).bindparams(*_TYPES)
_AUDITORS: Final = text(
    f"""
    select {_COLUMNS}, 1 as level
      from evidence e join parties o on o.jit = e.jit and o.id = e.originator
     where e.jit = :jit and (:before is null or e.id < :before) {_NARROWED}
     order by e.id desc limit :limit
    """  # noqa: S608
).bindparams(*_TYPES)
