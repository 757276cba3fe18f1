"""Forms and views of simulations."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.api.evidence.views.evidence import Category, Handling, Tlp
from app.api.schemas import Code, Form, View
from app.api.sharing.views.access_rules import AccessRuleForm, RuleLevel
from app.api.sharing.views.releases import PartyTermsForm, ReleaseTermsForm, TermsView, terms_view
from app.services.sharing.simulations import Draft, SimulatedAccess, SimulatedMember, SimulatedRelease, SimulatedTerms
from app.services.sharing.terms import ReleaseTerms
from app.services.teams.roster import Roster


class DraftForm(Form):
    """An exhibit that is not registered yet, as far as rules need it. Without `releases`, the rules apply."""

    category: Category
    handling: Annotated[tuple[Handling, ...], Field(min_length=1)] = ("H0",)
    tlp: Tlp = "AMBER"
    releases: list[PartyTermsForm] | None = None
    joint: tuple[Code, ...] = ()

    def draft(self) -> Draft:
        """Return the draft as the service takes it."""
        named = None if self.releases is None else [one.terms(one.party) for one in self.releases]
        return Draft(self.category, self.handling, self.tlp, named, self.joint)


class WishedReleaseForm(ReleaseTermsForm):
    """A release to simulate; `none` is a recall."""

    level: RuleLevel  # type: ignore[assignment]  # wider than a release's
    party: Code

    def wish(self) -> ReleaseTerms:
        """Return the terms as the service takes them."""
        return self.terms(self.party)


class SimulationForm(Form):
    """Simulated act: a draft exhibit, with or without one more rule; or an exhibit with one changed release."""

    draft: DraftForm | None = None
    evidence: UUID | None = None
    release: WishedReleaseForm | None = None
    rule: AccessRuleForm | None = None

    def wish(self) -> SimulatedRelease:
        """Return the simulation as the service takes it."""
        return SimulatedRelease(
            draft=self.draft.draft() if self.draft else None,
            evidence=self.evidence,
            release=self.release.wish() if self.release else None,
            rule=(self.rule.cell(), self.rule.terms()) if self.rule else None,
        )


class SideView(View):
    """Terms that a party has or would have, or null. `because`: code of the reason. `rules`: the applied rules."""

    release: TermsView | None
    because: str
    rules: list[str]


class ForeseenSeatView(View):
    """A member's level of access before and after. `because`: the reason for the latter."""

    seat: str
    authority: str | None
    roles: list[str]
    before: RuleLevel
    after: RuleLevel
    because: str


class ForeseenView(View):
    """A party and its members."""

    party: str
    before: SideView
    after: SideView
    seats: list[ForeseenSeatView]


class SimulationView(View):
    """All parties, by code."""

    parties: list[ForeseenView]


def simulation_view(found: list[SimulatedAccess], roster: Roster) -> SimulationView:
    """Return the view of a simulation."""
    return SimulationView(
        parties=[
            ForeseenView(
                party=roster.party_code(one.party),
                before=_side(one.before, roster),
                after=_side(one.after, roster),
                seats=[_seat(person) for person in one.people],
            )
            for one in found
        ]
    )


def _side(side: SimulatedTerms, roster: Roster) -> SideView:
    return SideView(release=terms_view(side.release, side.basis, roster), because=side.because, rules=list(side.rules))


def _seat(person: SimulatedMember) -> ForeseenSeatView:
    return ForeseenSeatView(
        seat=person.seat.code,
        authority=person.seat.authority_code,
        roles=sorted(person.seat.roles),
        before=person.before.level.word,
        after=person.after.level.word,
        because=person.after.because,
    )
