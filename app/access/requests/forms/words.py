"""Short functions with which the forms are written. Pure."""

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from app.reference.forms.model import Condition, Field, FieldType, Need, Option, Rule, Section, Title

REQUIRED: Final = Need.REQUIRED
ADVISED: Final = Need.ADVISED
OPTIONAL: Final = Need.OPTIONAL


@dataclass(frozen=True, slots=True)
class Asked:
    """A need that applies while a condition holds."""

    need: Need
    when: Condition


#: A condition alone makes a field conditional: it is required while the condition holds.
Level: TypeAlias = Need | Condition | Asked


def filled(path: str) -> Condition:
    """Return the condition that a field has a value."""
    return Condition("filled", path)


def equal(path: str, value: str) -> Condition:
    """Return the condition that a choice, or a yes/no field, has a value."""
    return Condition("is", path, value)


def yes(path: str) -> Condition:
    """Return the condition that a question is answered with yes."""
    return equal(path, "yes")


def has(path: str, *values: str) -> Condition:
    """Return the condition that several choices contain one of the options."""
    parts = tuple(Condition("has", path, value) for value in values)
    return parts[0] if len(parts) == 1 else any_of(*parts)


def any_of(*parts: Condition) -> Condition:
    """Return the condition that one of the conditions holds."""
    return Condition("any", parts=parts)


def all_of(*parts: Condition) -> Condition:
    """Return the condition that all conditions hold."""
    return Condition("all", parts=parts)


def none_of(*parts: Condition) -> Condition:
    """Return the condition that no condition holds."""
    return Condition("none", parts=parts)


def advised(when: Condition) -> Asked:
    """Return the need of a field that is advised while a condition holds."""
    return Asked(Need.ADVISED, when)


def optional(when: Condition) -> Asked:
    """Return the need of a field that is optional, and asked for only while a condition holds."""
    return Asked(Need.OPTIONAL, when)


def text(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return a field of one line."""
    return _field(FieldType.TEXT, key, en, fr, need, source, prefill)


def long(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return a field of several lines."""
    return _field(FieldType.LONG, key, en, fr, need, source, prefill)


def date(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return a date."""
    return _field(FieldType.DATE, key, en, fr, need, source, prefill)


def moment(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return an instant with its zone."""
    return _field(FieldType.MOMENT, key, en, fr, need, source, prefill)


def period(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return a period."""
    return _field(FieldType.PERIOD, key, en, fr, need, source, prefill)


def country(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return a country."""
    return _field(FieldType.COUNTRY, key, en, fr, need, source, prefill)


def yes_no(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return a question that is answered with yes or no."""
    return _field(FieldType.YES_NO, key, en, fr, need, source, prefill)


def money(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return an amount with its currency."""
    return _field(FieldType.MONEY, key, en, fr, need, source, prefill)


def files(key: str, en: str, fr: str, need: Level = OPTIONAL, source: str = "", prefill: str = "") -> Field:
    """Return papers."""
    return _field(FieldType.FILES, key, en, fr, need, source, prefill)


def choice(
    key: str, en: str, fr: str, offered: str, need: Level = OPTIONAL, source: str = "", prefill: str = ""
) -> Field:
    """Return a choice of one option. Options are lines of `key | English | French`."""
    return replace(_field(FieldType.CHOICE, key, en, fr, need, source, prefill), options=options(offered))


def choices(
    key: str, en: str, fr: str, offered: str, need: Level = OPTIONAL, source: str = "", prefill: str = ""
) -> Field:
    """Return a choice of several options, written as for `choice`."""
    return replace(_field(FieldType.CHOICES, key, en, fr, need, source, prefill), options=options(offered))


def group(
    key: str,
    en: str,
    fr: str,
    fields: tuple[Field, ...],
    need: Level = OPTIONAL,
    source: str = "",
    prefill: str = "",
) -> Field:
    """Return a group of fields."""
    return replace(_field(FieldType.GROUP, key, en, fr, need, source, prefill), fields=fields)


def several(one: Field) -> Field:
    """Return a field as a list of its values."""
    return replace(one, is_list=True)


def proposed(one: Field, *, value: bool | str) -> Field:
    """Return a field with a value that is proposed for it."""
    return replace(one, proposed=value)


def section(key: str, en: str, fr: str, *fields: Field, is_internal: bool = False) -> Section:
    """Return a section."""
    return Section(key, Title(en, fr), fields, is_internal=is_internal)


def unverified(one: Section) -> Section:
    """Return a section whose fields nobody has compared with their sources."""
    return replace(one, fields=tuple(map(_unverified, one.fields)))


def _unverified(one: Field) -> Field:
    return replace(one, is_verified=False, fields=tuple(map(_unverified, one.fields)))


def rule(path: str, broken_when: Condition, en: str, fr: str, source: str) -> Rule:
    """Return a rule between fields."""
    return Rule(path, broken_when, Title(en, fr), source)


def options(lines: str) -> tuple[Option, ...]:
    """Return options written as lines of `key | English | French`."""
    parts = [[part.strip() for part in line.split("|")] for line in lines.strip().splitlines()]
    return tuple(Option(key, Title(en, fr)) for key, en, fr in parts)


def _field(kind: FieldType, key: str, en: str, fr: str, need: Level, source: str, prefill: str) -> Field:
    """Return a field. A condition as `need` makes it conditional; a source marks it as read there."""
    match need:
        case Need():
            level, when = need, None
        case Asked():
            level, when = need.need, need.when
        case _:
            level, when = Need.CONDITIONAL, need
    return Field(key, Title(en, fr), kind, level, when, source=source, is_verified=bool(source), prefill=prefill)
