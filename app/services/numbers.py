"""Numbers that people read aloud: random, so that they tell nobody how many there are.

Deliberately not here: who sees what bears one.
"""

import secrets
from typing import Final

_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 1 I L O U: read aloud, it stays itself


def random_characters(length: int) -> str:
    """So many characters that nobody mistakes for one another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
