"""A server and a worker in processes of their own, objects in an object store: how an installation of several runs.

What they do together is the guide's script, by curl alone.
"""

import subprocess

from tests.support import house
from tests.support.server import Serve
from tests.support.store import StoreEnvironment

GUIDE = house.ROOT / "docs" / "api-guide.sh"


def test_the_guides_script_does_the_main_job(serve: Serve, store_environment: StoreEnvironment) -> None:
    server = serve(LIAISON_DEMO="1", LIAISON_WORKER="0", **store_environment)
    with server.beside("worker"):
        assert server.run("health").returncode == 0
        done = subprocess.run([GUIDE, server.url], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for words in ("the server has 2000000 bytes", "the hash is the same", "evidence.taken", "Done."):
        assert words in done.stdout
    assert not list((server.state / "objects").rglob("*")), "evidence lies on the server's own disk"
    server.stop()
    asked = server.run("health")
    assert (asked.returncode, "Nobody answers" in asked.stderr) == (1, True)
