"""Labels of exhibits: make them for printing, and find an exhibit by its label code or number.

A label shows the exhibit number and a code, never a title, because others may see it. Members without access to the
exhibit get the same answer for its code as for an unknown code.

Not here: blank labels (`services/evidence/blank_labels.py`), the layout of a label (the frontend), and physical custody.
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
from app.services.evidence import blank_labels
from app.services.teams import contributions


@dataclass(frozen=True, slots=True)
class Labelled:
    """The content of a label."""

    evidence: UUID
    exhibit_number: str
    code: str


async def make(session: Writing, seat: Seat, wanted: Sequence[UUID], copies: int) -> list[Labelled]:
    """Make labels for these exhibits and append a ledger entry for each; all or none.

    Args:
        session: The transaction of the request.
        seat: The member who prints.
        wanted: The exhibits.
        copies: How many labels are printed of each.

    Raises:
        NotFound: An exhibit is absent or invisible to the member.
        Conflict: An exhibit was erased.
    """
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


async def find(session: Reading, seat: Seat, text: str) -> tuple[UUID, str]:
    """Return id and number of the exhibit with this label code or number.

    Case and surrounding spaces are ignored, and hyphens and spaces within a code.

    Raises:
        NotFound: No visible exhibit has it.
        Gone: The label was declared void; only members of its party get this error.
    """
    plain = text.strip().upper()
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
