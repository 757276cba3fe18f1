"""Format of the files with forms: `*.json` beside this module. `docs/schemas/forms.json` is its JSON Schema.

`docs/request-forms.md` describes how a form is written. Not here: forms as the program uses them (`model.py`).
"""

from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from app.reference.forms.model import FieldType, FollowUp, Need

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
OptionKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9_]+$")]
#: A path from the form, such as `k.type`; `.kind` is a field of the same group. `{section}` stands for a value of a block.
Path = Annotated[str, Field(pattern=r"^\.?[a-z{][a-z0-9_{}]*(\.[a-z{][a-z0-9_{}]*)*$")]
Text = Annotated[str, Field(pattern=r"\S")]
_CHOICES: Final = (FieldType.CHOICE, FieldType.CHOICES)


class Entry(BaseModel):
    """An object of a file. It has no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class TextEntry(Entry):
    """A text in the languages of the interface."""

    en: Text
    fr: Text


class FilledEntry(Entry):
    """The field has a value."""

    filled: Path


class IsEntry(Entry):
    """The choice, or the yes/no field, has this value, or one of these."""

    field: Path
    is_: Annotated[OptionKey | Annotated[list[OptionKey], Field(min_length=1)], Field(alias="is")]


class HasEntry(Entry):
    """The choices contain this option, or one of these."""

    field: Path
    has: OptionKey | Annotated[list[OptionKey], Field(min_length=2)]


class AllEntry(Entry):
    """All of the conditions hold."""

    all: Annotated[list["ConditionEntry"], Field(min_length=1)]


class AnyEntry(Entry):
    """One of the conditions holds."""

    any: Annotated[list["ConditionEntry"], Field(min_length=1)]


class NoneEntry(Entry):
    """No condition of the list holds."""

    none: Annotated[list["ConditionEntry"], Field(min_length=1)]


class NamedConditionEntry(Entry):
    """A condition that the file names under `conditions`."""

    condition: Key


def _kind_of_condition(given: object) -> str | None:
    names = ("filled", "is", "has", "all", "any", "none", "condition")
    return next((name for name in names if isinstance(given, dict) and name in given), None)


ConditionEntry: TypeAlias = Annotated[
    Annotated[FilledEntry, Tag("filled")]
    | Annotated[IsEntry, Tag("is")]
    | Annotated[HasEntry, Tag("has")]
    | Annotated[AllEntry, Tag("all")]
    | Annotated[AnyEntry, Tag("any")]
    | Annotated[NoneEntry, Tag("none")]
    | Annotated[NamedConditionEntry, Tag("condition")],
    Discriminator(
        _kind_of_condition,
        custom_error_type="condition",
        custom_error_message="Write a condition with filled, is, has, all, any, none or condition.",
    ),
]


class OptionEntry(Entry):
    """An option of a choice."""

    key: OptionKey
    title: TextEntry


class OptionsUse(Entry):
    """The options of a list that has a name."""

    options: Key


OptionEntries: TypeAlias = Annotated[
    list[
        Annotated[
            Annotated[OptionEntry, Tag("option")] | Annotated[OptionsUse, Tag("options")],
            Discriminator(lambda given: "options" if isinstance(given, dict) and "options" in given else "option"),
        ]
    ],
    Field(min_length=1),
]


def _need_and_condition(need: Need, when: object) -> None:
    if (need is Need.CONDITIONAL and when is None) or (need is Need.REQUIRED and when is not None):
        raise ValueError("A conditional field has a condition, and a required field has none.")


class FieldChange(Entry):
    """A change of a field of a block. An absent `when` removes the condition."""

    need: Need
    when: ConditionEntry | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        _need_and_condition(self.need, self.when)
        return self


class BlockUse(Entry):
    """The fields of a block.

    Attributes:
        block: Name of the block.
        given: Values for `{name}` in its texts and conditions.
        change: Changes, by the key of the field.
    """

    block: Key
    given: Annotated[dict[Key, Text], Field(alias="with")] = {}
    change: dict[Key, FieldChange] = {}


class FieldEntry(Entry):
    """A field. Its attributes are those of `model.Field`; a field with a source is verified unless the form is not."""

    key: Key
    type: FieldType
    is_list: bool = False
    title: TextEntry
    need: Need = Need.OPTIONAL
    when: ConditionEntry | None = None
    source: Text | None = None
    prefill: Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$")] | None = None
    proposed: bool | Text | None = None
    options: Key | OptionEntries | None = None
    fields: "FieldEntries | None" = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.type in _CHOICES) != (self.options is not None):
            raise ValueError("A choice has options, and no other field has them.")
        if (self.type is FieldType.GROUP) != (self.fields is not None):
            raise ValueError("A group has fields, and no other field has them.")
        _need_and_condition(self.need, self.when)
        return self


FieldEntries: TypeAlias = Annotated[
    list[
        Annotated[
            Annotated[FieldEntry, Tag("field")] | Annotated[BlockUse, Tag("block")],
            Discriminator(lambda given: "block" if isinstance(given, dict) and "block" in given else "field"),
        ]
    ],
    Field(min_length=1),
]


class BlockEntry(Entry):
    """Fields that are used more than once."""

    note: Text | None = None
    fields: FieldEntries


class OptionListEntry(Entry):
    """Options that are used more than once."""

    note: Text | None = None
    options: OptionEntries


class NamedCondition(Entry):
    """A condition that is used more than once."""

    note: Text | None = None
    when: ConditionEntry


class RuleEntry(Entry):
    """A rule between fields: it is broken while its condition holds."""

    field: Path
    broken_when: ConditionEntry
    title: TextEntry
    source: Text


class SectionEntry(Entry):
    """A section. `is_internal`: it is left out of the copy for the provider."""

    key: Key
    title: TextEntry
    is_internal: bool = False
    fields: FieldEntries


class FormEntry(Entry):
    """A form.

    Attributes:
        is_verified: False: nobody has compared the fields with their sources.
        goes_to_provider: It is addressed to a provider, not to an authority.
        follow_up: It follows a request that was sent or received, and this is what its dispatch does.
        rules: Rules, or names of rules of the file.
    """

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
    title: TextEntry
    version: Text
    source: Text
    direction: Literal["in", "out"] | None = None
    is_verified: bool = True
    goes_to_provider: bool = False
    follow_up: FollowUp | None = None
    sections: Annotated[list[SectionEntry], Field(min_length=1)]
    rules: list[RuleEntry | Key] = []


class FormFile(Entry):
    """A file with forms, and with the lists, conditions and blocks that they share.

    `shared.json` has no forms: its lists, conditions and blocks can be used in every file.
    """

    schema_: Annotated[str, Field(alias="$schema")] = ""
    notes: Annotated[list[Text], Field(min_length=1)]
    options: dict[Key, OptionListEntry] = {}
    conditions: dict[Key, NamedCondition] = {}
    blocks: dict[Key, BlockEntry] = {}
    rules: dict[Key, RuleEntry] = {}
    forms: list[FormEntry] = []
