"""Facts about legal requests, visible to the party of the request and to parties to which it was released.

Moves are heard by parties that only know that the request exists; reasons are for the party of the request alone. Not
here: who these parties are (`services/requests/recipients.py`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFact(NamedFact):
    """A fact about one request, with its number."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    request: UUID = subject()
    number: str = said()

    @property
    def about(self) -> UUID | None:
        """The request."""
        return self.request


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDrafted(RequestFact):
    """An outgoing request was drafted, with these values and items."""

    kind: ClassVar[str] = "request.drafted"
    instrument: str = said()
    country: str = said()
    urgent: bool = said()
    title: str | None = said()
    authority: str | None = said()
    reference: str | None = said()
    facts: str | None = said()
    offence: str | None = said()
    legal_basis: str | None = said()
    zone: str | None = said()
    counterpart_reference: str | None = said()
    request_purpose: str | None = said()
    confidentiality: str | None = said()
    language: str | None = said()
    issuing_authority: str | None = said()
    validating_authority: str | None = said()
    conditions: str | None = said()
    requested_items: list[dict[str, Any]] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRegistered(RequestDrafted):
    """An incoming request was registered, with these values and items."""

    kind: ClassVar[str] = "request.registered"
    received_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestChanged(RequestFact):
    """The content of a request was changed; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "request.changed"
    led: ClassVar[Led] = Led.ALTERATION
    changes: dict[str, Any] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFormSaved(RequestFact):
    """Values of the form of a request were saved. `sections`: those that changed; the values are not in the entry.

    `values_sha256`: hash of the values, computed by the database (`schema/requests/entered_values.sql`).
    """

    kind: ClassVar[str] = "request.form_saved"
    led: ClassVar[Led] = Led.ALTERATION
    form: str = said()
    form_version: str = said()
    sections: list[str] = said()
    values_sha256: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFormSent(RequestFact):
    """A form that follows a request was sent; it is fixed since then. Hash and values: as for a saved form."""

    kind: ClassVar[str] = "request.form_sent"
    led: ClassVar[Led] = Led.DISCLOSURE
    form: str = said()
    form_version: str = said()
    values_sha256: str = said()
    occurred_at: str = said()
    reason: str | None = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMoved(RequestFact):
    """A request reached another state."""

    kind: ClassVar[str] = "request.moved"
    former: str = said()
    state: str = said()
    occurred_at: str = said()
    reason: str | None = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSent(RequestMoved):
    """A request was sent, or an incoming one was answered: its content went out.

    `despite`: grounds against the dispatch, despite which a leader sent the request for the reason that is given.
    """

    kind: ClassVar[str] = "request.sent"
    led: ClassVar[Led] = Led.DISCLOSURE
    despite: list[str] | None = said(Readers.ACTOR, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestItemMoved(RequestFact):
    """An item of a request reached another state. `item_number`: its number within the request."""

    kind: ClassVar[str] = "request.item_moved"
    item: UUID = subject()
    item_number: int = said()
    former: str = said()
    state: str = said()
    ground: str | None = said()
    occurred_at: str = said()
    reason: str | None = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReleased(RequestFact):
    """The existence or the content of a request was released to another party. `instrument`: what was asked with.

    `content`, `requested_items`: what the party reads from then on, since it does not see earlier entries. They are empty
    if only the existence was released.
    """

    kind: ClassVar[str] = "request.released"
    led: ClassVar[Led] = Led.DISCLOSURE
    release: UUID = subject()
    party: str = said()
    level: str = said()
    instrument: str = said()
    content: dict[str, Any] | None = said(default=None)
    requested_items: list[dict[str, Any]] | None = said(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReleaseAttested(RequestFact):
    """A release beyond the Union is limited to what is required, and lawful (Reg. (EU) 2023/969 Art. 17(2)).

    Only the party of the request hears it. `transfer_basis`: Chapter V of Directive (EU) 2016/680; `record`: the decision,
    the safeguards, or the ground.
    """

    kind: ClassVar[str] = "request.release_attested"
    release: UUID = subject()
    party: str = said()
    level: str = said()
    necessity: str = said()
    proportionality: str = said()
    transfer_basis: str = said()
    record: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRecalled(RequestFact):
    """A release of a request was recalled."""

    kind: ClassVar[str] = "request.recalled"
    party: str = said()
    level: str = said()
    reason: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTransmitted(RequestFact):
    """A request reached a station on its way. `receipt`: evidence of transport, by the names of ETSI REM."""

    kind: ClassVar[str] = "request.transmitted"
    transmission: UUID = subject()
    authority: str = said()
    country: str | None = said()
    channel: str | None = said()
    receipt: str | None = said()
    arrived_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeadlineFact(RequestFact):
    """A fact about one deadline. `rule`: its key in the catalogue; `item_number`: that of the item that it is about."""

    deadline: UUID = subject()
    rule: str = said()
    item_number: int | None = said()
    due_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeadlineStarted(RequestDeadlineFact):
    """A deadline began to run. `verified`: whether a person confirmed its rule."""

    kind: ClassVar[str] = "request.deadline_started"
    begins_at: str = said()
    duration: str = said()
    counted_in: str = said()
    zone: str = said()
    verified: bool = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeadlineChanged(RequestDeadlineFact):
    """A deadline was paused, resumed or extended (`change`); `former`: when it was due before."""

    kind: ClassVar[str] = "request.deadline_changed"
    change: str = said()
    former: str = said()
    reason: str | None = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeadlineEnded(RequestDeadlineFact):
    """A deadline was met (`met`), met late, missed, or does not matter any more (`void`): `outcome`."""

    kind: ClassVar[str] = "request.deadline_ended"
    outcome: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeadlineNear(RequestDeadlineFact):
    """A deadline is near, and nothing stops it."""

    kind: ClassVar[str] = "request.deadline_near"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeadlineMissed(RequestDeadlineFact):
    """A deadline has passed."""

    kind: ClassVar[str] = "request.deadline_missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestResultLinked(RequestFact):
    """An exhibit was linked as a result; visible to members who see the request's content and the exhibit.

    `item_number`: that of the item that it answers.
    """

    kind: ClassVar[str] = "request.result_linked"
    evidence: UUID = aside()
    exhibit: str = said()
    exhibit_number: str = said()
    item_number: int | None = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestResultUnlinked(RequestResultLinked):
    """The link of a result was removed."""

    kind: ClassVar[str] = "request.result_unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPaperAdded(RequestFact):
    """An exhibit was added as a paper of a request. `paper_kind`: form, translation, annex, receipt and others."""

    kind: ClassVar[str] = "request.paper_added"
    evidence: UUID = aside()
    exhibit: str = said()
    exhibit_number: str = said()
    paper_kind: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPaperRemoved(RequestPaperAdded):
    """A paper of a request was removed from it."""

    kind: ClassVar[str] = "request.paper_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLinked(RequestFact):
    """A request follows an earlier one of its party. `relation`: production, extension, reminder and others."""

    kind: ClassVar[str] = "request.linked"
    earlier: UUID = subject()
    earlier_number: str = said()
    relation: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestUnlinked(RequestLinked):
    """The link to an earlier request was removed."""

    kind: ClassVar[str] = "request.unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestProductionConfirmed(RequestFact):
    """The addressee of an earlier order was told that this request for production was issued."""

    kind: ClassVar[str] = "request.production_confirmed"
    earlier: UUID = subject()
    earlier_number: str = said()
    confirmed_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRegisterExported(NamedFact):
    """The register of requests was exported as a table. `requests`: their number. `sha256`: of the table.

    Visible to the exporting member, to auditors of the party, and to the auditor of the team.
    """

    kind: ClassVar[str] = "request.register_exported"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.NAMED
    requests: int = said()
    sha256: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRetained(RequestFact):
    """A leader decided to keep the texts of an ended request until another review."""

    kind: ClassVar[str] = "request.retained"
    review_on: str = said()
    reason: str = said()


REQUESTS = (
    RequestDrafted,
    RequestRegistered,
    RequestRegisterExported,
    RequestChanged,
    RequestFormSaved,
    RequestFormSent,
    RequestMoved,
    RequestSent,
    RequestItemMoved,
    RequestReleased,
    RequestReleaseAttested,
    RequestRecalled,
    RequestTransmitted,
    RequestDeadlineStarted,
    RequestDeadlineChanged,
    RequestDeadlineEnded,
    RequestDeadlineNear,
    RequestDeadlineMissed,
    RequestResultLinked,
    RequestResultUnlinked,
    RequestPaperAdded,
    RequestPaperRemoved,
    RequestLinked,
    RequestUnlinked,
    RequestProductionConfirmed,
    RequestRetained,
)
