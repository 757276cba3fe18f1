"""Who may bring a signature that a decision awaits is told of it, until it was signed, put right or erased; nobody else, and in SQL neither."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.services.notifications import mail_queue
from app.settings import Settings
from tests.coordination.test_signing_ends import GONE
from tests.factories import messages, notifications, signing
from tests.factories.notifications import counts, kinds, listed
from tests.factories.signing import Office
from tests.factories.team import Team, read_json
from tests.notifications import test_mail
from tests.notifications.test_mail import LENA, mails, send, wish
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser
from tests.support.mailbox import Mailbox

box = test_mail.box
pytestmark = pytest.mark.usefixtures("berlin")
AWAITED = "signature.awaited"
#: Of the parties that sign none, of those that take no part, and who may not sign for theirs.
OTHERS = ("claire", "hugo", "mara", "coordinator", "admin", "sofia", "auditor", "jit_auditor", "ines")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """One that says it sends e-mail."""
    return settings.model_copy(update={"smtp_host": "127.0.0.1"})


@pytest.fixture
async def berlin(team: Team, tmp_path: Path) -> Office:
    """Germany signs every decision that it takes part in."""
    office = Office(tmp_path / "de")
    await signing.name(team, "jonas", office)
    read_json(await signing.demand(team, "jonas", "all"))
    return office


async def awaited(team: Team, who: str) -> list[str]:
    return [one["subject"]["id"] for one in await listed(team, who) if one["kind"] == AWAITED]


async def test_tells_who_may_bring_it_once_and_where_the_decision_is(team: Team) -> None:
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "noor", channel, "Carriers go on 3 June.")
    (one,) = await listed(team, "lena")
    assert (one["kind"], one["urgency"], one["by"]) == (AWAITED, "today", "NL-02")
    assert one["subject"] == {
        "noun": "signature",
        "id": decision["id"],
        "number": None,
        "title": channel["name"],
        "evidence": None,
        "within": channel["id"],
    }
    assert await awaited(team, "jonas") == [decision["id"]]
    assert (await counts(team, "jonas"), await counts(team, "lena")) == ((1, 0), (1, 0))
    for who in (*OTHERS, "noor", "daan", "karl"):
        assert await awaited(team, who) == [], who
    assert "Carriers" not in str(await listed(team, "lena")), "no words of it"
    await notifications.derived(team)
    assert len(await listed(team, "lena")) == 1, "once"


async def test_beside_that_it_names_one(team: Team, berlin: Office) -> None:
    """Both are told, and each is over by itself."""
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "noor", channel, "@DE-02 goes.", mentions=["DE-02"])
    assert sorted(await kinds(team, "lena")) == ["decision.recorded", AWAITED]
    await signing.sign(team, "jonas", decision, berlin)
    assert await kinds(team, "lena") == ["decision.recorded"]


async def test_of_a_decision_that_demands_none_nothing(team: Team) -> None:
    read_json(await signing.demand(team, "jonas", "own", version=1))
    channel = await messages.open_channel(team)
    await messages.decide(team, "noor", channel)
    assert await awaited(team, "jonas") == await awaited(team, "lena") == []
    own = await messages.decide(team, "lena", channel)
    assert await awaited(team, "jonas") == [own["id"]]
    assert await awaited(team, "lena") == [], "who recorded it knows"


async def test_signed_by_a_colleague_it_is_over(team: Team, berlin: Office, tmp_path: Path) -> None:
    hague = Office(tmp_path / "nl")
    await signing.name(team, "noor", hague)
    read_json(await signing.demand(team, "noor", "all"))
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "noor", channel)
    assert (len(await awaited(team, "lena")), len(await awaited(team, "daan"))) == (1, 1)
    await signing.sign(team, "jonas", decision, berlin)
    assert (await awaited(team, "lena"), await awaited(team, "jonas")) == ([], [])
    assert await counts(team, "lena") == (0, 0)
    assert await awaited(team, "daan") == [decision["id"]], "the other party's is awaited still"


async def test_put_right_it_asks_for_the_new_one_alone(team: Team) -> None:
    channel = await messages.open_channel(team)
    former = await messages.decide(team, "noor", channel, "3 June.")
    assert await awaited(team, "lena") == [former["id"]]
    now = await messages.decide(team, "noor", channel, "4 June.", corrects=former["id"])
    assert await awaited(team, "lena") == [now["id"]]


async def test_erased_it_asks_nobody(team: Team) -> None:
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "noor", channel)
    assert len(await awaited(team, "lena")) == 1
    async with as_superuser(team) as superuser:
        await superuser.execute(GONE, UUID(decision["id"]))
    assert (await awaited(team, "lena"), await awaited(team, "jonas")) == ([], [])


async def test_signed_before_the_mail_goes_it_is_mailed_to_nobody(team: Team, berlin: Office, box: Mailbox) -> None:
    await wish(team)
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "noor", channel)
    await notifications.derived(team)
    assert await mail_queue.queue_notices(team.context.database) == 1
    await signing.sign(team, "jonas", decision, berlin)
    await send(team, box)
    assert (box.accepted, [one["state"] for one in await mails(team)]) == ([], ["dropped"])


async def test_awaited_still_it_is_mailed(team: Team, box: Mailbox) -> None:
    await wish(team)
    await messages.decide(team, "noor", await messages.open_channel(team))
    await notifications.derived(team)
    assert await mail_queue.queue_notices(team.context.database) == 1
    await send(team, box)
    assert len(box.sent_to(LENA)) == 1


@pytest.mark.parametrize(
    "end",
    [
        "update members set roles = '{expert}' where code = 'DE-02'",
        "update members set state = 'suspended' where code = 'DE-02'",
        "update parties set status = 'suspended' where code = 'DE'",
    ],
)
async def test_who_may_sign_no_more_is_told_no_more(team: Team, end: str) -> None:
    await messages.decide(team, "noor", await messages.open_channel(team))
    assert len(await awaited(team, "lena")) == 1
    async with as_superuser(team) as superuser:
        await superuser.execute(end)
    answer = await team.client("lena").get(team.path("/notifications"))
    assert answer.status_code == 404 or answer.json()["items"] == []


async def test_in_the_database_it_is_ones_own_while_it_is_awaited(team: Team, berlin: Office) -> None:
    """Not by who else asks, not by a row of another kind or noun, and not once it was signed."""
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "noor", channel)
    await notifications.derived(team)
    mine = f"select 1 from notifications where kind = '{AWAITED}'"  # noqa: S608 - a constant of this file
    assert [await attempt(team, who, mine) for who in ("jonas", "lena", "noor", *OTHERS)] == [1, 1, *[0] * 10]
    for change in ("kind = 'x'", "noun = 'message'", "subject = gen_random_uuid()", "seat = :seat"):
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "lena", f"update notifications set {change}")  # noqa: S608
    # A row that somebody made for who may not sign, or whose party is not awaited, is seen by nobody.
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "insert into notifications (id, jit, seat, position, kind, noun, subject, urgency, at)"
            " select gen_random_uuid(), n.jit, m.id, n.position, n.kind, n.noun, n.subject, 1, now() from members m"
            " cross join (select * from notifications where noun = 'signature' limit 1) n"
            " where m.jit = n.jit on conflict do nothing"
        )
    assert [await attempt(team, who, mine) for who in ("jonas", "lena", "noor", *OTHERS)] == [1, 1, *[0] * 10]
    await signing.sign(team, "jonas", decision, berlin)
    for who in ("jonas", "lena"):
        assert await attempt(team, who, mine) == 0
        assert await attempt(team, who, f"update notifications set read_at = now() where kind = '{AWAITED}'") == 0  # noqa: S608


async def test_the_engine_that_tells_reads_no_words(team: Team) -> None:
    await messages.decide(team, "noor", await messages.open_channel(team))
    with pytest.raises(DBAPIError, match="permission denied"):
        async with team.context.database.engine() as session:
            await session.execute(text("select text from messages"))
