"""A server for tests, on a free loopback port.

`serve` starts `liaison serve` in a separate process that tests can kill and restart. `wire` runs the program of
`program.py` behind the same server in the test's own event loop, so that tests can inspect it while sockets are open.
Not here: the program without a socket (`program.py`), which most tests use.
"""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Final, Protocol

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from app import clock, embedded
from app.serving import server_of
from app.settings import Settings
from tests.support.program import ORIGIN, settings_for


def free_port() -> int:
    """A port of the loopback address on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


#: Compiled modules of servers that are started again and again: compiling them takes half of a start.
_BYTECODE: Final = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(__file__).parents[2] / ".pytest_cache" / "bytecode"),
}


class Server:
    """One installation: its database, its state folder and its port outlive the process."""

    def __init__(self, urls: embedded.Urls, state: Path, settings: Mapping[str, str]) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.urls = urls
        self.state = state
        self.log = state.parent / f"server-{self.port}.log"
        self._environment = {
            **os.environ,
            **_BYTECODE,
            "DATABASE_URL": urls.app,
            "DATABASE_OWNER_URL": urls.owner,
            "DATABASE_ENGINE_URL": urls.engine,
            "LIAISON_STATE": str(state),
            "LIAISON_CHECKPOINT_SECONDS": "0.5",
            "LIAISON_OPERATOR_SECOND_FACTOR": "false",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *, patience: float = 180) -> None:
        """Start it and wait until it says that it can work."""
        self.begin()
        assert self._process is not None
        until = clock.monotonic() + patience
        while clock.monotonic() < until and self._process.poll() is None:
            try:
                if httpx.get(f"{self.url}/api/health/ready", timeout=5).is_success:
                    return
            except httpx.TransportError:
                pass  # not listening yet
            time.sleep(0.05)
        self.kill()
        raise RuntimeError(f"the server did not start:\n{self.log.read_text()[-4000:]}")

    def begin(self) -> None:
        """Start it, and do not wait."""
        self._process = self.spawn("serve", "--port", str(self.port))

    def spawn(self, *command: str) -> subprocess.Popen[bytes]:
        """Another process of the same installation, which is its caller's to end."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "app", *command], env=self._environment, stdout=log, stderr=log
            )

    @property
    def pid(self) -> int:
        """Of the running server."""
        assert self._process is not None
        return self._process.pid

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Another command of the same installation, to its end."""
        return subprocess.run(
            [sys.executable, "-m", "app", *command],
            env=self._environment | {"LIAISON_PORT": str(self.port)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    @contextmanager
    def beside(self, command: str) -> Iterator[None]:
        """Another process of the same installation, such as its `worker`; asked to stop with the block."""
        other = self.spawn(command)
        try:
            yield
        finally:
            _end(other, signal.SIGTERM)

    def stop(self) -> None:
        """Ask it to stop, as an operator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As the power would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            process, self._process = self._process, None
            _end(process, how)


def _end(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """Raises `TimeoutExpired` where it does not end by itself; it takes no processor from the tests that follow."""
    process.send_signal(how)
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise


class Serve(Protocol):
    """The type of the fixture `serve`: takes settings of the environment, returns a running server."""

    def __call__(self, *, state: Path | None = None, **settings: str) -> Server: ...


@pytest.fixture
def serve(database_urls: embedded.Urls, tmp_path: Path) -> Iterator[Serve]:
    """Start a server on the test's own database: `serve(LIAISON_DEMO="1")`. It is stopped afterwards.

    `state`: the folder of another server, whose keys and objects it shares.
    """
    states = count()
    with ExitStack() as started:

        def begin(*, state: Path | None = None, **settings: str) -> Server:
            server = Server(database_urls, state or tmp_path / f"state-{next(states)}", settings)
            started.callback(server.stop)
            server.start()
            return server

        yield begin


def settings_on_wire(urls: embedded.Urls, state: Path, **changes: object) -> Settings:
    """Settings of a program that is spoken to on a port of its own as well as without a socket."""
    port = free_port()
    return settings_for(urls, state).model_copy(
        update={"port": port, "origins": (ORIGIN, f"http://localhost:{port}"), **changes}
    )


@pytest.fixture
def send_buffer() -> int | None:
    """Bytes of the kernel's send buffer of each connection, so that a slow reader is soon noticed; None: as the kernel chooses."""
    return 32 * 1024


@pytest.fixture
async def wired(app: FastAPI, settings: Settings, send_buffer: int | None) -> AsyncIterator[uvicorn.Server]:
    """The program of this test behind a server; `settings` are of `settings_on_wire`."""
    server = server_of(settings, app)
    server.config.lifespan = "off"  # the fixture `app` runs it
    listening = socket.create_server(("127.0.0.1", settings.port))
    if send_buffer is not None:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
    serving = asyncio.create_task(server.serve([listening]))
    while not server.started:  # noqa: ASYNC110 - it tells no one
        await asyncio.sleep(0.01)
    yield server
    server.should_exit = True
    await serving


@pytest.fixture
def wire(wired: uvicorn.Server) -> str:
    """The address at which it answers."""
    return f"http://localhost:{wired.config.port}"
