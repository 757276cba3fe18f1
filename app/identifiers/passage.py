"""A pasted text with its lines, its times and the spans that are recognised already."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from app.identifiers import times
from app.identifiers.kinds import Caution
from app.identifiers.mail_headers import MailFields
from app.identifiers.times import Moment

#: Characters before a value in which a word that names its kind is sought.
_NEARBY: Final = 40
#: A field of a header (RFC 5322). A line that begins with a space continues the field above.
_HEADER: Final = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):(?:\s|$)")
#: Marks of recognised characters.
_TAKEN: Final = b"\1"
_URL: Final = b"\2"
#: A line with such words between separators names the columns of a table.
_COLUMN_WORDS: Final = (
    "imsi",
    "imei",
    "msisdn",
    "number",
    "port",
    "asn",
    "tx",
    "hash",
    "md5",
    "sha",
    "plate",
    "kenteken",
    "kennzeichen",
    "immatriculation",
)
_MARKS: Final = ("\t", ";", ",", "|")
_COLUMN: Final = re.compile(r"[^\W\d][\w .()/#-]{0,40}")
_LINE_ABOVE: Final = 80
_LONGEST_HEADER: Final = 2000


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
        self._taken[begins:ends] = _TAKEN * (ends - begins)

    def take_url(self, begins: int, ends: int) -> None:
        """Mark a URL as recognised. Keys and accounts inside it are identifiers of their own."""
        self._taken[begins:ends] = _URL * (ends - begins)

    def is_free(self, begins: int, ends: int) -> bool:
        """Whether no part of a span is recognised."""
        return self.free_end(begins, ends) == ends

    def is_open(self, begins: int, ends: int) -> bool:
        """Whether no part of a span is recognised, or the whole span is a part of a URL and of nothing else."""
        return self.is_free(begins, ends) or self._taken.count(_URL, begins, ends) == ends - begins

    def free_end(self, begins: int, ends: int) -> int:
        """Return where the first recognised part of a span begins, else its end."""
        for mark in (_TAKEN, _URL):
            found = self._taken.find(mark, begins, ends)
            ends = ends if found == -1 else found
        return ends

    def before(self, at: int) -> str:
        """Return the words before a position on its line, in lower case."""
        return self.text[max(self._line(at)[0], at - _NEARBY) : at].lower()

    def line(self, at: int) -> tuple[int, int]:
        """Return where the line of a position begins, and where the next one begins."""
        return self._line(at)

    def before_with_line_above(self, at: int) -> str:
        """Return the words before a position on its line and at the end of the last filled line above, in lower case."""
        begins = self._line(at)[0]
        above = self.text[max(0, begins - _LINE_ABOVE) : begins].rstrip().rpartition("\n")[2]
        own = self.text[max(begins, at - 2 * _NEARBY) : at]
        return f"{above} {own}".lower()

    def mentions(self, word: str) -> bool:
        """Whether a word in lower case stands anywhere in the text."""
        return word in self._lowered

    @cached_property
    def _lowered(self) -> str:
        return self.text.lower()

    def column(self, at: int) -> str | None:
        """Return the name of the column of a position in a table such as CSV, in lower case."""
        begins, ends = self._line(at)
        above = bisect_left(self._tables, begins, key=lambda one: one[0]) - 1
        if above < 0:
            return None
        _, mark, names = self._tables[above]
        if self.text.count(mark, begins, ends) != len(names) - 1:
            return None
        return names[self.text.count(mark, begins, at)]

    @cached_property
    def _tables(self) -> list[tuple[int, str, list[str]]]:
        """First lines of tables: their offset, their separator and the names of their columns."""
        found = list[tuple[int, str, list[str]]]()
        for begins in self._lines:
            line = self.text[begins : begins + _LONGEST_HEADER].partition("\n")[0].lower()
            if not any(word in line for word in _COLUMN_WORDS):
                continue
            for mark in _MARKS:
                names = [name.strip(' \t\r"') for name in line.split(mark)]
                if len(names) > 1 and all(_COLUMN.fullmatch(name) for name in names):
                    found.append((begins, mark, names))
                    break
        return found

    def header(self, at: int) -> str | None:
        """Return the name of the header field of a position, in lower case."""
        return self._headers[bisect_right(self._lines, at) - 1]

    @cached_property
    def _headers(self) -> list[str | None]:
        found, name = list[str | None](), None
        for begins in self._lines:
            match = _HEADER.match(self.text, begins)
            if match is not None:
                name = match["name"].lower()
            elif self.text[begins : begins + 1] not in (" ", "\t"):
                name = None
            found.append(name)
        return found

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
