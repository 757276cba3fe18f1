"""Set and delete the cookies of a session."""

from datetime import timedelta

from fastapi import Request, Response

from app.api.context import AppContext, context_of
from app.api.guards import COOKIE, DEVICE, cookie_name
from app.identity import devices
from app.services.accounts.sessions import Opened


def set_cookies(request: Request, response: Response, opened: Opened, device: str) -> None:
    """Set the session's cookie, and the one by which this browser is recognised at the next sign-in."""
    context = context_of(request)
    _set(context, response, COOKIE, opened.secret, opened.expires_at - opened.created_at)
    _set(context, response, DEVICE, device, devices.KEPT)


def delete_cookie(request: Request, response: Response) -> None:
    """Delete the session's cookie."""
    context = context_of(request)
    response.delete_cookie(
        cookie_name(context), path="/", secure=context.settings.cookies_are_secure, httponly=True, samesite="strict"
    )


def _set(context: AppContext, response: Response, name: str, value: str, lasting: timedelta) -> None:
    response.set_cookie(
        cookie_name(context, name),
        value,
        max_age=int(lasting.total_seconds()),
        path="/",
        secure=context.settings.cookies_are_secure,
        httponly=True,
        samesite="strict",
    )
