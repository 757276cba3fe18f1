"""Route that issues bearer tokens for scripts."""

from typing import Literal

from fastapi import Request

from app.api.context import context_of
from app.api.credentials import SignInForm
from app.api.guards import Anyone
from app.api.routing import Router
from app.api.schemas import View
from app.services.accounts import signing_in as service

router = Router(prefix="/api/tokens", tags=["sessions"])


class TokenView(View):
    """A bearer token (RFC 6750) and its lifetime in seconds."""

    access_token: str
    token_type: Literal["bearer"]
    expires_in: int


@router.post("")
async def create_token(visitor: Anyone, request: Request, form: SignInForm) -> TokenView:
    """Issue a JWT (ES256) that expires after `expires_in` seconds (by default ten minutes) or with its session."""
    context = context_of(request)
    token = await service.issue_token(context.database, context.authentication, visitor, form.entered())
    return TokenView(access_token=token, token_type="bearer", expires_in=context.authentication.token_minutes * 60)  # noqa: S106 - a kind of token
