"""The verifier's own arithmetic and parsers, against other implementations and published examples."""

import base64
import hashlib
import json

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exports import verifier
from app.exports.verifier import (
    Policy,
    Usage,
    Wrong,
    check_line,
    ed25519_verify,
    included,
    leaf_hash,
    parse_checkpoint,
    parse_key,
    parse_keys,
    parse_manifest,
    parse_note,
    roots,
    sound_key,
)
from app.ledger.signing import canonical
from app.ledger.signing.notes import NoteError, VerifierKey
from app.ledger.tree import merkle
from tests.support.ledgers.reference_ledger import ReferenceKey, inclusion_path, note, tree_root

L = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19

# RFC 8032, 7.1: public key, message, signature of TEST 1 to 3.
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_rfc_s_signatures(public: str, message: str, signature: str) -> None:
    assert ed25519_verify(bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature))
    assert not ed25519_verify(bytes.fromhex(public), bytes.fromhex(message) + b"x", bytes.fromhex(signature))


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80), st.integers(0, 511))
def test_it_agrees_with_openssl(seed: bytes, message: bytes, bit: int) -> None:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    assert ed25519_verify(public, message, signature)
    bent = bytearray(signature)
    bent[bit // 8] ^= 1 << bit % 8
    assert not ed25519_verify(public, message, bytes(bent))
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(public).verify(bytes(bent), message)


def test_a_second_signature_made_from_the_first_is_refused() -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, signature = private.public_key().public_bytes_raw(), private.sign(b"m")
    s = int.from_bytes(signature[32:], "little") + L
    assert not ed25519_verify(public, b"m", signature[:32] + s.to_bytes(32, "little"))
    assert not ed25519_verify(public, b"m", signature[:-1])


@pytest.mark.parametrize("y", [0, 1, P - 1, P, P + 1, 2, 7, 2**255 - 1])
@pytest.mark.parametrize("sign_bit", [0, 1])
def test_unsound_keys(y: int, sign_bit: int) -> None:
    public = (y | sign_bit << 255).to_bytes(32, "little")
    with pytest.raises(ValueError, match=r"small order|no point"):
        sound_key(public)
    with pytest.raises(NoteError):
        VerifierKey("a", public)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_keys_have_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="not 32 bytes"):
        sound_key(bytes(length))


@settings(max_examples=200, deadline=None)
@given(st.binary(min_size=32, max_size=32))
def test_ledger_and_verifier_admit_the_same_keys(public: bytes) -> None:
    try:
        sound_key(public)
    except ValueError:
        with pytest.raises(NoteError):
            VerifierKey("a", public)
    else:
        assert VerifierKey("a", public).public == public


def test_small_order_keys_sign_nothing() -> None:
    """With this key and this signature a lenient implementation accepts any message."""
    with pytest.raises(ValueError, match="small order"):
        ed25519_verify(b"\x01" + bytes(31), b"anything", b"\x01" + bytes(63))


@pytest.mark.parametrize("size", [0, 1, 2, 3, 255, 1023, 1024, 1025, 2047, 2048, 2049, 3000])
def test_roots_of_every_prefix(size: int) -> None:
    leaves = [index.to_bytes(32, "big") for index in range(size)]
    sizes = {0, size, size // 2, size // 3, max(size - 1, 0), min(size, 1024)}
    found = roots(b"".join(leaves), sizes)
    assert found == {each: tree_root(leaves[:each]) for each in sizes}
    assert found[size] == merkle.root(map(merkle.leaf_hash, leaves))


@given(st.data())
def test_inclusion(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 40))
    index = data.draw(st.integers(0, size - 1))
    leaves = [each.to_bytes(32, "big") for each in range(size)]
    proof, root = inclusion_path(index, leaves), tree_root(leaves)
    assert included(leaf_hash(leaves[index]), index, size, proof, root)
    assert not included(leaf_hash(leaves[index]), index + size, size, proof, root)
    assert not included(leaf_hash(leaves[index]), index, size, [*proof, root], root)
    assert not included(leaf_hash(leaves[index]), index, size, proof[:-1] if proof else [root], root)


@given(st.recursive(st.none() | st.booleans() | st.integers(-99, 99) | st.text(st.characters(exclude_categories=["Cs"])), lambda v: st.lists(v) | st.dictionaries(st.text("ab\n"), v), max_leaves=8))  # fmt: skip
def test_canonical_json_is_the_ledger_s(value: object) -> None:
    assert verifier.canonical_json(value).encode() == canonical.canonical(value)


@given(st.binary(max_size=50))
def test_base64(raw: bytes) -> None:
    text = base64.b64encode(raw).decode()
    assert verifier.decode_base64(text) == raw
    for other in (text + "=", text + "\n", " " + text, text[:-1] if text else "="):
        with pytest.raises(Wrong):
            verifier.decode_base64(other)


SIGNED = note("text\n", ReferenceKey("log.example"))
LINE = SIGNED.split(b"\n")[2]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (SIGNED[:-1], "end in LF"),
        (SIGNED.replace(b"text", b"te\rxt"), "control character"),
        (SIGNED.replace(b"text", b"te\x00xt"), "control character"),
        (SIGNED.replace(b"text", b"te\xffxt"), "UTF-8"),
        (b"text\n", "an empty line"),
        (SIGNED + LINE + b"\n", "a key signs twice"),
        (SIGNED.replace("\u2014".encode(), b"-"), "malformed signature line"),
        (SIGNED.replace(b"log.example", b"log+example"), "malformed signature line"),
        (SIGNED.replace(b"log.example", b""), "malformed signature line"),
        ("text\n\n\u2014 a AAAA\n".encode(), "signature of a: empty"),
        ("text\n\n\u2014 a AAAAAB==\n".encode(), "signature of a: not canonical base64"),
        ("text\n\n\u2014 a A\n".encode(), "signature of a: not base64"),
        (b"text\n\n" + b"".join(f"\u2014 k{each} AAAAAAA=\n".encode() for each in range(101)), "too many"),
    ],
)
def test_malformed_notes(raw: bytes, why: str) -> None:
    with pytest.raises(Wrong, match=f"here: .*{why}"):
        parse_note(raw, "here")


B64 = base64.b64encode(bytes(32)).decode()


@pytest.mark.parametrize(
    "text",
    [
        *(f"o\n{size}\n{B64}\n" for size in ("01", "+1", "-1", " 1", "", "1.0", "\u0661", "9" * 17)),
        *(f"o\n1\n{root}\n" for root in ("AAAA", B64[:-1], B64 + "=", "")),
        *(f"o\n1\n{B64}", f"o\n1\n{B64}\nextension\n", f"\n1\n{B64}\n", f"a b\n1\n{B64}\n", "o\n1\n", ""),
    ],
)
def test_malformed_checkpoints(text: str) -> None:
    assert parse_checkpoint(f"o\n1\n{B64}\n", "here").size == 1
    with pytest.raises(Wrong):
        parse_checkpoint(text, "here")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("x", "x"), ""),
        (('"evidence":"E","file":"F"', '"file":"F","evidence":"E"'), "out of order"),
        (('"evidence":"E","file":"F"', '"evidence":"E","evidence":"F"'), "or one twice"),
        (('"evidence":"E",', '"evidence":"E", '), "not canonical"),
        (('"evidence":"E"', '"evidence":"\\u0045"'), "has not the form"),
        (('"v":1', '"v":1,"w":1'), "not canonical"),
        (('"party":"NL",', ""), "not canonical"),
        (('"party":"NL"', '"party":7'), "not canonical"),
        (("13:15", "13:65"), "at is no time"),
    ],
)
def test_an_entry_has_one_form(change: tuple[str, str], why: str) -> None:
    entry = {
        "v": 1,
        "id": "0193e1a2-7c1e-7a3b-8f00-00000000002a",
        "ledger": "o",
        "at": "2026-11-24T13:15:58.035801Z",
        "kind": "file.received",
        "seat": "NL-07",
        "party": "NL",
        "subject": {"evidence": "E", "file": "F"},
        "led": "collection",
        "purpose": None,
        "fields": {},
    }
    text = canonical.canonical_entry(entry).decode().replace(*change)
    if why:
        with pytest.raises(Wrong, match=why):
            check_line(*line_of(text), "o")
    else:
        assert check_line(*line_of(text), "o").evidence == "E"


def line_of(text: str) -> tuple[str, bytes]:
    """The line of an entry without fields, and its commitment."""
    escaped = json.dumps(text)
    line = f'{{"position":0,"salt":"{B64}","canonical":{escaped},"fields":{{}}}}'
    return line, canonical.commitment(text.encode(), bytes(32))


LINES = f"{'0' * 64}  data/a\n{'1' * 64}  data/b\n"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (LINES[:-1], "does not end in LF"),
        (LINES + LINES, "line 3"),
        (LINES.replace("  data/a", " *data/a"), "line 1"),
        (LINES.replace("data/b", "data/../b"), "line 2"),
        (LINES.replace("data/b", "/data/b"), "line 2"),
        (LINES.replace("data/b", "data/%0A"), "line 2"),
        (LINES.replace("0", "A"), "line 1"),
    ],
)
def test_malformed_manifests(raw: str, why: str) -> None:
    assert parse_manifest(LINES.encode(), "m") == {"data/a": "0" * 64, "data/b": "1" * 64}
    with pytest.raises(Wrong, match=f"file m: {why}"):
        parse_manifest(raw.encode(), "m")


def test_one_key_never_serves_two_names() -> None:
    twin = ReferenceKey("log.example", kind=4)
    with pytest.raises(Wrong, match="one public key stands twice"):
        parse_keys(f"{ReferenceKey('log.example').vkey}\n{twin.vkey}\n".encode())
    vkey = ReferenceKey("log.example").vkey
    twice = {"log": [{"vkey": vkey, "from": 0, "to": 4}, {"vkey": vkey, "from": 5, "to": None}]}
    with pytest.raises(Wrong, match="one public key stands twice"):
        parse_keys(json.dumps(twice).encode())


W = {name: ReferenceKey(f"{name}.example", kind=4) for name in ("x1", "x2", "x3", "y1", "y2")}
LOG = ReferenceKey("log.example")
EXAMPLE = "\n".join(
    [
        "# the example of C2SP tlog-policy",
        f"log {LOG.vkey}",
        "",
        *(f"witness {name.upper()} {key.vkey} \t https://{name}.example" for name, key in W.items()),
        "group X-witnesses 2 X1 X2 X3",
        " \tgroup Y-witnesses any Y1 Y2",
        "group X-and-Y all X-witnesses Y-witnesses",
        "quorum X-and-Y",
        "",
    ]
)


@pytest.mark.parametrize(
    ("cosigners", "met"),
    [
        ("", False),
        ("x1 x2", False),
        ("x1 y1", False),
        ("x1 x2 y1", True),
        ("x2 x3 y2", True),
        ("x1 x2 x3", False),
        ("y1 y2", False),
        ("x1 x2 x3 y1 y2", True),
    ],
)
def test_a_quorum(cosigners: str, met: bool) -> None:
    policy = Policy(EXAMPLE.encode())
    keys = {parse_key(W[name].vkey, 4) for name in cosigners.split()}
    assert policy.met_by(keys) is met
    assert [key.text for key in policy.logs] == [LOG.vkey]
    assert policy.absent(keys) == ", ".join(name.upper() for name in W if name not in cosigners.split())


def test_no_quorum() -> None:
    assert Policy(b"quorum none\n").met_by(set())
    single = f"witness A {W['x1'].vkey}\nquorum A\n"
    assert Policy(single.encode()).met_by({parse_key(W["x1"].vkey, 4)})
    assert not Policy(single.encode()).met_by(set())


A, B = f"witness A {W['x1'].vkey}\n", f"witness B {W['x2'].vkey}\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no quorum"),
        ("quorum A\n", "not defined"),
        ("quorum A\n" + A, "not defined"),
        ("quorum none\nquorum none\n", "not a log"),
        (A + A + "quorum A\n", "same public key"),
        (f"log {LOG.vkey}\nlog {LOG.vkey}\nquorum none\n", "same public key"),
        (A + f"witness A {W['x2'].vkey}\nquorum A\n", "taken"),
        (f"witness none {W['x1'].vkey}\nquorum none\n", "taken"),
        (A + "group A any A\nquorum A\n", "taken"),
        (A + "group G any B\nquorum G\n", "not defined"),
        (A + "group G any none\nquorum G\n", "not defined"),
        (A + "group G any A A\nquorum G\n", "already a member"),
        (A + B + "group G any A\ngroup H all A B\nquorum H\n", "already a member"),
        (A + "group G 0 A\nquorum G\n", "threshold"),
        (A + "group G 2 A\nquorum G\n", "threshold"),
        (A + "group G 01 A\nquorum G\n", "threshold"),
        (A + "group G some A\nquorum G\n", "threshold"),
        (A + "group G any\nquorum G\n", "not a log"),
        (f"log {W['x1'].vkey}\nquorum none\n", "expected type"),
        (f"witness A {LOG.vkey}\nquorum none\n", "expected type"),
        ("log x\nquorum none\n", "not"),
        ("quorum none\r\n", "control"),
        ("whatever\nquorum none\n", "not a log"),
    ],
)
def test_malformed_policies(text: str, why: str) -> None:
    with pytest.raises(Usage, match=why):
        Policy(text.encode())


def test_a_key_id_that_is_another_s() -> None:
    bent = LOG.vkey.replace(LOG.key_id.hex(), "00000000")
    with pytest.raises(Wrong, match="another key's"):
        parse_key(bent, 1)
    identity = base64.b64encode(b"\x01\x01" + bytes(31)).decode()
    key_id = hashlib.sha256(b"a\n\x01\x01" + bytes(31)).hexdigest()[:8]
    with pytest.raises(Wrong, match="small order"):
        parse_key(f"a+{key_id}+{identity}", 1)
