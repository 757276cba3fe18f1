"""The forms and views of what changed rules would change of the exhibits that are there already."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.api.schemas import Form, View
from app.api.views.releases import TermsView, terms_view
from app.services.roster import Roster
from app.services.rule_changes import Change, Lot

Lots = Annotated[int, Field(ge=1, le=200)]


class ApplicationForm(Form):
    """A page of changes as it was shown: where it begins, how much it holds, and its token."""

    cursor: str | None = None
    limit: Lots = 100
    token: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class RuleChangeView(View):
    """One party of one exhibit: from which release to which; null is none. `rules`: by which, by their codes."""

    evidence: UUID
    exhibit_number: str
    title: str
    party: str
    before: TermsView | None
    after: TermsView | None
    because: str
    rules: list[str]


class LotView(View):
    """A page of changes. `token`: what applying it demands; `next`: the cursor of the next page."""

    items: list[RuleChangeView]
    token: str
    next: str | None


class AppliedView(View):
    """How many changes were made, and the cursor of the next page."""

    applied: int
    next: str | None


def lot_view(lot: Lot) -> LotView:
    """A page as a view."""
    return LotView(items=[_change(one, lot.roster) for one in lot.changes], token=lot.token, next=_next(lot))


def applied_view(lot: Lot) -> AppliedView:
    """The same once it was applied."""
    return AppliedView(applied=len(lot.changes), next=_next(lot))


def _next(lot: Lot) -> str | None:
    return None if lot.next is None else str(lot.next)


def _change(change: Change, roster: Roster) -> RuleChangeView:
    standing, outcome = change.standing, change.outcome
    return RuleChangeView(
        evidence=change.evidence,
        exhibit_number=change.exhibit_number,
        title=change.title,
        party=roster.party_code(change.party),
        before=terms_view(standing, standing.basis if standing is not None else None, roster),
        after=terms_view(outcome.release, outcome.basis, roster),
        because=outcome.because,
        rules=[one.code for one in outcome.rules],
    )
