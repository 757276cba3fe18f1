"""Bundles for tests: written by the house from a ledger kept on paper, and taken apart to be changed and put together."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import rfc8785

from app.exports.bundle import LedgerKey, Subject, Written, write
from app.exports.custody import DisclosedEntry, DisclosedField
from app.ledger.notes import Signer, VerifierKey
from tests.support.paper_ledger import EXPORT, LANTERN, PaperEntry, PaperLedger

FOUNDING = 0


def disclose(entry: PaperEntry, withhold: Iterable[str] = ()) -> DisclosedEntry:
    """An entry as the export service would hand it over."""
    fields = {
        name: DisclosedField(salt, rfc8785.dumps(value))
        for name, (salt, value) in entry.fields.items()
        if name not in withhold
    }
    return DisclosedEntry(entry.position, entry.salt, entry.canonical, fields)


def court(ledger: PaperLedger, evidence: str = LANTERN) -> list[DisclosedEntry]:
    """What a court bundle of one exhibit discloses: the founding, and every entry about the exhibit."""
    return [disclose(each) for each in ledger.entries if each.position == FOUNDING or each.evidence == evidence]


def subject(ledger: PaperLedger, *, checkpoint: bytes | None = None, checkpoints: Sequence[bytes] = ()) -> Subject:
    return Subject(
        profile="court",
        export=UUID(EXPORT),
        evidence=UUID(LANTERN),
        exhibit_number="NL-2026-7KQ4M9TX",
        team="Operation Lantern",
        made_on=date(2026, 11, 24),
        checkpoint=checkpoint or ledger.checkpoint(),
        checkpoints=checkpoints,
        keys=[LedgerKey(VerifierKey.parse(ledger.key.vkey))],
    )


def signer(ledger: PaperLedger) -> Signer:
    return Signer.from_seed(ledger.origin, ledger.key.seed)


def bundle(target: Path, ledger: PaperLedger) -> Written:
    """The example's court bundle, with two earlier checkpoints."""
    about = subject(ledger, checkpoints=[ledger.checkpoint(3), ledger.checkpoint(7)])
    return write(target, about, signer(ledger), court(ledger), ledger.commitments())
