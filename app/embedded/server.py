"""Run one server: initialise, authenticate, wait for a predecessor, spawn, wait until it is ready; and run psql.

Not here: the lock that decides who may start it (`__init__.py`); folders and users (`place.py`).
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.embedded.place import ENVIRONMENT, EmbeddedError, Place, Reach, private

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

ROLES = ("liaison_owner", "liaison_app", "liaison_engine")

_INITDB = (
    *("-U", "postgres", "-E", "UTF8", "--auth=peer"),
    *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"),
)


def serving(place: Place, settings: Mapping[str, str]) -> Generator[float, None, subprocess.Popen[bytes]]:
    """Initialise missing data, end a server left by an earlier parent, start the server and wait until it is ready.

    Run it in the main thread: Linux ends the server with the thread that started it.

    Yields:
        Seconds to wait before the next step.

    Returns:
        The process of the server.

    Raises:
        EmbeddedError: The server did not start.
    """
    if not (place.data / "PG_VERSION").exists():
        _initialise(place, sync=settings.get("fsync") != "off")
    _authenticate(place)
    yield from _await_predecessor(place.data)
    # left by a killed server; the pid in the socket's lock may belong to another process now
    for left in place.socket.iterdir():
        left.unlink()
    log = place.folder / "server.log"
    if log.exists():
        log.replace(log.with_suffix(".log.1"))
    while True:
        with open(log, "ab", opener=_privately) as output:
            begins = output.tell()
            process = _spawn(place, settings, output.fileno())
        while process.poll() is None:
            if _ready(place.data, process.pid):
                return process
            yield 0.01
        end = log.read_bytes()[begins:].decode(errors="replace")
        # Backends of a killed postmaster need a moment to end; until then PostgreSQL itself guards the shared memory.
        if "still in use" not in end:
            raise EmbeddedError(f"PostgreSQL did not start; {log} ends:\n{end[-2000:]}")
        yield 0.2


def serve(place: Place, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Run `serving`, blocking. Raises `EmbeddedError`."""
    steps = serving(place, settings)
    while True:
        try:
            time.sleep(next(steps))
        except StopIteration as started:
            process: subprocess.Popen[bytes] = started.value
            return process


def _privately(path: str, flags: int) -> int:
    """Open the log readable by its owner only, because it can contain statements."""
    descriptor = os.open(path, flags, 0o600)
    os.fchmod(descriptor, 0o600)  # for a log that an earlier version left readable
    return descriptor


def _initialise(place: Place, *, sync: bool) -> None:
    """Run initdb beside `data` and rename, so that an interruption leaves no incomplete cluster."""
    fresh = place.folder / "data.new"
    shutil.rmtree(fresh, ignore_errors=True)
    private(fresh, place.user)
    with Reach(fresh) as reach:
        arguments = ["-D", reach.paths[0], *_INITDB, *([] if sync else ["--no-sync"])]
        run = subprocess.run(  # noqa: S603 - our own bundle's program
            place.command("initdb", *arguments),
            env=ENVIRONMENT,
            cwd="/",
            pass_fds=reach.pass_fds,
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode:
        raise EmbeddedError(f"initdb failed in {fresh}:\n{run.stderr[-2000:]}")
    fresh.rename(place.data)


def _authenticate(place: Place) -> None:
    """Let only the user of this process act as the cluster's roles (peer authentication).

    When root starts it, the server's own user (`nobody`) has no access, because other programs may run as that user.
    """
    user = pwd.getpwuid(os.geteuid()).pw_name
    lines = [f'liaison "{user}" {role}\n' for role in ("postgres", *ROLES)]
    for name, text in (("pg_hba.conf", "local all all peer map=liaison\n"), ("pg_ident.conf", "".join(lines))):
        path = place.data / name
        path.write_text(text)
        os.chown(path, place.user.pw_uid, place.user.pw_gid)


def _await_predecessor(data: Path) -> Generator[float, None, None]:
    """Interrupt a server whose parent was killed and wait for its last checkpoint. The lock excludes a rival."""
    note = data / "postmaster.pid"
    asked = False
    while (pid := _first_line(note)) and _serves(pid, data):
        if not asked:
            os.kill(pid, signal.SIGINT)
            asked = True
        yield 0.02
    if pid:
        # After a reboot the pid may belong to another process, for which PostgreSQL would wait. PostgreSQL knows our
        # own pid to be stale and then checks the shared memory; deleting the file would skip that check.
        note.write_text("\n".join([str(os.getpid()), *note.read_text().split("\n")[1:]]))


def _first_line(note: Path) -> int | None:
    try:
        return int(note.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _serves(pid: int, data: Path) -> bool:
    """Return whether the process `pid` is a server on `data`: PostgreSQL's working directory is its data folder."""
    try:
        return Path(f"/proc/{pid}/cwd").samefile(data)
    except OSError:
        return False


def _spawn(place: Place, settings: Mapping[str, str], output: int) -> subprocess.Popen[bytes]:
    with Reach(place.data, place.socket) as reach:
        data, socket = reach.paths
        options = {**settings, "unix_socket_directories": socket}
        words = [f"--{name}={value}" for name, value in options.items()]
        return subprocess.Popen(  # noqa: S603 - our own bundle's program
            place.command("postgres", "-D", data, *words),
            env=ENVIRONMENT,
            cwd="/",
            pass_fds=reach.pass_fds,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C is handled here: the application closes its connections first
        )


def _ready(data: Path, pid: int) -> bool:
    """Return whether the server accepts connections, which the eighth line of postmaster.pid says."""
    try:
        lines = (data / "postmaster.pid").read_text().split("\n")
    except FileNotFoundError:
        return False
    return lines[0] == str(pid) and len(lines) > 7 and lines[7].strip() == "ready"  # noqa: PLR2004


def psql(place: Place, sql: str) -> None:
    """Run `sql` as the superuser created by initdb. No other code connects as it."""
    words = [
        "-X",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-h",
        str(place.socket),
        "-U",
        "postgres",
        "-d",
        "postgres",
        "-f",
        "-",
    ]
    run = subprocess.run(  # noqa: S603 - our own bundle's program
        [str(place.binaries / "psql"), *words],
        input=sql,
        env=ENVIRONMENT,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise EmbeddedError(f"the bundled PostgreSQL refused: {run.stderr.strip()}")
