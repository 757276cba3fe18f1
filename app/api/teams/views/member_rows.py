"""Reads a CSV file of members: columns, rows, and every problem with the row and the field that it concerns.

The file is text with a header row, separated by commas or semicolons. A byte order mark is ignored.
Not here: the rules of a team (`services/teams/proposal_rules.py`).
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from app.api import validation
from app.api.teams.views.members import MemberForm
from app.i18n.phrases import Phrase
from app.services.teams.proposal_rules import Proposal

MOST_ROWS: Final = 300
MOST_CHARACTERS: Final = 200_000
REQUIRED: Final = ("party", "authority", "name", "email", "roles", "function")
OPTIONAL: Final = ("until", "seconded_to", "entrustment")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ROLES: Final = re.compile(r"[\s|+/]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of the file or of a row. `field`: the column, or `file`."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A row of the file. `line`: its number in the file. `proposal`: `None` if a field cannot be read."""

    line: int
    cells: dict[str, str]
    proposal: Proposal | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberFile:
    """The rows of a file, or the problems for which none was read."""

    rows: Sequence[MemberRow] = ()
    problems: Sequence[Problem] = field(default_factory=tuple)


def read(text: str) -> MemberFile:
    """Return the rows of a file with the problems that can be seen without the team."""
    lines = text.removeprefix("\N{BOM}").splitlines(keepends=True)
    if not lines:
        return MemberFile(problems=(Problem("file", Phrase("The file is empty. Use the template.")),))
    separator = ";" if lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(reader)]
        if problems := tuple(_problems_of(columns)):
            return MemberFile(problems=problems)
        found = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error:
        message = Phrase("Line {line} is not valid CSV. Check its quotation marks.", line=reader.line_num)
        return MemberFile(problems=(Problem("file", message),))
    if not found:
        return MemberFile(
            problems=(Problem("file", Phrase("The file has a header row only. Add a row for each member.")),)
        )
    if len(found) > MOST_ROWS:
        message = Phrase(
            "The file has {rows} rows. Split it: at most {limit} are read.", rows=len(found), limit=MOST_ROWS
        )
        return MemberFile(problems=(Problem("file", message),))
    return MemberFile(rows=list(_rows(columns, found)))


def _problems_of(columns: Sequence[str]) -> Iterator[Problem]:
    for name in REQUIRED:
        if name not in columns:
            yield Problem(name, Phrase("This column is missing. Add it to the header row."))
    for name in dict.fromkeys(columns):
        if name not in {*REQUIRED, *OPTIONAL}:
            yield Problem(
                "file",
                Phrase("Column {number} is not known. Remove it, or correct its name.", number=columns.index(name) + 1),
            )
        elif columns.count(name) > 1:
            yield Problem(name, Phrase("This column occurs twice. Remove one."))


def _rows(columns: Sequence[str], found: Sequence[tuple[int, Sequence[str]]]) -> Iterator[MemberRow]:
    first: dict[str, int] = {}
    for line, cells in found:
        given = {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}
        row = _row(line, given, more=len(cells) > len(columns))
        email = given.get("email", "").lower()
        if email and first.setdefault(email, line) != line:
            twice = Problem("email", Phrase("This address is already in line {line}.", line=first[email]))
            row = MemberRow(line, row.cells, None, (*row.problems, twice))
        yield row


def _row(line: int, given: dict[str, str], *, more: bool) -> MemberRow:
    cells = {name: given.get(name, "") for name in (*REQUIRED, *OPTIONAL)}
    if more:
        problem = Problem(
            "file", Phrase("The row has more cells than the header row. Put quotation marks around texts.")
        )
        return MemberRow(line, cells, None, (problem,))
    try:
        return MemberRow(line, cells, MemberForm.model_validate(_values(cells)).proposal())
    except ValidationError as error:
        problems = {
            str(each["loc"][0] if each["loc"] else "file"): validation.sentence(dict(each)) for each in error.errors()
        }
        return MemberRow(line, cells, None, tuple(Problem(name, message) for name, message in problems.items()))


def _values(cells: dict[str, str]) -> dict[str, Any]:
    """Return the cells as the form takes them: empty ones are null, roles a list, and a day ends at midnight UTC."""
    values: dict[str, Any] = {name: cell or None for name, cell in cells.items()}
    values["roles"] = [one.lower() for one in _ROLES.split(cells["roles"]) if one]
    values["function"] = cells["function"].lower()
    for name in ("party", "authority", "seconded_to"):
        values[name] = cells[name].upper() or None
    if _DAY.fullmatch(cells["until"]):
        values["until"] = f"{cells['until']}T23:59:59Z"
    return values
