"""The forms and views of alerts and digests."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.api.schemas import Code, Form, Justification, Time, View
from app.api.views.releases import SeatCode
from app.services import alerts, digests

AlertKind = Literal["first_opening", "copy", "burst", "emergency", "handover", "beyond"]


class AlertOwnerForm(Form):
    """Who answers for it from now on: oneself, or another leader of one's party."""

    seat: SeatCode


class AcknowledgementForm(Form):
    """Which alerts one has dealt with, and a word about it that the ledger keeps."""

    alerts: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=100)]
    word: Justification


class AlertView(View):
    """What somebody of another party did, and who of one's own party answers for it. `openings`: of a burst, how many.

    `handover`: which `party` and `seat` have not answered in time. `recipient`: to whom they tried to release what they derived
    from the exhibit, further than it is released itself.
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
    """What one party did with one exhibit on that day."""

    party: Code
    evidence: UUID
    exhibit_number: str
    title: str
    openings: int
    copies: int
    seats: int


class DigestView(View):
    """A day of one's own party, in its zone: the lines of what one may see."""

    id: UUID
    day: date
    zone: str
    made_at: Time
    lines: list[DigestLineView]


def alert_view(whole: alerts.Whole) -> AlertView:
    """An alert as a seat of the originator sees it."""
    row, roster = whole.alert, whole.roster
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
        exhibit_number=whole.exhibit.exhibit_number,
        title=whole.exhibit.title,
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        recipient=None if row.recipient is None else roster.party_code(row.recipient),
        owner=roster.seat_code(row.owner),
        mine=row.owner == whole.seat.id,
        may_answer=whole.may_answer,
    )


def digest_view(whole: digests.Whole) -> DigestView:
    """A digest with its lines."""
    row = whole.digest
    lines = [DigestLineView.model_validate(one) for one in whole.lines]
    return DigestView(id=row.id, day=row.day, zone=row.zone, made_at=row.made_at, lines=lines)
