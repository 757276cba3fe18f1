"""The view of a ledger entry: everything for those who may read it, a commitment for the others; and what is searched for."""

import base64
import json
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from app.api.schemas import DIGITS, Code, Form, Limit, Moment, Time, View, printable
from app.api.views.releases import SeatCode
from app.errors import Malformed
from app.ledger.entries import Read
from app.ledger.searching import Sought

Kind = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}\.[a-z_]{1,30}$")]


class EntryQuery(Form):
    """What the ledger is searched for. Every filter narrows what may be read; none lets more be read."""

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

    def sought(self) -> Sought:
        """As the ledger takes it."""
        rest = self.model_dump(include={"party", "seat", "evidence", "since", "until"})
        return Sought(kinds=tuple(self.kind) if self.kind else None, words=self.q or None, **rest)

    def before(self) -> int | None:
        """The position before which the page begins. Raises `Malformed` for what no list gave."""
        if self.cursor is not None and not DIGITS.fullmatch(self.cursor):
            raise Malformed("This cursor is not one that a list gave.", field="cursor")
        return None if self.cursor is None else int(self.cursor)


class FieldView(View):
    """A disclosed field: with its salt, its hash in the entry can be recomputed."""

    salt: str
    value: Any


class ErasedFieldView(View):
    """When a field was erased, and where the entry stands that certifies it; null until that one has its position."""

    at: Time
    position: int | None


class EntryView(View):
    """An entry. `position` is null until it is sequenced; all but it and `commitment` are null when withheld.

    `erased`: fields whose hashes stand in the entry, and which nobody reads any more.
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
            "erased": {one.name: ErasedFieldView(at=one.at, position=one.position) for one in read.said.erased},
        }
    return EntryView(**shown)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
