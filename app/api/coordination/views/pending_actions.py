"""Views of pending actions. Parties and members appear by code, members also by name.

Not here: the route (`api/coordination/pending_actions.py`).
"""

from uuid import UUID

from app.api.schemas import Time, View
from app.services.pending_actions import ActionKind, Group, Noun, PendingAction, PendingActions
from app.services.teams.roster import Roster


class ActionLinkView(View):
    """The object that an action leads to. `parent`: the channel of a message, or the exhibit of an object of one."""

    noun: Noun
    id: UUID
    parent: UUID | None


class ActionMemberView(View):
    """The member who asked for an action or caused it."""

    code: str
    name: str


class PendingActionView(View):
    """A pending action.

    `count`, `objects`, `parties`: alerts of one kind, the number of exhibits concerned, and the parties that caused them.
    `count` of a hearing: how many things are missing that the caller's party can give.

    `number`: of the exhibit, request or task, file number of a hearing, or the code of the member to confirm.
    `party`: the other party concerned.
    """

    kind: ActionKind
    group: Group
    link: ActionLinkView
    title: str
    number: str | None
    since_at: Time | None
    due_at: Time | None
    due_zone: str | None
    party: str | None
    member: ActionMemberView | None
    detail: str | None
    count: int
    objects: int
    parties: list[str]


class GroupCountView(View):
    """The number of pending actions that are done on one screen."""

    group: Group
    count: int


class PendingCountsView(View):
    """The number of pending actions of the caller, in all and for each screen; screens without any are left out."""

    total: int
    groups: list[GroupCountView]


class PendingActionsView(PendingCountsView):
    """The pending actions of the caller, next deadline first, at most one hundred of each kind."""

    items: list[PendingActionView]


def member_view(member: UUID | None, roster: Roster) -> ActionMemberView | None:
    """Return code and name of a member; None for no member or one who never took the seat."""
    found = next((row for row in roster.seats if row.id == member), None)
    return None if found is None else ActionMemberView(code=found.code, name=found.name)


def pending_counts_view(found: PendingActions) -> PendingCountsView:
    """Return the counts."""
    return PendingCountsView(total=found.total, groups=_groups(found))


def pending_actions_view(found: PendingActions, roster: Roster) -> PendingActionsView:
    """Return the list with its counts."""
    return PendingActionsView(
        total=found.total, groups=_groups(found), items=[_action(one, roster) for one in found.items]
    )


def _groups(found: PendingActions) -> list[GroupCountView]:
    return [GroupCountView(group=group, count=count) for group, count in found.by_group.items()]


def _action(one: PendingAction, roster: Roster) -> PendingActionView:
    return PendingActionView(
        kind=one.kind,
        group=one.group,
        link=ActionLinkView(noun=one.noun, id=one.id, parent=one.parent),
        title=one.title,
        number=one.number,
        since_at=one.since_at,
        due_at=one.due_at,
        due_zone=one.due_zone,
        party=None if one.party is None else roster.party_code(one.party),
        member=member_view(one.member, roster),
        detail=one.detail,
        count=one.count,
        objects=one.objects,
        parties=[roster.party_code(party) for party in one.parties],
    )
