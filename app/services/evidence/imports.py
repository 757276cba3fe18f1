"""Import a CASE document: preview it, then import all of it exactly as previewed, or nothing.

Exhibits are registered like any other (`services/evidence/registration.py`), so default sharing rules, quarantine and team phases
apply. The document itself is stored, with its hash, as the file of a separate exhibit.

Not here: parsing the document (`case_documents.py`) and mapping it to exhibits (`case_plans.py`).
"""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Stale, TooLarge
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import Fact
from app.ledger.facts.evidence.imports import CustodyImported, EvidenceImported
from app.models import Evidence, File
from app.services.evidence import case_documents, case_plans, files, registration
from app.services.evidence.case_documents import MOST_BYTES
from app.services.evidence.case_plans import Exhibit, Plan
from app.services.evidence.registration import Registration
from app.services.evidence.storage import Bounds
from app.services.sharing import access_rules, privilege_checks
from app.services.teams import contributions
from app.vault import intake, sniffing
from app.vault.places import Place
from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A document with its name. `common` holds the fields that the document does not state, for every exhibit."""

    name: str
    document: str
    common: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """Exhibits that an import would create.

    Attributes:
        plan: The planned exhibits.
        sha256: Hash of the document.
        size_bytes: Size of the document.
        known_as: Numbers of the own party's exhibits (at most 20) that already hold the same document.
        token: Confirms this preview when the import is run.
    """

    plan: Plan
    sha256: str
    size_bytes: int
    known_as: Sequence[str]
    token: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The inserted rows of `evidence`.

    Attributes:
        document: The exhibit that holds the document.
        exhibits: The imported exhibits, in the order of the preview.
    """

    document: dict[str, Any]
    exhibits: Sequence[dict[str, Any]]


async def preview(session: Reading, seat: Seat, wanted: ImportRequest) -> Preview:
    """Return what an import would create, with the token that confirms it.

    Raises:
        Invalid: The document cannot be read or mapped.
        TooLarge: The document exceeds `MOST_BYTES`.
        Forbidden: The member has no party.
        Conflict: The team accepts no exhibits now.
    """
    contributions.contributor(seat)
    await contributions.demand_open(session, seat)
    raw = wanted.document.encode()
    if len(raw) > MOST_BYTES:
        raise TooLarge(
            Phrase("A document can have at most {most_bytes} bytes.", most_bytes=MOST_BYTES), field="document"
        )
    sha256 = hashlib.sha256(raw).hexdigest()
    rules = [[row.code, row.version] for row in await access_rules.list_rules(session, seat)]

    def planned() -> tuple[Plan, str]:
        made = case_plans.plan(case_documents.read(wanted.document))
        # The confirmation follows the preview.
        common = {name: value for name, value in wanted.common.items() if name != privilege_checks.FIELD}
        bound = json.dumps([sha256, wanted.name, common, asdict(made), rules], sort_keys=True, default=str)
        return made, hashlib.sha256(bound.encode()).hexdigest()

    made, token = await asyncio.to_thread(planned)
    known = select(Evidence.exhibit_number).join(File, File.evidence == Evidence.id)
    known = known.where(File.sha256 == sha256, Evidence.originator == seat.party).order_by(Evidence.id).limit(20)
    already = (await session.scalars(known)).all()
    return Preview(made, sha256, len(raw), already, token)


async def run(
    session: Writing, seat: Seat, vault: Vault, bounds: Bounds, wanted: ImportRequest, token: str
) -> Imported:
    """Import a document as previewed.

    Raises:
        Stale: The import would create something other than the preview showed.
        Invalid, TooLarge, Forbidden, Conflict: As `preview` and `registration.register_many`. Nothing was imported.
        QuotaReached: The document exceeds the quota of the party or the team.
    """
    seen = await preview(session, seat, wanted)
    if seen.token != token:
        raise Stale("The result of the import has changed since the preview. Check the preview again.")
    document_registration = _document(wanted, seen)
    document, *exhibits = await registration.register_many(
        session, seat, [document_registration, *(_registration(wanted, one) for one in seen.plan.exhibits)]
    )
    await _keep(session, seat, vault, bounds, document["id"], wanted, seen.sha256)
    by = document["exhibit_number"]
    facts = [fact for row, one in zip(exhibits, seen.plan.exhibits, strict=True) for fact in _facts(row["id"], one, by)]
    await journal.append(session, seat, *facts)
    return Imported(document, exhibits)


def _document(wanted: ImportRequest, seen: Preview) -> Registration:
    """Build the registration of the document's exhibit.

    Only the importer's party may see it at first, whatever the default sharing rules are.
    """
    stated = [{"algorithm": "sha256", "value": seen.sha256, "of": "container"}]
    return Registration(
        **(wanted.common | {"releases": ()}),
        title=wanted.name,
        kind="report",
        category="document",
        declared_hashes=stated,
    )


def _registration(wanted: ImportRequest, one: Exhibit) -> Registration:
    """Build the registration of an imported exhibit.

    Hashes claimed by the document are not hashes declared by this party: they appear only in `evidence.imported`.
    """
    return Registration(
        **(wanted.common | {"obtained": wanted.common["obtained"] | {"description": one.description}}),
        title=one.title,
        kind=one.kind,
        category=one.category,
        declared_hashes=[],
    )


def _facts(evidence_id: UUID, one: Exhibit, by: str) -> list[Fact]:
    """Build the ledger facts of an exhibit's source and of the actions that it claims, in the source's order."""
    imported = EvidenceImported(
        evidence=evidence_id,
        claimed_by=by,
        source_number=one.source_number,
        source_id=one.node,
        objects=list(one.objects),
    )
    actions = [asdict(act) | {"informed_by": list(act.informed_by)} for act in one.acts]
    acts = [CustodyImported(evidence=evidence_id, claimed_by=by, source_id=act.pop("node"), **act) for act in actions]
    return [imported, *acts]


async def _keep(
    session: Writing, seat: Seat, vault: Vault, bounds: Bounds, evidence_id: UUID, wanted: ImportRequest, digest: str
) -> None:
    """Store the document as the file of its exhibit. On any error the stored bytes are discarded."""
    raw = wanted.document.encode()
    file = await files.announce(
        session, seat, evidence_id, name=wanted.name, size_bytes=len(raw), sha256=digest, bounds=bounds
    )
    place = Place(seat.jit, evidence_id, file.id)
    await vault.begin(place)
    with vault.locks.hold(place) as hold:
        try:
            received = await intake.receive(vault, hold, 0, _once(raw), intake.UploadTerms(room=len(raw)))
            assert received.segment is not None, "a whole body is kept, or refused"
            recorded = await files.record(session, seat, place, received.segment, bounds)
            media_type = await sniffing.of_file(vault, place, [received.segment])
            await files.complete(session, seat, recorded, sha256=received.sha256 or digest, media_type=media_type)
        except BaseException:
            await vault.discard(hold)
            raise


async def _once(raw: bytes) -> AsyncIterator[bytes]:
    yield raw
