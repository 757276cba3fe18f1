"""Classes 5 to 7 for notifications: they follow revocation and restriction, and do not reveal hidden objects.

The reader's access is checked when a notification is read and when its e-mail is sent. Lists and counts are the same
whether an object was withdrawn or never existed.
"""

from typing import Any

from sqlalchemy import text

from app import clock
from app.ledger import recipients
from tests.factories import evidence, notifications, physical_custody, tasks
from tests.factories.evidence import release
from tests.factories.notifications import change, counts, kinds, listed
from tests.factories.sharing import consents
from tests.factories.team import Team, read_json
from tests.support.databases.affected import rows_affected
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser


async def told(team: Team, who: str) -> list[Any]:
    """Everything that somebody reads of notifications, as bytes."""
    await notifications.derived(team)
    paths = ("", "?unread=true", "?dismissed=true", "?urgency=whenever", "?limit=1", "/counts")
    return [(await team.client(who).get(team.path(f"/notifications{path}"))).content for path in paths]


class TestRevocationArrives:
    async def test_in_the_list_the_counts_and_at_its_own_door(self, team: Team) -> None:
        nothing = await told(team, "jonas")
        for how in ("recalled", "narrowed", "lapsed", "deleted"):
            exhibit = await evidence.register(team, "noor", release("DE"))
            (one,) = await listed(team, "jonas")
            assert await counts(team, "jonas") == (1, 0), how
            await self._revoke(team, exhibit, how)
            assert await told(team, "jonas") == nothing, how
            assert (await change(team, "jonas", one, read=True)).status_code == 404, how
            assert await attempt(team, "jonas", "select 1 from notifications") == 0, how
            assert await attempt(team, "jonas", "update notifications set read_at = now()") == 0, how
            readings = await team.client("jonas").post(team.path("/notifications/readings"), json={"until": one["id"]})
            assert read_json(readings, 201)["count"] == 0, how

    async def _revoke(self, team: Team, exhibit: dict[str, Any], how: str) -> None:
        if how == "recalled":
            assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
        elif how == "narrowed":
            read_json(await evidence.grant(team, "noor", exhibit, "DE", version=1, seats=[team.code("lena")]))
        else:
            lapse = "update releases set until = now() - interval '1 minute' where party <> originator"
            async with as_superuser(team) as connection:
                await connection.execute(lapse if how == "lapsed" else "delete from releases where party <> originator")

    async def test_a_seat_that_ended_reads_nothing_and_one_that_is_open_again_reads_on(self, team: Team) -> None:
        await tasks.assign(team)
        assert await counts(team, "lena") == (1, 0)
        why = {"reason": "Leave"}
        member = team.path(f"/members/{team.seats['lena']['id']}/suspension")
        suspended = read_json(await team.client("jonas").post(member, json=why, headers={"If-Match": '"2"'}))
        assert (await team.client("lena").get(team.path("/notifications"))).status_code == 404
        match = {"If-Match": f'"{suspended["version"]}"'}
        read_json(await team.client("jonas").request("DELETE", member, json=why, headers=match))
        assert await kinds(team, "lena") == ["member.resumed", "task.assigned"]

    async def test_a_task_that_went_to_somebody_else(self, team: Team) -> None:
        """Karl, a liaison, saw it as its assignee alone."""
        nothing = await told(team, "karl")
        task = await tasks.assign(team, assignee=team.code("karl"))
        assert await kinds(team, "karl") == ["task.assigned"]
        read_json(await tasks.change(team, "coordinator", task, assignee=team.code("lena")))
        assert await told(team, "karl") == nothing

    async def test_a_consent_about_what_the_asker_sees_no_more(self, team: Team) -> None:
        exhibit = await evidence.register(team, "noor", release("DE", level="readable"))
        consent = await consents.ask(team, "lena", exhibit)
        read_json(await consents.do(team, "noor", consent, "refusal"))
        assert "consent.refused" in await kinds(team, "lena")
        assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
        assert await kinds(team, "lena") == []

    async def test_a_handover_of_what_its_receiver_sees_no_more(self, team: Team) -> None:
        thing = await physical_custody.thing(team, release("DE"))
        await physical_custody.offered(team, "noor", thing, "lena")
        assert "custody.offered" in await kinds(team, "lena")
        assert (await evidence.recall(team, "noor", thing, "DE")).status_code == 204
        assert await kinds(team, "lena") == []

    async def test_an_alarm_about_what_its_owner_sees_no_more(self, team: Team) -> None:
        exhibit = await evidence.with_file(team, release("DE"))
        read_json(await evidence.open_it(team, "lena", exhibit), 201)
        assert await kinds(team, "noor") == ["alert.raised"]
        async with as_superuser(team) as connection:
            narrow = "update releases set seats = array[$1::uuid], own_seats = array[$1::uuid] where party = originator"
            await connection.execute(narrow, team.seats["bram"]["id"])
        assert (await kinds(team, "noor"), await counts(team, "noor")) == ([], (0, 0))


class TestNothingComesBeforeItsRestriction:
    async def test_a_narrowed_release_tells_nobody_else_at_any_moment(self, team: Team) -> None:
        before = {who: await told(team, who) for who in ("jonas", "karl", "claire", "auditor")}
        for _ in range(3):
            await evidence.register(team, "noor", release("DE", seats=[team.code("lena")]))
            for who, nothing in before.items():
                assert await told(team, who) == nothing, who
        assert await counts(team, "lena") == (3, 0)

    async def test_a_release_that_begins_later_tells_when_it_begins(self, team: Team) -> None:
        nothing = await told(team, "jonas")
        await evidence.register(team, "noor", release("DE", not_before="2100-01-01T00:00:00Z"))
        assert await told(team, "jonas") == nothing

    async def test_a_row_of_somebody_who_may_not_know_is_not_even_there(self, team: Team) -> None:
        """The table, read without policies, has no row for members without access."""
        await evidence.register(team, "noor", release("DE", seats=[team.code("lena")]))
        await notifications.derived(team)
        async with as_superuser(team) as connection:
            query = (
                "select m.code from notifications n join members m on m.id = n.seat where n.kind = 'evidence.released'"
            )
            assert [row["code"] for row in await connection.fetch(query)] == [team.code("lena")]


class TestTwoWorlds:
    async def test_what_a_seat_may_see_no_more_is_in_no_page_and_no_count(self, team: Team) -> None:
        """Five of which three were taken back: pages are full, and end, as if there had ever been two."""
        kept = []
        for turn in range(5):
            exhibit = await evidence.register(team, "noor", release("DE"))
            if turn % 2:
                kept.append(exhibit["id"])
            else:
                await notifications.derived(team)
                assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
        assert await counts(team, "jonas") == (2, 0)
        page = read_json(await team.client("jonas").get(team.path("/notifications?limit=2")))
        assert ([one["subject"]["id"] for one in page["items"]], page["next"]) == (kept[::-1], None)

    async def test_a_forged_row_shows_nothing(self, team: Team) -> None:
        """Were the worker wrong about somebody, the policy would still ask: of the fact, and of the subject."""
        exhibit = await evidence.register(team, "noor")
        await notifications.derived(team)
        forged = text(
            "insert into notifications (id, jit, seat, position, kind, noun, subject, urgency, at)"
            " select gen_random_uuid(), :jit, :seat, p.position, 'evidence.released', :noun, :subject, 0, now()"
            " from positions p where p.jit = :jit and not exists (select 1 from notifications n"
            " where n.seat = :seat and n.position = p.position) order by p.position desc limit 4"
        )
        for noun in ("evidence", "quarantine", "nothing", "alert"):
            async with team.context.database.engine() as session:
                binds = {"jit": team.jit_id, "seat": team.seats["lena"]["id"], "noun": noun, "subject": exhibit["id"]}
                assert rows_affected(await session.execute(forged, binds)) == 4
        assert (await kinds(team, "lena"), await counts(team, "lena")) == ([], (0, 0))
        assert await attempt(team, "lena", "select 1 from notifications") == 0


class TestAForgedEntry:
    async def test_that_nobody_could_read_is_not_written(self, team: Team) -> None:
        """An unreadable entry would stop the search for recipients, which reads the entries of all teams."""
        forged = (
            "with written as (insert into entries (id, jit, commitment) values (cast(:id as uuid), :jit, sha256('x')))"
            " insert into headers (entry, jit, kind, subject, seat, party, at)"
            " select cast(:id as uuid), :jit, 'task.assigned', :subject, 'DE-01', :party, cast(cast(:at as text) as timestamptz)"
        )
        unreadable = (
            ("290000-01-01", "{}"),
            ("infinity", "{}"),
            ("-infinity", "{}"),
            ("4000-01-01 BC", "{}"),
            ("2026-05-16", "[" * 601),
        )

        def forge(at: str, subject: str, expected: Refused | int) -> Probe:
            return Probe("jonas", forged, expected, {"id": clock.new_id(), "at": at, "subject": subject})

        refused = [forge(at, subject, Refused("ck_headers")) for at, subject in unreadable]
        await run_probes(team, [*refused, forge("2026-05-16", "[" * 600, 1)])

    def test_that_is_brackets_within_brackets_names_nothing(self) -> None:
        assert recipients._named("[" * 5000) == {}
