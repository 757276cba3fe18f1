"""A witness: each answer of `tlog-witness`, what it remembers, and that it never cosigns two histories of one ledger."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import clock
from app.ledger.signing.cosignatures import cosignatures
from app.ledger.signing.notes import VerifierKey
from app.ledger.witnesses import witnessing
from app.ledger.witnesses.witnessing import SIZE_TYPE, Answer, Request, Witness, WitnessError
from app.vault import durable
from tests.ledger.test_merkle import decoded
from tests.support.ledgers.reference_ledger import ReferenceKey, b64, note, tree_root
from tests.support.ledgers.witnesses import ReferenceLog
from tests.support.shared_data import needs_shared_data, shared_json


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    made = Witness.init(tmp_path / "witness", "witness.example/nl")
    made.add_log(ReferenceLog().key.vkey)
    return made


def agreed(witness: Witness, log: ReferenceLog, answer: Answer) -> None:
    """It cosigned the log's head."""
    assert answer.status == 200, answer
    assert list(cosignatures(log.note() + answer.body.encode(), [witness.key])) == [witness.key]


def conflict(size: int) -> Answer:
    return Answer(409, f"{size}\n", SIZE_TYPE)


def evidence(witness: Witness) -> dict[str, int]:
    return {kind: len(files) for _, kept in witness.logs() for kind, files in kept.items() if files}


def test_it_cosigns_what_grows_and_remembers_it(witness: Witness, tmp_path: Path) -> None:
    log, old = ReferenceLog(), 0
    for many in (0, 3, 4, 1, 0, 300):
        agreed(witness, log.grow(many), witness.add_checkpoint(log.request(old)))
        old = len(log.leaves)
    again = Witness(tmp_path / "witness")
    assert again.key == witness.key
    [(known, kept)] = again.logs()
    assert (known.head.size, known.head.root) == (308, tree_root(log.leaves))
    assert list(cosignatures((known.note or "").encode(), [again.key])) == [again.key]
    assert not any(kept.values())


def voucher(former: ReferenceLog, following: ReferenceLog, by: ReferenceLog | None = None) -> bytes:
    return note(f"liaison-epoch/v1\n{following.origin}\n{following.key.vkey}\n", (by or former).key)


def test_of_a_new_epoch_it_cosigns_only_what_continues_the_former(witness: Witness) -> None:
    former = ReferenceLog().grow(5)
    witness.add_checkpoint(former.request(0))
    later = ReferenceLog(former.origin.removesuffix("/0") + "/1", list(former.leaves))
    assert witness.follow_log(voucher(former, later)).head.size == 5
    assert Answer(403, "this witness has closed the ledger\n") == witness.add_checkpoint(former.grow(1).request(5))
    assert witness.add_checkpoint(later.grow(3).request(0)) == conflict(5)
    forked = ReferenceLog(later.origin, ReferenceLog().grow(4).grow(4, "two").leaves)
    assert witness.add_checkpoint(forked.request(5)).status == 422
    agreed(witness, later, witness.add_checkpoint(later.request(5)))
    agreed(witness, later, witness.add_checkpoint(later.grow(1).request(8)))
    assert evidence(witness) == {"inconsistent": 1}
    with pytest.raises(WitnessError, match="known already"):
        witness.follow_log(voucher(former, later))
    third = ReferenceLog(later.origin.removesuffix("/1") + "/3")
    with pytest.raises(WitnessError, match="is closed here"):
        witness.follow_log(voucher(former, third))


def test_a_new_epoch_is_followed_by_the_former_keys_word_alone(witness: Witness) -> None:
    former, stranger = ReferenceLog().grow(5), ReferenceLog("liaison.example/jits/other/0")
    witness.add_checkpoint(former.request(0))
    base = former.origin.removesuffix("/0")
    first, second = ReferenceLog(f"{base}/1"), ReferenceLog(f"{base}/2")
    wrong = {
        "not known here": voucher(stranger, ReferenceLog("liaison.example/jits/other/1")),
        "later epoch of the same ledger": voucher(former, stranger),
        "three lines": voucher(former, first).replace(b"\n\n", b"\nmore\n\n", 1),
        "no voucher that counts": voucher(former, first).replace(b"/1\n", b"/2\n"),
        "known keys": voucher(former, first, by=stranger).replace(stranger.origin.encode(), former.origin.encode()),
    }
    for words, told in wrong.items():
        with pytest.raises(WitnessError, match=words):
            witness.follow_log(told)
    with pytest.raises(WitnessError, match="later epoch"):
        witness.follow_log(voucher(former, former))
    [(known, _)] = witness.logs()
    assert not known.closed, "what was refused closed nothing"
    assert witness.follow_log(voucher(former, second)).key.name == second.origin, "numbers may be left out"


def test_a_conflict_names_the_size(witness: Witness) -> None:
    log = ReferenceLog().grow(8)
    assert witness.add_checkpoint(log.request(5)) == conflict(0)
    agreed(witness, log, witness.add_checkpoint(log.request(0)))
    log.grow(4)
    for old in (0, 7, 9, 12):
        assert witness.add_checkpoint(log.request(old)) == conflict(8)
    agreed(witness, log, witness.add_checkpoint(log.request(8)))
    assert not evidence(witness)


def test_a_fork_is_refused_and_kept(witness: Witness) -> None:
    log, other = ReferenceLog().grow(8), ReferenceLog().grow(6).grow(2, "two")
    witness.add_checkpoint(log.request(0))
    for old in (8, 0, 3):
        assert witness.add_checkpoint(other.request(old)) == conflict(8)
    [(_, kept)] = witness.logs()
    [file] = kept["fork"]
    said = json.loads(file.read_text())
    assert (said["cosigned"].encode().startswith(log.note()), said["refused"]) == (True, other.note().decode())
    assert VerifierKey.parse(said["vkey"]).name == log.origin
    other.grow(3, "two")
    assert witness.add_checkpoint(other.request(8)).status == 422
    assert witness.add_checkpoint(other.request(11)) == conflict(8)
    agreed(witness, log.grow(1), witness.add_checkpoint(log.request(8)))
    assert evidence(witness) == {"fork": 1, "inconsistent": 1}


def test_a_ledger_that_was_rolled_back_is_refused_and_kept(witness: Witness) -> None:
    log, back = ReferenceLog().grow(8), ReferenceLog().grow(5).grow(1, "two")
    witness.add_checkpoint(log.request(0))
    for old in (0, 5, 6):
        assert witness.add_checkpoint(back.request(old)) == conflict(8)
    assert witness.add_checkpoint(back.request(8)).status == 400
    assert evidence(witness) == {"smaller": 1}


def test_evidence_that_is_no_proof_gives_way_and_a_fork_never(
    witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(witnessing, "KEPT_OF_A_KIND", 3)
    log = ReferenceLog().grow(9)
    witness.add_checkpoint(log.request(0))
    for size in range(1, 8):
        witness.add_checkpoint(log.request(0, size))
        witness.add_checkpoint(ReferenceLog().grow(size).grow(9 - size, "two").request(0))
    assert evidence(witness) == {"fork": 3, "smaller": 3}
    [(_, kept)] = witness.logs()
    assert [file.name.split("-")[1] for file in kept["smaller"]] == ["5", "6", "7"]


def test_whom_it_does_not_know_and_who_did_not_sign(witness: Witness) -> None:
    stranger = ReferenceLog("other.example/log").grow(2)
    assert witness.add_checkpoint(stranger.request(0)).status == 404
    log = ReferenceLog().grow(2)
    forged = b"old 0\n\n" + note(log.text(), ReferenceKey(log.origin, seed_word="forger"))
    cosigned = b"old 0\n\n" + note(log.text(), ReferenceKey(log.origin, kind=4))
    broken = log.request(0).replace(log.text().encode(), log.text(1).encode())
    for body in (forged, cosigned, broken):
        assert witness.add_checkpoint(body).status == 403
    both = b"old 0\n\n" + note(log.text(), ReferenceKey("x.example"), log.key, ReferenceKey("y.example", kind=4))
    agreed(witness, log, witness.add_checkpoint(both))


LOG = ReferenceLog().grow(4)
GOOD = LOG.request(2)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"old",
        LOG.note(),
        GOOD.replace(b"old 2", b"old 02"),
        GOOD.replace(b"old 2", b"old +2"),
        GOOD.replace(b"old 2", b"old -2"),
        GOOD.replace(b"old 2", b"old  2"),
        GOOD.replace(b"old 2", b"Old 2"),
        GOOD.replace(b"old 2", "old \N{SUPERSCRIPT TWO}".encode()),
        GOOD.replace(b"old 2", b"old 2 "),
        GOOD.replace(b"old 2\n", b"old 2\r\n"),
        GOOD.replace(b"old 2", b"old 9223372036854775808"),
        GOOD.replace(b"old 2", b"old " + b"9" * 5000),
        GOOD.replace(b"old 2\n", b"old 2\nAAAA\n"),
        GOOD.replace(b"old 2\n", b"old 2\nnot base64\n"),
        b"old 2\n" + 64 * (b64(bytes(32)).encode() + b"\n") + b"\n" + LOG.note(),
        GOOD[:-1],
        GOOD.replace(b"\n4\n", b"\n04\n"),
        GOOD.replace(b"\n4\n", b"\n4\nan extension\n"),
        GOOD + b"\xff",
    ],
)
def test_what_is_malformed(witness: Witness, body: bytes) -> None:
    witness.add_checkpoint(LOG.request(0, 2))
    assert witness.add_checkpoint(body).status == 400
    assert [known.head.size for known, _ in witness.logs()] == [2]


def test_requests_are_written_as_they_are_read() -> None:
    assert bytes(Request.parse(GOOD)) == GOOD
    assert bytes(Request.parse(LOG.request(0))) == LOG.request(0)


def test_proofs_that_do_not_lead_there(witness: Witness) -> None:
    log = ReferenceLog().grow(3)
    assert witness.add_checkpoint(log.request(0, proof=[bytes(32)])).status == 422
    empty = f"{log.origin}\n0\n{b64(bytes(32))}\n"
    assert witness.add_checkpoint(b"old 0\n\n" + note(empty, log.key)).status == 422
    agreed(witness, log, witness.add_checkpoint(log.request(0)))
    assert witness.add_checkpoint(log.request(3, proof=[bytes(32)])).status == 422
    log.grow(4)
    for proof in ([], [bytes(32)], [bytes(32)] * 63):
        assert witness.add_checkpoint(log.request(3, proof=proof)).status == 422
    agreed(witness, log, witness.add_checkpoint(log.request(3)))


@needs_shared_data
def test_the_published_probes_of_consistency(tmp_path: Path) -> None:
    """Of every fourth (`test_merkle` has all) two checkpoints: the second is cosigned exactly if its proof leads to it."""
    cosigned = 0
    for at, probe in enumerate(shared_json("merkle_consistency_probes.json")["probes"][::4]):
        if not 0 < probe["size1"] <= probe["size2"] or any(
            len(decoded(probe[each])) != 32 for each in ("root1", "root2")
        ):
            continue
        witness = Witness.init(tmp_path / str(at), "witness.example/nl")
        key = ReferenceLog().key
        witness.add_log(key.vkey)
        first, second = (
            note(f"{key.name}\n{probe[size]}\n{probe[root]}\n", key)
            for size, root in (("size1", "root1"), ("size2", "root2"))
        )
        assert witness.add_checkpoint(b"old 0\n\n" + first).status == 200
        proof = "".join(f"{line}\n" for line in probe["proof"] or [])
        answer = witness.add_checkpoint(f"old {probe['size1']}\n{proof}\n".encode() + second)
        assert (answer.status == 200) is not bool(probe.get("wantErr")), probe
        cosigned += answer.status == 200
    assert cosigned > 0


def test_nothing_is_answered_before_it_is_kept(witness: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    log = ReferenceLog().grow(3)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(durable, "write_over", full)
        with pytest.raises(OSError, match="No space"):
            witness.add_checkpoint(log.request(0))
    assert [known.head.size for known, _ in witness.logs()] == [0]
    agreed(witness, log, witness.add_checkpoint(log.request(0)))


def test_a_clock_that_went_back_says_nothing(witness: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    log, now = ReferenceLog().grow(3), clock.now()
    agreed(witness, log, witness.add_checkpoint(log.request(0)))
    monkeypatch.setattr(clock, "now", lambda: now - timedelta(hours=1))
    assert witness.add_checkpoint(log.request(3)).status == 503


def test_of_two_histories_at_once_one_is_cosigned(witness: Witness) -> None:
    """Twelve threads, twelve histories of one size: without taking turns several would pass the look and be remembered."""
    logs = [ReferenceLog().grow(4, f"branch {at}") for at in range(12)]
    together = threading.Barrier(len(logs))

    def ask(log: ReferenceLog) -> int:
        together.wait()
        return witness.add_checkpoint(log.request(0)).status

    with ThreadPoolExecutor(len(logs)) as pool:
        assert sorted(pool.map(ask, logs)) == [200, *[409] * 11]
    assert evidence(witness) == {"fork": 11}


def test_a_closed_ledger_is_cosigned_no_more(witness: Witness) -> None:
    log = ReferenceLog().grow(3)
    witness.add_checkpoint(log.request(0))
    assert witness.close_log(log.origin).head.size == 3
    log.grow(1)
    assert witness.add_checkpoint(log.request(0)) == conflict(3)
    assert witness.add_checkpoint(log.request(3)).status == 403
    with pytest.raises(WitnessError, match="not known"):
        witness.close_log("other.example")


def test_one_key_one_name_and_neither_is_replaced(witness: Witness, tmp_path: Path) -> None:
    folder = tmp_path / "witness"
    with pytest.raises(WitnessError, match="already"):
        Witness.init(folder, "witness.example/de")
    with pytest.raises(WitnessError, match="cannot be"):
        Witness.init(tmp_path / "poor", "two words")
    for vkey, why in (
        (ReferenceLog().key.vkey, "known already"),
        (ReferenceKey(ReferenceLog().origin, seed_word="other").vkey, "known already"),
        (str(VerifierKey("x.example", witness.key.public)), "own key"),
        (str(witness.key), "no verifier key"),
        ("nonsense", "no verifier key"),
    ):
        with pytest.raises(WitnessError, match=why):
            witness.add_log(vkey)
    (folder / "vkey").write_text(ReferenceKey("witness.example/nl", kind=4).vkey + "\n")
    with pytest.raises(WitnessError, match="another witness"):
        Witness(folder)
    (folder / "vkey").write_text("\n")
    with pytest.raises(WitnessError, match="damaged"):
        Witness(folder)
    with pytest.raises(WitnessError, match="holds no witness"):
        Witness(tmp_path / "nowhere")


act = st.tuples(st.sampled_from(["one", "two", "three"]), st.integers(0, 12), st.integers(0, 12))


@settings(deadline=None, max_examples=15)
@given(acts=st.lists(act, max_size=25))
def test_whatever_is_asked_only_one_history_is_cosigned(acts: list[tuple[str, int, int]]) -> None:
    """Three histories that part at the fourth leaf, sizes and old sizes at random: each cosigned tree begins with the one before."""
    logs: dict[str, Any] = {branch: ReferenceLog().grow(3).grow(9, branch) for branch in ("one", "two", "three")}
    with TemporaryDirectory() as folder:
        witness = Witness.init(Path(folder) / "witness", "witness.example/nl")
        witness.add_log(ReferenceLog().key.vkey)
        size, leaves = 0, list[bytes]()
        for branch, old, new in acts:
            log = logs[branch]
            answer = witness.add_checkpoint(log.request(old, new))
            continues = old == size <= new and log.leaves[:size] == leaves
            assert (answer.status == 200) == continues
            if continues:
                size, leaves = new, log.leaves[:new]
            elif answer.status == 409:
                assert answer == conflict(size)
        assert [known.head.size for known, _ in witness.logs()] == [size]
