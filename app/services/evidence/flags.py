"""Flag potentially exculpatory material under H1 or H2: set by a reader, decided by the originator.

A restriction on use does not remove the duty to disclose exculpatory material (Directive 2012/13/EU Art. 7(2), (3);
ECHR Art. 6). A flag alerts the originator's leaders until one of them decides. It remains in the table and in custody
whatever happens to the exhibit.

Not here: consent requests for other reasons (`services/sharing/consents.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select

from app import clock
from app.access.reasons import sentence
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Level, decide
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import CourtUseAllowed, EvidenceFlagged, FlagDecided
from app.models import Evidence, Flag, Release
from app.services.sharing import four_eyes, joint, parent_bounds
from app.services.sharing.terms import conditions, decision_input
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_INSERT: Final = insert(Flag).execution_options(dml_strategy="raw")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which flags to list.

    Attributes:
        side: `ours`: set by the own party; `others`: set on exhibits that the own party contributed.
        undecided: Only flags without (`True`) or with (`False`) a decision.
        evidence: Only flags of this exhibit.
    """

    side: str | None = None
    undecided: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class FlagDetails:
    """A flag as a member sees it."""

    flag: Flag
    seat: Seat
    roster: Roster

    @property
    def may_decide(self) -> bool:
        """Whether this member may decide about the flag now."""
        return self.flag.decision is None and _decides(self.seat, self.flag)


def _decides(seat: Seat, flag: Flag) -> bool:
    return seat.party == flag.originator and seat.may(Permission.RELEASE_GRANT)


async def set_flag(session: Writing, seat: Seat, evidence: UUID, exonerates: str, justification: str) -> UUID:
    """Flag an exhibit and return the flag's id.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not flag it.
    """
    exhibit, release = await _to_flag(session, seat, evidence)
    row: dict[str, Any] = {
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
        "exonerates": exonerates,
        "flagged_at": clock.now(),
        "version": 1,
    }
    await session.execute(_INSERT, row)
    flag = Flag(**row)
    fact = EvidenceFlagged(
        evidence=evidence,
        holding=flag,
        flag=flag.id,
        party=seat.party_code or "",
        exonerates=exonerates,
        justification=justification,
    )
    await journal.append(session, seat, fact)
    return flag.id


async def answer(session: Writing, seat: Seat, flag: UUID, decision: str, because: str, *, expected: int) -> None:
    """Decide about a flag.

    Raises:
        NotFound: The flag is absent or invisible to the member.
        Forbidden: The member is not a leader of the originator.
        Conflict: It is decided already, or the flagging party no longer has a release.
        Stale: Another leader decided at the same time.
    """
    seen = await find(session, flag)
    if not _decides(seat, seen):
        raise Forbidden(
            "Only a leader of the originator can decide this.",
            code="originator-only",
            about=seen.evidence,
        )
    if seen.decision is not None:
        raise Conflict("This was already decided and cannot be changed.", code="flag-decided")
    async with parent_bounds.limit_attempts(session, seat, seen.evidence if decision == "consented" else None):
        await _answer(session, seat, seen, decision, because, expected)


async def _answer(session: Writing, seat: Seat, seen: Flag, decision: str, because: str, expected: int) -> None:
    if decision == "consented":
        await _allow_in_court(session, seat, seen)
    found = await _lock(session, seen, expected)
    found.decision, found.because = decision, because
    found.decided_by, found.decided_at = seat.id, clock.now()
    found.version += 1
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    party = roster.party_code(found.party)
    fact = FlagDecided(
        evidence=found.evidence, holding=found, flag=found.id, party=party, decision=decision, because=because
    )
    await journal.append(session, seat, fact)


async def find(session: Reading, flag: UUID) -> Flag:
    """Return a flag that the member may see.

    Raises:
        NotFound: The flag is absent or invisible to the member.
    """
    found = (await session.scalars(select(Flag).where(Flag.id == flag))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def read(session: Reading, seat: Seat, flag: UUID) -> FlagDetails:
    """Return one flag with what its view shows.

    Raises:
        NotFound: The flag is absent or invisible to the member.
    """
    return FlagDetails(await find(session, flag), seat, await rosters.of(session, seat.jit))


async def list_all(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[FlagDetails]:
    """Return the flags that the member may see, newest first, older than `before`."""
    query = select(Flag).where(Flag.jit == seat.jit).order_by(Flag.id.desc()).limit(limit)
    if filters.side == "ours":
        query = query.where(Flag.party == seat.party)
    if filters.side == "others":
        query = query.where(Flag.originator == seat.party)
    if filters.undecided is not None:
        query = query.where(Flag.decision.is_(None) if filters.undecided else Flag.decision.is_not(None))
    if filters.evidence is not None:
        query = query.where(Flag.evidence == filters.evidence)
    if before is not None:
        query = query.where(Flag.id < before)
    rows = (await session.scalars(query)).all()
    roster = await rosters.of(session, seat.jit)
    return [FlagDetails(row, seat, roster) for row in rows]


async def list_undecided(session: Reading, seat: Seat, most: int) -> Sequence[Flag]:
    """Return the flags about which this member has to decide, oldest first."""
    if not seat.may(Permission.RELEASE_GRANT) or seat.party is None:
        return ()
    query = select(Flag).where(Flag.jit == seat.jit, Flag.originator == seat.party, Flag.decision.is_(None))
    return (await session.scalars(query.order_by(Flag.id).limit(most))).all()


async def _to_flag(session: Writing, seat: Seat, evidence: UUID) -> tuple[Evidence, Release]:
    """Return the exhibit and the release to the member's party, locked until the transaction ends.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not flag it.
    """
    mine = select(Release).where(Release.evidence == evidence, Release.party == seat.party).with_for_update(read=True)
    release = (await session.scalars(mine)).one_or_none()
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    rows = [] if release is None else [conditions(release)]
    decision = decide(seat, decision_input(exhibit), rows, clock.now(), Act.FLAG)
    if not decision.allowed or release is None:
        code = decision.because[0]
        raise Forbidden(sentence(code), code=code.replace("_", "-"), tried=Act.FLAG)
    assert decision.level >= Level.READABLE
    return exhibit, release


async def _lock(session: Writing, seen: Flag, expected: int) -> Flag:
    """Lock the flag and read it again.

    Raises:
        Stale: The flag was changed since the member read it.
    """
    query = select(Flag).where(Flag.id == seen.id).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()  # none: it was decided at the same time
    if found is None or found.version != expected:
        current = {"version": expected if found is None else found.version}
        raise Stale("Another leader has already decided. Reload the exhibit.", extra={"current": current})
    return found


async def _allow_in_court(session: Writing, seat: Seat, flag: Flag) -> None:
    """Allow the flagging party to use the exhibit in proceedings, or request it if approvals are required.

    Raises:
        Conflict: The party no longer has a release.
    """
    await parent_bounds.hold_bounds(session, flag.evidence)
    query = select(Release).where(Release.evidence == flag.evidence, Release.party == flag.party).with_for_update()
    row = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if row is None:
        raise Conflict(
            "That party no longer sees the exhibit. Disclose it yourself, or release it first.",
            code="recalled",
        )
    if row.court_use:
        return
    roster = await rosters.of(session, seat.jit)
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == flag.evidence))).one()
    among = await four_eyes.gate_circumstances(session, seat, exhibit)
    if await joint.request_court_use(session, seat, roster, exhibit, row, among, f"flag:{flag.id}"):
        return
    row.court_use, row.version = True, row.version + 1
    with parent_bounds.translate_refusal():
        await session.flush()
    party = roster.party_code(flag.party)
    fact = CourtUseAllowed(evidence=flag.evidence, concerned=flag.party, party=party, basis=f"flag:{flag.id}")
    await journal.append(session, seat, fact)
