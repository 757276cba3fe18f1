"""Checks of a request against its instrument and the card of the State that executes it. Pure.

A card holds law as data: each value has a source, and is marked until a person confirmed it. An empty value gives
"no information", never permission.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.access.requests.in_force import Force, Treaties, force
from app.reference.catalogue import CountryCard, Instrument, LanguageRule
from app.reference.sourced import Sourced

_KEYS: Final = ("language", "double_criminality", "formalities", "validation")


class Result(StrEnum):
    """Result of a check. `READ`: a text of the card that the member reads before signature."""

    IN_FORCE = "in_force"
    NOT_IN_FORCE = "not_in_force"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOT_LISTED = "not_listed"
    NOT_CHOSEN = "not_chosen"
    READ = "read"
    NO_INFORMATION = "no_information"


@dataclass(frozen=True, slots=True)
class CountryCheck:
    """A check against one value of a country card, or of the instrument.

    Attributes:
        key: `in_force`, `language`, `double_criminality`, `formalities` or `validation`.
        result: Its result.
        text: Text of the card.
        condition: Condition under which a language is accepted.
        languages: Languages that the country accepts for this instrument.
        refused: Languages that it refuses for this instrument.
        source: Where the value was found.
        verified_on: When a person confirmed it.
        stale: Whether that is more than a year ago.
    """

    key: str
    result: Result
    text: str | None = None
    condition: str | None = None
    languages: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    source: str | None = None
    verified_on: date | None = None
    stale: bool = False


def check(card: CountryCard | None, instrument: str, language: str | None, *, urgent: bool) -> list[CountryCheck]:
    """Return the checks of a request against a card; without a card there is no information."""
    if card is None:
        return [CountryCheck(key, Result.NO_INFORMATION) for key in _KEYS]
    return [
        _language(card, instrument, language, urgent=urgent),
        _text("double_criminality", card.double_criminality),
        _text("formalities", card.formalities),
        _text("validation", card.validation),
    ]


def in_force(instrument: Instrument | None, one: str | None, other: str, day: date, treaties: Treaties) -> CountryCheck:
    """Return whether the instrument applies between two countries on a day, by the catalogue of instruments."""
    found = force(instrument, one, other, day, treaties)
    if instrument is None or found is Force.NOT_RECORDED:
        return CountryCheck("in_force", Result.NO_INFORMATION)
    given = instrument.in_force
    return CountryCheck(
        "in_force",
        Result.IN_FORCE if found is Force.APPLIES else Result.NOT_IN_FORCE,
        source=given.source,
        verified_on=given.verified_on,
        stale=given.stale,
    )


def _text(key: str, given: Sourced[str]) -> CountryCheck:
    if given.value is None:
        return CountryCheck(key, Result.NO_INFORMATION)
    return CountryCheck(
        key, Result.READ, given.value, source=given.source, verified_on=given.verified_on, stale=given.stale
    )


def _language(card: CountryCard, instrument: str, language: str | None, *, urgent: bool) -> CountryCheck:
    given, rules = card.languages, language_rules(card, instrument, urgent=urgent)
    accepted = tuple(dict.fromkeys(_all(one.accepted for one in rules)))
    rule = next((one for one in rules if language in one.accepted), None)
    if not rules:
        return CountryCheck("language", Result.NO_INFORMATION)
    if language is None:
        result = Result.NOT_CHOSEN
    elif any(language in one.refused for one in rules):
        result = Result.REFUSED
    elif rule is not None:
        result = Result.ACCEPTED
    else:
        result = Result.NOT_LISTED if accepted else Result.NO_INFORMATION
    return CountryCheck(
        "language",
        result,
        condition=rule.condition if rule else None,
        languages=accepted,
        refused=tuple(dict.fromkeys(_all(one.refused for one in rules))),
        source=given.source,
        verified_on=given.verified_on,
        stale=given.stale,
    )


def language_rules(card: CountryCard, instrument: str, *, urgent: bool) -> tuple[LanguageRule, ...]:
    """Return the rules of a card about languages that count for an instrument and an urgency."""
    return tuple(one for one in card.languages.value or () if _applies(one, instrument, urgent=urgent))


def _applies(rule: LanguageRule, instrument: str, *, urgent: bool) -> bool:
    named = not rule.instruments or instrument in rule.instruments
    return named and rule.urgency in ("any", "urgent" if urgent else "ordinary")


def _all(parts: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (one for part in parts for one in part)
