"""Where signing ends: a decision without words, one that was put right, a party's last key, too many keys, a second signature."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.ledger import journal
from app.services.coordination.signing import MOST_KEYS
from tests.factories import messages, signing
from tests.factories.messages import seen
from tests.factories.signing import Office, try_sign
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

GONE = "update messages set text = null where id = $1"


@pytest.fixture
async def office(team: Team, tmp_path: Path) -> Office:
    """Of the Netherlands, which sign what their own seats decide."""
    made = Office(tmp_path / "nl")
    await signing.name(team, "noor", made)
    read_json(await signing.demand(team, "noor"))
    return made


async def standing(team: Team, who: str, party: str) -> dict[str, Any]:
    """What a party demands, as somebody reads it."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/signing/demands")))["items"]
    return next(one for one in items if one["party"] == party)


async def test_words_that_are_erased_while_somebody_signs(
    team: Team, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "daan", channel)
    signature = office.sign(await signing.statement(team, "daan", decision))
    append = journal.append

    async def erased_meanwhile(*given: Any) -> Any:
        async with as_superuser(team) as superuser:
            await superuser.execute(GONE, UUID(decision["id"]))
        return await append(*given)

    monkeypatch.setattr(journal, "append", erased_meanwhile)
    refused = await try_sign(team, "daan", decision, signature)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing-to-sign")
    monkeypatch.undo()
    assert await team.entries("daan", "decision.signed") == []
    assert await signing.awaiting(team, "daan") == []
    shown = (await seen(team, "lena", decision))["signing"]
    assert (shown["state"], shown["awaits"], shown["demanded"]) == ("erased", [], ["NL"])


async def test_what_was_put_right_awaits_in_its_new_words(team: Team, office: Office) -> None:
    channel = await messages.open_channel(team)
    former = await messages.decide(team, "daan", channel, "3 June.")
    await messages.decide(team, "daan", channel, "4 June.", corrects=former["id"])
    assert await signing.awaiting(team, "noor") == ["4 June."]
    assert (await seen(team, "noor", former))["signing"]["state"] == "awaits", "it was not signed"
    assert (await signing.sign(team, "daan", former, office))["signing"]["state"] == "signed", "and may be"


async def test_who_revokes_the_last_key_reads_that_nobody_can_sign(team: Team, tmp_path: Path) -> None:
    """A stolen key is revoked at once, whatever is demanded."""
    key = await signing.name(team, "noor", Office(tmp_path / "nl"))
    assert not (await standing(team, "noor", "NL"))["keyless"]
    read_json(await signing.demand(team, "noor"))
    read_json(await signing.revoke(team, "noor", key))
    assert (await standing(team, "lena", "NL"))["keyless"]
    await signing.name(team, "noor", Office(tmp_path / "other"))
    assert not (await standing(team, "lena", "NL"))["keyless"]


async def test_a_party_beyond_the_union_demands_nothing(team: Team, tmp_path: Path) -> None:
    await signing.name(team, "mara", Office(tmp_path / "ch"))
    assert not (await standing(team, "mara", "CH"))["may_set"]
    refused = await signing.demand(team, "mara", "all")
    assert (refused.status_code, refused.json()["code"]) == (403, "beyond-the-union")
    assert (await standing(team, "mara", "CH"))["scope"] == "none"


async def test_a_party_has_so_many_keys_however_many_are_named_at_once(team: Team, tmp_path: Path) -> None:
    offices = [Office(tmp_path / str(number)) for number in range(MOST_KEYS + 2)]
    for one in offices[: MOST_KEYS - 1]:
        await signing.name(team, "noor", one)
    answers = await asyncio.gather(*(signing.try_name(team, "noor", one.pem) for one in offices[MOST_KEYS - 1 :]))
    assert sorted(one.status_code for one in answers) == [201, 409, 409]
    assert {one.json()["code"] for one in answers if one.status_code != 201} == {"keys-full"}


async def test_a_party_signs_a_decision_once_with_a_key_in_force(team: Team, office: Office, tmp_path: Path) -> None:
    channel = await messages.open_channel(team)
    decision = await messages.decide(team, "daan", channel)
    other = Office(tmp_path / "other")
    first = (await signing.keys(team, "noor"))[0]
    await signing.name(team, "noor", other)
    statement = await signing.statement(team, "daan", decision)
    answers = await asyncio.gather(*(try_sign(team, "daan", decision, one.sign(statement)) for one in (office, other)))
    assert sorted(one.status_code for one in answers) == [201, 409]
    assert next(one for one in answers if one.status_code == 409).json()["code"] == "signed-already"
    assert len(await team.entries("daan", "decision.signed")) == 1
    if answers[0].status_code == 201:  # the key that signed is revoked: the other one signs, and both stand
        read_json(await signing.revoke(team, "noor", first))
        again = read_json(await try_sign(team, "daan", decision, other.sign(statement)), 201)
        assert len(again["signing"]["signed"]) == 2
