"""Tasks: given, worked on, changed, commented; who may do what, and what the history says."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from app.access.coordination.task_states import STEPS, Step, TaskRelation
from tests.factories import tasks
from tests.factories.evidence import alike, register, release, values
from tests.factories.tasks import (
    DUE,
    accepted,
    assign,
    change,
    comment,
    comments,
    history,
    listed,
    place,
    propose,
    relink,
    see,
    seen,
    try_assign,
)
from tests.factories.team import PEOPLE, Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import member_ids
from tests.support.databases.superuser import as_superuser

REASON = "The host answered too late"
#: What is wrong with a task, and the field that the refusal must name.
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"title": " "}, "title"),
    ({"title": "t" * 301}, "title"),
    ({"title": "nul\x00"}, "title"),
    ({"details": "d" * 10_001}, "details"),
    ({"assignee": "lena"}, "assignee"),
    ({"assignee": "DE-99"}, "assignee"),
    ({"assignee": "XX-01"}, "assignee"),
    ({"assignee": "DE-03"}, "assignee"),  # an auditor works on nothing
    ({"assignee": "JIT-01"}, "assignee"),
    ({"priority": "asap"}, "priority"),
    ({"due_at": "2030-11-29T16:00:00Z"}, "due_zone"),
    ({"due_zone": "Europe/Amsterdam"}, "due_zone"),
    ({"due_at": "2030-11-29T16:00:00", "due_zone": "Europe/Amsterdam"}, "due_at"),
    ({"due_local": "2030-11-29T16:00:00Z", "due_zone": "Europe/Amsterdam"}, "due_local"),
    ({"due_local": "2030-11-29T16:00", "due_zone": "Europe/Rotterdam"}, "due_zone"),
    ({"due_local": "2030-11-29T16:00", **DUE}, "due_local"),
    ({"evidence": ["no-id"]}, "evidence.0"),
    ({"evidence": [str(uuid4())]}, "evidence.0"),
    ({"state": "done"}, "state"),
    ({"number": "T-AAAAAA"}, "number"),
]
FILTERS: list[tuple[str, list[str]]] = [
    ("", ["Soon", "Late", "Whenever"]),
    ("?sort=newest", ["Whenever", "Late", "Soon"]),
    ("?assignee=DE-02", ["Soon", "Whenever"]),
    ("?assignee=FR-99", []),
    ("?party=FR", ["Late"]),
    ("?party=XX", []),
    ("?state=open", ["Soon", "Late"]),
    ("?state=in_progress&state=open", ["Soon", "Late", "Whenever"]),
    ("?state=done", []),
    ("?due_before=2030-06-01T00:00:00Z", ["Soon"]),
    ("?q=oo", ["Soon"]),
    ("?q=LATE", ["Late"]),
    ("?q=%25", []),
    ("?q=_", []),
]


class TestAssigning:
    async def test_everything_that_was_said_is_there_and_numbers_count_nothing(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        task = await propose(team, details="Hours as UTC", priority="high", evidence=[exhibit["id"]], **DUE)
        assert task["number"].startswith("T-")
        assert len(task["number"]) == 8
        told = {
            "title": "Match the sign-ins with the log of the German host",
            "details": "Hours as UTC",
            "priority": "high",
            "state": "proposed",
            "assigner": "NL-01",
            "assigner_party": "NL",
            "assignee": "DE-02",
            "assignee_party": "DE",
            "assignee_zone": "Europe/Berlin",
            "due_at": "2030-11-29T16:00:00.000000Z",
            "due_zone": "Europe/Amsterdam",
            "evidence": [exhibit["id"]],
            "comments_count": 0,
            "version": 1,
        }
        assert {name: task[name] for name in told} == told
        assert (await seen(team, "lena", await accepted(team, task)))["may"] == {
            "edit": False,
            "reassign": False,
            "link": True,
            "items": True,
            "tick": True,
            "depend": False,
            "comment": True,
            "steps": [
                {"state": "in_progress", "needs_reason": False},
                {"state": "blocked", "needs_reason": True},
                {"state": "done", "needs_reason": False},
            ],
        }
        numbers = {(await propose(team))["number"] for _ in range(5)} | {task["number"]}
        assert len(numbers) == 6

    async def test_what_is_wrong_is_named_and_nothing_is_created(self, team: Team) -> None:
        for wrong, field in WRONG:
            answer = await try_assign(team, **wrong)
            assert answer.status_code == 422, answer.text
            assert [error["field"] for error in answer.json()["errors"]] == [field], wrong
        assert await listed(team, "coordinator") == []

    async def test_coordinators_assign_to_everybody_and_others_do_not(self, team: Team) -> None:
        assigning = {"coordinator": 201, "jonas": 201, "noor": 422, "bram": 422, "claire": 422, "mara": 422}
        for who in PEOPLE:
            expected = 404 if who == "stranger" else assigning.get(who, 403)
            assert (await try_assign(team, who)).status_code == expected, who

    async def test_leader_assigns_to_own_party_without_proposal(self, team: Team) -> None:
        task = await propose(team, "jonas")
        assert (task["state"], task["assigner"], task["assignee"]) == ("open", "DE-01", "DE-02")
        assert read_json(await change(team, "lena", task, state="in_progress"))["state"] == "in_progress"
        for who, code in (("daan", 404), ("claire", 404), ("jonas", 200), ("coordinator", 200)):
            assert (await see(team, who, task)).status_code == code, who

    async def test_leader_assigns_to_no_other_party(self, team: Team) -> None:
        refused = await try_assign(team, "jonas", assignee="FR-02")
        assert (refused.status_code, refused.json()["code"]) == (422, "own-party-only")
        assert [error["field"] for error in refused.json()["errors"]] == ["assignee"]
        task = await propose(team, "jonas")
        assert (await change(team, "jonas", task, assignee="FR-02")).json()["code"] == "own-party-only"
        moved = read_json(await change(team, "jonas", task, assignee="DE-01"))
        assert (moved["assignee"], moved["state"]) == ("DE-01", "open")
        assert read_json(await change(team, "coordinator", moved, assignee="FR-02"))["state"] == "proposed"

    async def test_leader_passes_a_task_of_the_party_on_and_accepts_it_by_that(self, team: Team) -> None:
        task = await propose(team, assignee="DE-01")
        assert (await seen(team, "jonas", task))["may"]["reassign"]
        for who, code in (("lena", "not-your-task"), ("noor", "not-your-task")):
            assert (await change(team, who, task, assignee="DE-02")).json()["code"] == code, who
        assert (await change(team, "jonas", task, assignee="NL-04")).json()["code"] == "own-party-only"
        assert (await change(team, "jonas", task, assignee="DE-02", title="x")).status_code == 403
        moved = read_json(await change(team, "jonas", task, assignee="DE-02"))
        assert (moved["state"], moved["assignee"], moved["accepted_by"]) == ("open", "DE-02", "DE-01")
        last = (await history(team, "coordinator", task))[-1]
        assert (last["kind"], last["seat"], values(last)["former"]) == ("task.assigned", "DE-01", "DE-01")
        done = read_json(await change(team, "lena", moved, state="done"))
        assert not (await seen(team, "jonas", done))["may"]["reassign"]
        assert (await change(team, "jonas", done, assignee="DE-01")).status_code == 403

    async def test_database_refuses_task_of_a_leader_for_another_party(self, team: Team) -> None:
        hugo = (await member_ids(team))["hugo"].id
        copy = (
            "insert into tasks (id, jit, number, title, priority, state, assigner, assigner_party, assignee, assignee_party,"
            " created_at, updated_at, state_changed_at, party_since) select gen_random_uuid(), :jit, 'T-AAAAAA', 'x', 'normal',"
            " 'proposed', asking_seat(), asking_party(), id, party, now(), now(), now(), now() from members where id = :hugo"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "jonas", copy, hugo=hugo)

    async def test_a_third_country_is_given_nothing_before_its_gate_stands(self, team: Team) -> None:
        answer = await try_assign(team, assignee="CH-01")
        assert (answer.status_code, answer.json()["code"]) == (409, "outbound-gate-closed")
        task = await propose(team)
        assert (await change(team, "coordinator", task, assignee="CH-01")).json()["code"] == "outbound-gate-closed"
        assert (await seen(team, "lena", task))["version"] == 1

    @pytest.mark.parametrize(
        ("local", "zone", "code", "readings"),
        [
            (
                "2027-10-31T02:30",
                "Europe/Berlin",
                "time-shown-twice",
                [("2027-10-31T00:30:00.000000Z", "+02:00"), ("2027-10-31T01:30:00.000000Z", "+01:00")],
            ),
            (
                "2027-03-28T02:30",
                "Europe/Berlin",
                "time-never-shown",
                [("2027-03-28T00:30:00.000000Z", "+01:00"), ("2027-03-28T01:30:00.000000Z", "+02:00")],
            ),
        ],
    )
    async def test_a_local_time_that_is_no_moment_is_refused_with_both_readings(
        self, team: Team, local: str, zone: str, code: str, readings: list[tuple[str, str]]
    ) -> None:
        answer = await try_assign(team, due_local=local, due_zone=zone)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert answer.json()["errors"][0]["field"] == "due_local"
        assert [(one["at"], one["offset"]) for one in answer.json()["readings"]] == readings

    async def test_a_local_time_is_that_of_its_zone(self, team: Team) -> None:
        task = await propose(team, due_local="2030-11-29T17:00", due_zone="Europe/Athens")
        assert task["due_at"] == "2030-11-29T15:00:00.000000Z"
        cleared = read_json(await change(team, "coordinator", task, due_at=None))
        assert (cleared["due_at"], cleared["due_zone"]) == (None, None)


class TestSeeing:
    async def test_the_two_parties_and_coordinators_do_and_nobody_else(self, team: Team) -> None:
        task = await assign(team)
        see_it = {"coordinator", "noor", "bram", "daan", "jonas", "lena"}
        for who in PEOPLE:
            answer = await see(team, who, task)
            expected = 200 if who in see_it else 403 if "auditor" in who else 404
            assert answer.status_code == expected, who
        absent = await team.client("hugo").get(team.path(f"/tasks/{uuid4()}"))
        assert alike(await see(team, "hugo", task), absent)
        for path in ("/comments", "/history"):
            assert alike(await team.client("hugo").get(place(team, task, path)), absent)
        assert await listed(team, "hugo") == []
        for answer in (
            await change(team, "hugo", task, state="done"),
            await comment(team, "hugo", task),
            await relink(team, "hugo", task, link=[]),
        ):
            assert answer.status_code == 404

    async def test_who_is_named_sees_it_whatever_the_role(self, team: Team) -> None:
        task = await assign(team, assignee=team.code("sofia"))
        assert (await see(team, "sofia", task)).status_code == 200
        assert (await see(team, "amir", task)).status_code == 404
        assert read_json(await change(team, "sofia", task, state="in_progress"))["state"] == "in_progress"

    async def test_the_list_filters_and_sorts(self, team: Team) -> None:
        zone = {"due_zone": "Europe/Berlin"}
        await assign(team, title="Soon", due_at="2030-01-01T00:00:00Z", **zone)
        await assign(team, title="Late", due_at="2031-01-01T00:00:00Z", assignee="FR-02", **zone)
        whenever = await assign(team, title="Whenever")
        read_json(await change(team, "lena", whenever, state="in_progress"))
        for query, titles in FILTERS:
            assert [one["title"] for one in await listed(team, "coordinator", query)] == titles, query

    async def test_mine_are_mine(self, team: Team) -> None:
        await assign(team, title="Lena's")
        await assign(team, title="Jonas's", assignee="DE-01")
        assert [one["title"] for one in await listed(team, "lena", "?assignee=me")] == ["Lena's"]
        assert {one["title"] for one in await listed(team, "lena")} == {"Lena's", "Jonas's"}
        assert await listed(team, "daan", "?assignee=me") == []

    @pytest.mark.parametrize("sort", ["due", "newest"])
    async def test_pages_join_without_gap_or_double(self, team: Team, sort: str) -> None:
        same = {"due_at": "2030-01-01T00:00:00Z", "due_zone": "UTC"}
        for due in (same, {}, same, {}, {**same, "due_at": "2029-01-01T00:00:00Z"}):
            await assign(team, **due)
        whole = [one["id"] for one in await listed(team, "lena", f"?sort={sort}")]
        met: list[str] = []
        cursor: str | None = ""
        while cursor is not None:
            page = read_json(await team.client("lena").get(team.path(f"/tasks?sort={sort}&limit=1{cursor}")))
            met += [one["id"] for one in page["items"]]
            cursor = page["next"] and f"&cursor={page['next']}"
        assert met == whole
        assert len(set(met)) == 5
        for cursor in ("x", str(uuid4()), f"{uuid4()}~yesterday", f"{uuid4()}~2030-01-01T00:00:00"):
            assert (await team.client("lena").get(team.path(f"/tasks?cursor={cursor}"))).status_code == 400


class TestWorking:
    @pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.former}-{step.state}")
    async def test_each_step_is_taken_by_its_hand_and_no_other(self, team: Team, step: Step) -> None:
        task = await brought_to(team, await propose(team), step.former, accepted_once=step.accepted is not False)
        by, other = ("coordinator", "lena") if step.by is TaskRelation.OVERSEER else ("lena", "coordinator")
        assert step.state in [one["state"] for one in (await seen(team, by, task))["may"]["steps"]]
        assert step.state not in [one["state"] for one in (await seen(team, other, task))["may"]["steps"]]
        refused = await change(team, other, task, state=step.state, reason=REASON)
        whose = "not-your-answer" if step.by is TaskRelation.RECEIVER else "not-your-step"
        assert (refused.status_code, refused.json()["code"]) == (403, whose)
        assert (await change(team, "daan", task, state=step.state)).json()["code"] == "not-your-task"
        if step.needs_reason:
            unsaid = await change(team, by, task, state=step.state)
            assert [error["field"] for error in unsaid.json()["errors"]] == ["reason"]
        moved = read_json(await change(team, by, task, state=step.state, reason=REASON))
        assert (moved["state"], moved["state_reason"], moved["version"]) == (step.state, REASON, task["version"] + 1)
        assert moved["state_changed_at"] > task["state_changed_at"]
        last = (await history(team, "jonas", task))[-1]
        if step.by is TaskRelation.RECEIVER:
            assert last["kind"] == f"task.{'accepted' if step.state == 'open' else 'declined'}"
            assert values(last)["assignee"] == "DE-02"
        else:
            assert (last["kind"], values(last)["former"], values(last)["state"]) == (
                "task.state_changed",
                step.former,
                step.state,
            )

    async def test_there_is_no_other_step(self, team: Team) -> None:
        task = await brought_to(team, await assign(team), "blocked")
        refused = await change(team, "lena", task, state="open", reason=REASON)
        assert (refused.status_code, refused.json()["code"]) == (409, "no-such-step")

    async def test_standing_still_is_no_step(self, team: Team) -> None:
        task = await assign(team)
        assert read_json(await change(team, "lena", task, state="open"))["version"] == 2
        assert read_json(await change(team, "coordinator", task, title=task["title"]))["version"] == 2
        assert len(await history(team, "lena", task)) == 2


class TestChanging:
    async def test_who_set_it_corrects_it_and_the_history_has_both_texts(self, team: Team) -> None:
        task = await assign(team)
        changed = read_json(await change(team, "coordinator", task, title="Match the hours", priority="urgent", **DUE))
        assert (changed["title"], changed["priority"], changed["due_zone"]) == (
            "Match the hours",
            "urgent",
            "Europe/Amsterdam",
        )
        last = (await history(team, "lena", task))[-1]
        assert last["kind"] == "task.changed"
        assert values(last)["changes"]["title"] == {"from": task["title"], "to": "Match the hours"}
        assert set(values(last)["changes"]) == {"title", "priority", "due_at", "due_zone"}
        assert values(last)["number"] == task["number"]

    async def test_who_works_on_it_does_not_change_what_it_says(self, team: Team) -> None:
        task = await assign(team)
        for who, code in (("lena", "overseer-only"), ("daan", "not-your-task"), ("jonas", "not-your-task")):
            refused = await change(team, who, task, title="Something easier")
            assert (refused.status_code, refused.json()["code"]) == (403, code)
        closed = read_json(await change(team, "coordinator", task, state="cancelled", reason=REASON))
        assert (await change(team, "coordinator", closed, title="Too late")).json()["code"] == "task-closed"

    @pytest.mark.parametrize("wrong", [{}, {"reason": "x"}, {"title": None}, {"state": None}, {"state": "lost"}])
    async def test_a_change_changes_something(self, team: Team, wrong: dict[str, Any]) -> None:
        assert (await change(team, "coordinator", await assign(team), **wrong)).status_code == 422

    async def test_of_two_at_once_one_is_told_how_it_stands_now(self, team: Team) -> None:
        task = await assign(team)
        answers = await asyncio.gather(
            change(team, "coordinator", task, title="Match the hours"), change(team, "lena", task, state="in_progress")
        )
        late = next(answer for answer in answers if answer.status_code != 200)
        assert sorted(answer.status_code for answer in answers) == [200, 412]
        now = await seen(team, "lena", task)
        assert now["version"] == 3
        current = late.json()["current"]
        assert current == {name: now[name] for name in current}
        assert {"title", "details", "priority", "state", "assignee", "due_at", "due_zone", "version"} < set(current)
        assert {"legal_basis", "language", "repeats"} < set(current)
        unsaid = await team.client("coordinator").patch(place(team, task), json={"title": "x"})
        assert unsaid.status_code == 428

    async def test_another_partys_seat_begins_anew_and_the_former_hears_no_more(self, team: Team) -> None:
        task = await brought_to(team, await assign(team), "in_progress")
        read_json(await comment(team, "lena", task, "Our own source says so."), 201)
        moved = read_json(await change(team, "coordinator", task, assignee="FR-02", title="For French ears"))
        assert (moved["assignee"], moved["assignee_zone"], moved["state"]) == ("FR-02", "Europe/Paris", "proposed")
        assert (await see(team, "lena", task)).status_code == 404
        assert (await seen(team, "claire", task))["title"] == "For French ears"
        (given,) = await history(team, "claire", task)
        assert (given["kind"], values(given)["former"], values(given)["title"]) == (
            "task.assigned",
            "DE-02",
            "For French ears",
        )
        heard = [entry for entry in await team.entries("lena") if (entry["subject"] or {}).get("task") == task["id"]]
        expected = ["task.assigned", "task.accepted", "task.state_changed", "task.commented", "task.handed_over"]
        assert [entry["kind"] for entry in heard] == expected
        assert (await comments(team, "claire", moved), (await seen(team, "hugo", moved))["comments_count"]) == ([], 0)
        assert await comments(team, "coordinator", moved) == ["Our own source says so."]
        read_json(await comment(team, "hugo", moved, "Ours begins here."), 201)
        assert await comments(team, "claire", moved) == ["Ours begins here."]
        assert "For French ears" not in str(heard)
        assert "FR-02" not in str(heard[-1])
        assert [entry["kind"] for entry in await history(team, "coordinator", task)][-2:] == [
            "task.assigned",
            "task.commented",
        ]

    async def test_what_the_former_seat_gave_as_a_reason_stays_with_it(self, team: Team) -> None:
        task = await brought_to(team, await assign(team), "in_progress")
        task = read_json(await change(team, "lena", task, state="open", reason="Our own source says so."))
        assert task["state_reason"] == "Our own source says so."
        read_json(await change(team, "coordinator", task, assignee="FR-02"))
        assert (await seen(team, "claire", task))["state_reason"] is None

    async def test_a_task_whose_assignee_left_can_be_cancelled_corrected_and_given_to_another(self, team: Team) -> None:
        task = await assign(team)
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set state = 'ended' where code = 'DE-02'")
        task = read_json(await change(team, "coordinator", task, title="Match the hours"))
        task = read_json(await change(team, "coordinator", task, state="cancelled", reason=REASON))
        task = read_json(await change(team, "coordinator", task, state="open", reason=REASON))
        assert read_json(await change(team, "coordinator", task, assignee="FR-02"))["assignee"] == "FR-02"


class TestTalking:
    async def test_comments_stay_by_the_code_of_a_seat(self, team: Team) -> None:
        task = await assign(team)
        for who, text in (("lena", "The log is in."), ("daan", "Ours begins an hour later."), ("coordinator", "Good.")):
            assert read_json(await comment(team, who, task, text), 201)["seat"] == team.code(who)
        page = read_json(await team.client("jonas").get(place(team, task, "/comments?limit=2")))
        assert [one["text"] for one in page["items"]] == ["Good.", "Ours begins an hour later."]
        rest = read_json(await team.client("jonas").get(place(team, task, f"/comments?limit=2&cursor={page['next']}")))
        assert ([one["seat"] for one in rest["items"]], rest["next"]) == (["DE-02"], None)
        now = await seen(team, "lena", task)
        assert (now["comments_count"], now["version"]) == (3, 2)
        assert values((await history(team, "lena", task))[-1])["text"] == "Good."

    @pytest.mark.parametrize("text", ["", " ", "x" * 4001, "nul\x00"])
    async def test_a_comment_says_something_and_not_everything(self, team: Team, text: str) -> None:
        assert (await comment(team, "lena", await assign(team), text)).status_code == 422

    async def test_there_is_no_way_to_take_one_back(self, team: Team) -> None:
        task = await assign(team)
        made = read_json(await comment(team, "lena", task), 201)
        for method in ("PATCH", "PUT", "DELETE"):
            answer = await team.client("lena").request(
                method, place(team, task, f"/comments/{made['id']}"), headers={"Content-Type": "application/json"}
            )
            assert answer.status_code in {404, 405}


class TestTheLedger:
    async def test_a_coordinator_of_a_third_party_hears_of_it(self, team: Team) -> None:
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set roles = '{coordinator}' where code = $1", team.code("karl"))
        task = await assign(team, assignee=team.code("hugo"))
        assert [one["kind"] for one in await history(team, "karl", task)] == ["task.assigned", "task.accepted"]

    async def test_auditors_read_tasks_there_and_only_there(self, team: Team) -> None:
        task = await assign(team, details="Hours as UTC")
        for who, sees in (("auditor", True), ("jit_auditor", True), ("ines", False), ("claire", False)):
            entries = await team.entries(who, "task.assigned")
            assert bool(entries) is sees, who
        (entry,) = await team.entries("auditor", "task.assigned")
        assert (entry["subject"], entry["seat"], entry["party"]) == ({"task": task["id"]}, "NL-01", "NL")
        assert values(entry)["details"] == "Hours as UTC"
        assert "Hours" not in entry["canonical"], "free text stands in fields of its own"


async def brought_to(team: Team, task: dict[str, Any], state: str, *, accepted_once: bool = True) -> dict[str, Any]:
    """The task in this state, as its coordinator reads it."""
    if accepted_once and state not in {"proposed", "declined"}:
        task = await accepted(team, task)
    if state != task["state"]:
        by = "coordinator" if state == "cancelled" else "lena"
        task = read_json(await change(team, by, task, state=state, reason=REASON))
    return await tasks.seen(team, "coordinator", task)
