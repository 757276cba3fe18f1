"""Routes for parties' own signatures under decisions: keys, demands, pending signatures, statements, signing.

Not here: the decisions themselves (`messages.py`).
"""

from uuid import UUID

from fastapi import Request, Response, status
from fastapi.responses import PlainTextResponse

from app.api import pagination
from app.api.context import context_of
from app.api.coordination.views.messages import MessageView, message_view
from app.api.coordination.views.signing import (
    SignatureForm,
    SigningDemandForm,
    SigningDemandView,
    SigningKeyForm,
    SigningKeyView,
    signing_demand_view,
    signing_key_view,
)
from app.api.guards import MayReadLedger, MayReadMessages, MayRecordDecision, MaySetSigning, ReadingUnit, WritingUnit
from app.api.positions import position, tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, ReasonForm, expected_version
from app.services.coordination import message_list
from app.services.coordination import signing as service

router = Router(prefix="/api/jits/{jit}", tags=["signing"])


@router.get("/signing/keys")
async def list_signing_keys(
    session: ReadingUnit, seat: MayReadLedger, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[SigningKeyView]:
    """List the keys of all parties, newest first, including revoked ones."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await service.keys_of(session, seat, asked.after, asked.row_limit)
    return asked.page(found, lambda one: signing_key_view(one, seat))


@router.post("/signing/keys", status_code=status.HTTP_201_CREATED)
async def name_signing_key(
    request: Request, session: WritingUnit, seat: MaySetSigning, form: SigningKeyForm
) -> SigningKeyView:
    """Name a key of the caller's party. It may sign decisions from now on."""
    made = await service.name(session, seat, form.name, form.public_key, context_of(request).ledger_keys)
    return signing_key_view(await service.key(session, seat, made), seat)


@router.post("/signing/keys/{signing_key}/revocation")
async def revoke_signing_key(
    session: WritingUnit, seat: MaySetSigning, signing_key: UUID, form: ReasonForm
) -> SigningKeyView:
    """Revoke a key of the caller's party. Earlier signatures stay valid."""
    await service.revoke(session, seat, signing_key, form.reason)
    return signing_key_view(await service.key(session, seat, signing_key), seat)


@router.get("/signing/demands")
async def list_signing_demands(
    session: ReadingUnit, seat: MayReadLedger, response: Response
) -> Page[SigningDemandView]:
    """List which decisions each party requires to sign itself."""
    await tell_position(response, session, seat.jit)
    found = await service.demands(session, seat)
    return Page(items=[signing_demand_view(one, seat) for one in found], next=None)


@router.put("/signing/demand")
async def set_signing_demand(
    session: WritingUnit, seat: MaySetSigning, form: SigningDemandForm, if_match: IfMatch = None
) -> SigningDemandView:
    """Set which decisions the caller's party signs from now on. Other parties are not affected."""
    await service.demand(session, seat, form.scope, reason=form.reason, expected=expected_version(if_match))
    found = await service.demands(session, seat)
    return signing_demand_view(next(one for one in found if one.party == seat.party_code), seat)


@router.get("/signing/awaiting")
async def list_awaiting_signature(
    session: ReadingUnit, seat: MayReadMessages, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[MessageView]:
    """List the decisions that await a signature of the caller's party, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await message_list.awaiting(session, seat, asked.after, asked.row_limit)
    return asked.page(found, lambda one: message_view(one, seat))


@router.get("/channels/{channel}/messages/{message}/statement", response_class=PlainTextResponse)
async def read_statement(
    session: ReadingUnit, seat: MayReadMessages, channel: UUID, message: UUID
) -> PlainTextResponse:
    """Return the exact bytes that the caller's party signs under a decision. Save them unchanged, and sign the file."""
    found = await service.statement(session, seat, channel, message)
    headers = {"Content-Disposition": f'attachment; filename="decision-{message}.txt"'}
    return PlainTextResponse(found, headers=headers | await position(session, seat.jit))


@router.post("/channels/{channel}/messages/{message}/signatures", status_code=status.HTTP_201_CREATED)
async def sign_decision(
    session: WritingUnit, seat: MayRecordDecision, channel: UUID, message: UUID, form: SignatureForm
) -> MessageView:
    """Submit a signature of the caller's party.

    It is accepted if one of the party's keys made it over the statement.
    """
    await service.sign(session, seat, channel, message, form.signature)
    return message_view(await message_list.read(session, seat, channel, message), seat)
