"""Public holidays by country, from the library `holidays`. Pure; to be verified with the country itself.

Only nationwide days. Regional, court and authority holidays are missing, and newly declared ones until the library has
them. Not here: working hours (`access/hours.py`), and whose holidays a party observes (`services/teams/working_hours.py`).
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from holidays import country_holidays
from holidays.registry import COUNTRIES

#: ISO 3166-1 alpha-2 codes of supported countries.
KNOWN: Final = frozenset(codes[1] for codes in COUNTRIES.values())
#: No holidays are returned outside these years: movable days are computed, and laws change.
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100


def between(country: str | None, first: date, last: date, language: str = "en") -> Mapping[date, str]:
    """Return the country's public holidays from `first` to `last`, in order.

    Names are in `language` or else in English. Empty for `None` and for unsupported countries.
    """
    if country not in KNOWN:
        return {}
    years = range(max(first.year, FIRST_YEAR), min(last.year, LAST_YEAR) + 1)
    named = {day: name for year in years for day, name in _of(country, year, language)}
    return {day: named[day] for day in sorted(named) if first <= day <= last}


@lru_cache(maxsize=256)
def _of(country: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    spoken = country_holidays(country).supported_languages
    found = next((one for wish in (language, "en") for one in spoken if one.partition("_")[0] == wish), None)
    known = country_holidays(country, years=year, language=found, expand=False)
    return tuple((day, known[day]) for day in known)
