"""CASE nodes of physical custody: where an event took place, from where an exhibit was moved, who took part.

A place is a location. The place from which an exhibit was moved is a relationship of its record. A handover is two
actions: the offer, with the giver and the intended recipient, and the receipt, informed by that offer. Withheld values
are in no node.

Not here: the performer (`exports/case.py`), and what the vocabulary cannot express: seals, receipts, findings.
"""

from collections.abc import Iterator
from typing import Any, Final

from app.exports.case_nodes import Node, about, identity, moment, node_of

#: Names used in CASE's examples; other actions are named by the ledger's kind.
NAMES: Final = {"custody.seized": "seized", "custody.received": "custody-receive"}
#: Fields that name further people of an event, besides the performer.
_PEOPLE: Final = ("from_whom", "giver", "custodian", "to_whom", "witnessed_by")
#: `location` is the field of imported events.
_PLACES: Final = ("place", "location")


def is_physical(kind: str) -> bool:
    """Return whether this is a custody event.

    A correction is none: it is made elsewhere than the event that it corrects.
    """
    return kind.startswith("custody.") and kind != "custody.corrected"


class Places:
    """Places and people of custody events, and the offers of handovers. Memory grows with open offers only."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._offers: dict[str, str] = {}

    def changes(self, action: Node, entry: Node, said: Node) -> Node:
        """Return what a custody event adds to its action: name, location, participants, and the answered offer."""
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
        """Yield the places and people that the event names, and from where the exhibit was moved."""
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
            seat = f"{said['to_seat']}  {said.get('to_party') or ''}".strip()  # as for undisclosed names
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
