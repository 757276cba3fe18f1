"""How hard a password is to guess: bits, counted over pieces that a guesser tries first.

A common password, a name of the person or of this program, a sequence, a run of one character and whatever stood there before
count as one choice each; any other character counts as if it were random. That is generous to the password, so only what is easy
to guess is refused. The list of common passwords says its source and licence at its head.
Deliberately not here: the rule (`passwords.py`).
"""

import math
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Final

#: Guessing longer passwords is hopeless, and looking through them would take time.
_LOOKED_AT: Final = 100
_SHORTEST_COMMON, _SHORTEST_PIECE = 4, 3
#: Letters that people replace, as they replace them.
_READABLE: Final = str.maketrans("@43!105$7", "aaeiiosst")
_OF_SEQUENCE, _OF_NAME, _OF_REPETITION = 4.0, 1.0, 1.0
_OF_DIGIT, _OF_LETTER, _OF_OTHER = math.log2(10), math.log2(26), 5.0


@cache
def _common() -> frozenset[str]:
    text = resources.files(__package__).joinpath("common_passwords.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def bits(password: str, about: Iterable[str] = ()) -> float:
    """Estimate the bits of a password. `about`: names and addresses of whose it is, which a guesser knows."""
    text, total, at = password.lower()[:_LOOKED_AT], 0.0, 0
    names = {
        part for one in ("liaison", *about) for part in re.split(r"[\W_]+", one.lower()) if len(part) >= _SHORTEST_PIECE
    }
    while at < len(text):
        length, worth = max(_pieces(text, at, names), key=lambda piece: (piece[0], -piece[1]))
        total, at = total + worth, at + length
    return total


def _pieces(text: str, at: int, names: set[str]) -> Iterable[tuple[int, float]]:
    """What may stand there: lengths, and what each is worth in bits."""
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
    """How long the run is that begins there: `aaaa`, `abcd`, `4321`."""
    steps = [ord(after) - ord(before) for before, after in zip(text[at:], text[at + 1 :], strict=False)]
    if not steps or steps[0] not in {-1, 0, 1}:
        return 1
    return 1 + next((n for n, step in enumerate(steps) if step != steps[0]), len(steps))
