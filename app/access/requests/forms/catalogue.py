"""The forms that an instrument offers, and filling a form from the case. Pure."""

from collections.abc import Iterable, Mapping
from typing import Final

from app.access.requests.forms.checks import is_filled
from app.access.requests.states import Direction
from app.reference.forms.loading import forms
from app.reference.forms.model import Field, Form

#: Names that fill only groups marked with them: a validating or notified authority is another one.
_OWN: Final = ("authority", "signature")


def offered(keys: Iterable[str], direction: Direction) -> list[Form]:
    """Return the forms that an instrument offers to requests of one direction, the usual one first.

    The usual form of an incoming request is its answer, if there is one. Forms that follow an outgoing request are last.

    Args:
        keys: Keys of the forms of the instrument in their order. Unknown ones are left out.
        direction: Of the request.
    """
    known = forms()
    found = [known[key] for key in keys if key in known and known[key].direction in (None, direction)]
    if direction is Direction.IN:
        return sorted(found, key=lambda one: one.direction is None)
    return sorted(found, key=lambda one: one.follow_up is not None)


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
