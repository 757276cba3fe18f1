"""Advice for a State to which no recorded treaty leads, against cases decided by hand (`cases/without_treaty.json`)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.access.requests import routes, without_treaty
from app.access.requests.routes import Question, Urgency
from app.access.requests.without_treaty import Held, Missing, WayReason
from app.reference.catalogue import (
    CountryCard,
    DataCategory,
    DirectoryEntry,
    ReferenceKind,
    instruments,
    seed,
    treaties,
)
from tests.factories.team import Team, read_json

CASES = json.loads((Path(__file__).parent / "cases" / "without_treaty.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["why"])
def test_ways_without_a_treaty_agree_with_cases_decided_by_hand(case: dict[str, Any]) -> None:
    question = Question(
        DataCategory(case["category"]),
        case["to"],
        case["from"],
        Urgency.ORDINARY,
        date.fromisoformat(case.get("on", "2026-11-30")),
        frozenset(case.get("team", ())),
    )
    catalogue = instruments()
    advice = routes.advise(question, catalogue, treaties=treaties())
    told = {one.instrument for one in advice.routes} | {one.instrument for one in advice.excluded}
    assert without_treaty.ADVICE not in told
    card = seed(ReferenceKind.COUNTRIES).get(case["to"])
    held = Held(
        card if isinstance(card, CountryCard) else None,
        [
            one
            for one in seed(ReferenceKind.DIRECTORY).values()
            if isinstance(one, DirectoryEntry) and one.country == case["to"]
        ],
    )
    found = without_treaty.ways(question, advice, catalogue, treaties(), held)
    if case.get("reasons", {}) is None:
        assert found == ()
        return
    assert [one.way for one in found] == ["letter_of_request", "untoc", "interpol", "liaison"]
    by_way = {str(one.way): one for one in found}
    for way, reasons in case.get("reasons", {}).items():
        assert list(by_way[way].reasons) == reasons
    for way, missing in case.get("missing", {}).items():
        assert list(by_way[way].missing) == missing


def test_every_reason_and_missing_fact_has_its_sentence() -> None:
    assert without_treaty.reason_sentences().keys() == set(WayReason)
    assert without_treaty.missing_sentences().keys() == set(Missing)


async def test_adviser_tells_the_ways_to_a_state_without_card_and_none_where_a_treaty_leads(team: Team) -> None:
    async def asked(country: str) -> dict[str, Any]:
        form = {"data_category": "SUBSCRIBER", "country": country}
        return read_json(await team.client("jonas").post(team.path("/routes"), json=form))

    told = (await asked("CN"))["without_treaty"]
    assert (told["quality"], "general knowledge" in told["source"]) == ("general", True)
    letter, untoc, interpol, liaison = told["ways"]
    assert [one["instrument"] for one in told["ways"]] == ["MLA_LOR", "UNTOC_18", "INTERPOL_I247", "LIAISON"]
    assert letter["missing"][0]["en"].startswith("No recorded list of Parties names both States")
    assert untoc["reasons"][0]["fr"] == "Les deux États sont enregistrés comme Parties"
    assert [one["code"] for one in (*interpol["missing"], *liaison["missing"])] == ["ncb", "liaison_contact"]
    assert {one["country"] for one in told["ways"]} == {"CN"}
    assert all(one["requestable"] for one in told["ways"])
    assert (await asked("US"))["without_treaty"] is None


async def test_contradiction_names_the_values_of_catalogue_and_treaty_with_their_sources(team: Team) -> None:
    form = {"data_category": "PRESERVATION", "country": "CW"}
    excluded = read_json(await team.client("jonas").post(team.path("/routes"), json=form))["excluded"]
    told = {one["instrument"]: one for one in excluded}
    found = told["BUDAPEST_29"]["contradiction"]
    assert (found["applies"], "Council of Europe" in found["source"]) == (False, True)
    days = {one["country"]: one["in_force_on"] for one in found["statements"]}
    assert days["DE"] == "2009-07-01"
    assert days.keys() == {"DE", "CW"}
    assert all(one["source"] and "185" in one["treaty"]["fr"] for one in found["statements"])
    assert told["EIO"]["contradiction"] is None
