"""What comes from beyond the Union: whether its party may contribute at all (Reg. (EU) 2023/969 Art. 17(3), 18, 23(2)).

Deliberately not here: what goes there (`services/waiting_releases.py`).
"""

from uuid import UUID

from app.access.gates import beyond_the_union
from app.access.seats import Seat
from app.errors import Conflict, Forbidden


def contributor(seat: Seat) -> tuple[UUID, str]:
    """The party that obtained the exhibit, and its code. Raises `Forbidden` without one, `Conflict` before its gate."""
    if seat.party is None or seat.party_code is None or seat.party_kind is None:
        raise Forbidden("Only a party can contribute an exhibit.", code="no-party")
    if beyond_the_union(seat.party_kind):
        raise Conflict(
            "No controller is designated for what third countries and international judicial authorities upload "
            "(Reg. (EU) 2023/969 Art. 23(2)). Nothing was created.",
            code="no-controller-designated",
        )
    return seat.party, seat.party_code
