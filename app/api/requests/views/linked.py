"""Forms and views of steps of transmission, papers, results, and links to other requests.

Not here: routes (`api/requests/linked.py`).
"""

from typing import Literal
from uuid import UUID

from app.access.requests.states import RequestState
from app.api.evidence.views.evidence import EvidenceForm
from app.api.schemas import Country, Form, Justification, Line, Moment, Paragraph, Time, View
from app.models import RequestTransmission
from app.services.requests.exhibits import LinkedPaper, LinkedResult
from app.services.requests.links import LinkedRequest
from app.services.requests.moves import NewMove
from app.services.requests.transmissions import NewTransmission

#: Evidences of transport by the names of ETSI REM, as e-CODEX uses them.
Receipt = Literal[
    "SubmissionAcceptance",
    "SubmissionRejection",
    "RelayREMMDAcceptance",
    "RelayREMMDRejection",
    "RelayREMMDFailure",
    "Delivery",
    "NonDelivery",
    "Retrieval",
    "NonRetrieval",
]
PaperKind = Literal["form", "translation", "annex", "receipt", "decision", "notification", "answer"]
Relation = Literal["production", "extension", "reminder", "replacement", "other"]


class HopForm(Form):
    """A station that the request reached. `arrived_at`: when, now by default. `contact`: whom to ask there."""

    authority: Line
    country: Country | None = None
    contact: Line | None = None
    channel: Line | None = None
    receipt: Receipt | None = None
    arrived_at: Moment | None = None

    def transmission(self) -> NewTransmission:
        """Return the step as the service takes it."""
        return NewTransmission(self.authority, self.arrived_at, self.country, self.contact, self.channel, self.receipt)


class PaperForm(Form):
    """An exhibit that is a paper of the request."""

    evidence: UUID
    kind: PaperKind


class RequestResultForm(Form):
    """An exhibit that came by the request. `item`: the item that it answers, null for the whole request."""

    evidence: UUID
    item: UUID | None = None


class AnswerForm(EvidenceForm):
    """An exhibit that is the answer to an item, and the state that the item reaches with it.

    `to`: delivered by default; null: the state stays. `occurred_at`: when it reached the state, now by default. `ground`,
    `reason`: as for a move of the item. `conditions`: limits of use of the results of the item, which replace those that it has.
    """

    item: UUID
    to: Line | None = "delivered"
    occurred_at: Moment | None = None
    ground: Line | None = None
    reason: Justification | None = None
    conditions: Paragraph | None = None

    def move(self) -> NewMove | None:
        """Return the move of the item as the service takes it."""
        return None if self.to is None else NewMove(self.to, self.occurred_at, self.reason, self.ground)


class RequestLinkForm(Form):
    """How the request follows the earlier one."""

    relation: Relation


class ProductionConfirmationForm(Form):
    """When the addressee was told of the production request; now by default."""

    confirmed_at: Moment | None = None


class HopView(View):
    """A step of transmission. The last one is the current holder.

    `signature`: of the evidence of transport. Liaison does not check it.
    """

    id: UUID
    authority: str
    country: str | None
    contact: str | None
    channel: str | None
    receipt: Receipt | None
    signature: Literal["not_checked"] | None
    arrived_at: Time
    recorded_at: Time
    seat: str


class PaperView(View):
    """A paper whose exhibit the reader sees."""

    evidence: UUID
    number: str
    title: str
    kind: PaperKind
    added_at: Time


class RequestResultView(View):
    """A result whose exhibit the reader sees."""

    id: UUID
    item: UUID | None
    evidence: UUID
    number: str
    title: str
    linked_at: Time


class LinkedRequestView(View):
    """A request that this one follows, or that follows it.

    `confirmed_at`: when the addressee of the earlier order was told of the production request. `awaits_confirmation`: the
    preserved data lapse unless the addressee of this earlier order is told (Form 5 of Regulation (EU) 2023/1543).
    """

    id: UUID
    number: str
    instrument: str
    state: RequestState
    relation: Relation
    confirmed_at: Time | None
    awaits_confirmation: bool


def hop_view(row: RequestTransmission, seat: str) -> HopView:
    """Return the view of a step; `seat`: code of the member who recorded it."""
    told = {name: getattr(row, name) for name in HopView.model_fields if name not in {"seat", "signature"}}
    return HopView(**told, seat=seat, signature=None if row.receipt is None else "not_checked")


def paper_view(found: LinkedPaper) -> PaperView:
    """Return the view of a paper."""
    row = found.row
    told = {"evidence": row.evidence, "kind": row.kind, "added_at": row.added_at}
    return PaperView.model_validate(told | {"number": found.number, "title": found.title})


def result_view(found: LinkedResult) -> RequestResultView:
    """Return the view of a result."""
    row = found.row
    return RequestResultView(
        id=row.id,
        item=row.item,
        evidence=row.evidence,
        number=found.number,
        title=found.title,
        linked_at=row.linked_at,
    )


def linked_view(found: LinkedRequest) -> LinkedRequestView:
    """Return the view of a linked request."""
    row = found.request
    told = {"id": row.id, "number": row.number, "instrument": row.instrument, "state": row.state}
    return LinkedRequestView.model_validate(
        told
        | {
            "relation": found.relation,
            "confirmed_at": found.confirmed_at,
            "awaits_confirmation": found.awaits_confirmation,
        }
    )
