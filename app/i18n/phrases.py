"""Sentences with values, and their translation.

A sentence without values is a plain string. One with values is a `Phrase`: it reads as English text and remembers its
template, by which the catalogue is searched.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal, Self, get_args

#: A text that is translated itself, a number, or a list of texts (joined by commas, sentences by spaces).
Value = str | int | Sequence[str]
Language = Literal["en", "fr"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
SOURCE: Final[Language] = "en"

_FOLDER: Final = Path(__file__).parent
#: French punctuation never begins a line.
_SPACING: Final = ((" ;", "\u202f;"), (" !", "\u202f!"), (" ?", "\u202f?"), (" :", "\u00a0:"))


class Phrase(str):
    """An English sentence with its template and values.

    Attributes:
        template: The sentence with its placeholders, such as `{code} has left this team.`
        values: Values of the placeholders, by their names.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, /, **values: Value) -> Self:
        """Create the sentence.

        Args:
            template: English sentence with named placeholders.
            **values: One value per placeholder.
        """
        phrase = super().__new__(cls, _filled(template, values, SOURCE))
        phrase.template, phrase.values = template, values
        return phrase


def translated(text: str, language: Language) -> str:
    """Return the text in a language; unchanged if the catalogue does not contain it."""
    if language == SOURCE:
        return str(text)
    catalogue = _catalogue(language)
    if isinstance(text, Phrase):
        return _filled(catalogue.get(text.template, text.template), text.values, language)
    return catalogue.get(text, text)


def _filled(template: str, values: Mapping[str, Value], language: Language) -> str:
    return template.format_map({name: _shown(value, language) for name, value in values.items()})


def _shown(value: Value, language: Language) -> str:
    if isinstance(value, str):
        return translated(value, language)
    if isinstance(value, int):
        return str(value)
    parts = [translated(one, language) for one in value]
    return (" " if all(part.endswith(".") for part in parts) else ", ").join(parts)


@cache
def _catalogue(language: Language) -> dict[str, str]:
    found = dict[str, str]()
    for path in sorted((_FOLDER / language).glob("*.json")):
        found |= {english: _spaced(text) for english, text in json.loads(path.read_text()).items()}
    return found


def _spaced(text: str) -> str:
    for plain, spaced in _SPACING:
        text = text.replace(plain, spaced)
    return text
