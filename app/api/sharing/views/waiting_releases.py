"""Forms and views of releases and recalls that wait for approvals."""

from typing import Literal
from uuid import UUID

from app.access.sharing.decisions import Level
from app.access.sharing.gates import Gate
from app.api.schemas import Form, Justification, Time, View
from app.api.sharing.views.releases import LevelWord
from app.services.sharing.approvals import AttestationText
from app.services.sharing.waiting_releases import WaitingDetails
from app.services.teams.roster import Roster


class AttestationForm(Form):
    """The attestation of a transfer beyond the Union (Reg. (EU) 2023/969 Art. 17(2)).

    `record`: the decision, the safeguards, or the ground.
    """

    necessity: Justification
    proportionality: Justification
    transfer_basis: Literal["adequacy", "safeguards", "derogation"]
    record: Justification

    def word(self) -> AttestationText:
        """Return the attestation as the service takes it."""
        return AttestationText(**self.model_dump())


class WaitingReleaseView(View):
    """A waiting release, or a waiting recall (`level` none, with its `reason`).

    `gates`: all required approvals. `waits_for`: those that are missing. `court_use`: the release is in force, and its
    use in court waits. `lacking`: joint originators that have not agreed.
    """

    id: UUID
    evidence: UUID
    exhibit_number: str
    title: str
    originator: str
    party: str
    level: LevelWord | Literal["none"]
    authorities: list[str] | None
    seats: list[str] | None
    not_before: Time | None
    until: Time | None
    purposes: list[str] | None
    basis: str | None
    reason: str | None
    court_use: bool
    gates: list[Gate]
    waits_for: list[Gate]
    lacking: list[str]
    wanted_by: str
    wanted_at: Time
    may: list[Literal["attest", "confirm", "agree", "give_up"]]


def waiting_view(waiting: WaitingDetails, roster: Roster) -> WaitingReleaseView:
    """Return the view of a waiting release."""
    row, exhibit = waiting.row, waiting.evidence
    return WaitingReleaseView(
        id=row.id,
        evidence=row.evidence,
        exhibit_number=exhibit.exhibit_number,
        title=exhibit.title,
        originator=roster.party_code(row.originator),
        party=roster.party_code(row.party),
        level=Level(row.level).word,
        authorities=roster.authority_codes(row.authorities),
        seats=roster.seat_codes(row.seats),
        not_before=row.not_before,
        until=row.until,
        purposes=row.purposes,
        basis=row.basis,
        reason=row.reason,
        court_use=bool(row.court_use),
        gates=row.gates,
        waits_for=waiting.waits_for,
        lacking=[roster.party_code(one) for one in waiting.lacking],
        wanted_by=roster.seat_code(row.wanted_by),
        wanted_at=row.wanted_at,
        may=waiting.may,
    )
