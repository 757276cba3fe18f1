"""A small CASE document in the shapes that others make, for tests: two exhibits, a chain of three acts, and what has no place."""

import json
from typing import Any, Final

import httpx

from tests.factories.team import Team, read_json

PREFIXES: Final = {
    "kb": "http://example.org/kb/",
    "acme": "http://example.org/acme#",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FORM: Final = {
    "name": "lab.case.jsonld",
    "privilege_checked": True,
    "acquired_at": "2026-05-16T09:30:00+02:00",
    "acquired_by": "Laboratory of Kassel",
    "place": "Kassel",
    "legal_basis": "EIO 12/2026",
}
SHA256: Final = "ab" * 32


def _at(moment: str) -> dict[str, str]:
    return {"@type": "xsd:dateTime", "@value": moment}


def _to(*names: str) -> list[dict[str, str]]:
    return [{"@id": f"kb:{name}"} for name in names]


def graph() -> list[dict[str, Any]]:
    """The nodes: the acts stand in the wrong order, and only their chain tells the right one."""
    return [*_acts(), *_records(), *_observed(), *_others()]


def _acts() -> list[dict[str, Any]]:
    return [
        {
            "@id": "kb:imaged",
            "@type": "case-investigation:InvestigativeAction",
            "uco-core:name": "imaged",
            "uco-action:startTime": _at("2026-05-16T10:00:00.25Z"),
            "uco-action:performer": {"@id": "kb:examiner"},
            "uco-action:instrument": {"@id": "kb:tool"},
            "uco-action:location": {"@id": "kb:lab"},
            "uco-action:object": _to("phone"),
            "uco-action:result": _to("record-image"),
            "case-investigation:wasInformedBy": _to("received"),
        },
        {
            "@id": "kb:received",
            "@type": "case-investigation:InvestigativeAction",
            "uco-core:name": "custody-receive",
            "uco-action:startTime": _at("2026-05-17T08:00:00Z"),
            "uco-action:performer": {"@id": "kb:examiner"},
            "uco-action:object": _to("record-phone"),
            "case-investigation:wasInformedBy": _to("seized"),
        },
        {
            "@id": "kb:seized",
            "@type": "case-investigation:InvestigativeAction",
            "uco-core:name": "seized",
            "uco-action:startTime": _at("2026-05-18T08:00:00Z"),
            "uco-action:result": _to("record-phone"),
        },
        {"@id": "kb:walked", "@type": "case-investigation:InvestigativeAction", "uco-core:name": "walked"},
    ]


def _records() -> list[dict[str, Any]]:
    return [
        {
            "@id": "kb:record-phone",
            "@type": "case-investigation:ProvenanceRecord",
            "uco-core:description": "Telephone of K.",
            "case-investigation:exhibitNumber": "KS-0001",
            "uco-core:object": {"@id": "kb:phone"},
        },
        {
            "@id": "kb:record-image",
            "@type": "case-investigation:ProvenanceRecord",
            "uco-core:name": "Image of the telephone",
            "case-investigation:exhibitNumber": "KS-0002",
            "uco-core:object": {"@id": "kb:image"},
        },
    ]


def _observed() -> list[dict[str, Any]]:
    digest = {
        "@id": "kb:hash",
        "@type": "uco-types:Hash",
        "uco-types:hashMethod": {"@type": "uco-vocabulary:HashNameVocab", "@value": "SHA256"},
        "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": SHA256.upper()},
    }
    return [
        {
            "@id": "kb:phone",
            "@type": "uco-observable:Device",
            "uco-core:hasFacet": [
                {
                    "@id": "kb:facet",
                    "@type": "uco-observable:DeviceFacet",
                    "uco-observable:model": "P 30",
                    "uco-observable:serialNumber": "SN-77",
                }
            ],
        },
        {
            "@id": "kb:image",
            "@type": ["uco-observable:File", "uco-observable:Image"],
            "uco-core:hasFacet": [
                {"@id": "kb:name", "@type": "uco-observable:FileFacet", "uco-observable:fileName": "phone.dd"},
                {
                    "@id": "kb:content",
                    "@type": "uco-observable:ContentDataFacet",
                    "uco-observable:sizeInBytes": {"@type": "xsd:integer", "@value": "1024"},
                    "uco-observable:hash": [digest],
                },
            ],
        },
    ]


def _others() -> list[dict[str, Any]]:
    return [
        {"@id": "kb:examiner", "@type": "uco-identity:Person", "uco-core:name": "J. Weiss"},
        {"@id": "kb:tool", "@type": "uco-tool:AnalyticTool", "uco-core:name": "Imager 3"},
        {"@id": "kb:lab", "@type": "uco-location:Location", "uco-core:name": "Laboratory"},
        {"@id": "kb:odd", "@type": "acme:Oddity", "acme:colour": "blue"},
    ]


def document(nodes: list[dict[str, Any]] | None = None, context: Any = None) -> str:
    """The document, as text."""
    return json.dumps({"@context": context or PREFIXES, "@graph": graph() if nodes is None else nodes}, indent=1)


async def look(team: Team, who: str = "noor", text: str | None = None, **changes: Any) -> httpx.Response:
    """Preview an import."""
    form = FORM | {"document": document() if text is None else text} | changes
    return await team.client(who).post(team.path("/case-imports/preview"), json=form)


async def take(team: Team, who: str, token: str, text: str | None = None, **changes: Any) -> httpx.Response:
    """Import it as it was previewed."""
    form = FORM | {"document": document() if text is None else text, "token": token} | changes
    return await team.client(who).post(team.path("/case-imports"), json=form)


async def imported(team: Team, who: str = "noor", text: str | None = None, **changes: Any) -> dict[str, Any]:
    """Looked at, and imported."""
    seen = read_json(await look(team, who, text, **changes))
    return read_json(await take(team, who, seen["token"], text, **changes), 201)
