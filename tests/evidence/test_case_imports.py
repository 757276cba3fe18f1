"""A CASE document made by others: shown first, imported as it was shown, all or nothing; nothing invented, nothing fetched."""

import hashlib
import json
import socket
from pathlib import Path
from typing import Any, Final

import pytest

from app.services.evidence import case_documents, case_plans, imports
from tests.audit.test_exports import content, made
from tests.factories import case_document
from tests.factories.case_document import document, graph, imported, look, take
from tests.factories.evidence import custody, kinds, listed, place, release, see, take_it, values, with_file
from tests.factories.sharing import quarantine
from tests.factories.team import Team, read_json
from tests.security.conftest import other_team
from tests.support.databases.superuser import as_superuser
from tests.support.shared_data import SHARED, needs_shared_data

UNREADABLE: Final = (
    ('{"', "not valid JSON"),
    ("[]", "not a JSON-LD object"),
    ('{"@graph": [], "@graph": []}', "appears twice"),
    ('{"@graph": [{"@id": "a", "@id": "b"}]}', "appears twice"),
    ('{"@graph": NaN}', "NaN is not valid JSON"),
    ('{"@graph": [{"@id": "a\\u0000b"}]}', "cannot be displayed"),
    ('{"@graph": [{"@id": "a", "@type": "\\ud800"}]}', "cannot be displayed"),
    ('{"@graph": [{"@id": "a", "x\\u0007": 1}]}', "cannot be displayed"),
    ('{"@graph": ' + "7" * 5_000 + "}", "too long"),
    ('{"a":' * 60 + "1" + "}" * 60, "nested deeper than"),
    ("[" * 100_000, "nested deeper than"),
    ('{"@graph": [{"@id": "(without an id) 7"}]}', "reserved for nodes without an id"),
    ('{"@graph": []}', "no node with an id"),
    (document([{"@id": "kb:x", "@type": "acme:Oddity"}]), "no provenance record"),
    (
        document([{"@id": f"kb:{n}", "@type": "case-investigation:ProvenanceRecord"} for n in range(201)]),
        "the limit is 200",
    ),
)
SAMPLES: Final = SHARED / "case"


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["detail"]


class TestAPreview:
    async def test_says_what_would_be_made_what_has_no_place_and_writes_nothing(self, team: Team) -> None:
        seen = read_json(await look(team))
        assert seen["sha256"] == hashlib.sha256(document().encode()).hexdigest()
        phone, image = seen["exhibits"]
        assert (phone["title"], phone["source_number"], phone["category"]) == ("Telephone of K.", "KS-0001", "device")
        assert phone["objects"] == [{"id": "kb:phone", "type": "Device", "model": "P 30", "serialNumber": "SN-77"}]
        assert [act["action"] for act in phone["acts"]] == ["seized", "custody-receive", "imaged"], "as they inform"
        assert (image["category"], image["kind"]) == ("disk_image", "image")
        assert image["hashes"] == [{"algorithm": "sha256", "value": case_document.SHA256, "of": "container"}]
        (act,) = image["acts"]
        assert (act["performer"], act["instrument"], act["location"]) == ("J. Weiss", "Imager 3", "Laboratory")
        assert (act["started_at"], act["ended_at"]) == ("2026-05-16T10:00:00.25Z", None), "as it is stated"
        assert {(one["what"], one["why"]) for one in seen["unmapped"]} == {
            ("investigation:InvestigativeAction", "no_exhibit"),
            ("acme:Oddity", "no_place"),
        }
        assert (seen["known_as"], seen["warnings"]) == ([], [])
        assert await listed(team, "noor") == []

    async def test_takes_neither_of_two_values_of_one_algorithm_and_says_so(self, team: Team) -> None:
        """Which is right nobody here can say; the last one stood for both before."""
        other = {"@type": "uco-types:Hash", "uco-types:hashMethod": "SHA256", "uco-types:hashValue": "CD" * 32}
        fine = {"@type": "uco-types:Hash", "uco-types:hashMethod": "MD5", "uco-types:hashValue": "EF" * 16}
        nodes = case_document.graph()
        (content,) = [
            facet for one in nodes for facet in one.get("uco-core:hasFacet", ()) if facet["@id"] == "kb:content"
        ]
        content["uco-observable:hash"] += [other | {"@id": "kb:other"}, fine | {"@id": "kb:fine"}]
        seen = read_json(await look(team, text=case_document.document(nodes)))
        image = seen["exhibits"][1]
        assert image["hashes"] == [{"algorithm": "md5", "value": "ef" * 16, "of": "container"}]
        assert {"sha256", "md5"} & image["objects"][0].keys() == {"md5"}
        (listed_as,) = [one for one in seen["unmapped"] if one["why"] == "contradicts"]
        assert (listed_as["what"], listed_as["count"], listed_as["nodes"]) == ("hash sha256", 2, ["kb:image"])

    def test_acts_stand_as_they_inform_and_else_by_their_times(self) -> None:
        def planned(**acts: tuple[int, str]) -> tuple[str, list[str]]:
            """Acts by name: the hour in which each began, and the names of those that informed it."""
            nodes = [
                {
                    "@id": f"kb:{name}",
                    "@type": "case-investigation:InvestigativeAction",
                    "uco-core:name": name,
                    "uco-action:startTime": f"2026-05-16T{hour:02}:00:00Z",
                    "uco-action:result": {"@id": "kb:record"},
                    "case-investigation:wasInformedBy": [{"@id": f"kb:{one}"} for one in informed_by],
                }
                for name, (hour, informed_by) in acts.items()
            ]
            record = {"@id": "kb:record", "@type": "case-investigation:ProvenanceRecord", "uco-core:name": "x"}
            made = case_plans.plan(case_documents.read(document([record, *nodes])))
            return "".join(act.action for act in made.exhibits[0].acts), made.warnings

        assert planned(a=(9, "b"), b=(12, ""), c=(11, ""), d=(8, "a"), e=(8, "cb")) == ("cbead", [])
        assert planned(a=(9, ""), b=(9, "")) == ("ab", []), "as they stand"
        order, warnings = planned(a=(9, ""), b=(8, "c"), c=(7, "b"), d=(6, "c"), e=(5, "e"))
        assert (order, len(warnings)) == ("aedcb", 1)
        assert "in a circle" in warnings[0]

    async def test_fetches_nothing(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[Any] = []

        def asked_for(*host: Any, **_: Any) -> list[Any]:
            asked.append(host)
            return []

        monkeypatch.setattr(socket, "getaddrinfo", asked_for)
        away = ["https://example.org/context.jsonld", "file:///etc/passwd"]
        seen = read_json(await look(team, text=document(context=away)))
        assert [one for one in asked if "example.org" in str(one)] == []
        assert sum("was not loaded" in one for one in seen["warnings"]) == 2
        assert [one["title"] for one in seen["exhibits"]] == ["Telephone of K.", "Image of the telephone"]

    async def test_of_what_cannot_be_read_is_refused(self, team: Team) -> None:
        for text, why in UNREADABLE:
            status, detail = refused(await look(team, text=text))
            assert (status, why in detail) == (422, True), detail
        assert (await look(team, text=document() + " " * 700_000)).status_code == 422
        assert (await look(team, text=document() + " " * 2**20)).status_code == 413

    async def test_is_for_who_registers(self, team: Team) -> None:
        for who in ("coordinator", "auditor", "sofia", "admin", "ines", "jit_auditor"):
            assert (await look(team, who)).status_code == 403, who
        assert (await look(team, "stranger")).status_code == 404

    async def test_says_what_it_shortened_or_took_for_a_name(self, team: Team) -> None:
        record = {"@type": "case-investigation:ProvenanceRecord"}
        nodes = [
            record | {"@id": "kb:long", "uco-core:name": "x" * 400},
            record | {"@id": "kb:odd", "uco-core:name": "a\u0007b"},
            record | {"@id": "kb:nameless"},
        ]
        seen = read_json(await look(team, text=document(nodes)))
        assert [len(one["title"]) for one in seen["exhibits"]] == [300, 3, 11]
        assert len(seen["warnings"]) == 3


class TestAnImport:
    async def test_makes_what_was_shown_and_keeps_the_document(self, team: Team) -> None:
        done = await imported(team)
        phone, image = done["items"]
        entries = await custody(team, "noor", phone)
        assert kinds(entries) == ["evidence.registered", "evidence.imported", *["custody.imported"] * 3]
        told = values(entries[1])
        assert (told["source_number"], told["claimed_by"]) == ("KS-0001", done["document"]["exhibit_number"])
        acts = [values(one) for one in entries[2:]]
        assert [one["action"] for one in acts] == ["seized", "custody-receive", "imaged"]
        assert {one["claimed_by"] for one in acts} == {done["document"]["exhibit_number"]}
        assert acts[2]["informed_by"] == ["kb:received"]
        seen = read_json(await see(team, "noor", image))
        assert (seen["originator"], seen["released_to"], seen["declared_hashes"]) == ("NL", ["NL"], [])
        told = values((await custody(team, "noor", image))[1])
        assert case_document.SHA256 in told["objects"][0].values(), "claimed, not declared here"
        kept = read_json(await see(team, "noor", done["document"]))
        (file,) = kept["files"]
        digest = hashlib.sha256(document().encode()).hexdigest()
        assert (file["name"], file["state"], file["sha256"]) == (case_document.FORM["name"], "ready", digest)
        opened = read_json(await take_it(team, "noor", done["document"]), 201)
        assert (await team.client("noor").get(opened["files"][0]["link"])).text == document()
        assert read_json(await look(team))["known_as"] == [done["document"]["exhibit_number"]]

    async def test_is_as_it_was_shown_or_none(self, team: Team) -> None:
        token = read_json(await look(team))["token"]
        for changed in (
            {"legal_basis": "Other"},
            {"tlp": "GREEN"},
            {"name": "other.json"},
            {"text": document(graph()[:-1])},
        ):
            assert (await take(team, "noor", token, **changed)).status_code == 412, changed
        rule = {"level": "listed", "to_party": "DE", "clause": "cl. 1"}
        read_json(await team.client("noor").post(team.path("/access-rules"), json=rule), 201)
        assert (await take(team, "noor", token)).status_code == 412, "standing rules would release it otherwise"
        assert await listed(team, "noor") == []
        done = await imported(team)
        assert read_json(await see(team, "jonas", done["items"][0]))["level"] == "listed", "by the rule that stands"
        assert (await see(team, "jonas", done["document"])).status_code == 404, (
            "the whole of what it says is released by hand"
        )
        told = [one for one in await custody(team, "jonas", done["items"][0]) if one["kind"].endswith(".imported")]
        assert len(told) == 4
        assert not any("claimed_by" in values(one) for one in told), "it names an exhibit that is unknown there"

    async def test_that_fails_leaves_nothing(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        seen = read_json(await look(team))
        monkeypatch.setattr(imports, "_facts", lambda *_: 1 / 0)
        assert (await take(team, "noor", seen["token"])).status_code == 500
        assert await listed(team, "noor") == []
        async with as_superuser(team) as superuser:
            for table in ("evidence", "files", "segments"):
                assert await superuser.fetchval(f"select count(*) from {table}") == 0, table  # noqa: S608

    async def test_from_beyond_the_union_is_in_quarantine(self, team: Team) -> None:
        assert (await look(team, "mara")).status_code == 409, "no controller is designated"
        await quarantine.designated(team)
        done = await imported(team, "mara")
        assert await listed(team, "noor") == []
        waiting = read_json(await team.client("admin").get(team.path("/verifications")))["items"]
        assert {one["evidence"] for one in waiting} == {done["document"]["id"], *(one["id"] for one in done["items"])}

    async def test_of_another_is_not_seen_by_whom_it_is_not_released_to(self, team: Team) -> None:
        done = await imported(team, "claire")
        for one in (done["document"], *done["items"]):
            assert (await see(team, "jonas", one)).status_code == 404
        assert (await team.client("jonas").get(place(team, done["items"][0], "/custody"))).status_code == 404


async def test_our_own_export_can_be_imported_into_another_team(team: Team, tmp_path: Path) -> None:
    exhibit = await with_file(team, release("DE"))
    read_json(await take_it(team, "lena", exhibit), 201)
    _, bundle = await made(team, "noor", exhibit, tmp_path)
    text = content(bundle, "data/custody.case.jsonld").decode()
    told = await custody(team, "noor", exhibit)
    other, _ = await other_team(team)
    done = await imported(other, "noor", text)
    (again,) = done["items"]
    entries = await custody(other, "noor", again)
    assert values(entries[1])["source_number"] == exhibit["exhibit_number"]
    assert again["title"] == "Disk image of server R2"
    acts = [values(one) for one in entries[2:]]
    assert [one["action"] for one in acts] == kinds(told)
    assert acts[0]["started_at"] == told[0]["at"]
    assert "Noor" in acts[0]["performer"]


@needs_shared_data
async def test_samples_of_others_are_read_whole(team: Team) -> None:
    """Where they are at hand: each provenance record is an exhibit, and each node is in it or is listed."""
    text = (SAMPLES / "forensic_lifecycle.json").read_text()
    seen = read_json(await look(team, text=text))
    records = [one for one in json.loads(text)["@graph"] if one["@type"] == "case-investigation:ProvenanceRecord"]
    assert [one["source_number"] for one in seen["exhibits"]] == [
        one.get("case-investigation:exhibitNumber") for one in records
    ]
    by_number = {one["source_number"]: one for one in seen["exhibits"]}
    assert [act["action"] for act in by_number["DFL-20140712-001C"]["acts"]] == ["imaged", "parsed"]
    assert by_number["DFL-20140712-001A"]["category"] == "device"
    assert "core:Relationship" in {one["what"] for one in seen["unmapped"]}
    done = await imported(team, "noor", text)
    assert len(done["items"]) == len(records)
    for name in ("file.json", "message.json"):
        assert "no provenance record" in refused(await look(team, text=(SAMPLES / name).read_text()))[1]
