"""What CASE says of the thing itself: where each act was done, from where to where it was carried, and who else had a part in it.

A place is a location, and where a thing is carried off from a relationship of the exhibit's record. A hand-over is two actions: what is
offered, with giver and the seat that is meant, and what is received, informed by the very offer. Whatever is withheld is in no node.
Deliberately not here: who performed it (`exports/case.py`), and what the vocabulary has no word for: seals, receipts, findings.
"""

from collections.abc import Iterator
from typing import Any, Final

from app.exports.case_nodes import Node, about, identity, moment, node_of

#: CASE's own examples call them so; of the others the ledger's kind is the name.
NAMES: Final = {"custody.seized": "seized", "custody.received": "custody-receive"}
#: Fields in which an act names somebody beside who did it.
_PEOPLE: Final = ("from_whom", "giver", "custodian", "to_whom", "witnessed_by")
#: Where an imported document claims that an act was done, beside our own word for it.
_PLACES: Final = ("place", "location")


def is_physical(kind: str) -> bool:
    """Whether it is an act on a thing. Who registers or corrects does so elsewhere than what it says of the thing."""
    return kind.startswith("custody.") and kind != "custody.corrected"


class Places:
    """The places and people of physical acts, and which offer a hand-over began with; memory grows with open offers alone."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._offers: dict[str, str] = {}

    def changes(self, action: Node, entry: Node, said: Node) -> Node:
        """What a physical act says beside every act: its name, its location, who took part, which offer it answers."""
        done: Node = {}
        if entry["kind"] in NAMES:
            done["uco-core:name"] = NAMES[entry["kind"]]
            done["uco-core:description"] = f"kind: {entry['kind']}\n{action['uco-core:description']}"
        places = [one["@id"] for one in self._locations(said)]
        if places:
            done["uco-action:location"] = [{"@id": one} for one in places]
        people = [{"@id": one["@id"]} for one in self._people(entry, said)]
        if people:
            there = action.get("uco-action:participant", [])
            done["uco-action:participant"] = there + [one for one in people if one not in there]
        return done | self._answered(action, entry)

    def nodes(self, entry: Node, said: Node) -> Iterator[Node]:
        """The places and people that it names, and from where a thing was carried."""
        yield from self._locations(said)
        yield from self._people(entry, said)
        if entry["kind"] == "custody.transported" and isinstance(said.get("from_place"), str):
            start = self._location(said["from_place"])
            yield start
            yield {
                "@id": about(entry["id"], "carried from"),
                "@type": "uco-core:Relationship",
                "uco-core:source": [{"@id": node_of(entry["subject"]["evidence"])}],
                "uco-core:target": [{"@id": start["@id"]}],
                "uco-core:kindOfRelationship": "Transported_From",
                "uco-core:isDirectional": {"@type": "xsd:boolean", "@value": "true"},
                "uco-core:endTime": moment(str((said.get("occurred") or {}).get("at", entry["at"]))),
            }

    def _locations(self, said: Node) -> Iterator[Node]:
        for name in _PLACES:
            if isinstance(said.get(name), str):
                yield self._location(said[name])

    def _location(self, name: str) -> Node:
        return {
            "@id": about(self._origin, f"place {name}"),
            "@type": "uco-location:Location",
            "uco-core:name": name,
        }

    def _people(self, entry: Node, said: Node) -> Iterator[Node]:
        for field in _PEOPLE:
            if isinstance(said.get(field), str):
                yield identity(self._origin, f"by {said[field]} {entry['party']}", said[field])
        if isinstance(said.get("to_seat"), str):
            seat = f"{said['to_seat']}  {said.get('to_party') or ''}".strip()  # as a seat whose name is not disclosed
            yield identity(self._origin, f"seat {seat}", " ".join(seat.split()))

    def _answered(self, action: Node, entry: Node) -> Node:
        handover: Any = entry["subject"].get("handover")
        if handover is None:
            return {}
        if entry["kind"] == "custody.offered":
            self._offers[handover] = action["@id"]
            return {}
        offer, before = self._offers.pop(handover, None), action.get("case-investigation:wasInformedBy", [])
        if offer is None or {"@id": offer} in before:
            return {}
        return {"case-investigation:wasInformedBy": [*before, {"@id": offer}]}
