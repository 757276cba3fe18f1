"""A start with a state folder that does not belong to the database is refused, and says what to do."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import clock, embedded
from app.database import Database
from app.opening import open_context
from tests.factories.team import Founded
from tests.support.databases.database import TEMPLATE
from tests.support.databases.superuser import as_superuser
from tests.support.program import settings_for


@pytest.fixture
def urls(cluster: embedded.Cluster, founded: Founded) -> Iterator[embedded.Urls]:
    """A copy of the founded team's database."""
    name = f"state_{clock.new_id().hex}"
    yield cluster.create_database(name, template=founded.database)
    cluster.drop_database(name)


@pytest.fixture
def fresh(cluster: embedded.Cluster) -> Iterator[embedded.Urls]:
    """A database without a team."""
    name = f"state_{clock.new_id().hex}"
    yield cluster.create_database(name, template=TEMPLATE)
    cluster.drop_database(name)


async def start(urls: embedded.Urls, state: Path) -> None:
    async with open_context(settings_for(urls, state)):
        pass


async def forget_fingerprint(urls: embedded.Urls) -> None:
    """As a database of an earlier version."""
    async with Database(urls.app, urls.engine, pool=1) as database, as_superuser(database) as superuser:
        await superuser.execute("alter table installations disable trigger kept; delete from installations;")
        await superuser.execute("alter table installations enable always trigger kept")


async def fingerprint(urls: embedded.Urls) -> str | None:
    async with Database(urls.app, urls.engine, pool=1) as database, as_superuser(database) as superuser:
        found: str | None = await superuser.fetchval("select master_key from installations")
        return found


@pytest.mark.parametrize("upgraded", [False, True])
async def test_start_with_an_empty_state_folder_is_refused_and_makes_no_key(
    urls: embedded.Urls, tmp_path: Path, upgraded: bool
) -> None:
    if upgraded:
        await forget_fingerprint(urls)
    with pytest.raises(RuntimeError, match="holds no master key") as refused:
        await start(urls, tmp_path / "unmounted")
    for remedy in ("mount it", "backup", "new, empty database", str(tmp_path / "unmounted")):
        assert remedy in str(refused.value)
    assert not (tmp_path / "unmounted" / "keys" / "master.key").exists()


async def test_start_with_the_state_folder_of_another_database_is_refused(
    urls: embedded.Urls, fresh: embedded.Urls, founded: Founded, tmp_path: Path
) -> None:
    await start(fresh, tmp_path / "other")
    with pytest.raises(RuntimeError, match="belongs to another database"):
        await start(urls, tmp_path / "other")
    shutil.copytree(founded.state / "ledger", tmp_path / "other" / "ledger")
    with pytest.raises(RuntimeError, match="belongs to another database"):
        await start(urls, tmp_path / "other")
    shutil.copytree(founded.state, tmp_path / "own")
    await start(urls, tmp_path / "own")
    await forget_fingerprint(fresh)
    with pytest.raises(RuntimeError, match="belongs to another installation"):
        await start(fresh, tmp_path / "own")
    assert await fingerprint(fresh) is None


async def test_start_without_any_signed_head_or_team_key_is_refused(
    urls: embedded.Urls, founded: Founded, tmp_path: Path
) -> None:
    shutil.copytree(founded.state / "keys", tmp_path / "state" / "keys")
    with pytest.raises(RuntimeError, match="none of their signed heads"):
        await start(urls, tmp_path / "state")
    shutil.copytree(founded.state / "ledger", tmp_path / "state" / "ledger")
    await start(urls, tmp_path / "state")


async def test_first_start_of_an_earlier_database_records_its_key_and_no_other(
    urls: embedded.Urls, founded: Founded, tmp_path: Path
) -> None:
    recorded = await fingerprint(urls)
    assert recorded is not None
    assert (founded.state / "keys" / "master.key").read_bytes().hex() != recorded, "the key itself is not stored"
    await forget_fingerprint(urls)
    shutil.copytree(founded.state, tmp_path / "state")
    await start(urls, tmp_path / "state")
    assert await fingerprint(urls) == recorded


async def test_processes_that_start_at_once_agree_on_one_key(fresh: embedded.Urls, tmp_path: Path) -> None:
    await asyncio.gather(*(start(fresh, tmp_path / "state") for _ in range(3)))
    outcomes = await asyncio.gather(*(start(fresh, tmp_path / f"{at}") for at in range(3)), return_exceptions=True)
    assert all("holds no master key" in str(one) for one in outcomes)


async def test_processes_with_two_folders_that_start_at_once_do_not_both_start(
    fresh: embedded.Urls, tmp_path: Path
) -> None:
    outcomes = await asyncio.gather(*(start(fresh, tmp_path / f"{at}") for at in range(3)), return_exceptions=True)
    assert [isinstance(one, RuntimeError) for one in outcomes].count(True) == 2
