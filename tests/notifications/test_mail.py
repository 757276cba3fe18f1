"""E-mail: it says that something needs its reader and nothing else, goes once, and not to who may know no more."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pydantic import ValidationError
from sqlalchemy import text

from app import clock
from app.errors import Invalid
from app.services.accounts.accounts import email_of
from app.services.notifications import mail_post, mail_queue, mail_sending, notification_jobs
from app.services.notifications.letters import letter
from app.services.notifications.mail_post import NotSentError
from app.settings import Settings
from tests.factories import notifications, tasks
from tests.factories import team as teams
from tests.factories.accounts import PASSWORD
from tests.factories.evidence import recall, register, release, take_it, with_file
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.mailbox import HEAD, Mailbox, certified, mailbox
from tests.support.program import new_client

LENA = teams.email_of("lena")
NOON = datetime(2030, 6, 3, 12, tzinfo=UTC)  # accounts of tests are in UTC


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """One that says it sends e-mail, to nobody who would take it: what the worker sends comes back here by the tests' own hand."""
    return settings.model_copy(update={"smtp_host": "127.0.0.1"})


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mailbox() as opened:
        yield opened


async def wish(team: Team, who: str = "lena", **changes: Any) -> None:
    """E-mail wanted, since long ago."""
    read_json(await notifications.prefer(team, who, **changes))
    async with as_superuser(team) as connection:
        await connection.execute("update notification_preferences set mailing_since = '2020-01-01'")


async def send(team: Team, box: Mailbox, now: datetime | None = None, minutes: float = 15) -> None:
    """What the worker does, until there is nothing more to do."""
    await notifications.derived(team)
    database = team.context.database
    await mail_queue.queue_notices(database, now)
    await mail_queue.queue_digests(database, now)
    await mail_queue.queue_sign_ins(database, now)
    while await mail_sending.send_next(database, box.post(minutes), now):
        pass


async def mails(team: Team) -> list[dict[str, Any]]:
    """The queue, past every policy."""
    async with as_superuser(team) as connection:
        return [dict(row) for row in await connection.fetch("select * from mails order by id")]


class TestWhatItSays:
    async def test_nothing_of_what_happened(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        task = await tasks.assign(team, title="Match the sign-ins of OMEGA")
        exhibit = await register(team, "noor", release("DE"), title="Image of server OMEGA")
        await send(team, box)
        (sent,) = box.sent_to(LENA)
        whole = sent.as_string()
        people = [name for name in teams.PEOPLE if name != "lena"]
        told = [task["number"], exhibit["exhibit_number"], "OMEGA", team.id, task["id"], exhibit["id"], "Lantern"]
        codes = [one["code"] for one in team.seats.values()]
        for secret in (*told, *people, *codes, "NL", "Netherlands", "task", "exhibit", "released"):
            assert secret.lower() not in whole.replace(LENA, "").lower(), secret
        assert (sent["From"], sent["To"], sent["Subject"]) == (
            "Liaison <liaison@example.org>",
            LENA,
            "Liaison: action required",
        )
        assert "https://liaison.example.org/\n" in sent.get_content().replace("\r\n", "\n")
        assert sent["Auto-Submitted"] == "auto-generated"
        assert sent["List-Unsubscribe"] == "<https://liaison.example.org/account>"
        assert sent.get_content_type() == "text/plain"

    async def test_in_the_accounts_language(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        read_json(await team.client("lena").patch("/api/me", json={"locale": "fr"}))
        await tasks.assign(team)
        await send(team, box)
        (sent,) = box.sent_to(LENA)
        assert sent["Subject"] == "Liaison\u00a0: action requise"

    def test_all_notices_are_alike_but_for_date_and_id(self) -> None:
        one, other = (letter(HEAD, uuid4(), NOON, "notice", "a@x.test", "en") for _ in range(2))
        assert one["Message-ID"] != other["Message-ID"]
        for message in (one, other):
            del message["Message-ID"]
        assert bytes(one) == bytes(other)

    @pytest.mark.parametrize(
        "address",
        [
            *("a@x.test\r\nBcc: b@x.test", "a@x.test\nX: y", "a\x00@x.test", "a@x.test, b@x.test", "a@x.test,b"),
            *(".a@x.test", "a..b@x.test", "a.@x.test", "a@x.", 'a"b@x.test', "a@[1", "a;b@x.test", "@"),
        ],
    )
    def test_no_header_is_let_in_by_an_address(self, address: str) -> None:
        with pytest.raises(Invalid):
            email_of(address)
        with pytest.raises(ValueError, match=r"one line|[Ii]nvalid|address|parse"):
            letter(HEAD, uuid4(), NOON, "notice", address, "en")


class TestUnfamiliarSignIn:
    """Whoever signs in with a stolen password cannot keep the owner from hearing of it."""

    async def test_owner_is_told_of_each_new_browser_and_network(self, team: Team, box: Mailbox) -> None:
        async with as_superuser(team) as connection:
            await connection.execute("update accounts set created_at = '2020-01-01'")
        known = new_client(team.app)
        for browser, told in (
            (known, 1),  # a new browser in a known network
            (known, 1),
            (new_client(team.app), 2),
            (elsewhere := new_client(team.app, address="203.0.113.7"), 3),
            (elsewhere, 3),
        ):
            answer = await browser.post("/api/sessions", json={"email": LENA, "password": PASSWORD})
            assert answer.status_code == 201, answer.text
            await send(team, box)
            assert len(box.sent_to(LENA)) == told
        listed = read_json(await elsewhere.get("/api/sessions"))["items"]
        assert [one["unfamiliar"] for one in listed] == [False, True, True, False, True, False]
        sent = box.sent_to(LENA)[-1]
        assert sent["Subject"] == "Liaison: new sign-in"
        assert "List-Unsubscribe" not in sent
        assert "https://liaison.example.org/account" in sent.get_content()
        assert "203.0.113.7" not in sent.as_string(), "mail servers on the way learn no address"

    async def test_token_from_new_network_and_return_after_long_absence(self, team: Team, box: Mailbox) -> None:
        form = {"email": LENA, "password": PASSWORD}
        for address, told in (("127.0.0.1", 0), ("203.0.113.7", 1), ("203.0.113.7", 1)):
            read_json(await new_client(team.app, address=address).post("/api/tokens", json=form))
            await send(team, box)
            assert len(box.sent_to(LENA)) == told
        async with as_superuser(team) as connection:
            await connection.execute(
                "delete from sessions s using accounts a where a.id = s.account and a.email = $1", LENA
            )
            await connection.execute("update accounts set created_at = '2020-01-01' where email = $1", LENA)
        read_json(await new_client(team.app).post("/api/tokens", json=form))
        await send(team, box)
        assert len(box.sent_to(LENA)) == 2, "nothing is known of the networks of an account that was away"

    async def test_old_sign_in_is_not_reported_when_email_is_switched_on_later(self, team: Team, box: Mailbox) -> None:
        form = {"email": LENA, "password": PASSWORD}
        read_json(await new_client(team.app, address="203.0.113.7").post("/api/tokens", json=form))
        await send(team, box, clock.now() + timedelta(days=4))
        assert await mails(team) == []


class TestOneThatCannotGo:
    """Neither an address from before its form was asked for, nor what nobody foresaw, holds up the e-mails of others."""

    async def test_an_address_that_is_none(self, team: Team, box: Mailbox) -> None:
        for who in ("lena", "daan"):
            await wish(team, who)
            await tasks.assign(team, assignee=team.code(who))
        async with as_superuser(team) as connection:
            await connection.execute("update accounts set email = '.(@x' where email = $1", LENA)
        await send(team, box)
        assert len(box.sent_to(teams.email_of("daan"))) == 1
        assert sorted(one["state"] for one in await mails(team)) == ["failed", "sent"]

    async def test_one_that_cannot_be_judged(self, team: Team, box: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
        for who in ("lena", "daan"):
            await wish(team, who)
            await tasks.assign(team, assignee=team.code(who))
        judge = mail_sending._judge

        async def fails_once(*_: Any) -> Any:
            monkeypatch.setattr(mail_sending, "_judge", judge)
            raise RuntimeError("nobody foresaw this")

        monkeypatch.setattr(mail_sending, "_judge", fails_once)
        await send(team, box)
        assert sorted(one["state"] for one in await mails(team)) == ["queued", "sent"]
        await send(team, box, clock.now() + timedelta(hours=5))
        assert [one["state"] for one in await mails(team)] == ["sent", "sent"]

    async def test_roots_that_are_not_there(self, box: Mailbox, tmp_path: Path) -> None:
        message = letter(HEAD, uuid4(), NOON, "notice", LENA, "en")
        with pytest.raises(NotSentError):
            await box.post(security="starttls", roots=tmp_path / "gone.pem").send(message, LENA)


class TestWhenItGoes:
    async def test_only_to_who_wants_it_and_what_they_want(self, team: Team, box: Mailbox) -> None:
        await tasks.assign(team)
        await send(team, box)
        assert box.accepted == [], "in the page alone, until one says otherwise"
        await wish(team, threshold="now")
        await tasks.assign(team)
        await send(team, box)
        assert box.accepted == [], "that is for today"
        exhibit = await with_file(team, release("DE"))
        read_json(await take_it(team, "lena", exhibit), 201)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        await send(team, box)
        assert len(box.sent_to(LENA)) == 1

    async def test_what_was_there_before_one_wanted_it_is_not_mailed(self, team: Team, box: Mailbox) -> None:
        await tasks.assign(team)
        await notifications.derived(team)
        read_json(await notifications.prefer(team, "lena"))
        await send(team, box)
        assert box.accepted == []

    async def test_several_within_minutes_come_in_one(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        for _ in range(3):
            await tasks.assign(team)
        await send(team, box)
        await tasks.assign(team)
        await send(team, box)
        assert len(box.accepted) == 1, "the second waits"
        now = clock.now()
        await send(team, box, now + timedelta(minutes=14))
        assert len(box.accepted) == 1
        await send(team, box, now + timedelta(minutes=16))
        assert len(box.accepted) == 2

    async def test_what_was_read_in_the_page_is_not_mailed(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await tasks.assign(team)
        await notifications.derived(team)
        await mail_queue.queue_notices(team.context.database)
        (one,) = await notifications.listed(team, "lena")
        read_json(await notifications.change(team, "lena", one, read=True))
        await send(team, box)
        assert box.accepted == []
        assert [one["state"] for one in await mails(team)] == ["dropped"]

    async def test_quiet_hours_hold_it_and_what_is_urgent_may_pass(self, team: Team, box: Mailbox) -> None:
        quiet = {"quiet_from": "20:00", "quiet_to": "07:00"}
        await wish(team, **quiet)
        exhibit = await with_file(team, release("DE"))
        read_json(await take_it(team, "lena", exhibit), 201)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        night = NOON.replace(hour=23)
        await send(team, box, night)
        assert box.accepted == []
        (waiting,) = await mails(team)
        assert waiting["due_at"] == (night + timedelta(days=1)).replace(hour=7)
        read_json(await notifications.prefer(team, "lena", version=2, **quiet, urgent_passes=True))
        await tasks.assign(team)  # something new brings it up again
        await send(team, box, night)
        assert len(box.accepted) == 1

    async def test_a_digest_once_a_day_at_its_hour_and_only_of_what_is_unread(self, team: Team, box: Mailbox) -> None:
        await wish(team, threshold=None, digest_hour=8)
        await tasks.assign(team)
        day = clock.now().replace(hour=7, minute=59) + timedelta(days=1)
        await send(team, box, day)
        assert box.accepted == [], "nothing at once, and not before eight"
        for later in (1, 2, 600):
            await send(team, box, day + timedelta(minutes=later))
        (sent,) = box.sent_to(LENA)
        assert sent["Subject"] == "Liaison: unread notifications"
        (one,) = await notifications.listed(team, "lena")
        read_json(await notifications.change(team, "lena", one, read=True))
        await send(team, box, day + timedelta(days=1, minutes=5))
        assert len(box.accepted) == 1
        assert [one["state"] for one in await mails(team)] == ["sent", "dropped"]


class TestRevocation:
    async def test_what_was_taken_back_before_it_went_is_not_sent(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        exhibit = await register(team, "noor", release("DE"))
        await notifications.derived(team)
        assert await mail_queue.queue_notices(team.context.database) == 1
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        await send(team, box)
        assert box.accepted == []
        assert [(one["state"], one["problem"]) for one in await mails(team)] == [("dropped", "nothing is left to say")]

    @pytest.mark.parametrize(
        "change",
        [
            "update members set state = 'ended' where code = 'DE-02'",
            "update members set until = now() - interval '1 minute' where code = 'DE-02'",
            "update parties set status = 'suspended' where code = 'DE'",
            "update accounts set closed_at = now()",
            "update accounts set demonstration = true",
            "update notification_preferences set by_mail = false",
        ],
    )
    async def test_nor_to_who_has_no_right_or_no_wish_any_more(self, team: Team, box: Mailbox, change: str) -> None:
        await wish(team)
        await tasks.assign(team)
        await notifications.derived(team)
        assert await mail_queue.queue_notices(team.context.database) == 1
        async with as_superuser(team) as connection:
            await connection.execute(change)
        await send(team, box)
        assert (box.accepted, [one["state"] for one in await mails(team)]) == ([], ["dropped"])

    async def test_what_is_left_is_still_told(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        exhibit = await register(team, "noor", release("DE"))
        await tasks.assign(team)
        await notifications.derived(team)
        await mail_queue.queue_notices(team.context.database)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        await send(team, box)
        assert len(box.accepted) == 1


class TestTheServerOverThere:
    async def test_one_that_is_busy_is_tried_again_later_with_the_same_message(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await tasks.assign(team)
        box.answer = "451 try again"
        now = clock.now()
        await send(team, box, now)
        (waiting,) = await mails(team)
        assert (waiting["state"], waiting["tries"], waiting["problem"]) == (
            "queued",
            1,
            "the message was refused (451)",
        )
        await tasks.assign(team)
        await send(team, box, now + timedelta(minutes=1))
        assert (await mails(team))[0]["tries"] == 1, "what is new does not hurry a server that is away"
        box.answer = ""
        await send(team, box, now + timedelta(minutes=3))
        (sent,) = box.letters
        assert sent["Message-ID"] == f"<{waiting['id']}@example.org>"

    async def test_one_that_refuses_for_good_is_believed(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await tasks.assign(team)
        box.refused = f"550 no {LENA} here"
        await send(team, box)
        (failed,) = await mails(team)
        assert (failed["state"], failed["problem"]) == ("failed", "the recipient was refused (550)"), "and no address"

    async def test_one_that_is_away_is_given_up_after_a_day_or_so(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await tasks.assign(team)
        await notifications.derived(team)
        now, away = clock.now(), box.post(port=9)
        await mail_queue.queue_notices(team.context.database, now)
        for _ in range(mail_sending.TRIES):
            assert await mail_sending.send_next(team.context.database, away, now) == 1
            now += timedelta(hours=5)
        assert [one["state"] for one in await mails(team)] == ["failed"]
        assert await mail_sending.send_next(team.context.database, away, now) == 0

    async def test_a_crash_after_it_accepted_sends_the_same_message_once_more(
        self, team: Team, box: Mailbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The one moment in which a repeat can be: accepted there, and not yet entered here. It bears the same Message-ID."""
        await wish(team)
        await tasks.assign(team)
        await notifications.derived(team)
        await mail_queue.queue_notices(team.context.database)
        monkeypatch.setattr(mail_sending, "_BECOMES", text("select 1 / 0"))
        with pytest.raises(Exception, match="division by zero"):
            await mail_sending.send_next(team.context.database, box.post())
        monkeypatch.undo()
        await send(team, box)
        first, second = box.accepted
        assert first.content == second.content
        await send(team, box, clock.now() + timedelta(hours=1))
        assert len(box.accepted) == 2, "what was entered as accepted is never sent again"

    async def test_over_tls_with_a_name_and_a_password_and_to_nobody_unproved(
        self, box: Mailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(mail_post, "_SECONDS", 2.0)  # after a wrong password the test's server says nothing more
        roots, context = certified(tmp_path)
        message = letter(HEAD, uuid4(), NOON, "notice", LENA, "en")
        with mailbox(context, auth_required=True) as locked:
            way: dict[str, Any] = {"security": "starttls", "user": "liaison", "host": "localhost"}
            await locked.post(**way, password="secret", roots=roots).send(message, LENA)
            assert len(locked.accepted) == 1
            for wrong in (
                {"password": "other", "roots": roots},
                {"password": "secret"},
                {"security": "none", "roots": roots},
            ):
                with pytest.raises(NotSentError):
                    await locked.post(**way | wrong).send(message, LENA)
            assert len(locked.accepted) == 1
        with pytest.raises(NotSentError):  # it offers no TLS: nothing is said to it
            await box.post(security="starttls").send(message, LENA)
        assert box.accepted == []


class TestOnce:
    async def test_two_workers_and_kills_derive_and_send_each_once(self, team: Team, box: Mailbox) -> None:
        """Workers are cut off in the middle, their connections killed, and others go on."""
        for who in ("lena", "daan"):
            await wish(team, who)
        for turn in range(12):
            await tasks.assign(team, assignee=team.code("daan" if turn % 2 else "lena"))
        await team.settled()
        database = team.context.database

        async def work(stopped: asyncio.Event) -> None:
            while not stopped.is_set():  # a driver whose connection is killed may swallow that it was cancelled
                try:
                    await notification_jobs.turn(database)
                    await mail_queue.queue_notices(database)
                    await mail_sending.send_next(database, box.post())
                except Exception:  # noqa: BLE001 - killed: the next turn goes on
                    await asyncio.sleep(0.01)

        for _ in range(4):
            stopped = asyncio.Event()
            workers = [asyncio.create_task(work(stopped)) for _ in range(3)]
            await asyncio.sleep(0.15)
            async with as_superuser(team) as connection:
                await connection.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                    " where usename = 'liaison_engine' and datname = current_database() and state like 'idle in%'"
                )
            stopped.set()
            for one in workers:
                one.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
        await send(team, box, clock.now() + timedelta(hours=1))
        async with as_superuser(team) as connection:
            rows = await connection.fetch("select seat, subject from notifications where kind = 'task.assigned'")
        assert (len(rows), len(set(rows))) == (12, 12)
        ids = [letter["Message-ID"] for letter in box.letters]
        sent = [one for one in await mails(team) if one["state"] == "sent"]
        assert set(ids) == {f"<{one['id']}@example.org>" for one in sent}
        assert await notifications.counts(team, "lena") == (6, 0)


class TestSettings:
    @pytest.mark.parametrize(
        ("changes", "said_"),
        [
            ({}, "LIAISON_SMTP_SENDER is needed"),
            ({"smtp_sender": "a@x.test\nBcc: b@x.test"}, "smtp_sender"),
            ({"smtp_sender": "a@x.test", "smtp_security": "none"}, "only to a loopback address"),
            ({"smtp_sender": "a@x.test", "smtp_user": "x"}, "go together"),
            (
                {"smtp_sender": "a@x.test", "smtp_user": "x", "smtp_password": "x", "smtp_password_file": "/x"},
                "not both",
            ),
        ],
    )
    def test_what_cannot_work_does_not_start(self, changes: dict[str, Any], said_: str) -> None:
        with pytest.raises(ValidationError, match=said_):
            Settings(smtp_host="mail.example.org", **changes)

    def test_the_password_may_lie_in_a_file(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret"
        secret.write_text("s3cret\n")
        with_file_ = Settings(smtp_host="m.test", smtp_sender="a@x.test", smtp_user="x", smtp_password_file=secret)
        assert (with_file_.password_of_mail, Settings().password_of_mail, Settings().sends_mail) == (
            "s3cret",
            None,
            False,
        )
