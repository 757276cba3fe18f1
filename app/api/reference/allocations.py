"""Routes for operators: preview and import allocation tables, and read what is imported.

The body is the CSV file, so that a table can exceed the limit of JSON bodies. The operator is checked before it is read.
Not here: the look-up (`services/reference/allocations.py`) and the format (`docs/identifiers.md`).
"""

from typing import Annotated, Final

from fastapi import Query, Request

from app.api.guards import ReadingUnit
from app.api.operator_guards import MAY_ADMINISTER, MayTestServices
from app.api.problems import language_of
from app.api.reference.views.allocations import (
    AllocationPreviewView,
    AllocationTableView,
    preview_view,
    table_view,
)
from app.api.routing import Router
from app.api.schemas import Line, Page
from app.errors import Invalid, Malformed, TooLarge, Unsupported
from app.i18n.phrases import Phrase
from app.services.reference import allocations
from app.services.reference.allocations import TableKind

router = Router(prefix="/api/administration/allocations", tags=["administration"])

LIMIT_BYTES: Final = 32 * 2**20


@router.get("", dependencies=[MAY_ADMINISTER])
async def list_allocation_tables(session: ReadingUnit) -> Page[AllocationTableView]:
    """List the imported allocation tables; one page."""
    found = await allocations.tables(session)
    return Page(items=[table_view(found[kind]) for kind in TableKind if kind in found], next=None)


@router.post("/{table}/preview")
async def preview_allocation_table(
    request: Request, admission: MayTestServices, table: TableKind
) -> AllocationPreviewView:
    """Count the rows of a CSV file and name its faults. The body is the file (`text/csv`). Nothing is stored."""
    _ = admission
    file = await allocations.read_file(table, await _body(request))
    return preview_view(file, language_of(request))


@router.post("/{table}/imports")
async def import_allocation_table(
    request: Request, admission: MayTestServices, table: TableKind, source: Annotated[Line, Query()]
) -> AllocationTableView:
    """Replace a table by a CSV file. The body is the file (`text/csv`). A file with a fault is refused as a whole.

    `source`: where the file was obtained.
    """
    file = await allocations.read_file(table, await _body(request))
    if file.faults:
        first = file.faults[0]
        raise Invalid(
            Phrase(
                "The file has faults. Nothing was imported. Line {line}, {column}: {reason}",
                line=first.line,
                column=first.column,
                reason=first.reason,
            ),
            code="file-has-faults",
        )
    async with admission.writing() as (session, person):
        return table_view(await allocations.replace(session, person, table, file.rows, source))


async def _body(request: Request) -> str:
    """Return the file as text. Raises `Unsupported`, `TooLarge`, or `Malformed` if it is not UTF-8."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "text/csv":
        raise Unsupported("Send the file as text/csv.", code="csv-only")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LIMIT_BYTES:
            raise TooLarge(Phrase("The file has more than {count} bytes. Import a smaller one.", count=LIMIT_BYTES))
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Malformed("The file is not UTF-8. Save it as CSV in UTF-8.", code="not-utf-8") from None
    if "\0" in text:
        raise Malformed("The file is not text. Save it as CSV in UTF-8.", code="not-text")
    return text
