"""`custody.case.jsonld`: what it says, and that CASE's own validator takes it, with the network cut."""

import io
import json
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from rdflib import Graph, Literal, Namespace

from app.exports.case import CaseGraph
from app.exports.origins import ExportedOrigin
from tests.exports.bundles import REQUEST, Files, disclose, laid_out
from tests.exports.verifier.test_by_hand import BIN, commands
from tests.factories import acquisitions
from tests.support.ledgers.reference_ledger import (
    ACTOR,
    LANTERN,
    START,
    ReferenceEntry,
    ReferenceLedger,
    example,
    uuid7,
)

INVESTIGATION = Namespace("https://ontology.caseontology.org/case/investigation/")
ACTION = Namespace("https://ontology.unifiedcyberontology.org/uco/action/")
CORE = Namespace("https://ontology.unifiedcyberontology.org/uco/core/")
TOOL = Namespace("https://ontology.unifiedcyberontology.org/uco/tool/")
TYPES = Namespace("https://ontology.unifiedcyberontology.org/uco/types/")
#: The JSON-LD reader of rdflib uses a class of its own that rdflib gives up.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
#: Whoever asks the network gets nothing.
CUT = {"http_proxy": "http://127.0.0.1:1", "https_proxy": "http://127.0.0.1:1", "all_proxy": "http://127.0.0.1:1"}


def test_a_request_authorises_the_investigation_and_the_exhibit_came_by_it(ledger: ReferenceLedger) -> None:
    told = [entry for entry in ledger.entries if entry.evidence in {None, LANTERN}]
    graph = Graph().parse(data=written(ledger, told, (), [REQUEST]), format="json-ld")
    (authorisation,) = graph.subjects(predicate=None, object=INVESTIGATION.Authorization)
    (investigation,) = graph.subjects(predicate=None, object=INVESTIGATION.Investigation)
    assert graph.value(investigation, INVESTIGATION.relevantAuthorization) == authorisation
    assert str(graph.value(authorisation, INVESTIGATION.authorizationIdentifier)) == REQUEST.number
    (related,) = graph.subjects(CORE.target, authorisation)
    (record,) = graph.subjects(predicate=None, object=INVESTIGATION.ProvenanceRecord)
    assert graph.value(related, CORE.source) == record


@pytest.fixture(scope="module")
def graph(files: Files) -> Graph:
    return Graph().parse(data=files["data/custody.case.jsonld"], format="json-ld")


def disclosed(files: Files) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in files["data/entries.jsonl"].splitlines()]
    return [{"entry": json.loads(line["canonical"]), "fields": line["fields"]} for line in lines]


def test_each_entry_is_an_action_informed_by_the_one_before(files: Files, graph: Graph) -> None:
    told = disclosed(files)
    actions = set(graph.subjects(predicate=None, object=INVESTIGATION.InvestigativeAction))
    assert len(actions) == len(told)
    kinds = sorted(str(graph.value(one, CORE.name)) for one in actions)
    assert kinds == sorted(one["entry"]["kind"] for one in told)
    first = [one for one in actions if graph.value(one, INVESTIGATION.wasInformedBy) is None]
    assert sorted(str(graph.value(one, CORE.name)) for one in first) == ["evidence.registered", "jit.founded"]
    assert all(graph.value(one, ACTION.performer) is not None for one in actions)


def test_the_exhibit_and_its_files_are_named_with_their_hashes(files: Files, graph: Graph) -> None:
    (record,) = graph.subjects(predicate=None, object=INVESTIGATION.ProvenanceRecord)
    assert str(graph.value(record, INVESTIGATION.exhibitNumber)) == "NL-2026-7KQ4M9TX"
    said = {
        one["fields"]["sha256"]["value"].upper() for one in disclosed(files) if one["entry"]["kind"] == "file.received"
    }
    assert {str(value).upper() for value in graph.objects(predicate=TYPES.hashValue)} == said
    assert said


def test_what_is_withheld_is_in_no_node(ledger: ReferenceLedger) -> None:
    names = ("title", "exhibit_number", "actor", "sha256", "name", "justification", "place", "files", "declared_hashes")
    told = [entry for entry in ledger.entries if entry.evidence in {None, LANTERN}]
    values = {part for entry in told for name in names if name in entry.fields for part in parts(entry.fields[name][1])}
    assert all(value in written(ledger, told, ()) for value in values), "what is not withheld stands there"
    shown = written(ledger, told, names)
    assert [value for value in values if value in shown] == []
    assert json.loads(shown)["@graph"]


def test_an_acquisition_is_imaged_by_its_examiner_with_its_tool() -> None:
    ledger = example()
    said = {name: value for name, value in acquisitions.FORM.items() if value is not None}
    subject = {"evidence": LANTERN, "acquisition": uuid7(START, "acquisition")}
    entry = ledger.append("acquisition.recorded", {"actor": ACTOR} | said, subject=subject, led="collection")
    text = written(ledger, [*ledger.entries], ())
    graph = Graph().parse(data=text, format="json-ld")
    (imaged,) = graph.subjects(CORE.name, Literal("imaged"))
    tool, examiner = graph.value(imaged, ACTION.instrument), graph.value(imaged, ACTION.performer)
    assert (str(graph.value(tool, CORE.name)), str(graph.value(tool, TOOL.version))) == ("FTK Imager", "4.7.1")
    assert str(graph.value(examiner, CORE.name)) == "DE-17"
    begun, ended = graph.value(imaged, ACTION.startTime), graph.value(imaged, ACTION.endTime)
    assert (str(begun), str(ended)) == ("2026-05-16T10:05:00+02:00", "2026-05-16T14:41:30+02:00")
    assert "S6PNNS0T412345K" in str(graph.value(imaged, CORE.description))
    withheld = written(ledger, [entry], tuple(said))
    assert [value for value in ("FTK", "DE-17", "imaged", "S6PNNS0T412345K") if value in withheld] == []


def test_a_physical_act_is_performed_by_whom_it_names_and_recorded_by_the_seat() -> None:
    ledger = example()
    occurred = {"at": "2026-05-16T05:15:00.000000Z", "zone": "Europe/Amsterdam", "source": "report"}
    own, others = (
        ledger.append(
            "custody.seized",
            {"actor": ACTOR, "by": by, "place": "Hall", "occurred": occurred},
            subject={"evidence": LANTERN},
            led="collection",
        )
        for by in (ACTOR["name"], "T. Vos, T-417")
    )
    for entry, withhold, name in (
        (others, (), "T. Vos, T-417"),
        (others, ("by",), "withheld"),
        (own, (), None),
    ):
        text = (
            written(ledger, [*ledger.entries[:-2], entry], ()) if not withhold else written(ledger, [entry], withhold)
        )
        graph = Graph().parse(data=text, format="json-ld")
        (act,) = graph.subjects(CORE.name, Literal("seized"))
        performer, recorder = graph.value(act, ACTION.performer), graph.value(act, ACTION.participant)
        assert str(graph.value(act, ACTION.startTime)).startswith("2026-05-16T05:15:00")
        if name is None:
            assert recorder is None
            assert ACTOR["name"] in str(graph.value(performer, CORE.name))
        else:
            assert str(graph.value(performer, CORE.name)) == name
            assert ACTOR["name"] in str(graph.value(recorder, CORE.name))
            assert withhold == () or "Vos" not in text


def parts(value: Any) -> list[str]:
    """The texts within a value that are long enough to be told from chance."""
    texts = [value["name"]] if isinstance(value, dict) else [value]
    return [text for text in texts if isinstance(text, str) and len(text) > 3]


def written(
    ledger: ReferenceLedger,
    entries: list[ReferenceEntry],
    withhold: tuple[str, ...],
    obtained: Sequence[ExportedOrigin] = (),
) -> str:
    """The graph of these entries with these fields withheld."""
    graph = CaseGraph(io.BytesIO(), team="A team", origin=ledger.origin, obtained=obtained)
    for entry in entries:
        graph.add(disclose(entry, withhold))
    return b"".join(graph.chunks()).decode().replace("\\n", " ")


@pytest.mark.parametrize("change", ["", "uco-types:hashValue"])
def test_its_validator_takes_it_with_the_network_cut(
    ledger: ReferenceLedger, files: Files, tmp_path: Path, change: str
) -> None:
    told = [entry for entry in ledger.entries if entry.evidence in {None, LANTERN}]
    earlier = replace(REQUEST, number="NL-RQ-7", relation="production")
    of_source = replace(REQUEST, source="NL-2026-QQ2X8B3C")
    graph = written(ledger, told, (), [REQUEST, earlier, of_source, replace(REQUEST, evidence=UUID(int=1))]).encode()
    if change:
        graph = graph.replace(f'"{change}":'.encode(), b'"uco-core:name":')
    bag = laid_out(files | {"data/custody.case.jsonld": graph}, tmp_path)
    script = commands(files["data/README.txt"].decode(), 7)
    path = f"{BIN}:/usr/bin:/bin"
    done = subprocess.run(
        ["sh", "-ec", script], cwd=bag, env={"PATH": path} | CUT, capture_output=True, text=True, check=False
    )
    assert (done.returncode == 0) == (not change), done.stdout + done.stderr
    assert ("Conforms: True" in done.stdout) == (not change)
