"""Transport of a request by e-CODEX: the folder for the connector, and evidences that the connector gives back.

Liaison sends nothing. An evidence is recorded as a step of transmission, and the request moves to the state of the same
name where that move is possible.
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.requests import states
from app.access.requests.states import Direction, RequestState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid
from app.exports.requests import ecodex
from app.exports.requests.form import FormDocument
from app.i18n.phrases import Language, Phrase
from app.models import RequestContent, RequestTransmission
from app.services.requests import drafting, exhibits, instruments, moves, transmissions
from app.services.requests.forms import documents, saving
from app.services.requests.moves import NewMove
from app.services.requests.transmissions import NewTransmission

_R: Final = RequestState
#: The state that each evidence proves.
STATES: Final = {
    "SubmissionAcceptance": _R.SUBMISSION_ACCEPTED,
    "SubmissionRejection": _R.SUBMISSION_REJECTED,
    "RelayREMMDAcceptance": _R.RELAYED,
    "RelayREMMDRejection": _R.RELAY_FAILED,
    "RelayREMMDFailure": _R.RELAY_FAILED,
    "Delivery": _R.DELIVERED,
    "NonDelivery": _R.NOT_DELIVERED,
    "Retrieval": _R.RETRIEVED,
    "NonRetrieval": _R.NOT_RETRIEVED,
}
_CHANNEL: Final = "e-CODEX"
_MOST_REASON: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorFolder:
    """Contents of the folder besides the PDF, which is set afterwards."""

    document: FormDocument
    values: dict[str, object]
    form: str
    conversation: str
    sender: str
    recipient: str
    papers: list[tuple[str, str, str]]


async def connector_folder(session: Reading, seat: Seat, request: UUID, language: Language) -> ConnectorFolder:
    """Return what the folder for the connector contains.

    Raises:
        NotFound: The request or its content is invisible to the member.
        Forbidden: It is of another party.
        Conflict: It is an incoming request, or its instrument has no form.
    """
    found = await saving.read(session, seat, request)
    line = found.request
    if line.party != seat.party:
        raise Forbidden(drafting.NOT_YOURS, code="not-your-request")
    if line.direction == Direction.IN:
        raise Conflict("Only outgoing requests are handed to a connector.", code="incoming")
    papers = await exhibits.papers_of(session, [request])
    own = next(one for one in found.roster.parties if one.id == line.party)
    return ConnectorFolder(
        document=await documents.form_document(session, seat, request, language, for_provider=False),
        values=documents.values_document(found, for_provider=False),
        form=found.form.key,
        conversation=str(line.id),
        sender=found.content.issuing_authority or own.name,
        recipient=found.content.authority or "",
        papers=[(one.number, one.title, one.row.kind) for one in papers],
    )


async def import_evidence(session: Writing, seat: Seat, request: UUID, xml: str) -> None:
    """Record an evidence of transport as a step of transmission, and move the request where that is possible.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It is an incoming request, was not sent yet, or has ended.
        Invalid: The XML is no evidence, is about another message, or is older than the last step.
    """
    found = await drafting.lock_own(session, seat, request)
    try:
        evidence = ecodex.read_evidence(xml)
    except ecodex.Unreadable:
        raise Invalid("This is not an ETSI REM evidence of transport. Choose another file.", field="xml") from None
    if found.direction == Direction.IN or drafting.is_editable(found):
        raise Conflict("Evidences of transport belong to a request that was sent.", code="not-sent")
    if evidence.message is not None and evidence.message != found.number:
        told = Phrase("This evidence is about the message {message}, not about this request.", message=evidence.message)
        raise Invalid(told, field="xml")
    await transmissions.transmit(
        session,
        seat,
        request,
        NewTransmission(
            authority=await _holder(session, request) or _CHANNEL,
            arrived_at=evidence.occurred_at,
            country=found.country,
            channel=_CHANNEL,
            receipt=evidence.receipt,
        ),
    )
    family = instruments.family_of(await instruments.known(session, found.instrument))
    state = STATES[evidence.receipt]
    former = RequestState(found.state)
    if states.request_move(Direction.OUT, family, former, state) and evidence.occurred_at >= found.since_at:
        reason = " ".join(evidence.reasons)[:_MOST_REASON] or evidence.receipt
        await moves.move(session, seat, request, NewMove(state, evidence.occurred_at, reason))


async def _holder(session: Reading, request: UUID) -> str | None:
    """Return the authority that has the request: that of the last step, or else the one that is asked."""
    last = select(RequestTransmission.authority).where(RequestTransmission.request == request)
    asked = select(RequestContent.authority).where(RequestContent.request == request)
    query = select(
        func.coalesce(last.order_by(RequestTransmission.id.desc()).limit(1).scalar_subquery(), asked.scalar_subquery())
    )
    found: str | None = await session.scalar(query)
    return found


def packed(folder: ConnectorFolder, pdf: bytes, values: bytes) -> bytes:
    """Return the folder for the connector as ZIP, with the PDF and the JSON of the form."""
    return ecodex.Message(
        number=folder.document.number,
        conversation=folder.conversation,
        form=folder.form,
        sender=folder.sender,
        recipient=folder.recipient,
        pdf=pdf,
        values=values,
        papers=folder.papers,
        made_at=clock.now(),
    ).folder()
