"""Recipients of audit log entries about legal requests: those who see the line, and those who see the content.

The policies of `app/schema/requests/` decide the same about the rows. A party is told with its leaders and
contributors; its participants and liaison officers are told by name. Coordinators hear with their party, and of steps and
deadlines alone (`app/schema/ledger/contents.sql`).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading
from app.models import LegalRequest, RequestItem, RequestRelease
from app.services.requests.lines import releases
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

#: Parties, each with its leaders and contributors (`None`) or with named members.
Hearing = tuple[tuple[UUID, tuple[UUID, ...] | None], ...]
_BY_NAME: Final = frozenset({Role.PARTICIPANT, Role.LIAISON})


async def releases_of(session: Reading, request: UUID) -> Sequence[RequestRelease]:
    """Return the releases that are in effect, as far as the asking member sees them."""
    return await releases.in_effect(session, RequestRelease, RequestRelease.request == request)


def of_line(request: LegalRequest, releases: Sequence[RequestRelease], roster: Roster) -> Hearing:
    """Return the recipients of entries about the line of a request."""
    return of_parties({request.party, *(one.recipient for one in releases)}, roster)


async def of_lines(session: Reading, roster: Roster, wanted: Collection[UUID]) -> dict[UUID, Hearing]:
    """Return the recipients of entries about those of these requests that the asking member sees."""
    found = await session.scalars(select(LegalRequest).where(LegalRequest.id.in_(wanted)))
    return {one.id: of_line(one, await releases_of(session, one.id), roster) for one in found.all()}


def of_content(request: LegalRequest, releases: Sequence[RequestRelease], roster: Roster) -> Hearing:
    """Return the recipients of entries about the content of a request."""
    return of_parties({request.party, *_content_readers(releases)}, roster)


async def of_items(session: Reading, roster: Roster, wanted: Collection[UUID]) -> dict[UUID, Hearing]:
    """Return the recipients of entries about those of these items that the asking member sees."""
    query = select(RequestItem.id, LegalRequest).join(LegalRequest, LegalRequest.id == RequestItem.request)
    found = (await session.execute(query.where(RequestItem.id.in_(wanted)))).all()
    return {item: of_content(one, await releases_of(session, one.id), roster) for item, one in found}


def _content_readers(releases: Sequence[RequestRelease]) -> set[UUID]:
    return {one.recipient for one in releases if one.level == "content"}


def of_parties(parties: Collection[UUID], roster: Roster) -> Hearing:
    """Return these parties as recipients, without those that have left: their releases are not in effect any more."""
    parties = {one for one in parties if not roster.has_left(one)}
    named: dict[UUID, list[UUID]] = defaultdict(list)
    for row in roster.seats:
        roles = {Role(role) for role in row.roles}
        if row.party is not None and row.party in parties and row.state == "seated" and roles & _BY_NAME:
            named[row.party].append(row.id)
    return (
        *((party, None) for party in sorted(parties)),
        *((party, tuple(sorted(seats))) for party, seats in sorted(named.items())),
    )


async def content_fields(
    session: Reading, seat: Seat, request: LegalRequest, named: LegalRequest | None = None
) -> dict[str, Any]:
    """Return the fields that every fact about the content of a request has.

    `named`: another request of the party that the fact names; only those who read the content of both are told.
    """
    readers = _content_readers(await releases_of(session, request.id))
    if named is not None:
        readers &= _content_readers(await releases_of(session, named.id))
    hearing = of_parties({request.party, *readers}, await rosters.of(session, seat.jit))
    return {"request": request.id, "number": request.number, "hearing": hearing}
