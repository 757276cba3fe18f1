"""Forms and views of default sharing rules."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from app import characters
from app.access.seats import PartyKind
from app.access.sharing.decisions import Level, Purpose
from app.access.sharing.gates import beyond_the_union
from app.api.evidence.views.evidence import Category, Handling
from app.api.schemas import Code, Form, Justification, Moment, Time, View
from app.api.sharing.views.releases import SeatCode
from app.models import AccessRule
from app.services.sharing.access_rules import Cell, RuleTerms
from app.services.teams.roster import Roster

Effect = Literal["gives", "outbound_gate_closed", "party_not_active"]
RuleLevel = Literal["none", "listed", "readable", "held"]
Clause = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(characters.plain)
]


class RuleTermsForm(Form):
    """Terms that a rule grants, and the clause of the agreement. Omitted fields do not restrict the release."""

    level: RuleLevel
    clause: Clause
    authorities: list[Code] | None = None
    seats: list[SeatCode] | None = None
    not_before: Moment | None = None
    until: Moment | None = None
    purposes: list[Purpose] | None = None
    four_eyes: bool = False

    def terms(self) -> RuleTerms:
        """Return the terms as the service takes them."""
        return RuleTerms(**self.model_dump(include=set(RuleTermsForm.model_fields)))


class AccessRuleForm(RuleTermsForm):
    """A rule with its conditions.

    Omitted conditions match anything; without party and kind it applies to all parties.
    """

    category: Category | None = None
    handling: Handling | None = None
    to_party: Code | None = None
    to_kind: PartyKind | None = None

    def cell(self) -> Cell:
        """Return the conditions as the service takes them."""
        return Cell(self.category, self.handling, self.to_party, self.to_kind)


class RuleChangeForm(RuleTermsForm):
    """Terms that a rule grants from now on, and the reason.

    Its conditions cannot be changed: other conditions are another rule.
    """

    reason: Justification


class AccessRuleView(View):
    """A rule in force. `effect`: whether it grants releases, or what prevents it."""

    id: UUID
    code: str
    category: Category | None
    handling: Handling | None
    to_party: str | None
    to_kind: PartyKind | None
    level: RuleLevel
    authorities: list[str] | None
    seats: list[str] | None
    not_before: Time | None
    until: Time | None
    purposes: list[str] | None
    four_eyes: bool
    clause: str
    effect: Effect
    decided_by: str
    decided_at: Time
    version: int


def access_rule_view(rule: AccessRule, roster: Roster) -> AccessRuleView:
    """Return the view of a rule."""
    return AccessRuleView(
        id=rule.id,
        code=rule.code,
        category=rule.category,
        handling=rule.handling,
        to_party=roster.party_code(rule.to_party) if rule.to_party else None,
        to_kind=rule.to_kind,
        level=Level(rule.level).word,
        authorities=roster.authority_codes(rule.authorities),
        seats=roster.seat_codes(rule.seats),
        not_before=rule.not_before,
        until=rule.until,
        purposes=rule.purposes,
        four_eyes=rule.four_eyes,
        clause=rule.clause,
        effect=_effect(rule, roster),
        decided_by=roster.seat_code(rule.decided_by),
        decided_at=rule.decided_at,
        version=rule.version,
    )


def _effect(rule: AccessRule, roster: Roster) -> Effect:
    """Return what prevents the rule from granting releases to the party or kind that it names, if anything."""
    party = next((one for one in roster.parties if one.id == rule.to_party), None)
    if rule.level and beyond_the_union(party.kind if party else rule.to_kind or ""):
        return "outbound_gate_closed"
    if rule.level and party is not None and party.status != "active":
        return "party_not_active"
    return "gives"
