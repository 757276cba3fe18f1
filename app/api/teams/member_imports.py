"""Routes to propose many members from a CSV file, and to confirm many proposals at once."""

from dataclasses import replace
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Request, status
from pydantic import Field, StringConstraints

from app.api.guards import MayConfirmMember, MayProposeMember, WritingUnit
from app.api.problems import language_of
from app.api.routing import Router
from app.api.schemas import Form, Line, Page, View
from app.api.teams.views import member_rows
from app.api.teams.views.member_rows import MemberFile, MemberRow, Problem
from app.api.teams.views.people import SeatView, seat_view
from app.errors import Invalid
from app.i18n.phrases import Language, Phrase, translated
from app.services.teams import bulk_confirmation, proposals
from app.services.teams.bulk_confirmation import Confirmed

router = Router(prefix="/api/jits/{jit}/members", tags=["members"])


class MemberImportForm(Form):
    """A CSV file as text: at most 300 rows below a header row, separated by commas or semicolons."""

    csv: Annotated[str, StringConstraints(min_length=1, max_length=member_rows.MOST_CHARACTERS)]


class RowProblemView(View):
    """A problem of a row. `field`: the column, or `file` for the row as a whole."""

    field: str
    message: str


class MemberRowView(View):
    """A row of the file as it was read, with its problems. `line`: its number in the file."""

    line: int
    party: str
    authority: str
    name: str
    email: str
    roles: str
    function: str
    until: str
    seconded_to: str
    entrustment: str
    problems: list[RowProblemView]


class MemberImportPreviewView(View):
    """The rows of a file. `problems`: why the file as a whole was not read."""

    rows: list[MemberRowView]
    problems: list[RowProblemView]


class ImportedMemberView(SeatView):
    """A member that was proposed from the file. `one_time_code` is returned only here, for a party's first leader."""

    one_time_code: str | None


class WantedConfirmation(Form):
    """A proposal, and the person's name as the leader read it."""

    member: UUID
    name: Line


class ConfirmationsForm(Form):
    """Proposals of the caller's party, each once."""

    members: Annotated[list[WantedConfirmation], Field(min_length=1, max_length=member_rows.MOST_ROWS)]


class ConfirmationView(View):
    """Result for one proposal.

    `outcome`: `seated`; `invited` with a one-time code, which is returned only once; or `refused` with `detail`.
    """

    member: UUID
    outcome: Literal["seated", "invited", "refused"]
    one_time_code: str | None
    code: str | None
    detail: str | None


@router.post("/imports/preview")
async def preview_member_import(
    session: WritingUnit, seat: MayProposeMember, request: Request, form: MemberImportForm
) -> MemberImportPreviewView:
    """Read a file and return every problem by row and column. Nothing is stored."""
    file = member_rows.read(form.csv)
    readable = [row for row in file.rows if row.proposal is not None]
    refusals = await proposals.review(session, seat, [row.proposal for row in readable if row.proposal is not None])
    refused = {
        row.line: Problem(refusal.field or "file", refusal.detail)
        for row, refusal in zip(readable, refusals, strict=True)
        if refusal is not None
    }
    language = language_of(request)
    return MemberImportPreviewView(
        rows=[_row_view(row, refused.get(row.line), language) for row in file.rows],
        problems=[_problem_view(one, language) for one in file.problems],
    )


@router.post("/imports", status_code=status.HTTP_201_CREATED)
async def import_members(
    session: WritingUnit, seat: MayProposeMember, form: MemberImportForm
) -> Page[ImportedMemberView]:
    """Propose every member of a file, or none. A leader of each party confirms them as usual."""
    file = member_rows.read(form.csv)
    wanted = [row.proposal for row in file.rows if row.proposal is not None]
    if file.problems or len(wanted) != len(file.rows):
        raise _unreadable(file)
    made = await proposals.propose_all(session, seat, wanted)
    items = [ImportedMemberView(**seat_view(one).model_dump(), one_time_code=code) for one, code in made]
    return Page(items=items, next=None)


@router.post("/confirmations")
async def confirm_members(
    session: WritingUnit, seat: MayConfirmMember, request: Request, form: ConfirmationsForm
) -> Page[ConfirmationView]:
    """Confirm proposals of the caller's party, each by itself: a refused one leaves the others.

    The request can be repeated. A proposal that the party has confirmed keeps its code.
    """
    wanted = {one.member: one.name for one in form.members}
    results = await bulk_confirmation.confirm_all(session, seat, wanted)
    language = language_of(request)
    return Page(items=[_confirmation_view(one, language) for one in results], next=None)


def _confirmation_view(one: Confirmed, language: Language) -> ConfirmationView:
    detail = None if one.detail is None else translated(one.detail, language)
    return ConfirmationView.model_validate(replace(one, detail=detail), from_attributes=True)


def _unreadable(file: MemberFile) -> Invalid:
    first = next((row.line for row in file.rows if row.proposal is None), None)
    if first is None:
        return Invalid("The file cannot be read. Preview it, and correct it.", field="csv")
    return Invalid(Phrase("Line {line} has an error. Preview the file, and correct it.", line=first), field="csv")


def _problem_view(problem: Problem, language: Language) -> RowProblemView:
    return RowProblemView(field=problem.field, message=translated(problem.message, language))


def _row_view(row: MemberRow, refused: Problem | None, language: Language) -> MemberRowView:
    problems = [*row.problems, *([] if refused is None else [refused])]
    return MemberRowView(line=row.line, **row.cells, problems=[_problem_view(one, language) for one in problems])
