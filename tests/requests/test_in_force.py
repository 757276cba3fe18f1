"""What stands against the dispatch of a request, against cases that were decided by hand (`cases/in_force.json`)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.access.requests.in_force import Dispatch, Force, Issuer, force, grounds, is_between_members, is_contradicted
from app.reference.catalogue import DataCategory, IssuingAuthority, instruments, treaties

CASES = json.loads((Path(__file__).parent / "cases" / "in_force.json").read_text(encoding="utf-8"))["cases"]


def kind(given: str | None) -> IssuingAuthority | None:
    """The kind of an authority."""
    return None if given is None else IssuingAuthority(given)


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["title"])
def test_grounds_against_a_dispatch_agree_with_cases_decided_by_hand(case: dict[str, Any]) -> None:
    issuer = Issuer(kind(case.get("issuer")), kind(case.get("validator")), unvalidated=case.get("unvalidated", False))
    categories = [DataCategory(one) for one in case.get("categories", [])]
    dispatch = Dispatch(case["from"], case["to"], date.fromisoformat(case["on"]), categories, issuer)
    assert [str(one) for one in grounds(instruments()[case["instrument"]], dispatch, treaties())] == case["against"]


@pytest.mark.parametrize(
    ("instrument", "sender", "executing", "warns"),
    [("EIO", "NL", "DE", True), ("EIO", "NL", "PL", False), ("EIO", None, "DE", False), ("EPOC", "NL", "DE", False)],
)
def test_investigation_order_within_the_team_is_noticed(
    instrument: str, sender: str | None, executing: str, warns: object
) -> None:
    assert is_between_members(instrument, sender, executing, {"NL", "DE", "FR"}) is warns


@pytest.mark.parametrize(
    ("instrument", "one", "other", "on", "applies", "contradicted"),
    [
        ("BUDAPEST_29", "CI", "CH", "2024-10-31", Force.NOT_YET, True),  # Côte d'Ivoire: in force on 1 November 2024
        ("BUDAPEST_29", "CH", "CI", "2024-11-01", Force.APPLIES, False),
        ("BUDAPEST_29", "US", "CI", "2024-10-31", Force.NOT_YET, True),  # the date of the United States is not recorded
        ("BUDAPEST_29", "US", "CH", "2026-05-16", Force.APPLIES, False),
        ("BUDAPEST_29", "CW", "CH", "2026-05-16", Force.NOT_BETWEEN, True),  # only the treaty lists Curaçao
        ("BUDAPEST_29", "CW", "CH", "2024-09-30", Force.NOT_BETWEEN, False),
        ("MLA_CH_TREATIES", "CH", "PA", "2024-12-30", Force.NOT_YET, True),
        ("MLA_CH_TREATIES", "PA", "CH", "2024-12-31", Force.APPLIES, False),
        ("MLA_CH_TREATIES", "PA", "US", "2026-05-16", Force.NOT_BETWEEN, False),
        ("UNTOC_18", "CH", "US", "2026-05-16", Force.NOT_RECORDED, False),
    ],
)
def test_dates_of_a_treaty_narrow_where_an_instrument_applies_and_never_widen_it(
    instrument: str, one: str, other: str, on: str, applies: Force, contradicted: object
) -> None:
    asked = instruments()[instrument], one, other, date.fromisoformat(on), treaties()
    assert (force(*asked), is_contradicted(*asked)) == (applies, contradicted)
