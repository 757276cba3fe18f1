"""Change the evaluation of an exhibit; only its provider may (Regulation (EU) 2016/794 Art. 29(1), (3)).

The first evaluation is stated at registration (`services/evidence/registration.py`).
"""

from uuid import UUID

from sqlalchemy import select

from app.access.evaluation import UNASSESSED, Evaluation, Information, Source
from app.access.seats import Seat
from app.database import Writing
from app.ledger import journal
from app.ledger.facts import EvidenceEvaluated
from app.models import Provenance
from app.services.evidence import exhibit_changes


def read_columns(provenance: Provenance) -> Evaluation:
    """Return the evaluation stored in the row."""
    return Evaluation(
        Source(provenance.evaluation_source),
        Information(provenance.evaluation_information),
        provenance.evaluation_scheme,
        provenance.evaluation_value,
    )


async def change(
    session: Writing, seat: Seat, evidence: UUID, evaluation: Evaluation, *, expected: int, reason: str
) -> None:
    """Replace the evaluation. The former one stays in the ledger.

    Does nothing if the evaluation is the same.

    Raises:
        NotFound, Forbidden, Conflict, Stale: As `evidence_changes.lock_own`.
    """
    exhibit = await exhibit_changes.lock_own(session, seat, evidence, expected)
    provenance = (await session.scalars(select(Provenance).where(Provenance.evidence == evidence))).one()
    former = read_columns(provenance)
    if former == evaluation:
        return
    for name, value in evaluation.columns().items():
        setattr(provenance, name, value)
    exhibit.version += 1
    await session.flush()
    await journal.append(session, seat, evaluated_fact(evidence, evaluation, former, reason))


def evaluated_fact(
    evidence: UUID, evaluation: Evaluation, former: Evaluation = UNASSESSED, reason: str | None = None
) -> EvidenceEvaluated:
    """Build the ledger fact of an evaluation."""
    return EvidenceEvaluated(
        evidence=evidence, former=former.as_fields(), evaluation=evaluation.as_fields(), reason=reason
    )
