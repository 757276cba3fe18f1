"""The way of a thing in `custody.case.jsonld`: places, transports and hand-overs, taken by CASE's validator and by our own import."""

import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from rdflib import Graph, Literal, Namespace

from app.services.evidence import case_documents, case_plans
from tests.exports.test_case import ACTION, CORE, CUT, INVESTIGATION, written
from tests.exports.verifier.test_by_hand import BIN
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

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
LOCATION: Final = Namespace("https://ontology.unifiedcyberontology.org/uco/location/")
HANDOVER: Final = uuid7(START, "handover")
OCCURRED: Final = {"at": "2026-05-16T05:15:00.000000Z", "zone": "Europe/Amsterdam", "source": "report"}
ACTS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("custody.seized", {"by": "T. Vos, T-417", "from_whom": "J. Smit", "place": "Coolsingel 1", "occurred": OCCURRED}),
    ("custody.sealed", {"by": None, "seal": "A 4471"}),
    ("custody.transported", {"by": "T. Vos, T-417", "from_place": "Coolsingel 1", "place": "Evidence room 4"}),
    ("custody.offered", {"giver": "T. Vos, T-417", "to_party": "DE", "to_seat": "DE-02", "due_at": OCCURRED["at"]}),
    ("custody.incident", {"what": "delayed", "why": "Traffic"}),
    ("custody.received", {"giver": "T. Vos, T-417", "place": "Wiesbaden", "seal": "A 4471", "intact": True}),
    ("custody.stored", {"custodian": "Asservatenkammer 2", "place": "Wiesbaden, Raum 12"}),
    ("custody.returned", {"to_whom": "J. Smit", "place": "Den Haag", "receipt": "B 12"}),
    (
        "custody.destroyed",
        {"by": None, "method": "shredded", "witnessed_by": "A. Klein", "place": "Mainz", "receipt": "7"},
    ),
    ("custody.corrected", {"corrects": 1, "place": "Bonn", "custodian": "B. Sommer", "why": "A slip"}),
)


@pytest.fixture(scope="module")
def moved() -> tuple[ReferenceLedger, list[ReferenceEntry]]:
    """An exhibit whose thing was carried and handed over: not a way that the rules allow, but every act that has a place or people."""
    ledger = example()
    return ledger, [add(ledger, kind, fields) for kind, fields in ACTS]


def add(ledger: ReferenceLedger, kind: str, fields: dict[str, Any]) -> ReferenceEntry:
    """Enter an act in the custody of the thing."""
    subject = {"evidence": LANTERN} | ({"handover": HANDOVER} if "offered" in kind or "received" in kind else {})
    return ledger.append(kind, {"actor": ACTOR} | fields, subject=subject, led="other")


@pytest.fixture(scope="module")
def graph(moved: tuple[ReferenceLedger, list[ReferenceEntry]]) -> Graph:
    return Graph().parse(data=written(moved[0], [*moved[0].entries], ()), format="json-ld")


def named(graph: Graph, name: str) -> Any:
    (found,) = graph.subjects(CORE.name, Literal(name))
    return found


def of(graph: Graph, act: Any, what: str) -> set[str]:
    return {str(graph.value(one, CORE.name)) for one in graph.objects(act, ACTION[what])}


def test_case_validator_with_acts_of_every_kind_finds_that_the_graph_conforms(tmp_path: Path) -> None:
    """One graph with every act of a thing, an act of the seat's own person, and an acquisition: each run takes seconds."""
    ledger = example()
    for kind, fields in ACTS:
        add(ledger, kind, fields)
    add(ledger, "custody.seized", {"by": ACTOR["name"], "place": "Hall", "occurred": OCCURRED})
    said = {name: value for name, value in acquisitions.FORM.items() if value is not None}
    subject = {"evidence": LANTERN, "acquisition": uuid7(START, "acquisition")}
    ledger.append("acquisition.recorded", {"actor": ACTOR} | said, subject=subject, led="collection")
    (tmp_path / "graph.jsonld").write_text(written(ledger, [*ledger.entries], ()))
    command = [str(BIN / "case_validate"), "--built-version", "case-1.4.0", str(tmp_path / "graph.jsonld")]
    done = subprocess.run(command, env={"PATH": "/usr/bin:/bin"} | CUT, capture_output=True, text=True, check=False)
    assert "Conforms: True" in done.stdout, done.stdout + done.stderr


def test_each_act_has_its_place_and_its_people(graph: Graph) -> None:
    seized = named(graph, "seized")
    assert of(graph, seized, "location") == {"Coolsingel 1"}
    assert of(graph, seized, "performer") == {"T. Vos, T-417"}
    assert "J. Smit" in of(graph, seized, "participant")
    assert of(graph, named(graph, "custody.stored"), "location") == {"Wiesbaden, Raum 12"}
    assert "Asservatenkammer 2" in of(graph, named(graph, "custody.stored"), "participant")
    assert "J. Smit" in of(graph, named(graph, "custody.returned"), "participant")
    assert "A. Klein" in of(graph, named(graph, "custody.destroyed"), "participant")
    assert list(graph.objects(named(graph, "custody.sealed"), ACTION.location)) == []
    places = {str(graph.value(one, CORE.name)) for one in graph.subjects(RDF.type, LOCATION.Location)}
    assert places >= {"Coolsingel 1", "Evidence room 4", "Wiesbaden", "Mainz"}


def test_no_act_is_said_to_have_been_done_where_it_was_not(graph: Graph) -> None:
    """Who registers a thing, or puts an entry right, is at a desk."""
    for kind in ("evidence.registered", "custody.corrected"):
        acts = list(graph.subjects(CORE.name, Literal(kind)))
        assert acts
        for act in acts:
            assert list(graph.objects(act, ACTION.location)) == []
            assert "B. Sommer" not in of(graph, act, "participant")


def test_a_transport_leads_from_a_place_to_a_place(graph: Graph) -> None:
    assert of(graph, named(graph, "custody.transported"), "location") == {"Evidence room 4"}
    (start,) = graph.subjects(CORE.kindOfRelationship, Literal("Transported_From"))
    assert str(graph.value(graph.value(start, CORE.target), CORE.name)) == "Coolsingel 1"
    assert graph.value(start, CORE.source) in set(graph.subjects(RDF.type, INVESTIGATION.ProvenanceRecord))


def test_a_hand_over_is_an_offer_and_what_answers_it(graph: Graph) -> None:
    offered, received = named(graph, "custody.offered"), named(graph, "custody-receive")
    assert {"T. Vos, T-417", "DE-02 DE"} <= of(graph, offered, "participant")
    assert "T. Vos, T-417" in of(graph, received, "participant")
    before = set(graph.objects(received, INVESTIGATION.wasInformedBy))
    assert before == {offered, named(graph, "custody.incident")}, "the act before it, and the very offer"


def test_what_is_withheld_is_in_no_node(moved: tuple[ReferenceLedger, list[ReferenceEntry]]) -> None:
    ledger, acts = moved
    names = ("by", "from_whom", "place", "from_place", "giver", "custodian", "to_whom", "witnessed_by", "to_seat")
    words = (
        "Vos",
        "Smit",
        "Coolsingel",
        "Evidence room",
        "Wiesbaden",
        "Asservaten",
        "Den Haag",
        "Klein",
        "Mainz",
        "DE-02",
    )
    whole, shown = written(ledger, acts, ()), written(ledger, acts, names)
    assert all(word in whole for word in words)
    assert [word for word in words if word in shown] == []


def test_our_own_import_takes_it_again(moved: tuple[ReferenceLedger, list[ReferenceEntry]]) -> None:
    """What another server wrote: each act as its source's claim, with performer and place; people who took part have no field here."""
    made = case_plans.plan(case_documents.read(written(moved[0], [*moved[0].entries], ())))
    (exhibit,) = [one for one in made.exhibits if "seized" in {act.action for act in one.acts}]
    acts = {act.action: act for act in exhibit.acts}
    assert (acts["seized"].performer, acts["seized"].location) == ("T. Vos, T-417", "Coolsingel 1")
    assert acts["seized"].started_at == OCCURRED["at"]
    assert acts["custody.transported"].location == "Evidence room 4"
    assert acts["custody-receive"].location == "Wiesbaden"
    assert len(acts["custody-receive"].informed_by) == 2
    order = [act.action for act in exhibit.acts]
    assert order.index("custody.offered") < order.index("custody-receive") < order.index("custody.destroyed")
    left = {one.what for one in made.unmapped}
    assert "core:Relationship" in left, "what has no place here is listed"
