"""Rows of spreadsheets: XLSX and OpenDocument, sheet by sheet, with the values as the program last stored them.

Dates and times have no time zone. Formulas are not computed.
"""

from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from app.vault.rendering.readable import archives
from app.vault.rendering.readable.marks import OMITTED, Reading, note, quoted


def read(content: bytes) -> Reading:
    """Yield the rows of all sheets, each after its number. Raises `CalamineError`, or `BadZipFile`."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    for sheet in book.sheets_metadata:
        hidden = "" if sheet.visible is SheetVisibleEnum.Visible else " · hidden"
        yield note(f"sheet: {sheet.name}{hidden}") + "\n"
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            yield OMITTED
            continue
        for number, row in enumerate(book.get_sheet_by_name(sheet.name).iter_rows(), start=1):
            cells = [_cell(one) for one in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield f"{number} | {' | '.join(cells)}\n"
        yield "\n"
    yield from archives.read_package(content)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - floats above are not exact
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return quoted(" ".join(str(value).split()))
