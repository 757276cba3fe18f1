"""Pending actions of the domain: members, roles and a controller to confirm, and duties to reassign."""

from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Confirmation, Member, RoleChange
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction
from app.services.teams import controllers, duties, members
from app.services.teams.members import Seated


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    proposed = [
        PendingAction(
            kind=ActionKind.MEMBER_CONFIRMATION,
            group=Group.MEMBERS,
            noun=Noun.MEMBER,
            id=one.member.id,
            title=one.member.name,
            number=one.member.code,
            since_at=one.member.proposed_at,
            party=one.member.party,
            member=one.member.proposed_by,
        )
        for one in await list_to_confirm(session, seat)
    ]
    left = [
        PendingAction(
            kind=ActionKind.REASSIGNMENT,
            group=Group.MEMBERS,
            noun=Noun.MEMBER,
            id=one.member.id,
            title=one.member.name,
            number=one.member.code,
            party=one.member.party,
            count=one.count,
        )
        for one in await duties.list_left(session, seat)
    ]
    return [*proposed, *await _roles(session, seat), *left, *await _controllers(session, seat)]


async def list_to_confirm(session: Reading, seat: Seat) -> Sequence[Seated]:
    """Return the proposals that this leader may confirm: for its party or for none, not its own and not made by it."""
    if not seat.may(Permission.MEMBER_CONFIRM) or seat.party is None:
        return ()
    agreed = set(
        await session.scalars(
            select(Confirmation.member).where(Confirmation.jit == seat.jit, Confirmation.party == seat.party)
        )
    )
    own = (await session.scalars(select(Member.email).where(Member.id == seat.id))).one()
    return [
        one
        for one in await members.list_all(session, seat)
        if one.member.state == "proposed"
        and one.member.party in {None, seat.party}
        and one.member.proposed_by != seat.id
        and one.member.email != own
        and one.member.id not in agreed
    ][:MOST]


async def _roles(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return the members whose proposed roles this leader may confirm.

    It confirms neither its own nor those that its account proposed, and only while the proposing member is active.
    """
    if not seat.may(Permission.MEMBER_CONFIRM) or seat.party is None:
        return []
    proposer = aliased(Member)
    query = (
        select(Member, RoleChange)
        .join(RoleChange, (RoleChange.jit == Member.jit) & (RoleChange.member == Member.id))
        .join(proposer, (proposer.jit == RoleChange.jit) & (proposer.id == RoleChange.proposed_by))
        .where(Member.jit == seat.jit, Member.party == seat.party, Member.state == "seated")
        .where(Member.account != seat.account, proposer.account != seat.account)
        .where(RoleChange.outcome.is_(None), proposer.state == "seated")
        .where(or_(proposer.until.is_(None), proposer.until > clock.now()))
        .order_by(RoleChange.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.ROLE_CONFIRMATION,
            group=Group.MEMBERS,
            noun=Noun.MEMBER,
            id=member.id,
            title=member.name,
            number=member.code,
            since_at=change.proposed_at,
            party=member.party,
            member=change.proposed_by,
        )
        for member, change in await session.execute(query)
    ]


async def _controllers(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the controller of another party who designated herself, if she awaits confirmation."""
    if not seat.may(Permission.CONTROLLER_CONFIRM) or seat.party is None:
        return ()
    found = await controllers.read(session, seat)
    waiting = next((one for one in found.rows if one.id == found.waits), None)
    if waiting is None:
        return ()
    named = (await session.scalars(select(Member).where(Member.id == waiting.seat))).one()
    if named.party == seat.party:
        return ()
    action = PendingAction(
        kind=ActionKind.CONTROLLER_CONFIRMATION,
        group=Group.MEMBERS,
        noun=Noun.MEMBER,
        id=named.id,
        title=named.name,
        number=named.code,
        since_at=waiting.designated_at,
        party=named.party,
    )
    return (action,)
