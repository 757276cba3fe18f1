"""The live channel over real sockets: who gets in, and what is heard by whom."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from websockets.exceptions import InvalidStatus

from app import clock
from tests.factories import accounts
from tests.factories.evidence import describe, recall, register, release
from tests.factories.team import Team, read_json
from tests.support.live_channel import PROTOCOL, listen, opened


async def refusal(url: str, team: Team, name: str | None, **options: Any) -> tuple[int, dict[str, Any]]:
    """Status and problem of a handshake that must fail."""
    with pytest.raises(InvalidStatus) as refused:
        async with opened(url, team, name, **options):
            pass
    response = refused.value.response
    return response.status_code, json.loads(response.body or b"{}")


async def test_a_page_with_a_seat_is_welcomed(team: Team, wire: str) -> None:
    head = len(await team.entries("lena")) - 1
    async with listen(wire, team, "lena", head) as stream:
        assert stream.socket.subprotocol == PROTOCOL
        (present,) = stream.welcome.pop("present")
        assert stream.welcome == {"type": "welcome", "head": head, "seat": "DE-02"}
        assert {name: present[name] for name in ("seat", "party", "focus")} == {
            "seat": "DE-02",
            "party": "DE",
            "focus": None,
        }
        assert present["since"] <= clock.rfc3339(clock.now())
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(stream.any(), 1.5)


async def test_a_script_is_welcomed_by_its_token(team: Team, wire: str, app: FastAPI) -> None:
    script = await accounts.bearer(app, team.accounts["lena"])
    headers = {"Authorization": script.headers["Authorization"]}
    async with listen(wire, team, None, additional_headers=headers, origin=None, subprotocols=None) as stream:
        assert (stream.welcome["seat"], stream.socket.subprotocol) == ("DE-02", None)
    await script.aclose()


async def test_another_sites_page_is_refused(team: Team, wire: str) -> None:
    for origin in ("https://evil.example", wire.replace("localhost", "127.0.0.1"), f"{wire}0", "null", None):
        status, body = await refusal(wire, team, "lena", origin=origin)
        assert (status, body["code"]) == (403, "foreign-origin"), origin


async def test_nobody_a_stranger_and_another_name_are_refused(team: Team, wire: str) -> None:
    status, body = await refusal(wire, team, None)
    assert (status, body["status"]) == (401, 401)
    status, body = await refusal(wire, team, "stranger")
    assert (status, body["code"]) == (404, "not-found")
    bad = {"additional_headers": {"Authorization": "Bearer x.y.z"}}
    assert (await refusal(wire, team, None, **bad))[0] == 401
    assert (await refusal(wire.replace("localhost", "127.0.0.1"), team, "lena", origin=wire))[0] == 403


async def test_a_position_that_is_none_is_refused(team: Team, wire: str) -> None:
    for after in ("-2", "x", "1.5", str(2**63)):
        with pytest.raises(InvalidStatus):
            async with opened(wire, team, "lena", after=after):  # type: ignore[arg-type]
                pass


async def test_everything_is_replayed_from_any_position(team: Team, wire: str) -> None:
    await register(team, "noor", release("DE"))
    entries = await team.entries("lena")
    async with listen(wire, team, "lena") as stream:
        facts = await stream.facts(len(entries))
        assert await stream.silent()
    assert [fact["position"] for fact in facts] == list(range(len(entries)))
    heard = [{name: fact[name] for name in ("position", "kind", "subject", "seat", "party", "at")} for fact in facts]
    written = [json.loads(entry["canonical"]) | {"position": entry["position"]} for entry in entries]
    assert heard == [{name: entry[name] for name in heard[0]} for entry in written]
    assert {tuple(fact) for fact in facts} == {("type", "position", "kind", "subject", "seat", "party", "at")}
    async with listen(wire, team, "lena", after=7) as later:
        assert await later.facts(len(entries) - 8) == facts[8:]
    async with listen(wire, team, "lena", after=10**9) as beyond:
        assert await beyond.silent()


async def test_a_fact_is_heard_by_its_audience_alone(team: Team, wire: str) -> None:
    head = len(await team.entries("noor")) - 1
    async with (
        listen(wire, team, "bram", head) as bram,
        listen(wire, team, "lena", head) as lena,
        listen(wire, team, "mara", head) as mara,
        listen(wire, team, "jit_auditor", head) as auditor,
    ):
        await register(team, "noor", release("DE"), release("FR", "listed"))
        assert [fact["kind"] for fact in await lena.facts(2)] == ["evidence.registered", "evidence.released"]
        assert len(await bram.facts(3)) == len(await auditor.facts(3)) == 3
        assert await lena.silent(), "Germany never learns what France was given"
        assert await mara.silent(for_seconds=0.2)


async def test_who_loses_a_release_hears_that_and_nothing_after(team: Team, wire: str) -> None:
    exhibit = await register(team, "noor", release("DE"))
    async with listen(wire, team, "lena", len(await team.entries("noor")) - 1) as lena:
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert [fact["kind"] for fact in await lena.facts(1)] == ["evidence.recalled"]
        read_json(await describe(team, "noor", exhibit))
        assert await lena.silent()


async def test_the_position_of_a_read_leads_into_the_stream_without_a_gap(team: Team, wire: str) -> None:
    stopping = asyncio.Event()

    async def write() -> None:
        while not stopping.is_set():
            await register(team, "noor", release("DE", "listed"))

    writing = asyncio.create_task(write())
    for _ in range(8):
        answer: httpx.Response = await team.client("lena").get(team.path("/evidence?limit=200"))
        known = {item["id"] for item in read_json(answer)["items"]}
        async with listen(wire, team, "lena", int(answer.headers["Ledger-Position"])) as stream:
            told = {fact["subject"]["evidence"] for fact in await stream.facts(4)}
            now = {
                item["id"]
                for item in read_json(await team.client("lena").get(team.path("/evidence?limit=200")))["items"]
            }
            async with asyncio.timeout(3):
                while not now <= known | told:
                    told.add((await stream.frame())["subject"]["evidence"])
    stopping.set()
    await writing
