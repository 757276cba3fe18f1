"""The legal requests by which exhibits came, with what the exhibit page and a court need of each.

Row-level security decides: a member who does not read the content of a request gets nothing of it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.access.requests.connections import connection_of
from app.access.requests.states import Direction, ItemState, RequestState
from app.database import Reading
from app.models import LegalRequest, RequestContent, RequestItem, RequestMove, RequestResult
from app.services.evidence.origins import Origin
from app.services.requests import instruments, links

#: Earlier requests of an exhibit's request: a chain longer than this is not followed.
_MOST_STEPS: Final = 10
_ANSWERS: Final = (ItemState.DELIVERED, ItemState.PARTLY, RequestState.ANSWERED)


@dataclass(frozen=True, slots=True)
class _Result:
    """A link of an exhibit to a request, and to one of its items."""

    evidence: UUID
    request: UUID
    item: UUID | None


async def origins_of(session: Reading, exhibits: Collection[UUID]) -> Mapping[UUID, Sequence[Origin]]:
    """Return the requests by which each of these exhibits came, each with the requests that it follows."""
    query = (
        select(RequestResult.evidence, RequestResult.request, RequestResult.item)
        .where(RequestResult.evidence.in_(list(exhibits)))
        .order_by(RequestResult.id)
    )
    results = [_Result(row.evidence, row.request, row.item) for row in await session.execute(query)]
    if not results:
        return {}
    before = await _before(session, {one.request for one in results})
    wanted = {one.request for one in results} | {id_ for chain in before.values() for id_ in chain}
    known, moves = await _requests(session, wanted), await _moves(session, wanted)
    items = await _items(session, [one.item for one in results if one.item is not None])
    found: dict[UUID, list[Origin]] = defaultdict(list)
    for one in results:
        if one.request not in known:
            continue
        earlier = tuple(
            replace(known[id_], relation=relation, **_times(known[id_], moves[id_], None))
            for id_, relation in before[one.request].items()
            if id_ in known
        )
        item = items.get(one.item) if one.item else None
        times = _times(known[one.request], moves[one.request], one.item)
        found[one.evidence].append(
            replace(
                known[one.request],
                **times,
                conditions=_conditions(known[one.request], item),
                item=item.place if item else None,
                item_title=(item.identifier or item.description) if item else None,
                item_connection=_connection(item) if item else None,
                earlier=earlier,
            )
        )
    return found


def _connection(item: RequestItem) -> dict[str, Any] | None:
    stated = {name: value for name, value in connection_of(item).as_fields().items() if value is not None}
    return stated or None


async def _before(session: Reading, requests: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Return the requests that each of these follows, directly or through others, with the relation."""
    chains = {one: dict[UUID, str]() for one in requests}
    ahead = {one: {one} for one in requests}
    for _ in range(_MOST_STEPS):
        steps = await links.earlier_of(session, {id_ for ids in ahead.values() for id_ in ids})
        if not any(steps.values()):
            break
        for one, ids in ahead.items():
            reached = {link.request.id: link.relation for id_ in ids for link in steps.get(id_, [])}
            fresh = {id_: relation for id_, relation in reached.items() if id_ not in chains[one] and id_ != one}
            chains[one] |= fresh
            ahead[one] = set(fresh)
    return chains


async def _requests(session: Reading, wanted: Collection[UUID]) -> dict[UUID, Origin]:
    query = (
        select(LegalRequest, RequestContent)
        .join(RequestContent, RequestContent.request == LegalRequest.id)
        .where(LegalRequest.id.in_(list(wanted)))
    )
    rows = (await session.execute(query)).all()
    known = await instruments.known_of(session, [line.instrument for line, _ in rows])
    return {
        line.id: Origin(
            id=line.id,
            number=line.number,
            title=content.title,
            instrument=line.instrument,
            instrument_title=instruments.title_of(line.instrument, known.get(line.instrument)),
            country=line.country,
            authority=content.authority,
            direction=line.direction,
            legal_basis=content.legal_basis,
            conditions=content.conditions,
        )
        for line, content in rows
    }


async def _items(session: Reading, wanted: Collection[UUID]) -> dict[UUID, RequestItem]:
    query = select(RequestItem).where(RequestItem.id.in_(list(wanted)))
    return {one.id: one for one in await session.scalars(query)}


def _conditions(request: Origin, item: RequestItem | None) -> str | None:
    """Return the limits of use that came with the answer: those of the request, then those of the item."""
    stated = (request.conditions, item.conditions if item else None)
    return "\n".join(one for one in stated if one) or None


async def _moves(session: Reading, wanted: Collection[UUID]) -> dict[UUID, list[RequestMove]]:
    states = [one.value for one in (*_ANSWERS, RequestState.SENT)]
    query = (
        select(RequestMove)
        .where(RequestMove.request.in_(list(wanted)), RequestMove.state.in_(states))
        .order_by(RequestMove.occurred_at, RequestMove.id)
    )
    found: dict[UUID, list[RequestMove]] = defaultdict(list)
    for move in await session.scalars(query):
        found[move.request].append(move)
    return found


def _times(request: Origin, moves: Sequence[RequestMove], item: UUID | None) -> dict[str, Any]:
    """Return when the request was sent, and when the item, or else the request, was last answered."""
    sent: datetime | None = next((one.occurred_at for one in moves if one.state == RequestState.SENT), None)
    answers = [one for one in moves if one.state in _ANSWERS and (item is None or one.item == item)]
    answered = answers[-1].occurred_at if answers else None
    return {"sent_at": sent if request.direction == Direction.OUT else None, "answered_at": answered}
