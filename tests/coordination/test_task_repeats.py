"""Tasks that repeat: the next is made when one is over, once, on the clocks of its zone, and says what the one before said."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from app.errors import Invalid
from app.services.coordination.tasks.task_repeats import demand_rule, following, local
from tests.factories.evidence import register, release, values
from tests.factories.tasks import assign, change, check, comment, comments, history, listed, propose, seen, try_assign
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

REASON = "The judge heard him himself."
BERLIN = "Europe/Berlin"
#: A Thursday.
WEEKLY: dict[str, Any] = {"due_local": "2030-03-21T17:00", "due_zone": BERLIN, "repeats": "FREQ=WEEKLY"}
WRONG = [
    "FREQ=HOURLY",
    "FREQ=WEEKLY;FREQ=DAILY",
    "INTERVAL=2",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=3;UNTIL=20310101T000000Z",
    "FREQ=DAILY;UNTIL=20311301T000000Z",
    "FREQ=DAILY;UNTIL=20200101T000000Z",
    "FREQ=DAILY;COUNT=1",
    "FREQ=MONTHLY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=WEEKLY;BYMONTH=1",
]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


class TestTheRule:
    @pytest.mark.parametrize(
        ("rule", "first", "expected"),
        [
            ("FREQ=DAILY", "2030-03-30T17:00+01:00", ["2030-03-31T17:00+02:00", "2030-04-01T17:00+02:00"]),
            ("FREQ=DAILY", "2030-10-26T17:00+02:00", ["2030-10-27T17:00+01:00", "2030-10-28T17:00+01:00"]),
            ("FREQ=DAILY", "2030-03-30T02:30+01:00", ["2030-03-31T03:30+02:00", "2030-04-01T02:30+02:00"]),
            ("FREQ=DAILY", "2030-10-26T02:30+02:00", ["2030-10-27T02:30+02:00", "2030-10-28T02:30+01:00"]),
            ("FREQ=MONTHLY", "2030-01-31T09:00+01:00", ["2030-03-31T09:00+02:00", "2030-05-31T09:00+02:00"]),
            ("FREQ=MONTHLY;INTERVAL=6;COUNT=2", "2030-01-15T09:00+01:00", ["2030-07-15T09:00+02:00", None]),
            ("FREQ=WEEKLY;BYDAY=MO,TH", "2030-03-21T17:00+01:00", ["2030-03-25T17:00+01:00", "2030-03-28T17:00+01:00"]),
            ("FREQ=WEEKLY;INTERVAL=2", "2030-03-21T17:00+01:00", ["2030-04-04T17:00+02:00", "2030-04-18T17:00+02:00"]),
            ("FREQ=DAILY;UNTIL=20300322T160000Z", "2030-03-21T17:00+01:00", ["2030-03-22T17:00+01:00", None]),
        ],
    )
    def test_keeps_the_hour_across_summer_time(self, rule: str, first: str, expected: list[str | None]) -> None:
        demand_rule(rule, at(first), BERLIN)
        start, occurrence, met = local(at(first), BERLIN), 1, list[datetime | None]()
        while len(met) < len(expected):
            then = following(rule, start, BERLIN, occurrence, at(first))
            occurrence = then[0] if then else occurrence
            met.append(then[1] if then else None)
        assert met == [None if one is None else at(one) for one in expected]

    def test_what_passed_meanwhile_is_not_made_up_for(self) -> None:
        start = local(at("2030-03-21T17:00+01:00"), BERLIN)
        assert following("FREQ=DAILY", start, BERLIN, 1, at("2030-03-25T18:00+01:00")) == (
            6,
            at("2030-03-26T17:00+01:00"),
        )
        assert following("FREQ=DAILY;COUNT=5", start, BERLIN, 1, at("2030-03-25T18:00+01:00")) is None

    @pytest.mark.parametrize("rule", WRONG)
    def test_what_is_wrong_is_refused(self, rule: str) -> None:
        with pytest.raises(Invalid) as refused:
            demand_rule(rule, at("2030-03-21T17:00+01:00"), BERLIN)
        assert refused.value.field == "repeats"

    @given(
        days=st.integers(0, 3000),
        rule=st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY"]),
        zone=st.sampled_from([BERLIN, "Europe/Athens", "Atlantic/Azores", "Asia/Kathmandu", "UTC"]),
    )
    def test_the_next_is_later_on_the_same_clock(self, days: int, rule: str, zone: str) -> None:
        start = datetime(2026, 1, 5, 12, 15) + (datetime(2026, 1, 6) - datetime(2026, 1, 5)) * days  # noqa: DTZ001
        first = start.replace(tzinfo=UTC)
        occurrence, moment = following(rule, start, zone, 1, first) or (0, first)
        assert occurrence >= 2
        assert (local(moment, zone).hour, local(moment, zone).minute) == (12, 15)


class TestFollowing:
    async def test_done_makes_the_next_which_says_the_same(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        task = await assign(
            team,
            **WEEKLY,
            evidence=[exhibit["id"]],
            checklist=["Ask", "Note"],
            legal_basis="EIO",
            language="de",
            details="x",
        )
        assert (task["repeats"], task["occurrence"], task["successor"]) == ("FREQ=WEEKLY", 1, None)
        read_json(await check(team, "lena", task, tick=[task["checklist"][0]["id"]]))
        read_json(await comment(team, "lena", task), 201)
        done = read_json(await change(team, "lena", task, state="done", despite_open=True))
        then = await seen(team, "lena", done["successor"])
        same = (
            "title",
            "details",
            "assignee",
            "assigner",
            "legal_basis",
            "language",
            "repeats",
            "evidence",
            "accepted_by",
        )
        assert {name: then[name] for name in same} == {name: task[name] for name in same}
        assert (then["state"], then["due_at"], then["due_zone"]) == ("open", "2030-03-28T16:00:00.000000Z", BERLIN)
        assert (then["occurrence"], then["predecessor"]["id"], then["version"]) == (2, task["id"], 1)
        assert [(one["text"], one["done_by"]) for one in then["checklist"]] == [("Ask", None), ("Note", None)]
        assert await comments(team, "lena", then) == []
        given, linked = await history(team, "jonas", then)
        assert (given["kind"], values(given)["follows"], given["seat"]) == ("task.assigned", task["number"], "DE-02")
        assert linked["kind"] == "task.linked"
        summer = read_json(await change(team, "lena", then, state="done", despite_open=True))["successor"]
        assert (await seen(team, "lena", summer))["due_at"] == "2030-04-04T15:00:00.000000Z"

    async def test_cancelled_makes_the_next_too_and_what_repeats_no_more_does_not(self, team: Team) -> None:
        task = await assign(team, **WEEKLY)
        cancelled = read_json(await change(team, "coordinator", task, state="cancelled", reason=REASON))
        then = await seen(team, "coordinator", cancelled["successor"])
        ended = read_json(await change(team, "coordinator", then, repeats=None))
        assert (ended["repeats"], ended["occurrence"]) == (None, None)
        assert (
            read_json(await change(team, "coordinator", ended, state="cancelled", reason=REASON))["successor"] is None
        )

    async def test_it_is_made_once(self, team: Team) -> None:
        task = await assign(team, **WEEKLY)
        done = read_json(await change(team, "lena", task, state="done"))
        then = await seen(team, "coordinator", done["successor"])
        moved = read_json(await change(team, "coordinator", then, assignee="FR-02"))
        assert moved["predecessor"] is not None
        assert (await seen(team, "hugo", moved))["predecessor"] is None, "which France never saw"
        again = read_json(await change(team, "lena", done, state="in_progress"))
        again = read_json(await change(team, "lena", again, state="done"))
        assert again["successor"] is None, "which Germany sees no more"
        assert len(await listed(team, "coordinator")) == 2

    async def test_the_series_ends_as_its_rule_says(self, team: Team) -> None:
        task = await assign(team, **WEEKLY | {"repeats": "FREQ=WEEKLY;COUNT=2"})
        then = read_json(await change(team, "lena", task, state="done"))["successor"]
        last = read_json(await change(team, "lena", await seen(team, "lena", then), state="done"))
        assert (last["occurrence"], last["successor"]) == (2, None)

    async def test_one_moved_deadline_moves_one_task_and_a_named_rule_counts_anew(self, team: Team) -> None:
        zone: dict[str, Any] = {"due_zone": BERLIN}
        task = await assign(team, **WEEKLY)
        task = read_json(await change(team, "coordinator", task, due_local="2030-03-23T12:00", **zone))
        then = await seen(team, "lena", read_json(await change(team, "lena", task, state="done"))["successor"])
        assert then["due_at"] == "2030-03-28T16:00:00.000000Z"
        anew: dict[str, Any] = {"due_local": "2030-03-29T12:00", "repeats": "FREQ=WEEKLY", **zone}
        then = read_json(await change(team, "coordinator", then, **anew))
        assert then["occurrence"] == 1
        later = read_json(await change(team, "lena", then, state="done"))["successor"]
        assert (await seen(team, "lena", later))["due_at"] == "2030-04-05T10:00:00.000000Z"

    async def test_a_proposal_that_is_cancelled_is_proposed_again(self, team: Team) -> None:
        task = await propose(team, **WEEKLY)
        cancelled = read_json(await change(team, "coordinator", task, state="cancelled", reason=REASON))
        then = await seen(team, "lena", cancelled["successor"])
        assert (then["state"], then["accepted_at"]) == ("proposed", None)

    async def test_nothing_follows_for_a_seat_that_is_not_taken_or_in_trial(self, team: Team) -> None:
        for statement in (
            "update members set state = 'ended' where code = 'DE-02'",
            "update members set state = 'seated' where code = 'DE-02'; update jits set state = 'trial'",
        ):
            async with as_superuser(team) as superuser:
                await superuser.execute("update jits set state = 'operational'")
                await superuser.execute("update members set state = 'seated' where code = 'DE-02'")
            task = await assign(team, **WEEKLY)
            async with as_superuser(team) as superuser:
                await superuser.execute(statement)
            ended = read_json(await change(team, "coordinator", task, state="cancelled", reason=REASON))
            assert (ended["state"], ended["successor"]) == ("cancelled", None)

    async def test_what_repeats_has_a_deadline(self, team: Team) -> None:
        refused = await try_assign(team, repeats="FREQ=DAILY")
        assert [error["field"] for error in refused.json()["errors"]] == ["repeats"]
        task = await assign(team, **WEEKLY)
        refused = await change(team, "coordinator", task, due_at=None)
        assert [error["field"] for error in refused.json()["errors"]] == ["due_at"]
        refused = await change(team, "coordinator", task, repeats="FREQ=WEEKLY;BYDAY=MO")
        assert [error["field"] for error in refused.json()["errors"]] == ["repeats"]
        both = read_json(await change(team, "coordinator", task, due_at=None, repeats=None))
        assert (both["due_at"], both["repeats"]) == (None, None)


FOLLOW = """
insert into tasks (id, jit, number, title, priority, state, assigner, assigner_party, assignee, assignee_party, due_at, due_zone,
    accepted_at, accepted_by, repeats, repeats_from, repeats_zone, occurrence, predecessor, created_at, updated_at,
    state_changed_at, party_since)
  select gen_random_uuid(), jit, 'T-FOLLOW', title, priority, 'open', assigner, assigner_party, assignee, assignee_party,
    due_at + interval '7 days', due_zone, accepted_at, accepted_by, repeats, repeats_from, repeats_zone, occurrence + 1, id,
    now(), now(), now(), now() from tasks where id = :task
"""


async def test_the_database_lets_one_task_follow_for_those_who_have_it(team: Team) -> None:
    task = await assign(team, **WEEKLY)
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "jonas", FOLLOW, task=UUID(task["id"]))
    assert await attempt(team, "lena", FOLLOW, task=UUID(task["id"])) == 1
    with pytest.raises(DBAPIError, match="uq_tasks"):
        await attempt(team, "lena", FOLLOW, task=UUID(task["id"]))
