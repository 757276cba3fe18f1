"""Run the commands of `make test` in turn and print their cost: `python -m tests.support.budget "COMMAND" …`.

The budget is for two idle cores. A run above the budget passes and prints a warning. Cheaper tests are the remedy.
"""

import os
import resource
import shlex
import subprocess
import sys
import time
from typing import Final

#: 20 minutes and 38 CPU-minutes when the budget was set; each of three later pieces of work may add 1 and 2.
MINUTES: Final = 23.0
CPU_MINUTES: Final = 44.0


def report(minutes: float, cpu_minutes: float) -> str:
    """The line about the cost of a run, with a warning for each limit that it exceeds."""
    line = f"cost: {minutes:.1f} minutes of {MINUTES:.0f}, {cpu_minutes:.1f} CPU-minutes of {CPU_MINUTES:.0f}"
    over = [
        f"{name} by {spent - limit:.1f}"
        for name, spent, limit in (("minutes", minutes, MINUTES), ("CPU-minutes", cpu_minutes, CPU_MINUTES))
        if spent > limit
    ]
    return f"{line}\nWARNING: the tests exceed their budget ({', '.join(over)}); see docs/tests.md" if over else line


def main(commands: list[str]) -> int:
    """Run until one fails; its exit code. CPU time includes every process that was waited for: server, PostgreSQL, browser."""
    began, code = time.monotonic(), 0
    for command in commands:
        code = subprocess.run(shlex.split(command), check=False, env=os.environ).returncode
        if code:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(report((time.monotonic() - began) / 60, (used.ru_utime + used.ru_stime) / 60), flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
