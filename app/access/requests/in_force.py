"""Whether an instrument applies between two States on a day, and what stands against its dispatch. Pure.

The answers are those of the reference data, each with its source; an empty value says nothing. The dispatch of a request and
the route adviser use the same rule. Not here: the values (`app/reference/instruments.json`), and who may send a request
nevertheless (`services/requests/forms/dispatch.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.reference.catalogue import DataCategory, Instrument, IssuerRule, IssuingAuthority, TransitionFamily

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


def force(instrument: Instrument | None, one: str | None, other: str | None, day: date) -> Force:
    """Return whether the instrument applies between two States on a day, by the catalogue of instruments."""
    rule = None if instrument is None else instrument.in_force.value
    if rule is None or one is None or other is None:
        return Force.NOT_RECORDED
    if rule.between(one, other, day):
        return Force.APPLIES
    begins_on = rule.begins_on
    return Force.NOT_YET if begins_on and day < begins_on and rule.between(one, other, begins_on) else Force.NOT_BETWEEN


def grounds(instrument: Instrument | None, dispatch: Dispatch) -> list[Ground]:
    """Return what stands against the dispatch of a request; nothing if the reference data do not say."""
    found = list[Ground]()
    match force(instrument, dispatch.sender, dispatch.executing, dispatch.day):
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
