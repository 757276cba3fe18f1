"""Forms and views of the parts of a task: links, checklist, dependencies, comments.

Not here: the task itself (`views/tasks.py`).
"""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.access.coordination.task_states import TaskState
from app.access.requests.states import Direction, ItemKind, RequestState
from app.access.sharing.consents import Use
from app.api.schemas import Form, Line, Time, View, printable
from app.models import TaskComment
from app.services.coordination.tasks import task_parts
from app.services.coordination.tasks.task_matters import LinkedMatters, Matters
from app.services.teams.roster import Roster

Links = Annotated[tuple[UUID, ...], Field(max_length=50)]
Items = Annotated[tuple[Line, ...], Field(max_length=task_parts.MOST_ITEMS)]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000), AfterValidator(printable)
]


class LinkForm(Form):
    """Exhibits, decisions, consent requests, legal requests and items of these to link to the task and to unlink."""

    link: Links = ()
    unlink: Links = ()
    link_decisions: Links = ()
    unlink_decisions: Links = ()
    link_consents: Links = ()
    unlink_consents: Links = ()
    link_requests: Links = ()
    unlink_requests: Links = ()
    link_request_items: Links = ()
    unlink_request_items: Links = ()

    def tying(self) -> tuple[Matters, Matters]:
        """Return the decisions, consent requests, legal requests and items to link, and those to unlink."""
        tie = (self.link_decisions, self.link_consents, self.link_requests, self.link_request_items)
        untie = (self.unlink_decisions, self.unlink_consents, self.unlink_requests, self.unlink_request_items)
        return matters_of(tie), matters_of(untie)


def matters_of(ids: tuple[Links, Links, Links, Links]) -> Matters:
    """Return decisions, consent requests, legal requests and items, each once, as the service takes them."""
    return Matters(*(tuple(dict.fromkeys(one)) for one in ids))


class ChecklistForm(Form):
    """Items to add to the checklist, and items to remove, tick and untick."""

    add: Items = ()
    remove: Links = ()
    tick: Links = ()
    untick: Links = ()

    def listing(self) -> task_parts.ChecklistChanges:
        """Return the changes as the service takes them."""
        return task_parts.ChecklistChanges(
            **{name: tuple(getattr(self, name)) for name in ("add", "remove", "tick", "untick")}
        )


class DependencyForm(Form):
    """Tasks to add to and remove from this task's dependencies."""

    add: Links = ()
    remove: Links = ()


class CommentForm(Form):
    """A comment. It cannot be changed later."""

    text: Words


class ItemView(View):
    """An item of a checklist. `done_by`: the member who ticked it."""

    id: UUID
    text: str
    done_by: str | None
    done_at: Time | None


class TaskRefView(View):
    """Another task, visible to the reader."""

    id: UUID
    number: str
    title: str
    state: TaskState
    due_at: Time | None


class TaskTitleView(View):
    """A task of a decision or a consent request, visible to the reader."""

    id: UUID
    number: str
    title: str


class DecisionRefView(View):
    """A decision linked to a task, visible to the reader. `text` null: erased from the record."""

    id: UUID
    channel: UUID
    channel_name: str
    text: str | None
    at: Time


class ConsentRefView(View):
    """A consent request linked to a task, visible to the reader."""

    id: UUID
    use: Use
    asker_party: str
    asked_party: str
    requested_at: Time


class TaskRequestView(View):
    """A legal request linked to a task, visible to the reader."""

    id: UUID
    number: str
    party: str
    country: str
    direction: Direction
    state: RequestState


class TaskRequestItemView(View):
    """An item of a legal request linked to a task, visible to the reader. `number`: of the request; `place`: in it."""

    id: UUID
    request: UUID
    number: str
    place: int
    kind: ItemKind
    identifier: str | None
    description: str | None


def request_item_refs(tied: LinkedMatters) -> list[TaskRequestItemView]:
    """Return the views of the linked items of legal requests that the reader may see."""
    return [
        TaskRequestItemView(
            id=item.id,
            request=item.request,
            number=number,
            place=item.place,
            kind=ItemKind(item.kind),
            identifier=item.identifier,
            description=item.description,
        )
        for item, number in tied.items
    ]


def request_refs(tied: LinkedMatters, roster: Roster) -> list[TaskRequestView]:
    """Return the views of the linked legal requests that the reader may see."""
    return [
        TaskRequestView(
            id=one.id,
            number=one.number,
            party=roster.party_code(one.party),
            country=one.country,
            direction=Direction(one.direction),
            state=RequestState(one.state),
        )
        for one in tied.requests
    ]


def decision_refs(tied: LinkedMatters) -> list[DecisionRefView]:
    """Return the views of the linked decisions that the reader may see."""
    return [
        DecisionRefView(id=one.id, channel=channel.id, channel_name=channel.name, text=text, at=one.at)
        for one, channel, text in tied.decisions
    ]


def consent_refs(tied: LinkedMatters, roster: Roster) -> list[ConsentRefView]:
    """Return the views of the linked consent requests that the reader may see."""
    return [
        ConsentRefView(
            id=one.id,
            use=Use(one.use),
            asker_party=roster.party_code(one.asker_party),
            asked_party=roster.party_code(one.asked_party),
            requested_at=one.requested_at,
        )
        for one in tied.consents
    ]


class CommentView(View):
    """A comment with the code of its author. `erased`: which texts were erased, and when."""

    id: UUID
    seat: str
    text: str
    at: Time
    erased: dict[str, Time]


def comment_view(comment: TaskComment, seat: str) -> CommentView:
    """Return the view of a comment."""
    return CommentView(id=comment.id, seat=seat, text=comment.text, at=comment.at, erased=comment.erased)
