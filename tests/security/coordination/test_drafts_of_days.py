"""Class 7 for drafts of action days: only coordinators and the drafting party read them, in SQL too."""

from typing import Any

from tests.factories.operations import change, drafted, report, see
from tests.factories.outcomes import approve, debrief, write
from tests.factories.team import Team, read_json
from tests.support.databases.probes import BY_POLICY, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser

LINE = "insert into operation_reports select gen_random_uuid(), jit, id, :party, :seat, gen_random_uuid(), 'incident', 'x', {}, now(), now() from operations"
DEBRIEF = "insert into debriefs select id, :party, jit, 'x', :seat, now(), 1 from operations"
APPROVAL = "insert into media_approvals select operation, :party, version, jit, :seat, now() from media_lines"
#: Row-level security admits the row; only its entry is missing.
ADMITTED = Refused("stands in its ledger")


async def draft_of_noor(team: Team) -> dict[str, Any]:
    """A draft of the Netherlands, in which Germany is to take part, and which a German leader sees because he coordinates."""
    async with as_superuser(team) as superuser:
        await superuser.execute("update members set roles = '{leader,coordinator}' where code = $1", team.code("jonas"))
    day = await drafted(team, "noor")
    read_json(await write(team, "noor", day, 0))
    assert read_json(await see(team, "jonas", day))["state"] == "draft"
    return day


async def test_a_draft_of_another_party_takes_no_report_debrief_or_approval(team: Team) -> None:
    """Once the day is planned, each party speaks for itself."""
    day = await draft_of_noor(team)
    told = Probe("jonas", "select 1 from operations", 1)
    await run_probes(
        team,
        [
            told,
            Probe("jonas", LINE.format("false"), BY_POLICY),
            Probe("jonas", LINE.format("true"), ADMITTED),  # those hear it who know of the draft
            Probe("noor", LINE.format("true"), ADMITTED),
            Probe("noor", LINE.format("false"), ADMITTED),
            *(Probe("jonas", statement, BY_POLICY) for statement in (DEBRIEF, APPROVAL)),
            *(Probe("noor", statement, ADMITTED) for statement in (DEBRIEF, APPROVAL)),
        ],
    )
    assert (await debrief(team, "jonas", day, "x")).json()["code"] == "not-taking-part"
    assert (await approve(team, "jonas", day)).json()["code"] == "not-taking-part"
    read_json(await change(team, "noor", day, state="planned"))
    planned = [Probe("jonas", statement, ADMITTED) for statement in (LINE.format("false"), DEBRIEF, APPROVAL)]
    await run_probes(team, [told, *planned])
    read_json(await report(team, "jonas", day, shared=False), 201)
    read_json(await debrief(team, "jonas", day, "x"))
    read_json(await debrief(team, "jonas", day, "y", 1))
    read_json(await approve(team, "jonas", day))
