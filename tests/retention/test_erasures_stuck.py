"""An erasure that fails again and again holds up no other, however many fail; the next turn tries it again. It is logged, and counted by the minute."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any, Final

import pytest
import structlog
from sqlalchemy import text

from app.jobs import queue
from app.services import due_items
from app.services.retention import erasure_jobs, field_erasure_jobs
from app.vault.locks import Hold
from app.vault.vault import Vault
from tests.factories.evidence import register, release, rendered, upload, with_file
from tests.factories.field_erasures import erase as order
from tests.factories.retention import age, erase, withdraw
from tests.factories.team import Team, read_json

_FINISH: Final = erasure_jobs.finish
_FINISH_FIELDS: Final = field_erasure_jobs.finish
_END_TRANSFERS: Final = erasure_jobs.end_transfers
OTHERS: Final = 25


async def turn(team: Team) -> int:
    """Of the worker."""
    store = team.context.bundles
    return await _FINISH(team.context.database, team.context.vault, store, timedelta(days=35))


async def decided(team: Team, stored: int, many: int) -> list[str]:
    """So many exhibits that are to be erased, in the order of their ids; the first of them have a file."""
    made = []
    for number in range(many):
        exhibit = await register(team, "noor", title=f"Disk {number}")
        if number < stored:
            await upload(team, "noor", exhibit, b"content", "a.bin")
            await rendered(team, exhibit)
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        made.append(str(exhibit["id"]))
    return sorted(made)


async def waiting(team: Team) -> list[str]:
    async with team.context.database.engine() as session:
        rows = await session.scalars(text("select evidence::text from erasures where destroyed_at is null order by 1"))
        return list(rows)


def breaks(monkeypatch: pytest.MonkeyPatch, stuck: list[str]) -> None:
    """The disk does not give up what is stored of these."""
    discard = Vault.discard

    async def fails(vault: Vault, hold: Hold) -> None:
        if str(hold.place.evidence) in stuck:
            raise OSError(5, "Input/output error")
        await discard(vault, hold)

    monkeypatch.setattr(Vault, "discard", fails)


async def test_one_holds_up_none_of_many_others(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = await decided(team, 1, 1 + OTHERS)
    with monkeypatch.context() as broken:
        breaks(broken, [first])
        with structlog.testing.capture_logs() as logs:
            assert await turn(team) == OTHERS, "in one turn"
            assert await turn(team) == 0
        told = [one for one in logs if one["log_level"] == "error"]
        assert [one["erasure"] for one in told] == [first], "not each time"
        assert await waiting(team) == [first]
    assert await turn(team) == 1, "once the disk does"
    assert await waiting(team) == []
    assert len(await team.entries("noor", "evidence.erased")) == len(others) + 1


async def test_it_is_logged_whole_once_and_counted_by_the_minute(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    (stuck,) = await decided(team, 1, 1)
    discard, passed = Vault.discard, [0.0]
    fault: list[Exception] = [OSError(5, "Input/output error")]
    monkeypatch.setattr(due_items, "clock", SimpleNamespace(monotonic=lambda: passed[0]))

    async def fails(*_: Any) -> None:
        raise fault[0]

    async def told(after: float) -> list[tuple[Any, ...]]:
        passed[0] += after
        with structlog.testing.capture_logs() as logs:
            await turn(team)
        return [
            (one["log_level"], one["failed"], one.get("exc_info"))
            for one in logs
            if one.get("erasure") == stuck and "failed" in one
        ]

    with monkeypatch.context() as broken:
        broken.setattr(Vault, "discard", fails)
        assert await told(0) == [("error", 1, fault[0])]
        assert [await told(0.5) for _ in range(3)] == [[], [], []]
        assert await queue.failed(team.context.database) == []
        assert await told(60) == [("warning", 4, None)]
        (listed,) = await queue.failed(team.context.database)
        assert (listed.kind, listed.key, listed.attempts, listed.problem) == ("item: erasure", stuck, 5, "OSError")
        assert await told(59) == []
        fault[0] = RuntimeError("another")
        assert await told(0.5) == []
        assert await told(0.5) == [("error", 3, fault[0])], "another error is logged whole, no sooner"
    assert Vault.discard is discard
    assert await told(0) == []
    assert await waiting(team) == []
    assert await queue.failed(team.context.database) == []
    assert due_items._failing[erasure_jobs._DECIDED] == {}, "nothing is kept of what ended"


async def test_nor_do_more_than_are_looked_at_together(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    *stuck, last = await decided(team, 3, 4)
    monkeypatch.setattr(due_items, "PAGE", 2)
    breaks(monkeypatch, stuck)
    with structlog.testing.capture_logs() as logs:
        assert await turn(team) == 1
    assert [one["erasure"] for one in logs if one["log_level"] == "error"] == stuck
    assert await waiting(team) == stuck
    assert [one["subject"]["evidence"] for one in await team.entries("noor", "evidence.erased")] == [last]


async def test_the_same_holds_of_transfers_that_end(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [await with_file(team, release("DE"), retention="TRANSFER") for _ in range(3)]
    for exhibit in made:
        await age(team, exhibit, 40)
    first, *others = sorted(str(one["id"]) for one in made)
    decide = erasure_jobs._decide

    async def fails(database: Any, row: Any) -> int:
        if str(row.evidence) == first:
            raise RuntimeError("no decision")
        return await decide(database, row)

    monkeypatch.setattr(due_items, "PAGE", 1)
    monkeypatch.setattr(erasure_jobs, "_decide", fails)
    with structlog.testing.capture_logs() as logs:
        assert await _END_TRANSFERS(team.context.database) == len(others)
    assert [one["erasure"] for one in logs if one["log_level"] == "error"] == [first]
    assert await waiting(team) == others


async def test_the_same_holds_of_erasures_of_fields(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    for title in ("One", "Two"):
        await register(team, "noor", title=title)
    for at in (0, 1):
        one = (await team.entries("noor", "evidence.registered"))[at]
        read_json(await order(team, "noor", one["position"]), 202)
    await team.settled()
    certify, seen = field_erasure_jobs._certificate, []

    async def fails(session: Any, row: Any, *more: Any) -> Any:
        seen.append(row.id)
        if row.id == seen[0]:
            raise RuntimeError("no certificate")
        return await certify(session, row, *more)

    monkeypatch.setattr(field_erasure_jobs, "_certificate", fails)
    store = team.context.bundles
    with structlog.testing.capture_logs() as logs:
        assert await _FINISH_FIELDS(team.context.database, store, timedelta(days=35)) == 1
    assert [one["erasure"] for one in logs if one["log_level"] == "error"] == [str(seen[0])]
