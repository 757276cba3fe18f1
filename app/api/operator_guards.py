"""Guards for operators, administrators of organisations, and the first-run setup from this machine.

Not here: the guards of teams (`guards.py`) and the rights in the database (`app/schema/accounts/administration.sql`).
"""

import ipaddress
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.requests import HTTPConnection

from app.access.seats import Person, Visitor
from app.api.context import AppContext, context_of
from app.api.guards import Guard, WritingUnit, demand_own_origin, recognise, shown_by, visitor_of
from app.database import Reading, Requester, Writing
from app.errors import Forbidden, NotFound
from app.services.accounts import organisations
from app.services.accounts.organisations import Administrator
from app.services.accounts.sessions import Shown

#: Headers that a proxy adds. A request with one of them did not come from this machine directly.
FORWARDING: Final = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-server",
    "x-real-ip",
)
_LOCAL_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def is_from_here(connection: HTTPConnection) -> bool:
    """Return whether the request came from this machine itself, and not through a proxy on it.

    The peer must have a loopback address, the request must name a loopback host, and no forwarding header may be
    present. Behind trusted proxies the server replaces the peer's address, so nothing comes from here then.
    """
    if context_of(connection).settings.trusted_proxies or any(name in connection.headers for name in FORWARDING):
        return False
    return _is_loopback(connection.client.host if connection.client else "") and is_local(
        f"//{connection.headers.get('host', '')}"
    )


def is_local(address: str) -> bool:
    """Return whether a URL names this machine: `localhost` or a loopback address."""
    try:
        return urlsplit(address).hostname in _LOCAL_NAMES
    except ValueError:
        return False


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


class FromThisMachine(Guard):
    """Guard for the first-run setup: any visitor from this machine. Everybody else gets 404."""

    def __call__(self, request: Request) -> Visitor:
        """Return the visitor. Raises `NotFound`, or `Forbidden` for a page of another origin."""
        if context_of(request).authentication.admits_demonstration or not is_from_here(request):
            raise NotFound
        if request.method not in _SAFE and request.headers.get("origin") is not None:
            demand_own_origin(request)
        return visitor_of(request)


class Operator(Guard):
    """Guard for a signed-in operator.

    401: not signed in. 403: the account is no operator, or the session proved no second factor.
    """

    async def __call__(self, request: Request, session: WritingUnit) -> Person:
        """Return the operator, and set the account for row-level security. It is a member of no team here."""
        return await _operator(session, request, shown_by(request))


@dataclass(frozen=True, slots=True)
class OperatorAdmission:
    """An operator admitted to a route that holds no transaction while it waits for another server."""

    context: AppContext
    connection: HTTPConnection
    shown: Shown

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[tuple[Writing, Person]]:
        """Open a short transaction, in which the operator is checked again. Raises what the guard raises."""
        async with self.context.database.writing() as session:
            yield session, await _operator(session, self.connection, self.shown)


class OperatorWaiting(Guard):
    """Guard like `Operator`, for routes that wait for a mail server or an object store."""

    async def __call__(self, request: Request) -> OperatorAdmission:
        """Return the admission after one successful check."""
        admission = OperatorAdmission(context_of(request), request, shown_by(request))
        async with admission.context.database.reading() as session:
            await _operator(session, request, admission.shown)
        return admission


async def _operator(session: Reading, connection: HTTPConnection, shown: Shown) -> Person:
    person = await recognise(session, connection, shown)
    if not person.operator:
        raise Forbidden("Only an operator of this installation can do this.", code="operator-only")
    if _lacks_second_factor(connection, person):
        raise Forbidden(
            "Operators need a second factor. Set up an authenticator app under *Account and sessions*.",
            code="second-factor-needed",
        )
    await session.say_who(Requester(account=person.account))
    return person


class OrganisationAdministrator(Guard):
    """Guard for a signed-in administrator of an organisation; it is the caller's own, so no path names it.

    401: not signed in. 404: the account administers no organisation. 403: the session proved no second factor.
    """

    async def __call__(self, request: Request, session: WritingUnit) -> Administrator:
        """Return the administrator and the organisation."""
        person = await recognise(session, request, shown_by(request))
        organisation = await organisations.administered_by(session, person.account)
        if organisation is None:
            raise NotFound
        if _lacks_second_factor(request, person):
            raise Forbidden(
                "Administrators of an organisation need a second factor. Set up an authenticator app under *Account "
                "and sessions*.",
                code="second-factor-needed",
            )
        await session.say_who(Requester(account=person.account))
        return Administrator(person, organisation)


def _lacks_second_factor(connection: HTTPConnection, person: Person) -> bool:
    demanded = context_of(connection).settings.operator_second_factor and not person.demonstration
    return demanded and not person.second_factor


#: For routes that need nothing of the visitor.
FROM_HERE: Final = Depends(FromThisMachine())
MaySetUp = Annotated[Visitor, FROM_HERE]
MAY_ADMINISTER: Final = Depends(Operator(), scope="function")
MayAdminister = Annotated[Person, MAY_ADMINISTER]
MayAdministerOrganisation = Annotated[Administrator, Depends(OrganisationAdministrator(), scope="function")]
MayTestServices = Annotated[OperatorAdmission, Depends(OperatorWaiting())]
