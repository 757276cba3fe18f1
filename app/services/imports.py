"""Importing a CASE document: previewed, then imported as it was previewed, all of it or nothing.

Exhibits are registered by the service that registers any other: standing rules, quarantine and phases hold. The document is
kept as the file of an exhibit of its own, with its hash. Deliberately not here: reading the document (`case_documents.py`) and
what becomes of it (`case_plans.py`).
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
from app.ledger import journal
from app.ledger.facts import Fact
from app.ledger.facts.imports import CustodyImported, EvidenceImported
from app.models import Evidence, File
from app.services import access_rules, case_documents, case_plans, contributions, evidence, files
from app.services.case_documents import MOST_BYTES
from app.services.case_plans import Exhibit, Plan
from app.services.entering import Registration
from app.services.storage import Bounds
from app.vault import intake, sniffing
from app.vault.places import Place
from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document, under its name, and what it does not say: `common` is of every exhibit."""

    name: str
    document: str
    common: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be made. `known_as`: exhibits of one's own party that hold the same document already."""

    plan: Plan
    sha256: str
    size_bytes: int
    known_as: Sequence[str]
    token: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The rows of `evidence` that were entered: of the document, and of each exhibit in the order of the preview."""

    document: dict[str, Any]
    exhibits: Sequence[dict[str, Any]]


async def preview(session: Reading, seat: Seat, wanted: Wanted) -> Preview:
    """What an import would make, and the token that binds it. Raises `Invalid`, `TooLarge`, `Forbidden`, `Conflict`."""
    contributions.contributor(seat)
    await contributions.demand_open(session, seat)
    raw = wanted.document.encode()
    if len(raw) > MOST_BYTES:
        raise TooLarge(f"At most {MOST_BYTES} bytes of a document are taken. Nothing was imported.", field="document")
    sha256 = hashlib.sha256(raw).hexdigest()
    rules = [[row.code, row.version] for row in await access_rules.list_all(session, seat)]

    def planned() -> tuple[Plan, str]:
        made = case_plans.plan(case_documents.read(wanted.document))
        bound = json.dumps([sha256, wanted.name, wanted.common, asdict(made), rules], sort_keys=True, default=str)
        return made, hashlib.sha256(bound.encode()).hexdigest()

    made, token = await asyncio.to_thread(planned)
    known = select(Evidence.exhibit_number).join(File, File.evidence == Evidence.id)
    known = known.where(File.sha256 == sha256, Evidence.originator == seat.party).order_by(Evidence.id).limit(20)
    already = (await session.scalars(known)).all()
    return Preview(made, sha256, len(raw), already, token)


async def run(session: Writing, seat: Seat, vault: Vault, bounds: Bounds, wanted: Wanted, token: str) -> Imported:
    """Import it as it was previewed. Raises `Stale` where it would be otherwise now, and as `preview`: then nothing was made."""
    seen = await preview(session, seat, wanted)
    if seen.token != token:
        raise Stale("What would be made of it now is not what was shown. Nothing was imported; look at it again.")
    whole = _document(wanted, seen)
    document, *exhibits = await evidence.register_many(
        session, seat, [whole, *(_registration(wanted, one) for one in seen.plan.exhibits)]
    )
    await _keep(session, seat, vault, bounds, document["id"], wanted, seen.sha256)
    by = document["exhibit_number"]
    facts = [fact for row, one in zip(exhibits, seen.plan.exhibits, strict=True) for fact in _facts(row["id"], one, by)]
    await journal.append(session, seat, *facts)
    return Imported(document, exhibits)


def _document(wanted: Wanted, seen: Preview) -> Registration:
    """What the whole document says is its importer's alone at first, whatever standing rules say of documents."""
    stated = [{"algorithm": "sha256", "value": seen.sha256, "of": "container"}]
    return Registration(
        **(wanted.common | {"releases": ()}),
        title=wanted.name,
        kind="report",
        category="document",
        description=None,
        declared_hashes=stated,
    )


def _registration(wanted: Wanted, one: Exhibit) -> Registration:
    """Hashes that the document claims are no declaration of ours: they stand in `evidence.imported` alone."""
    return Registration(
        **wanted.common,
        title=one.title,
        kind=one.kind,
        category=one.category,
        description=one.description,
        declared_hashes=[],
    )


def _facts(evidence_id: UUID, one: Exhibit, by: str) -> list[Fact]:
    """What the ledger says of where it comes from, and of what its source claims was done to it, in the source's order."""
    imported = EvidenceImported(
        evidence=evidence_id,
        claimed_by=by,
        source_number=one.source_number,
        source_id=one.node,
        objects=list(one.objects),
    )
    said = [asdict(act) | {"informed_by": list(act.informed_by)} for act in one.acts]
    acts = [CustodyImported(evidence=evidence_id, claimed_by=by, source_id=act.pop("node"), **act) for act in said]
    return [imported, *acts]


async def _keep(
    session: Writing, seat: Seat, vault: Vault, bounds: Bounds, evidence_id: UUID, wanted: Wanted, digest: str
) -> None:
    """The document's own bytes, as the file of its exhibit; what arrived of it is discarded where anything fails."""
    raw = wanted.document.encode()
    file = await files.announce(
        session, seat, evidence_id, name=wanted.name, size_bytes=len(raw), sha256=digest, bounds=bounds
    )
    place = Place(seat.jit, evidence_id, file.id)
    await vault.begin(place)
    with vault.locks.hold(place) as hold:
        try:
            received = await intake.receive(vault, hold, 0, _once(raw), intake.Terms(room=len(raw)))
            assert received.segment is not None, "a whole body is kept, or refused"
            recorded = await files.record(session, seat, place, received.segment, bounds)
            media_type = await sniffing.of_file(vault, place, [received.segment])
            await files.complete(session, seat, recorded, sha256=received.sha256 or digest, media_type=media_type)
        except BaseException:
            await vault.discard(hold)
            raise


async def _once(raw: bytes) -> AsyncIterator[bytes]:
    yield raw
