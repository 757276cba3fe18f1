"""Cosignatures: as another hand writes them, as another implementation reads them, and what is none."""

import pytest
from tlog_scales.signing import Vkey, VkeySet
from tlog_scales.tlog import Checkpoint as OtherCheckpoint

from app.ledger.signing.cosignatures import Cosigner, CosignerKey, cosignatures, time_of
from app.ledger.signing.notes import NoteError, VerifierKey, verify
from tests.ledger.test_vectors import EXAMPLE, raw
from tests.support.ledgers.reference_ledger import ReferenceKey, b64
from tests.support.ledgers.witnesses import ReferenceLog

AT = 1764000000
PAPER = ReferenceKey("witness.example/nl", kind=4)
COSIGNER = Cosigner.from_seed(PAPER.name, PAPER.seed)
LOG = ReferenceLog().grow(5)
TEXT = LOG.text()


def test_the_example_s_witness() -> None:
    given = EXAMPLE["witness"]
    cosigner = Cosigner.from_seed(PAPER.name, raw(given["seed"]))
    assert (str(cosigner.verifier), cosigner.verifier.id.hex()) == (given["vkey"], given["key_id"])
    assert CosignerKey.parse(given["vkey"]) == cosigner.verifier
    text = EXAMPLE["checkpoint"].partition("\n\n")[0] + "\n"
    line = cosigner.line(text, AT)
    assert EXAMPLE["checkpoint"].endswith(line)
    assert cosignatures(EXAMPLE["checkpoint"].encode(), [cosigner.verifier]) == {cosigner.verifier: (AT, line)}


def test_another_implementation_reads_ours() -> None:
    note = LOG.note().decode() + COSIGNER.line(TEXT, AT)
    other = OtherCheckpoint.from_text(note)
    keys = VkeySet(Vkey.from_string(LOG.key.vkey), Vkey.from_string(str(COSIGNER.verifier)))
    assert len(keys.verify(other.signatures, other)) == 2


def test_a_key_of_one_type_is_none_of_the_other() -> None:
    for kind, vkey in ((VerifierKey, PAPER.vkey), (CosignerKey, LOG.key.vkey)):
        with pytest.raises(NoteError, match="type"):
            kind.parse(vkey)
    twin = VerifierKey(PAPER.name, PAPER.public)
    assert twin.id != COSIGNER.verifier.id
    with pytest.raises(NoteError, match="none of the known"):
        verify(LOG.note() + COSIGNER.line(TEXT, AT).encode(), [twin])
    assert "private" not in repr(COSIGNER).lower()


def test_another_time_another_text_and_another_form_are_refused() -> None:
    def of(line: str) -> bytes:
        return LOG.note() + line.encode()

    good = COSIGNER.line(TEXT, AT)
    later = PAPER.line(TEXT, AT + 1)
    value = raw(good.split(" ")[2].strip())
    swapped = later[: -len(good.split(" ")[2])] + _encoded(
        value[:4] + raw(later.split(" ")[2].strip())[4:12] + value[12:]
    )
    for bad in (COSIGNER.line(LOG.text(4), AT), swapped):
        with pytest.raises(NoteError, match="is wrong"):
            cosignatures(of(bad), [COSIGNER.verifier])
    for form in (value[:4] + value[12:], value + b"\0", value[:4] + b"\xff" * 8 + value[12:]):
        with pytest.raises(NoteError, match="a time and 64 bytes"):
            cosignatures(of(f"\N{EM DASH} {PAPER.name} {_encoded(form)}"), [COSIGNER.verifier])
    assert cosignatures(of(good), [CosignerKey.parse(ReferenceKey("other.example", kind=4).vkey)]) == {}
    assert time_of(value[4:]) == AT


def test_keys_of_small_order_are_refused() -> None:
    for point in (bytes(32), b"\x01" + bytes(31), bytes.fromhex("ec" + "ff" * 30 + "7f")):
        with pytest.raises(NoteError, match="small order"):
            CosignerKey("witness.example/nl", point)


def _encoded(value: bytes) -> str:

    return b64(value) + "\n"
