"""Change the roles of a member while the membership goes on: proposed by one person, confirmed by another.

A leader proposes for members of their own party; a coordinator for members of every party, as for new members.
Only coordinators propose the roles that act on other parties. Nobody confirms what they proposed, or their own roles:
accounts are compared. Requests and live channel use the new roles within a second.
Lock order: the party's members, the member, its proposal.
Not here: which roles fit which party (`services/teams/proposal_rules.py`).
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, or_, select, text
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import PartyKind, Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import MemberRolesChanged, MemberRolesProposed, MemberRolesWithdrawn
from app.models import Member, Party, RoleChange
from app.services.teams import member_changes, members, phases, proposal_rules
from app.services.teams import roster as rosters
from app.services.teams.members import Seated

_APPLY: Final = text("select apply_confirmed_roles(:change)").bindparams(bindparam("change", type_=Uuid))
#: Roles that act on other parties: administrators approve uploads, coordinators propose members of every party.
_OF_OTHER_PARTIES: Final = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
_ONLY_ACTIVE: Final = "Only the roles of an active member can be changed."


async def propose(
    session: Writing, seat: Seat, member: UUID, roles: Sequence[Role], *, expected: int, reason: str
) -> Seated:
    """Propose other roles for a member.

    Raises:
        NotFound: The team has no such member.
        Forbidden: The leader is of another party, or adds a role that only a coordinator proposes.
        Conflict: The member is not active or is the auditor of the team, has these roles, or a proposal awaits its
            confirmation. Or it is the party's last leader, or nobody could confirm.
        Invalid: The roles do not fit the party, or need an end date; names `roles`.
        Stale: The member changed since it was read.
    """
    await phases.demand_operational(session, seat)
    found = await member_changes.find(session, seat, member)
    coordinates = seat.may(Permission.MEMBER_PROPOSE)
    if not coordinates:
        member_changes.demand_own(seat, found)
    found = await member_changes.lock_member(session, found, expected)
    wanted = sorted(set(roles))
    if not coordinates and not _OF_OTHER_PARTIES.isdisjoint(set(wanted).difference(found.roles)):
        raise Forbidden(
            "Only a coordinator can propose that a member becomes an administrator or a coordinator.",
            code="coordinator-only",
        )
    await _demand_possible(session, found, wanted)
    await _demand_confirmer(session, seat, found)
    values = {
        "id": clock.new_id(),
        "jit": seat.jit,
        "party": found.party,
        "member": found.id,
        "roles": wanted,
        "reason": reason,
        "proposed_by": seat.id,
        "proposed_at": clock.now(),
    }
    # A coordinator does not see a proposal that a leader of another party made.
    added = (
        insert(RoleChange)
        .values(values)
        .on_conflict_do_nothing(index_elements=["member"], index_where=RoleChange.outcome.is_(None))
    )
    change = (await session.scalars(added.returning(RoleChange))).one_or_none()
    if change is None:
        raise Conflict("Other roles are already proposed for this member.", code="roles-proposed")
    await journal.append(session, seat, await _fact(session, MemberRolesProposed, found, change, reason))
    return await members.read(session, seat.jit, member)


async def confirm(session: Writing, seat: Seat, member: UUID, change: UUID) -> Seated:
    """Confirm proposed roles, as a leader of the party. The member has them from now on.

    Raises:
        NotFound: The team has no such proposal for this member.
        Forbidden: The leader is of another party, proposed the roles, or would confirm their own.
        Conflict: The proposal awaits no confirmation, its proposer is not active any more, or it cannot be confirmed
            any more; see `propose`.
        Invalid: The roles need an end date.
    """
    found, proposed = await _locked(session, seat, member, change)
    member_changes.demand_own(seat, found)
    if seat.id == found.id or seat.account == found.account:
        raise Forbidden("Another leader of your party must confirm your own roles.", code="own-seat")
    proposer = await member_changes.find(session, seat, proposed.proposed_by)
    if proposer.account == seat.account:
        raise Forbidden("You proposed these roles. Another leader of the party must confirm them.", code="own-proposal")
    if proposer.state != "seated" or (proposer.until is not None and proposer.until <= clock.now()):
        raise Conflict(
            "The member who proposed these roles is not active any more. Reject the proposal and make a new one.",
            code="proposer-left",
        )
    roles = [Role(one) for one in proposed.roles]
    await _demand_possible(session, found, roles)
    fact = MemberRolesChanged(**_values(found, proposed, proposed.reason))
    await _decide(session, seat, proposed, "confirmed")
    await session.execute(_APPLY, {"change": proposed.id})
    await session.refresh(found)
    await journal.append(session, seat, fact)
    return await members.read(session, seat.jit, member)


async def withdraw(session: Writing, seat: Seat, member: UUID, change: UUID, *, reason: str) -> Seated:
    """Withdraw or reject proposed roles, as the proposing member or another leader of the party.

    Raises:
        NotFound: The team has no such proposal for this member.
        Forbidden: Somebody else proposed the roles, and the member is no leader of the party or would reject their own.
        Conflict: The proposal awaits no confirmation.
    """
    found, proposed = await _locked(session, seat, member, change)
    if seat.id != proposed.proposed_by:
        member_changes.demand_own(seat, found)
        if not seat.may(Permission.MEMBER_CONFIRM):
            raise Forbidden(
                "Only a leader, or the member who proposed the roles, can withdraw them.", code="leader-only"
            )
        if seat.account == found.account:
            raise Forbidden(
                "Another leader of your party must decide about roles that somebody proposed for you.", code="own-seat"
            )
    await _decide(session, seat, proposed, "withdrawn")
    await journal.append(session, seat, await _fact(session, MemberRolesWithdrawn, found, proposed, reason))
    return await members.read(session, seat.jit, member)


async def _locked(session: Writing, seat: Seat, member: UUID, change: UUID) -> tuple[Member, RoleChange]:
    """Lock the member, and then its proposal if it awaits a decision."""
    found = await member_changes.lock_member(session, await member_changes.find(session, seat, member), None)
    query = select(RoleChange).where(RoleChange.jit == seat.jit, RoleChange.member == member, RoleChange.id == change)
    proposed = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if proposed is None:
        raise NotFound
    if proposed.outcome is not None:
        raise Conflict(
            "This change of roles no longer awaits confirmation. Reload the page.", code="nothing-to-confirm"
        )
    return found, proposed


async def _demand_possible(session: Reading, found: Member, roles: Sequence[Role]) -> None:
    """Refuse roles that the member has or cannot have, and the end of the party's last leader."""
    if found.party is None:
        raise Conflict(
            "Every party agreed to the auditor of the team. End this membership and propose another.",
            code="agreed-roles",
        )
    member_changes.demand_state(found, "seated", _ONLY_ACTIVE)
    if set(roles) == set(found.roles):
        raise Conflict("The member already has these roles.", code="same-roles")
    party = (await session.scalars(select(Party).where(Party.jit == found.jit, Party.id == found.party))).one()
    proposal_rules.demand_fitting(roles, party.code, PartyKind(party.kind))
    if found.until is None and member_changes.FOR_A_TIME.issuperset(roles):
        raise Invalid("This role needs an end date. Set when the membership ends first.", field="roles")
    if Role.LEADER not in roles:
        await member_changes.demand_another_leader(session, found)


async def _demand_confirmer(session: Reading, seat: Seat, found: Member) -> None:
    """Refuse a proposal that no leader could confirm."""
    others = select(Member.id).where(
        Member.jit == found.jit,
        Member.party == found.party,
        Member.account.not_in((seat.account, found.account)),
        Member.state == "seated",
        or_(Member.until.is_(None), Member.until > clock.now()),
        Member.roles.contains([Role.LEADER]),
    )
    if await session.scalar(others.limit(1)) is None:
        raise Conflict(
            "No leader of this party could confirm your proposal. Ask a coordinator to propose it, "
            "or add another leader first.",
            code="nobody-confirms",
        )


async def _decide(session: Writing, seat: Seat, change: RoleChange, outcome: str) -> None:
    change.outcome, change.decided_by, change.decided_at = outcome, seat.id, clock.now()
    await session.flush()


def _values(found: Member, change: RoleChange, reason: str) -> dict[str, Any]:
    return {
        "member": found.id,
        "code": found.code,
        "reason": reason,
        "former": list(found.roles),
        "roles": list(change.roles),
    }


async def _fact(
    session: Reading, kind: type[MemberRolesProposed], found: Member, change: RoleChange, reason: str
) -> MemberRolesProposed:
    """Return a fact for the readers of the proposal: the party, with each of its members, and the proposing member."""
    assert found.party is not None  # the auditor of the team keeps the agreed roles
    seats = (await rosters.of(session, found.jit)).seats
    hearing: list[tuple[UUID, tuple[UUID, ...] | None]] = [
        (found.party, None),
        (found.party, tuple(sorted(one.id for one in seats if one.party == found.party))),
    ]
    hearing += [
        (one.party, (one.id,)) for one in seats if one.id == change.proposed_by and one.party not in {None, found.party}
    ]
    return kind(hearing=tuple(hearing), **_values(found, change, reason))
