"""Routes for the forms of a request, and the import of the evidences of its connector."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response, status

from app.api.guards import MayReadRequestContents, MayWorkOnRequest, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.requests.views.forms import (
    EvidenceImportForm,
    FormDispatchForm,
    FormKey,
    FormValuesForm,
    RequestFormView,
    form_view,
)
from app.api.requests.views.requests import RequestView, request_view
from app.api.routing import Router
from app.api.schemas import IfMatch, expected_version
from app.i18n.phrases import Language
from app.services.requests import connector, request_list
from app.services.requests.forms import follow_ups, saving

router = Router(prefix="/api/jits/{jit}/requests/{request}", tags=["requests"])

Spoken = Annotated[Language, Query(description="Language of titles and labels.")]
ChosenForm = Annotated[
    FormKey | None,
    Query(description="A form that follows the request, or another form of the instrument before values are saved."),
]


@router.get("/form")
async def read_request_form(
    session: ReadingUnit,
    seat: MayReadRequestContents,
    response: Response,
    request: UUID,
    form: ChosenForm = None,
    language: Spoken = "en",
) -> RequestFormView:
    """Return the form of a request with its values, what is missing, and checks against the executing State's card."""
    await tell_position(response, session, seat.jit)
    return form_view(await saving.read(session, seat, request, form), language)


@router.put("/form")
async def save_request_form(
    session: WritingUnit,
    seat: MayWorkOnRequest,
    request: UUID,
    form: FormValuesForm,
    language: Spoken = "en",
    if_match: IfMatch = None,
) -> RequestFormView:
    """Save the values of the form of a request. `If-Match`: the version of the form, `"0"` for the first values."""
    expected = expected_version(if_match)
    await saving.save(session, seat, request, form.form, form.values, expected=expected)
    return form_view(await saving.read(session, seat, request, form.form), language)


@router.post("/form/dispatch")
async def send_request_form(
    session: WritingUnit,
    seat: MayWorkOnRequest,
    request: UUID,
    form: FormDispatchForm,
    language: Spoken = "en",
    if_match: IfMatch = None,
) -> RequestFormView:
    """Record the dispatch of a form that follows the request, such as the extension of a preservation.

    The form is fixed from now on. `If-Match`: the version of its values.
    """
    await follow_ups.send(session, seat, request, form.dispatch(), expected=expected_version(if_match))
    return form_view(await saving.read(session, seat, request, form.form), language)


@router.post("/evidences", status_code=status.HTTP_201_CREATED)
async def import_request_evidence(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, form: EvidenceImportForm
) -> RequestView:
    """Record an ETSI REM evidence as a step of transmission, and the state that it proves.

    The signature of the evidence is not checked.
    """
    await connector.import_evidence(session, seat, request, form.xml)
    return request_view(await request_list.read(session, seat, request))
