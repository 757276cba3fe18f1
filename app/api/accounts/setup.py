"""Routes of the first-run setup: the operator creates the first account with the code that the server printed.

They answer 404 to every client on another machine or behind a proxy, and once the installation has an account.
"""

from typing import Annotated

from fastapi import Request, Response, status
from pydantic import Field

from app.api.context import context_of
from app.api.credentials import Password, PlainEmail
from app.api.guards import ReadingUnit
from app.api.operator_guards import FROM_HERE, MaySetUp
from app.api.routing import Router
from app.api.schemas import Form, Line, View
from app.api.session_cookies import set_cookies
from app.api.teams.views.people import SessionView
from app.services.accounts import setup as service

router = Router(prefix="/api/setup", tags=["setup"])


class SetupView(View):
    """The first-run setup is open: a code was printed, and no account exists."""

    open: bool


class SetupForm(Form):
    """The setup code, and the operator's account. Case and missing hyphens of the code do not matter."""

    code: Line
    name: Line
    email: PlainEmail
    password: Password
    locale: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    time_zone: Line = "UTC"


@router.get("", dependencies=[FROM_HERE])
async def read_setup(session: ReadingUnit) -> SetupView:
    """Return that the first-run setup is open; otherwise 404."""
    await service.demand_open(session)
    return SetupView(open=True)


@router.post("", status_code=status.HTTP_201_CREATED)
async def complete_setup(visitor: MaySetUp, request: Request, response: Response, form: SetupForm) -> SessionView:
    """Create the operator's account with the setup code, and sign in. The code is void afterwards."""
    context = context_of(request)
    what = service.Setup(
        code=form.code,
        name=form.name,
        email=form.email,
        password=form.password.get_secret_value(),
        locale=form.locale,
        time_zone=form.time_zone,
    )
    opened, device = await service.complete(context.database, context.authentication, visitor, what)
    set_cookies(request, response, opened, device)
    return SessionView(id=opened.id, created_at=opened.created_at, expires_at=opened.expires_at)
