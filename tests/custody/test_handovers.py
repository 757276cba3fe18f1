"""Handovers: offered by the holder, received by the other member, and an alert when nobody answers."""

import asyncio
from datetime import timedelta
from typing import Any

from app import clock
from app.services.custody import handover_jobs
from app.services.notifications import alerts as alert_service
from tests.factories.evidence import alike, custody, recall, release, values
from tests.factories.pending_actions import ids_of
from tests.factories.physical_custody import act, answer, offer, offered, thing, where
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import BY_GRANT, BY_POLICY, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser

OFFER = (
    "insert into handovers (id, jit, evidence, party, offered_by, giver, to_party, to_seat, offered_at, due_at, state)"
    " select gen_random_uuid(), :jit, :evidence, :party, :seat, 'x', m.party, m.id, now(), now() + interval '1 day',"
    " 'offered' from members m where m.code = :to"
)
RECEIVED = "update handovers set state = 'received', place = 'x', answered_by = :seat, answered_at = now()"
WITHDRAWN = "update handovers set state = 'withdrawn', why = 'x', answered_by = :seat, answered_at = now()"
IN_THE_NAME_OF = "(select id from members where code = '{}')"

ABSENT = {"id": "0192f0c1-2345-7000-8000-000000000000", "version": 1}


async def waiting(team: Team, who: str) -> list[dict[str, Any]]:
    """The handovers that a member has to answer."""
    found = await listed(team, who, "?mine=true&waiting=true")
    assert sorted(await ids_of(team, who, "handover_answer")) == sorted(one["id"] for one in found)
    return found


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/handovers{query}")))["items"]
    return found


async def alarms(team: Team, who: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/alerts")))["items"]
    return [one for one in items if one["kind"] == "handover"]


async def code(answer_: Any, status: int) -> str:
    assert answer_.status_code == status, answer_.text
    return str(answer_.json()["code"])


class TestAnswers:
    async def test_handover_received_moves_custody_and_enters_both_acts(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        read_json(await act(team, "noor", exhibit, "sealed"), 201)
        view = read_json(await offer(team, "noor", exhibit, "lena"), 201)
        one = view["handover"]
        assert (one["giver"], one["to_seat"], one["to_name"], one["state"]) == (
            "Noor",
            team.code("lena"),
            "Lena",
            "offered",
        )
        assert clock.parse(one["due_at"]) - clock.parse(one["offered_at"]) == timedelta(hours=24)
        assert (view["seat"], view["steps"], one["may"]) == (team.code("noor"), ["incident"], ["withdrawn"])
        assert await code(await act(team, "noor", exhibit, "stored"), 409) == "handover-open"
        assert await code(await offer(team, "noor", exhibit, "daan"), 409) == "handover-open"
        for who in ("noor", "daan", "jonas"):
            assert await waiting(team, who) == [], who
        (mine,) = await waiting(team, "lena")
        assert (mine["id"], mine["evidence"], mine["seal"]) == (one["id"], exhibit["id"], "A 100 417")
        assert mine["may"] == ["received", "refused"]
        unsaid = await answer(team, "lena", mine)
        assert (unsaid.status_code, unsaid.json()["errors"][0]["field"]) == (422, "intact")
        had = read_json(await answer(team, "lena", mine, intact=True))
        assert (had["state"], had["answered_by"], had["may"]) == ("received", team.code("lena"), [])
        view = await where(team, "noor", exhibit)
        assert [view[n] for n in ("standing", "party", "seat", "custodian", "place", "seal")] == [
            *("held", "DE", team.code("lena"), "Lena", "Wiesbaden", "A 100 417")
        ]
        assert await waiting(team, "lena") == []
        given, received = (await custody(team, "noor", exhibit))[-2:]
        assert [(e["kind"], e["seat"]) for e in (given, received)] == [
            ("custody.offered", team.code("noor")),
            ("custody.received", team.code("lena")),
        ]
        assert given["subject"]["handover"] == received["subject"]["handover"] == one["id"]
        assert (values(given)["to_party"], values(given)["giver"]) == ("DE", "Noor")
        assert (values(received)["giver"], values(received)["intact"]) == ("Noor", True)
        assert await code(await answer(team, "lena", had | {"version": 2}, intact=True), 409) == "handover-answered"

    async def test_offer_and_event_at_the_same_moment_are_recorded_once(self, team: Team) -> None:
        """Both wait for the row of physical custody; the later one sees what the earlier one recorded."""
        exhibit = await thing(team, release("DE"))
        done = await asyncio.gather(
            offer(team, "noor", exhibit, "lena", version=1),
            act(team, "noor", exhibit, "stored", version=1),
            act(team, "noor", exhibit, "returned", version=1),
        )
        codes = sorted(each.status_code for each in done)
        assert (codes[0], set(codes[1:]) <= {409, 412}) == (201, True), codes

    async def test_handover_refused_or_withdrawn_leaves_custody_unchanged(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        one = await offered(team, "noor", exhibit, "lena")
        assert (await answer(team, "lena", one, "refused", why=" ")).status_code == 422
        read_json(await answer(team, "lena", one, "refused"))
        assert (await where(team, "noor", exhibit))["seat"] == team.code("noor")
        again = await offered(team, "noor", exhibit, "jonas")
        read_json(await answer(team, "bram", again, "withdrawn"))
        read_json(await act(team, "noor", exhibit, "stored"), 201)
        assert [values(e)["why"] for e in (await custody(team, "lena", exhibit))[-4:-1:2]] == ["The box is damp"] * 2
        assert [row["state"] for row in await listed(team, "lena", "?waiting=false")] == ["withdrawn", "refused"]

    async def test_handover_is_answered_once_and_only_by_its_two_sides(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"), release("FR"))
        one = await offered(team, "noor", exhibit, "lena")
        for who, state in (("jonas", "received"), ("noor", "received"), ("claire", "refused"), ("lena", "withdrawn")):
            assert await code(await answer(team, who, one, state), 403) == "not-ones-answer", who
        for who in ("auditor", "coordinator"):
            assert (await answer(team, who, one)).status_code == 403
        for who in ("mara", "sofia"):
            assert alike(await answer(team, who, one), await answer(team, who, ABSENT)), who
        assert (await answer(team, "lena", one | {"version": 7})).status_code == 412
        answers = await asyncio.gather(
            answer(team, "lena", one), answer(team, "lena", one, "refused"), answer(team, "noor", one, "withdrawn")
        )
        codes = sorted(each.status_code for each in answers)
        assert codes[0] == 200
        assert set(codes[1:]) <= {409, 412}
        assert len([e for e in await custody(team, "noor", exhibit) if e["kind"].startswith("custody.")]) == 3


class TestRecipients:
    async def test_recipient_without_read_access_or_late_due_time_is_refused(self, team: Team) -> None:
        exhibit = await thing(team, release("DE", seats=["DE-02"]), release("FR", "listed"))
        names = [row["seat"] for row in (await where(team, "noor", exhibit))["receivers"]]
        assert names == ["DE-02", "NL-03", "NL-04"]
        for who in ("jonas", "claire", "mara", "ines", "coordinator", "auditor", "noor"):
            refused = await offer(team, "noor", exhibit, who)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "seat"), who
        past, far = clock.now() - timedelta(minutes=1), clock.now() + timedelta(days=40)
        for due in (past, far):
            refused = await offer(team, "noor", exhibit, "lena", due_at=clock.rfc3339(due))
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "due_at")
        assert await code(await offer(team, "bram", exhibit, "lena"), 403) == "not-to-hand-over", "Noor has it in hand"
        read_json(await offer(team, "noor", exhibit, "lena"), 201)

    async def test_recipients_do_not_reveal_releases_to_other_parties(self, team: Team) -> None:
        """Germany has it: whether France reads it too makes no difference to what Germany is told."""
        exhibit, alone = await thing(team, release("DE"), release("FR")), await thing(team, release("DE"))
        told: list[tuple[int, str, list[str]]] = []
        for one in (exhibit, alone):
            read_json(await answer(team, "lena", await offered(team, "noor", one, "lena")))
            refused = await offer(team, "lena", one, "claire")
            receivers = [row["seat"] for row in (await where(team, "lena", one))["receivers"]]
            told.append((refused.status_code, refused.json()["detail"], receivers))
        assert told[0] == told[1]
        assert told[0][2] == ["DE-01", "NL-02", "NL-03", "NL-04"]
        back = await offered(team, "lena", exhibit, "bram")
        read_json(await answer(team, "bram", back, place="Rotterdam"))
        assert (await where(team, "noor", exhibit))["party"] == "NL"
        for who in ("noor", "lena", "claire"):  # who reads it hears of both, whoever does not know that it does
            received = [values(e) for e in await custody(team, who, exhibit) if e["kind"] == "custody.received"]
            assert [one["giver"] for one in received] == ["Noor", "Lena"], who

    async def test_stored_exhibit_is_offered_by_the_responsible_party(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        read_json(await act(team, "noor", exhibit, "stored"), 201)
        one = await offered(team, "daan", exhibit, "lena", giver="R. de Wit")
        assert one["giver"] == "R. de Wit"
        assert await code(await offer(team, "lena", exhibit, "jonas"), 403) == "not-to-hand-over"
        read_json(await answer(team, "lena", one))
        assert (await where(team, "lena", exhibit))["standing"] == "held"


class TestOverdue:
    async def test_overdue_handover_alerts_a_leader_once_and_stays_open(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        read_json(await answer(team, "lena", await offered(team, "noor", exhibit, "lena")))
        back = await offered(team, "lena", exhibit, "bram")
        await handover_jobs.alarm_due(team.context.database)
        assert await alarms(team, "jonas") == []
        await pass_due(team, back)
        for _ in range(2):
            await handover_jobs.alarm_due(team.context.database)
        (alarm,) = await alarms(team, "jonas")
        assert (alarm["owner"], alarm["party"], alarm["seat"]) == (team.code("jonas"), "NL", team.code("bram"))
        assert (alarm["handover"], alarm["evidence"]) == (back["id"], exhibit["id"])
        for who in ("noor", "bram", "claire"):
            assert await alarms(team, who) == [], who
        (told,) = await team.entries("jonas", "alert.raised")
        assert (values(told)["alert_kind"], values(told)["owner"]) == ("handover", team.code("jonas"))
        assert await team.entries("claire", "alert.raised") == []
        assert [one["id"] for one in await waiting(team, "bram")] == [back["id"]]
        read_json(await answer(team, "bram", back, place="Rotterdam"))
        assert await waiting(team, "bram") == []
        form = {"alerts": [alarm["id"]], "word": "It arrived on Monday"}
        assert (await team.client("jonas").post(team.path("/alerts/acknowledgements"), json=form)).status_code == 204
        assert await alert_service.find_owners(team.context.database) == 0

    async def test_answered_handover_alerts_nobody(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        one = await offered(team, "noor", exhibit, "lena")
        read_json(await answer(team, "lena", one))
        await pass_due(team, one)
        assert await handover_jobs.alarm_due(team.context.database) == 0
        assert await alarms(team, "noor") == []

    async def test_handover_to_a_member_without_access_is_withdrawn(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        one = await offered(team, "noor", exhibit, "lena")
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert await waiting(team, "lena") == []
        assert alike(await answer(team, "lena", one), await answer(team, "lena", ABSENT))
        read_json(await answer(team, "noor", one, "withdrawn"))


async def pass_due(team: Team, one: dict[str, Any]) -> None:
    """As if its time had passed."""
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update handovers set offered_at = now() - interval '2 days', due_at = now() - interval '1 minute' where id = $1",
            one["id"],
        )


class TestOtherPartiesInSql:
    async def test_custody_of_another_party_is_not_written(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"), release("FR"))
        by_handover = Refused("moves to another party by a received handover")
        own_act = Refused("becomes the holder only by its own act")
        await run_probes(
            team,
            [
                Probe("noor", "select 1 from physical_custody", 1),
                *(
                    Probe(who, statement, 0)
                    for who in ("lena", "claire", "mara", "auditor")
                    for statement in (
                        "update physical_custody set seat = :seat, party = :party",
                        "update physical_custody set place = 'elsewhere'",
                    )
                ),
                Probe("lena", "delete from physical_custody", BY_GRANT),
                Probe(
                    "bram",
                    "update physical_custody set party = (select id from parties where code = 'DE')",
                    by_handover,
                ),
                Probe(
                    "bram", "update physical_custody set seat = (select id from members where code = 'NL-04')", own_act
                ),
            ],
        )
        read_json(await answer(team, "lena", await offered(team, "noor", exhibit, "lena")))
        anothers = Refused("a member of another party holds the item")
        await run_probes(
            team,
            [
                Probe("lena", "select 1 from physical_custody", 1),
                Probe("noor", "update physical_custody set state = 'stored', seat = null, custodian = 'x'", anothers),
                Probe("noor", "update physical_custody set seat = :seat", own_act),
                Probe("noor", "update physical_custody set seat = :seat, party = :party", by_handover),
            ],
        )
        read_json(await act(team, "lena", exhibit, "returned"), 201)
        ended = Refused("changes only by a correction")
        await run_probes(
            team,
            [
                Probe("lena", "select 1 from physical_custody", 1),
                Probe("lena", "update physical_custody set state = 'held', custodian = 'x'", ended),
            ],
        )

    async def test_a_third_party_neither_offers_nor_answers(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"), release("FR"))
        hidden = await thing(team)
        about = {"evidence": exhibit["id"]}
        await run_probes(
            team,
            [
                Probe("noor", "select 1 from physical_custody", 2),
                Probe("lena", OFFER, BY_POLICY, about | {"to": "DE-01"}),
                Probe("noor", OFFER, BY_POLICY, about | {"to": "CH-01"}),
                Probe("noor", OFFER, Refused("row-level security|ck_handovers_another"), about | {"to": "NL-02"}),
                Probe(
                    "noor", OFFER.replace(":seat", IN_THE_NAME_OF.format("NL-03")), BY_POLICY, about | {"to": "DE-02"}
                ),
                Probe("lena", OFFER, BY_POLICY, {"evidence": hidden["id"], "to": "DE-01"}),
            ],
        )
        one = await offered(team, "noor", exhibit, "lena")
        forged = RECEIVED.replace(":seat", IN_THE_NAME_OF.format("DE-01"))
        await run_probes(
            team,
            [
                Probe("claire", "select 1 from handovers", 1),
                *(Probe(who, answered, 0) for who in ("claire", "mara") for answered in (RECEIVED, WITHDRAWN)),
                Probe("lena", forged, BY_POLICY),
                Probe("lena", RECEIVED, Refused("needs its ledger entry")),
            ],
        )
        read_json(await answer(team, "lena", one))
        view = await where(team, "noor", exhibit)
        assert (view["seat"], view["party"]) == (team.code("lena"), "DE")
        again = "update handovers set state = 'offered', place = null, answered_by = null, answered_at = null"
        await run_probes(team, [Probe("lena", "select 1 from handovers", 1), Probe("lena", again, 0)])

    async def test_possible_recipients_are_told_only_to_the_responsible_party(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"), release("FR"))
        asked = "select 1 from members where can_receive_handover(:evidence, id)"
        assert await attempt(team, "noor", asked, evidence=exhibit["id"]) == 6
        for who in ("lena", "claire", "mara", "auditor"):
            assert await attempt(team, who, asked, evidence=exhibit["id"]) == 0, who
