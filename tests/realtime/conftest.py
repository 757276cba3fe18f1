"""The live channel is heard on a port: a program behind a real server, whose ledger is signed when the test says so."""

from pathlib import Path

import pytest

from app import embedded
from app.settings import Settings
from tests.support.server import settings_on_wire


@pytest.fixture
def changes() -> dict[str, object]:
    """What a module's tests set differently."""
    return {}


@pytest.fixture
def settings(database_urls: embedded.Urls, tmp_path: Path, changes: dict[str, object]) -> Settings:
    """As everywhere, on a port of its own; no checkpoint but the first comes by itself, and no ping."""
    quiet = {"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0, "socket_ping_seconds": 300.0}
    return settings_on_wire(database_urls, tmp_path / "state", **quiet | changes)
