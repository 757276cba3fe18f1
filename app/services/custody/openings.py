"""Access events: open an exhibit or download its original, recorded in the ledger before the first byte is sent.

Access is decided when the exhibit is opened, and again during delivery: `may_still` is called for each link and
regularly during a download.

Not here: bytes (`vault/`) and links (`identity/links.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Boolean, bindparam, select

from app import clock
from app.access.reasons import sentence
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Decision, Level, Purpose, decide, level_of
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Gone, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import EvidenceOpened, EvidenceTaken
from app.models import Evidence, File, Opening, Release, Rendition, WorkingSession
from app.queries import of_table, of_tables, untyped
from app.services.custody import copies
from app.services.custody.copies import Keeping
from app.services.notifications import alerts
from app.services.sharing import acknowledgements, privilege_review
from app.services.sharing.terms import conditions, decision_input

LASTS: Final = timedelta(hours=8)
#: Acts that show renditions. Administrators and privilege reviewers see only these.
READS: Final = {Act.OPEN, Act.VERIFY, Act.FILTER}
#: Reading for a review: the files that were viewed are recorded.
REVIEWS: Final = {Act.VERIFY, Act.FILTER}


@dataclass(frozen=True, slots=True)
class Intent:
    """Act that the member intends, its purpose and its justification.

    Attributes:
        act: The act.
        purpose: The purpose of use.
        justification: The member's justification.
        acknowledged: Whether the member acknowledges the handling text (H3).
        keeping: Custodian of the original; only for `Act.TAKE`.
        each_file: Whether a download is recorded with one entry for each file.
        accepts_findings: Whether the member acknowledges that the malware scanner found something in a file.
        within: The working session from which purpose and justification come, if any.
    """

    act: Act
    purpose: Purpose
    justification: str
    acknowledged: bool = False
    keeping: Keeping | None = None
    within: WorkingSession | None = None
    each_file: bool = False
    accepts_findings: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """An access event with the exhibit, files and renditions to which it gives access."""

    opening: Opening
    exhibit: Evidence
    files: Sequence[File]
    renditions: Sequence[Rendition]


@dataclass(frozen=True, slots=True)
class Admitted:
    """A use that is allowed.

    Attributes:
        exhibit: The exhibit.
        release: The release to the member's party that allows it.
        files: The files.
        renditions: Their pages; empty unless the act is reading.
        acknowledged: The handling text that this use acknowledges, or `None`.
    """

    exhibit: Evidence
    release: Release
    files: Sequence[File]
    renditions: Sequence[Rendition]
    acknowledged: str | None


async def open_exhibit(session: Writing, seat: Seat, evidence: UUID, intent: Intent) -> Opened:
    """Record an access event: view, download or review, as intended.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not do this; the error names the reasons.
        Conflict: The handling text or a finding of the malware scanner must be acknowledged, or there is nothing to show.
        Invalid: A custodian is missing for a download, or given for another act.
    """
    _demand_keeper(intent)
    admitted = await admit(session, seat, evidence, intent)
    now, within = clock.now(), intent.within
    assert seat.session is not None
    row: dict[str, Any] = {"id": clock.new_id(), "jit": seat.jit, "evidence": evidence, "seat": seat.id} | {
        "session": seat.session,
        "act": intent.act.value,
        "purpose": intent.purpose.value,
        "opened_at": now,
        "expires_at": min(now + LASTS, within.expires_at) if within else now + LASTS,
        "working_session": within.id if within else None,
        "files": [file.id for file in admitted.files],
    }
    await session.run(_INSERT, **row)
    said: dict[str, Any] = {
        "evidence": evidence,
        "opening": row["id"],
        "purpose": intent.purpose.value,
        "justification": intent.justification,
        "acknowledged": admitted.acknowledged,
        "working_session": str(within.id) if within else None,
    }
    files = named(admitted.files)
    raised = await alerts.raised(session, admitted.exhibit, row["id"])
    if intent.keeping is None:
        await journal.append(session, seat, EvidenceOpened(**said, files=files), *raised)
    else:
        keeping = intent.keeping
        await copies.keep(session, seat, admitted.exhibit, admitted.release, row, keeping)
        said |= {"custodian": keeping.custodian, "file_number": keeping.file_number}
        groups = [[file] for file in files] if intent.each_file else [files]
        await journal.append(session, seat, *(EvidenceTaken(**said, files=group) for group in groups), *raised)
    return Opened(Opening(**row), admitted.exhibit, admitted.files, admitted.renditions)


async def admit(session: Writing, seat: Seat, evidence: UUID, intent: Intent) -> Admitted:
    """Check the conditions of any use of the content and lock the release.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not do this; the error names the reasons.
        Conflict: The handling text must be acknowledged, or there is nothing to show.
    """
    releases = await _own_releases(session, seat, evidence, lock=True)
    exhibit, files, renditions = await _exhibit_with_contents(session, evidence, intent.act)
    _demand(await _decided(session, seat, exhibit, releases, intent.act, intent.purpose), intent.act)
    if intent.act is Act.TAKE and not intent.accepts_findings:
        _demand_no_finding(files)
    text = await _acknowledge(session, seat, exhibit, acknowledged=intent.acknowledged)
    return Admitted(exhibit, releases[0], _shown(files, renditions, intent.act), renditions, text)


def named(files: Sequence[File]) -> list[dict[str, Any]]:
    """Return files as ledger entries name them."""
    return [
        {"file": str(file.id), "name": file.name, "sha256": file.sha256, "size_bytes": file.size_bytes}
        for file in files
    ]


def _demand_keeper(intent: Intent) -> None:
    """Check that a download names a custodian, and that no other act does.

    Raises:
        Invalid: It does not.
    """
    if (intent.act is Act.TAKE) != (intent.keeping is not None):
        raise Invalid(
            "A custodian and a national file number are entered for a download, not for viewing.", field="custodian"
        )


async def find(session: Reading, seat: Seat, evidence: UUID, opening_id: UUID) -> Opened:
    """Return an access event of this member and sign-in that may still be used, with the files that its entry names.

    Raises:
        NotFound: It is absent, or of another sign-in, or the exhibit is invisible to the member.
        Gone: It has expired.
        Forbidden: The member may not do this any more.
        Conflict: There is nothing to show.
    """
    opening = await session.fetch_first(_OPENING, opening=opening_id, evidence=evidence)
    if opening is None or opening.session != seat.session:
        raise NotFound
    if opening.expires_at <= clock.now() or opening.files is None:
        raise Gone("Your access to this content has expired. Open the exhibit again.", code="opening-ended")
    act = Act(opening.act)
    releases = await _own_releases(session, seat, evidence, lock=False)
    exhibit, files, renditions = await _exhibit_with_contents(session, evidence, act)
    _demand(await _decided(session, seat, exhibit, releases, act, Purpose(opening.purpose)), act)
    recorded = set(opening.files)
    files = [file for file in files if file.id in recorded]
    renditions = [page for page in renditions if page.file in recorded]
    if act is Act.TAKE:
        _demand_no_finding([one for one in files if one.scanned_at and one.scanned_at > opening.opened_at])
    return Opened(opening, exhibit, _shown(files, renditions, act), renditions)


async def newest_downloads(session: Reading, seat: Seat, exhibits: Collection[UUID]) -> dict[UUID, UUID]:
    """Return the newest download of each of these exhibits by this sign-in that has not expired."""
    if seat.session is None:
        return {}
    query = select(Opening.evidence, Opening.id).where(
        Opening.evidence.in_(exhibits),
        Opening.session == seat.session,
        Opening.act == Act.TAKE.value,
        Opening.expires_at > clock.now(),
    )
    return {row[0]: row[1] for row in await session.execute(query.order_by(Opening.id))}


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The files that a use of an exhibit would give. `handling_text`: to be acknowledged first."""

    files: Sequence[File]
    handling_text: str | None


async def foresee(session: Reading, seat: Seat, evidence: UUID, act: Act, purpose: Purpose) -> Foreseen:
    """Return the files that a use would give, and record nothing.

    Raises `NotFound`, `Forbidden` or `Conflict` as `admit` does, but not for the handling text.
    """
    releases = await _own_releases(session, seat, evidence, lock=False)
    exhibit, files, renditions = await _exhibit_with_contents(session, evidence, act)
    _demand(await _decided(session, seat, exhibit, releases, act, purpose), act)
    text = await acknowledgements.text_to_acknowledge(session, seat, exhibit)
    return Foreseen(_shown(files, renditions, act), text)


async def may_still(session: Reading, seat: Seat, evidence: UUID, act: Act, purpose: Purpose) -> bool:
    """Decide again during a delivery whether the member may do this."""
    releases = await _own_releases(session, seat, evidence, lock=False)
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    return exhibit is not None and (await _decided(session, seat, exhibit, releases, act, purpose)).allowed


async def note_delivered(session: Writing, seat: Seat, opening: UUID, evidence: UUID, files: Sequence[UUID]) -> None:
    """Record that a download delivered files to their last byte.

    Nothing is recorded if the party lost its release at the same time.
    """
    releases = await _own_releases(session, seat, evidence, lock=True)
    if seat.party is not None and any(level_of(seat, conditions(row), clock.now()) is Level.HELD for row in releases):
        await session.run(
            _DELIVERED,
            opening=opening,
            files=list(files),
            jit=seat.jit,
            evidence=evidence,
            party=seat.party,
            delivered_at=clock.now(),
        )


async def _own_releases(session: Reading, seat: Seat, evidence: UUID, *, lock: bool) -> Sequence[Release]:
    """Return the releases to the member's party.

    Take the lock before reading anything else, so that all later reads see the result of the last recall.
    """
    return await session.fetch_rows(_OWN_LOCKED if lock else _OWN, evidence=evidence, party=seat.party)


async def _decided(
    session: Reading, seat: Seat, exhibit: Evidence, releases: Sequence[Release], act: Act, purpose: Purpose
) -> Decision:
    filters = act is Act.FILTER and await privilege_review.is_reviewer(session, seat, exhibit)
    rows = [conditions(release) for release in releases]
    return decide(seat, decision_input(exhibit, filters=filters), rows, clock.now(), act, purpose)


def _demand_no_finding(files: Sequence[File]) -> None:
    """Refuse files in which the malware scanner found something, which the member did not acknowledge.

    Raises:
        Conflict: Names the files and the findings.
    """
    found = [{"file": str(one.id), "name": one.name, "finding": one.finding} for one in files if one.scan == "found"]
    if found:
        raise Conflict(
            "The malware scanner found something in a file of this exhibit. Download it only if you can handle it safely,"
            " and acknowledge the finding.",
            code="acknowledge-finding",
            extra={"findings": found},
        )


def _demand(decision: Decision, act: Act) -> None:
    """Check a decision.

    Raises:
        NotFound: The exhibit is invisible to the member.
        Forbidden: The member may not do this.
    """
    if decision.level is Level.NONE:
        raise NotFound
    if not decision.allowed:
        raise _refused(decision, act)


async def _acknowledge(session: Writing, seat: Seat, exhibit: Evidence, *, acknowledged: bool) -> str | None:
    """Record the acknowledgement of the handling text, if it is due, and return the text.

    Raises:
        Conflict: It is due and the member did not acknowledge it.
    """
    text = await acknowledgements.text_to_acknowledge(session, seat, exhibit)
    if text is None:
        return None
    if not acknowledged:
        raise Conflict(
            "Acknowledge the handling conditions of the originator (H3) first.",
            code="acknowledge-h3",
            extra={"handling_text": text},
        )
    await acknowledgements.acknowledge(session, seat, exhibit, text)
    return text


Contents = tuple[Evidence, Sequence[File], Sequence[Rendition]]


async def _exhibit_with_contents(session: Reading, evidence: UUID, act: Act) -> Contents:
    """Return the exhibit, its ready files and, for reading, their pages, as far as they are visible.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    rows = await session.fetch_rows(_CONTENTS, evidence=evidence, pages=act in READS)
    if not rows:
        raise NotFound
    files = {file.id: file for _, file, _ in rows if file is not None}
    return rows[0][0], list(files.values()), [page for _, _, page in rows if page is not None]


def _shown(files: Sequence[File], renditions: Sequence[Rendition], act: Act) -> Sequence[File]:
    """Return the files to which the act gives access.

    Raises:
        Conflict: There is none, or nothing can be shown for viewing.
    """
    if not files:
        raise Conflict("The exhibit has no file to open.", code="no-file")
    if act is not Act.OPEN:
        return files
    if not renditions:
        pending = any(file.renditions == "pending" for file in files)
        raise Conflict(
            "The preview is being prepared. Try again in a moment; if this continues, tell the operator."
            if pending
            else "This exhibit has no preview. It can only be downloaded.",
            code="rendition-pending" if pending else "no-rendition",
        )
    shown = {rendition.file for rendition in renditions}
    return [file for file in files if file.id in shown]


def _refused(decision: Decision, act: Act) -> Forbidden:
    return Forbidden(_sentence(decision, act), code=decision.because[0].replace("_", "-"), tried=act.value)


def _sentence(decision: Decision, act: Act) -> str:
    reasons = [sentence(because) for because in decision.because]
    if act is Act.DISCLOSE:
        return Phrase("The exhibit cannot be disclosed. {reasons}", reasons=reasons)
    return Phrase("The exhibit cannot be opened. {reasons}", reasons=reasons)


_OPENING: Final = of_table(
    select(Opening).where(Opening.id == bindparam("opening"), Opening.evidence == bindparam("evidence"))
)
_OWN_ROWS: Final = select(Release).where(Release.evidence == bindparam("evidence"), Release.party == bindparam("party"))
_OWN: Final = of_table(_OWN_ROWS)
_OWN_LOCKED: Final = of_table(_OWN_ROWS.with_for_update(read=True))
_INSERT: Final = untyped(
    """
    insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at, working_session, files)
    values (:id, :jit, :evidence, :seat, :session, :act, :purpose, :opened_at, :expires_at, :working_session, :files)
    """
)
_DELIVERED: Final = untyped(
    """
    insert into deliveries (opening, file, jit, evidence, party, delivered_at)
    select cast(:opening as uuid), f.file, cast(:jit as uuid), cast(:evidence as uuid), cast(:party as uuid),
           cast(:delivered_at as timestamptz)
      from unnest(cast(:files as uuid[])) f (file)
    on conflict do nothing
    """
)
_CONTENTS: Final = of_tables(
    select(Evidence, File, Rendition)
    .outerjoin(File, (File.evidence == Evidence.id) & (File.state == "ready"))
    .outerjoin(Rendition, (Rendition.file == File.id) & bindparam("pages", type_=Boolean))
    .where(Evidence.id == bindparam("evidence"))
    .order_by(File.id, Rendition.page)
)
