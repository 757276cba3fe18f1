"""Routes to sign in and out, and to list and end the caller's sessions."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response, status

from app.api.context import context_of
from app.api.credentials import SignInForm
from app.api.guards import Anyone, ReadingUnit, SignedIn, WritingUnit
from app.api.routing import Router
from app.api.schemas import Page
from app.api.session_cookies import delete_cookie, set_cookies
from app.api.teams.views.people import OwnSessionView, SessionView, own_session_view
from app.services.accounts import sessions as service
from app.services.accounts import signing_in

router = Router(prefix="/api/sessions", tags=["sessions"])


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_session(visitor: Anyone, request: Request, response: Response, form: SignInForm) -> SessionView:
    """Sign in. Sets HttpOnly, SameSite=Strict cookies. 401 does not reveal whether the account exists.

    After the right password of an account with a second factor, 401 with the code `second-factor-needed` asks for it.

    A second cookie identifies the browser at the next sign-in. It grants no access.
    """
    context = context_of(request)
    opened, device = await signing_in.sign_in(context.database, context.authentication, visitor, form.entered())
    set_cookies(request, response, opened, device)
    return SessionView(id=opened.id, created_at=opened.created_at, expires_at=opened.expires_at)


@router.get("")
async def list_sessions(session: ReadingUnit, person: SignedIn) -> Page[OwnSessionView]:
    """List the caller's active sessions and tokens, newest first."""
    rows = await service.list_own(session, person)
    return Page(items=[own_session_view(row, person.session) for row in rows], next=None)


@router.delete("/current", status_code=status.HTTP_204_NO_CONTENT)
async def end_current_session(session: WritingUnit, person: SignedIn, request: Request, response: Response) -> None:
    """Sign out."""
    await service.end(session, person, person.session)
    delete_cookie(request, response)


@router.delete("/{session_id}", status_code=status.HTTP_204_NO_CONTENT)
async def end_session(session: WritingUnit, person: SignedIn, session_id: UUID) -> None:
    """End one of the caller's sessions, for example on another device."""
    await service.end(session, person, session_id)


@router.delete("", status_code=status.HTTP_204_NO_CONTENT)
async def end_all_sessions(
    session: WritingUnit,
    person: SignedIn,
    request: Request,
    response: Response,
    *,
    others: Annotated[bool, Query()] = False,
) -> None:
    """End all sessions and tokens of the caller; with `others`, all but the current one."""
    if others:
        await service.end_all(session, person.account, but=person.session)
        return
    await service.end_all(session, person.account)
    delete_cookie(request, response)
