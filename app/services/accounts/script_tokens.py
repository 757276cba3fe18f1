"""Named tokens of scripts: their owner makes, lists and revokes them at the account page.

A token is a row of `sessions`, so it ends as sessions do. Only its digest is stored.
Not here: what a token admits (`access/scripts.py`), and tokens of ten minutes (`signing_in.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock, ocsf
from app.access import seats
from app.access.scripts import Scope, network_of
from app.access.seats import Person, Visitor
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.models import ScriptToken, Session
from app.services.accounts import accounts, second_factors, sessions
from app.services.accounts.last_seen import Use
from app.services.accounts.sessions import Authentication

MOST: Final = 50
MOST_NETWORKS: Final = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new token. `team`: the only one, or `None` for all of its owner. `days`: its lifetime."""

    name: str
    scope: Scope
    team: UUID | None
    networks: Sequence[str]
    days: int


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token that has not ended, and its last use."""

    token: ScriptToken
    created_at: datetime
    expires_at: datetime
    used: Use | None


async def list_own(session: Reading, authentication: Authentication, person: Person) -> list[TokenRow]:
    """Return the caller's tokens that have not ended, newest first."""
    query = (
        select(ScriptToken, Session.created_at, Session.expires_at)
        .join(Session, Session.id == ScriptToken.session)
        .where(Session.account == person.account, Session.ended_at.is_(None), Session.expires_at > clock.now())
        .order_by(Session.id.desc())
    )
    rows = await session.execute(query)
    return [TokenRow(token, made, until, _last_use(authentication, token)) for token, made, until in rows]


def _last_use(authentication: Authentication, token: ScriptToken) -> Use | None:
    known = token.last_used_at is not None and token.last_address is not None
    written = Use(token.last_used_at, token.last_address) if known else None  # type: ignore[arg-type]  # both are known
    return authentication.seen.latest_use(token.session, written)


async def create(
    session: Writing, authentication: Authentication, person: Person, visitor: Visitor, password: str, wanted: Wanted
) -> tuple[str, TokenRow]:
    """Make a token, after the password.

    An account with a second factor must have proved one in this session.

    Returns:
        The token, which is shown only now, and its row.

    Raises:
        Conflict: The account has too many tokens.
        Invalid: The password is wrong, a network is none, the lifetime is too long, or the caller is not in the team.
        Forbidden: The account is a demonstration account, the caller used a token, or proved no second factor.
        Throttled, Unavailable: As `accounts.prove_password` does.
    """
    networks = [_network_of(text) for text in wanted.networks]
    if wanted.days > authentication.script_token_days:
        longest = Phrase("A token is valid for at most {days} days.", days=str(authentication.script_token_days))
        raise Invalid(longest, field="days")
    await accounts.prove_password(session, person, password, field="password")
    await second_factors.demand_proved(session, person)
    if len(await list_own(session, authentication, person)) >= MOST:
        raise Conflict("The account has 50 tokens. Revoke one that is not used.", code="too-many-tokens")
    if wanted.team is not None and await seats.take(session, person, wanted.team) is None:
        raise Invalid("You are not a member of this team.", field="team")
    opened = await sessions.open_session(
        session, authentication, visitor, person.account, "script", lasting=timedelta(days=wanted.days)
    )
    token = ScriptToken(
        session=opened.id,
        name=wanted.name,
        scope=wanted.scope.value,
        jit=wanted.team,
        networks=list(dict.fromkeys(networks)),
    )
    session.add(token)
    await session.flush()
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=person.account, session=opened.id)
    return opened.secret, TokenRow(token, opened.created_at, opened.expires_at, None)


async def revoke(session: Writing, person: Person, wanted: UUID) -> None:
    """Revoke one of the caller's tokens. Requests and sockets with it end at once.

    Raises:
        NotFound: The caller has no such token, or it has ended.
    """
    if not await sessions.end_scripts(session, person, Session.id == wanted):
        raise NotFound


async def revoke_all(session: Writing, person: Person) -> None:
    """Revoke all of the caller's tokens."""
    await sessions.end_scripts(session, person)


def _network_of(text: str) -> str:
    try:
        return network_of(text)
    except ValueError:
        raise Invalid(
            Phrase("{network} is no network. Write it like 192.0.2.0/24 or 2001:db8::/32.", network=text[:50]),
            field="networks",
        ) from None
