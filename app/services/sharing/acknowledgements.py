"""Acknowledgement of an originator's handling text (H3) by a member, before access to the content.

An acknowledgement refers to the SHA-256 of the text, so a changed text must be acknowledged again. The audit log entry
of the access event contains the acknowledged text.
Not here: the access event (`services/custody/openings.py`).
"""

import hashlib

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.models import Acknowledgement, Evidence, Provenance


async def text_to_acknowledge(session: Reading, seat: Seat, exhibit: Evidence) -> str | None:
    """Return the handling text that the member has not acknowledged yet; `None` if there is none."""
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


async def acknowledge(session: Writing, seat: Seat, exhibit: Evidence, text: str) -> None:
    """Record that the member acknowledges this text. Recording it twice has no effect."""
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
