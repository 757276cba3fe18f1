"""Reads ledger entries: their content where row-level security allows it, otherwise only their commitments.

Not here: writing (`ledger/journal.py`), searching (`ledger/searching.py`), and permission checks, which the row-level
security policies of the tables do.
"""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import DateTime, Row, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database, Reading
from app.queries import query

#: Page size for callers that read all entries.
PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class DisclosedField:
    """A field that the reader may read; `value` is its canonical JSON."""

    name: str
    salt: bytes
    value: str


@dataclass(frozen=True, slots=True)
class ErasedField:
    """A field that was erased, as the entry at `position` certifies; None until that entry has its position."""

    name: str
    at: datetime
    position: int | None


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The content of an entry that the reader may read."""

    id: UUID
    at: datetime
    kind: str
    seat: str
    party: str | None
    salt: bytes
    canonical: bytes
    fields: tuple[DisclosedField, ...]
    erased: tuple[ErasedField, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A selection among the entries that the reader may read. None: no restriction.

    `acted`: only events of this party. `since`, `until`: only entries from `since` on and before `until`.
    `always`: entries to add to the selection.
    """

    kinds: tuple[str, ...] | None = None
    evidence: tuple[UUID, ...] | None = None
    acted: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    always: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """An entry as one reader may see it. `position` is None before it is sequenced, `said` None when withheld."""

    position: int | None
    commitment: bytes
    said: Disclosed | None


async def head(session: Reading, jit: UUID) -> int:
    """Return the ledger's last position as this reader may know it; -1 when empty."""
    if session.head is not None and session.requester.jit == jit:
        return session.head  # the request guard read it in the same snapshot
    return int((await session.execute(_HEAD, {"jit": jit})).scalar_one())


async def count_behind(session: Reading, jit: UUID, position: int, *, but: str, at_most: int) -> int:
    """Count entries after `position` that the reader may see, by other members than `but`; stop at `at_most`.

    Only the newest 1,000 positions are read.
    """
    binds = {"jit": jit, "after": position, "but": but, "at_most": at_most}
    return int((await session.execute(_COUNT_BEHIND, binds)).scalar_one())


async def after(session: Reading, jit: UUID, position: int, limit: int) -> list[Read]:
    """Return up to `limit` entries after `position`, in order; as commitments those that the reader may not read."""
    rows = await session.execute(_AFTER, {"jit": jit, "after": position, "limit": limit})
    return [read(row) for row in rows]


async def at(session: Reading, jit: UUID, position: int) -> Read | None:
    """Return the entry at a position; None where the reader knows none."""
    found = await after(session, jit, position - 1, 1)
    return found[0] if found and found[0].position == position else None


async def custody(
    session: Reading, evidence: UUID, beyond: UUID | None, limit: int, *, newest: bool = False
) -> list[Read]:
    """Return the entries of one exhibit that the reader may read, unsequenced ones included.

    Oldest first, or `newest` first. `beyond`: the entry after which to begin, in the same order.
    """
    statement = _CUSTODY_FROM_ITS_END if newest else _CUSTODY
    rows = await session.execute(statement, {"evidence": evidence, "beyond": beyond, "limit": limit})
    return [read(row) for row in rows]


async def history(session: Reading, about: UUID, after_entry: UUID | None, limit: int) -> list[Read]:
    """Return the entries of an object's history that the reader may read, oldest first, unsequenced ones included."""
    rows = await session.execute(_HISTORY, {"about": about, "after": after_entry, "limit": limit})
    return [read(row) for row in rows]


async def about(session: Reading, objects: Collection[UUID], kinds: Collection[str], limit: int) -> list[Read]:
    """Return the entries of these kinds about these objects that the reader may read, oldest first, unsequenced too."""
    rows = await session.execute(_ABOUT, {"objects": list(objects), "kinds": list(kinds), "limit": limit})
    return [read(row) for row in rows]


async def placed(session: Reading, wanted: Collection[UUID]) -> dict[UUID, int]:
    """Return the positions of these entries, where they have one and the reader may know it."""
    return {row.entry: row.position for row in await session.fetch_rows(_PLACED, wanted=list(wanted))}


async def body(session: Reading, entry: UUID) -> tuple[bytes, bytes] | None:
    """Return the salt and the canonical bytes of an entry, sequenced or not; None if the reader may not read it."""
    row = await session.fetch_first(_BODY, entry=entry)
    return None if row is None else (row.salt, row.canonical)


async def is_sequenced(database: Database, entry: UUID) -> bool:
    """Return whether an entry has its position, as the engine role."""
    async with database.engine() as session:
        return bool((await session.execute(_IS_SEQUENCED, {"entry": entry})).scalar_one())


async def disclosed_after(
    session: Reading, jit: UUID, position: int, limit: int, wanted: Wanted, *, below: int
) -> list[Read]:
    """Return up to `limit` wanted entries after `position` and below `below` that the reader may read, in order.

    Entries of an exhibit whose chain number the reader may not read are left out, because they prove nothing about the
    chain.
    """
    statement, binds = _disclosed(_DISCLOSED, wanted)
    rows = await session.execute(statement, binds | {"jit": jit, "after": position, "below": below, "limit": limit})
    return [read(row) for row in rows]


async def count_disclosed(session: Reading, jit: UUID, wanted: Wanted, *, below: int) -> dict[str, int]:
    """Count the entries of each kind that `disclosed_after` returns in all."""
    statement, binds = _disclosed(_COUNTED, wanted)
    rows = await session.execute(statement, binds | {"jit": jit, "after": -1, "below": below})
    return {row.kind: row.n for row in rows}


def _disclosed(statement: str, wanted: Wanted) -> tuple[TextClause, dict[str, Any]]:
    """Build the statement with only the conditions in use, so that the planner sees each query as it is."""
    binds = {name: list(value) if isinstance(value, tuple) else value for name, value in _asked(wanted).items()}
    conditions = " and ".join(_WANTED[name] for name in binds if name != "always")
    if conditions and wanted.always:
        conditions = f"({conditions} or {_WANTED['always']})"
    elif not conditions:
        binds.pop("always", None)
    types = (bindparam(name, type_=_WANTED_TYPES[name]) for name in binds)
    return text(statement.format(conditions=f" and {conditions}" if conditions else "")).bindparams(*types), binds


def _asked(wanted: Wanted) -> dict[str, Any]:
    asked = {name: getattr(wanted, name) for name in _WANTED}
    return {name: value for name, value in asked.items() if value is not None and (name != "always" or value)}


async def commitments(session: Reading, jit: UUID, size: int, page: int = 10_000) -> AsyncIterator[bytes]:
    """Yield the commitments at positions 0 to `size` - 1. Raises `LookupError` if one cannot be read."""
    start = 0
    while start < size:
        rows = (await session.execute(_COMMITMENTS, {"jit": jit, "start": start, "end": min(start + page, size)})).all()
        if len(rows) != min(page, size - start):
            raise LookupError(f"a commitment at {start} or behind cannot be read")
        for row in rows:
            yield row.commitment
        start += len(rows)


async def exhibit_heads(session: Reading, jit: UUID) -> dict[str, int]:
    """Return the last chain number of each exhibit, from the chain fields that the reader may read."""
    rows = await session.execute(_HEADS, {"jit": jit})
    return {str(row.evidence): row.n for row in rows}


def read(row: Row[Any]) -> Read:
    """Build an entry from a row of `SAID`."""
    said = None
    if row.canonical is not None and row.kind is not None:
        fields = tuple(
            DisclosedField(field["name"], bytes.fromhex(field["salt"]), field["value"]) for field in row.fields or ()
        )
        erased = tuple(
            ErasedField(one["name"], datetime.fromisoformat(one["at"]), one["position"]) for one in row.erased or ()
        )
        said = Disclosed(row.id, row.at, row.kind, row.seat, row.party_code, row.salt, row.canonical, fields, erased)
    return Read(row.position, row.commitment, said)


#: Columns that `read` needs, from the entry's header `h` and its body `b`.
SAID: Final = """
    h.entry as id, h.at, h.kind, h.seat, h.party_code, b.salt, b.canonical,
    (select jsonb_agg(jsonb_build_object('name', f.name, 'salt', encode(f.salt, 'hex'), 'value', f.value) order by f.name)
       from fields f where f.entry = h.entry) as fields,
    (select jsonb_agg(jsonb_build_object('name', x.name, 'at', x.erased_at, 'position', c.position) order by x.name)
       from erased_fields x left join positions c on c.entry = x.certificate where x.entry = h.entry) as erased
"""
_AFTER: Final = text(
    f"""
    select p.position, e.commitment, {SAID}
      from positions p join entries e on e.id = p.entry
      left join headers h on h.entry = p.entry left join bodies b on b.entry = p.entry
     where p.jit = :jit and p.position > :after order by p.position limit :limit
    """  # noqa: S608 - the parts are constants of this file
)
_WANTED: Final = {
    "kinds": "h.kind = any(:kinds)",
    "evidence": """(h.evidence = any(:evidence) or h.kind = 'field.erased' and exists (
        select 1 from headers t where t.entry = h.about and t.evidence = any(:evidence)))""",
    "acted": "h.party_code = :acted",
    "since": "h.at >= :since",
    "until": "h.at < :until",
    "always": "h.entry = any(:always)",
}
_WANTED_TYPES: Final[dict[str, Any]] = {
    "kinds": ARRAY(Text),
    "evidence": ARRAY(Uuid),
    "acted": Text,
    "since": DateTime(timezone=True),
    "until": DateTime(timezone=True),
    "always": ARRAY(Uuid),
}
_FROM_DISCLOSED: Final = """
      from positions p join headers h on h.entry = p.entry join bodies b on b.entry = p.entry
      join entries e on e.id = p.entry
     where p.jit = :jit and p.position > :after and p.position < :below{conditions}
       and (h.evidence is null or exists (select 1 from fields f where f.entry = h.entry and f.name = 'chain'))
"""
_DISCLOSED: Final = f"select p.position, e.commitment, {SAID} {_FROM_DISCLOSED} order by p.position limit :limit"
_COUNTED: Final = f"select h.kind, count(*) as n {_FROM_DISCLOSED} group by h.kind order by h.kind"


def _custody(beyond: str, order: str) -> TextClause:
    return text(
        f"""
        select p.position, e.commitment, {SAID}
          from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
          left join positions p on p.entry = h.entry
         where h.evidence = :evidence and (:beyond is null or h.entry {beyond} :beyond)
         order by h.entry {order} limit :limit
        """  # noqa: S608
    ).bindparams(bindparam("beyond", type_=Uuid))


_CUSTODY: Final = _custody(">", "asc")
_CUSTODY_FROM_ITS_END: Final = _custody("<", "desc")


class _PlacedRow(NamedTuple):
    entry: UUID
    position: int


class _BodyRow(NamedTuple):
    salt: bytes
    canonical: bytes


_PLACED: Final = query(_PlacedRow, "select entry, position from positions where entry = any(:wanted)")
_BODY: Final = query(_BodyRow, "select salt, canonical from bodies where entry = :entry")
_HEAD: Final = text("select ledger_head(:jit)")
_COUNT_BEHIND: Final = text(
    """
    select count(*) from (
      select 1 from positions p join headers h on h.entry = p.entry
       where p.jit = :jit and h.seat <> :but
         and p.position > greatest(:after, (select max(position) from positions where jit = :jit) - 1000)
       limit :at_most) fresh
    """
)
_COMMITMENTS: Final = text(
    "select e.commitment from positions p join entries e on e.id = p.entry"
    " where p.jit = :jit and p.position >= :start and p.position < :end order by p.position"
)
_IS_SEQUENCED: Final = text("select exists (select 1 from positions where entry = :entry)")
_HEADS: Final = text(
    """
    select h.evidence, max(cast(cast(f.value as jsonb) ->> 'n' as bigint)) as n
      from headers h join fields f on f.entry = h.entry and f.name = 'chain'
     where h.jit = :jit and h.evidence is not null group by h.evidence
    """
)
_ABOUT: Final = text(
    f"""
    select p.position, e.commitment, {SAID}
      from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
      left join positions p on p.entry = h.entry
     where h.about = any(:objects) and h.kind = any(:kinds)
     order by h.entry limit :limit
    """  # noqa: S608
).bindparams(bindparam("objects", type_=ARRAY(Uuid)), bindparam("kinds", type_=ARRAY(Text)))
_HISTORY: Final = text(
    f"""
    select p.position, e.commitment, {SAID}
      from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
      left join positions p on p.entry = h.entry
     where h.about = :about and (:after is null or h.entry > :after)
     order by h.entry limit :limit
    """  # noqa: S608
).bindparams(bindparam("after", type_=Uuid))
