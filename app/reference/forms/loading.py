"""Loads the forms from the files beside this module, once, at their first use.

A mistake in a file raises `FormFileError` with the name of the file and the place. `tests/requests/test_form_files.py`
loads all files. Not here: the format of the files (`file_format.py`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeVar

from pydantic import ValidationError

from app.reference.forms.file_format import (
    AllEntry,
    AnyEntry,
    BlockUse,
    ConditionEntry,
    FieldChange,
    FieldEntry,
    FilledEntry,
    FormEntry,
    FormFile,
    HasEntry,
    IsEntry,
    NamedConditionEntry,
    NoneEntry,
    OptionEntry,
    OptionsUse,
    RuleEntry,
    SectionEntry,
    TextEntry,
)
from app.reference.forms.model import Condition, Field, Form, Option, Rule, Section, Title

#: The folder of the files.
FOLDER: Final = Path(__file__).parent
#: The file whose lists, conditions and blocks can be used in every file.
SHARED: Final = "shared.json"
_Named = TypeVar("_Named")
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


class FormFileError(ValueError):
    """A file with forms that cannot be used. The text names the file, the place and the mistake."""


@cache
def forms() -> Mapping[str, Form]:
    """Return all forms by key."""
    return load(FOLDER)


@cache
def shared_options(name: str) -> tuple[Option, ...]:
    """Return a list of options of `shared.json`.

    Raises:
        KeyError: There is no list of this name.
    """
    shared = read(FOLDER / SHARED)
    return _Builder(SHARED, shared, shared).options([OptionsUse(options=name)])


def files(folder: Path) -> list[Path]:
    """Return the files with forms of a folder: all but the shared one, by name."""
    return sorted(path for path in folder.glob("*.json") if path.name != SHARED)


def load(folder: Path) -> dict[str, Form]:
    """Return the forms of a folder by key.

    Raises:
        FormFileError: A file is wrong.
    """
    shared = read(folder / SHARED)
    found = dict[str, Form]()
    for path in files(folder):
        file = read(path)
        for names in ("options", "conditions", "blocks"):
            if twice := getattr(file, names).keys() & getattr(shared, names).keys():
                raise FormFileError(f"{path.name}: {names}: {SHARED} has this name too: {', '.join(sorted(twice))}.")
        for form in _Builder(path.name, file, shared).forms():
            if form.key in found:
                raise FormFileError(f"{path.name}: {form.key}: Another form has this key.")
            found[form.key] = form
    return found


def read(path: Path) -> FormFile:
    """Return a file as it is written.

    Raises:
        FormFileError: The file does not have the format.
    """
    try:
        return FormFile.model_validate_json(path.read_bytes())
    except ValidationError as wrong:
        mistakes = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in wrong.errors(include_url=False))
        raise FormFileError("\n".join(f"{path.name}: {one}" for one in mistakes)) from None


class _Builder:
    """Builds the forms of one file.

    Attributes:
        at: Place that is being built, for messages.
    """

    def __init__(self, name: str, file: FormFile, shared: FormFile) -> None:
        self._name = name
        self._file = file
        self._options = shared.options | file.options
        self._conditions = shared.conditions | file.conditions
        self._blocks = shared.blocks | file.blocks
        self._built = dict[tuple[str, frozenset[tuple[str, str]]], tuple[Field, ...]]()
        self._open = list[str]()
        self.at = name

    def forms(self) -> Iterator[Form]:
        """Return the forms."""
        for one in self._file.forms:
            sections = tuple(self._section(one, part) for part in one.sections)
            self.at = f"{one.key}.rules"
            rules = tuple(map(self._rule, one.rules))
            yield Form(
                one.key,
                _title(one.title),
                one.version,
                one.source,
                sections,
                rules,
                one.direction,
                one.goes_to_provider,
                one.follow_up,
            )

    def options(self, entries: Sequence[OptionEntry | OptionsUse]) -> tuple[Option, ...]:
        """Return options in their order, those of named lists included."""
        found = list[Option]()
        for one in entries:
            if isinstance(one, OptionsUse):
                found += self.options(self._named(self._options, "options", one.options).options)
            else:
                found.append(Option(one.key, _title(one.title)))
        return tuple(found)

    def _wrong(self, mistake: str) -> FormFileError:
        return FormFileError(f"{self._name}: {self.at}: {mistake}")

    def _named(self, named: Mapping[str, _Named], kind: str, name: str) -> _Named:
        if name not in named:
            raise self._wrong(f"There are no {kind} with the name {name}.")
        return named[name]

    def _section(self, form: FormEntry, one: SectionEntry) -> Section:
        self.at = f"{form.key}.{one.key}"
        fields = self._fields(one.fields, {})
        if not form.is_verified:
            fields = tuple(map(_unverified, fields))
        return Section(one.key, _title(one.title), fields, is_internal=one.is_internal)

    def _rule(self, one: RuleEntry | str) -> Rule:
        entry = self._named(self._file.rules, "rules", one) if isinstance(one, str) else one
        return Rule(entry.field, self._condition(entry.broken_when, {}), _title(entry.title), entry.source)

    def _fields(self, entries: Sequence[FieldEntry | BlockUse], given: Mapping[str, str]) -> tuple[Field, ...]:
        found = list[Field]()
        for one in entries:
            found += self._block(one, given) if isinstance(one, BlockUse) else (self._field(one, given),)
        keys = [one.key for one in found]
        if len(keys) != len(set(keys)):
            raise self._wrong(
                f"Fields with the same key: {', '.join(sorted({key for key in keys if keys.count(key) > 1}))}."
            )
        return tuple(found)

    def _field(self, one: FieldEntry, given: Mapping[str, str]) -> Field:
        options = [OptionsUse(options=one.options)] if isinstance(one.options, str) else one.options or ()
        return Field(
            key=one.key,
            title=Title(self._text(one.title.en, given), self._text(one.title.fr, given)),
            type=one.type,
            need=one.need,
            when=None if one.when is None else self._condition(one.when, given),
            options=self.options(options),
            fields=self._fields(one.fields or (), given),
            is_list=one.is_list,
            source=self._text(one.source or "", given),
            is_verified=one.source is not None,
            prefill=one.prefill or "",
            proposed=one.proposed,
        )

    def _block(self, one: BlockUse, given: Mapping[str, str]) -> tuple[Field, ...]:
        """Return the fields of a block. A block that is used again with the same values is not built again."""
        values = {name: self._text(value, given) for name, value in one.given.items()}
        built = (one.block, frozenset(values.items()))
        if built not in self._built:
            if one.block in self._open:
                raise self._wrong(f"The block {one.block} contains itself.")
            self._open.append(one.block)
            self._built[built] = self._fields(self._named(self._blocks, "blocks", one.block).fields, values)
            self._open.pop()
        fields = self._built[built]
        unknown = one.change.keys() - {field.key for field in fields}
        if unknown:
            raise self._wrong(f"The block {one.block} has no field {', '.join(sorted(unknown))}.")
        return tuple(self._changed(field, one.change.get(field.key), given) for field in fields)

    def _changed(self, one: Field, change: FieldChange | None, given: Mapping[str, str]) -> Field:
        if change is None:
            return one
        when = None if change.when is None else self._condition(change.when, given)
        return replace(one, need=change.need, when=when)

    def _condition(self, one: ConditionEntry, given: Mapping[str, str]) -> Condition:
        test: Literal["all", "any", "none"]
        match one:
            case NamedConditionEntry():
                return self._condition(self._named(self._conditions, "conditions", one.condition).when, given)
            case FilledEntry():
                return Condition("filled", self._text(one.filled, given))
            case IsEntry():
                return self._test("is", self._text(one.field, given), one.is_)
            case HasEntry():
                return self._test("has", self._text(one.field, given), one.has)
            case AllEntry():
                test, parts = "all", one.all
            case AnyEntry():
                test, parts = "any", one.any
            case NoneEntry():
                test, parts = "none", one.none
        return Condition(test, parts=tuple(self._condition(part, given) for part in parts))

    def _test(self, test: Literal["is", "has"], field: str, values: str | Sequence[str]) -> Condition:
        if isinstance(values, str):
            return Condition(test, field, values)
        return Condition("any", parts=tuple(Condition(test, field, value) for value in values))

    def _text(self, text: str, given: Mapping[str, str]) -> str:
        """Return a text of a block with the values that its use gives."""
        missing = set(_PLACEHOLDER.findall(text)) - given.keys()
        if missing:
            raise self._wrong(f"No value for {', '.join(sorted(missing))} of a block.")
        return _PLACEHOLDER.sub(lambda found: given[found[1]], text)


def _title(one: TextEntry) -> Title:
    return Title(one.en, one.fr)


def _unverified(one: Field) -> Field:
    return replace(one, is_verified=False, fields=tuple(map(_unverified, one.fields)))
