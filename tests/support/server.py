"""A real server for tests: `liaison serve` in a process of its own, on a free loopback port, that can be killed and started again.

Not here: the program inside the test's own process (`program.py`), which most tests speak to.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

import httpx
import pytest

from app import embedded


class Server:
    """One installation: its database, its state folder and its port outlive the process."""

    def __init__(self, urls: embedded.Urls, state: Path, settings: Mapping[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.url = f"http://localhost:{self.port}"
        self.state = state
        self.log = state.with_suffix(".log")
        self._environment = {
            **os.environ,
            "DATABASE_URL": urls.app,
            "DATABASE_OWNER_URL": urls.owner,
            "DATABASE_ENGINE_URL": urls.engine,
            "LIAISON_STATE": str(state),
            "LIAISON_CHECKPOINT_SECONDS": "0.5",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *, patience: float = 60) -> None:
        """Start it and wait until it says that it can work."""
        command = [sys.executable, "-m", "app", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)
        for _ in range(int(patience / 0.1)):
            if self._process.poll() is not None:
                break
            try:
                if httpx.get(f"{self.url}/api/health/ready", timeout=5).is_success:
                    return
            except httpx.TransportError:
                pass  # not listening yet
            time.sleep(0.1)
        self.kill()
        raise RuntimeError(f"the server did not start:\n{self.log.read_text()[-4000:]}")

    def stop(self) -> None:
        """Ask it to stop, as an operator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As the power would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=60)
            self._process = None


class Serve(Protocol):
    """What the fixture `serve` gives: settings of the environment in, a running server out."""

    def __call__(self, **settings: str) -> Server: ...


@pytest.fixture
def serve(database_urls: embedded.Urls, tmp_path: Path) -> Iterator[Serve]:
    """Start a server on the test's own database: `serve(LIAISON_DEMO="1")`. It is stopped afterwards."""
    started: list[Server] = []

    def begin(**settings: str) -> Server:
        server = Server(database_urls, tmp_path / f"state-{len(started)}", settings)
        started.append(server)
        server.start()
        return server

    yield begin
    for server in started:
        server.stop()
