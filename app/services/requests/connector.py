"""Transport of a request by e-CODEX: the folder for the connector, and evidences that the connector gives back.

Liaison sends nothing. An evidence is recorded as a step of transmission, and the request moves to the state of the same
name where that move is possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import characters, clock
from app.access.requests import states
from app.access.requests.states import Direction, RequestState
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Purpose
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from app.exports.requests import ecodex
from app.exports.requests.form import FormDocument
from app.i18n.phrases import Language, Phrase, translated
from app.models import File, LegalRequest, Opening, RequestContent, RequestTransmission
from app.services.custody import openings, originals
from app.services.requests import drafting, exhibits, instruments, links, moves, transmissions
from app.services.requests.exhibits import LinkedPaper
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
#: Limits of one folder, so that a connector and a browser can handle it. They come from no specification.
MOST_BYTES: Final = 1_000_000_000
MOST_FILES: Final = 1_000
_MEGABYTE: Final = 1_000_000
_NOT_RECORDED: Final = "The files were not downloaded with this folder. Download it again with the files of its papers."


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPaper:
    """A paper of the folder.

    Attributes:
        linked: The paper with number and title of its exhibit.
        files: Its files; none if they are missing.
        missing: Why its files are missing, as a sentence.
        handling_text: To be acknowledged before its files are downloaded.
        opening: The recorded download of its files.
    """

    linked: LinkedPaper
    files: Sequence[File] = ()
    missing: str | None = None
    handling_text: str | None = None
    opening: Opening | None = None

    @property
    def size_bytes(self) -> int:
        """Return how many bytes its files have."""
        return sum(one.size_bytes for one in self.files)

    def name_of(self, file: File) -> str:
        """Return the path of a file below the folder."""
        return f"papers/{self.linked.number}/{file.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorFolder:
    """Contents of the folder besides the PDF, which is set afterwards."""

    document: FormDocument
    values: dict[str, object]
    form: str
    conversation: str
    sender: str
    recipient: str
    papers: list[FolderPaper]
    for_provider: bool

    def written(self, pdf: bytes, language: Language) -> dict[str, bytes]:
        """Return the files of the folder by their paths, with the PDF of the form, without those of papers."""
        return ecodex.Message(
            number=self.document.number,
            conversation=self.conversation,
            form=self.form,
            sender=self.sender,
            recipient=self.recipient,
            pdf=pdf,
            values=documents.encoded(self.values),
            papers=None
            if self.for_provider
            else [
                (
                    one.linked.number,
                    one.linked.title,
                    one.linked.row.kind,
                    str(len(one.files)),
                    translated(one.missing or "", language),
                )
                for one in self.papers
            ],
        ).files()


async def connector_folder(
    session: Reading,
    seat: Seat,
    request: UUID,
    language: Language,
    *,
    with_papers: bool,
    for_provider: bool,
    key: str | None = None,
) -> ConnectorFolder:
    """Return what the folder for the connector contains.

    `key`: the form, as for `saving.read`. `with_papers`: also the files of papers whose download the member has recorded in this sign-in. `for_provider`: the
    copies for the provider, without number, party and papers of the request.

    Raises:
        NotFound: The request or its content is invisible to the member.
        Forbidden: It is of another party.
        Conflict: It is an incoming request, its instrument has no form, or the files of its papers are too large. Or the
            folder is for a provider, and papers are asked for or the form goes to an authority.
    """
    found = await saving.read(session, seat, request, key)
    line = found.request
    _demand_outgoing(seat, line)
    own = next(one for one in found.roster.parties if one.id == line.party)
    if for_provider and with_papers:
        raise Conflict("A provider gets no papers of the request.", code="papers-not-for-provider")
    papers = await _taken(session, seat, request, with_papers=with_papers)
    demand_fitting(papers)
    return ConnectorFolder(
        document=await documents.form_document(session, seat, request, language, for_provider=for_provider, key=key),
        values=documents.values_document(found, for_provider=for_provider),
        form=found.form.key,
        conversation=str(line.id),
        sender=found.content.issuing_authority or ("" if for_provider else own.name),
        recipient=found.content.authority or "",
        papers=papers,
        for_provider=for_provider,
    )


async def preview(session: Reading, seat: Seat, request: UUID, purpose: Purpose) -> list[FolderPaper]:
    """Return the papers that the member could download into the folder for this purpose. Nothing is recorded.

    Raises:
        NotFound: The request or its content is invisible to the member.
        Forbidden: It is of another party.
        Conflict: It is an incoming request.
    """
    line = await drafting.find(session, request)
    if not await saving.is_readable(session, request):
        raise NotFound
    _demand_outgoing(seat, line)
    return [await _foreseen(session, seat, one, purpose) for one in await exhibits.papers_of(session, [request])]


def demand_fitting(papers: Sequence[FolderPaper]) -> None:
    """Check that the folder can hold the files of these papers. Raises `Conflict`."""
    if sum(one.size_bytes for one in papers) > MOST_BYTES or sum(len(one.files) for one in papers) > MOST_FILES:
        told = Phrase(
            "The files of the papers are too large for one folder ({files} files, {size} MB). It holds at most {most}"
            " files and {space} MB. Download the papers one by one.",
            files=sum(len(one.files) for one in papers),
            size=-(-sum(one.size_bytes for one in papers) // _MEGABYTE),
            most=MOST_FILES,
            space=MOST_BYTES // _MEGABYTE,
        )
        raise Conflict(told, code="folder-too-large")


async def may_still_deliver(session: Reading, seat: Seat, request: UUID, papers: Sequence[FolderPaper]) -> bool:
    """Decide again during a delivery whether the member may have the form and the files of these papers."""
    if not await saving.is_readable(session, request):
        return False
    for one in papers:
        if one.opening is not None and not (
            seat.may(Permission.EVIDENCE_OPEN)
            and await openings.may_still(session, seat, one.linked.row.evidence, Act.TAKE, Purpose(one.opening.purpose))
        ):
            return False
    return True


def _demand_outgoing(seat: Seat, line: LegalRequest) -> None:
    if line.party != seat.party:
        raise Forbidden(drafting.NOT_YOURS, code="not-your-request")
    if line.direction == Direction.IN:
        raise Conflict("Only outgoing requests are handed to a connector.", code="incoming")


async def _foreseen(session: Reading, seat: Seat, paper: LinkedPaper, purpose: Purpose) -> FolderPaper:
    found = await originals.foreseen(session, seat, paper.row.evidence, purpose)
    return FolderPaper(linked=paper, files=found.files, missing=found.missing, handling_text=found.handling_text)


async def _taken(session: Reading, seat: Seat, request: UUID, *, with_papers: bool) -> list[FolderPaper]:
    """Return the papers with the files that the member has downloaded in this sign-in."""
    linked = await exhibits.papers_of(session, [request])
    may = with_papers and seat.may(Permission.EVIDENCE_OPEN)
    taken = await openings.newest_downloads(session, seat, [one.row.evidence for one in linked]) if may else {}
    papers = list[FolderPaper]()
    for one in linked:
        opening = taken.get(one.row.evidence)
        if opening is None:
            papers.append(FolderPaper(linked=one, missing=_NOT_RECORDED))
            continue
        try:
            opened = await openings.find(session, seat, one.row.evidence, opening)
        except Refusal as refusal:
            papers.append(FolderPaper(linked=one, missing=refusal.detail))
        else:
            papers.append(FolderPaper(linked=one, files=opened.files, opening=opened.opening))
    return papers


async def import_evidence(session: Writing, seat: Seat, request: UUID, xml: str) -> None:
    """Record an evidence of transport as a step of transmission, and move the request where that is possible.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It is an incoming request, was not sent yet, or has ended.
        Invalid: The XML is no evidence, is about another message, or is older than the last step.
    """
    found = await links.lock_with_earlier(session, seat, request)
    try:
        evidence = ecodex.read_evidence(xml)
    except ecodex.Unreadable:
        raise Invalid("This is not an ETSI REM evidence of transport. Choose another file.", field="xml") from None
    if found.direction == Direction.IN or drafting.is_editable(found):
        raise Conflict("Evidences of transport belong to a request that was sent.", code="not-sent")
    if evidence.message is not None and evidence.message != found.number:
        told = Phrase("This evidence is about the message {message}, not about this request.", message=evidence.message)
        raise Invalid(told, field="xml")
    station = NewTransmission(
        authority=await _holder(session, request) or _CHANNEL,
        arrived_at=evidence.occurred_at,
        country=found.country,
        channel=_CHANNEL,
        receipt=evidence.receipt,
    )
    reason = characters.replaced(" ".join(" ".join(evidence.reasons).split())[:_MOST_REASON])
    await record_station(session, seat, request, station, reason)


async def record_station(
    session: Writing, seat: Seat, request: UUID, station: NewTransmission, reason: str | None = None
) -> None:
    """Record that a request reached a station.

    A receipt also moves it to the state that it proves, where that is possible. So a delivery that a member records begins the same deadlines as an imported evidence. Raises as `transmissions.transmit`.
    """
    found = await links.lock_with_earlier(session, seat, request)
    await transmissions.transmit(session, seat, request, station)
    if station.receipt is None or found.direction == Direction.IN or drafting.is_editable(found):
        return
    family = instruments.family_of(await instruments.known(session, found.instrument))
    state, arrived_at = STATES[station.receipt], station.arrived_at or clock.now()
    if states.request_move(Direction.OUT, family, RequestState(found.state), state) and arrived_at >= found.since_at:
        await moves.move(session, seat, request, NewMove(state, station.arrived_at, reason or station.receipt))


async def _holder(session: Reading, request: UUID) -> str | None:
    """Return the authority that has the request: that of the last step, or else the one that is asked."""
    last = select(RequestTransmission.authority).where(RequestTransmission.request == request)
    asked = select(RequestContent.authority).where(RequestContent.request == request)
    query = select(
        func.coalesce(last.order_by(RequestTransmission.id.desc()).limit(1).scalar_subquery(), asked.scalar_subquery())
    )
    found: str | None = await session.scalar(query)
    return found
