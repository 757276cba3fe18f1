"""Bundles are bounded: one seat has few under way, teams take turns, and the disk's reserve stays."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from app.services.audit import export_making, export_queue, exports
from app.services.audit.export_queue import PackageStorage
from app.settings import Settings
from app.vault import space
from tests.audit.test_exports import ask, ended, kept_waiting, on_disk, why
from tests.factories.closings import closed
from tests.factories.evidence import register
from tests.factories.team import Team, read_json
from tests.security.conftest import other_team
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until

NOBODYS_DISK = 2**62


async def call_off(team: Team, who: str, export: dict[str, Any]) -> None:
    read_json(await team.client(who).post(team.path(f"/exports/{export['id']}/cancellation"), json={}))


def shelf(team: Team, reserve: int) -> PackageStorage:
    return PackageStorage(team.context.bundles, timedelta(days=1), reserve, team.context.vault)


async def make(team: Team, reserve: int = 0) -> int:
    context = team.context
    return await export_making.make_queued(
        context.database, context.publisher, context.stamps, context.seal, shelf(team, reserve), None
    )


async def turn(team: Team) -> Any:
    """The row whose turn it is."""
    async with team.context.database.engine() as session:
        return await export_queue.first(session, shelf(team, 0), team.context.publisher.waits)


class TestOneSeat:
    async def test_has_few_under_way_and_is_told_what_to_do(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        async with kept_waiting(team):
            asked = [read_json(await ask(team, "noor", exhibit), 202) for _ in range(exports.MOST_UNDER_WAY)]
            refused = await ask(team, "noor", exhibit)
            assert (refused.status_code, refused.json()["code"]) == (409, "too-many-under-way")
            assert "Wait until one is ready, or cancel one" in refused.json()["detail"]
            others = read_json(await ask(team, "daan", exhibit), 202)
            await call_off(team, "noor", asked[0])
            again = read_json(await ask(team, "noor", exhibit), 202)
            for who, export in [("daan", others), *(("noor", one) for one in [*asked[1:], again])]:
                await call_off(team, who, export)

    async def test_has_no_more_by_asking_at_once(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        async with kept_waiting(team):
            answers = await asyncio.gather(*(ask(team, "noor", exhibit) for _ in range(12)))
            codes = sorted(one.status_code for one in answers)
            assert codes == [202] * exports.MOST_UNDER_WAY + [409] * (12 - exports.MOST_UNDER_WAY)
            for one in answers:
                if one.status_code == 202:
                    await call_off(team, "noor", one.json())


class TestTeams:
    async def test_take_turns(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        other, hidden_exhibit = await other_team(team)
        async with kept_waiting(team):
            mine = [read_json(await ask(team, "noor", exhibit), 202)["id"] for _ in range(2)]
            theirs = read_json(await ask(other, "noor", {"id": hidden_exhibit.evidence}), 202)["id"]
            async with as_superuser(team) as superuser:
                await superuser.execute("update exports set entry = null")
                assert str((await turn(team)).id) == mine[0], "none was served: who came first"
                await superuser.execute("update exports set state = 'ready', entry = id where id = $1", mine[0])
                assert str((await turn(team)).id) == theirs, "who was not served yet is before who was"
                await superuser.execute("update exports set state = 'ready', entry = $1 where id = $2", mine[1], theirs)
                assert str((await turn(team)).id) == mine[1]
                await superuser.execute("update exports set state = 'cancelled'")
            assert await turn(team) is None


class TestWithoutRoom:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        """The worker of this process leaves as much free as no disk has."""
        return settings.model_copy(update={"space_reserve_bytes": NOBODYS_DISK})

    async def test_it_is_said_and_nothing_is_entered(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        failed = await ended(team, "noor", read_json(await ask(team, "noor", exhibit), 202))
        assert why(failed) == ("failed", "no-space")
        assert "request the export again" in failed["problem"]
        assert await team.entries("noor", "export.made") == []
        assert on_disk(team) == []

    async def test_the_archives_of_a_closed_team_wait(self, team: Team) -> None:
        """Nobody could ask for them again."""
        await closed(team)
        client = team.client("noor")
        for _ in range(4):
            assert await make(team, NOBODYS_DISK) == 0
        (archive,) = read_json(await client.get(team.path("/exports")))["items"]
        assert archive["state"] == "queued"

        async def is_made() -> bool:
            await make(team)
            return bool(read_json(await client.get(team.path("/exports")))["items"][0]["state"] == "ready")

        await until(is_made, within=60)


async def test_room_that_ends_while_it_is_made(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    exhibit = await register(team, "noor")
    looks = iter([2**40, 0])
    async with kept_waiting(team):
        export = read_json(await ask(team, "noor", exhibit), 202)
        monkeypatch.setattr(space, "room", lambda *_: next(looks, 0))
    failed = await ended(team, "noor", export)
    assert why(failed) == ("failed", "no-space")
    assert on_disk(team) == []
