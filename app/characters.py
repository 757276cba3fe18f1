"""Characters that a reader cannot see, and letters that look like others': found in what names, titles and justifies.

A bidirectional mark turns a name around, a zero-width space makes two of one, a Cyrillic letter stands for a Latin one.
Deliberately not here: free text and file names, which are kept as they came and shown with such characters spelled out
(`frontend/src/lib/visible.ts`, `exports/document/shown.py`).
"""

import re
import unicodedata
from collections import Counter
from typing import Final

#: What stands where a field of an entry was erased.
ERASED: Final = "\N{EM DASH}"
#: Control, format, private use, unassigned, halves of surrogate pairs, line and paragraph separators.
_HIDDEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
#: Letters, marks and symbols that are drawn as nothing (Default_Ignorable_Code_Point of Unicode, and the blank of Braille).
_BLANK: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
#: Whether the character before is drawn as a picture or as a sign: it says nothing, and is left out.
_PRESENTATION: Final = {0xFE0E: None, 0xFE0F: None}
#: Alphabets that have letters in common to the eye, by the first word of their letters' names.
_ALIKE: Final = frozenset(
    {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE", "LISU", "FULLWIDTH", "MATHEMATICAL"}
)


def plain(text: str) -> str:
    """One line in normal form C, which names a person or a thing. Raises `ValueError` that names what it may not hold."""
    return _plain(text, breaks="")


def plain_or_erased(text: str) -> str:
    """The same, or what stands where a field was erased: a form that changes a record sends it back."""
    return text if text == ERASED else plain(text)


def plain_lines(text: str) -> str:
    """The same with line breaks and tabs, for a justification in several lines."""
    return _plain(text, breaks="\n\t")


def seen(text: str, breaks: str = "") -> str:
    """The text as it came. Raises `ValueError` that names the first hidden character in it, line `breaks` excepted."""
    hidden = next((one for one in text if one not in breaks and is_hidden(one)), None)
    if hidden is not None:
        raise ValueError(f"contains {spelled(hidden)}, which a reader cannot see; remove it")
    return text


def _plain(text: str, breaks: str) -> str:
    normal = seen(unicodedata.normalize("NFC", text).translate(_PRESENTATION), breaks)
    if not any(one.isalnum() for one in normal):
        raise ValueError("contains no letter or digit")
    return normal


def is_hidden(one: str) -> bool:
    """Whether a reader does not see this character, or only what it does to others."""
    return unicodedata.category(one) in _HIDDEN or _BLANK.match(one) is not None


def spelled(one: str) -> str:
    """A character by its code point and name: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    return f"U+{ord(one):04X} ({unicodedata.name(one, 'without a name')})"


def mixed_in(name: str) -> list[str]:
    """The letters of a name that are of another alphabet than most of it, where the two look alike; each once, in order."""
    alphabets = {one: unicodedata.name(one, "").split(" ", 1)[0] for one in name if one.isalpha()}
    found = Counter(alphabets[one] for one in name if alphabets.get(one) in _ALIKE)
    if len(found) < 2:  # noqa: PLR2004 - two alphabets
        return []
    main = max(found, key=lambda alphabet: (found[alphabet], alphabet == "LATIN"))
    return [one for one, alphabet in alphabets.items() if alphabet in found and alphabet != main]
