"""Exhibits: registered, listed, read.

Reads go through row-level security; lists are driven from the releases, newest first, so that they cost the same however
large the pool and however little of it a party may see. Deliberately not here: files, releases, openings, and what its
originator changes of an exhibit (`services/evidence_changes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from app import clock
from app.access import privilege
from app.access.decisions import Act, Decision, Exhibit, Level, decide
from app.access.evaluation import UNASSESSED, Evaluation
from app.access.gates import Circumstances
from app.access.rules import Marked, Rule
from app.access.seats import Seat
from app.connections import Driven
from app.database import Reading, Writing
from app.errors import NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceClosed, EvidenceEvaluated, EvidenceRegistered, ExhibitFact
from app.models import Derivation, Evidence, File, Provenance, Release, WaitingRelease
from app.services import (
    access_rules,
    acknowledgements,
    contributions,
    derivations,
    filter_teams,
    four_eyes,
    holds,
    waiting_releases,
)
from app.services import releases as release_service
from app.services import retention_rules as keeping
from app.services import roster as rosters
from app.services.derivations import Inheritance, Named
from app.services.numbers import random_characters
from app.services.roster import Roster
from app.services.terms import Terms, conditions, facts_of, resolve_all

_NUMBER_LENGTH: Final = 8
_LOT: Final = 10  # exhibits entered at once: what is reckoned between two statements keeps no other request waiting
_OBTAINED: Final = ("description", "acquired_zone", "acquired_by", "place", "legal_basis", "handling_text")

#: Rows as they are: nothing is read back, so that no policy of reading is asked before the release is there.
_INSERT: Final = {
    table: insert(table).execution_options(dml_strategy="raw")
    for table in (Evidence, Derivation, Release, Provenance, WaitingRelease)
}
_WITH_FILES: Final = Driven.of(
    select(Evidence, Provenance, File)
    .outerjoin(Provenance, Provenance.evidence == Evidence.id)
    .outerjoin(File, File.evidence == Evidence.id)
    .where(Evidence.id == bindparam("evidence"))
    .order_by(File.id)
)


@dataclass(frozen=True, slots=True)
class Registration:
    """An exhibit as its contributor states it. `releases` None: as its party's standing rules say.

    `inheritance`: what its parents give, once they were looked at.
    """

    title: str
    kind: str
    category: str
    description: str | None
    acquired_at: datetime
    acquired_zone: str | None
    acquired_by: str
    place: str
    legal_basis: str
    handling: Sequence[str]
    handling_text: str | None
    tlp: str
    declared_hashes: Sequence[dict[str, str]]
    releases: Sequence[Terms] | None
    evaluation: Evaluation = UNASSESSED
    may_hold_privileged: bool = False
    derived_from: Sequence[Named] = ()
    inheritance: Inheritance = derivations.NOTHING
    retention: str | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """An exhibit as one seat may see it. `provenance` None and no files: not readable to it. `facts`: as it is decided of."""

    evidence: Evidence
    facts: Exhibit
    level: Level
    provenance: Provenance | None
    files: Sequence[File]
    releases: Sequence[Release]
    roster: Roster
    decisions: dict[Act, Decision]


@dataclass(frozen=True, slots=True)
class Ground:
    """On what a registration stands: who is there, its party's rules, what the gates read, and how long it is kept."""

    roster: Roster
    rules: Sequence[Rule]
    among: Circumstances
    retention: keeping.Rule


@dataclass(frozen=True, slots=True)
class Entering:
    """An exhibit about to be entered, with every row that it brings and what the ledger will say."""

    evidence: dict[str, Any]
    provenance: dict[str, Any]
    derivations: list[dict[str, Any]]
    releases: list[dict[str, Any]]
    waiting: list[dict[str, Any]]
    facts: list[ExhibitFact]


async def register(session: Writing, seat: Seat, what: Registration) -> Whole:
    """Enter an exhibit with its releases, at once. Raises `Conflict`, `Forbidden`, `Invalid`: then nothing was created."""
    ground = await _ground(session, seat, [what])
    entering = _entering(ground, seat, what, clock.now())
    admitted = await _enter(session, seat, [entering])
    evidence, provenance = Evidence(**entering.evidence), Provenance(**entering.provenance)
    releases = sorted((*(Release(**row) for row in entering.releases), *admitted), key=lambda one: one.party)
    return _whole(seat, evidence, provenance, (), releases, ground.roster, facts_of(evidence))


async def register_many(session: Writing, seat: Seat, whats: Sequence[Registration]) -> list[dict[str, Any]]:
    """Enter them all, or none; the rows of `evidence`, in order. Raises as `register`, and names `items.17.title`."""
    ground, now = await _ground(session, seat, whats), clock.now()
    entering = [_entering(ground, seat, what, now, f"items.{at}.") for at, what in enumerate(whats)]
    for start in range(0, len(entering), _LOT):
        await _enter(session, seat, entering[start : start + _LOT])
    return [one.evidence for one in entering]


async def _ground(session: Reading, seat: Seat, whats: Sequence[Registration]) -> Ground:
    """Who is named is looked up, the whole roster only where somebody within a party is; rules, where nothing is named."""
    await contributions.demand_open(session, seat)
    ruled = any(what.releases is None for what in whats)
    standing = await access_rules.standing(session, seat) if ruled else []
    named = (terms for what in whats for terms in what.releases or ())
    terms: list[Rule | Terms] = [*standing, *named]
    within = any(one.seats is not None or one.authorities is not None for one in terms)
    roster = await rosters.of(session, seat.jit) if within else await rosters.brief(session, seat)
    demands = await four_eyes.demands(session, seat) if terms else frozenset()
    kept = await keeping.standing(session, seat.jit)
    among = Circumstances(unverified=contributions.entering(seat) is not None, demands=demands)
    return Ground(roster, standing, among, kept)


def _entering(ground: Ground, seat: Seat, what: Registration, now: datetime, place: str = "") -> Entering:
    """What a registration brings. `place`: where it stands in the input. Raises `Invalid`, `Forbidden`, `Conflict`."""
    party, code = contributions.contributor(seat)
    if what.releases is None:
        resolved = access_rules.given(ground.roster, seat, ground.rules, Marked.of(what), now)
    else:
        resolved = resolve_all(ground.roster, seat, what.releases, what.tlp, now, f"{place}releases")
    derivations.demand_named_within(what.inheritance, resolved, party, f"{place}releases")
    among = replace(ground.among, unchecked=what.may_hold_privileged)
    passing, gated = waiting_releases.parted(ground.roster, party, resolved, among)
    evidence = clock.new_id()
    listed: dict[str, Any] = {name: getattr(what, name) for name in ("title", "category", "tlp")} | {
        "handling": list(what.handling),
        "exhibit_number": f"{code}-{now.year}-{random_characters(_NUMBER_LENGTH)}",
    }
    obtained: dict[str, Any] = {name: getattr(what, name) for name in _OBTAINED} | {
        "declared_hashes": list(what.declared_hashes)
    }
    key = {"id": evidence, "jit": seat.jit, "originator": party, "kind": what.kind, "status": "active", "version": 1}
    closed = privilege.UNCHECKED if what.may_hold_privileged else None
    key |= {"verification": contributions.entering(seat), "bound": what.inheritance.bound, "privilege": closed}
    key |= keeping.entering(ground.retention, seat, what.retention, now)
    made = {"registered_by": seat.id, "registered_at": now, "files_count": 0, "files_bytes": 0}
    said: dict[str, Any] = {
        "exhibit_kind": what.kind,
        "originator": code,
        "acquired_at": clock.rfc3339(what.acquired_at),
    }
    registered = EvidenceRegistered(evidence=evidence, **said, **listed, **obtained)
    evaluated = [] if what.evaluation == UNASSESSED else [evaluation_stated(evidence, what.evaluation)]
    return Entering(
        evidence=key | made | listed,
        provenance={"evidence": evidence, "jit": seat.jit, "acquired_at": what.acquired_at}
        | obtained
        | what.evaluation.columns(),
        derivations=derivations.rows(seat, evidence, what.derived_from),
        releases=release_service.first_rows(
            seat, evidence, passing, now, ruled=what.releases is None, names=what.inheritance.names
        ),
        waiting=[waiting_releases.row_of(seat, evidence, *one, now) for one in gated],
        facts=[
            registered,
            *evaluated,
            *([EvidenceClosed(evidence=evidence, reason=None)] if closed else []),
            *derivations.inherited(evidence, what.derived_from, what.inheritance),
            *keeping.first_facts(seat, evidence, what.retention, key),
            *(one.fact(evidence) for one in passing if one.party != party),
            *(waiting_releases.wanted(evidence, *one) for one in gated),
        ],
    )


async def _enter(session: Writing, seat: Seat, entering: Sequence[Entering]) -> list[Release]:
    """Exhibits, releases, provenances and entries, in one transaction: nobody ever sees the one without the other.

    The exhibit comes first, because a release copies from it what its party's list is sorted by. The rows by which
    administrators read what is in quarantine.
    """
    await session.execute(_INSERT[Evidence], [one.evidence for one in entering])
    if derived := [row for one in entering for row in one.derivations]:
        with derivations.still_derivable():
            await session.execute(_INSERT[Derivation], derived)
    with release_service.told_of_changed_rules(), derivations.held_to_parents():
        await session.execute(_INSERT[Release], [row for one in entering for row in one.releases])
    admitted = [
        row
        for one in entering
        if one.evidence["verification"] is not None
        for row in await contributions.admit_administrators(session, one.evidence["id"])
    ]
    await session.execute(_INSERT[Provenance], [one.provenance for one in entering])
    if waiting := [row for one in entering for row in one.waiting]:
        with release_service.told_of_changed_rules(), derivations.held_to_parents():
            await session.execute(_INSERT[WaitingRelease], waiting)
    beginnings = [
        journal.Beginning(
            one.evidence["id"],
            [
                *(Release(**row) for row in one.releases),
                *(row for row in admitted if row.evidence == one.evidence["id"]),
            ],
            one.facts,
        )
        for one in entering
    ]
    await journal.append_first(session, seat, beginnings)
    return admitted


def evaluation_stated(
    evidence: UUID, evaluation: Evaluation, former: Evaluation = UNASSESSED, reason: str | None = None
) -> EvidenceEvaluated:
    """What the ledger says of an assessment."""
    return EvidenceEvaluated(evidence=evidence, former=former.said(), evaluation=evaluation.said(), reason=reason)


async def read(session: Reading, seat: Seat, evidence: UUID) -> Whole:
    """Everything about one exhibit that the seat may see. Raises `NotFound`."""
    rows = await session.joined(_WITH_FILES, evidence=evidence)
    if not rows:
        raise NotFound
    exhibit, provenance, _ = rows[0]
    files = [file for _, _, file in rows if file is not None]
    releases = await release_service.rows_of(session, evidence)
    owed = await acknowledgements.owed(session, seat, exhibit)
    roster = await rosters.of(session, seat.jit)
    on_hold = exhibit.originator == seat.party and await holds.stand(session, evidence)
    filters = await filter_teams.filters(session, seat, exhibit)
    facts = facts_of(exhibit, acknowledged=owed is None, on_hold=on_hold, filters=filters)
    return _whole(seat, exhibit, provenance, files, releases, roster, facts)


def _whole(
    seat: Seat,
    exhibit: Evidence,
    provenance: Provenance | None,
    files: Sequence[File],
    releases: Sequence[Release],
    roster: Roster,
    facts: Exhibit,
) -> Whole:
    now = clock.now()
    rows = [conditions(release) for release in releases]
    decisions = {act: decide(seat, facts, rows, now, act) for act in Act}
    return Whole(exhibit, facts, decisions[Act.LIST].level, provenance, files, releases, roster, decisions)


async def demand_visible(session: Reading, evidence: UUID) -> None:
    """Raises `NotFound` for what is absent or invisible."""
    if (await session.scalars(select(Evidence.id).where(Evidence.id == evidence))).one_or_none() is None:
        raise NotFound
