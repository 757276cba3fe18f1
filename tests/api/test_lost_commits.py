"""A database that goes away in the middle: the answer says what is known, and not more."""

import pytest
from sqlalchemy import text

from app.errors import OutcomeUnknown
from tests.factories.team import Team
from tests.support.mighty import as_superuser


async def test_a_connection_lost_at_the_commit_leaves_the_outcome_open(team: Team) -> None:
    async def change() -> None:
        async with team.house.database.writing() as session, as_superuser(team) as mighty:
            await mighty.execute(
                "select pg_terminate_backend($1)", await session.scalar(text("select pg_backend_pid()"))
            )

    with pytest.raises(OutcomeUnknown) as refused:
        await change()
    assert (refused.value.status, refused.value.code) == (503, "outcome-unknown")
    assert "Nothing was changed" not in str(refused.value)
    async with team.house.database.writing() as session:
        assert await session.scalar(text("select 1")) == 1, "the next one has a connection"
