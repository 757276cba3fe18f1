"""Global search in a team for exhibits, requests, notices, members, tasks, messages and action days.

The answer has only what the member may see.

Each domain registers a source per kind (`services/registry.py`). Sources use the predicates of the domain's own list.
Not here: the sources (`services/<domain>/global_search.py`), and search with filters, which each list has.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.access.seats import Seat
from app.database import Reading

#: At most this many words of a query count.
MOST_WORDS: Final = 8


class SearchKind(StrEnum):
    """Kind of the objects found, in the order of the answer."""

    EVIDENCE = "evidence"
    REQUEST = "request"
    NOTICE = "notice"
    TASK = "task"
    MESSAGE = "message"
    OPERATION = "operation"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One object that was found.

    Attributes:
        id: The object.
        title: Title, name, or the text of a message.
        number: Number of an exhibit, request, notice, task or action, or code of a member.
        parent: The channel of a message.
        party: The party that it belongs to.
        member: The author of a message, or the assignee of a task.
        at: When a message was sent, when a task is due, or H-hour.
        state: State of a request, notice, task, action day or member; kind of a message.
        level: The member's access level to an exhibit.
        detail: The title of the action day to which an action belongs.
        instrument: Title of the instrument of a request, by language.
        colour: Colour of a notice or diffusion.
        is_diffusion: Whether it is a diffusion.
    """

    id: UUID
    title: str
    number: str | None = None
    parent: UUID | None = None
    party: UUID | None = None
    member: UUID | None = None
    at: datetime | None = None
    state: str | None = None
    level: int | None = None
    detail: str | None = None
    instrument: Mapping[str, str] | None = None
    colour: str | None = None
    is_diffusion: bool | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The objects of one kind that were found; `more`: whether the limit left some out."""

    kind: SearchKind
    hits: Sequence[Hit]
    more: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a search. `text`: as entered; `words`: its words, each of which must occur; `limit`: hits wanted."""

    text: str
    words: Sequence[str]
    limit: int


Source = Callable[[Reading, Seat, Terms], Awaitable[Sequence[Hit]]]
_sources: dict[SearchKind, Source] = {}


def register(kind: SearchKind, source: Source) -> None:
    """Make `source` the source of hits of this kind. Registering it again has no effect."""
    _sources[kind] = source


async def search(session: Reading, seat: Seat, text: str, kinds: Collection[SearchKind], limit: int) -> list[Found]:
    """Return what the member may see and what matches every word; kinds without hits are left out.

    Args:
        session: The transaction of the request.
        seat: The member who searches.
        text: The query; beginnings of words are enough.
        kinds: The kinds to search; all if empty.
        limit: At most this many hits of each kind.
    """
    terms = Terms(text, text.split()[:MOST_WORDS], limit + 1)
    if not terms.words:
        return []
    answers = list[Found]()
    for kind in SearchKind:
        if (not kinds or kind in kinds) and kind in _sources:
            hits = await _sources[kind](session, seat, terms)
            answers.append(Found(kind, hits[:limit], more=len(hits) > limit))
    return [one for one in answers if one.hits]
