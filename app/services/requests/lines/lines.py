"""Lines of requests and notices: insert one with a number, find it, lock it, and say when something happened."""

from datetime import datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.models import LegalRequest, Notice
from app.services.teams.numbers import random_characters

#: A table of lines.
Line = TypeVar("Line", LegalRequest, Notice)
_NUMBER_LENGTH: Final = 5


async def insert_numbered(session: Writing, model: type[Line], prefix: str, values: dict[str, Any]) -> Line:
    """Insert a line with a number that is unique in the team, and return it."""
    while True:
        row = {"id": clock.new_id(), "number": f"{prefix}{random_characters(_NUMBER_LENGTH)}", **values}
        done = insert(model).values(row).on_conflict_do_nothing(index_elements=["jit", "number"])
        if (made := await session.scalar(done.returning(model.id))) is not None:
            return (await session.scalars(select(model).where(model.id == made))).one()


async def find(session: Reading, model: type[Line], line: UUID) -> Line:
    """Return a line. Raises `NotFound` if it is absent or invisible."""
    found = (await session.scalars(select(model).where(model.id == line))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def lock_own(session: Writing, seat: Seat, model: type[Line], line: UUID, refusal: Forbidden) -> Line:
    """Lock a line of the member's party until the transaction ends, and return it.

    Raises:
        NotFound: It is absent or invisible.
        Forbidden: It is of another party: `refusal`.
    """
    found = await find(session, model, line)
    if found.party != seat.party:
        raise refusal
    query = select(model).where(model.id == line).with_for_update()
    return (await session.scalars(query.execution_options(populate_existing=True))).one()


def demand_past(moment: datetime, now: datetime, name: str) -> None:
    """Refuse a moment in the future. Raises `Invalid`."""
    if moment > now:
        raise Invalid("This time is in the future. Enter when it happened.", field=name)


def occurred_at(stated: datetime | None, since: datetime | None) -> datetime:
    """Return when a move happened: as stated, or now.

    `since`: when the present state began; `None` if that does not matter.

    Raises `Invalid` if the move would be in the future or before the present state began.
    """
    now = clock.now()
    occurred = stated or now
    demand_past(occurred, now, "occurred_at")
    if since is not None and occurred < since:
        raise Invalid(
            Phrase("This is before the previous step ({since}). Check the time.", since=clock.rfc3339(since)),
            field="occurred_at",
        )
    return occurred
