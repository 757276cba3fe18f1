"""How words end: a decision's with the ledger's field, talk's by the clock, also in a team that is closed."""

import pytest
from sqlalchemy.exc import DBAPIError

from app.errors import TeamClosed
from app.services.coordination import chat_expiry
from tests.factories import messages
from tests.factories.closings import closed
from tests.factories.field_erasures import entry, erase, erased
from tests.factories.messages import seen
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


async def test_words_that_are_erased_from_the_ledger_are_gone_from_the_channel(team: Team) -> None:
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "daan", channel, "The bookkeeper is heard on Monday.")
    read_json(await messages.translate(team, "amir", decision, "Der Buchhalter wird am Montag vernommen."), 201)
    recorded, translated = [await entry(team, "noor", f"decision.{one}") for one in ("recorded", "translated")]
    read_json(await erase(team, "noor", recorded["position"], "text"), 202)
    await erased(team, "noor", recorded["position"])
    there = await seen(team, "lena", decision)
    assert (there["text"], there["position"]) == (None, recorded["position"])
    assert there["translations"][0]["text"] == "Der Buchhalter wird am Montag vernommen.", "an entry of its own"
    read_json(await erase(team, "noor", translated["position"], "text"), 202)
    await erased(team, "noor", translated["position"])
    assert (await seen(team, "lena", decision))["translations"][0]["text"] is None
    assert await messages.found(team, "lena", "bookkeeper") == []
    mended = await messages.decide(team, "daan", channel, "A witness is heard on Monday.", corrects=decision["id"])
    assert (await seen(team, "lena", decision))["corrected_by"] == mended["id"]


async def test_in_a_closed_team_nothing_more_is_said_and_talk_still_ends(team: Team) -> None:
    """Past the doors too; and what was said is read for as long as it is kept."""
    channel = await messages.open_channel(team)
    talk = await messages.say(team, "lena", channel)
    decision = await messages.decide(team, "lena", channel)
    await closed(team)
    for answer in (
        await messages.try_say(team, "lena", channel),
        await messages.try_decide(team, "lena", channel),
        await messages.correct(team, "lena", talk, "Otherwise."),
        await messages.try_open(team),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "team-closed")
    with pytest.raises((DBAPIError, TeamClosed), match="closed"):
        await attempt(team, "lena", "update messages set text = 'x' where kind = 'talk'")
    assert await messages.texts(team, "noor", channel) == [talk["text"], decision["text"]]
    async with as_superuser(team) as superuser:
        await superuser.execute("set session_replication_role = replica")
        await superuser.execute("alter table messages disable trigger closed_update")
        await superuser.execute("update messages set at = at - interval '31 days' where kind = 'talk'")
        await superuser.execute("alter table messages enable always trigger closed_update")
    await chat_expiry.erase_due(team.context.database)
    async with as_superuser(team) as superuser:
        assert await superuser.fetchval("select count(*) from messages where kind = 'talk'") == 0
    assert await messages.texts(team, "noor", channel) == [decision["text"]]
