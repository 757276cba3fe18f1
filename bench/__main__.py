"""`python -m bench [row…]`: run the benchmarks of these rows of `design/performance.md`, or of all, and print one table.

Every module named in `MODULES` gives rows (`README.md` says how). One that is not there or fails is a failed row of each
number that it owes, and the others go on; a ratio that falls short is said, and is no failure. Deliberately not here: the
measuring.
"""

import argparse
import importlib
import json
import os
import platform
import sys
import time
import traceback
from pathlib import Path
from typing import Final

import uvloop

from app import clock
from bench.harness import Row, table
from bench.place import ROOT, Place, somewhere

#: Modules and the rows that each owes, in the order in which they run: lists before what adds to their exhibits.
MODULES: Final[dict[str, tuple[int, ...]]] = {
    "lists": (3, 4, 5),
    "acts": (6, 17),
    "bulk": (13,),
    "page": (15, 16),
    "stalls": (18,),
    "growth": (14, 19),
    "ledger": (7, 8),
    "verify": (9,),
    "upload": (1, 2, 18),
    "live": (10, 11, 12, 20),
    "requests": (25,),
}
_RESULTS: Final = ROOT / ".liaison" / "bench"


def main() -> int:
    """The command; 1 when a benchmark could not be run."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Ratios against peers measured in the same run."
    )
    parser.add_argument("row", nargs="*", type=int, help="numbers of rows in design/performance.md; none: all")
    parser.add_argument("--json", type=Path, help="also write the results to this file")
    parser.add_argument("--markdown", type=Path, help="also write the table to this file")
    parser.add_argument(
        "--folder", type=Path, help="a folder on the disk to measure; default: where temporary files lie"
    )
    parser.add_argument(
        "--pool", type=int, default=1_000_000, help="exhibits of the large pool; fewer to try the harness"
    )
    options = parser.parse_args()
    wanted = frozenset(options.row)
    if unknown := wanted - {number for owed in MODULES.values() for number in owed}:
        parser.error(f"no module measures {sorted(unknown)}")
    began = time.monotonic()
    rows = uvloop.run(_run(wanted, options.folder, options.pool))
    drawn = table(rows)
    print(f"\n{drawn}")
    short = [f"{row.number} {row.what} ({row.ratio:.3g})" for row in rows if row.verdict == "SHORT"]
    print(f"\nShort of their goal: {'; '.join(short) if short else 'none'}.")
    failed = [row for row in rows if row.failed]
    for row in failed:
        print(f"Could not be run: row {row.number}, {row.what}: {row.note}")
    _write(rows, time.monotonic() - began, options.pool, options.json)
    for path in (_RESULTS / "table.md", *([options.markdown] if options.markdown else [])):
        path.write_text(f"{drawn}\n", encoding="utf-8")
    return 1 if failed else 0


async def _run(wanted: frozenset[int], folder: Path | None, million: int) -> list[Row]:
    rows: list[Row] = []
    with somewhere(folder, million) as place:
        for name, owed in MODULES.items():
            asked = frozenset(owed) & wanted if wanted else frozenset(owed)
            if not asked:
                continue
            began, before = time.monotonic(), len(rows)
            try:
                await _collect(name, place, asked, rows)
            except Exception as error:  # noqa: BLE001 - one broken benchmark must not hide the figures of the others
                traceback.print_exc()
                given = [row.number for row in rows[before:]]
                missing = [number for number in sorted(asked) if number not in given] or given[-1:]
                why = f"{type(error).__name__}: {error}".replace("\n", " ").replace("|", "/")[:120]
                rows.extend(Row.failure(number, f"bench/{name}.py", why) for number in missing)
            place.rest()
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return sorted(rows, key=lambda row: row.number)


async def _collect(name: str, place: Place, asked: frozenset[int], rows: list[Row]) -> None:
    module = importlib.import_module(f"bench.{name}")
    assert set(module.NUMBERS) == set(MODULES[name]), f"bench/{name}.py says {module.NUMBERS}"
    seen = set()
    async for row in module.rows(place, asked):
        if row.number in asked:
            seen.add(row.number)
            rows.append(row)
            print(f"  {row.number:>2} {row.what}: {row.ratio:.3g} ({row.verdict})", file=sys.stderr, flush=True)
    if asked - seen:
        raise LookupError(f"gave no row {sorted(asked - seen)}")


def _write(rows: list[Row], seconds: float, million: int, also: Path | None) -> None:
    now = clock.now()
    said = {
        "at": clock.rfc3339(now),
        "machine": {"cores": os.cpu_count(), "processor": platform.machine(), "python": platform.python_version()},
        "rows": [row.as_json() for row in rows],
        "seconds": round(seconds),
        "pool": million,
    }
    text = json.dumps(said, indent=2, ensure_ascii=False) + "\n"
    _RESULTS.mkdir(parents=True, exist_ok=True)
    for path in (_RESULTS / f"{now:%Y%m%dT%H%M%S}.json", _RESULTS / "latest.json", *([also] if also else [])):
        path.write_text(text, encoding="utf-8")
    print(f"Written to {(_RESULTS / 'latest.json').relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
