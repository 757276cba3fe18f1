"""The form and the view of many exhibits registered at once.

Deliberately not here: one exhibit (`views/evidence.py`).
"""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, field_validator

from app.api.schemas import Form, View
from app.api.views.evidence import EvidenceForm

AT_MOST = 500


class EvidenceBulkForm(Form):
    """Exhibits, each with its releases, in the order in which they are entered."""

    items: Annotated[list[EvidenceForm], Field(min_length=1, max_length=AT_MOST)]

    @field_validator("items")
    @classmethod
    def _are_underived(cls, items: list[EvidenceForm]) -> list[EvidenceForm]:
        if any(one.derived_from for one in items):
            raise ValueError("what is derived is registered one by one, so that what it inherits is looked at")
        return items


class RegisteredView(View):
    """What was entered, by the id and the number that it has from now on."""

    id: UUID
    exhibit_number: str
    title: str


class RegisteredListView(View):
    """One for each of the request's items, in its order."""

    items: list[RegisteredView]


def registered_view(row: dict[str, Any]) -> RegisteredView:
    """A row as a view."""
    return RegisteredView(id=row["id"], exhibit_number=row["exhibit_number"], title=row["title"])
