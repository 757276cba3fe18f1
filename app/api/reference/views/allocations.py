"""Views of the allocation tables: imported tables, and the preview of a file."""

from typing import Final

from app.api.schemas import Time, View
from app.i18n.phrases import Language, translated
from app.services.reference.allocations import ImportedTable, ReadFile, TableKind

#: A preview names at most this many faults.
MOST_FAULTS: Final = 100


class AllocationTableView(View):
    """An imported table. `source`: where the operator got it."""

    kind: TableKind
    version: int
    source: str
    row_count: int
    imported_at: Time
    operator: str


class AllocationFaultView(View):
    """A fault of a file. Lines count from 1; the header is line 1."""

    line: int
    column: str
    reason: str


class AllocationPreviewView(View):
    """Preview of a file. `row_count`: rows after ranges are split into networks, 0 if the file has faults.

    `faults`: the first hundred; `fault_count`: all of them.
    """

    row_count: int
    fault_count: int
    faults: list[AllocationFaultView]


def table_view(table: ImportedTable) -> AllocationTableView:
    """Return the view of an imported table."""
    return AllocationTableView.model_validate(table)


def preview_view(file: ReadFile, language: Language) -> AllocationPreviewView:
    """Return the view of a file that was read, with its first faults in a language."""
    return AllocationPreviewView(
        row_count=len(file.rows),
        fault_count=len(file.faults),
        faults=[
            AllocationFaultView(line=one.line, column=one.column, reason=translated(one.reason, language))
            for one in file.faults[:MOST_FAULTS]
        ],
    )
