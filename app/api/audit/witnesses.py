"""Routes for log co-signers: list them and their progress, name and remove that of the caller's party."""

from uuid import UUID

from fastapi import Request, Response, status
from fastapi.responses import PlainTextResponse

from app.api.audit.views.witnesses import WitnessForm, WitnessView, witness_view
from app.api.context import context_of
from app.api.guards import MayNameWitness, MayReadLedger, ReadingUnit, WritingUnit
from app.api.positions import position, tell_position
from app.api.routing import Router
from app.api.schemas import Page, ReasonForm
from app.services.audit import witnesses as service

router = Router(prefix="/api/jits/{jit}/witnesses", tags=["ledger"])


@router.get("")
async def list_witnesses(
    request: Request, session: ReadingUnit, seat: MayReadLedger, response: Response
) -> Page[WitnessView]:
    """List the parties' log co-signers in use."""
    await tell_position(response, session, seat.jit)
    found = await service.list_all(session, seat, context_of(request).settings.host_party)
    return Page(items=[witness_view(each) for each in found], next=None)


@router.get("/policy", response_class=PlainTextResponse)
async def read_policy(request: Request, session: ReadingUnit, seat: MayReadLedger) -> PlainTextResponse:
    """Return a C2SP tlog-policy of the log's keys, co-signers and the agreed quorum, for `verify.py --policy`."""
    context = context_of(request)
    found = await service.policy(session, seat, context.settings.host_party, context.ledger_keys)
    return PlainTextResponse(found, headers=await position(session, seat.jit))


@router.post("", status_code=status.HTTP_201_CREATED)
async def name_witness(request: Request, session: WritingUnit, seat: MayNameWitness, form: WitnessForm) -> WitnessView:
    """Name the log co-signer of the caller's party. It is used from the next checkpoint on."""
    context = context_of(request)
    settings = context.settings
    made = await service.name(session, seat, form.vkey, form.url, settings.witness_networks, context.ledger_keys)
    found = await service.list_all(session, seat, settings.host_party)
    return witness_view(next(each for each in found if each.id == made))


@router.post("/{witness}/removal", status_code=status.HTTP_204_NO_CONTENT)
async def remove_witness(session: WritingUnit, seat: MayNameWitness, witness: UUID, form: ReasonForm) -> None:
    """Remove the log co-signer of the caller's party. Its cosignatures remain."""
    await service.remove(session, seat, witness, form.reason)
