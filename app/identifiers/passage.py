"""A pasted text with its lines, its times and the spans that are recognised already."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from app.identifiers import times
from app.identifiers.kinds import Caution
from app.identifiers.mail_headers import MailFields
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
        fields = MailFields(text)
        folded = {at + 1 for at in fields.line_ends()}
        self._entries = [at for at in self._lines if at not in folded]
        self.moments: Final = tuple(times.find(text, fields))
        for moment in self.moments:
            self.take(moment.begins, moment.ends)
        for begins, ends in times.dates(text):
            self.take(begins, ends)
        self._all = _Moments(self.moments)
        self._with_year = _Moments([one for one in self.moments if Caution.TIME_WITHOUT_YEAR not in one.cautions])

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
        """Return the time that is nearest to a span on its line, or in its field of a mail header.

        A time without a year counts only if there is no other: in `Nov 30 10:15:22 host CEF:…|rt=…` it is that of the relay.
        """
        entry = _within(begins, self._entries, len(self.text))
        return self._with_year.nearest(begins, ends, entry) or self._all.nearest(begins, ends, entry)

    def _line(self, at: int) -> tuple[int, int]:
        return _within(at, self._lines, len(self.text))


def _within(at: int, starts: Sequence[int], end: int) -> tuple[int, int]:
    """Return where the line of a position begins and ends, from the offsets at which lines begin."""
    index = bisect_right(starts, at)
    return starts[index - 1], starts[index] if index < len(starts) else end


class _Moments:
    """Times in order, searched by position."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        self._moments = moments
        self._begins = [moment.begins for moment in moments]

    def nearest(self, begins: int, ends: int, within: tuple[int, int]) -> Moment | None:
        """Return the time within a span of the text that is nearest to another span."""
        first, last = (bisect_left(self._begins, at) for at in within)
        split = bisect_left(self._begins, begins, first, last)
        beside = self._moments[max(first, split - 1) : min(last, split + 1)]
        return min(beside, key=lambda one: max(one.begins - ends, begins - one.ends), default=None)
