"""Classes 6 and 7 for messages: channels and mentions in two worlds, and what a member may write in SQL.

`test_two_worlds.py` tests that a channel of others changes no answer. To a member without access, a mention of an
exhibit looks like a mention of an absent one.
"""

import asyncio
from typing import Any, Final
from uuid import UUID

from app import clock
from tests.factories import evidence, messages
from tests.factories.evidence import alike, release
from tests.factories.messages import place, seen
from tests.factories.team import Team, read_json
from tests.security.test_two_worlds import without_the_leak
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import BY_GRANT, BY_POLICY, Probe, Refused, member_ids, run_probes


async def views(team: Team, who: str, channel: dict[str, Any]) -> list[Any]:
    """Return what the member reads of the channel, of a search in it, and of the ledger."""
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
            [
                blurred(read_json(await team.client("hugo").get(place(team, channel, rest))))
                for rest in ("", "/messages")
            ]
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
    read_json(await evidence.grant(team, "noor", exhibit, "FR", level="listed"))
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


SAY = (
    "insert into messages (id, jit, channel, number, kind, seat, text, mentions, at) values"
    " (gen_random_uuid(), :jit, :channel, 1, 'talk', :by, 'x', :mentions, :now)"
)
DECIDE = (
    "insert into messages (id, jit, channel, number, kind, seat, text, mentions, at, entry) values"
    " (:id, :jit, :channel, 1, 'decision', :seat, :text, '{}', :now, :entry)"
)
OPEN_CHANNEL = (
    "insert into channels (id, jit, name, whole, parties, service, opened_by, opened_at)"
    " values (gen_random_uuid(), :jit, 'x', :whole, :parties, false, :by, :now)"
)
CHANGE = "update messages set text = 'x' where id = :id"
READ_MARK = "update read_marks set number = 1"


async def test_rows_of_a_channel_are_hidden_from_those_outside(team: Team) -> None:
    """And how far a member has read is hidden from everybody else."""
    channel = await messages.open_channel(team)
    message = await messages.say(team, "noor", channel)
    reading = {"message": message["id"]}
    assert (await team.client("lena").post(place(team, channel, "/reading"), json=reading)).status_code == 204
    read_json(await messages.correct(team, "noor", message, "Otherwise."))
    read_json(await messages.translate(team, "noor", await seen(team, "noor", message)), 201)
    outside = {"hugo": 0, "mara": 0, "ines": 0, "auditor": 0, "jit_auditor": 0, "lena": 1}
    await run_probes(
        team,
        [
            *(
                Probe(who, f"select 1 from {table}", rows)  # noqa: S608 - names of this list
                for table in ("channels", "messages", "former_words", "translations")
                for who, rows in outside.items()
            ),
            *(
                Probe(who, statement, rows)
                for statement in ("select 1 from read_marks", READ_MARK)
                for who, rows in {"jonas": 0, "noor": 0, "lena": 1}.items()
            ),
        ],
    )


async def test_messages_and_channels_for_others_or_beyond_a_channel_are_refused(team: Team) -> None:
    channel = await messages.open_channel(team)
    closed = await messages.open_channel(team, name="Closed")
    read_json(await messages.close(team, "noor", closed))
    ids = await member_ids(team)
    here, ended = UUID(channel["id"]), UUID(closed["id"])

    def say(who: str, by: str, where: UUID, *mentions: UUID, expected: Refused | int = BY_POLICY) -> Probe:
        return Probe(who, SAY, expected, {"channel": where, "by": ids[by].id, "mentions": list(mentions)})

    def open_one(who: str, by: str, *parties: UUID | None, whole: bool = False) -> Probe:
        return Probe(who, OPEN_CHANNEL, BY_POLICY, {"by": ids[by].id, "parties": list(parties), "whole": whole})

    nl, de, fr, ch = (ids[who].party for who in ("noor", "jonas", "claire", "mara"))
    await run_probes(
        team,
        [
            say("jonas", "lena", here),
            say("claire", "claire", here),
            say("auditor", "auditor", here),
            say("lena", "lena", ended),
            say("lena", "lena", clock.new_id()),
            say("lena", "lena", here, ids["claire"].id),
            say("lena", "lena", here, clock.new_id()),
            say("lena", "lena", here, expected=1),
            open_one("noor", "noor", nl, ch),
            open_one("noor", "noor", de, fr),
            open_one("noor", "noor", nl, clock.new_id()),
            open_one("noor", "coordinator", nl),
            open_one("mara", "mara", whole=True),
            open_one("daan", "daan", whole=True),
        ],
    )


async def test_a_decision_without_its_entry_and_its_words_is_refused(team: Team) -> None:
    """Not without an entry, not by an entry of another, used before, or of other words, and by nobody who does not decide."""
    channel = await messages.open_channel(team)
    await messages.decide(team, "lena", channel, "In these words.")
    await messages.say(team, "lena", channel)
    (entry,) = await team.entries("lena", "decision.recorded")
    decided, entered = UUID(entry["subject"]["message"]), UUID(entry["id"])

    def decide(who: str, words: str, id_: UUID, entry_id: UUID) -> Probe:
        return Probe(
            who, DECIDE, BY_POLICY, {"channel": UUID(channel["id"]), "text": words, "id": id_, "entry": entry_id}
        )

    await run_probes(
        team,
        [
            Probe("lena", "select 1 from messages", 2),
            decide("lena", "In other words.", decided, entered),
            decide("lena", "In these words.", clock.new_id(), entered),
            decide("noor", "In these words.", decided, entered),
            decide("karl", "In these words.", decided, entered),
            decide("lena", "In these words.", decided, clock.new_id()),
        ],
    )


async def test_words_of_others_and_decisions_are_not_changed(team: Team) -> None:
    channel = await messages.open_channel(team)
    talk = await messages.say(team, "lena", channel)
    decision = await messages.decide(team, "lena", channel)
    forbidden = (
        "delete from messages",
        "delete from former_words",
        "update messages set at = now()",
        "update messages set kind = 'talk'",
        "update messages set version = 1",
        "update channels set parties = '{}', whole = true",
        "update channels set name = 'x'",
        "insert into former_words select id, 9, jit, 'x', at from messages",
        "update pulses set beats = 0",
        "select beats from pulses",
        "select erase_old_talk(1)",
    )
    said_there = {"id": UUID(talk["id"])}
    silenced = "update messages set text = null where id = :id"
    await run_probes(
        team,
        [
            *(Probe(who, CHANGE, 0, said_there) for who in ("jonas", "noor", "claire", "auditor")),
            Probe("lena", CHANGE, 0, {"id": UUID(decision["id"])}),
            *(Probe("lena", statement, BY_GRANT) for statement in forbidden),
            Probe("lena", silenced, Refused("corrected or taken back"), said_there),
            Probe("lena", CHANGE, 1, said_there),
        ],
    )
    assert await attempt(team, "lena", CHANGE, **said_there) == 1
    assert [one["text"] for one in (await seen(team, "noor", talk))["former"]] == ["The log is in."]


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
