"""Reject invisible characters, and find look-alike letters, in names, titles and justifications.

A bidirectional mark reverses a name, a zero-width space makes two names of one, a Cyrillic letter replaces a Latin one.
Not here: free text and file names, which are stored unchanged and displayed with such characters written out
(`frontend/src/lib/visible.ts`, `exports/document/shown.py`).
"""

import re
import unicodedata
from collections import Counter
from typing import Final

from app.i18n.phrases import Phrase

#: Replaces an erased field of an entry.
ERASED: Final = "\N{EM DASH}"
#: Control, format, private use, unassigned, surrogates, line and paragraph separators.
_HIDDEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
#: Letters, marks and symbols without a glyph (Unicode Default_Ignorable_Code_Point, and the Braille blank).
_BLANK: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
#: Variation selectors (picture or text style of the character before). They carry no meaning and are removed.
_PRESENTATION: Final = {0xFE0E: None, 0xFE0F: None}
#: Alphabets with look-alike letters, by the first word of the letters' Unicode names.
_ALIKE: Final = frozenset(
    {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE", "LISU", "FULLWIDTH", "MATHEMATICAL"}
)


def plain(text: str) -> str:
    """Return a one-line name in normal form C. Raises `ValueError` that names what is not allowed."""
    return _plain(text, breaks="")


def plain_or_erased(text: str) -> str:
    """Do the same, but accept the placeholder of an erased field: a form that edits a record sends it back."""
    return text if text == ERASED else plain(text)


def plain_lines(text: str) -> str:
    """Do the same, but accept line breaks and tabs, for a justification of several lines."""
    return _plain(text, breaks="\n\t")


def seen(text: str, breaks: str = "") -> str:
    """Return the text unchanged.

    Raises:
        ValueError: It contains an invisible character that is not in `breaks`; names the first one.
    """
    hidden = next((one for one in text if one not in breaks and is_hidden(one)), None)
    if hidden is not None:
        raise ValueError(Phrase("Contains {spelled}, an invisible character. Remove it.", spelled=spelled(hidden)))
    return text


def _plain(text: str, breaks: str) -> str:
    normal = seen(unicodedata.normalize("NFC", text).translate(_PRESENTATION), breaks)
    if not any(one.isalnum() for one in normal):
        raise ValueError("Must contain a letter or a digit.")
    return normal


def replaced(text: str) -> str:
    """Return the text of a file that is imported, with U+FFFD for each invisible character."""
    return "".join("\N{REPLACEMENT CHARACTER}" if is_hidden(one) else one for one in text)


def is_hidden(one: str) -> bool:
    """Return whether a character is invisible, or only changes how others are displayed."""
    return unicodedata.category(one) in _HIDDEN or _BLANK.match(one) is not None


def spelled(one: str) -> str:
    """Return a character's code point and name: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    return f"U+{ord(one):04X} ({unicodedata.name(one, 'without a name')})"


def mixed_in(name: str) -> list[str]:
    """Return the letters of a name from another look-alike alphabet than most of it; each once, in order."""
    alphabets = {one: unicodedata.name(one, "").split(" ", 1)[0] for one in name if one.isalpha()}
    found = Counter(alphabets[one] for one in name if alphabets.get(one) in _ALIKE)
    if len(found) < 2:  # noqa: PLR2004 - two alphabets
        return []
    main = max(found, key=lambda alphabet: (found[alphabet], alphabet == "LATIN"))
    return [one for one, alphabet in alphabets.items() if alphabet in found and alphabet != main]
