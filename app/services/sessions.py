"""Sessions and tokens: signing in, being recognised, signing out.

A session ends in its row, so it ends everywhere at once: every request and, each second, every socket looks at the row.
No answer and no time tells whether an account exists: an unknown name, a wrong password and a closed account take the
same steps to the same refusal. Deliberately not here: seats (`access/seats.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Select, bindparam, select, text, update

from app import clock, ocsf
from app.access import seats
from app.access.seats import Columns, Person, Seat, Visitor
from app.connections import Driven
from app.database import PLANNED, Database, Reading, Writing
from app.errors import NotFound, Refusal, Unauthenticated
from app.identity import passwords, secrets
from app.identity.devices import Devices
from app.identity.tokens import Tokens
from app.models import Account, Session
from app.services import throttles
from app.services.seen import Seen

WRONG: Final = "The e-mail address or the password is not right."
_KEPT: Final = timedelta(days=30)
_NOBODY: Final = "Nobody is signed in here, or the session has ended. Sign in."


@dataclass(frozen=True, slots=True)
class Door:
    """What recognises people: the keys of tokens and of browsers' cookies, how long sessions last, and whom this server admits."""

    tokens: Tokens
    devices: Devices
    lasting: timedelta
    idle: timedelta
    token_minutes: int
    admits_demonstration: bool
    seen: Seen = field(default_factory=Seen)


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session: `secret` is what the cookie holds and nothing else keeps."""

    id: UUID
    secret: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """What a caller shows: a cookie's secret or a bearer token. `attended`: somebody is there, so that the session is in use.

    A page that was left open asks too, by itself.
    """

    cookie: str | None
    bearer: str | None
    attended: bool


async def recognise(session: Reading, door: Door, shown: Shown) -> Person:
    """The person behind a cookie or a token. Raises `Unauthenticated`."""
    where, values = _which(door, shown)
    rows = await session.fetch(_PERSON[where], *values)
    return _live(door, shown, rows[0] if rows else None)


async def take_seat(
    session: Reading, door: Door, shown: Shown, jit: UUID, *, row_by_row: bool = False
) -> tuple[Person, Seat | None]:
    """The person, and the seat in the JIT or None, in one statement. Raises `Unauthenticated`.

    Row-level security is told who asks from here on (`access/seats.py`). `row_by_row`: what follows is planned so, too.
    """
    where, values = _which(door, shown)
    with_head = not isinstance(session, Writing)  # an answer that only reads tells from where it was read
    rows = await session.fetch((_SEATED_TO_LIST if row_by_row else _SEATED)[where], *values, jit, with_head)
    session.row_by_row = row_by_row
    person = _live(door, shown, rows[0] if rows else None)
    return person, seats.told(session, person, jit, rows[0])


def _which(door: Door, shown: Shown) -> tuple[str, tuple[object, ...]]:
    """Which of the statements, and its first values. Raises `Unauthenticated` for nothing, and for a token that is not ours."""
    always = (clock.now(), door.admits_demonstration)
    if shown.bearer is not None:
        claims = door.tokens.read(shown.bearer)
        return "token", (*always, claims.session, claims.account)
    if shown.cookie is not None:
        return "cookie", (*always, secrets.session_digest(shown.cookie))
    raise Unauthenticated(_NOBODY)


def _live(door: Door, shown: Shown, row: Columns | None) -> Person:
    now = clock.now()
    if row is None or door.seen.latest(row["session"], row["last_seen_at"]) < now - door.idle:
        raise Unauthenticated(_NOBODY)
    if shown.attended:
        door.seen.note(row["session"], row["last_seen_at"], now)
    return Person(
        account=row["account"],
        session=row["session"],
        email=row["email"],
        name=row["account_name"],
        may_found=row["may_found"],
        by_token=shown.bearer is not None,
    )


_CURRENT: Final = Driven.of(select(Session).where(Session.id == bindparam("session")))
_LIVE: Final = """
    select s.id as session, s.last_seen_at, a.id as account, a.email, a.name as account_name, a.may_found
      from sessions s join accounts a on a.id = s.account
     where s.ended_at is null and s.expires_at > $1 and a.closed_at is null and ($2 or not a.demonstration) and {}
"""
_PERSON: Final = {
    "cookie": _LIVE.format("s.kind = 'cookie' and s.secret_hash = $3"),
    "token": _LIVE.format("s.kind = 'token' and s.id = $3 and s.account = $4"),
}


def _seated(person: str, jit: str, head: str, beside: str = "") -> str:
    # Materialized: whoever is not recognised is gone before a seat is looked for, however the planner would like it.
    taken = seats.TAKEN.format(account="person.account", jit=jit, head=head)
    return f"with person as materialized ({person}) select *{beside} from person left join {taken} on true"  # noqa: S608 - constants


_SEATED: Final = {
    "cookie": _seated(_PERSON["cookie"], "$4", "$5"),
    "token": _seated(_PERSON["token"], "$5", "$6"),
}
_SEATED_TO_LIST: Final = {
    "cookie": _seated(_PERSON["cookie"], "$4", "$5", f", {PLANNED}"),
    "token": _seated(_PERSON["token"], "$5", "$6", f", {PLANNED}"),
}


@dataclass(frozen=True, slots=True)
class _Proved:
    """Whose password it was, the hash that it matched, and what the attempt was counted as."""

    account: UUID
    email: str
    password_hash: str
    place: str
    as_stranger: bool


async def sign_in(database: Database, door: Door, visitor: Visitor, email: str, password: str) -> tuple[Opened, str]:
    """A new session for a browser, and the cookie by which the browser is known later (`identity/devices.py`).

    Raises `Unauthenticated`, `Throttled`, `Unavailable`.
    """
    proved, opened = await _enter(database, door, visitor, email, password, "cookie")
    return opened, door.devices.issue(proved.email, opened.created_at)


async def issue_token(database: Database, door: Door, visitor: Visitor, email: str, password: str) -> str:
    """A token for a script. Raises like `sign_in`."""
    proved, opened = await _enter(database, door, visitor, email, password, "token")
    return door.tokens.issue(proved.account, opened.id, opened.created_at, door.token_minutes)


async def _enter(
    database: Database, door: Door, visitor: Visitor, email: str, password: str, kind: str
) -> tuple[_Proved, Opened]:
    """Prove who it is and open a session, both told to the operator's monitoring."""
    proved = await _prove(database, door, visitor, email, password)
    try:
        async with database.writing() as session:
            opened = await _open_proved(session, door, visitor, proved, kind)
    except Refusal as refusal:
        _tell_of_refusal(visitor, proved.account, refusal)
        raise
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=proved.account, session=opened.id)
    return proved, opened


def _tell_of_refusal(visitor: Visitor, account: UUID | None, refusal: Refusal) -> None:
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=account, refused=refusal.code)


async def _prove(database: Database, door: Door, visitor: Visitor, email: str, password: str) -> _Proved:
    """The account whose password this is. No connection is held while the hash is computed."""
    email, account = email.strip().lower(), None
    try:
        with passwords.place(throttles.network(visitor.address)):
            async with database.writing() as session:
                account = (
                    await session.execute(_account_at(email, demonstration=door.admits_demonstration))
                ).one_or_none()
                place, as_stranger = await _take_a_try(session, door, visitor, email, account and account.id)
            right = await passwords.matches_in_place(password, account.password_hash if account else None)
        if not right or account is None:
            raise _wrong()
    except Refusal as refusal:
        _tell_of_refusal(visitor, account and account.id, refusal)
        raise
    return _Proved(UUID(str(account.id)), email, account.password_hash, place, as_stranger)


def _account_at(email: str, *, demonstration: bool) -> Select[UUID, str]:
    return select(Account.id, Account.password_hash).where(
        Account.email == email, Account.closed_at.is_(None), Account.demonstration.is_(False) | demonstration
    )


async def _take_a_try(
    session: Writing, door: Door, visitor: Visitor, email: str, account: UUID | None
) -> tuple[str, bool]:
    """Count an attempt: as what, and whether strangers share it. Raises `Throttled`.

    What is counted for the account from everywhere does not bind a browser or network from which it signed in before.
    """
    network, device = throttles.network(visitor.address), door.devices.recognise(visitor.device, email, clock.now())
    place = network if device is None else f"browser {device}"
    await throttles.take_a_try(session, email, place)
    await throttles.take_a_try_of_network(session, visitor.address)
    wait = await throttles.take_a_try_of_account(session, email)
    if wait is not None and device is None:
        known = await session.scalars(select(Session.address).where(Session.account == account).distinct())
        if network not in map(throttles.network, known):
            raise throttles.unknown_here(wait)
    return place, wait is None


def _wrong() -> Unauthenticated:
    return Unauthenticated(WRONG, code="wrong-credentials")


async def _open_proved(session: Writing, door: Door, visitor: Visitor, proved: _Proved, kind: str) -> Opened:
    """Enter a session, if the password that was proved is still the account's. Raises `Unauthenticated`.

    It may have been changed since, which ended all sessions but this one. Who changes it and who comes by it wait for each
    other at the account's row: either this one is refused, or it is there to be ended.
    """
    query = select(Account.password_hash).where(Account.id == proved.account, Account.closed_at.is_(None))
    if await session.scalar(query.with_for_update(read=True)) != proved.password_hash:
        raise _wrong()
    await throttles.give_back(session, proved.email, proved.place)
    if proved.as_stranger:
        await throttles.give_back_to_account(session, proved.email)
    await throttles.give_back_to_network(session, visitor.address)
    return await open_session(session, door, visitor, proved.account, kind)


async def open_session(session: Writing, door: Door, visitor: Visitor, account: UUID, kind: str) -> Opened:
    """Enter a session of somebody whose right was proved just now."""
    now = clock.now()
    lasting = door.lasting if kind == "cookie" else timedelta(minutes=door.token_minutes)
    opened = Opened(clock.new_id(), secrets.session_secret(), now, now + lasting)
    session.add(
        Session(
            id=opened.id,
            account=account,
            kind=kind,
            secret_hash=secrets.session_digest(opened.secret) if kind == "cookie" else None,
            user_agent=visitor.user_agent,
            address=visitor.address,
            created_at=now,
            last_seen_at=now,
            expires_at=opened.expires_at,
        )
    )
    await session.flush()
    return opened


async def current(session: Reading, person: Person) -> Session:
    """The row of the session that speaks."""
    (found,) = await session.rows(_CURRENT, session=person.session)
    assert isinstance(found, Session)
    return found


async def mine(session: Reading, person: Person) -> Sequence[Session]:
    """The person's sessions and tokens that have not ended, newest first."""
    now = clock.now()
    return (
        await session.scalars(
            select(Session)
            .where(Session.account == person.account, Session.ended_at.is_(None), Session.expires_at > now)
            .order_by(Session.id.desc())
        )
    ).all()


async def end(session: Writing, person: Person, wanted: UUID) -> None:
    """End one of the person's own sessions. Raises `NotFound` for any other."""
    if not await _end(session, Session.id == wanted, Session.account == person.account):
        raise NotFound


async def end_all(session: Writing, account: UUID, *, but: UUID | None = None) -> None:
    """End every session and token of an account, or all but one."""
    await _end(session, Session.account == account, *([] if but is None else [Session.id != but]))


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
    return len(rows)


async def forget_ended(database: Database) -> int:
    """The worker's part: sessions that ended long ago go, but for those that opened an exhibit or worked. Returns 0: nothing waits."""
    async with database.engine() as session:
        await throttles.sweep(session)
        await session.execute(_FORGET, {"before": clock.now() - _KEPT})
    return 0


_FORGET: Final = text(
    "delete from sessions s where s.expires_at < :before and not exists (select 1 from openings o where o.session = s.id)"
    " and not exists (select 1 from working_sessions w where w.session = s.id)"
).bindparams(bindparam("before", type_=DateTime(timezone=True)))
