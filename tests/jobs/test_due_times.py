"""When the periodic jobs of time limits are due next, and which requests enqueue a job."""

from datetime import datetime, timedelta

from app import clock, worker
from tests.factories.evidence import register, release, with_file
from tests.factories.physical_custody import offered, thing
from tests.factories.team import Team, read_json
from tests.factories.working_sessions import begin
from tests.support.databases.superuser import as_superuser

_DAY = timedelta(days=1)


async def next_due(team: Team, kind: str) -> datetime | None:
    (job,) = [one for one in worker._jobs(team.context) if one.kind == kind]
    assert job.next_due is not None
    return await job.next_due()


async def value(team: Team, query: str) -> datetime:
    async with as_superuser(team) as superuser:
        found = await superuser.fetchval(query)
    assert isinstance(found, datetime)
    return found


async def keys(team: Team, kind: str) -> list[str]:
    async with as_superuser(team) as superuser:
        return [row["key"] for row in await superuser.fetch("select key from jobs where kind = $1", kind)]


async def test_without_time_limits_no_periodic_job_is_due_early(team: Team) -> None:
    for job in worker._jobs(team.context):
        if job.next_due is not None and job.kind not in {"refusals", "seats"}:
            assert await job.next_due() is None, job.kind
    minute = await next_due(team, "refusals")
    assert minute is not None
    assert timedelta(0) < minute - clock.now() <= timedelta(minutes=1)


async def test_release_is_due_a_minute_before_it_begins_and_when_it_ends(team: Team) -> None:
    begins = clock.now().replace(microsecond=0) + _DAY
    exhibit = await with_file(team, release("DE", not_before=clock.rfc3339(begins)))
    assert await next_due(team, "releases") == begins - timedelta(minutes=1)
    ends = begins - timedelta(hours=1)
    await with_file(team, release("DE", until=clock.rfc3339(ends)))
    assert await next_due(team, "releases") == min(ends, begins - timedelta(minutes=1))
    assert exhibit


async def test_seat_is_due_when_it_ends(team: Team) -> None:
    async with as_superuser(team) as superuser:
        await superuser.execute("update members set until = now() + interval '1 hour' where code = 'NL-03'")
    assert await next_due(team, "seats") == await value(team, "select until from members where code = 'NL-03'")


async def test_working_session_is_due_when_its_time_is_over(team: Team) -> None:
    read_json(await begin(team, "lena"), 201)
    assert await next_due(team, "working sessions") == await value(
        team,
        "select least(min(w.expires_at), min(s.expires_at)) from working_sessions w join sessions s on s.id = w.session",
    )


async def test_handover_is_due_when_its_answer_is_overdue(team: Team) -> None:
    await offered(team, "noor", await thing(team), "daan")
    assert await next_due(team, "hand-overs") == await value(team, "select due_at from handovers")


async def test_request_of_an_export_enqueues_its_making(team: Team) -> None:
    exhibit = await register(team)
    form = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    assert await keys(team, "exports") == []
    for _ in range(2):
        read_json(await team.client("noor").post(team.path("/exports"), json=form), 202)
    assert await keys(team, "exports") == [team.seats["noor"]["id"]]


async def test_sign_out_enqueues_the_end_of_working_sessions(team: Team) -> None:
    read_json(await begin(team, "lena"), 201)
    assert (await team.client("lena").delete("/api/sessions/current")).status_code == 204
    async with as_superuser(team) as superuser:
        session = await superuser.fetchval("select session::text from working_sessions")
    assert await keys(team, "working sessions") == [session]
