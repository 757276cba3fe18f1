"""A team is not closed on a decision that awaits a party's signature: told to who may read it, held in the database against all."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from tests.coordination.test_signing_ends import GONE
from tests.ending.test_closing import refused
from tests.factories import messages, signing
from tests.factories.closings import agreed_by_all, close, shown
from tests.factories.signing import Office
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

pytestmark = pytest.mark.usefixtures("berlin")


@pytest.fixture
async def berlin(team: Team, tmp_path: Path) -> Office:
    """Germany signs every decision that it takes part in."""
    office = Office(tmp_path / "de")
    await signing.name(team, "jonas", office)
    read_json(await signing.demand(team, "jonas", "all"))
    return office


async def waiting(team: Team) -> dict[str, Any]:
    """What waits, as four of the team read it."""
    return {who: (await shown(team, who))["waits"] for who in ("noor", "lena", "hugo", "mara")}


NOBODY: dict[str, Any] = {who: [] for who in ("noor", "lena", "hugo", "mara")}


async def test_it_stops_the_end_until_it_is_signed(team: Team, berlin: Office) -> None:
    elsewhere = await messages.open_channel(team, "claire", name="Paris and Berlin")
    first = await messages.decide(team, "claire", elsewhere, "3 June.")
    second = await messages.decide(team, "noor", await messages.everybody(team), "4 June.")
    await agreed_by_all(team)
    assert await waiting(team) == {
        "noor": [{"what": "signatures", "many": 1}],
        "lena": [{"what": "signatures", "many": 2}],
        "hugo": [{"what": "signatures", "many": 2}],
        "mara": [],
    }
    assert refused(await close(team)) == (409, "something-waits")
    await signing.sign(team, "lena", second, berlin)
    answer = await close(team)  # of a channel that its asker is not of: it stops the end too, and is not told
    assert (refused(answer), answer.json()["waits"]) == ((409, "something-waits"), {})
    with pytest.raises(DBAPIError, match="something waits that must not be cut off"):
        await attempt(team, "admin", "select close_team(id) from closings")
    assert (await shown(team))["state"] == "trial"
    await signing.sign(team, "lena", first, berlin)
    assert await waiting(team) == NOBODY
    assert read_json(await close(team))["state"] == "closed"


async def test_put_right_or_erased_it_waits_for_nobody(team: Team) -> None:
    channel = await messages.open_channel(team)
    former = await messages.decide(team, "noor", channel, "3 June.")
    now = await messages.decide(team, "noor", channel, "4 June.", corrects=former["id"])
    await agreed_by_all(team)
    assert (await waiting(team))["noor"] == [{"what": "signatures", "many": 1}]
    async with as_superuser(team) as superuser:
        await superuser.execute(GONE, UUID(now["id"]))
    assert await waiting(team) == NOBODY
    read_json(await close(team))


@pytest.mark.parametrize(
    "gone",
    [
        "update members set roles = '{member}' where code = 'DE-01'",
        "update parties set status = 'left' where code = 'DE'",
    ],
)
async def test_nor_for_a_party_that_left_or_that_nobody_leads(team: Team, gone: str) -> None:
    """Nobody would ever sign: the team would have no end."""
    await messages.decide(team, "noor", await messages.open_channel(team))
    await agreed_by_all(team)
    assert refused(await close(team)) == (409, "something-waits")
    async with as_superuser(team) as superuser:
        await superuser.execute(gone)
    assert (await shown(team, "noor"))["waits"] == []
    read_json(await close(team))
