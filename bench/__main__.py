"""`python -m bench [row…]`: run the benchmarks of these rows of `design/performance.md`, or of all, and print one table.

Every module named in `MODULES` gives rows (`README.md` says how). One that fails is named, and the others go on; a ratio
that falls short is said, and is no failure. Deliberately not here: the measuring.
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
from types import ModuleType
from typing import Final

import uvloop

from app import clock
from bench.harness import Row, table
from bench.place import ROOT, Place, somewhere

#: In the order in which they run: what needs a quiet machine first.
MODULES: Final = ("lists", "acts", "ledger", "verify", "upload", "live", "page")
_RESULTS: Final = ROOT / ".liaison" / "bench"


def main() -> int:
    """The command; 1 when a benchmark could not be run."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Ratios against peers measured in the same run."
    )
    parser.add_argument("row", nargs="*", type=int, help="numbers of rows in design/performance.md; none: all")
    parser.add_argument("--json", type=Path, help="also write the results to this file")
    parser.add_argument(
        "--folder", type=Path, help="a folder on the disk to measure; default: where temporary files lie"
    )
    options = parser.parse_args()
    rows, failed = uvloop.run(_run(frozenset(options.row), options.folder))
    print()
    print(table(rows))
    short = [f"{row.number} {row.what} ({row.ratio:.3g})" for row in rows if row.verdict == "SHORT"]
    print(f"\nShort of their goal: {'; '.join(short) if short else 'none'}.")
    for name in failed:
        print(f"Could not be run: {name} (what went wrong stands above).")
    _write(rows, failed, options.json)
    return 1 if failed else 0


async def _run(wanted: frozenset[int], folder: Path | None) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    failed: list[str] = []
    with somewhere(folder) as place:
        for name in MODULES:
            module = _module(name)
            if module is None or (wanted and not wanted & frozenset(module.NUMBERS)):
                continue
            began = time.monotonic()
            try:
                await _collect(module, place, wanted, rows)
            except Exception:  # noqa: BLE001 - one broken benchmark must not hide the figures of the others
                traceback.print_exc()
                failed.append(name)
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return sorted(rows, key=lambda row: row.number), failed


async def _collect(module: ModuleType, place: Place, wanted: frozenset[int], rows: list[Row]) -> None:
    async for row in module.rows(place, wanted or frozenset(module.NUMBERS)):
        if not wanted or row.number in wanted:
            rows.append(row)
            print(f"  {row.number:>2} {row.what}: {row.ratio:.3g} ({row.verdict})", file=sys.stderr, flush=True)


def _module(name: str) -> ModuleType | None:
    """The module, or None where it has not been written yet."""
    try:
        return importlib.import_module(f"bench.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"bench.{name}":
            raise
        return None


def _write(rows: list[Row], failed: list[str], also: Path | None) -> None:
    now = clock.now()
    said = {
        "at": clock.rfc3339(now),
        "machine": {"cores": os.cpu_count(), "processor": platform.machine(), "python": platform.python_version()},
        "rows": [row.as_json() for row in rows],
        "failed": failed,
    }
    text = json.dumps(said, indent=2, ensure_ascii=False) + "\n"
    _RESULTS.mkdir(parents=True, exist_ok=True)
    for path in (_RESULTS / f"{now:%Y%m%dT%H%M%S}.json", _RESULTS / "latest.json", *([also] if also else [])):
        path.write_text(text, encoding="utf-8")
    print(f"Written to {(_RESULTS / 'latest.json').relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
