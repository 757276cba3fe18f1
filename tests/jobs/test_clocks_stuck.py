"""What the clock cannot end holds up nothing else that is due: an upload, a seat, a working session, a hand-over, a leaving,
an exhibit of a party that left, an alert, a digest, the refusals of a minute.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import ModuleType
from typing import Any

import pytest
import structlog
from sqlalchemy import TextClause, text

from app import clock
from app.services import due_items
from app.services.audit import refusals
from app.services.custody import handover_jobs, working_sessions
from app.services.ending import leaving_jobs
from app.services.evidence import silent_uploads
from app.services.notifications import alerts, digests
from app.services.teams import member_changes
from app.vault.locks import Hold
from app.vault.vault import Vault
from tests.evidence.test_uploads import silence
from tests.factories.evidence import announced, open_it, register, release, take_it, with_file
from tests.factories.leaving import agree, come, declare
from tests.factories.physical_custody import offered, thing
from tests.factories.team import Team, read_json
from tests.factories.working_sessions import begin
from tests.support.databases.superuser import as_superuser

_IN_TWO_DAYS = clock.now() + timedelta(days=2)
_TURNS: dict[str, Callable[..., Awaitable[int]]] = {
    "upload": silent_uploads.end_silent,
    "seat": member_changes.end_due,
    "working_session": working_sessions.end_due,
    "handover": handover_jobs.alarm_due,
    "leaving": leaving_jobs.turn,
    "exhibit": leaving_jobs.turn,
    "alert": alerts.find_owners,
    "digest": lambda database: digests.make_due(database, _IN_TWO_DAYS),
    "refusals": lambda database: refusals.enter_due(database, _IN_TWO_DAYS),
}


async def turn(team: Team, what: str, *more: Any) -> tuple[int, list[str]]:
    """How many ended, and of which it was said that they did not."""
    with structlog.testing.capture_logs() as logs:
        ended = await _TURNS[what](team.context.database, *more)
    return ended, [one[what] for one in logs if one["log_level"] == "error" and what in one]


async def test_an_upload_that_cannot_be_discarded(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    exhibit = await register(team)
    paths = [await announced(team, "noor", exhibit) for _ in range(4)]
    for path in paths:
        await silence(team, path)
    *stuck, last = sorted(path[-36:] for path in paths)
    discard = Vault.discard

    async def fails(vault: Vault, hold: Hold) -> None:
        if str(hold.place.file) in stuck:
            raise OSError(5, "Input/output error")
        await discard(vault, hold)

    monkeypatch.setattr(Vault, "discard", fails)
    monkeypatch.setattr(due_items, "PAGE", 2)
    assert await turn(team, "upload", team.context.vault) == (1, stuck)
    async with team.context.database.engine() as session:
        over = await session.scalars(text("select id::text from files where state = 'discarded'"))
        assert list(over) == [last]


async def seats_over(team: Team) -> list[str]:
    async with as_superuser(team) as superuser:
        await superuser.execute("update members set until = now() where code in ('NL-03', 'NL-04', 'FR-02')")
    return [team.seats[who]["id"] for who in ("bram", "daan", "hugo")]


async def sessions_over(team: Team) -> list[str]:
    begun = [read_json(await begin(team, who), 201)["id"] for who in ("noor", "lena", "claire")]
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update working_sessions set begun_at = begun_at - interval '9 hours', expires_at = expires_at - interval '9 hours'"
        )
    return begun


async def handovers_over(team: Team) -> list[str]:
    made = [(await offered(team, "noor", await thing(team), "daan"))["id"] for _ in range(3)]
    async with as_superuser(team) as superuser:
        await superuser.execute("update handovers set due_at = now()")
    return made


async def leavings_over(team: Team) -> list[str]:
    read_json(await agree(team), 201)
    for who, code in (("jonas", "DE"), ("claire", "FR"), ("mara", "CH")):
        read_json(await declare(team, who, code), 201)
        await come(team, code)
    async with as_superuser(team) as superuser:
        return [str(row["id"]) for row in await superuser.fetch("select id from leavings")]


async def alerts_without_owner(team: Team) -> list[str]:
    for _ in range(3):
        read_json(await open_it(team, "lena", await with_file(team, release("DE"))), 201)
    async with as_superuser(team) as superuser:
        await superuser.execute("update members set state = 'suspended' where code = $1", team.code("noor"))
        return [str(row["id"]) for row in await superuser.fetch("select id from alerts")]


async def due(team: Team, query: TextClause, **binds: object) -> list[str]:
    async with team.context.database.engine() as session:
        return [row.id for row in await session.execute(query, {**binds, "after": None, "most": 1000})]


async def days_over(team: Team) -> list[str]:
    return await due(team, digests._DUE, now=_IN_TWO_DAYS)


async def minutes_over(team: Team) -> list[str]:
    exhibit = await with_file(team, release("DE", level="readable"), release("FR", level="readable"))
    for who in ("lena", "jonas", "claire"):
        assert (await take_it(team, who, exhibit)).status_code == 403
    return await due(team, refusals._DUE, over=_IN_TWO_DAYS)


async def exhibits_left(team: Team) -> list[str]:
    read_json(await agree(team, contributed="withdraw"), 201)
    left = [(await register(team, "jonas"))["id"] for _ in range(3)]
    read_json(await declare(team, "jonas", "DE"), 201)
    await come(team, "DE")
    await leaving_jobs.turn(team.context.database)
    return left


@pytest.mark.parametrize(
    ("what", "module", "does", "over"),
    [
        ("seat", member_changes, "_end_one", seats_over),
        ("working_session", working_sessions, "_end_overdue", sessions_over),
        ("handover", handover_jobs, "_alarm", handovers_over),
        ("leaving", leaving_jobs, "_begin", leavings_over),
        ("alert", alerts, "_pass_on", alerts_without_owner),
        ("digest", digests, "_make", days_over),
        ("refusals", refusals, "_enter", minutes_over),
        ("exhibit", leaving_jobs, "_leave_one", exhibits_left),
    ],
)
async def test_nor_does_one_of_the_other_clocks(
    team: Team,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    module: ModuleType,
    does: str,
    over: Callable[[Team], Awaitable[list[str]]],
) -> None:
    due = sorted(await over(team))
    real = getattr(module, does)

    async def fails(*given: Any) -> int:
        if str(given[-1].id) == due[0]:
            raise RuntimeError("not this one")
        return int(await real(*given))

    with monkeypatch.context() as broken:
        broken.setattr(module, does, fails)
        broken.setattr(due_items, "PAGE", 1)
        assert await turn(team, what) == (len(due) - 1, due[:1])
    assert await turn(team, what) == (1, [])
