"""Whose a channel is: the pure rule and the database's say the same of every seat, and of every way to name a channel's parties."""

from itertools import product

from sqlalchemy import text

from app.access import seats
from app.access.coordination.channels import sits_in
from tests.factories.team import PEOPLE, Team

EVERY = [name for name, person in PEOPLE.items() if person.roles]


async def test_the_rule_and_its_twin_agree(team: Team) -> None:
    async with team.context.database.engine() as session:
        rows = await session.execute(
            text("select id from parties where jit = :jit order by code"), {"jit": team.jit_id}
        )
        parties = [row.id for row in rows]
    asked = text("select sits_in(:whole, cast(:parties as uuid[])) as sits")
    told = set()
    for name in EVERY:
        async with team.context.database.reading() as session:
            seat = await seats.take_again(session, team.seats[name]["id"], team.accounts[name], team.jit_id)
            assert seat is not None
            for whole, named in product((True, False), ([], parties[:1], parties[1:3], parties)):
                by_rule = sits_in(seat, whole=whole, parties=named)
                there = (await session.execute(asked, {"whole": whole, "parties": named})).scalar_one()
                assert there is by_rule, (name, whole, named)
                told.add(by_rule)
    assert told == {True, False}
