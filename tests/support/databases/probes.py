"""Tables of SQL statements that members try past the services: actor, statement, expected outcome.

All rows of a table share one database and one transaction. Each row runs in a savepoint that is rolled back, so that
no row sees another. A table reports every row that behaved differently, not only the first.
Not here: statements whose effect must be committed (`tests/support/databases/as_seat.py`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.seats import Seat
from app.database import Requester, Writing
from tests.factories.team import Team
from tests.support.databases.affected import rows_affected
from tests.support.databases.as_seat import seat_of

#: The actor of statements that run as the database role of the background jobs.
ENGINE: Final = "the engine role"


@dataclass(frozen=True, slots=True)
class Refused:
    """The database refuses the statement. `by`: the SQLSTATE, or a pattern that the message contains."""

    by: str


BY_POLICY: Final = Refused("row-level security")
BY_GRANT: Final = Refused("permission denied")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Return the outcome: the number of rows, or the SQLSTATE and the message of a refusal."""

    rows: int = 0
    sqlstate: str | None = None
    message: str = ""

    def is_as(self, expected: Refused | int) -> bool:
        if isinstance(expected, int):
            return self.sqlstate is None and self.rows == expected
        return self.sqlstate is not None and (
            self.sqlstate == expected.by or re.search(expected.by, self.message) is not None
        )

    def __str__(self) -> str:
        return f"{self.rows} rows" if self.sqlstate is None else f"{self.sqlstate} {self.message.splitlines()[0]}"


@dataclass(frozen=True, slots=True)
class Probe:
    """One row of a table. `expected`: a refusal, or how many rows the statement reaches.

    `:jit`, `:party`, `:seat` and `:now` in the statement are the actor's own, unless `binds` gives others.
    """

    actor: str
    statement: str
    expected: Refused | int
    binds: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.actor}: {self.statement} {dict(self.binds) or ''}".rstrip()


async def run_probes(team: Team, probes: Sequence[Probe]) -> None:
    """Run every row of a table; fails with all rows whose outcome was not the expected one.

    At least one row must reach rows: a broken preparation would make everything look refused.
    """
    assert any(isinstance(one.expected, int) and one.expected > 0 for one in probes), (
        "the table has no positive control"
    )
    database = team.context.database
    seats = {name: await seat_of(team, name) for name in dict.fromkeys(one.actor for one in probes) if name != ENGINE}
    outcomes: dict[int, Outcome] = {}
    for as_engine in (False, True):
        numbered = [(n, one) for n, one in enumerate(probes) if (one.actor == ENGINE) is as_engine]
        if not numbered:
            continue
        async with database.engine() if as_engine else database.writing() as session:
            for n, probe in numbered:
                outcomes[n] = await _outcome(session, seats.get(probe.actor), probe)
            await session.rollback()
    differing = [
        f"{one}\n    expected {one.expected}, but: {outcomes[n]}"
        for n, one in enumerate(probes)
        if not outcomes[n].is_as(one.expected)
    ]
    assert not differing, f"{len(differing)} of {len(probes)} probes behaved differently:\n" + "\n".join(differing)


async def _outcome(session: Writing, seat: Seat | None, probe: Probe) -> Outcome:
    """Run one row in a savepoint. Constraints that wait for the commit are checked there too."""
    own: dict[str, Any] = {"now": clock.now()}
    if seat is not None:
        own |= {"jit": seat.jit, "party": seat.party, "seat": seat.id}
    savepoint = await session.begin_nested()
    try:
        if seat is not None:
            await session.say_who(seat.requester)
        result = await session.execute(text(probe.statement), own | dict(probe.binds))
        await session.execute(text("set constraints all immediate"))
        return Outcome(rows=rows_affected(result))
    except DBAPIError as error:
        return Outcome(sqlstate=str(getattr(error.orig, "sqlstate", "")), message=str(error.orig))
    finally:
        await savepoint.rollback()


@dataclass(frozen=True, slots=True)
class MemberIds:
    """The ids of a member, as the tables hold them."""

    id: UUID
    party: UUID | None
    authority: UUID | None


async def member_ids(team: Team) -> dict[str, MemberIds]:
    """The ids of every member, by first name."""
    names = {seat["code"]: name for name, seat in team.seats.items()}
    async with team.context.database.reading(Requester(jit=team.jit_id)) as session:
        rows = await session.execute(
            text("select code, id, party, authority from members where jit = :jit"), {"jit": team.jit_id}
        )
        return {names[row.code]: MemberIds(row.id, row.party, row.authority) for row in rows if row.code in names}
