"""Labels of exhibits: made for printing, which is an act, and found again by code or number by who may see the exhibit.

A label bears the number and a code and never a title: it lies about in public. Whoever may not see the exhibit gets for its code
what they get for one that nobody made. Deliberately not here: what a label looks like (the page), and where a thing lies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceLabelled
from app.models import Evidence, Label
from app.services import blank_labels, contributions


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands on a label."""

    evidence: UUID
    exhibit_number: str
    code: str


async def make(session: Writing, seat: Seat, wanted: Sequence[UUID], copies: int) -> list[Labelled]:
    """Labels for these exhibits, so many of each; all or none. Raises `NotFound`, `Conflict` for what was erased."""
    found = {row.id: row for row in await session.scalars(select(Evidence).where(Evidence.id.in_(wanted)))}
    exhibits = [found[one] for one in dict.fromkeys(wanted) if one in found]
    if len(exhibits) != len(set(wanted)):
        raise NotFound
    for exhibit in exhibits:
        contributions.demand_there(exhibit)
    rows = [{"evidence": one.id, "jit": seat.jit} for one in exhibits]  # the database draws the codes
    await session.execute(insert(Label).values(rows).on_conflict_do_nothing(index_elements=["evidence"]))
    query = select(Label.evidence, Label.code).where(Label.evidence.in_(wanted))
    codes = {row.evidence: row.code for row in await session.execute(query)}
    facts = [EvidenceLabelled(evidence=one.id, labels=copies) for one in sorted(exhibits, key=lambda one: one.id)]
    await journal.append(session, seat, *facts)
    return [Labelled(one.id, one.exhibit_number, codes[one.id]) for one in exhibits]


async def find(session: Reading, seat: Seat, said: str) -> tuple[UUID, str]:
    """The exhibit with this code or number, however it was typed: its id and number. Raises `NotFound`, `Gone` of a void label."""
    plain = said.strip().upper()
    code = plain.replace("-", "").replace(" ", "")
    labelled = select(Label.evidence).where(Label.code == code).scalar_subquery()
    query = select(Evidence.id, Evidence.exhibit_number).where(
        (Evidence.exhibit_number == plain) | (Evidence.id == labelled)
    )
    row = (await session.execute(query)).first()
    if row is None:
        await blank_labels.demand_not_void(session, seat, code)
        raise NotFound
    return row.id, row.exhibit_number
