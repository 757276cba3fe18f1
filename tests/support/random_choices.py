"""Reproducible random choices for tests."""

import random


def seeded(seed: int | str) -> random.Random:
    """Return a generator that makes the same choices for the same seed. It is not for secrets."""
    return random.Random(seed)  # noqa: S311 - choices of a test
