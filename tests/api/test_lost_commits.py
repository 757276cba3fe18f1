"""A database that goes away, or in which others hold the same: the answer says what is known, and not more."""

from uuid import UUID

import pytest
from sqlalchemy import text

from app import connections
from app.errors import OutcomeUnknown
from tests.factories.evidence import describe, register, see
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser


async def test_a_connection_lost_at_the_commit_leaves_the_outcome_open(team: Team) -> None:
    async def change() -> None:
        async with team.context.database.writing() as session, as_superuser(team) as superuser:
            await superuser.execute(
                "select pg_terminate_backend($1)", await session.scalar(text("select pg_backend_pid()"))
            )

    with pytest.raises(OutcomeUnknown) as refused:
        await change()
    assert (refused.value.status, refused.value.code) == (503, "outcome-unknown")
    assert "Nothing was changed" not in str(refused.value)
    async with team.context.database.writing() as session:
        assert await session.scalar(text("select 1")) == 1, "the next one has a connection"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program waits a fifth of a second where it would wait ten for what others hold."""
    monkeypatch.setattr(connections, "_LOCK_TIMEOUT_MS", "200")


@pytest.mark.usefixtures("impatient")
async def test_what_others_hold_is_refused_in_words_and_done_once_it_is_free(team: Team) -> None:
    exhibit = await register(team)
    async with as_superuser(team) as superuser, superuser.transaction():
        await superuser.execute("select from evidence where id = $1 for update", UUID(exhibit["id"]))
        refused = await describe(team, "noor", exhibit, place="Store 4")
    assert read_json(refused, 503)["code"] == "busy"
    assert refused.headers["Retry-After"] == "1"
    assert read_json(await see(team, "noor", exhibit))["version"] == exhibit["version"], "nothing of it stands"
    read_json(await describe(team, "noor", exhibit, place="Store 4"))
