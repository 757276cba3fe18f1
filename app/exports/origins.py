"""The legal requests by which the exhibits of an export package came: `requests.json` and its form.

The ledger's entries prove who recorded what; this file says what the requester could read about these requests when the
package was made. The signature of the package covers it.

Not here: which requests a member reads (`services/requests/origins.py`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app import clock
from app.exports import verifier

FILE: Final = verifier.REQUESTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedOrigin:
    """A legal request by which an exhibit came, or an earlier one that it follows (`relation`).

    `exhibit`: number of the exhibit; `evidence`: its id, which the file does not repeat. `country`, `authority`: of the
    other side. `conditions`: limits of use that came with the answer. `source`: number of the exhibit that came by it,
    from which `exhibit` was derived; `None`: that is `exhibit` itself. `item_connection`: what a log states beside the
    identifier of the item.
    """

    evidence: UUID
    exhibit: str
    source: str | None = None
    number: str
    title: str | None
    instrument: str
    instrument_title: Mapping[str, str]
    direction: str
    country: str
    authority: str | None
    legal_basis: str | None
    sent_at: datetime | None
    answered_at: datetime | None
    item: int | None
    item_title: str | None
    item_connection: Mapping[str, Any] | None = None
    conditions: str | None
    relation: str | None

    def as_json(self) -> dict[str, Any]:
        """Return the request with times in UTC."""
        told = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "evidence"}
        return {name: clock.rfc3339(value) if isinstance(value, datetime) else value for name, value in told.items()}


def as_file(origins: Sequence[ExportedOrigin]) -> bytes:
    """Return the file, one request for each exhibit that it is about."""
    told = {"requests": [one.as_json() for one in origins]}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
