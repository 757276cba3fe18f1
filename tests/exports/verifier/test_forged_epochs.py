"""A later epoch is begun by the former key's word alone: who has none of the ledger's keys grafts nothing onto its founding."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.exports.verifier import EXIT_AUTHENTICATED, EXIT_INTACT, EXIT_WRONG, Keys, LogKey, Question, parse_key, verify
from tests.exports.bundles import Files, laid_out, line, resealed
from tests.support.ledgers.reference_ledger import (
    ACTOR,
    EXPORT,
    LANTERN,
    ORIGIN,
    ReferenceEntry,
    ReferenceKey,
    ReferenceLedger,
    b64,
    example,
)
from tests.support.ledgers.reference_ledger import note as signed

LATER = ORIGIN.removesuffix("0") + "1"
THEIRS = ReferenceKey(ORIGIN)
THIEF = ReferenceKey(ORIGIN, seed_word="thief")
BEGUN = 9  # the position at which the later epoch begins
SHOWN = (0, 2, 4, 5, 6, 8)  # of what stands before


def word(former: ReferenceKey, key: ReferenceKey, origin: str = LATER) -> str:
    """The former key's note for the next one."""
    return signed(f"liaison-epoch/v1\n{origin}\n{key.vkey}\n", former).decode()


def begun(seed_word: str, voucher: Any, origin: str = LATER, **changes: Any) -> ReferenceLedger:
    """The example up to its export, and on from there in a later epoch, whose first entry says this."""
    ledger = example()
    ledger.entries.pop()
    ledger.heads[LANTERN] = (5, ledger.entries[-1].commitment)
    root = ledger.checkpoint_text().split("\n")[2]
    ledger.origin, ledger.seed_word = origin, seed_word
    said = {
        "epoch": 1,
        "reason": "The disk failed; the last night is lost.",
        "former": {"origin": ORIGIN, "key": THEIRS.vkey, "size": BEGUN, "root": root},
        "known": [],
        "keys": [ledger.key.vkey],
        "parties": ["DE", "NL"],
        "quorum": 0,
        "voucher": voucher,
    }
    ledger.append("epoch.begun", said | changes, seat="system", party=None, subject={"jit": ORIGIN.split("/")[2]})
    last = {"actor": ACTOR, "profile": "court", "tip": ledger.heads[LANTERN][0] + 1}
    ledger.append("export.made", last, seat="NL-09", subject={"evidence": LANTERN, "export": EXPORT}, led="disclosure")
    return ledger


def bag(files: Files, ledger: ReferenceLedger, log: list[dict[str, Any]], folder: Path) -> Path:
    """The house's bundle, with the entries of both epochs, this list of keys, and sealed by the later one."""
    kept = {name: files[name] for name in ("bagit.txt", "bag-info.txt")}
    shown = [*SHOWN, *range(BEGUN, len(ledger.entries))]
    changed = {
        "data/checkpoint": ledger.checkpoint(),
        "data/keys.json": json.dumps({"log": log}).encode(),
        "data/commitments": b"".join(ledger.commitments()),
        "data/entries.jsonl": b"".join(line(ledger.entries[at]) for at in shown),
    }
    return laid_out(resealed(kept | changed, ledger.key), folder)


def stated(ledger: ReferenceLedger, note: Any) -> list[dict[str, Any]]:
    """The keys of both epochs as keys.json has them."""
    later = {"vkey": ledger.key.vkey, "from": BEGUN + 1, "to": None}
    return [{"vkey": THEIRS.vkey, "from": 0, "to": BEGUN}, later | ({} if note is None else {"note": note})]


def renewed(**changes: Any) -> tuple[ReferenceLedger, str]:
    """An honest later epoch, and the former key's word for its key."""
    voucher = word(THEIRS, ReferenceKey(LATER, seed_word="new"))
    return begun("new", voucher, **changes), voucher


def trusting(*keys: ReferenceKey) -> Question:
    return Question(keys=Keys([LogKey(parse_key(key.vkey, 1), 0, None) for key in keys]))


NAMED = f"the founding entry names the key of {ORIGIN}"
VOUCHED = f"the key of {LATER} is vouched for by the key of an epoch before"


def test_an_honest_later_epoch_is_intact_and_says_what_each_key_rests_on(files: Files, tmp_path: Path) -> None:
    ledger, voucher = renewed()
    report = verify(bag(files, ledger, stated(ledger, voucher), tmp_path))
    assert (report.exit, report.wrong) == (EXIT_INTACT, [])
    assert VOUCHED in report.verified
    assert any(each.startswith(NAMED) for each in report.verified)
    assert "the founding entry names the key" not in report.verified, "it does not name the one that signed this"
    assert any("no loss is named" in remark for remark in report.remarks)
    assert f"First key   {THEIRS.vkey}" in report.head, "the agreement names it, and not the one that signed this"


@pytest.mark.parametrize("keys", [(THEIRS,), (ReferenceKey(LATER, seed_word="new"),), None])
def test_with_any_of_its_keys_from_outside_it_verifies(
    keys: tuple[ReferenceKey, ...] | None, files: Files, tmp_path: Path
) -> None:
    ledger, voucher = renewed()
    question = trusting(*(keys or (THEIRS, ledger.key)))
    report = verify(bag(files, ledger, stated(ledger, voucher), tmp_path), question)
    assert (report.exit, report.wrong) == (EXIT_AUTHENTICATED, [])


def test_a_loss_is_told_with_the_heads_that_the_former_key_signed(files: Files, tmp_path: Path) -> None:
    lost = signed(f"{ORIGIN}\n12\n{b64(bytes(32))}\n", THEIRS).decode()
    ledger, voucher = renewed(known=[lost])
    report = verify(bag(files, ledger, stated(ledger, voucher), tmp_path))
    assert (report.exit, report.wrong) == (EXIT_INTACT, [])
    assert any(f"signed had been 12 of {ORIGIN}" in remark for remark in report.remarks)


def test_a_loss_is_not_told_by_heads_that_the_later_key_signed(files: Files, tmp_path: Path) -> None:
    """A host that never lost anything would so explain away what it left out."""
    later = ReferenceKey(LATER, seed_word="new")
    ledger, voucher = renewed(known=[signed(f"{ORIGIN}\n12\n{b64(bytes(32))}\n", later).decode()])
    report = verify(bag(files, ledger, stated(ledger, voucher), tmp_path))
    assert report.wrong == [f"position {BEGUN}: field known: a head that the key of {ORIGIN} did not sign"]


STOLEN = f"file data/keys.json: the key of {LATER} has not the word of the key of an epoch before"
NOTES: dict[str, Callable[[ReferenceLedger], Any]] = {
    "none": lambda _: None,
    "empty": lambda _: "",
    "by itself": lambda ledger: word(ledger.key, ledger.key),
    "by a key of the former name": lambda ledger: word(THIEF, ledger.key),
    "for another key": lambda _: word(THEIRS, ReferenceKey(LATER, seed_word="new")),
    "for another origin": lambda ledger: word(THEIRS, ledger.key, LATER + "0"),
}


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("voucher", ["none", "forged"])
def test_an_epoch_is_grafted_by_somebody_without_a_key(note: str, voucher: str, files: Files, tmp_path: Path) -> None:
    """The founding is the ledger's own, whose commitment the agreement holds; all from the ninth entry on is a stranger's."""
    own = ReferenceKey(LATER, seed_word="thief")
    ledger = begun("thief", "none" if voucher == "none" else word(THIEF, own))
    assert b"".join(ledger.commitments(BEGUN)) == files["data/commitments"][: BEGUN * 32]
    report = verify(bag(files, ledger, stated(ledger, NOTES[note](ledger)), tmp_path))
    assert report.exit == EXIT_WRONG
    assert report.wrong == [STOLEN]
    assert not any(each.startswith("the founding entry names") for each in report.verified)


def test_the_graft_s_own_word_under_the_former_key_s_id(files: Files, tmp_path: Path) -> None:
    ledger = begun("thief", "none")
    text = f"liaison-epoch/v1\n{LATER}\n{ledger.key.vkey}\n"
    forged = f"{text}\n\u2014 {ORIGIN} {b64(THEIRS.key_id + THIEF.private.sign(text.encode()))}\n"
    report = verify(bag(files, ledger, stated(ledger, forged), tmp_path))
    assert report.exit == EXIT_WRONG
    assert report.wrong == [
        f"file data/keys.json: note of the key of {LATER}: the signature of {ORIGIN} is wrong",
    ]


@pytest.mark.parametrize(
    ("note", "finding"),
    [
        ("junk", "file data/keys.json: note of the key of"),
        ("\ud800", "file data/keys.json: note of the key of"),
        (7, "file data/keys.json: a log key whose note is no text"),
        ([], "file data/keys.json: a log key whose note is no text"),
    ],
)
def test_a_note_that_is_none(note: Any, finding: str, files: Files, tmp_path: Path) -> None:
    ledger, _ = renewed()
    report = verify(bag(files, ledger, stated(ledger, note), tmp_path))
    assert report.exit == EXIT_WRONG
    assert report.wrong[0].startswith(finding)


def test_a_key_vouched_for_by_one_that_nobody_vouches_for(files: Files, tmp_path: Path) -> None:
    """Two strange epochs, of which the second has the first one's word."""
    last = ORIGIN.removesuffix("0") + "2"
    middle, own = ReferenceKey(LATER, seed_word="thief"), ReferenceKey(last, seed_word="thief")
    ledger = begun("thief", word(middle, own, last), last)
    log = stated(ledger, word(middle, own, last))
    log.insert(1, {"vkey": middle.vkey, "from": BEGUN + 1, "to": BEGUN})
    assert verify(bag(files, ledger, log, tmp_path)).wrong == [STOLEN]


def test_a_second_key_of_the_later_epoch(files: Files, tmp_path: Path) -> None:
    ledger, voucher = renewed()
    other = {"vkey": ReferenceKey(LATER, seed_word="thief").vkey, "from": BEGUN + 1, "to": None}
    assert verify(bag(files, ledger, [*stated(ledger, voucher), other], tmp_path)).wrong == [STOLEN]


@pytest.mark.parametrize(
    ("voucher", "former"),
    [
        ("none", {}),
        (None, {}),
        (word(THIEF, ReferenceKey(LATER, seed_word="new")), {}),
        (word(THEIRS, ReferenceKey(LATER, seed_word="thief")), {}),
        (word(THIEF, ReferenceKey(LATER, seed_word="new")), {"key": THIEF.vkey}),
        (word(THEIRS, ReferenceKey(LATER, seed_word="new")), {"key": 7}),
    ],
)
@pytest.mark.parametrize("outside", [False, True])
def test_the_first_entry_of_an_epoch_holds_the_former_key_s_word(
    voucher: Any, former: dict[str, Any], outside: bool, files: Files, tmp_path: Path
) -> None:
    """There is no epoch without it, whatever keys.json adds: a ledger whose key is lost does not go on."""
    honest, note = renewed()
    told = json.loads(json.dumps(said(honest.entries[BEGUN])["former"]))
    ledger = begun("new", voucher, former=told | former)
    question = trusting(THEIRS, ledger.key) if outside else None
    report = verify(bag(files, ledger, stated(ledger, note), tmp_path), question)
    assert report.exit == EXIT_WRONG
    where = f"position {BEGUN}: field "
    assert report.wrong[0].startswith((where + "voucher", where + "former")), report.wrong


def said(entry: ReferenceEntry) -> dict[str, Any]:
    return {name: value for name, (_, value) in entry.fields.items()}


def test_a_key_from_outside_that_counts_later_is_not_held_against_the_founding(files: Files, tmp_path: Path) -> None:
    """What was not compared is not said to be verified."""
    ledger = example()
    path = laid_out(files, tmp_path)
    later = Question(keys=Keys([LogKey(parse_key(ledger.key.vkey, 1), 3, None)]))
    report = verify(path, later)
    assert report.exit == EXIT_AUTHENTICATED
    assert not any(each.startswith("the founding entry names") for each in report.verified)
    assert any(each.startswith("whether the founding entry names the key") for each in report.unchecked)
    assert "the founding entry names the key" in verify(path, trusting(ledger.key)).verified


def test_from_when_a_key_counts_is_not_the_bundle_s_word(files: Files, tmp_path: Path) -> None:
    """The former key is held against the founding, though only the later one is given and keys.json says "from": 3."""
    ledger, voucher = renewed()
    log = stated(ledger, voucher)
    log[0]["from"] = 3
    report = verify(bag(files, ledger, log, tmp_path), trusting(ledger.key))
    assert report.wrong == []
    assert any(each.startswith(NAMED) for each in report.verified)
