"""Estimate how hard a password is to guess, in bits, over the pieces that an attacker tries first.

Counted as one choice each: a common password, a name of the person or of this program, a sequence, a run of one
character, a repetition. Any other character counts as random. The estimate is generous, so only easily guessed
passwords are refused. Source and licence of the list of common passwords are in its first lines.
Not here: the rule (`passwords.py`).
"""

import math
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Final

#: Longer passwords cannot be guessed, and examining them would take time.
_LOOKED_AT: Final = 100
_SHORTEST_COMMON, _SHORTEST_PIECE = 4, 3
#: Usual replacements of letters.
_READABLE: Final = str.maketrans("@43!105$7", "aaeiiosst")
_OF_SEQUENCE, _OF_NAME, _OF_REPETITION = 4.0, 1.0, 1.0
_OF_DIGIT, _OF_LETTER, _OF_OTHER = math.log2(10), math.log2(26), 5.0


@cache
def _common() -> frozenset[str]:
    text = resources.files(__package__).joinpath("common_passwords.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def bits(password: str, about: Iterable[str] = ()) -> float:
    """Estimate the bits of a password. `about`: names and addresses of the person, which an attacker knows."""
    text, total, at = password.lower()[:_LOOKED_AT], 0.0, 0
    names = {
        part for one in ("liaison", *about) for part in re.split(r"[\W_]+", one.lower()) if len(part) >= _SHORTEST_PIECE
    }
    while at < len(text):
        length, worth = max(_pieces(text, at, names), key=lambda piece: (piece[0], -piece[1]))
        total, at = total + worth, at + length
    return total


def _pieces(text: str, at: int, names: set[str]) -> Iterable[tuple[int, float]]:
    """Return the possible pieces at a position: lengths and the bits of each."""
    character = text[at]
    yield (
        1,
        _OF_DIGIT if character.isdigit() else _OF_LETTER if character.isascii() and character.isalpha() else _OF_OTHER,
    )
    yield from ((len(name), _OF_NAME) for name in names if text.startswith(name, at))
    common, readable = _common(), text.translate(_READABLE)
    longest = min(len(text), at + 20)
    for end in range(at + _SHORTEST_COMMON, longest + 1):
        if text[at:end] in common or readable[at:end] in common:
            yield end - at, math.log2(len(common))
    for end in range(at + _SHORTEST_PIECE, len(text) + 1):
        if text.find(text[at:end], 0, at) < 0:
            break
        yield end - at, _OF_REPETITION
    if (run := _run(text, at)) >= _SHORTEST_PIECE:
        yield run, _OF_SEQUENCE


def _run(text: str, at: int) -> int:
    """Return the length of the run that begins here: `aaaa`, `abcd`, `4321`."""
    steps = [ord(after) - ord(before) for before, after in zip(text[at:], text[at + 1 :], strict=False)]
    if not steps or steps[0] not in {-1, 0, 1}:
        return 1
    return 1 + next((n for n, step in enumerate(steps) if step != steps[0]), len(steps))
