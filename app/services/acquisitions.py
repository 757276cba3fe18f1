"""Acquisition records: written once by the party that keeps the exhibit, corrected by new ones, compared with the files that are here.

What a tool told of its own hash is a claim; whether a stored file bears it out is said beside it, each time it is read, and never
left out. Deliberately not here: the hash that a sender declares of an upload, which decides about it (`services/files.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import AcquisitionCorrected, AcquisitionRecorded
from app.models import Acquisition, Evidence, File
from app.services import contributions
from app.services import roster as rosters
from app.services.roster import Roster

_INSERT = insert(Acquisition).execution_options(dml_strategy="raw")
_WITHDRAWN = "The exhibit is withdrawn; nothing is recorded of it any more."
#: `same`: a stored file has this hash. `differs`: it is of the container, and no stored file has it. `of_the_medium`: no stored file
#: has it, as where a container holds the image. `no_file`: nothing is stored. `not_compared`: we compute SHA-256 alone.
Comparison = Literal["same", "differs", "of_the_medium", "no_file", "not_compared"]


@dataclass(frozen=True, slots=True)
class Whole:
    """A record as a seat reads it. `corrected_by`: the record that stands in its place; `compared`: of each hash, in order."""

    acquisition: Acquisition
    corrected_by: UUID | None
    compared: Sequence[Comparison]
    roster: Roster


async def record(
    session: Writing, seat: Seat, evidence: UUID, said: dict[str, Any], corrects: UUID | None, reason: str | None
) -> UUID:
    """Write a record; its id. Raises `NotFound`, `Forbidden`, `Conflict`, `Invalid`: then nothing was recorded."""
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    if exhibit.originator != seat.party:
        raise Forbidden(
            "The party that keeps the exhibit records how it was acquired. Nothing was recorded.",
            code="originator-only",
        )
    contributions.demand_active(await _held(session, evidence), _WITHDRAWN)
    for name, words in (("started_at", "It has not begun yet."), ("ended_at", "It has not ended yet.")):
        if said[name] > clock.now():
            raise Invalid(f"{words} Nothing was recorded.", field=name)
    if corrects is not None:
        await _demand_current(session, evidence, corrects)
    made = clock.new_id()
    row = said | {"id": made, "jit": seat.jit, "evidence": evidence, "corrects": corrects, "reason": reason}
    row |= {"recorded_by": seat.id, "recorded_at": clock.now()}
    try:
        await session.execute(_INSERT, row)
    except IntegrityError as error:  # somebody else corrected it at this moment
        raise Conflict("Another record corrects this one already. Nothing was recorded.", code="corrected") from error
    fields = said | {"evidence": evidence, "acquisition": made}
    fields |= {name: clock.rfc3339(said[name]) for name in ("started_at", "ended_at")}
    if corrects is None or reason is None:
        await journal.append(session, seat, AcquisitionRecorded(**fields))
    else:
        await journal.append(session, seat, AcquisitionCorrected(**fields, corrects=str(corrects), reason=reason))
    return made


async def _held(session: Writing, evidence: UUID) -> Evidence:
    """The exhibit, which nobody withdraws or erases before this commits; whoever did so a moment ago is heard now."""
    query = select(Evidence).where(Evidence.id == evidence).with_for_update(key_share=True)
    return (await session.scalars(query.execution_options(populate_existing=True))).one()


async def listed(session: Reading, seat: Seat, evidence: UUID) -> list[Whole]:
    """The records of an exhibit, oldest first; none for who may not read how it was obtained. Raises `NotFound`."""
    if (await session.scalars(select(Evidence.id).where(Evidence.id == evidence))).one_or_none() is None:
        raise NotFound
    query = select(Acquisition).where(Acquisition.evidence == evidence).order_by(Acquisition.id)
    rows = (await session.scalars(query)).all()
    if not rows:
        return []
    stored = select(File.sha256).where(File.evidence == evidence, File.state == "ready")
    hashes = {one for one in await session.scalars(stored) if one is not None}
    corrections = {row.corrects: row.id for row in rows if row.corrects is not None}
    roster = await rosters.of(session, seat.jit)
    return [Whole(row, corrections.get(row.id), [compare(one, hashes) for one in row.hashes], roster) for row in rows]


def compare(told: dict[str, Any], stored: set[str]) -> Comparison:
    """What the stored files say of a hash that a tool told."""
    if told["algorithm"] != "sha256":
        return "not_compared"
    if not stored:
        return "no_file"
    if told["value"] in stored:
        return "same"
    return "differs" if told["of"] == "container" else "of_the_medium"


async def _demand_current(session: Reading, evidence: UUID, corrects: UUID) -> None:
    """Raises `Invalid` for what is no record of this exhibit, `Conflict` for one that was corrected."""
    rows = (
        await session.execute(select(Acquisition.id, Acquisition.corrects).where(Acquisition.evidence == evidence))
    ).all()
    if corrects not in {row.id for row in rows}:
        raise Invalid("This is no record of this exhibit. Nothing was recorded.", field="corrects")
    if corrects in {row.corrects for row in rows}:
        raise Conflict("Another record corrects this one already. Nothing was recorded.", code="corrected")
