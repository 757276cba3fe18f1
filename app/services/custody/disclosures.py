"""Disclosures: give an exhibit to court proceedings, and record it with the hash of each file.

A disclosure has the conditions of any use; H1 also requires the originator's consent. The receipt of the ledger entry
proves it to others.

Not here: the access decision (`access/sharing/decisions.py`) and recalls (`services/sharing/recalls.py`).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid as UuidType
from sqlalchemy import bindparam, insert, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from app import clock
from app.access.seats import Seat
from app.access.sharing.decisions import Act
from app.database import Reading, Writing
from app.errors import NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceDisclosed
from app.models import Disclosure
from app.services.custody import openings
from app.services.custody.openings import Intent
from app.services.sharing import use_limits
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_INSERT: Final = insert(Disclosure).execution_options(dml_strategy="raw")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Court, proceeding, file number there, and disclosure schedule."""

    court: str
    proceeding: str
    file_number: str
    schedule: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Which disclosures to list.

    Attributes:
        side: `ours`: made by the own party; `others`: made by others, of exhibits that the own party contributed.
        evidence: Only disclosures of this exhibit.
    """

    side: str | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class DisclosureDetails:
    """A disclosure as a member sees it. `position`: ledger position of its entry, once it has one."""

    disclosure: Disclosure
    seat: Seat
    roster: Roster
    position: int | None


async def disclose(
    session: Writing, seat: Seat, evidence: UUID, intent: Intent, to: Recipient, *, read_limits: bool = False
) -> UUID:
    """Record a disclosure and return its id. `read_limits`: the member confirms to have read the limits of use.

    Raises:
        NotFound, Forbidden, Conflict: As `openings.admit`. Nothing was disclosed.
        Conflict: The exhibit has limits of use, and the member does not confirm them.
    """
    assert intent.act is Act.DISCLOSE
    admitted = await openings.admit(session, seat, evidence, intent)
    exhibit, release = admitted.exhibit, admitted.release
    limits = use_limits.demand_acknowledged(await use_limits.of(session, [evidence]), acknowledged=read_limits)
    fields: dict[str, Any] = asdict(to) | {"purpose": intent.purpose.value, "files": openings.named(admitted.files)}
    row = fields | {
        "id": clock.new_id(),
        "jit": seat.jit,
        "evidence": evidence,
        "exhibit_number": exhibit.exhibit_number,
        "title": exhibit.title,
        "originator": exhibit.originator,
        "own_seats": release.own_seats,
        "party": seat.party,
        "authorities": release.authorities,
        "seats": release.seats,
        "seat": seat.id,
        "disclosed_at": clock.now(),
        "limits_of_use": limits,
        "version": 1,
    }
    await session.execute(_INSERT, row)
    fact = EvidenceDisclosed(
        evidence=evidence,
        disclosure=row["id"],
        justification=intent.justification,
        acknowledged=admitted.acknowledged,
        limits_of_use=use_limits.in_entry(limits),
        **fields,
    )
    await journal.append(session, seat, fact)
    return UUID(str(row["id"]))


async def list_all(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[DisclosureDetails]:
    """Return the disclosures made by the member's party or of its exhibits, newest first, older than `before`."""
    query = select(Disclosure).order_by(Disclosure.id.desc()).limit(limit)
    if filters.side == "ours":
        query = query.where(Disclosure.party == seat.party)
    if filters.side == "others":
        query = query.where(Disclosure.originator == seat.party, Disclosure.party != seat.party)
    if filters.evidence is not None:
        query = query.where(Disclosure.evidence == filters.evidence)
    if before is not None:
        query = query.where(Disclosure.id < before)
    return await _details(session, seat, (await session.scalars(query)).all())


async def read(session: Reading, seat: Seat, disclosure: UUID) -> DisclosureDetails:
    """Return a disclosure.

    Raises:
        NotFound: It is absent, or not visible to the member any more.
    """
    rows = (await session.scalars(select(Disclosure).where(Disclosure.id == disclosure))).all()
    if not rows:
        raise NotFound
    return (await _details(session, seat, rows))[0]


async def _details(session: Reading, seat: Seat, rows: Sequence[Disclosure]) -> list[DisclosureDetails]:
    roster = await rosters.of(session, seat.jit)
    found = await session.execute(_POSITIONS, {"ids": [row.id for row in rows]}) if rows else ()
    positions = {row.about: row.position for row in found}
    return [DisclosureDetails(row, seat, roster, positions.get(row.id)) for row in rows]


_POSITIONS: Final = text(
    "select h.about, p.position from headers h join positions p on p.entry = h.entry"
    " where h.about = any (:ids) and h.kind = 'evidence.disclosed'"
).bindparams(bindparam("ids", type_=ARRAY(UuidType)))
