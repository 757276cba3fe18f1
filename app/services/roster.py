"""Who is who in a JIT: ids behind codes and codes behind ids, read once for a request.

Codes are what people and programs write (`NL`, `NL-07`); ids are what tables hold.
Deliberately not here: changes to parties and seats (`services/parties.py`, `services/members.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import UUID

from app.access.gates import beyond_the_union
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading
from app.errors import Conflict, Invalid


class PartyRow(NamedTuple):
    """A party of the team."""

    id: UUID
    code: str
    name: str
    kind: str
    status: str
    time_zone: str


class AuthorityRow(NamedTuple):
    """An authority of a party."""

    id: UUID
    party: UUID
    code: str
    name: str


class SeatRow(NamedTuple):
    """A seat that was taken, whatever became of it."""

    id: UUID
    party: UUID | None
    code: str
    name: str
    roles: Sequence[str]
    state: str


@dataclass(frozen=True, slots=True)
class Roster:
    """The parties, authorities and seats of one JIT."""

    parties: Sequence[PartyRow]
    authorities: Sequence[AuthorityRow]
    seats: Sequence[Any]  # all that were taken: what a suspended or ended seat did is still its own

    def party_code(self, party: UUID) -> str:
        """The code of a party of this JIT."""
        return next(str(row.code) for row in self.parties if row.id == party)

    def party_kind(self, party: UUID) -> str:
        """What a party of this JIT is."""
        return next(str(row.kind) for row in self.parties if row.id == party)

    def has_left(self, party: UUID) -> bool:
        """Whether a party of this JIT is one no more."""
        return any(row.id == party and row.status == "left" for row in self.parties)

    def seat_code(self, seat: UUID) -> str:
        """The code of a seat of this JIT, also of one that has ended."""
        return next(str(row.code) for row in self.seats if row.id == seat)

    def seat_codes(self, seats: Iterable[UUID] | None) -> list[str] | None:
        """The codes of seats, in order; None stays None."""
        if seats is None:
            return None
        wanted = set(seats)
        return sorted(row.code for row in self.seats if row.id in wanted)

    def authority_codes(self, authorities: Iterable[UUID] | None) -> list[str] | None:
        """The codes of authorities, in order; None stays None."""
        if authorities is None:
            return None
        wanted = set(authorities)
        return sorted(row.code for row in self.authorities if row.id in wanted)

    def party(self, code: str, field: str) -> PartyRow:
        """The active party with this code. Raises `Invalid` naming `field`."""
        for row in self.parties:
            if row.code == code:
                if row.status == "left":
                    raise Invalid(f"{code} has left this team. Nothing was changed.", field=field)
                if row.status != "active":
                    raise Invalid(f"{code} does not take part at this moment. Nothing was changed.", field=field)
                return row
        raise Invalid(f"{code} is not a party of this team. Nothing was changed.", field=field)

    def seats_of(self, party: UUID, codes: Sequence[str] | None, field: str) -> list[UUID] | None:
        """The ids of seats of `party`, named by code. Raises `Invalid` for another's, an unknown or an empty seat."""
        seated = (row for row in self.seats if row.state == "seated")
        return _ids(seated, party, codes, field, "seat")

    def authorities_of(self, party: UUID, codes: Sequence[str] | None, field: str) -> list[UUID] | None:
        """The ids of authorities of `party`, named by code. Raises `Invalid` likewise."""
        return _ids(self.authorities, party, codes, field, "authority")

    def leads(self, party: UUID, seats: Iterable[UUID]) -> bool:
        """Whether a leader of `party` is among `seats`."""
        wanted = set(seats)
        return any(
            row.id in wanted and row.party == party and row.state == "seated" and Role.LEADER in row.roles
            for row in self.seats
        )


def _ids(rows: Iterable[Any], party: UUID, codes: Sequence[str] | None, field: str, noun: str) -> list[UUID] | None:
    if codes is None:
        return None
    if not codes:
        raise Invalid(f"Name at least one {noun}, or leave it out. Nothing was changed.", field=field)
    known = {row.code: row.id for row in rows if row.party == party}
    for code in codes:
        if code not in known:
            raise Invalid(f"{code} is not a {noun} of that party. Nothing was changed.", field=field)
    return [known[code] for code in dict.fromkeys(codes)]


async def of(session: Reading, jit: UUID) -> Roster:
    """The roster of the JIT that the session asks in."""
    authorities = [AuthorityRow(*row) for row in await session.fetch(_AUTHORITIES, jit)]
    seats = [SeatRow(*row) for row in await session.fetch(_SEATS, jit)]
    return Roster(await _parties(session, jit), authorities, seats)


async def naming(session: Reading, jit: UUID, seats: Iterable[UUID]) -> Roster:
    """The parties and authorities, and of the seats these: for one thing that names a few, however many there are."""
    authorities = [AuthorityRow(*row) for row in await session.fetch(_AUTHORITIES, jit)]
    named = [SeatRow(*row) for row in await session.fetch(_NAMED, jit, list(set(seats)))]
    return Roster(await _parties(session, jit), authorities, named)


def demand_within(party: PartyRow, ending: str) -> None:
    """Raises `Conflict` for a party before which the outbound gate stands; `ending`: how the sentence ends, and what was not done."""
    if beyond_the_union(party.kind):
        raise Conflict(
            f"{party.code} is a third country or international judicial authority: what is addressed to it needs an "
            f"attestation (Reg. (EU) 2023/969 Art. 17(2)){ending}",
            code="outbound-gate-closed",
        )


async def brief(session: Reading, seat: Seat) -> Roster:
    """The parties, and of the seats the asker's own: enough where nobody within a party is named, however many they are."""
    return Roster(await _parties(session, seat.jit), (), (seat,))


async def _parties(session: Reading, jit: UUID) -> Sequence[PartyRow]:
    return [PartyRow(*row) for row in await session.fetch(_PARTIES, jit)]


# Who leaves has left at that instant, whatever the worker has still to do.
_PARTIES: Final = """
    select id, code, name, kind, case when leaves_at <= statement_timestamp() then 'left' else status end, time_zone
      from parties where jit = $1
"""
_AUTHORITIES: Final = "select id, party, code, name from authorities where jit = $1"
_SEATS: Final = """
    select id, party, code, name, roles, state from members where jit = $1 and state <> 'proposed' order by code
"""
_NAMED: Final = "select id, party, code, name, roles, state from members where jit = $1 and id = any ($2)"
