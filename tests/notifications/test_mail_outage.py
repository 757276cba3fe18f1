"""What nobody was e-mailed of because no worker ran, for however long, is in one e-mail once one does, unless it was read meanwhile.

Whether it was derived before that or is derived only then, beside the queueing and over many turns.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services.notifications import mail_queue, mail_sending, notification_jobs
from app.settings import Settings
from tests.factories import notifications, tasks
from tests.factories.team import Team, read_json
from tests.notifications import test_mail
from tests.notifications.test_mail import LENA, mails, send, wish
from tests.notifications.test_mail_waits import PAUSES, does
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser, damage
from tests.support.mailbox import Mailbox

box = test_mail.box


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """As there."""
    return settings.model_copy(update={"smtp_host": "127.0.0.1"})


async def away(team: Team, days: int) -> None:
    """So long no worker ran: everything that is there is older by that."""
    for moved in (
        "update notifications set at = at - interval '{0} days', written_at = written_at - interval '{0} days'",
        "update notification_preferences set mailing_since = mailing_since - interval '{1} days'",
        "update mail_rounds set at = at - interval '{1} days'",
        "update mails set made_at = made_at - interval '{1} days', due_at = due_at - interval '{1} days'",
        "update mails set sent_at = sent_at - interval '{1} days', day = day - {1}",
    ):
        await does(team, moved.format(days, days + 1))
    async with as_superuser(team) as superuser:
        await damage(superuser, "headers", f"update headers set at = at - interval '{days} days'")  # noqa: S608


@asynccontextmanager
async def underived(team: Team) -> AsyncIterator[None]:
    """Meanwhile no worker considers what the team's ledger holds."""
    async with as_superuser(team) as held, held.transaction():
        await held.execute("select 1 from notification_cursors for update")
        yield


async def unmailed(team: Team) -> list[int]:
    """Of how many tasks that were given nobody was mailed, and of how many somebody was."""
    async with as_superuser(team) as superuser:
        asked = (
            "select count(*) filter (where mail is null), count(mail) from notifications where kind = 'task.assigned'"
        )
        return list(await superuser.fetchrow(asked))


class TestAnOutage:
    @pytest.mark.parametrize("days", [2, 4, 30])
    async def test_of_any_length_is_followed_by_one_e_mail_of_all(self, team: Team, box: Mailbox, days: int) -> None:
        await wish(team)
        await send(team, box)
        for _ in range(3):
            await tasks.assign(team)
        await notifications.derived(team)
        await away(team, days)
        await send(team, box)
        assert len(box.sent_to(LENA)) == 1
        for hours in (1, 24):
            await send(team, box, clock.now() + timedelta(hours=hours))
        assert len(box.sent_to(LENA)) == 1, "once"

    async def test_nor_of_what_was_read_meanwhile(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await send(team, box)
        await tasks.assign(team)
        await notifications.derived(team)
        await away(team, 4)
        (one,) = await notifications.listed(team, "lena")
        read_json(await notifications.change(team, "lena", one, read=True))
        await send(team, box)
        assert box.accepted == []

    async def test_is_over_once_all_were_looked_at(self, team: Team, box: Mailbox) -> None:
        """From then on what waited so long for a seat that does not sit is old."""
        await wish(team)
        await send(team, box)
        await tasks.assign(team)
        await notifications.derived(team)
        await does(team, PAUSES[0][0].format("'suspended'"))
        await away(team, 4)
        await send(team, box)
        await does(team, PAUSES[0][0].format("'seated'"))
        await send(team, box)
        assert box.accepted == []

    async def test_leaves_out_nobody_whose_e_mail_is_just_being_sent(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await send(team, box)
        await tasks.assign(team)
        await notifications.derived(team)
        await away(team, 4)
        database = team.context.database
        async with database.engine() as sending:
            await sending.execute(
                text(
                    "insert into mails (id, account, occasion, state, made_at, due_at)"
                    " select :id, account, 'notice', 'queued', now(), now() from members where code = 'DE-02'"
                ),
                {"id": clock.new_id()},
            )
        async with database.engine() as sending:
            await sending.execute(text("select 1 from mails where state = 'queued' for update"))
            assert await mail_queue.queue_notices(database) == 0
        assert await mail_queue.queue_notices(database) == 1, "the next turn looks as far back"


class TestABacklog:
    """Entries that servers made, of which nobody derived anything: as long as no worker ran, and while the first one gets through."""

    @pytest.mark.parametrize("days", [4, 30])
    @pytest.mark.parametrize("first", ["notifications", "notices"])
    async def test_is_mailed_whoever_looks_first(self, team: Team, box: Mailbox, first: str, days: int) -> None:
        await wish(team)
        await send(team, box)
        async with underived(team):
            await tasks.assign(team)
            await team.settled()
            await away(team, days)
            assert await unmailed(team) == [0, 0]
            if first == "notices":
                assert await mail_queue.queue_notices(team.context.database) == 0
        await send(team, box)
        assert await unmailed(team) == [0, 1]
        for hours in (1, 24):
            await send(team, box, clock.now() + timedelta(hours=hours))
        assert len(box.sent_to(LENA)) == 1, "once"

    async def test_of_more_than_one_turn_takes_is_mailed_to_its_end(
        self, team: Team, box: Mailbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await wish(team)
        await send(team, box)
        database, rounds = team.context.database, 0
        monkeypatch.setattr(notification_jobs, "_FACTS", 1)
        consider = notification_jobs._consider

        async def by_hand(*_: object) -> int:
            return 0

        async with underived(team):
            for _ in range(3):
                await tasks.assign(team)
            await team.settled()
            await away(team, 4)
            monkeypatch.setattr(notification_jobs, "_consider", by_hand)  # the program's own worker comes to nothing
        while True:
            rounds += await mail_queue.queue_notices(database)
            async with database.engine() as session:
                considered = await consider(session, UUID(team.id))
            if considered == 0:
                break
            assert considered == 1
        assert rounds == 3, "each was queued when it was written"
        monkeypatch.undo()
        await send(team, box)
        assert (await unmailed(team), len(box.sent_to(LENA))) == ([0, 3], 1)


class TestTheDigest:
    @pytest.mark.parametrize("first", ["notifications", "digests"])
    async def test_tells_of_a_backlog_whoever_looks_first(self, team: Team, box: Mailbox, first: str) -> None:
        await wish(team, threshold=None, digest_hour=8)
        await tasks.assign(team)
        day = clock.now().replace(hour=8, minute=1) + timedelta(days=1)
        await send(team, box, day)
        async with underived(team):
            await tasks.assign(team)
            await team.settled()
            await away(team, 12)
            if first == "digests":
                assert await mail_queue.queue_digests(team.context.database, day) == 1
                assert await mail_sending.send_next(team.context.database, box.post(15), day) == 1
                assert len(box.accepted) == 1, "there is nothing to tell yet"
        await send(team, box, day)
        await send(team, box, day + timedelta(days=1))
        assert len(box.accepted) == 2
        await send(team, box, day + timedelta(days=2))
        assert len(box.accepted) == 2, "once"

    @pytest.mark.parametrize("days", [3, 12])
    async def test_after_it_tells_of_all_since_the_last_one(self, team: Team, box: Mailbox, days: int) -> None:
        await wish(team, threshold=None, digest_hour=8)
        await tasks.assign(team)
        day = clock.now().replace(hour=8, minute=1) + timedelta(days=1)
        await send(team, box, day)
        assert len(box.accepted) == 1
        await tasks.assign(team)
        await notifications.derived(team)
        await away(team, days)
        await send(team, box, day)
        assert len(box.accepted) == 2
        await send(team, box, day + timedelta(days=1))
        assert len(box.accepted) == 2, "once"


async def test_when_it_was_is_the_engines_alone(team: Team, box: Mailbox) -> None:
    await send(team, box)
    for who in ("noor", "admin", "jit_auditor"):
        for statement in ("select 1 from mail_rounds", "update mail_rounds set at = now()", "delete from mail_rounds"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, who, statement)
    assert len(await mails(team)) == 0
