"""Who is who in a JIT: ids behind codes and codes behind ids, read once for a request.

Codes are what people and programs write (`NL`, `NL-07`); ids are what tables hold.
Deliberately not here: changes to parties and seats (`services/parties.py`, `services/members.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, select

from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading
from app.errors import Invalid
from app.models import Authority, Member, Party


@dataclass(frozen=True, slots=True)
class Roster:
    """The parties, authorities and seats of one JIT."""

    parties: Sequence[Any]
    authorities: Sequence[Any]
    seats: Sequence[Any]  # all that were taken: what a suspended or ended seat did is still its own

    def party_code(self, party: UUID) -> str:
        """The code of a party of this JIT."""
        return next(str(row.code) for row in self.parties if row.id == party)

    def party_kind(self, party: UUID) -> str:
        """What a party of this JIT is."""
        return next(str(row.kind) for row in self.parties if row.id == party)

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

    def party(self, code: str, field: str) -> Any:  # noqa: ANN401 - a row of the query below
        """The active party with this code. Raises `Invalid` naming `field`."""
        for row in self.parties:
            if row.code == code:
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
    parties = await _parties(session, jit)
    authorities = await session.execute(
        select(Authority.id, Authority.party, Authority.code, Authority.name).where(Authority.jit == jit)
    )
    seats = await session.execute(
        select(Member.id, Member.party, Member.code, Member.name, Member.roles, Member.state)
        .where(Member.jit == jit, Member.state != "proposed")
        .order_by(Member.code)
    )
    return Roster(parties, authorities.all(), seats.all())


async def brief(session: Reading, seat: Seat) -> Roster:
    """The parties, and of the seats the asker's own: enough where nobody within a party is named, however many they are."""
    return Roster(await _parties(session, seat.jit), (), (seat,))


async def _parties(session: Reading, jit: UUID) -> Sequence[Any]:
    return (await session.execute(_PARTIES, {"jit": jit})).all()


_PARTIES: Final = select(Party.id, Party.code, Party.name, Party.kind, Party.status, Party.time_zone).where(
    Party.jit == bindparam("jit")
)
