"""The form by which people prove who they are: for sessions and for tokens alike."""

from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr, StringConstraints

from app import characters
from app.api.schemas import Form, printable


def _speakable(secret: SecretStr) -> SecretStr:
    try:
        secret.get_secret_value().encode()
    except UnicodeEncodeError:
        raise ValueError("is not text") from None
    return secret


Email = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=3, max_length=254), AfterValidator(printable)
]
#: Of somebody else, in which nothing is hidden from its reader.
PlainEmail = Annotated[Email, AfterValidator(characters.seen)]
#: Never in a log line, an error or a document's example.
Password = Annotated[SecretStr, Field(min_length=1, max_length=1000), AfterValidator(_speakable)]


class CredentialsForm(Form):
    """Who, and the proof."""

    email: Email
    password: Password
