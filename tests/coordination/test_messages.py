"""Channels and what is said in them: for whom, on and off the record, corrected, taken back, searched, read."""

from typing import Any

import pytest

from app import clock
from app.services.coordination import chat_expiry
from tests.factories import evidence, messages, suspensions
from tests.factories.evidence import release, values
from tests.factories.messages import place, seen, stretch, texts
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser


async def whole_ledger(team: Team) -> list[tuple[Any, ...]]:
    """Every row of every table in which the ledger keeps anything."""
    await team.settled()
    tables = ("entries", "headers", "entry_audience", "bodies", "fields", "positions", "pending")
    async with as_superuser(team) as superuser:
        return [
            (
                table,
                await superuser.fetchval(
                    f"select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t"  # noqa: S608
                ),
            )
            for table in tables
        ]


class TestAChannel:
    async def test_is_read_by_its_parties_and_absent_for_everybody_else(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        await messages.say(team, "daan", channel)
        for who in ("coordinator", "admin", "sofia", "amir", "jonas", "lena", "karl"):
            assert [one["name"] for one in await messages.listed(team, who)] == ["Servers in Frankfurt"], who
            assert await texts(team, who, channel) == ["The log is in."]
        for who in ("claire", "hugo", "ines", "mara"):
            assert await messages.listed(team, who) == [], who
            assert await messages.found(team, who, "log") == []
            there = await team.client(who).get(place(team, channel, "/messages"))
            absent = await team.client(who).get(place(team, {"id": str(clock.new_id())}, "/messages"))
            assert (there.status_code, evidence.alike(there, absent)) == (404, True)
        for who in ("auditor", "jit_auditor"):
            assert (await team.client(who).get(team.path("/channels"))).status_code == 403

    async def test_is_opened_by_leaders_and_coordinators_for_their_own_party_too(self, team: Team) -> None:
        for who in ("daan", "lena", "admin", "ines", "amir"):
            assert (await messages.try_open(team, who)).status_code == 403, who
        own = await messages.open_channel(team, "claire", parties=["FR"])
        assert own["parties"] == ["FR"]
        with_ines = await messages.open_channel(team, "claire", parties=["EUROJUST"])
        assert with_ines["parties"] == ["EUROJUST", "FR"], "one's own is always among them"
        assert await texts(team, "ines", with_ines) == []
        nobody = await messages.try_open(team, "claire", parties=[])
        assert (nobody.status_code, nobody.json()["errors"][0]["field"]) == (422, "parties")
        unknown = await messages.try_open(team, "claire", parties=["NL", "XX"])
        assert (unknown.status_code, unknown.json()["errors"][0]["field"]) == (422, "parties.1")

    async def test_is_for_nobody_beyond_the_union(self, team: Team) -> None:
        """What is said there would be addressed to it, and talk cannot be attested: as tasks refuse, so do channels."""
        for who, parties in (("noor", ["CH"]), ("mara", ["CH"]), ("mara", ["NL"])):
            refused = await messages.try_open(team, who, parties=parties)
            assert (refused.status_code, refused.json()["code"]) == (409, "outbound-gate-closed"), who
        everybody = await messages.everybody(team)
        assert everybody["parties"] == ["DE", "EUROJUST", "FR", "NL"]
        assert await messages.listed(team, "mara") == []
        assert (await messages.try_say(team, "mara", everybody)).status_code == 404
        decision = await messages.decide(team, "jonas", everybody)
        assert await team.entries("mara", "decision.recorded") == []
        assert decision["kind"] == "decision"

    async def test_is_closed_and_stays_to_be_read(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "lena", channel)
        assert (await messages.close(team, "daan", channel)).status_code == 403
        assert (await messages.close(team, "claire", channel)).status_code == 404
        closed = read_json(await messages.close(team, "jonas", channel))
        assert (closed["closed_by"], closed["close_reason"]) == ("DE-01", "Done.")
        assert closed["may"] == {"talk": False, "decide": False, "close": False}
        for answer in (
            await messages.try_say(team, "lena", channel),
            await messages.try_decide(team, "lena", channel),
            await messages.correct(team, "lena", message, "Otherwise."),
            await messages.close(team, "noor", closed),
        ):
            assert (answer.status_code, answer.json()["code"]) == (409, "channel-closed")
        assert await texts(team, "karl", channel) == ["The log is in."]
        assert [one["kind"] for one in await team.entries("noor") if one["kind"].startswith("channel.")] == [
            "channel.opened",
            "channel.closed",
        ]
        assert (await messages.take_back(team, "lena", message)).status_code == 200, "what one said is one's own"

    async def test_a_party_that_is_suspended_sees_nothing_more(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        await messages.say(team, "lena", channel)
        await suspensions.suspended(team, "DE", "noor", "claire")
        for who in ("lena", "jonas", "karl"):
            assert (await team.client(who).get(place(team, channel, "/messages"))).status_code == 404
            assert (await messages.try_say(team, who, channel)).status_code == 404
        await messages.say(team, "noor", channel, "Without Germany.")
        assert (await messages.try_open(team, "noor")).status_code == 422, "nor is it asked in anew"


class TestTalk:
    async def test_leaves_nothing_in_the_ledger(self, team: Team) -> None:
        """No text, no person, no count: not a row of it differs, whatever is said, corrected, taken back, read or translated."""
        channel = await messages.open_channel(team)
        exhibit = await evidence.register(team, "noor", release("DE"))
        before = await whole_ledger(team)
        message = await messages.say(
            team, "daan", channel, "Look at [exhibit 1], @DE-02.", links=[exhibit["id"]], mentions=["DE-02"]
        )
        message = read_json(await messages.correct(team, "daan", message, "Never mind, @DE-02.", mentions=["DE-02"]))
        read_json(await messages.translate(team, "amir", message), 201)
        read = await team.client("lena").post(place(team, channel, "/reading"), json={"message": message["id"]})
        assert read.status_code == 204
        read_json(await messages.take_back(team, "daan", message))
        await messages.say(team, "lena", channel)
        assert await whole_ledger(team) == before

    async def test_is_corrected_by_its_author_with_what_it_said_before(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        first = await messages.say(team, "daan", channel, "At six.")
        assert (await messages.correct(team, "noor", first, "At seven.")).status_code == 403
        second = read_json(await messages.correct(team, "daan", first, "At seven."))
        stale = await messages.correct(team, "daan", first, "At eight.")
        assert (stale.status_code, stale.json()["current"]) == (412, {"version": 2, "text": "At seven."})
        read_json(await messages.correct(team, "daan", second, "At nine."))
        there = await seen(team, "lena", first)
        assert (there["text"], [one["text"] for one in there["former"]]) == ("At nine.", ["At six.", "At seven."])
        assert there["corrected_at"] is not None
        assert (await team.client("daan").put(messages.of(team, first), json={"text": "x"})).status_code == 428

    async def test_is_taken_back_with_its_former_words_and_translations(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "daan", channel, "Wrong channel, the bookkeeper.")
        message = read_json(await messages.correct(team, "daan", message, "Wrong channel."))
        read_json(await messages.translate(team, "amir", message), 201)
        assert (await messages.take_back(team, "noor", message)).status_code == 403
        read_json(await messages.take_back(team, "daan", message))
        there = await seen(team, "lena", message)
        assert (there["text"], there["former"], there["translations"]) == (None, [], [])
        assert there["taken_back_at"] is not None
        assert await messages.found(team, "lena", "bookkeeper") == []
        again = await messages.correct(team, "daan", there, "It was right.")
        assert (again.status_code, again.json()["code"]) == (409, "taken-back")
        async with as_superuser(team) as superuser:
            left = await superuser.fetchval(
                "select count(*) from messages m left join former_words f on f.message = m.id"
                " where m.text like '%bookkeeper%' or f.text like '%bookkeeper%'"
            )
        assert left == 0

    async def test_is_kept_as_the_agreement_says_and_no_longer(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "daan", channel, "Old talk.")
        decision = await messages.decide(team, "daan", channel, "Old decision.")
        assert message["erased_after"] is not None
        assert decision["erased_after"] is None
        for who in ("noor", "coordinator", "lena"):
            asked = await team.client(who).post(team.path("/talk-rules"), json={"days": 7, "clause": "cl. 9"})
            assert asked.status_code == 403, who
        read_json(await team.client("admin").post(team.path("/talk-rules"), json={"days": 7, "clause": "cl. 9"}), 201)
        assert [values(one)["days"] for one in await team.entries("mara", "talk.agreed")] == [7], "the team hears of it"
        await messages.say(team, "daan", channel, "New talk.")
        async with as_superuser(team) as superuser:
            await superuser.execute("alter table messages disable trigger kept")
            await superuser.execute("update messages set at = at - interval '8 days' where text like 'Old%'")
            await superuser.execute("alter table messages enable trigger kept")
        assert await texts(team, "lena", channel) == ["Old decision.", "New talk."], "read no more before it is erased"
        before = await whole_ledger(team)
        assert await chat_expiry.erase_due(team.context.database) in {0, 1}  # the worker may have been there
        async with as_superuser(team) as superuser:
            assert await superuser.fetchval("select count(*) from messages where text = 'Old talk.'") == 0
        assert await whole_ledger(team) == before
        assert await texts(team, "lena", channel) == ["Old decision.", "New talk."]


class TestADecision:
    async def test_is_an_entry_with_its_words(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        decision = await messages.decide(team, "lena", channel, "Action day is 3 June, @NL-02.", mentions=["NL-02"])
        for who in ("noor", "jonas", "coordinator", "karl", "amir", "auditor", "jit_auditor"):
            (entry,) = await team.entries(who, "decision.recorded")
            told = values(entry)
            assert (told["text"], told["channel_name"]) == ("Action day is 3 June, @NL-02.", "Servers in Frankfurt")
            assert entry["subject"] == {"channel": channel["id"], "message": decision["id"]}
        for who in ("claire", "hugo", "mara", "ines"):
            assert await team.entries(who, "decision.recorded") == [], who
        await team.settled()
        assert (await seen(team, "noor", decision))["position"] == entry["position"]

    async def test_is_recorded_by_those_who_decide(self, team: Team) -> None:
        channel = await messages.everybody(team)
        for who in ("ines", "karl", "amir", "sofia", "admin"):
            assert (await messages.try_decide(team, who, channel)).status_code == 403, who
            await messages.say(team, who, channel)
        for who in ("coordinator", "noor", "daan", "claire"):
            await messages.decide(team, who, channel)

    async def test_is_never_changed_and_put_right_once_by_another(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        first = await messages.decide(team, "daan", channel, "Action day is 3 June.")
        for answer in (
            await messages.correct(team, "daan", first, "4 June."),
            await messages.take_back(team, "daan", first),
        ):
            assert (answer.status_code, answer.json()["code"]) == (409, "on-record")
        refused = await messages.try_decide(team, "lena", channel, "4 June.", corrects=first["id"])
        assert (refused.status_code, refused.json()["code"]) == (403, "not-your-message")
        second = await messages.decide(team, "noor", channel, "Action day is 4 June.", corrects=first["id"])
        there = await seen(team, "lena", first)
        assert (there["text"], there["corrected_by"]) == ("Action day is 3 June.", second["id"])
        twice = await messages.try_decide(team, "daan", channel, "5 June.", corrects=first["id"])
        assert (twice.status_code, twice.json()["code"]) == (409, "corrected-already")
        (entry,), (former,) = [await team.entries("lena", f"decision.{one}") for one in ("corrected", "recorded")]
        assert entry["subject"]["corrects"] == former["id"]
        talk = await messages.say(team, "noor", channel)
        off = await messages.try_decide(team, "noor", channel, "x", corrects=talk["id"])
        assert (off.status_code, off.json()["code"]) == (409, "off-record")
        other = await messages.open_channel(team, name="Other")
        elsewhere = await messages.try_decide(team, "noor", other, "x", corrects=second["id"])
        assert elsewhere.status_code == 404


class TestWhoIsSpokenTo:
    async def test_is_of_the_channel(self, team: Team) -> None:
        """One answer for a seat of others, an auditor's, and one that never was."""
        channel = await messages.open_channel(team)
        answers = [
            await messages.try_say(team, "noor", channel, f"@{code}", mentions=["DE-02", code])
            for code in ("FR-01", "DE-03", "CH-01", "JIT-01", "NL-99")
        ]
        assert {one.status_code for one in answers} == {422}
        assert len({one.text for one in answers}) == 1
        assert answers[0].json()["errors"][0]["field"] == "mentions.1"
        message = await messages.say(team, "noor", channel, "@DE-02 and @NL-04", mentions=["DE-02", "NL-04"])
        assert message["mentions"] == ["DE-02", "NL-04"]


class TestReading:
    async def test_counts_what_others_said_since_and_tells_nobody(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        said_here = [await messages.say(team, "noor", channel, f"{at}", mentions=["DE-02"]) for at in range(3)]
        await messages.say(team, "lena", channel, "Mine does not count.")
        (there,) = await messages.listed(team, "lena")
        assert (there["unread"], there["mentioned"], there["first_unread"]) == (3, 3, said_here[0]["id"])
        others = await messages.listed(team, "jonas")
        reading = {"message": said_here[1]["id"]}
        assert (await team.client("lena").post(place(team, channel, "/reading"), json=reading)).status_code == 204
        (there,) = await messages.listed(team, "lena")
        assert (there["unread"], there["first_unread"]) == (1, said_here[2]["id"])
        back = {"message": said_here[0]["id"]}
        assert (await team.client("lena").post(place(team, channel, "/reading"), json=back)).status_code == 204
        assert (await messages.listed(team, "lena"))[0]["unread"] == 1, "never back"
        assert await messages.listed(team, "jonas") == others
        assert (await team.client("claire").post(place(team, channel, "/reading"), json=reading)).status_code == 404

    async def test_goes_both_ways_from_the_first_unread(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        for at in range(7):
            await messages.say(team, "noor", channel, f"{at}")
        last = await stretch(team, "lena", channel, "?limit=3")
        assert ([one["text"] for one in last["items"]], last["next"]) == (["4", "5", "6"], None)
        earlier = await stretch(team, "lena", channel, f"?limit=3&cursor={last['previous']}")
        assert [one["text"] for one in earlier["items"]] == ["1", "2", "3"]
        first = await stretch(team, "lena", channel, f"?limit=3&cursor={earlier['previous']}")
        assert ([one["text"] for one in first["items"]], first["previous"]) == (["0"], None)
        begun = await stretch(team, "lena", channel, f"?limit=3&at={earlier['items'][1]['id']}")
        assert [one["text"] for one in begun["items"]] == ["2", "3", "4"]
        onwards = await stretch(team, "lena", channel, f"?limit=3&cursor={begun['next']}")
        assert ([one["text"] for one in onwards["items"]], onwards["next"]) == (["5", "6"], None)
        for wrong in ("x", "before:x", "beside:" + begun["items"][0]["id"]):
            assert (await team.client("lena").get(place(team, channel, f"/messages?cursor={wrong}"))).status_code == 400

    async def test_finds_words_in_ones_own_channels(self, team: Team) -> None:
        ours, theirs = await messages.open_channel(team), await messages.open_channel(team, "claire", parties=["FR"])
        await messages.say(team, "noor", ours, "The carriers were sealed in Rotterdam.")
        await messages.decide(team, "noor", ours, "Carriers go to The Hague.")
        await messages.say(team, "claire", theirs, "Carriers of the relay.")
        assert await messages.found(team, "lena", "carriers") == [
            "Carriers go to The Hague.",
            "The carriers were sealed in Rotterdam.",
        ]
        assert await messages.found(team, "lena", "carriers sealed") == ["The carriers were sealed in Rotterdam."]
        assert await messages.found(team, "lena", "carriers", "&kind=decision") == ["Carriers go to The Hague."]
        assert await messages.found(team, "lena", "carriers", f"&channel={theirs['id']}") == []
        assert await messages.found(team, "hugo", "carriers") == ["Carriers of the relay."]

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("Kass", ["Then to Kassel-Wilhelmshöhe.", "Seal 4 is in Kassel."]),
            ("kass seal", ["Seal 4 is in Kassel."]),
            ('"Kass"', []),
            ('"in Kassel"', ["Seal 4 is in Kassel."]),
            ("kassel-wilh", ["Then to Kassel-Wilhelmshöhe."]),
            ("Kass -seal", ["Then to Kassel-Wilhelmshöhe."]),
            ("nothing or then", ["Then to Kassel-Wilhelmshöhe."]),
            ("or or -", []),
            ("ka'ss", []),
            ("kass:* %26 !seal | <->", ["Seal 4 is in Kassel."]),
            ("\\\\'kass", ["Then to Kassel-Wilhelmshöhe.", "Seal 4 is in Kassel."]),
        ],
    )
    async def test_search_finds_words_by_their_beginning(self, team: Team, words: str, found: list[str]) -> None:
        ours, theirs = await messages.open_channel(team), await messages.open_channel(team, "claire", parties=["FR"])
        for text in ("Seal 4 is in Kassel.", "Then to Kassel-Wilhelmshöhe."):
            await messages.say(team, "noor", ours, text)
        await messages.say(team, "claire", theirs, "Kassandra knows.")
        assert await messages.found(team, "lena", words) == found

    async def test_search_by_a_beginning_stays_within_the_members_channels(self, team: Team) -> None:
        theirs = await messages.open_channel(team, "claire", parties=["FR"])
        await messages.say(team, "claire", theirs, "Kassandra knows.")
        await messages.decide(team, "claire", theirs, "Ask Kassandra.")
        assert len(await messages.found(team, "hugo", "kass")) == 2
        for who in ("lena", "noor", "coordinator", "ines"):
            assert await messages.found(team, who, "kass") == [], who
            assert await messages.found(team, who, "-kassel") == [], who


class TestATranslation:
    async def test_stands_beside_the_original_and_says_whose_it_is(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        message = await messages.say(team, "daan", channel)
        read_json(await messages.translate(team, "amir", message), 201)
        (there,) = (await seen(team, "lena", message))["translations"]
        assert (there["language"], there["text"], there["seat"]) == ("de", "Das Protokoll ist da.", "NL-07")
        assert (there["service"], there["of_version"]) == (None, 1)
        read_json(await messages.correct(team, "daan", message, "The log is not in."))
        late = await messages.translate(team, "amir", message)
        assert (late.status_code, late.json()["code"]) == (409, "corrected-meanwhile")
        assert (await messages.translate(team, "claire", message)).status_code == 404

    async def test_of_a_decision_is_on_record_too(self, team: Team) -> None:
        channel = await messages.open_channel(team)
        decision = await messages.decide(team, "daan", channel)
        read_json(await messages.translate(team, "karl", decision, "Der Tag ist der 3. Juni."), 201)
        (entry,) = await team.entries("noor", "decision.translated")
        told = values(entry)
        assert (told["language"], told["text"], told["service"]) == ("de", "Der Tag ist der 3. Juni.", None)


@pytest.mark.parametrize("days", [0, 3651])
async def test_no_rule_keeps_talk_for_ever(team: Team, days: int) -> None:
    answer = await team.client("admin").post(team.path("/talk-rules"), json={"days": days, "clause": "cl. 9"})
    assert answer.status_code == 422
