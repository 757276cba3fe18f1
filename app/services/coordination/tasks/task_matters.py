"""Link tasks to decisions, consents, legal requests and items of these.

A link and its entry are visible only to members who see both ends.

A link does not change the task's version: the version would reveal one of these to members who may not see it. The domain `requests` tells who hears of a request
or an item of it (`services/registry.py`).

Not here: chat, which cannot be linked; exhibits (`task_parts.py`).
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import task_states
from app.access.coordination.task_states import WORKING
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid
from app.ledger import journal
from app.ledger.facts import TaskTied, TaskUntied
from app.ledger.facts.fact import Fact
from app.models import (
    Channel,
    Consent,
    LegalRequest,
    Message,
    RequestItem,
    Task,
    TaskConsent,
    TaskDecision,
    TaskRequest,
    TaskRequestItem,
)
from app.services.coordination import messages, recipients
from app.services.coordination.recipients import Hearing
from app.services.coordination.tasks import tasks
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Matters:
    """Decisions, consents, legal requests and items of these, by their ids."""

    decisions: Sequence[UUID] = ()
    consents: Sequence[UUID] = ()
    requests: Sequence[UUID] = ()
    items: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class _End:
    """A decision, consent, legal request or item of one to link.

    Attributes:
        what: `decision`, `consent`, `request` or `item`.
        id: Its id.
        hearing: Recipients of entries about it.
        evidence: The exhibit of a consent; only members who see it receive the entry.
    """

    what: str
    id: UUID
    hearing: Hearing
    evidence: UUID | None = None


@dataclass(slots=True)
class LinkedMatters:
    """Linked decisions, consents, legal requests and items of one task, as far as the member sees them.

    `decisions`: messages with their channels, and their texts with markers as the member reads them; `None` if erased.
    `items`: items with the numbers of their requests.
    """

    decisions: list[tuple[Message, Channel, str | None]] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    requests: list[LegalRequest] = field(default_factory=list)
    items: list[tuple[RequestItem, str]] = field(default_factory=list)


Audience = Callable[[Reading, Roster, Collection[UUID]], Awaitable[Mapping[UUID, Hearing]]]
_audiences: dict[str, Audience] = {}


def register(what: str, audience: Audience) -> None:
    """Make `audience` tell the recipients of entries about visible objects of a kind of a domain above."""
    _audiences[what] = audience


async def of(session: Reading, wanted: Sequence[UUID]) -> dict[UUID, LinkedMatters]:
    """Return the linked decisions, consents, legal requests and items of each of these tasks."""
    found: dict[UUID, LinkedMatters] = defaultdict(LinkedMatters)
    decisions = (
        select(TaskDecision.task, Message, Channel)
        .join(Message, Message.id == TaskDecision.message)
        .join(Channel, Channel.id == Message.channel)
        .where(TaskDecision.task.in_(wanted))
        .order_by(Message.id)
    )
    rows = (await session.execute(decisions)).all()
    texts = await messages.texts_as_read(session, [row.Message for row in rows])
    for task, message, channel in rows:
        found[task].decisions.append((message, channel, message.text and texts[message.id]))
    consents = select(TaskConsent.task, Consent).join(Consent, Consent.id == TaskConsent.consent)
    for task, consent in await session.execute(consents.where(TaskConsent.task.in_(wanted)).order_by(Consent.id)):
        found[task].consents.append(consent)
    requests = select(TaskRequest.task, LegalRequest).join(LegalRequest, LegalRequest.id == TaskRequest.request)
    requests = requests.where(TaskRequest.task.in_(wanted)).order_by(LegalRequest.id)
    for task, request in await session.execute(requests):
        found[task].requests.append(request)
    items = (
        select(TaskRequestItem.task, RequestItem, LegalRequest.number)
        .join(RequestItem, RequestItem.id == TaskRequestItem.item)
        .join(LegalRequest, LegalRequest.id == RequestItem.request)
        .order_by(RequestItem.request, RequestItem.place)
    )
    for task, item, number in await session.execute(items.where(TaskRequestItem.task.in_(wanted))):
        found[task].items.append((item, number))
    return found


async def tasks_of(session: Reading, table: type[Any], wanted: Sequence[UUID]) -> dict[UUID, list[Task]]:
    """Return the visible tasks linked to these decisions or consents, oldest first.

    `table`: `TaskDecision` or `TaskConsent`.
    """
    end = table.message if table is TaskDecision else table.consent
    query = select(end, Task).join(Task, Task.id == table.task).where(end.in_(wanted)).order_by(Task.id)
    found: dict[UUID, list[Task]] = defaultdict(list)
    for one, task in await session.execute(query):
        found[one].append(task)
    return found


async def tasks_of_consents(session: Reading, consents: Sequence[UUID]) -> dict[UUID, list[Task]]:
    """Return the visible tasks linked to these consent requests, oldest first."""
    return await tasks_of(session, TaskConsent, consents)


async def tie_new(session: Writing, seat: Seat, task: UUID, matters: Matters) -> None:
    """Link a new task to its matters. Raises `Invalid` if one is absent, invisible or chat."""
    found, roster = await tasks.find(session, task), await rosters.of(session, seat.jit)
    ends = await _ends(session, roster, matters, "")
    await journal.append(session, seat, *[_fact(TaskTied, found, roster, end) for end in ends])
    for end in ends:
        await _insert(session, seat, task, end)


async def change(session: Writing, seat: Seat, task: UUID, tie: Matters, untie: Matters) -> None:
    """Link and unlink decisions, consents, legal requests and items of these.

    Links that already have the wanted state stay unchanged.

    Takes the lock of the task.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member is neither assignee, assigner nor coordinator.
        Invalid: A decision, consent, request or item is absent, invisible or chat.
    """
    await tasks.in_turn(session, task)
    found = await tasks.find(session, task)
    if not WORKING & task_states.relations_of(seat, found):
        raise Forbidden(tasks.NOT_YOURS, code="not-your-task")
    roster = await rosters.of(session, seat.jit)
    tying = await _ends(session, roster, tie, "link_")
    parting = await _ends(session, roster, untie, "unlink_")
    facts: list[Fact] = [
        _fact(TaskTied, found, roster, end) for end in tying if await _insert(session, seat, task, end)
    ]
    facts += [_fact(TaskUntied, found, roster, end) for end in parting if await _delete(session, task, end)]
    await journal.append(session, seat, *facts)


async def _ends(session: Reading, roster: Roster, matters: Matters, before: str) -> list[_End]:
    """Find the objects to link. Raises the same `Invalid` for absent and invisible ones and for chat.

    `before`: how the names of the fields begin.
    """
    query = select(Message.id, Channel).join(Channel, Channel.id == Message.channel)
    rows = await session.execute(query.where(Message.id.in_(matters.decisions), Message.kind == "decision"))
    decisions: dict[UUID, Channel] = {row.id: row.Channel for row in rows}
    asked = await session.scalars(select(Consent).where(Consent.id.in_(matters.consents)))
    consents = {one.id: one for one in asked}
    for index, one in enumerate(matters.decisions):
        if one not in decisions:
            raise Invalid(
                "This decision does not exist, or you do not have access to it.", field=f"{before}decisions.{index}"
            )
    for index, one in enumerate(matters.consents):
        if one not in consents:
            raise Invalid(
                "This request does not exist, or you do not have access to it.", field=f"{before}consents.{index}"
            )
    heard = await _audiences["request"](session, roster, matters.requests) if matters.requests else {}
    for index, one in enumerate(matters.requests):
        if one not in heard:
            raise Invalid(
                "This request does not exist, or you do not have access to it.", field=f"{before}requests.{index}"
            )
    parts = await _audiences["item"](session, roster, matters.items) if matters.items else {}
    for index, one in enumerate(matters.items):
        if one not in parts:
            raise Invalid(
                "This item does not exist, or you do not have access to it.", field=f"{before}request_items.{index}"
            )
    told = [_End("decision", one, recipients.of_decision(decisions[one], roster, one)) for one in matters.decisions]
    told += [_End("request", one, heard[one]) for one in matters.requests]
    told += [_End("item", one, parts[one]) for one in matters.items]
    return told + [_End("consent", one, _parties_of(consents[one]), consents[one].evidence) for one in matters.consents]


def _parties_of(consent: Consent) -> Hearing:
    return ((consent.asker_party, None), (consent.asked_party, None))


def _fact(kind: type[TaskTied], task: Task, roster: Roster, end: _End) -> TaskTied:
    hearing = recipients.of_both(recipients.of_task(task, roster), end.hearing, roster)
    return kind(
        task=task.id,
        number=task.number,
        hearing=hearing,
        what=end.what,
        matter=str(end.id),
        evidence=end.evidence,
    )


async def _insert(session: Writing, seat: Seat, task: UUID, end: _End) -> bool:
    table = _TABLES[end.what]
    row = {"task": task, "jit": seat.jit, "linked_by": seat.id, "linked_at": clock.now(), _column(end): end.id}
    done = insert(table).values(row).on_conflict_do_nothing().returning(table.task)
    return await session.scalar(done) is not None


async def _delete(session: Writing, task: UUID, end: _End) -> bool:
    table = _TABLES[end.what]
    gone = delete(table).where(table.task == task, getattr(table, _column(end)) == end.id).returning(table.task)
    return await session.scalar(gone) is not None


def _column(end: _End) -> str:
    return "message" if end.what == "decision" else end.what


_TABLES: Final[dict[str, type[Any]]] = {
    "decision": TaskDecision,
    "consent": TaskConsent,
    "request": TaskRequest,
    "item": TaskRequestItem,
}
