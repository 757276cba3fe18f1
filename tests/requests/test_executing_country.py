"""Which country executes a request decides its rules, its holidays and the card it is compared with."""

from typing import Any, Final

from tests.factories import reference
from tests.factories.reference import put_value
from tests.factories.requests import place, received
from tests.factories.team import Team, read_json

DATA = {"kind": "data", "data_category": "SUBSCRIBER", "identifier_kind": "ip", "identifier": "203.0.113.7"}
ORDER: Final[dict[str, Any]] = {
    "instrument": "EPOC",
    "from": {"country": "DE"},
    "received_at": "2026-04-17T09:00:00Z",
    "items": [DATA],
}


async def test_incoming_request_follows_the_rules_of_the_country_of_the_asked_party(team: Team) -> None:
    async with await reference.operator_of(team) as operator:
        listed = read_json(await operator.get("/api/instruments"))["items"]
        known = next(one["deadlines"] for one in listed if one["key"] == "EPOC")
        at, rule = next((at, one["value"]) for at, one in enumerate(known) if one["value"]["key"] == "EPOC_STD")
        due = {}
        for version, country in enumerate(("DE", "NL"), 1):
            changed = rule | {"countries": [country]}
            read_json(await put_value(operator, "instruments/EPOC", f"deadlines.{at}", changed, version=version))
            request = await received(team, **ORDER)
            due[country] = [one["due_at"] for one in request["clocks"] if one["rule"] == "EPOC_STD"]
    assert due == {"DE": [], "NL": ["2026-04-28T21:59:59.000000Z"]}, "the tenth day is a holiday of the Netherlands"
    form = read_json(await team.client("noor").get(place(team, request, "/form")))
    assert form["country"] == "NL"
