"""Refusals: why something was not done, in words, without HTTP.

Here is the closed family that services raise; `api/problems.py` renders each as `application/problem+json`
(RFC 9457). Deliberately not here: status codes of the wire beyond the family's own number, and anything about requests.

A refusal of what is invisible and of what is absent is the same `NotFound`, with the same words.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar
from uuid import UUID


class Refusal(Exception):  # noqa: N818 - a refusal states a fact; it is not a malfunction
    """What was asked is not done. `code` is a slug for machines, `detail` a sentence for people."""

    status: ClassVar[int] = 400
    title: ClassVar[str] = "Refused"
    code: str = "refused"
    #: The transaction holds nothing but the record of this refusal, which is committed all the same.
    is_recorded: bool = False

    def __init__(
        self,
        detail: str | None = None,
        *,
        code: str | None = None,
        field: str | None = None,
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, object] | None = None,
        tried: str | None = None,
        about: UUID | None = None,
    ) -> None:
        """`field` names the input at fault; `extra` joins the problem document (for example the current state).

        `tried` and `about`, for the record alone: the act, where the door's permission does not say it, and the exhibit,
        where the path does not.
        """
        self.detail = detail or self.title
        self.field = field
        self.tried, self.about = tried, about
        self.headers = dict(headers or {})
        self.extra = dict(extra or {})
        if code is not None:
            self.code = code
        super().__init__(self.detail)


@contextmanager
def held_back(refused: list[Refusal]) -> Iterator[None]:
    """Put a refusal that is recorded into `refused`, to be raised once its record is committed. Any other is raised at once."""
    try:
        yield
    except Refusal as refusal:
        if not refusal.is_recorded:
            raise
        refused.append(refusal)


class Invalid(Refusal):
    """The input has the right form and a wrong content; nothing was changed."""

    status, title, code = 422, "The input is not valid", "invalid"


class Malformed(Refusal):
    """The input cannot be read at all."""

    status, title, code = 400, "The request cannot be read", "malformed"


class Unauthenticated(Refusal):
    """Nobody is signed in, or the session or token has ended."""

    status, title, code = 401, "Sign in first", "unauthenticated"


class Forbidden(Refusal):
    """The asker may see the object, and may not do this to it."""

    status, title, code = 403, "Not allowed", "forbidden"


class NotFound(Refusal):
    """Absent or invisible: the two are one."""

    status, title, code = 404, "Not found", "not-found"

    def __init__(self) -> None:
        """Takes no words, so that absent and invisible cannot be told apart."""
        super().__init__("There is nothing here that you may see.")


class Conflict(Refusal):
    """The object's state does not admit this."""

    status, title, code = 409, "The current state does not admit this", "conflict"


class TeamClosed(Conflict):
    """The team is closed: its ledger has had its last entry, and nothing is entered any more."""

    code = "team-closed"

    def __init__(self) -> None:
        """Says the same of everything."""
        super().__init__(
            "This team is closed: its ledger has its last entry. It is read, and nothing is entered any more."
        )


class Gone(Refusal):
    """It was here and is no more: an expired link, an ended opening."""

    status, title, code = 410, "No longer available", "gone"


class Stale(Refusal):
    """Somebody changed it first; the current state rides in `extra["current"]`."""

    status, title, code = 412, "Changed by somebody else meanwhile", "stale"


class TooLarge(Refusal):
    """Larger than the limit that the detail names."""

    status, title, code = 413, "Too large", "too-large"


class Unsupported(Refusal):
    """A media type or a protocol version that is not spoken here."""

    status, title, code = 415, "Not supported", "unsupported"


class OutOfRange(Refusal):
    """A byte range that the content does not have."""

    status, title, code = 416, "The range is outside the content", "out-of-range"


class Locked(Refusal):
    """Somebody else holds it at this moment; try again."""

    status, title, code = 423, "In use at this moment", "locked"


class PreconditionRequired(Refusal):
    """A change needs `If-Match`, so that no concurrent edit is lost."""

    status, title, code = 428, "Say which version you change", "precondition-required"


class Throttled(Refusal):
    """Too many tries; `headers` carries `Retry-After` in seconds."""

    status, title, code = 429, "Too many tries", "throttled"


class Unavailable(Refusal):
    """A part that this needs is not there at this moment."""

    status, title, code = 503, "Not available at this moment", "unavailable"


class Busy(Unavailable):
    """Others hold the same rows, or every connection, longer than anybody should wait; what was begun is rolled back whole."""

    title, code = "Too much happens at this moment", "busy"

    def __init__(self) -> None:
        super().__init__(
            "Too much happens at this moment, or others change the same. Nothing was changed; try again.",
            headers={"Retry-After": "1"},
        )


class DatabaseAway(Unavailable):
    """No database answers. The request was not carried out."""

    title, code = "The database does not answer", "database-away"

    def __init__(self) -> None:
        super().__init__(
            "The database does not answer at this moment. Nothing was changed; try again in a few seconds.",
            headers={"Retry-After": "5"},
        )


class OutcomeUnknown(Unavailable):
    """The database went away while a change was being committed: it is done, or it is not."""

    title, code = "It is not known whether this was done", "outcome-unknown"


class NoSpace(Refusal):
    """The store is full; what arrived before is kept."""

    status, title, code = 507, "The store is full", "no-space"
