"""Forms and views for erasing fields of an audit log entry."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from app.api.schemas import Form, Justification, Line, Time, View
from app.ledger.erasable import FieldGround
from app.services.retention.field_erasures import ErasableEntry, NewFieldErasure

FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,49}$")]


class FieldErasureForm(Form):
    """The fields to erase, and why. `confirmation`: the entry's position, typed.

    The reason stays readable for the caller's party, so it must not repeat the erased content.
    """

    names: Annotated[list[FieldName], Field(min_length=1, max_length=50)]
    ground: FieldGround
    legal_basis: Line
    reason: Justification
    confirmation: Annotated[str, StringConstraints(max_length=20)]

    def wanted(self) -> NewFieldErasure:
        """Return the request as the service takes it."""
        return NewFieldErasure(self.names, self.ground, self.legal_basis, self.reason)


class FieldConfirmationForm(Form):
    """The entry's position, typed as confirmation."""

    confirmation: Annotated[str, StringConstraints(max_length=20)]


class FieldErasureView(View):
    """An erasure: requested (`wanted_at`), decided (`decided_at`), done (`erased_at`).

    `certificate`: position of the entry that certifies it.

    `party`: the party of the entry. `awaits`: joint originators that have not agreed. `may`: what the reader may do
    now.
    """

    id: UUID
    party: str
    names: list[str]
    ground: FieldGround
    legal_basis: str
    reason: str
    wanted_by: str
    wanted_at: Time
    confirmed_by: str | None
    decided_at: Time | None
    erased_at: Time | None
    last_backup_expires: Time | None
    certificate: int | None
    awaits: list[str]
    may: list[Literal["agree", "confirm", "give_up"]]


class FieldErasuresView(View):
    """The erasable fields of an entry, and its erasures. `by_two`: the party requires a second leader."""

    position: int
    erasable: list[str]
    by_two: bool
    erasures: list[FieldErasureView]


class UnfinishedFieldsView(View):
    """An erasure that waits for a second leader or the reader's party, or is about to be done.

    `party`: that of the entry.
    """

    position: int
    party: str
    kind: str
    evidence: UUID | None
    names: list[str]


def erasures_view(entry: ErasableEntry) -> FieldErasuresView:
    """Return the view of one entry's erasures."""
    return FieldErasuresView.model_validate(entry)
