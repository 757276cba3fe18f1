"""Texts of the exported documents in each of their languages.

Terms that the page says too are in `app/i18n/terms`; the others are in `words`.
Not here: the machine-readable files, which are not translated.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Self

FOLDER: Final = Path(__file__).parent / "words"
TERMS: Final = Path(__file__).parents[2] / "i18n/terms"
LANGUAGES: Final = ("en", "fr")
_THOUSANDS: Final = {"fr": "\N{NARROW NO-BREAK SPACE}"}


class Words:
    """Texts in one language. A code without a text is returned unchanged."""

    def __init__(self, language: str, terms: Mapping[str, Any], own: Mapping[str, Any]) -> None:
        """`terms`: the groups of `app/i18n/terms`; `own`: those of `words`."""
        self.language = language
        self._terms, self._own = terms, own

    @classmethod
    def of(cls, language: str) -> Self:
        """The words of a language, English where it is not spoken; `fr-BE` is French."""
        spoken = language.lower().split("-")[0]
        return cls(*_read(spoken if spoken in LANGUAGES else LANGUAGES[0]))

    def kind(self, kind: str) -> str:
        """Return the name of this kind of entry."""
        return self.word("entry", kind)

    def word(self, group: str, code: str) -> str:
        """A code of the field, such as a level or a purpose."""
        return str(self._terms.get(group, {}).get(code, code))

    def field(self, name: str) -> str:
        """Return the name of a field of an entry."""
        return str(self._own["fields"].get(name, name))

    def own_code(self, name: str, code: str) -> str:
        """Return what a code of this field means, for fields that the page writes in sentences only."""
        return str(self._own["codes"].get(name, {}).get(code, code))

    def title(self, profile: str) -> str:
        """Return the title of the document of this profile."""
        return str(self._own["titles"].get(profile, self._own["titles"]["court"]))

    def operation(self, led: str) -> str:
        """Return the name of an operation of Directive (EU) 2016/680, Art. 25(1)."""
        return str(self._own["operations"].get(led, led))

    def marking(self, code: str) -> str:
        """Return the meaning of a handling code; empty if it is unknown."""
        return str(self._own["markings"].get(code, ""))

    def profile(self, profile: str) -> str:
        """Return the description of this profile of export packages."""
        return str(self._own["profiles"].get(profile, profile))

    def say(self, name: str, **told: object) -> str:
        """A sentence of the document with what is told in it; numbers are grouped as the language does."""
        grouped = {key: self.number(value) if isinstance(value, int) else value for key, value in told.items()}
        return str(self._own["said"][name]).format(**grouped)

    def hash_value(self, one: Mapping[str, Any]) -> str:
        """Return a declared hash: its algorithm, what it is the hash of, and its value."""
        algorithm = str(one["algorithm"]).upper().replace("SHA", "SHA-").replace("--", "-")
        of = one.get("of")
        name = f"hash_of_{of}" if of in {"medium", "container"} else "hash_of"
        return self.say(name, algorithm=algorithm, value=one["value"])

    def several(self, name: str, count: int, **told: object) -> str:
        """The same in singular or plural; French says one of none."""
        one = count == 1 or (count == 0 and self.language == "fr")
        return self.say(f"{name}_{'one' if one else 'other'}", count=count, **told)

    def listed(self, name: str) -> list[str]:
        """Sentences that stand below each other."""
        return list(self._own["said"][name])

    def number(self, value: int) -> str:
        """An integer as this language writes it."""
        return f"{value:,}".replace(",", _THOUSANDS.get(self.language, ","))


@cache
def _read(language: str) -> tuple[str, dict[str, Any], dict[str, Any]]:
    terms = {
        group: words
        for path in sorted(TERMS.glob(f"*.{language}.json"))
        for group, words in json.loads(path.read_text("utf-8"), object_hook=_spaced).items()
    }
    return language, terms, json.loads((FOLDER / f"{language}.json").read_text("utf-8"))


def _spaced(words: dict[str, Any]) -> dict[str, Any]:
    """Return terms with the spaces that French has before a colon: they do not break (the page: `typography.ts`)."""
    return {
        name: text.replace(" :", "\N{NO-BREAK SPACE}:") if isinstance(text, str) else text
        for name, text in words.items()
    }
