"""Routes for reports about wrong values: every signed-in account reports, operators settle.

Not here: the change of the value (`administration.py`).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, status

from app.api import pagination
from app.api.guards import ReadingUnit, SignedIn, WritingUnit
from app.api.operator_guards import MAY_ADMINISTER, MayAdminister
from app.api.reference.views.reports import (
    ReferenceReportAnswerForm,
    ReferenceReportForm,
    ReferenceReportView,
    report_view,
)
from app.api.routing import Router
from app.api.schemas import Limit, Page
from app.services.reference import reports

router = Router(prefix="/api/reference/reports", tags=["reference data"])
operator_router = Router(prefix="/api/administration/reference/reports", tags=["administration"])


@router.post("", status_code=status.HTTP_201_CREATED)
async def report_reference_value(
    session: WritingUnit, person: SignedIn, form: ReferenceReportForm
) -> ReferenceReportView:
    """Report to the operators that a value is wrong. They do not learn who reported it, or from which team."""
    made = await reports.report(
        session,
        person,
        form.kind,
        form.key,
        field=form.field,
        wrong=form.wrong,
        proposed=form.proposed,
        source=form.source,
    )
    return report_view(made)


@router.get("")
async def list_own_reference_reports(
    session: ReadingUnit,
    person: SignedIn,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[Limit, Query()] = 50,
) -> Page[ReferenceReportView]:
    """List one's own reports with the answers, newest first."""
    asked = pagination.by_id(cursor, limit)
    found = await reports.own_reports(session, person, before=asked.after, limit=asked.row_limit)
    return asked.page(found, report_view)


@operator_router.get("", dependencies=[MAY_ADMINISTER])
async def list_reference_reports(
    session: ReadingUnit,
    *,
    settled: Annotated[bool, Query()] = False,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[Limit, Query()] = 50,
) -> Page[ReferenceReportView]:
    """List open or settled reports of all accounts, newest first, without the reporters."""
    asked = pagination.by_id(cursor, limit)
    found = await reports.list_reports(session, settled=settled, before=asked.after, limit=asked.row_limit)
    return asked.page(found, report_view)


@operator_router.post("/{report}/settlement")
async def settle_reference_report(
    session: WritingUnit, person: MayAdminister, report: UUID, form: ReferenceReportAnswerForm
) -> ReferenceReportView:
    """Settle a report with an answer to its reporter."""
    return report_view(await reports.settle(session, person, report, form.answer))
