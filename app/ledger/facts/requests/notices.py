"""Facts about INTERPOL notices, visible to the party of the notice and to parties to which it was released.

Answers to checks and challenges are for the party of the notice alone, and so are reasons. Not here: who these parties
are (`services/requests/notices/drafting.py`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFact(NamedFact):
    """A fact about one notice or diffusion, with its number."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    notice: UUID = subject()
    number: str = said()

    @property
    def about(self) -> UUID | None:
        """The notice."""
        return self.notice


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDrafted(NoticeFact):
    """A notice was drafted. `source`: kind of the file from which it was imported, if any."""

    kind: ClassVar[str] = "notice.drafted"
    colour: str = said()
    is_diffusion: bool = said()
    source: str | None = said()
    content: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeChanged(NoticeFact):
    """The content of a notice was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "notice.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCheckAnswered(NoticeFact):
    """A question of the checks was answered. `question`: its key in the request sheet."""

    kind: ClassVar[str] = "notice.check_answered"
    check: UUID = subject()
    question: str = said()
    answer: str = said()
    reason: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeMoved(NoticeFact):
    """A notice reached another state. `ground`: of a refusal."""

    kind: ClassVar[str] = "notice.moved"
    former: str = said()
    state: str = said()
    ground: str | None = said()
    occurred_at: str = said()
    reason: str | None = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSent(NoticeMoved):
    """A notice was given to the National Central Bureau: its content went out."""

    kind: ClassVar[str] = "notice.sent"
    led: ClassVar[Led] = Led.DISCLOSURE


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHitRecorded(NoticeFact):
    """A hit was recorded. `measure`: what the country did: arrest, watch, restriction."""

    kind: ClassVar[str] = "notice.hit_recorded"
    hit: UUID = subject()
    country: str = said()
    place: str | None = said()
    measure: str | None = said()
    what: str = said()
    occurred_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeChallenged(NoticeFact):
    """A person challenged a notice before the Commission for the Control of INTERPOL's Files."""

    kind: ClassVar[str] = "notice.challenged"
    challenge: UUID = subject()
    challenge_kind: str = said()
    received_on: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeChallengeChanged(NoticeFact):
    """The record of a challenge was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "notice.challenge_changed"
    led: ClassVar[Led] = Led.ALTERATION
    challenge: UUID = subject()
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswerFact(NoticeFact):
    """A warning about the answer to the questions of the CCF about a challenged notice."""

    challenge: UUID = subject()
    due_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswerNear(NoticeAnswerFact):
    """The answer is due soon."""

    kind: ClassVar[str] = "notice.answer_near"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswerMissed(NoticeAnswerFact):
    """The day has passed, and no answer was recorded."""

    kind: ClassVar[str] = "notice.answer_missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReviewDue(NoticeFact):
    """A warning that the review of a notice is due soon, or on this day."""

    kind: ClassVar[str] = "notice.review_due"
    review_on: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeExhibitLinked(NoticeFact):
    """An exhibit was linked to a notice. `exhibit_kind`: warrant, photograph, fingerprints and others."""

    kind: ClassVar[str] = "notice.exhibit_linked"
    evidence: UUID = aside()
    exhibit: str = said()
    exhibit_number: str = said()
    exhibit_kind: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeExhibitUnlinked(NoticeExhibitLinked):
    """The link of an exhibit to a notice was removed."""

    kind: ClassVar[str] = "notice.exhibit_unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWarrantLinked(NoticeFact):
    """A notice rests on a request for arrest or extradition of its party."""

    kind: ClassVar[str] = "notice.warrant_linked"
    request: UUID = subject()
    request_number: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWarrantUnlinked(NoticeWarrantLinked):
    """The link of a notice to the request for arrest or extradition was removed."""

    kind: ClassVar[str] = "notice.warrant_unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReleased(NoticeFact):
    """A notice was released to another party.

    `content`: what the party reads from then on, since it does not see earlier entries.
    """

    kind: ClassVar[str] = "notice.released"
    led: ClassVar[Led] = Led.DISCLOSURE
    release: UUID = subject()
    party: str = said()
    colour: str = said()
    content: dict[str, Any] | None = said(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRecalled(NoticeFact):
    """The release of a notice was recalled."""

    kind: ClassVar[str] = "notice.recalled"
    release: UUID = subject()
    party: str = said()
    reason: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRetained(NoticeFact):
    """A leader decided to keep the texts of an ended notice until another review."""

    kind: ClassVar[str] = "notice.retained"
    review_on: str = said()
    reason: str = said()


NOTICES = (
    NoticeDrafted,
    NoticeChanged,
    NoticeCheckAnswered,
    NoticeMoved,
    NoticeSent,
    NoticeHitRecorded,
    NoticeChallenged,
    NoticeChallengeChanged,
    NoticeAnswerNear,
    NoticeAnswerMissed,
    NoticeReviewDue,
    NoticeExhibitLinked,
    NoticeExhibitUnlinked,
    NoticeWarrantLinked,
    NoticeWarrantUnlinked,
    NoticeReleased,
    NoticeRecalled,
    NoticeRetained,
)
