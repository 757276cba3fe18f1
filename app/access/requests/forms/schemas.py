"""JSON Schema (2020-12) of a form's values, and the description of a form in one language. Pure.

The schema states types and options. Required and conditional fields are not in it: drafts are exported too, and
`checks.check` names what is missing.
"""

from collections.abc import Mapping
from typing import Any, Final

from app.i18n.phrases import Language
from app.reference.forms.model import Condition, Field, FieldType, Form, Title

_TEXT: Final = {"type": "string"}
_TYPES: Final[dict[FieldType, dict[str, Any]]] = {
    FieldType.TEXT: {"type": "string", "pattern": r"^[^\n]*$"},
    FieldType.LONG: _TEXT,
    FieldType.DATE: {"type": "string", "format": "date"},
    FieldType.MOMENT: {"type": "string", "format": "date-time"},
    FieldType.PERIOD: {
        "type": "object",
        "properties": {"from": _TEXT, "until": _TEXT},
        "additionalProperties": False,
    },
    FieldType.COUNTRY: {"type": "string", "pattern": "^[A-Z]{2}$"},
    FieldType.YES_NO: {"type": "boolean"},
    FieldType.MONEY: {
        "type": "object",
        "properties": {"amount": _TEXT, "currency": {"type": "string", "pattern": "^[A-Z]{3,5}$"}},
        "required": ["amount", "currency"],
        "additionalProperties": False,
    },
    FieldType.FILES: {"type": "array", "items": _TEXT},
}


def schema(form: Form) -> dict[str, Any]:
    """Return the JSON Schema of a form's values."""
    sections = {one.key: _object(one.title, one.fields) for one in form.sections}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.title.en,
        "$comment": f"{form.source}; version {form.version}. No conformity with an official form is claimed.",
        "type": "object",
        "properties": sections,
        "additionalProperties": False,
    }


def document(form: Form, number: str | None, version: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a filled form as it is exported, by `document_schema`. `number`: of the request; `None` for a provider."""
    request = {} if number is None else {"request": number}
    return {"form": form.key, "version": version, **request, "values": dict(values)}


def document_schema(form: Form) -> dict[str, Any]:
    """Return the JSON Schema of an exported form; `docs/schemas/requests` holds that of each form."""
    values = schema(form)
    head = {name: values.pop(name) for name in ("$schema", "title", "$comment")}
    properties = {"form": {"const": form.key}, "version": _TEXT, "request": _TEXT, "values": values}
    return head | {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name != "request" or not form.goes_to_provider],
        "additionalProperties": False,
    }


def described(form: Form, language: Language) -> dict[str, Any]:
    """Return sections, fields, options and conditions of a form with its labels in one language."""
    return {
        "key": form.key,
        "title": _in(form.title, language),
        "version": form.version,
        "source": form.source,
        "sections": [
            {
                "key": one.key,
                "title": _in(one.title, language),
                "is_internal": one.is_internal,
                "fields": [_described(part, language) for part in one.fields],
            }
            for one in form.sections
        ],
    }


def _object(title: Title, fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        "title": title.en,
        "type": "object",
        "properties": {one.key: _value(one) for one in fields},
        "additionalProperties": False,
    }


def _value(one: Field) -> dict[str, Any]:
    keys = [option.key for option in one.options]
    match one.type:
        case FieldType.GROUP:
            value = _object(one.title, one.fields)
        case FieldType.CHOICE:
            value = {"title": one.title.en, "enum": keys}
        case FieldType.CHOICES:
            value = {"title": one.title.en, "type": "array", "items": {"enum": keys}}
        case _:
            value = {"title": one.title.en} | _TYPES[one.type]
    return {"type": "array", "items": value} if one.is_list else value


def _described(one: Field, language: Language) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": _in(one.title, language),
        "type": one.type.value,
        "is_list": one.is_list,
        "need": one.need.value,
        "when": _condition(one.when) if one.when is not None else None,
        "options": [{"key": option.key, "title": _in(option.title, language)} for option in one.options],
        "fields": [_described(part, language) for part in one.fields],
        "source": one.source or None,
        "is_verified": one.is_verified,
    }


def _condition(condition: Condition) -> dict[str, Any]:
    return {
        "test": condition.test,
        "field": condition.field or None,
        "value": condition.value or None,
        "parts": [_condition(part) for part in condition.parts],
    }


def _in(title: Title, language: Language) -> str:
    return title.fr if language == "fr" else title.en
