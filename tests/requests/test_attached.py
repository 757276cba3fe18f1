"""What hangs on a request: results, papers, steps of transmission and earlier requests; who sees each of them."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.evidence import register, values
from tests.factories.evidence import release as shared
from tests.factories.evidence import see as evidence_of
from tests.factories.requests import (
    create,
    hop,
    item,
    link,
    listed,
    move,
    move_item,
    paper,
    place,
    release,
    result,
    seen,
    sent,
)
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

#: Rows as a member would write them past the services.
FORGED = [
    """
    insert into request_links (request, earlier, jit, party, relation, linked_by, linked_at)
    values (:request, :other, :jit, :party, 'production', :seat, now())
    """,
    """
    insert into request_transmissions (id, jit, request, party, seat, authority, arrived_at, recorded_at)
    values (gen_random_uuid(), :jit, :request, :party, :seat, 'x', now(), now())
    """,
    """
    insert into request_papers (request, evidence, jit, party, kind, added_by, added_at)
    values (:request, :evidence, :jit, :party, 'form', :seat, now())
    """,
    """
    insert into request_results (id, jit, request, evidence, party, linked_by, linked_at)
    values (gen_random_uuid(), :jit, :request, :evidence, :party, :seat, now())
    """,
]


class TestResults:
    async def test_exhibit_answers_an_item_and_tells_by_which_request_it_came(self, team: Team) -> None:
        request, exhibit = await sent(team, items=[item(), item(identifier="203.0.113.9")]), await register(team)
        told = read_json(await result(team, "daan", request, exhibit, request["items"][1]["id"]), 201)
        (one,) = told["results"]
        assert (one["evidence"], one["item"], one["number"]) == (
            exhibit["id"],
            request["items"][1]["id"],
            exhibit["exhibit_number"],
        )
        assert [one["id"] for one in await listed(team, "noor", f"?evidence={exhibit['id']}")] == [request["id"]]
        (origin,) = read_json(await evidence_of(team, "noor", exhibit))["requests"]
        assert (origin["number"], origin["instrument"], origin["item"]) == (request["number"], "BUDAPEST_29", 2)
        assert origin["legal_basis"] == "Budapest Convention, Article 29"
        (entry,) = await team.entries("noor", "request.result_linked")
        assert (values(entry)["item_number"], values(entry)["exhibit_number"]) == (2, exhibit["exhibit_number"])
        read_json(await result(team, "daan", request, exhibit, request["items"][1]["id"]), 201)
        assert len(await team.entries("noor", "request.result_linked")) == 1
        path = place(team, request, f"/results/{one['id']}")
        assert read_json(await team.client("noor").delete(path))["results"] == []
        assert (await team.client("noor").delete(path)).status_code == 404

    async def test_foreign_item_and_unseen_exhibit_are_refused_by_field(self, team: Team) -> None:
        request, other, exhibit = await sent(team), await sent(team), await register(team)
        hidden = await register(team, "claire")
        for what, at, field in (
            (exhibit, other["items"][0]["id"], "item"),
            (exhibit, str(uuid4()), "item"),
            (hidden, None, "evidence"),
            ({"id": str(uuid4())}, None, "evidence"),
        ):
            refused = await result(team, "noor", request, what, at)
            assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, [field])
        assert (await result(team, "noor", await create(team), exhibit)).json()["code"] == "not-sent"
        assert (await seen(team, "noor", request))["results"] == []

    async def test_link_is_seen_by_those_who_see_the_content_and_the_exhibit(self, team: Team) -> None:
        request, exhibit = await sent(team), await register(team, "noor", shared("FR"))
        read_json(await result(team, "noor", request, exhibit), 201)
        read_json(await release(team, "noor", request, "DE"))
        assert (await seen(team, "lena", request))["results"] == [], "Germany does not see the exhibit"
        assert await team.entries("lena", "request.result_linked") == []
        assert await listed(team, "claire", f"?evidence={exhibit['id']}") == [], "France does not see the request"
        read_json(await release(team, "noor", request, "FR", "existence"))
        assert (await seen(team, "claire", request))["results"] == []
        assert read_json(await evidence_of(team, "claire", exhibit))["requests"] == []
        assert await listed(team, "claire", f"?evidence={exhibit['id']}") == []
        read_json(await release(team, "noor", request, "FR"))
        assert len((await seen(team, "claire", request))["results"]) == 1
        assert len(read_json(await evidence_of(team, "claire", exhibit))["requests"]) == 1


async def test_paper_is_an_exhibit_with_its_kind(team: Team) -> None:
    request, exhibit = await create(team), await register(team)
    told = read_json(await paper(team, "noor", request, exhibit, "translation"), 201)
    assert [(one["evidence"], one["kind"]) for one in told["papers"]] == [(exhibit["id"], "translation")]
    assert (await paper(team, "noor", request, exhibit, "poem")).json()["errors"][0]["field"] == "kind"
    assert (await paper(team, "noor", request, {"id": str(uuid4())})).json()["errors"][0]["field"] == "evidence"
    path = place(team, request, f"/papers/{exhibit['id']}")
    assert read_json(await team.client("noor").delete(path))["papers"] == []
    assert (await team.client("noor").delete(path)).status_code == 404
    assert len(await team.entries("noor", "request.paper_removed")) == 1


async def test_steps_of_transmission_are_appended_in_order_and_the_last_is_the_holder(team: Team) -> None:
    request = await sent(team)
    first, second = "2026-05-16T09:00:00Z", "2026-05-18T09:00:00Z"
    read_json(
        await hop(team, "noor", request, "Ministry of Justice, The Hague", arrived_at=first, channel="e-mail"), 201
    )
    told = read_json(
        await hop(team, "daan", request, "Department of Justice", country="US", arrived_at=second, receipt="Delivery"),
        201,
    )
    assert [(one["authority"], one["seat"]) for one in told["hops"]] == [
        ("Ministry of Justice, The Hague", team.code("noor")),
        ("Department of Justice", team.code("daan")),
    ]
    future = (clock.now() + timedelta(hours=1)).isoformat()
    for wrong, field in (
        ({"arrived_at": first}, "arrived_at"),
        ({"arrived_at": future}, "arrived_at"),
        ({"receipt": "Perhaps"}, "receipt"),
        ({"country": "usa"}, "country"),
    ):
        refused = await hop(team, "noor", request, "Somewhere", **wrong)
        assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, [field])
    read_json(await move_item(team, "noor", request, "delivered"))
    read_json(await move(team, "noor", request, "CLOSED"))
    assert (await hop(team, "noor", request, "Somewhere")).json()["code"] == "request-ended"


async def test_usual_wait_is_the_median_of_earlier_steps_that_the_reader_sees(team: Team) -> None:
    start, office = clock.now() - timedelta(days=30), "Federal Office of Justice, Bern"

    async def held(who: str, days: int) -> dict[str, Any]:
        request = await sent(team, who, instrument="MLA_LOR", to={"country": "CH"})
        read_json(await hop(team, who, request, office, arrived_at=start.isoformat()), 201)
        arrived = (start + timedelta(days=days)).isoformat()
        return read_json(await hop(team, who, request, "Cantonal police", arrived_at=arrived), 201)

    for days in (2, 8, 9):
        await held("noor", days)
    hidden = await held("jonas", 20)
    request = await sent(team, instrument="MLA_LOR", to={"country": "CH"})
    assert request["usual_wait"] is None
    request = read_json(await hop(team, "noor", request, office.upper()), 201)
    assert request["usual_wait"] == {"hours": 8 * 24, "steps": 3}
    read_json(await release(team, "jonas", hidden, "NL"))
    assert (await seen(team, "noor", request))["usual_wait"] == {"hours": 8.5 * 24, "steps": 4}


async def test_request_follows_only_others_of_its_party_and_each_once(team: Team) -> None:
    request, earlier, german = await create(team), await sent(team), await sent(team, "jonas")
    read_json(await release(team, "jonas", german, "NL"))
    for former, status, code in ((request, 422, "invalid"), (german, 403, "not-your-request")):
        refused = await link(team, "noor", request, former)
        assert (refused.status_code, refused.json()["code"]) == (status, code)
    read_json(await link(team, "noor", request, earlier, "reminder"))
    assert (await link(team, "noor", request, earlier, "reminder")).json()["code"] == "linked-already"
    assert (await link(team, "noor", request, {"id": str(uuid4())})).status_code == 404
    withdrawn = read_json(await move(team, "noor", await create(team), "WITHDRAWN", reason="Not needed"))
    assert (await link(team, "noor", withdrawn, earlier)).json()["code"] == "request-withdrawn"


@pytest.mark.parametrize("statement", FORGED)
async def test_database_refuses_rows_of_another_party_and_rows_without_entry(team: Team, statement: str) -> None:
    request, other, exhibit = await sent(team), await sent(team), await register(team, "noor", shared("DE"))
    read_json(await release(team, "noor", request, "DE"))
    read_json(await release(team, "noor", other, "DE"))
    binds = {"request": UUID(request["id"]), "other": UUID(other["id"]), "evidence": UUID(exhibit["id"])}
    used = {name: value for name, value in binds.items() if f":{name}" in statement}
    for who, why in (("jonas", "row-level security"), ("noor", "stands in its ledger")):
        with pytest.raises(DBAPIError, match=why):
            await attempt(team, who, statement, **used)


async def test_database_deletes_no_link_without_its_entry(team: Team) -> None:
    request = await sent(team, items=[item(), item(identifier="198.51.100.9")])
    earlier, exhibit = await sent(team), await register(team)
    read_json(await result(team, "noor", request, exhibit), 201)
    read_json(await paper(team, "noor", request, exhibit), 201)
    read_json(await link(team, "noor", request, earlier, "reminder"))
    for statement in (
        "delete from request_results where request = :request",
        "delete from request_papers where request = :request",
        "delete from request_links where request = :request",
        "delete from request_items where request = :request and place = 2",
    ):
        with pytest.raises(DBAPIError, match="stands in its ledger"):
            await attempt(team, "noor", statement, request=UUID(request["id"]))


async def test_entry_of_a_link_is_told_only_to_readers_of_both_requests(team: Team) -> None:
    earlier, request = await sent(team), await create(team)
    read_json(await release(team, "noor", request, "DE"))
    read_json(await link(team, "noor", request, earlier, "reminder"))
    assert await team.entries("lena", "request.linked") == []
    read_json(await release(team, "noor", earlier, "DE"))
    read_json(await team.client("noor").delete(place(team, request, f"/links/{earlier['id']}")))
    (told,) = await team.entries("lena", "request.unlinked")
    assert earlier["number"] in str(told)


async def test_withdrawing_and_linking_at_once_take_turns(team: Team) -> None:
    for _ in range(6):
        earlier, later = await sent(team), await sent(team, instrument="MLA_LOR")
        read_json(await link(team, "noor", later, earlier))
        answers = await asyncio.gather(
            move(team, "noor", later, "WITHDRAWN", reason="Not needed"), link(team, "noor", earlier, later, "reminder")
        )
        assert {one.status_code for one in answers} <= {200, 409}
