"""The whole way of a request, for four States: from a log line to the court package of the answer."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.audit.test_exports import ask as ask_for_bundle
from tests.audit.test_exports import ended
from tests.factories.allocations import recognised
from tests.factories.evidence import rendered, upload
from tests.factories.requests import answer, create, move, move_item, save_form, seen
from tests.factories.team import Team, read_json
from tests.requests.test_origins import authorised

LINE = "sign-in from 203.0.113.7:51022 at 2026-05-16T09:14:05+02:00"
#: The State, the instrument by which its data are produced, and the form that goes out with it.
WAYS = [
    ("US", "MLA_LOR", "mla_request"),
    ("IE", "EPOC", "eevidence_form_1"),
    ("DE", "EIO", "eio_annex_a"),
    ("CH", "MLA_LOR", "mla_request"),
]


@pytest.mark.parametrize(("country", "instrument", "form"), WAYS)
async def test_log_line_becomes_a_request_whose_answer_goes_to_court_with_its_number(
    team: Team, country: str, instrument: str, form: str
) -> None:
    (address,) = await recognised(team, LINE)
    asked: dict[str, Any] = {
        "kind": "data",
        "data_category": "SUBSCRIBER",
        "identifier_kind": address["kind"],
        "identifier": address["value"],
    } | {name: address[name] for name in ("port", "at")}
    question = {"data_category": "SUBSCRIBER", "country": country}
    advised = read_json(await team.client("noor").post(team.path("/routes"), json=question))
    assert instrument in {one["instrument"] for one in advised["routes"]}

    request = await create(team, instrument=instrument, to={"country": country}, items=[asked], legal_basis=None)
    filled = read_json(await save_form(team, "noor", request, {}))
    assert (filled["key"], filled["checks"][0]["result"]) == (form, "in_force")
    assert "203.0.113.7" in json.dumps(filled["values"]), "the form asks for the address of the line"
    refused = await move(team, "noor", request, "SENT")
    assert refused.json()["code"] == "form-incomplete"
    sent = read_json(await move(team, "noor", request, "SENT", incomplete=True, reason="Signed on paper"))
    received = read_json(await move(team, "noor", sent, "ACKNOWLEDGED"))
    executing = read_json(await move_item(team, "noor", received, "executing"))
    exhibit = read_json(await answer(team, "noor", executing, conditions="For this investigation only"), 201)
    await upload(team, "noor", exhibit)
    await rendered(team, exhibit)
    told = await seen(team, "noor", request)
    assert (told["items"][0]["state"], told["closing_proposed"]) == ("delivered", True)
    read_json(await move(team, "noor", told, "CLOSED"))

    asked_for = await ask_for_bundle(team, "noor", exhibit, acknowledged_limits=True)
    made = await ended(team, "noor", read_json(asked_for, 202))
    assert [one["wording"] for one in made["limits_of_use"]] == ["For this investigation only"]
    packed = await team.client("noor").get(team.path(f"/exports/{made['id']}/bundle"))
    with zipfile.ZipFile(io.BytesIO(packed.content)) as files:
        (name,) = [one for one in files.namelist() if one.endswith("custody.case.jsonld")]
        graph = json.loads(files.read(name))["@graph"]
    assert authorised(graph) == {request["number"]: "Obtained_By"}
