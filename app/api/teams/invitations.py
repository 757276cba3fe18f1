"""Route for invitations: a person without an account creates one with a one-time code of a team or an operator."""

from typing import Annotated

from fastapi import Request, Response, status
from pydantic import Field

from app.api.context import context_of
from app.api.credentials import CredentialsForm
from app.api.guards import Anyone
from app.api.routing import Router
from app.api.schemas import Line, View
from app.api.session_cookies import set_cookies
from app.api.teams.views.people import SeatView, seat_view
from app.services.teams import invitations as service

router = Router(prefix="/api/invitations", tags=["members"])


class AcceptanceForm(CredentialsForm):
    """A one-time code, the invited e-mail address, and a new password. Case and missing hyphens do not matter."""

    code: Line
    locale: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    time_zone: Line = "UTC"


class AcceptedView(View):
    """The seat that was taken; null for an operator's invitation, which creates an account only."""

    seat: SeatView | None


@router.post("/acceptance", status_code=status.HTTP_201_CREATED)
async def accept_invitation(
    visitor: Anyone, request: Request, response: Response, form: AcceptanceForm
) -> AcceptedView:
    """Create an account with a one-time code, take the proposed seat, and sign in.

    The answer does not reveal whether the address was invited or has an account.
    """
    context = context_of(request)
    what = service.Acceptance(
        code=form.code,
        email=form.email,
        password=form.password.get_secret_value(),
        locale=form.locale,
        time_zone=form.time_zone,
    )
    opened, device, seated = await service.accept(context.database, context.authentication, visitor, what)
    set_cookies(request, response, opened, device)
    return AcceptedView(seat=None if seated is None else seat_view(seated))
