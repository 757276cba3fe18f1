"""Sessions and tokens: create, authenticate, list, end.

The row of a session holds its end. Every request reads the row, and every socket reads it once a second.
Not here: signing in (`services/accounts/signing_in.py`) and the statement that reads the seat (`access/seats.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import asyncpg
from sqlalchemy import ColumnElement, DateTime, bindparam, delete, select, text, update

from app import clock, jobs, ocsf
from app.access import seats
from app.access.scripts import Scope, ScriptLimits
from app.access.seats import Columns, Person, Seat, Visitor
from app.database import PLANNED, Database, Reading, Writing
from app.errors import Forbidden, NotFound, Unauthenticated
from app.identity import secrets
from app.identity.challenges import LASTS, Challenges
from app.identity.devices import Devices
from app.identity.tokens import Tokens
from app.identity.totp import Authenticators
from app.models import AnsweredChallenge, Session
from app.queries import Query, of_table, untyped
from app.services.accounts import throttles
from app.services.accounts.last_seen import Seen, Use

#: The job that ends the working sessions of an ended session.
WORKING_SESSIONS_JOB: Final = "working sessions"
#: How long an expired session is kept.
KEPT: Final = timedelta(days=30)
_NOBODY: Final = "You are not signed in, or your session has ended. Sign in."
_NOT_VALID: Final = "This token is unknown, was revoked or has expired. Make a new one under *Account and sessions*."


@dataclass(frozen=True, slots=True)
class Authentication:
    """Settings of authentication.

    Attributes:
        tokens: Signs and verifies bearer tokens.
        devices: Signs and verifies the cookies by which browsers are recognised.
        authenticators: Encrypts the secrets of authenticator apps.
        challenges: Issues and recognises the challenges of passkeys.
        lasting: Lifetime of a cookie session.
        idle: Time without use after which a session ends.
        token_minutes: Lifetime of a token, in minutes.
        script_token_days: Longest lifetime of a named token of a script.
        admits_demonstration: Whether demonstration accounts can sign in on this server.
        seen: Last use of sessions, not yet written to the database.
    """

    tokens: Tokens
    devices: Devices
    authenticators: Authenticators
    challenges: Challenges
    lasting: timedelta
    idle: timedelta
    token_minutes: int
    script_token_days: int
    admits_demonstration: bool
    seen: Seen = field(default_factory=Seen)


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session. `secret` is the cookie's value; the server stores only its digest."""

    id: UUID
    secret: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """Credentials of a request: a cookie's secret or a bearer token.

    `attended`: the request comes from a user's act, so it counts as use of the session. Background polling does not.
    `address`: of the client. `writes`: the request may change something.
    """

    cookie: str | None
    bearer: str | None
    attended: bool
    address: str = ""
    writes: bool = False

    @property
    def of_script(self) -> bool:
        """Return whether this is the named token of a script."""
        return self.bearer is not None and secrets.is_script_token(self.bearer)


async def recognise(session: Reading, authentication: Authentication, shown: Shown) -> Person:
    """Return the person authenticated by a cookie or token.

    Raises:
        Unauthenticated: The credentials are missing or invalid, or the session has ended.
        Forbidden: A script's token does not admit the request.
    """
    where, values = _which(authentication, shown)
    row = await session.fetch_first(_PERSON[where], **values)
    return await _person(session, authentication, shown, row, None)


async def take_seat(
    session: Reading, authentication: Authentication, shown: Shown, jit: UUID, *, row_by_row: bool = False
) -> tuple[Person, Seat | None]:
    """Authenticate the person and read their seat in the JIT, in one statement.

    From here on row-level security of this session uses that seat (`access/seats.py`).

    Args:
        session: The transaction of the request.
        authentication: Settings of authentication.
        shown: Credentials of the request.
        jit: The team.
        row_by_row: Plan the following statements of this session row by row, too.

    Returns:
        The person, and their seat or `None`.

    Raises:
        Unauthenticated: The credentials are missing or invalid, or the session has ended.
        Forbidden: A script's token does not admit the request.
    """
    where, values = _which(authentication, shown)
    with_head = not isinstance(session, Writing)  # read-only answers report the ledger position at which they were read
    query = (_SEATED_TO_LIST if row_by_row else _SEATED)[where]
    row = await session.fetch_first(query, **values, jit=jit, with_head=with_head)
    session.row_by_row = row_by_row
    person = await _person(session, authentication, shown, row, jit)
    return person, seats.told(session, person, jit, row)


def _which(authentication: Authentication, shown: Shown) -> tuple[str, dict[str, object]]:
    """Choose the statement and the parameters that identify the person.

    Raises `Unauthenticated` without credentials or for a token that was not issued here.
    """
    always: dict[str, object] = {"now": clock.now(), "demonstration": authentication.admits_demonstration}
    if shown.bearer is not None and shown.of_script:
        return "script", always | {"secret_hash": secrets.script_token_digest(shown.bearer)}
    if shown.bearer is not None:
        claims = authentication.tokens.read(shown.bearer)
        return "token", always | {"session": claims.session, "account": claims.account}
    if shown.cookie is not None:
        return "cookie", always | {"secret_hash": secrets.session_digest(shown.cookie)}
    raise Unauthenticated(_NOBODY)


async def _person(
    session: Reading, authentication: Authentication, shown: Shown, row: Columns | None, jit: UUID | None
) -> Person:
    """Return the person of a row, for a request that names this team or none.

    Raises `Unauthenticated`, or `Forbidden` for a script whose token does not admit the request. Refused scripts are
    reported to the operator's monitoring.
    """
    if not shown.of_script:
        return _live(authentication, shown, row)
    if row is None:
        digest = secrets.script_token_digest(shown.bearer or "")
        ended = (
            await session.execute(select(Session.id, Session.account).where(Session.secret_hash == digest))
        ).first()
        account, token = (None, None) if ended is None else (ended.account, ended.id)
        _tell_of_refusal(shown, account, token, "token-ended")
        raise Unauthenticated(_NOT_VALID, code="token-ended")
    limits = ScriptLimits(Scope(row["token_scope"]), row["token_jit"], tuple(row["token_networks"]))
    try:
        limits.demand(address=shown.address, writes=shown.writes, jit=jit)
    except Forbidden as refusal:
        _tell_of_refusal(shown, row["account"], row["session"], refusal.code)
        raise
    written = None if row["token_used_at"] is None else Use(row["token_used_at"], row["token_address"])
    authentication.seen.note_use(row["session"], written, Use(clock.now(), shown.address))
    return replace(_of_row(shown, row), limits=limits, may_found=False, operator=False)


def _tell_of_refusal(shown: Shown, account: UUID | None, token: UUID | None, code: str) -> None:
    ocsf.authentication(ocsf.LOGON, address=shown.address, account=account, session=token, refused=code)


def _live(authentication: Authentication, shown: Shown, row: Columns | None) -> Person:
    now = clock.now()
    if row is None or authentication.seen.latest(row["session"], row["last_seen_at"]) < now - authentication.idle:
        raise Unauthenticated(_NOBODY)
    if shown.attended:
        authentication.seen.note(row["session"], row["last_seen_at"], now)
    return _of_row(shown, row)


def _of_row(shown: Shown, row: Columns) -> Person:
    return Person(
        account=row["account"],
        session=row["session"],
        email=row["email"],
        name=row["account_name"],
        may_found=row["may_found"],
        by_token=shown.bearer is not None,
        locale=row["locale"],
        operator=row["operator"],
        second_factor=row["second_factor"],
        demonstration=row["demonstration"],
    )


_CURRENT: Final = of_table(select(Session).where(Session.id == bindparam("session")))
_LIVE: Final = """
    select s.id as session, s.last_seen_at, a.id as account, a.email, a.name as account_name, a.may_found, a.locale,
           a.operator, s.second_factor, a.demonstration{columns}
      from sessions s join accounts a on a.id = s.account{tables}
     where s.ended_at is null and s.expires_at > :now and a.closed_at is null and (:demonstration or not a.demonstration) and {which}
"""
_SCRIPT: Final = {
    "columns": ", t.scope as token_scope, t.jit as token_jit, t.networks as token_networks,"
    " t.last_used_at as token_used_at, t.last_address as token_address",
    "tables": " join script_tokens t on t.session = s.id",
    "which": "s.kind = 'script' and s.secret_hash = :secret_hash",
}
_PERSON_SQL: Final = {
    "cookie": _LIVE.format(columns="", tables="", which="s.kind = 'cookie' and s.secret_hash = :secret_hash"),
    "token": _LIVE.format(columns="", tables="", which="s.kind = 'token' and s.id = :session and s.account = :account"),
    "script": _LIVE.format(**_SCRIPT),
}
_PERSON: Final = {where: untyped(sql) for where, sql in _PERSON_SQL.items()}


def _seated(person: str, beside: str = "") -> Query[asyncpg.Record]:
    # Materialized, so that PostgreSQL authenticates before it looks for a seat, whatever the planner estimates.
    taken = seats.TAKEN.format(account="person.account", jit=":jit", head=":with_head")
    return untyped(f"with person as materialized ({person}) select *{beside} from person left join {taken} on true")  # noqa: S608 - constants


_SEATED: Final = {where: _seated(sql) for where, sql in _PERSON_SQL.items()}
_SEATED_TO_LIST: Final = {where: _seated(sql, f", {PLANNED}") for where, sql in _PERSON_SQL.items()}


async def open_session(
    session: Writing,
    authentication: Authentication,
    visitor: Visitor,
    account: UUID,
    kind: str,
    *,
    second_factor: bool = False,
    unfamiliar: bool = False,
    lasting: timedelta | None = None,
) -> Opened:
    """Create a session for an account that was authenticated just now.

    Args:
        session: The transaction.
        authentication: Settings of authentication.
        visitor: Address and browser.
        account: The account.
        kind: `cookie`, `token` or `script`.
        second_factor: A second factor was proved.
        unfamiliar: The account had not signed in from this browser or this network before. The person is told by e-mail.
        lasting: Lifetime of a script's token.
    """
    now, script = clock.now(), kind == "script"
    if lasting is None:
        lasting = authentication.lasting if kind == "cookie" else timedelta(minutes=authentication.token_minutes)
    secret = secrets.script_token() if script else secrets.session_secret()
    digest = secrets.script_token_digest(secret) if script else secrets.session_digest(secret)
    opened = Opened(clock.new_id(), secret, now, now + lasting)
    session.add(
        Session(
            id=opened.id,
            account=account,
            kind=kind,
            secret_hash=None if kind == "token" else digest,
            user_agent=visitor.user_agent,
            address=visitor.address,
            second_factor=second_factor,
            unfamiliar=unfamiliar,
            created_at=now,
            last_seen_at=now,
            expires_at=opened.expires_at,
        )
    )
    await session.flush()
    return opened


async def current(session: Reading, person: Person) -> Session:
    """Return the row of the person's current session."""
    return await session.fetch_one(_CURRENT, session=person.session)


async def list_own(session: Reading, person: Person) -> Sequence[Session]:
    """Return the person's sessions and tokens of ten minutes that have not ended, newest first."""
    now = clock.now()
    return (
        await session.scalars(
            select(Session)
            .where(Session.account == person.account, Session.ended_at.is_(None), Session.expires_at > now)
            .where(Session.kind != "script")
            .order_by(Session.id.desc())
        )
    ).all()


async def end(session: Writing, person: Person, wanted: UUID) -> None:
    """End one of the person's own sessions.

    Raises:
        NotFound: The person has no such open session.
    """
    if not await _end(session, Session.id == wanted, Session.account == person.account):
        raise NotFound


async def end_all(session: Writing, account: UUID, *, but: UUID | None = None) -> None:
    """End every session and token of an account, or all but one."""
    await _end(session, Session.account == account, *([] if but is None else [Session.id != but]))


async def end_scripts(session: Writing, person: Person, *which: ColumnElement[bool]) -> int:
    """End the scripts' tokens of a person, or those that `which` selects. Return how many ended."""
    return await _end(session, Session.account == person.account, Session.kind == "script", *which)


async def _end(session: Writing, *which: ColumnElement[bool]) -> int:
    ended = await session.execute(
        update(Session)
        .where(Session.ended_at.is_(None), *which)
        .values(ended_at=clock.now())
        .returning(Session.id, Session.account)
    )
    rows = ended.all()
    for row in rows:
        ocsf.authentication(ocsf.LOGOFF, address=None, account=row.account, session=row.id)
        await jobs.enqueue(session, WORKING_SESSIONS_JOB, str(row.id))
    return len(rows)


async def forget_ended(database: Database) -> int:
    """Delete sessions that expired over 30 days ago and challenges that have expired; sweep throttles.

    Sessions with access events or working sessions are kept.

    Background job of the worker. Returns 0, because nothing remains to be processed.
    """
    async with database.engine() as session:
        await throttles.sweep(session)
        now = clock.now()
        await session.execute(_FORGET, {"before": now - KEPT})
        await session.execute(delete(AnsweredChallenge).where(AnsweredChallenge.answered_at < now - 2 * LASTS))
    return 0


_FORGET: Final = text(
    "delete from sessions s where s.expires_at < :before and not exists (select 1 from openings o where o.session = s.id)"
    " and not exists (select 1 from working_sessions w where w.session = s.id)"
).bindparams(bindparam("before", type_=DateTime(timezone=True)))
