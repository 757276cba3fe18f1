"""The technical access log: every request to a team, read by auditors, kept for three years."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from websockets.exceptions import InvalidStatus

from app import clock, embedded
from app.services.audit import access_log as service
from app.services.audit.access_log import AccessLog, Line
from app.settings import Settings
from tests.factories import evidence
from tests.factories.evidence import place, register, release, with_file
from tests.factories.team import Team, read_json
from tests.rules.test_database import connected
from tests.support.databases.superuser import as_superuser
from tests.support.live_channel import listen
from tests.support.server import settings_on_wire

LOG = "/access-log"


async def lines(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    """The log as an auditor reads it once it is written, newest first."""
    await team.context.access_log.write(team.context.database)
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"{LOG}?limit=200{query}")))["items"]
    founding = ("/members", "/confirmation")  # lines of before the test
    return [
        one
        for one in items
        if not one["route"].endswith(LOG) and not (one["method"] == "POST" and one["route"].endswith(founding))
    ]


async def test_says_who_asked_for_what_and_how_it_was_answered(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    answer = await team.client("lena").get(place(team, exhibit))
    (line,) = await lines(team, "auditor")
    session = read_json(await team.client("lena").get("/api/sessions"))["items"][0]["id"]
    assert line.pop("at") > exhibit["registered_at"]
    assert line == {
        "id": answer.headers["X-Request-Id"],
        "seat": team.code("lena"),
        "party": "DE",
        "account": str(team.accounts["lena"]),
        "session": session,
        "method": "GET",
        "route": "/api/jits/{jit}/evidence/{evidence}",
        "ids": {"evidence": exhibit["id"]},
        "outcome": 200,
        "address": "127.0.0.1",
    }


async def test_a_look_at_all_ones_teams_is_a_line_in_each(team: Team) -> None:
    read_json(await team.client("lena").get("/api/me/teams"))
    (line,) = await lines(team, "auditor")
    assert (line["route"], line["seat"], line["ids"]) == ("/api/me/teams", team.code("lena"), {})
    read_json(await team.client("stranger").get("/api/me/teams"))
    assert len(await lines(team, "jit_auditor")) == 1, "who has no team leaves no line in one"


async def test_what_is_hidden_and_what_is_absent_are_one_to_its_readers(team: Team) -> None:
    """An auditor who tries ids, and reads of it, learns nothing; nor does an attempt grow the ledger."""
    hidden, absent = await with_file(team), {"id": str(uuid4())}
    before = await team.entries("jit_auditor")
    court = {"profile": "court", "scope": {}}
    for one in (hidden, absent):
        await evidence.see(team, "lena", one)
        await evidence.take_it(team, "lena", one)
        await team.client("lena").get(team.path(f"/evidence?id={one['id']}"))
        court["scope"] = {"evidence": one["id"]}
        await team.client("lena").post(team.path("/exports"), json=court)
    told = await lines(team, "auditor")
    about = [[line for line in told if one["id"] in json.dumps(line)] for one in (hidden, absent)]
    assert len(about[0]) == 4
    plain = [
        [{name: value for name, value in line.items() if name not in {"id", "at", "ids"}} for line in each]
        for each in about
    ]
    assert plain[0] == plain[1]
    assert await team.entries("jit_auditor") == before


async def test_a_partys_auditor_reads_its_own_seats_and_the_teams_reads_all(team: Team) -> None:
    for who in ("lena", "claire", "noor", "stranger"):
        await team.client(who).get(team.path("/evidence"))
    assert {line["party"] for line in await lines(team, "auditor")} == {"DE"}
    told = await lines(team, "jit_auditor", "&seat=FR-01")
    assert [(line["seat"], line["outcome"]) for line in told] == [("FR-01", 200)]
    everybody = await lines(team, "jit_auditor")
    assert {line["party"] for line in everybody} == {"DE", "FR", "NL", None}
    (outsider,) = [line for line in everybody if line["seat"] is None]
    assert (outsider["account"], outsider["outcome"]) == (str(team.accounts["stranger"]), 404)
    for who in ("noor", "lena", "coordinator", "admin", "stranger"):
        assert (await team.client(who).get(team.path(LOG))).status_code in {403, 404}, who


async def test_is_filtered_and_read_in_pages(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    for n in range(7):
        await team.client("lena" if n % 2 else "jonas").get(place(team, exhibit, "" if n else "/custody"))
    await evidence.describe(team, "jonas", exhibit)
    assert len(await lines(team, "auditor", f"&evidence={exhibit['id']}")) == 8
    assert len(await lines(team, "auditor", "&seat=DE-02")) == 3
    assert [line["method"] for line in await lines(team, "auditor", "&outcome=403")] == ["PATCH"]
    far = clock.rfc3339(clock.now() + timedelta(hours=1))
    assert await lines(team, "auditor", f"&since={far}") == []
    assert len(await lines(team, "auditor", f"&until={far}")) == 8
    seen: list[str] = []
    cursor = ""
    while True:
        page = read_json(await team.client("auditor").get(team.path(f"{LOG}?limit=2&seat=DE-02{cursor}")))
        seen += [line["id"] for line in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert len(seen) == len(set(seen)) == 3
    assert seen == sorted(seen, reverse=True)
    assert (await team.client("auditor").get(team.path(f"{LOG}?since=2026-01-01T00:00:00"))).status_code == 422


async def test_holds_no_words(team: Team) -> None:
    """Neither titles nor search words nor reasons; an id that is none is kept short and printable."""
    exhibit = await register(team, "noor", release("DE"))
    lena = team.client("lena")
    await lena.get(team.path("/evidence?q=secretword"))
    await evidence.describe(team, "lena", exhibit, reason="secretword")
    await lena.get(team.path(f"/evidence/{'%0a%00' * 3}{'x' * 500}"))
    told = await lines(team, "auditor")
    assert len(told) == 3
    assert "secretword" not in json.dumps(told)
    (odd,) = [line for line in told if len(line["ids"].get("evidence", "")) > 40]
    assert odd["ids"]["evidence"] == "??????" + "x" * 94


async def test_nothing_is_lost_when_the_server_stops_or_the_database_is_away(team: Team) -> None:
    log = AccessLog()
    for n in range(700):
        await log.note(line_of(team, n))
    async with as_superuser(team) as connection:
        await connection.execute("revoke insert on access_log from liaison_engine")
        with pytest.raises(Exception, match="permission denied"):
            await log.write(team.context.database)
        await connection.execute("grant insert on access_log to liaison_engine")
        await log.write(team.context.database)
        assert await connection.fetchval("select count(*) from access_log where route = 'x'") == 700


async def test_a_full_queue_waits_and_drops_nothing(team: Team) -> None:
    log = AccessLog(room=3)
    noting = asyncio.create_task(note_all(log, [line_of(team, n) for n in range(50)]))
    await asyncio.sleep(0)
    assert not noting.done()
    keeping = asyncio.create_task(log.keep(team.context.database))
    await asyncio.wait_for(noting, 30)
    async with as_superuser(team) as connection, asyncio.timeout(20):
        while await connection.fetchval("select count(*) from access_log where route = 'x'") < 50:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    keeping.cancel()


async def note_all(log: AccessLog, some: list[Line]) -> None:
    for line in some:
        await log.note(line)


def line_of(team: Team, n: int) -> Line:
    """A line that no request made."""
    someone = team.accounts["lena"]
    return Line(
        clock.new_id(), team.jit_id, someone, someone, None, None, "GET", "x", {"n": str(n)}, 200, clock.now(), "::1"
    )


class TestThreeYears:
    async def test_older_lines_go_and_younger_stay(self, team: Team) -> None:
        log = AccessLog()
        ages = {"old": timedelta(days=3 * 366), "young": timedelta(days=3 * 365 - 2)}
        for name, age in ages.items():
            await log.note(replace(line_of(team, 0), at=clock.now() - age, address=name))
        await log.write(team.context.database)
        assert await service.purge(team.context.database) == 1
        assert await service.purge(team.context.database) == 0
        async with as_superuser(team) as connection:
            rows = await connection.fetch("select address from access_log where route = 'x'")
        assert [row["address"] for row in rows] == ["young"]

    @pytest.mark.parametrize("role", ["liaison_app", "liaison_engine", "liaison_owner", "postgres"])
    async def test_nobody_changes_or_deletes_a_line_before(
        self, team: Team, database_urls: embedded.Urls, role: str
    ) -> None:
        await team.client("lena").get(team.path("/evidence"))
        await team.context.access_log.write(team.context.database)
        statements = ("update access_log set address = 'x'", "delete from access_log", "truncate access_log")
        async with connected(database_urls, role) as connection:
            for statement in statements:
                try:
                    done = await connection.execute(statement)
                except (asyncpg.InsufficientPrivilegeError, asyncpg.PostgresError):
                    continue
                assert done.endswith(" 0"), (role, statement)
        assert await lines(team, "auditor")


class TestASocket:
    @pytest.fixture
    def settings(self, database_urls: embedded.Urls, tmp_path: Path) -> Settings:
        return settings_on_wire(database_urls, tmp_path / "state")

    async def test_is_a_line_once_it_is_answered(self, team: Team, wire: str) -> None:
        async with listen(wire, team, "lena"):
            (line,) = await lines(team, "auditor")
        assert (line["method"], line["route"], line["outcome"]) == ("SOCKET", "/api/jits/{jit}/stream", 101)
        with pytest.raises(InvalidStatus):
            async with listen(wire, team, "stranger"):
                pass
        (refused,) = [one for one in await lines(team, "jit_auditor") if one["seat"] is None]
        assert (refused["method"], refused["outcome"]) == ("SOCKET", 404)


async def test_answered_requests_of_the_page_itself_can_be_left_out(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    for path in ("/ledger/keys", "/members", "/evidence/count", "/ledger/checkpoint"):
        await team.client("lena").get(team.path(path))
        await team.client("stranger").get(team.path(path))
    await team.client("lena").get(place(team, exhibit))
    assert len(await lines(team, "jit_auditor")) == 10, "a reader of the API receives everything"
    shown = [one for one in await lines(team, "jit_auditor", "&background=false") if one["method"] == "GET"]
    refused = [(None, 404)] * 4
    assert [(one["seat"], one["outcome"]) for one in shown] == [(team.code("lena"), 200), *refused]
    table = (Path(__file__).parents[1] / "rules/permissions.txt").read_text()
    assert not [one for one in service.BACKGROUND if f" {one} " not in table], "each is a route of the program"
