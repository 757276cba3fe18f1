"""Calendar feeds: a secret address for each calendar, judged anew at each request, that names nothing and tells nobody why not."""

import asyncio
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.errors import NotFound
from app.identity import secrets
from app.services.accounts import throttles
from app.services.coordination.calendar import feeds as service
from tests.factories import evidence, tasks
from tests.factories.calendar_feeds import events, make, read, revoke, standing, try_make
from tests.factories.evidence import alike, release, values
from tests.factories.sharing import consents
from tests.factories.tasks import DUE
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.probes import BY_GRANT, BY_POLICY, ENGINE, Probe, Refused, member_ids, run_probes
from tests.support.databases.superuser import as_superuser

#: What ends a seat, and what takes that back.
ENDS = (
    ("update parties set status = {} where code = 'DE'", "'suspended'", "'active'"),
    ("update parties set leaves_at = {} where code = 'DE'", "now()", "null"),
    ("update members set state = {} where code = 'DE-02'", "'suspended'", "'seated'"),
    ("update members set state = {} where code = 'DE-02'", "'ended'", "'seated'"),
    ("update members set roles = {} where code = 'DE-02'", "'{auditor}'", "'{member}'"),
    ("update accounts set closed_at = {} where email = 'lena@de.test'", "now()", "null"),
    ("update members set until = {} where code = 'DE-02'", "now()", ""),  # the worker says at once that it ended
)


async def unblocked(team: Team) -> None:
    """Forget failures: a test tries more wrong addresses than anybody may."""
    async with as_superuser(team) as superuser:
        await superuser.execute("delete from throttles")


class TestWhatItSays:
    async def test_the_deadlines_of_the_seats_own_tasks_and_of_nobody_elses(self, team: Team) -> None:
        feed = await make(team, "lena")
        assert events(await read(team, feed)) == []
        mine = await tasks.assign(team, **DUE)
        await tasks.assign(team, assignee="NL-04", **DUE)
        await tasks.assign(team, title="Without a deadline")
        assert events(await read(team, feed)) == [(f"Task {mine['number']} due", "20301129T170000")]
        read_json(await tasks.change(team, "lena", mine, state="in_progress"))
        read_json(await tasks.change(team, "lena", read_json(await tasks.see(team, "lena", mine)), state="done"))
        assert events(await read(team, feed)) == []

    async def test_it_names_no_team_no_exhibit_and_nobody(self, team: Team) -> None:
        exhibit = await evidence.with_file(team, release("DE"))
        await tasks.assign(team, details="Ask Anna", evidence=[exhibit["id"]], **DUE)
        feed = await make(team, "jonas", "My secret telephone")
        await consents.ask(team, "noor", use="question", evidence=None, party="DE")
        mine = await tasks.assign(team, assignee="DE-01", title="Search the flat in Kassel", **DUE)
        text = (await read(team, feed)).text
        assert "Answer to a request due" in text
        assert mine["number"] in text
        told: tuple[str, ...] = (
            team.id,
            team.jit["name"],
            "Lantern",
            exhibit["id"],
            exhibit["exhibit_number"],
            "Kassel",
            "Anna",
        )
        told += ("DE-01", "NL", "Jonas", "jonas", "telephone", mine["id"], feed["id"], "liaison.test")
        for word in told:
            assert word not in text, word

    async def test_a_leaders_reviews_and_the_seats_own_end(self, team: Team) -> None:
        exhibit = await evidence.register(team, "jonas")
        await evidence.register(team, "jonas")
        seat = team.path(f"/members/{team.seats['lena']['id']}/until")
        timed = {"until": "2031-05-16T09:30:00+02:00", "reason": "x"}
        current = read_json(await team.client("jonas").get(team.path("/members")))["items"]
        version = next(one["version"] for one in current if one["code"] == "DE-02")
        read_json(await team.client("jonas").put(seat, json=timed, headers={"If-Match": f'"{version}"'}))
        assert events(await read(team, await make(team, "lena"))) == [("Access ends", "20310516T073000Z")]
        review = read_json(await team.client("jonas").get(evidence.place(team, exhibit, "/retention")))["review_on"]
        found = events(await read(team, await make(team, "jonas")))
        assert found == [("Review due", review.replace("-", ""))], "a day once, whatever number of exhibits"

    async def test_what_lies_centuries_off_costs_nothing(self, team: Team) -> None:
        feed = await make(team, "lena")
        near = await tasks.assign(team, **DUE)
        for year in ("2199", "2100"):
            far = f"{year}-12-31T23:00:00Z"
            await tasks.assign(team, due_at=far, due_zone="Europe/Berlin")
        assert events(await read(team, feed)) == [(f"Task {near['number']} due", "20301129T170000")]

    async def test_in_the_persons_language(self, team: Team) -> None:
        task = await tasks.assign(team, **DUE)
        read_json(await team.client("lena").patch("/api/me", json={"locale": "fr"}))
        answer = await read(team, await make(team, "lena"))
        assert [words for words, _ in events(answer)] == [f"Tâche {task['number']} : échéance"]
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"

    async def test_is_sent_again_only_when_it_changed(self, team: Team) -> None:
        feed = await make(team, "lena")
        first = await read(team, feed)
        again = await read(team, feed, **{"If-None-Match": f'"x", W/{first.headers["etag"]}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
        await tasks.assign(team, **DUE)
        changed = await read(team, feed, **{"If-None-Match": first.headers["etag"]})
        assert changed.status_code == 200
        assert changed.headers["etag"] != first.headers["etag"]
        assert changed.headers["cache-control"] == "private, no-cache"

    async def test_two_feeds_of_one_seat_are_not_told_to_be_one(self, team: Team) -> None:
        await tasks.assign(team, **DUE)
        told = [await read(team, await make(team, "lena", name)) for name in "ab"]
        uids = {line for one in told for line in one.text.splitlines() if line.startswith("UID")}
        assert len(uids) == 2


class TestItsSecret:
    async def test_is_told_once_and_kept_as_a_hash_that_nobody_reads(self, team: Team) -> None:
        feed = await make(team, "lena")
        secret = feed["path"].removeprefix("/api/calendar/").removesuffix(".ics")
        assert len(secret) == 43
        (listed,) = await standing(team, "lena")
        assert secret not in str(listed)
        assert "path" not in listed
        async with as_superuser(team) as superuser:
            (kept,) = await superuser.fetch("select * from calendar_feeds")
            assert secret.encode() not in b"".join(str(one).encode() for one in kept.values())
            assert kept["secret_hash"] == secrets.feed_digest(secret)
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "lena", "select secret_hash from calendar_feeds")

    async def test_stands_in_no_line_of_the_access_log(self, team: Team) -> None:
        feed = await make(team, "lena")
        await read(team, feed)
        await team.context.access_log.write(team.context.database)
        async with as_superuser(team) as superuser:
            (line,) = await superuser.fetch("select * from access_log where route = '/api/calendar/{secret}.ics'")
            everything = str(await superuser.fetch("select * from access_log"))
        assert (line["ids"], line["seat"]) == (f'{{"feed": "{feed["id"]}"}}', UUID(team.seats["lena"]["id"]))
        assert (line["outcome"], line["session"]) == (200, UUID(feed["id"]))
        assert feed["path"].rpartition("/")[2].removesuffix(".ics") not in everything
        shown = read_json(await team.client("auditor").get(team.path("/access-log?limit=200")))["items"]
        assert [one["seat"] for one in shown if one["route"] == line["route"]] == ["DE-02"]

    async def test_reads_nothing_but_the_calendar(self, team: Team) -> None:
        feed = await make(team, "lena")
        secret = feed["path"].removeprefix("/api/calendar/").removesuffix(".ics")
        for headers in ({"Authorization": f"Bearer {secret}"}, {"Cookie": f"liaison_session={secret}"}):
            for path in (team.path("/tasks"), "/api/me", team.path("/calendar-feeds")):
                assert (await team.nobody().get(path, headers=headers)).status_code == 401

    async def test_at_most_five_a_seat_also_at_once(self, team: Team) -> None:
        answers = await asyncio.gather(*(try_make(team, "lena", str(n)) for n in range(8)))
        assert sorted(one.status_code for one in answers) == [201] * 5 + [409] * 3
        assert {one.json()["code"] for one in answers if one.status_code == 409} == {"too-many-feeds"}
        first = (await standing(team, "lena"))[0]
        assert (await revoke(team, "lena", first)).status_code == 204
        read_json(await try_make(team, "lena", "again"), 201)
        assert (await try_make(team, "jonas")).status_code == 201, "of each seat"

    async def test_its_use_is_noted(self, team: Team) -> None:
        feed = await make(team, "lena")
        assert feed["last_used_at"] is None
        before = clock.rfc3339(clock.now())
        await read(team, feed)
        assert (await standing(team, "lena"))[0]["last_used_at"] > before


class TestRevocation:
    async def test_arrives_at_the_next_request(self, team: Team) -> None:
        feed, other = await make(team, "lena", "a"), await make(team, "lena", "b")
        assert (await read(team, feed)).status_code == 200
        assert (await revoke(team, "lena", feed)).status_code == 204
        gone, unknown = await read(team, feed), await team.nobody().get("/api/calendar/unknown.ics")
        assert alike(gone, unknown)
        assert gone.status_code == 404
        assert (await read(team, other)).status_code == 200
        assert (await revoke(team, "lena", feed)).status_code == 404
        assert [one["name"] for one in await standing(team, "lena")] == ["b"]

    async def test_between_the_door_and_the_reading(self, team: Team) -> None:
        """The second transaction looks again at both: the feed and its seat."""
        feed = await make(team, "lena")
        lena = await seat_of(team, "lena")
        found = service.FeedAccess(UUID(feed["id"]), lena)
        async with team.context.database.reading() as session:
            assert (await service.again(session, found)).code == "DE-02"
        await revoke(team, "lena", feed)
        async with team.context.database.reading() as session:
            with pytest.raises(NotFound):
                await service.again(session, found)

    async def test_whatever_ends_the_seat_ends_its_feeds_and_tells_nobody(self, team: Team) -> None:
        await tasks.assign(team, **DUE)
        feed = await make(team, "lena")
        for statement, ended, back in ENDS:
            await unblocked(team)
            async with as_superuser(team) as superuser:
                await superuser.execute(statement.format(ended))
                gone, unknown = await read(team, feed), await team.nobody().get("/api/calendar/x.ics")
                assert gone.status_code == 404, statement
                assert alike(gone, unknown)
                if not back:
                    continue
                await superuser.execute(statement.format(back))
                assert (await read(team, feed)).status_code == 200, f"as the seat is now: {statement}"

    async def test_signing_out_everywhere_does_not(self, team: Team) -> None:
        feed = await make(team, "lena")
        assert (await team.client("lena").delete("/api/sessions")).status_code == 204
        assert (await read(team, feed)).status_code == 200

    async def test_what_leaves_the_seat_leaves_its_calendar(self, team: Team) -> None:
        task = await tasks.assign(team, **DUE)
        feed = await make(team, "lena")
        assert len(events(await read(team, feed))) == 1
        read_json(await tasks.change(team, "coordinator", task, assignee="NL-04"))
        assert events(await read(team, feed)) == []

    async def test_facts_say_so_to_the_seat_and_its_auditors_alone(self, team: Team) -> None:
        feed = await make(team, "lena")
        await make(team, "lena")
        await revoke(team, "lena", feed)
        for who, heard in (("lena", 3), ("auditor", 3), ("jit_auditor", 3), ("jonas", 0), ("noor", 0)):
            entries = [one for one in await team.entries(who) if (one["kind"] or "").startswith("calendar_feed.")]
            assert len(entries) == heard, who
        made, _, revoked = [one for one in await team.entries("lena") if (one["kind"] or "").startswith("calendar")]
        assert (made["subject"], revoked["subject"]) == ({"feed": feed["id"]},) * 2
        assert (values(made)["addresses"], values(revoked)["addresses"]) == (1, 1)


class TestGuessing:
    async def test_makes_the_guessers_address_wait_and_nobody_elses(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        began = clock.now()
        monkeypatch.setattr(throttles, "clock", SimpleNamespace(now=lambda: began))  # no wait is over meanwhile
        feed = await make(team, "lena")
        for n in range(throttles.FREE + 1):
            assert (await team.nobody().get(f"/api/calendar/guess{n}.ics")).status_code == 404
        refused = await team.nobody().get("/api/calendar/other.ics")
        assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
        assert int(refused.headers["retry-after"]) > 0
        assert (await read(team, feed)).status_code == 429, "a right one is no oracle either"
        async with as_superuser(team) as superuser:
            await superuser.execute("update throttles set address = '203.0.113.9'")
        assert (await read(team, feed)).status_code == 200

    async def test_is_of_secrets_that_never_were(self, team: Team) -> None:
        """What a calendar goes on asking for, revoked or of a seat that does not sit, makes nobody of its network wait."""
        gone, feed = await make(team, "lena", "a"), await make(team, "lena", "b")
        assert (await revoke(team, "lena", gone)).status_code == 204
        for statement, ended, back in ENDS[:-1]:
            async with as_superuser(team) as superuser:
                await superuser.execute(statement.format(ended))
                dead = [await read(team, one) for one in (gone, feed) for _ in range(throttles.FREE)]
                assert {one.status_code for one in dead} == {404}, statement
                assert all(alike(dead[0], one) for one in dead), statement
                await superuser.execute(statement.format(back))
        assert (await read(team, feed)).status_code == 200

    async def test_revoked_secret_does_not_end_the_count(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        began = clock.now()
        monkeypatch.setattr(throttles, "clock", SimpleNamespace(now=lambda: began))  # no wait is over meanwhile
        feed = await make(team, "lena")
        assert (await revoke(team, "lena", feed)).status_code == 204
        for n in range(throttles.FREE + 1):
            assert (await read(team, feed)).status_code == 404
            assert (await team.nobody().get(f"/api/calendar/guess{n}.ics")).status_code == 404
        assert (await team.nobody().get("/api/calendar/other.ics")).status_code == 429

    async def test_odd_secrets_are_unknown(self, team: Team) -> None:
        for secret in ("%00", "a%2Fb", "%ED%A0%80", "%FF", "x" * 3000, "..", "%F0%9F%92%A9"):
            await unblocked(team)
            assert (await team.nobody().get(f"/api/calendar/{secret}.ics")).status_code == 404, secret

    async def test_a_right_secret_forgets_the_wrong_ones_before(self, team: Team) -> None:
        feed = await make(team, "lena")
        for n in range(3 * throttles.FREE):
            assert (await team.nobody().get(f"/api/calendar/guess{n}.ics")).status_code == 404
            assert (await read(team, feed)).status_code == 200


class TestWorlds:
    async def test_a_hidden_exhibit_changes_no_byte(self, team: Team) -> None:
        await tasks.assign(team, assignee="FR-02", **DUE)
        feeds = [await make(team, who) for who in ("hugo", "claire", "ines", "mara")]
        before = [await read(team, one) for one in feeds]
        exhibit = await evidence.with_file(team, release("DE"))
        task = await tasks.assign(team, evidence=[exhibit["id"]], **DUE)
        read_json(await tasks.comment(team, "lena", task), 201)
        await consents.ask(team, "noor", use="question", evidence=None, party="DE")
        for one, then in zip(feeds, before, strict=True):
            assert alike(await read(team, one), then)

    async def test_who_has_no_tasks_has_no_calendar(self, team: Team) -> None:
        for who in ("auditor", "jit_auditor"):
            assert (await try_make(team, who)).status_code == 403
        assert (await try_make(team, "stranger")).status_code == 404


MAKE = (
    "insert into calendar_feeds (id, jit, seat, slot, name, secret_hash, made_at)"
    " values (gen_random_uuid(), :jit, :whose, :slot, 'x', sha256('x'), now())"
)
DOOR = "select * from calendar_feed_of(sha256('x'), true)"


async def test_rows_of_feeds_are_their_seats_alone(team: Team) -> None:
    """No seat reads, ends or makes the feed of another; an auditor has none; the engine opens none."""
    feed = await make(team, "lena")
    ids = await member_ids(team)

    def make_for(who: str, whose: str, slot: int, expected: Refused | int = BY_POLICY) -> Probe:
        return Probe(who, MAKE, expected, {"whose": ids[whose].id, "slot": slot})

    await run_probes(
        team,
        [
            *(
                Probe(who, statement, 0)
                for who in ("jonas", "noor", "auditor", "jit_auditor")
                for statement in ("select id from calendar_feeds", "update calendar_feeds set revoked_at = now()")
            ),
            Probe("lena", "select id from calendar_feeds", 1),
            *(
                Probe("lena", statement, BY_GRANT)
                for statement in (
                    "delete from calendar_feeds",
                    "update calendar_feeds set secret_hash = 'x'",
                    "update calendar_feeds set seat = :party",
                )
            ),
            make_for("lena", "jonas", 2),
            make_for("auditor", "auditor", 2),
            make_for("lena", "lena", 6, Refused("row-level security|ck_calendar_feeds_slot")),
            make_for("lena", "lena", 0, Refused("row-level security|ck_calendar_feeds_slot")),
            make_for("lena", "lena", 2, 1),
            Probe("jonas", DOOR, 0),
            Probe(ENGINE, DOOR, BY_GRANT),
        ],
    )
    assert (await revoke(team, "lena", feed)).status_code == 204
    again = "update calendar_feeds set revoked_at = null"
    await run_probes(team, [Probe("lena", "select id from calendar_feeds", 1), Probe("lena", again, 0)])
