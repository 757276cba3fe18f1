"""Register and read exhibits.

All reads go through row-level security.

Not here: building the rows of a registration (`services/evidence/registration.py`), lists (`services/evidence/exhibit_list.py`), files, releases,
access events (`services/custody/openings.py`), and changes (`services/evidence/exhibit_changes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from app import clock
from app.access.decisions import Act, Decision, Exhibit, Level, decide
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import NotFound
from app.ledger import journal
from app.models import Derivation, Evidence, File, Provenance, Release, WaitingRelease
from app.queries import of_tables
from app.services.evidence import blank_labels, derivations
from app.services.evidence import registration as entering_service
from app.services.evidence.registration import NewExhibit, Registration
from app.services.retention import holds
from app.services.sharing import acknowledgements, filter_teams, first_releases, joint, parent_bounds
from app.services.sharing import releases as release_service
from app.services.sharing.terms import conditions, decision_input
from app.services.teams import contributions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_LOT: Final = 10  # exhibits per batch: limits CPU time per event-loop turn

#: Plain inserts without `returning`: the read policies would reject a row whose release does not exist yet.
_INSERT: Final = {
    table: insert(table).execution_options(dml_strategy="raw")
    for table in (Evidence, Derivation, Release, Provenance, WaitingRelease)
}
_WITH_FILES: Final = of_tables(
    select(Evidence, Provenance, File)
    .outerjoin(Provenance, Provenance.evidence == Evidence.id)
    .outerjoin(File, File.evidence == Evidence.id)
    .where(Evidence.id == bindparam("evidence"))
    .order_by(File.id)
)


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
    """

    evidence: Evidence
    facts: Exhibit
    level: Level
    provenance: Provenance | None
    files: Sequence[File]
    releases: Sequence[Release]
    roster: Roster
    decisions: dict[Act, Decision]


async def register(session: Writing, seat: Seat, what: Registration) -> ExhibitDetails:
    """Register an exhibit with its releases in one transaction.

    Raises:
        Conflict, Forbidden, Invalid: The registration is not acceptable. Nothing was created.
    """
    ground = await entering_service.ground(session, seat, [what])
    entering = entering_service.entering(ground, seat, what, clock.now())
    admitted = await _enter(session, seat, [entering])
    evidence, provenance = Evidence(**entering.evidence), Provenance(**entering.provenance)
    releases = sorted((*(Release(**row) for row in entering.releases), *admitted), key=lambda one: one.party)
    facts = await _facts(session, seat, evidence, on_hold=False)
    return _whole(seat, evidence, provenance, (), releases, ground.roster, facts)


async def register_many(session: Writing, seat: Seat, whats: Sequence[Registration]) -> list[dict[str, Any]]:
    """Register all exhibits or none, and return the rows of `evidence` in order.

    Raises:
        Conflict, Forbidden, Invalid: As `register`; the field names the item, such as `items.17.title`.
    """
    ground, now = await entering_service.ground(session, seat, whats), clock.now()
    entering = [entering_service.entering(ground, seat, what, now, f"items.{at}.") for at, what in enumerate(whats)]
    for start in range(0, len(entering), _LOT):
        await _enter(session, seat, entering[start : start + _LOT])
    return [one.evidence for one in entering]


async def _enter(session: Writing, seat: Seat, entering: Sequence[NewExhibit]) -> list[Release]:
    """Insert exhibits, releases, provenances and ledger entries in one transaction.

    Order matters: a release copies the sort keys of its party's list from the exhibit, so the exhibit comes first.

    Returns:
        The releases by which administrators read exhibits in quarantine.
    """
    await session.execute(_INSERT[Evidence], [one.evidence for one in entering])
    if derived := [row for one in entering for row in one.derivations]:
        with derivations.still_derivable():
            await session.execute(_INSERT[Derivation], derived)
    with first_releases.told_of_changed_rules(), parent_bounds.held_to_parents():
        await session.execute(_INSERT[Release], [row for one in entering for row in one.releases])
    admitted = [
        row
        for one in entering
        if one.evidence["verification"] is not None
        for row in await contributions.admit_administrators(session, one.evidence["id"])
    ]
    await session.execute(_INSERT[Provenance], [one.provenance for one in entering])
    if waiting := [row for one in entering for row in one.waiting]:
        with first_releases.told_of_changed_rules(), parent_bounds.held_to_parents():
            await session.execute(_INSERT[WaitingRelease], waiting)
    for one in entering:
        if one.label is not None:
            await blank_labels.bind(session, one.evidence["id"], *one.label)
    beginnings = [
        journal.Beginning(
            one.evidence["id"],
            [
                *(Release(**row) for row in one.releases),
                *(row for row in admitted if row.evidence == one.evidence["id"]),
            ],
            one.facts,
        )
        for one in entering
    ]
    await journal.append_first(session, seat, beginnings)
    return admitted


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
    releases = await release_service.rows_of(session, evidence)
    named = {exhibit.registered_by, *(file.uploaded_by for file in files), *(one.granted_by for one in releases)}
    roster = await rosters.naming(session, seat.jit, named.union(*(one.seats or () for one in releases)))
    on_hold = exhibit.originator == seat.party and await holds.stand(session, evidence)
    facts = await _facts(session, seat, exhibit, on_hold=on_hold)
    return _whole(seat, exhibit, provenance, files, releases, roster, facts)


async def _facts(session: Reading, seat: Seat, exhibit: Evidence, *, on_hold: bool) -> Exhibit:
    """Return the exhibit as input of the access decision for this member."""
    owed = await acknowledgements.owed(session, seat, exhibit)
    agreed = not await joint.lack_erasure(session, seat, exhibit)
    filters = await filter_teams.filters(session, seat, exhibit)
    return decision_input(exhibit, acknowledged=owed is None, on_hold=on_hold, filters=filters, agreed=agreed)


def _whole(
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
    return ExhibitDetails(exhibit, facts, decisions[Act.LIST].level, provenance, files, releases, roster, decisions)


async def demand_visible(session: Reading, evidence: UUID) -> None:
    """Check that the member sees the exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    if (await session.scalars(select(Evidence.id).where(Evidence.id == evidence))).one_or_none() is None:
        raise NotFound
