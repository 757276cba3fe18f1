"""Views of the global search. Parties and members appear by code, members also by name.

Not here: the route (`api/coordination/global_search.py`).
"""

from uuid import UUID

from app.access.requests.notice_states import NoticeColour
from app.access.sharing.decisions import Level
from app.api.coordination.views.pending_actions import ActionMemberView, member_view
from app.api.requests.views.words import WordsView
from app.api.schemas import Time, View
from app.services.global_search import Found, Hit, SearchKind
from app.services.teams.roster import Roster


class HitView(View):
    """An object that was found. `at`: when a message was sent, when a task is due, or H-hour.

    `parent`: the channel of a message. `level`: the caller's access level to an exhibit. `detail`: the title of the action
    day to which an action belongs. `state`: of a request, notice, task, action day, action or member; kind of a message.
    `instrument`: of a request. `colour`, `is_diffusion`: of an INTERPOL notice or diffusion.
    """

    id: UUID
    parent: UUID | None
    title: str
    number: str | None
    party: str | None
    member: ActionMemberView | None
    at: Time | None
    state: str | None
    level: str | None
    detail: str | None
    instrument: WordsView | None
    colour: NoticeColour | None
    is_diffusion: bool | None


class SearchGroupView(View):
    """The objects of one kind that were found. `more`: whether the limit left some out."""

    kind: SearchKind
    items: list[HitView]
    more: bool


class SearchView(View):
    """The objects found, grouped by kind; kinds without hits are left out."""

    groups: list[SearchGroupView]


def search_view(found: list[Found], roster: Roster) -> SearchView:
    """Return what was found."""
    groups = [
        SearchGroupView(kind=one.kind, items=[_hit(hit, roster) for hit in one.hits], more=one.more) for one in found
    ]
    return SearchView(groups=groups)


def _hit(one: Hit, roster: Roster) -> HitView:
    return HitView(
        id=one.id,
        parent=one.parent,
        title=one.title,
        number=one.number,
        party=None if one.party is None else roster.party_code(one.party),
        member=member_view(one.member, roster),
        at=one.at,
        state=one.state,
        level=None if one.level is None else Level(one.level).word,
        detail=one.detail,
        instrument=None if one.instrument is None else WordsView(**one.instrument),
        colour=None if one.colour is None else NoticeColour(one.colour),
        is_diffusion=one.is_diffusion,
    )
