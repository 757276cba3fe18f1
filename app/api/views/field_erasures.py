"""Forms and views of the erasure of an entry's fields."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from app.api.schemas import Form, Justification, Line, Time, View
from app.ledger.erasable import FieldGround
from app.services.field_erasure_list import Whole
from app.services.field_erasures import Wanted

FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,49}$")]


class FieldErasureForm(Form):
    """Which fields, and why. `confirmation`: the entry's position, typed. What is written here is read by your party: repeat nothing."""

    names: Annotated[list[FieldName], Field(min_length=1, max_length=50)]
    ground: FieldGround
    legal_basis: Line
    reason: Justification
    confirmation: Annotated[str, StringConstraints(max_length=20)]

    def wanted(self) -> Wanted:
        """As the service takes it."""
        return Wanted(self.names, self.ground, self.legal_basis, self.reason)


class FieldConfirmationForm(Form):
    """The entry's position, typed."""

    confirmation: Annotated[str, StringConstraints(max_length=20)]


class FieldErasureView(View):
    """An erasure: wanted, decided once `decided_at` is there, done at `erased_at`, certified by the entry at `certificate`.

    `party`: whose entry it is; `awaits`: who obtained it jointly and has not agreed; `may`: what this seat may do about it now.
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
    """What may be erased of an entry, and its erasures. `by_two`: the party demands a second leader."""

    position: int
    erasable: list[str]
    by_two: bool
    erasures: list[FieldErasureView]


class UnfinishedFieldsView(View):
    """An erasure that waits for another leader, or for one's own party's word, or is about to be done; `party`: whose entry it is."""

    position: int
    party: str
    kind: str
    evidence: UUID | None
    names: list[str]


def erasures_view(whole: Whole) -> FieldErasuresView:
    """Of one entry."""
    return FieldErasuresView.model_validate(whole)
