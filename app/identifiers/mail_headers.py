"""Fields of mail headers that contain a date, folded lines included (RFC 5322, sections 2.2.3 and 3.6).

In them the zones `EST` to `PDT` are those of RFC 5322, and an address belongs to the date of its field, also on another line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

_FIELD: Final = re.compile(
    r"^(?:>[ ]?){0,8}(?:(?:Resent-|Orig-|X-Original-|Original-|Delivery-|Injection-|NNTP-Posting-)?Date|(?:X-)?Received)[ \t]*:"
    r".*(?:\r?\n[ \t]+\S.*)*",
    re.MULTILINE | re.IGNORECASE,
)
_DAY_NAME: Final = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),[ \t]{1,3}\Z")
_BEFORE: Final = 8


class MailFields:
    """The spans of fields of mail headers in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.spans: tuple[tuple[int, int], ...] = tuple(match.span() for match in _FIELD.finditer(text))
        self._begins = [begins for begins, _ in self.spans]

    def contains(self, at: int) -> bool:
        """Whether a position is in such a field."""
        index = bisect_right(self._begins, at) - 1
        return index >= 0 and at < self.spans[index][1]

    def dates_by_standard(self, at: int) -> bool:
        """Whether a date at a position is that of a field, with its day of the week: `Mon, 30 Nov 2026 10:15:22 EST`."""
        return _DAY_NAME.search(self._text, max(0, at - _BEFORE), at) is not None and self.contains(at)

    def line_ends(self) -> Iterator[int]:
        """Return the positions of line breaks that do not end a field."""
        for begins, ends in self.spans:
            for match in re.finditer(r"\n", self._text[begins:ends]):
                yield begins + match.start()
