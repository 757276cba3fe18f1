"""Closing a team: an administrator declares it, a leader of every party agrees, then the team is closed.

Nothing is entered after the closing. Pending work and holds on exhibits block it.
The preview covers what the asking member may see; the database checks the rest.
Each party's archive is requested in the name of the member who agreed for it. Its audit log entry precedes the last
one.
Lock order: the team's row (`services/teams/team_settings.py`), then the closing's row.
Not here: what a closed team still permits (`access/roles.py`), and making the archives (`services/audit/export_making.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, text

from app import clock
from app.access import seats
from app.access.exporting import ExportRequest, Profile
from app.access.roles import Permission
from app.access.seats import Seat
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.exports.setting import Setting
from app.i18n.phrases import Phrase
from app.ledger import ending, journal
from app.ledger.facts import JitClosed, JitClosingAgreed, JitClosingDeclared, JitClosingWithdrawn
from app.models import Closing, ClosingApproval, Jit
from app.services.audit import export_making, exports
from app.services.teams import phases, team_settings
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

#: SQLSTATE that `close_team` raises if something is pending, also where the asking member may not see it.
_WAITS: Final = "LJ002"


@dataclass(frozen=True, slots=True)
class Agreed:
    """A party that has a leader, and the member who agreed for it and still leads it (`None`: not agreed)."""

    party: UUID
    seat: UUID | None
    account: UUID | None
    agreed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClosingDetails:
    """State of the closing as one member may see it.

    Attributes:
        jit: The team.
        closing: The declared closing, if any.
        agreed: The parties that have a leader, with their agreement.
        waits: Pending items that block the closing, as counts by kind.
        position: Ledger position of the last entry, once the team is closed.
        may: Acts open to the member: `declare`, `withdraw`, `agree`, `close`.
        roster: Codes and names of parties and members.
    """

    jit: Jit
    closing: Closing | None
    agreed: Sequence[Agreed]
    waits: dict[str, int]
    position: int | None
    may: frozenset[str]
    roster: Roster


async def read(session: Reading, seat: Seat) -> ClosingDetails:
    """Return the state of the closing."""
    jit = (await session.scalars(select(Jit).where(Jit.id == seat.jit))).one()
    closing = await phases.declared_closing(session, seat.jit)
    agreed = await _agreed(session, closing)
    waits = {} if jit.state == "closed" else await _waits(session, seat.jit)
    last = await ending.of(session, seat.jit)
    may = _may(seat, jit, closing, agreed, waits)
    return ClosingDetails(
        jit, closing, agreed, waits, None if last is None else last.position, may, await rosters.of(session, seat.jit)
    )


async def declare(session: Writing, seat: Seat, *, clause: str, reason: str, expected: int) -> None:
    """Declare that the team will be closed.

    Raises:
        Conflict: The team is not in its trial phase, or a closing is declared already.
        Stale: The team was changed since the member saw it.
    """
    jit = await team_settings.lock_version(session, seat, expected)
    if jit.state != "trial":
        raise Conflict("A team can be closed only in its trial phase. Change the phase first.", code="not-in-trial")
    if await phases.declared_closing(session, seat.jit) is not None:
        raise Conflict("The closing is already declared.", code="closes-already")
    row = Closing(
        id=clock.new_id(),
        jit=seat.jit,
        clause=clause,
        reason=reason,
        declared_by=seat.id,
        declared_at=clock.now(),
    )
    session.add(row)
    jit.version += 1
    await session.flush()
    await journal.append(session, seat, JitClosingDeclared(closing=row.id, clause=clause, reason=reason))


async def agree(session: Writing, seat: Seat, closing_read: UUID) -> None:
    """Record a leader's agreement to this closing, which includes the archive in the member's name.

    Raises:
        NotFound: No closing is declared, or the member has no party.
        Conflict: Another closing was declared since, or the party has agreed already.
    """
    await team_settings.lock(session, seat)
    closing = await _held(session, seat)
    if closing.id != closing_read:
        raise Conflict(
            "The declaration that you read was withdrawn, and a new one was made. Read it first.",
            code="another-closing",
        )
    if seat.party is None or seat.party_code is None:
        raise NotFound
    if any(one.party == seat.party and one.seat is not None for one in await _agreed(session, closing)):
        raise Conflict("Your party has already agreed.", code="agreed-already")
    session.add(
        ClosingApproval(closing=closing.id, seat=seat.id, jit=seat.jit, party=seat.party, agreed_at=clock.now())
    )
    await session.flush()
    await journal.append(session, seat, JitClosingAgreed(closing=closing.id, code=seat.party_code))


async def withdraw(session: Writing, seat: Seat, *, reason: str, expected: int) -> None:
    """Withdraw the closing. Agreements to it become void.

    Raises:
        NotFound: No closing is declared.
        Stale: The team was changed since the member saw it.
    """
    await team_settings.lock_version(session, seat, expected)
    closing = await _held(session, seat)
    closing.withdrawn_by, closing.withdrawn_at = seat.id, clock.now()
    await session.flush()
    await journal.append(session, seat, JitClosingWithdrawn(closing=closing.id, reason=reason))


async def close(session: Writing, seat: Seat, *, confirmation: str, expected: int) -> None:
    """Close the team and append its last audit log entry.

    Raises:
        NotFound: No closing is declared.
        Conflict: A party has not agreed, or something is pending.
        Invalid: `confirmation` is not the team's reference.
        Stale: The team was changed since the member saw it.
    """
    jit = await team_settings.lock_version(session, seat, expected)
    closing = await _held(session, seat)
    agreed = await _agreed(session, closing)
    await _demand_agreed(session, seat, agreed)
    if waits := await _waits(session, seat.jit):
        raise _something_waits(waits)
    if confirmation != jit.reference:
        raise Invalid("Enter the reference of the team to confirm.", field="confirmation")
    for one in agreed:
        await _order_archive(session, seat, one)
    await session.say_who(seat.requester)
    roster = await rosters.of(session, seat.jit)
    agreements = {roster.party_code(one.party): roster.seat_code(one.seat) for one in agreed if one.seat is not None}
    fact = JitClosed(closing=closing.id, clause=closing.clause, reason=closing.reason, agreed=agreements)
    await journal.append(session, seat, fact)
    with refused_as(_something_waits({}), _WAITS):
        await session.execute(_CLOSE, {"closing": closing.id})
    session.expire_all()


async def _order_archive(session: Writing, seat: Seat, one: Agreed) -> None:
    """Request the archive of a party as the member who agreed for it, and append that request to the ledger."""
    assert one.seat is not None, "every party has agreed"
    assert one.account is not None, "who agreed has an account"
    leader = await seats.take_again(session, one.seat, one.account, seat.jit)
    assert leader is not None, "its seat was looked at in this transaction"
    what = ExportRequest(Profile.ARCHIVE, party=leader.party)
    export = await exports.request(session, leader, what, Setting(reason="Archive of the closed team."))
    export.entry = await export_making.append_own(session, leader, export)
    await session.flush()


async def _held(session: Writing, seat: Seat) -> Closing:
    """Lock and return the declared closing, after the team's row. Raises `NotFound`."""
    query = select(Closing).where(Closing.jit == seat.jit, Closing.withdrawn_at.is_(None), Closing.closed_at.is_(None))
    query = query.with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def _agreed(session: Reading, closing: Closing | None) -> list[Agreed]:
    if closing is None:
        return []
    rows = await session.execute(_AGREED, {"closing": closing.id, "jit": closing.jit, "now": clock.now()})
    return [Agreed(row.party, row.seat, row.account, row.agreed_at) for row in rows]


async def _demand_agreed(session: Reading, seat: Seat, agreed: Sequence[Agreed]) -> None:
    roster = await rosters.of(session, seat.jit)
    missing = [roster.party_code(one.party) for one in agreed if one.seat is None]
    if missing:
        raise Conflict(
            Phrase("A leader of every party must agree first. Missing: {parties}.", parties=list(missing)),
            code="parties-not-agreed",
            extra={"parties": missing},
        )


async def _waits(session: Reading, jit: UUID) -> dict[str, int]:
    rows = await session.execute(_WAITING, {"jit": jit})
    return {row.what: row.many for row in rows}


def _something_waits(waits: dict[str, int]) -> Conflict:
    """Return the refusal. `waits` empty: the asking member may see none of it; leaders see their own party's part."""
    sentence = (
        "Some items must be finished before the team is closed. They are listed under Close team."
        if waits
        else ("Another party has items to finish before the team is closed. Its leaders see them under Close team.")
    )
    return Conflict(sentence, code="something-waits", extra={"waits": waits})


def _may(
    seat: Seat, jit: Jit, closing: Closing | None, agreed: Sequence[Agreed], waits: dict[str, int]
) -> frozenset[str]:
    if jit.state == "closed":
        return frozenset()
    declares, agrees = seat.may(Permission.CLOSING_DECLARE), seat.may(Permission.CLOSING_AGREE)
    if closing is None:
        return frozenset({"declare"} if declares and jit.state == "trial" else ())
    found = {"withdraw"} if declares or agrees else set[str]()
    if agrees and any(one.party == seat.party and one.seat is None for one in agreed):
        found.add("agree")
    if declares and not waits and all(one.seat is not None for one in agreed):
        found.add("close")
    return frozenset(found)


_CLOSE: Final = text("select close_team(:closing)")
_WAITING: Final = text("select what, many from waiting_of(:jit) where many > 0 order by what")
#: Each party that has a leader, with the first of its members that agreed and is still a leader.
_AGREED: Final = text(
    """
    select p.id as party, m.id as seat, m.account, a.agreed_at
      from parties p left join lateral (
        select a.seat, a.agreed_at from closing_assents a join members s on s.jit = a.jit and s.id = a.seat
         where a.closing = :closing and a.party = p.id and s.party = p.id and s.state = 'seated' and may_lead(s.roles)
           and (s.until is null or s.until > :now)
         order by a.agreed_at, a.seat limit 1) a on true
      left join members m on m.id = a.seat and m.jit = p.jit
     where p.jit = :jit and p.status <> 'left' and exists (
       select 1 from members l where l.jit = p.jit and l.party = p.id and l.state = 'seated' and may_lead(l.roles)
          and (l.until is null or l.until > :now))
     order by p.code
    """
)
