"""Passkeys of the own account: registration, removal, and signing in without a password.

A passkey proves two factors, because its authenticator verifies the user. No answer is accepted twice.
Not here: the cryptography (`identity/passkeys.py`) and challenges (`identity/challenges.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Person, Visitor
from app.database import Database, Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, Malformed, NotFound, Refusal, Unauthenticated
from app.identity import passkeys as identity
from app.identity.passkeys import Assertion, Registration
from app.log import get as get_log
from app.models import Account, AnsweredChallenge, Passkey, Session
from app.services.accounts import accounts, second_factors, sessions, signing_in, throttles
from app.services.accounts.sessions import Authentication, Opened

MOST: Final = 20
_SIGN_IN: Final = "sign-in"
_NOT_ACCEPTED: Final = "This passkey was not accepted. Try again, or sign in with your password."
_logger = get_log("passkeys")


@dataclass(frozen=True, slots=True)
class Offer:
    """The request to an authenticator for a new passkey.

    `present`: credentials of the account, of which none is made twice.
    """

    challenge: bytes
    domain: str
    account: UUID
    email: str
    name: str
    present: list[bytes]


@dataclass(frozen=True, slots=True)
class Question:
    """The request to an authenticator at sign-in."""

    challenge: bytes
    domain: str


async def list_own(session: Reading, person: Person) -> Sequence[Passkey]:
    """Return the passkeys of the caller, oldest first."""
    return (await session.scalars(select(Passkey).where(Passkey.account == person.account).order_by(Passkey.id))).all()


async def begin(
    session: Writing, authentication: Authentication, person: Person, password: str, origin: str | None
) -> Offer:
    """Ask for a new passkey, after the password.

    An account with a second factor must have proved one in this session.

    Raises:
        Malformed: The page is not at an address that can have passkeys.
        Conflict: The account has too many passkeys.
        Forbidden, Invalid, Throttled, Unavailable: As `accounts.prove_password` does.
    """
    account = await accounts.prove_password(session, person, password, field="password", shared=True)
    page, domain = _page_of(origin)
    await second_factors.demand_proved(session, person)
    present = await list_own(session, person)
    if len(present) >= MOST:
        raise Conflict("The account has 20 passkeys. Remove one that is not used.", code="too-many-passkeys")
    challenge = authentication.challenges.issue(_registration(person), page, clock.now())
    return Offer(challenge, domain, account.id, account.email, account.name, [one.credential for one in present])


async def register(
    session: Writing,
    authentication: Authentication,
    person: Person,
    answer: Registration,
    name: str,
    origin: str | None,
) -> tuple[Passkey, list[str]]:
    """Store a new passkey.

    The first second factor of an account ends all other sessions and tokens, and brings recovery codes.

    Returns:
        The passkey, and the recovery codes, of which there are none if the account had a second factor.

    Raises:
        Malformed: The page is not at an address that can have passkeys.
        Invalid: The answer proves nothing, or comes too late; names `answer`.
        Conflict: The authenticator's passkey is registered already, or the account has too many.
        Forbidden: The caller used a token, or the account has a second factor that this session has not proved.
        Unauthenticated: The session has ended meanwhile.
    """
    account = await accounts.lock_own(session, person)
    accounts.demand_own_password(account, person, shared=True)
    await second_factors.demand_proved(session, person)
    page, domain = _page_of(origin)
    try:
        challenge = await _used_up(session, authentication, answer.client_data, _registration(person), page)
        key = identity.check_registration(answer, challenge, page)
    except identity.RefusedError as refused:
        _logger.warning("a new passkey was refused", account=str(person.account), why=str(refused))
        raise Invalid("The passkey was not accepted. Begin again.", field="answer") from None
    if len(await list_own(session, person)) >= MOST:
        raise Conflict("The account has 20 passkeys. Remove one that is not used.", code="too-many-passkeys")
    if await session.scalar(select(Passkey.id).where(Passkey.credential == key.credential)) is not None:
        raise Conflict("This passkey is registered already.", code="passkey-exists")
    is_first = not await second_factors.are_demanded(session, person.account)
    passkey = Passkey(
        id=clock.new_id(),
        account=person.account,
        credential=key.credential,
        public_key=key.public_key,
        count=key.count,
        domain=domain,
        name=name,
        synchronised=key.synchronised,
        created_at=clock.now(),
    )
    session.add(passkey)
    await session.execute(update(Session).where(Session.id == person.session).values(second_factor=True))
    await session.flush()
    if not is_first or account.demonstration:
        return passkey, []
    await sessions.end_all(session, person.account, but=person.session)
    return passkey, await second_factors.new_codes(session, person.account)


async def remove(session: Writing, person: Person, password: str, wanted: UUID) -> None:
    """Remove one of the caller's passkeys, after the password.

    All other sessions and tokens end, because a stolen device may have opened them. With the last second factor, the
    recovery codes go too.

    Raises:
        NotFound: The caller has no such passkey.
        Forbidden: This session has proved no second factor.
        Invalid, Throttled, Unavailable: As `accounts.prove_password` does.
    """
    await accounts.prove_password(session, person, password, field="password", shared=True)
    passkey = await session.scalar(select(Passkey).where(Passkey.id == wanted, Passkey.account == person.account))
    if passkey is None:
        raise NotFound
    await second_factors.demand_proved(session, person)
    await session.delete(passkey)
    await session.flush()
    await second_factors.settle(session, person.account)
    account = await accounts.read(session, person)
    if not account.demonstration:
        await sessions.end_all(session, person.account, but=person.session)


def ask(authentication: Authentication, origin: str | None) -> Question:
    """Ask for any passkey of this site. The authenticator knows which accounts it has; the server names none.

    Raises:
        Malformed: The page is not at an address that can have passkeys.
    """
    page, domain = _page_of(origin)
    return Question(authentication.challenges.issue(_SIGN_IN, page, clock.now()), domain)


async def sign_in(
    database: Database, authentication: Authentication, visitor: Visitor, answer: Assertion, origin: str | None
) -> tuple[Opened, str]:
    """Sign in from a browser by a passkey.

    Every refusal of an answer is the same; the reason is in the server's log.

    Returns:
        The new session, and the cookie by which this browser is recognised later.

    Raises:
        Malformed: The page is not at an address that can have passkeys.
        Unauthenticated: The answer proves nothing, or comes too late; or the account is closed.
        Throttled: Too many attempts of this network failed.
    """
    page, _ = _page_of(origin)
    async with database.writing() as session:
        await throttles.take_a_try_of_network(session, visitor.address)
    try:
        async with database.writing() as session:
            account = await _account_of(session, authentication, answer, page)
            opened = await signing_in.open_known(session, authentication, visitor, account, second_factor=True)
            await throttles.give_back_to_network(session, visitor.address)
    except Refusal as refusal:
        signing_in.tell_of_refusal(visitor, None, refusal)
        raise
    signing_in.tell_of_sign_in(visitor, account.id, opened)
    return opened, authentication.devices.issue(account.email, opened.created_at)


def ask_again(authentication: Authentication, purpose: str, origin: str | None) -> Question | None:
    """Ask a person who is signed in for a passkey; `None` at a page that cannot have passkeys."""
    domain = identity.domain_of(origin) if origin else None
    if origin is None or domain is None:
        return None
    return Question(authentication.challenges.issue(purpose, origin, clock.now()), domain)


async def prove_again(
    session: Writing,
    authentication: Authentication,
    person: Person,
    answer: Assertion,
    purpose: str,
    origin: str | None,
) -> None:
    """Check the answer of a person who is signed in. The passkey must be one of their own.

    Raises:
        Malformed: The page is not at an address that can have passkeys.
        Forbidden: The answer proves nothing, comes too late, or is by another person's passkey.
    """
    page, _ = _page_of(origin)
    try:
        await _proved(session, authentication, answer, page, purpose, only=person.account)
    except identity.RefusedError as refused:
        _logger.warning("a passkey was refused", account=str(person.account), why=str(refused))
        raise Forbidden("This passkey was not accepted. Try again.", code="wrong-passkey") from None


async def _account_of(session: Writing, authentication: Authentication, answer: Assertion, page: str) -> Account:
    """Check an answer, record the use of its passkey, and return the account. Raises `Unauthenticated`."""
    try:
        return await _proved(session, authentication, answer, page, _SIGN_IN)
    except identity.RefusedError as refused:
        _logger.warning("a passkey was refused", why=str(refused))
        raise Unauthenticated(_NOT_ACCEPTED, code="wrong-passkey") from None


async def _proved(
    session: Writing,
    authentication: Authentication,
    answer: Assertion,
    page: str,
    purpose: str,
    *,
    only: UUID | None = None,
) -> Account:
    query = (
        select(Passkey, Account)
        .join(Account, Account.id == Passkey.account)
        .where(
            Passkey.credential == identity.decoded(answer.credential),
            Account.closed_at.is_(None),
            Account.demonstration.is_(False) | authentication.admits_demonstration,
        )
    )
    owner = await session.scalar(query.with_only_columns(Passkey.account))
    # As at a sign-in by password: an act that ends all sessions comes before this one, or sees its session.
    await session.execute(select(Account.id).where(Account.id == owner).with_for_update(read=True))
    # The lock orders two answers of one passkey, whose counter has to advance.
    found = (await session.execute(query.with_for_update(of=Passkey))).one_or_none()
    if found is None:
        raise identity.RefusedError("no such passkey, or its account is closed")
    passkey, account = found
    named = None if answer.user is None else identity.decoded(answer.user)
    if only not in {None, passkey.account} or named not in {None, passkey.account.bytes}:
        raise identity.RefusedError("a passkey of another account")
    challenge = await _used_up(session, authentication, answer.client_data, purpose, page)
    proof = identity.check_assertion(answer, challenge, page, passkey.public_key, passkey.count)
    passkey.count, passkey.synchronised, passkey.last_used_at = proof.count, proof.synchronised, clock.now()
    await session.flush()
    return account


async def _used_up(
    session: Writing, authentication: Authentication, client_data: str, purpose: str, page: str
) -> bytes:
    """Return the challenge that an answer names, once. It counts as answered if the transaction commits.

    Raises `RefusedError` if it was not issued for this purpose and page, has expired, or was answered before.
    """
    challenge = identity.challenge_of(client_data)
    now = clock.now()
    if not authentication.challenges.is_valid(challenge, purpose, page, now):
        raise identity.RefusedError("a challenge of another purpose or origin, or one that has expired")
    added = insert(AnsweredChallenge).values(challenge=challenge, answered_at=now).on_conflict_do_nothing()
    if (await session.scalars(added.returning(AnsweredChallenge.challenge))).one_or_none() is None:
        raise identity.RefusedError("a challenge that was answered before")
    return challenge


def _registration(person: Person) -> str:
    return f"registration {person.account} {person.session}"


def _page_of(origin: str | None) -> tuple[str, str]:
    """Return the origin and the domain of the page. The guards have compared an origin with the allowed ones."""
    domain = identity.domain_of(origin) if origin else None
    if origin is None or domain is None:
        raise Malformed(
            "Passkeys need the page at a name such as liaison.example.org or localhost, not at an IP address.",
            code="no-passkeys-here",
        )
    return origin, domain
