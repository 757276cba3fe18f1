"""Row-level security of the tables of a team: who writes which row, if a service forgets to ask."""

from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.database import Requester
from app.models import Authority, Jit, Party
from tests.factories import accounts
from tests.factories.team import Person, Team, member_form, read_json
from tests.support.databases.affected import rows_affected
from tests.support.databases.as_seat import attempt, seat_of

RESUME = "update members set state = 'seated' where account = :account"


@pytest.mark.parametrize("state", ["suspension", "end"])
@pytest.mark.parametrize("names_team", [False, True])
async def test_suspended_or_ended_member_cannot_take_the_place_again(team: Team, state: str, names_team: bool) -> None:
    seat = team.seats["daan"]
    changed = await team.client("noor").post(
        team.path(f"/members/{seat['id']}/{state}"), json={"reason": "x"}, headers={"If-Match": '"2"'}
    )
    assert read_json(changed)["state"] != "seated"
    account = team.accounts["daan"]
    asking = Requester(account=account, jit=team.jit_id if names_team else None)
    async with team.context.database.writing(asking) as session:
        result = await session.execute(text(RESUME), {"account": account})
        assert rows_affected(result) == 0


async def test_proposal_alone_shows_nothing_of_the_team(team: Team) -> None:
    """Somebody else than the proposed person may hold the account of the address."""
    (account,) = await accounts.make(team.context, ["new@nl.test"])
    form = member_form("new@nl.test", Person("NL", "POL", ("member",)))
    read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)
    for asking, seen in ((account, False), (team.accounts["daan"], True)):
        async with team.context.database.reading(Requester(account=asking)) as session:
            for table in (Jit, Party, Authority):
                rows = (await session.scalars(select(table))).all()
                assert bool(rows) is seen, table


async def test_only_administrators_add_parties_and_authorities(team: Team) -> None:
    party = (
        "insert into parties (id, jit, code, name, kind, time_zone, languages, status, version)"
        " values (gen_random_uuid(), :jit, 'ES', 'Spain', 'member_state', 'Europe/Madrid', '{es}', 'active', 1)"
    )
    authority = (
        "insert into authorities (id, jit, party, code, name, kind)"
        " values (gen_random_uuid(), :jit, :party, 'NEW', 'New unit', 'police')"
    )
    for who in ("noor", "daan", "coordinator", "auditor"):
        for statement in (party, authority):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, statement)
    for statement in (party, authority):
        assert await attempt(team, "admin", statement) == 1
        stranger = Requester(account=team.accounts["stranger"], jit=team.jit_id)
        with pytest.raises(DBAPIError, match="row-level security"):
            async with team.context.database.writing(stranger) as session:
                await session.execute(
                    text(statement), {"jit": team.jit_id, "party": (await seat_of(team, "noor")).party}
                )


async def test_only_the_designation_that_waits_is_confirmed(team: Team) -> None:
    designate = (
        "insert into controllers (id, jit, seat, clause, designated_by, designated_at)"
        " values (:id, :jit, :seat, 'Clause 5', :seat, now())"
    )
    confirm = (
        "insert into controller_confirmations (controller, jit, confirmed_by, confirmed_at)"
        " values (:controller, :jit, :seat, now())"
    )
    first, second = sorted((uuid4(), uuid4()))
    for one in (first, second):
        assert await attempt(team, "admin", designate, id=one) == 1
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "jonas", confirm, controller=first)
    assert await attempt(team, "jonas", confirm, controller=second) == 1
