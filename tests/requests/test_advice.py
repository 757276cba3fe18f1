"""Identifier recognition, allocation tables and the route adviser through the API."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.api.reference import allocations as routes_of_tables
from app.api.requests.views.advice import recognised_view
from app.database import Requester
from app.identifiers.kinds import Identifier, IdentifierKind
from app.services.reference.allocations import _CONTAINING
from app.services.requests.advice import Recognised
from tests.factories import allocations, reference, requests
from tests.factories.allocations import DOMAINS, LOG_LINE, NETWORKS, import_both, imported, put, recognised
from tests.factories.team import PEOPLE, Team, read_json

CASES = json.loads((Path(__file__).parent / "cases" / "routes.json").read_text(encoding="utf-8"))


async def advice(team: Team, who: str = "noor", **form: Any) -> dict[str, Any]:
    question = {"data_category": "PRESERVATION", "country": "US"} | form
    return read_json(await team.client(who).post(team.path("/routes"), json=question))


def codes(sentences: list[dict[str, str]]) -> list[str]:
    return [one["code"] for one in sentences]


def test_zone_with_several_meanings_gives_the_time_in_each_and_none_of_its_own() -> None:
    found = Identifier(
        IdentifierKind.IP,
        *("203.0.113.7", "203.0.113.7", 0, 11),
        port=20480,
        port_until=20991,
        protocol="tcp",
        at="2026-11-01T01:30:00.5",
        zone="CST",
        zone_candidates=("America/Chicago", "Asia/Shanghai"),
    )
    told = recognised_view(Recognised(found))
    assert (told.port, told.port_until, told.protocol, told.at, told.zone) == (20480, 20991, "tcp", found.at, None)
    assert [(one.zone, one.at) for one in told.zone_candidates] == [
        ("America/Chicago", "2026-11-01T01:30:00.5-05:00"),
        ("America/Chicago", "2026-11-01T01:30:00.5-06:00"),
        ("Asia/Shanghai", "2026-11-01T01:30:00.5+08:00"),
    ]
    skipped = replace(found, at="2026-03-08T02:30:00")
    assert [one.zone for one in recognised_view(Recognised(skipped)).zone_candidates] == ["Asia/Shanghai"]
    named = recognised_view(Recognised(replace(found, at="2026-07-01T01:30:00+02:00", zone="CEST", zone_candidates=())))
    assert (named.zone, named.zone_candidates) == ("CEST", [])


class TestRecognition:
    async def test_log_line_gives_identifiers_with_provider_country_and_routes(self, team: Team) -> None:
        await import_both(team)
        before = read_json(await team.client("noor").get(team.path("/ledger/entries")))
        address, mail = await recognised(team, LOG_LINE)
        told = {
            "kind": "ip",
            "value": "203.0.113.70",
            "found": "203.0.113.70",
            "port": 51022,
            "at": "2026-05-16T09:14:05+02:00",
            "zone": "+02:00",
            "valid": None,
            "warnings": [],
            "provider": "Reseller Example",
            "country": "CA",
            "rules_version": 3,
        }
        assert {name: address[name] for name in told} == told
        assert (address["port_until"], address["protocol"], address["zone_candidates"]) == (None, None, [])
        assert LOG_LINE[address["begins"] : address["ends"]] == address["found"]
        assert address["proposed_by"] == address["proposed_by"] | {
            "table": "networks",
            "entry": "203.0.113.64/26",
            "source": allocations.SOURCE,
        }
        assert (mail["value"], mail["provider"], mail["country"]) == (
            "seller@mail.eu.example.com",
            "Mail Example Europe",
            "IE",
        )
        routes = {one["instrument"]: one for one in address["routes"]}
        assert "BUDAPEST_29" in routes
        assert set(routes["BUDAPEST_29"]) >= {"authoriser", "expected_days", "because"}
        assert "in_force" in codes(routes["BUDAPEST_29"]["because"])
        assert read_json(await team.client("noor").get(team.path("/ledger/entries"))) == before, "nothing is recorded"

    async def test_missing_port_zone_and_match_are_said_and_nothing_is_proposed(self, team: Team) -> None:
        await import_both(team)
        address, iban, card = await recognised(
            team, "192.0.2.1 14.03.2026 11:22\r\n DE89370400440532013001 \x1b[0m\n2001:db8::5"
        )
        assert codes(address["warnings"]) == ["ip_without_port", "time_without_zone"]
        assert all(one["en"] and one["fr"] and one["en"] != one["fr"] for one in address["warnings"])
        assert (address["zone"], address["country"], address["proposed_by"], address["routes"]) == (
            None,
            None,
            None,
            [],
        )
        assert (iban["valid"], codes(iban["warnings"])) == (False, ["checksum_wrong"])
        assert (card["provider"], card["provider_key"], card["country"]) == ("Google", "GOOGLE", "US")

    async def test_only_members_who_work_on_requests_ask_and_long_texts_are_refused(self, team: Team) -> None:
        working = {"noor", "bram", "jonas", "claire", "mara", "daan", "lena", "hugo"}
        for path, form in (("/identifiers", {"text": "x"}), ("/routes", {"data_category": "TRAFFIC", "country": "US"})):
            for who in PEOPLE:
                expected = 404 if who == "stranger" else 200 if who in working else 403
                assert (await team.client(who).post(team.path(path), json=form)).status_code == expected, (path, who)
        for wrong in ("", "x" * 100_001, "192.0.2.1 " * 1_001):
            answer = await team.client("noor").post(team.path("/identifiers"), json={"text": wrong})
            assert answer.status_code == 422, len(wrong)
            assert "text" in str(answer.json()), len(wrong)

    async def test_domain_of_a_provider_card_names_provider_country_and_the_order_to_its_establishment(
        self, team: Team
    ) -> None:
        mail, link, other = await recognised(
            team, "kaya@gmail.com https://sub.discord.com/x mail@notgmail.com", data_category="SUBSCRIBER"
        )
        assert (mail["provider_key"], mail["country"], mail["proposed_by"]) == ("GOOGLE", "US", None)
        assert mail["card_source"]
        assert {one["instrument"]: one["country"] for one in mail["routes"]}["EPOC"] == "IE"
        assert (link["provider_key"], link["country"]) == ("DISCORD", "US")
        assert (other["provider"], other["card_source"], other["routes"]) == (None, None, [])
        async with await reference.operator_of(team) as operator:
            await imported(operator, "domains", "domain,country,provider\ngmail.com,NO,Mail Example\n")
        (mail,) = await recognised(team, "kaya@gmail.com")
        assert (mail["provider"], mail["provider_key"], mail["country"]) == ("Mail Example", None, "NO")
        assert mail["card_source"] is None


class TestTables:
    async def test_import_replaces_the_table_and_a_file_with_faults_changes_nothing(self, team: Team) -> None:
        async with await reference.operator_of(team) as operator:
            assert read_json(await operator.get(allocations.ADMIN))["items"] == []
            first = await imported(operator, "networks", NETWORKS)
            assert (first["version"], first["row_count"], first["operator"]) == (1, 4, "Operator")
            wrong = "network,country,provider\n192.0.2.0/24,Germany,x\n192.0.2.1/24,DE,x\n"
            seen = read_json(await put(operator, "networks/preview", wrong))
            assert (seen["row_count"], seen["fault_count"]) == (0, 2)
            assert [(one["line"], one["column"]) for one in seen["faults"]] == [(2, "country"), (3, "network")]
            refused = await put(operator, "networks/imports", wrong, source="x")
            assert (refused.status_code, refused.json()["code"]) == (422, "file-has-faults")
            assert "Line 2, country" in refused.json()["detail"]
            for content, code in ((b"\xff\xfe", "not-utf-8"), (b"a\0", "not-text")):
                refused = await put(operator, "networks/preview", content)
                assert (refused.status_code, refused.json()["code"]) == (400, code)
            refused = await operator.post(f"{allocations.ADMIN}/networks/preview", json={})
            assert (refused.status_code, refused.json()["code"]) == (415, "csv-only")
            assert (await recognised(team, "203.0.113.9"))[0]["country"] == "US"
            second = await imported(operator, "networks", "network,country,provider\n203.0.113.0/24,NO,\n", "Letter")
            assert (second["version"], second["row_count"], second["source"]) == (2, 1, "Letter")
            assert (await recognised(team, "203.0.113.70"))[0]["country"] == "NO"
            acts = read_json(await operator.get("/api/administration/acts"))["items"]
            assert [one["act"] for one in acts].count("allocations.imported") == 2

    async def test_only_operators_import_and_the_database_refuses_others(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for path in ("networks/preview", "networks/imports"):
            refused = await put(team.client("admin"), path, NETWORKS, source="x")
            assert (refused.status_code, refused.json()["code"]) == (403, "operator-only")
        async with team.context.database.writing(Requester(account=team.accounts["noor"])) as session:
            with pytest.raises(DBAPIError, match="row-level security"):
                await session.execute(text("insert into allocated_networks values ('192.0.2.0/24', 'NL', null)"))
        monkeypatch.setattr(routes_of_tables, "LIMIT_BYTES", 100)
        async with await reference.operator_of(team) as operator:
            assert (await put(operator, "domains/preview", DOMAINS + "x" * 100)).status_code == 413

    async def test_look_up_uses_the_index_under_row_level_security(self, team: Team) -> None:
        rows = "".join(f"10.{one >> 8}.{one & 255}.0/24,DE,Provider {one}\n" for one in range(2_000))
        async with await reference.operator_of(team) as operator:
            await imported(operator, "networks", "network,country,provider\n" + rows)
        found = await recognised(team, "".join(f"10.{one % 7}.{one % 256}.9:1234\n" for one in range(300)))
        assert [one["provider"] for one in found[:2]] == ["Provider 0", "Provider 257"]
        async with team.context.database.reading(Requester(account=team.accounts["noor"])) as session:
            await session.execute(text("set local enable_seqscan = off"))
            plan = await session.execute(text(f"explain {_CONTAINING.text}"), {"addresses": ["10.0.0.9"]})
            assert "pk_allocated_networks" in "\n".join(row[0] for row in plan)


class TestAdviser:
    async def test_routes_are_those_of_the_cases_calculated_by_hand(self, team: Team) -> None:
        for case in CASES:
            why = case["why"]
            found = await advice(team, **{"country": None} | case["asked"])
            routes = {one["instrument"]: one for one in found["routes"]}
            against = {one["instrument"]: one["reason"]["code"] for one in found["excluded"]}
            assert {key: routes[key]["country"] for key in case["offered"] if key in routes} == case["offered"], why
            told = case.get("against", {})
            assert {key: against.get(key) for key in told} == told, why
            assert not set(case.get("absent", ())) & {*routes, *against}, why
            for key, reasons in case.get("reasons", {}).items():
                assert set(reasons) <= set(codes(routes[key]["reasons"])), why
            for key, link in case.get("unverified", {}).items():
                (sentence,) = [one for one in routes[key]["reasons"] if one["code"] == "unverified"]
                assert link in sentence["en"], why
                assert sentence["en"].startswith("Not yet confirmed by a person: "), why

    async def test_question_without_a_known_place_is_refused(self, team: Team) -> None:
        for asked, field in (
            ({"country": None}, "country"),
            ({"provider": "TELEGRAM", "country": None}, "country"),
            ({"provider": "NOBODY"}, "provider"),
        ):
            form = {"data_category": "TRAFFIC", "country": "US"} | asked
            answer = await team.client("noor").post(team.path("/routes"), json=form)
            assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field])

    async def test_routes_are_ranked_with_reasons_and_expected_time_from_own_requests_only(self, team: Team) -> None:
        asked = {"data_category": "PRESERVATION", "country": "US", "authority": "prosecutor", "urgency": "urgent"}
        before = await advice(team, **asked)
        found = {one["instrument"]: one for one in before["routes"]}
        assert (found["BUDAPEST_29"]["expected_days"], found["BUDAPEST_29"]["records"]) == (None, 0)
        assert "no_record" in codes(found["BUDAPEST_29"]["reasons"])
        against = {one["instrument"]: one["reason"]["code"] for one in before["excluded"]}
        assert against["EPOC_PR"] == "not_in_force"
        request = await requests.sent(team, "jonas")
        read_json(await requests.release(team, "jonas", request, "NL"))
        read_json(await requests.move_item(team, "jonas", request, "preserved"))
        assert await advice(team, **asked) == before, "a request of another party tells nothing"
        german = {one["instrument"]: one for one in (await advice(team, "jonas", **asked))["routes"]}
        assert german["BUDAPEST_29"]["records"] == 1
        assert 0 <= german["BUDAPEST_29"]["expected_days"] < 1
        assert "no_record" not in codes(german["BUDAPEST_29"]["reasons"])

    async def test_authority_that_may_not_issue_alone_is_told(self, team: Team) -> None:
        asked = {"data_category": "TRAFFIC", "country": "DE"}
        epoc = {
            who: codes(
                next(
                    one for one in (await advice(team, authority=who, **asked))["routes"] if one["instrument"] == "EPOC"
                )["reasons"]
            )
            for who in ("judge", "prosecutor")
        }
        assert "issues_alone" in epoc["judge"]
        assert "needs_validation" in epoc["prosecutor"]
        answer = await team.client("noor").post(team.path("/routes"), json=asked | {"country": "Germany"})
        assert [one["field"] for one in answer.json()["errors"]] == ["country"]
