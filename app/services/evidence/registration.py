"""Register exhibits: one path for a single exhibit, many at once, derived exhibits and imports.

The steps of every registration, in one transaction:

1. `_load_context`: what all registrations of the request need.
2. `_decide_releases`: joint originators and first releases of each exhibit, checked.
3. `_build`: the rows and ledger facts of each exhibit. Nothing is written up to here.
4. `_insert`: the rows.
5. `_append`: the ledger entries.

A derived exhibit first locks its parents and takes over their strictest markings (`_inherit`). Default sharing rules do
not release a child that is bound by another party's exhibit: each release is decided individually.

Not here: the restrictions that a child inherits (`services/evidence/derivations.py`), and reading (`services/evidence/exhibits.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert

from app import clock
from app.access.evaluation import UNASSESSED, Evaluation
from app.access.exhibit_fields import OBTAINED
from app.access.seats import Seat
from app.access.sharing import privilege
from app.access.sharing.decisions import Level
from app.access.sharing.derivations import Marks
from app.access.sharing.gates import Circumstances, Gate
from app.access.sharing.rules import Marked, Rule
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict
from app.ledger import journal
from app.ledger.facts import (
    EvidenceClosed,
    EvidenceDerived,
    EvidenceInherited,
    EvidenceLabelled,
    EvidenceRegistered,
    ExhibitFact,
)
from app.models import Derivation, Evidence, Provenance, Release, WaitingRelease
from app.services.evidence import blank_labels, derivations, evaluations, exhibits
from app.services.evidence.derivations import Inheritance, Named
from app.services.evidence.exhibits import ExhibitDetails
from app.services.retention import retention_rules
from app.services.sharing import access_rules, four_eyes, joint, parent_bounds, privilege_checks, waiting_releases
from app.services.sharing.terms import ReleaseTerms, Resolved, resolve_all
from app.services.teams import contributions
from app.services.teams import roster as rosters
from app.services.teams.numbers import random_characters
from app.services.teams.roster import Roster

_NUMBER_LENGTH: Final = 8
_BATCH_SIZE: Final = 10  # exhibits inserted at once: limits CPU time per event-loop turn
#: Plain inserts without `returning`: the read policies would reject a row whose release does not exist yet.
_INSERT: Final = {
    table: insert(table).execution_options(dml_strategy="raw")
    for table in (Evidence, Derivation, Release, Provenance, WaitingRelease)
}


@dataclass(frozen=True, slots=True)
class Registration:
    """A new exhibit as its contributor states it.

    Attributes:
        obtained: Values of the fields in `OBTAINED` but the handling text, by their names; what is missing is empty.
        releases: The first releases; `None` to apply the default sharing rules of the party.
        derived_from: The parents; empty unless it is a derived exhibit.
        joint: Codes of the other parties that obtained it.
        label: Code of the blank label on the item.
        privilege_checked: Whether the member confirms that the content was checked for privileged material.
    """

    title: str
    kind: str
    category: str
    obtained: Mapping[str, Any]
    handling: Sequence[str]
    handling_text: str | None
    tlp: str
    declared_hashes: Sequence[dict[str, str]]
    releases: Sequence[ReleaseTerms] | None
    evaluation: Evaluation = UNASSESSED
    may_hold_privileged: bool = False
    derived_from: Sequence[Named] = ()
    retention: str | None = None
    joint: Sequence[str] = ()
    label: str | None = None
    privilege_checked: bool | None = None


@dataclass(frozen=True, slots=True)
class RegistrationContext:
    """Data loaded once per request.

    Attributes:
        party: The registering party.
        party_code: Its code.
        verification: Initial verification state of its exhibits; `None` if none is required.
        roster: Parties and members of the team.
        rules: The default sharing rules of the party.
        circumstances: Input of the rules about required approvals.
        retention: The agreed retention rule.
        inheritance: Restrictions of the parents, for a derived exhibit.
    """

    party: UUID
    party_code: str
    verification: str | None
    roster: Roster
    rules: Sequence[Rule]
    circumstances: Circumstances
    retention: retention_rules.Rule
    inheritance: Inheritance


@dataclass(frozen=True, slots=True)
class FirstReleases:
    """The releases of a new exhibit: those made at once, and those that wait for approvals."""

    joint: Sequence[UUID]
    immediate: Sequence[Resolved]
    waiting: Sequence[tuple[Resolved, tuple[Gate, ...]]]


@dataclass(frozen=True, slots=True)
class NewExhibit:
    """An exhibit about to be inserted, with all its rows and ledger facts."""

    evidence: dict[str, Any]
    provenance: dict[str, Any]
    derivations: list[dict[str, Any]]
    releases: list[dict[str, Any]]
    waiting_releases: list[dict[str, Any]]
    facts: list[ExhibitFact]
    parent_facts: list[EvidenceDerived]
    label: str | None
    label_field: str


async def register(session: Writing, seat: Seat, registration: Registration) -> ExhibitDetails:
    """Register an exhibit, derived or not, with its releases.

    Raises:
        NotFound: A parent is absent or invisible to the member.
        Conflict, Forbidden, Invalid: The registration is not acceptable. Nothing was created.
        Throttled: Too many releases of derived exhibits were refused.
    """
    if not registration.derived_from:
        return await _register_one(session, seat, registration, derivations.NOTHING)
    child, inheritance = await _inherit(session, seat, registration)
    if not inheritance.bound or not any(terms.party != seat.party_code for terms in child.releases or ()):
        return await _register_one(session, seat, child, inheritance)
    async with parent_bounds.limit_attempts_on_bound(session, seat, child.derived_from[0].evidence):
        return await _register_one(session, seat, child, inheritance)


async def register_many(session: Writing, seat: Seat, registrations: Sequence[Registration]) -> list[dict[str, Any]]:
    """Register all exhibits or none, and return the rows of `evidence` in order. None of them is derived.

    Raises:
        Conflict, Forbidden, Invalid: As `register`; the field names the item, such as `items.17.title`.
    """
    context, now = await _load_context(session, seat, registrations, derivations.NOTHING), clock.now()
    new = [_build(context, seat, one, now, f"items.{at}.") for at, one in enumerate(registrations)]
    for start in range(0, len(new), _BATCH_SIZE):
        batch = new[start : start + _BATCH_SIZE]
        await _append(session, seat, batch, await _insert(session, batch))
    return [one.evidence for one in new]


async def _register_one(
    session: Writing, seat: Seat, registration: Registration, inheritance: Inheritance
) -> ExhibitDetails:
    context = await _load_context(session, seat, [registration], inheritance)
    new = _build(context, seat, registration, clock.now())
    for_administrators = await _insert(session, [new])
    await _append(session, seat, [new], for_administrators)
    if registration.derived_from:  # the database has bound it to its parents
        return await exhibits.read(session, seat, new.evidence["id"])
    releases = sorted((*(Release(**row) for row in new.releases), *for_administrators), key=lambda one: one.party)
    evidence, provenance = Evidence(**new.evidence), Provenance(**new.provenance)
    return await exhibits.details_of_new(session, seat, evidence, provenance, releases, context.roster)


async def _inherit(session: Writing, seat: Seat, registration: Registration) -> tuple[Registration, Inheritance]:
    """Lock the parents and return the registration with their strictest markings."""
    contributions.contributor(seat)
    parents = sorted(registration.derived_from, key=lambda one: one.evidence)
    parent_ids = [one.evidence for one in parents]
    await derivations.lock_parents(session, parent_ids)
    texts = () if registration.handling_text is None else (registration.handling_text,)
    own = Marks(frozenset(registration.handling), registration.tlp, texts)
    inheritance = await derivations.inherit(session, seat, parent_ids, own)
    inheriting = replace(
        registration,
        derived_from=parents,
        handling=sorted(inheritance.marks.handling),
        handling_text=inheritance.text(),
        tlp=inheritance.marks.tlp,
        releases=() if inheritance.bound and registration.releases is None else registration.releases,
    )
    return inheriting, inheritance


async def _load_context(
    session: Reading, seat: Seat, registrations: Sequence[Registration], inheritance: Inheritance
) -> RegistrationContext:
    """Load what the registrations need, after checking that the team accepts exhibits.

    The whole roster is loaded only if a release names members or authorities. Default sharing rules are loaded only if
    a registration names no releases.
    """
    await contributions.demand_open(session, seat)
    by_rules = any(one.releases is None for one in registrations)
    rules = await access_rules.active_rules(session, seat) if by_rules else []
    terms: list[Rule | ReleaseTerms] = [*rules, *(terms for one in registrations for terms in one.releases or ())]
    is_narrowed = any(one.seats is not None or one.authorities is not None for one in terms)
    roster = await rosters.of(session, seat.jit) if is_narrowed else await rosters.brief(session, seat)
    needs_demands = bool(terms) or any(one.joint for one in registrations)
    demands = await four_eyes.required_acts(session, seat) if needs_demands else frozenset()
    retention = await retention_rules.current(session, seat.jit)
    party, party_code = contributions.contributor(seat)
    verification = contributions.entering(seat)
    circumstances = Circumstances(unverified=verification is not None, demands=demands)
    return RegistrationContext(party, party_code, verification, roster, rules, circumstances, retention, inheritance)


def _decide_releases(
    context: RegistrationContext, seat: Seat, registration: Registration, now: datetime, place: str
) -> FirstReleases:
    """Decide joint originators and first releases: as stated, or by the default sharing rules."""
    roster, tlp, joint_field = context.roster, registration.tlp, f"{place}joint"
    by_rules = registration.releases is None
    if registration.releases is None:
        resolved = access_rules.releases_by_rules(roster, seat, context.rules, Marked.of(registration), now)
    else:
        resolved = resolve_all(roster, seat, registration.releases, tlp, now, f"{place}releases")
    is_derived = bool(registration.derived_from)
    others = joint.joint_originators(roster, seat, registration.joint, derived=is_derived, field=joint_field)
    resolved = joint.add_joint_releases(roster, seat, others, resolved, tlp, ruled=by_rules, field=joint_field)
    derivations.demand_named_within(context.inheritance, resolved, context.party, f"{place}releases")
    shared = [one for one in resolved if one.party not in {context.party, *others}]
    state = privilege.UNCHECKED if registration.may_hold_privileged else None
    confirmed = registration.privilege_checked
    privilege_checks.demand(state, confirmed=confirmed, is_first=bool(shared), place=place)
    circumstances = replace(context.circumstances, unchecked=registration.may_hold_privileged, joint=frozenset(others))
    immediate, waiting = waiting_releases.split_by_gates(roster, context.party, resolved, circumstances)
    return FirstReleases(others, immediate, waiting)


def _build(
    context: RegistrationContext, seat: Seat, registration: Registration, now: datetime, place: str = ""
) -> NewExhibit:
    """Build the rows and facts of one registration.

    Args:
        context: The data of the request.
        seat: The member who registers.
        registration: The registration.
        now: Time of registration.
        place: Path of the registration in the input, for errors, such as `items.17.`.

    Raises:
        Invalid, Forbidden, Conflict: The registration is not acceptable.
    """
    exhibits.demand_fitting(registration.kind, registration.obtained, place)
    releases = _decide_releases(context, seat, registration, now, place)
    evidence = _evidence_row(context, seat, registration, releases, now)
    key = {"evidence": evidence["id"], "jit": seat.jit}
    provenance = _provenance_columns(registration)
    return NewExhibit(
        evidence=evidence,
        provenance=key | provenance | registration.evaluation.columns(),
        derivations=[_derivation_row(seat, evidence["id"], parent, now) for parent in registration.derived_from],
        releases=_release_rows(context, seat, key, registration, releases, now),
        waiting_releases=[waiting_releases.new_row(seat, evidence["id"], *one, now) for one in releases.waiting],
        facts=_facts(context, seat, registration, releases, evidence, provenance),
        parent_facts=[
            EvidenceDerived(evidence=parent.evidence, how=parent.how, derived=evidence["exhibit_number"])
            for parent in registration.derived_from
        ],
        label=registration.label,
        label_field=f"{place}label",
    )


def _evidence_row(
    context: RegistrationContext, seat: Seat, registration: Registration, releases: FirstReleases, now: datetime
) -> dict[str, Any]:
    return {
        "id": clock.new_id(),
        "jit": seat.jit,
        "originator": context.party,
        "exhibit_number": f"{context.party_code}-{now.year}-{random_characters(_NUMBER_LENGTH)}",
        "title": registration.title,
        "kind": registration.kind,
        "category": registration.category,
        "handling": list(registration.handling),
        "tlp": registration.tlp,
        "status": "active",
        "verification": context.verification,
        "privilege": privilege.UNCHECKED if registration.may_hold_privileged else None,
        "bound": context.inheritance.bound,
        "joint": list(releases.joint) or None,
        "registered_by": seat.id,
        "registered_at": now,
        "files_count": 0,
        "files_bytes": 0,
        "version": 1,
        **retention_rules.first_columns(context.retention, seat, registration.retention, now),
    }


def _provenance_columns(registration: Registration) -> dict[str, Any]:
    columns = {one.name: registration.obtained.get(one.name) for one in OBTAINED}
    return columns | {
        "handling_text": registration.handling_text,
        "declared_hashes": list(registration.declared_hashes),
    }


def _derivation_row(seat: Seat, child: UUID, parent: Named, now: datetime) -> dict[str, Any]:
    key = {"jit": seat.jit, "child": child, "parent": parent.evidence}
    return key | {"how": parent.how, "derived_by": seat.id, "derived_at": now}


def _release_rows(
    context: RegistrationContext,
    seat: Seat,
    key: dict[str, UUID],
    registration: Registration,
    releases: FirstReleases,
    now: datetime,
) -> list[dict[str, Any]]:
    """Return the rows of the immediate releases, the originator's own first: the database checks the others against it.

    Without a stated release of its own, the originator has full access, limited to the members whom all parents admit.
    `by_hand` of the first row excludes the joint originators from default sharing rules, now and when the rules change.
    """
    own = next((one for one in releases.immediate if one.party == context.party), None)
    if own is None:
        names, code = context.inheritance.names, context.party_code
        seats = None if names is None else list(names)
        own = Resolved(context.party, code, Level.HELD, None, seats, ReleaseTerms(code, "held"))
    joint_parties = list(releases.joint)
    common = key | {"originator": context.party, "own_seats": own.seats, "version": 1, "joint": joint_parties or None}
    by_hand = joint_parties if registration.releases is None else None
    others = [one for one in releases.immediate if one is not own]
    return [
        common | {"party": own.party, "by_hand": by_hand} | own.columns(seat, now),
        *(common | {"party": one.party, "by_hand": None} | one.columns(seat, now) for one in others),
    ]


def _facts(
    context: RegistrationContext,
    seat: Seat,
    registration: Registration,
    releases: FirstReleases,
    evidence: dict[str, Any],
    provenance: dict[str, Any],
) -> list[ExhibitFact]:
    """Return the first ledger facts of an exhibit, in the order of its ledger chain."""
    exhibit: UUID = evidence["id"]
    listed = {name: evidence[name] for name in ("title", "category", "tlp", "handling", "exhibit_number")}
    facts: list[ExhibitFact] = [
        EvidenceRegistered(
            evidence=exhibit,
            exhibit_kind=registration.kind,
            originator=context.party_code,
            privilege_checked=registration.privilege_checked or None,
            **listed,
            **provenance | {"acquired_at": clock.rfc3339(provenance["acquired_at"])},
        )
    ]
    facts += joint.joint_facts(exhibit, context.roster, releases.joint)
    if registration.evaluation != UNASSESSED:
        facts.append(evaluations.evaluated_fact(exhibit, registration.evaluation))
    if registration.may_hold_privileged:
        facts.append(EvidenceClosed(evidence=exhibit, reason=None))
    if registration.derived_from:
        facts.append(_inherited(exhibit, registration.derived_from, context.inheritance))
    facts += retention_rules.first_facts(seat, exhibit, registration.retention, evidence)
    facts += [one.fact(exhibit) for one in releases.immediate if one.party != context.party]
    facts += [waiting_releases.requested_fact(exhibit, *one) for one in releases.waiting]
    if registration.label:
        facts.append(EvidenceLabelled(evidence=exhibit, labels=1))
    return facts


def _inherited(child: UUID, named: Sequence[Named], inheritance: Inheritance) -> EvidenceInherited:
    hows = {one.evidence: one.how for one in named}
    parents = [
        {"exhibit_number": one.exhibit.exhibit_number, "how": hows[one.exhibit.id]} for one in inheritance.parents
    ]
    marks = inheritance.marks
    return EvidenceInherited(evidence=child, parents=parents, handling=sorted(marks.handling), tlp=marks.tlp)


async def _insert(session: Writing, new: Sequence[NewExhibit]) -> list[Release]:
    """Insert exhibits with their derivations, releases and provenances, and bind their labels.

    Order matters: a release copies the sort keys of its party's list from the exhibit, so the exhibit comes first.

    Returns:
        The releases by which administrators read exhibits in quarantine.

    Raises:
        Conflict: A parent or the default sharing rules changed since they were read.
        BeyondParents: A release goes beyond the release of a parent.
        Invalid: A label is not a blank label of the party.
    """
    await session.execute(_INSERT[Evidence], [one.evidence for one in new])
    if derived := [row for one in new for row in one.derivations]:
        with refused_as(_parents_changed()):
            await session.execute(_INSERT[Derivation], derived)
    with _releases_checked():
        await session.execute(_INSERT[Release], [row for one in new for row in one.releases])
    for_administrators = [
        row
        for one in new
        if one.evidence["verification"] is not None
        for row in await contributions.admit_administrators(session, one.evidence["id"])
    ]
    await session.execute(_INSERT[Provenance], [one.provenance for one in new])
    if waiting := [row for one in new for row in one.waiting_releases]:
        with _releases_checked():
            await session.execute(_INSERT[WaitingRelease], waiting)
    for one in new:
        if one.label:
            await blank_labels.bind(session, one.evidence["id"], one.label, one.label_field)
    return for_administrators


async def _append(
    session: Writing, seat: Seat, new: Sequence[NewExhibit], for_administrators: Sequence[Release]
) -> None:
    """Append the first entries of the exhibits, and an entry to each parent."""
    beginnings = []
    for one in new:
        exhibit = one.evidence["id"]
        releases = [
            *(Release(**row) for row in one.releases),
            *(row for row in for_administrators if row.evidence == exhibit),
        ]
        beginnings.append(journal.Beginning(exhibit, releases, one.facts))
    await journal.append_first(session, seat, beginnings)
    if parent_facts := [fact for one in new for fact in one.parent_facts]:
        await journal.append(session, seat, *parent_facts)


def _parents_changed() -> Conflict:
    return Conflict("A source exhibit was changed at the same moment. Try again.", code="parents-changed")


@contextmanager
def _releases_checked() -> Iterator[None]:
    """Translate the database's refusals of first releases, as a context manager.

    The database refuses a release that no rule grants any more, or that goes beyond a parent's.
    """
    rules_changed = Conflict(
        "The rules of your party were changed at the same moment. Try again.", code="rules-changed"
    )
    with refused_as(rules_changed), parent_bounds.translate_refusal():
        yield
