"""The bundled PostgreSQL is killed alone: requests are told, the log stays short, and the server is started again."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
import structlog
from fastapi import FastAPI

from app import clock, database, embedded, log
from app.main import create_app
from tests.support.program import new_client, settings_for
from tests.support.waiting import until

#: A commit reaches the operating system before it is acknowledged, and so survives the kill.
QUICK = {"fsync": "off", "full_page_writes": "off"}
REQUESTS = ("/api/me", "/api/sessions", "/api/jits", "/api/health/ready")


@pytest.fixture
def bundled(tmp_path: Path) -> Iterator[embedded.Cluster]:
    """A PostgreSQL of this test alone."""
    with embedded.start(tmp_path / "pg", settings=QUICK) as cluster:
        database.migrate(cluster.urls.owner)
        yield cluster


@pytest.fixture
async def away(bundled: embedded.Cluster, tmp_path: Path) -> AsyncIterator[FastAPI]:
    """The program on that PostgreSQL, which has just been killed."""
    program = create_app(settings_for(bundled.urls, tmp_path / "state"))
    async with program.router.lifespan_context(program):
        async with signed(program) as client:
            assert (await client.get("/api/health/ready")).status_code == 200
            os.kill(bundled.pid, signal.SIGKILL)

            async def is_away() -> bool:  # sessions of the killed server answer until they notice
                return (await client.get("/api/health/ready")).status_code == 503

            with structlog.testing.capture_logs():
                await until(is_away, within=60)
        yield program


def signed(program: FastAPI) -> httpx.AsyncClient:
    """A browser that shows a session, so that each request asks the database."""
    client = new_client(program)
    client.headers["Cookie"] = "liaison_session=of-somebody"
    return client


async def test_requests_without_a_database_get_503_and_the_log_stays_short(
    away: FastAPI, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("json")
    log._condenser._last = float("-inf")  # nothing was written yet
    capsys.readouterr()
    began = clock.monotonic()
    try:
        async with signed(away) as client:
            for _ in range(50):
                answers = await asyncio.gather(*(client.get(path) for path in REQUESTS))
                for answer in answers:
                    assert answer.status_code == 503, answer.text
                    assert answer.headers["Content-Type"] == "application/problem+json"
                me, *_, ready = answers
                assert (me.json()["code"], me.headers["Retry-After"]) == ("database-away", "5")
                assert (ready.json()["code"], ready.headers["Retry-After"]) == ("not-ready", "5")
            entered = await client.post("/api/sessions", json={"email": "noor@nl.test", "password": "lantern"})
            assert (entered.status_code, entered.json()["code"]) == (503, "database-away")
    finally:
        log.configure("console")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert lines, "the operator is told"
    assert len(lines) <= clock.monotonic() - began + 2, lines
    assert {line["event"] for line in lines} == {"the database does not answer"}
    assert all("exception" not in line for line in lines)


async def test_killed_postgresql_is_started_again_with_its_rows(away: FastAPI, bundled: embedded.Cluster) -> None:
    killed = bundled.pid
    with structlog.testing.capture_logs():
        keeping = asyncio.create_task(bundled.keep())
        async with signed(away) as client:

            async def is_ready() -> bool:
                return (await client.get("/api/health/ready")).status_code == 200

            await until(is_ready, within=60)
            assert (await client.get("/api/me")).status_code == 401, "the tables are there"
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
    assert bundled.pid != killed
