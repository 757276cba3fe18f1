"""Read exhibits, as far as row-level security lets the member see them.

Not here: registration (`services/evidence/registration.py`), lists (`services/evidence/exhibit_list.py`), access events
(`services/custody/openings.py`), and changes (`services/evidence/exhibit_changes.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select

from app import clock
from app.access.exhibit_fields import find_unfitting
from app.access.seats import Seat
from app.access.sharing import sight
from app.access.sharing.decisions import Act, Decision, Exhibit, Level, decide
from app.access.sharing.sight import Scope
from app.database import Reading
from app.errors import Invalid, NotFound
from app.models import Evidence, File, Provenance, Release
from app.queries import of_tables
from app.services.evidence import origins
from app.services.evidence.origins import Origin
from app.services.retention import holds
from app.services.sharing import acknowledgements, joint, privilege_review, use_limits
from app.services.sharing import releases as release_service
from app.services.sharing.terms import conditions, decision_input
from app.services.sharing.use_limits import LimitOfUse
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_WITH_FILES: Final = of_tables(
    select(Evidence, Provenance, File)
    .outerjoin(Provenance, Provenance.evidence == Evidence.id)
    .outerjoin(File, File.evidence == Evidence.id)
    .where(Evidence.id == bindparam("evidence"))
    .order_by(File.id)
)


@dataclass(frozen=True, slots=True)
class Sight:
    """Releases and copies of an exhibit that a member reads: of all parties, the own one, or none."""

    releases: Scope
    copies: Scope


@dataclass(frozen=True, slots=True)
class ExhibitDetails:
    """An exhibit as a member sees it.

    Attributes:
        evidence: The exhibit.
        facts: The exhibit as input of the access decision.
        level: The release level of the member.
        provenance: Its provenance; `None` if the member may not read it.
        files: Its files; empty if the member may not read them.
        releases: The releases that the member may see.
        roster: Codes and names of parties and members.
        decisions: The access decision for each act.
        sees: Releases and copies of it that the member reads.
        origins: Legal requests by which it came.
        limits: Limits of use that came with it.
    """

    evidence: Evidence
    facts: Exhibit
    level: Level
    provenance: Provenance | None
    files: Sequence[File]
    releases: Sequence[Release]
    roster: Roster
    decisions: dict[Act, Decision]
    sees: Sight
    origins: Sequence[Origin] = ()
    limits: Sequence[LimitOfUse] = ()


async def read(session: Reading, seat: Seat, evidence: UUID) -> ExhibitDetails:
    """Return all that the member may see of one exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    rows = await session.fetch_rows(_WITH_FILES, evidence=evidence)
    if not rows:
        raise NotFound
    exhibit, provenance, _ = rows[0]
    files = [file for _, _, file in rows if file is not None]
    releases = await release_service.list_of_visible(session, evidence)
    named = {exhibit.registered_by, *(file.uploaded_by for file in files), *(one.granted_by for one in releases)}
    roster = await rosters.naming(session, seat.jit, named.union(*(one.seats or () for one in releases)))
    on_hold = exhibit.originator == seat.party and await holds.is_on_hold(session, evidence)
    facts = await _decision_facts(session, seat, exhibit, on_hold=on_hold)
    details = _details(seat, exhibit, provenance, files, releases, roster, facts)
    came_by, limits = await origins.of(session, [evidence]), await use_limits.of(session, [evidence])
    return replace(details, origins=came_by.get(evidence, ()), limits=limits)


async def details_of_new(
    session: Reading,
    seat: Seat,
    exhibit: Evidence,
    provenance: Provenance,
    releases: Sequence[Release],
    roster: Roster,
) -> ExhibitDetails:
    """Return the details of an exhibit that was just registered, from its rows. It has no files and no hold."""
    facts = await _decision_facts(session, seat, exhibit, on_hold=False)
    return _details(seat, exhibit, provenance, (), releases, roster, facts)


async def _decision_facts(session: Reading, seat: Seat, exhibit: Evidence, *, on_hold: bool) -> Exhibit:
    """Return the exhibit as input of the access decision for this member."""
    owed = await acknowledgements.text_to_acknowledge(session, seat, exhibit)
    agreed = not await joint.missing_agreements(session, seat, exhibit)
    filters = await privilege_review.is_reviewer(session, seat, exhibit)
    return decision_input(exhibit, acknowledged=owed is None, on_hold=on_hold, filters=filters, agreed=agreed)


def _details(
    seat: Seat,
    exhibit: Evidence,
    provenance: Provenance | None,
    files: Sequence[File],
    releases: Sequence[Release],
    roster: Roster,
    facts: Exhibit,
) -> ExhibitDetails:
    now = clock.now()
    rows = [conditions(release) for release in releases]
    decisions = {act: decide(seat, facts, rows, now, act) for act in Act}
    own = next((row for row in rows if row.party == seat.party), None)
    sees = Sight(sight.scope_of_releases(seat, facts), sight.scope_of_copies(seat, facts, own, now))
    level = decisions[Act.LIST].level
    return ExhibitDetails(exhibit, facts, level, provenance, files, releases, roster, decisions, sees)


async def demand_visible(session: Reading, evidence: UUID) -> None:
    """Check that the member sees the exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    if (await session.scalars(select(Evidence.id).where(Evidence.id == evidence))).one_or_none() is None:
        raise NotFound


def demand_fitting(kind: str, given: Mapping[str, object], place: str = "") -> None:
    """Check that exhibits of this kind can have these values.

    Args:
        kind: Kind of the exhibit.
        given: The values of its fields, by their names.
        place: Path of the exhibit in the input, for the error, such as `items.17.`.

    Raises:
        Invalid: A value belongs to other kinds of exhibits.
    """
    if name := find_unfitting(kind, given):
        raise Invalid("Exhibits of this kind do not have this value.", field=f"{place}{name}")
