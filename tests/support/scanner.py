"""A real ClamAV daemon with signatures of our own: EICAR's test file, and a line of text."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

CLAMD: Final = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")
#: In two parts, so that no scanner finds it in this file.
EICAR: Final = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
#: The largest file that this daemon takes.
MOST_BYTES: Final = 1024 * 1024


@contextmanager
def running_scanner(folder: Path) -> Iterator[str]:
    """Run the daemon during the block; its address as `LIAISON_SCANNER` takes it."""
    assert CLAMD is not None, "clamd is not installed: make scanner"
    signatures = folder / "signatures"
    signatures.mkdir(parents=True)
    (signatures / "liaison.ndb").write_text(f"Eicar-Test-Signature:0:*:{EICAR.hex()}\n")
    socket, config = folder / "clamd", folder / "clamd.conf"
    config.write_text(
        f"LocalSocket {socket}\nDatabaseDirectory {signatures}\nTemporaryDirectory {folder}\nForeground yes\n"
        f"StreamMaxLength {MOST_BYTES}\nAlertExceedsMax yes\nMaxThreads 2\n"
    )
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen([CLAMD, f"--config-file={config}"], stdout=log, stderr=log) as daemon,
    ):
        try:
            _until_it_listens(socket, daemon, folder / "log")
            yield f"unix:{socket}"
        finally:
            daemon.kill()


def _until_it_listens(socket: Path, daemon: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(600):
        if socket.exists():
            return
        if daemon.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"clamd does not listen: {log.read_text('utf-8', 'replace')}")
