"""What is said of when a physical act happened fits what is recorded already: none before the thing's first act, no answer before its offer.

Acts are recorded late and in any order between; clocks are compared to the second and people write minutes, so a minute is forgiven.
Deliberately not here: what is still to come (`services/occurred.py`), and which act follows which (`access/whereabouts.py`).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import TextClause, text

from app import clock
from app.database import Reading
from app.errors import Invalid
from app.services.occurred import Occurred, Words

_FORGIVEN: Final = timedelta(minutes=1)
_INSTEAD: Final = "Nothing was recorded; where that one is wrong, correct its moment first."


async def demand_after_first(session: Reading, evidence: UUID, words: Words, *, corrects: UUID | None = None) -> None:
    """Not before the thing was taken, where that says when it was. Raises `Invalid`.

    What only was recorded at some time may have been done long before. `corrects`: the entry whose moment is said anew; that of
    the first act is what the others are measured by from now on.
    """
    await _demand(session, _FIRST, {"evidence": evidence}, words, "before the thing's first act", but=corrects)


async def demand_after_offer(session: Reading, evidence: UUID, handover: UUID, words: Words) -> None:
    """Not before the hand-over was offered. Raises `Invalid`."""
    of = {"evidence": evidence, "handover": str(handover)}
    await _demand(session, _OFFERED, of, words, "before the hand-over was offered")


async def _demand(
    session: Reading, query: TextClause, of: Mapping[str, Any], words: Words, what: str, but: UUID | None = None
) -> None:
    if words.occurred is None:
        return
    row = (await session.execute(query, of)).first()
    if row is not None and row.entry != but and words.occurred.moment < _moment(row.at, row.occurred) - _FORGIVEN:
        raise Invalid(f"This moment is {what}. {_INSTEAD}", field="occurred.at")


def _moment(recorded: datetime, said: Mapping[str, Any] | None) -> datetime:
    """When an act happened: as it says, else when it was recorded."""
    if not said:
        return recorded
    at, ahead = clock.parse(said["at"]), said.get("clock_offset_seconds")
    return Occurred(at, said["zone"], said["source"], ahead).moment


# When an act happened as its last correction says it that says a moment, else as it says it itself.
_OF: Final = """
    select a.entry, a.at, a.occurred from (
      select h.entry, h.at, coalesce(
               (select f.value::jsonb from headers c join fields f on f.entry = c.entry and f.name = 'occurred' and f.value <> 'null'
                 where c.evidence = h.evidence and c.kind = 'custody.corrected' and c.subject::jsonb ->> 'corrects' = h.entry::text
                 order by c.entry desc limit 1),
               (select f.value::jsonb from fields f where f.entry = h.entry and f.name = 'occurred' and f.value <> 'null')) as occurred
        from headers h where h.evidence = :evidence and {}) a
     where {} order by a.entry limit 1
"""
_FIRST: Final = text(_OF.format("h.kind in ('custody.seized', 'custody.collected')", "a.occurred is not null"))
_OFFERED: Final = text(_OF.format("h.kind = 'custody.offered' and h.subject::jsonb ->> 'handover' = :handover", "true"))
