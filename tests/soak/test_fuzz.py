"""Every route of the API document, called with generated input: no answer is a server error.

The callers are nobody, two members, and the operator.

Schemathesis makes the requests, valid ones and invalid ones, for `LIAISON_FUZZ_SECONDS` (600) in all. It knows the ids of the
demonstration's objects, so that it comes further than to a 404. `LIAISON_FUZZ_SEED` repeats the seed that a failure names.
"""

import itertools
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
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
#: The operator's own routes. The last two of them would end its session and those of the members.
OPERATOR: Final = "operator@host.demo"
OF_THE_OPERATOR: Final = "^/api/(administration|countries|providers|instruments|directory)"
ENDS_SESSIONS_OF_OTHERS: Final = "/(disabling|session-endings)$"
_LONGEST_S: Final = 120.0
_PARAMETER: Final = re.compile(r"/\{(\w+)\}")


@contextmanager
def signed_in(server: Server, email: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}, timeout=60) as client:
        client.post("/api/sessions", json={"email": email, "password": PASSWORD}).raise_for_status()
        yield client


def ids_by_parameter(document: dict[str, Any], client: httpx.Client, jit: str) -> dict[str, list[str]]:
    """Ids of objects that exist, by the parameter that takes them.

    They are read from the collection before the parameter, or from the object that contains the collection.
    """
    found: dict[str, set[str]] = {"jit": {jit}}
    parameters = {(path[: one.start()], one[1]) for path in document["paths"] for one in _PARAMETER.finditer(path)}
    for collection, name in sorted(parameters, key=lambda one: (one[0].count("{"), one)):
        parents = [sorted(found.get(one, ()))[:5] for one in _PARAMETER.findall(collection)]
        for ids in itertools.product(*parents):
            rows = _rows(document, client, collection, ids)
            values = (row.get("code") if name == "party" else row.get("id") or row.get("code") for row in rows)
            found.setdefault(name, set()).update(one for one in values if isinstance(one, str))
    return {name: sorted(values)[:50] for name, values in found.items() if values and name != "position"}


def _rows(
    document: dict[str, Any], client: httpx.Client, collection: str, ids: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """The rows of a collection whose parameters are `ids`. None if nobody can read it."""
    container, _, key = collection.rpartition("/")
    is_listed = "get" in document["paths"].get(collection, {})
    if not is_listed and "get" not in document["paths"].get(container, {}):
        return
    values = iter(ids)
    answer = client.get(_PARAMETER.sub(lambda _: f"/{next(values)}", collection if is_listed else container))
    if not answer.is_success or not answer.headers["Content-Type"].startswith("application/json"):
        return
    read = answer.json()
    listed = read.get("items" if is_listed else key.replace("-", "_"), []) if isinstance(read, dict) else read
    if isinstance(listed, list):
        yield from (one for one in listed if isinstance(one, dict))


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
        """Call the routes for so long. Raises `AssertionError` with what Schemathesis printed, or if a route was not called."""
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
        selected, tested = (re.findall(rf"{name}: +(\d+)", done.stdout) for name in ("Selected", "Tested"))
        assert selected
        assert selected == tested, f"not every route was called: more than {seconds} s are needed"


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_routes_called_with_generated_input_answer_without_a_server_error(serve: Serve, tmp_path: Path) -> None:
    seconds = float(os.environ.get("LIAISON_FUZZ_SECONDS", "600"))
    seed = int(os.environ.get("LIAISON_FUZZ_SEED", random.SystemRandom().randrange(2**32)))
    sys.stdout.write(f"LIAISON_FUZZ_SEED={seed}\n")
    server = serve(LIAISON_DEMO="1")
    fuzz = Fuzz(server, tmp_path, seed)
    cookies: dict[str, str] = {}
    for email in (*MEMBERS, OPERATOR):
        with signed_in(server, email) as client:
            cookies[email] = client.cookies[COOKIE]
            if email == MEMBERS[0]:
                document = client.get("/api/openapi.json").json()
                (jit, *_) = (one["jit"]["id"] for one in client.get("/api/me").json()["seats"])
                ids = ids_by_parameter(document, client, jit)
            if email == OPERATOR:
                accounts = client.get("/api/administration/accounts").json()["items"]
                ids["account"] = [one["id"] for one in accounts]
                records = [
                    record
                    for kind in ("countries", "providers", "directory", "instruments")
                    for record in client.get(f"/api/{kind}").json()["items"][:10]
                ]
                ids["key"] = [one.get("key") or one["code"] for one in records]
    (tmp_path / "schemathesis.toml").write_text(configuration(ids))
    fuzz.run(0.15 * seconds)
    for email in MEMBERS:
        fuzz.run(0.3 * seconds, "--exclude-path-regex", ENDS_THE_SESSION, cookie=cookies[email])
    operating = ("--include-path-regex", OF_THE_OPERATOR, "--exclude-path-regex", ENDS_SESSIONS_OF_OTHERS)
    fuzz.run(0.15 * seconds, *operating, cookie=cookies[OPERATOR])
    for email in MEMBERS:
        fuzz.run(0.04 * seconds, "--include-path-regex", ENDS_THE_SESSION, cookie=cookies[email])
    fuzz.run(0.02 * seconds, "--include-path-regex", ENDS_SESSIONS_OF_OTHERS, cookie=cookies[OPERATOR])
