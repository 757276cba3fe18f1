"""What every benchmark gives: rows of one table, each a ratio against something measured in the same run.

`Row` is frozen; `docs/benchmarks.md` is made of its JSON. `paired` times two things in turn, so that a noisy neighbour
hits both. Deliberately not here: databases and servers (`place.py`), requests (`load.py`), which modules there are
(`__main__.py`).
"""

import statistics
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Met = Literal["at least", "at most"]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of `design/performance.md`.

    `ratio` is what `goal` and `beyond` speak of: ours / reference, or ours itself where the goal is a limit and there is
    no reference. `met`: whether more or less is better. `note`: what else was seen, in a few words.
    """

    number: int
    what: str
    ours: float
    unit: str
    reference: float | None
    ratio: float
    goal: float
    beyond: float | None
    met: Met
    note: str = ""
    failed: bool = False

    @classmethod
    def failure(cls, number: int, what: str, why: str) -> "Row":
        """Of a benchmark that could not be run: it has no figure, and must not go unseen."""
        return cls(number, what, 0.0, "", None, 0.0, 0.0, None, "at most", why, failed=True)

    @classmethod
    def at_least(
        cls,
        number: int,
        what: str,
        ours: float,
        reference: float,
        *,
        unit: str,
        goal: float,
        beyond: float | None = None,
        note: str = "",
    ) -> "Row":
        """More is better: requests in a second, bytes in a second."""
        return cls(number, what, ours, unit, reference, ours / reference, goal, beyond, "at least", note)

    @classmethod
    def at_most(
        cls,
        number: int,
        what: str,
        ours: float,
        reference: float,
        *,
        unit: str,
        goal: float,
        beyond: float | None = None,
        note: str = "",
    ) -> "Row":
        """Less is better: milliseconds, statements, kilobytes."""
        return cls(number, what, ours, unit, reference, ours / reference, goal, beyond, "at most", note)

    @classmethod
    def limit(
        cls, number: int, what: str, ours: float, *, unit: str, goal: float, beyond: float | None = None, note: str = ""
    ) -> "Row":
        """Less is better, and the goal is a limit in the same unit: nothing to compare with."""
        return cls(number, what, ours, unit, None, ours, goal, beyond, "at most", note)

    def reaches(self, mark: float | None) -> bool:
        """Whether the ratio reaches `mark` (the goal, or what lies beyond)."""
        if mark is None:
            return False
        return self.ratio >= mark if self.met == "at least" else self.ratio <= mark

    @property
    def verdict(self) -> str:
        """In one word."""
        if self.failed:
            return "FAILED"
        if self.reaches(self.beyond):
            return "beyond"
        return "met" if self.reaches(self.goal) else "SHORT"

    def as_json(self) -> dict[str, Any]:
        """Its fields and the verdict."""
        return asdict(self) | {"verdict": self.verdict}


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians of what was timed in turn, in the unit of the measurement, and the median of the rounds' ratios."""

    ours: float
    reference: float
    ratio: float


Measurement = Callable[[], Awaitable[float]]


async def paired(ours: Measurement, reference: Measurement, *, rounds: int = 5) -> Pair:
    """Both in turn, `rounds` times, after one of each that does not count."""
    await reference()
    await ours()
    seen = [(await reference(), await ours()) for _ in range(rounds)]
    return Pair(
        ours=statistics.median(mine for _, mine in seen),
        reference=statistics.median(theirs for theirs, _ in seen),
        ratio=statistics.median(mine / theirs for theirs, mine in seen),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0.99) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


_HEADINGS = ("#", "work", "ours", "reference", "ratio", "goal", "beyond", "", "note")


def table(rows: Sequence[Row]) -> str:
    """For a terminal, and as Markdown at once."""
    lines = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(_HEADINGS))]
    drawn = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([drawn[0], rule, *drawn[1:]])


def _cells(row: Row) -> tuple[str, ...]:
    if row.failed:
        return str(row.number), row.what, "", "", "", "", "", row.verdict, row.note
    sign = "≥" if row.met == "at least" else "≤"
    return (
        str(row.number),
        row.what,
        f"{_short(row.ours)} {row.unit}",
        "" if row.reference is None else f"{_short(row.reference)} {row.unit}",
        "" if row.reference is None else _short(row.ratio),
        f"{sign} {_short(row.goal)}",
        "" if row.beyond is None else f"{sign} {_short(row.beyond)}",
        row.verdict,
        row.note,
    )


def _short(value: float) -> str:
    """Three figures, and no exponent."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) >= 0.001 else f"{value:.5f}"
