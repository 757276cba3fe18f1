"""The originator's handling text (H3): acknowledged by each seat, once for each text, before it opens the exhibit.

Known by the hash of the text, so that a changed text asks again. That it was acknowledged, and what it said, stands in the
entry of the opening. Deliberately not here: the opening (`services/openings.py`).
"""

import hashlib

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.models import Acknowledgement, Evidence, Provenance


async def owed(session: Reading, seat: Seat, exhibit: Evidence) -> str | None:
    """The text that this seat has yet to acknowledge, or None."""
    if "H3" not in exhibit.handling:
        return None
    query = select(Provenance.handling_text).where(Provenance.evidence == exhibit.id)
    text = (await session.scalars(query)).one_or_none()
    if text is None:
        return None
    given = select(Acknowledgement.seat).where(
        Acknowledgement.evidence == exhibit.id,
        Acknowledgement.seat == seat.id,
        Acknowledgement.text_sha256 == _sha256(text),
    )
    return None if (await session.scalars(given)).one_or_none() else text


async def give(session: Writing, seat: Seat, exhibit: Evidence, text: str) -> None:
    """The seat acknowledges this text."""
    row = {
        "evidence": exhibit.id,
        "seat": seat.id,
        "text_sha256": _sha256(text),
        "jit": seat.jit,
        "acknowledged_at": clock.now(),
    }
    await session.execute(insert(Acknowledgement).values(row).on_conflict_do_nothing())


def _sha256(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
