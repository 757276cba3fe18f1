"""Forms and views of alerts and digests."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.api.schemas import Code, Form, Justification, Time, View
from app.api.sharing.views.releases import SeatCode
from app.services.notifications import alerts, digests

AlertKind = Literal["first_opening", "copy", "burst", "emergency", "handover", "beyond"]


class AlertOwnerForm(Form):
    """The new owner of an alert: the caller, or another leader of the caller's party."""

    seat: SeatCode


class AcknowledgementForm(Form):
    """The alerts to acknowledge, and a comment that is recorded in the audit log."""

    alerts: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=100)]
    word: Justification


class AlertView(View):
    """An act of another party's member, and the owner of the alert in the reader's party.

    `openings`: number of access events of a burst. `handover`: the handover that `party` and `seat` did not answer in
    time. `recipient`: the party to which they tried to release a derived exhibit beyond the release of its parent.
    """

    id: UUID
    kind: AlertKind
    evidence: UUID
    exhibit_number: str
    title: str
    party: Code
    seat: str
    openings: int
    emergency: UUID | None
    handover: UUID | None
    recipient: Code | None
    raised_at: Time
    owner: str
    acknowledged_at: Time | None
    word: str | None
    mine: bool
    may_answer: bool
    version: int


class DigestLineView(View):
    """Access by one party to one exhibit on that day."""

    party: Code
    evidence: UUID
    exhibit_number: str
    title: str
    openings: int
    copies: int
    seats: int


class DigestView(View):
    """A day of the reader's party, in its zone, with the lines that the reader may see."""

    id: UUID
    day: date
    zone: str
    made_at: Time
    lines: list[DigestLineView]


def alert_view(details: alerts.AlertDetails) -> AlertView:
    """Return the view of an alert for a member of the originator."""
    row, roster = details.alert, details.roster
    shown = (
        "id",
        "kind",
        "evidence",
        "openings",
        "emergency",
        "handover",
        "raised_at",
        "acknowledged_at",
        "word",
        "version",
    )
    return AlertView(
        **{name: getattr(row, name) for name in shown},
        exhibit_number=details.exhibit.exhibit_number,
        title=details.exhibit.title,
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        recipient=None if row.recipient is None else roster.party_code(row.recipient),
        owner=roster.seat_code(row.owner),
        mine=row.owner == details.seat.id,
        may_answer=details.may_answer,
    )


def digest_view(details: digests.DigestDetails) -> DigestView:
    """Return the view of a digest with its lines."""
    row = details.digest
    lines = [DigestLineView.model_validate(one) for one in details.lines]
    return DigestView(id=row.id, day=row.day, zone=row.zone, made_at=row.made_at, lines=lines)
