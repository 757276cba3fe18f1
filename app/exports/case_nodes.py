"""Names and values of nodes of the CASE graph: the same for the same thing, in every bundle of a ledger.

Deliberately not here: what the nodes say (`exports/case.py`, `exports/case_physical.py`).
"""

from typing import Any

from app import clock

Node = dict[str, Any]


def node_of(of: str) -> str:
    """Of what has an id of its own in the ledger."""
    return f"kb:{clock.named_id(of)}"


def about(whose: str, what: str) -> str:
    """Of what has none: a part of something, or what one ledger calls by this name."""
    return f"kb:{clock.named_id(f'{whose} {what}')}"


def moment(at: str) -> Node:
    """A time as the ledger writes it."""
    return {"@type": "xsd:dateTime", "@value": at}


def identity(origin: str, what: str, name: str) -> Node:
    """Somebody of this name. `what`: of which sort, and of whose people."""
    return {"@id": about(origin, what), "@type": "uco-identity:Identity", "uco-core:name": name}
