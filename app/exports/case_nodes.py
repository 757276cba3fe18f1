"""Makes ids and values of nodes of the CASE graph: the same for the same thing, in every package of a ledger.

Not here: the content of nodes (`exports/case.py`, `exports/case_physical.py`).
"""

from typing import Any

from app import clock

Node = dict[str, Any]


def node_of(of: str) -> str:
    """Return the node id of something with an id in the ledger."""
    return f"kb:{clock.named_id(of)}"


def about(whose: str, what: str) -> str:
    """Return the node id of something without one: a part of something, or a name used in one ledger."""
    return f"kb:{clock.named_id(f'{whose} {what}')}"


def moment(at: str) -> Node:
    """Return a time as the ledger writes it."""
    return {"@type": "xsd:dateTime", "@value": at}


def identity(origin: str, what: str, name: str) -> Node:
    """Return the node of somebody with this name. `what`: distinguishes sort and party."""
    return {"@id": about(origin, what), "@type": "uco-identity:Identity", "uco-core:name": name}
