"""Hole 15: a C2SP implementation that is not ours (`tlog-scales`) opens what a bundle holds, and sees what was changed.

`sha256sum`, `bagit` and `openssl` are in `test_by_hand.py`. Nothing of the verifier is used here.
"""

import base64
from hashlib import sha256
from itertools import pairwise

import pytest
from cryptography.exceptions import InvalidSignature
from tlog_scales.signing import NoteSignature, PlainEd25519Verifier, Vkey, VkeySet
from tlog_scales.tlog import (
    Checkpoint,
    ConsistencyProof,
    ConsistencyProofInvalid,
    InclusionProof,
    InclusionProofInvalid,
)

from tests.exports.bundles import Files, receipt
from tests.support.ledgers.reference_ledger import ReferenceKey, ReferenceLedger, consistency_path


@pytest.fixture
def key(ledger: ReferenceLedger) -> Vkey:
    """As the JIT's agreement has it."""
    return Vkey.from_string(ledger.key.vkey)


def opened(files: Files, name: str) -> Checkpoint:
    return Checkpoint.from_text(files[name].decode())


def test_checkpoints_are_signed_by_the_agreement_s_key(files: Files, key: Vkey, ledger: ReferenceLedger) -> None:
    for name in files:
        if name.startswith("data/checkpoint"):
            opened(files, name).verify(key)
    assert opened(files, "data/checkpoint").size == len(files["data/commitments"]) // 32
    bent = files["data/checkpoint"].decode().replace("\n10\n", "\n11\n")
    with pytest.raises(InvalidSignature):
        Checkpoint.from_text(bent).verify(key)
    with pytest.raises(RuntimeError, match="no signature matched"):
        opened(files, "data/checkpoint").verify(Vkey.from_string(ReferenceKey(ledger.origin, seed_word="other").vkey))


def test_a_witness_s_cosignature(ledger: ReferenceLedger) -> None:
    witness = ReferenceKey("witness.example/nl", kind=4)
    cosigned = Checkpoint.from_text(ledger.checkpoint(None, witness).decode())
    keys = VkeySet(Vkey.from_string(ledger.key.vkey), Vkey.from_string(witness.vkey))
    assert len(keys.verify(cosigned.signatures, cosigned)) == 2


def test_the_manifests_are_signed_by_it(files: Files, key: Vkey) -> None:
    text, _, line = files["bundle.note"].decode().partition("\n\n")
    signature = NoteSignature.from_line(line)
    assert key.match(signature)
    verifier = key.get_verifier()
    assert isinstance(verifier, PlainEd25519Verifier)
    verifier.key.verify(signature.payload, f"{text}\n".encode())
    assert f"{text}\n".encode() == files["tagmanifest-sha256.txt"]


def proof_in(text: str) -> tuple[InclusionProof, Checkpoint]:
    """A receipt taken apart as C2SP tlog-proof says."""
    head, _, note = text.partition("\n\n")
    _, _, index, *path = head.split("\n")
    checkpoint = Checkpoint.from_text(note)
    hashes = [base64.b64decode(each) for each in path]
    return InclusionProof(int(index.removeprefix("index ")), checkpoint.size, hashes), checkpoint


def test_a_receipt_proves_its_entry(ledger: ReferenceLedger, files: Files, key: Vkey) -> None:
    for position in (0, 2, 4, 5, 6, 8, 9):
        proof, checkpoint = proof_in(receipt(ledger, position))
        checkpoint.verify(key)
        commitment = files["data/commitments"][32 * position : 32 * position + 32]
        proof.check(sha256(b"\x00" + commitment).digest(), checkpoint.root_hash)
        with pytest.raises(InclusionProofInvalid):
            proof.check(sha256(b"\x00" + bytes(32)).digest(), checkpoint.root_hash)


def test_the_ledger_only_grew(ledger: ReferenceLedger, files: Files) -> None:
    heads = [opened(files, f"data/checkpoints/{size:012}") for size in (3, 7, 10)]
    for old, new in pairwise(heads):
        path = consistency_path(old.size, ledger.commitments(new.size))
        ConsistencyProof(old.size, new.size, path).check(old.root_hash, new.root_hash)
        with pytest.raises(ConsistencyProofInvalid):
            ConsistencyProof(old.size, new.size, path).check(sha256(b"").digest(), new.root_hash)
