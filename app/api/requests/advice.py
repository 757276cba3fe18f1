"""Routes for identifier recognition and the route adviser. They store nothing and write no audit log entry."""

from app.api.guards import MayWorkOnRequest, ReadingUnit
from app.api.requests.views.advice import (
    AdviceView,
    IdentifiersForm,
    RecognisedView,
    RoutesForm,
    advice_view,
    recognised_view,
)
from app.api.routing import Router
from app.services.requests import advice

router = Router(prefix="/api/jits/{jit}", tags=["requests"])


@router.post("/identifiers")
async def recognise_identifiers(
    session: ReadingUnit, seat: MayWorkOnRequest, form: IdentifiersForm
) -> list[RecognisedView]:
    """Recognise identifiers in a pasted text and propose provider, country and routes. Stores nothing."""
    return [recognised_view(one) for one in await advice.recognise(session, seat, form.text, form.asked())]


@router.post("/routes")
async def advise_routes(session: ReadingUnit, seat: MayWorkOnRequest, form: RoutesForm) -> AdviceView:
    """Rank the lawful routes to data abroad, with reasons for and against. Stores nothing."""
    return advice_view(await advice.routes_to(session, seat, form.country, form.asked(), form.provider))
