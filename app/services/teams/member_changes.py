"""Change existing seats: suspend, resume, end, set an end date, rename.

Only a leader of the seat's own party may do this. The seat of the team's auditor is open to leaders of every party.
Requests, live channel and running downloads check the row, so changes take effect within a second.
Records of what the member did stay unchanged.
Not here: proposing and confirming (`services/teams/proposals.py`, `services/teams/members.py`), and other roles
(`services/teams/role_changes.py`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, func, select, text, update

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Database, Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import MemberEnded, MemberRenamed, MemberResumed, MemberSuspended, MemberTimed
from app.ledger.journal import Ledger
from app.locks import Lock, lock
from app.models import Member
from app.services import due_items
from app.services.teams import members
from app.services.teams.members import Seated

_BY_THE_CLOCK: Final = "The membership expired."


async def suspend(session: Writing, seat: Seat, member: UUID, *, expected: int, reason: str) -> Seated:
    """Suspend a seat until it is resumed.

    Raises:
        NotFound: The team has no such member.
        Forbidden: The member is of another party.
        Conflict: The seat is not active, or it is the party's last leader.
        Stale: The seat changed since the leader saw it.
    """
    found = await _locked(session, seat, member, expected)
    demand_state(found, "seated", "Only an active member can be suspended.")
    await demand_another_leader(session, found)
    await _set(session, found, state="suspended")
    await journal.append(session, seat, MemberSuspended(member=found.id, code=found.code, reason=reason))
    return await members.read(session, seat.jit, member)


async def resume(session: Writing, seat: Seat, member: UUID, *, expected: int, reason: str) -> Seated:
    """Resume a suspended seat. Raises like `suspend`."""
    found = await _locked(session, seat, member, expected)
    demand_state(found, "suspended", "Only a suspended member can be resumed.")
    await _set(session, found, state="seated")
    await journal.append(session, seat, MemberResumed(member=found.id, code=found.code, reason=reason))
    return await members.read(session, seat.jit, member)


async def end(session: Writing, seat: Seat, member: UUID, *, expected: int, reason: str) -> Seated:
    """End a seat or a proposal. The person can be proposed again. Raises like `suspend`."""
    found = await _locked(session, seat, member, expected)
    if found.state == "ended":
        raise Conflict("This membership has already ended.", code="seat-ended")
    await demand_another_leader(session, found)
    await _set(session, found, state="ended")
    await journal.append(session, seat, MemberEnded(member=found.id, code=found.code, reason=reason))
    return await members.read(session, seat.jit, member)


async def set_until(
    session: Writing, seat: Seat, member: UUID, until: datetime | None, *, expected: int, reason: str
) -> Seated:
    """Set or remove the end date. Raises like `suspend`, and `Invalid` if the role requires an end or it is past."""
    found = await _locked(session, seat, member, expected)
    _demand_lasting(found)
    demand_until(found.roles, until, clock.now())
    if until is not None and found.state == "seated":
        await demand_another_leader(session, found)
    await _set(session, found, until=until)
    until_text = None if until is None else clock.rfc3339(until)
    await journal.append(session, seat, MemberTimed(member=found.id, code=found.code, reason=reason, until=until_text))
    return await members.read(session, seat.jit, member)


async def rename(session: Writing, seat: Seat, member: UUID, name: str, *, expected: int, reason: str) -> Seated:
    """Confirm another name of a member; earlier records keep the former one. Raises like `suspend`."""
    found = await _locked(session, seat, member, expected)
    if found.party is None:
        raise Conflict(
            "Every party agreed to this name. End this membership and propose it again.",
            code="agreed-name",
        )
    if found.id == seat.id or found.account == seat.account:
        raise Forbidden("Another leader of your party must confirm your own name.", code="own-seat")
    _demand_lasting(found)
    if found.name == name:
        raise Conflict("The member already has this name.", code="same-name")
    fact = MemberRenamed(member=found.id, code=found.code, reason=reason, former=found.name, name=name)
    await _set(session, found, name=name)
    await journal.append(session, seat, fact)
    return await members.read(session, seat.jit, member)


#: Roles that support the team for a task and a time.
FOR_A_TIME: Final = frozenset({Role.PARTICIPANT, Role.LIAISON, Role.EXPERT, Role.INTERPRETER})


def demand_until(roles: Sequence[str], until: datetime | None, now: datetime) -> None:
    """Refuse an end in the past, and a missing end for roles that require one.

    Raises:
        Invalid: Names `until`.
    """
    if until is not None and until <= now:
        raise Invalid("This time is in the past. To end the membership now, use End membership.", field="until")
    if until is None and FOR_A_TIME.issuperset(roles):
        raise Invalid("This role needs an end date. Enter it.", field="until")


async def end_due(database: Database) -> int:
    """Background job: end seats whose end date has passed, one transaction each. Return how many ended."""
    return await due_items.process_due_items(
        database, _DUE, lambda row: _end_one(database, row), "seat", now=clock.now()
    )


async def _end_one(database: Database, row: Row[Any]) -> int:
    ends = (
        update(Member)
        .where(Member.id == row.id, Member.until <= clock.now(), Member.state != "ended")
        .values(state="ended", version=Member.version + 1)
        .returning(Member.id)
    )
    async with database.engine() as session:
        if (await session.execute(ends)).one_or_none() is None:
            return 0
        fact = MemberEnded(member=row.id, code=row.code, reason=_BY_THE_CLOCK)
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


async def find(session: Reading, seat: Seat, member: UUID) -> Member:
    """Return a member of the team. Raises `NotFound`."""
    found = (await session.scalars(select(Member).where(Member.jit == seat.jit, Member.id == member))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def _locked(session: Writing, seat: Seat, member: UUID, expected: int) -> Member:
    """Check that the asking member may change the seat, then lock it."""
    found = await find(session, seat, member)
    demand_own(seat, found)
    return await lock_member(session, found, expected)


async def lock_member(session: Writing, known: Member, expected: int | None) -> Member:
    """Lock a member and return it as it is now. An advisory lock per party serialises changes of its members.

    Args:
        session: The transaction.
        known: The member.
        expected: The version that the caller saw; `None` if the change is of something else.

    Raises:
        Stale: The member has another version.
    """
    await lock(session, Lock.MEMBERS, known.party)
    found = (
        await session.scalars(
            select(Member)
            .where(Member.jit == known.jit, Member.id == known.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    ).one()
    if expected is not None and found.version != expected:
        until = None if found.until is None else clock.rfc3339(found.until)
        raise Stale(
            "Another user changed the member. Reload it.",
            extra={"current": {"code": found.code, "state": found.state, "until": until, "version": found.version}},
        )
    return found


def demand_own(seat: Seat, found: Member) -> None:
    """Refuse a member of another party. Raises `Forbidden`."""
    if seat.party is None or found.party not in {None, seat.party}:
        raise Forbidden("Only a leader of that party can change its members.", code="other-party")


def _demand_lasting(found: Member) -> None:
    if found.state == "ended":
        raise Conflict("This membership has ended. Propose a new one.", code="seat-ended")


def demand_state(found: Member, state: str, sentence: str) -> None:
    """Refuse a member in another state, with this sentence. Raises `Conflict`."""
    if found.state != state:
        raise Conflict(sentence, code=f"seat-not-{state}", extra={"state": found.state})


async def demand_another_leader(session: Reading, found: Member) -> None:
    """Refuse a change that would leave the party without a leader. Raises `Conflict`."""
    if await is_last_leader(session, found):
        raise Conflict(
            "This is the last leader of the party, so nobody could decide for it. Add another leader first.",
            code="last-leader",
        )


async def is_last_leader(session: Reading, found: Member) -> bool:
    """Return whether the party has no other active leader without an end date."""
    if found.party is None or found.state != "seated" or Role.LEADER not in found.roles:
        return False
    others = select(func.count()).where(
        Member.jit == found.jit,
        Member.party == found.party,
        Member.id != found.id,
        Member.state == "seated",
        Member.until.is_(None),
        Member.roles.contains([Role.LEADER]),
    )
    return not await session.scalar(others)


async def _set(session: Writing, found: Member, **values: object) -> None:
    for name, value in values.items():
        setattr(found, name, value)
    found.version += 1
    await session.flush()


#: When the next seat ends.
NEXT: Final = text(
    "select min(until) from members where state <> 'ended' and until > statement_timestamp() - interval '5 seconds'"
)
_DUE: Final = text(
    "select m.id, m.jit, m.code, j.ledger_origin from members m join jits j on j.id = m.jit"
    " where m.until <= :now and m.state <> 'ended' and j.state <> 'closed'"
    " and (cast(:after as uuid) is null or m.id > :after) order by m.id limit :most"
).bindparams(bindparam("after", type_=Uuid))
