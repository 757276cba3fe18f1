"""Who may order that an exhibit's stored bytes are compared with their hashes, which shows nobody any of them. Pure.

Deliberately not here: who sees the exhibit (`decisions.py`), which is asked first.
"""

from collections.abc import Collection
from uuid import UUID

from app.access.joint import obtained_by
from app.access.roles import Role
from app.access.seats import Seat


def audits(seat: Seat, originator: UUID, joint: Collection[UUID] | None) -> bool:
    """An expert, the team's auditor, an auditor of a party that obtained it. The twin of the policy of `fixity_orders`."""
    if Role.EXPERT in seat.roles or seat.audits_the_jit:
        return True
    return Role.AUDITOR in seat.roles and obtained_by(seat.party, originator, joint)
