"""Preview of access to an exhibit after a release, recall, rule or registration that is not saved.

Only the originator can ask, about a draft or an exhibit of its own party. Nothing is written. Decisions that other
parties make about their own members are not read.
Not here: the evaluation of levels and rules (`access/`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access import seats
from app.access.seats import Seat
from app.access.sharing import gates, rules
from app.access.sharing.decisions import Conditions, Level
from app.access.sharing.gates import Circumstances, Demand
from app.access.sharing.rules import Marked, Outcome, Rule
from app.access.sharing.simulations import Seen, seen
from app.database import Reading
from app.errors import Forbidden, Invalid, NotFound
from app.models import Evidence
from app.services.sharing import access_rules, four_eyes, joint, waiting_releases
from app.services.sharing import releases as release_service
from app.services.sharing.access_rules import Cell, RuleTerms
from app.services.sharing.terms import ReleaseTerms, conditions, resolve
from app.services.teams import contributions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Draft:
    """An exhibit that is not registered. `releases` is `None` if the default sharing rules decide."""

    category: str
    handling: Sequence[str]
    tlp: str
    releases: Sequence[ReleaseTerms] | None = None
    joint: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SimulatedRelease:
    """Change that is simulated.

    Attributes:
        draft: The new exhibit; or `None`, and `evidence` is given.
        evidence: The existing exhibit.
        release: The release; level `none` means a recall.
        rule: The default sharing rule.
    """

    draft: Draft | None = None
    evidence: UUID | None = None
    release: ReleaseTerms | None = None
    rule: tuple[Cell, RuleTerms] | None = None


@dataclass(frozen=True, slots=True)
class SimulatedMember:
    """Access of one member before and after."""

    seat: Seat
    before: Seen
    after: Seen


@dataclass(frozen=True, slots=True)
class SimulatedTerms:
    """A party's release before or after; `because` is the code of the reason."""

    release: Conditions | None
    basis: str | None
    because: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SimulatedAccess:
    """Access of one party and each of its members before and after."""

    party: UUID
    before: SimulatedTerms
    after: SimulatedTerms
    people: Sequence[SimulatedMember]


async def simulate(session: Reading, seat: Seat, change: SimulatedRelease) -> tuple[list[SimulatedAccess], Roster]:
    """Return each party's access before and after, by code, and the roster.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member's party is not the originator, or the member may not decide this.
        Invalid: Saving would be refused for the same reason, or the question is incomplete.
    """
    roster = await rosters.of(session, seat.jit)
    now = clock.now()
    before, after = await _before_and_after(session, seat, roster, change, now)
    people = await seats.everybody(session, seat.jit)
    found = [
        _simulated_access(row.id, before.get(row.id, _NOTHING), after.get(row.id, _NOTHING), people, now)
        for row in sorted(roster.parties, key=lambda one: str(one.code))
    ]
    return found, roster


_NOTHING = SimulatedTerms(None, None, "not_released")


@dataclass(frozen=True, slots=True)
class _PresentState:
    """The state against which a preview is computed.

    Attributes:
        sides: The present releases, by party.
        circumstances: Input of the gates for the exhibit or the draft.
        bound: Whether parents of a derived exhibit limit its releases.
    """

    sides: Mapping[UUID, SimulatedTerms]
    circumstances: Circumstances
    bound: bool = False

    def release(self, party: UUID) -> Conditions | None:
        """Return the present terms of a party."""
        side = self.sides.get(party)
        return None if side is None else side.release


def _simulated_access(
    party: UUID, before: SimulatedTerms, after: SimulatedTerms, people: Sequence[Seat], now: datetime
) -> SimulatedAccess:
    mine = [one for one in people if one.party == party]
    return SimulatedAccess(
        party,
        before,
        after,
        [SimulatedMember(one, seen(one, before.release, now), seen(one, after.release, now)) for one in mine],
    )


async def _before_and_after(
    session: Reading, seat: Seat, roster: Roster, change: SimulatedRelease, now: datetime
) -> tuple[dict[UUID, SimulatedTerms], dict[UUID, SimulatedTerms]]:
    if (change.draft is None) == (change.evidence is None):
        raise Invalid("Choose either a draft or an exhibit.", field="draft")
    if change.draft is not None:
        return {}, await _terms_of_draft(session, seat, roster, change, change.draft, now)
    if change.release is None or change.rule is not None:
        raise Invalid("Enter the release or recall to simulate.", field="release")
    assert change.evidence is not None
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == change.evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    if exhibit.originator != seat.party:
        raise Forbidden("Only the originator can simulate access to this exhibit.", code="originator-only")
    standing = {
        row.party: SimulatedTerms(conditions(row), row.basis, "by_hand")
        for row in await release_service.list_of_visible(session, exhibit.id)
    }
    circumstances = await four_eyes.gate_circumstances(session, seat, exhibit)
    present = _PresentState(standing, circumstances, bound=exhibit.bound)
    return standing, standing | _terms_of_release(roster, seat, change.release, exhibit.tlp, now, present)


async def _terms_of_draft(
    session: Reading, seat: Seat, roster: Roster, change: SimulatedRelease, draft: Draft, now: datetime
) -> dict[UUID, SimulatedTerms]:
    """Return the releases of a draft: the originator's own, and those that are named or given by rules."""
    party, _ = contributions.contributor(seat)
    after = {party: SimulatedTerms(Conditions(party, int(Level.HELD)), None, "by_hand")}
    unverified, demands = contributions.entering(seat) is not None, await four_eyes.required_acts(session, seat)
    jointly = joint.joint_originators(roster, seat, draft.joint, derived=False, field="draft.joint")
    present = _PresentState({}, Circumstances(unverified=unverified, demands=demands, joint=frozenset(jointly)))
    theirs = {one: _terms_of_joint(roster, one, present) for one in jointly}
    if draft.releases is not None:
        for index, terms in enumerate(draft.releases):
            after |= _terms_of_release(roster, seat, terms, draft.tlp, now, present, f"draft.releases.{index}")
        return theirs | after
    standing = await access_rules.active_rules(session, seat)
    if change.rule is not None:
        standing = _with_draft(standing, access_rules.draft_rule(roster, seat, *change.rule))
    found = rules.outcomes(standing, Marked.of(draft), access_rules.recipients(roster, seat.party), now)
    return after | {party: _terms_by_rules(one, present) for party, one in found.items()} | theirs


def _terms_of_release(
    roster: Roster,
    seat: Seat,
    terms: ReleaseTerms,
    tlp: str,
    now: datetime,
    present: _PresentState,
    field: str = "release",
) -> dict[UUID, SimulatedTerms]:
    """Return one party's side under a leader's decision, after all closed gates have opened."""
    if terms.level == access_rules.NOTHING:
        return {roster.party(terms.party, f"{field}.party").id: SimulatedTerms(None, None, "not_released")}
    wanted = resolve(roster, seat, terms, tlp, now, field)
    assert seat.party is not None
    waits = waiting_releases.gates_to_wait_for(
        roster, seat.party, wanted, present.release(wanted.party), present.circumstances
    )
    decided = "as_parents_admit" if present.bound and wanted.party != seat.party else "by_hand"
    return {
        wanted.party: SimulatedTerms(wanted.conditions(), wanted.terms.basis, "waits_for_gate" if waits else decided)
    }


def _terms_of_joint(roster: Roster, party: UUID, present: _PresentState) -> SimulatedTerms:
    """Return the side of a joint originator, after all closed gates have opened."""
    closed = gates.standing(gates.Wish(roster.party_kind(party), party), present.circumstances)
    return SimulatedTerms(Conditions(party, int(Level.HELD)), None, "waits_for_gate" if closed else "by_hand")


def _terms_by_rules(outcome: Outcome, present: _PresentState) -> SimulatedTerms:
    given = outcome.release if outcome.level else None
    waits = (
        present.circumstances.unverified
        or present.circumstances.joint
        or outcome.by_two
        or Demand.RELEASE in present.circumstances.demands
    )
    because = "waits_for_gate" if given and waits else outcome.because
    return SimulatedTerms(given, outcome.basis or None, because, tuple(one.code for one in outcome.rules))


def _with_draft(standing: Sequence[Rule], drafted: Rule) -> list[Rule]:
    """Return the rules with the draft, which replaces the rule in the same cell, if any."""
    cell = (drafted.category, drafted.handling, drafted.party, drafted.kind)
    return [one for one in standing if (one.category, one.handling, one.party, one.kind) != cell] + [drafted]
