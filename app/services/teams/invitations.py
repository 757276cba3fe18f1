"""Accept an invitation: create an account with a one-time code, and take the proposed seat.

A first leader gets the code from the coordinator. Every other member gets it from the leader who confirmed the seat.
The account has the e-mail address and the name of the proposal. A code of an operator's invitation creates an account
without a seat.
An unknown code, another address and an existing account get the same refusal. Wrong codes are counted, apart from
wrong passwords. So are those that existing accounts redeem.
Not here: what a redeemed code does (`services/teams/members.py`).
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import text

from app import clock, ocsf
from app.access.seats import Person, Visitor
from app.database import Database, Writing
from app.errors import Invalid
from app.identity import passwords, secrets
from app.services.accounts import account_invitations, accounts, sessions, throttles
from app.services.accounts.account_invitations import NewAccount
from app.services.accounts.sessions import Authentication, Opened
from app.services.accounts.zones import zone_of
from app.services.teams import members
from app.services.teams.members import Seated


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The data that the invited person enters."""

    code: str
    email: str
    password: str
    locale: str
    time_zone: str


async def accept(
    database: Database, authentication: Authentication, visitor: Visitor, what: Acceptance
) -> tuple[Opened, str, Seated | None]:
    """Create the account, take the seat and open a session, in one transaction.

    Returns:
        The session, the cookie by which this browser is recognised later, and the seat; `None` for a code of an
        operator's invitation.

    Raises:
        Invalid: The code does not fit the address, or has expired (`code`); or a field is not acceptable (names it).
        Throttled: Too many attempts failed.
        Unavailable: Too many passwords are being computed at this moment.
    """
    email, zone = accounts.email_of(what.email), zone_of(what.time_zone)
    async with database.writing() as session:
        await throttles.take_a_code(session, email, visitor.address)
    passwords.demand_good(what.password, about=(email,))
    hashed = await passwords.hashed(what.password)  # no database connection is held meanwhile
    async with database.writing() as session:
        new = NewAccount(clock.new_id(), email, hashed, what.locale, zone)
        proposed = await _create_for_proposal(session, what.code, new)
        name = proposed or await account_invitations.accept(session, what.code, new)
        if name is None:
            raise Invalid("Invalid or expired code, or wrong e-mail address. Ask for a new invitation.", field="code")
        await throttles.give_back_code(session, email, visitor.address)
        opened = await sessions.open_session(session, authentication, visitor, new.id, "cookie")
        person = Person(new.id, opened.id, email, name, may_found=False, by_token=False)
        seated = None if proposed is None else await members.redeem(session, person, what.code)
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=new.id, session=opened.id)
    return opened, authentication.devices.issue(email, opened.created_at), seated


async def redeem(session: Writing, person: Person, code: str) -> Seated:
    """Take the seat for which a one-time code was issued, with an existing account.

    Raises:
        Invalid, Conflict: As `members.redeem`.
        Throttled: Too many codes of this account were wrong.
    """
    await throttles.take_a_redemption(session, person.email)
    try:
        seated = await members.redeem(session, person, code)
    except Invalid:
        # The refusal rolls back this transaction, so the failure is counted in a second one.
        session.afterwards(lambda second: throttles.take_a_redemption(second, person.email))
        raise
    await throttles.give_back_redemption(session, person.email)
    return seated


async def _create_for_proposal(session: Writing, code: str, new: NewAccount) -> str | None:
    """Create the account of a proposed member; return the name, or `None` if code and address fit no proposal."""
    binds = {"account": new.id, "email": new.email, "code": secrets.normalised_code(code)}
    rest = {"password": new.password_hash, "locale": new.locale, "zone": new.time_zone}
    name: str | None = (await session.execute(_CREATE, binds | rest)).scalar_one()
    return name


_CREATE: Final = text("select accept_invitation(:account, :email, :code, :password, :locale, :zone)")
