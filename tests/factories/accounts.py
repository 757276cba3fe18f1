"""Accounts for tests: made as the command makes them, with one password whose hash is computed once."""

from collections.abc import Iterable
from functools import cache
from typing import Final
from uuid import UUID

import httpx
from fastapi import FastAPI

from app import database
from app.access.seats import Visitor
from app.api.context import AppContext
from app.api.guards import COOKIE
from app.identity import passwords
from app.services.accounts import accounts, sessions
from tests.support.program import new_client

PASSWORD: Final = "correct horse battery"

hash_of = cache(passwords.hash_now)


async def make(
    context: AppContext,
    emails: Iterable[str],
    *,
    may_found: bool = False,
    operator: bool = False,
    demonstration: bool = False,
    password: str = PASSWORD,
) -> list[UUID]:
    """Accounts with these addresses; the name is the first part of the address."""
    assert context.settings.database_owner_url is not None
    async with database.as_owner(context.settings.database_owner_url.get_secret_value()) as session:
        return [
            await accounts.create(
                session,
                email=email,
                name=email.split("@", 1)[0].replace(".", " ").title(),
                password_hash=hash_of(password),
                may_found=may_found,
                operator=operator,
                demonstration=demonstration,
            )
            for email in emails
        ]


async def close(context: AppContext, email: str) -> None:
    """Close an account for good, as the command does."""
    assert context.settings.database_owner_url is not None
    async with database.as_owner(context.settings.database_owner_url.get_secret_value()) as session:
        await accounts.close(session, email)


async def signed_in(app: FastAPI, account: UUID, *, address: str = "127.0.0.1") -> httpx.AsyncClient:
    """A browser with a session of this account, opened behind the password: nothing is hashed."""
    (browser,) = await all_signed_in(app, [account], address=address)
    return browser


async def all_signed_in(app: FastAPI, people: Iterable[UUID], *, address: str = "127.0.0.1") -> list[httpx.AsyncClient]:
    """A browser with a session for each account."""
    context: AppContext = app.state.context
    browsers = []
    async with context.database.writing() as session:
        for account in people:
            opened = await sessions.open_session(
                session, context.authentication, Visitor(address, "test"), account, "cookie"
            )
            browsers.append(with_session(app, opened.secret, address=address))
    return browsers


def with_session(app: FastAPI, secret: str, *, address: str = "127.0.0.1") -> httpx.AsyncClient:
    """A browser with the cookie of a session that is open."""
    browser = new_client(app, address=address)
    browser.cookies.set(COOKIE, secret, domain="localhost.local")
    return browser


async def bearer(app: FastAPI, account: UUID) -> httpx.AsyncClient:
    """A script with a token of this account."""
    context: AppContext = app.state.context
    async with context.database.writing() as session:
        opened = await sessions.open_session(
            session, context.authentication, Visitor("127.0.0.1", "test"), account, "token"
        )
    token = context.authentication.tokens.issue(
        account, opened.id, opened.created_at, context.authentication.token_minutes
    )
    script = new_client(app, origin=None)
    script.headers["Authorization"] = f"Bearer {token}"
    return script
