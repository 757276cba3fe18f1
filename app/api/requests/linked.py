"""Routes for steps of transmission, papers and results of a request, and links to earlier requests."""

from uuid import UUID

from fastapi import Request, status

from app.access.seats import Seat
from app.api.evidence.views.evidence import EvidenceView, evidence_view
from app.api.guards import MayWorkOnRequest, ReadingUnit, WritingUnit
from app.api.idempotency import IdempotencyKey, idempotent_request
from app.api.requests.views.linked import (
    AnswerForm,
    HopForm,
    PaperForm,
    ProductionConfirmationForm,
    RequestLinkForm,
    RequestResultForm,
)
from app.api.requests.views.requests import RequestView, request_view
from app.api.routing import Router
from app.services import idempotency
from app.services.evidence import exhibits as evidence
from app.services.requests import connector, exhibits, links, request_list
from app.services.requests.answers import answers
from app.services.requests.answers.answers import Answer

router = Router(prefix="/api/jits/{jit}/requests/{request}", tags=["requests"])


@router.post("/hops", status_code=status.HTTP_201_CREATED)
async def record_request_hop(session: WritingUnit, seat: MayWorkOnRequest, request: UUID, form: HopForm) -> RequestView:
    """Record that a request reached a station on its way. A receipt of transport also moves the request."""
    await connector.record_station(session, seat, request, form.transmission())
    return await _view(session, seat, request)


@router.post("/papers", status_code=status.HTTP_201_CREATED)
async def add_request_paper(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, form: PaperForm
) -> RequestView:
    """Add an exhibit as a paper of a request."""
    await exhibits.add_paper(session, seat, request, form.evidence, form.kind)
    return await _view(session, seat, request)


@router.delete("/papers/{evidence}")
async def remove_request_paper(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, evidence: UUID
) -> RequestView:
    """Remove a paper from a request. The exhibit stays."""
    await exhibits.remove_paper(session, seat, request, evidence)
    return await _view(session, seat, request)


@router.post("/results", status_code=status.HTTP_201_CREATED)
async def link_request_result(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, form: RequestResultForm
) -> RequestView:
    """Link an exhibit as a result of a request, to the item that it answers."""
    await exhibits.link_result(session, seat, request, form.item, form.evidence)
    return await _view(session, seat, request)


@router.post("/answers", status_code=status.HTTP_201_CREATED)
async def register_request_answer(
    session: WritingUnit,
    seat: MayWorkOnRequest,
    request: UUID,
    call: Request,
    form: AnswerForm,
    key: IdempotencyKey = None,
) -> EvidenceView:
    """Register an exhibit as the answer to an item: it is linked, and the item moves. All, or nothing."""

    async def register() -> UUID:
        answer = Answer(form.item, form.registration(), form.move(), form.conditions)
        return await answers.register(session, seat, request, answer)

    once = idempotent_request(key, call, form)
    made = await register() if once is None else await idempotency.run_once(session, seat, once, register)
    return evidence_view(await evidence.read(session, seat, made), seat.party)


@router.delete("/results/{result}")
async def unlink_request_result(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, result: UUID
) -> RequestView:
    """Remove the link of a result. The exhibit stays."""
    await exhibits.unlink_result(session, seat, request, result)
    return await _view(session, seat, request)


@router.put("/links/{earlier}")
async def link_earlier_request(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, earlier: UUID, form: RequestLinkForm
) -> RequestView:
    """Record that a request follows an earlier one. A received production request stops the lapses of its data."""
    await links.link_earlier(session, seat, request, earlier, form.relation)
    return await _view(session, seat, request)


@router.post("/links/{earlier}/confirmation")
async def confirm_production_request(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, earlier: UUID, form: ProductionConfirmationForm
) -> RequestView:
    """Record that the addressee of the earlier order was told of this production request (Form 5)."""
    await links.confirm_production(session, seat, request, earlier, form.confirmed_at)
    return await _view(session, seat, request)


@router.delete("/links/{earlier}")
async def unlink_earlier_request(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, earlier: UUID
) -> RequestView:
    """Remove the link of a request to an earlier one."""
    await links.unlink_earlier(session, seat, request, earlier)
    return await _view(session, seat, request)


async def _view(session: ReadingUnit, seat: Seat, request: UUID) -> RequestView:
    return request_view(await request_list.read(session, seat, request))
