"""Sentences for input that does not fit its form.

Pydantic's messages speak of types. These speak to users, and the catalogue translates them like any other sentence.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, get_args

from pydantic_core.core_schema import ErrorType

from app.i18n.phrases import Phrase

_INTEGER: Final = "Must be a whole number."
_NUMBER: Final = "Must be a number."
_TEXT: Final = "Must be text."
_DATE: Final = "Must be a date, for example 2026-05-16."
_MOMENT: Final = "Must be a date and time with its offset, for example 2026-05-16T09:30:00+02:00."
_NO_SUCH_DATE: Final = "This date or time does not exist. Check day, month and hour."
_TIME: Final = "Must be a time, for example 09:30."
_LIST: Final = "Must be a list."
_OBJECT: Final = "Must be an object."
_CHOICE: Final = "Choose one of these values: {expected}."
_REQUIRED: Final = "Required."
_OTHER: Final = "Not a valid value."

#: By the type of Pydantic's error. Placeholders are the names of its context.
_SENTENCES: Final[Mapping[str, str]] = {
    "missing": _REQUIRED,
    "extra_forbidden": "Unknown field.",
    "string_type": _TEXT,
    "string_too_short": "Enter at least {min_length} characters.",
    "string_too_long": "Enter at most {max_length} characters.",
    "string_pattern_mismatch": "This value does not have the required form.",
    "int_type": _INTEGER,
    "int_parsing": _INTEGER,
    "int_from_float": _INTEGER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": "Must be true or false.",
    "bool_parsing": "Must be true or false.",
    "greater_than": "Must be greater than {gt}.",
    "greater_than_equal": "Must be at least {ge}.",
    "less_than": "Must be less than {lt}.",
    "less_than_equal": "Must be at most {le}.",
    "too_short": "Choose at least {min_length}.",
    "too_long": "Choose at most {max_length}.",
    "literal_error": _CHOICE,
    "enum": _CHOICE,
    "union_tag_invalid": "Choose one of these values: {expected_tags}.",
    "union_tag_not_found": _REQUIRED,
    "uuid_type": "Must be an identifier (UUID).",
    "uuid_parsing": "Must be an identifier (UUID).",
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "timezone_aware": _MOMENT,
    "time_type": _TIME,
    "time_parsing": _TIME,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
}
#: Every other type belongs to a validator of ours, which wrote the sentence itself.
_OF_PYDANTIC: Final = frozenset(get_args(ErrorType))
#: Pydantic says so of February 30th, for example.
_OUTSIDE: Final = "outside expected range"
_QUOTED: Final = re.compile(r"'([^']*)'")


def sentence(error: Mapping[str, Any]) -> str:
    """Return the English sentence for one error of Pydantic. It never contains the input.

    Args:
        error: One item of `ValidationError.errors()`.
    """
    context = error.get("ctx") or {}
    if isinstance(raised := context.get("error"), ValueError) and raised.args:  # of our own validators
        return raised.args[0] if isinstance(raised.args[0], str) else _OTHER
    template = _SENTENCES.get(error["type"])
    if template is None:
        return _OTHER if error["type"] in _OF_PYDANTIC else str(error["msg"])
    if template in {_DATE, _MOMENT} and _OUTSIDE in str(context.get("error")):
        return _NO_SUCH_DATE
    if error["type"] in {"string_too_short", "too_short"} and context.get("min_length") == 1:
        template = _REQUIRED
    if "{" not in template:
        return template
    return Phrase(template, **{name: _value(context[name]) for name in re.findall(r"\{(\w+)\}", template)})


def code_of(error: Mapping[str, Any]) -> dict[str, str]:
    """Return the slug of an error of our own validators, for programs; nothing for one of Pydantic."""
    kind = str(error["type"])
    return {} if kind in _OF_PYDANTIC else {"code": kind.replace("_", "-")}


def _value(value: object) -> str | int | list[str]:
    if isinstance(value, int):
        return value
    return _QUOTED.findall(str(value)) or str(value)
