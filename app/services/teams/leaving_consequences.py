"""Preview, exhibit by exhibit, what follows if a party leaves, as far as the asking member may see it.

Release rows are read through row-level security. A leader of the leaving party sees what it contributed and received.
Another party sees what it would lose of that, and which of its own exhibits the leaving party has.
Each page contains a token over the complete result; declaring the leaving requires that token.
Not here: declaring (`services/teams/leaving.py`) and carrying out (`services/ending/leaving_jobs.py`).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, any_, false, func, or_, select, text

from app.access.seats import Seat
from app.access.sharing.decisions import Level
from app.access.sharing.joint import obtained_by
from app.database import Reading
from app.errors import Stale
from app.models import Copy, Evidence, Hold, LeavingClause, Party, Release
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

STAY: Final = "stay"
WITHDRAW: Final = "withdraw"


@dataclass(frozen=True, slots=True)
class Line:
    """A current release and the level that remains of it.

    `after` is `None` for the leaving party. A party that also obtained the exhibit keeps the level.
    """

    party: UUID
    before: int
    after: int | None


@dataclass(frozen=True, slots=True)
class Consequence:
    """Effects of a party's leaving on one exhibit.

    Attributes:
        evidence: The exhibit.
        contributed: Whether the leaving party contributed it; otherwise it received it.
        withdrawn: Whether the exhibit is withdrawn.
        lines: Its releases from or to the leaving party.
        copies: Number of copies for which a statement is requested.
        on_hold: Whether a hold keeps the exhibit.
    """

    evidence: Evidence
    contributed: bool
    withdrawn: bool
    lines: Sequence[Line]
    copies: int
    on_hold: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over everything that the asking member may see, not only one page."""

    contributed: int
    received: int
    copies: int
    copies_asked: int
    waiting_releases: int
    consents: int
    tasks: int
    holds: int
    erasures: int
    seats: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A page of consequences, with totals and token over the complete result, and the clause that applies."""

    agreed: LeavingClause
    items: Sequence[Consequence]
    totals: Totals
    token: str
    next: UUID | None
    roster: Roster


async def foresee(
    session: Reading, seat: Seat, party: Party, agreed: LeavingClause, *, after: UUID | None, limit: int
) -> Foreseen:
    """Return the consequences for at most `limit` exhibits after the exhibit `after`."""
    ids = await _page(session, party, after, limit + 1)
    page = ids[:limit]
    totals = await _totals(session, party, agreed)
    return Foreseen(
        agreed,
        await _consequences(session, party, agreed, page),
        totals,
        await _token(session, party, agreed),
        page[-1] if len(ids) > limit else None,
        await rosters.of(session, seat.jit),
    )


async def demand_as_shown(session: Reading, party: Party, agreed: LeavingClause, token: str) -> None:
    """Refuse if the consequences differ from those that were shown.

    Raises:
        Stale: They differ; carries the current token and totals.
    """
    now = await _token(session, party, agreed)
    if token != now:
        totals = asdict(await _totals(session, party, agreed))
        raise Stale(
            "The clause, exhibits, releases or copies have changed since this preview. Check it again.",
            extra={"current": {"token": now, "totals": totals}},
        )


async def _page(session: Reading, party: Party, after: UUID | None, limit: int) -> Sequence[UUID]:
    query = (
        select(Release.evidence)
        .where(Release.jit == party.jit, Release.state != "lapsed")
        .where(or_(Release.originator == party.id, Release.party == party.id))
        .where(select(Evidence.id).where(Evidence.id == Release.evidence).exists())
    )
    if after is not None:
        query = query.where(Release.evidence > after)
    return (await session.scalars(query.distinct().order_by(Release.evidence).limit(limit))).all()


async def _consequences(
    session: Reading, party: Party, agreed: LeavingClause, ids: Sequence[UUID]
) -> list[Consequence]:
    if not ids:
        return []
    exhibits = (await session.scalars(select(Evidence).where(Evidence.id.in_(ids)).order_by(Evidence.id))).all()
    lines: dict[UUID, list[Line]] = defaultdict(list)
    rows = select(Release.evidence, Release.party, Release.originator, Release.level, Release.joint).where(
        Release.evidence.in_(ids), Release.state != "lapsed", Release.party != Release.originator
    )
    for evidence, holder, originator, level, joint in await session.execute(
        rows.order_by(Release.evidence, Release.party)
    ):
        if party.id in {holder, originator}:
            stays = agreed.contributed == STAY or obtained_by(holder, originator, joint)
            remains = None if holder == party.id else level if stays else int(Level.LISTED)
            lines[evidence].append(Line(holder, level, remains))
    copies = await _copies(session, party, agreed, ids)
    held = select(Hold.evidence).where(Hold.evidence.in_(ids), Hold.lifted_at.is_(None))
    on_hold = set(await session.scalars(held))
    return [
        Consequence(
            one,
            contributed=one.originator == party.id,
            withdrawn=one.originator == party.id and agreed.contributed == WITHDRAW and one.status == "active",
            lines=lines[one.id],
            copies=copies.get(one.id, 0),
            on_hold=one.id in on_hold,
        )
        for one in exhibits
    ]


async def _copies(session: Reading, party: Party, agreed: LeavingClause, ids: Sequence[UUID]) -> dict[UUID, int]:
    query = select(Copy.evidence, func.count().label("copies")).where(
        Copy.evidence.in_(ids), _asked(party, agreed), Copy.state != "destroyed"
    )
    return {row.evidence: row.copies for row in await session.execute(query.group_by(Copy.evidence))}


def _asked(party: Party, agreed: LeavingClause) -> "ColumnElement[bool]":
    """Select copies to ask about: those of withdrawn exhibits, and those the leaving party holds and may not keep."""
    obtained = select(Evidence.id).where(Evidence.id == Copy.evidence, Copy.party == any_(Evidence.joint)).exists()
    withdrawn = (Copy.originator == party.id) & (Copy.party != party.id) & ~obtained
    held = (Copy.party == party.id) & (Copy.originator != party.id)
    return or_(
        withdrawn if agreed.contributed == WITHDRAW else false(),
        held if agreed.received != STAY else false(),
    )


async def _totals(session: Reading, party: Party, agreed: LeavingClause) -> Totals:
    row = (await session.execute(_TOTALS, {"jit": party.jit, "party": party.id})).mappings().one()
    query = select(func.count()).where(Copy.jit == party.jit, Copy.state != "destroyed", _asked(party, agreed))
    return Totals(**row, copies_asked=await session.scalar(query) or 0)


async def _token(session: Reading, party: Party, agreed: LeavingClause) -> str:
    """Return a digest over everything that is shown and the clause that applies."""
    row = (await session.execute(_DIGESTS, {"jit": party.jit, "party": party.id})).one()
    return hashlib.sha256(json.dumps([str(agreed.id), *row]).encode()).hexdigest()


_TOTALS: Final = text(
    """
    select
      (select count(distinct r.evidence) from releases r where r.jit = :jit and r.originator = :party) as contributed,
      (select count(*) from releases r where r.jit = :jit and r.party = :party and r.originator <> :party
          and r.state <> 'lapsed') as received,
      (select count(*) from copies c where c.jit = :jit and :party in (c.party, c.originator) and c.state <> 'destroyed')
        as copies,
      (select count(*) from waiting_releases w where w.jit = :jit and :party in (w.party, w.originator)) as waiting_releases,
      (select count(*) from consents c where c.jit = :jit and :party in (c.asker_party, c.asked_party)
          and c.state in ('requested', 'seen')) as consents,
      (select count(*) from tasks t where t.jit = :jit and t.assignee_party = :party
          and t.state in ('open', 'in_progress', 'blocked')) as tasks,
      (select count(*) from holds h join evidence e on e.jit = h.jit and e.id = h.evidence
        where h.jit = :jit and h.lifted_at is null and :party in (h.party, e.originator)) as holds,
      (select count(*) from erasures x join evidence e on e.jit = x.jit and e.id = x.evidence
        where x.jit = :jit and x.destroyed_at is null and e.originator = :party) as erasures,
      (select count(*) from members m where m.jit = :jit and m.party = :party and m.state <> 'ended') as seats
    """
)
_DIGESTS: Final = text(
    """
    select
      (select md5(string_agg(concat_ws(':', r.evidence, r.party, r.level, r.version, e.status), ',' order by r.evidence, r.party))
         from releases r join evidence e on e.jit = r.jit and e.id = r.evidence
        where r.jit = :jit and r.state <> 'lapsed' and :party in (r.party, r.originator)) as releases,
      (select md5(string_agg(concat_ws(':', c.id, c.version), ',' order by c.id))
         from copies c where c.jit = :jit and :party in (c.party, c.originator)) as copies,
      (select md5(string_agg(w.id::text, ',' order by w.id))
         from waiting_releases w where w.jit = :jit and :party in (w.party, w.originator)) as wishes
    """
)
