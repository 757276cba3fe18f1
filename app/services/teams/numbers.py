"""Random reference numbers for reading aloud. They do not reveal how many exist."""

import secrets
from typing import Final

_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without 0, 1, I, L, O and U, which are easily confused


def random_characters(length: int) -> str:
    """Return `length` random characters that are not easily confused."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
