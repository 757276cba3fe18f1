"""Notifications: each fact tells whom it concerns, once; a row is its own seat's, and only while the seat may know of it."""

import asyncio
import dataclasses
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from app.access.notification_rules import BY_CLOCK, OF_DECISIONS, OF_FACTS, OF_TALK, SUBJECTS, NotificationKind, Noun
from app.ledger.facts import FACTS
from app.services.notifications import subjects
from tests.factories import notifications, physical_custody, tasks
from tests.factories.evidence import grant, open_it, recall, register, release, take_it, with_file
from tests.factories.notifications import change, counts, kinds, listed
from tests.factories.sharing import consents, four_eyes, quarantine
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt


class TestTheTable:
    def test_every_kind_has_one_rule_and_every_fact_in_it_exists(self) -> None:
        assert sorted([*OF_FACTS, *OF_DECISIONS, *BY_CLOCK, *OF_TALK]) == sorted(NotificationKind)
        named = {fact.kind: set(_subjects(fact)) for fact in FACTS}
        for kind, rule in OF_FACTS.items():
            assert SUBJECTS[rule.noun] in named[kind], kind
        rules = [*OF_FACTS.values(), *OF_DECISIONS.values(), *BY_CLOCK.values(), *OF_TALK.values()]
        assert {rule.noun for rule in rules} == set(Noun)


def _subjects(fact: Any) -> list[str]:
    return [one.name for one in dataclasses.fields(fact) if one.metadata.get("place") == "subject"]


class TestWhoIsToldOfWhat:
    async def test_a_task_tells_its_two_seats_and_not_who_did_it(self, team: Team) -> None:
        task = await tasks.assign(team)
        assert await kinds(team, "lena") == ["task.assigned"]
        assert await kinds(team, "coordinator") == ["task.accepted"], "by Lena; another party's task is proposed first"
        read_json(await tasks.comment(team, "lena", task), 201)
        read_json(await tasks.change(team, "coordinator", task, title="Match them all"))
        assert await kinds(team, "coordinator") == ["task.commented", "task.accepted"]
        assert await kinds(team, "lena") == ["task.changed", "task.assigned"]
        for who in ("jonas", "noor", "claire", "auditor"):
            assert await kinds(team, who) == [], "they see the task, and it is not theirs"
        (newest, _) = await listed(team, "lena")
        assert newest["by"] == team.code("coordinator")
        assert newest["subject"] == {
            "noun": "task",
            "id": task["id"],
            "number": task["number"],
            "title": "Match them all",
            "evidence": None,
            "within": None,
        }

    async def test_a_release_tells_whom_it_admits(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", seats=[team.code("lena")]))
        assert await kinds(team, "lena") == ["evidence.released"]
        for who in ("jonas", "auditor", "karl", "claire", "daan", "noor", "bram"):
            assert await kinds(team, who) == [], who
        (one,) = await listed(team, "lena")
        assert (one["urgency"], one["subject"]["number"]) == ("whenever", exhibit["exhibit_number"])

    async def test_a_consent_tells_who_can_answer_and_then_who_asked(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", level="readable"))
        consent = await consents.ask(team, "lena", exhibit)
        for leader in ("noor", "bram"):
            assert await kinds(team, leader) == ["consent.requested"]
        assert await kinds(team, "daan") == []
        read_json(await consents.do(team, "noor", consent, "refusal"))
        assert await kinds(team, "lena") == ["consent.refused", "evidence.released"]

    async def test_an_alarm_tells_its_owner_and_a_recall_who_has_a_copy(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await take_it(team, "lena", exhibit), 201)
        assert await kinds(team, "noor") == ["alert.raised"]
        assert await kinds(team, "bram") == []
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        (asked,) = await listed(team, "lena")
        assert (asked["kind"], asked["urgency"]) == ("copy.asked", "now")
        assert asked["subject"]["evidence"] is None, "the exhibit is gone for her; what she keeps has a number"
        assert asked["subject"]["number"] == exhibit["exhibit_number"]

    async def test_a_handover_tells_who_receives_and_then_who_gave(self, team: Team) -> None:
        thing = await physical_custody.thing(team)
        offered = await physical_custody.offered(team, "noor", thing, "daan")
        assert await kinds(team, "daan") == ["custody.offered"]
        read_json(await physical_custody.answer(team, "daan", offered))
        assert await kinds(team, "noor") == ["custody.received"]

    async def test_what_waits_in_quarantine_tells_administrators(self, team: Team) -> None:
        exhibit = await quarantine.brought(team)
        assert await kinds(team, "admin") == ["evidence.registered"]
        read_json(await quarantine.verify(team, "admin", exhibit), 201)
        assert (await kinds(team, "admin"), await counts(team, "admin")) == ([], (0, 0)), "it waits no more"

    async def test_a_wish_for_a_second_leader_tells_the_other_leaders(self, team: Team) -> None:
        read_json(await four_eyes.demand(team, "noor", "release"))
        exhibit = await register(team, "noor")
        read_json(await grant(team, "noor", exhibit, "DE"), 202)
        assert await kinds(team, "bram") == ["release.wanted"]
        assert await kinds(team, "noor") == []

    async def test_what_a_colleague_did_waits_for_nobody_any_more(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", level="readable"))
        consent = await consents.ask(team, "lena", exhibit)
        read_json(await open_it(team, "lena", exhibit), 201)
        thing = await physical_custody.thing(team)
        offered = await physical_custody.offered(team, "noor", thing, "daan")
        assert await kinds(team, "bram") == ["consent.requested"]
        assert await kinds(team, "noor") == ["alert.raised", "consent.requested"]
        assert await kinds(team, "daan") == ["custody.offered"]
        read_json(await consents.do(team, "noor", consent, "refusal"))
        (alert,) = read_json(await team.client("noor").get(team.path("/alerts")))["items"]
        owner = team.path(f"/alerts/{alert['id']}/owner")
        match = {"If-Match": f'"{alert["version"]}"'}
        read_json(await team.client("noor").put(owner, json={"seat": team.code("bram")}, headers=match))
        read_json(await physical_custody.answer(team, "noor", offered, "withdrawn"))
        assert await kinds(team, "bram") == ["alert.handed_over"]
        assert (await kinds(team, "noor"), await kinds(team, "daan")) == ([], [])

    async def test_nothing_of_it_grows_the_ledger(self, team: Team) -> None:
        await tasks.assign(team)
        (one,) = await listed(team, "lena")
        before = await team.entries("jit_auditor")
        read_json(await change(team, "lena", one, read=True))
        assert await counts(team, "lena") == (0, 0)
        assert await team.entries("jit_auditor") == before


class TestReading:
    async def test_unread_come_by_urgency_and_all_by_time(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await take_it(team, "lena", exhibit), 201)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        await tasks.assign(team)
        await register(team, "noor", release("DE"))
        by_time = ["evidence.released", "task.assigned", "copy.asked"]
        assert await kinds(team, "lena") == by_time
        assert await kinds(team, "lena", "?unread=true") == ["copy.asked", "task.assigned", "evidence.released"]
        assert await kinds(team, "lena", "?urgency=now") == ["copy.asked"]
        assert await counts(team, "lena") == (3, 1)

    @pytest.mark.parametrize("query", ["?limit=2", "?limit=2&unread=true"])
    async def test_pages_follow_each_other(self, team: Team, query: str) -> None:
        for _ in range(5):
            await tasks.assign(team)
        whole = await listed(team, "lena", query.replace("limit=2", "limit=50"))
        found, cursor = list[dict[str, Any]](), ""
        while True:
            page = read_json(await team.client("lena").get(team.path(f"/notifications{query}{cursor}")))
            found += page["items"]
            if page["next"] is None:
                break
            cursor = f"&cursor={page['next']}"
        assert (found, len(found)) == (whole, 5)
        for wrong in ("x", "3." + str(uuid4()), str(uuid4())):
            refused = await team.client("lena").get(team.path(f"/notifications?cursor={wrong}"))
            assert refused.status_code == 400

    async def test_read_unread_put_away_and_fetched_back(self, team: Team) -> None:
        await tasks.assign(team)
        (one,) = await listed(team, "lena")
        assert (await change(team, "lena", one, version=7, read=True)).status_code == 412
        missing = await team.client("lena").patch(team.path(f"/notifications/{one['id']}"), json={"read": True})
        assert missing.status_code == 428
        one = read_json(await change(team, "lena", one, read=True))
        assert (one["read"], await counts(team, "lena")) == (True, (0, 0))
        one = read_json(await change(team, "lena", one, read=False))
        one = read_json(await change(team, "lena", one, dismissed=True))
        assert (await listed(team, "lena"), await counts(team, "lena")) == ([], (0, 0))
        assert await kinds(team, "lena", "?dismissed=true") == ["task.assigned"]
        read_json(await change(team, "lena", one, dismissed=False))
        assert await counts(team, "lena") == (1, 0)

    async def test_all_are_read_at_once_and_unread_again(self, team: Team) -> None:
        for _ in range(3):
            await tasks.assign(team)
        newest, *_ = await listed(team, "lena")
        await tasks.assign(team)
        assert await counts(team, "lena") == (4, 0)
        readings = team.path("/notifications/readings")
        done = read_json(await team.client("lena").post(readings, json={"until": newest["id"]}), 201)
        assert (done["count"], await counts(team, "lena")) == (3, (1, 0)), "not what came since"
        kept = (await listed(team, "lena"))[-1]
        read_json(await change(team, "lena", kept, read=True))
        undo = f"{readings}/{done['id']}/reversal"
        assert (await team.client("jonas").post(undo)).status_code == 404
        assert read_json(await team.client("lena").post(undo)) == {"count": 2}, "but for what was said anew"
        assert await counts(team, "lena") == (3, 0)
        assert (await team.client("lena").post(undo)).status_code == 404

    async def test_anothers_is_absent(self, team: Team) -> None:
        await tasks.assign(team)
        (one,) = await listed(team, "lena")
        for who in ("jonas", "coordinator", "noor", "admin"):
            there = await change(team, who, one, read=True)
            gone = await change(team, who, one | {"id": str(uuid4())}, read=True)
            assert (there.status_code, there.content) == (404, gone.content)


class TestTheDatabaseKeepsIt:
    async def test_a_row_is_its_own_seats(self, team: Team) -> None:
        await tasks.assign(team)
        (one,) = await listed(team, "lena")
        everything = "select 1 from notifications"
        for who in ("jonas", "noor", "admin", "auditor", "jit_auditor"):
            assert await attempt(team, who, everything) == 0, who
            assert await attempt(team, who, "update notifications set read_at = now(), version = version + 1") == 0
        assert await attempt(team, "lena", everything) == 1
        for statement in (
            "update notifications set seat = :other",
            "update notifications set mail = null",
            "update notifications set subject = :other",
            "update notifications set written_at = now()",
            "delete from notifications",
            (
                "insert into notifications (id, jit, seat, position, kind, noun, subject, urgency, at)"
                " values (:other, :jit, :seat, 0, 'task.assigned', 'task', :other, 0, now())"
            ),
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "lena", statement, **({"other": UUID(one["id"])} if ":other" in statement else {}))

    async def test_mail_and_cursors_are_nobodys(self, team: Team) -> None:
        for table in ("mails", "notification_cursors"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "lena", f"select 1 from {table}")  # noqa: S608
        read_json(await notifications.prefer(team, "lena", by_mail=False))
        assert await attempt(team, "lena", "select 1 from notification_preferences") == 1
        assert await attempt(team, "jonas", "select 1 from notification_preferences") == 0
        assert await attempt(team, "jonas", "update notification_preferences set by_mail = true") == 0
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team,
                "jonas",
                "insert into notification_preferences (account, by_mail, urgent_passes) values (:lena, false, false)",
                lena=team.accounts["claire"],
            )


class TestPreferences:
    async def test_in_the_page_alone_until_one_says_otherwise(self, team: Team) -> None:
        path = "/api/me/notifications"
        first = read_json(await team.client("lena").get(path))
        assert (first["by_mail"], first["available"], first["version"]) == (False, False, 1)
        assert (await team.client("lena").put(path, json=notifications.STRAIGHT)).status_code == 428
        off: dict[str, Any] = {"by_mail": False, "quiet_from": "22:00", "quiet_to": "06:30", "threshold": None}
        second = read_json(await notifications.prefer(team, "lena", **off))
        assert (second["quiet_from"], second["quiet_to"], second["threshold"], second["version"]) == (
            "22:00",
            "06:30",
            None,
            2,
        )
        stale = await notifications.prefer(team, "lena", **off)
        assert (stale.status_code, stale.json()["current"]) == (412, {"version": 2})
        assert read_json(await team.client("jonas").get(path))["version"] == 1

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"by_mail": True}, "by_mail"),
            ({"by_mail": False, "quiet_from": "22:00"}, "quiet_to"),
            ({"by_mail": False, "quiet_from": "22:00", "quiet_to": "22:00"}, "quiet_to"),
            ({"by_mail": False, "quiet_from": "24:00", "quiet_to": "06:00"}, "quiet_from"),
            ({"by_mail": False, "digest_hour": 24}, "digest_hour"),
            ({"by_mail": False, "threshold": "later"}, "threshold"),
        ],
    )
    async def test_what_cannot_be_is_refused_by_name(self, team: Team, changes: dict[str, Any], field: str) -> None:
        refused = await notifications.prefer(team, "lena", **changes)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
        assert read_json(await team.client("lena").get("/api/me/notifications"))["version"] == 1

    async def test_of_two_who_choose_first_at_once_one_is_told(self, team: Team) -> None:
        both = [notifications.prefer(team, "lena", by_mail=False, digest_hour=hour) for hour in (7, 8)]
        assert sorted(one.status_code for one in await asyncio.gather(*both)) == [200, 412]


async def test_notification_whose_subject_becomes_invisible_meanwhile_is_not_found(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    await register(team, "noor", release("DE"))
    (one,) = await listed(team, "jonas")

    async def nothing(*_: object) -> dict[Any, Any]:
        return {}

    monkeypatch.setattr(subjects, "of", nothing)
    assert (await change(team, "jonas", one, read=True)).status_code == 404


async def test_an_opening_of_ones_own_tells_nobody_else(team: Team) -> None:
    exhibit = await with_file(team, release("DE"))
    read_json(await open_it(team, "jonas", exhibit), 201)
    assert await kinds(team, "lena") == ["evidence.released"]
    assert await kinds(team, "daan") == []
