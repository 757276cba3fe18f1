"""Refusals: errors that say why something was not done, independent of HTTP.

Services raise the classes of this module; `api/problems.py` renders them as `application/problem+json` (RFC 9457).
Invisible and absent objects give the same `NotFound` with the same text.
Not here: anything about requests; of HTTP only the status number of each class.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar
from uuid import UUID


class Refusal(Exception):  # noqa: N818 - a refusal states a fact; it is not a malfunction
    """The request is not carried out. `code` is a slug for programs, `detail` a sentence for users."""

    status: ClassVar[int] = 400
    title: ClassVar[str] = "Refused"
    code: str = "refused"
    #: Whether the transaction contains only the record of this refusal, which is committed.
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
        """Create the refusal.

        Args:
            detail: Sentence for the user; the title when left out.
            code: Slug, if another than that of the class.
            field: Name of the invalid input.
            headers: Response headers.
            extra: Further members of the problem document, such as the current state.
            tried: For the record only: the act, if the guard's permission does not name it.
            about: For the record only: the exhibit, if the path does not name it.
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
    """Put a refusal that is recorded into `refused`, to be raised after its record is committed.

    Any other refusal is raised at once.
    """
    try:
        yield
    except Refusal as refusal:
        if not refusal.is_recorded:
            raise
        refused.append(refusal)


class Invalid(Refusal):
    """The input is well-formed but its content is not valid; nothing was changed."""

    status, title, code = 422, "Some values are not valid", "invalid"


class Malformed(Refusal):
    """The input cannot be parsed."""

    status, title, code = 400, "The request cannot be read", "malformed"


class Unauthenticated(Refusal):
    """There is no sign-in, or the session or token has ended."""

    status, title, code = 401, "Sign in first", "unauthenticated"


class Forbidden(Refusal):
    """The user may see the object, but may not do this to it."""

    status, title, code = 403, "Not allowed", "forbidden"


class NotFound(Refusal):
    """Absent or invisible; the response is the same."""

    status, title, code = 404, "Not found", "not-found"

    def __init__(self) -> None:
        """Create it. There is no detail, so that absent and invisible cannot be distinguished."""
        super().__init__("This item does not exist, or you do not have access to it.")


class Conflict(Refusal):
    """The object's state does not allow this."""

    status, title, code = 409, "Not possible in the current state", "conflict"


class TeamClosed(Conflict):
    """The team is closed: its ledger has its last entry, and nothing more is recorded."""

    code = "team-closed"

    def __init__(self) -> None:
        """Create it with a fixed text."""
        super().__init__("This team is closed and can only be read.")


class Gone(Refusal):
    """The object existed and is gone: an expired link, an ended access event."""

    status, title, code = 410, "No longer available", "gone"


class Stale(Refusal):
    """Another user changed it first; the current state is in `extra["current"]`."""

    status, title, code = 412, "Changed by another user", "stale"


class TooLarge(Refusal):
    """Larger than the limit named in the detail."""

    status, title, code = 413, "Too large", "too-large"


class Unsupported(Refusal):
    """A media type or protocol version that is not supported."""

    status, title, code = 415, "Not supported", "unsupported"


class OutOfRange(Refusal):
    """A byte range outside the content."""

    status, title, code = 416, "The range is outside the content", "out-of-range"


class Locked(Refusal):
    """Another request holds it at this moment; try again."""

    status, title, code = 423, "In use at this moment", "locked"


class PreconditionRequired(Refusal):
    """A change needs `If-Match`, so that no concurrent edit is lost."""

    status, title, code = 428, "Version required", "precondition-required"


class Throttled(Refusal):
    """Too many attempts; `headers` contains `Retry-After` in seconds."""

    status, title, code = 429, "Too many attempts", "throttled"


class Unavailable(Refusal):
    """A required part is not available at this moment."""

    status, title, code = 503, "Not available at this moment", "unavailable"


class Busy(Unavailable):
    """Other requests held the same rows, or every connection, for too long. The transaction was rolled back."""

    title, code = "The server is busy", "busy"

    def __init__(self) -> None:
        super().__init__(
            "The server is busy, or another user is changing the same data. Nothing was saved. Try again.",
            headers={"Retry-After": "1"},
        )


class DatabaseAway(Unavailable):
    """The database does not answer. The request was not carried out."""

    title, code = "The database does not respond", "database-away"

    def __init__(self) -> None:
        super().__init__(
            "The database does not respond. Nothing was saved. Try again in a few seconds.",
            headers={"Retry-After": "5"},
        )


class OutcomeUnknown(Unavailable):
    """The connection was lost during a commit: the change was made or not."""

    title, code = "Result unknown", "outcome-unknown"


class NoSpace(Refusal):
    """The storage is full; what arrived before is kept."""

    status, title, code = 507, "Storage full", "no-space"


class Unexpected(Refusal):
    """A fault of the server's code. Its details are in the log only."""

    status, title, code = 500, "Server error", "unexpected"

    def __init__(self) -> None:
        super().__init__("The server failed. Nothing was saved. Try again, or tell the operator.")
