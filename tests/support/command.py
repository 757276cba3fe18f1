"""Run the `liaison` command in the test's process: a separate process takes two seconds to import the program.

Tests of the command as a process are in `tests/command`.
"""

import io
from pathlib import Path
from typing import Final

import pytest

from app import __main__ as command
from app import embedded
from app import settings as settings_module

_KEEPS_GARBAGE: Final = "gc.freeze"  # the command calls it once a process; here it would keep what earlier tests left


class Command:
    """The command of one installation: `command("epoch", jit)` gives the exit code, what it printed and its complaint."""

    def __init__(
        self, urls: embedded.Urls, state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self._environment = {
            "DATABASE_URL": urls.app,
            "DATABASE_OWNER_URL": urls.owner,
            "DATABASE_ENGINE_URL": urls.engine,
            "LIAISON_STATE": str(state),
        }
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *arguments: str, typed: str = "", without: str | None = None) -> tuple[int, str, str]:
        """Run it, as a shell would; `without` names a variable of the environment that is not set."""
        with self._monkeypatch.context() as patch:
            patch.setattr(_KEEPS_GARBAGE, lambda: None)
            patch.setattr("sys.stdin", io.StringIO(typed))
            for name, value in self._environment.items():
                patch.setenv(name, value)
            if without is not None:
                patch.delenv(without)
            settings_module.from_environment.cache_clear()
            self._capsys.readouterr()
            code = command.main(arguments)
            printed = self._capsys.readouterr()
        settings_module.from_environment.cache_clear()
        return code, printed.out, printed.err
