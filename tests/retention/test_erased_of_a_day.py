"""What is erased of an action day's entries stands in none of its rows: a dash does, and since when; and nobody else takes words out of them."""

from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.field_erasures import entry, erase, erased
from tests.factories.notifications import kinds
from tests.factories.operations import WARRANT, act, listed, live, place, protect, replan, report, reporting, see
from tests.factories.outcomes import approve, debrief, found, record, write
from tests.factories.tasks import assign, comment
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import BY_GRANT, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser

GONE = "\N{EM DASH}"
#: A word that stands nowhere else.
NAME = "Zygmunt Quist"
TABLES = ("protected", "operation_reports", "action_results", "action_plans", "debriefs", "media_lines")


async def rows_that_say(team: Team, word: str) -> list[str]:
    """The tables of an action day in which a word stands."""
    async with as_superuser(team) as superuser:
        query = "select count(*) from {} r where to_jsonb(r)::text like '%' || $1 || '%'"
        return [one for one in TABLES if await superuser.fetchval(query.format(one), word)]


async def forget(team: Team, who: str, kind: str, *names: str) -> str:
    """Erase fields of the last entry of a kind; when they were, as the ledger has it."""
    position: int = (await entry(team, who, kind))["position"]
    read_json(await erase(team, who, position, *names), 202)
    (one,) = (await erased(team, who, position))["erasures"]
    at: str = one["erased_at"]
    return at


async def whole(team: Team) -> tuple[dict[str, Any], dict[str, Any]]:
    """A German action, shared wholly, on a day of which every row says the name."""
    day = await live(team)
    action = await act(team, "lena", day, objective=f"Find {NAME}", place=f"At {NAME}'s", risk="A dog", sharing="whole")
    read_json(await report(team, "lena", day, text=f"{NAME} was seen"), 201)
    read_json(await protect(team, "lena", day, subject=NAME, reason=f"{NAME} helps us", told=["NL"]), 201)
    assert (await record(team, "lena", day, action, text=f"{NAME} was arrested")).status_code == 204
    read_json(await debrief(team, "lena", day, f"{NAME} ran"))
    read_json(await write(team, "jonas", day, 0, text=f"{NAME} was arrested"))
    return day, action


class TestARow:
    async def test_says_nothing_of_what_was_erased(self, team: Team) -> None:
        day, action = await whole(team)
        assert set(await rows_that_say(team, NAME)) == set(TABLES)
        at = await forget(team, "jonas", "protected.entered", "subject_name", "reason")
        for who in ("lena", "noor"):
            (one,) = await listed(team, who, day, "/do-not-touch")
            assert (one["subject"], one["reason"], one["erased"]) == (GONE, GONE, {"subject": at, "reason": at}), who
        at = await forget(team, "jonas", "operation.reported", "text")
        (one,) = await listed(team, "claire", day, "/ticker")
        assert (one["text"], one["erased"]) == (GONE, {"text": at})
        at = await forget(team, "jonas", "action.result_recorded", "text")
        (one,) = await listed(team, "claire", day, "/results")
        assert (one["text"], one["erased"]) == (GONE, {"text": at})
        at = await forget(team, "jonas", "operation.debriefed", "text")
        one = next(one for one in await listed(team, "claire", day, "/debriefs") if one["party"] == "DE")
        assert (one["text"], one["erased"], one["version"]) == (GONE, {"text": at}, 2)
        at = await forget(team, "jonas", "media_line.written", "text")
        line = read_json(await see(team, "claire", day, "/media-line"))
        assert (line["text"], line["erased"], line["version"]) == (GONE, {"text": at}, 2)
        at = await forget(team, "jonas", "action.planned", "objective", "place")
        plan = read_json(await see(team, "claire", day, f"/actions/{action['id']}"))["plan"]
        assert (plan["objective"], plan["place"], plan["risk"]) == (GONE, GONE, "A dog")
        assert (plan["erased"], plan["version"]) == ({"objective": at, "place": at}, action["plan"]["version"] + 2)
        assert await rows_that_say(team, NAME) == []

    async def test_of_an_entry_that_is_half_erased_says_the_rest_and_is_lifted(self, team: Team) -> None:
        day = await live(team)
        one = read_json(await protect(team, "lena", day, subject=NAME, reason="A source"), 201)
        at = await forget(team, "jonas", "protected.entered", "subject_name")
        path = place(team, day, f"/do-not-touch/{one['id']}/lifting")
        lifted = read_json(await team.client("jonas").post(path, json={"reason": "It is over"}))
        assert (lifted["subject"], lifted["reason"], lifted["erased"]) == (GONE, "A source", {"subject": at})
        assert lifted["lifted_at"]

    async def test_that_reads_otherwise_by_now_stands(self, team: Team) -> None:
        day, action = await whole(team)
        changed = read_json(await replan(team, "lena", day, action, objective=f"Look for {NAME}", place="Elsewhere"))
        read_json(await debrief(team, "lena", day, "Nobody ran", 1))
        debriefed, planned = [], []
        for one in await team.entries("jonas"):
            if one["kind"] == "operation.debriefed":
                debriefed.append(one["position"])
            if one["kind"] == "action.planned":
                planned.append(one["position"])
        for position, names in ((debriefed[0], ("text",)), (planned[0], ("objective", "place"))):
            read_json(await erase(team, "jonas", position, *names), 202)
            await erased(team, "jonas", position)
        plan = read_json(await see(team, "lena", day, f"/actions/{action['id']}"))["plan"]
        assert plan == changed["plan"]
        assert plan["erased"] == {}
        # What a change said, of before or since, goes where it still reads so.
        at = await forget(team, "jonas", "action.changed", "changes")
        plan = read_json(await see(team, "lena", day, f"/actions/{action['id']}"))["plan"]
        assert (plan["objective"], plan["place"], plan["erased"]) == (GONE, GONE, {"objective": at, "place": at})
        assert "action_plans" not in await rows_that_say(team, NAME)

    async def test_of_a_change_says_nothing_of_the_authorisation_either(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "lena", day, authorisation=WARRANT)
        names = WARRANT | {"reference": f"RK {NAME}"}
        changed = read_json(await replan(team, "lena", day, action, authorisation=names))
        at = await forget(team, "jonas", "action.changed", "changes")
        now = read_json(await see(team, "lena", day, f"/actions/{action['id']}"))
        warrant = now["plan"]["authorisation"]
        assert warrant == changed["plan"]["authorisation"] | {"kind": GONE, "reference": GONE}
        assert now["plan"]["erased"] == {"authorisation_kind": at, "authorisation_reference": at}
        assert await rows_that_say(team, NAME) == []
        # What it says anew was not erased; what it said before the change and says no more stays as it is said now.
        anew = read_json(await replan(team, "lena", day, now, authorisation=warrant | {"reference": "RK 5"}))["plan"]
        assert (anew["authorisation"]["reference"], anew["erased"]) == ("RK 5", {"authorisation_kind": at})

    async def test_that_is_said_anew_was_not_erased(self, team: Team) -> None:
        day, action = await whole(team)
        at = await forget(team, "jonas", "action.planned", "objective", "place")
        stale = await replan(team, "lena", day, action, risk="Two dogs")
        assert stale.status_code == 412, "who read it before reads it anew"
        now = read_json(await see(team, "lena", day, f"/actions/{action['id']}"))
        plan = read_json(await replan(team, "lena", day, now, place="Kade 5", risk="Two dogs"))["plan"]
        assert (plan["objective"], plan["place"], plan["erased"]) == (GONE, "Kade 5", {"objective": at})
        await forget(team, "jonas", "operation.debriefed", "text")
        page = read_json(await debrief(team, "lena", day, "Somebody ran", 2))
        one = next(one for one in page["items"] if one["party"] == "DE")
        assert (one["text"], one["erased"], one["version"]) == ("Somebody ran", {}, 3)
        await forget(team, "jonas", "media_line.written", "text")
        assert (await approve(team, "jonas", day, 1)).json()["code"] == "line-changed"
        line = read_json(await write(team, "jonas", day, 2))
        assert (line["erased"], line["version"]) == ({}, 3)

    async def test_of_the_press_that_was_erased_is_approved_by_nobody_until_it_is_written_anew(
        self, team: Team
    ) -> None:
        day = await live(team)
        read_json(await write(team, "jonas", day, 0, text=f"{NAME} was arrested", embargo_at="2020-01-01T00:00:00Z"))
        for who in ("jonas", "claire"):
            read_json(await approve(team, who, day))
        await forget(team, "jonas", "media_line.written", "text")
        for who in ("jonas", "claire"):
            answer = await approve(team, who, day, 2)
            assert (answer.status_code, answer.json()["code"]) == (409, "line-erased")
            assert "Write it again" in answer.json()["detail"]
            line = read_json(await see(team, who, day, "/media-line"))
            assert (line["text"], line["approved"], line["cleared"], line["free"]) == (GONE, [], False, False)
            assert (line["may"]["approve"], line["may"]["write"]) == (False, True)
        for who in ("noor", "claire"):
            assert "media_line.written" not in await kinds(team, who), "nothing waits for them"
        approving = "insert into media_approvals select operation, :party, version, jit, :seat, now() from media_lines"
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "claire", approving)
        read_json(await write(team, "jonas", day, 2, text="Somebody was arrested"))
        for who in ("noor", "claire"):
            assert "media_line.written" in await kinds(team, who)
        with pytest.raises(DBAPIError, match="stands in its ledger"):  # nothing but its entry lacks
            await attempt(team, "claire", approving)
        assert read_json(await approve(team, "claire", day, 3))["approved"] == ["FR"]

    async def test_sent_again_it_is_the_same_and_says_nothing(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "lena", day)
        line, result = reporting(text=f"{NAME} was seen"), found(text=f"{NAME} was arrested")
        for rest, body, kind in (
            ("/ticker", line, "operation.reported"),
            (f"/actions/{action['id']}/results", result, "action.result_recorded"),
        ):
            path = place(team, day, rest)
            first = await team.client("lena").post(path, json=body)
            await forget(team, "jonas", kind, "text")
            again = await team.client("lena").post(path, json=body)
            assert again.status_code == first.status_code, again.text
            assert NAME not in again.text
            other = await team.client("lena").post(path, json=body | {"occurred_at": "2030-01-01T00:00:00Z"})
            assert other.json()["code"] == "key-used"
        assert await rows_that_say(team, NAME) == []


async def test_a_comment_on_a_task_says_nothing_of_it_either(team: Team) -> None:
    task = await assign(team)
    for words in (f"{NAME} called", "Nobody called"):
        read_json(await comment(team, "lena", task, words), 201)
    position = min(one["position"] for one in await team.entries("jonas", "task.commented"))
    read_json(await erase(team, "jonas", position, "text"), 202)
    (erasure,) = (await erased(team, "jonas", position))["erasures"]
    for who in ("jonas", "lena", "coordinator"):
        items = read_json(await team.client(who).get(team.path(f"/tasks/{task['id']}/comments")))["items"]
        shown = [(one["text"], one["erased"]) for one in items]
        assert shown == [("Nobody called", {}), (GONE, {"text": erasure["erased_at"]})], who
    async with as_superuser(team) as superuser:
        assert (
            await superuser.fetchval("select count(*) from task_comments where text like '%' || $1 || '%'", NAME) == 0
        )
    for statement in ("update task_comments set text = 'x'", "update task_comments set erased = '{}'"):
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "lena", statement)


FORGED = (
    "with made as (insert into operation_reports select gen_random_uuid(), jit, id, :party, :seat, gen_random_uuid(), 'incident',"
    """ 'x', true, now(), now(), '{"text": "2026-01-01T00:00:00Z"}' from operations returning erased)"""
    " select 1 from made where erased <> '{}'"
)


class TestInTheDatabase:
    async def test_nobody_erases_words_or_says_that_they_were_erased(self, team: Team) -> None:
        day, _ = await whole(team)
        async with as_superuser(team) as superuser:
            of = {
                "entry": str(await superuser.fetchval("select entry from headers where kind = 'operation.debriefed'"))
            }
        marked = """update {} set erased = '{{"text": "2026-01-01T00:00:00Z"}}'"""
        unentered = (
            f"update debriefs set text = '{GONE}', said_by = :seat, version = version + 1",  # noqa: S608 - names of this test
            f"update action_plans set objective = '{GONE}', version = version + 1",  # noqa: S608
        )
        ungranted = (
            f"update protected set subject = '{GONE}'",  # noqa: S608
            f"update operation_reports set text = '{GONE}'",  # noqa: S608
            "delete from fields where name = 'text'",
        )
        # The setting under which the erasure works opens nothing for a seat.
        opened = "with s as (select set_config('app.erasing', :entry, true)) update debriefs set text = 'x' from s where party <> :party"
        await run_probes(
            team,
            [
                Probe("lena", "select 1 from debriefs", 1),
                *(
                    Probe(who, marked.format(table), BY_GRANT)
                    for table in TABLES
                    for who in ("jonas", "lena", "noor", "coordinator")
                ),
                Probe("lena", FORGED, Refused("stands in its ledger")),
                *(
                    row
                    for who in ("jonas", "lena")
                    for row in (
                        *(Probe(who, statement, Refused("stands in its ledger")) for statement in unentered),
                        *(Probe(who, statement, BY_GRANT) for statement in ungranted),
                        Probe(who, opened, 0, of),
                    )
                ),
            ],
        )
        assert set(await rows_that_say(team, NAME)) == set(TABLES)
        async with as_superuser(team) as superuser:
            await superuser.execute("alter table operation_reports disable trigger user")
            await superuser.execute("alter table operation_reports enable trigger erased")
        await attempt(team, "lena", FORGED)
        assert [one["erased"] for one in await listed(team, "lena", day, "/ticker")] == [{}, {}]
