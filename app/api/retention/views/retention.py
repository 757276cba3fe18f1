"""Forms and views of retention: agreed rules, an exhibit's retention, legal holds, and erasures."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.access.retention import Mode
from app.api.evidence.views.access import DecisionView, decision_view
from app.api.evidence.views.evidence import Retention
from app.api.schemas import Code, Day, Form, Justification, Line, Time, View
from app.models import Erasure, Hold, RetentionRule
from app.services.retention.erasures import PendingErasure
from app.services.retention.holds import Order
from app.services.retention.retention import Due, RetentionDetails
from app.services.retention.retention_rules import Rule
from app.services.teams.roster import Roster

Ground = Literal["withdrawn", "review", "taken", "term"]


class RetentionRuleForm(Form):
    """An agreed retention rule for exhibits registered from now on, with the number of months until review."""

    mode: Retention
    review_months: Annotated[int, Field(ge=1, le=60)] = 36
    clause: Line

    def rule(self) -> Rule:
        """Return the rule as the service takes it."""
        return Rule(Mode(self.mode), self.review_months)


class RetentionRuleView(View):
    """An agreed retention rule. The newest applies."""

    mode: Retention
    review_months: int
    clause: str
    decided_by: str
    decided_at: Time


class KeepingForm(Form):
    """Keep the exhibit until another review.

    `controller`: an authority of the caller's party; null: the party itself.
    """

    controller: Code | None
    review_on: Day
    reason: Justification


class HoldForm(Form):
    """The court that orders the hold, its file number, and the reason."""

    court: Line
    file_number: Line
    reason: Justification

    def order(self) -> Order:
        """Return the order as the service takes it."""
        return Order(self.court, self.file_number, self.reason)


class ErasureForm(Form):
    """An erasure. `confirmation`: the exhibit's number, typed."""

    confirmation: Line
    reason: Justification


class ErasureConfirmationForm(Form):
    """A second leader's confirmation. `confirmation`: the exhibit's number, typed."""

    confirmation: Line


class HoldView(View):
    """A legal hold. `may_lift`: the reader may lift it now."""

    id: UUID
    party: str
    court: str
    file_number: str
    reason: str
    set_by: str
    set_at: Time
    lifted_by: str | None
    lifted_at: Time | None
    lift_reason: str | None
    may_lift: bool


class ErasureView(View):
    """An erasure.

    `decided_by` null: decided by time. `confirmed_by`: second leader. `destroyed_at` null: not completed yet.
    """

    ground: Ground
    reason: str
    decided_by: str | None
    confirmed_by: str | None
    decided_at: Time
    destroyed_at: Time | None
    last_backup_expires: Time | None


class ErasureWishView(View):
    """An erasure that waits for a second leader. `may`: what the reader may do about it now."""

    ground: Ground
    reason: str
    wanted_by: str
    wanted_at: Time
    may: list[Literal["confirm", "give_up"]]


class RetentionView(View):
    """An exhibit's retention.

    `controller` null: the originator itself. `erase_by`: end of a transfer, if its files are known.

    `lacking`: joint originators that have not agreed to the erasure.
    """

    mode: Retention
    controller: str | None
    review_on: date | None
    erase_by: Time | None
    holds: list[HoldView]
    erasure: ErasureView | None
    wish: ErasureWishView | None
    erase: DecisionView
    lacking: list[str]
    may_agree: bool
    may_keep: bool
    may_hold: bool
    version: int


class DueView(View):
    """An exhibit that waits for a leader's decision. `review_on`: day of the review. `ends_at`: end of a transfer."""

    evidence: UUID
    exhibit_number: str
    title: str
    because: Literal["withdrawn", "review", "transfer"]
    review_on: date | None
    ends_at: Time | None
    overdue: bool
    on_hold: bool
    wish: ErasureWishView | None
    controller: str | None
    version: int


def rule_view(row: RetentionRule, roster: Roster) -> RetentionRuleView:
    """Return the view of a retention rule."""
    shown = {name: getattr(row, name) for name in ("mode", "review_months", "clause", "decided_at")}
    return RetentionRuleView(**shown, decided_by=roster.seat_code(row.decided_by))


def retention_view(details: RetentionDetails) -> RetentionView:
    """Return the view of an exhibit's retention."""
    row, roster = details.evidence, details.roster
    codes = roster.authority_codes([row.controller]) if row.controller else None
    return RetentionView(
        mode=row.retention,
        controller=codes[0] if codes else None,
        review_on=row.review_on,
        erase_by=details.erase_by,
        holds=[_hold(one, roster, may_lift=one.id in details.liftable) for one in details.holds],
        erasure=_erasure(details.erasure, roster) if details.erasure else None,
        wish=_wish(details.wish),
        erase=decision_view(details.erase),
        lacking=[roster.party_code(one) for one in details.lacking],
        may_agree=details.may_agree,
        may_keep=details.may_decide,
        may_hold=details.may_hold,
        version=row.version,
    )


def due_view(due: Due) -> DueView:
    """Return the view of an exhibit in the review queue."""
    row = due.evidence
    return DueView(
        evidence=row.id,
        exhibit_number=row.exhibit_number,
        title=row.title,
        because=due.because,
        review_on=row.review_on,
        ends_at=due.ends_at,
        overdue=due.overdue,
        on_hold=due.on_hold,
        wish=_wish(due.wish),
        controller=due.controller,
        version=row.version,
    )


def _hold(row: Hold, roster: Roster, *, may_lift: bool) -> HoldView:
    shown = ("id", "court", "file_number", "reason", "set_at", "lifted_at", "lift_reason")
    return HoldView(
        **{name: getattr(row, name) for name in shown},
        party=roster.party_code(row.party),
        set_by=roster.seat_code(row.set_by),
        lifted_by=roster.seat_code(row.lifted_by) if row.lifted_by else None,
        may_lift=may_lift,
    )


def _erasure(row: Erasure, roster: Roster) -> ErasureView:
    shown = ("ground", "reason", "decided_at", "destroyed_at", "last_backup_expires")
    by = {
        name: roster.seat_code(seat) if (seat := getattr(row, name)) else None
        for name in ("decided_by", "confirmed_by")
    }
    return ErasureView(**{name: getattr(row, name) for name in shown}, **by)


def _wish(wish: PendingErasure | None) -> ErasureWishView | None:
    return None if wish is None else ErasureWishView.model_validate(wish)
