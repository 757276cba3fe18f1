"""Membership of channels. Pure, deny by default.

`app/schema` has the same rule in `sits_in`; this one serves the live channel and ledger facts.
Members of the channel's parties have access. Auditors do not: they read decisions in the ledger, and no chat.
Nor do parties outside the Union: chat cannot have the attestation that they need (Reg. (EU) 2023/969 Art. 17(2)).
Not here: what each may do there (`access/roles.py`).
"""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.access.sharing.gates import beyond_the_union

#: Members with these roles receive their party's entries without being named (`admitted` in `app/schema`).
_HEAR_UNNAMED: Final = frozenset({Role.LEADER, Role.MEMBER, Role.COORDINATOR, Role.AUDITOR})


def sits_in(seat: Seat, *, whole: bool, parties: Collection[UUID]) -> bool:
    """Return whether the member has access to the channel. `whole`: it is the whole team's."""
    if seat.party is None or seat.party_kind is None or Role.AUDITOR in seat.roles:
        return False
    return not beyond_the_union(seat.party_kind) and (whole or seat.party in parties)


def must_be_named(roles: Collection[str]) -> bool:
    """Return whether a member with these roles receives decisions of the channel only if the entry names them."""
    return not _HEAR_UNNAMED & set(roles)


def is_put_right_by(seat: Seat, *, author: UUID, party: UUID | None) -> bool:
    """Return whether the member may correct what `author`, of `party`, recorded."""
    return seat.may(Permission.DECISION_RECORD) and (
        seat.id == author or (seat.party == party and Role.LEADER in seat.roles)
    )
