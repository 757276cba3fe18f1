"""Routes for a party's default sharing rules: list, add, change, retire, and apply changes to existing exhibits."""

from uuid import UUID

from fastapi import Response, status

from app.api import pagination
from app.api.guards import MayDecideRules, MayReadRules, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Page, ReasonForm, expected_version
from app.api.sharing.views.access_rules import AccessRuleForm, AccessRuleView, RuleChangeForm, access_rule_view
from app.api.sharing.views.rule_changes import ApplicationForm, AppliedView, Lots, LotView, applied_view, lot_view
from app.services.sharing import access_rules as service
from app.services.sharing import rule_changes
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}/access-rules", tags=["access-rules"])


@router.get("")
async def list_access_rules(session: ReadingUnit, seat: MayReadRules, response: Response) -> Page[AccessRuleView]:
    """List the rules in force of the caller's party, by code."""
    await tell_position(response, session, seat.jit)
    rows = await service.list_rules(session, seat)
    roster = await rosters.of(session, seat.jit)
    return Page(items=[access_rule_view(row, roster) for row in rows], next=None)


@router.get("/changes")
async def preview_rule_changes(
    session: ReadingUnit, seat: MayDecideRules, response: Response, cursor: str | None = None, limit: Lots = 100
) -> LotView:
    """Preview what the current rules would change for existing exhibits whose releases were made by rules.

    Paginated.
    """
    await tell_position(response, session, seat.jit)
    return lot_view(await rule_changes.preview(session, seat, after=pagination.position(cursor, UUID), limit=limit))


@router.post("/changes")
async def apply_rule_changes(session: WritingUnit, seat: MayDecideRules, form: ApplicationForm) -> AppliedView:
    """Apply the changes of one previewed page, exactly as shown. Each change is a release or a recall."""
    done = await rule_changes.apply(
        session,
        seat,
        after=pagination.position(form.cursor, UUID),
        limit=form.limit,
        token=form.token,
        privilege_checked=form.privilege_checked,
    )
    return applied_view(done)


@router.post("", status_code=status.HTTP_201_CREATED)
async def add_access_rule(session: WritingUnit, seat: MayDecideRules, form: AccessRuleForm) -> AccessRuleView:
    """Add a rule. It creates releases for exhibits that are registered from now on."""
    rule = await service.add(session, seat, form.cell(), form.terms())
    return access_rule_view(rule, await rosters.of(session, seat.jit))


@router.put("/{rule}")
async def change_access_rule(
    session: WritingUnit, seat: MayDecideRules, rule: UUID, form: RuleChangeForm, if_match: IfMatch = None
) -> AccessRuleView:
    """Change what a rule grants. Existing exhibits are not changed."""
    expected = expected_version(if_match)
    changed = await service.change(session, seat, rule, form.terms(), expected=expected, reason=form.reason)
    return access_rule_view(changed, await rosters.of(session, seat.jit))


@router.delete("/{rule}", status_code=status.HTTP_204_NO_CONTENT)
async def retire_access_rule(
    session: WritingUnit, seat: MayDecideRules, rule: UUID, form: ReasonForm, if_match: IfMatch = None
) -> None:
    """Retire a rule. Existing exhibits are not changed."""
    await service.retire(session, seat, rule, expected=expected_version(if_match), reason=form.reason)
