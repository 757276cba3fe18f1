"""Forms and views of the changes that changed sharing rules would make to existing exhibits."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.api.schemas import Form, View
from app.api.sharing.views.releases import TermsView, terms_view
from app.services.sharing.rule_changes import Change, ChangePage
from app.services.teams.roster import Roster

Lots = Annotated[int, Field(ge=1, le=200)]


class ApplicationForm(Form):
    """A page of changes as previewed: its start, its size and its token.

    `privilege_checked`: confirms that the exhibits that the page shares for the first time were checked and hold nothing
    privileged.
    """

    cursor: str | None = None
    limit: Lots = 100
    token: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    privilege_checked: bool | None = None


class RuleChangeView(View):
    """A change for one exhibit and one party; null: no release. `rules`: codes of the rules that cause it."""

    evidence: UUID
    exhibit_number: str
    title: str
    party: str
    before: TermsView | None
    after: TermsView | None
    because: str
    rules: list[str]


class LotView(View):
    """A page of changes. `token`: required to apply it. `next`: cursor of the next page."""

    items: list[RuleChangeView]
    token: str
    next: str | None


class AppliedView(View):
    """The number of changes made, and the cursor of the next page."""

    applied: int
    next: str | None


def lot_view(lot: ChangePage) -> LotView:
    """Return the view of a page of changes."""
    return LotView(items=[_change(one, lot.roster) for one in lot.changes], token=lot.token, next=_next(lot))


def applied_view(lot: ChangePage) -> AppliedView:
    """Return the view of an applied page."""
    return AppliedView(applied=len(lot.changes), next=_next(lot))


def _next(lot: ChangePage) -> str | None:
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
