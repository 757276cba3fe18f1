"""Build the rows and ledger facts of a new exhibit before anything is written.

Not here: inserting them (`services/evidence/exhibits.py`) and inheritance from parents (`services/evidence/derived_registration.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app import clock
from app.access import privilege
from app.access.evaluation import UNASSESSED, Evaluation
from app.access.gates import Circumstances
from app.access.rules import Marked, Rule
from app.access.seats import Seat
from app.database import Reading
from app.ledger.facts import EvidenceClosed, EvidenceLabelled, EvidenceRegistered, ExhibitFact
from app.services.evidence import derivations, evaluations
from app.services.evidence.derivations import Inheritance, Named
from app.services.retention import retention_rules as keeping
from app.services.sharing import access_rules, four_eyes, joint, releases, waiting_releases
from app.services.sharing.terms import ReleaseTerms, Resolved, resolve_all
from app.services.teams import contributions
from app.services.teams import roster as rosters
from app.services.teams.numbers import random_characters
from app.services.teams.roster import Roster

_NUMBER_LENGTH: Final = 8
_OBTAINED: Final = ("description", "acquired_zone", "acquired_by", "place", "legal_basis", "handling_text")


@dataclass(frozen=True, slots=True)
class Registration:
    """A new exhibit as its contributor states it.

    Attributes:
        releases: The first releases; `None` to apply the default sharing rules of the party.
        inheritance: Restrictions of the parents; set by `services/evidence/derived_registration.py`.
        label: Code of the blank label on the item.
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
    releases: Sequence[ReleaseTerms] | None
    evaluation: Evaluation = UNASSESSED
    may_hold_privileged: bool = False
    derived_from: Sequence[Named] = ()
    inheritance: Inheritance = derivations.NOTHING
    retention: str | None = None
    joint: Sequence[str] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class RegistrationContext:
    """Data loaded once per request: roster, default sharing rules, input of the approval rules, retention rule."""

    roster: Roster
    rules: Sequence[Rule]
    among: Circumstances
    retention: keeping.Rule


@dataclass(frozen=True, slots=True)
class NewExhibit:
    """An exhibit about to be inserted, with all its rows and ledger facts."""

    evidence: dict[str, Any]
    provenance: dict[str, Any]
    derivations: list[dict[str, Any]]
    releases: list[dict[str, Any]]
    waiting: list[dict[str, Any]]
    facts: list[ExhibitFact]
    label: tuple[str, str] | None = None  # its code, and its field in the input


async def ground(session: Reading, seat: Seat, whats: Sequence[Registration]) -> RegistrationContext:
    """Load what the registrations need.

    The whole roster is loaded only if a release names members or authorities. Default sharing rules are loaded only if
    a registration names no releases.
    """
    await contributions.demand_open(session, seat)
    ruled = any(what.releases is None for what in whats)
    standing = await access_rules.active_rules(session, seat) if ruled else []
    named = (terms for what in whats for terms in what.releases or ())
    terms: list[Rule | ReleaseTerms] = [*standing, *named]
    within = any(one.seats is not None or one.authorities is not None for one in terms)
    roster = await rosters.of(session, seat.jit) if within else await rosters.brief(session, seat)
    demands = (
        await four_eyes.required_acts(session, seat) if terms or any(what.joint for what in whats) else frozenset()
    )
    kept = await keeping.standing(session, seat.jit)
    among = Circumstances(unverified=contributions.entering(seat) is not None, demands=demands)
    return RegistrationContext(roster, standing, among, kept)


def entering(ground: RegistrationContext, seat: Seat, what: Registration, now: datetime, place: str = "") -> NewExhibit:
    """Build the rows and facts of one registration.

    Args:
        ground: The data loaded by `ground`.
        seat: The member who registers.
        what: The registration.
        now: Time of registration.
        place: Path of the registration in the input, for errors, such as `items.17.`.

    Raises:
        Invalid, Forbidden, Conflict: The registration is not acceptable.
    """
    party, code = contributions.contributor(seat)
    jointly, resolved = _resolved(ground, seat, what, now, place)
    among = replace(ground.among, unchecked=what.may_hold_privileged, joint=frozenset(jointly))
    passing, gated = waiting_releases.split_by_gates(ground.roster, party, resolved, among)
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
    key |= {"joint": jointly or None}
    key |= keeping.entering(ground.retention, seat, what.retention, now)
    ruled, names = what.releases is None, what.inheritance.names
    made = {"registered_by": seat.id, "registered_at": now, "files_count": 0, "files_bytes": 0}
    said: dict[str, Any] = {
        "exhibit_kind": what.kind,
        "originator": code,
        "acquired_at": clock.rfc3339(what.acquired_at),
    }
    registered = EvidenceRegistered(evidence=evidence, **said, **listed, **obtained)
    evaluated = [] if what.evaluation == UNASSESSED else [evaluations.stated(evidence, what.evaluation)]
    return NewExhibit(
        evidence=key | made | listed,
        provenance={"evidence": evidence, "jit": seat.jit, "acquired_at": what.acquired_at}
        | obtained
        | what.evaluation.columns(),
        derivations=derivations.rows(seat, evidence, what.derived_from),
        releases=releases.first_rows(seat, evidence, passing, now, ruled=ruled, jointly=jointly, names=names),
        waiting=[waiting_releases.new_row(seat, evidence, *one, now) for one in gated],
        facts=[
            registered,
            *joint.joint_facts(evidence, ground.roster, jointly),
            *evaluated,
            *([EvidenceClosed(evidence=evidence, reason=None)] if closed else []),
            *derivations.inherited(evidence, what.derived_from, what.inheritance),
            *keeping.first_facts(seat, evidence, what.retention, key),
            *(one.fact(evidence) for one in passing if one.party != party),
            *(waiting_releases.requested_fact(evidence, *one) for one in gated),
            *([EvidenceLabelled(evidence=evidence, labels=1)] if what.label else []),
        ],
        label=(what.label, f"{place}label") if what.label else None,
    )


def _resolved(
    ground: RegistrationContext, seat: Seat, what: Registration, now: datetime, place: str
) -> tuple[list[UUID], list[Resolved]]:
    """Return the joint originators and the first releases."""
    roster, field = ground.roster, f"{place}joint"
    if what.releases is None:
        resolved = access_rules.releases_by_rules(roster, seat, ground.rules, Marked.of(what), now)
    else:
        resolved = resolve_all(roster, seat, what.releases, what.tlp, now, f"{place}releases")
    jointly = joint.joint_originators(roster, seat, what.joint, derived=bool(what.derived_from), field=field)
    ruled = what.releases is None
    resolved = joint.add_joint_releases(roster, seat, jointly, resolved, what.tlp, ruled=ruled, field=field)
    party, _ = contributions.contributor(seat)
    derivations.demand_named_within(what.inheritance, resolved, party, f"{place}releases")
    return jointly, resolved
