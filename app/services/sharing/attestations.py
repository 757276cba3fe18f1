"""Attestation of a release to a party outside the EU (Regulation (EU) 2023/969, Art. 17(2)).

The database checks the attestation itself before it makes the release (`gate_is_open`).
Not here: waiting releases in general (`services/sharing/waiting_releases.py`).
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from app import clock
from app.access.decisions import Level
from app.access.gates import Gate
from app.access.seats import Seat
from app.database import Writing
from app.ledger import journal
from app.ledger.facts import ReleaseAttested
from app.models import Attestation
from app.services.sharing import approvals as assents
from app.services.sharing import waiting_releases
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class Word:
    """The content of an attestation."""

    necessity: str
    proportionality: str
    transfer_basis: str
    record: str


_SIGNED: Final = assents.Assent(
    Gate.ATTESTATION,
    "attest",
    "This release waits for no attestation (any more). Nothing was signed.",
    "Who registered the exhibit or sent a file of it signs, or a leader of its originator. Nothing was signed.",
    "not-the-uploader",
)


async def attest(session: Writing, seat: Seat, waiting: UUID, word: Word) -> UUID:
    """Record an attestation, and make the release if no other gate is closed.

    Returns:
        The id of the exhibit.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Forbidden: The member may not attest it.
        Conflict: No attestation is missing, the release would have ended already, or something changed at this moment.
    """
    row = await assents.taken_up(session, seat, waiting, _SIGNED)
    said = {name: getattr(word, name) for name in ("necessity", "proportionality", "transfer_basis", "record")}
    place = {"jit": row.jit, "evidence": row.evidence, "party": row.party}
    session.add(Attestation(waiting=row.id, **place, **said, signed_by=seat.id, signed_at=clock.now()))
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    party, level = roster.party_code(row.party), Level(row.level).word
    await journal.append(session, seat, ReleaseAttested(evidence=row.evidence, party=party, level=level, **said))
    await waiting_releases.settle(session, seat, row, roster)
    return row.evidence
