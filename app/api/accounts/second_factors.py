"""Routes for the second factors of the caller's own account: authenticator app and recovery codes."""

from typing import Annotated

from fastapi import Request, Response, status
from pydantic import Field

from app.api import qr_codes
from app.api.context import context_of
from app.api.credentials import Password, PasswordAgainForm, SecondFactorCode
from app.api.guards import ReadingUnit, SignedIn, WritingUnit
from app.api.routing import Router
from app.api.schemas import Form, Time, View
from app.services.accounts import organisations
from app.services.accounts import second_factors as service

router = Router(prefix="/api/me", tags=["me"])


class SecondFactorsView(View):
    """The caller's second factors.

    `app_since`: when the authenticator app was set up. `needed_at_sign_in`: the password alone opens nothing. `proved`:
    this session proved a second factor. `demanded`: the caller is an operator, or administers an organisation, and these
    acts need one. `changeable`: false for accounts of the demonstration, which many people share.
    """

    app_since: Time | None
    recovery_codes: Annotated[int, Field(ge=0)]
    needed_at_sign_in: bool
    proved: bool
    demanded: bool
    changeable: bool


class NewAuthenticatorView(View):
    """A new authenticator app, which a first code confirms. The secret is shown only now.

    `address` is what the QR code says. `modules` is the code's width, `path` an SVG path of its dark modules.
    """

    secret: str
    address: str
    modules: int
    path: str


class RecoveryCodesView(View):
    """New recovery codes. They are shown only now."""

    codes: list[str]


class FirstCodeForm(Form):
    """The first code of a new authenticator app."""

    code: SecondFactorCode


class BothFactorsForm(Form):
    """The password, and a code of the app or a recovery code.

    Accounts with a passkey need no code in a session that proved two factors.
    """

    password: Password
    code: SecondFactorCode | None = None

    def code_text(self) -> str | None:
        """Return the code as text."""
        return None if self.code is None else self.code.get_secret_value()


@router.get("/second-factors")
async def read_second_factors(session: ReadingUnit, person: SignedIn, request: Request) -> SecondFactorsView:
    """Return what second factors the caller has."""
    has = await service.read(session, person)
    acts = person.operator or await organisations.administered_by(session, person.account) is not None
    demanded = acts and not person.demonstration and context_of(request).settings.operator_second_factor
    return SecondFactorsView(
        app_since=has.app_since,
        recovery_codes=has.recovery_codes,
        needed_at_sign_in=has.needed_at_sign_in,
        proved=person.second_factor,
        demanded=demanded,
        changeable=not person.demonstration,
    )


@router.post("/authenticator", status_code=status.HTTP_201_CREATED)
async def add_authenticator(
    session: WritingUnit, person: SignedIn, request: Request, form: PasswordAgainForm
) -> NewAuthenticatorView:
    """Begin to set up an authenticator app (RFC 6238). It is not asked for until its first code was entered."""
    new = await service.begin(session, context_of(request).authentication, person, form.password.get_secret_value())
    modules, path = qr_codes.drawn(new.address, error="m")
    return NewAuthenticatorView(secret=new.secret, address=new.address, modules=modules, path=path)


@router.post("/authenticator/confirmation")
async def confirm_authenticator(
    session: WritingUnit, person: SignedIn, request: Request, form: FirstCodeForm
) -> RecoveryCodesView:
    """Confirm the app by its first code. All other sessions and tokens end. Returns the recovery codes."""
    codes = await service.confirm(session, context_of(request).authentication, person, form.code.get_secret_value())
    return RecoveryCodesView(codes=codes)


@router.post("/authenticator/removal", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def remove_authenticator(session: WritingUnit, person: SignedIn, request: Request, form: BothFactorsForm) -> None:
    """Remove the app. With the last second factor, the recovery codes go too, and sign-in needs the password alone."""
    await service.remove(
        session,
        context_of(request).authentication,
        person,
        form.password.get_secret_value(),
        form.code_text(),
    )


@router.post("/recovery-codes")
async def renew_recovery_codes(
    session: WritingUnit, person: SignedIn, request: Request, form: BothFactorsForm
) -> RecoveryCodesView:
    """Replace the recovery codes. The former ones are void."""
    codes = await service.renew_codes(
        session,
        context_of(request).authentication,
        person,
        form.password.get_secret_value(),
        form.code_text(),
    )
    return RecoveryCodesView(codes=codes)
