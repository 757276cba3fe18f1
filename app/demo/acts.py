"""Records what members did with the exhibits: views, downloads, a correction, a recall, a withdrawal, exports.

Exhibits are named by their key in the catalogue. An act that was done before, or that no release permits, is left out.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.access.exporting import ExportRequest, Profile
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Purpose
from app.demo.building import Team
from app.errors import Refusal
from app.models import Evidence, Export, Opening, Release
from app.services.audit import exports
from app.services.custody import openings
from app.services.custody.copies import Keeping
from app.services.custody.openings import Intent
from app.services.evidence import exhibit_changes, renditions
from app.services.evidence import exhibits as evidence
from app.services.sharing import releases

READINGS: Final = (
    ("noor@nl.demo", "nl-seizure", Act.OPEN, "Check the seizure report before it goes to Frankfurt."),
    ("lena@de.demo", "nl-front-log", Act.OPEN, "Compare sign-ins with the log of the German host."),
    ("lena@de.demo", "nl-lampkit", Act.TAKE, "Own examination of the stick in Wiesbaden, request BP-7741."),
    ("jonas@de.demo", "nl-seizure", Act.OPEN, "Which carriers are there, and under which seals?"),
    ("jonas@de.demo", "nl-contacts", Act.TAKE, "Match the contacts with the German telephone."),
    ("hugo@fr.demo", "nl-subscriber", Act.OPEN, "Match the subscriber with the French victim reports."),
    ("claire@fr.demo", "nl-bank", Act.OPEN, "Follow the payments of 3 and 4 August."),
    ("noor@nl.demo", "de-protocol", Act.OPEN, "Which carriers were seized in Kassel?"),
    ("bram@nl.demo", "fr-relay-log", Act.OPEN, "Hours at which the relay was switched."),
    ("lena@de.demo", "fr-stick", Act.TAKE, "Compare the stick with the one from Rotterdam."),
    ("marek@europol.demo", "nl-lampkit", Act.OPEN, "Cross-check of keys with the analysis project."),
)
CORRECTED: Final = ("daan@nl.demo", "nl-notes", "The room was noted wrongly in the report of the search.")
RECALLED: Final = (
    "noor@nl.demo",
    "nl-contacts",
    "DE",
    "Holds numbers of people who are no suspects; destroy the copy.",
)
WITHDRAWN: Final = ("bram@nl.demo", "nl-capture-six", "Obtained outside the scope of the order; the judge excluded it.")
_FILE_NUMBER: Final = "7741 Js 118/26"
AUDITED: Final = (("auditor@de.demo", "nl-lampkit"), ("auditor@jit.demo", None))


async def perform(team: Team) -> None:
    """Record everything that members of this team did."""
    for email, key, act, justification in READINGS:
        if email in team.seats and key in team.exhibits:
            await _read(team, team.seats[email], team.exhibits[key], act, justification)
    if CORRECTED[1] in team.exhibits:
        await _correct(team, *CORRECTED)
    if RECALLED[1] in team.exhibits:
        await _recall(team, *RECALLED)
    if WITHDRAWN[1] in team.exhibits:
        await _withdraw(team, *WITHDRAWN)
    for email, audited in AUDITED:
        if email in team.seats and (audited is None or audited in team.exhibits):
            await _audit(team, team.seats[email], None if audited is None else team.exhibits[audited])


async def _read(team: Team, seat: Seat, exhibit: UUID, act: Act, justification: str) -> None:
    database = team.context.database
    if act is Act.OPEN:
        await renditions.make_of(database, team.context.vault, exhibit)
    async with database.reading(seat.requester) as session:
        done = select(Opening.id).where(Opening.evidence == exhibit, Opening.act == act.value)
        if (await session.scalars(done)).first() is not None:
            return
    try:
        async with database.writing(seat.requester) as session:
            keeping = None if act is Act.OPEN else Keeping(f"{seat.name}, {seat.authority_code}", _FILE_NUMBER)
            intent = Intent(act, Purpose.JIT_PURPOSE, justification, acknowledged=True, keeping=keeping)
            await openings.open_exhibit(session, seat, exhibit, intent)
    except Refusal:
        return


async def _correct(team: Team, email: str, key: str, reason: str) -> None:
    seat = team.seats[email]
    async with team.context.database.writing(seat.requester) as session:
        whole = await evidence.read(session, seat, team.exhibits[key])
        if whole.evidence.version == 1 and whole.provenance is not None:
            changes: dict[str, str | None] = {"place": f"{whole.provenance.place}, kitchen"}
            await exhibit_changes.describe(session, seat, whole.evidence.id, changes, expected=1, reason=reason)


async def _recall(team: Team, email: str, key: str, party: str, reason: str) -> None:
    seat = team.seats[email]
    async with team.context.database.writing(seat.requester) as session:
        whole = await evidence.read(session, seat, team.exhibits[key])
        standing = next((row for row in whole.releases if whole.roster.party_code(row.party) == party), None)
        if standing is not None:
            await releases.recall(session, seat, whole.evidence.id, party, expected=standing.version, reason=reason)


async def _withdraw(team: Team, email: str, key: str, reason: str) -> None:
    seat = team.seats[email]
    async with team.context.database.writing(seat.requester) as session:
        exhibit = await session.get(Evidence, team.exhibits[key])
        if exhibit is not None and exhibit.status == "active":
            await exhibit_changes.withdraw(session, seat, exhibit.id, expected=exhibit.version, reason=reason)


async def _audit(team: Team, seat: Seat, exhibit: UUID | None) -> None:
    """Request an export package, which the worker makes."""
    async with team.context.database.writing(seat.requester) as session:
        if (await session.scalars(select(Export.id))).first() is not None:
            return
        released = (
            exhibit is None or (await session.scalars(select(Release.level).where(Release.evidence == exhibit))).first()
        )
        if released:
            what = ExportRequest(Profile.ARCHIVE) if exhibit is None else ExportRequest(Profile.COURT, (exhibit,))
            await exports.request(session, seat, what, read_limits=True)
