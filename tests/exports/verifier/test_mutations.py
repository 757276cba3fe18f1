"""Hole 14: whatever is changed in a bundle is found, and named. Exit 1 each time.

Two adversaries. Somebody without the ledger's key can make manifests anew, but not `bundle.note`. The host, who holds the
key, can also sign: against the host stand the commitments, the chains, the signed checkpoints and what an outsider keeps.
"""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from app.exports.verifier import EXIT_AUTHENTICATED, EXIT_INTACT, EXIT_WRONG, Keys, LogKey, Question, parse_key, verify
from tests.exports.bundles import Files, court, laid_out, lines, resealed, with_lines
from tests.support.ledgers.reference_ledger import ReferenceKey, ReferenceLedger, b64, example, note


def wrong(files: Files, folder: Path, question: Question | None = None) -> list[str]:
    report = verify(laid_out(files, folder), question)
    assert (report.exit == EXIT_WRONG) == bool(report.wrong)
    return report.wrong


def trusting(ledger: ReferenceLedger) -> Question:
    return Question(keys=Keys([LogKey(parse_key(ledger.key.vkey, 1), 0, None)]))


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_the_bundle_itself_is_right(files: Files, zip_path: Path, ledger: ReferenceLedger, tmp_path: Path) -> None:
    assert wrong(files, tmp_path) == []
    assert verify(zip_path).exit == EXIT_INTACT
    assert verify(zip_path, trusting(ledger)).exit == EXIT_AUTHENTICATED
    assert wrong(resealed(files, ledger.key), tmp_path) == []


NAMES = [
    *("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bundle.note", "data/checkpoint"),
    *("data/checkpoints/000000000003", "data/checkpoints/000000000010", "data/keys.json", "data/entries.jsonl"),
    *("data/commitments", "data/custody.csv", "data/custody.case.jsonld", "data/README.txt", "data/verify.py"),
    "data/custody.pdf",
]


def test_every_file_is_meant(files: Files) -> None:
    assert set(NAMES) | {"data/checkpoints/000000000007"} == files.keys()


@pytest.mark.parametrize("name", NAMES)
def test_one_byte_of_any_file(name: str, files: Files, tmp_path: Path) -> None:
    content = files[name]
    for at in {0, 1, len(content) // 3, len(content) // 2, len(content) - 2, len(content) - 1}:
        found = wrong(files | {name: flipped(content, at)}, tmp_path)
        assert any(name in finding for finding in found), (at, found)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_missing_empty_or_longer(name: str, files: Files, tmp_path: Path) -> None:
    for changed in (
        {k: v for k, v in files.items() if k != name},
        files | {name: b""},
        files | {name: files[name] + b"\n"},
    ):
        found = wrong(changed, tmp_path)
        assert found
        assert any(name in finding for finding in found), found


@pytest.mark.parametrize("name", ["note.txt", "data/extra.txt", "data/receipts/x"])
def test_a_file_is_added(name: str, files: Files, tmp_path: Path) -> None:
    assert wrong(files | {name: b"x"}, tmp_path)[0] == f"file {name}: in no manifest"


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("data/") and name != "data/checkpoint"])
def test_whoever_makes_the_manifests_anew_cannot_sign_them(name: str, files: Files, tmp_path: Path) -> None:
    stranger = ReferenceKey("somebody.example")
    changed = resealed(files | {name: files[name] + b" "}, stranger)
    assert any(finding.startswith("bundle.note: the signature of") for finding in wrong(changed, tmp_path))
    replayed = changed | {"bundle.note": files["bundle.note"]}
    assert "file bundle.note: its text is not tagmanifest-sha256.txt" in wrong(replayed, tmp_path)


def test_a_tag_manifest_that_names_more(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    tags = files["tagmanifest-sha256.txt"].decode() + f"{sha256(files['data/keys.json']).hexdigest()}  data/keys.json\n"
    changed = files | {"tagmanifest-sha256.txt": tags.encode(), "bundle.note": note(tags, ledger.key)}
    assert wrong(changed, tmp_path) == [
        "file tagmanifest-sha256.txt: must name bag-info.txt, bagit.txt, manifest-sha256.txt"
    ]


def test_one_byte_of_an_entry_sealed_by_the_host(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    for index, line in enumerate(lines(files)):
        position = ledger.entries[[0, 2, 4, 5, 6, 8, 9][index]].position
        for at in range(0, len(line), 101):
            changed = lines(files)
            changed[index] = flipped(line, at)
            found = wrong(with_lines(files, changed, ledger.key), tmp_path)[0]
            assert f"position {position}" in found or f"line {index + 1}:" in found or at < 20, (at, found)


def test_a_changed_field_is_named(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = [line.replace("Überprüfung".encode(), "Überprüfunk".encode()) for line in lines(files)]
    found = wrong(with_lines(files, changed, ledger.key), tmp_path)
    assert found[0] == "position 6: field justification: not what the entry binds"


def test_a_changed_entry_is_named(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = [line.replace(b"JIT_PURPOSE", b"JIT_PURPOSF") for line in lines(files)]
    found = wrong(with_lines(files, changed, ledger.key), tmp_path)
    assert found[0] == "position 6: the entry is not the one that its commitment binds"


def test_one_byte_of_the_commitments_sealed_by_the_host(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    raw = files["data/commitments"]
    for at in range(0, len(raw), 19):
        found = wrong(resealed(files | {"data/commitments": flipped(raw, at)}, ledger.key), tmp_path)
        assert found[0] == "data/checkpoint: its root is not that of the first 10 commitments"
        if at // 32 not in (1, 3, 7):  # those are withheld here
            assert any(finding.startswith(f"position {at // 32}: the entry is not the one") for finding in found)


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            lambda raw: raw[32:64] + raw[:32] + raw[64:],
            "data/checkpoint: its root is not that of the first 10 commitments",
        ),
        (lambda raw: raw[:-32], "file data/commitments: holds 9 entries; the checkpoint says 10"),
        (lambda raw: raw[:-1], "file data/commitments: holds 9.96875 entries; the checkpoint says 10"),
        (lambda raw: raw + raw[:32], "file data/commitments: larger than 320 bytes"),
    ],
)
def test_commitments_swapped_cut_or_added(
    change: Callable[[bytes], bytes], finding: str, files: Files, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    changed = resealed(files | {"data/commitments": change(files["data/commitments"])}, ledger.key)
    assert wrong(changed, tmp_path)[0] == finding


def test_rows_swapped(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = lines(files)
    changed[2], changed[3] = changed[3], changed[2]
    assert "position 4: comes after position 5" in wrong(with_lines(files, changed, ledger.key), tmp_path)


def test_a_row_twice(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = lines(files)
    changed.insert(3, changed[2])
    assert "position 4: comes after position 4" in wrong(with_lines(files, changed, ledger.key), tmp_path)


def test_an_omitted_opening(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    found = wrong(
        with_lines(files, [line for line in lines(files) if b"evidence.opened" not in line], ledger.key), tmp_path
    )
    assert found == [
        "exhibit NL-2026-7KQ4M9TX: entry n=4 is missing between positions 5 and 8: a court bundle of the originator has no gaps"
    ]


def test_any_omitted_entry(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    for index in range(1, 7):
        changed = lines(files)
        del changed[index]
        found = wrong(with_lines(files, changed, ledger.key), tmp_path)
        assert any("is missing" in finding or "is not in it" in finding for finding in found), (index, found)


def test_the_table_omits_an_opening(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    table = b"".join(
        row for row in files["data/custody.csv"].splitlines(keepends=True) if b"evidence.opened" not in row
    )
    found = wrong(resealed(files | {"data/custody.csv": table}, ledger.key), tmp_path)
    assert found == ["file data/custody.csv: does not have the row of position 6"]
    longer = resealed(files | {"data/custody.csv": files["data/custody.csv"] + b'"x"\r\n'}, ledger.key)
    assert wrong(longer, tmp_path) == ["file data/custody.csv: has rows that entries.jsonl has not"]


@pytest.mark.parametrize("kept", range(1, 7))
def test_a_cut_tail(kept: int, files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    found = wrong(with_lines(files, lines(files)[:kept], ledger.key), tmp_path)
    assert "this bundle's own entry, export.made, is not in it: its tail may be cut" in found


def test_a_cut_tail_under_an_older_checkpoint(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    older = {
        "data/checkpoint": ledger.checkpoint(6),
        "data/commitments": b"".join(ledger.commitments(6)),
        "data/checkpoints/000000000007": ledger.checkpoint(6),
        "data/checkpoints/000000000010": ledger.checkpoint(6),
    }
    found = wrong(with_lines(files | older, lines(files)[:4], ledger.key), tmp_path)
    assert found == ["this bundle's own entry, export.made, is not in it: its tail may be cut"]


def test_a_checkpoint_is_replaced_by_an_older_one(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    found = wrong(resealed(files | {"data/checkpoint": ledger.checkpoint(7)}, ledger.key), tmp_path)
    assert found[0] == "file data/commitments: larger than 224 bytes"


def test_a_forked_checkpoint(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    fork = example()
    fork.entries[1], fork.entries[2] = fork.entries[2], fork.entries[1]
    changed = resealed(files | {"data/checkpoints/000000000007": fork.checkpoint(7)}, ledger.key)
    found = wrong(changed, tmp_path)
    assert found == ["data/checkpoints/000000000007: its root is not that of the first 7 commitments"]


def test_the_genesis_is_swapped(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    other = example("another key")
    changed = [court(other)[0].forms()[0], *lines(files)[1:]]
    assert "position 0: the entry is not the one that its commitment binds" in wrong(
        with_lines(files, changed, ledger.key), tmp_path
    )


def test_keys_are_swapped(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    thief = ReferenceKey(ledger.origin, seed_word="thief")
    stolen = {
        name: note(content.decode().partition("\n\n")[0] + "\n", thief)
        for name, content in files.items()
        if name.startswith("data/checkpoint")
    }
    keys = files["data/keys.json"].replace(ledger.key.vkey.encode(), thief.vkey.encode())
    changed = resealed(files | stolen | {"data/keys.json": keys}, thief)
    assert wrong(changed, tmp_path) == ["position 0: field keys: does not name the ledger's key"]
    signature = f"data/checkpoint: the signature of {ledger.origin} by a key that counts is missing"
    assert wrong(changed, tmp_path, trusting(ledger))[0] == signature


@pytest.mark.parametrize(
    "stated",
    [
        [("thief", 1, None)],
        [("key", 0, 0), ("thief", 1, None)],
        [("key", 0, None), ("thief", 0, None)],
        [("thief", 7, 10), ("key", 0, 6)],
    ],
)
def test_a_key_that_the_founding_does_not_name_counts_from_no_size(
    stated: list[tuple[str, int, int | None]], files: Files, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    """Whoever makes a bundle writes keys.json: that another key took over is not to be had by saying so."""
    thief = ReferenceKey(ledger.origin, seed_word="thief")
    vkeys = {"key": ledger.key.vkey, "thief": thief.vkey}
    log = [{"vkey": vkeys[whose], "from": first, "to": last} for whose, first, last in stated]
    kept = {name: content for name, content in files.items() if not name.startswith("data/checkpoints/")}
    stolen = {
        "data/checkpoint": note(ledger.checkpoint_text(), thief),
        "data/keys.json": json.dumps({"log": log}).encode(),
    }
    found = wrong(resealed(kept | stolen, thief), tmp_path)
    assert found == ["position 0: field keys: does not name the ledger's key"]


def test_keys_are_swapped_and_the_founding_left_out(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    thief = ReferenceKey(ledger.origin, seed_word="thief")
    kept = {name: content for name, content in files.items() if not name.startswith("data/checkpoints/")}
    keys = files["data/keys.json"].replace(ledger.key.vkey.encode(), thief.vkey.encode())
    stolen = kept | {"data/checkpoint": note(ledger.checkpoint_text(), thief), "data/keys.json": keys}
    found = wrong(with_lines(stolen, lines(files)[1:], thief), tmp_path)
    assert found == ["position 0: the founding, which names the ledger's key, is missing from this court bundle"]


def test_the_bundle_s_note_is_signed_by_another_key(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    """An omitted opening, manifests made anew, and a note over them by a key of the ledger's name that is not its own."""
    thief = ReferenceKey(ledger.origin, seed_word="thief")
    kept = [each for each in lines(files) if b"evidence.opened" not in each]
    found = wrong(with_lines(files, kept, thief), tmp_path)
    assert found[0] == f"bundle.note: the signature of {ledger.origin} is missing: somebody else made the manifests"
    assert any("entry n=4 is missing" in finding for finding in found)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith("commitments")])
def test_lines_end_in_lf_alone(name: str, files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    """CR LF, as some programs and mail write it, sealed by the host where it is payload."""
    changed = files | {name: files[name].replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")}
    if name == "data/custody.csv":  # RFC 4180 has CR LF; here the CR goes
        changed = files | {name: files[name].replace(b"\r\n", b"\n")}
    said = {
        "data/README.txt",
        "data/verify.py",
        "data/keys.json",
        "data/custody.case.jsonld",
        "data/custody.pdf",  # its own signature says so
    }  # what a reader of texts reads all the same
    found = wrong(changed, tmp_path)
    assert any(name in finding for finding in found), found
    if name.startswith("data/") and name not in said:
        sealed = wrong(resealed(changed, ledger.key), tmp_path)
        assert any(name in finding or finding.startswith("position 0: the line has not") for finding in sealed), sealed


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda text: text.replace("\n10\n", "\n010\n"), "not origin, size and root"),
        (lambda text: text.replace("\n10\n", "\n+10\n"), "not origin, size and root"),
        (lambda text: re.sub(r"\n(.{42}).=\n", r"\n\1/=\n", text), "not canonical base64"),
        (lambda text: re.sub(r"(.{5})\n$", r"*\1\n", text), "not canonical base64"),
        (lambda text: text + text.split("\n\n")[1], "a key signs twice"),
        (lambda text: text[:-1], "signature lines that end in LF"),
        (lambda text: text.replace("\n\n", "\n"), "an empty line"),
    ],
)
def test_a_checkpoint_has_one_form(
    change: Callable[[str], str], finding: str, files: Files, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    before = files["data/checkpoint"].decode()
    assert change(before) != before
    found = wrong(resealed(files | {"data/checkpoint": change(before).encode()}, ledger.key), tmp_path)
    assert any(each.startswith(("data/checkpoint:", "not ")) and finding in each for each in found), found


def test_a_key_of_small_order(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    """Under it, one signature fits every text."""
    public = b"\x01" + bytes(31)
    key_id = sha256(ledger.origin.encode() + b"\n\x01" + public).digest()[:4]
    vkey = f"{ledger.origin}+{key_id.hex()}+{b64(bytes([1]) + public)}"
    text, signature = ledger.checkpoint_text(), b64(key_id + public + bytes(32))
    forged = f"{text}\n\u2014 {ledger.origin} {signature}\n".encode()
    keys = json.dumps({"log": [{"vkey": vkey, "from": 0, "to": None}]}).encode()
    found = wrong(resealed(files | {"data/checkpoint": forged, "data/keys.json": keys}, ledger.key), tmp_path)
    assert any("file data/keys.json: key" in each and "of small order" in each for each in found), found


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (b'"from": 0', b'"from": 0, "from": 3', "a key stands twice in an object"),
        (b'"from": 0', b'"from": 00', "not JSON"),
        (b'"from": 0', b'"from": 0.0', "0.0 is not an integer"),
        (b'"from": 0', b'"from": true', "a log key without the sizes"),
        (b"+", b"+0", "its key id is another key's"),
    ],
)
def test_keys_json_says_each_thing_once(
    old: bytes, new: bytes, finding: str, files: Files, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    keys = files["data/keys.json"].replace(old, new, 1)
    assert keys != files["data/keys.json"]
    found = wrong(resealed(files | {"data/keys.json": keys}, ledger.key), tmp_path)
    assert any("file data/keys.json: " in each and finding in each for each in found), found


def test_a_salt_of_another_entry(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = lines(files)
    ours, theirs = (re.search(rb'"salt":"([^"]+)"', changed[index]) for index in (4, 3))
    assert ours
    assert theirs
    changed[4] = changed[4].replace(ours[1], theirs[1], 1)
    found = wrong(with_lines(files, changed, ledger.key), tmp_path)
    assert found[0] == "position 6: the entry is not the one that its commitment binds"


def test_a_field_s_salt_of_another_field(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = lines(files)
    chain, actor = (re.search(rb'"%b":{"salt":"([^"]+)"' % name, changed[4]) for name in (b"chain", b"actor"))
    assert chain
    assert actor
    changed[4] = changed[4].replace(chain[1], actor[1], 1)
    found = wrong(with_lines(files, changed, ledger.key), tmp_path)
    assert found[0] == "position 6: field chain: not what the entry binds"


def test_a_zip_that_was_cut_anywhere(zip_path: Path, tmp_path: Path) -> None:
    raw, path = zip_path.read_bytes(), tmp_path / "cut.zip"
    for kept in range(0, len(raw), len(raw) // 40):
        path.write_bytes(raw[:kept])
        report = verify(path)
        assert report.exit == EXIT_WRONG
        # Cut behind the bundle that custody.pdf carries, it could be taken for that one.
        assert re.match("file cut.zip: (not a readable zip|begins with something)", report.wrong[0]), report.wrong


def test_keys_json_alone_is_swapped(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    thief = ReferenceKey(ledger.origin, seed_word="thief")
    keys = files["data/keys.json"].replace(ledger.key.vkey.encode(), thief.vkey.encode())
    changed = resealed(files | {"data/keys.json": keys}, ledger.key)
    assert wrong(changed, tmp_path)[0].startswith("data/checkpoint: the signature of")
    assert wrong(changed, tmp_path, trusting(ledger)) == [
        "file data/keys.json: does not name the key that signed the checkpoint"
    ]
