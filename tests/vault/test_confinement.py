"""The cage from inside: whatever runs in it can open, reach, start and signal nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PROBE = """
import json, os, resource, signal, socket, sys, threading
sys.path.insert(0, sys.argv[1])
from app.vault.rendering import confinement
if sys.argv[3] == "as nobody" and os.geteuid() == 0:
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
confinement.limit(cpu_seconds=2, memory_bytes=512 * 2**20)
confinement.seal()

def tried(act):
    try:
        act()
    except BaseException as refused:
        return type(refused).__name__
    return "done"

said = {
    "open": tried(lambda: open(sys.argv[2], "rb")),
    "create": tried(lambda: open("/tmp/made", "wb")),
    "list": tried(lambda: os.listdir("/")),
    "socket": tried(socket.socket),
    "fork": tried(os.fork),
    "exec": tried(lambda: os.execv("/bin/true", ["true"])),
    "signal": tried(lambda: os.kill(os.getppid(), 0)),
    "thread": tried(threading.Thread(target=print).start),
    "raise": tried(lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60))),
    "unseal": tried(lambda: confinement._prctl(22, 2)),
    "memory": tried(lambda: bytearray(2**30)),
}
os.write(1, json.dumps(said).encode())
if sys.argv[3] == "spin":
    while True:
        pass
"""


def probe(secret: Path, then: str = "") -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-I", "-c", PROBE, str(ROOT), str(secret), then]
    return subprocess.run(command, capture_output=True, timeout=30, check=False)


@pytest.mark.parametrize("who", ["as we are", "as nobody"])
def test_nothing_can_be_opened_reached_started_or_signalled(tmp_path: Path, who: str) -> None:
    secret = tmp_path / "master.key"
    secret.write_bytes(bytes(32))
    done = probe(secret, who)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert set(said.values()) <= {"PermissionError", "RuntimeError", "ValueError", "MemoryError", "NotConfined"}, said
    assert said["memory"] == "MemoryError"


def test_processor_time_runs_out(tmp_path: Path) -> None:
    done = probe(tmp_path, "spin")
    assert done.returncode < 0
    assert done.stdout
