"""Acquisition records: recorded by the originator of an exhibit and compared with the stored files.

A record is never changed; a new record corrects it. A hash reported by an acquisition tool is only a claim. Each time a
record is read, every claimed hash is compared with the stored files.

Not here: the hash that a sender declares for an upload, which decides whether the file is ready (`services/evidence/files.py`).
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
from app.services.retention import exhibit_locks
from app.services.teams import contributions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_INSERT = insert(Acquisition).execution_options(dml_strategy="raw")
_WITHDRAWN = "The exhibit was withdrawn. No acquisition record can be added."
#: `same`: a stored file has this hash.
#: `differs`: the hash is of the container, and no stored file has it.
#: `of_the_medium`: the hash is of the medium, and no stored file has it, as when a container holds the image.
#: `no_file`: the exhibit has no stored file.
#: `not_compared`: the hash is not SHA-256, the only algorithm that is computed here.
Comparison = Literal["same", "differs", "of_the_medium", "no_file", "not_compared"]


@dataclass(frozen=True, slots=True)
class AcquisitionDetails:
    """An acquisition record as a member sees it.

    Attributes:
        acquisition: The record.
        corrected_by: Id of the record that corrects this one, or `None`.
        compared: The result of the comparison for each hash of the record, in the same order.
        roster: Codes and names of the team's parties and members.
    """

    acquisition: Acquisition
    corrected_by: UUID | None
    compared: Sequence[Comparison]
    roster: Roster


async def record(
    session: Writing, seat: Seat, evidence: UUID, values: dict[str, Any], corrects: UUID | None, reason: str | None
) -> UUID:
    """Write an acquisition record and return its id.

    Args:
        session: The transaction of the request.
        seat: The member who records.
        evidence: The exhibit.
        values: The columns of the record as the member states them.
        corrects: The record that this one corrects, or `None`.
        reason: The reason for the correction.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member's party is not the originator.
        Conflict: The exhibit is withdrawn or erased, or another record already corrects the same one.
        Invalid: A start or end time lies in the future, or `corrects` is not a record of this exhibit.
    """
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    if exhibit.originator != seat.party:
        raise Forbidden(
            "Only the party that keeps the exhibit can record its acquisition.",
            code="originator-only",
        )
    contributions.demand_active(await exhibit_locks.lock(session, evidence), _WITHDRAWN)
    for name, words in (
        ("started_at", "The start is in the future. Check it."),
        ("ended_at", "The end is in the future. Check it."),
    ):
        if values[name] > clock.now():
            raise Invalid(words, field=name)
    if corrects is not None:
        await _demand_current(session, evidence, corrects)
    acquisition = clock.new_id()
    row = values | {"id": acquisition, "jit": seat.jit, "evidence": evidence, "corrects": corrects, "reason": reason}
    row |= {"recorded_by": seat.id, "recorded_at": clock.now()}
    try:
        await session.execute(_INSERT, row)
    except IntegrityError as error:  # another member corrected it at the same time
        raise _corrected_already() from error
    fields = values | {"evidence": evidence, "acquisition": acquisition}
    fields |= {name: clock.rfc3339(values[name]) for name in ("started_at", "ended_at")}
    if corrects is None or reason is None:
        await journal.append(session, seat, AcquisitionRecorded(**fields))
    else:
        await journal.append(session, seat, AcquisitionCorrected(**fields, corrects=str(corrects), reason=reason))
    return acquisition


async def list_all(session: Reading, seat: Seat, evidence: UUID) -> list[AcquisitionDetails]:
    """Return the records of an exhibit, oldest first.

    The list is empty for members who may not read how the exhibit was acquired.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
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
    return [
        AcquisitionDetails(row, corrections.get(row.id), [compare(one, hashes) for one in row.hashes], roster)
        for row in rows
    ]


def compare(reported: dict[str, Any], stored: set[str]) -> Comparison:
    """Compare a hash reported by a tool with the SHA-256 hashes of the stored files."""
    if reported["algorithm"] != "sha256":
        return "not_compared"
    if not stored:
        return "no_file"
    if reported["value"] in stored:
        return "same"
    return "differs" if reported["of"] == "container" else "of_the_medium"


async def _demand_current(session: Reading, evidence: UUID, corrects: UUID) -> None:
    """Check that a record can be corrected.

    Raises:
        Invalid: It is not a record of this exhibit.
        Conflict: It is corrected already.
    """
    rows = (
        await session.execute(select(Acquisition.id, Acquisition.corrects).where(Acquisition.evidence == evidence))
    ).all()
    if corrects not in {row.id for row in rows}:
        raise Invalid("This is not an acquisition record of this exhibit.", field="corrects")
    if corrects in {row.corrects for row in rows}:
        raise _corrected_already()


def _corrected_already() -> Conflict:
    return Conflict("This record was already corrected. Correct the newer one.", code="corrected")
