"""Releases of legal requests: what another party sees at each level, and what the database refuses."""

from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.seats import Seat
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestReleased
from tests.factories import notices
from tests.factories.evidence import alike
from tests.factories.requests import (
    change,
    create,
    listed,
    move,
    move_item,
    place,
    recall,
    release,
    see,
    seen,
    sent,
)
from tests.factories.sharing.gates import WORD
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of

#: A release to the parties that a condition names, and a move, as a member would write them past the services.
RELEASING = (
    "insert into request_releases (id, jit, request, party, recipient, level, released_by, released_at)"
    " select gen_random_uuid(), :jit, :request, :party, id, 'content', :seat, now() from parties "
)
MOVING = (
    "insert into request_moves (id, jit, request, party, seat, former, state, occurred_at, recorded_at)"
    " values (gen_random_uuid(), :jit, :request, :party, :seat, 'SENT', 'CLOSED', now(), now())"
)


async def test_existence_shows_the_line_and_nothing_of_the_content(team: Team) -> None:
    request = await sent(team, title="Panel of the marketplace")
    read_json(await release(team, "noor", request, "DE", "existence"))
    told = await seen(team, "lena", request)
    assert (told["level"], told["content"], told["items"], told["moves"]) == ("existence", None, [], [])
    assert told["to"] == {"country": "US", "authority": None}
    assert (told["number"], told["state"], told["party"]) == (request["number"], "SENT", "NL")
    assert [one["party"] for one in told["releases"]] == ["DE"]
    assert told["may"] == {"edit": False, "release": False}
    assert read_json(await team.client("lena").get(place(team, request, "/moves")))["items"] == []
    assert await listed(team, "lena", "?q=panel") == []
    assert [one["id"] for one in await listed(team, "lena", f"?q={request['number']}")] == [request["id"]]
    assert await team.entries("lena", "request.drafted") == []


async def test_content_shows_everything_and_changes_stay_with_the_party(team: Team) -> None:
    request = await sent(team)
    read_json(await release(team, "noor", request, "DE"))
    told = await seen(team, "lena", request)
    assert (told["level"], told["items"][0]["identifier"]) == ("content", "203.0.113.7")
    assert len(read_json(await team.client("lena").get(place(team, request, "/moves")))["items"]) == 1
    for answer in (
        await move(team, "lena", request, "ACKNOWLEDGED"),
        await move_item(team, "lena", request, "delivered"),
        await change(team, "lena", request, title="Mine now"),
        await release(team, "jonas", request, "FR"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "not-your-request")


async def test_moves_are_heard_at_both_levels_and_items_with_the_content_alone(team: Team) -> None:
    request = await sent(team)
    read_json(await release(team, "noor", request, "DE", "existence"))
    read_json(await release(team, "noor", request, "FR"))
    read_json(await move(team, "noor", request, "CLARIFICATION_REQUESTED", reason="Which zone?"))
    read_json(await move_item(team, "noor", request, "executing"))
    for who, items in (("lena", 0), ("claire", 1), ("mara", None)):
        moved = await team.entries(who, "request.moved")
        if items is None:
            assert moved == []
            continue
        assert [one["fields"].get("reason", {}).get("value") for one in moved] == [None]
        assert len(await team.entries(who, "request.item_moved")) == items


async def test_level_is_changed_and_recalled(team: Team) -> None:
    request = await sent(team)
    read_json(await release(team, "noor", request, "DE"))
    assert (await release(team, "noor", request, "DE")).json()["code"] == "release-so-already"
    read_json(await release(team, "noor", request, "DE", "existence"))
    assert (await seen(team, "lena", request))["content"] is None
    assert read_json(await recall(team, "noor", request, "DE"))["releases"] == []
    gone = await see(team, "lena", request)
    assert gone.status_code == 404
    other = await see(team, "lena", {"id": "019ab000-0000-7000-8000-000000000000"})
    assert alike(gone, other)
    assert (await recall(team, "noor", request, "DE")).status_code == 404
    kinds = [one["kind"] for one in await team.entries("lena") if str(one["kind"]).startswith("request.")]
    assert kinds == ["request.released", "request.released", "request.recalled"]


async def test_only_leaders_release_and_only_to_others(team: Team) -> None:
    request = await create(team)
    assert (await release(team, "daan", request, "DE")).status_code == 403
    for party in ("NL", "XX"):
        refused = await release(team, "noor", request, party)
        assert (refused.status_code, refused.json()["code"]) == (422, "invalid"), party


async def test_reserved_releases_are_made_and_recalled_by_judicial_leaders_alone(team: Team) -> None:
    """Bram leads for the police, Noor for the prosecution."""
    request, notice = await sent(team), await notices.create(team)
    reserved = {"judicial": True, "reason": "As our code of criminal procedure has it"}
    read_json(await team.client("bram").put(team.path("/reservation"), json=reserved, headers={"If-Match": '"0"'}))
    for one, give, take in ((request, release, recall), (notice, notices.release, notices.recall)):
        for refused in (await give(team, "bram", one, "DE"), await take(team, "bram", one, "DE")):
            assert (refused.status_code, refused.json()["code"]) == (403, "judicial-only")
        read_json(await give(team, "noor", one, "DE"))
        refused = await take(team, "bram", one, "DE")
        assert (refused.status_code, refused.json()["code"]) == (403, "judicial-only")
        read_json(await take(team, "noor", one, "DE"))
    assert (await seen(team, "bram", request))["may"]["release"] is False
    read_json(await release(team, "noor", request, "DE"))
    with pytest.raises(DBAPIError, match=OF_ANOTHER):
        await attempt(team, "bram", RELEASING + "where code = 'FR'", request=UUID(request["id"]))
    recalling = "update request_releases set recalled_at = now(), recalled_by = :seat where request = :request"
    assert await attempt(team, "bram", recalling, request=UUID(request["id"])) == 0


async def test_release_beyond_the_union_needs_its_attestation(team: Team) -> None:
    request = await sent(team)
    for party, attestation in (("CH", None), ("DE", WORD), ("CH", WORD | {"record": " "})):
        refused = await release(team, "noor", request, party, "existence", attestation)
        assert refused.status_code == 422, party
        assert refused.json()["errors"][0]["field"].startswith("attestation"), party
    assert (await see(team, "mara", request)).status_code == 404
    read_json(await release(team, "noor", request, "CH", "existence", WORD))
    assert (await seen(team, "mara", request))["level"] == "existence"
    (attested,) = await team.entries("daan", "request.release_attested")
    assert {name: attested["fields"][name]["value"] for name in WORD} == WORD
    for who in ("mara", "lena"):
        assert await team.entries(who, "request.release_attested") == [], who
    assert [len(await team.entries(who, "request.released")) for who in ("mara", "lena")] == [1, 0]
    assert (await release(team, "noor", request, "CH")).status_code == 422  # each level has an attestation of its own
    read_json(await recall(team, "noor", request, "CH"))
    assert (await see(team, "mara", request)).status_code == 404


@pytest.mark.parametrize(
    "statement",
    [
        "update requests set state = 'CLOSED' where id = :request",
        "update request_contents set title = 'x' where request = :request",
        "update request_items set state = 'refused' where request = :request",
        "delete from request_items where request = :request",
        "update request_releases set recalled_at = now(), recalled_by = :seat where request = :request",
    ],
)
async def test_database_lets_other_parties_change_nothing(team: Team, statement: str) -> None:
    request = await sent(team)
    read_json(await release(team, "noor", request, "DE"))
    for who in ("jonas", "lena", "claire"):
        assert await attempt(team, who, statement, request=UUID(request["id"])) == 0, who


UNENTERED: Final = "stands in its ledger"
OF_ANOTHER: Final = "row-level security"
NEVER: Final = "permission denied"


@pytest.mark.parametrize(
    ("who", "statement", "why"),
    [
        ("noor", "update requests set state = 'CLOSED' where id = :request", UNENTERED),
        ("noor", "update request_items set state = 'refused' where request = :request", UNENTERED),
        ("noor", "update request_contents set title = 'x' where request = :request", UNENTERED),
        ("noor", "update requests set country = 'DE' where id = :request", NEVER),
        ("noor", "update request_items set identifier = 'x' where request = :request", NEVER),
        ("noor", "update request_moves set reason = 'x' where request = :request", NEVER),
        ("noor", "delete from request_moves where request = :request", NEVER),
        ("noor", "delete from requests where id = :request", NEVER),
        ("daan", RELEASING + "where code = 'DE'", OF_ANOTHER),
        ("noor", RELEASING + "where code = 'CH'", UNENTERED),
        ("jonas", RELEASING + "where code = 'FR'", OF_ANOTHER),
        ("jonas", MOVING, OF_ANOTHER),
    ],
)
async def test_database_refuses_what_no_entry_says_or_another_party_writes(
    team: Team, who: str, statement: str, why: str
) -> None:
    request = await sent(team)
    read_json(await release(team, "noor", request, "DE"))
    with pytest.raises(DBAPIError, match=why):
        await attempt(team, who, statement, request=UUID(request["id"]))


async def release_under_an_entry(team: Team, seat: Seat, request: dict[str, Any], to: str, fact_to: str) -> None:
    """Release the content to a party, in a transaction whose entry is about this release to the party `fact_to`."""
    assert seat.party is not None
    fact = RequestReleased(
        request=UUID(request["id"]),
        number=request["number"],
        hearing=((seat.party, None),),
        release=uuid4(),
        party=fact_to,
        level="content",
        instrument="BUDAPEST_29",
    )
    binds = {"jit": seat.jit, "request": fact.request, "party": seat.party, "seat": seat.id, "release": fact.release}
    async with team.context.database.writing(seat.requester) as session:
        await session.execute(text(RELEASING.replace("gen_random_uuid()", ":release") + f"where code = '{to}'"), binds)
        await journal.append(session, seat, fact)


@pytest.mark.parametrize(("to", "fact_to", "reader"), [("FR", "DE", "claire"), ("CH", "CH", "mara")])
async def test_entry_admits_no_release_to_another_and_none_beyond_the_union_without_attestation(
    team: Team, to: str, fact_to: str, reader: str
) -> None:
    request = await sent(team)
    with pytest.raises(DBAPIError, match=UNENTERED):
        await release_under_an_entry(team, await seat_of(team, "noor"), request, to, fact_to)
    assert (await see(team, reader, request)).status_code == 404
