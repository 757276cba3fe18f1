"""Route to read the technical access log of a team.

An auditor of a party reads the requests of that party's members. The auditor of the team reads all requests.
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.api import pagination
from app.api.guards import MayReadAccessLog, ReadingUnit
from app.api.routing import Router
from app.api.schemas import Code, Limit, Moment, Page, Time, View
from app.api.sharing.views.releases import SeatCode
from app.services.audit import access_log as service

router = Router(prefix="/api/jits/{jit}/access-log", tags=["access log"])


class AccessLineView(View):
    """A request to a route of the team. `seat` and `party` are null if the account had no active membership.

    `ids` are the ids as the client sent them. The line does not tell whether they exist or were only hidden from the
    account.
    """

    id: UUID
    at: Time
    seat: str | None
    party: str | None
    account: UUID
    session: UUID
    method: str
    route: str
    ids: dict[str, str]
    outcome: int
    address: str


@router.get("")
async def list_accesses(
    session: ReadingUnit,
    seat: MayReadAccessLog,
    party: Code | None = None,
    by: Annotated[SeatCode | None, Query(alias="seat")] = None,
    evidence: UUID | None = None,
    asked: Annotated[service.Asked | None, Query(description="Subject of the request.")] = None,
    outcome: Annotated[int | None, Query(ge=100, le=599, description="HTTP status of the response.")] = None,
    answer: Annotated[service.Answer | None, Query(description="Result of the request.")] = None,
    since: Moment | None = None,
    until: Moment | None = None,
    *,
    background: Annotated[
        bool,
        Query(
            description="Include answered requests that the page makes by itself: names of parties and members, counters, "
            "keys and proofs of the audit log, the progress of exports, the live channel."
        ),
    ] = True,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[AccessLineView]:
    """List the requests to this team's routes, newest first. Lines are kept for three years."""
    filters = service.Filters(party, by, evidence, asked, outcome, answer, since, until, background)
    page = pagination.by_id(cursor, limit)
    rows = await service.lines(session, seat.jit, filters, before=page.after, limit=page.row_limit)
    return page.page(rows, _view)


def _view(row: service.LoggedRequest) -> AccessLineView:
    line = row.line
    named = {"seat": row.seat_code, "party": row.party_code}
    return AccessLineView.model_validate(
        {name: getattr(line, name) for name in AccessLineView.model_fields if name not in named} | named
    )
