"""Rows that depend on a message end with it, and none exists without its entry.

Translations during the deletion, links and names of decisions without an entry, and an erased name.
"""

import asyncio
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.ledger import journal
from app.ledger.facts import DecisionMentioned
from app.models import Message
from app.services.coordination import decisions, recipients, translations
from app.services.coordination import messages as talk
from app.services.retention import field_erasure_jobs
from app.services.teams import roster as rosters
from tests.factories import evidence, messages
from tests.factories.evidence import release
from tests.factories.field_erasures import entry, erase, erased
from tests.factories.messages import of, place, seen, translate
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until_somebody_waits

TRANSLATED: Final = (
    "insert into translations (id, jit, message, of_version, language, text, seat, at) values"
    " (:id, :jit, :message, :version, 'de', 'Geheim', :seat, now())"
)


async def left(team: Team, message: dict[str, Any]) -> int:
    """Translations of a message, past every policy."""
    async with as_superuser(team) as superuser:
        return int(
            await superuser.fetchval("select count(*) from translations where message = $1", UUID(message["id"]))
        )


class TestATranslationInFlight:
    async def test_goes_with_the_words_that_were_taken_back_meanwhile(self, team: Team) -> None:
        """It is there already, and not committed, when its author takes the words back: that waits, and takes it with them."""
        channel = await messages.open_channel(team)
        message = await messages.say(team, "daan", channel, "The bookkeeper talks.")
        lena = await seat_of(team, "lena")
        async with team.context.database.writing(lena.requester) as held:
            values = {"id": clock.new_id(), "message": UUID(message["id"]), "version": 1}
            await held.execute(text(TRANSLATED), values | {"jit": lena.jit, "seat": lena.id})
            back = asyncio.create_task(messages.take_back(team, "daan", message))
            await until_somebody_waits(team.context.database)
            assert not back.done(), "who takes back waits for who translates"
        read_json(await back)
        assert await left(team, message) == 0
        assert (await seen(team, "noor", message))["translations"] == []

    async def test_is_refused_where_the_words_ended_first(self, team: Team) -> None:
        """Its transaction saw the words; when it writes, they are gone."""
        daan, noor = await seat_of(team, "daan"), await seat_of(team, "noor")
        close = "update channels set closed_by = :seat, closed_at = now(), close_reason = 'x' where id = :channel"
        for who, statement in (
            (daan, "update messages set text = null, taken_back_at = now() where id = :message"),
            (daan, "update messages set text = 'Otherwise' where id = :message"),
            (noor, close),
        ):
            channel = await messages.open_channel(team)
            message = await messages.say(team, "daan", channel, "The bookkeeper talks.")
            binds = {"channel": UUID(channel["id"]), "message": UUID(message["id"]), "seat": who.id}
            async with team.context.database.writing(who.requester) as held:
                await held.execute(text(statement), binds)
                values = {"id": clock.new_id(), "message": UUID(message["id"]), "version": 1}
                raced = asyncio.create_task(attempt(team, "lena", TRANSLATED, **values))
                await until_somebody_waits(team.context.database)
                assert not raced.done()
            with pytest.raises(DBAPIError, match=r"no such words|channel is closed"):
                await raced
            assert await left(team, message) == 0, statement

    async def test_of_a_message_whose_time_is_over_at_that_moment_is_a_refusal(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "daan", channel)
        async with as_superuser(team) as superuser, superuser.transaction():
            await superuser.execute("delete from messages where id = $1", UUID(message["id"]))
            raced = asyncio.create_task(translate(team, "lena", message))
            await until_somebody_waits(team.context.database)
        answer = await raced
        assert (answer.status_code, answer.json()["code"]) == (409, "nothing-to-translate")


class TestBounds:
    async def test_a_message_has_so_many_translations(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "daan", channel)
        for at in range(translations.MOST - 1):
            values = {"id": clock.new_id(), "message": UUID(message["id"]), "version": 1}
            assert await attempt(team, "lena" if at % 2 else "amir", TRANSLATED, **values) == 1
        answers = await asyncio.gather(*(translate(team, who, message) for who in ("lena", "amir", "jonas", "noor")))
        assert sorted(one.status_code for one in answers) == [201, 409, 409, 409], "not one more, however many at once"
        refused = next(one for one in answers if one.status_code == 409)
        assert refused.json()["code"] == "too-many-translations"
        with pytest.raises(DBAPIError, match="so many translations"):
            await attempt(team, "lena", TRANSLATED, id=clock.new_id(), message=UUID(message["id"]), version=1)
        assert await left(team, message) == translations.MOST

    async def test_what_was_said_is_corrected_so_often(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "daan", channel, "0")
        change = "update messages set text = :text where id = :id"
        for at in range(talk.MOST_CORRECTIONS):
            assert await attempt(team, "daan", change, id=UUID(message["id"]), text=str(at + 1)) == 1
        there = await seen(team, "daan", message)
        refused = await messages.correct(team, "daan", there, "Once more")
        assert (refused.status_code, refused.json()["code"]) == (409, "corrected-too-often")
        assert (await seen(team, "noor", message))["text"] == str(talk.MOST_CORRECTIONS)
        assert (await messages.take_back(team, "daan", there)).status_code == 200, "that is always possible"


async def test_of_two_corrections_of_one_decision_at_once_one_stands(team: Team) -> None:
    """Each looked before the other was there: the database lets one stand, and the other is a refusal that says so."""
    channel = await messages.open_channel(team)
    first = await messages.decide(team, "daan", channel, "3 June.")
    noor = await seat_of(team, "noor")
    async with team.context.database.writing(noor.requester) as held:
        wanted = decisions.Decision(talk.NewMessage("4 June."), UUID(first["id"]))
        await decisions.record(held, noor, UUID(channel["id"]), wanted)
        raced = asyncio.create_task(messages.try_decide(team, "daan", channel, "5 June.", corrects=first["id"]))
        done, _ = await asyncio.wait({raced}, timeout=0.5)
        assert not done
    answer = await raced
    assert (answer.status_code, answer.json()["code"]) == (409, "corrected-already")
    assert len(await team.entries("lena", "decision.corrected")) == 1
    assert [one["text"] for one in (await messages.stretch(team, "lena", channel))["items"]] == ["3 June.", "4 June."]


class TestADecisionIsTiedToItsEntries:
    LINK: Final = "insert into message_links (message, place, jit, evidence) values (:message, :place, :jit, :evidence)"

    async def test_nobody_adds_an_exhibit_later(self, team: Team) -> None:
        exhibit = await evidence.register(team, "noor", release("DE"))
        channel = await messages.open_channel(team)
        decision = await messages.decide(team, "noor", channel, "Look at [exhibit 1].")
        with pytest.raises(DBAPIError, match="stands in its ledger"):
            await attempt(team, "noor", self.LINK, message=UUID(decision["id"]), place=1, evidence=UUID(exhibit["id"]))
        assert (await seen(team, "lena", decision))["links"] == []
        said_there = await messages.say(team, "noor", channel, "Look at [exhibit 1].")
        linked = {"message": UUID(said_there["id"]), "place": 1, "evidence": UUID(exhibit["id"])}
        assert await attempt(team, "noor", self.LINK, **linked) == 1, "talk is in no ledger"

    async def test_nor_by_an_entry_that_says_otherwise(self, team: Team) -> None:
        one, other = [await evidence.register(team, "noor", release("DE")) for _ in range(2)]
        channel = await messages.open_channel(team)
        decision, second = [await messages.decide(team, "noor", channel, "[exhibit 1] [exhibit 2]") for _ in range(2)]
        noor = await seat_of(team, "noor")
        linked = {"message": UUID(decision["id"]), "place": 1, "evidence": UUID(one["id"]), "jit": noor.jit}
        right: dict[str, Any] = {"message": UUID(decision["id"]), "place_in_text": 1, "evidence": UUID(one["id"])}
        wrong: tuple[dict[str, Any], ...] = (
            {"place_in_text": 2},
            {"message": UUID(second["id"])},
            {"evidence": UUID(other["id"])},
        )
        for change in wrong:
            with pytest.raises(DBAPIError, match="stands in its ledger"):
                await self._write(team, noor, channel, linked, right | change)
        await self._write(team, noor, channel, linked, right)

    async def _write(self, team: Team, seat: Any, channel: Any, linked: Any, told: Any) -> None:
        async with team.context.database.writing(seat.requester) as session:
            found = await talk.resolve(session, seat, UUID(channel["id"]), talk.NewMessage("x"))
            hearing = recipients.of_channel(found.channel, await rosters.of(session, seat.jit))
            about: dict[str, Any] = {"channel": found.channel.id, "channel_name": "x", "hearing": hearing}
            fact = DecisionMentioned(**about, **told, exhibit=str(told["evidence"]), exhibit_number="x")
            await journal.append(session, seat, fact)
            await session.execute(text(self.LINK), linked)

    async def test_whom_it_names_stands_in_its_words(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        refused = await messages.try_decide(team, "noor", channel, "@DE-021 and @DE-01.", mentions=["DE-01", "DE-02"])
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "mentions.1")
        noor, lena = await seat_of(team, "noor"), await seat_of(team, "lena")
        with pytest.raises(DBAPIError, match="stands in its words"):
            await self._insert(team, noor, channel, [lena.id])
        await self._insert(team, noor, channel, [])

    async def _insert(self, team: Team, seat: Any, channel: Any, mentions: Any) -> None:
        async with team.context.database.writing(seat.requester) as session:
            found = await talk.resolve(session, seat, UUID(channel["id"]), talk.NewMessage("Nobody."))
            row = {"id": clock.new_id(), "jit": seat.jit, "channel": found.channel.id, "seat": seat.id}
            entry_of, *_ = await journal.append(session, seat, *decisions._facts(found, row["id"], [], None))
            decided = Message(
                kind="decision", number=1, text="Nobody.", entry=entry_of.id, mentions=mentions, at=clock.now(), **row
            )
            session.add(decided)
            await session.flush()


class TestANameThatWasErased:
    @pytest.mark.parametrize("kind", ["channel.opened", "decision.recorded"])
    async def test_is_read_nowhere(self, team: Team, kind: str) -> None:
        other = await messages.open_channel(team, name="Another")
        channel = await messages.open_channel(team, name="Anna Brandt, bookkeeper")
        await messages.decide(team, "noor", channel)
        position = (await entry(team, "noor", kind))["position"]
        read_json(await erase(team, "noor", position, "channel_name"), 202)
        await team.settled()
        context = team.context
        await field_erasure_jobs.finish(context.database, context.bundles, timedelta(days=1))
        await erased(team, "noor", position)
        for who in ("noor", "lena"):
            there = read_json(await team.client(who).get(place(team, channel)))
            assert (there["name"], there["version"]) == ("\N{EM DASH}", 2)
            assert "Brandt" not in (await team.client(who).get(team.path("/channels"))).text
        async with as_superuser(team) as superuser:
            assert await superuser.fetchval("select count(*) from channels where name like '%Brandt%'") == 0
        assert read_json(await team.client("noor").get(place(team, other)))["name"] == "Another"
        later = await messages.decide(team, "noor", channel, "Later.")
        assert of(team, later)
        assert "Brandt" not in str((await team.entries("lena", "decision.recorded"))[-1])
