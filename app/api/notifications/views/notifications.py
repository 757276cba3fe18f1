"""Forms and views of notifications and notification settings."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.access.notification_rules import NotificationKind, Noun, Urgency
from app.api.schemas import Form, Time, View
from app.services.notifications import notifications
from app.services.notifications.preferences import Preferences, Wanted, clock_time, clock_words

UrgencyWord = Literal["now", "today", "whenever"]
#: A time of day in the account's zone.
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class SubjectView(View):
    """Subject of a notification, as the reader sees it now.

    `evidence`: the exhibit concerned, if the reader sees it.

    `number`: of an exhibit or task, code of a member, or a day. `within`: the channel or action day to which it
    belongs.
    """

    noun: Noun
    id: UUID
    number: str | None
    title: str | None
    evidence: UUID | None
    within: UUID | None


class NotificationView(View):
    """A notification. `by`: who acted. `due_at`: the approaching time, for notifications about deadlines."""

    id: UUID
    kind: NotificationKind
    urgency: UrgencyWord
    at: Time
    by: str | None
    due_at: Time | None
    subject: SubjectView
    read: bool
    dismissed: bool
    version: int


class NotificationForm(Form):
    """Changes of a notification. Omitted fields stay unchanged."""

    read: bool | None = None
    dismissed: bool | None = None


class NotificationCountsView(View):
    """Number of unread notifications; `now`: urgent ones among them. `most`: counting stops at this number."""

    unread: int
    now: int
    most: int


class NotificationsReadForm(Form):
    """The newest displayed notification. It and all older ones are marked as read."""

    until: UUID


class ReadingView(View):
    """Number of notifications marked as read together. `id` is needed to undo it."""

    id: UUID
    count: int


class UndoneView(View):
    """Number of notifications that are unread again."""

    count: int


class PreferencesForm(Form):
    """Notification settings.

    `threshold`: urgency from which an e-mail is sent at once. Times are in the account's zone.
    """

    by_mail: bool
    threshold: UrgencyWord | None
    digest_hour: Annotated[int, Field(ge=0, le=23)] | None
    quiet_from: ClockTime | None
    quiet_to: ClockTime | None
    urgent_passes: bool

    @model_validator(mode="after")
    def _quiet_has_two_ends(self) -> Self:
        if (self.quiet_from is None) != (self.quiet_to is None):
            missing = "quiet_from" if self.quiet_from is None else "quiet_to"
            raise PydanticCustomError("quiet", "Enter the start and the end of the quiet hours.", {"field": missing})
        if self.quiet_from is not None and self.quiet_from == self.quiet_to:
            raise PydanticCustomError(
                "quiet", "Quiet hours cannot start and end at the same time.", {"field": "quiet_to"}
            )
        return self

    def wanted(self) -> Wanted:
        """Return the settings as the service takes them."""
        return Wanted(
            by_mail=self.by_mail,
            threshold=None if self.threshold is None else Urgency[self.threshold.upper()],
            digest_hour=self.digest_hour,
            quiet_from=clock_time(self.quiet_from),
            quiet_to=clock_time(self.quiet_to),
            urgent_passes=self.urgent_passes,
        )


class PreferencesView(View):
    """The notification settings. `available`: this server sends e-mail. `email`, `time_zone`: those of the account."""

    by_mail: bool
    threshold: UrgencyWord | None
    digest_hour: int | None
    quiet_from: str | None
    quiet_to: str | None
    urgent_passes: bool
    available: bool
    email: str
    time_zone: str
    version: int


def notification_view(details: notifications.NotificationDetails) -> NotificationView:
    """Return the view of a notification."""
    row = details.notification
    return NotificationView(
        id=row.id,
        kind=NotificationKind(row.kind),
        urgency=urgency_word(Urgency(row.urgency)),
        at=row.at,
        by=details.by,
        due_at=None if row.talk else row.moment,
        subject=SubjectView.model_validate(details.subject),
        read=row.read_at is not None,
        dismissed=row.dismissed_at is not None,
        version=row.version,
    )


def preferences_view(found: Preferences, *, available: bool) -> PreferencesView:
    """Return the view of the notification settings."""
    wanted = found.wanted
    return PreferencesView(
        by_mail=wanted.by_mail,
        threshold=None if wanted.threshold is None else urgency_word(wanted.threshold),
        digest_hour=wanted.digest_hour,
        quiet_from=clock_words(wanted.quiet_from),
        quiet_to=clock_words(wanted.quiet_to),
        urgent_passes=wanted.urgent_passes,
        available=available,
        email=found.email,
        time_zone=found.time_zone,
        version=found.version,
    )


def urgency_word(urgency: Urgency) -> UrgencyWord:
    """Return the API's word for an urgency."""
    words: dict[Urgency, UrgencyWord] = {Urgency.NOW: "now", Urgency.TODAY: "today", Urgency.WHENEVER: "whenever"}
    return words[urgency]
