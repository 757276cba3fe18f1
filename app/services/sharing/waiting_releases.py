"""Waiting releases and recalls: decided, but in force only when every gate (required approval) opens.

Only the originators of the exhibit see them. Each approval is a record of its own, such as an attestation. After
each approval `release_if_open` lets a database function check the records and make the release, and logs it as any release.
Not here: which gates a release has (`access/sharing/gates.py`), the approvals (`services/sharing/approvals.py`), and releases
without gates (`services/sharing/releases.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ARRAY, Select, Text, bindparam, delete, literal_column, select, text
from sqlalchemy.dialects.postgresql import JSONB

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing import gates
from app.access.sharing.consents import within
from app.access.sharing.decisions import Conditions, Level
from app.access.sharing.gates import Circumstances, Gate
from app.access.sharing.joint import obtained_by
from app.access.sharing.privilege import PRIVILEGED
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import (
    OPENED_LATER,
    CourtUseAllowed,
    CourtUseEnded,
    EvidenceReleased,
    ExhibitFact,
    ReleaseGivenUp,
    ReleaseWanted,
)
from app.models import Evidence, WaitingRelease
from app.services.sharing import parent_bounds
from app.services.sharing.terms import Resolved
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

MOST: Final = 200


@dataclass(frozen=True, slots=True)
class WaitingDetails:
    """A waiting release as the asking member may see it.

    Attributes:
        row: The waiting release; level 0 means a recall.
        waits_for: The gates that are closed.
        evidence: The exhibit.
        may: The acts that the member may do: `attest`, `confirm`, `agree`, `give_up`.
        lacking: The joint originators that have not agreed.
    """

    row: WaitingRelease
    waits_for: Sequence[Gate]
    evidence: Evidence
    may: Sequence[str]
    lacking: Sequence[UUID] = ()


def gates_of(roster: Roster, originator: UUID, wanted: Resolved, circumstances: Circumstances) -> tuple[Gate, ...]:
    """Return the gates of a release, whether or not somebody gains access by it."""
    own, kind = wanted.party == originator, roster.party_kind(wanted.party)
    return gates.standing(gates.Wish(kind, wanted.party, own=own, by_two=wanted.by_two), circumstances)


def gates_to_wait_for(
    roster: Roster, originator: UUID, wanted: Resolved, present: Conditions | None, circumstances: Circumstances
) -> tuple[Gate, ...]:
    """Return the gates for which a decision has to wait.

    There are none if nobody gains access over the present release `present`. While an exhibit is unverified, every
    decision waits.
    """
    closed = gates_of(roster, originator, wanted, circumstances)
    return closed if Gate.VERIFICATION in closed or not within(wanted.conditions(), present) else ()


def split_by_gates(
    roster: Roster, originator: UUID, resolved: Sequence[Resolved], circumstances: Circumstances
) -> tuple[list[Resolved], list[tuple[Resolved, tuple[Gate, ...]]]]:
    """Split releases into those without gates, and the others with their gates."""
    gated = [(one, gates_of(roster, originator, one, circumstances)) for one in resolved]
    return [one for one, closed in gated if not closed], [(one, closed) for one, closed in gated if closed]


def new_row(seat: Seat, evidence: UUID, wanted: Resolved, closed: Sequence[Gate], now: datetime) -> dict[str, Any]:
    """Return the columns of a new waiting release."""
    columns = wanted.columns(seat, now)
    return {name: columns[name] for name in TERMS} | {
        "id": clock.new_id(),
        "jit": seat.jit,
        "party": wanted.party,
        "evidence": evidence,
        "originator": seat.party,
        "gates": [gate.value for gate in closed],
        "wanted_by": seat.id,
        "wanted_at": now,
    }


def requested_fact(evidence: UUID, wanted: Resolved, closed: Sequence[Gate]) -> ReleaseWanted:
    """Return the audit log fact of a new waiting release."""
    released = wanted.fact(evidence)
    terms = {name: getattr(released, name) for name in ("evidence", "party", "privilege_checked", *TERMS)}
    return ReleaseWanted(**terms, gates=[gate.value for gate in closed])


def demand_openable(exhibit: Evidence, closed: Sequence[Gate]) -> None:
    """Raise `Conflict` if one of the gates can never open, because the exhibit is privileged."""
    if Gate.CLEARANCE in closed and exhibit.privilege == PRIVILEGED:
        raise Conflict("Privilege review found the exhibit privileged. It cannot be released.", code="privileged")


async def request(session: Writing, seat: Seat, evidence: UUID, wanted: Resolved, closed: Sequence[Gate]) -> UUID:
    """Record a waiting release.

    Returns:
        The id of the waiting release.

    Raises:
        Conflict: A release to that party waits already.
        BeyondParents: The release exceeds the release of a parent exhibit.
    """
    await demand_none_waits(session, evidence, wanted.party, wanted.code)
    row = WaitingRelease(**new_row(seat, evidence, wanted, closed, clock.now()))
    session.add(row)
    with parent_bounds.translate_refusal():
        await session.flush()
    await journal.append(session, seat, requested_fact(evidence, wanted, closed))
    return row.id


async def demand_none_waits(session: Reading, evidence: UUID, party: UUID, code: str) -> None:
    """Raise `Conflict` if a release or recall to that party waits already."""
    waits = select(WaitingRelease.id).where(WaitingRelease.evidence == evidence, WaitingRelease.party == party)
    if await session.scalar(waits):
        raise Conflict(
            Phrase("A release to {code} is already awaiting approval. Cancel it first, or wait for it.", code=code),
            code="waits-already",
        )


async def list_all(session: Reading, seat: Seat, evidence: UUID | None) -> list[WaitingDetails]:
    """Return the visible waiting releases of the team or of one exhibit, oldest first, at most `MOST`."""
    query = _select_details().where(WaitingRelease.jit == seat.jit).limit(MOST)
    if evidence is not None:
        query = query.where(WaitingRelease.evidence == evidence)
    return await _load_details(session, seat, query)


async def read(session: Reading, seat: Seat, waiting: UUID) -> WaitingDetails:
    """Return one waiting release. Raise `NotFound`."""
    found = await _load_details(session, seat, _select_details().where(WaitingRelease.id == waiting))
    if not found:
        raise NotFound
    return found[0]


async def give_up(session: Writing, seat: Seat, waiting: UUID, reason: str) -> None:
    """End a waiting release.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Forbidden: The member may not end it.
    """
    row = await lock(session, waiting)
    if "give_up" not in (await read(session, seat, waiting)).may:
        raise Forbidden("Only an originator can cancel its release.", code="originator-only", about=row.evidence)
    await give_up_all(session, seat, row.evidence, reason, party=row.party)


async def give_up_all(
    session: Writing,
    seat: Seat,
    evidence: UUID,
    reason: str,
    *,
    party: UUID | None = None,
    basis: str | None = None,
    recalled: bool = False,
) -> None:
    """Delete waiting releases of an exhibit and log each as given up.

    Args:
        session: The transaction of the request.
        seat: The member who acts.
        evidence: The exhibit.
        reason: The reason, for the audit log.
        party: Only those to this party.
        basis: Only those that rest on this basis.
        recalled: Whether a recall was carried out; then no entry says that a waiting recall was given up.
    """
    ended = delete(WaitingRelease).where(WaitingRelease.evidence == evidence)
    if party is not None:
        ended = ended.where(WaitingRelease.party == party)
    if basis is not None:
        ended = ended.where(WaitingRelease.basis == basis)
    columns = (WaitingRelease.party, WaitingRelease.level, WaitingRelease.court_use, WaitingRelease.basis)
    rows = [_EndedRow(*row) for row in await session.execute(ended.returning(*columns))]
    if not rows:
        return
    roster = await rosters.of(session, seat.jit)
    given_up = [_given_up(evidence, row, roster, reason) for row in rows if row.level or not recalled]
    await journal.append(session, seat, *given_up)


class _EndedRow(NamedTuple):
    """A waiting release that was deleted."""

    party: UUID
    level: int
    court_use: bool | None
    basis: str | None


def _given_up(evidence: UUID, row: _EndedRow, roster: Roster, reason: str) -> ExhibitFact:
    party = roster.party_code(row.party)
    if row.court_use:  # the party knows of the consent, so it is informed of the end
        return CourtUseEnded(evidence=evidence, concerned=row.party, party=party, basis=row.basis or "")
    return ReleaseGivenUp(evidence=evidence, party=party, level=Level(row.level).word, reason=reason)


async def release_if_open(session: Writing, seat: Seat, row: WaitingRelease, roster: Roster) -> bool:
    """Make the release if its last gate is open, and log it for its party.

    Returns:
        Whether the release was made.

    Raises:
        Conflict: The party has left, or something changed at the same moment.
    """
    if roster.has_left(row.party):
        raise Conflict(Phrase("{code} has left the team.", code=roster.party_code(row.party)), code="party-left")
    sentence = "A party leaves the team, or another decision was made at the same moment. Reload the page."
    with refused_as(Conflict(sentence, code="changed-meanwhile")):
        passed = await session.scalar(_PASS, {"waiting": row.id, "kinds": list(OPENED_LATER)})
    if passed:
        await journal.append(session, seat, _released(row, roster))
    return bool(passed)


def _released(row: WaitingRelease, roster: Roster) -> ExhibitFact:
    if row.court_use:
        party = roster.party_code(row.party)
        return CourtUseAllowed(evidence=row.evidence, concerned=row.party, party=party, basis=row.basis or "")
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


async def _load_details(session: Reading, seat: Seat, query: "Select[*tuple[Any, ...]]") -> list[WaitingDetails]:
    rows = (await session.execute(query.order_by(WaitingRelease.id))).all()
    found = []
    for row, closed, asked, exhibit in rows:
        waits_for = [Gate(gate) for gate in closed]
        lacking = asked["lacking"] if Gate.JOINT in waits_for else ()
        may = _may(seat, row, waits_for, exhibit, asked)
        found.append(WaitingDetails(row, waits_for, exhibit, may, [UUID(one) for one in lacking]))
    return found


def _may(
    seat: Seat, row: WaitingRelease, waits_for: Sequence[Gate], exhibit: Evidence, asked: dict[str, Any]
) -> list[str]:
    """Return the acts that the member may do now, from the database's answer and the member's role.

    Any originator can end a release that gives access; a waiting recall only the party that decided it.
    """
    keeps, leads = seat.party == row.originator, Role.LEADER in seat.roles
    signs = keeps and (leads or (Role.MEMBER in seat.roles and asked["brought"]))
    ends = obtained_by(seat.party, row.originator, exhibit.joint) and (row.level > 0 or asked["ours"])
    acts = {
        "attest": Gate.ATTESTATION in waits_for and signs,
        "confirm": Gate.SECOND_LEADER in waits_for and asked["seconds"],
        "agree": Gate.JOINT in waits_for and asked["agrees"],
        "give_up": leads and ends,
    }
    return [act for act, may in acts.items() if may]


async def lock(session: Writing, waiting: UUID) -> WaitingRelease:
    """Return a waiting release with its exhibit locked, which withdrawal and recall also lock first.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
    """
    row = await session.scalar(select(WaitingRelease).where(WaitingRelease.id == waiting))
    if row is None:
        raise NotFound
    await session.scalar(select(Evidence.id).where(Evidence.id == row.evidence).with_for_update(key_share=True))
    await parent_bounds.hold_bounds(session, row.evidence)
    still = await session.scalar(select(WaitingRelease.id).where(WaitingRelease.id == waiting))
    if still is None:
        raise NotFound
    return row


def _select_details() -> "Select[*tuple[Any, ...]]":
    return select(WaitingRelease, _CLOSED, _ASKED, Evidence).join(
        Evidence, (Evidence.jit == WaitingRelease.jit) & (Evidence.id == WaitingRelease.evidence)
    )


TERMS: Final = ("level", "authorities", "seats", "not_before", "until", "purposes", "basis")
_CLOSED: Final = literal_column(
    "array(select g from unnest(waiting_releases.gates) g where not gate_is_open(g, waiting_releases))", ARRAY(Text)
)
#: `brought`: the member registered the exhibit or uploaded a file; `seconds`: may confirm as second leader;
#: `agrees`: may agree for a joint originator; `ours`: its own party decided; `lacking`: parties yet to agree.
_ASKED: Final = literal_column(
    "jsonb_build_object('brought', evidence.registered_by = asking_seat() or exists"
    " (select 1 from files f where f.evidence = evidence.id and f.uploaded_by = asking_seat()),"
    " 'seconds', may_second(waiting_releases.id), 'agrees', may_agree(waiting_releases.id),"
    " 'ours', exists (select 1 from members m where m.id = waiting_releases.wanted_by and m.party = asking_party()),"
    " 'lacking', lacking(waiting_releases))",
    JSONB,
)
_PASS: Final = text("select pass_release(:waiting, :kinds)").bindparams(bindparam("kinds", type_=ARRAY(Text)))
