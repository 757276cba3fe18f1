"""Reads the states of an action day and the answers of its parties from the audit log.

Their reasons are stored only in the entries. A reason that was erased from its entry is therefore shown nowhere.
Not here: reports and decisions, which have rows of their own (`services/coordination/operations_log.py`).
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.database import Reading
from app.ledger import entries
from app.ledger.facts.coordination.operations import OperationStateChanged, OperationWordGiven

#: A day has a few dozen of them; those beyond are not shown.
_MOST: Final = 2_000
_KINDS: Final = (OperationStateChanged.kind, OperationWordGiven.kind)


@dataclass(frozen=True, slots=True)
class DayEvent:
    """A new state of an action day, or the answer of a party.

    Attributes:
        id: The entry.
        at: When it was recorded.
        seat: Code of the member.
        party: Code of the member's party.
        values: The fields of the entry that the reader may read.
        erased: The erased fields, with the time.
    """

    id: UUID
    at: datetime
    seat: str
    party: str | None
    values: Mapping[str, Any]
    erased: Mapping[str, datetime]


async def of_days(session: Reading, days: Collection[UUID]) -> dict[UUID, Sequence[DayEvent]]:
    """Return the events of these days that the member may read, oldest first."""
    found: dict[UUID, list[DayEvent]] = defaultdict(list)
    for one in await entries.about(session, days, _KINDS, _MOST) if days else ():
        if one.said is None:
            continue
        day = UUID(json.loads(one.said.canonical)["subject"]["operation"])
        found[day].append(
            DayEvent(
                id=one.said.id,
                at=one.said.at,
                seat=one.said.seat,
                party=one.said.party,
                values={field.name: json.loads(field.value) for field in one.said.fields},
                erased={field.name: field.at for field in one.said.erased},
            )
        )
    return dict(found)
