"""Check the coverage of the tests: `python -m tests.support.check_coverage`, after `pytest --cov`.

It requires 95 of 100 lines and branches in total, and 85 in each file. A file that is never imported counts as 0.
"""

import json
import sys
from pathlib import Path
from typing import Final

import coverage

WHOLE: Final = 95.0
EACH: Final = 85.0


def complaints(report: dict[str, object]) -> list[str]:
    """Return the files below the limit in a JSON report of coverage, worst first."""
    files, totals = report["files"], report["totals"]
    assert isinstance(files, dict)
    assert isinstance(totals, dict)
    reached = sorted((one["summary"]["percent_covered"], path) for path, one in files.items())
    short = [f"{path}: {percent:.1f} % of {EACH:.0f}" for percent, path in reached if percent < EACH]
    whole: float = totals["percent_covered"]
    return short + ([f"the whole: {whole:.1f} % of {WHOLE:.0f}"] if whole < WHOLE else [])


def main() -> int:
    """Print the files below the limit; return 1 if there are any."""
    measured = coverage.Coverage()
    measured.load()
    place = Path(measured.config.data_file).with_suffix(".json")
    measured.json_report(outfile=str(place))
    report = json.loads(place.read_text())
    place.unlink()
    found = complaints(report)
    print(*found, f"covered: {report['totals']['percent_covered']:.1f} %", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
