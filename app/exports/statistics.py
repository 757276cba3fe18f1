"""`statistics.csv`: how many entries of which sort, and no small count, not even one that follows from the others.

A count below five is suppressed, and so is a table's first count that is not small, and more of them in the order of the
rows, until what is suppressed adds up to ten. Which ones are hidden beside the small ones depends on the order of the rows, not on
how large they are, so that whoever knows this rule learns no more than who does not. What nothing happened of is a small count:
rows are all that there could be. Deliberately not here: counting (`services`). Two bundles of different days can be subtracted.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from app.exports import verifier

SMALL: Final = verifier.SMALL
Table = Mapping[str, int]


def suppressed(counts: Sequence[int]) -> frozenset[int]:
    """The places of a table's counts that are not told beside their total."""
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
    """The file. `by_led`: of each category of Art. 25(1), the kinds of entries in it. Every row that there could be is given."""
    categories = {led: sum(kinds.values()) for led, kinds in by_led.items()}
    told = {led for led, count in _told(categories) if count is not None}
    lines = [*_lines("led", categories)]
    for led, kinds in by_led.items():
        if led in told:  # of a suppressed category, nothing is told
            lines += _lines(f"led:{led}", kinds)
    return verifier.STATISTICS_HEADER + "".join([*lines, *_lines("party", by_party), *_lines("month", by_month)])


def _told(table: Table) -> list[tuple[str, int | None]]:
    hidden = suppressed(list(table.values()))
    return [(of, None if place in hidden else count) for place, (of, count) in enumerate(table.items())]


def _lines(name: str, table: Table) -> list[str]:
    total = sum(table.values())
    if total < SMALL:
        return [_line(name, "", None), *(_line(name, of, None) for of in table)]
    return [_line(name, "", total), *(_line(name, of, count) for of, count in _told(table))]


def _line(name: str, of: str, count: int | None) -> str:
    return f'"{name}","{of}","{verifier.SUPPRESSED if count is None else count}"\r\n'
