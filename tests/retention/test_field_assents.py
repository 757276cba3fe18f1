"""Fields of what was obtained jointly: erased with a word of each who obtained it, refused by any, and never past the database."""

import asyncio
from typing import Any, Final

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import alike, release, values
from tests.factories.field_erasures import agree, confirm, entry, erase, erased, give_up, nowhere, read
from tests.factories.sharing import four_eyes
from tests.factories.sharing.joint import jointly
from tests.factories.team import Team, read_json
from tests.retention.test_field_erasures import refused
from tests.sharing.test_reservations import reserve
from tests.support.databases.as_seat import attempt

AGREE: Final = (
    "insert into field_erasure_agreements (erasure, jit, party, agreed_by, agreed_at)"
    " select :one, :jit, p.id, :seat, now() from parties p where p.code = :as and p.jit = :jit"
)


async def wished(team: Team, *joint: str, **changes: Any) -> tuple[int, dict[str, Any]]:
    """A Dutch leader wants the place erased of what was obtained with others: the position, and what waits."""
    await jointly(team, *joint, **changes)
    position = (await entry(team, "noor", "evidence.registered"))["position"]
    (one,) = read_json(await erase(team, "noor", position), 202)["erasures"]
    return position, one


async def test_waits_for_each_who_obtained_it_and_goes_with_the_last_word(team: Team) -> None:
    position, one = await wished(team, "FR", "DE")
    assert (one["decided_at"], one["awaits"], one["may"]) == (None, ["FR", "DE"], ["give_up"])
    assert "place" in (await entry(team, "noor", "evidence.registered"))["fields"]
    (seen,) = (await read(team, "claire", position))["erasures"]
    assert (seen["party"], seen["may"], seen["reason"]) == ("NL", ["agree", "give_up"], one["reason"])
    assert (await read(team, "claire", position))["erasable"] == [], "the entry is not its own"
    queue = read_json(await team.client("claire").get(team.path("/ledger/erasures")))["items"]
    assert [(each["position"], each["party"]) for each in queue] == [(position, "NL")]
    read_json(await agree(team, "claire", position, one["id"]), 202)
    assert refused(await agree(team, "claire", position, one["id"])) == (403, "not-to-agree")
    (seen,) = (await read(team, "noor", position))["erasures"]
    assert (seen["awaits"], seen["decided_at"]) == (["DE"], None)
    assert values(await entry(team, "noor", "field.erasure_agreed"))["names"] == ["place"]
    read_json(await agree(team, "jonas", position, one["id"]), 202)
    (done,) = (await erased(team, "noor", position))["erasures"]
    assert (done["awaits"], done["wanted_by"]) == ([], team.code("noor"))
    decided = await entry(team, "claire", "field.erasure_decided")
    assert (decided["party"], values(decided)["wanted_by"]) == ("DE", team.code("noor"))
    certificate = values(await entry(team, "claire", "evidence.field_erased"))
    assert (certificate["decided_by"], certificate["approval"]) == (team.code("noor"), decided["position"])
    assert "place" not in (await entry(team, "claire", "evidence.registered"))["fields"]


async def test_agreement_reserved_to_judicial_members_is_refused_to_other_leaders(team: Team) -> None:
    await jointly(team, "NL", who="claire")
    position = (await entry(team, "claire", "evidence.registered"))["position"]
    (one,) = read_json(await erase(team, "claire", position), 202)["erasures"]
    read_json(await reserve(team, "bram"))
    (seen,) = (await read(team, "bram", position))["erasures"]
    assert "agree" not in seen["may"]
    assert refused(await agree(team, "bram", position, one["id"])) == (403, "not-to-agree")
    read_json(await agree(team, "noor", position, one["id"]), 202)


async def test_any_of_them_refuses_with_a_reason(team: Team) -> None:
    position, one = await wished(team, "FR")
    assert (await give_up(team, "claire", position, one["id"])).status_code == 204
    assert (await read(team, "noor", position))["erasures"] == []
    told = await entry(team, "noor", "field.erasure_given_up")
    assert (told["party"], values(told)["reason"]) == ("FR", "It is needed")
    assert (await agree(team, "claire", position, one["id"])).status_code == 404
    assert "place" in (await entry(team, "noor", "evidence.registered"))["fields"]


async def test_another_originators_entry_waits_for_its_keeper_too(team: Team) -> None:
    """A joint originator's own entry about it: the party that keeps the exhibit is one of those who obtained it."""
    await jointly(team, "NL", who="claire")
    position = (await entry(team, "claire", "evidence.registered"))["position"]
    (one,) = read_json(await erase(team, "claire", position), 202)["erasures"]
    assert one["awaits"] == ["NL"]
    read_json(await agree(team, "noor", position, one["id"]), 202)
    await erased(team, "claire", position)


async def test_by_two_where_either_demands_it(team: Team) -> None:
    read_json(await four_eyes.demand(team, "noor", "erase"))
    position, one = await wished(team, "FR")
    read_json(await agree(team, "claire", position, one["id"]), 202)
    (seen,) = (await read(team, "bram", position))["erasures"]
    assert (seen["awaits"], seen["may"], seen["decided_at"]) == ([], ["confirm", "give_up"], None)
    read_json(await confirm(team, "bram", position, one["id"]), 202)
    (done,) = (await erased(team, "noor", position))["erasures"]
    assert done["confirmed_by"] == team.code("bram")


async def test_who_did_not_obtain_it_is_asked_nothing_and_told_nothing(team: Team) -> None:
    position, one = await wished(team, "FR", releases=[release("FR"), release("DE", "listed")])
    assert refused(await agree(team, "bram", position, one["id"])) == (403, "not-to-agree"), (
        "its own party is not asked"
    )
    assert (await agree(team, "jonas", position, one["id"])).status_code == 404
    assert refused(await agree(team, "daan", position, one["id"])) == (403, "role-may-not")
    assert (await give_up(team, "jonas", position, one["id"])).status_code == 404
    seen = await team.client("jonas").get(team.path(f"/ledger/entries/{position}/erasures"))
    assert alike(seen, await team.client("jonas").get(team.path("/ledger/entries/1000000/erasures")))
    assert (await agree(team, "claire", position, nowhere())).status_code == 404
    wrong = await agree(team, "claire", position, one["id"], confirmation="1")
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "confirmation")
    for kind in ("field.erasure_wanted", "field.erasure_agreed"):
        assert await team.entries("jonas", kind) == []


async def test_two_who_agree_at_the_same_moment_decide_once(team: Team) -> None:
    position, one = await wished(team, "FR", "DE")
    answers = await asyncio.gather(
        agree(team, "claire", position, one["id"]), agree(team, "jonas", position, one["id"])
    )
    assert [answer.status_code for answer in answers] == [202, 202]
    await erased(team, "noor", position)
    assert len(await team.entries("noor", "field.erasure_decided")) == 1


async def test_nothing_goes_past_the_database(team: Team) -> None:
    """Raw SQL as the application: a word in another's name, one's own decision without a word, a wish ended by who is not asked."""
    position, one = await wished(team, "FR")
    of = {"one": one["id"]}
    for who, party in (
        ("noor", "FR"),
        ("noor", "NL"),
        ("bram", "NL"),
        ("jonas", "DE"),
        ("jonas", "FR"),
        ("hugo", "FR"),
    ):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, AGREE, **of, **{"as": party})
    target = (await entry(team, "noor", "evidence.registered"))["id"]
    for who in ("noor", "claire"):
        with pytest.raises(DBAPIError, match=r"has not agreed|only its party"):
            await attempt(team, who, "select approve_field_erasure(:one, :e)", **of, e=target)
    for who in ("jonas", "hugo", "daan"):
        assert await attempt(team, who, "delete from field_erasures where id = :one", **of) == 0
        assert await attempt(team, who, "select 1 from field_erasures where id = :one and party is not null", **of) in (
            0,
            None,
        )
    for who in ("claire", "noor"):
        for forged in ("update field_erasure_agreements set party = party", "delete from field_erasure_agreements"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, who, forged)
    assert await attempt(team, "claire", AGREE, **of, **{"as": "FR"}) == 1, "a leader of France may"
    assert (await read(team, "noor", position))["erasures"][0]["decided_at"] is None
