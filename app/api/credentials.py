"""Form with the credentials for sessions and tokens."""

from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr, StringConstraints

from app import characters
from app.api.schemas import Form, printable
from app.identity.passkeys import Assertion
from app.services.accounts.signing_in import Credentials


def _speakable(secret: SecretStr) -> SecretStr:
    try:
        secret.get_secret_value().encode()
    except UnicodeEncodeError:
        raise ValueError("Must be text.") from None
    return secret


Email = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=3, max_length=254), AfterValidator(printable)
]
#: E-mail address of another person, without invisible characters.
PlainEmail = Annotated[Email, AfterValidator(characters.seen)]
#: Never written to logs, errors or examples.
Password = Annotated[SecretStr, Field(min_length=1, max_length=1000), AfterValidator(_speakable)]


#: Code of an authenticator app or a recovery code.
SecondFactorCode = Annotated[SecretStr, Field(min_length=6, max_length=40), AfterValidator(_speakable)]


class CredentialsForm(Form):
    """E-mail address and password."""

    email: Email
    password: Password


class SignInForm(CredentialsForm):
    """E-mail address and password; for accounts with a second factor, its code."""

    code: SecondFactorCode | None = None

    def entered(self) -> Credentials:
        """Return the credentials."""
        code = None if self.code is None else self.code.get_secret_value()
        return Credentials(self.email, self.password.get_secret_value(), code)


class PasswordAgainForm(Form):
    """The password of the account."""

    password: Password


Base64Url = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=2_000)]


class AssertionForm(Form):
    """The answer of an authenticator to a sign-in. `user`: the account's handle, if the authenticator sent it."""

    credential: Base64Url
    client_data: Base64Url
    authenticator_data: Base64Url
    signature: Base64Url
    user: Base64Url | None = None

    def assertion(self) -> Assertion:
        """Return the answer."""
        return Assertion(self.credential, self.client_data, self.authenticator_data, self.signature, self.user)
