"""Pending actions: everything that one member of a team has to do, in one list with one count.

Each domain registers a source (`services/registry.py`). Every number of pending actions that the product shows (overview,
my teams, badges) comes from `of`, so they are always equal.
Sources read through row-level security and return only what this member can do now.
Not here: the sources (`services/<domain>/pending_actions.py`), and notifications, which tell what happened.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.access.seats import Seat
from app.database import Reading

#: At most this many actions of each kind are listed and counted.
MOST: Final = 100


class Group(StrEnum):
    """The screen where an action is done."""

    EVIDENCE = "evidence"
    REQUESTS = "requests"
    EXPIRING = "expiring"
    HEARINGS = "hearings"
    NOTICES = "notices"
    TASKS = "tasks"
    MESSAGES = "messages"
    OPERATIONS = "operations"
    CONSENTS = "consents"
    COPIES = "copies"
    ALERTS = "alerts"
    REVIEWS = "reviews"
    VERIFICATIONS = "verifications"
    MEMBERS = "members"
    TEAM = "team"


class ActionKind(StrEnum):
    """Kind of a pending action. Without deadlines, actions are listed in this order."""

    DAMAGED_FILES = "damaged_files"
    HASH_MISMATCH = "hash_mismatch"
    EMERGENCY_REVIEW = "emergency_review"
    OVERDUE_HANDOVER_ALERT = "overdue_handover_alert"
    BURST_ALERT = "burst_alert"
    WIDER_RELEASE_ALERT = "wider_release_alert"
    DATA_LAPSE = "data_lapse"
    GO_RESPONSE = "go_response"
    EXCULPATORY_DECISION = "exculpatory_decision"
    PRIVILEGE_REVIEW = "privilege_review"
    UPLOAD_APPROVAL = "upload_approval"
    RECALL_APPROVAL = "recall_approval"
    RELEASE_APPROVAL = "release_approval"
    COURT_USE_APPROVAL = "court_use_approval"
    RELEASE_ATTESTATION = "release_attestation"
    REQUIRED_APPROVAL = "required_approval"
    HANDOVER_ANSWER = "handover_answer"
    CONSENT_ANSWER = "consent_answer"
    QUESTION_ANSWER = "question_answer"
    RELEASE_ENDING = "release_ending"
    REQUEST_VALIDATION = "request_validation"
    REQUEST_RESULTS = "request_results"
    REQUEST_RESEND = "request_resend"
    REQUEST_CLARIFICATION = "request_clarification"
    REQUEST_ALLOCATION = "request_allocation"
    REQUEST_DEADLINE = "request_deadline"
    REQUEST_CLOSING = "request_closing"
    HEARING_CHECKLIST = "hearing_checklist"
    NOTICE_QUESTIONS = "notice_questions"
    NOTICE_REVIEW = "notice_review"
    TASK = "task"
    TASK_ANSWER = "task_answer"
    TASK_DECLINED = "task_declined"
    SIGNATURE = "signature"
    PRESS_STATEMENT_APPROVAL = "press_statement_approval"
    COPY_ANSWER = "copy_answer"
    RETENTION_REVIEW = "retention_review"
    ERASURE_CONFIRMATION = "erasure_confirmation"
    MEMBER_CONFIRMATION = "member_confirmation"
    ROLE_CONFIRMATION = "role_confirmation"
    REASSIGNMENT = "reassignment"
    CONTROLLER_CONFIRMATION = "controller_confirmation"
    CLOSING_AGREEMENT = "closing_agreement"
    DOWNLOAD_ALERT = "download_alert"
    FIRST_VIEW_ALERT = "first_view_alert"


class Noun(StrEnum):
    """The kind of object that an action leads to."""

    EVIDENCE = "evidence"
    REQUEST = "request"
    HEARING = "hearing"
    NOTICE = "notice"
    TASK = "task"
    MESSAGE = "message"
    OPERATION = "operation"
    CONSENT = "consent"
    HANDOVER = "handover"
    COPY = "copy"
    ALERT = "alert"
    MEMBER = "member"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingAction:
    """One pending action, or several alerts of the same kind.

    Attributes:
        kind: Its kind.
        group: The screen where it is done.
        noun: The kind of object that it leads to.
        id: That object; the newest one if there are several.
        title: Title of the object.
        number: Number of the exhibit, request, notice or task, or code of the member.
        parent: The channel of a message, or the exhibit of an object that belongs to one.
        since_at: When it became pending.
        due_at: Its deadline.
        due_zone: Time zone of the deadline.
        party: The other party that it concerns.
        member: The member who asked for it or caused it.
        detail: A file name, text or reason.
        count: How many alerts, missing things of a hearing, or duties to reassign this action stands for.
        objects: How many exhibits these alerts concern.
        parties: The parties that caused these alerts.
    """

    kind: ActionKind
    group: Group
    noun: Noun
    id: UUID
    title: str
    number: str | None = None
    parent: UUID | None = None
    since_at: datetime | None = None
    due_at: datetime | None = None
    due_zone: str | None = None
    party: UUID | None = None
    member: UUID | None = None
    detail: str | None = None
    count: int = 1
    objects: int = 1
    parties: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class PendingActions:
    """The pending actions of a member, next deadline first."""

    items: Sequence[PendingAction]

    @property
    def total(self) -> int:
        """Return how many there are."""
        return len(self.items)

    @property
    def by_group(self) -> Mapping[Group, int]:
        """Return how many there are in each group; groups without any are left out."""
        counts = Counter(one.group for one in self.items)
        return {group: counts[group] for group in Group if counts[group]}


Source = Callable[[Reading, Seat], Awaitable[Iterable[PendingAction]]]
_sources: dict[str, Source] = {}


def register(domain: str, source: Source) -> None:
    """Make `source` the source of a domain. Registering it again has no effect."""
    _sources[domain] = source


async def of(session: Reading, seat: Seat) -> PendingActions:
    """Return what this member has to do. In a closed team there is nothing to do."""
    if seat.closed:
        return PendingActions(())
    found = [one for source in _sources.values() for one in await source(session, seat)]
    return PendingActions(sorted(found, key=_order))


_ORDER: Final = {kind: place for place, kind in enumerate(ActionKind)}
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
_ALWAYS: Final = datetime.min.replace(tzinfo=UTC)


def _order(one: PendingAction) -> tuple[datetime, int, datetime, UUID]:
    return one.due_at or _NEVER, _ORDER[one.kind], one.since_at or _ALWAYS, one.id
