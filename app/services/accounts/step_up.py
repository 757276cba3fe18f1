"""Second factor again before certain acts: prove it for a kind of act, and demand that it was proved.

A proof counts for five minutes, for one kind of act, in one session. Parties decide which kinds demand one.
Not here: the decision of a party (`services/sharing/step_up_policies.py`) and the kinds (`access/step_up.py`).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql import ColumnElement

from app import clock
from app.access.seats import Person, Seat
from app.access.step_up import LASTS, ActKind
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, Refusal
from app.identity.passkeys import Assertion
from app.models import AuthenticatorApp, Passkey, Session, StepUp, StepUpPolicy
from app.services.accounts import accounts, passkeys, second_factors, throttles
from app.services.accounts.passkeys import Question
from app.services.accounts.sessions import Authentication

NEEDED: Final = "step-up-needed"


class StepUpNeeded(Refusal):
    """The party demands a second factor again before this act. `kind` names the act."""

    status, title, code = 403, "Second factor needed", NEEDED


def is_able(account: "UUID | InstrumentedAttribute[UUID | None]") -> ColumnElement[bool]:
    """Return the condition that an account has a factor that can be proved again."""
    app = exists().where(AuthenticatorApp.account == account, AuthenticatorApp.confirmed_at.is_not(None))
    return or_(app, exists().where(Passkey.account == account))


async def demand(session: Reading, seat: Seat, kind: ActKind) -> None:
    """Refuse an act of this kind without a recent proof, if the member's party demands one.

    Background jobs carry out what was demanded when a member decided it.

    Raises:
        StepUpNeeded: A factor must be proved for this kind of act, or set up first.
        Forbidden: A script asks.
    """
    if seat.session is None or seat.party is None:
        return
    demanded = exists().where(
        StepUpPolicy.jit == seat.jit, StepUpPolicy.party == seat.party, StepUpPolicy.kinds.contains([kind.value])
    )
    if await session.scalar(select(demanded)):
        await demand_proved(session, seat.session, seat.account, kind)


async def demand_proved(session: Reading, own: UUID, account: UUID, kind: ActKind) -> None:
    """Refuse unless this session proved a factor for this kind of act in the last five minutes.

    Raises:
        StepUpNeeded: It did not, or the account has no factor.
        Forbidden: The session is that of a script.
    """
    query = (
        select(Session.kind, StepUp.proved_at, is_able(account).label("able"))
        .outerjoin(StepUp, (StepUp.session == Session.id) & (StepUp.kind == kind.value))
        .where(Session.id == own)
    )
    row = (await session.execute(query)).one()
    if row.kind != "cookie":
        raise Forbidden(
            "Your party demands a second factor for this, so a script cannot do it.", code="scripts-may-not"
        )
    if not row.able:
        raise StepUpNeeded(
            "Your party demands a second factor for this. Add a passkey or an authenticator app under *Account and sessions*.",
            code="second-factor-missing",
            extra={"kind": kind.value},
        )
    if row.proved_at is None or row.proved_at <= clock.now() - LASTS:
        raise StepUpNeeded(
            "Your party demands a second factor for this. Prove it, then repeat the act.", extra={"kind": kind.value}
        )


async def ask(
    session: Reading, authentication: Authentication, person: Person, kind: ActKind, origin: str | None
) -> tuple[Question | None, bool]:
    """Return the request to an authenticator, if the account has a passkey, and whether it has an app."""
    has_passkey = await session.scalar(select(exists().where(Passkey.account == person.account)))
    app = exists().where(AuthenticatorApp.account == person.account, AuthenticatorApp.confirmed_at.is_not(None))
    question = passkeys.ask_again(authentication, _purpose(person, kind), origin) if has_passkey else None
    return question, bool(await session.scalar(select(app)))


async def prove(
    session: Writing,
    authentication: Authentication,
    person: Person,
    kind: ActKind,
    proof: Assertion | str,
    origin: str | None,
) -> None:
    """Record that this session proved a factor for a kind of act: a passkey, or a code of the authenticator app.

    Raises:
        Conflict: The account has no authenticator app.
        Invalid: The code is wrong or was used before; names `code`.
        Forbidden: The passkey was not accepted, or the caller used a token.
        Malformed: The page is not at an address that can have passkeys.
        Throttled: Too many attempts failed.
    """
    if person.by_token:
        raise Forbidden("A script cannot prove a second factor.", code="token-may-not")
    if isinstance(proof, str):
        await _prove_code(session, authentication, person, proof)
    else:
        await passkeys.prove_again(session, authentication, person, proof, _purpose(person, kind), origin)
    row = insert(StepUp).values(session=person.session, kind=kind.value, proved_at=clock.now())
    await session.execute(
        row.on_conflict_do_update(index_elements=["session", "kind"], set_={"proved_at": row.excluded.proved_at})
    )


async def _prove_code(session: Writing, authentication: Authentication, person: Person, code: str) -> None:
    place = accounts.place_of(person)
    await throttles.take_a_try(session, person.email, place)
    if not await second_factors.has_app(session, person.account):
        raise Conflict("No authenticator app is set up.", code="no-authenticator")
    if not await second_factors.accept_app(session, authentication, person.account, code):
        # The refusal rolls back this transaction, so the failure is counted in a second one.
        session.afterwards(lambda second: throttles.take_a_try(second, person.email, place))
        raise Invalid("This code is wrong. Enter the code that the app shows now, and check its clock.", field="code")
    await throttles.give_back(session, person.email, place)


def _purpose(person: Person, kind: ActKind) -> str:
    return f"step-up {person.account} {person.session} {kind}"
