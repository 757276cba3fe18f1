"""Reference data of the demonstration: invented contacts, and allocation tables of documentation addresses.

The operator of the demonstration imports the files of `lantern/`, which have the documented formats. The program itself
ships no contacts. Not here: instruments, country cards and provider cards, which are shipped (`app/reference`).
"""

import json
from datetime import timedelta
from pathlib import Path
from typing import Final

from app import clock
from app.access.seats import Person
from app.api.context import AppContext
from app.database import Requester, Writing
from app.reference.catalogue import DirectoryEntry, ReferenceKind, TestCall
from app.services.reference import allocations, comparison, files, reports
from app.services.reference.allocations import TableKind

_TESTER: Final = "Operator of the demonstration (fictitious)"
OPERATOR: Final = "operator@host.demo"
_REPORTER: Final = "noor@nl.demo"
#: A report that a value is wrong, which waits for the operator.
_WRONG: Final = "The text is of 2017. Compare it with the text in force."
SOURCE: Final = "Invented for the demonstration: documentation addresses and reserved domains"
_FILES: Final = Path(__file__).parent / "lantern"


#: How many days ago the last test call of a contact was, and whether somebody answered. Others were never called.
_TEST_CALLS: Final = {
    "NL_24_7_DEMO": (12, True),
    "DE_24_7_DEMO": (34, True),
    "FR_24_7_DEMO": (61, True),
    "CH_24_7_DEMO": (400, True),
    "CA_24_7_DEMO": (20, True),
    "US_24_7_DEMO": (5, False),
}


def contacts() -> list[DirectoryEntry]:
    """Return the invented contacts of the directory, some with an invented test call."""
    file = json.loads((_FILES / "contacts.json").read_text(encoding="utf-8"))
    return [_tested(DirectoryEntry.model_validate(one)) for one in file["entries"]]


def _tested(contact: DirectoryEntry) -> DirectoryEntry:
    if contact.key not in _TEST_CALLS:
        return contact
    days, reached = _TEST_CALLS[contact.key]
    tested_on = clock.now().date() - timedelta(days=days)
    call = TestCall(tested_on=tested_on, tested_by=_TESTER, reached=reached)
    return contact.model_copy(update={"last_test": call})


def table(kind: TableKind) -> str:
    """Return an allocation table as CSV."""
    return (_FILES / f"{kind}.csv").read_text(encoding="utf-8")


async def bring(context: AppContext, people: dict[str, Person]) -> None:
    """Import the contacts and the tables, and report a value, unless that was done."""
    operator = people[OPERATOR]
    async with context.database.writing(Requester(account=operator.account)) as session:
        if not await allocations.tables(session):
            await _bring(session, operator)
    reporter = people[_REPORTER]
    async with context.database.writing(Requester(account=reporter.account)) as session:
        if not await reports.own_reports(session, reporter, before=None, limit=1):
            await reports.report(
                session,
                reporter,
                ReferenceKind.COUNTRIES,
                "NL",
                field="disclosure",
                wrong=_WRONG,
                proposed=None,
                source="Invented for the demonstration",
            )


async def _bring(session: Writing, operator: Person) -> None:
    pack = {ReferenceKind.DIRECTORY: contacts()}
    await files.apply(session, operator, pack, (await comparison.compare(session, pack)).digest)
    for kind in TableKind:
        read = await allocations.read_file(kind, table(kind))
        await allocations.replace(session, operator, kind, read.rows, SOURCE)
