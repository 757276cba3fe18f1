"""Makes user-written text safe to typeset: it stays text, every character is visible, and long words can break.

Markup needs no escaping: the template takes strings and never evaluates one.

Not here: which text is shown (`sayings`).
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"
MOST: Final = 1_200  # characters of one value; the rest is in the machine-readable files

_LONGEST_WORD: Final = 24  # width of the narrowest column
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_RUN: Final = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_MAY_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_END: Final = "\N{POP DIRECTIONAL ISOLATE}"
_NAMED: Final = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}U+{:04X}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
_JOINERS: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})


def shown(text: str) -> str:
    """Return the text with control characters, and characters without a glyph, replaced by their code points."""
    seen = "".join(map(_visible, unicodedata.normalize("NFC", text)))
    broken = _RUN.sub(_breakable, seen)
    if any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in broken):
        return f"{_ISOLATE}{broken}{_END}"  # keeps neighbouring text in order
    return broken


@lru_cache(maxsize=4096)
def _visible(one: str) -> str:
    if one in "\n\t\r\u2028\u2029":
        return " "
    category = unicodedata.category(one)
    steers = category in {"Cc", "Cf", "Cs", "Co", "Cn"} and one not in _JOINERS
    return _NAMED.format(ord(one)) if steers or not _covers(ord(one)) else one


def _breakable(run: re.Match[str]) -> str:
    word = run[0]
    if _HASH.fullmatch(word):
        return word
    return _MAY_BREAK.join(word[at : at + _LONGEST_WORD] for at in range(0, len(word), _LONGEST_WORD))


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """Return the code points that the bundled fonts can draw; `fonts/covered.txt` is generated with the fonts."""
    found = set[int]()
    for line in (FONTS / "covered.txt").read_text().split():
        first, _, last = line.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def _covers(code: int) -> bool:
    return code in covered()
