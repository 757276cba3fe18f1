"""Routes for disclosures: record that an exhibit is given to a proceeding, and list disclosures.

Not here: the receipt of the audit log entry (`api/audit/proofs.py`, by the disclosure's position).
"""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response, status

from app.api import pagination
from app.api.custody.views.disclosures import DisclosureForm, DisclosureView, disclosure_view
from app.api.guards import MayDiscloseEvidence, MayReadDisclosures, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Limit, Page
from app.services.custody import disclosures as service

router = Router(prefix="/api/jits/{jit}", tags=["disclosures"])


@router.get("/disclosures")
async def list_disclosures(
    session: ReadingUnit,
    seat: MayReadDisclosures,
    response: Response,
    side: Annotated[
        Literal["ours", "others"] | None,
        Query(
            description="`ours`: disclosures by the own party. `others`: disclosures of its exhibits by other parties."
        ),
    ] = None,
    evidence: UUID | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[DisclosureView]:
    """List the disclosures to proceedings that the caller may know of, newest first."""
    await tell_position(response, session, seat.jit)
    filters = service.Filters(side=side, evidence=evidence)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_all(session, seat, filters, asked.after, asked.row_limit)
    return asked.page(found, disclosure_view)


@router.post("/evidence/{evidence}/disclosures", status_code=status.HTTP_201_CREATED)
async def disclose_evidence(
    session: WritingUnit, seat: MayDiscloseEvidence, evidence: UUID, form: DisclosureForm
) -> DisclosureView:
    """Record the disclosure of an exhibit to a proceeding. The receipt of the audit log entry proves it to others."""
    made = await service.disclose(
        session, seat, evidence, form.intent(), form.recipient(), read_limits=form.acknowledged_limits
    )
    return disclosure_view(await service.read(session, seat, made))
