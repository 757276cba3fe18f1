"""Route adviser: the lawful routes to data of a provider abroad, ranked. Pure.

The catalogue of instruments says where each applies and what it obtains; expected times come from this deployment's own
records only. The advice is no legal opinion: unverified values are marked. Not here: `services/requests`, which reads
records.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from math import inf
from pathlib import Path
from statistics import median
from typing import Any, Final

from app.access.requests import in_force
from app.access.requests.in_force import Contradiction, Force, Treaties, force
from app.reference.catalogue import (
    CourtUse,
    Coverage,
    DataCategory,
    DeadlineRule,
    Instrument,
    IssuingAuthority,
    SourcedCoverage,
    TransitionFamily,
)
from app.reference.deadline_terms import DeadlineActor, DeadlineEvent
from app.reference.sourced import BilingualText

#: The instrument that asks a member of the team for a measure at home.
TEAM_MEASURE: Final = "JIT_MEASURE"
#: Orders to the designated establishment or legal representative in the Union (Reg. (EU) 2023/1543, Art. 7).
TO_ESTABLISHMENT: Final = frozenset({"EPOC", "EPOC_PR"})
#: Advice about States without a treaty: its ways are told apart from the routes (`without_treaty.py`).
_NO_ROUTE: Final = frozenset({"NON_PARTY_ADVICE"})


class Urgency(StrEnum):
    """How soon the data are needed."""

    ORDINARY = "ordinary"
    URGENT = "urgent"
    EMERGENCY = "emergency"  # risk to life or safety of a person


class Reason(StrEnum):
    """Reasons for a route, or against it."""

    IN_FORCE = "in_force"
    TO_ESTABLISHMENT = "to_establishment"
    IN_FORCE_NOT_RECORDED = "in_force_not_recorded"
    NOT_IN_FORCE = "not_in_force"
    FORCE_CONTRADICTED = "force_contradicted"
    SAME_STATE = "same_state"
    TEAM_MEMBER = "team_member"
    NO_TEAM_MEMBER = "no_team_member"
    COVERS = "covers"
    COVERS_PARTLY = "covers_partly"
    COVERS_IN_EMERGENCY = "covers_in_emergency"
    DOES_NOT_COVER = "does_not_cover"
    COVERAGE_NOT_RECORDED = "coverage_not_recorded"
    COURT_YES = "court_yes"
    COURT_WITH_CONSENT = "court_with_consent"
    COURT_CONTESTED = "court_contested"
    COURT_NO = "court_no"
    COURT_NOT_RECORDED = "court_not_recorded"
    ISSUES_ALONE = "issues_alone"
    NEEDS_VALIDATION = "needs_validation"
    OTHER_ISSUES = "other_issues"
    UNVERIFIED = "unverified"
    NO_RECORD = "no_record"


class Link(StrEnum):
    """Facts that a route rests on, from the provider to the court."""

    PROVIDER = "provider"
    ESTABLISHMENT = "establishment"
    IN_FORCE = "in_force"
    COVERAGE = "coverage"
    COURT_USE = "court_use"


@dataclass(frozen=True, slots=True)
class Question:
    """The data that are needed.

    Attributes:
        category: Category of data.
        provider_country: ISO 3166-1 code of the State where the provider is established.
        requester: Code of the requesting State.
        urgency: How soon.
        day: Day on which the request would be sent.
        team: Codes of the States that are parties of the team.
        authority: Kind of the authority that would issue the request, if it is known.
        establishment: Code of the State of the provider's establishment or representative in the Union, if it is known.
        unverified: Facts about the provider that no person has confirmed.
    """

    category: DataCategory
    provider_country: str
    requester: str
    urgency: Urgency
    day: date
    team: frozenset[str] = frozenset()
    authority: IssuingAuthority | None = None
    establishment: str | None = None
    unverified: frozenset[Link] = frozenset()


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """A request of this deployment that was answered.

    Attributes:
        instrument: Key of the instrument.
        country: Code of the State that answered.
        days: Days from sending to the answer.
    """

    instrument: str
    country: str
    days: float


@dataclass(frozen=True, slots=True)
class Route:
    """A lawful route.

    Attributes:
        instrument: Key of the instrument.
        title: Name of the instrument.
        country: Code of the State of the addressee.
        alone: Authorities that may issue it by themselves.
        validated_by: Authorities that validate it if another authority issues it.
        court_use: Whether the material can be used in court; `None` if not recorded.
        reasons: Reasons, the most important first.
        expected_days: Median of the recorded answer times; `None`: no record.
        records: Number of these records.
        limit: Longest legal time limit of the executing authority or provider, if there is one.
        unverified: Facts behind the route that no person has confirmed, from the provider to the court.
    """

    instrument: str
    title: BilingualText
    country: str
    alone: tuple[IssuingAuthority, ...]
    validated_by: tuple[IssuingAuthority, ...]
    court_use: CourtUse | None
    reasons: tuple[Reason, ...]
    expected_days: float | None
    records: int
    limit: DeadlineRule | None
    unverified: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """An instrument that is no route, with the reason.

    `contradiction`: the statements that differ, if that is the reason.
    """

    instrument: str
    title: BilingualText
    reason: Reason
    contradiction: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """Lawful routes, the best first, and the other instruments for data in the order of the catalogue."""

    routes: tuple[Route, ...]
    excluded: tuple[Excluded, ...]


_PARTLY: Final = {
    Coverage.OFTEN: 1,
    Coverage.PARTIAL: 2,
    Coverage.SOMETIMES: 2,
    Coverage.LIMITED: 2,
    Coverage.ON_REQUEST: 2,
}
_COVERAGE_RANKS: Final = {Coverage.YES: 0, Coverage.EMERGENCY_ONLY: 1, **_PARTLY, Coverage.RARELY: 3}
_COURT: Final[Mapping[CourtUse | None, tuple[int, Reason]]] = {
    CourtUse.YES: (0, Reason.COURT_YES),
    CourtUse.WITH_CONSENT: (1, Reason.COURT_WITH_CONSENT),
    CourtUse.CONTESTED: (2, Reason.COURT_CONTESTED),
    None: (3, Reason.COURT_NOT_RECORDED),
    CourtUse.NO: (4, Reason.COURT_NO),
}
_ANSWERING: Final = (DeadlineActor.EXECUTING, DeadlineActor.PROVIDER)
_ASKED: Final = (
    DeadlineEvent.RECEIVED,
    DeadlineEvent.RECEIVED_BY_COMPETENT,
    DeadlineEvent.RECOGNISED,
    DeadlineEvent.SERVED,
    DeadlineEvent.ALL_INFORMATION,
)
#: Days of a route without record and limit, for ranking: a slow record does not rank before it.
_UNKNOWN_DAYS: Final = 120
_DAYS: Final = {"H": 1 / 24, "D": 1, "W": 7, "M": 30, "Y": 365}


def advise(
    question: Question,
    catalogue: Mapping[str, Instrument],
    answers: Sequence[AnswerTime] = (),
    *,
    treaties: Treaties,
) -> Advice:
    """Return the lawful routes to data, the best first, and why other instruments are none.

    Ordinary questions rank evidential value, then coverage, then time. Urgent ones rank time before partial coverage, and
    in an emergency time comes first. Time is the median of the records, else the legal limit. A measure of the team needs
    no request between States, so it counts as immediate. Only instruments that obtain the data and can be issued by the
    asking authority are routes. An instrument whose parties are not recorded ranks after all that are known to apply, with
    a warning. One that is known not to apply is no route. A notice obtains no data.

    Args:
        question: The data that are needed.
        catalogue: Instruments by key.
        answers: Recorded answer times of this deployment, of any instrument and State.
        treaties: Treaties by key; their dates narrow where an instrument applies.
    """
    ranked = list[tuple[tuple[float, ...], Route]]()
    excluded = list[Excluded]()
    for key, instrument in catalogue.items():
        if key in _NO_ROUTE:
            continue
        against = _against(question, instrument, treaties)
        if against is not None:
            if instrument.coverage and not _is_notice(instrument):  # others obtain no data
                differing = None
                if against is Reason.FORCE_CONTRADICTED:
                    between = question.requester, _addressee(question, instrument), question.day
                    differing = in_force.contradiction(instrument, *between, treaties)
                excluded.append(Excluded(key, instrument.title, against, differing))
        else:
            route = _route(question, instrument, answers)
            is_unknown = Reason.IN_FORCE_NOT_RECORDED in route.reasons
            ranked.append(((is_unknown, *_rank(question, instrument, route)), route))
    return Advice(tuple(route for _, route in sorted(ranked, key=lambda one: one[0])), tuple(excluded))


def rests_on_treaty(instrument: Instrument) -> bool:
    """Return whether requests with an instrument rest on a treaty or an act of the Union between two States."""
    rule = instrument.in_force.value
    return rule is not None and rule.scope in ("members", "pairs") and instrument.family is not TransitionFamily.ADVICE


@cache
def sentences() -> Mapping[Reason, BilingualText]:
    """Return the sentences of the reasons in both languages."""
    return {Reason(key): words for key, words in _words("reasons").items()}


def unverified_sentence(links: Iterable[Link]) -> BilingualText:
    """Return the sentence that names the facts that no person has confirmed, in both languages."""
    pattern, names = sentences()[Reason.UNVERIFIED], _words("links")
    return BilingualText(
        en=pattern.en.format(links=", ".join(names[one].en for one in links)),
        fr=pattern.fr.format(links=", ".join(names[one].fr for one in links)),
    )


@cache
def _words(part: str) -> Mapping[str, BilingualText]:
    read: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {key: BilingualText.model_validate(words) for key, words in read[part].items()}


def _is_notice(instrument: Instrument) -> bool:
    return instrument.family is TransitionFamily.NOTICE


def _addressee(question: Question, instrument: Instrument) -> str:
    """Return the State of the addressee: for an order of the Union, that of the provider's establishment there."""
    if instrument.key in TO_ESTABLISHMENT and question.establishment is not None:
        return question.establishment
    return question.provider_country


def _against(question: Question, instrument: Instrument, treaties: Treaties) -> Reason | None:
    """Return why an instrument is no route; `None` if it is one."""
    between = question.requester, _addressee(question, instrument), question.day
    applies = force(instrument, *between, treaties)
    if instrument.key == TEAM_MEASURE:
        if question.provider_country not in question.team:
            return Reason.NO_TEAM_MEMBER
    elif _addressee(question, instrument) == question.requester:
        return Reason.SAME_STATE
    if applies not in (Force.APPLIES, Force.NOT_RECORDED) or _is_notice(instrument):
        is_contradicted = in_force.is_contradicted(instrument, *between, treaties)
        return Reason.FORCE_CONTRADICTED if is_contradicted else Reason.NOT_IN_FORCE
    against = _coverage_against(question, instrument)
    if against is None and Reason.OTHER_ISSUES in _issuing_reason(question, instrument):
        return Reason.OTHER_ISSUES
    return against


def _coverage_against(question: Question, instrument: Instrument) -> Reason | None:
    """Return why an instrument does not obtain the data; `None` if it does."""
    coverage = _coverage(question.category, instrument).value
    if coverage is None:
        return Reason.COVERAGE_NOT_RECORDED
    if coverage is Coverage.EMERGENCY_ONLY and question.urgency is not Urgency.EMERGENCY:
        return Reason.COVERS_IN_EMERGENCY
    return Reason.DOES_NOT_COVER if coverage is Coverage.NO else None


def _coverage(category: DataCategory, instrument: Instrument) -> SourcedCoverage:
    """Return what an instrument obtains. Data that only identify a user count as traffic data where it says nothing."""
    found = instrument.coverage.get(category)
    if found is None and category is DataCategory.IDENTIFICATION_ONLY:
        found = instrument.coverage.get(DataCategory.TRAFFIC)
    return found or SourcedCoverage()


def _route(question: Question, instrument: Instrument, answers: Sequence[AnswerTime]) -> Route:
    country = _addressee(question, instrument)
    days = [one.days for one in answers if one.instrument == instrument.key and one.country == country]
    alone, validated_by = _issuers(question, instrument)
    return Route(
        instrument=instrument.key,
        title=instrument.title,
        country=country,
        alone=alone,
        validated_by=validated_by,
        court_use=instrument.court_use.value,
        reasons=tuple(_reasons(question, instrument, has_record=bool(days))),
        expected_days=median(days) if days else None,
        records=len(days),
        limit=max(_limits(question, instrument), key=_length, default=None),
        unverified=_unverified(question, instrument),
    )


def _issuers(
    question: Question, instrument: Instrument
) -> tuple[tuple[IssuingAuthority, ...], tuple[IssuingAuthority, ...]]:
    """Return the authorities that issue by themselves, and those that validate for others."""
    issuers = [one.value for one in instrument.issuers if one.value is not None]
    named = [one for one in issuers if one.data_category is question.category]
    issuing = named or [one for one in issuers if one.data_category is None]
    return (
        tuple(dict.fromkeys(who for one in issuing for who in one.alone)),
        tuple(dict.fromkeys(who for one in issuing for who in one.validated_by)),
    )


def _issuing_reason(question: Question, instrument: Instrument) -> list[Reason]:
    """Return whether the asking authority may issue the instrument; nothing if that is not known."""
    alone, validated_by = _issuers(question, instrument)
    if question.authority is None or not alone:
        return []
    if question.authority in alone:
        return [Reason.ISSUES_ALONE]
    return [Reason.NEEDS_VALIDATION if validated_by else Reason.OTHER_ISSUES]


def _unverified(question: Question, instrument: Instrument) -> tuple[Link, ...]:
    """Return the facts behind a route that no person has confirmed. Use in court is no question of preservation."""
    confirmed = {
        Link.IN_FORCE: instrument.in_force.verified_on,
        Link.COVERAGE: _coverage(question.category, instrument).verified_on,
    }
    if question.category is not DataCategory.PRESERVATION:
        confirmed[Link.COURT_USE] = instrument.court_use.verified_on
    goes_to_establishment = instrument.key in TO_ESTABLISHMENT and question.establishment is not None
    of_provider = Link.ESTABLISHMENT if goes_to_establishment else Link.PROVIDER
    missing = {one for one, day in confirmed.items() if day is None} | (question.unverified & {of_provider})
    return tuple(one for one in Link if one in missing)


def _reasons(question: Question, instrument: Instrument, *, has_record: bool) -> list[Reason]:
    coverage = _coverage(question.category, instrument)
    if instrument.key == TEAM_MEASURE:
        reasons = [Reason.TEAM_MEMBER]
    else:
        is_known = instrument.in_force.value is not None
        reasons = [Reason.IN_FORCE if is_known else Reason.IN_FORCE_NOT_RECORDED]
        if _addressee(question, instrument) != question.provider_country:
            reasons.append(Reason.TO_ESTABLISHMENT)
    reasons.append(
        Reason.COVERS
        if coverage.value is Coverage.YES
        else Reason.COVERS_IN_EMERGENCY
        if coverage.value is Coverage.EMERGENCY_ONLY
        else Reason.COVERS_PARTLY
    )
    if question.category is not DataCategory.PRESERVATION:
        reasons.append(_COURT[instrument.court_use.value][1])
    reasons += _issuing_reason(question, instrument)
    if _unverified(question, instrument):
        reasons.append(Reason.UNVERIFIED)
    return reasons if has_record else [*reasons, Reason.NO_RECORD]


def _limits(question: Question, instrument: Instrument) -> list[DeadlineRule]:
    rules = [one.value for one in instrument.deadlines if one.value is not None]
    is_urgent = question.urgency is not Urgency.ORDINARY
    fitting = [
        one
        for one in rules
        if one.actor in _ANSWERING
        and one.begins_at in _ASKED
        and not (one.minimum or one.before)
        and one.urgent in (None, is_urgent)
        and (not one.countries or _addressee(question, instrument) in one.countries)
        and (not one.data_categories or question.category in one.data_categories)
    ]
    return [one for one in fitting if one.urgent is True] or fitting


def _length(rule: DeadlineRule) -> float:
    """Return the rough length of a legal time limit in days, for ranking."""
    return int("".join(one for one in rule.duration if one.isdigit())) * _DAYS[rule.duration[-1]]


def _rank(question: Question, instrument: Instrument, route: Route) -> tuple[float, ...]:
    coverage = _coverage(question.category, instrument).value
    covers = _COVERAGE_RANKS.get(coverage, inf) if coverage is not None else inf
    court = 0 if question.category is DataCategory.PRESERVATION else _COURT[route.court_use][0]
    time = route.expected_days
    if time is None:
        time = 0 if instrument.key == TEAM_MEASURE else _length(route.limit) if route.limit else _UNKNOWN_DAYS
    match question.urgency:
        case Urgency.ORDINARY:
            return court, covers, time
        case Urgency.URGENT:
            return court, covers > _COVERAGE_RANKS[Coverage.OFTEN], time, covers
        case Urgency.EMERGENCY:
            return time, court, covers
