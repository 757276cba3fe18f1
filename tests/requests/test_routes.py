"""Route adviser: lawful routes by category, place, requester and urgency, ranked with reasons."""

from datetime import date
from itertools import product

import pytest

from app.access.requests.routes import (
    TEAM_MEASURE,
    Advice,
    AnswerTime,
    Question,
    Reason,
    Route,
    Urgency,
    advise,
    sentences,
)
from app.reference.catalogue import (
    CourtUse,
    Coverage,
    DataCategory,
    IssuingAuthority,
    TransitionFamily,
    instruments,
    treaties,
)

DAY = date(2026, 11, 30)
C = DataCategory


def ask(
    category: C,
    provider: str,
    urgency: Urgency = Urgency.ORDINARY,
    *,
    team: frozenset[str] = frozenset(),
    answers: tuple[AnswerTime, ...] = (),
    day: date = DAY,
) -> Advice:
    return advise(Question(category, provider, "DE", urgency, day, team), instruments(), answers, treaties=treaties())


def route(advice: Advice, instrument: str) -> Route:
    return next(one for one in advice.routes if one.instrument == instrument)


def reasons_against(advice: Advice) -> dict[str, Reason]:
    return {one.instrument: one.reason for one in advice.excluded}


def test_order_for_production_comes_first_where_it_applies() -> None:
    advice = ask(C.TRAFFIC, "FR")
    assert [one.instrument for one in advice.routes[:2]] == ["EPOC", "EIO"]
    epoc = route(advice, "EPOC")
    assert IssuingAuthority.PROSECUTOR not in epoc.alone
    assert IssuingAuthority.PROSECUTOR in route(ask(C.SUBSCRIBER, "FR"), "EPOC").alone
    assert epoc.court_use is CourtUse.YES
    assert epoc.limit is not None
    assert epoc.limit.duration == "P10D"
    assert epoc.reasons == (Reason.IN_FORCE, Reason.COVERS, Reason.COURT_YES, Reason.UNVERIFIED, Reason.NO_RECORD)


def test_instrument_that_is_not_in_force_between_the_states_is_excluded() -> None:
    against = reasons_against(ask(C.SUBSCRIBER, "US"))
    assert against["EPOC"] is against["EIO"] is against["SAP2_7"] is Reason.NOT_IN_FORCE
    assert reasons_against(ask(C.SUBSCRIBER, "FR", day=date(2026, 8, 17)))["EPOC"] is Reason.NOT_IN_FORCE
    assert "EAW" not in against  # it obtains no data


def test_measure_of_the_team_needs_a_party_of_the_team() -> None:
    assert reasons_against(ask(C.CONTENT, "FR"))[TEAM_MEASURE] is Reason.NO_TEAM_MEMBER
    advice = ask(C.CONTENT, "FR", team=frozenset({"DE", "FR"}))
    assert advice.routes[0].instrument == TEAM_MEASURE
    assert advice.routes[0].reasons[0] is Reason.TEAM_MEMBER


def test_provider_at_home_needs_no_foreign_instrument() -> None:
    advice = ask(C.CONTENT, "DE", team=frozenset({"DE", "FR"}))
    assert [one.instrument for one in advice.routes] == [TEAM_MEASURE]
    assert reasons_against(advice)["MLA_LOR"] is Reason.SAME_STATE


def test_content_from_a_provider_directly_only_in_an_emergency() -> None:
    assert reasons_against(ask(C.CONTENT, "US"))["DIRECT_PROVIDER"] is Reason.COVERS_IN_EMERGENCY
    direct = route(ask(C.CONTENT, "US", Urgency.EMERGENCY), "DIRECT_PROVIDER")
    assert Reason.COVERS_IN_EMERGENCY in direct.reasons
    assert Reason.COURT_CONTESTED in direct.reasons


def test_emergency_has_its_own_time_limit() -> None:
    limit = route(ask(C.CONTENT, "FR", Urgency.EMERGENCY), "EPOC").limit
    assert limit is not None
    assert limit.duration == "PT8H"


def test_expected_time_is_the_median_of_own_records_of_that_state() -> None:
    answers = tuple(
        AnswerTime("MLA_LOR", country, days) for country, days in (("US", 90), ("US", 300), ("US", 150), ("JP", 5))
    )
    mla = route(ask(C.CONTENT, "US", answers=answers), "MLA_LOR")
    assert (mla.expected_days, mla.records) == (150, 3)
    assert Reason.NO_RECORD not in mla.reasons
    other = route(ask(C.CONTENT, "CA", answers=answers), "MLA_LOR")
    assert (other.expected_days, other.records) == (None, 0)
    assert Reason.NO_RECORD in other.reasons


def test_records_change_the_order_in_an_emergency() -> None:
    slow = ask(C.CONTENT, "US", Urgency.EMERGENCY, answers=(AnswerTime("MLA_LOR", "US", 150),))
    quick = ask(C.CONTENT, "US", Urgency.EMERGENCY, answers=(AnswerTime("MLA_LOR", "US", 2),))
    assert [one.instrument for one in slow.routes if Reason.IN_FORCE in one.reasons][-1] == "MLA_LOR"
    assert quick.routes[0].instrument == "MLA_LOR"


def test_preservation_is_asked_by_the_instrument_made_for_it() -> None:
    slow = (AnswerTime("MLA_LOR", "US", 5),)
    assert ask(C.PRESERVATION, "US", Urgency.URGENT, answers=slow).routes[0].instrument == "BUDAPEST_29"
    assert Reason.COURT_NOT_RECORDED not in route(ask(C.PRESERVATION, "US"), "BUDAPEST_29").reasons


def test_instrument_whose_catalogue_and_treaty_differ_is_excluded_with_that_reason() -> None:
    against = reasons_against(ask(C.PRESERVATION, "CW"))
    assert (against["BUDAPEST_29"], against["EIO"]) == (Reason.FORCE_CONTRADICTED, Reason.NOT_IN_FORCE)


def test_contested_evidence_ranks_last_and_instruments_of_unrecorded_parties_after_all_others() -> None:
    routes = ask(C.SUBSCRIBER, "US", Urgency.EMERGENCY).routes
    recorded = [Reason.IN_FORCE in one.reasons for one in routes]
    assert recorded == sorted(recorded, reverse=True)
    unrecorded = {one.instrument for one in routes if Reason.IN_FORCE_NOT_RECORDED in one.reasons}
    assert {"LIAISON", "UNTOC_18"} <= unrecorded
    routes = ask(C.SUBSCRIBER, "US").routes
    known = [one.court_use for one in routes if Reason.IN_FORCE in one.reasons]
    assert known.index(CourtUse.YES) < known.index(CourtUse.CONTESTED)


@pytest.mark.parametrize("urgency", Urgency)
def test_every_route_is_lawful_and_covers_the_data(urgency: Urgency) -> None:
    catalogue = instruments()
    for category, provider, team in product(C, ("FR", "US", "DE", "ZZ"), (frozenset[str](), frozenset({"FR", "DE"}))):
        question = Question(category, provider, "DE", urgency, DAY, team)
        advice = advise(question, catalogue, treaties=treaties())
        for one in advice.routes:
            instrument = catalogue[one.instrument]
            rule = instrument.in_force.value
            if rule is None:
                assert one.reasons[0] is Reason.IN_FORCE_NOT_RECORDED
            else:
                assert rule.between("DE", provider, DAY)
            assert instrument.family is not TransitionFamily.NOTICE
            asked = C.TRAFFIC if category is C.IDENTIFICATION_ONLY and category not in instrument.coverage else category
            assert instrument.coverage[asked].value not in (None, Coverage.NO)
            assert one.title.fr


def test_every_reason_has_its_sentence() -> None:
    assert sentences().keys() == set(Reason)
