"""What stands against the dispatch of a request, against cases that were decided by hand (`cases/in_force.json`)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.access.requests.in_force import Dispatch, Issuer, grounds, is_between_members
from app.reference.catalogue import DataCategory, IssuingAuthority, instruments

CASES = json.loads((Path(__file__).parent / "cases" / "in_force.json").read_text(encoding="utf-8"))["cases"]


def kind(given: str | None) -> IssuingAuthority | None:
    """The kind of an authority."""
    return None if given is None else IssuingAuthority(given)


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["title"])
def test_grounds_against_a_dispatch_agree_with_cases_decided_by_hand(case: dict[str, Any]) -> None:
    issuer = Issuer(kind(case.get("issuer")), kind(case.get("validator")), unvalidated=case.get("unvalidated", False))
    categories = [DataCategory(one) for one in case.get("categories", [])]
    dispatch = Dispatch(case["from"], case["to"], date.fromisoformat(case["on"]), categories, issuer)
    assert [str(one) for one in grounds(instruments()[case["instrument"]], dispatch)] == case["against"]


@pytest.mark.parametrize(
    ("instrument", "sender", "executing", "warns"),
    [("EIO", "NL", "DE", True), ("EIO", "NL", "PL", False), ("EIO", None, "DE", False), ("EPOC", "NL", "DE", False)],
)
def test_investigation_order_within_the_team_is_noticed(
    instrument: str, sender: str | None, executing: str, warns: object
) -> None:
    assert is_between_members(instrument, sender, executing, {"NL", "DE", "FR"}) is warns
