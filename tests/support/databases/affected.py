"""Number of rows that a statement changed."""

from typing import Any

from sqlalchemy import CursorResult, Result


def rows_affected(result: Result[Any]) -> int:
    """Return how many rows an insert, update or delete changed."""
    assert isinstance(result, CursorResult)
    return result.rowcount
