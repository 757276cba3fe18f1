"""Routes for operators: change, verify, export and import reference data.

They also add contacts, record test calls and read the history.
Not here: reading for every signed-in account (`reading.py`).
"""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Query, status
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from app.api import pagination, ranges
from app.api.guards import ReadingUnit, WritingUnit
from app.api.operator_guards import MAY_ADMINISTER, MayAdminister
from app.api.reference.views.administration import (
    ReferenceChangeView,
    ReferenceImportForm,
    ReferenceImportView,
    ReferencePreviewForm,
    ReferencePreviewView,
    TestCallForm,
    ValueForm,
    VerificationForm,
    change_view,
    import_view,
    preview_view,
)
from app.api.reference.views.records import ContactView, RecordView, contact_view, record_view
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.reference.catalogue import FORMAT, DirectoryEntry, ReferenceKind, TestCall
from app.reference.sourced import Record
from app.services.reference import changes, comparison, files

router = Router(prefix="/api/administration/reference", tags=["administration"])


@router.get("/{kind}/file", dependencies=[MAY_ADMINISTER])
async def export_reference_data(session: ReadingUnit, kind: ReferenceKind) -> JSONResponse:
    """Download all records of a kind as a JSON file. An import accepts the file, changed or not."""
    name = ranges.attachment(f"liaison-{kind}.json")
    return JSONResponse(_file(kind, await files.export(session, kind)), headers={"Content-Disposition": name})


@router.get("/pack", dependencies=[MAY_ADMINISTER])
async def export_reference_pack(session: ReadingUnit) -> JSONResponse:
    """Download the records of all kinds as one JSON file. An import accepts the pack, changed or not."""
    pack = {kind: _file(kind, await files.export(session, kind)) for kind in ReferenceKind}
    return JSONResponse(pack, headers={"Content-Disposition": ranges.attachment("liaison-reference-data.json")})


@router.post("/imports/preview", dependencies=[MAY_ADMINISTER])
async def preview_reference_import(session: ReadingUnit, form: ReferencePreviewForm) -> ReferencePreviewView:
    """Return what an import of this pack would add and change, value by value. Nothing is stored."""
    return preview_view(await comparison.compare(session, form.pack.records()))


@router.post("/imports")
async def import_reference_data(
    session: WritingUnit, person: MayAdminister, form: ReferenceImportForm
) -> ReferenceImportView:
    """Import a pack as it was previewed, with a choice for each value. Records that are not in the pack stay."""
    pack = form.pack.records()
    return import_view(await files.apply(session, person, pack, form.digest, keep=form.keep, replace=form.replace))


@router.post("/directory", status_code=status.HTTP_201_CREATED)
async def add_contact(session: WritingUnit, person: MayAdminister, form: DirectoryEntry) -> ContactView:
    """Add a contact to the directory."""
    return contact_view(await changes.add(session, person, form))


@router.put("/{kind}/{key}/value")
async def change_reference_value(
    session: WritingUnit,
    person: MayAdminister,
    kind: ReferenceKind,
    key: str,
    form: ValueForm,
    if_match: IfMatch = None,
) -> RecordView:
    """Change a value and its source. The value is unverified then; the former one stays in the history."""
    expected = expected_version(if_match)
    try:
        changed = await changes.change_value(session, person, kind, key, expected, **form.model_dump())
    except ValidationError as error:
        raise RequestValidationError(
            [dict(each) | {"loc": ("body", *each["loc"])} for each in error.errors()]
        ) from None
    return record_view(changed)


@router.put("/{kind}/{key}/verification")
async def verify_reference_value(
    session: WritingUnit,
    person: MayAdminister,
    kind: ReferenceKind,
    key: str,
    form: VerificationForm,
    if_match: IfMatch = None,
) -> RecordView:
    """Mark a value as verified by a named person on a day, who names what the value was compared with."""
    verified = await changes.verify(
        session,
        person,
        kind,
        key,
        expected_version(if_match),
        field=form.field,
        by=form.verified_by,
        on=form.verified_on,
        against=form.verified_against,
    )
    return record_view(verified)


@router.post("/directory/{key}/test-calls")
async def record_test_call(
    session: WritingUnit, person: MayAdminister, key: str, form: TestCallForm, if_match: IfMatch = None
) -> ContactView:
    """Record a test call of a contact. The former one stays in the history."""
    test = TestCall(**form.model_dump())
    return contact_view(await changes.record_test(session, person, key, expected_version(if_match), test))


@router.get("/{kind}/{key}/changes", dependencies=[MAY_ADMINISTER])
async def list_reference_changes(
    session: ReadingUnit,
    kind: ReferenceKind,
    key: str,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[Limit, Query()] = 50,
) -> Page[ReferenceChangeView]:
    """List the changes of a record, newest first, with the former values."""
    asked = pagination.by_id(cursor, limit)
    found = await changes.list_changes(session, kind, key, before=asked.after, limit=asked.row_limit)
    return asked.page(found, change_view)


def _file(kind: ReferenceKind, entries: Sequence[Record]) -> dict[str, Any]:
    return {"format": FORMAT, "kind": kind, "entries": [record.document() for record in entries]}
