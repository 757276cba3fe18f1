"""Markers of exhibits in a text: `[exhibit 1]`. Pure.

As a text is kept, a number says which marker of the text it is, whether that leads to an exhibit or nowhere, so that it says
nothing of what others may not see. A reader's numbers are the same ones in another order: first what the reader sees.
Deliberately not here: who sees what a marker leads to (row-level security).
"""

import re
from collections.abc import Collection, Mapping
from typing import Final

#: Different markers of one text, as the database bounds `place`.
MOST: Final = 50
_MARKER: Final = re.compile(r"\[exhibit ([1-9]\d?)\]")


def as_kept(text: str, links: int) -> dict[int, int]:
    """For each number as it was written the one that is kept: by first appearance in the text. Links without a marker come last."""
    written = _numbers(text)
    return _in_this_order([*written, *(one for one in range(1, links + 1) if one not in written)])


def as_read(text: str | None, seen: Collection[int]) -> dict[int, int]:
    """For each number as it is kept the one that a reader who sees `seen` reads: those first, by appearance, then all others."""
    numbers = [*_numbers(text or ""), *sorted(seen)]
    return _in_this_order([*(one for one in numbers if one in seen), *numbers])


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """The text with other numbers in its markers; those that are not named stay."""
    return _MARKER.sub(lambda found: f"[exhibit {numbers.get(int(found[1]), int(found[1]))}]", text)


def is_in(text: str, number: int) -> bool:
    """Whether the text has this marker."""
    return number in _numbers(text)


def _numbers(text: str) -> list[int]:
    return list(dict.fromkeys(int(found) for found in _MARKER.findall(text)))


def _in_this_order(numbers: list[int]) -> dict[int, int]:
    return {one: place for place, one in enumerate(dict.fromkeys(numbers), 1)}
