"""Reference data of the demonstration: invented contacts, and allocation tables of documentation addresses.

The operator of the demonstration imports the files of `lantern/`, which have the documented formats. The program itself
ships no contacts. Not here: instruments, country cards and provider cards, which are shipped (`app/reference`).
"""

import json
from pathlib import Path
from typing import Final

from app.access.seats import Person
from app.api.context import AppContext
from app.database import Requester, Writing
from app.reference.catalogue import DirectoryEntry, ReferenceKind
from app.services.reference import allocations, files
from app.services.reference.allocations import TableKind

OPERATOR: Final = "operator@host.demo"
SOURCE: Final = "Invented for the demonstration: documentation addresses and reserved domains"
_FILES: Final = Path(__file__).parent / "lantern"


def contacts() -> list[DirectoryEntry]:
    """Return the invented contacts of the directory."""
    file = json.loads((_FILES / "contacts.json").read_text(encoding="utf-8"))
    return [DirectoryEntry.model_validate(one) for one in file["entries"]]


def table(kind: TableKind) -> str:
    """Return an allocation table as CSV."""
    return (_FILES / f"{kind}.csv").read_text(encoding="utf-8")


async def bring(context: AppContext, people: dict[str, Person]) -> None:
    """Import the contacts and the tables, unless that was done."""
    operator = people[OPERATOR]
    async with context.database.writing(Requester(account=operator.account)) as session:
        if not await allocations.tables(session):
            await _bring(session, operator)


async def _bring(session: Writing, operator: Person) -> None:
    await files.apply(session, operator, ReferenceKind.DIRECTORY, contacts())
    for kind in TableKind:
        read = await allocations.read_file(kind, table(kind))
        await allocations.replace(session, operator, kind, read.rows, SOURCE)
