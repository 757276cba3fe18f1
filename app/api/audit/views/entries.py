"""Views of audit log entries, and the search form.

Members who may read an entry get everything; others get its commitment.
"""

import base64
import json
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from app.api import pagination
from app.api.schemas import Code, Form, Limit, Moment, Time, View, printable
from app.api.sharing.views.releases import SeatCode
from app.ledger.entries import Read
from app.ledger.searching import SearchConditions

Kind = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}\.[a-z_]{1,30}$")]


class EntryQuery(Form):
    """Search criteria for the audit log. Filters only narrow the entries that the caller may read."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    kind: Annotated[list[Kind] | None, Field(max_length=100, description="Of any of these kinds; repeatable.")] = None
    party: Annotated[Code | None, Field(description="The acting party.")] = None
    seat: Annotated[SeatCode | None, Field(description="The acting seat.")] = None
    evidence: Annotated[UUID | None, Field(description="About this exhibit: its custody, and refused acts on it.")] = (
        None
    )
    since: Annotated[Moment | None, Field(description="At this moment or later.")] = None
    until: Annotated[Moment | None, Field(description="Before this moment.")] = None
    q: Annotated[
        str | None,
        Field(max_length=200, description="Words that all stand in disclosed values, without case and accents."),
        AfterValidator(lambda words: words and printable(words)),
    ] = None
    limit: Limit = 50
    cursor: str | None = None

    def sought(self) -> SearchConditions:
        """Return the criteria as the search takes them."""
        rest = self.model_dump(include={"party", "seat", "evidence", "since", "until"})
        return SearchConditions(kinds=tuple(self.kind) if self.kind else None, words=self.q or None, **rest)

    def before(self) -> int | None:
        """Return the position before which the page begins. Raises `Malformed` for an invalid cursor."""
        return pagination.position(self.cursor, pagination.number)


class FieldView(View):
    """A disclosed field. With its salt, its hash in the entry can be recomputed."""

    salt: str
    value: Any


class ErasedFieldView(View):
    """When a field was erased, and the position of the entry that certifies it; null until that entry has one."""

    at: Time
    position: int | None


class EntryView(View):
    """An audit log entry.

    `position` is null until it is sequenced. If withheld, all but `position` and `commitment` are null.

    `erased`: fields whose hashes remain in the entry and whose values nobody can read any more.
    """

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
    erased: dict[str, ErasedFieldView] | None


def entry_view(read: Read) -> EntryView:
    """Return the view of an entry for one reader."""
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
            "erased": {one.name: ErasedFieldView(at=one.at, position=one.position) for one in read.said.erased},
        }
    return EntryView(**shown)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
