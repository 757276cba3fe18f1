"""A witness that follows a new epoch and is cut short: told again it goes on, and at no moment may it cosign two histories."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.ledger.witnesses.witnessing import Answer, Witness, WitnessError
from app.vault import durable
from tests.ledger.witnesses.test_witnessing import agreed, conflict, voucher
from tests.support.ledgers.reference_ledger import ReferenceKey
from tests.support.ledgers.witnesses import ReferenceLog

FULL = OSError(errno.ENOSPC, "No space left on device")


class _KilledError(BaseException):
    """The process ends here."""


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """It cosigned five leaves."""
    made = Witness.init(tmp_path / "witness", "witness.example/nl")
    made.add_log(ReferenceLog().key.vkey)
    made.add_checkpoint(ReferenceLog().grow(5).request(0))
    return made


def following(former: ReferenceLog, number: int = 1) -> ReferenceLog:
    return ReferenceLog(former.origin.removesuffix("/0") + f"/{number}", list(former.leaves))


def fails(was: Callable[..., Any], error: BaseException, *, after: bool) -> Callable[..., Any]:
    def write(*args: Any) -> None:
        if after:
            was(*args)
        raise error

    return write


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", ["write_over", "write_once"])
@pytest.mark.parametrize("error", [FULL, _KilledError()], ids=["full", "killed"])
def test_cut_short_it_follows_when_it_is_told_again(
    witness: Witness, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: str, error: BaseException, *, after: bool
) -> None:
    former = ReferenceLog().grow(5)
    later = following(former)
    told = voucher(former, later)
    with monkeypatch.context() as patched:
        patched.setattr(durable, step, fails(getattr(durable, step), error, after=after))
        with pytest.raises(type(error)):
            witness.follow_log(told)
    witness = Witness(tmp_path / "witness")
    known = {log.key.name: log for log, _ in witness.logs()}
    if later.origin in known:
        with pytest.raises(WitnessError, match="known already"):
            witness.follow_log(told)
    else:
        assert witness.follow_log(told).head.size == 5
    assert {log.key.name: (log.head.size, log.closed) for log, _ in Witness(tmp_path / "witness").logs()} == {
        former.origin: (5, True),
        later.origin: (5, False),
    }
    forked = ReferenceLog(later.origin, ReferenceLog().grow(4).grow(4, "two").leaves)
    assert witness.add_checkpoint(forked.request(0)) == conflict(5)
    assert witness.add_checkpoint(forked.request(5)).status == 422
    agreed(witness, later, witness.add_checkpoint(later.grow(3).request(5)))


def test_in_between_it_cosigns_neither(witness: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the former key could sign one history and the next one's another, and both would have been cosigned."""
    former = ReferenceLog().grow(5)
    later, third = following(former), following(former, 2)
    with monkeypatch.context() as patched:
        patched.setattr(durable, "write_once", fails(durable.write_once, FULL, after=False))
        with pytest.raises(OSError, match="No space"):
            witness.follow_log(voucher(former, later))
    assert witness.add_checkpoint(ReferenceLog().grow(6).request(5)) == Answer(
        403, "this witness has closed the ledger\n"
    )
    assert witness.add_checkpoint(later.request(0)).status == 404
    with pytest.raises(WitnessError, match="follow-log"):
        witness.add_log(later.key.vkey)
    with pytest.raises(WitnessError, match="follow-log"):
        witness.add_log(ReferenceKey(later.origin, seed_word="other").vkey)
    with pytest.raises(WitnessError, match="is closed here"):
        witness.follow_log(voucher(former, third))
    assert witness.close_log(former.origin).head.size == 5
    assert witness.follow_log(voucher(former, later)).head.size == 5


def test_what_was_cosigned_before_it_is_told_again_counts(witness: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    former = ReferenceLog().grow(5)
    with monkeypatch.context() as patched:
        patched.setattr(durable, "write_over", fails(durable.write_over, FULL, after=False))
        with pytest.raises(OSError, match="No space"):
            witness.follow_log(voucher(former, following(former)))
    agreed(witness, former, witness.add_checkpoint(former.grow(2).request(5)))
    later = following(former)
    assert witness.follow_log(voucher(former, later)).head.size == 7
    agreed(witness, later, witness.add_checkpoint(later.grow(1).request(7)))


def test_what_its_keeper_closed_is_followed_no_more(witness: Witness) -> None:
    former = ReferenceLog().grow(5)
    witness.close_log(former.origin)
    with pytest.raises(WitnessError, match="is closed here"):
        witness.follow_log(voucher(former, following(former)))


def test_what_was_kept_before_epochs_were_named_is_read(witness: Witness, tmp_path: Path) -> None:
    (path,) = (tmp_path / "witness").glob("logs/*/log.json")
    kept = path.read_text()
    assert '"followed_by": null' in kept
    path.write_text(kept.replace(',\n "followed_by": null', ""))
    assert "followed_by" not in path.read_text()
    former = ReferenceLog().grow(5)
    assert witness.follow_log(voucher(former, following(former))).head.size == 5
