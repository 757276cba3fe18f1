"""Public holidays, by days that anybody can look up."""

from datetime import date

import pytest

from app.access.coordination import holidays

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("NL", date(2026, 4, 27), "King's Day"),
        ("DE", date(2026, 10, 3), "German Unity Day"),
        ("FR", date(2026, 7, 14), "National Day"),
        ("CH", date(2026, 8, 1), "National Day"),
        ("ES", date(2026, 10, 12), "National Day"),
        ("GR", date(2026, 4, 13), "Easter Monday"),  # by the Julian calendar
    ],
)
def test_days_that_everybody_there_keeps(country: str, day: date, name: str) -> None:
    assert holidays.between(country, FIRST, LAST)[day] == name


def test_in_a_language_that_is_known_there_and_else_in_english() -> None:
    assert holidays.between("FR", FIRST, LAST, "fr")[date(2026, 7, 14)] == "Fête nationale"
    assert holidays.between("NL", FIRST, LAST, "fr")[date(2026, 12, 25)] == "Christmas Day"


def test_what_is_no_country_has_none() -> None:
    assert [holidays.between(one, FIRST, LAST) for one in (None, "EUROJUST", "XX", "", "nl")] == [{}] * 5


def test_from_the_first_day_to_the_last_in_order_over_a_new_year() -> None:
    found = list(holidays.between("DE", date(2026, 12, 25), date(2027, 1, 1)))
    assert found == [date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)]
    assert holidays.between("DE", date(2027, 1, 2), date(2026, 12, 25)) == {}


def test_years_beyond_reach_say_nothing() -> None:
    assert holidays.between("DE", date(1, 1, 1), date(9999, 12, 31)).keys() >= {date(2000, 1, 1), date(2100, 1, 1)}
    assert holidays.between("DE", date(2150, 1, 1), date(2151, 1, 1)) == {}
