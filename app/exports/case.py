"""Writes `custody.case.jsonld`: the disclosed entries as CASE 1.4 over UCO 1.4 (JSON-LD), for other tools.

An entry is an investigative action, informed by the exhibit's previous action. An exhibit is a provenance record; its
files are observables with hashes. The performer is the member who acted; for an acquisition, the examiner; for a
custody event, the person whom it names. Places and other people of custody events: `exports/case_physical.py`. Legal
requests by which exhibits came are authorisations of the investigation: `exports/case_requests.py`.

The UUID of a node is made from what it is about, so two packages of one team use the same node for the same thing. Its
version is 5, the highest that the ontology's shapes allow. Facts that the vocabulary cannot express are in
descriptions, and in `entries.jsonl`, which is authoritative.

Not here: reading graphs of others.
"""

import json
from collections.abc import Iterator, Sequence
from typing import IO, Final

from app.access.exhibit_fields import FIELDS
from app.exports import case_physical, case_requests
from app.exports.case_nodes import Node, about, identity, moment, node_of
from app.exports.case_physical import Places
from app.exports.custody import DisclosedEntry
from app.exports.origins import ExportedOrigin

_CHUNK: Final = 1 << 20
_CONTEXT: Final = {
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "kb": "urn:uuid:",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-marking": "https://ontology.unifiedcyberontology.org/uco/marking/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "uco-vocabulary": "https://ontology.unifiedcyberontology.org/uco/vocabulary/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Categories of Directive (EU) 2016/680 Art. 25 as objectives of actions.
_OBJECTIVES: Final = {
    "collection": "Collection",
    "alteration": "Alteration",
    "consultation": "Consultation",
    "disclosure": "Disclosure",
    "combination": "Combination",
    "erasure": "Erasure",
}

#: Kinds of entries about an acquisition, which CASE's examples call `imaged`.
_ACQUISITIONS: Final = {"acquisition.recorded", "acquisition.corrected"}


class CaseGraph:
    """The graph, collected in a temporary file while entries are added.

    Memory grows with the number of members, exhibits and files only.
    """

    def __init__(self, stream: IO[bytes], *, team: str, origin: str, obtained: Sequence[ExportedOrigin] = ()) -> None:
        """`stream`: an empty file, read back from its start by `chunks`; it is left open.

        `obtained`: the legal requests by which the exhibits came.
        """
        self._stream, self._origin, self._obtained = stream, origin, obtained
        self._team = about(origin, "investigation")
        self._made: set[str] = set()
        self._before: dict[str, str] = {}
        self._places = Places(origin)
        opening = json.dumps({"@context": _CONTEXT}, separators=(",", ":"))[:-1]
        self._stream.write(f'{opening},"@graph":[\n'.encode())
        self._stream.write(
            _line(
                {
                    "@id": self._team,
                    "@type": "case-investigation:Investigation",
                    "uco-core:name": team,
                    "uco-core:description": f"The custody ledger {origin}, as far as this bundle discloses it.",
                    "case-investigation:investigationForm": "case",
                }
                | case_requests.relevant(origin, obtained)
            )
        )

    def add(self, disclosed: DisclosedEntry) -> None:
        """Add the next entry, in the order of positions."""
        entry = json.loads(disclosed.canonical)
        said = {name: json.loads(field.text) for name, field in disclosed.fields.items()}
        evidence: str | None = entry["subject"].get("evidence")
        results = [] if evidence is None else list(self._exhibit(evidence, entry, said))
        action: Node = {
            "@id": node_of(entry["id"]),
            "@type": "case-investigation:InvestigativeAction",
            "uco-core:name": entry["kind"],
            "uco-core:description": _words(disclosed.position, entry, said),
            "uco-core:objectCreatedTime": moment(entry["at"]),
            "uco-action:startTime": moment((said.get("occurred") or {}).get("at", entry["at"])),
            "uco-action:performer": {"@id": self._seat(entry, said)},
            "uco-action:objective": _OBJECTIVES.get(entry["led"], "Other"),
        }
        if entry["kind"] in _ACQUISITIONS and "started_at" in said:
            action |= self._imaged(action, entry, said)
        if entry["kind"].startswith("custody.") and "by" in entry["fields"]:
            action |= self._by_another(action, entry, said)
        if evidence is not None:
            action["uco-action:object"] = [{"@id": node_of(evidence)}]
            if evidence in self._before:
                action["case-investigation:wasInformedBy"] = [{"@id": self._before[evidence]}]
            self._before[evidence] = action["@id"]
        if case_physical.is_physical(entry["kind"]):
            action |= self._places.changes(action, entry, said)
            for node in self._places.nodes(entry, said):
                self._once(node)
        if results:
            action["uco-action:result"] = [{"@id": one} for one in results]
        self._put(action)

    def chunks(self) -> Iterator[bytes]:
        """Yield the finished graph. No entry can be added after that."""
        for node in case_requests.nodes(self._origin, self._obtained, self._made):
            self._once(node)
        members: Node = {
            "@id": about(self._origin, "ledger"),
            "@type": "uco-core:Bundle",
            "uco-core:name": self._origin,
        }
        members["uco-core:object"] = [{"@id": self._team}]
        self._stream.write(_line(members)[:-2] + b"\n]}\n")
        self._stream.seek(0)
        yield from iter(lambda: self._stream.read(_CHUNK), b"")

    def _exhibit(self, evidence: str, entry: Node, said: Node) -> Iterator[str]:
        """Yield what the entry created: the exhibit's record, or a file of it."""
        record = node_of(evidence)
        if entry["kind"] == "evidence.registered":
            self._once(
                {
                    "@id": record,
                    "@type": "case-investigation:ProvenanceRecord",
                    "uco-core:name": said.get("title", "withheld"),
                    "case-investigation:exhibitNumber": said.get("exhibit_number", "withheld"),
                    "uco-core:description": _description(said),
                    "uco-core:objectCreatedTime": moment(entry["at"]),
                }
            )
            yield record
        elif record not in self._made:
            self._once({"@id": record, "@type": "case-investigation:ProvenanceRecord", "uco-core:name": "withheld"})
        if entry["kind"].startswith("file.") and "sha256" in said:
            yield self._file(entry, said)

    def _file(self, entry: Node, said: Node) -> str:
        file = entry["subject"].get("file", entry["id"])
        digest = {
            "@id": about(file, "sha256"),
            "@type": "uco-types:Hash",
            "uco-types:hashMethod": "SHA256",
            "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": said["sha256"].upper()},
        }
        content: Node = {"@id": about(file, "content"), "@type": "uco-observable:ContentDataFacet"}
        facets = [content | {"uco-observable:hash": [digest]}]
        if "size_bytes" in said:
            facets[0]["uco-observable:sizeInBytes"] = {"@type": "xsd:integer", "@value": str(said["size_bytes"])}
        if "name" in said:
            name = {"@id": about(file, "name"), "@type": "uco-observable:FileFacet"}
            facets.append(name | {"uco-observable:fileName": said["name"]})
        node = about(file, "file")
        self._once({"@id": node, "@type": "uco-observable:File", "uco-core:hasFacet": facets})
        return node

    def _imaged(self, action: Node, entry: Node, said: Node) -> Node:
        """Return the acquisition as far as it is disclosed: when, by whom, with which tool.

        The member who recorded it is a participant.
        """
        done: Node = {"uco-action:startTime": moment(said["started_at"])}
        if entry["kind"] == "acquisition.recorded":  # a correction is not a second acquisition
            done["uco-core:name"] = "imaged"
        done["uco-core:description"] = f"kind: {entry['kind']}\n{action['uco-core:description']}"
        if "ended_at" in said:
            done["uco-action:endTime"] = moment(said["ended_at"])
        if "tool" in said:
            version = said.get("tool_version", "")
            tool = about(self._origin, f"tool {said['tool']} {version}")
            node = {"@id": tool, "@type": "uco-tool:Tool", "uco-core:name": said["tool"]}
            self._once(node | ({"uco-tool:version": version} if version else {}))
            done["uco-action:instrument"] = [{"@id": tool}]
        if "examiner" in said:
            done |= self._performed(said["examiner"], f"examiner {said['examiner']} {entry['party']}", action)
        return done

    def _by_another(self, action: Node, entry: Node, said: Node) -> Node:
        """Return the performer of a custody event if that is not known to be the member who recorded it.

        That member is then a participant.
        """
        by = said.get("by", "withheld")
        if by is None or ("by" in said and by == (said.get("actor") or {}).get("name")):
            return {}
        return self._performed(by, f"by {by if 'by' in said else entry['id']} {entry['party']}", action)

    def _performed(self, name: str, what: str, action: Node) -> Node:
        """Return that somebody of this name performed the action, and that the recording member took part."""
        performer = identity(self._origin, what, name)
        self._once(performer)
        return {
            "uco-action:performer": {"@id": performer["@id"]},
            "uco-action:participant": [action["uco-action:performer"]],
        }

    def _seat(self, entry: Node, said: Node) -> str:
        """Return the node of the acting member (`system` for automatic acts), named only if the name is disclosed."""
        actor = said.get("actor") or {}
        name = f"{entry['seat']} {actor.get('name', '')} {entry['party'] or ''}".strip()
        seat = identity(self._origin, f"seat {name}", " ".join(name.split()))
        self._once(seat)
        return str(seat["@id"])

    def _once(self, node: Node) -> None:
        if node["@id"] not in self._made:
            self._made.add(node["@id"])
            self._put(node)

    def _put(self, node: Node) -> None:
        self._stream.write(_line(node))


def _line(node: Node) -> bytes:
    return f"{json.dumps(node, ensure_ascii=False, separators=(',', ':'))},\n".encode()


def _description(said: Node) -> str:
    """Return the disclosed details of the exhibit, a line for each."""
    names = ("exhibit_kind", "category", *(one.name for one in FIELDS if one.in_case), "handling", "tlp")
    return "\n".join(f"{name}: {_plain(said[name])}" for name in names if said.get(name)) or "withheld"


def _words(position: int, entry: Node, said: Node) -> str:
    """Return position, purpose and the other disclosed fields, a line for each."""
    told = {"position": position, "entry": entry["id"], "purpose": entry["purpose"]} | said
    told.pop("actor", None)
    return "\n".join(f"{name}: {_plain(value)}" for name, value in told.items() if value is not None)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
