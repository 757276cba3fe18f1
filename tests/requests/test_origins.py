"""What a request means for the exhibits that came by it: their limits of use, and the court bundle that names it."""

import io
import json
import zipfile
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from tests.audit.test_exports import ask as ask_for_bundle
from tests.audit.test_exports import ended
from tests.custody.test_disclosures import disclose
from tests.exports.documents import words
from tests.factories import retention
from tests.factories.derivations import derive
from tests.factories.evidence import custody, grant, register, see, values, with_file
from tests.factories.evidence import release as shared
from tests.factories.requests import (
    change,
    item,
    link,
    move,
    move_item,
    paper,
    place,
    result,
    seen,
    sent,
)
from tests.factories.requests import release as share_request
from tests.factories.requests import see as see_request
from tests.factories.sharing.consents import ask as ask_consent
from tests.factories.sharing.consents import do
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

LIMIT = "Use only in proceedings about computer fraud. Any other use needs the prior consent of the United States."


async def limited(team: Team, *releases: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """An exhibit that answers a request whose other side limits its use, and that request."""
    exhibit = await with_file(team, *releases)
    request = await sent(team, instrument="MLA_LOR", legal_basis="Treaty of 1981, Article 11")
    request = read_json(await change(team, "noor", request, conditions=LIMIT))
    read_json(await result(team, "noor", request, exhibit, request["items"][0]["id"]), 201)
    return exhibit, request


#: What a log states beside the identifier of an item.
BESIDE: Final = {"port": 20480, "port_until": 20991, "at": "2026-05-16T09:14:05.07+02:00"}
PRINTED: Final = "source ports 20480-20991, 2026-05-16 09:14:05.07 +02:00"


def authorised(graph: list[dict[str, Any]]) -> dict[str, str]:
    """How the exhibit of a CASE graph relates to each request, by the number of the request."""
    related = {one["uco-core:target"]["@id"]: one for one in graph if one["@type"] == "uco-core:Relationship"}
    return {
        one["case-investigation:authorizationIdentifier"]: related[one["@id"]]["uco-core:kindOfRelationship"]
        for one in graph
        if one["@type"] == "case-investigation:Authorization"
    }


async def test_from_preservation_to_a_court_bundle_that_names_both_requests(team: Team) -> None:
    preservation = read_json(await move_item(team, "noor", await sent(team), "preserved"))
    production = await sent(
        team,
        instrument="MLA_LOR",
        legal_basis="Treaty of 1981, Article 11",
        title="Records of the host",
        items=[item(**BESIDE)],
    )
    read_json(await link(team, "noor", production, preservation))
    production = read_json(await move_item(team, "noor", production, "delivered"))
    production = read_json(await change(team, "noor", production, conditions=LIMIT))
    exhibit = await with_file(team)
    read_json(await result(team, "noor", production, exhibit, production["items"][0]["id"]), 201)

    (origin,) = (shown := read_json(await see(team, "noor", exhibit)))["requests"]
    assert (origin["title"], origin["item"], origin["item_title"]) == ("Records of the host", 1, "203.0.113.7")
    assert origin["sent_at"] < origin["answered_at"]
    assert [(one["number"], one["relation"]) for one in origin["earlier"]] == [(preservation["number"], "production")]
    assert [(one["wording"], one["request"]) for one in shown["limits_of_use"]] == [(LIMIT, production["id"])]

    scope = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    preview = read_json(await team.client("noor").post(team.path("/exports/preview"), json=scope))
    assert preview["origins"] == [production["number"], preservation["number"]]
    assert [one["request_number"] for one in preview["limits_of_use"]] == [production["number"]]
    refused = await ask_for_bundle(team, "noor", exhibit)
    assert (refused.status_code, refused.json()["code"]) == (409, "limits-not-acknowledged")
    asked = read_json(await ask_for_bundle(team, "noor", exhibit, acknowledged_limits=True), 202)
    assert [one["wording"] for one in asked["limits_of_use"]] == [LIMIT]
    assert (await ended(team, "noor", asked))["state"] == "ready"
    (entry,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "export.made"]
    assert values(entry)["limits_of_use"] == [{"wording": LIMIT, "clause": "Treaty of 1981, Article 11"}]

    packed = await team.client("noor").get(team.path(f"/exports/{asked['id']}/bundle"))
    with zipfile.ZipFile(io.BytesIO(packed.content)) as bundle:
        (name,) = [one for one in bundle.namelist() if one.endswith("data/requests.json")]
        told = json.loads(bundle.read(name))["requests"]
        graph = json.loads(bundle.read(name.replace("requests.json", "custody.case.jsonld")))["@graph"]
        readme = bundle.read(name.replace("requests.json", "README.txt")).decode()
        document = words(bundle.read(name.replace("requests.json", "custody.pdf")))
    assert [(one["number"], one["relation"], one["country"]) for one in told] == [
        (production["number"], None, "US"),
        (preservation["number"], "production", "US"),
    ]
    assert authorised(graph) == {production["number"]: "Obtained_By", preservation["number"]: "Preceded_By"}
    assert [one["item_connection"] for one in told] == [BESIDE, None]
    assert (told[0]["conditions"], told[0]["sent_at"] < told[0]["answered_at"]) == (LIMIT, True)
    assert f"{production['number']}, {preservation['number']}" in readme
    for said_ in ("Obtained by legal request", production["number"], preservation["number"], LIMIT[:40], PRINTED):
        assert said_ in document


async def test_court_bundle_of_a_derived_exhibit_names_the_request_of_its_source(team: Team) -> None:
    source, request = await limited(team)
    derived = await derive(team, "noor", await derive(team, "noor", source))
    asked = read_json(await ask_for_bundle(team, "noor", derived, acknowledged_limits=True), 202)
    assert (await ended(team, "noor", asked))["state"] == "ready"
    packed = await team.client("noor").get(team.path(f"/exports/{asked['id']}/bundle"))
    with zipfile.ZipFile(io.BytesIO(packed.content)) as bundle:
        (name,) = [one for one in bundle.namelist() if one.endswith("data/requests.json")]
        told = json.loads(bundle.read(name))["requests"]
        graph = json.loads(bundle.read(name.replace("requests.json", "custody.case.jsonld")))["@graph"]
        readme = bundle.read(name.replace("requests.json", "README.txt")).decode()
        document = words(bundle.read(name.replace("requests.json", "custody.pdf")))
    number = source["exhibit_number"]
    assert [(one["exhibit"], one["source"], one["number"], one["conditions"]) for one in told] == [
        (derived["exhibit_number"], number, request["number"], LIMIT)
    ]
    assert authorised(graph) == {request["number"]: "Source_Obtained_By"}
    assert f"{request['number']} (source exhibit {number})" in readme
    assert f"Source exhibit {number}" in document


async def test_court_bundle_names_no_source_and_no_request_that_its_requester_does_not_see(team: Team) -> None:
    source, request = await limited(team)
    derived = await derive(team, "noor", source, releases=[shared("DE")])
    read_json(await share_request(team, "noor", request, "DE"))
    read_json(await do(team, "noor", await ask_consent(team, "lena", derived, use="court"), "grant"))
    scope = {"profile": "court", "scope": {"evidence": derived["id"]}}
    for who, numbers in (("noor", [request["number"]]), ("lena", []), ("jit_auditor", [])):
        preview = read_json(await team.client(who).post(team.path("/exports/preview"), json=scope))
        assert preview["origins"] == numbers, who
    assert read_json(await see_request(team, "lena", request))["content"], "she reads the request, and not the source"
    read_json(await grant(team, "noor", source, "DE", level="listed"))
    preview = read_json(await team.client("lena").post(team.path("/exports/preview"), json=scope))
    assert preview["origins"] == [request["number"]]


async def test_reader_of_the_exhibit_sees_its_limit_and_never_the_request(team: Team) -> None:
    exhibit, request = await limited(team, shared("DE"), shared("FR", "listed"))
    for who, wordings in (("lena", [LIMIT]), ("claire", [])):
        shown = read_json(await see(team, who, exhibit))
        assert [one["wording"] for one in shown["limits_of_use"]] == wordings, who
        assert shown["requests"] == []
        assert all((one["request"], one["request_number"]) == (None, None) for one in shown["limits_of_use"])
        assert request["number"] not in json.dumps(await custody(team, who, exhibit))
    refused = await disclose(team, "lena", exhibit)
    assert (refused.status_code, refused.json()["code"]) == (409, "limits-not-acknowledged")
    assert [(one["wording"], one["request_number"]) for one in refused.json()["limits_of_use"]] == [(LIMIT, None)]
    made = read_json(await disclose(team, "lena", exhibit, acknowledged_limits=True), 201)
    assert [one["clause"] for one in made["limits_of_use"]] == ["Treaty of 1981, Article 11"]
    (entry,) = [one for one in await custody(team, "lena", exhibit) if one["kind"] == "evidence.disclosed"]
    assert values(entry)["limits_of_use"] == [{"wording": LIMIT, "clause": "Treaty of 1981, Article 11"}]


async def test_limit_follows_corrections_and_ends_with_the_link(team: Team) -> None:
    exhibit, request = await limited(team, shared("DE"))
    read_json(await change(team, "noor", await seen(team, "noor", request), conditions="No use in fiscal proceedings."))
    shown = read_json(await see(team, "lena", exhibit))
    assert [one["wording"] for one in shown["limits_of_use"]] == ["No use in fiscal proceedings."]
    derived = read_json(await see(team, "noor", await derive(team, "noor", exhibit)))
    assert [(one["evidence"], one["exhibit_number"]) for one in derived["limits_of_use"]] == [
        (derived["id"], exhibit["exhibit_number"])
    ]
    (linked,) = (await seen(team, "noor", request))["results"]
    read_json(await team.client("noor").delete(place(team, request, f"/results/{linked['id']}")))
    assert read_json(await see(team, "lena", exhibit))["limits_of_use"] == []
    told = [one for one in await custody(team, "lena", exhibit) if one["kind"].startswith("evidence.use_limit")]
    assert [(one["kind"], values(one)["limit_of_use"]) for one in told] == [
        ("evidence.use_limited", LIMIT),
        ("evidence.use_limit_ended", LIMIT),
        ("evidence.use_limited", "No use in fiscal proceedings."),
        ("evidence.use_limit_ended", "No use in fiscal proceedings."),
    ]


async def test_only_the_originator_states_limits_of_its_exhibit(team: Team) -> None:
    exhibit = await register(team, "jonas", shared("NL"), shared("FR"))
    request = read_json(await change(team, "noor", await sent(team), conditions=LIMIT))
    read_json(await result(team, "noor", request, exhibit), 201)
    assert read_json(await see(team, "claire", exhibit))["limits_of_use"] == [], "France would learn that it went to NL"
    assert [one["conditions"] for one in read_json(await see(team, "noor", exhibit))["requests"]] == [LIMIT]


@pytest.mark.parametrize(
    "statement",
    [
        """
        insert into use_limits (id, jit, evidence, party, result, wording, recorded_by, recorded_at)
        values (gen_random_uuid(), :jit, :evidence, :party, gen_random_uuid(), 'x', :seat, now())
        """,
        "update use_limits set ended_by = :seat, ended_at = now() where evidence = :evidence and :jit = jit and :party = party",
    ],
)
async def test_database_refuses_limits_of_others_and_limits_without_entry(team: Team, statement: str) -> None:
    exhibit, _ = await limited(team, shared("DE"))
    with pytest.raises(DBAPIError, match="stands in its ledger"):
        await attempt(team, "noor", statement, evidence=UUID(exhibit["id"]))
    if "insert" in statement:
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "lena", statement, evidence=UUID(exhibit["id"]))


async def test_erased_exhibit_stays_named_as_paper_and_result(team: Team) -> None:
    exhibit, request = await limited(team, shared("DE"))
    read_json(await paper(team, "noor", request, exhibit, "answer"), 201)
    await retention.withdraw(team, exhibit)
    assert [one["wording"] for one in read_json(await see(team, "noor", exhibit))["limits_of_use"]] == [LIMIT]
    read_json(await retention.erase(team, "noor", exhibit), 202)
    assert (await retention.erased(team, exhibit))["erasure"]["destroyed_at"] is not None
    told = await seen(team, "noor", request)
    for linked in (*told["papers"], *told["results"]):
        assert (linked["evidence"], linked["number"]) == (exhibit["id"], exhibit["exhibit_number"])
    assert [one["number"] for one in read_json(await see(team, "noor", exhibit))["requests"]] == [request["number"]]
    read_json(await move_item(team, "noor", request, "delivered"))
    read_json(await move(team, "noor", request, "CLOSED"))
