"""Past the services: a session of the application's role that speaks SQL as a seat gains nothing by writing.

Row-level security stops forgotten predicates, not a compromised process; still, no row that a seat may write may open what
another party holds (access.md, Where it is enforced).
"""

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.database import Writing
from tests.factories.team import Team, said
from tests.support.as_seat import attempt, seat_of

FORM = {
    "title": "Stick",
    "kind": "image",
    "category": "disk_image",
    "acquired_at": "2026-11-20T10:00:00+01:00",
    "acquired_by": "Team 4",
    "place": "Rotterdam",
    "legal_basis": "Sv 94",
}


async def hidden(team: Team) -> UUID:
    """An exhibit of the Netherlands, released to nobody."""
    answer = await team.client("noor").post(team.path("/evidence"), json=FORM)
    return UUID(said(answer, 201)["id"])


async def test_a_leader_cannot_release_to_its_own_country_what_another_holds(team: Team) -> None:
    exhibit = await hidden(team)
    seat = await seat_of(team, "claire")

    async def grab(session: Writing) -> None:
        await session.execute(
            text(
                "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
                " values (:jit, :party, :evidence, :party, 3, :seat, now(), true, 'effective')"
            ),
            {"jit": seat.jit, "party": seat.party, "seat": seat.id, "evidence": exhibit},
        )

    with pytest.raises(DBAPIError, match="row-level security"):
        async with team.house.database.writing(seat.asking) as session:
            await grab(session)


async def test_nobody_widens_the_audience_of_anothers_entry(team: Team) -> None:
    exhibit = await hidden(team)
    noor = await seat_of(team, "noor")
    async with team.house.database.reading(noor.asking) as session:
        entry = (
            await session.execute(text("select entry from headers where evidence = :e"), {"e": exhibit})
        ).scalar_one()
    for name in ("claire", "jonas", "daan"):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team,
                name,
                "insert into entry_audience (entry, jit, party, level) values (:entry, :jit, :party, 3)",
                entry=entry,
            )


@pytest.mark.parametrize("table", ["fields", "bodies"])
async def test_nothing_is_added_to_an_entry_that_stands(team: Team, table: str) -> None:
    exhibit = await hidden(team)
    noor = await seat_of(team, "noor")
    async with team.house.database.reading(noor.asking) as session:
        entry = (
            await session.execute(text("select entry from headers where evidence = :e"), {"e": exhibit})
        ).scalar_one()
    statement = {
        "fields": "insert into fields (entry, jit, name, salt, value, readers) values (:entry, :jit, 'x', '', '1', 'audience')",
        "bodies": "insert into bodies (entry, jit, salt, canonical) values (:entry, :jit, '', '')",
    }[table]
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "noor", statement, entry=entry)


async def test_a_member_cannot_seat_itself_higher(team: Team) -> None:
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(
            team,
            "daan",
            "insert into members (id, jit, party, code, name, email, roles, function, state, proposed_at)"
            " values (gen_random_uuid(), :jit, :party, 'NL-99', 'x', 'x@nl.test', '{leader}', 'police', 'seated', now())",
        )
    with pytest.raises(DBAPIError, match="permission denied"):
        await attempt(team, "daan", "update members set roles = '{leader}' where id = :seat")


@pytest.mark.parametrize(
    "statement",
    [
        "update releases set level = 3 where party = :party",
        "delete from releases where party = :party",
        "update evidence set title = 'x' where originator <> :party",
        "update provenances set place = 'x'",
        "delete from files",
    ],
)
async def test_what_is_released_is_not_changed_by_its_recipient(team: Team, statement: str) -> None:
    release = {"releases": [{"party": "DE", "level": "held"}]}
    said(await team.client("noor").post(team.path("/evidence"), json=FORM | release), 201)
    try:
        assert await attempt(team, "jonas", statement) == 0
    except DBAPIError as refused:
        assert "row-level security" in str(refused)  # noqa: PT017 - a refusal or no row: both are right


async def test_the_ledger_is_only_ever_added_to(team: Team) -> None:
    for table in ("entries", "headers", "entry_audience", "bodies", "fields", "positions", "checkpoints"):
        for change in ("update {0} set jit = jit", "delete from {0}", "truncate {0} cascade"):
            with pytest.raises(DBAPIError, match=r"permission denied|insert-only"):
                await attempt(team, "noor", change.format(table))


async def test_the_engine_reads_no_body_no_field_and_no_provenance(team: Team) -> None:
    for table in ("bodies", "fields", "provenances"):
        with pytest.raises(DBAPIError, match="permission denied"):
            async with team.house.database.engine() as session:
                await session.execute(text(f"select * from {table}"))  # noqa: S608 - names of this list
    for column in ("name", "sha256"):
        with pytest.raises(DBAPIError, match="permission denied"):
            async with team.house.database.engine() as session:
                await session.execute(text(f"select {column} from files"))  # noqa: S608
