"""How much may be kept: what an operator sets, held against what a party and its team keep already.

A file counts with its announced length from the announcement until it is discarded, so that two uploads can not share the
same room. Deliberately not here: the disk itself (`vault/space.py`).
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import text

from app.database import Writing
from app.errors import NoSpace


@dataclass(frozen=True, slots=True)
class Bounds:
    """What holds for uploads on this installation."""

    largest: int
    silence: timedelta
    of_party: int | None
    of_jit: int | None


class QuotaReached(NoSpace):
    """There may be room on the disk, but none of it is the asker's."""

    title, code = "The share is used up", "quota-reached"


async def demand_share(session: Writing, bounds: Bounds, size_bytes: int) -> None:
    """Whether the asker's party, and its team, may keep so much more. Raises `QuotaReached`; announcements wait in line.

    A party is told its own numbers. Of the team's it learns only that they do not suffice.
    """
    if bounds.of_party is None and bounds.of_jit is None:
        return
    kept = (await session.execute(text("select of_party, of_jit from claim_storage()"))).one()
    if bounds.of_party is not None and kept.of_party + size_bytes > bounds.of_party:
        raise QuotaReached(
            f"Your party keeps {kept.of_party} of the {bounds.of_party} bytes that it may keep in this team; this file has"
            f" {size_bytes}. The file was not created, and nothing else was changed. Ask the operator for more room.",
            extra={"kept_bytes": kept.of_party, "quota_bytes": bounds.of_party},
        )
    if bounds.of_jit is not None and kept.of_jit + size_bytes > bounds.of_jit:
        raise QuotaReached(
            f"The room of this team does not suffice for {size_bytes} bytes more. The file was not created, and nothing else"
            " was changed. Ask the operator for more room.",
        )
