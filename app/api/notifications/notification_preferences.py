"""Routes for the notification settings of the caller's account, which apply to all teams."""

from fastapi import Request

from app.api.context import context_of
from app.api.guards import ReadingUnit, SignedIn, WritingUnit
from app.api.notifications.views.notifications import PreferencesForm, PreferencesView, preferences_view
from app.api.routing import Router
from app.api.schemas import IfMatch, expected_version
from app.services.notifications import preferences as service

router = Router(prefix="/api/me/notifications", tags=["me"])


@router.get("")
async def read_notification_preferences(session: ReadingUnit, person: SignedIn, request: Request) -> PreferencesView:
    """Return whether notifications are also sent by e-mail, and when."""
    available = context_of(request).settings.sends_mail
    return preferences_view(await service.read(session, person), available=available)


@router.put("")
async def set_notification_preferences(
    session: WritingUnit, person: SignedIn, request: Request, form: PreferencesForm, if_match: IfMatch = None
) -> PreferencesView:
    """Replace the notification settings."""
    available = context_of(request).settings.sends_mail
    await service.change(session, person, form.wanted(), expected=expected_version(if_match), available=available)
    return preferences_view(await service.read(session, person), available=available)
