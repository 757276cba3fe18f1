"""First-run setup: the operator creates the first account with a code that the server prints.

The server prints a new code at each start while no account exists. The database keeps only its digest, and the rule
that one setup succeeds (`app/schema/accounts/setup.sql`).
Not here: which client may use it (`api/operator_guards.py`) and the acts of an operator (`administration.py`).
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import text

from app import clock, ocsf
from app.access.seats import Visitor
from app.database import Database, Reading
from app.errors import Conflict, Invalid, NotFound, Refusal
from app.identity import passwords, secrets
from app.services.accounts import accounts, sessions
from app.services.accounts.sessions import Authentication, Opened
from app.services.accounts.zones import zone_of


@dataclass(frozen=True, slots=True)
class Setup:
    """The data that the operator enters."""

    code: str
    name: str
    email: str
    password: str
    locale: str
    time_zone: str


async def prepare(database: Database) -> str | None:
    """Return a new setup code to be printed; `None` if the installation has an account. A former code is void."""
    code = secrets.one_time_code()
    async with database.engine() as session:
        is_open = (await session.execute(_OPEN, {"digest": secrets.setup_code_digest(code)})).scalar_one()
    return code if is_open else None


async def demand_open(session: Reading) -> None:
    """Raise `NotFound` if the installation has an account, or the server printed no code."""
    if not (await session.execute(_IS_OPEN)).scalar_one():
        raise NotFound


async def complete(
    database: Database, authentication: Authentication, visitor: Visitor, what: Setup
) -> tuple[Opened, str]:
    """Create the operator's account and open a session.

    Returns:
        The session, and the cookie by which this browser is recognised later.

    Raises:
        Invalid: The code is wrong (`code`), or a field is not acceptable (names it).
        Conflict: An account of the demonstration has the address.
        NotFound: The installation has an account.
        Unavailable: Too many passwords are being computed at this moment.
    """
    email, name, zone = accounts.new_email_of(what.email), accounts.name_of(what.name), zone_of(what.time_zone)
    digest = secrets.setup_code_digest(what.code)
    async with database.reading() as session:
        tried = (await session.execute(_TRY, {"digest": digest})).scalar_one()
    _demand(tried, "right")
    passwords.demand_good(what.password, about=(email, name))
    hashed = await passwords.hashed(what.password)  # no database connection is held meanwhile
    account = clock.new_id()
    binds = {"digest": digest, "account": account, "email": email, "name": name, "password": hashed}
    async with database.writing() as session:
        done = (await session.execute(_COMPLETE, binds | {"locale": what.locale, "zone": zone})).scalar_one()
        opened = (
            await sessions.open_session(session, authentication, visitor, account, "cookie") if done == "done" else None
        )
    _demand(done, "done")
    assert opened is not None
    ocsf.account_change(ocsf.CREATED, actor=account, account=account)
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=account, session=opened.id)
    return opened, authentication.devices.issue(email, opened.created_at)


def _demand(found: str, wanted: str) -> None:
    if found != wanted:
        raise _refusal(found)


def _refusal(found: str) -> Refusal:
    if found == "wrong":
        return Invalid(
            "This is not the setup code. Enter the code that the server printed at its last start.",
            field="code",
        )
    if found == "taken":
        return Conflict(
            "An account of the demonstration has this address. Enter another one.",
            code="email-taken",
        )
    return NotFound()


_OPEN: Final = text("select open_setup(:digest)")
_IS_OPEN: Final = text("select setup_is_open()")
_TRY: Final = text("select try_setup_code(:digest)")
_COMPLETE: Final = text("select complete_setup(:digest, :account, :email, :name, :password, :locale, :zone)")
