"""Reports of wrong values: an operator reads them without the reporter, who alone reads the answer."""

from collections.abc import AsyncIterator
from typing import Any, Final

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.database import Requester
from app.services.accounts import throttles
from tests.factories import reference
from tests.factories.reference import ADMIN, REPORT
from tests.factories.team import Team, read_json

MINE: Final = "/api/reference/reports"
ALL: Final = f"{ADMIN}/reports"
ANSWER: Final = {"answer": "The card is corrected."}


@pytest.fixture
async def operator(team: Team) -> AsyncIterator[httpx.AsyncClient]:
    async with await reference.operator_of(team) as browser:
        yield browser


async def listed(client: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
    return list(read_json(await client.get(path))["items"])


async def test_operator_learns_no_reporter_and_only_the_reporter_reads_the_answer(
    team: Team, operator: httpx.AsyncClient
) -> None:
    sent = await team.client("noor").post(MINE, json=REPORT)
    made = read_json(sent, 201)
    assert {name: made[name] for name in REPORT} == REPORT
    read = await operator.get(ALL)
    assert read.json()["items"] == [made]
    people = [*team.accounts.values(), *(seat["id"] for seat in team.seats.values()), team.jit["id"]]
    assert not [one for one in map(str, people) if one in read.text]
    for name in ("daan", "admin", "stranger"):
        assert await listed(team.client(name), MINE) == []
        assert (await team.client(name).get(ALL)).status_code == 403
        refused = await team.client(name).post(f"{ALL}/{made['id']}/settlement", json=ANSWER)
        assert refused.status_code == 403
    settled = read_json(await operator.post(f"{ALL}/{made['id']}/settlement", json=ANSWER))
    again = await operator.post(f"{ALL}/{made['id']}/settlement", json={"answer": "Another answer."})
    assert (again.status_code, again.json()["code"]) == (409, "settled-already")
    assert await listed(team.client("noor"), MINE) == [settled]
    assert settled["answer"] == ANSWER["answer"]
    assert await listed(operator, ALL) == []
    assert await listed(operator, f"{ALL}?settled=true") == [settled]
    assert await listed(operator, MINE) == []
    (act,) = read_json(await operator.get("/api/administration/acts"))["items"]
    assert (act["act"], act["subject"]) == ("reference.report_settled", "NL")
    assert (await operator.post(f"{ALL}/{team.accounts['noor']}/settlement", json=ANSWER)).status_code == 404


async def test_database_hides_the_reporter_and_the_reports_of_others(team: Team, operator: httpx.AsyncClient) -> None:
    read_json(await team.client("noor").post(MINE, json=REPORT), 201)
    me = Requester(account=read_json(await operator.get("/api/me"))["account"]["id"])
    daan = Requester(account=team.accounts["daan"])
    for who, count in ((daan, 0), (me, 1), (Requester(account=team.accounts["noor"]), 1)):
        async with team.context.database.reading(who) as session:
            found = await session.execute(text("select count(id) from reference_reports"))
            assert found.scalar_one() == count
    for query in ("select reporter from reference_reports", "select settled_by from reference_reports"):
        with pytest.raises(DBAPIError, match="permission denied"):
            async with team.context.database.reading(me) as session:
                await session.execute(text(query))
    forged = (
        "insert into reference_reports (id, reporter, kind, key, field, wrong, source, reported_at)"
        " values (gen_random_uuid(), cast(:other as uuid), 'countries', 'NL', 'zone', 'x', 'x', now())"
    )
    with pytest.raises(DBAPIError, match="row-level security"):
        async with team.context.database.writing(daan) as session:
            await session.execute(text(forged), {"other": team.accounts["noor"]})


@pytest.mark.parametrize(
    ("wrong", "status", "named"),
    [
        ({"field": "capital"}, 422, "field"),
        ({"field": "name.en"}, 422, "field"),
        ({"wrong": " "}, 422, "wrong"),
        ({"wrong": "a" * 4001}, 422, "wrong"),
        ({"source": None}, 422, "source"),
        ({"kind": "forms"}, 422, "kind"),
        ({"jit": "x"}, 422, "jit"),
        ({"key": "ZZ"}, 404, None),
    ],
)
async def test_report_that_names_no_value_is_refused(
    team: Team, wrong: dict[str, Any], status: int, named: Any
) -> None:
    refused = await team.client("daan").post(MINE, json=REPORT | wrong)
    assert refused.status_code == status
    assert named is None or refused.json()["errors"][0]["field"] == named
    assert await listed(team.client("daan"), MINE) == []


async def test_reports_of_an_account_are_limited_and_listed_in_pages(team: Team) -> None:
    for _ in range(throttles.OF_REPORTS):
        read_json(await team.client("daan").post(MINE, json=REPORT), 201)
    refused = await team.client("daan").post(MINE, json=REPORT)
    assert (refused.status_code, int(refused.headers["Retry-After"]) > 0) == (429, True)
    read_json(await team.client("noor").post(MINE, json=REPORT), 201)
    first = read_json(await team.client("daan").get(f"{MINE}?limit=6"))
    rest = read_json(await team.client("daan").get(f"{MINE}?limit=6&cursor={first['next']}"))
    found = [one["id"] for one in (*first["items"], *rest["items"])]
    assert (found, rest["next"]) == (sorted(set(found), reverse=True), None)
    assert len(found) == throttles.OF_REPORTS
