"""Releases and recalls that wait: wanted by a leader, kept from being done until the last gate before them opens.

Their originator alone knows of them. What opens a gate is a record of its own (an attestation); `settle` then lets the
database make the row, which looks at the records itself, and says so in the ledger as of any other release.
Deliberately not here: which gates stand (`access/gates.py`), and releases that wait for nothing (`services/releases.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, Select, Text, bindparam, delete, literal_column, select, text

from app import clock
from app.access import gates
from app.access.consents import within
from app.access.decisions import Conditions, Level
from app.access.gates import Circumstances, Gate
from app.access.privilege import PRIVILEGED
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound
from app.ledger import journal
from app.ledger.facts import (
    OPENED_LATER,
    EvidenceReleased,
    ReleaseAttested,
    ReleaseGivenUp,
    ReleaseWanted,
)
from app.models import Attestation, Evidence, WaitingRelease
from app.services import derivations
from app.services import roster as rosters
from app.services.roster import Roster
from app.services.terms import Resolved

MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting release with what the asker may know of it. `waits_for`: the gates that are closed still."""

    row: WaitingRelease
    waits_for: Sequence[Gate]
    evidence: Evidence
    may: Sequence[str]


@dataclass(frozen=True, slots=True)
class Word:
    """What an attestation says."""

    necessity: str
    proportionality: str
    transfer_basis: str
    record: str


def before(roster: Roster, originator: UUID, wanted: Resolved, among: Circumstances) -> tuple[Gate, ...]:
    """The gates that stand before a release."""
    wish = gates.Wish(roster.party_kind(wanted.party), own=wanted.party == originator, by_two=wanted.by_two)
    return gates.standing(wish, among)


def keeping(
    roster: Roster, originator: UUID, wanted: Resolved, stood: Conditions | None, among: Circumstances
) -> tuple[Gate, ...]:
    """The gates for which a decision waits: none where nobody gains over what stood. In quarantine nothing is decided at once."""
    closed = before(roster, originator, wanted, among)
    return closed if Gate.VERIFICATION in closed or not within(wanted.conditions(), stood) else ()


def parted(
    roster: Roster, originator: UUID, resolved: Sequence[Resolved], among: Circumstances
) -> tuple[list[Resolved], list[tuple[Resolved, tuple[Gate, ...]]]]:
    """Those before which no gate stands, and the others with theirs."""
    gated = [(one, before(roster, originator, one, among)) for one in resolved]
    return [one for one, closed in gated if not closed], [(one, closed) for one, closed in gated if closed]


def row_of(seat: Seat, evidence: UUID, wanted: Resolved, closed: Sequence[Gate], now: datetime) -> dict[str, Any]:
    """The row of a wish."""
    columns = wanted.columns(seat, now)
    return {name: columns[name] for name in _TERMS} | {
        "id": clock.new_id(),
        "jit": seat.jit,
        "party": wanted.party,
        "evidence": evidence,
        "originator": seat.party,
        "gates": [gate.value for gate in closed],
        "wanted_by": seat.id,
        "wanted_at": now,
    }


def wanted(evidence: UUID, wish: Resolved, closed: Sequence[Gate]) -> ReleaseWanted:
    """What the ledger says of a wish."""
    said = wish.fact(evidence)
    terms = {name: getattr(said, name) for name in ("evidence", "party", *_TERMS)}
    return ReleaseWanted(**terms, gates=[gate.value for gate in closed])


def demand_openable(exhibit: Evidence, closed: Sequence[Gate]) -> None:
    """Raises `Conflict` where one of the gates never opens."""
    if Gate.CLEARANCE in closed and exhibit.privilege == PRIVILEGED:
        raise Conflict("A filter seat found the exhibit privileged; it is released to nobody.", code="privileged")


async def want(session: Writing, seat: Seat, evidence: UUID, wish: Resolved, closed: Sequence[Gate]) -> UUID:
    """Let a release wait; its id. Raises `Conflict` when one waits for that party already."""
    waits = select(WaitingRelease.id).where(WaitingRelease.evidence == evidence, WaitingRelease.party == wish.party)
    if await session.scalar(waits):
        raise Conflict(
            f"A release to {wish.code} waits already. Give it up first, or let it pass. Nothing was changed.",
            code="waits-already",
        )
    row = WaitingRelease(**row_of(seat, evidence, wish, closed, clock.now()))
    session.add(row)
    with derivations.held_to_parents():
        await session.flush()
    await journal.append(session, seat, wanted(evidence, wish, closed))
    return row.id


async def list_all(session: Reading, seat: Seat, evidence: UUID | None) -> list[Waiting]:
    """What waits in the team, or of one exhibit, as far as the seat may know, the longest first."""
    query = _all().where(WaitingRelease.jit == seat.jit).limit(MOST)
    if evidence is not None:
        query = query.where(WaitingRelease.evidence == evidence)
    return await _found(session, seat, query)


async def read(session: Reading, seat: Seat, waiting: UUID) -> Waiting:
    """One of them. Raises `NotFound`."""
    found = await _found(session, seat, _all().where(WaitingRelease.id == waiting))
    if not found:
        raise NotFound
    return found[0]


async def attest(session: Writing, seat: Seat, waiting: UUID, word: Word) -> UUID:
    """Sign for a release that goes beyond the Union; the exhibit. Raises `NotFound`, `Forbidden`, `Conflict`."""
    row = await lock(session, waiting)
    found = await read(session, seat, waiting)
    if Gate.ATTESTATION not in found.waits_for:
        raise Conflict("This release waits for no attestation (any more). Nothing was signed.", code="gate-open")
    if "attest" not in found.may:
        raise Forbidden(
            "Who registered the exhibit or sent a file of it signs, or a leader of its originator. Nothing was signed.",
            code="not-the-uploader",
            about=row.evidence,
        )
    demand_time(row)
    said = {name: getattr(word, name) for name in ("necessity", "proportionality", "transfer_basis", "record")}
    place = {"jit": row.jit, "evidence": row.evidence, "party": row.party}
    session.add(Attestation(waiting=row.id, **place, **said, signed_by=seat.id, signed_at=clock.now()))
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    party, level = roster.party_code(row.party), Level(row.level).word
    await journal.append(session, seat, ReleaseAttested(evidence=row.evidence, party=party, level=level, **said))
    await settle(session, seat, row, roster)
    return row.evidence


async def give_up(session: Writing, seat: Seat, waiting: UUID, reason: str) -> None:
    """The release will not be. Raises `NotFound`, `Forbidden`."""
    row = await lock(session, waiting)
    if seat.party != row.originator:
        raise Forbidden("Only the originator gives up its release.", code="originator-only", about=row.evidence)
    await drop(session, seat, row.evidence, reason, party=row.party)


async def drop(
    session: Writing,
    seat: Seat,
    evidence: UUID,
    reason: str,
    *,
    party: UUID | None = None,
    basis: str | None = None,
    recalled: bool = False,
) -> None:
    """End the waiting for an exhibit, or for one party of it, or only of what rests on `basis`. `recalled`: a recall is done."""
    ended = delete(WaitingRelease).where(WaitingRelease.evidence == evidence)
    if party is not None:
        ended = ended.where(WaitingRelease.party == party)
    if basis is not None:
        ended = ended.where(WaitingRelease.basis == basis)
    rows = (await session.execute(ended.returning(WaitingRelease.party, WaitingRelease.level))).all()
    if not rows:
        return
    roster = await rosters.of(session, seat.jit)
    given_up = [
        ReleaseGivenUp(
            evidence=evidence, party=roster.party_code(row.party), level=Level(row.level).word, reason=reason
        )
        for row in rows
        if row.level or not recalled
    ]
    await journal.append(session, seat, *given_up)


async def settle(session: Writing, seat: Seat, row: WaitingRelease, roster: Roster) -> bool:
    """Let the release pass if its last gate is open: then it is a row, and its party hears of it."""
    passed = await session.scalar(_PASS, {"waiting": row.id, "kinds": list(OPENED_LATER)})
    if passed:
        await journal.append(session, seat, _released(row, roster))
    return bool(passed)


def _released(row: WaitingRelease, roster: Roster) -> EvidenceReleased:
    return EvidenceReleased(
        evidence=row.evidence,
        concerned=row.party,
        party=roster.party_code(row.party),
        level=Level(row.level).word,
        authorities=roster.authority_codes(row.authorities),
        seats=roster.seat_codes(row.seats),
        not_before=clock.rfc3339(row.not_before) if row.not_before else None,
        until=clock.rfc3339(row.until) if row.until else None,
        purposes=row.purposes,
        basis=row.basis,
    )


async def _found(session: Reading, seat: Seat, query: "Select[*tuple[Any, ...]]") -> list[Waiting]:
    rows = (await session.execute(query.order_by(WaitingRelease.id))).all()
    found = []
    for row, closed, brought, seconds, exhibit in rows:
        waits_for = [Gate(gate) for gate in closed]
        found.append(Waiting(row, waits_for, exhibit, _may(seat, row, waits_for, brought=brought, seconds=seconds)))
    return found


def _may(seat: Seat, row: WaitingRelease, waits_for: Sequence[Gate], *, brought: bool, seconds: bool) -> list[str]:
    """What this seat may do about it now. `brought`: it registered the exhibit, or sent a file of it; `seconds`: a second leader."""
    leads = seat.party == row.originator and Role.LEADER in seat.roles
    signs = leads or (seat.party == row.originator and Role.MEMBER in seat.roles and brought)
    acts = {
        "attest": Gate.ATTESTATION in waits_for and signs,
        "confirm": Gate.SECOND_LEADER in waits_for and seconds,
        "give_up": leads,
    }
    return [act for act, may in acts.items() if may]


def demand_time(row: WaitingRelease) -> None:
    """Raises `Conflict` for a wish whose time is over."""
    if row.until is not None and row.until <= clock.now():
        raise Conflict("The release would be over already; give it up. Nothing was signed.", code="wish-over")


async def lock(session: Writing, waiting: UUID) -> WaitingRelease:
    """The row, with its exhibit locked, as whoever withdraws or recalls locks it first. Raises `NotFound`, `Forbidden`."""
    row = await session.scalar(select(WaitingRelease).where(WaitingRelease.id == waiting))
    if row is None:
        raise NotFound
    await session.scalar(select(Evidence.id).where(Evidence.id == row.evidence).with_for_update(key_share=True))
    await derivations.hold_bounds(session, row.evidence)
    still = await session.scalar(select(WaitingRelease.id).where(WaitingRelease.id == waiting))
    if still is None:
        raise NotFound
    return row


def _all() -> "Select[*tuple[Any, ...]]":
    return select(WaitingRelease, _CLOSED, _BROUGHT, _SECONDS, Evidence).join(
        Evidence, (Evidence.jit == WaitingRelease.jit) & (Evidence.id == WaitingRelease.evidence)
    )


_TERMS: Final = ("level", "authorities", "seats", "not_before", "until", "purposes", "basis")
_CLOSED: Final = literal_column(
    "array(select g from unnest(waiting_releases.gates) g where not gate_is_open(g, waiting_releases))", ARRAY(Text)
)
_BROUGHT: Final = literal_column(
    "evidence.registered_by = asking_seat() or exists"
    " (select 1 from files f where f.evidence = evidence.id and f.uploaded_by = asking_seat())",
    Boolean,
)
_SECONDS: Final = literal_column("may_second(waiting_releases.id)", Boolean)
_PASS: Final = text("select pass_release(:waiting, :kinds)").bindparams(bindparam("kinds", type_=ARRAY(Text)))
