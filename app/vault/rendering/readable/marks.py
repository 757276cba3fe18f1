"""Notes of a reading about its file, told apart from the text of the file.

Notes stand in `⟦…⟧`. A file that contains this bracket cannot forge a note: its bracket is written as `⟦U+27E6⟧`.
A reading is a series of texts. `OMITTED` among them says that the reading leaves out content, such as an attachment.
"""

from collections.abc import Iterator
from typing import Final

OMITTED: Final = None
Reading = Iterator[str | None]

_OPENS, _CLOSES = "⟦", "⟧"
_ESCAPED: Final = f"{_OPENS}U+27E6{_CLOSES}"
_LONGEST: Final = 500


def note(text: str) -> str:
    """Return a note about the file, in one line. `text` may quote the file."""
    line = " ".join(text.replace(_OPENS, "(").replace(_CLOSES, ")").split())
    return f"{_OPENS}{line if len(line) <= _LONGEST else line[:_LONGEST] + '…'}{_CLOSES}"


def quoted(text: str) -> str:
    """Return text of the file as a reading shows it."""
    return text.replace(_OPENS, _ESCAPED)
