"""Right to request an integrity check of an exhibit. Pure.

The check compares stored bytes with their recorded hashes and shows no content.
Not here: who sees the exhibit (`sharing/decisions.py`), which is checked first.
"""

from collections.abc import Collection
from uuid import UUID

from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing.joint import obtained_by


def audits(seat: Seat, originator: UUID, joint: Collection[UUID] | None) -> bool:
    """Return whether the seat may request checks of others' exhibits without reading them.

    Experts, the team's auditor, and auditors of a party that obtained the exhibit may.
    """
    if Role.EXPERT in seat.roles or seat.audits_the_jit:
        return True
    return Role.AUDITOR in seat.roles and obtained_by(seat.party, originator, joint)
