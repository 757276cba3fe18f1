"""Routes for flags: an exhibit under H1 or H2 is potentially exculpatory. Its originator decides about them."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response, status

from app.api import pagination
from app.api.evidence.views.flags import FlagDecisionForm, FlagForm, FlagView, flag_view
from app.api.guards import MayFlagEvidence, MayGrantRelease, MayReadEvidence, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.services.evidence import flags as service

router = Router(prefix="/api/jits/{jit}", tags=["flags"])


@router.get("/flags")
async def list_flags(
    session: ReadingUnit,
    seat: MayReadEvidence,
    response: Response,
    side: Annotated[
        Literal["ours", "others"] | None,
        Query(description="`ours`: flags by the own party. `others`: flags of its exhibits by other parties."),
    ] = None,
    undecided: Annotated[bool | None, Query(description="Those that wait for their originator, or the others.")] = None,
    evidence: UUID | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[FlagView]:
    """List the flags that the caller may know of, newest first."""
    await tell_position(response, session, seat.jit)
    filters = service.Filters(side=side, undecided=undecided, evidence=evidence)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_all(session, seat, filters, asked.after, asked.row_limit)
    return asked.page(found, flag_view)


@router.post("/evidence/{evidence}/flags", status_code=status.HTTP_201_CREATED)
async def flag_evidence(session: WritingUnit, seat: MayFlagEvidence, evidence: UUID, form: FlagForm) -> FlagView:
    """Flag another party's exhibit as potentially exculpatory. A flag cannot be removed."""
    made = await service.set_flag(session, seat, evidence, form.exonerates, form.justification)
    return flag_view(await service.read(session, seat, made))


@router.post("/flags/{flag}/decision")
async def decide_flag(
    session: WritingUnit, seat: MayGrantRelease, flag: UUID, form: FlagDecisionForm, if_match: IfMatch = None
) -> FlagView:
    """Decide about a flag on an exhibit of the caller's party: disclosed, consented or refused, with reasons."""
    await service.answer(session, seat, flag, form.decision, form.because, expected=expected_version(if_match))
    return flag_view(await service.read(session, seat, flag))
