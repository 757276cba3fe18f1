"""Exhibits that are linked to requests and notices. A link is visible to members who see both ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, delete, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Invalid, NotFound
from app.models import Evidence, LegalRequest, Notice, NoticeExhibit, RequestPaper, RequestResult

#: A table of links to exhibits.
Link = TypeVar("Link", RequestPaper, RequestResult, NoticeExhibit)
#: A table of links whose rows have a kind.
KindLink = TypeVar("KindLink", RequestPaper, NoticeExhibit)


@dataclass(frozen=True, slots=True)
class LinkedExhibit(Generic[Link]):
    """A link with number and title of its exhibit."""

    row: Link
    number: str
    title: str


async def number_of(session: Reading, evidence: UUID) -> str:
    """Return the number of an exhibit. Raises the same `Invalid` for an absent and an invisible one."""
    number = await session.scalar(select(Evidence.exhibit_number).where(Evidence.id == evidence))
    if number is None:
        raise Invalid("This exhibit does not exist, or you do not have access to it.", field="evidence")
    return str(number)


async def link(
    session: Writing, seat: Seat, model: type[KindLink], line: LegalRequest | Notice, evidence: UUID, kind: str
) -> dict[str, Any] | None:
    """Link an exhibit and return the fields of the entry that name it; `None` if it is linked already.

    Raises `Invalid` if the exhibit is absent or invisible.
    """
    number = await number_of(session, evidence)
    row = {
        "notice" if isinstance(line, Notice) else "request": line.id,
        "evidence": evidence,
        "jit": seat.jit,
        "party": line.party,
        "kind": kind,
        "added_by": seat.id,
        "added_at": clock.now(),
    }
    done = insert(model).values(row).on_conflict_do_nothing().returning(model.evidence)
    return None if await session.scalar(done) is None else fields_of(evidence, number)


async def unlink(
    session: Writing, model: type[KindLink], is_of: ColumnElement[bool], evidence: UUID
) -> tuple[str, dict[str, Any]]:
    """Remove the link of an exhibit. Return its kind and the fields of the entry that name the exhibit.

    Raises `NotFound` if there is no such link.
    """
    kind = await session.scalar(delete(model).where(is_of, model.evidence == evidence).returning(model.kind))
    if kind is None:
        raise NotFound
    return kind, fields_of(evidence, await number_of(session, evidence))


def fields_of(evidence: UUID, number: str) -> dict[str, Any]:
    """Return the fields of an entry that name an exhibit."""
    return {"evidence": evidence, "exhibit": str(evidence), "exhibit_number": number}


async def linked(
    session: Reading, model: type[Link], is_of: ColumnElement[bool], order: Sequence[SQLColumnExpression[Any]]
) -> list[LinkedExhibit[Link]]:
    """Return the linked exhibits that the member sees, in this order."""
    query = (
        select(model, Evidence.exhibit_number, Evidence.title)
        .join(Evidence, Evidence.id == model.evidence)
        .where(is_of)
        .order_by(*order)
    )
    return [LinkedExhibit(row[0], str(row[1]), row[2]) for row in await session.execute(query)]
