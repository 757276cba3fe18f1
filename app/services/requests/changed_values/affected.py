"""Requests, hearings and assessments of a party that relied on a value which has changed since.

The rule is the function `changed_reference_uses` of the database (`app/schema/requests/reference_uses.sql`): the worker and
the policy of notifications use it too. Not here: what leaders decide (`decisions.py`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from app.access.seats import Seat
from app.database import Reading
from app.queries import query


class ChangedUse(NamedTuple):
    """A use whose value has changed since.

    `request`, `number`: of the request; or `court_hearing`; or `admissibility`, with the exhibit in `evidence`. `title`: of the
    request or hearing, or the need that was assessed. `value`, `version`: on which the object relied. `new_value`,
    `new_version`: the present ones. `decision`: about an earlier change. `due_at`, `rule`: of the deadline, if it is about one.
    """

    id: UUID
    request: UUID | None
    court_hearing: UUID | None
    admissibility: UUID | None
    evidence: UUID | None
    number: str | None
    title: str | None
    purpose: str
    deadline: UUID | None
    rule: str | None
    due_at: datetime | None
    kind: str
    key: str
    field: str
    version: int
    value: Any
    used_at: datetime
    decision: str | None
    new_version: int
    new_value: Any
    new_source: str | None
    changed_at: datetime


async def listed(session: Reading, seat: Seat, request: UUID | None = None) -> Sequence[ChangedUse]:
    """Return the changed uses of the member's party, or of one request, the last change first."""
    return await session.fetch_rows(_LISTED, jit=seat.jit, party=seat.party, request=request)


_LISTED: Final = query(
    ChangedUse,
    """
    select u.id, u.request, u.court_hearing, u.admissibility, a.evidence, r.number, coalesce(c.title, h.title, a.need) as title, u.purpose, u.deadline, d.rule, d.due_at, u.kind, u.key, u.field, u.version,
           u.value, u.used_at, u.decision, u.new_version, u.new_value, u.new_source, u.changed_at
      from changed_reference_uses(cast(:request as uuid)) u
      left join requests r on r.jit = u.jit and r.id = u.request
      left join request_contents c on c.jit = u.jit and c.request = u.request
      left join hearings h on h.jit = u.jit and h.id = u.court_hearing
      left join admissibilities a on a.jit = u.jit and a.id = u.admissibility
      left join request_deadlines d on d.jit = u.jit and d.id = u.deadline
     where u.jit = :jit and u.party = cast(:party as uuid)
     order by u.changed_at desc, r.number desc nulls last, u.id
    """,
)
