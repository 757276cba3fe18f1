"""The ledger for tests of the ledger: `bare_ledger` is that of the founded team; only the test works on it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from app import clock, embedded
from app.database import Database
from app.ledger.heads import Heads
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from tests.factories.team import Founded
from tests.support.ledgers.bare_ledger import BareLedger


@pytest.fixture
async def bare_ledger(cluster: embedded.Cluster, founded: Founded, tmp_path: Path) -> AsyncIterator[BareLedger]:
    """A copy of the founded team's database and keys."""
    name = f"ledger_{clock.new_id().hex}"
    urls = cluster.create_database(name, template=founded.database)
    for part in ("keys", "ledger"):
        shutil.copytree(founded.state / part, tmp_path / part)
    ledger = Ledger(UUID(founded.jit["id"]), founded.jit["ledger_origin"])
    async with Database(urls.app, urls.engine) as database:
        keys = LedgerKeys(tmp_path / "ledger")
        bare_ledger = BareLedger(urls, database, ledger, keys, Heads(tmp_path / "ledger", keys))
        yield bare_ledger
        for other in bare_ledger.others:
            await other.__aexit__()
    cluster.drop_database(name)
