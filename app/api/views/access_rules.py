"""The forms and views of standing rules."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from app import characters
from app.access.decisions import Level, Purpose
from app.access.gates import beyond_the_union
from app.access.seats import PartyKind
from app.api.schemas import Code, Form, Justification, Moment, Time, View
from app.api.views.evidence import Category, Handling
from app.api.views.releases import SeatCode
from app.services.access_rules import Cell, RuleTerms
from app.services.roster import Roster

Effect = Literal["gives", "outbound_gate_closed", "party_not_active"]
RuleLevel = Literal["none", "listed", "readable", "held"]
Clause = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(characters.plain)
]


class RuleTermsForm(Form):
    """What a rule gives, and the clause of the agreement that says so. What is left out does not narrow it."""

    level: RuleLevel
    clause: Clause
    authorities: list[Code] | None = None
    seats: list[SeatCode] | None = None
    not_before: Moment | None = None
    until: Moment | None = None
    purposes: list[Purpose] | None = None
    four_eyes: bool = False

    def terms(self) -> RuleTerms:
        """As the service takes them."""
        return RuleTerms(**self.model_dump(include=set(RuleTermsForm.model_fields)))


class AccessRuleForm(RuleTermsForm):
    """A rule with its cell. Left out is any; neither a party nor a kind is everybody."""

    category: Category | None = None
    handling: Handling | None = None
    to_party: Code | None = None
    to_kind: PartyKind | None = None

    def cell(self) -> Cell:
        """As the service takes it."""
        return Cell(self.category, self.handling, self.to_party, self.to_kind)


class RuleChangeForm(RuleTermsForm):
    """What a rule gives from now on, and why it changes. Its cell stays: another cell is another rule."""

    reason: Justification


class AccessRuleView(View):
    """A rule as it stands. `effect`: what keeps it from giving anything, if something does."""

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


def access_rule_view(rule: Any, roster: Roster) -> AccessRuleView:  # noqa: ANN401 - a row of `access_rules`
    """A row as a view."""
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


def _effect(rule: Any, roster: Roster) -> Effect:  # noqa: ANN401
    """A gate or a suspension keeps back what a rule would give to the one party, or the kind, that it names."""
    party = next((one for one in roster.parties if one.id == rule.to_party), None)
    if rule.level and beyond_the_union(party.kind if party else rule.to_kind or ""):
        return "outbound_gate_closed"
    if rule.level and party is not None and party.status != "active":
        return "party_not_active"
    return "gives"
