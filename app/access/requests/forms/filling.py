"""Values of a form: as they are saved, completed by those of the case, proposed and exported. Pure.

A proposed value counts only once a member has saved it. A saved field without a value (`None`) was emptied by a member and is not filled from the case again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.access.requests.forms.checks import is_accepted, is_filled
from app.reference.forms.model import Field, FieldType, Form

Saved = Mapping[str, Any]
#: Marks the groups of a form that stand for the own authority.
OWN_AUTHORITY: Final = "authority"
#: Names of the values of the case that say who the own authority is.
_WHO: Final = frozenset(("authority.name", "authority.contact"))


@dataclass(frozen=True, slots=True)
class Filled:
    """Values of a form without empty ones.

    Attributes:
        values: By section and field.
        prefilled: Paths of the fields whose values come from the case.
    """

    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    prefilled: list[str] = field(default_factory=list)


def normalised(values: Saved) -> dict[str, Any]:
    """Return values as they are saved: each value without content is `None`, and lists have no empty parts."""
    return {key: _normal(given) for key, given in values.items()}


def _normal(given: object) -> object:
    if isinstance(given, Mapping):
        return normalised(given)
    if not is_filled(given):
        return None
    if isinstance(given, Sequence) and not isinstance(given, str):
        return [_normal(part) for part in given if is_filled(part)]
    return given


def filled(form: Form, saved: Saved, case: Saved) -> Filled:
    """Return the saved values, completed by those of the case where nothing was saved.

    Args:
        form: The form.
        saved: As `normalised` returns them.
        case: As `catalogue.prefilled` returns them. Values that the form does not accept are left out.
    """
    found = Filled()
    for section in form.sections:
        values = _completed(section.key, section.fields, _group(saved, section.key), _group(case, section.key), found)
        if values:
            found.values[section.key] = values
    return found


def _group(values: Saved, key: str) -> Saved:
    given = values.get(key)
    return given if isinstance(given, Mapping) else {}


def _completed(path: str, fields: Sequence[Field], saved: Saved, case: Saved, found: Filled) -> dict[str, Any]:
    values = dict[str, Any]()
    for one in fields:
        here = f"{path}.{one.key}"
        if one.type is FieldType.GROUP and not one.is_list and saved.get(one.key, ()) is not None:
            value: object = _completed(here, one.fields, _group(saved, one.key), _group(case, one.key), found)
        elif one.key in saved:
            value = _known(one, saved[one.key])
        else:
            value = _known(one, case.get(one.key))
            if is_filled(value):
                found.prefilled.append(here)
        if is_filled(value):
            values[one.key] = value
    return values


def _known(one: Field, given: object) -> object:
    """Return a value without what the form does not accept, and without empty parts; `None` if nothing is left."""
    if one.is_list:
        parts = given if isinstance(given, Sequence) and not isinstance(given, str) else ()
        known = [_known_part(one, part) for part in parts]
        return [part for part in known if is_filled(part)] or None
    return _known_part(one, given)


def _known_part(one: Field, given: object) -> object:
    if one.type is FieldType.GROUP:
        values = given if isinstance(given, Mapping) else {}
        inside = {part.key: _known(part, values.get(part.key)) for part in one.fields}
        return {key: value for key, value in inside.items() if is_filled(value)} or None
    if one.type is FieldType.CHOICES and isinstance(given, Sequence) and not isinstance(given, str):
        keys = {option.key for option in one.options}
        return [part for part in given if part in keys] or None
    return given if is_filled(given) and is_accepted(one, given) else None


def proposals(form: Form, saved: Saved, values: Saved, earlier: Sequence[Saved]) -> dict[str, dict[str, Any]]:
    """Return values for empty fields that a member can accept by saving them, by section and field.

    A form proposes some values itself. The groups of the own authority are proposed as an earlier form has them that names
    the same authority and contact, as far as these are known.

    Args:
        form: The form.
        saved: As `normalised` returns them. A field that a member emptied gets no proposal.
        values: As `filled` returns them.
        earlier: Values of earlier forms of the party with the same key, newest first.
    """
    found = {
        one.key: _proposed(one.fields, _group(saved, one.key), _group(values, one.key), _groups(earlier, one.key))
        for one in form.sections
    }
    return {key: inside for key, inside in found.items() if inside}


def _groups(several: Sequence[Saved], key: str) -> list[Saved]:
    return [_group(one, key) for one in several]


def _proposed(
    fields: Sequence[Field], saved: Saved, values: Saved, earlier: Sequence[Saved], *, is_own: bool = False
) -> dict[str, Any]:
    found = dict[str, Any]()
    for one in fields:
        value: object = None
        if one.key in saved and saved[one.key] is None:
            continue
        if one.type is FieldType.GROUP and not one.is_list:
            inside, former, own = _group(values, one.key), _groups(earlier, one.key), one.prefill == OWN_AUTHORITY
            if own:
                former = [each for each in former if is_filled(each) and _is_same(one.fields, inside, each)][:1]
            value = _proposed(one.fields, _group(saved, one.key), inside, former, is_own=is_own or own)
        elif not is_filled(values.get(one.key)):
            value = _known(one, earlier[0].get(one.key)) if is_own and earlier else one.proposed
        if is_filled(value):
            found[one.key] = value
    return found


def _is_same(fields: Sequence[Field], values: Saved, earlier: Saved) -> bool:
    """Return whether an earlier group names the same authority and contact, as far as they are known now."""
    known = [one.key for one in fields if one.prefill in _WHO and is_filled(values.get(one.key))]
    return all(values[key] == earlier.get(key) for key in known)


def changed_sections(form: Form, former: Saved, new: Saved) -> list[str]:
    """Return the keys of the sections whose saved values differ, in the order of the form."""
    return [one.key for one in form.sections if former.get(one.key) != new.get(one.key)]
