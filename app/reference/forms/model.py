"""Types of forms: sections, fields, and conditions under which a field is needed or asked for. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class FieldType(StrEnum):
    """Types of a field's value, and how a value is written in JSON."""

    TEXT = "text"  # one line
    LONG = "long"  # several lines
    DATE = "date"  # "2026-03-14"
    MOMENT = "moment"  # "2026-03-14T11:22:33+01:00", with an offset
    PERIOD = "period"  # {"from": "2026-03-01", "until": "2026-03-14"}; days or moments
    COUNTRY = "country"  # ISO 3166-1 alpha-2
    YES_NO = "yes_no"  # true, false
    CHOICE = "choice"  # key of an option
    CHOICES = "choices"  # keys of options
    MONEY = "money"  # {"amount": "1200.50", "currency": "EUR"}
    FILES = "files"  # numbers or names of exhibits
    GROUP = "group"  # an object with fields of its own


class Need(StrEnum):
    """Whether a form needs a field."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"
    ADVISED = "advised"  # a field of the form, or good practice, that is not required
    OPTIONAL = "optional"


class FollowUp(StrEnum):
    """Effects of the dispatch of a form that is filled in after a request was sent or received."""

    RECORD = "record"  # it is recorded
    EXTENSION = "extension"  # the preservation is extended: Regulation (EU) 2023/1543, Annex VI
    CONFIRMATION = "confirmation"  # the addressee is told that production was requested: Annex V


@dataclass(frozen=True, slots=True)
class Title:
    """A text in the languages of the interface."""

    en: str
    fr: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on other values of the form.

    Attributes:
        test: `filled`; `is` and `has`: the field is, or contains, `value`; `all`, `any`, `none` of `parts`.
        field: Path from the form, such as `k.type`; within a list, `.kind` is a field of the same item.
        value: Key of an option, or `yes` or `no`.
        parts: Conditions that are combined.
    """

    test: Literal["filled", "is", "has", "all", "any", "none"]
    field: str = ""
    value: str = ""
    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a choice."""

    key: str
    title: Title


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a section, group or list.

    Attributes:
        key: Name in the JSON, unique among its siblings.
        title: Short label. It is no text of law.
        type: Type of the value, or of each value of a list.
        need: Whether it is needed.
        when: Condition under which it is asked for; a conditional field always has one.
        options: Options of a choice.
        fields: Fields of a group.
        is_list: The value is a list.
        source: Provision or document that asks for it.
        is_verified: The source was read; otherwise the field comes from general knowledge.
        prefill: Name of the value of the case that fills it.
        proposed: Value that is proposed to the member, who accepts it by saving it.
    """

    key: str
    title: Title
    type: FieldType
    need: Need = Need.OPTIONAL
    when: Condition | None = None
    options: tuple[Option, ...] = ()
    fields: tuple["Field", ...] = ()
    is_list: bool = False
    source: str = ""
    is_verified: bool = False
    prefill: str = ""
    proposed: bool | str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a form.

    Attributes:
        key: Name in the JSON.
        title: Heading.
        fields: Its fields.
        is_internal: It is left out of the copy for the provider.
    """

    key: str
    title: Title
    fields: tuple[Field, ...]
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule between fields: it is broken where its condition holds.

    Attributes:
        field: Path of the field to correct.
        broken_when: Condition.
        title: Sentence that says what is wrong and what to do.
        source: Provision.
    """

    field: str
    broken_when: Condition
    title: Title
    source: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form. Liaison claims no conformity with the official form of the same name.

    Attributes:
        key: Stable key; instruments name it (`app/reference/instruments.json`).
        title: Name.
        version: Date or state of the source. Requests keep the version with which they were filled.
        source: Document from which the fields were taken.
        sections: Sections in their order.
        rules: Rules between fields.
        direction: The only direction of requests that offers it; `None`: both.
        goes_to_provider: It is addressed to a provider, who gets a copy without internal sections and internal numbers.
        follow_up: It follows a request that was sent or received, and this is what its dispatch does. `None`: the form
            goes out with the request.
    """

    key: str
    title: Title
    version: str
    source: str
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...] = ()
    direction: Literal["in", "out"] | None = None
    goes_to_provider: bool = False
    follow_up: FollowUp | None = None

    def section(self, key: str) -> Section:
        """Return a section.

        Raises:
            KeyError: The form has no such section.
        """
        return {one.key: one for one in self.sections}[key]

    def walk(self) -> Iterator[tuple[Section, str, Field]]:
        """Return all fields with their sections and paths, groups before their fields."""
        for section in self.sections:
            for path, one in _walk(section.key, section.fields):
                yield section, path, one


def _walk(path: str, fields: tuple[Field, ...]) -> Iterator[tuple[str, Field]]:
    for one in fields:
        yield f"{path}.{one.key}", one
        yield from _walk(f"{path}.{one.key}", one.fields)
