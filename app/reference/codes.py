"""Lists of codes: evaluation, handling, sharing and classification marks, and categories of data.

Each code has its meaning with the legal source. Not here: the codes that a rule of the program computes with
(`models`, `access`), and the shipped lists (`codes.json`).
"""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from app.reference.sourced import BilingualText, Key, Part, Record, Sourced


class CodeMeaning(Part):
    """A code and what it means."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9 :+/_a-z]{0,49}$")]
    meaning: BilingualText


class SourcedCode(Sourced[CodeMeaning]):
    """A code and what it means."""


class CodeList(Record):
    """A list of codes, in the order of its source."""

    key: Key
    title: BilingualText
    codes: tuple[SourcedCode, ...] = Field(default=(), max_length=200)

    @model_validator(mode="after")
    def _once(self) -> Self:
        codes = [one.value.code for one in self.codes if one.value is not None]
        if len(codes) != len(set(codes)):
            raise ValueError("State each code once.")
        return self
