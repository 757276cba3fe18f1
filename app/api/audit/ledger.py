"""Routes for the audit log: its latest checkpoint, and its entries as far as the member may read them."""

from typing import Annotated

from fastapi import Query, Response
from fastapi.responses import PlainTextResponse

from app.api import pagination
from app.api.audit.views.entries import EntryQuery, EntryView, entry_view
from app.api.guards import MayReadLedger, ReadingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Limit, Page
from app.errors import NotFound
from app.ledger import entries, searching
from app.ledger.witnesses import registry

router = Router(prefix="/api/jits/{jit}/ledger", tags=["ledger"])


@router.get("/checkpoint", response_class=PlainTextResponse)
async def read_checkpoint(session: ReadingUnit, seat: MayReadLedger) -> PlainTextResponse:
    """Return the latest published checkpoint: a C2SP signed note with its cosignatures. 404 before the first."""
    note = await registry.latest(session, seat.jit)
    if note is None:
        raise NotFound
    return PlainTextResponse(note, headers={"Cache-Control": "no-store"})


@router.get("/entries")
async def list_entries(
    session: ReadingUnit,
    seat: MayReadLedger,
    response: Response,
    after: Annotated[
        int, Query(ge=-1, le=2**62, description="The last position that is known; -1: from the start.")
    ] = -1,
    limit: Limit = 50,
) -> Page[EntryView]:
    """List the entries after a position, in order. Entries that the caller may not read appear as commitments."""
    await tell_position(response, session, seat.jit)
    asked = pagination.PageRequest(after, limit)
    found = await entries.after(session, seat.jit, after, asked.row_limit)
    return asked.page_by(lambda entry: str(entry.position), found, entry_view)


@router.get("/disclosed")
async def search_entries(
    session: ReadingUnit,
    seat: MayReadLedger,
    response: Response,
    query: Annotated[EntryQuery, Query()],
) -> Page[EntryView]:
    """Search the entries that the caller may read, newest first.

    With `q`, a page examines a fixed number of positions. It may hold fewer entries than `limit`, or none, and `next`
    continues.
    """
    await tell_position(response, session, seat.jit)
    found = await searching.search(session, seat.jit, query.sought(), before=query.before(), limit=query.limit)
    items = [entry_view(entry) for entry in found.entries]
    return Page(items=items, next=None if found.behind is None else str(found.behind))
