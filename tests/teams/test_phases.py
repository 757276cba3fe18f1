"""The trial phase: nothing new enters the team, and what is there is used; moved by an administrator, as a clause says."""

from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories import tasks
from tests.factories.copies import taken
from tests.factories.evidence import (
    announce,
    grant,
    kinds,
    open_it,
    recall,
    release,
    try_register,
    with_file,
)
from tests.factories.retention import hold
from tests.factories.sharing import consents
from tests.factories.team import PEOPLE, Team, member_form, party_form, read_json
from tests.security.routes import DISCLOSURE
from tests.support.databases.as_seat import attempt


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def move(team: Team, who: str = "admin", phase: str = "trial", version: int = 1) -> httpx.Response:
    """Move the team to a phase."""
    form = {"phase": phase, "clause": "Clause 9.2", "reason": "The operation ended with the arrests"}
    return await team.client(who).post(team.path("/phase"), json=form, headers={"If-Match": f'"{version}"'})


async def test_is_moved_by_an_administrator_and_all_hear_of_it(team: Team) -> None:
    for who in ("noor", "coordinator", "jonas", "auditor"):
        assert refused(await move(team, who)) == (403, "role-may-not"), who
    assert (await move(team, version=7)).status_code == 412
    assert refused(await move(team, phase="operational")) == (409, "phase-so-already")
    assert read_json(await move(team))["state"] == "trial"
    assert refused(await move(team, version=2)) == (409, "phase-so-already")
    assert kinds(await team.entries("hugo"))[-1] == "jit.phase_moved"
    seats = read_json(await team.client("hugo").get("/api/me"))["seats"]
    assert [one["jit"]["state"] for one in seats] == ["trial"]


async def test_nothing_new_enters(team: Team) -> None:
    exhibit = await with_file(team, release("DE"))
    read_json(await move(team))
    coordinator, admin = team.client("coordinator"), team.client("admin")
    for answer in (
        await try_register(team),
        await announce(team, "noor", exhibit),
        await coordinator.post(team.path("/tasks"), json={"title": "x", "assignee": team.code("noor")}),
        await coordinator.post(team.path("/members"), json=member_form("new@nl.test", PEOPLE["daan"])),
        await admin.post(team.path("/parties"), json=party_form("ES")),
    ):
        assert refused(answer) == (409, "trial-phase"), answer.text


async def test_reading_consents_and_disclosures_go_on(team: Team) -> None:
    exhibit = await with_file(team, release("DE"), release("FR", "readable"))
    task = await tasks.assign(team, assignee=team.code("noor"))
    read_json(await move(team))
    read_json(await open_it(team, "hugo", exhibit), 201)
    await taken(team, "lena", exhibit)
    path = team.path(f"/evidence/{exhibit['id']}/disclosures")
    read_json(await team.client("jonas").post(path, json=DISCLOSURE), 201)
    await consents.ask(team, "hugo", exhibit, level="held")
    read_json(await grant(team, "noor", exhibit, "FR", version=1))
    assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
    read_json(await hold(team, "noor", exhibit), 201)
    comment = team.path(f"/tasks/{task['id']}/comments")
    read_json(await team.client("noor").post(comment, json={"text": "Ready for the hearing"}), 201)


async def test_an_amendment_takes_the_operation_up_again(team: Team) -> None:
    read_json(await move(team))
    assert read_json(await move(team, phase="operational", version=2))["state"] == "operational"
    read_json(await try_register(team), 201)


async def test_the_database_lets_nobody_else_move_it(team: Team) -> None:
    read_json(await move(team))
    for who in ("noor", "coordinator", "jonas"):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, "update jits set state = 'operational' where id = :jit")
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "admin", "update jits set state = 'closed' where id = :jit")
