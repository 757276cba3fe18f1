"""The process that typesets a document: its input reaches it whole, however slowly it starts, and it ends in time."""

import hashlib
import sys

import pytest

from app.exports.document import process

#: It starts to read after several questions whether it is still needed, as on a busy machine.
SLOW_CHILD = "import hashlib, sys, time; time.sleep(0.5); print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())"
ENDLESS = "import time; time.sleep(600)"


@pytest.mark.parametrize("size", [0, 1, 64 * 2**10 + 1, 2**20])
def test_input_of_a_child_that_starts_slowly_arrives_whole(size: int) -> None:
    given = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    ended = process.run([sys.executable, "-I", "-c", SLOW_CHILD], given, seconds=10)
    assert (ended.code, ended.errors) == (0, b"")
    assert ended.output.decode().strip() == hashlib.sha256(given).hexdigest()


def test_process_that_takes_too_long_is_ended_and_an_unneeded_one_at_once() -> None:
    with pytest.raises(process.OutOfTime):
        process.run([sys.executable, "-I", "-c", ENDLESS], b"x" * 2**20, seconds=0.2)
    asked = iter([False, True])
    with pytest.raises(process.Stopped):
        process.run([sys.executable, "-I", "-c", ENDLESS], b"", seconds=60, stopped=lambda: next(asked))
    assert list(asked) == []
