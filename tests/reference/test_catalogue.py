"""The shipped reference data: deadlines as the sources state them, and where an instrument applies."""

from datetime import date
from typing import Final, get_args

import pytest

from app.access import evaluation
from app.access.requests.deadlines import Basis, Rule
from app.access.requests.states import ItemKind
from app.api.evidence.views.evidence import Handling, Tlp
from app.reference.catalogue import (
    CountryCard,
    DeadlineRule,
    InForce,
    ReferenceKind,
    RuleItemKind,
    TransitionFamily,
    instruments,
    seed,
)
from app.reference.codes import CodeList
from app.reference.deadline_terms import DeadlineBasis
from app.reference.forms.loading import forms
from app.reference.treaties import Treaty
from app.reference.values import changes
from tests.factories.reference import values_in

#: Duration, basis and extension of each deadline that the law states, from the field lists of the forms.
STATED: Final = {
    "EIO": {
        "EIO_ACK": ("P7D", "calendar", None),
        "EIO_DECISION": ("P30D", "calendar", "P30D"),
        "EIO_EXECUTION": ("P90D", "calendar", None),
        "EIO_PROVISIONAL": ("PT24H", "hours", None),
        "EIO_OBJECTION": ("PT96H", "hours", None),
        "EIO_IMMUNITY": ("P15D", "calendar", None),
    },
    "EPOC": {
        "EPOC_STD": ("P10D", "calendar", None),
        "EPOC_EMERGENCY": ("PT8H", "hours", None),
        "EPOC_REFUSAL": ("P10D", "calendar", None),
        "EPOC_REFUSAL_EMERGENCY": ("PT96H", "hours", None),
        "EPOC_CLARIFY": ("P5D", "calendar", None),
        "EPOC_CONFLICT": ("P10D", "calendar", None),
        "LATE_VALIDATION": ("PT48H", "hours", None),
        "ENFORCE_RECOGNISE": ("P5D", "working", None),
        "ENFORCE_REPLY": ("P5D", "working", None),
    },
    "EPOC_PR": {
        "EPOC_PR": ("P60D", "calendar", "P30D"),
        "EPOC_PR_CLARIFY": ("P5D", "calendar", None),
        "LATE_VALIDATION": ("PT48H", "hours", None),
        "ENFORCE_RECOGNISE": ("P5D", "working", None),
        "ENFORCE_REPLY": ("P5D", "working", None),
    },
    "BUDAPEST_29": {
        "BUDAPEST_29": ("P60D", "calendar", None),
        "US_PRESERVATION": ("P90D", "calendar", "P90D"),
        "GH_PRESERVATION": ("P120D", "calendar", None),
    },
    "SPOC_2023_977": {
        "SPOC_URGENT_DIRECT": ("PT8H", "hours", None),
        "SPOC_URGENT_INDIRECT": ("P3D", "calendar", None),
        "SPOC_OTHER": ("P7D", "calendar", None),
    },
    "FREEZING_2018_1805": {
        "FREEZING_DECIDE": ("PT48H", "hours", None),
        "FREEZING_ACT": ("PT48H", "hours", None),
        "FREEZING_LIMIT": ("P42D", "calendar", None),
    },
}
A_DAY: Final = date(2026, 11, 30)


def test_deadlines_are_those_of_the_sources() -> None:
    for key, stated in STATED.items():
        rules = [one.value for one in instruments()[key].deadlines if one.value is not None]
        assert {one.key: (one.duration, one.basis, one.extension) for one in rules} == stated, key


def test_every_value_has_a_source_and_nobody_has_verified_one() -> None:
    for key, one in instruments().items():
        values = list(values_in(one.document()))
        assert all(value["source"] for value in values if value["value"] is not None), key
        assert not any(value["verified_on"] for value in values), key


def test_keys_of_deadlines_are_unique_in_their_instrument() -> None:
    for key, one in instruments().items():
        keys = [rule.value.key for rule in one.deadlines if rule.value is not None]
        assert len(keys) == len(set(keys)), key


def test_traffic_and_content_are_not_ordered_by_a_prosecutor_alone() -> None:
    rules = {one.value.data_category: one.value for one in instruments()["EPOC"].issuers if one.value is not None}
    assert {str(category) for category, rule in rules.items() if "prosecutor" in rule.alone} == {
        "SUBSCRIBER",
        "IDENTIFICATION_ONLY",
    }
    assert not any(
        rule.unvalidated_in_emergency for category, rule in rules.items() if category in ("TRAFFIC", "CONTENT")
    )


@pytest.mark.parametrize(
    ("key", "one", "other", "applies"),
    [
        ("EIO", "FR", "DE", True),
        ("EIO", "FR", "DK", False),
        ("EIO", "FR", "CH", False),
        ("EPOC", "NL", "IE", True),
        ("CLOUD_ACT_EA", "GB", "US", True),
        ("CLOUD_ACT_EA", "GB", "AU", False),
        ("SAP2_7", "JP", "HU", False),
        ("MLA_LOR", "CH", "US", True),
    ],
)
def test_instrument_applies_between_the_countries_of_its_source(
    key: str, one: str, other: str, applies: object
) -> None:
    in_force = instruments()[key].in_force.value
    assert in_force is not None
    assert in_force.between(one, other, A_DAY) is applies
    assert in_force.between(other, one, A_DAY) is applies


def test_instrument_does_not_apply_before_it_begins() -> None:
    rule = InForce(scope="all", begins_on=A_DAY)
    assert [rule.between("FR", "DE", day) for day in (date(2026, 11, 29), A_DAY)] == [False, True]


def test_hours_are_not_counted_by_days() -> None:
    (hours,) = [one.value for one in instruments()["EPOC"].deadlines if one.value and one.value.key == "EPOC_EMERGENCY"]
    with pytest.raises(ValueError, match="hours"):
        DeadlineRule.model_validate(hours.model_dump() | {"basis": "calendar"})


@pytest.mark.parametrize("basis", DeadlineBasis)
@pytest.mark.parametrize("duration", ["PT8H", "P5D", "P2W", "P3M", "P1Y"])
@pytest.mark.parametrize("extension", [None, "PT8H", "P5D", "P2W", "P3M", "P1Y"])
def test_deadline_that_the_catalogue_takes_can_be_counted(
    basis: DeadlineBasis, duration: str, extension: str | None
) -> None:
    (known,) = [one.value for one in instruments()["EPOC"].deadlines if one.value and one.value.key == "EPOC_EMERGENCY"]
    entered = known.model_dump() | {"basis": basis, "duration": duration, "extension": extension}
    try:
        stored = DeadlineRule.model_validate(entered)
    except ValueError:
        return
    assert Rule(stored.duration, Basis(stored.basis.value), stored.extension).extension == extension


def test_every_requested_country_has_a_card() -> None:
    cards = seed(ReferenceKind.COUNTRIES)
    assert len(cards) == 36
    assert {"CH", "GB", "US", "CA", "AU", "JP", "NO", "UA", "TR"} < set(cards)
    assert len(seed(ReferenceKind.PROVIDERS)) == 30
    assert {one.family for one in instruments().values()} == set(TransitionFamily)


def test_duration_is_at_most_five_years() -> None:
    (known,) = [one.value for one in instruments()["EPOC"].deadlines if one.value and one.value.key == "EPOC_STD"]
    with pytest.raises(ValueError, match="five years"):
        DeadlineRule.model_validate(known.model_dump() | {"duration": "P6Y"})


def test_rules_name_kinds_of_items_that_requests_have() -> None:
    assert set(get_args(RuleItemKind)) == {one.value for one in ItemKind}


def test_shipped_records_name_forms_treaties_and_instruments_that_exist() -> None:
    for key, one in instruments().items():
        assert set(one.forms) <= set(forms()), key
        assert set(one.treaties) <= set(seed(ReferenceKind.TREATIES)), key
    for code, card in seed(ReferenceKind.COUNTRIES).items():
        assert isinstance(card, CountryCard)
        assert {key for rule in card.languages.value or () for key in rule.instruments} <= set(instruments()), code


def test_party_without_a_country_card_is_a_party_with_its_dates() -> None:
    treaties = {key: one for key, one in seed(ReferenceKind.TREATIES).items() if isinstance(one, Treaty)}
    assert not {"CI", "CW"} & set(seed(ReferenceKind.COUNTRIES))
    assert treaties["BUDAPEST"].begins_between("CI", "CH") == date(2024, 11, 1)
    assert treaties["MLA_CH_US"].begins_between("US", "CH") == date(1977, 1, 23)
    assert treaties["CETS_224"].begins_between("RS", "JP") is None
    assert {
        one.value.reservation for one in treaties["BUDAPEST"].parties if one.value and one.value.country == "AT"
    } > {None}


def test_emptied_deadline_is_the_only_changed_value_of_its_instrument() -> None:
    """An operator who empties one deadline changes no other: leaders hear of the requests that relied on it alone."""
    tried = 0
    for instrument in instruments().values():
        former = instrument.document()
        for place, deadline in enumerate(former["deadlines"]):
            emptied = deadline | {"value": None, "source": None}
            deadlines = [emptied if at == place else one for at, one in enumerate(former["deadlines"])]
            found = changes(former, former | {"deadlines": deadlines})
            assert set(found) == {f"deadlines.{deadline['value']['key']}"}
            tried += 1
    assert tried > 30


def codes(key: str) -> list[str]:
    """The codes of a shipped list, in its order."""
    found = seed(ReferenceKind.CODES)[key]
    assert isinstance(found, CodeList)
    return [one.value.code for one in found.codes if one.value]


def test_codes_with_which_rules_compute_are_those_of_their_sources() -> None:
    assert codes("EUROPOL_4X4_SOURCE") == [one.value for one in evaluation.Source]
    assert codes("EUROPOL_4X4_INFORMATION") == [one.value for one in evaluation.Information]
    assert codes("EUROPOL_HANDLING") == list(get_args(Handling))
    assert codes("TLP_2_0") == [f"TLP:{one.replace('_', '+')}" for one in get_args(Tlp)]
