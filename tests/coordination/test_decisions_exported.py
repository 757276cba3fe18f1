"""Decisions leave the house in bundles, with their words, for machines and for people; talk never does."""

import zipfile
from pathlib import Path

from tests.audit.test_export_profiles import made
from tests.audit.test_exports import content, lines
from tests.exports.documents import words
from tests.factories import messages
from tests.factories.team import Team, read_json

DECIDED, MENDED, TALKED = "Action day is 3 June.", "Action day is 4 June.", "Bookkeeper, off the record."


async def test_a_bundle_holds_decisions_and_no_talk(team: Team, tmp_path: Path) -> None:
    channel = await messages.open_channel(team)
    await messages.say(team, "daan", channel, TALKED)
    first = await messages.decide(team, "daan", channel, DECIDED)
    await messages.decide(team, "noor", channel, MENDED, corrects=first["id"])
    read_json(await messages.translate(team, "amir", first, "Der Tag ist der 3. Juni."), 201)
    for who, scope, knows in (
        ("jit_auditor", {}, True),
        ("jonas", {"party": "DE"}, True),
        ("claire", {"party": "FR"}, False),
    ):
        _, path = await made(team, who, "archive", scope, tmp_path)
        told = {one["kind"]: one["said"] for one in lines(path) if one["kind"].startswith(("decision.", "channel."))}
        everything = b"".join(zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist())
        document = words(content(path, "data/custody.pdf"))
        assert TALKED.encode() not in everything
        assert TALKED not in document
        if knows:
            assert set(told) == {"channel.opened", "decision.recorded", "decision.corrected", "decision.translated"}
            assert (told["decision.recorded"]["text"], told["decision.corrected"]["text"]) == (DECIDED, MENDED)
            assert DECIDED in document
            assert "Decision corrected" in document
        else:
            assert told == {}
            assert DECIDED not in document
