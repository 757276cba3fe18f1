"""Searches the entries that a reader may read, newest first. Only what row-level security shows is compared.

Words are compared with the values disclosed to this reader, folded to lower case without accents. No index helps with
that, so a page reads at most `STEP` positions and returns how far it came. The end of a step is computed from positions
alone, so that it does not depend on entries that the reader may not see.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Reading
from app.ledger import entries
from app.ledger.entries import Read

#: How many positions one page searches for words.
STEP: Final = 5_000
_MOST_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class SearchConditions:
    """Search conditions; None: no restriction. `party`, `seat`: who acted. A refusal is also found by its exhibits."""

    kinds: tuple[str, ...] | None = None
    party: str | None = None
    seat: str | None = None
    evidence: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page: `behind` is the position before which the next page begins, None at the ledger's beginning."""

    entries: list[Read]
    behind: int | None


async def search(
    session: Reading, jit: UUID, sought: SearchConditions, *, before: int | None, limit: int, step: int = STEP
) -> Found:
    """Return up to `limit` entries before position `before` (None: the head), newest first.

    With words, at most `step` positions are searched.
    """
    start = before if before is not None else await entries.head(session, jit) + 1
    words = (sought.words or "").split()[:_MOST_WORDS]
    floor = max(start - step, 0) if words else 0
    asked: dict[str, Any] = {name: getattr(sought, name) for name in _CONDITIONS if name != "words"}
    asked |= {"kinds": list(sought.kinds) if sought.kinds else None, "words": words or None}
    binds = {name: value for name, value in asked.items() if value is not None}
    bounds = {"jit": jit, "start": start, "floor": floor, "limit": limit + 1}
    found = [entries.read(row) for row in await session.execute(_statement(frozenset(binds)), binds | bounds)]
    if len(found) > limit:
        return Found(found[:limit], found[limit - 1].position)
    return Found(found, floor or None)


def _statement(asked: frozenset[str]) -> TextClause:
    """Build the statement with only the conditions in use, so that the planner sees each search as it is."""
    conditions = "".join(f" and {condition}" for name, condition in _CONDITIONS.items() if name in asked)
    return text(_SEARCH.format(conditions=conditions)).bindparams(
        *(bindparam(name, type_=kind) for name, kind in _TYPES.items() if name in asked)
    )


_PLAIN: Final = r"lower(regexp_replace(normalize({}, NFKD), '[\u0300-\u036f]+', '', 'g'))"
_ASKED: Final = _PLAIN.format("word")
_TOLD: Final = _PLAIN.format("string_agg(told #>> '{}', chr(10))")
_CONDITIONS: Final = {
    "kinds": "h.kind = any(:kinds)",
    "party": "h.party_code = :party",
    "seat": "h.seat = :seat",
    "evidence": """(h.evidence = :evidence or h.kind = 'evidence.refused' and exists (
        select 1 from fields r, jsonb_array_elements(cast(r.value as jsonb)) refusal
         where r.entry = h.entry and r.name = 'refusals' and refusal ->> 'evidence' = cast(:evidence as text)))""",
    "since": "h.at >= :since",
    "until": "h.at < :until",
    # JSON member names are not searched, and neither is the chain.
    "words": f"""(select bool_and(position({_ASKED} in said.plain) > 0)
        from unnest(:words) word,
             (select {_TOLD} as plain
                from fields f, jsonb_path_query(cast(f.value as jsonb), 'strict $.** ? (@.type() == "string")') told
               where f.entry = h.entry and f.name <> 'chain') said)""",  # noqa: S608 - as below
}
_TYPES: Final[dict[str, Any]] = {
    "kinds": ARRAY(Text),
    "party": Text,
    "seat": Text,
    "evidence": Uuid,
    "since": DateTime(timezone=True),
    "until": DateTime(timezone=True),
    "words": ARRAY(Text),
}
_SEARCH: Final = f"""
    select p.position, e.commitment, {entries.SAID}
      from positions p join headers h on h.entry = p.entry join bodies b on b.entry = p.entry
      join entries e on e.id = p.entry
     where p.jit = :jit and p.position < :start and p.position >= :floor{{conditions}}
     order by p.position desc limit :limit
"""  # noqa: S608 - the parts are constants of these files
