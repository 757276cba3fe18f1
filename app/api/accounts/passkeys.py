"""Routes for passkeys (W3C Web Authentication): the caller's own, and signing in with one.

Binary values are base64url without padding, as in `PublicKeyCredential.toJSON()`.
"""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response, status
from pydantic import AfterValidator, StringConstraints

from app import characters
from app.api.context import context_of
from app.api.credentials import AssertionForm, Base64Url, PasswordAgainForm
from app.api.guards import Anyone, ReadingUnit, SignedIn, WritingUnit
from app.api.routing import Router
from app.api.schemas import Form, Page, Time, View
from app.api.session_cookies import set_cookies
from app.api.teams.views.people import SessionView
from app.identity.passkeys import ALGORITHMS, Registration, encoded
from app.models import Passkey
from app.services.accounts import passkeys as service

router = Router(tags=["me"])

#: Attestations hold certificates of the authenticator's maker.
_LongBase64Url = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=40_000)]
_Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), AfterValidator(characters.plain)
]


class PasskeyView(View):
    """A passkey of the caller. `synchronised`: a copy is kept outside the device, for example by its maker."""

    id: UUID
    name: str
    domain: str
    synchronised: bool
    created_at: Time
    last_used_at: Time | None


class NewPasskeyChallengeView(View):
    """The request to an authenticator for a new passkey.

    `algorithms`: COSE numbers, the preferred one first. `present`: credentials of the account, of which none is made twice.
    """

    challenge: str
    domain: str
    user: str
    email: str
    name: str
    algorithms: list[int]
    present: list[str]


class RegistrationForm(Form):
    """The answer of an authenticator to a registration."""

    credential: Base64Url
    client_data: Base64Url
    attestation: _LongBase64Url


class NewPasskeyForm(Form):
    """A new passkey and the name that its owner gives it."""

    name: _Name
    answer: RegistrationForm


class NewPasskeyView(View):
    """A new passkey. `recovery_codes`: shown only now, and empty if the account had a second factor."""

    passkey: PasskeyView
    recovery_codes: list[str]


class PasskeyChallengeView(View):
    """The request to an authenticator at sign-in."""

    challenge: str
    domain: str


def passkey_view(row: Passkey) -> PasskeyView:
    """Show a passkey."""
    return PasskeyView(
        id=row.id,
        name=row.name,
        domain=row.domain,
        synchronised=row.synchronised,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
    )


@router.get("/api/me/passkeys")
async def list_passkeys(session: ReadingUnit, person: SignedIn) -> Page[PasskeyView]:
    """List the caller's passkeys, oldest first."""
    return Page(items=[passkey_view(row) for row in await service.list_own(session, person)], next=None)


@router.post("/api/me/passkeys/challenge")
async def begin_passkey(
    session: WritingUnit, person: SignedIn, request: Request, form: PasswordAgainForm
) -> NewPasskeyChallengeView:
    """Begin to register a passkey, after the password. The answer is accepted once, within five minutes."""
    offer = await service.begin(
        session,
        context_of(request).authentication,
        person,
        form.password.get_secret_value(),
        request.headers.get("origin"),
    )
    return NewPasskeyChallengeView(
        challenge=encoded(offer.challenge),
        domain=offer.domain,
        user=encoded(offer.account.bytes),
        email=offer.email,
        name=offer.name,
        algorithms=[int(number) for number in ALGORITHMS],
        present=[encoded(credential) for credential in offer.present],
    )


@router.post("/api/me/passkeys", status_code=status.HTTP_201_CREATED)
async def register_passkey(
    session: WritingUnit, person: SignedIn, request: Request, form: NewPasskeyForm
) -> NewPasskeyView:
    """Store a new passkey. The first second factor ends all other sessions and tokens, and brings recovery codes."""
    answer = Registration(form.answer.credential, form.answer.client_data, form.answer.attestation)
    passkey, codes = await service.register(
        session, context_of(request).authentication, person, answer, form.name, request.headers.get("origin")
    )
    return NewPasskeyView(passkey=passkey_view(passkey), recovery_codes=codes)


@router.post("/api/me/passkeys/{passkey}/removal", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def remove_passkey(session: WritingUnit, person: SignedIn, passkey: UUID, form: PasswordAgainForm) -> None:
    """Remove a passkey, after the password. With the last second factor, the recovery codes go too."""
    await service.remove(session, person, form.password.get_secret_value(), passkey)


@router.post("/api/passkeys/challenge", tags=["sessions"])
async def ask_for_passkey(_visitor: Anyone, request: Request) -> PasskeyChallengeView:
    """Begin to sign in with a passkey. The answer is accepted once, within five minutes; it names no account."""
    question = service.ask(context_of(request).authentication, request.headers.get("origin"))
    return PasskeyChallengeView(challenge=encoded(question.challenge), domain=question.domain)


@router.post("/api/passkeys/sessions", status_code=status.HTTP_201_CREATED, tags=["sessions"])
async def create_session_by_passkey(
    visitor: Anyone, request: Request, response: Response, form: AssertionForm
) -> SessionView:
    """Sign in with a passkey, without a password. Sets the cookies of `POST /api/sessions`."""
    context = context_of(request)
    opened, device = await service.sign_in(
        context.database, context.authentication, visitor, form.assertion(), request.headers.get("origin")
    )
    set_cookies(request, response, opened, device)
    return SessionView(id=opened.id, created_at=opened.created_at, expires_at=opened.expires_at)
