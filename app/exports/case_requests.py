"""Nodes of the CASE graph for legal requests: authorisations, and which exhibit came by which of them.

They say what `requests.json` of the same package says. CASE 1.4 has no property from a provenance record to an
authorisation, so a relationship of UCO connects the two.

Not here: which requests a package names (`services/requests/origins.py`).
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from app.access.requests.connections import Connection
from app.access.requests.forms.asked import connection_words
from app.exports.case_nodes import Node, about, node_of
from app.exports.origins import ExportedOrigin

#: What the vocabulary has no property for, a line for each in the description: of the request, and of its answer.
_OF_REQUEST: Final = ("title", "direction", "country", "authority", "legal_basis", "sent_at")
_OF_ANSWER: Final = ("source", "item", "item_title", "item_connection", "answered_at", "conditions")


def relevant(ledger: str, obtained: Sequence[ExportedOrigin]) -> Node:
    """Return the property of the investigation that names its authorisations; none without requests."""
    found = dict.fromkeys(_authorisation(ledger, one) for one in obtained)
    return {"case-investigation:relevantAuthorization": [{"@id": one} for one in found]} if found else {}


def nodes(ledger: str, obtained: Sequence[ExportedOrigin], made: Collection[str]) -> Iterator[Node]:
    """Yield each authorisation, and its relationship to each exhibit whose node is among `made`."""
    for origin in obtained:
        authorisation, record = _authorisation(ledger, origin), node_of(str(origin.evidence))
        yield {
            "@id": authorisation,
            "@type": "case-investigation:Authorization",
            "uco-core:name": origin.number,
            "uco-core:description": _described(origin, _OF_REQUEST),
            "case-investigation:authorizationType": origin.instrument_title["en"],
            "case-investigation:authorizationIdentifier": origin.number,
        }
        if record in made:
            yield {
                "@id": about(str(origin.evidence), _named(origin)),
                "@type": "uco-core:Relationship",
                "uco-core:description": _described(origin, _OF_ANSWER),
                "uco-core:source": [{"@id": record}],
                "uco-core:target": {"@id": authorisation},
                "uco-core:isDirectional": True,
                "uco-core:kindOfRelationship": _kind(origin),
            }


def _named(origin: ExportedOrigin) -> str:
    source = "" if origin.source is None else f" of {origin.source}"
    return f"request {origin.number} {origin.item or ''}{source}"


def _kind(origin: ExportedOrigin) -> str:
    kind = "Obtained_By" if origin.relation is None else "Preceded_By"
    return kind if origin.source is None else f"Source_{kind}"


def _described(origin: ExportedOrigin, names: Sequence[str]) -> str:
    beside = connection_words(Connection(**origin.item_connection or {}), "en")
    told = origin.as_json() | {"item_connection": beside}
    return "\n".join(f"{name}: {told[name]}" for name in names if told[name])


def _authorisation(ledger: str, origin: ExportedOrigin) -> str:
    return about(ledger, f"request {origin.number}")
