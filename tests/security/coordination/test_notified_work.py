"""Classes 5 to 7 for notifications of messages, action days and briefings.

No list, count, e-mail or SQL query tells a member of an object that they may not read at that time.
"""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from app.services.coordination import mentions as talk_mentions
from app.services.notifications import mail_queue
from app.settings import Settings
from tests.factories import evidence, messages, notifications, operations, outcomes
from tests.factories.evidence import release
from tests.factories.notifications import counts, kinds, listed
from tests.factories.team import Team, read_json
from tests.notifications import test_mail
from tests.notifications.test_mail import LENA, mails, send, wish
from tests.notifications.test_notified_work import result_of
from tests.security.coordination.test_notifications import told
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import BY_GRANT, ENGINE, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser
from tests.support.mailbox import Mailbox

box = test_mail.box
WATCHERS = ("claire", "hugo", "mara", "ines", "auditor", "jit_auditor")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """One that says it sends e-mail."""
    return settings.model_copy(update={"smtp_host": "127.0.0.1"})


async def looked(team: Team) -> None:
    """The worker considered everything, talk too."""
    await notifications.derived(team)
    await talk_mentions.turn(team.context.database)


async def does(team: Team, statement: str) -> None:
    """Past every policy."""
    async with as_superuser(team) as superuser:
        await superuser.execute(statement)


class TestRevocationArrives:
    @pytest.mark.parametrize(
        "end",
        [
            "update parties set status = 'suspended' where code = 'DE'",
            "update members set state = 'suspended' where code = 'DE-02'",
            "update members set roles = '{auditor}' where code = 'DE-02'",
        ],
    )
    async def test_of_a_channel_to_who_is_of_it_no_more(self, team: Team, box: Mailbox, end: str) -> None:
        await wish(team)
        channel = await messages.open_channel(team)
        await messages.decide(team, "noor", channel, "@DE-02 goes.", mentions=["DE-02"])
        await messages.say(team, "noor", channel, "@DE-02!", mentions=["DE-02"])
        await looked(team)
        assert await counts(team, "lena") == (2, 0)
        assert await mail_queue.queue_notices(team.context.database) == 1
        await does(team, end)
        await send(team, box)
        assert box.accepted == []
        answer = await team.client("lena").get(team.path("/notifications"))
        assert answer.status_code == 404 or answer.json()["items"] == []

    async def test_talk_that_was_taken_back_is_mailed_to_nobody(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        channel = await messages.open_channel(team)
        message = await messages.say(team, "noor", channel, "@DE-02!", mentions=["DE-02"])
        await looked(team)
        assert await mail_queue.queue_notices(team.context.database) == 1
        read_json(await messages.take_back(team, "noor", message))
        await send(team, box)
        assert (box.accepted, [one["state"] for one in await mails(team)]) == ([], ["dropped"])

    async def test_talk_whose_time_is_over_tells_of_itself_no_more_at_that_instant(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        await messages.say(team, "noor", channel, "@DE-02!", mentions=["DE-02"])
        await looked(team)
        assert await counts(team, "lena") == (1, 0)
        nothing = (0, 0)
        async with as_superuser(team) as superuser:
            await superuser.execute("alter table messages disable trigger kept")
            await superuser.execute("update messages set at = at - interval '31 days'")
            await superuser.execute("alter table messages enable trigger kept")
        assert (await counts(team, "lena"), await kinds(team, "lena")) == (nothing, [])

    async def test_an_action_that_is_shared_no_more_takes_its_result_along(self, team: Team) -> None:
        day = await operations.live(team)
        action = await operations.act(team, "lena", day)
        result = await result_of(team, day, action)
        exhibit = await evidence.register(team, "jonas")
        await outcomes.link(team, "jonas", day, result, exhibit["id"])
        assert await kinds(team, "lena") == ["action.result_linked"]
        await does(team, "update members set roles = '{expert}' where code = 'DE-02'")
        assert (await kinds(team, "lena"), await counts(team, "lena")) == ([], (0, 0))

    async def test_who_leads_no_more_is_asked_for_nothing(self, team: Team) -> None:
        day = await operations.planned(team)
        read_json(await outcomes.write(team, "noor", day, 0))
        assert len(await kinds(team, "jonas")) == 2
        await does(team, "update members set roles = '{member}' where code = 'DE-01'")
        assert (await kinds(team, "jonas"), await counts(team, "jonas")) == ([], (0, 0))

    async def test_a_day_that_is_over_asks_nobody(self, team: Team) -> None:
        day = await operations.planned(team)
        read_json(await operations.speak(team, "claire", day, "no_go", reason="x"))
        assert (await kinds(team, "jonas"), await kinds(team, "coordinator")) == (
            ["operation.go_asked"],
            ["operation.word_given"],
        )
        await does(team, "update operations set h_at = now() - interval '1 minute'")
        assert (await kinds(team, "jonas"), await kinds(team, "coordinator")) == ([], [])


class TestNothingThatIsHidden:
    async def test_of_a_channel_of_others(self, team: Team) -> None:
        before = {who: await told(team, who) for who in WATCHERS}
        channel = await messages.open_channel(team)
        decision = await messages.decide(team, "noor", channel, "@DE-02 goes.", mentions=["DE-02"])
        await messages.decide(team, "noor", channel, "@DE-01 goes.", corrects=decision["id"], mentions=["DE-01"])
        message = await messages.say(team, "noor", channel, "@DE-02!", mentions=["DE-02"])
        read_json(await messages.correct(team, "noor", message, "@DE-01!", mentions=["DE-01"]))
        await looked(team)
        for who, nothing in before.items():
            assert await told(team, who) == nothing, who

    async def test_of_what_a_day_keeps_from_others(self, team: Team) -> None:
        """A draft, an incident for one's own party, a result of an action that is not shared, a note to one's own."""
        await evidence.register(team, "jonas", release("FR", level="listed"))
        day = await operations.live(team)
        await looked(team)
        before = {who: await told(team, who) for who in ("claire", "hugo", "mara", "ines")}
        await operations.drafted(team, "noor", title="Hidden")
        read_json(await operations.report(team, "lena", day, kind="incident", shared=False), 201)
        action = await operations.act(team, "lena", day)
        result = await result_of(team, day, action)
        exhibit = await evidence.register(team, "jonas")
        await outcomes.link(team, "jonas", day, result, exhibit["id"])
        note = {"to": "party", "text": "x"}
        read_json(await team.client("noor").post(team.path("/briefing/notes"), json=note), 201)
        for who, nothing in before.items():
            assert await told(team, who) == nothing, who
        assert "operation.reported" in await kinds(team, "jonas")

    async def test_no_row_is_made_for_who_may_not_know(self, team: Team) -> None:
        day = await operations.live(team)
        read_json(await operations.report(team, "lena", day, kind="incident", shared=False), 201)
        await looked(team)
        async with as_superuser(team) as superuser:
            query = (
                "select m.code from notifications n join members m on m.id = n.seat where n.kind = 'operation.reported'"
            )
            assert {row["code"] for row in await superuser.fetch(query)} == {"DE-01", "DE-04"}


class TestForged:
    async def test_rows_show_nothing(self, team: Team) -> None:
        """Were the worker wrong about somebody, the policies would still ask: of the fact, of the subject, and of what waits."""
        channel = await messages.open_channel(team)
        decision = await messages.decide(team, "noor", channel, "@DE-02 goes.", mentions=["DE-02"])
        day = await operations.planned(team, "noor", parties=["NL", "DE"])
        read_json(await outcomes.write(team, "noor", day, 0))
        report = read_json(await operations.report(team, "noor", day, kind="incident", shared=True), 201)
        await looked(team)
        seats = {who: team.seats[who]["id"] for who in ("claire", "hugo", "lena", "karl")}
        forged = text(
            "insert into notifications (id, jit, seat, position, kind, noun, subject, urgency, at)"
            " select gen_random_uuid(), :jit, :seat, p.position, :kind, :noun, :subject, 0, now()"
            " from positions p where p.jit = :jit and not exists (select 1 from notifications n"
            " where n.seat = :seat and n.position = p.position) order by p.position desc limit 3"
        )
        async with as_superuser(team) as superuser:
            await superuser.execute("delete from notifications")
        for kind, noun, subject in (
            ("decision.recorded", "message", decision["id"]),
            ("operation.go_asked", "operation", day["id"]),
            ("operation.word_given", "operation", day["id"]),
            ("media_line.written", "media_line", day["id"]),
            ("operation.reported", "report", report["id"]),
        ):
            async with team.context.database.engine() as session:
                for who in ("claire", "hugo"):
                    binds = {"jit": team.jit_id, "seat": seats[who], "kind": kind, "noun": noun, "subject": subject}
                    await session.execute(forged, binds)
        for who in ("claire", "hugo"):
            assert (await listed(team, who), await counts(team, who)) == ([], (0, 0)), who
            assert await attempt(team, who, "select 1 from notifications") == 0
            assert await attempt(team, who, "update notifications set read_at = now()") == 0

    async def test_talk_is_told_to_nobody_whom_it_does_not_name_whoever_writes(self, team: Team) -> None:
        """And the engine role reads no words."""
        channel = await messages.open_channel(team)
        message = await messages.say(team, "noor", channel, "@DE-01!", mentions=["DE-01"])
        insert = (
            "insert into notifications (id, jit, seat, moment, kind, noun, subject, talk, urgency, at) values"
            " (gen_random_uuid(), :jit, :seat, now(), 'talk.mentioned', 'talk', :subject, :talk, 0, now())"
        )

        def tell(who: str, expected: Refused | int, talk: UUID | None) -> Probe:
            binds = {"jit": team.jit_id, "seat": team.seats[who]["id"], "talk": talk, "subject": UUID(message["id"])}
            return Probe(ENGINE, insert, expected, binds)

        words = {
            "messages": ("text", "words"),
            "operations": ("title",),
            "operation_words": ("reason",),
            "operation_reports": ("text",),
            "media_lines": ("text",),
            "action_results": ("text",),
            "action_plans": ("objective", "place", "authorisation_reference"),
            "actions": ("number",),
        }
        await run_probes(
            team,
            [
                Probe(ENGINE, "select id from messages", 1),
                tell("lena", 0, UUID(message["id"])),
                tell("claire", 0, UUID(message["id"])),
                tell("jonas", Refused("ck_notifications_talk"), None),
                *(
                    Probe(ENGINE, f"select {column} from {table}", BY_GRANT)  # noqa: S608 - names of this list
                    for table, columns in words.items()
                    for column in columns
                ),
            ],
        )


async def test_an_e_mail_of_all_this_says_nothing_of_it(team: Team, box: Mailbox) -> None:
    await wish(team)
    channel: dict[str, Any] = await messages.open_channel(team, name="Anna Brandt")
    await messages.decide(team, "noor", channel, "@DE-02 searches in Kassel.", mentions=["DE-02"])
    await messages.say(team, "noor", channel, "@DE-02, Kassel!", mentions=["DE-02"])
    day = await operations.live(team)
    read_json(await operations.report(team, "noor", day, kind="incident", shared=True, text="Kassel burns"), 201)
    await looked(team)
    await send(team, box)
    (sent,) = box.sent_to(LENA)
    whole = sent.as_string().replace(LENA, "")
    for secret in (
        "Kassel",
        "Brandt",
        "Lantern",
        "DE-02",
        "NL-02",
        channel["id"],
        day["id"],
        team.id,
        "decision",
        "incident",
    ):
        assert secret.lower() not in whole.lower(), secret
