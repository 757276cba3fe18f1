"""Declared hashes of an exhibit, used in forms and views alike."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, ValidationInfo, field_validator

from app.api.schemas import Form
from app.i18n.phrases import Phrase

_DIGITS = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128}
_HEX = re.compile(r"[0-9a-f]+")


class DeclaredHash(Form):
    """A hash stated by the person who acquired the exhibit: of the medium, or of the container that holds its image."""

    algorithm: Literal["sha256", "sha1", "md5", "sha512"]
    value: Annotated[str, AfterValidator(str.lower)]
    of: Literal["medium", "container"]

    @field_validator("value")
    @classmethod
    def _has_its_length(cls, value: str, form: ValidationInfo) -> str:
        digits = _DIGITS.get(form.data.get("algorithm", ""))
        if digits is not None and (len(value) != digits or not _HEX.fullmatch(value)):
            raise ValueError(
                Phrase(
                    "A {algorithm} hash has {digits} hexadecimal digits.",
                    algorithm=form.data["algorithm"],
                    digits=digits,
                )
            )
        return value
