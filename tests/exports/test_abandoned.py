"""What is called off, or stopped with its server, leaves nothing that finishes itself later in a stream that is closed by then."""

import gc
from pathlib import Path
from typing import NoReturn

import pytest

from app.exports.bag import Bag


def test_a_bag_whose_file_is_being_written(tmp_path: Path) -> None:
    stream = (tmp_path / "bag.zip").open("w+b")
    bag = Bag(stream, "bag")
    under_way = bag.file("data/entries.jsonl")
    under_way.__enter__().write(b"{}\n")
    bag.abandon()
    stream.close()
    with pytest.raises((AttributeError, ValueError)):
        under_way.__exit__(None, None, None)
    del bag, under_way
    gc.collect()  # what complains where nobody hears it fails the test


def test_a_twin_that_is_not_sealed(tmp_path: Path) -> None:
    def refuse(_: str) -> NoReturn:
        raise InterruptedError

    with (tmp_path / "bag.zip").open("w+b") as stream, (tmp_path / "twin.zip").open("w+b") as other:
        bag = Bag(stream, "bag")
        bag.add("data/a", b"a")
        with pytest.raises(InterruptedError):
            bag.twin(other, [], refuse)
        bag.abandon()
    gc.collect()
