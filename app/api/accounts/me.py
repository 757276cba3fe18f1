"""Routes for the caller's own account: read, change the profile, change the password."""

from typing import Annotated

from fastapi import Request, Response, status
from pydantic import Field

from app.access import seats
from app.access.seats import Person
from app.api.context import AppContext, context_of
from app.api.credentials import Password
from app.api.guards import ReadingUnit, SignedIn, WritingUnit
from app.api.routing import Router
from app.api.schemas import Form, Line, View
from app.api.teams.views.people import (
    AccountView,
    JitSummary,
    SeatView,
    SessionView,
    account_view,
    seat_view,
    session_view,
)
from app.database import Reading
from app.services.accounts import accounts, sessions
from app.services.teams import members

router = Router(prefix="/api/me", tags=["me"])


class MySeatView(View):
    """A team of the caller, and the caller's membership in it."""

    jit: JitSummary
    seat: SeatView


class MeView(View):
    """The caller's account, teams and session. `demonstration`: this server shows made-up data."""

    account: AccountView
    seats: list[MySeatView]
    session: SessionView
    demonstration: bool


class ProfileForm(Form):
    """Changes of the caller's account. Omitted fields stay unchanged."""

    name: Line | None = None
    locale: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] | None = None
    time_zone: Line | None = None


class PasswordForm(Form):
    """The current and the new password."""

    current: Password
    new: Password


@router.get("")
async def read_me(session: ReadingUnit, person: SignedIn, request: Request) -> MeView:
    """Return the caller's account, teams and session."""
    return await _me(session, person, context_of(request))


@router.patch("")
async def change_me(session: WritingUnit, person: SignedIn, request: Request, form: ProfileForm) -> MeView:
    """Change name, language or time zone."""
    await accounts.change_profile(session, person, name=form.name, locale=form.locale, time_zone=form.time_zone)
    return await _me(session, person, context_of(request))


@router.post("/password", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def change_password(session: WritingUnit, person: SignedIn, form: PasswordForm) -> None:
    """Change the password. All other sessions and tokens end."""
    await accounts.change_password(session, person, form.current.get_secret_value(), form.new.get_secret_value())


async def _me(session: Reading, person: Person, context: AppContext) -> MeView:
    permitted = {seat.id: seat.permissions for seat in await seats.list_of_person(session, person)}
    return MeView(
        account=account_view(await accounts.read(session, person)),
        seats=[
            MySeatView(
                jit=JitSummary.model_validate(jit), seat=seat_view(seated, permitted.get(seated.member.id, frozenset()))
            )
            for jit, seated in await members.list_of_person(session, person)
        ],
        session=session_view(await sessions.current(session, person)),
        demonstration=context.authentication.admits_demonstration,
    )
