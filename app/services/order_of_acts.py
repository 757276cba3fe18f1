"""What is said of when a physical act happened fits what is recorded already: none before the thing's first act, no answer before its offer.

Acts are recorded late and in any order between; clocks are compared to the second and people write minutes, so a minute is forgiven.
An act happened when its last correction says, that says a moment, else when it says itself, else when it was recorded.
Deliberately not here: what is still to come (`services/occurred.py`), and which act follows which (`access/whereabouts.py`).
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from app import clock
from app.database import Reading
from app.errors import Invalid
from app.services.occurred import Occurred, Words

_FORGIVEN: Final = timedelta(minutes=1)
_INSTEAD: Final = "Nothing was recorded; where that one is wrong, correct its moment first."
_TAKINGS: Final = ("custody.seized", "custody.collected")


@dataclass(slots=True)
class _Act:
    entry: UUID
    kind: str
    handover: str | None
    recorded: datetime
    said: datetime | None

    @property
    def moment(self) -> datetime:
        return self.said or self.recorded


async def demand_fits(session: Reading, evidence: UUID, words: Words, *, answers: UUID | None = None) -> None:
    """Not before the thing was taken, where that says when it was, nor before the hand-over that it `answers`. Raises `Invalid`.

    What only was recorded at some time may have been done long before.
    """
    if words.occurred is not None:
        acts, _ = await _acts(session, evidence)
        _demand(words.occurred, _bounds(acts, None if answers is None else str(answers)))


async def demand_corrected_fits(session: Reading, evidence: UUID, words: Words, corrects: UUID) -> None:
    """The moment of an act that is said anew, by a correction of it or of its correction, fits as if it had been said at first.

    That of the first act bounds nothing but itself: the others are measured by it from now on. Raises `Invalid`.
    """
    if words.occurred is not None:
        acts, roots = await _acts(session, evidence)
        act = acts.get(roots.get(corrects, corrects))
        others = {entry: one for entry, one in acts.items() if one is not act}
        answers = act.handover if act is not None and act.kind != "custody.offered" else None
        _demand(words.occurred, _bounds(others, answers))


def _bounds(acts: Mapping[UUID, _Act], answers: str | None) -> list[tuple[datetime, str]]:
    """What nothing may lie before, and how that is called."""
    taken = next((one for one in acts.values() if one.kind in _TAKINGS and one.said is not None), None)
    offered = next(
        (one for one in acts.values() if answers and one.kind == "custody.offered" and one.handover == answers), None
    )
    named = ((taken, "before the thing's first act"), (offered, "before the hand-over was offered"))
    return [(one.moment, what) for one, what in named if one is not None]


def _demand(occurred: Occurred, bounds: list[tuple[datetime, str]]) -> None:
    for moment, what in bounds:
        if occurred.moment + _FORGIVEN < moment:  # what is recorded may be of any year, what is said now is not
            raise Invalid(f"This moment is {what}. {_INSTEAD}", field="occurred.at")


async def _acts(session: Reading, evidence: UUID) -> tuple[dict[UUID, _Act], dict[UUID, UUID]]:
    """The thing's acts as they were entered, each with its moment as it was last put right; and what each correction is about at last."""
    acts, roots = dict[UUID, _Act](), dict[UUID, UUID]()
    for row in await session.execute(_ENTERED, {"evidence": evidence}):
        if row.corrects is None:
            acts[row.entry] = _Act(row.entry, row.kind, row.handover, row.at, _moment(row.occurred))
            continue
        root = roots[row.entry] = roots.get(UUID(row.corrects), UUID(row.corrects))
        if root in acts and row.occurred:
            acts[root].said = _moment(row.occurred)
    return acts, roots


def _moment(said: Mapping[str, Any] | None) -> datetime | None:
    """By the server's clock; None where nothing is said, or what lies at the calendar's ends: entries stay as they were written."""
    if not said:
        return None
    with suppress(ValueError, OverflowError):
        at, ahead = clock.parse(said["at"]), said.get("clock_offset_seconds")
        return Occurred(at, said["zone"], said["source"], ahead).moment
    return None


_ENTERED: Final = text(
    """
    select h.entry, h.kind, h.at, h.subject::jsonb ->> 'handover' as handover,
           case when h.kind = 'custody.corrected' then h.subject::jsonb ->> 'corrects' end as corrects,
           (select f.value::jsonb from fields f where f.entry = h.entry and f.name = 'occurred' and f.value <> 'null') as occurred
      from headers h where h.evidence = :evidence and h.kind like 'custody.%' and h.kind <> 'custody.imported' order by h.entry
    """
)
