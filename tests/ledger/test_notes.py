"""Signed notes: the published example, what others write, and everything that strictness refuses."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ledger.signing.notes import (
    MAX_NOTE_BYTES,
    MAX_SIGNATURES,
    Checkpoint,
    NoteError,
    Signer,
    VerifierKey,
    decode_base64,
    open_checkpoint,
    parse,
    sign,
    sign_checkpoint,
    verify,
)
from tests.support.ledgers.reference_ledger import ReferenceKey, note
from tests.support.shared_data import needs_shared_data, shared_json

ORIGIN = "liaison.example/jits/x/0"
KEY = ReferenceKey(ORIGIN)
SIGNER = Signer.from_seed(ORIGIN, KEY.seed)
TEXT = "first line\n\nlast line\n"
NOTE = sign(TEXT, SIGNER)
ROOT = hashlib.sha256(b"").digest()


@needs_shared_data
def test_the_published_example() -> None:
    example = shared_json("signed_note/c2sp_example.json")
    key = VerifierKey.parse(example["vkey"])
    parsed, signed = verify(example["note"].encode(), [key])
    assert (parsed.text, signed, str(key)) == ("This is an example message.\n", (key,), example["vkey"])


def test_keys_and_signatures_are_those_of_another_implementation() -> None:
    assert str(SIGNER.verifier) == KEY.vkey
    assert note(TEXT, KEY) == NOTE
    assert verify(NOTE, [SIGNER.verifier])[0].text == TEXT
    assert Signer.from_seed(ORIGIN, SIGNER.seed()).verifier == SIGNER.verifier
    assert Signer.generate(ORIGIN).verifier != SIGNER.verifier
    assert base64.b64encode(SIGNER.seed()).decode() not in repr(SIGNER)


def test_the_last_empty_line_separates() -> None:
    parsed = parse(NOTE)
    assert parsed.text == TEXT
    assert [each.name for each in parsed.signatures] == [ORIGIN]


def test_unknown_keys_are_ignored_and_known_ones_must_be_right() -> None:
    other, witness = ReferenceKey("other.example"), ReferenceKey("witness.example", kind=4)
    signed = note(TEXT, other, KEY, witness)
    assert verify(signed, [SIGNER.verifier])[1] == (SIGNER.verifier,)
    with pytest.raises(NoteError, match="none of the known"):
        verify(note(TEXT, other), [SIGNER.verifier])
    with pytest.raises(NoteError, match=r"signature of other\.example is wrong"):
        verify(note("x" + TEXT, other).replace(b"x" + TEXT.encode(), TEXT.encode()), [VerifierKey.parse(other.vkey)])


def test_a_name_alone_or_an_id_alone_is_no_key() -> None:
    twin = ReferenceKey(ORIGIN, seed_word="twin")
    with pytest.raises(NoteError, match="none of the known"):
        verify(note(TEXT, twin), [SIGNER.verifier])


LINE = KEY.line(TEXT)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (NOTE[:-1], "end in LF"),
        (NOTE.replace(b"\n", b"\r\n"), "control character"),
        (NOTE.replace(b"first", b"fir\tst"), "control character"),
        (NOTE.replace(b"first", b"fir\x00st"), "control character"),
        (NOTE.replace(b"first", b"\xff"), "UTF-8"),
        (TEXT.encode(), "an em dash"),
        (b"no signatures\n", "an empty line"),
        (b"no signatures\n\n", "end in LF"),
        (NOTE + b"\n", "end in LF"),
        (NOTE.replace("\u2014 ".encode(), b"- "), "em dash"),
        (NOTE.replace("\u2014 ".encode(), "\u2014".encode()), "em dash"),
        (NOTE + LINE.encode(), "signed twice"),
        (f"{TEXT}\n\u2014  {LINE.split()[2]}\n".encode(), "name"),
        (f"{TEXT}\n\u2014 a+b {LINE.split()[2]}\n".encode(), "name"),
        (f"{TEXT}\n\u2014 a\u00a0b {LINE.split()[2]}\n".encode(), "name"),
        (f"{TEXT}\n\u2014 a AAAA\n".encode(), "without a signature"),
        (f"{TEXT}\n\u2014 a AAAAAA=\n".encode(), "base64"),
        (f"{TEXT}\n\u2014 a AAAAAB==\n".encode(), "canonical"),
        (f"{TEXT}\n\u2014 a AAAA*AAA\n".encode(), "base64"),
        (f"{TEXT}\n\u2014 a AAAAAAA= \n".encode(), "base64"),
        (f"{TEXT}\n\u2014 a\n".encode(), "without a signature"),
        (b"x" * MAX_NOTE_BYTES + NOTE, "too long"),
        ((TEXT + "\n" + "".join(f"\u2014 k{i} AAAAAAA=\n" for i in range(MAX_SIGNATURES + 1))).encode(), "too many"),
    ],
)
def test_malformed_notes(bad: bytes, why: str) -> None:
    with pytest.raises(NoteError, match=why):
        verify(bad, [SIGNER.verifier])


def test_any_changed_byte_is_found() -> None:
    for position in range(len(NOTE)):
        changed = NOTE[:position] + bytes([NOTE[position] ^ 1]) + NOTE[position + 1 :]
        with pytest.raises(NoteError):
            verify(changed, [SIGNER.verifier])


@given(st.binary(max_size=200))
def test_hostile_notes_are_refused_and_nothing_else(raw: bytes) -> None:
    with pytest.raises(NoteError):
        verify(raw, [SIGNER.verifier])


@pytest.mark.parametrize("text", ["", "no end", "x\r\n", "tab\t\n", "x\n\n\u2014 a AAAAAAA="])
def test_what_would_not_come_back_is_not_signed(text: str) -> None:
    with pytest.raises(NoteError):
        sign(text, SIGNER)


def test_a_text_may_look_like_a_note() -> None:
    text = "x\n\n\u2014 a AAAAAAA=\n"
    assert parse(sign(text, SIGNER)).text == text


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "name",
        KEY.vkey.replace("+", "-", 1),
        KEY.vkey + "=",
        KEY.vkey[:-1],
        "x" + KEY.vkey,
        KEY.vkey.upper(),
        ReferenceKey(ORIGIN, kind=4).vkey,
        f"{ORIGIN}+{KEY.key_id.hex()}+" + base64.b64encode(b"\x01" + KEY.public[:-1]).decode(),
    ],
)
def test_malformed_keys(vkey: str) -> None:
    with pytest.raises(NoteError):
        VerifierKey.parse(vkey)


def test_refusals_of_keys_say_why() -> None:
    with pytest.raises(NoteError, match="not an Ed25519"):
        VerifierKey.parse(ReferenceKey(ORIGIN, kind=4).vkey)
    with pytest.raises(NoteError, match="32 bytes"):
        VerifierKey(ORIGIN, KEY.public[:-1])


P = 2**255 - 19
ORDER_8 = (
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
)


@pytest.mark.parametrize("sign_bit", [0, 1])
@pytest.mark.parametrize(
    ("y", "why"),
    [
        (0, "small order"),
        (1, "small order"),
        (P - 1, "small order"),
        (int.from_bytes(bytes.fromhex(ORDER_8[0]), "little"), "small order"),
        (int.from_bytes(bytes.fromhex(ORDER_8[1]), "little"), "small order"),
        (P, "canonical"),
        (P + 1, "canonical"),
        (2**255 - 1, "canonical"),
        (2, "no point"),
        (7, "no point"),
    ],
)
def test_unsound_public_keys(y: int, why: str, sign_bit: int) -> None:
    with pytest.raises(NoteError, match=why):
        VerifierKey(ORIGIN, (y | sign_bit << 255).to_bytes(32, "little"))


@given(st.binary(min_size=32, max_size=32))
def test_every_real_key_is_sound(seed: bytes) -> None:
    key = Signer.from_seed("a", seed).verifier
    assert VerifierKey.parse(str(key)) == key


@given(st.binary(max_size=40))
def test_base64_has_one_spelling(raw: bytes) -> None:
    text = base64.b64encode(raw).decode()
    assert decode_base64(text) == raw
    for other in (text + "=", text + "\n", " " + text, text.replace("+", "-") if "+" in text else text + "A"):
        with pytest.raises(NoteError):
            decode_base64(other)


def test_a_checkpoint_comes_back() -> None:
    checkpoint = Checkpoint(ORIGIN, 20852163, ROOT)
    signed = sign_checkpoint(checkpoint, SIGNER)
    assert open_checkpoint(signed, [SIGNER.verifier]) == checkpoint
    assert checkpoint.text == f"{ORIGIN}\n20852163\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"


B64 = base64.b64encode(ROOT).decode()


@pytest.mark.parametrize(
    "text",
    [
        f"{ORIGIN}\n01\n{B64}\n",
        f"{ORIGIN}\n+1\n{B64}\n",
        f"{ORIGIN}\n-1\n{B64}\n",
        f"{ORIGIN}\n 1\n{B64}\n",
        f"{ORIGIN}\n\u0661\n{B64}\n",
        f"{ORIGIN}\n9223372036854775808\n{B64}\n",
        f"{ORIGIN}\n\n{B64}\n",
        f"\n1\n{B64}\n",
        f"a b\n1\n{B64}\n",
        f"{ORIGIN}\n1\n{B64[:-1]}\n",
        f"{ORIGIN}\n1\nAAAA\n",
        f"{ORIGIN}\n1\n{B64}",
        f"{ORIGIN}\n1\n{B64}\nextension\n",
        f"{ORIGIN}\n1\n",
        "",
    ],
)
def test_malformed_checkpoints(text: str) -> None:
    with pytest.raises(NoteError):
        Checkpoint.parse(text)


def test_one_key_speaks_for_one_ledger() -> None:
    with pytest.raises(NoteError, match="does not sign for"):
        sign_checkpoint(Checkpoint("another", 1, ROOT), SIGNER)
    forged = sign(Checkpoint("another", 1, ROOT).text, SIGNER)
    with pytest.raises(NoteError, match="not signed by a key of another"):
        open_checkpoint(forged, [SIGNER.verifier])
    with pytest.raises(NoteError, match="no size"):
        Checkpoint(ORIGIN, -1, ROOT)
