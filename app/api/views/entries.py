"""The view of a ledger entry: everything for those who may read it, a commitment for the others."""

import base64
import json
from typing import Any
from uuid import UUID

from app.api.schemas import Time, View
from app.ledger.entries import Read


class FieldView(View):
    """A disclosed field: with its salt, its hash in the entry can be recomputed."""

    salt: str
    value: Any


class EntryView(View):
    """An entry. `position` is null until it is sequenced; all but it and `commitment` are null when withheld."""

    position: int | None
    commitment: str
    id: UUID | None
    at: Time | None
    kind: str | None
    seat: str | None
    party: str | None
    subject: dict[str, str] | None
    led: str | None
    purpose: str | None
    salt: str | None
    canonical: str | None
    fields: dict[str, FieldView] | None


def entry_view(read: Read) -> EntryView:
    """An entry as one reader meets it."""
    shown: dict[str, Any] = dict.fromkeys(EntryView.model_fields)
    shown |= {"position": read.position, "commitment": _base64(read.commitment)}
    if read.said is not None:
        entry = json.loads(read.said.canonical)
        shown |= {name: entry[name] for name in ("id", "kind", "seat", "party", "subject", "led", "purpose")}
        shown |= {
            "at": read.said.at,
            "salt": _base64(read.said.salt),
            "canonical": read.said.canonical.decode(),
            "fields": {
                field.name: FieldView(salt=_base64(field.salt), value=json.loads(field.value))
                for field in read.said.fields
            },
        }
    return EntryView(**shown)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
