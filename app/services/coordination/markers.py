"""Exhibit markers in a text, such as `[exhibit 1]`. Pure functions.

In the stored text, markers are numbered by first appearance, with or without an exhibit behind them.
So the numbers do not reveal exhibits that a reader may not see.
For each reader they are renumbered: first the markers whose exhibits the reader sees, then all others.
Not here: who sees the exhibit of a marker (row-level security).
"""

import re
from collections.abc import Collection, Mapping
from typing import Final

#: Maximum of different markers in a text; the database limits `place` to the same.
MOST: Final = 50
_MARKER: Final = re.compile(r"\[exhibit ([1-9]\d?)\]")


def as_kept(text: str, links: int) -> dict[int, int]:
    """Map the numbers as written to the numbers as stored: by first appearance in the text.

    Numbers from 1 to `links` without a marker come last.
    """
    written = _numbers(text)
    return _in_this_order([*written, *(one for one in range(1, links + 1) if one not in written)])


def as_read(text: str | None, seen: Collection[int]) -> dict[int, int]:
    """Map the stored numbers to the numbers that a reader sees.

    Numbers in `seen` come first, by appearance in the text, then all others.
    """
    numbers = [*_numbers(text or ""), *sorted(seen)]
    return _in_this_order([*(one for one in numbers if one in seen), *numbers])


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """Return the text with its markers renumbered. Markers that are not in `numbers` stay unchanged."""
    return _MARKER.sub(lambda found: f"[exhibit {numbers.get(int(found[1]), int(found[1]))}]", text)


def is_in(text: str, number: int) -> bool:
    """Return whether the text contains this marker."""
    return number in _numbers(text)


def _numbers(text: str) -> list[int]:
    return list(dict.fromkeys(int(found) for found in _MARKER.findall(text)))


def _in_this_order(numbers: list[int]) -> dict[int, int]:
    return {one: place for place, one in enumerate(dict.fromkeys(numbers), 1)}
