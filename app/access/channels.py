"""Whose a channel is: pure, deny by default. The twin of `sits_in` in `app/schema`, for the live channel and for facts.

Whoever works in a party of the channel; no auditor, who reads decisions in the ledger and no talk; and nobody beyond the
Union: what is addressed there needs an attestation that talk cannot have (Reg. (EU) 2023/969 Art. 17(2)).
Deliberately not here: what each may do there (`roles.py`).
"""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from app.access.gates import beyond_the_union
from app.access.roles import Permission, Role
from app.access.seats import Seat

#: Roles by which a party's people hear an entry without being named (`admitted` in `app/schema`).
_HEAR_UNNAMED: Final = frozenset({Role.LEADER, Role.MEMBER, Role.COORDINATOR, Role.AUDITOR})


def sits_in(seat: Seat, *, whole: bool, parties: Collection[UUID]) -> bool:
    """Whether the seat is of the channel."""
    if seat.party is None or seat.party_kind is None or Role.AUDITOR in seat.roles:
        return False
    return not beyond_the_union(seat.party_kind) and (whole or seat.party in parties)


def must_be_named(roles: Collection[str]) -> bool:
    """Whether a seat of these roles hears what its channel decided only where the entry names it."""
    return not _HEAR_UNNAMED & set(roles)


def is_put_right_by(seat: Seat, *, author: UUID, party: UUID | None) -> bool:
    """Whether the seat may put right what `author`, of `party`, recorded. The twin of `may_put_right` in `app/schema`."""
    return seat.may(Permission.DECISION_RECORD) and (
        seat.id == author or (seat.party == party and Role.LEADER in seat.roles)
    )
