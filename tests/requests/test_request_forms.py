"""The form of a request: filled from the case, saved, checked, fixed when it is sent, and exported."""

import asyncio
import csv
import hashlib
import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.requests.forms import schemas
from app.reference.forms.loading import forms
from app.services.requests import connector
from tests.factories.evidence import TEXT, custody, kinds, register, take_it, upload, values
from tests.factories.evidence import release as shared
from tests.factories.reference import ADMIN, CONTACT, operator_of
from tests.factories.requests import (
    EVIDENCE,
    change,
    create,
    hop,
    link,
    move,
    paper,
    place,
    received,
    release,
    sent,
    try_create,
)
from tests.factories.requests import save_form as save
from tests.factories.team import Team, read_json
from tests.support import repository
from tests.support.databases.as_seat import attempt

SCHEMAS = repository.ROOT / "docs" / "schemas" / "requests"
#: Values that the form of a preservation does not accept, and the path that the refusal must name.
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"signing": {}}, "signing"),
    ({"request": {"colour": "red"}}, "request.colour"),
    ({"request": {"date": "2026-02-30"}}, "request.date"),
    ({"request": {"status": "renewed"}}, "request.status"),
    ({"case": {"offences": [{"name": 1}]}}, "case.offences.0.name"),
    ({"data": {"identifiers": [{"kind": "ip", "at": "2026-05-16T09:00:00"}]}}, "data.identifiers.0.at"),
    ({"data": {"period": {"from": "2026-05-16", "until": "2026-05-15"}}}, "data.period"),
]


async def form_of(team: Team, who: str, request: dict[str, Any], query: str = "") -> dict[str, Any]:
    return dict(read_json(await team.client(who).get(place(team, request, f"/form{query}"))))


async def test_form_is_filled_from_the_case_and_saved_values_go_first(team: Team) -> None:
    request = await create(team)
    form = await form_of(team, "noor", request, "?language=fr")
    assert (form["key"], form["version"], form["may_edit"]) == ("tcy_preservation", 0, True)
    assert form["title"].startswith("Demande de conservation")
    assert form["values"]["request"]["reference"] == "ROT-2026-114"
    assert form["values"]["data"]["identifiers"][0]["period"]["from"] == "2026-05-16T09:00:00Z"
    assert {"request.reference", "requested_authority.country"} <= set(form["prefilled"])
    assert "data.necessity" in {one["path"] for one in form["missing"]}
    assert sum(one["missing"] for one in form["sections"]) == len(form["missing"])

    saved = read_json(
        await save(team, "noor", request, {"request": {"reference": None}, "data": {"necessity": "Short"}})
    )
    assert saved["version"] == 1
    assert "reference" not in saved["values"]["request"], "emptied, so not filled again"
    assert "data.necessity" not in {one["path"] for one in saved["missing"]}
    (entry,) = await team.entries("noor", "request.form_saved")
    assert (values(entry)["form"], values(entry)["sections"]) == ("tcy_preservation", ["request", "data"])
    assert "Short" not in str(entry)

    later = await create(team, instrument="MLA_LOR")
    read_json(await link(team, "noor", later, request))
    (earlier,) = (await form_of(team, "noor", later))["values"]["basis"]["earlier"]
    assert (earlier["kind"], earlier["reference"]) == ("preservation", request["number"])


async def test_few_fields_of_a_preservation_are_left_to_type(team: Team) -> None:
    contact = CONTACT | {"key": "US_CONTACT", "country": "US"}
    async with await operator_of(team) as operator:
        read_json(await operator.post(f"{ADMIN}/directory", json=contact), 201)
    hours = {"days": [1, 2, 3, 4, 5], "begins": "08:30", "ends": "17:00", "holidays_of": None}
    read_json(await team.client("bram").put(team.path("/working-hours"), json=hours, headers={"If-Match": '"0"'}))
    request = await create(team, "daan")
    form = await form_of(team, "daan", request)
    assert [one["path"] for one in form["missing"]] == [
        "case.offences.0.provisions",
        "data.link",
        "data.necessity",
        "follow_up.intention",
        *(f"signature.issued.{one}" for one in ("name", "function", "date", "signature")),
    ]
    assert form["proposed"] == {"follow_up": {"intention": True}}
    told = form["values"]
    assert (told["request"]["status"], told["requested_authority"]["authority"]) == ("new", "National unit")
    assert told["requesting_authority"]["authority"] == {
        "organisation": "NL POL",
        "person": "Daan",
        "email": "daan@nl.test",
        "office_hours": "Monday-Friday, 08:30-17:00",
        "time_zone": "Europe/Amsterdam",
    }
    assert told["requesting_authority"]["confirmation"] == {"name": "Daan", "email": "daan@nl.test"}

    first = read_json(await change(team, "noor", request, counterpart_reference="US-77"))
    later = await create(team, "daan")
    read_json(await link(team, "daan", later, first, "extension"))
    told = (await form_of(team, "daan", later))["values"]["request"]
    assert (told["status"], told["earlier_ticket"]) == ("extension", "US-77")


async def test_authority_is_proposed_as_the_newest_form_of_the_same_contact_has_it_and_counts_once_saved(
    team: Team,
) -> None:
    own = {"authority": {"telephone": "+31 70 1", "address": "Den Haag"}, "confirmation": {"function": "Desk"}}
    for telephone in ("+31 70 0", "+31 70 1"):
        own["authority"]["telephone"] = telephone
        request = await create(team, "daan")
        read_json(await save(team, "daan", request, {"requesting_authority": own}))
        read_json(await move(team, "noor", request, "SENT", incomplete=True, reason="Agreed by telephone"))
    read_json(await release(team, "noor", request, "DE", "content"))

    later = await create(team, "daan")
    form = await form_of(team, "bram", later)
    assert form["proposed"] == {"requesting_authority": own, "follow_up": {"intention": True}}
    assert "telephone" not in form["values"]["requesting_authority"]["authority"]
    read_json(await release(team, "noor", later, "DE", "content"))
    assert (await form_of(team, "lena", later))["proposed"] == {}, "another party gets no proposals"
    for other in (await create(team, "bram"), await create(team, "lena")):
        who = "lena" if other["party"] == "DE" else "bram"
        assert "requesting_authority" not in (await form_of(team, who, other))["proposed"], "of another contact"

    chosen = {"authority": {"telephone": "+31 70 1", "address": None}}
    saved = read_json(await save(team, "daan", later, {"requesting_authority": chosen}))
    assert saved["proposed"]["requesting_authority"] == {"confirmation": {"function": "Desk"}}
    read_json(await move(team, "noor", later, "SENT", incomplete=True, reason="Agreed by telephone"))
    fixed = await form_of(team, "daan", later)
    assert fixed["proposed"] == {}
    assert "intention" not in str(fixed["values"]), "nobody saved this proposal"
    assert fixed["values"]["requesting_authority"]["authority"]["telephone"] == "+31 70 1"
    assert "function" not in fixed["values"]["requesting_authority"]["confirmation"]


async def test_values_that_the_form_does_not_accept_are_named_and_nothing_is_saved(team: Team) -> None:
    request = await create(team)
    for wrong, path in WRONG:
        answer = await save(team, "noor", request, wrong)
        told = answer.json()
        assert (answer.status_code, told["code"]) == (422, "form-values"), wrong
        assert [(one["section"], one["path"]) for one in told["faults"]] == [(path.partition(".")[0], path)]
        assert [one["field"] for one in told["errors"]] == [f"values.{path}"]
    assert (await save(team, "noor", request, {"request": {"reference": "\x00"}})).status_code == 422
    assert (await save(team, "noor", request, {}, form="eio_annex_a")).status_code == 422
    assert (await save(team, "noor", request, {}, version=1)).status_code == 412
    assert (await form_of(team, "noor", request))["version"] == 0


async def test_sending_an_incomplete_form_needs_a_reason_and_fixes_the_form(team: Team) -> None:
    request = await create(team)
    read_json(await save(team, "daan", request, {"request": {"status": "new"}}))
    refused = (await move(team, "noor", request, "SENT")).json()
    assert refused["code"] == "form-incomplete"
    assert {"section", "path", "title"} == set(refused["missing"][0])
    without_reason = (await move(team, "noor", request, "SENT", incomplete=True)).json()
    assert [one["field"] for one in without_reason["errors"]] == ["reason"]
    read_json(await move(team, "noor", request, "SENT", incomplete=True, reason="Agreed by telephone"))
    form = await form_of(team, "noor", request)
    assert (form["may_edit"], form["version"], form["prefilled"]) == (False, 2, [])
    assert form["values"]["request"]["reference"] == "ROT-2026-114", "the values of the case are fixed with the others"
    again = await save(team, "noor", request, {}, version=2)
    assert (again.status_code, again.json()["code"]) == (409, "request-sent")


async def test_form_is_read_with_the_content_and_saved_by_its_party_alone(team: Team) -> None:
    request = await create(team)
    read_json(await save(team, "noor", request, {"request": {"status": "new"}}))
    paths = ("/form", "/form.json", "/form.pdf", "/reminder.pdf")
    for level in (None, "existence"):
        if level is not None:
            read_json(await release(team, "noor", request, "DE", level))
        assert {(await team.client("lena").get(place(team, request, one))).status_code for one in paths} == {404}
    read_json(await release(team, "noor", request, "DE", "content"))
    shared = await form_of(team, "lena", request)
    assert (shared["may_edit"], shared["values"]["request"]["status"]) == (False, "new")
    assert (await save(team, "lena", request, {}, version=1)).status_code == 403
    assert (await save(team, "claire", request, {}, version=1)).status_code == 404
    changing = "update request_forms set version = version + 1, updated_by = :seat where request = :request"
    assert (await attempt(team, "lena", changing, request=request["id"])) == 0
    with pytest.raises(DBAPIError, match="stands in its ledger"):
        await attempt(team, "noor", changing, request=request["id"])


async def test_checks_compare_with_the_country_card_and_mark_what_nobody_confirmed(team: Team) -> None:
    order = await create(team, instrument="EIO", to={"country": "DE"}, language="en")
    form = await form_of(team, "noor", order)
    assert [one["key"] for one in form["forms"]] == ["eio_annex_a", "eio_annex_c"]
    checks = {one["key"]: one for one in form["checks"]}
    assert (checks["language"]["result"], checks["language"]["verified_on"]) == ("refused", None)
    assert checks["language"]["source"].startswith("Project EIO-LAPD")
    assert checks["double_criminality"]["result"] == "read"
    silent = await form_of(team, "noor", await create(team, instrument="EIO", to={"country": "IT"}, language="en"))
    assert {one["key"]: one["result"] for one in silent["checks"]}["double_criminality"] == "no_information"
    other = await form_of(team, "noor", order, "?form=eio_annex_c")
    assert (other["key"], other["version"]) == ("eio_annex_c", 0)


async def test_direction_decides_which_forms_are_offered_and_an_incoming_request_begins_with_its_answer(
    team: Team,
) -> None:
    about_decision = ["transfer_annex_4", "transfer_annex_5"]
    offered = {
        "BUDAPEST_29": (["tcy_preservation"], ["tcy_preservation_answer", "tcy_preservation"]),
        "BUDAPEST_30": (["tcy_preservation"], ["tcy_preservation_answer", "tcy_preservation"]),
        "EIO": (["eio_annex_a", "eio_annex_c"], ["eio_annex_b", "eio_annex_a", "eio_annex_c"]),
        "TRANSFER_2024_3011": (
            ["transfer_request", "transfer_annex_2", "transfer_annex_3", *about_decision, "transfer_annex_6"],
            ["transfer_request", *about_decision],
        ),
        "FIU_CETS_198": (["fiu_information", "fiu_postponement"], ["fiu_information", "fiu_postponement"]),
    }
    for instrument, keys in offered.items():
        both = (await create(team, instrument=instrument), await received(team, instrument=instrument))
        for request, expected in zip(both, keys, strict=True):
            form = await form_of(team, "noor", request)
            assert ([one["key"] for one in form["forms"]], form["key"]) == (expected, expected[0]), instrument
    answered = await received(team, instrument="BUDAPEST_29", reference="NL-7")
    values = (await form_of(team, "noor", answered))["values"]["request"]
    assert (values["authority"], values["own_reference"]) == ("Public prosecutor's office, Zürich", "NL-7")
    refused = await save(team, "noor", await create(team), {}, form="tcy_preservation_answer")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "form")


async def test_checks_say_whether_the_instrument_applies_between_the_two_countries(team: Team) -> None:
    found = {}
    for instrument, country in (("EIO", "DE"), ("EIO", "US"), ("SAP2_7", "DE"), ("INTERPOL_I247", "DE")):
        form = await form_of(team, "noor", await create(team, instrument=instrument, to={"country": country}))
        (check,) = [one for one in form["checks"] if one["key"] == "in_force"]
        found[instrument, country] = check["result"]
        assert (check["source"] is None) is (check["result"] == "no_information")
    assert list(found.values()) == ["in_force", "not_in_force", "not_in_force", "no_information"]


async def test_form_is_exported_as_json_by_its_schema_and_as_tagged_pdf(team: Team) -> None:
    order = await create(team, instrument="EPOC", to={"country": "IE", "authority": "Example Ltd"})

    client = team.client("noor")
    answer = await client.get(place(team, order, "/form.json"))
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{order["number"]}.json"')
    told = answer.json()
    jsonschema_rs.validate(schemas.document_schema(forms()[told["form"]]), told)
    printed = await client.get(place(team, order, "/form.pdf?language=fr"))
    assert printed.headers["content-type"] == "application/pdf"
    pages = pages_of(printed.content)
    assert all("Projet" in page and "Confidentiel" in page for page in pages)
    assert "À compléter" in "".join(pages)
    assert "Irlande (IE)" in "".join(pages)


async def test_a_provider_gets_the_form_and_nothing_else(team: Team) -> None:
    """No number, team, party, internal section or paper: in the PDF, its metadata, the JSON and the e-CODEX folder."""
    order = await create(team, instrument="EPOC", to={"country": "IE", "authority": "Example Ltd"}, reference=None)
    client, copy = team.client("noor"), "for_provider=true"
    team_name = read_json(await client.get(team.path("")))["name"]
    internal = [one for one in forms()["eevidence_form_1"].sections if one.is_internal]
    secrets = [order["number"], order["number"].partition("-RQ-")[2], team_name, *(one.title.en for one in internal)]
    own = pages_of((await client.get(place(team, order, "/form.pdf"))).content)
    assert all(any(one in page for page in own) for one in (order["number"], team_name, internal[0].title.en))

    printed, told = [await client.get(place(team, order, f"/form.{kind}?{copy}")) for kind in ("pdf", "json")]
    assert told.json().keys() == {"form", "version", "values"}
    jsonschema_rs.validate(schemas.document_schema(forms()["eevidence_form_1"]), told.json())
    folder = await client.get(place(team, order, f"/ecodex.zip?{copy}"))
    with zipfile.ZipFile(io.BytesIO(folder.content)) as files:
        contents = {name: files.read(name) for name in files.namelist()}
    assert sorted(name.rpartition("/")[2] for name in contents) == [
        *("README.txt", "SHA256SUMS", "eevidence-form-1.json", "eevidence-form-1.pdf", "message.properties"),
    ]
    with pikepdf.open(io.BytesIO(printed.content)) as opened:
        metadata = str(opened.docinfo) + opened.Root.Metadata.read_bytes().decode()
    texts = ["".join(pages_of(printed.content)), metadata, told.text, *contents, *printed.headers.values()]
    texts += ["".join(pages_of(content)) for name, content in contents.items() if name.endswith(".pdf")]
    texts += [content.decode() for name, content in contents.items() if not name.endswith(".pdf")]
    assert {secret: text for text in texts for secret in secrets if secret in text} == {}
    assert "M" not in told.json()["values"]
    assert "file_number" in str((await form_of(team, "noor", order))["missing"])  # never the internal number

    with_papers = await client.get(place(team, order, f"/ecodex.zip?{copy}&papers=true"))
    assert (with_papers.status_code, with_papers.json()["code"]) == (409, "papers-not-for-provider")
    investigation = await create(team, instrument="EIO", to={"country": "DE"})
    for rest in ("/form.pdf", "/form.json", "/ecodex.zip"):
        refused = await client.get(place(team, investigation, f"{rest}?{copy}"))
        assert (refused.status_code, refused.json()["code"]) == (409, "form-not-for-provider")


async def test_an_instrument_between_states_goes_to_another_state(team: Team) -> None:
    refused = await try_create(team, "noor", instrument="EPOC", to={"country": "NL"})
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["to.country"])


async def test_a_treaty_is_no_domestic_legal_basis(team: Team) -> None:
    """A power in domestic law is entered by the member, whatever provision the request names."""
    request = await create(team, instrument="BUDAPEST_29", legal_basis="Art. 29 Budapest Convention")
    form = await form_of(team, "noor", request)
    assert "legal_basis" not in form["values"].get("case", {})


def pages_of(content: bytes) -> list[str]:
    """The text of each page of a tagged PDF."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in opened.Root
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]


async def test_documents_of_a_request_are_made_without_a_file(
    team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await sent(team, instrument="EIO", to={"country": "DE"})
    state = team.context.settings.state
    before = sorted(state.rglob("*"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    for rest in ("/form.pdf", "/reminder.pdf", "/ecodex.zip"):
        answer = await team.client("noor").get(place(team, order, rest))
        assert answer.status_code == 200, (rest, answer.text)
    written = [path for path in sorted(state.rglob("*")) if path not in before and "ledger" not in path.parts]
    assert written == []


async def test_member_has_few_documents_made_at_a_time_and_others_are_not_delayed(team: Team) -> None:
    mine, theirs = await sent(team), await sent(team, "jonas")
    asked = [team.client("noor").get(place(team, mine, "/reminder.pdf")) for _ in range(20)]
    *answers, of_another = await asyncio.gather(*asked, team.client("jonas").get(place(team, theirs, "/reminder.pdf")))
    codes = [one.status_code for one in answers]
    assert (set(codes), of_another.status_code) == ({200, 429}, 200)
    assert codes.count(429) > 10, "some are finished before the last ones are asked for"
    assert (await team.client("noor").get(place(team, mine, "/reminder.pdf"))).status_code == 200


async def test_reminder_is_addressed_to_the_current_holder(team: Team) -> None:
    request = await create(team)
    path = place(team, request, "/reminder.pdf")
    early = await team.client("noor").get(path)
    assert (early.status_code, early.json()["code"]) == (409, "not-sent")
    read_json(await move(team, "noor", request, "SENT"))
    read_json(await hop(team, "noor", request, "Office of International Affairs", country="US", contact="Desk 4"), 201)
    printed = await team.client("noor").get(path)
    text = "".join(pages_of(printed.content))
    for expected in (request["number"], "Office of International Affairs", "Desk 4", "203.0.113.7", "ROT-2026-114"):
        assert expected in text


async def test_connector_takes_the_folder_and_its_evidences_move_the_request(team: Team) -> None:
    order = await sent(team, instrument="EIO", to={"country": "DE", "authority": "Staatsanwaltschaft Köln"})
    client, path = team.client("noor"), place(team, order, "/evidences")
    answer = await client.get(place(team, order, "/ecodex.zip"))
    read = {name.partition("/")[2]: content for name, content in unzipped(answer).items()}
    assert {f"{order['number']}.pdf", f"{order['number']}.json", "papers.csv", "README.txt"} < read.keys()
    properties = dict(line.split("=", 1) for line in read["message.properties"].decode("ascii").splitlines())
    assert properties["action"] == "Eio_AnnexA_Submission"
    assert properties["backend.message.id"] == order["number"]
    assert properties["final.recipient"] == r"Staatsanwaltschaft K\u00f6ln"

    told = {"event": "Rejection", "at": clock.rfc3339(clock.now()), "number": order["number"]}
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]>' + EVIDENCE.partition("?>")[2].format(**told)
    wrong = [bomb, "<x", EVIDENCE.format(**told | {"event": "Party"}), EVIDENCE.format(**told | {"number": "other"})]
    for xml in wrong:
        refused = await client.post(path, json={"xml": xml})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "xml"), xml
    turned = EVIDENCE.format(**told).replace("Unknown recipient", "Unknown&#x202E;\nrecipient&#x200B;")
    moved = read_json(await client.post(path, json={"xml": turned}), 201)
    assert moved["state"] == "SUBMISSION_REJECTED"
    history = read_json(await client.get(place(team, order, "/moves")))["items"]
    (why,) = [one["reason"] for one in history if one["state"] == "SUBMISSION_REJECTED"]
    assert why == "Unknown\ufffd recipient\ufffd"
    assert (moved["hops"][-1]["receipt"], moved["hops"][-1]["channel"]) == ("SubmissionRejection", "e-CODEX")
    assert moved["hops"][-1]["signature"] == "not_checked"
    assert (await team.client("lena").get(place(team, order, "/ecodex.zip"))).status_code == 404


async def test_connector_folder_holds_the_files_of_papers_whose_download_is_recorded(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await sent(team, instrument="EIO", to={"country": "DE"})
    annex, empty = await register(team), await register(team)
    refused = await register(team, "jonas", shared("NL", "readable"))
    await upload(team, "noor", annex)
    for one in (annex, empty, refused):
        read_json(await paper(team, "noor", order, one, "annex"), 201)
    client, path = team.client("noor"), place(team, order, "/ecodex.zip?papers=true")
    foreseen = read_json(await client.get(place(team, order, "/ecodex?language=fr")))
    assert (foreseen["files"], foreseen["size_bytes"], foreseen["fits"]) == (1, len(TEXT), True)
    assert [one["files"] for one in foreseen["papers"]] == [1, 0, 0]
    assert foreseen["papers"][0]["missing"] is None
    assert all(one["missing"].endswith(".") for one in foreseen["papers"][1:])
    name = f"{order['number']}/papers/{annex['exhibit_number']}/"
    assert not [one for one in unzipped(await client.get(path)) if one.startswith(name)]

    read_json(await take_it(team, "noor", annex), 201)
    read = unzipped(await client.get(path))
    (file,) = [one for one in read if one.startswith(name)]
    assert read[file] == TEXT
    assert f"{hashlib.sha256(TEXT).hexdigest()}  {file}" in read["SHA256SUMS"].decode().splitlines()
    papers = list(csv.DictReader(read[f"{order['number']}/papers.csv"].decode().splitlines()))
    assert [(one["number"], one["files"], bool(one["missing"])) for one in papers] == [
        (annex["exhibit_number"], "1", False),
        (empty["exhibit_number"], "0", True),
        (refused["exhibit_number"], "0", True),
    ]
    assert kinds(await custody(team, "noor", annex)).count("evidence.taken") == 1
    assert file not in unzipped(await team.client("daan").get(path)), "another member recorded no download"
    monkeypatch.setattr(connector, "MOST_BYTES", 1)
    too_large = await client.get(path)
    assert (too_large.status_code, too_large.json()["code"]) == (409, "folder-too-large")


async def test_connector_folder_can_be_unpacked_whatever_the_papers_are_called(team: Team, tmp_path: Path) -> None:
    order = await create(team, instrument="EIO", to={"country": "DE"})
    annex = await register(team, "noor")
    contents = {".": b"dot", "..": b"two dots", "file": b"file", "a": b"a", "A/b": b"b", "nul.txt": b"nul"}
    for name, content in contents.items():
        await upload(team, "noor", annex, content, name)
    read_json(await paper(team, "noor", order, annex, "annex"), 201)
    opened = read_json(await take_it(team, "noor", annex), 201)
    folder = await team.client("noor").get(place(team, order, "/ecodex.zip?papers=true"))
    (tmp_path / "folder.zip").write_bytes(folder.content)
    (tmp_path / "exhibit.zip").write_bytes((await team.client("noor").get(opened["zip"])).content)
    papers = tmp_path / "folder" / order["number"] / "papers" / annex["exhibit_number"]
    for name, place_of_files in (("folder", papers), ("exhibit", tmp_path / "exhibit")):
        with zipfile.ZipFile(tmp_path / f"{name}.zip") as archive:
            archive.extractall(tmp_path / name)
        found = {str(path.relative_to(place_of_files)): path.read_bytes() for path in place_of_files.rglob("*")
                 if path.is_file() and path.name != "SHA256SUMS"}  # fmt: skip
        assert sorted(found.values()) == sorted(contents.values()), name
        assert set(found) == {"file", "file (2)", "file (3)", "a (2)", "A/b", "_nul.txt"}, name


def unzipped(answer: httpx.Response) -> dict[str, bytes]:
    """The files of a ZIP."""
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_committed_schemas_are_current() -> None:
    committed = {path.stem: path.read_text("utf-8") for path in SCHEMAS.glob("*.json")}
    expected = {key: written(key) for key in forms()}
    assert committed == expected, "make generate writes them again"


def written(key: str) -> str:
    return json.dumps(schemas.document_schema(forms()[key]), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for form_key in forms():
        (SCHEMAS / f"{form_key}.json").write_text(written(form_key), "utf-8")
