"""Count the rows that a query plan reads, to prove that the cost does not grow with unrelated rows.

Not here: how long a query takes (`bench/`).
"""

from typing import Any

_LOST = ("Rows Removed by Filter", "Rows Removed by Index Recheck")


def taken(plan: dict[str, Any], alias: str) -> float:
    """How many rows a plan (`explain (analyze, format json)`) takes from the table that it calls so."""
    own = plan["Actual Rows"] * plan["Actual Loops"] if plan.get("Alias") == alias else 0
    return float(own + sum(taken(part, alias) for part in plan.get("Plans", ())))


def read(plan: dict[str, Any]) -> float:
    """How many rows it takes from all tables and indexes, those too that a scan drops by its filter."""
    rows = plan["Actual Rows"] + sum(plan.get(lost, 0) for lost in _LOST)
    own = rows * plan["Actual Loops"] if plan["Node Type"].endswith("Scan") else 0
    return float(own + sum(read(part) for part in plan.get("Plans", ())))
