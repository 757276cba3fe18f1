"""E-mail to a seat that does not sit at that moment waits for it; a digest tells of what no digest told, whenever it happened."""

from datetime import timedelta

import pytest

from app import clock
from app.services.notifications import mail_queue, notification_jobs
from app.settings import Settings
from tests.factories import notifications, tasks
from tests.factories.team import Team, read_json
from tests.notifications import test_mail
from tests.notifications.test_mail import LENA, mails, send, wish
from tests.support.databases.superuser import as_superuser
from tests.support.mailbox import Mailbox

box = test_mail.box


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """As there."""
    return settings.model_copy(update={"smtp_host": "127.0.0.1"})


#: What keeps a seat from sitting for a while, and what takes that back.
PAUSES = (
    ("update members set state = {} where code = 'DE-02'", "'suspended'", "'seated'"),
    ("update parties set status = {} where code = 'DE'", "'suspended'", "'active'"),
)


async def does(team: Team, statement: str) -> None:
    """Past every policy."""
    async with as_superuser(team) as connection:
        await connection.execute(statement)


class TestASeatThatDoesNotSit:
    @pytest.mark.parametrize(("pause", "off", "on"), PAUSES)
    async def test_is_told_when_it_sits_again(self, team: Team, box: Mailbox, pause: str, off: str, on: str) -> None:
        await wish(team)
        await tasks.assign(team)
        await notifications.derived(team)
        assert await mail_queue.queue_notices(team.context.database) == 1
        await does(team, pause.format(off))
        for _ in range(3):
            await send(team, box)
        assert (box.accepted, [one["state"] for one in await mails(team)]) == ([], ["dropped"])
        await does(team, pause.format(on))
        await send(team, box)
        await send(team, box, clock.now() + timedelta(hours=1))
        assert len(box.sent_to(LENA)) == 1, "once"

    async def test_is_not_told_of_what_is_old_by_then(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await tasks.assign(team)
        await notifications.derived(team)
        await does(team, PAUSES[0][0].format("'suspended'"))
        await send(team, box)
        await does(team, "update notifications set written_at = written_at - interval '3 days'")
        await does(team, PAUSES[0][0].format("'seated'"))
        await send(team, box)
        assert box.accepted == []
        assert "task.assigned" in await notifications.kinds(team, "lena"), "the page tells all the same"

    async def test_nor_of_what_was_read_meanwhile(self, team: Team, box: Mailbox) -> None:
        await wish(team)
        await tasks.assign(team)
        (one,) = await notifications.listed(team, "lena")
        await mail_queue.queue_notices(team.context.database)
        await does(team, PAUSES[1][0].format("'suspended'"))
        await send(team, box)
        await does(team, PAUSES[1][0].format("'active'"))
        read_json(await notifications.change(team, "lena", one, read=True))
        await send(team, box)
        assert box.accepted == []


class TestTheDigest:
    async def test_tells_of_what_was_entered_before_the_last_one_and_noticed_after_it(
        self, team: Team, box: Mailbox
    ) -> None:
        await wish(team, threshold=None, digest_hour=8)
        await tasks.assign(team)
        day = clock.now().replace(hour=8, minute=1) + timedelta(days=1)
        await send(team, box, day)
        assert len(box.accepted) == 1
        await tasks.assign(team)
        await notifications.derived(team)
        await does(
            team,
            "update notifications set at = (select made_at from mails) - interval '1 minute'"
            " where id = (select max(id::text)::uuid from notifications)",
        )
        await send(team, box, day + timedelta(days=1))
        assert len(box.accepted) == 2, "it stood in no digest yet"
        await send(team, box, day + timedelta(days=2))
        assert len(box.accepted) == 2, "and each in one alone"

    async def test_that_was_not_sent_told_of_nothing(self, team: Team, box: Mailbox) -> None:
        await wish(team, threshold=None, digest_hour=8)
        await tasks.assign(team)
        day = clock.now().replace(hour=8, minute=1) + timedelta(days=1)
        await does(team, PAUSES[0][0].format("'suspended'"))
        await send(team, box, day)
        assert [one["state"] for one in await mails(team)] == ["dropped"]
        await does(team, PAUSES[0][0].format("'seated'"))
        await send(team, box, day + timedelta(days=1))
        assert len(box.accepted) == 1

    async def test_is_forgotten_with_what_it_told_of(self, team: Team, box: Mailbox) -> None:
        await wish(team, threshold=None, digest_hour=8)
        await tasks.assign(team)
        await send(team, box, clock.now().replace(hour=8, minute=1) + timedelta(days=1))
        late = clock.now() + notification_jobs.KEPT + timedelta(days=3)
        assert await notification_jobs.purge(team.context.database, late) > 0
        assert await mails(team) == []
