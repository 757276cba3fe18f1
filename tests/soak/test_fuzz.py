"""Every route of the API document, called with generated input by nobody and by two members: no answer is a server error.

Schemathesis makes the requests, valid ones and invalid ones, for `LIAISON_FUZZ_SECONDS` (600) in all. It knows the ids of the
demonstration's objects, so that it comes further than to a 404. `LIAISON_FUZZ_SEED` repeats the seed that a failure names.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from app.api.guards import COOKIE
from tests.support.server import Serve, Server

PASSWORD: Final = "lantern"
#: A leader and a contributor of two countries.
MEMBERS: Final = ("noor@nl.demo", "lena@de.demo")
#: What ends the member's own session is called last.
ENDS_THE_SESSION: Final = "^/api/sessions"
_LONGEST_S: Final = 120.0


@contextmanager
def signed_in(server: Server, email: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}, timeout=60) as client:
        client.post("/api/sessions", json={"email": email, "password": PASSWORD}).raise_for_status()
        yield client


def ids_by_parameter(document: dict[str, Any], client: httpx.Client, jit: str) -> dict[str, list[str]]:
    """Ids of objects that exist, by the parameter that takes them: those that the collection before it lists."""
    found: dict[str, set[str]] = {"jit": {jit}}
    for path in document["paths"]:
        collection, _, rest = path.partition("/{jit}")[2].partition("/{")
        name = rest.partition("}")[0]
        listing = path[: path.index("/{jit}")] + "/{jit}" + collection if "/{jit}" in path else ""
        if name and "get" in document["paths"].get(listing, {}):
            answer = client.get(listing.replace("{jit}", jit))
            listed = answer.json() if answer.is_success else {}
            items = listed.get("items", []) if isinstance(listed, dict) else listed
            ids = (one.get("code" if name == "party" else "id") for one in items)
            found.setdefault(name, set()).update(one for one in ids if isinstance(one, str))
    del found["position"]  # a number
    return {name: sorted(values)[:50] for name, values in found.items() if values}


def configuration(ids: dict[str, list[str]]) -> str:
    """A `schemathesis.toml`: ids are tried nine times of ten in paths, and now and then elsewhere."""
    every = sorted({one for values in ids.values() for one in values})
    lines = [
        f"[dictionaries.{name}]\nvalues = {json.dumps(values)}" for name, values in (ids | {"every": every}).items()
    ]
    lines += ['[generation.dictionaries]\nstring = { dictionary = "every", probability = 0.1 }', "[parameters]"]
    lines += [f'"path.{name}" = {{ dictionary = "{name}", probability = 0.9 }}' for name in ids]
    return "\n".join(lines) + "\n"


class Fuzz:
    """Schemathesis against one server."""

    def __init__(self, server: Server, folder: Path, seed: int) -> None:
        self.server, self.folder, self.seed = server, folder, seed

    def run(self, seconds: float, *more: str, cookie: str | None = None) -> None:
        """Call the routes for so long. Raises `AssertionError` with what Schemathesis printed."""
        command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(self.folder / "schemathesis.toml")]
        command += [
            "--no-color",
            "run",
            "--warnings",
            "off",
            f"{self.server.url}/api/openapi.json",
            "--url",
            self.server.url,
        ]
        command += ["--checks", "not_a_server_error", "--mode", "all", "--seed", str(self.seed)]
        command += ["--phases", "coverage,fuzzing", "--max-time", str(max(1, int(seconds))), "--continue-on-failure"]
        command += [
            "--request-timeout",
            str(_LONGEST_S),
            "--suppress-health-check",
            "all",
            "--header",
            f"Origin:{self.server.url}",
        ]
        if cookie is not None:
            command += ["--header", f"Cookie:{COOKIE}={cookie}"]
        done = subprocess.run(
            [*command, *more], cwd=self.folder, capture_output=True, text=True, timeout=seconds + 600, check=False
        )
        sys.stdout.write(done.stdout[-3000:])
        assert done.returncode == 0, f"LIAISON_FUZZ_SEED={self.seed} repeats it:\n{done.stdout[-20_000:]}{done.stderr}"


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_routes_called_with_generated_input_answer_without_a_server_error(serve: Serve, tmp_path: Path) -> None:
    seconds = float(os.environ.get("LIAISON_FUZZ_SECONDS", "600"))
    seed = int(os.environ.get("LIAISON_FUZZ_SEED", random.SystemRandom().randrange(2**32)))
    sys.stdout.write(f"LIAISON_FUZZ_SEED={seed}\n")
    server = serve(LIAISON_DEMO="1")
    fuzz = Fuzz(server, tmp_path, seed)
    cookies: list[str] = []
    for email in MEMBERS:
        with signed_in(server, email) as client:
            document = client.get("/api/openapi.json").json()
            (jit, *_) = (one["jit"]["id"] for one in client.get("/api/me").json()["seats"])
            if not cookies:
                (tmp_path / "schemathesis.toml").write_text(configuration(ids_by_parameter(document, client, jit)))
            cookies.append(client.cookies[COOKIE])
    fuzz.run(0.2 * seconds)
    for cookie in cookies:
        fuzz.run(0.35 * seconds, "--exclude-path-regex", ENDS_THE_SESSION, cookie=cookie)
    for cookie in cookies:
        fuzz.run(0.05 * seconds, "--include-path-regex", ENDS_THE_SESSION, cookie=cookie)
