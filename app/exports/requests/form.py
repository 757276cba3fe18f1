"""Contents of a filled form as PDF: every section with every field, as official forms have them, empty ones too.

Not here: how it looks (`form.typ`), and typesetting (`setting.py`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.access.requests.connections import time_words
from app.access.requests.forms.checks import is_filled
from app.exports.document.shown import shown
from app.exports.requests.words import word
from app.i18n.phrases import Language
from app.reference.forms.model import Field, FieldType, Form, Section, Title

#: A line of a section: depth, label, value; None for a group or a missing value.
Row = dict[str, Any]
_NESTED: Final = 6
#: Types whose options are printed with a box each.
_TICKED: Final = (FieldType.YES_NO, FieldType.CHOICE, FieldType.CHOICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDocument:
    """A form to set.

    Attributes:
        form: The form.
        values: Its values, without empty ones.
        missing: Paths of required fields without a value.
        facts: Lines of the first page, each a label and a text.
        number: Number of the request; for a provider the name of the form.
        countries: Names of countries in the language of the document, by code.
        is_draft: It is marked as a draft.
        for_provider: Internal sections are left out, and so is all that is no part of the form.
    """

    form: Form
    values: Mapping[str, Any]
    missing: Collection[str]
    facts: Sequence[tuple[str, str]]
    number: str
    countries: Mapping[str, str]
    is_draft: bool
    for_provider: bool = False

    def contents(self, language: Language) -> dict[str, Any]:
        """Return the contents for the template `form.typ` in a language."""
        sections = [one for one in self.form.sections if not (self.for_provider and one.is_internal)]
        told = [self._section(one, language) for one in sections]
        keys = {one.key for one in sections}
        count = sum(path.partition(".")[0] in keys for path in self.missing)
        told_count = count > 0 or not self.for_provider
        return {
            "title": shown(_in(self.form.title, language)),
            "about": "" if self.for_provider else shown(self.number),
            "language": language,
            "kicker": "" if self.for_provider else word("kicker", language),
            "stamps": [word("draft", language)] if self.is_draft else [],
            "draft": word("draft", language) if self.is_draft else None,
            "marking": "" if self.for_provider else word("marking", language),
            "page": [word("page", language), word("of", language)],
            "facts": [
                *([label, shown(text)] for label, text in self.facts),
                *(
                    [[word("missing", language), str(count) if count else word("none_missing", language)]]
                    if told_count
                    else []
                ),
            ],
            "head": [word("field", language), word("value", language)],
            "is_missing": word("is_missing", language),
            "no_values": word("no_values", language),
            "sections": told,
            "disclaimer": f"{word('disclaimer', language)} {shown(self.form.source)}",
        }

    def _section(self, section: Section, language: Language) -> dict[str, Any]:
        values = self.values.get(section.key, {})
        return {
            "title": shown(_in(section.title, language)),
            "note": word("internal", language) if section.is_internal else None,
            "rows": list(self._rows(section.key, section.fields, values, language, 0)),
        }

    def _rows(
        self,
        path: str,
        fields: Sequence[Field],
        values: Mapping[str, Any],
        language: Language,
        depth: int,
        *,
        in_list: bool = False,
    ) -> Iterator[Row]:
        for one in fields:
            given, here, label = values.get(one.key), f"{path}.{one.key}", shown(_in(one.title, language))
            if one.type is FieldType.GROUP:
                yield from self._group(one, here, label, given, language, depth, in_list=in_list)
            elif one.type in _TICKED and (not in_list or is_filled(given)):
                yield _row(
                    depth, label, self._boxes(one, given, language, every=not in_list), is_missing=here in self.missing
                )
            elif is_filled(given):
                parts = given if one.is_list and isinstance(given, list) else [given]
                yield _row(depth, label, "\n".join(self._text(one, part, language) for part in parts))
            elif here in self.missing:
                yield _row(depth, label, None, is_missing=True)
            elif not in_list:
                yield _row(depth, label, "")

    def _group(
        self, one: Field, path: str, label: str, given: object, language: Language, depth: int, *, in_list: bool
    ) -> Iterator[Row]:
        """Yield the lines of a group, or of each group of a list with its position. A list without a group has an empty one."""
        if one.is_list and isinstance(given, list) and given:
            places: list[tuple[str, str, object]] = [
                (f"{path}.{at}", f"{label} {at + 1}", part) for at, part in enumerate(given)
            ]
            in_list = True
        else:
            places = [(path, label, given)]
        for place, title, part in places:
            values = part if isinstance(part, Mapping) else {}
            inside = list(self._rows(place, one.fields, values, language, min(depth + 1, _NESTED), in_list=in_list))
            if inside or place in self.missing:
                yield _row(depth, title, None, is_missing=place in self.missing)
                yield from inside

    def _boxes(self, one: Field, given: object, language: Language, *, every: bool) -> str:
        """Return the options of a field: all with their boxes, as official forms have them, or the chosen ones."""
        if one.type is FieldType.YES_NO:
            options: list[tuple[object, str]] = [(True, word("yes", language)), (False, word("no", language))]
        else:
            options = [(option.key, shown(_in(option.title, language))) for option in one.options]
        ticked = list(given) if isinstance(given, list) else [given]
        if not every:
            return "\n".join(title for key, title in options if key in ticked)
        return "\n".join(f"[{'x' if key in ticked else ' '}] {title}" for key, title in options)

    def _text(self, one: Field, given: object, language: Language) -> str:
        if isinstance(given, Mapping):
            text = _money(given) if one.type is FieldType.MONEY else _period(given, language)
        elif isinstance(given, list):
            text = "\n".join(str(part) for part in given)
        elif one.type is FieldType.COUNTRY:
            text = f"{self.countries[str(given)]} ({given})" if given in self.countries else str(given)
        elif one.type is FieldType.MOMENT:
            text = _moment(str(given))
        else:
            text = str(given)
        return "\n".join(shown(line) for line in text.split("\n"))


def _row(depth: int, label: str, value: str | None, *, is_missing: bool = False) -> Row:
    return {"depth": depth, "label": label, "value": value, "missing": is_missing}


def _money(given: Mapping[str, object]) -> str:
    return f"{given['amount']} {given['currency']}"


def _period(given: Mapping[str, object], language: Language) -> str:
    ends = [(name, given.get(name)) for name in ("from", "until")]
    return " ".join(f"{word(name, language)} {_moment(str(at))}" for name, at in ends if at)


def _moment(text: str) -> str:
    return time_words(text)


def _in(title: Title, language: Language) -> str:
    return title.fr if language == "fr" else title.en
