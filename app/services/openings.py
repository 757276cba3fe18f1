"""Openings: reading and taking an exhibit, each an entry of its own before the first byte.

The decision is taken when the exhibit is opened and again at each step of delivery: `may_still` is asked for every link and
every second of a running download. Deliberately not here: bytes (`vault/`) and links (`identity/links.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.decisions import Act, Decision, Level, Purpose, decide
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Gone, NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceOpened, EvidenceTaken
from app.models import Evidence, File, Opening, Provenance, Release, Rendition
from app.services.evidence import facts_of
from app.services.terms import conditions

LASTS: Final = timedelta(hours=8)

_WORDS: Final = {
    "role_may_not": "your role in this team does not include it",
    "level_below_readable": "the exhibit is only listed for your party; ask its originator for more",
    "level_below_held": "the exhibit may be read by your party and not taken; ask its originator for more",
    "withdrawn": "its originator withdrew the exhibit",
    "purpose_not_released": "it was released for other purposes only",
    "originator_only": "only its originator decides this",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An opening with what it leads to."""

    opening: Opening
    exhibit: Evidence
    files: Sequence[File]
    renditions: Sequence[Rendition]


async def open_exhibit(
    session: Writing, seat: Seat, evidence: UUID, act: Act, purpose: Purpose, justification: str, *, acknowledged: bool
) -> Opened:
    """Open (`Act.OPEN`) or take (`Act.TAKE`) an exhibit. Raises `NotFound`, `Forbidden`, `Conflict`; then nothing is recorded."""
    exhibit, decision = await _decided(session, seat, evidence, act, purpose, lock=True)
    if not decision.allowed:
        raise _refused(decision, act)
    text = await _text_to_acknowledge(session, exhibit, acknowledged=acknowledged)
    opened = await _contents(session, exhibit, act)
    now = clock.now()
    assert seat.session is not None
    opening = Opening(
        id=clock.new_id(),
        jit=seat.jit,
        evidence=evidence,
        seat=seat.id,
        session=seat.session,
        act=act.value,
        purpose=purpose.value,
        opened_at=now,
        expires_at=now + LASTS,
    )
    session.add(opening)
    await session.flush()
    fact = EvidenceOpened if act is Act.OPEN else EvidenceTaken
    await journal.append(
        session,
        seat,
        fact(
            evidence=evidence,
            opening=opening.id,
            purpose=purpose.value,
            justification=justification,
            acknowledged=text,
            files=[
                {"file": str(file.id), "name": file.name, "sha256": file.sha256, "size_bytes": file.size_bytes}
                for file in opened[0]
            ],
        ),
    )
    return Opened(opening, exhibit, *opened)


async def find(session: Reading, seat: Seat, evidence: UUID, opening_id: UUID) -> Opened:
    """An opening of this seat and session that may still be used. Raises `NotFound`, `Gone`, `Forbidden`."""
    opening = (
        await session.scalars(select(Opening).where(Opening.id == opening_id, Opening.evidence == evidence))
    ).one_or_none()
    if opening is None or opening.session != seat.session:
        raise NotFound
    if opening.expires_at <= clock.now():
        raise Gone("The opening ended after eight hours; open the exhibit again.", code="opening-ended")
    act = Act(opening.act)
    exhibit, decision = await _decided(session, seat, evidence, act, Purpose(opening.purpose), lock=False)
    if not decision.allowed:
        raise _refused(decision, act)
    return Opened(opening, exhibit, *await _contents(session, exhibit, act))


async def may_still(session: Reading, seat: Seat, evidence: UUID, act: Act, purpose: Purpose) -> bool:
    """The decision once more, for a delivery under way."""
    try:
        _, decision = await _decided(session, seat, evidence, act, purpose, lock=False)
    except NotFound:
        return False
    return decision.allowed


async def _decided(
    session: Reading, seat: Seat, evidence: UUID, act: Act, purpose: Purpose, *, lock: bool
) -> tuple[Evidence, Decision]:
    own = select(Release).where(Release.evidence == evidence, Release.party == seat.party)
    releases = (await session.scalars(own.with_for_update(read=True) if lock else own)).all()
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    rows = [conditions(release) for release in releases]
    decision = decide(seat, facts_of(exhibit), rows, clock.now(), act, purpose)
    if decision.level is Level.NONE:
        raise NotFound
    return exhibit, decision


async def _text_to_acknowledge(session: Reading, exhibit: Evidence, *, acknowledged: bool) -> str | None:
    if "H3" not in exhibit.handling:
        return None
    text = (
        await session.scalars(select(Provenance.handling_text).where(Provenance.evidence == exhibit.id))
    ).one_or_none()
    if not acknowledged:
        raise Conflict(
            "The originator's handling conditions (H3) must be acknowledged before opening. Nothing was opened.",
            code="acknowledge-h3",
            extra={"handling_text": text},
        )
    return text


async def _contents(session: Reading, exhibit: Evidence, act: Act) -> tuple[Sequence[File], Sequence[Rendition]]:
    files = (
        await session.scalars(select(File).where(File.evidence == exhibit.id, File.state == "ready").order_by(File.id))
    ).all()
    if not files:
        raise Conflict("The exhibit has no file that could be opened.", code="no-file")
    if act is Act.TAKE:
        return files, ()
    renditions = (
        await session.scalars(
            select(Rendition).where(Rendition.evidence == exhibit.id).order_by(Rendition.file, Rendition.page)
        )
    ).all()
    if not renditions:
        pending = any(file.renditions == "pending" for file in files)
        raise Conflict(
            "The pages for reading are still being made; try again in a moment."
            if pending
            else "Nothing in this exhibit can be shown in the browser: no rendition, no reading. It can only be taken.",
            code="rendition-pending" if pending else "no-rendition",
        )
    shown = {rendition.file for rendition in renditions}
    return [file for file in files if file.id in shown], renditions


def _refused(decision: Decision, act: Act) -> Forbidden:
    return Forbidden(_sentence(decision), code=decision.because[0].replace("_", "-"), tried=act.value)


def _sentence(decision: Decision) -> str:
    reasons = "; ".join(_WORDS.get(because, because) for because in decision.because)
    return f"Not opened: {reasons}. Nothing was recorded as read."
