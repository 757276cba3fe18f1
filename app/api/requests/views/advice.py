"""Forms and views of identifier recognition and of the route adviser."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, StringConstraints

from app.access.requests import connections, without_treaty
from app.access.requests.in_force import Contradiction
from app.access.requests.routes import Reason, Route, Urgency, sentences, unverified_sentence
from app.access.requests.states import WITHOUT_REQUESTS
from app.access.requests.without_treaty import OtherWay, Way
from app.api.requests.views.words import WordsView
from app.api.schemas import Country, Form, Time, View
from app.i18n.phrases import translated
from app.identifiers.kinds import SENTENCES, Caution, Identifier, IdentifierKind
from app.identifiers.recognition import VERSION
from app.reference.catalogue import CourtUse, DataCategory, Instrument, IssuingAuthority
from app.reference.deadline_terms import DeadlineBasis
from app.reference.sourced import Key, Quality
from app.services.reference.allocations import TableKind
from app.services.requests.advice import Advised, Asked, Recognised

#: Limit for a pasted text, in code points.
MOST_CHARACTERS: Final = 100_000
#: Control characters read as spaces, so that positions stay: logs contain them, and nothing is stored.
_UNREADABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def _readable(text: str) -> str:
    return _UNREADABLE.sub(" ", text)


PastedText = Annotated[str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS), AfterValidator(_readable)]


class IdentifiersForm(Form):
    """A pasted text, and the data that are needed: by default preservation. The routes are proposed for these data."""

    text: PastedText
    data_category: DataCategory = DataCategory.PRESERVATION
    urgency: Urgency = Urgency.ORDINARY

    def asked(self) -> Asked:
        """Return what is asked as the service takes it."""
        return Asked(self.data_category, self.urgency)


class RoutesForm(Form):
    """A question to the route adviser.

    `country`: of the provider or authority; left out, that of the card of the `provider`. `authority`: kind of the authority that would issue the request.
    """

    data_category: DataCategory
    country: Country | None = None
    provider: Key | None = None
    authority: IssuingAuthority | None = None
    urgency: Urgency = Urgency.ORDINARY

    def asked(self) -> Asked:
        """Return what is asked as the service takes it."""
        return Asked(self.data_category, self.urgency, self.authority)


class CodedWordsView(View):
    """A sentence with its code, in the languages of the interface."""

    code: str
    en: str
    fr: str


class ProposedRouteView(View):
    """A route to data of the provider. `authoriser`: authorities that issue by themselves; empty: not recorded.

    `country`: of the addressee.
    `expected_days`: from own records; null: no record.
    """

    instrument: str
    title: WordsView
    country: str
    authoriser: list[IssuingAuthority]
    expected_days: float | None
    because: list[CodedWordsView]


class ProposalSourceView(View):
    """The imported table that contains an identifier. `entry`: the network or domain name."""

    table: TableKind
    entry: str
    source: str
    imported_at: Time


class ZoneCandidateView(View):
    """A zone that a text can mean. `at`: the time with the offset of this zone."""

    zone: str
    at: str


class RecognisedView(View):
    """An identifier of the text. `value`: normalised; `found`: as in the text, from `begins` to before `ends`.

    Positions count code points. `valid`: whether the checksum holds; null without a checksum. `port_until`: last port of
    a block. `at`: time beside an IP address, without offset if the text names no zone or one with several meanings.
    `zone`: of that time as the text names it, otherwise its offset; null without an offset. `zone_candidates`: zones that
    the text can mean, each with the time that its clocks then show. `card_source`: source of the domain names of the
    provider card, if no table names the provider. `rules_version`: of the recognition rules.
    """

    kind: IdentifierKind
    scheme: str | None
    value: str
    found: str
    begins: int
    ends: int
    valid: bool | None
    port: int | None
    port_until: int | None
    protocol: str | None
    at: str | None
    zone: str | None
    zone_candidates: list[ZoneCandidateView]
    warnings: list[CodedWordsView]
    provider: str | None
    provider_key: str | None
    country: str | None
    proposed_by: ProposalSourceView | None
    card_source: str | None
    routes: list[ProposedRouteView]
    rules_version: int


class RouteDeadlineView(View):
    """The longest legal time limit of the other side."""

    title: WordsView
    duration: str
    basis: DeadlineBasis


class RouteView(View):
    """A lawful route. `authoriser`: authorities that issue alone; `validated_by`: that validate for others.

    `country`: of the addressee.
    `requestable`: whether a request is made with the instrument here. `expected_days`: median of `records` own answer
    times; null: no record.
    """

    instrument: str
    title: WordsView
    country: str
    requestable: bool
    authoriser: list[IssuingAuthority]
    validated_by: list[IssuingAuthority]
    court_use: CourtUse | None
    reasons: list[CodedWordsView]
    deadline: RouteDeadlineView | None
    expected_days: float | None
    records: int


class TreatyStatementView(View):
    """The day from which a treaty binds a State, with its source."""

    treaty: WordsView
    country: str
    in_force_on: date
    source: str | None


class ContradictionView(View):
    """Differing statements. `applies`: whether the catalogue says that the instrument applies; `source`: of that."""

    applies: bool
    source: str | None
    statements: list[TreatyStatementView]


class ExcludedRouteView(View):
    """An instrument that is no route, with the reason.

    `contradiction`: the statements of catalogue and treaty, if they differ about the two States.
    """

    instrument: str
    title: WordsView
    reason: CodedWordsView
    contradiction: ContradictionView | None


class OtherWayView(View):
    """A way without a treaty. `missing`: what the reference data do not hold. `country`: of the addressee."""

    way: Way
    instrument: str
    title: WordsView
    country: str
    requestable: bool
    reasons: list[CodedWordsView]
    missing: list[CodedWordsView]


class WithoutTreatyView(View):
    """Ways to a State to which no recorded treaty leads. `source` and `quality`: of the order of the ways."""

    ways: list[OtherWayView]
    source: str | None
    quality: Quality | None


class AdviceView(View):
    """Lawful routes, the best first, and the other instruments for data with reasons.

    `without_treaty`: ways to a State to which no recorded treaty or act of the Union leads for these data; otherwise null.
    """

    routes: list[RouteView]
    excluded: list[ExcludedRouteView]
    without_treaty: WithoutTreatyView | None


def advice_view(advised: Advised) -> AdviceView:
    """Return the view of an advice."""
    advice, catalogue = advised.routes, advised.catalogue
    return AdviceView(
        routes=[_route_view(one, catalogue[one.instrument]) for one in advice.routes],
        excluded=[
            ExcludedRouteView(
                instrument=one.instrument,
                title=WordsView(**one.title.model_dump()),
                reason=_reason(one.reason),
                contradiction=_contradiction(one.contradiction),
            )
            for one in advice.excluded
        ],
        without_treaty=_without_treaty(advised) if advised.ways else None,
    )


def recognised_view(one: Recognised) -> RecognisedView:
    """Return the view of an identifier."""
    found: Identifier = one.identifier
    source = None
    if one.table is not None and one.network is not None:
        source = ProposalSourceView(
            table=one.table.kind, entry=one.network, source=one.table.source, imported_at=one.table.imported_at
        )
    return RecognisedView(
        kind=found.kind,
        scheme=found.scheme,
        value=found.normalised,
        found=found.found,
        begins=found.begins,
        ends=found.ends,
        valid=found.valid,
        port=found.port,
        port_until=found.port_until,
        protocol=found.protocol,
        at=found.at,
        zone=_zone(found),
        zone_candidates=[
            ZoneCandidateView(zone=zone, at=at)
            for zone, at in connections.readings(found.at or "", found.zone_candidates)
        ],
        warnings=[_warning(caution) for caution in found.cautions],
        provider=one.provider,
        provider_key=one.provider_key,
        country=one.country,
        proposed_by=source,
        card_source=one.card_source,
        routes=[_proposed_route(route) for route in one.routes],
        rules_version=VERSION,
    )


def _contradiction(found: Contradiction | None) -> ContradictionView | None:
    if found is None:
        return None
    return ContradictionView(
        applies=found.applies,
        source=found.source,
        statements=[
            TreatyStatementView(
                treaty=WordsView(**one.treaty.model_dump()),
                country=one.country,
                in_force_on=one.in_force_on,
                source=one.source,
            )
            for one in found.statements
        ],
    )


def _without_treaty(advised: Advised) -> WithoutTreatyView:
    order = advised.catalogue.get(without_treaty.ADVICE)
    return WithoutTreatyView(
        ways=[_way_view(one, advised.country, advised.catalogue[one.instrument]) for one in advised.ways],
        source=order.legal_basis.source if order else None,
        quality=order.legal_basis.quality if order else None,
    )


def _way_view(way: OtherWay, country: str, instrument: Instrument) -> OtherWayView:
    told, lacking = without_treaty.reason_sentences(), without_treaty.missing_sentences()
    named = {
        "en": ", ".join(one.en for one in way.treaties),
        "fr": ", ".join(one.fr for one in way.treaties),
    }
    return OtherWayView(
        way=way.way,
        instrument=way.instrument,
        title=WordsView(**instrument.title.model_dump()),
        country=country,
        requestable=instrument.family not in WITHOUT_REQUESTS,
        reasons=[
            CodedWordsView(
                code=one,
                en=told[one].en.format(treaties=named["en"]),
                fr=told[one].fr.format(treaties=named["fr"]),
            )
            for one in way.reasons
        ],
        missing=[CodedWordsView(code=one, **lacking[one].model_dump()) for one in way.missing],
    )


def _route_view(route: Route, instrument: Instrument) -> RouteView:
    limit = route.limit
    return RouteView(
        instrument=route.instrument,
        title=WordsView(**route.title.model_dump()),
        country=route.country,
        requestable=instrument.family not in WITHOUT_REQUESTS,
        authoriser=list(route.alone),
        validated_by=list(route.validated_by),
        court_use=route.court_use,
        reasons=_reasons(route),
        deadline=None
        if limit is None
        else RouteDeadlineView(title=WordsView(**limit.title.model_dump()), duration=limit.duration, basis=limit.basis),
        expected_days=route.expected_days,
        records=route.records,
    )


def _proposed_route(route: Route) -> ProposedRouteView:
    return ProposedRouteView(
        instrument=route.instrument,
        title=WordsView(**route.title.model_dump()),
        country=route.country,
        authoriser=list(route.alone),
        expected_days=route.expected_days,
        because=_reasons(route),
    )


def _zone(found: Identifier) -> str | None:
    """Return the zone of the time as the text names it, otherwise its offset; `None` if the time has no offset."""
    clock_time = found.at.partition("T")[2] if found.at else ""
    if clock_time.endswith("Z"):
        return found.zone or "Z"
    sign = max(clock_time.find("+"), clock_time.find("-"))
    return (found.zone or clock_time[sign:]) if sign > 0 else None


def _warning(caution: Caution) -> CodedWordsView:
    sentence = SENTENCES[caution]
    return CodedWordsView(code=caution, en=sentence, fr=translated(sentence, "fr"))


def _reasons(route: Route) -> list[CodedWordsView]:
    """Return the reasons for a route; the sentence about unconfirmed facts names them."""
    return [
        CodedWordsView(code=one, **unverified_sentence(route.unverified).model_dump())
        if one is Reason.UNVERIFIED
        else _reason(one)
        for one in route.reasons
    ]


def _reason(reason: Reason) -> CodedWordsView:
    return CodedWordsView(code=reason, **sentences()[reason].model_dump())
