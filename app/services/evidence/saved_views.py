"""Saved views of the exhibit list: each member's own, private and not in the ledger.

Not here: what the filters find (`services/evidence/exhibit_list.py`).
"""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, NotFound
from app.models import SavedView

#: Maximum of views of a member.
MOST: Final = 30


async def own_views(session: Reading, seat: Seat) -> Sequence[SavedView]:
    """Return the member's views by name."""
    return (await session.scalars(select(SavedView).where(SavedView.seat == seat.id).order_by(SavedView.name))).all()


async def save(
    session: Writing, seat: Seat, name: str, filters: Mapping[str, str], columns: Sequence[str]
) -> SavedView:
    """Save a view; an own view of the same name is replaced.

    Raises:
        Conflict: The member has `MOST` other views already.
    """
    if sum(one.name != name for one in await own_views(session, seat)) >= MOST:
        raise Conflict(f"You have {MOST} saved views. Delete one first. Nothing was saved.", code="too-many-views")
    content = {"filters": dict(filters), "columns": list(columns), "saved_at": clock.now()}
    statement = insert(SavedView).values(id=clock.new_id(), jit=seat.jit, seat=seat.id, name=name, **content)
    replaced = statement.on_conflict_do_update(index_elements=["seat", "name"], set_=content)
    return (await session.scalars(replaced.returning(SavedView))).one()


async def remove(session: Writing, seat: Seat, view: UUID) -> None:
    """Delete one of the member's own views. Raises `NotFound` if there is none with this id."""
    done = delete(SavedView).where(SavedView.id == view, SavedView.seat == seat.id).returning(SavedView.id)
    if await session.scalar(done) is None:
        raise NotFound
