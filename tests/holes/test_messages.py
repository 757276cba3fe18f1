"""Messages: classes 6 and 7 over channels and mentions, in two worlds; and what a seat may write in SQL, past the services.

A channel of the Netherlands and Germany is nothing to anybody else. A mention of an exhibit says to who may not see it what a
mention of nothing says.
"""

import asyncio
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.settings import Settings
from tests.factories import evidence, messages
from tests.factories.evidence import alike, release
from tests.factories.messages import place, seen
from tests.factories.team import Team, said
from tests.holes import test_two_worlds
from tests.holes.test_linked_exhibits import attempt, members_of
from tests.holes.test_two_worlds import picture, without_the_leak
from tests.support.as_seat import seat_of

#: No checkpoint comes by itself: its size is the declared leak.
settings_ = test_two_worlds.settings_


@pytest.fixture
def settings(settings_: Settings) -> Settings:
    """As there."""
    return settings_.model_copy(update={"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0})


async def test_a_channel_of_others_is_nothing(team: Team) -> None:
    """Talk, decisions, corrections, reading, closing: no answer to anybody else differs, not by a byte or a position."""
    await evidence.with_file(team, release("DE"), release("FR"))
    watchers = ("claire", "hugo", "mara", "ines", "stranger")
    await team.settled()
    without = {who: await picture(team, who, whole=True) for who in watchers}
    channel = await messages.open_channel(team)
    message = await messages.say(team, "lena", channel, "The server of the match.", mentions=["NL-02"])
    message = said(await messages.correct(team, "lena", message, "The server."))
    decision = await messages.decide(team, "noor", channel, "The match is on record.")
    await messages.decide(team, "noor", channel, "The match is put right.", corrects=decision["id"])
    said(await messages.translate(team, "amir", decision), 201)
    said(await messages.close(team, "jonas", channel))
    for who in watchers:
        then = await picture(team, who, whole=True)
        for path, answer in then.items():
            assert answer == without[who][path], f"{who} {path}"


async def views(team: Team, who: str, channel: dict[str, Any]) -> list[Any]:
    """What somebody reads of the channel, of what is found in it, and of the ledger."""
    await team.settled()
    paths = [place(team, channel), place(team, channel, "/messages"), team.path("/channels")]
    paths += [team.path(f"/{rest}") for rest in ("messages?q=look", "ledger/entries?limit=200", "ledger/disclosed")]
    return [without_the_leak((await team.client(who).get(path)).text) for path in paths]


UNLIKE: Final = {"id", "at", "opened_at", "erased_after", "last_at", "first_unread", "position", "channel"}


def blurred(told: Any) -> Any:
    """Without what differs between any two messages."""
    if isinstance(told, dict):
        return {name: blurred(value) for name, value in told.items() if name not in UNLIKE}
    return [blurred(one) for one in told] if isinstance(told, list) else told


async def test_a_mention_of_an_invisible_exhibit_is_one_of_nothing(team: Team) -> None:
    """France reads the same whether the marker leads somewhere or not: of talk, byte for byte but for ids and times."""
    exhibit = await evidence.register(team, "noor", release("DE"))
    worlds = []
    for links in ([exhibit["id"]], []):
        channel = await messages.everybody(team)
        await messages.say(team, "noor", channel, "Look at [exhibit 1].", links=links)
        worlds.append(
            [blurred(said(await team.client("hugo").get(place(team, channel, rest)))) for rest in ("", "/messages")]
        )
        linked = (await seen(team, "lena", (await messages.stretch(team, "lena", channel))["items"][0]))["links"]
        assert [one["evidence"] for one in linked] == links
    assert worlds[0] == worlds[1]


async def test_of_a_decision_too_and_its_entry(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    channel = await messages.everybody(team)
    await messages.decide(team, "noor", channel, "Look at [exhibit 1].", links=[exhibit["id"]])
    assert len(await team.entries("lena", "decision.mentioned")) == 1
    assert await team.entries("hugo", "decision.mentioned") == []
    assert [one["text"] for one in (await messages.stretch(team, "hugo", channel))["items"]] == ["Look at [exhibit 1]."]
    before = await views(team, "hugo", channel)
    assert exhibit["id"] not in str(before)
    assert exhibit["exhibit_number"] not in str(before)


async def test_a_release_shows_the_mention_and_a_recall_hides_it(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    channel = await messages.everybody(team)
    message = await messages.say(team, "noor", channel, "Look at [exhibit 1].", links=[exhibit["id"]])
    before = await seen(team, "hugo", message)
    said(await evidence.grant(team, "noor", exhibit, "FR", level="listed"))
    assert (await seen(team, "hugo", message))["links"] == [{"place": 1, "evidence": exhibit["id"]}]
    assert (await evidence.recall(team, "noor", exhibit, "FR")).status_code == 204
    assert await seen(team, "hugo", message) == before


async def test_to_mention_what_is_invisible_and_what_is_absent_is_the_same_refusal(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    channel = await messages.everybody(team)
    for attempt_ in (messages.try_say, messages.try_decide):
        answers = [
            await attempt_(team, "hugo", channel, "[exhibit 1]", links=[one])
            for one in (exhibit["id"], str(clock.new_id()))
        ]
        assert ([one.status_code for one in answers], alike(*answers)) == ([422, 422], True)


async def test_a_message_of_another_channel_is_absent_in_ones_own(team: Team) -> None:
    theirs = await messages.open_channel(team)
    message = await messages.say(team, "noor", theirs)
    ours = await messages.open_channel(team, "claire", parties=["FR"])
    for channel, one in ((ours["id"], message["id"]), (ours["id"], str(clock.new_id()))):
        path = team.path(f"/channels/{channel}/messages/{one}")
        answer = await team.client("claire").delete(path, headers={"If-Match": '"1"'})
        assert answer.status_code == 404
        assert (
            await team.client("claire").post(team.path(f"/channels/{channel}/reading"), json={"message": one})
        ).status_code == 404


async def rows_of(team: Team, who: str, table: str) -> int:
    """How many rows of a table the database shows to this seat."""
    seat = await seat_of(team, who)
    async with team.house.database.reading(seat.asking) as session:
        return int((await session.execute(text(f"select count(*) from {table}"))).scalar_one())  # noqa: S608


class TestTheDatabaseHoldsWhatTheServiceForgot:
    async def test_nobody_reads_a_channel_of_others(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "noor", channel)
        said(await messages.correct(team, "noor", message, "Otherwise."))
        said(await messages.translate(team, "noor", await seen(team, "noor", message)), 201)
        for table in ("channels", "messages", "former_words", "translations"):
            for who in ("hugo", "mara", "ines", "auditor", "jit_auditor"):
                assert await rows_of(team, who, table) == 0, (who, table)
            assert await rows_of(team, "lena", table) == 1, table

    async def test_nobody_says_anything_in_anothers_name_or_channel(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        closed = await messages.open_channel(team, name="Closed")
        said(await messages.close(team, "noor", closed))
        people = await members_of(team)
        insert = (
            "insert into messages (id, jit, channel, number, kind, seat, text, mentions, at) values"
            " (gen_random_uuid(), :jit, :channel, 1, 'talk', :seat, 'x', :mentions, :now)"
        )
        lena, claire, open_one = people["DE-02"]["id"], people["FR-01"]["id"], UUID(channel["id"])
        for who, seat, where, mentions in (
            ("jonas", lena, open_one, []),
            ("claire", claire, open_one, []),
            ("auditor", people["DE-03"]["id"], open_one, []),
            ("lena", lena, UUID(closed["id"]), []),
            ("lena", lena, clock.new_id(), []),
            ("lena", lena, open_one, [claire]),
            ("lena", lena, open_one, [clock.new_id()]),
        ):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, channel=where, seat=seat, mentions=mentions)
        assert await attempt(team, "lena", insert, channel=open_one, seat=lena, mentions=[]) == 1

    async def test_no_decision_stands_without_its_entry_and_its_words(self, team: Team) -> None:
        """Not without an entry, not by an entry of another, used before, or of other words, and by nobody who does not decide."""
        channel = await messages.open_channel(team)
        await messages.decide(team, "lena", channel, "In these words.")
        await messages.say(team, "lena", channel)
        (entry,) = await team.entries("lena", "decision.recorded")
        people = await members_of(team)
        insert = (
            "insert into messages (id, jit, channel, number, kind, seat, text, mentions, at, entry) values"
            " (:id, :jit, :channel, 1, 'decision', :seat, :text, '{}', :now, :entry)"
        )
        decided = UUID(entry["subject"]["message"])
        for who, code, words, id_, entry_id in (
            ("lena", "DE-02", "In other words.", decided, entry["id"]),
            ("lena", "DE-02", "In these words.", clock.new_id(), entry["id"]),
            ("noor", "NL-02", "In these words.", decided, entry["id"]),
            ("karl", "DE-04", "In these words.", decided, entry["id"]),
            ("lena", "DE-02", "In these words.", decided, str(clock.new_id())),
        ):
            binds = {"channel": UUID(channel["id"]), "seat": people[code]["id"], "text": words, "id": id_}
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, entry=UUID(entry_id), **binds)

    async def test_nobody_changes_what_another_said_or_what_is_on_record(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        talk = await messages.say(team, "lena", channel)
        decision = await messages.decide(team, "lena", channel)
        change = "update messages set text = 'x' where id = :id"
        for who in ("jonas", "noor", "claire", "auditor"):
            assert await attempt(team, who, change, id=UUID(talk["id"])) == 0, who
        assert await attempt(team, "lena", change, id=UUID(decision["id"])) == 0
        for forbidden in (
            "delete from messages",
            "delete from former_words",
            "update messages set at = now()",
            "update messages set kind = 'talk'",
            "update messages set version = 1",
            "update channels set parties = '{}', whole = true",
            "insert into former_words select id, 9, jit, 'x', at from messages",
            "update pulses set beats = 0",
            "select beats from pulses",
            "select erase_old_talk(1)",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "lena", forbidden)
        with pytest.raises(DBAPIError, match="corrected or taken back"):
            await attempt(team, "lena", "update messages set text = null where id = :id", id=UUID(talk["id"]))
        assert await attempt(team, "lena", change, id=UUID(talk["id"])) == 1
        assert [one["text"] for one in (await seen(team, "noor", talk))["former"]] == ["The log is in."]

    async def test_nobody_opens_a_channel_beyond_the_union_or_for_others(self, team: Team) -> None:
        people = await members_of(team)
        insert = (
            "insert into channels (id, jit, name, whole, parties, service, opened_by, opened_at)"
            " values (gen_random_uuid(), :jit, 'x', :whole, :parties, false, :seat, :now)"
        )
        party = {code: people[f"{code}-01"]["party"] for code in ("NL", "DE", "FR", "CH")}
        for who, code, whole, parties in (
            ("noor", "NL-02", False, [party["NL"], party["CH"]]),
            ("noor", "NL-02", False, [party["DE"], party["FR"]]),
            ("noor", "NL-02", False, [party["NL"], clock.new_id()]),
            ("noor", "NL-01", False, [party["NL"]]),
            ("mara", "CH-01", True, []),
            ("daan", "NL-04", True, []),
        ):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, whole=whole, parties=parties, seat=people[code]["id"])

    async def test_how_far_one_has_read_is_nobody_elses(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "noor", channel)
        reading = {"message": message["id"]}
        assert (await team.client("lena").post(place(team, channel, "/reading"), json=reading)).status_code == 204
        for who, rows in (("jonas", 0), ("noor", 0), ("lena", 1)):
            assert await rows_of(team, who, "read_marks") == rows, who
            assert await attempt(team, who, "update read_marks set number = 1") == rows, who


async def test_who_writes_while_it_is_closed_is_before_it_or_refused(team: Team) -> None:
    """Nothing is said behind the end of a channel, whoever comes first."""
    for _ in range(4):
        channel = await messages.open_channel(team)
        answers = await asyncio.gather(
            messages.close(team, "noor", channel),
            *(messages.try_say(team, who, channel) for who in ("lena", "jonas", "daan")),
        )
        assert {one.status_code for one in answers} <= {200, 201, 409}, [one.text for one in answers]
        items = (await messages.stretch(team, "lena", channel))["items"]
        assert len(items) == sum(one.status_code == 201 for one in answers)
