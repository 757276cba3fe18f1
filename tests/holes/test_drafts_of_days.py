"""Class 7 over drafts of action days: who coordinates reads the drafts of all, and tells its own party nothing of them, in SQL neither."""

from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.aftermath import approve, debrief, write
from tests.factories.operations import change, drafted, report, see
from tests.factories.team import Team, said
from tests.support.as_seat import attempt
from tests.support.mighty import as_superuser

LINE = "insert into operation_reports select gen_random_uuid(), jit, id, :party, :seat, gen_random_uuid(), 'incident', 'x', {}, now(), now() from operations"
DEBRIEF = "insert into debriefs select id, :party, jit, 'x', :seat, now(), 1 from operations"
APPROVAL = "insert into media_approvals select operation, :party, version, jit, :seat, now() from media_lines"
#: Nothing but the entry lacks: row-level security lets it be.
ADMITTED = "stands in its ledger"
REFUSED = "row-level security"


async def draft_of_noor(team: Team) -> dict[str, Any]:
    """A draft of the Netherlands, in which Germany is to take part, and which a German leader sees because he coordinates."""
    async with as_superuser(team) as mighty:
        await mighty.execute("update members set roles = '{leader,coordinator}' where code = $1", team.code("jonas"))
    day = await drafted(team, "noor")
    said(await write(team, "noor", day, 0))
    assert said(await see(team, "jonas", day))["state"] == "draft"
    return day


async def tried(team: Team, who: str, statement: str) -> str:
    """What speaks against a statement of this seat."""
    with pytest.raises(DBAPIError) as caught:
        await attempt(team, who, statement)
    return next(one for one in (ADMITTED, REFUSED) if one in str(caught.value))


class TestOfAnotherParty:
    async def test_nothing_is_reported_to_those_who_were_not_told(self, team: Team) -> None:
        await draft_of_noor(team)
        assert await tried(team, "jonas", LINE.format("false")) == REFUSED
        assert await tried(team, "jonas", LINE.format("true")) == ADMITTED  # those hear it who know of the draft
        for shared in ("true", "false"):
            assert await tried(team, "noor", LINE.format(shared)) == ADMITTED

    async def test_no_debrief_is_said_and_no_line_approved(self, team: Team) -> None:
        day = await draft_of_noor(team)
        for statement in (DEBRIEF, APPROVAL):
            assert await tried(team, "jonas", statement) == REFUSED
            assert await tried(team, "noor", statement) == ADMITTED
        assert (await debrief(team, "jonas", day, "x")).json()["code"] == "not-taking-part"
        assert (await approve(team, "jonas", day)).json()["code"] == "not-taking-part"

    async def test_once_it_is_told_each_party_speaks_for_itself(self, team: Team) -> None:
        day = await draft_of_noor(team)
        said(await change(team, "noor", day, state="planned"))
        for statement in (LINE.format("false"), DEBRIEF, APPROVAL):
            assert await tried(team, "jonas", statement) == ADMITTED
        said(await report(team, "jonas", day, shared=False), 201)
        said(await debrief(team, "jonas", day, "x"))
        said(await debrief(team, "jonas", day, "y", 1))
        said(await approve(team, "jonas", day))
