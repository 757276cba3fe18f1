"""Run SQL with the settings of a member, to test what row-level security allows without the services."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text

from app.access import seats
from app.access.seats import Person, Seat
from tests.factories.team import Team
from tests.support.databases.affected import rows_affected


async def seat_of(team: Team, name: str) -> Seat:
    """This person's seat, as a request has it."""
    person = Person(team.accounts[name], uuid4(), name, name, may_found=False, by_token=False)
    async with team.context.database.reading() as session:
        seat = await seats.take(session, person, UUID(team.id))
    assert seat is not None
    return seat


async def attempt(team: Team, name: str, statement: str, **binds: Any) -> int:
    """How many rows a statement of this seat reached. Raises what the database refused."""
    seat = await seat_of(team, name)
    async with team.context.database.writing(seat.requester) as session:
        result = await session.execute(text(statement), {"jit": seat.jit, "party": seat.party, "seat": seat.id} | binds)
        return rows_affected(result)
