"""Reference data: read by signed-in accounts with its sources, changed by operators, and never lost."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any, Final

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from app import clock, embedded
from app.database import Requester
from app.reference.catalogue import ReferenceKind, seed
from app.schema import seeds
from tests.factories import reference
from tests.factories.reference import (
    ADMIN,
    CONTACT,
    PROVIDER,
    TEST_CALL,
    card,
    file,
    import_files,
    pack,
    put_value,
    values_in,
    verify,
)
from tests.factories.team import Team, read_json
from tests.support.databases.affected import rows_affected

LISTS: Final = ("/api/instruments", "/api/countries", "/api/providers", "/api/directory", "/api/treaties", "/api/codes")
OLD: Final = (clock.now().date() - timedelta(days=400)).isoformat()

TITLE: Final = {"en": "Other title", "fr": "Autre titre"}
CODE: Final = {"value": {"code": "A", "meaning": TITLE}, "source": "x"}


def party(**fields: str) -> dict[str, Any]:
    return {"value": {"country": "NL", "in_force_on": "2026-05-16"} | fields, "source": "x"}


PARTY: Final = party()


@pytest.fixture
async def operator(team: Team) -> AsyncIterator[httpx.AsyncClient]:
    async with await reference.operator_of(team) as browser:
        yield browser


async def history(operator: httpx.AsyncClient, place: str) -> list[dict[str, Any]]:
    return list(read_json(await operator.get(f"{ADMIN}/{place}/changes"))["items"])


class TestReading:
    async def test_signed_in_account_reads_every_value_with_its_source_unverified(self, team: Team) -> None:
        for path, count in zip(LISTS, (58, 36, 30, 51, 29, 22), strict=True):
            assert (await team.nobody().get(path)).status_code == 401
            items = read_json(await team.client("stranger").get(path))["items"]
            assert len(items) == count, path
            values = [value for one in items for value in values_in(one)]
            assert all(value["source"] for value in values if value["value"] is not None), path
            assert not any(value["verified"] or value["stale"] for value in values), path
            assert all(one["unverified"] > 0 and not one["stale"] for one in items), path

    async def test_instrument_has_its_deadlines(self, team: Team) -> None:
        items = read_json(await team.client("daan").get("/api/instruments"))["items"]
        deadlines = {one["key"]: [each["value"] for each in one["deadlines"]] for one in items}
        (emergency,) = [one for one in deadlines["EPOC"] if one["key"] == "EPOC_EMERGENCY"]
        assert (emergency["duration"], emergency["basis"], emergency["urgent"]) == ("PT8H", "hours", True)
        (recognition,) = [one for one in deadlines["EIO"] if one["key"] == "EIO_DECISION"]
        assert (recognition["duration"], recognition["extension"]) == ("P30D", "P30D")
        assert recognition["begins_at"] == "received_by_competent"

    async def test_country_is_read_by_its_code_and_unknown_one_is_absent(self, team: Team) -> None:
        netherlands = await card(team.client("noor"), "NL")
        assert netherlands["name"] == {"en": "Netherlands", "fr": "Pays-Bas"}
        assert netherlands["links"] == {
            "value": None,
            "source": None,
            "quality": None,
            "declared_on": None,
            "others": [],
            "verified_on": None,
            "verified_by": None,
            "verified_against": None,
            "verified": False,
            "stale": False,
        }
        assert (await team.client("noor").get("/api/countries/ZZ")).status_code == 404


class TestOnlyOperatorsWrite:
    async def test_member_is_refused_at_every_route(self, team: Team) -> None:
        for method, path in (
            ("GET", "/countries/file"),
            ("GET", "/review"),
            ("GET", "/countries/NL/changes"),
            ("POST", "/imports"),
            ("POST", "/imports/preview"),
            ("POST", "/directory"),
            ("POST", "/directory/NL_CONTACT/test-calls"),
            ("PUT", "/countries/NL/value"),
            ("PUT", "/countries/NL/verification"),
        ):
            for name in ("admin", "noor", "stranger"):
                refused = await team.client(name).request(method, ADMIN + path, json={})
                assert (refused.status_code, refused.json()["code"]) == (403, "operator-only"), (name, path)

    async def test_database_refuses_a_member_without_the_guard(self, team: Team, operator: httpx.AsyncClient) -> None:
        read_json(await put_value(operator, "countries/NL", "retention", "Six months"))
        noor = Requester(account=team.accounts["noor"])
        async with team.context.database.writing(noor) as session:
            changed = await session.execute(text("update reference_records set version = 9, document = '{}'"))
            assert rows_affected(changed) == 0
            assert (await session.execute(text("select count(*) from reference_changes"))).scalar_one() == 0
        insert = "insert into reference_records (kind, key, document, version) values ('countries', 'XX', '{}', 1)"
        with pytest.raises(DBAPIError, match="row-level security"):
            async with team.context.database.writing(noor) as session:
                await session.execute(text(insert))
        async with team.context.database.reading() as session:
            assert (await session.execute(text("select count(*) from reference_records"))).scalar_one() == 0

    async def test_history_is_never_changed(self, team: Team, operator: httpx.AsyncClient) -> None:
        read_json(await put_value(operator, "countries/NL", "retention", "Six months"))
        me = Requester(account=read_json(await operator.get("/api/me"))["account"]["id"])
        for change in ("delete from reference_changes", "update reference_changes set act = 'added'"):
            with pytest.raises(DBAPIError, match="permission denied"):
                async with team.context.database.writing(me) as session:
                    await session.execute(text(change))


class TestChanges:
    async def test_changed_value_is_unverified_and_the_former_one_is_kept(self, operator: httpx.AsyncClient) -> None:
        read_json(await verify(operator, "countries/NL", "zone"))
        changed = read_json(await put_value(operator, "countries/NL", "zone", "America/Aruba", version=2))
        assert (changed["zone"]["value"], changed["zone"]["verified"], changed["version"]) == (
            "America/Aruba",
            False,
            3,
        )
        newest, oldest = await history(operator, "countries/NL")
        assert (newest["act"], newest["field"], newest["former"]["value"]) == ("changed", "zone", "Europe/Amsterdam")
        assert (newest["former"]["verified_by"], newest["operator"]) == ("Nora New", oldest["operator"])
        assert (oldest["act"], oldest["former"]["verified_by"]) == ("verified", None)
        acts = [one["act"] for one in read_json(await operator.get("/api/administration/acts"))["items"]]
        assert acts == ["reference.changed", "reference.changed"]

    async def test_changed_value_keeps_what_other_sources_say_and_has_its_own_quality(
        self, operator: httpx.AsyncClient
    ) -> None:
        before = (await card(operator, "CA"))["channels"]
        (other,) = before["others"]
        assert other["value"][2]["address"].endswith("@rcmp-gc.ca")
        form = {"field": "channels", "value": before["value"][:1], "source": "Letter"}
        marks = {"quality": "primary", "declared_on": "2026-05-16"}
        answer = await operator.put(f"{ADMIN}/countries/CA/value", json=form | marks, headers={"If-Match": '"1"'})
        assert read_json(answer)["channels"] == before | marks | {"value": form["value"], "source": "Letter"}

    async def test_concurrent_change_is_not_lost(self, operator: httpx.AsyncClient) -> None:
        read_json(await put_value(operator, "countries/NL", "retention", "Six months"))
        late = await put_value(operator, "countries/NL", "retention", "One year")
        assert (late.status_code, late.json()["current"]) == (412, {"version": 2})
        form = {"field": "retention", "value": "x", "source": "x"}
        assert (await operator.put(f"{ADMIN}/countries/NL/value", json=form)).status_code == 428

    @pytest.mark.parametrize(
        ("field", "value", "source", "named"),
        [
            ("zone", "Europe/Atlantis", "Letter", "zone.value"),
            ("retention", "Six months", None, "retention"),
            ("languages", [{"accepted": ["Dutch"]}], "Letter", "languages.value.0.accepted.0"),
            ("capital", "The Hague", "Letter", "field"),
            ("name.en", "Holland", "Letter", "field"),
        ],
    )
    async def test_value_that_does_not_fit_is_refused_by_its_field(
        self, operator: httpx.AsyncClient, field: str, value: Any, source: str | None, named: str
    ) -> None:
        refused = await put_value(operator, "countries/NL", field, value, source=source)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, named)
        assert (await card(operator, "NL"))["version"] == 1

    async def test_deadline_of_an_instrument_is_changed_alone(self, operator: httpx.AsyncClient) -> None:
        (before,) = [one for one in read_json(await operator.get("/api/instruments"))["items"] if one["key"] == "EIO"]
        rule = before["deadlines"][1]["value"] | {"duration": "P31D"}
        after = read_json(await put_value(operator, "instruments/EIO", "deadlines.1", rule))
        assert after["deadlines"][1]["value"]["duration"] == "P31D"
        assert [each for n, each in enumerate(after["deadlines"]) if n != 1] == [
            each for n, each in enumerate(before["deadlines"]) if n != 1
        ]


class TestVerification:
    async def test_verified_value_names_person_and_day_and_is_stale_after_a_year(
        self, operator: httpx.AsyncClient
    ) -> None:
        before = (await card(operator, "NL"))["unverified"]
        fresh = read_json(await verify(operator, "countries/NL", "zone"))
        assert (fresh["zone"]["verified"], fresh["zone"]["verified_by"]) == (True, "Nora New")
        assert fresh["zone"]["verified_against"] == reference.AGAINST
        assert (fresh["zone"]["verified_on"], fresh["stale"], fresh["unverified"]) == ("2026-05-16", False, before - 1)
        old = read_json(await verify(operator, "countries/NL", "zone", on=OLD, version=2))
        assert (old["zone"]["stale"], old["stale"]) == (True, True)

    async def test_day_in_the_future_and_absent_value_are_refused(self, operator: httpx.AsyncClient) -> None:
        later = (clock.now().date() + timedelta(days=3)).isoformat()
        refused = await verify(operator, "countries/NL", "zone", on=later)
        assert refused.json()["errors"][0]["field"] == "verified_on"
        refused = await verify(operator, "countries/NL", "links")
        assert (refused.status_code, refused.json()["code"]) == (422, "nothing-to-verify")

    async def test_verification_names_what_was_compared_and_a_change_ends_it(self, operator: httpx.AsyncClient) -> None:
        form = {"field": "zone", "verified_by": "Nora New", "verified_on": "2026-05-16"}
        place = f"{ADMIN}/countries/NL/verification"
        for against in ({}, {"verified_against": " "}):
            refused = await operator.put(place, json=form | against, headers={"If-Match": '"1"'})
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "verified_against")
        read_json(await verify(operator, "countries/NL", "zone"))
        changed = read_json(await put_value(operator, "countries/NL", "zone", "America/Aruba", version=2))
        assert changed["zone"]["verified_against"] is None
        newest, oldest = await history(operator, "countries/NL")
        assert newest["former"]["verified_against"] == oldest["value"]["verified_against"] == reference.AGAINST
        alone = {"key": "EXAMPLE", "retention": {"value": "x", "source": "x", "verified_against": "x"}}
        refused = await import_files(operator, file("providers", PROVIDER | alone))
        assert refused.json()["errors"][0]["field"] == "pack.providers.entries.0.retention"


class TestDirectory:
    async def test_contact_is_added_tested_and_stale_after_a_year(self, operator: httpx.AsyncClient) -> None:
        both = await asyncio.gather(*(operator.post(f"{ADMIN}/directory", json=CONTACT) for _ in range(2)))
        first, twice = sorted(both, key=lambda answer: answer.status_code)
        assert read_json(first, 201)["last_test"] is None
        assert (twice.status_code, twice.json()["errors"][0]["field"]) == (409, "key")
        calls = f"{ADMIN}/directory/NL_CONTACT/test-calls"
        first = await operator.post(calls, json=TEST_CALL | {"tested_on": OLD}, headers={"If-Match": '"1"'})
        assert (read_json(first)["last_test"]["stale"], first.json()["stale"]) == (True, True)
        second = await operator.post(calls, json=TEST_CALL | {"reached": False}, headers={"If-Match": '"2"'})
        assert (read_json(second)["last_test"]["reached"], second.json()["stale"]) == (False, False)
        long = await operator.post(calls, json=TEST_CALL | {"note": "a" * 4001}, headers={"If-Match": '"3"'})
        assert (long.status_code, long.json()["errors"][0]["field"]) == (422, "note")
        acts = [
            (one["act"], one["former"] and one["former"].get("tested_on"))
            for one in await history(operator, "directory/NL_CONTACT")
        ]
        assert acts == [("tested", OLD), ("tested", None), ("added", None)]

    async def test_list_is_filtered_by_country_and_role(self, operator: httpx.AsyncClient) -> None:
        other = CONTACT | {"key": "IE_SPOC", "country": "IE", "role": "spoc"}
        read_json(await import_files(operator, file("directory", CONTACT, other)))
        for query, keys in (("country=IE", ["IE_SPOC"]), ("country=NL&role=ncb", ["NL_NCB"]), ("country=ZZ", [])):
            found = read_json(await operator.get(f"/api/directory?{query}"))["items"]
            assert [one["key"] for one in found] == keys


class TestFiles:
    @pytest.mark.parametrize("kind", list(ReferenceKind))
    async def test_export_is_imported_without_a_change(self, operator: httpx.AsyncClient, kind: ReferenceKind) -> None:
        exported = read_json(await operator.get(f"{ADMIN}/{kind}/file"))
        assert [one.get("key", one.get("code")) for one in exported["entries"]] == list(seed(kind))
        preview = read_json(await operator.post(f"{ADMIN}/imports/preview", json=pack(exported)))
        assert (preview["records"], preview["missing"]) == ([], [])

    @pytest.mark.parametrize(
        ("wrong", "named"),
        [
            ({"country": {"value": "Holland", "source": "x"}}, "entries.1.country.value"),
            ({"country": {"value": "NL"}}, "entries.1.country"),
            (
                {"retention": {"value": "x", "source": "x", "verified_on": "2026-02-30", "verified_by": "x"}},
                "entries.1.retention.verified_on",
            ),
            (
                {"retention": {"value": "x", "source": "x", "verified_on": 86400, "verified_by": "x"}},
                "entries.1.retention.verified_on",
            ),
            ({"retention": {"value": "x", "source": "x", "verified_on": "2026-02-20"}}, "entries.1.retention"),
            (
                {"country": {"value": "NL", "source": "x", "others": [{"value": "Holland", "source": "x"}]}},
                "entries.1.country.others",
            ),
            ({"country": {"others": [{"value": "NL", "source": "x"}]}}, "entries.1.country"),
            ({"country": {"value": "NL", "source": "x", "declared_on": "2026-02-30"}}, "entries.1.country.declared_on"),
            ({"capital": "x"}, "entries.1.capital"),
            ({"key": "EXAMPLE"}, "entries.1.key"),
        ],
    )
    async def test_broken_file_changes_nothing_and_names_the_field(
        self, operator: httpx.AsyncClient, wrong: dict[str, Any], named: str
    ) -> None:
        broken = file("providers", PROVIDER, PROVIDER | {"key": "OTHER"} | wrong)
        refused = await import_files(operator, broken)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, f"pack.providers.{named}")
        assert len(read_json(await operator.get("/api/providers"))["items"]) == 30

    async def test_file_of_an_unknown_kind_and_wrong_deadlines_and_forms_of_an_instrument_name_the_field(
        self, operator: httpx.AsyncClient
    ) -> None:
        exported = read_json(await operator.get(f"{ADMIN}/instruments/file"))
        (order,) = [one for one in exported["entries"] if one["key"] == "EIO"]
        deadlines = order["deadlines"]
        twice = file("instruments", order | {"deadlines": [*deadlines, deadlines[0]]})
        unknown = file("instruments", order | {"forms": [order["forms"][0], "eio_annex_z"]})
        for broken, named in (
            (twice, "entries.0.deadlines"),
            (unknown, "entries.0.forms.1"),
            (exported | {"kind": "treaties"}, "kind"),
            (file("instruments", order | {"treaties": ["BUDAPEST", "ATLANTIS"]}), "entries.0.treaties.1"),
        ):
            body = {"pack": {"instruments": broken}, "digest": "0" * 64}
            for path, form in (("/imports", body), ("/imports/preview", {"pack": body["pack"]})):
                refused = await operator.post(ADMIN + path, json=form)
                place = f"pack.instruments.{named}"
                assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, place)

    @pytest.mark.parametrize(
        ("kind", "wrong", "named"),
        [
            ("countries", {"code": "ZZ"}, "code"),
            (
                "countries",
                {"languages": {"value": [{"instruments": ["EIO", "EIX"]}], "source": "x"}},
                "languages.value.0.instruments.1",
            ),
            ("directory", {"country": "QQ"}, "country"),
            ("providers", {"establishment": {"value": "QQ", "source": "x"}}, "establishment.value"),
            ("treaties", {"parties": [PARTY, PARTY | {"source": None}]}, "parties.1"),
            ("treaties", {"parties": [PARTY, PARTY]}, ""),
            ("treaties", {"parties": [PARTY], "bilateral": True}, ""),
            ("treaties", {"parties": [party(country="QQ")]}, "parties.0.value.country"),
            ("treaties", {"parties": [party(in_force_on="2025-02-29")]}, "parties.0.value.in_force_on"),
            ("treaties", {"parties": [party(capital="x")]}, "parties.0.value.capital"),
            ("codes", {"codes": [CODE, CODE]}, ""),
            ("codes", {"codes": [CODE | {"source": None}]}, "codes.0"),
        ],
    )
    async def test_record_that_does_not_fit_is_refused_with_its_place(
        self, operator: httpx.AsyncClient, kind: str, wrong: dict[str, Any], named: str
    ) -> None:
        before = read_json(await operator.get(f"{ADMIN}/{kind}/file"))
        broken = before | {"entries": [before["entries"][0] | {"title": TITLE}, before["entries"][1] | wrong]}
        if kind in ("countries", "providers", "directory"):
            del broken["entries"][0]["title"]
        refused = await import_files(operator, broken)
        place = f"pack.{kind}.entries.1.{named}".removesuffix(".")
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, place)
        assert read_json(await operator.get(f"{ADMIN}/{kind}/file")) == before

    async def test_refusal_is_in_the_language_of_the_reader(self, operator: httpx.AsyncClient) -> None:
        broken = file("providers", PROVIDER | {"country": {"value": "NL"}})
        refused = await operator.post(f"{ADMIN}/imports/preview", json=pack(broken), headers={"Accept-Language": "fr"})
        assert refused.json()["errors"][0]["message"] == "Indiquez la source de cette valeur."


async def test_seeds_replace_what_is_as_shipped_and_keep_what_was_changed(
    operator: httpx.AsyncClient, database_urls: embedded.Urls
) -> None:
    read_json(await put_value(operator, "countries/NL", "retention", "Six months"))
    engine = create_async_engine(database_urls.owner, poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.execute(
            text(
                "update reference_records set document = document - 'zone' where key in ('NL', 'DE') and kind = 'countries'"
            )
        )
        await connection.run_sync(seeds.sow)
    await engine.dispose()
    assert (await card(operator, "NL"))["retention"]["value"] == "Six months"
    assert (await card(operator, "NL"))["zone"]["value"] is None
    assert (await card(operator, "DE"))["zone"]["value"] == "Europe/Berlin"
