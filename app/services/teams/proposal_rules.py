"""Rules of proposals: which seats fit which party, who needs a one-time code, and the next seat numbers. Pure.

Several proposals are planned one after the other, each as if those before it existed already.
The first leader of a party has no colleague who could confirm, so the proposal has a one-time code. The same holds for
seats of a supporting body without a leader.
Refusals name the field. Not here: reading and writing the seats (`services/teams/proposals.py`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from app.access.roles import Role
from app.access.seats import PartyKind
from app.access.sharing.gates import beyond_the_union
from app.errors import Conflict, Invalid
from app.identity import secrets
from app.models import Member
from app.services.accounts.accounts import email_of
from app.services.teams.member_changes import FOR_A_TIME, demand_until
from app.services.teams.members import SUPPORTING
from app.services.teams.parties import NO_PARTY
from app.services.teams.roster import Roster

EPPO: Final = "EPPO"
#: End of a seat whose role requires one, if the proposal gives none.
FOR_NOW: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A seat as the coordinator proposes it.

    Attributes:
        party: Code of the party; `None` for the auditor of the whole team.
        authority: Code of the authority; `None` for the auditor of the whole team.
        email: The person's address.
        name: The person's name.
        roles: The roles.
        function: `judicial`, `police` or `technical`.
        until: End of the seat; `None` for none. Roles given for a time then end after `FOR_NOW`.
        seconded_to: Code of the party in which a seconded member works (model agreement 2017/C 18/01).
        entrustment: The instrument that entrusts a seconded member with measures there.
    """

    party: str | None
    authority: str | None
    email: str
    name: str
    roles: Sequence[Role]
    function: str
    until: datetime | None = None
    seconded_to: str | None = None
    entrustment: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Ids and codes of a proposal's party and authority."""

    party: UUID | None
    party_code: str | None
    authority: UUID | None
    authority_code: str | None
    kind: PartyKind | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A seat that can be proposed.

    Attributes:
        what: The proposal.
        email: The address as it is stored.
        place: Party and authority.
        host: The party in which a seconded member works.
        account: The open account of the address, if there is one.
        seat_code: The code of the seat.
        code: The one-time code, if nobody could confirm the seat.
        replaces: A proposal of the same address whose code has expired.
        at: The time of the proposal.
        until: End of the seat.
    """

    what: Proposal
    email: str
    place: Place
    host: UUID | None
    account: UUID | None
    seat_code: str
    code: str | None
    replaces: Member | None
    at: datetime
    until: datetime | None


@dataclass(slots=True)
class Planning:
    """Plans proposals one after the other.

    Attributes:
        roster: Parties and authorities of the team.
        standing: Seats and proposals that have not ended, by address; `None` for an address that was planned.
        led: Parties with a leader, or with a valid code for one.
        taken: Number of seats of each party, ended ones included.
        accounts: Open accounts by address.
        now: The time.
    """

    roster: Roster
    standing: dict[str, Member | None]
    led: set[UUID]
    taken: Counter[UUID | None]
    accounts: Mapping[str, UUID]
    now: datetime

    @classmethod
    def of(cls, roster: Roster, members: Sequence[Member], accounts: Mapping[str, UUID], now: datetime) -> "Planning":
        """Begin with the seats and proposals of a team, and the accounts of the addresses that are proposed."""
        return cls(
            roster,
            {one.email: one for one in members if one.state != "ended"},
            {one.party for one in members if one.party is not None and _leads(one, now)},
            Counter(one.party for one in members),
            accounts,
            now,
        )

    def plan(self, what: Proposal) -> Planned:
        """Return the seat as it can be proposed.

        Raises:
            Invalid: A field is not acceptable; names the field.
            Conflict: The person has a seat or a proposal.
        """
        email = email_of(what.email)
        place = _place(self.roster, what)
        demand_fitting(what.roles, place.party_code, place.kind)
        host = _host(self.roster, what)
        until = _end(what, self.now)
        replaces = self._replaced(email)
        code = secrets.one_time_code() if self._needs_code(what, place) else None
        self.standing[email] = None
        self.taken[place.party] += 1
        if code is not None and place.party is not None and Role.LEADER in what.roles:
            self.led.add(place.party)
        number = f"{place.party_code or NO_PARTY}-{self.taken[place.party]:02d}"
        account = self.accounts.get(email)
        return Planned(what, email, place, host, account, number, code, replaces, self.now, until)

    def _replaced(self, email: str) -> Member | None:
        """Return a proposal whose code has expired. Raises `Conflict` for another seat or proposal of the person."""
        if email not in self.standing:
            return None
        standing = self.standing[email]
        lapses = None if standing is None else standing.one_time_code_expires_at
        if standing is not None and standing.state == "proposed" and lapses is not None and lapses <= self.now:
            return standing
        raise Conflict(
            "This person is already a member of this team, or proposed as one.",
            code="seat-exists",
            field="email",
        )

    def _needs_code(self, what: Proposal, place: Place) -> bool:
        """Return whether nobody could confirm: the party has no leader, and no valid code for one is issued."""
        if place.party is None or (Role.LEADER not in what.roles and place.kind not in SUPPORTING):
            return False
        return place.party not in self.led


def _leads(member: Member, now: datetime) -> bool:
    """Return whether the member leads the party, or has a valid code for it."""
    lapses = member.one_time_code_expires_at
    return Role.LEADER in member.roles and (
        member.state == "seated" or (member.state != "ended" and lapses is not None and lapses > now)
    )


def _place(roster: Roster, what: Proposal) -> Place:
    if what.party is None:
        if what.authority is not None:
            raise Invalid("A member without a party has no authority.", field="authority")
        return Place(None, None, None, None, None)
    party = roster.party(what.party, "party")
    if what.authority is None:
        raise Invalid("Enter the authority of the member.", field="authority")
    authorities = roster.authorities_of(party.id, [what.authority], "authority")
    assert authorities is not None
    return Place(party.id, party.code, authorities[0], what.authority, PartyKind(party.kind))


def _host(roster: Roster, what: Proposal) -> UUID | None:
    """Return the party in which a seconded member works.

    Raises `Invalid` if it is their own party, or without entrustment.
    """
    if what.seconded_to is None:
        if what.entrustment is not None:
            raise Invalid("Enter the party that seconds the member.", field="seconded_to")
        return None
    if what.seconded_to == what.party:
        raise Invalid("A member cannot be seconded to their own party.", field="seconded_to")
    if what.entrustment is None:
        raise Invalid("Enter the legal basis of the secondment.", field="entrustment")
    return UUID(str(roster.party(what.seconded_to, "seconded_to").id))


def _end(what: Proposal, now: datetime) -> datetime | None:
    until = what.until
    if until is None and FOR_A_TIME.issuperset(what.roles):
        until = now + FOR_NOW
    demand_until(what.roles, until, now)
    return until


def demand_fitting(wanted: Sequence[Role], party: str | None, kind: PartyKind | None) -> None:
    """Refuse combinations of roles and parties that `access.md` (Words) excludes. `party`: its code.

    Raises:
        Invalid: Names `roles` or `party`.
    """
    roles = set(wanted)
    if Role.AUDITOR in roles and len(roles) > 1:
        raise Invalid("An auditor cannot have another role.", field="roles")
    if party is None and roles != {Role.AUDITOR}:
        raise Invalid("Only the auditor of the team has no party.", field="party")
    if Role.ADMINISTRATOR in roles and kind is not PartyKind.MEMBER_STATE and party != EPPO:
        raise Invalid("Only a Member State or the EPPO can have an administrator.", field="roles")
    if Role.COORDINATOR in roles and kind is not None and beyond_the_union(kind):
        # A coordinator reads every task of the team, which the gate for such parties excludes (decision 09).
        raise Invalid(
            "A third country or international judicial authority cannot have a coordinator.",
            field="roles",
        )
