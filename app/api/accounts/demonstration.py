"""Route that lists the accounts of a demonstration server. It answers 404 on every other server."""

from fastapi import Request

from app.api.context import context_of
from app.api.guards import Anyone
from app.api.routing import Router
from app.api.schemas import View
from app.errors import NotFound
from app.services.teams import demonstration as service

router = Router(prefix="/api/demonstration", tags=["demonstration"])


class DemonstrationAccount(View):
    """An account of the demonstration, with its party and roles."""

    email: str
    name: str
    party: str | None
    roles: list[str]
    operation: str | None


class DemonstrationView(View):
    """All accounts of the demonstration, and their common password."""

    accounts: list[DemonstrationAccount]
    password: str


@router.get("")
async def read_demonstration(visitor: Anyone, request: Request) -> DemonstrationView:  # noqa: ARG001 - the guard
    """List the accounts of the demonstration. 404 on a server that is not a demonstration."""
    context = context_of(request)
    if not context.authentication.admits_demonstration:
        raise NotFound
    found = await service.characters(context.database)
    return DemonstrationView(
        accounts=[DemonstrationAccount.model_validate(one) for one in found], password=service.PASSWORD
    )
