"""Moments have bounds: one beyond which no zone's clock can be reckoned is refused by the name of its field, and is kept by no table.

Every form with a moment is tried in `tests/security/test_times_without_zones.py`.
"""

from datetime import UTC, datetime
from typing import Any, Final

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.errors import Invalid
from app.services.accounts.zones import moment_of
from app.services.coordination.tasks.task_repeats import demand_rule, following
from app.services.custody import chronology
from app.services.custody.event_time import Occurred
from tests.factories import evidence
from tests.factories.notifications import prefer
from tests.factories.operations import planned, see, try_plan
from tests.factories.tasks import DUE, assign, change, try_assign
from tests.factories.team import Team, jit_form, read_json
from tests.security.test_times_without_zones import BEYOND
from tests.support.databases.as_seat import attempt

NEW_YORK, AUCKLAND = "America/New_York", "Pacific/Auckland"
#: What a clock shows that no moment within bounds is, and where.
NEVER_SHOWN: Final = (
    ("9999-12-31T23:30:00", NEW_YORK),
    ("0001-01-01T00:30:00", "Europe/Amsterdam"),
    ("2200-01-01T00:00:00", AUCKLAND),  # there it is the last day of 2199 in Greenwich; the year is what people see
    ("2199-12-31T23:30:00", NEW_YORK),
    ("1900-01-01T00:30:00", AUCKLAND),
    ("1899-12-31T23:30:00", "UTC"),
)
FIRST, LAST = "1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z"
#: Rules whose end no clock of the zone shows.
ENDLESS: Final = (
    ("FREQ=DAILY;UNTIL=99991231T235959Z", "Europe/Amsterdam"),
    ("FREQ=DAILY;UNTIL=00010101T000000Z", NEW_YORK),
)


def fields(answer: Any) -> tuple[int, list[str]]:
    """The status, and what the refusal names."""
    return answer.status_code, [one["field"] for one in answer.json().get("errors", ())]


class TestForms:
    async def test_an_hour_beyond_every_calendar_is_refused(self, team: Team) -> None:
        for wrong in BEYOND:
            assert fields(await try_plan(team, h_at=wrong)) == (422, ["h_at"]), wrong
            assert fields(await try_assign(team, due_at=wrong, due_zone=NEW_YORK)) == (422, ["due_at"]), wrong
        for shown, zone in NEVER_SHOWN:
            refused = await try_plan(team, h_at=None, h_local=shown, h_zone=zone)
            assert fields(refused) == (422, ["h_local"]), shown
            assert fields(await try_assign(team, due_local=shown, due_zone=zone)) == (422, ["due_local"]), shown

    async def test_the_first_and_the_last_are_reckoned_with_on_every_clock(self, team: Team) -> None:
        day = await planned(team, h_at=LAST)
        for who in ("coordinator", "noor", "jonas", "claire"):
            read_json(await see(team, who, day, "/checks"))
        for moment in (FIRST, LAST):
            task = await assign(team, due_at=moment, due_zone=NEW_YORK)
            assert task["due_at"] == clock.rfc3339(datetime.fromisoformat(moment))
        feed = read_json(await team.client("lena").post(team.path("/calendar-feeds"), json={"name": "x"}), 201)
        assert (await team.nobody().get(feed["path"])).status_code == 200

    async def test_a_day_is_of_such_a_year_too(self, team: Team) -> None:
        for day in ("0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"):
            founded = await team.client("coordinator").post("/api/jits", json=jit_form(agreement_signed_on=day))
            assert fields(founded) == (422, ["agreement_signed_on"]), day
            kept = {"controller": None, "review_on": day, "reason": "x"}
            path = team.path(f"/evidence/{clock.new_id()}/retention")  # refused before it is looked for
            refused = await team.client("noor").put(path, json=kept, headers={"If-Match": '"1"'})
            assert fields(refused) == (422, ["review_on"]), day

    async def test_what_is_asked_of_lists_too(self, team: Team) -> None:
        for path, who, names in (
            ("/tasks", "noor", ("due_from", "due_before")),
            ("/evidence", "noor", ("acquired_from", "acquired_before")),
            ("/ledger/disclosed", "noor", ("since", "until")),
            ("/access-log", "auditor", ("since", "until")),
        ):
            for name in names:
                for wrong in BEYOND:
                    refused = await team.client(who).get(team.path(path), params={name: wrong})
                    assert fields(refused) == (422, [name]), (path, wrong)


class TestCursors:
    @pytest.mark.parametrize("edge", ["9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59"])
    async def test_one_that_no_list_gave_is_none(self, team: Team, edge: str) -> None:
        cursor = {"cursor": f"{clock.new_id()}~{edge}"}
        for path in (team.path("/tasks"), "/api/me/tasks"):
            refused = await team.client("lena").get(path, params=cursor)
            assert (*fields(refused), refused.json()["code"]) == (400, ["cursor"], "malformed"), path

    async def test_at_the_end_of_the_calendar_is_nothing(self, team: Team) -> None:
        for edge in ("9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z"):
            for path in (team.path("/tasks"), "/api/me/tasks"):
                page = await team.client("lena").get(path, params={"cursor": f"{clock.new_id()}~{edge}"})
                assert read_json(page)["items"] == [], edge


class TestRepeating:
    @pytest.mark.parametrize(("rule", "zone"), ENDLESS)
    async def test_until_what_no_clock_shows_is_refused(self, team: Team, rule: str, zone: str) -> None:
        refused = await try_assign(team, due_at="2030-11-29T16:00:00Z", due_zone=zone, repeats=rule)
        assert fields(refused) == (422, ["repeats"])
        with pytest.raises(Invalid):
            demand_rule(rule, datetime(2030, 11, 29, 16, tzinfo=UTC), zone)

    async def test_ends_where_the_bounds_do(self, team: Team) -> None:
        """The last of them is closed like any other, and none follows."""
        last = await assign(team, due_at="2199-12-31T12:00:00Z", due_zone="Europe/Berlin", repeats="FREQ=DAILY")
        done = read_json(await change(team, "lena", last, state="done"))
        assert (done["state"], done["successor"]) == ("done", None)

    @pytest.mark.parametrize("zone", [NEW_YORK, AUCKLAND, "UTC"])
    @pytest.mark.parametrize("rule", ["FREQ=MONTHLY;INTERVAL=99", "FREQ=WEEKLY;INTERVAL=99", "FREQ=DAILY"])
    def test_is_looked_for_no_further(self, rule: str, zone: str) -> None:
        start = datetime(2199, 12, 1, 12)  # noqa: DTZ001 - on the clocks of the zone
        assert following(rule, start, zone, 9_999, datetime(2026, 1, 1, tzinfo=UTC)) is None


class TestSql:
    @pytest.mark.parametrize("beyond", ["infinity", "-infinity", "290000-01-01", "2200-01-01", "1899-12-31 23:59:59Z"])
    async def test_no_seat_keeps_one_that_would_break_a_page(self, team: Team, beyond: str) -> None:
        """Everybody who read the list, or the worker at its round for all teams, would meet it again and again."""
        await planned(team)
        await assign(team, **DUE, repeats="FREQ=DAILY")
        await evidence.register(team, "noor", evidence.release("DE"))
        for who, table, column in (
            ("coordinator", "operations", "h_at"),
            ("coordinator", "operations", "updated_at"),
            ("coordinator", "tasks", "due_at"),
            ("coordinator", "tasks", "updated_at"),
            ("coordinator", "tasks", "repeats_from"),
            ("noor", "releases", "until"),
            ("noor", "evidence", "review_on"),
        ):
            kind = {"review_on": "date", "repeats_from": "timestamp"}.get(column, "timestamptz")
            if column == "repeats_from" and beyond[:2] in {"18", "22"}:
                continue  # what a clock shows may lie a day beyond what the moment is
            statement = f"update {table} set {column} = cast(cast(:at as text) as {kind})"  # noqa: S608 - constants
            with pytest.raises(DBAPIError, match=rf"ck_{table}_{column}_within"):
                await attempt(team, who, statement, at=beyond)

    async def test_nor_an_hour_of_quiet_that_no_clock_shows(self, team: Team) -> None:
        read_json(await prefer(team, "lena", by_mail=False))
        statement = (
            "update notification_preferences set quiet_from = cast(cast(:at as text) as time), quiet_to = '06:00'"
        )
        with pytest.raises(DBAPIError, match="ck_notification_preferences_quiet_within"):
            await attempt(team, "lena", statement, at="24:00")
        assert await attempt(team, "lena", statement, at="23:59") == 1


def test_a_clock_at_the_end_of_the_calendar_is_refused_wherever_it_is_asked() -> None:
    for shown, zone in NEVER_SHOWN:
        with pytest.raises(Invalid):
            moment_of(datetime.fromisoformat(shown), zone, field="h_local")
    noon = datetime(2199, 12, 31, 12)  # noqa: DTZ001 - what a clock shows
    assert moment_of(noon, "UTC", field="h_local") == noon.replace(tzinfo=UTC)


def test_an_entry_from_before_there_were_bounds_stops_no_act() -> None:
    """It stays as it was written; what is said now is measured by it as far as it can be."""
    told = {"zone": "UTC", "source": "told"}
    first = chronology._moment(told | {"at": "0001-01-01T00:00:00.000000Z"})
    assert first == datetime(1, 1, 1, tzinfo=UTC)
    chronology._demand_not_before(Occurred(clock.now(), "UTC", "told"), [(first, "too early")])
    for edge in ({"at": "9999-12-31T23:59:59-05:00"}, {"at": "0001-01-01T00:00:00Z", "clock_offset_seconds": 10**9}):
        assert chronology._moment(told | edge) is None
