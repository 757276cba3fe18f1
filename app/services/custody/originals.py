"""Originals that a member could download together: the files of each exhibit, or why it gives none.

Not here: recording a download (`services/custody/openings.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Purpose
from app.database import Reading
from app.errors import Refusal
from app.models import File
from app.services.custody import openings

_FOUND: Final = (
    "The malware scanner found something in a file of this exhibit. Download it on the exhibit's page, where you can"
    " acknowledge the finding."
)
_NO_DOWNLOADS: Final = "Your role in this team does not allow this."


@dataclass(frozen=True, slots=True)
class Originals:
    """The files of an exhibit that a download would give.

    `missing`: why it would give none, as a sentence. `handling_text`: to be acknowledged before.
    """

    files: Sequence[File] = ()
    missing: str | None = None
    handling_text: str | None = None

    @property
    def size_bytes(self) -> int:
        """Return how many bytes the files have."""
        return sum(one.size_bytes for one in self.files)


async def foreseen(session: Reading, seat: Seat, evidence: UUID, purpose: Purpose) -> Originals:
    """Return what a download for this purpose would give. Nothing is recorded."""
    if not seat.may(Permission.EVIDENCE_OPEN):
        return Originals(missing=_NO_DOWNLOADS)
    try:
        found = await openings.foresee(session, seat, evidence, Act.TAKE, purpose)
    except Refusal as refusal:
        return Originals(missing=refusal.detail)
    if any(one.scan == "found" for one in found.files):
        return Originals(missing=_FOUND)
    return Originals(found.files, None, found.handling_text)
