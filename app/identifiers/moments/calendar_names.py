"""Names of months and weekdays in the languages of the Union and its neighbours (Unicode CLDR).

A name that means two months, such as `listopada` in Polish and Croatian, belongs to no month.
"""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

_DATA: Final[dict[str, dict[str, Any]]] = json.loads(
    Path(__file__).with_name("calendar_names.json").read_text(encoding="utf-8")
)


def month(name: str) -> int | None:
    """Return the month from 1 to 12; 0 if the name means several months; `None` if it is no month."""
    meanings = _MONTHS.get(name.casefold())
    if meanings is None:
        return None
    return next(iter(meanings)) if len(meanings) == 1 else 0


def is_weekday(name: str) -> bool:
    """Whether a word is a weekday in one of the languages."""
    return name.casefold() in _WEEKDAYS


def _spellings(names: str) -> Iterator[str]:
    """Return names with and without their accents."""
    for name in names.casefold().split():
        yield name
        plain = unicodedata.normalize("NFD", name)
        yield "".join(one for one in plain if not unicodedata.combining(one))


def _months() -> dict[str, frozenset[int]]:
    meanings = defaultdict[str, set[int]](set)
    for months in _DATA["months"].values():
        for number, names in enumerate(months, 1):
            for name in _spellings(names):
                meanings[name].add(number)
    return {name: frozenset(numbers) for name, numbers in meanings.items()}


_MONTHS: Final = _months()
_WEEKDAYS: Final = frozenset(name for names in _DATA["weekdays"].values() for name in _spellings(names))
