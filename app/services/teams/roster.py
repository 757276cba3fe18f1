"""Codes and ids of a team's parties, authorities and seats, read once per request.

People and programs use codes (`NL`, `NL-07`); tables hold ids.
Not here: changes to parties and seats (`services/teams/parties.py`, `services/teams/members.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing.gates import beyond_the_union
from app.database import Reading
from app.errors import Conflict, Invalid
from app.i18n.phrases import Phrase
from app.queries import query


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
    """A seat that was taken, in whatever state it is now."""

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
    seats: Sequence[SeatRow]  # all that were taken: acts of suspended and ended seats stay attributed to them

    def party_code(self, party: UUID) -> str:
        """Return the code of a party of this JIT."""
        return next(str(row.code) for row in self.parties if row.id == party)

    def party_kind(self, party: UUID) -> str:
        """Return the kind of a party of this JIT."""
        return next(str(row.kind) for row in self.parties if row.id == party)

    def has_left(self, party: UUID) -> bool:
        """Return whether a party has left this JIT."""
        return any(row.id == party and row.status == "left" for row in self.parties)

    def seat_code(self, seat: UUID) -> str:
        """Return the code of a seat of this JIT, including ended ones."""
        return next(str(row.code) for row in self.seats if row.id == seat)

    def seat_codes(self, seats: Iterable[UUID] | None) -> list[str] | None:
        """Return the codes of seats, sorted; `None` for `None`."""
        if seats is None:
            return None
        wanted = set(seats)
        return sorted(row.code for row in self.seats if row.id in wanted)

    def authority_codes(self, authorities: Iterable[UUID] | None) -> list[str] | None:
        """Return the codes of authorities, sorted; `None` for `None`."""
        if authorities is None:
            return None
        wanted = set(authorities)
        return sorted(row.code for row in self.authorities if row.id in wanted)

    def party(self, code: str, field: str) -> PartyRow:
        """Return the active party with this code.

        Raises:
            Invalid: There is none, or it is suspended or has left; names `field`.
        """
        for row in self.parties:
            if row.code == code:
                if row.status == "left":
                    raise Invalid(Phrase("{code} has left this team.", code=code), field=field)
                if row.status != "active":
                    raise Invalid(Phrase("{code} does not take part at this moment.", code=code), field=field)
                return row
        raise Invalid(Phrase("{code} is not a party of this team.", code=code), field=field)

    def seats_of(self, party: UUID, codes: Sequence[str] | None, field: str) -> list[UUID] | None:
        """Return the ids of active seats of `party` by their codes; `None` for `None`.

        Raises:
            Invalid: The list is empty, or a code is not that of an active seat of the party; names `field`.
        """
        seated = (row for row in self.seats if row.state == "seated")
        return _ids(seated, party, codes, field)

    def authorities_of(self, party: UUID, codes: Sequence[str] | None, field: str) -> list[UUID] | None:
        """Return the ids of authorities of `party` by their codes; `None` for `None`.

        Raises:
            Invalid: The list is empty, or a code is not that of an authority of the party; names `field`.
        """
        return _ids(self.authorities, party, codes, field)

    def leads(self, party: UUID, seats: Iterable[UUID]) -> bool:
        """Return whether an active leader of `party` is among `seats`."""
        wanted = set(seats)
        return any(
            row.id in wanted and row.party == party and row.state == "seated" and Role.LEADER in row.roles
            for row in self.seats
        )


def _ids(
    rows: "Iterable[AuthorityRow | SeatRow]", party: UUID, codes: Sequence[str] | None, field: str
) -> list[UUID] | None:
    if codes is None:
        return None
    if not codes:
        raise Invalid("Choose at least one, or allow all.", field=field)
    known = {row.code: row.id for row in rows if row.party == party}
    for code in codes:
        if code not in known:
            raise Invalid(Phrase("That party has no {code}.", code=code), field=field)
    return [known[code] for code in dict.fromkeys(codes)]


async def of(session: Reading, jit: UUID) -> Roster:
    """Return the roster of a JIT, with all seats that were taken."""
    authorities = await session.fetch_rows(_AUTHORITIES, jit=jit)
    seats = await session.fetch_rows(_SEATS, jit=jit)
    return Roster(await _parties(session, jit), authorities, seats)


async def naming(session: Reading, jit: UUID, seats: Iterable[UUID]) -> Roster:
    """Return a roster with only the given seats, to avoid reading the seats of a large team."""
    authorities = await session.fetch_rows(_AUTHORITIES, jit=jit)
    named = await session.fetch_rows(_NAMED, jit=jit, seats=list(set(seats)))
    return Roster(await _parties(session, jit), authorities, named)


def demand_within(party: PartyRow) -> None:
    """Refuse a party that needs an attestation before anything is sent to it (Reg. (EU) 2023/969 Art. 17(2)).

    Raises:
        Conflict: The party is a third country or international judicial authority.
    """
    if beyond_the_union(party.kind):
        raise Conflict(
            Phrase(
                "{code} is outside the Union: information for it needs an attestation (Reg. (EU) 2023/969 Art. 17(2)).",
                code=party.code,
            ),
            code="outbound-gate-closed",
        )


async def brief(session: Reading, seat: Seat) -> Roster:
    """Return a roster with the parties and only the asking member's seat."""
    own = SeatRow(seat.id, seat.party, seat.code, seat.name, sorted(seat.roles), "seated")
    return Roster(await _parties(session, seat.jit), (), (own,))


async def _parties(session: Reading, jit: UUID) -> Sequence[PartyRow]:
    return await session.fetch_rows(_PARTIES, jit=jit)


# A party has left from its effective moment on, whether or not the background job has finished.
_PARTIES: Final = query(
    PartyRow,
    """
    select id, code, name, kind, time_zone,
           case when leaves_at <= statement_timestamp() then 'left' else status end as status
      from parties where jit = :jit
    """,
)
_AUTHORITIES: Final = query(AuthorityRow, "select id, party, code, name from authorities where jit = :jit")
_SEATS: Final = query(
    SeatRow,
    "select id, party, code, name, roles, state from members where jit = :jit and state <> 'proposed' order by code",
)
_NAMED: Final = query(
    SeatRow, "select id, party, code, name, roles, state from members where jit = :jit and id = any(:seats)"
)
