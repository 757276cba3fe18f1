"""Form and view for registering many exhibits in one request.

Not here: a single exhibit (`views/evidence.py`).
"""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, field_validator

from app.api.evidence.views.evidence import EvidenceForm
from app.api.schemas import Form, View

AT_MOST = 500


class EvidenceBulkForm(Form):
    """Exhibits with their releases, in the order of registration. Derived exhibits are refused."""

    items: Annotated[list[EvidenceForm], Field(min_length=1, max_length=AT_MOST)]

    @field_validator("items")
    @classmethod
    def _are_underived(cls, items: list[EvidenceForm]) -> list[EvidenceForm]:
        if any(one.derived_from for one in items):
            raise ValueError("Derived exhibits cannot be registered in bulk. Register each one separately.")
        return items


class RegisteredView(View):
    """Id, number and title of a registered exhibit."""

    id: UUID
    exhibit_number: str
    title: str


class RegisteredListView(View):
    """One item for each item of the request, in its order."""

    items: list[RegisteredView]


def registered_view(row: dict[str, Any]) -> RegisteredView:
    """Return the view of a registered exhibit."""
    return RegisteredView(id=row["id"], exhibit_number=row["exhibit_number"], title=row["title"])
