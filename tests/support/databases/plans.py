"""Count the rows that a query plan reads, to prove that the cost does not grow with unrelated rows.

Not here: how long a query takes (`bench/`).
"""

from typing import Any

_DROPPED = ("Rows Removed by Filter", "Rows Removed by Index Recheck")


def rows_of_table(plan: dict[str, Any], alias: str) -> float:
    """Return how many rows a plan (`explain (analyze, format json)`) takes from the table with this alias."""
    own = plan["Actual Rows"] * plan["Actual Loops"] if plan.get("Alias") == alias else 0
    return float(own + sum(rows_of_table(part, alias) for part in plan.get("Plans", ())))


def rows_read(plan: dict[str, Any]) -> float:
    """Return how many rows a plan reads from tables and indexes, including those that its filters drop."""
    rows = plan["Actual Rows"] + sum(plan.get(dropped, 0) for dropped in _DROPPED)
    own = rows * plan["Actual Loops"] if plan["Node Type"].endswith("Scan") else 0
    return float(own + sum(rows_read(part) for part in plan.get("Plans", ())))
