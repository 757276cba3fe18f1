"""An object store for tests: SeaweedFS with its S3 API on free loopback ports, stopped after the run."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypedDict

import httpx
import pytest

from tests.support.server import free_port

BUCKET: Final = "evidence"
_WEED: Final = Path(sys.executable).parent / "weed"
_WHO: Final = {"accessKey": "testkey", "secretKey": "testsecret"}
_ACTIONS: Final = ["Admin", "Read", "Write", "List"]


class StoreEnvironment(TypedDict):
    """The variables that name a store and who comes to it."""

    LIAISON_OBJECTS_URL: str
    AWS_ENDPOINT_URL: str
    AWS_ALLOW_HTTP: str
    AWS_REGION: str
    AWS_ACCESS_KEY_ID: str
    AWS_SECRET_ACCESS_KEY: str


@pytest.fixture(scope="session")
def store_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreEnvironment]:
    """Return the environment of a server that stores its objects there."""
    with running_store(tmp_path_factory.mktemp("store")) as environment:
        yield environment


@contextmanager
def running_store(folder: Path, tls: tuple[Path, Path] | None = None) -> Iterator[StoreEnvironment]:
    """Run a store in this folder during the block; over TLS with a certificate and its key."""
    identities = {"identities": [{"name": "app", "credentials": [_WHO], "actions": _ACTIONS}]}
    (folder / "s3.json").write_text(json.dumps(identities))
    ports = {name: free_port() for name in ("s3", "master", "volume", "filer")}
    command = [
        *(str(_WEED), "server", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={folder}", "-s3"),
        *(f"-s3.config={folder / 's3.json'}", f"-s3.port={ports['s3']}", f"-master.port={ports['master']}"),
        *(f"-volume.port={ports['volume']}", f"-filer.port={ports['filer']}", "-master.telemetry=false"),
        *("-master.volumeSizeLimitMB=128", "-volume.max=8", "-s3.port.iceberg=0", "-s3.port.lance=0"),
        *(f"-{part}.port.grpc={free_port()}" for part in ("s3", "master", "volume", "filer")),
    ]
    if tls is not None:
        command += [f"-s3.cert.file={tls[0]}", f"-s3.key.file={tls[1]}"]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as weed:
        _make_bucket(f"http://127.0.0.1:{ports['filer']}/buckets/{BUCKET}/", folder / "log")
        yield {
            "LIAISON_OBJECTS_URL": f"s3://{BUCKET}",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{ports['s3']}"
            if tls is None
            else f"https://localhost:{ports['s3']}",
            "AWS_ALLOW_HTTP": "true" if tls is None else "false",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": _WHO["accessKey"],
            "AWS_SECRET_ACCESS_KEY": _WHO["secretKey"],
        }
        weed.kill()  # it would wait for readers, and nothing of it is needed any more


def _make_bucket(place: str, log: Path) -> None:
    for _ in range(300):
        try:
            if httpx.post(place, timeout=5).is_success:
                return
        except httpx.TransportError:
            pass  # not listening yet
        time.sleep(0.1)
    raise RuntimeError(f"the store did not start:\n{log.read_text()[-4000:]}")
