"""No small count leaves the house: not by itself, and not as what is missing from a total."""

from collections import defaultdict
from itertools import product

import pytest

from app.exports import verifier
from app.exports.statistics import SMALL, csv, suppressed
from app.exports.verifier import Wrong, check_statistics


def published(counts: tuple[int, ...]) -> tuple[int | None, tuple[int | None, ...]]:
    """All that a reader learns of a table: its total, and the counts that are told."""
    total, hidden = sum(counts), suppressed(counts)
    if total < SMALL:
        return None, (None,) * len(counts)
    return total, tuple(None if place in hidden else count for place, count in enumerate(counts))


@pytest.mark.parametrize(("rows", "most"), [(2, 30), (3, 26), (4, 15)])
def test_whoever_knows_the_rule_and_the_total_finds_no_suppressed_count(rows: int, most: int) -> None:
    """Every table of so many rows, sorted by what is published of it: each hidden count could be one of several."""
    worlds = defaultdict(set)
    for counts in product(range(most), repeat=rows):
        worlds[published(counts)].add(counts)
    looked = 0
    for (total, told), possible in worlds.items():
        if total is not None and total >= most:
            continue  # not every table with this total is among those enumerated
        for place, count in enumerate(told):
            assert count is None or count >= SMALL
            if count is None:
                looked += 1
                assert len({counts[place] for counts in possible}) >= SMALL, (total, told)
    assert looked > rows


def test_a_table_without_small_counts_is_told_whole() -> None:
    assert suppressed([5, 9, 100]) == frozenset()
    assert suppressed([100, 7, 0]) == {0, 2}, "the first in the order of the rows, not the smallest"
    assert suppressed([1, 2]) == {0, 1}


def test_the_file_tells_nothing_of_a_suppressed_category() -> None:
    text = csv(
        {"consultation": {"evidence.opened": 40}, "erasure": {"file.discarded": 2, "evidence.erased": 1}, "other": {}},
        {"NL": 43, "DE": 0},
        {"2026-11": 43},
    )
    check_statistics(text)
    lines = text.splitlines()
    assert '"led","others","43"' in lines, "or 43 - 40 would tell"
    assert not [line for line in lines if "erasure" in line or "consultation" in line or '"DE"' in line]
    assert not [line for line in lines if line.startswith('"led:')]
    assert '"month","2026-11","43"' in lines


def _file(*lines: str) -> str:
    return verifier.STATISTICS_HEADER + "".join(f"{line}\r\n" for line in lines)


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        (['"led","","9"', '"led","a","3"', '"led","b","6"'], "below 5"),
        (['"led","","9"', '"led","a","suppressed"', '"led","b","8"'], "follows from the others"),
        (['"led","","14"', '"led","a","suppressed"', '"led","b","suppressed"', '"led","c","5"'], "follows"),
        (['"led","","9"', '"led","a","5"'], "do not add up"),
        (['"led","suppressed"', '"led","a","5"'], "no figure"),
        (['"led","","suppressed"', '"led","a","5"'], "beside a suppressed total"),
        (['"led","a","5"'], "not one total"),
        (['"led","","10"', '"led","a","5"', '"led","a","5"'], "repeats a row"),
        (['"led","","0"'], "no figure"),
    ],
)
def test_the_verifier_finds_a_count_that_should_not_be_there(lines: list[str], finding: str) -> None:
    with pytest.raises(Wrong, match=finding):
        check_statistics(_file(*lines))


def test_another_form_is_none() -> None:
    for text in ("", verifier.STATISTICS_HEADER[:-2], _file('"led","","10"')[:-1]):
        with pytest.raises(Wrong):
            check_statistics(text)
