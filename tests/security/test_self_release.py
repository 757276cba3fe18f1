"""Past the services: a session of the application's role that speaks SQL as a seat gains nothing by writing.

Row-level security stops forgotten predicates, not a compromised process; still, no row that a seat may write may open what
another party holds.
"""

from uuid import UUID

from sqlalchemy import text

from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import seat_of
from tests.support.databases.probes import BY_GRANT, BY_POLICY, ENGINE, Probe, Refused, run_probes

FORM = {
    "title": "Stick",
    "kind": "image",
    "category": "disk_image",
    "acquired_at": "2026-11-20T10:00:00+01:00",
    "acquired_by": "Team 4",
    "place": "Rotterdam",
    "legal_basis": "Sv 94",
    "privilege_checked": True,
}


RELEASE = (
    "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
    " values (:jit, :party, :evidence, :party, 3, :seat, now(), true, 'effective')"
)
ADDRESS = "insert into entry_audience (entry, jit, party, level) values (:entry, :jit, :party, 3)"
ADDED = (
    "insert into fields (entry, jit, name, salt, value, readers) values (:entry, :jit, 'x', '', '1', 'audience')",
    "insert into bodies (entry, jit, salt, canonical) values (:entry, :jit, '', '')",
)
SEAT = (
    "insert into members (id, jit, party, code, name, email, roles, function, state, proposed_at)"
    " values (gen_random_uuid(), :jit, :party, 'NL-99', 'x', 'x@nl.test', '{leader}', 'police', 'seated', now())"
)
LEDGER = ("entries", "headers", "entry_audience", "bodies", "fields", "positions", "checkpoints")
ONLY_ADDED_TO = Refused("permission denied|insert-only")


async def test_rows_that_open_or_change_what_another_party_holds_are_refused(team: Team) -> None:
    noor = team.client("noor")
    exhibit = read_json(await noor.post(team.path("/evidence"), json=FORM), 201)["id"]
    held = {"releases": [{"party": "DE", "level": "held"}]}
    released = read_json(await noor.post(team.path("/evidence"), json=FORM | held), 201)["id"]
    async with team.context.database.reading((await seat_of(team, "noor")).requester) as session:
        found = await session.execute(text("select entry from headers where evidence = :e"), {"e": UUID(exhibit)})
        entry = {"entry": found.scalar_one()}
    await run_probes(
        team,
        [
            Probe("jonas", "select 1 from evidence where id = :evidence", 1, {"evidence": UUID(released)}),
            Probe("claire", RELEASE, BY_POLICY, {"evidence": UUID(exhibit)}),
            *(Probe(who, ADDRESS, BY_POLICY, entry) for who in ("claire", "jonas", "daan")),
            *(Probe("noor", statement, BY_POLICY, entry) for statement in ADDED),
            Probe("daan", SEAT, BY_POLICY),
            Probe("daan", "update members set roles = '{leader}' where id = :seat", BY_GRANT),
            Probe("jonas", "update releases set level = 3 where party = :party", BY_POLICY),
            Probe("jonas", "delete from releases where party = :party", 0),
            Probe("jonas", "update evidence set title = 'x' where originator <> :party", BY_POLICY),
            Probe("jonas", "update provenances set place = 'x'", BY_POLICY),
            Probe("jonas", "delete from files", 0),
            *(
                Probe("noor", change.format(table), ONLY_ADDED_TO)
                for table in LEDGER
                for change in ("update {0} set jit = jit", "delete from {0}", "truncate {0} cascade")
            ),
            *(Probe(ENGINE, f"select * from {table}", BY_GRANT) for table in ("bodies", "fields", "provenances")),  # noqa: S608
            *(Probe(ENGINE, f"select {column} from files", BY_GRANT) for column in ("name", "sha256")),  # noqa: S608
            Probe(ENGINE, "select 1 from parties", 5),
        ],
    )
