"""Routes for saved views of the exhibit list: list, save and delete one's own."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import status
from pydantic import AfterValidator, Field, StringConstraints

from app import characters
from app.api.guards import ReadingUnit, WritingUnit
from app.api.own import MayKeepViews
from app.api.routing import Router
from app.api.schemas import Form, Page, Time, View, printable
from app.services.evidence import saved_views as service

router = Router(prefix="/api/jits/{jit}/evidence-views", tags=["evidence"])

Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), AfterValidator(characters.plain)
]
Value = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(printable)]
Column = Literal["originator", "shared", "markings", "files", "registered", "number"]
Filter = Literal[
    "q", "sort", "originator", "kind", "category", "status", "handling", "tlp", "level", "released_to",
    "acquired_from", "acquired_before", "registered_from", "registered_before",
]  # fmt: skip


class SavedViewForm(Form):
    """A view to save. A view of the same name is replaced. `filters`: query parameters of the exhibit list."""

    name: Name
    filters: Annotated[dict[Filter, Value], Field(default_factory=dict)]
    columns: Annotated[tuple[Column, ...], Field(max_length=10)] = ()


class SavedViewView(View):
    """A saved view of the caller."""

    id: UUID
    name: str
    filters: dict[str, Any]
    columns: list[str]
    saved_at: Time


@router.get("")
async def list_saved_views(session: ReadingUnit, seat: MayKeepViews) -> Page[SavedViewView]:
    """List the caller's saved views by name. There are at most 30."""
    found = await service.own_views(session, seat)
    return Page(items=[SavedViewView.model_validate(one) for one in found], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def save_view(session: WritingUnit, seat: MayKeepViews, form: SavedViewForm) -> SavedViewView:
    """Save filters and columns under a name. Views are private and not in the audit log."""
    saved = await service.save(
        session, seat, form.name, {str(one): value for one, value in form.filters.items()}, form.columns
    )
    return SavedViewView.model_validate(saved)


@router.delete("/{view}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_saved_view(session: WritingUnit, seat: MayKeepViews, view: UUID) -> None:
    """Delete one of the caller's saved views."""
    await service.remove(session, seat, view)
