"""The briefing: what others did while one was away, as one may read it; the mark; notes from one zone to the next."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories import evidence, tasks
from tests.factories.evidence import alike, release, values
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


async def brief(team: Team, who: str, query: str = "") -> dict[str, Any]:
    """What somebody reads."""
    await team.settled()
    view: dict[str, Any] = read_json(await team.client(who).get(team.path(f"/briefing{query}")))
    return view


async def mark(team: Team, who: str, position: int) -> httpx.Response:
    """I have read this."""
    return await team.client(who).post(team.path("/briefing/readings"), json={"position": position})


async def caught_up(team: Team, who: str) -> None:
    """Everything until now is read."""
    assert (await mark(team, who, (await brief(team, who))["head"])).status_code == 204


async def write(
    team: Team, who: str, to: str = "team", text: str = "The image is done; lab opens at nine."
) -> httpx.Response:
    """Leave a note."""
    return await team.client(who).post(team.path("/briefing/notes"), json={"to": to, "text": text})


def kinds(view: dict[str, Any]) -> list[str]:
    """Of every act that is told."""
    return sorted(act["kind"] for one in view["happened"] for act in one["acts"])


class TestWhatHappened:
    async def test_is_told_by_thing_and_kind_since_the_mark(self, team: Team) -> None:
        await caught_up(team, "lena")
        exhibit = await evidence.with_file(team, release("DE"))
        read_json(await evidence.describe(team, "noor", read_json(await evidence.see(team, "noor", exhibit))))
        task = await tasks.assign(team)
        read_json(await tasks.comment(team, "coordinator", task), 201)
        read_json(await tasks.comment(team, "coordinator", task, "And again."), 201)
        view = await brief(team, "lena")
        by_number = {one["number"]: one for one in view["happened"]}
        of_task, of_exhibit = by_number[task["number"]], by_number[exhibit["exhibit_number"]]
        assert (of_task["task"], of_task["title"]) == (task["id"], task["title"])
        assert {act["kind"]: act["count"] for act in of_task["acts"]} == {"task.assigned": 1, "task.commented": 2}
        assert of_task["acts"][0]["seats"] == ["NL-01"]
        assert {"evidence.registered", "evidence.described", "file.received"} <= {a["kind"] for a in of_exhibit["acts"]}
        await caught_up(team, "lena")
        assert (await brief(team, "lena"))["happened"] == []

    async def test_ones_own_acts_are_no_news(self, team: Team) -> None:
        await caught_up(team, "noor")
        await evidence.register(team, "noor")
        assert "evidence.registered" not in kinds(await brief(team, "noor"))
        assert "evidence.registered" in kinds(await brief(team, "bram", "?after=-1"))

    async def test_names_nothing_that_one_may_not_see(self, team: Team) -> None:
        for who in ("claire", "hugo", "mara", "ines", "admin"):
            await caught_up(team, who)
        before = {who: await brief(team, who) for who in ("claire", "hugo", "mara", "ines", "admin")}
        exhibit = await evidence.with_file(team, release("DE"))
        read_json(await evidence.open_it(team, "lena", exhibit), 201)
        task = await tasks.assign(team, evidence=[exhibit["id"]])
        read_json(await tasks.change(team, "coordinator", task, due_at="2030-01-01T00:00:00Z", due_zone="UTC"))
        read_json(await write(team, "jonas", "party"), 201)
        for who, then in before.items():
            now = await brief(team, who)
            assert now | {"head": 0, "marked_at": 0} == then | {"head": 0, "marked_at": 0}, who

    async def test_what_is_recalled_is_named_no_more(self, team: Team) -> None:
        await caught_up(team, "lena")
        exhibit = await evidence.with_file(team, release("DE"))
        assert exhibit["exhibit_number"] in str(await brief(team, "lena"))
        assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
        view = await brief(team, "lena")
        assert exhibit["exhibit_number"] not in str(view)
        assert exhibit["title"] not in str(view)
        assert exhibit["id"] not in str(view)

    async def test_without_a_mark_a_day_is_told(self, team: Team) -> None:
        view = await brief(team, "claire")
        assert view["marked_at"] is None
        since = clock.parse(view["since"])
        assert timedelta(hours=23) < clock.now() - since < timedelta(hours=25)
        assert "member.seated" in kinds(view)

    async def test_since_the_working_day_ended(self, team: Team) -> None:
        view = await brief(team, "noor", "?since=workday")
        ended = clock.parse(view["since"])
        assert ended <= clock.now()
        assert ended.minute == 0
        assert clock.now() - ended < timedelta(days=5)


class TestDeadlines:
    async def test_that_others_moved_are_told_from_what_to_what(self, team: Team) -> None:
        task = await tasks.assign(team, due_at="2030-11-29T16:00:00Z", due_zone="Europe/Amsterdam")
        await caught_up(team, "lena")
        for due in ("2030-11-28T16:00:00Z", "2030-11-27T16:00:00Z"):
            task = read_json(await tasks.change(team, "coordinator", task, due_at=due, due_zone="Europe/Berlin"))
        (moved,) = (await brief(team, "lena"))["moved"]
        assert (moved["task"], moved["number"], moved["seat"]) == (task["id"], task["number"], "NL-01")
        assert (moved["former_due_at"], moved["due_at"]) == (
            "2030-11-29T16:00:00.000000Z",
            "2030-11-27T16:00:00.000000Z",
        )
        assert moved["due_zone"] == "Europe/Berlin"
        assert (await brief(team, "hugo"))["moved"] == (await brief(team, "claire"))["moved"] == []

    async def test_that_come_near_or_passed_are_ones_own(self, team: Team) -> None:
        soon = clock.rfc3339(clock.now() + timedelta(hours=5))
        late = clock.rfc3339(clock.now() + timedelta(hours=25))
        near = await tasks.assign(team, due_at=soon, due_zone="UTC")
        await tasks.assign(team, due_at=late, due_zone="UTC")
        await tasks.assign(team, assignee="NL-04", due_at=soon, due_zone="UTC")
        assert [one["number"] for one in (await brief(team, "lena"))["near"]] == [near["number"]]
        assert len((await brief(team, "coordinator"))["near"]) == 2, "who gave them"
        read_json(await tasks.change(team, "coordinator", near, state="cancelled", reason="x"))
        assert (await brief(team, "lena"))["near"] == []


class TestMark:
    async def test_only_goes_on_and_never_beyond_the_head(self, team: Team) -> None:
        head = (await brief(team, "lena"))["head"]
        assert (await mark(team, "lena", 2**62)).status_code == 204
        assert (await mark(team, "lena", 0)).status_code == 204
        async with as_superuser(team) as superuser:
            assert await superuser.fetchval("select position from briefing_marks") >= head
            assert await superuser.fetchval("select position from briefing_marks") < 2**40
        for position in (-2, 2**63, "x", None, 1.5):
            answer = await team.client("lena").post(team.path("/briefing/readings"), json={"position": position})
            assert answer.status_code == 422, position

    async def test_is_its_seats_own_in_sql_too(self, team: Team) -> None:
        await caught_up(team, "lena")
        for who in ("jonas", "auditor", "noor", "jit_auditor"):
            assert await attempt(team, who, "select 1 from briefing_marks") == 0
            assert await attempt(team, who, "update briefing_marks set position = 9") == 0
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team,
                "jonas",
                "insert into briefing_marks select jit, id, 1, now() from members where code = 'DE-04'",
            )

    async def test_is_no_entry_and_nobody_hears_of_it(self, team: Team) -> None:
        before = len(await team.entries("jit_auditor"))
        await caught_up(team, "lena")
        assert len(await team.entries("jit_auditor")) == before


class TestNotes:
    async def test_reach_the_parties_of_the_union_and_the_writers_own(self, team: Team) -> None:
        note = read_json(await write(team, "noor"), 201)
        for who in ("noor", "daan", "jonas", "claire", "hugo", "coordinator", "auditor"):
            (told,) = (await brief(team, who))["notes"]
            assert (told["id"], told["seat"], told["party"], told["to_party"]) == (note["id"], "NL-02", "NL", None), who
            assert told["text"] == "The image is done; lab opens at nine."
        for who in ("mara", "sofia", "karl"):
            assert (await brief(team, who))["notes"] == [], who
        read_json(await write(team, "mara"), 201)
        assert [one["party"] for one in (await brief(team, "mara"))["notes"]] == ["CH"]
        assert len((await brief(team, "claire"))["notes"]) == 2

    async def test_to_ones_own_party_stay_there(self, team: Team) -> None:
        read_json(await write(team, "noor", "party"), 201)
        assert [one["to_party"] for one in (await brief(team, "daan"))["notes"]] == ["NL"]
        for who in ("jonas", "claire", "auditor", "mara", "ines"):
            assert (await brief(team, who))["notes"] == [], who
            assert await team.entries(who, "briefing.note_written") == []

    async def test_are_new_until_they_are_read(self, team: Team) -> None:
        await caught_up(team, "lena")
        read_json(await write(team, "noor"), 201)
        read_json(await write(team, "lena", text="Mine."), 201)
        assert [one["fresh"] for one in (await brief(team, "lena"))["notes"]] == [False, True]
        await caught_up(team, "lena")
        assert [one["fresh"] for one in (await brief(team, "lena"))["notes"]] == [False, False]

    async def test_are_entries_of_the_ledger(self, team: Team) -> None:
        note = read_json(await write(team, "noor"), 201)
        (entry,) = await team.entries("claire", "briefing.note_written")
        assert (entry["subject"], values(entry)["text"]) == (
            {"note": note["id"]},
            "The image is done; lab opens at nine.",
        )
        assert await team.entries("mara", "briefing.note_written") == []

    async def test_are_written_by_who_works_on_the_case(self, team: Team) -> None:
        for who in ("admin", "ines", "sofia", "auditor", "jit_auditor"):
            assert (await write(team, who)).status_code == 403, who
        assert (await write(team, "stranger")).status_code == 404
        for form, field in (
            ({"to": "DE", "text": "x"}, "to"),
            ({"to": "team", "text": "  "}, "text"),
            ({"to": "team", "text": "x" * 4001}, "text"),
            ({"to": "team", "text": "a\x00b"}, "text"),
        ):
            answer = await team.client("noor").post(team.path("/briefing/notes"), json=form)
            assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field])

    async def test_are_listed_page_by_page(self, team: Team) -> None:
        for n in range(3):
            read_json(await write(team, "noor", text=f"Note {n}"), 201)
        await team.settled()
        path = team.path("/briefing/notes?limit=2")
        first = read_json(await team.client("claire").get(path))
        second = read_json(await team.client("claire").get(f"{path}&cursor={first['next']}"))
        assert [one["text"] for one in (*first["items"], *second["items"])] == ["Note 2", "Note 1", "Note 0"]
        assert second["next"] is None
        assert (await team.client("claire").get(f"{path}&cursor=x")).status_code == 400

    async def test_a_hidden_note_changes_no_byte(self, team: Team) -> None:
        await team.settled()
        before = [await team.client(who).get(team.path("/briefing/notes")) for who in ("claire", "mara")]
        read_json(await write(team, "noor", "party"), 201)
        await team.settled()
        for who, then in zip(("claire", "mara"), before, strict=True):
            now = await team.client(who).get(team.path("/briefing/notes"))
            now.headers["Ledger-Position"] = then.headers["Ledger-Position"]
            assert alike(now, then)
