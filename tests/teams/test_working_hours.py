"""Working hours: a party's own word, known to the whole team; and times to meet, told on every clock."""

from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories import suspensions
from tests.factories.evidence import values
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of

FORM = {"days": [1, 2, 3, 4], "begins": "08:30", "ends": "16:30", "holidays_of": "NL"}


async def put(team: Team, who: str, version: int = 0, **changes: Any) -> httpx.Response:
    """Say when one's party is at work."""
    form = FORM | changes
    return await team.client(who).put(team.path("/working-hours"), json=form, headers={"If-Match": f'"{version}"'})


async def listed(team: Team, who: str, query: str = "") -> dict[str, dict[str, Any]]:
    """By party."""
    items = read_json(await team.client(who).get(team.path(f"/working-hours{query}")))["items"]
    return {one["party"]: one for one in items}


async def slots(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    """Times to meet."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/meeting-slots{query}")))["items"]
    return items


class TestHours:
    async def test_are_what_is_usual_until_a_leader_says_otherwise(self, team: Team) -> None:
        usual = await listed(team, "mara")
        assert list(usual) == ["CH", "DE", "EUROJUST", "FR", "NL"]
        nl, eurojust = usual["NL"], usual["EUROJUST"]
        assert (nl["days"], nl["begins"], nl["ends"], nl["is_stated"], nl["version"]) == (
            [1, 2, 3, 4, 5],
            "09:00",
            "17:00",
            False,
            0,
        )
        assert (nl["holidays_of"], nl["time_zone"]) == ("NL", "Europe/Amsterdam")
        assert (eurojust["holidays_of"], eurojust["holidays"]) == (None, []), "a body is no country"
        view = read_json(await put(team, "noor"))
        assert (view["days"], view["begins"], view["is_stated"], view["version"]) == ([1, 2, 3, 4], "08:30", True, 1)
        assert (await listed(team, "mara"))["NL"] == view

    async def test_are_said_on_the_record_to_the_team(self, team: Team) -> None:
        read_json(await put(team, "noor", ends="24:00"))
        for who in ("claire", "mara", "auditor", "jit_auditor"):
            (entry,) = await team.entries(who, "party.hours_set")
            told = values(entry)
            assert (told["code"], told["days"], told["begins"], told["ends"]) == ("NL", [1, 2, 3, 4], "08:30", "24:00")

    async def test_are_its_leaders_affair(self, team: Team) -> None:
        for who in ("daan", "admin", "coordinator", "ines", "auditor"):
            assert (await put(team, who)).status_code == 403, who
        assert (await put(team, "stranger")).status_code == 404
        read_json(await put(team, "jonas", days=[1]))
        assert not (await listed(team, "noor"))["NL"]["is_stated"]

    async def test_of_two_leaders_one_is_told(self, team: Team) -> None:
        no_version = await team.client("noor").put(team.path("/working-hours"), json=FORM)
        assert no_version.status_code == 428
        read_json(await put(team, "noor"))
        stale = await put(team, "bram", days=[5])
        assert (stale.status_code, stale.json()["current"]) == (412, {"version": 1})
        read_json(await put(team, "bram", 1, days=[5]))
        assert (await listed(team, "noor"))["NL"]["days"] == [5]

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"days": []}, "days"),
            ({"days": [0]}, "days.0"),
            ({"days": [8]}, "days.0"),
            ({"begins": "9:00"}, "begins"),
            ({"ends": "24:01"}, "ends"),
            ({"ends": "08:30"}, "ends"),
            ({"holidays_of": "XX"}, "holidays_of"),
            ({"holidays_of": "nl"}, "holidays_of"),
        ],
    )
    async def test_what_is_wrong_is_named(self, team: Team, changes: dict[str, Any], field: str) -> None:
        answer = await put(team, "noor", **changes)
        assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field])
        assert not (await listed(team, "noor"))["NL"]["is_stated"]

    async def test_no_other_party_writes_them_in_sql(self, team: Team) -> None:
        read_json(await put(team, "noor"))
        germany = await seat_of(team, "jonas")
        statement = """insert into working_hours (jit, party, days, begins_minute, ends_minute, decided_by, decided_at)
            values (:jit, :whose, '{1}', 0, 60, :by, now())"""
        noor = await seat_of(team, "noor")
        for who, whose, by in (
            ("noor", germany.party, noor.id),
            ("jonas", germany.party, noor.id),
        ):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, statement, whose=whose, by=by)
        assert await attempt(team, "jonas", "update working_hours set version = 9") == 0
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "bram", "update working_hours set decided_by = :by", by=noor.id)
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "noor", "delete from working_hours")
        assert await attempt(team, "mara", "select 1 from working_hours") == 1


class TestSlots:
    async def test_are_told_on_every_clock(self, team: Team) -> None:
        found = await slots(team, "ines", "?party=NL&party=DE&minutes=60&days=7")
        best = found[0]
        assert (best["working"], [one["party"] for one in best["parties"]]) == (2, ["NL", "DE"])
        assert {one["at_work"] for one in best["parties"]} == {"working"}
        assert best["begins_at"].endswith("Z")
        local = best["parties"][0]["begins_local"]
        assert "T09:00+0" in local or "T" in local
        assert [one["working"] for one in found] == sorted((one["working"] for one in found), reverse=True)

    async def test_follow_what_parties_say(self, team: Team) -> None:
        read_json(await put(team, "noor", days=[1, 2, 3, 4, 5, 6, 7], begins="06:00", ends="07:00", holidays_of=None))
        found = await slots(team, "noor", "?party=NL&minutes=60")
        assert {one["parties"][0]["begins_local"][11:16] for one in found} == {"06:00"}
        assert len(found) == 5

    async def test_of_whoever_takes_part(self, team: Team) -> None:
        assert len((await slots(team, "noor"))[0]["parties"]) == 5
        for query, field in (
            ("?party=ES", "party.0"),
            ("?party=NL&party=XX", "party.1"),
            ("?minutes=29", "minutes"),
            ("?minutes=121", "minutes"),
            ("?days=15", "days"),
            ("?days=0", "days"),
        ):
            answer = await team.client("noor").get(team.path(f"/meeting-slots{query}"))
            assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field]), query
        await suspensions.suspended(team, "FR", "noor", "jonas")
        assert "FR" not in await listed(team, "noor")
        assert (await team.client("noor").get(team.path("/meeting-slots?party=FR"))).status_code == 422
