"""A pasted text with its lines, its times and the spans that are recognised already."""

from bisect import bisect_left, bisect_right
from typing import Final

from app.identifiers import times
from app.identifiers.times import Moment

#: Characters before a value in which a word that names its kind is sought.
_NEARBY: Final = 40


class Passage:
    """A text to search. A span is recognised at most once; recognisers that run earlier win.

    Attributes:
        text: The text.
        moments: Times in the text, in order.
    """

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self._taken = bytearray(len(text))
        self._lines = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
        self.moments: Final = tuple(times.find(text))
        for moment in self.moments:
            self.take(moment.begins, moment.ends)
        for begins, ends in times.dates(text):
            self.take(begins, ends)
        self._begins = [moment.begins for moment in self.moments]

    def take(self, begins: int, ends: int) -> None:
        """Mark a span as recognised."""
        self._taken[begins:ends] = b"\1" * (ends - begins)

    def is_free(self, begins: int, ends: int) -> bool:
        """Whether no part of a span is recognised."""
        return self._taken.find(1, begins, ends) == -1

    def free_end(self, begins: int, ends: int) -> int:
        """Return where the first recognised part of a span begins, else its end."""
        found = self._taken.find(1, begins, ends)
        return ends if found == -1 else found

    def before(self, at: int) -> str:
        """Return the words before a position on its line, in lower case."""
        return self.text[max(self._line(at)[0], at - _NEARBY) : at].lower()

    def moment(self, begins: int, ends: int) -> Moment | None:
        """Return the time that is nearest to a span on its line."""
        first, last = self._line(begins)
        near = self.moments[bisect_left(self._begins, first) : bisect_left(self._begins, last)]
        split = bisect_left(self._begins, begins) - bisect_left(self._begins, first)
        beside = near[max(0, split - 1) : split + 1]
        return min(beside, key=lambda one: max(one.begins - ends, begins - one.ends), default=None)

    def _line(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._lines, at)
        ends = self._lines[index] if index < len(self._lines) else len(self.text)
        return self._lines[index - 1], ends
