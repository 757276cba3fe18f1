"""Checks of a filled form: missing fields, values of the wrong type, and broken rules. Pure.

Values are nested as the form is: section, field, fields of a group. An empty text, list or object is no value.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from app.reference.forms.model import Condition, Field, FieldType, Form, Need, Section, Title

Values = Mapping[str, object]
_SIGNATURES: Final = frozenset(("signature", "issued"))


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that the form needs and that has no value.

    Attributes:
        section: Key of its section.
        section_title: Heading of the section.
        path: Path with the positions in lists, such as `e.identifiers.0.value`.
        title: Label of the field.
    """

    section: str
    section_title: Title
    path: str
    title: Title

    @property
    def is_signature(self) -> bool:
        """Whether the field belongs to a signature, which is given last."""
        return not _SIGNATURES.isdisjoint(self.path.split("."))


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that the form does not accept.

    Attributes:
        section: Key of the section.
        path: Path of the field.
        reason: Sentences that say what is wrong and what to do.
    """

    section: str
    path: str
    reason: Title


_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
UNKNOWN: Final = Title("The form has no such field.", "Le formulaire n’a pas ce champ.")
WRONG: Final[Mapping[FieldType, Title]] = {
    FieldType.TEXT: Title("Enter a text.", "Saisissez un texte."),
    FieldType.LONG: Title("Enter a text.", "Saisissez un texte."),
    FieldType.DATE: Title("Enter a date that exists.", "Saisissez une date qui existe."),
    FieldType.MOMENT: Title(
        "Enter a date and time that exist, with a time zone.",
        "Saisissez une date et une heure qui existent, avec un fuseau horaire.",
    ),
    FieldType.PERIOD: Title(
        "Enter a beginning and an end that exist, in this order.",
        "Saisissez un début et une fin qui existent, dans cet ordre.",
    ),
    FieldType.COUNTRY: Title("Choose a country.", "Choisissez un pays."),
    FieldType.YES_NO: Title("Answer yes or no.", "Répondez par oui ou par non."),
    FieldType.CHOICE: Title("Choose one of the options.", "Choisissez l’une des options."),
    FieldType.CHOICES: Title("Choose among the options.", "Choisissez parmi les options."),
    FieldType.MONEY: Title("Enter an amount and a currency.", "Saisissez un montant et une devise."),
    FieldType.FILES: Title("Name the papers.", "Indiquez les pièces."),
    FieldType.GROUP: Title("Fill in the fields of this group.", "Remplissez les champs de ce groupe."),
}
NO_LIST: Final = Title("Enter a list.", "Saisissez une liste.")


def check(form: Form, values: Values) -> list[Missing]:
    """Return the fields that the form needs and that have no value, in the order of the form."""
    return list(_missing(form, values, Need.REQUIRED))


def advise(form: Form, values: Values) -> list[Missing]:
    """Return the fields that are no requirement but belong to the form or to good practice, and have no value."""
    return list(_missing(form, values, Need.ADVISED))


def faults(form: Form, values: Values) -> list[Fault]:
    """Return unknown fields, values of the wrong type, dates that do not exist, and broken rules."""
    return wrong_values(form, values) + broken_rules(form, values)


def wrong_values(form: Form, values: Values) -> list[Fault]:
    """Return unknown fields, values of the wrong type and dates that do not exist. A draft has none of them."""
    sections = {one.key: one for one in form.sections}
    found = list[Fault]()
    for key, given in values.items():
        if key not in sections:
            found.append(Fault(key, key, UNKNOWN))
        else:
            found += _group_faults(key, key, sections[key].fields, given)
    return found


def broken_rules(form: Form, values: Values) -> list[Fault]:
    """Return the broken rules between fields. A draft can break some of them until it is complete."""
    broken = (one for one in form.rules if holds(one.broken_when, values))
    return [Fault(one.field.partition(".")[0], one.field, one.title) for one in broken]


def is_accepted(one: Field, given: object) -> bool:
    """Return whether a value, or one value of a list, has the type of a field that is not a group."""
    return _ACCEPTED[one.type](one, given)


def for_provider(form: Form, values: Values) -> dict[str, object]:
    """Return the values without the sections that the provider must not read."""
    internal = {one.key for one in form.sections if one.is_internal}
    return {key: given for key, given in values.items() if key not in internal}


def holds(condition: Condition, values: Values, item: Values | None = None) -> bool:
    """Whether a condition holds.

    Args:
        condition: The condition.
        values: Values of the form.
        item: Values of the group or list item, for paths that begin with a full stop.
    """
    combined: dict[str, Callable[[Iterator[bool]], bool]] = {"all": all, "any": any, "none": lambda one: not any(one)}
    if condition.test in combined:
        return combined[condition.test](holds(part, values, item) for part in condition.parts)
    given = _at(item or {}, condition.field[1:]) if condition.field.startswith(".") else _at(values, condition.field)
    if condition.test == "filled":
        return is_filled(given)
    if condition.test == "has":
        return isinstance(given, Sequence) and not isinstance(given, str) and condition.value in given
    return given is (condition.value == "yes") if isinstance(given, bool) else given == condition.value


def is_filled(given: object) -> bool:
    """Whether a value counts as one. `False` and 0 do; an object without a value, and an empty list or text, do not."""
    if isinstance(given, Mapping):
        return any(is_filled(one) for one in given.values())
    if isinstance(given, str):
        return bool(given.strip())
    if isinstance(given, Sequence):
        return any(is_filled(one) for one in given)
    return given is not None


def _at(values: Values, path: str) -> object:
    given: object = values
    for key in path.split("."):
        given = given.get(key) if isinstance(given, Mapping) else None
    return given


def _missing(form: Form, values: Values, need: Need) -> Iterator[Missing]:
    for section in form.sections:
        given = values.get(section.key)
        item = given if isinstance(given, Mapping) else {}
        yield from _missing_in(section, section.key, section.fields, values, item, need)


def _missing_in(
    section: Section, path: str, fields: Sequence[Field], values: Values, item: Values, need: Need
) -> Iterator[Missing]:
    for one in fields:
        given, here = item.get(one.key), f"{path}.{one.key}"
        level = Need.REQUIRED if one.need is Need.CONDITIONAL else one.need
        is_needed = level is need and (one.when is None or holds(one.when, values, item))
        if is_filled(given):
            for position, part in _parts(one, given):
                yield from _missing_in(section, f"{here}{position}", one.fields, values, part, need)
        elif is_needed:
            inside = list(_missing_in(section, here, one.fields, values, {}, need)) if not one.is_list else []
            yield from inside or [Missing(section.key, section.title, here, one.title)]


def _parts(one: Field, given: object) -> Iterator[tuple[str, Values]]:
    """Return the objects of a group or list, with their positions."""
    if one.type is not FieldType.GROUP:
        return
    if not one.is_list:
        yield "", given if isinstance(given, Mapping) else {}
    elif isinstance(given, Sequence):
        yield from ((f".{at}", part) for at, part in enumerate(given) if isinstance(part, Mapping))


def _group_faults(section: str, path: str, fields: Sequence[Field], given: object) -> Iterator[Fault]:
    if not isinstance(given, Mapping):
        yield Fault(section, path, WRONG[FieldType.GROUP])
        return
    known = {one.key: one for one in fields}
    for key, value in given.items():
        here = f"{path}.{key}"
        if key not in known:
            yield Fault(section, here, UNKNOWN)
        elif is_filled(value):
            yield from _field_faults(section, here, known[key], value)


def _field_faults(section: str, path: str, one: Field, given: object) -> Iterator[Fault]:
    if one.is_list:
        if not isinstance(given, Sequence) or isinstance(given, str):
            yield Fault(section, path, NO_LIST)
            return
        for at, part in enumerate(given):
            yield from _value_faults(section, f"{path}.{at}", one, part)
    else:
        yield from _value_faults(section, path, one, given)


def _value_faults(section: str, path: str, one: Field, given: object) -> Iterator[Fault]:
    if one.type is FieldType.GROUP:
        yield from _group_faults(section, path, one.fields, given)
    elif not _ACCEPTED[one.type](one, given):
        yield Fault(section, path, WRONG[one.type])


def _is_date(given: object) -> bool:
    try:
        return isinstance(given, str) and bool(_DATE.fullmatch(given)) and bool(date.fromisoformat(given))
    except ValueError:
        return False


def _is_moment(given: object) -> bool:
    try:
        return isinstance(given, str) and datetime.fromisoformat(given).utcoffset() is not None
    except ValueError:
        return False


def _is_period(given: object) -> bool:
    if not isinstance(given, Mapping) or not given.keys() <= {"from", "until"}:
        return False
    ends = [given[key] for key in ("from", "until") if is_filled(given.get(key))]
    if not ends or not (all(map(_is_date, ends)) or all(map(_is_moment, ends))):
        return False
    read = [datetime.fromisoformat(str(one)) for one in ends]
    return read == sorted(read)


def _is_money(given: object) -> bool:
    return (
        isinstance(given, Mapping)
        and given.keys() == {"amount", "currency"}
        and _is_texts(list(given.values()))
        and re.fullmatch(r"\d{1,18}(\.\d{1,8})?", str(given["amount"]), re.ASCII) is not None
        and re.fullmatch(r"[A-Z]{3,5}", str(given["currency"]), re.ASCII) is not None
    )


def _is_texts(given: object) -> bool:
    return isinstance(given, Sequence) and not isinstance(given, str) and all(isinstance(one, str) for one in given)


def _is_option(one: Field, given: object) -> bool:
    return isinstance(given, str) and any(option.key == given for option in one.options)


def _are_options(one: Field, given: object) -> bool:
    return isinstance(given, Sequence) and not isinstance(given, str) and all(_is_option(one, part) for part in given)


_ACCEPTED: Final[Mapping[FieldType, Callable[[Field, object], bool]]] = {
    FieldType.TEXT: lambda _, given: isinstance(given, str) and "\n" not in given,
    FieldType.LONG: lambda _, given: isinstance(given, str),
    FieldType.DATE: lambda _, given: _is_date(given),
    FieldType.MOMENT: lambda _, given: _is_moment(given),
    FieldType.PERIOD: lambda _, given: _is_period(given),
    FieldType.COUNTRY: lambda _, given: isinstance(given, str) and re.fullmatch("[A-Z]{2}", given) is not None,
    FieldType.YES_NO: lambda _, given: isinstance(given, bool),
    FieldType.CHOICE: _is_option,
    FieldType.CHOICES: _are_options,
    FieldType.MONEY: lambda _, given: _is_money(given),
    FieldType.FILES: lambda _, given: _is_texts(given),
}
