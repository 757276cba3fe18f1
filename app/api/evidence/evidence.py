"""Routes for exhibits: register, list, read, correct, evaluate, withdraw, and the audit log entries of one."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response, status

from app.api import cursors, pagination
from app.api.audit.views.entries import EntryView, entry_view
from app.api.evidence.views.bulk import EvidenceBulkForm, RegisteredListView, registered_view
from app.api.evidence.views.evaluation import AssessmentForm
from app.api.evidence.views.evidence import DescriptionForm, EvidenceForm, EvidenceView, evidence_view
from app.api.evidence.views.exhibit_list import EvidenceCountView, EvidencePage, EvidenceQuery, evidence_page
from app.api.guards import (
    MayDescribeEvidence,
    MayListEvidence,
    MayReadEvidence,
    MayRegisterEvidence,
    MayWithdrawEvidence,
    ReadingUnit,
    WritingUnit,
)
from app.api.idempotency import IdempotencyKey, idempotent_request
from app.api.positions import position, tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, ReasonForm, expected_version
from app.ledger import entries
from app.services import idempotency
from app.services.evidence import evaluations, exhibit_changes, exhibit_list, registration
from app.services.evidence import exhibits as service

router = Router(prefix="/api/jits/{jit}/evidence", tags=["evidence"])


@router.get("", response_model=EvidencePage)
async def list_evidence(
    session: ReadingUnit, seat: MayListEvidence, query: Annotated[EvidenceQuery, Query()]
) -> Response:
    """List the exhibits that the caller may see, sorted and filtered."""
    mark, back = cursors.read(query.cursor, query.sort)
    leaf = await exhibit_list.read_page(
        session, seat, query.filters(), query.sort, mark=mark, back=back, limit=query.limit
    )
    page = evidence_page(leaf, query.sort)
    return Response(page, media_type="application/json", headers=await position(session, seat.jit))


@router.get("/count")
async def count_evidence(
    session: ReadingUnit, seat: MayListEvidence, query: Annotated[EvidenceQuery, Query()]
) -> EvidenceCountView:
    """Count the exhibits that the caller may see, filtered as the list is. Counting ends at 1,000."""
    counted, more = await exhibit_list.count(session, seat, query.filters())
    return EvidenceCountView(count=counted, more=more)


@router.post("", status_code=status.HTTP_201_CREATED)
async def register_evidence(
    session: WritingUnit, seat: MayRegisterEvidence, request: Request, form: EvidenceForm, key: IdempotencyKey = None
) -> EvidenceView:
    """Register an exhibit with its releases and parents."""
    once = idempotent_request(key, request, form)
    if once is None:  # the registration returns what the answer needs, without reading it again
        return evidence_view(await registration.register(session, seat, form.registration()), seat.party)

    async def register() -> UUID:
        return (await registration.register(session, seat, form.registration())).evidence.id

    made = await idempotency.run_once(session, seat, once, register)
    return evidence_view(await service.read(session, seat, made), seat.party)


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def register_evidence_in_bulk(
    session: WritingUnit, seat: MayRegisterEvidence, form: EvidenceBulkForm
) -> RegisteredListView:
    """Register up to 500 exhibits with their releases: all of them, or none."""
    rows = await registration.register_many(session, seat, [one.registration() for one in form.items])
    return RegisteredListView(items=[registered_view(row) for row in rows])


@router.get("/{evidence}")
async def read_evidence(
    session: ReadingUnit, seat: MayReadEvidence, response: Response, evidence: UUID
) -> EvidenceView:
    """Return one exhibit, as far as the caller may see it."""
    await tell_position(response, session, seat.jit)
    return evidence_view(await service.read(session, seat, evidence), seat.party)


@router.patch("/{evidence}")
async def describe_evidence(
    session: WritingUnit, seat: MayDescribeEvidence, evidence: UUID, form: DescriptionForm, if_match: IfMatch = None
) -> EvidenceView:
    """Correct the description of an exhibit. The earlier text stays in the audit log."""
    expected = expected_version(if_match)
    await exhibit_changes.describe(session, seat, evidence, form.changes(), expected=expected, reason=form.reason)
    return evidence_view(await service.read(session, seat, evidence), seat.party)


@router.post("/{evidence}/evaluation")
async def evaluate_evidence(
    session: WritingUnit, seat: MayDescribeEvidence, evidence: UUID, form: AssessmentForm, if_match: IfMatch = None
) -> EvidenceView:
    """Change the evaluation of source and information. Only the provider may do so."""
    expected = expected_version(if_match)
    await evaluations.change(session, seat, evidence, form.evaluation(), expected=expected, reason=form.reason)
    return evidence_view(await service.read(session, seat, evidence), seat.party)


@router.post("/{evidence}/withdrawal")
async def withdraw_evidence(
    session: WritingUnit, seat: MayWithdrawEvidence, evidence: UUID, form: ReasonForm, if_match: IfMatch = None
) -> EvidenceView:
    """Withdraw the exhibit from use."""
    await exhibit_changes.withdraw(session, seat, evidence, expected=expected_version(if_match), reason=form.reason)
    return evidence_view(await service.read(session, seat, evidence), seat.party)


@router.get("/{evidence}/custody")
async def read_custody(
    session: ReadingUnit,
    seat: MayReadEvidence,
    response: Response,
    evidence: UUID,
    limit: Limit = 200,
    cursor: str | None = None,
    sort: Literal["oldest", "newest"] = "oldest",
) -> Page[EntryView]:
    """List the exhibit's audit log entries that the caller may read. A `cursor` continues in the same direction."""
    await tell_position(response, session, seat.jit)
    await service.demand_visible(session, evidence)
    asked = pagination.by_id(cursor, limit)
    found = await entries.custody(session, evidence, asked.after, asked.row_limit, newest=sort == "newest")
    return asked.page(found, entry_view)
