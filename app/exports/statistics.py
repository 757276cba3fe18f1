"""Writes `statistics.csv`: numbers of entries by category, party and month, with small counts merged.

Counts below five are merged into one row, `others`. If a table has such a count, its first larger count is merged too.
Further ones follow in the order of the rows, until the merged counts add up to ten. Larger counts are chosen by the
order of the rows and not by their size, so that knowledge of this rule reveals no value. Zero is a small count: a kind
that never occurred has no row, and neither has one that occurred once. The merged sum reveals nothing, because it is the
total without the other rows. Two packages of different days can still be subtracted from each other.

Not here: counting (`services`).
"""

from collections.abc import Mapping, Sequence
from typing import Final

from app.exports import verifier

SMALL: Final = verifier.SMALL
#: The row of all merged counts of a table.
OTHERS: Final = "others"
Table = Mapping[str, int]


def suppressed(counts: Sequence[int]) -> frozenset[int]:
    """Return the indexes of a table's counts that are merged into one row beside its total."""
    hidden = {place for place, count in enumerate(counts) if count < SMALL}
    if not hidden:
        return frozenset()
    rest, small = (place for place, count in enumerate(counts) if count >= SMALL), len(hidden)
    while len(hidden) == small or sum(counts[place] for place in hidden) < verifier.BLUR:
        following = next(rest, None)
        if following is None:
            return frozenset(range(len(counts)))
        hidden.add(following)
    return frozenset(hidden)


def csv(by_led: Mapping[str, Table], by_party: Table, by_month: Table) -> str:
    """Return the file.

    `by_led`: the kinds of entries in each category of Art. 25(1). The given tables contain every possible row.
    """
    categories = {led: sum(kinds.values()) for led, kinds in by_led.items()}
    told = {led for led, count in _told(categories) if count is not None}
    lines = [*_lines("led", categories)]
    for led, kinds in by_led.items():
        if led in told:  # kinds of a merged category are left out
            lines += _lines(f"led:{led}", kinds)
    return verifier.STATISTICS_HEADER + "".join([*lines, *_lines("party", by_party), *_lines("month", by_month)])


def _told(table: Table) -> list[tuple[str, int | None]]:
    hidden = suppressed(list(table.values()))
    return [(of, None if place in hidden else count) for place, (of, count) in enumerate(table.items())]


def _lines(name: str, table: Table) -> list[str]:
    total = sum(table.values())
    if total < SMALL:
        return [_line(name, "", None)]
    told = [(of, count) for of, count in _told(table) if count is not None]
    rest = total - sum(count for _, count in told)
    merged = [(OTHERS, rest)] if len(told) < len(table) else []
    return [_line(name, of, count) for of, count in [("", total), *told, *merged]]


def _line(name: str, of: str, count: int | None) -> str:
    return f'"{name}","{of}","{verifier.SUPPRESSED if count is None else count}"\r\n'
