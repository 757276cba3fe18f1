"""Whether an instrument applies between two States on a day, and what stands against its dispatch. Pure.

The answers are those of the reference data, instruments and treaties, each with its source; an empty value says nothing. The dispatch of a request and
the route adviser use the same rule. Not here: the values (`app/reference/instruments.json`), and who may send a request
nevertheless (`services/requests/forms/dispatch.py`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.reference.catalogue import DataCategory, Instrument, IssuerRule, IssuingAuthority, TransitionFamily
from app.reference.sourced import BilingualText
from app.reference.treaties import Treaty

#: Treaties by key.
Treaties = Mapping[str, Treaty]
#: The order whose directive leaves out the gathering of evidence within a joint investigation team: Article 3.
INVESTIGATION_ORDER: Final = "EIO"


class Force(StrEnum):
    """Whether an instrument applies between two States on a day."""

    APPLIES = "applies"
    NOT_YET = "not_yet"
    NOT_BETWEEN = "not_between"
    NOT_RECORDED = "not_recorded"


class Ground(StrEnum):
    """Reasons against the dispatch of a request."""

    NOT_YET = "not_yet"
    NOT_BETWEEN = "not_between"
    ISSUER = "issuer"


@dataclass(frozen=True, slots=True)
class Issuer:
    """The authorities that issue and validate an order; `None`: not stated, or not validated.

    `unvalidated`: it was issued in an emergency without validation beforehand.
    """

    authority: IssuingAuthority | None = None
    validator: IssuingAuthority | None = None
    unvalidated: bool = False


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A request that is sent.

    Attributes:
        sender: Code of the requesting State; `None` for a body without one.
        executing: Code of the State that is asked.
        day: Day of the dispatch.
        categories: Categories of data of its items.
        issuer: The issuing authority, as far as its form says so.
    """

    sender: str | None
    executing: str
    day: date
    categories: Collection[DataCategory] = ()
    issuer: Issuer = Issuer()


@dataclass(frozen=True, slots=True)
class Statement:
    """The day from which a treaty binds a State, with its source."""

    treaty: BilingualText
    country: str
    in_force_on: date
    source: str | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Differing statements about two States. `applies`: whether the catalogue says that the instrument applies."""

    applies: bool
    source: str | None
    statements: tuple[Statement, ...]


def force(instrument: Instrument | None, one: str | None, other: str | None, day: date, treaties: Treaties) -> Force:
    """Return whether the instrument applies between two States on a day.

    The catalogue says where it applies. A date that a treaty records for one of the States can only narrow that: before it the
    instrument does not apply yet. A treaty never makes an instrument apply (`is_contradicted`).
    """
    rule = None if instrument is None else instrument.in_force.value
    if instrument is None or rule is None or one is None or other is None:
        return Force.NOT_RECORDED
    if rule.between(one, other, day):
        begins_on = _begins_on(instrument, one, other, treaties)
        return Force.APPLIES if begins_on is None or begins_on <= day else Force.NOT_YET
    begins_on = rule.begins_on
    return Force.NOT_YET if begins_on and day < begins_on and rule.between(one, other, begins_on) else Force.NOT_BETWEEN


def is_contradicted(
    instrument: Instrument | None, one: str | None, other: str | None, day: date, treaties: Treaties
) -> bool:
    """Return whether the catalogue and the recorded dates of a treaty differ about two States on a day."""
    rule = None if instrument is None else instrument.in_force.value
    if instrument is None or rule is None or one is None or other is None:
        return False
    if rule.between(one, other, day):
        return force(instrument, one, other, day, treaties) is not Force.APPLIES
    begins = [each.begins_between(one, other) for each in _treaties_between(instrument, one, other, treaties)]
    return any(begins_on is not None and begins_on <= day for begins_on in begins)


def contradiction(
    instrument: Instrument | None, one: str | None, other: str | None, day: date, treaties: Treaties
) -> Contradiction | None:
    """Return the differing statements of the catalogue and of the treaties about two States; None if they agree."""
    if instrument is None or one is None or other is None or not is_contradicted(instrument, one, other, day, treaties):
        return None
    rule = instrument.in_force
    statements = [
        Statement(treaty.title, state, stated.value.in_force_on, stated.source)
        for treaty in _treaties_between(instrument, one, other, treaties)
        for state in (one, other)
        for stated in treaty.parties
        if stated.value is not None and stated.value.country == state and stated.value.in_force_on is not None
    ]
    applies = rule.value is not None and rule.value.between(one, other, day)
    return Contradiction(applies, rule.source, tuple(statements))


def _begins_on(instrument: Instrument, one: str, other: str, treaties: Treaties) -> date | None:
    """Return the first day on which a treaty of the instrument can bind both States; None if no date is recorded."""
    begins = [
        max(days)
        for treaty in _treaties_between(instrument, one, other, treaties)
        if (days := [found for state in (one, other) if (found := treaty.in_force_on(state)) is not None])
    ]
    return min(begins, default=None)


def _treaties_between(instrument: Instrument, one: str, other: str, treaties: Treaties) -> list[Treaty]:
    """Return the treaties of an instrument that can bind two States: a bilateral one binds its own pair only."""
    known = [treaties[key] for key in instrument.treaties if key in treaties]
    return [each for each in known if not each.bilateral or {one, other} == each.states()]


def grounds(instrument: Instrument | None, dispatch: Dispatch, treaties: Treaties) -> list[Ground]:
    """Return what stands against the dispatch of a request; nothing if the reference data do not say."""
    found = list[Ground]()
    match force(instrument, dispatch.sender, dispatch.executing, dispatch.day, treaties):
        case Force.NOT_YET:
            found.append(Ground.NOT_YET)
        case Force.NOT_BETWEEN:
            found.append(Ground.NOT_BETWEEN)
        case _:
            pass
    if instrument is not None and not all(
        _may_issue(rule, dispatch.issuer) for rule in issuer_rules(instrument, dispatch.categories)
    ):
        found.append(Ground.ISSUER)
    return found


def issuer_rules(instrument: Instrument, categories: Collection[DataCategory]) -> list[IssuerRule]:
    """Return the rules about the issuing authority that count for these categories of data.

    An instrument for preservation alone has one rule for all of them. A rule without a category counts for every request.
    """
    rules = [one.value for one in instrument.issuers if one.value is not None]
    is_preservation = instrument.family is TransitionFamily.PRESERVATION
    counted = {DataCategory.PRESERVATION} if is_preservation else set(categories)
    return [one for one in rules if one.data_category is None or one.data_category in counted]


def is_between_members(instrument: str, sender: str | None, executing: str, team: Collection[str]) -> bool:
    """Return whether an investigation order would go from one State of a team to another.

    Directive 2014/41/EU, Article 3: an investigation order does not cover the gathering of evidence within the team.
    """
    return instrument == INVESTIGATION_ORDER and sender != executing and {sender, executing} <= set(team)


def _may_issue(rule: IssuerRule, issuer: Issuer) -> bool:
    """Return whether the authority may issue alone, or was validated. What nobody stated is no ground."""
    if issuer.authority is None or issuer.authority in rule.alone:
        return True
    if issuer.validator is not None and issuer.validator in rule.validated_by:
        return True
    return issuer.unvalidated and rule.unvalidated_in_emergency
