"""Disclosures over HTTP: an exhibit given to a proceeding, and what was given to whom.

Deliberately not here: the receipt, which is the entry's own (`api/proofs.py`), by the position that a disclosure names.
"""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response, status

from app.api.guards import MayDiscloseEvidence, MayReadDisclosures, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Limit, Page, cursor_id
from app.api.views.disclosures import DisclosureForm, DisclosureView, disclosure_view
from app.api.views.positions import tell_position
from app.services import disclosures as service

router = Router(prefix="/api/jits/{jit}", tags=["disclosures"])


@router.get("/disclosures")
async def list_disclosures(
    session: ReadingUnit,
    seat: MayReadDisclosures,
    response: Response,
    side: Annotated[
        Literal["ours", "others"] | None, Query(description="By one's own party, or by others of what it contributed.")
    ] = None,
    evidence: UUID | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[DisclosureView]:
    """What was disclosed to proceedings, as far as the seat may know, newest first."""
    await tell_position(response, session, seat.jit)
    filters = service.Filters(side=side, evidence=evidence)
    found = await service.listed(session, seat, filters, cursor_id(cursor), limit + 1)
    items = [disclosure_view(one) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


@router.post("/evidence/{evidence}/disclosures", status_code=status.HTTP_201_CREATED)
async def disclose_evidence(
    session: WritingUnit, seat: MayDiscloseEvidence, evidence: UUID, form: DisclosureForm
) -> DisclosureView:
    """Note that an exhibit is given to a proceeding; the entry's receipt proves it to others."""
    made = await service.disclose(session, seat, evidence, form.intent(), form.recipient())
    return disclosure_view(await service.read(session, seat, made))
