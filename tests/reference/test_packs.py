"""Packs of reference data: exported, compared value by value, and imported as the operator saw and chose."""

from collections.abc import AsyncIterator
from typing import Any, Final

import httpx
import pytest

from app.reference.catalogue import ReferenceKind
from tests.factories import reference
from tests.factories.reference import ADMIN, card, file, import_files, pack, put_value, verify
from tests.factories.team import Team, read_json

PREVIEW: Final = f"{ADMIN}/imports/preview"


@pytest.fixture
async def operator(team: Team) -> AsyncIterator[httpx.AsyncClient]:
    async with await reference.operator_of(team) as browser:
        yield browser


async def exported(operator: httpx.AsyncClient) -> dict[str, Any]:
    return dict(read_json(await operator.get(f"{ADMIN}/pack")))


def said(value: Any, source: str = "Letter") -> dict[str, Any]:
    return {"value": value, "source": source}


def entry(of: dict[str, Any], kind: str, key: str) -> dict[str, Any]:
    """A record in a pack, to be changed there."""
    return next(one for one in of[kind]["entries"] if key in (one.get("key"), one.get("code")))


async def test_exported_pack_is_imported_again_without_differences_after_changes_too(
    operator: httpx.AsyncClient,
) -> None:
    read_json(await verify(operator, "countries/NL", "zone"))
    read_json(await put_value(operator, "instruments/EIO", "court_use", "contested"))
    shipped = await exported(operator)
    assert shipped.keys() == set(ReferenceKind)
    seen = read_json(await operator.post(PREVIEW, json={"pack": shipped}))
    assert (seen["records"], seen["missing"], seen["unchanged"]) == ([], [], 226)
    done = await operator.post(f"{ADMIN}/imports", json={"pack": shipped, "digest": seen["digest"]})
    assert read_json(done) == {"added": 0, "changed": 0, "kept": 0}
    assert await exported(operator) == shipped


async def changed_pack(operator: httpx.AsyncClient) -> dict[str, Any]:
    """Verify two values, and return the exported pack with changes to them and to others."""
    read_json(await verify(operator, "countries/NL", "zone"))
    read_json(await verify(operator, "countries/DE", "zone"))
    wanted = await exported(operator)
    for code in ("NL", "DE"):
        entry(wanted, "countries", code)["zone"] = said("America/Aruba")
        entry(wanted, "countries", code)["retention"] = said("Six months")
    entry(wanted, "countries", "FR")["zone"] = said("Europe/Monaco")
    order = entry(wanted, "instruments", "EIO")
    order["deadlines"][1]["value"]["duration"] = "P31D"
    order["treaties"].append("NEW_TREATY")
    wanted["treaties"]["entries"].append({"key": "NEW_TREATY", "title": {"en": "New", "fr": "Nouveau"}})
    wanted["providers"]["entries"] += [reference.PROVIDER, reference.PROVIDER | {"key": "OTHER"}]
    del wanted["codes"]["entries"][0]
    entry(wanted, "countries", "PL")["zone"] = {"value": None, "source": None}
    return wanted


async def test_pack_is_compared_value_by_value_and_nothing_is_stored(operator: httpx.AsyncClient) -> None:
    wanted = await changed_pack(operator)
    before = await exported(operator)
    seen = read_json(await operator.post(PREVIEW, json={"pack": wanted}))
    assert await exported(operator) == before
    found = {
        each["name"]: (each["change"], each["protected"]) for one in seen["records"] for each in one["differences"]
    }
    retention = "changed" if entry(before, "countries", "NL")["retention"]["value"] else "added"
    assert found["countries/NL/retention"] == (retention, False)
    assert (
        found.items()
        >= {
            "countries/NL/zone": ("changed", True),
            "countries/DE/zone": ("changed", True),
            "countries/FR/zone": ("changed", False),
            "countries/PL/zone": ("removed", False),
            "instruments/EIO/deadlines.1": ("changed", False),
            "instruments/EIO/treaties": ("changed", False),
            "providers/EXAMPLE": ("added", False),
            "treaties/NEW_TREATY": ("added", False),
        }.items()
    )
    (zone,) = [
        each for one in seen["records"] if one["key"] == "NL" for each in one["differences"] if each["protected"]
    ]
    assert (zone["former"]["value"], zone["value"]["value"]) == ("Europe/Amsterdam", "America/Aruba")
    assert [one["kind"] for one in seen["missing"]] == ["codes"]


async def test_import_is_refused_when_a_choice_or_the_comparison_does_not_hold(operator: httpx.AsyncClient) -> None:
    wanted = await changed_pack(operator)
    seen = read_json(await operator.post(PREVIEW, json={"pack": wanted}))
    before = await exported(operator)
    form = {"pack": wanted, "digest": seen["digest"]}
    for choice, code in (
        ({"keep": ["countries/NL/links"]}, "unknown-choice"),
        ({"keep": ["treaties/NEW_TREATY"]}, "unknown-record"),
    ):
        refused = await operator.post(f"{ADMIN}/imports", json=form | choice)
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert await exported(operator) == before
    read_json(await put_value(operator, "countries/FR", "zone", "Europe/Brussels"))
    before = await exported(operator)
    refused = await operator.post(f"{ADMIN}/imports", json=form)
    assert (refused.status_code, refused.json()["code"]) == (409, "import-changed")
    assert await exported(operator) == before


async def test_import_applies_what_was_chosen_and_keeps_verified_values(operator: httpx.AsyncClient) -> None:
    wanted = await changed_pack(operator)
    before = await exported(operator)
    seen = read_json(await operator.post(PREVIEW, json={"pack": wanted}))
    choices = {"keep": ["countries/FR/zone", "providers/OTHER"], "replace": ["countries/DE/zone"]}
    done = read_json(await operator.post(f"{ADMIN}/imports", json={"pack": wanted, "digest": seen["digest"]} | choices))
    assert (done["added"], done["kept"]) == (2, 3)
    zones = {code: (await card(operator, code))["zone"] for code in ("NL", "DE", "FR", "PL")}
    assert {code: zone["value"] for code, zone in zones.items()} == {
        "NL": "Europe/Amsterdam",
        "DE": "America/Aruba",
        "FR": "Europe/Paris",
        "PL": None,
    }
    assert (zones["NL"]["verified"], zones["DE"]["verified"]) == (True, False)
    assert (await card(operator, "NL"))["retention"]["value"] == "Six months"
    left = await exported(operator)
    keys = [one["key"] for one in left["providers"]["entries"]]
    assert ("EXAMPLE" in keys, "OTHER" in keys) == (True, False)
    assert len(left["codes"]["entries"]) == len(before["codes"]["entries"]), "an import removes no record"
    (noted,) = [
        one
        for one in read_json(await operator.get(f"{ADMIN}/countries/DE/changes"))["items"]
        if (one["act"], one["field"]) == ("imported", "zone")
    ]
    assert noted["former"]["verified_by"] == "Nora New"


async def test_wrong_value_in_one_file_applies_nothing_of_the_others(operator: httpx.AsyncClient) -> None:
    right = file("providers", reference.PROVIDER)
    before = await exported(operator)
    name = {"en": "x", "fr": "x"}
    for wrong, place in (
        (file("countries", {"code": "QQ", "name": name}), "countries.entries.0.code"),
        (file("countries", {"code": "IS", "name": name, "capital": "x"}), "countries.entries.0.capital"),
        (file("countries", {"code": "IS", "name": name, "links": {"value": "x"}}), "countries.entries.0.links"),
        (
            file("countries", {"code": "IS", "name": name, "links": said("x") | {"declared_on": "2026-02-30"}}),
            "countries.entries.0.links.declared_on",
        ),
        (file("countries", {"code": "IS", "name": name}, {"code": "IS", "name": name}), "countries.entries.1.code"),
        (
            file(
                "countries",
                {"code": "IS", "name": name, "languages": said([{"instruments": ["EIX"]}])},
            ),
            "countries.entries.0.languages.value.0.instruments.0",
        ),
        (file("statutes"), "statutes"),
    ):
        for answer in (
            await import_files(operator, right, wrong),
            await operator.post(f"{ADMIN}/imports", json=pack(right, wrong) | {"digest": "0" * 64}),
        ):
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, f"pack.{place}")
    assert await exported(operator) == before
