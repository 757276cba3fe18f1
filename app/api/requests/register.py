"""Routes for the register of legal requests: what the audit log tells the caller of each request and its moves."""

from typing import Annotated

from fastapi import Query, Response

from app.api import pagination
from app.api.admissions import MayStreamRegister
from app.api.guards import MayReadLedger, ReadingUnit
from app.api.positions import tell_position
from app.api.requests.views.register import RegisteredRequestView, RegisterQuery, registered_view
from app.api.routing import Router
from app.api.schemas import Limit, Page
from app.services.requests import register

router = Router(prefix="/api/jits/{jit}/requests", tags=["requests"])


class CsvResponse(Response):
    """A table as comma-separated values."""

    media_type = "text/csv"


@router.get("/register")
async def list_request_register(
    session: ReadingUnit,
    seat: MayReadLedger,
    response: Response,
    query: Annotated[RegisterQuery, Query()],
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[RegisteredRequestView]:
    """List the legal requests that the audit log tells the caller, newest first, with their moves."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await register.listed(session, seat.jit, query.wanted(), asked.after, asked.row_limit)
    return asked.page(found, registered_view)


@router.get("/register.csv", response_class=CsvResponse)
async def export_request_register(
    admission: MayStreamRegister, query: Annotated[RegisterQuery, Query()]
) -> CsvResponse:
    """Download the register as a table with a row for each move. The export is an audit log entry."""
    async with admission.writing() as (session, seat):
        table = await register.export(session, seat, query.wanted())
    return CsvResponse(
        table,
        headers={
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Content-Disposition": 'attachment; filename="requests.csv"',
        },
    )
