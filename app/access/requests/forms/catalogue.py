"""All forms by key, and filling a form from the case. Pure."""

from collections.abc import Mapping
from typing import Final

from app.access.requests.forms import (
    confiscation,
    e_evidence,
    e_evidence_answers,
    eio,
    eio_answers,
    interpol,
    mla,
    orders,
    police,
    protocol,
    providers,
    surrender,
    tcy,
    transfer,
)
from app.access.requests.forms.checks import is_filled
from app.access.requests.forms.model import Field, Form

FORMS: Final[Mapping[str, Form]] = {
    one.key: one
    for module in (
        tcy,
        mla,
        eio,
        eio_answers,
        e_evidence,
        e_evidence_answers,
        orders,
        confiscation,
        surrender,
        transfer,
        police,
        protocol,
        interpol,
        providers,
    )
    for one in module.FORMS
}


#: Names that fill only groups marked with them: a validating or notified authority is another one.
_OWN: Final = ("authority", "signature")


def prefilled(form: Form, case: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """Return the values of a form that the case knows; fields without a value are absent.

    Args:
        form: The form.
        case: Values by the names in `docs/request-forms.md`, such as `request.facts`, `authority.name`, `today`.
    """
    found = {one.key: _filled(one.fields, case) for one in form.sections}
    return {key: values for key, values in found.items() if values}


def _filled(fields: tuple[Field, ...], case: Mapping[str, object]) -> dict[str, object]:
    values = {one.key: _value(one, case) for one in fields}
    return {key: value for key, value in values.items() if is_filled(value)}


def _value(one: Field, case: Mapping[str, object]) -> object:
    if one.prefill and one.prefill in case:
        return case[one.prefill]
    others = tuple(f"{name}." for name in _OWN if name != one.prefill)
    inside = _filled(one.fields, {name: value for name, value in case.items() if not name.startswith(others)})
    return [inside] if inside and one.is_list else inside or None
