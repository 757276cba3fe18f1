"""Builds the demonstration through the services. After an interruption it continues where it stopped."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from app import log
from app.access.seats import Person, Visitor
from app.api.context import AppContext
from app.demo import (
    acquisitions,
    acts,
    building,
    consents,
    custody,
    hearings,
    messages,
    notices,
    operations,
    reference,
    requests,
    rules,
    tasks,
    witnesses,
    zones,
)
from app.demo.catalogue import EXHIBITS
from app.demo.lantern import requests as lantern_requests
from app.demo.people import PEOPLE
from app.demo.teams import TEAMS
from app.identity import passwords
from app.models import Account
from app.services.accounts import accounts, sessions
from app.services.teams.demonstration import PASSWORD

_DONE = "demonstration.built"


def is_built(state: Path) -> bool:
    """Return whether the demonstration in this state folder is complete."""
    return (state / _DONE).exists()


async def build(context: AppContext, owner_url: str) -> None:
    """Build the missing parts of both teams.

    Args:
        context: The application context.
        owner_url: Address of the database for the role that may create accounts.
    """
    if is_built(context.settings.state):
        return
    log.get("demo").info("building the demonstration teams; a first start takes some seconds")
    people = await _people(context, owner_url)
    await reference.bring(context, people)
    for spec in TEAMS:
        team = await building.team(context, people, spec)
        await rules.decide(team)
        for exhibit in EXHIBITS[spec.key]:
            await building.exhibit(team, exhibit)
        await acquisitions.record(team)
        await acts.perform(team)
        await tasks.give(team)
        await operations.plan(team)
        await consents.ask(team)
        await custody.keep(team)
        if spec.key == "lantern":
            await requests.make(team, lantern_requests.REQUESTS)
            await notices.make(team)
            await hearings.make(team)
        await witnesses.cosign(team)
        await messages.hold(team)
        await zones.live(team)
    async with context.database.writing() as session:
        for person in people.values():
            await sessions.end_all(session, person.account)
    (context.settings.state / _DONE).touch()


async def _people(context: AppContext, owner_url: str) -> dict[str, Person]:
    """Return everybody by e-mail address, each with an open session; create missing accounts."""
    engine = create_async_engine(owner_url)
    shared = await passwords.hashed(PASSWORD)
    async with AsyncSession(engine) as session, session.begin():
        known = set(await session.scalars(select(Account.email)))
        for one in PEOPLE:
            if one.email not in known:
                await accounts.create(
                    session,
                    email=one.email,
                    name=one.name,
                    password_hash=shared,
                    may_found=one.may_found,
                    operator=one.operator,
                    demonstration=True,
                    locale=one.locale,
                    time_zone=one.time_zone,
                )
    await engine.dispose()
    visitor = Visitor(address="", user_agent="demonstration")
    people = {}
    async with context.database.writing() as session:
        for account in (await session.scalars(select(Account).where(Account.demonstration))).all():
            opened = await sessions.open_session(session, context.authentication, visitor, account.id, "cookie")
            people[account.email] = Person(
                account.id, opened.id, account.email, account.name, account.may_found, by_token=False
            )
    return people
