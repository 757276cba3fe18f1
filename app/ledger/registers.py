"""Registers: objects with the entries of their histories, as far as the reader may read these in the ledger.

Row-level security of headers, bodies and fields decides, as for the ledger itself. Not here: what a domain makes of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Reading
from app.ledger import entries
from app.ledger.entries import Read


@dataclass(frozen=True, slots=True)
class Registered:
    """Which objects to list: those with an entry of one of `kinds` that fits the rest. None: no restriction.

    Attributes:
        kinds: Kinds of the entries, which are also those that `histories` returns.
        party: Code of the acting party.
        since: Recorded at this moment or later.
        until: Recorded before this moment.
        number: Part of the value of the field `number`.
        instrument: Value of the field `instrument`.
    """

    kinds: tuple[str, ...]
    party: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    number: str | None = None
    instrument: str | None = None


async def objects(
    session: Reading, jit: UUID, wanted: Registered, *, before: UUID | None, limit: int
) -> Sequence[UUID]:
    """Return up to `limit` objects with a fitting entry, those with the greatest ids first."""
    asked: dict[str, Any] = {name: getattr(wanted, name) for name in _CONDITIONS if name not in {"kinds", "before"}}
    asked |= {"kinds": list(wanted.kinds), "before": before}
    binds = {name: value for name, value in asked.items() if value is not None}
    rows = await session.execute(_statement(frozenset(binds)), binds | {"jit": jit, "limit": limit})
    return [row.about for row in rows]


async def histories(session: Reading, about: Sequence[UUID], kinds: Sequence[str]) -> dict[UUID, list[Read]]:
    """Return the entries of these kinds in the history of each object, oldest first, unsequenced ones included."""
    found: dict[UUID, list[Read]] = {one: [] for one in about}
    for row in await session.execute(_HISTORIES, {"about": list(about), "kinds": list(kinds)}):
        found[row.about].append(entries.read(row))
    return found


def _statement(asked: frozenset[str]) -> TextClause:
    """Build the statement with only the conditions in use, so that the planner sees each query as it is."""
    conditions = "".join(f" and {condition}" for name, condition in _CONDITIONS.items() if name in asked)
    return text(_OBJECTS.format(conditions=conditions)).bindparams(
        *(bindparam(name, type_=kind) for name, kind in _TYPES.items() if name in asked)
    )


_SAID: Final = "exists (select 1 from fields f where f.entry = h.entry and f.name = '{name}' and {fits})"
_CONDITIONS: Final = {
    "kinds": "h.kind = any(:kinds)",
    "before": "h.about < :before",
    "party": "h.party_code = :party",
    "since": "h.at >= :since",
    "until": "h.at < :until",
    "number": _SAID.format(
        name="number", fits="position(upper(:number) in upper(cast(f.value as jsonb) #>> '{}')) > 0"
    ),
    "instrument": _SAID.format(name="instrument", fits="cast(f.value as jsonb) #>> '{}' = :instrument"),
}
_TYPES: Final[dict[str, Any]] = {
    "kinds": ARRAY(Text),
    "before": Uuid,
    "party": Text,
    "since": DateTime(timezone=True),
    "until": DateTime(timezone=True),
    "number": Text,
    "instrument": Text,
}
_OBJECTS: Final = """
    select h.about from headers h
     where h.jit = :jit and h.about is not null{conditions}
     group by h.about order by h.about desc limit :limit
"""
_HISTORIES: Final = text(
    f"""
    select h.about, p.position, e.commitment, {entries.SAID}
      from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
      left join positions p on p.entry = h.entry
     where h.about = any (:about) and h.kind = any (:kinds) order by h.entry
    """  # noqa: S608 - the parts are constants of these files
).bindparams(bindparam("about", type_=ARRAY(Uuid)), bindparam("kinds", type_=ARRAY(Text)))
