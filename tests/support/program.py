"""Run the program for a test, on its own database and folder, called over HTTP without a socket.

The fixture `app` runs what serves requests: sequencer, publisher, hub. The worker's background jobs run only in tests
that take the fixture `worker`; other tests call the job that they need. People and teams are in
`tests/factories/team.py`.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from app import embedded
from app import worker as worker_loops
from app.api.context import AppContext
from app.main import create_app
from app.opening import running
from app.settings import Settings

ORIGIN: Final = "http://localhost:8000"


def settings_for(urls: embedded.Urls, state: Path) -> Settings:
    """As an operator would leave them, but for quick checkpoints where something happened, and none where nothing did."""
    return Settings(
        state=state, checkpoint_seconds=0.3, checkpoint_heartbeat_seconds=3600, operator_second_factor=False
    ).model_copy(
        update={
            "database_url": SecretStr(urls.app),
            "database_owner_url": SecretStr(urls.owner),
            "database_engine_url": SecretStr(urls.engine),
        }
    )


@pytest.fixture
def settings(database_urls: embedded.Urls, tmp_path: Path) -> Settings:
    """The settings of the program under test. A test that needs others overrides this fixture."""
    return settings_for(database_urls, tmp_path / "state")


@pytest.fixture
async def app(settings: Settings, request: pytest.FixtureRequest) -> AsyncIterator[FastAPI]:
    """The running program; with `team`, on a copy of the folder in which its ledger's key lies."""
    if "team" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("starting_team").state, settings.state, dirs_exist_ok=True)
    program = create_app(settings)
    async with program.router.lifespan_context(program):
        yield program


@pytest.fixture
async def worker(context: AppContext) -> AsyncIterator[None]:
    """Run the worker's background jobs beside the program: `pytest.mark.usefixtures("worker")`."""
    async with running(worker=lambda: worker_loops.run(context)):
        yield


@pytest.fixture
def context(app: FastAPI) -> AppContext:
    """Its parts, for what HTTP cannot ask."""
    found = app.state.context
    assert isinstance(found, AppContext)
    return found


def new_client(app: FastAPI, *, address: str = "127.0.0.1", origin: str | None = ORIGIN) -> httpx.AsyncClient:
    """A browser without a session: its requests come from `address`, sent by the page at `origin`."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, client=(address, 50000)),
        base_url=ORIGIN,
        headers={} if origin is None else {"Origin": origin},
    )


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without a session."""
    async with new_client(app) as browser:
        yield browser
