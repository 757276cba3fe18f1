"""Releases and recalls of requests and notices that wait for a second leader, where their party requires one.

The first decision is a row that changes nothing, and the recipient is not told. Another person confirms it, which carries
it out. A change of the level ends a release and begins another, so it waits if either needs a second leader.
Not here: the release and the recall (`releases.py` of requests and of notices).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import Boolean, delete, literal_column, or_, select

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.gates import Demand
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.requests.waiting import (
    NoticeRecallWanted,
    NoticeReleaseGivenUp,
    NoticeReleaseWanted,
    RequestRecallWanted,
    RequestReleaseGivenUp,
    RequestReleaseWanted,
)
from app.models import LegalRequest, Notice, WaitingLineRelease
from app.services.requests import recipients
from app.services.sharing import four_eyes
from app.services.sharing.approvals import AttestationText
from app.services.teams import roster as rosters
from app.services.teams.roster import PartyRow, Roster

Line: TypeAlias = LegalRequest | Notice
May: TypeAlias = Literal["confirm", "give_up"]
#: The level of a recall.
NONE: Final = "none"
_BOTH: Final = frozenset({Demand.RELEASE, Demand.RECALL})
_IS_ANOTHER: Final = literal_column("is_another(waiting_line_releases.wanted_by)", Boolean)


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A release or recall that waits, with what the member may do about it now."""

    row: WaitingLineRelease
    may: Sequence[May]


async def is_demanded(session: Reading, seat: Seat, former: str | None, wanted: str) -> bool:
    """Return whether a second leader confirms this step of a release, from its present level to the wanted one."""
    needed = {Demand.RELEASE} if former is None else {Demand.RECALL} if wanted == NONE else _BOTH
    return not needed.isdisjoint(await four_eyes.required_acts(session, seat))


async def propose(
    session: Writing, seat: Seat, line: Line, recipient: PartyRow, level: str, attestation: AttestationText | None
) -> None:
    """Record a release that waits for a second leader. Raises `Conflict`: one waits already."""
    row = await _add(session, seat, line, recipient, level, attestation=attestation)
    said = {**await _said(session, seat, line), "waiting": row.id, "party": recipient.code}
    if isinstance(line, Notice):
        await journal.append(session, seat, NoticeReleaseWanted(**said))
        return
    stated = asdict(attestation) if attestation else None
    await journal.append(session, seat, RequestReleaseWanted(**said, level=level, attestation=stated))


async def propose_recall(session: Writing, seat: Seat, line: Line, recipient: PartyRow, reason: str) -> None:
    """Record a recall that waits for a second leader. Raises `Conflict`: a release or recall waits already."""
    row = await _add(session, seat, line, recipient, NONE, reason=reason)
    said = {**await _said(session, seat, line), "waiting": row.id, "party": recipient.code, "reason": reason}
    await journal.append(
        session, seat, (NoticeRecallWanted if isinstance(line, Notice) else RequestRecallWanted)(**said)
    )


async def _add(
    session: Writing,
    seat: Seat,
    line: Line,
    recipient: PartyRow,
    level: str,
    *,
    reason: str | None = None,
    attestation: AttestationText | None = None,
) -> WaitingLineRelease:
    await demand_none_waits(session, line, recipient)
    is_notice = isinstance(line, Notice)
    row = WaitingLineRelease(
        id=clock.new_id(),
        jit=line.jit,
        party=line.party,
        request=None if is_notice else line.id,
        notice=line.id if is_notice else None,
        recipient=recipient.id,
        level=level,
        reason=reason,
        attestation=asdict(attestation) if attestation else None,
        wanted_by=seat.id,
        wanted_at=clock.now(),
    )
    session.add(row)
    await session.flush()
    return row


async def _said(session: Reading, seat: Seat, line: Line) -> dict[str, Any]:
    """Return the fields of every fact about a waiting release. The party of the line alone is told."""
    hearing = recipients.of_parties({line.party}, await rosters.of(session, seat.jit))
    noun = "notice" if isinstance(line, Notice) else "request"
    return {noun: line.id, "number": line.number, "hearing": hearing}


async def demand_none_waits(session: Reading, line: Line, recipient: PartyRow) -> None:
    """Raise `Conflict` if a release or recall for this party waits already."""
    if await _find(session, line, recipient.id) is not None:
        raise Conflict(
            Phrase(
                "A release to {code} is already awaiting approval. Cancel it first, or wait for it.",
                code=recipient.code,
            ),
            code="waits-already",
        )


async def take(session: Reading, seat: Seat, line: Line, roster: Roster, party: str) -> WaitingLineRelease:
    """Return what waits for a party, for its second leader. The caller carries it out and deletes it with `drop`.

    Raises:
        NotFound: Nothing waits for this party.
        Forbidden: The member decided it.
    """
    found = await _known(session, line, roster, party)
    waits = (await of(session, seat, [line.id]))[line.id]
    if not any(one.row.id == found.id and "confirm" in one.may for one in waits):
        raise Forbidden("Another leader of your party must confirm this decision.", code="needs-second-leader")
    return found


async def give_up(session: Writing, seat: Seat, line: Line, roster: Roster, party: str, reason: str) -> None:
    """Give up what waits for a party. Raises `NotFound`: nothing waits for it."""
    await _end(session, seat, line, roster, await _known(session, line, roster, party), reason)


async def give_up_any(
    session: Writing, seat: Seat, line: Line, roster: Roster, recipient: PartyRow, reason: str
) -> None:
    """Give up what waits for a party, if anything does, because its release was recalled."""
    found = await _find(session, line, recipient.id)
    if found is not None:
        await _end(session, seat, line, roster, found, reason)


async def _end(
    session: Writing, seat: Seat, line: Line, roster: Roster, found: WaitingLineRelease, reason: str
) -> None:
    said: dict[str, Any] = {"waiting": found.id, "party": roster.party_code(found.recipient), "reason": reason}
    said |= await _said(session, seat, line)
    await drop(session, found)
    kind = NoticeReleaseGivenUp if isinstance(line, Notice) else RequestReleaseGivenUp
    await journal.append(session, seat, kind(**said))


async def drop(session: Writing, waiting: WaitingLineRelease) -> None:
    """Delete what was carried out or given up."""
    await session.execute(delete(WaitingLineRelease).where(WaitingLineRelease.id == waiting.id))


async def _known(session: Reading, line: Line, roster: Roster, party: str) -> WaitingLineRelease:
    recipient = next((one.id for one in roster.parties if one.code == party), None)
    found = None if recipient is None else await _find(session, line, recipient)
    if found is None:
        raise NotFound
    return found


async def _find(session: Reading, line: Line, recipient: UUID) -> WaitingLineRelease | None:
    of_line = WaitingLineRelease.notice if isinstance(line, Notice) else WaitingLineRelease.request
    query = select(WaitingLineRelease).where(of_line == line.id, WaitingLineRelease.recipient == recipient)
    return (await session.scalars(query)).one_or_none()


async def of(session: Reading, seat: Seat, lines: Collection[UUID]) -> dict[UUID, list[WaitingLine]]:
    """Return what waits for these requests and notices, oldest first, as far as the member sees it."""
    query = select(WaitingLineRelease, _IS_ANOTHER).where(
        or_(WaitingLineRelease.request.in_(lines), WaitingLineRelease.notice.in_(lines))
    )
    decides = seat.may(Permission.REQUEST_RELEASE)
    found: dict[UUID, list[WaitingLine]] = defaultdict(list)
    for row, is_another in await session.execute(query.order_by(WaitingLineRelease.id)):
        acts: dict[May, bool] = {"confirm": decides and is_another, "give_up": decides}
        found[line_of(row)].append(WaitingLine(row, [act for act, may in acts.items() if may]))
    return found


def line_of(row: WaitingLineRelease) -> UUID:
    """Return the request or notice of a waiting release."""
    line = row.request if row.request is not None else row.notice
    assert line is not None, "the database refuses a row without a line"
    return line


async def to_confirm(session: Reading, seat: Seat) -> Sequence[WaitingLineRelease]:
    """Return what this leader can confirm now as second leader, oldest first."""
    if not seat.may(Permission.REQUEST_RELEASE):
        return ()
    query = select(WaitingLineRelease).where(WaitingLineRelease.jit == seat.jit, _IS_ANOTHER)
    return (await session.scalars(query.order_by(WaitingLineRelease.id))).all()
