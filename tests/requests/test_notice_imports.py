"""Notices of files of others: INTERPOL's public JSON and MISP, previewed first, and everything that was not read is named."""

import json
from typing import Any

from tests.factories.evidence import values
from tests.factories.notices import listed
from tests.factories.team import Team, read_json


async def test_public_notices_of_a_file_are_previewed_and_drafted(team: Team) -> None:
    public = {
        "entity_id": "2026/12345",
        "name": "EXAMPLE",
        "forename": "ALEX",
        "date_of_birth": "1985/03/12",
        "sex_id": "M",
        "nationalities": ["NL", "SR"],
        "languages_spoken_ids": ["DUT"],
        "height": 1.8,
        "arrest_warrants": [{"issuing_country_id": "NL", "charge": "Computer fraud", "charge_translation": None}],
        "country_of_birth_id": "NL",
        "birth_name": "SAMPLE",
        "aliases": ["LAMP", "SAMPLE"],
        "father_forename": "ROBIN",
        "_links": {
            "self": {"href": "https://ws-public.interpol.int/notices/v1/red/2026-12345"},
            "thumbnail": {"href": "https://ws-public.interpol.int/notices/v1/red/2026-12345/images/1"},
        },
    }
    client, path = team.client("noor"), team.path("/notices/imports")
    for document in ("{", "[]", '{"Event": {}}', "[" * 5000):
        refused = await client.post(f"{path}/preview", json={"document": document})
        assert [one["field"] for one in refused.json()["errors"]] == ["document"], document
    (one,) = read_json(await client.post(f"{path}/preview", json={"document": json.dumps(public)}))["notices"]
    assert (one["kind"], one["birth_date"], one["charge"]) == ("RED", "1985-03-12", "Computer fraud (NL)")
    assert (one["unread"], one["description"]) == ([], "height: 1.8\ncountry of birth: NL")
    assert (one["aliases"], one["parents"], one["pictures"]) == (["LAMP", "SAMPLE"], "father: ROBIN", 1)
    assert await listed(team) == []
    form = {"document": json.dumps({"_embedded": {"notices": [public, public | {"_links": {}}]}}), "take": [1]}
    (red,) = read_json(await client.post(path, json=form), 201)["notices"]
    assert (red["state"], red["content"]["languages"], red["kind"]) == ("draft", ["dut"], "RED")
    entries = await team.entries("noor", "notice.drafted")
    assert [values(one)["source"] for one in entries] == ["interpol"]


async def test_public_notice_with_links_alone_is_imported_and_names_what_was_not_read(team: Team) -> None:
    """As ws-public.interpol.int answers for one notice: `_embedded` has no notices."""
    warrants = [
        {"issuing_country_id": "NL", "charge": "Computervredebreuk", "charge_translation": "Computer\r\nintrusion"},
        {"issuing_country_id": "BE", "charge": None, "charge_translation": "Fraud", "court": "Gent"},
        {"issuing_country_id": "FR", "charge": None, "charge_translation": None},
        "a text",
    ]
    public: dict[str, Any] = {
        "arrest_warrants": warrants,
        "weight": 0,
        "forename": "-",
        "date_of_birth": "1982/12/02",
        "entity_id": "2026/12346",
        "languages_spoken_ids": ["ARA", "a"],
        "nationalities": ["NL"],
        "height": None,
        "sex_id": "M",
        "country_of_birth_id": "NL",
        "name": "EXAMPLE",
        "place_of_birth": "x" * 2000,
        "_embedded": {"links": []},
        "_links": {"self": {"href": "https://ws-public.interpol.int/notices/v1/red/2026-12346"}},
    }
    client, path = team.client("noor"), team.path("/notices/imports")
    (one,) = read_json(await client.post(f"{path}/preview", json={"document": json.dumps(public)}))["notices"]
    charge = "Computervredebreuk (NL)\ntranslation: Computer\nintrusion\ntranslation: Fraud (BE)"
    assert (one["kind"], one["charge"], one["description"]) == ("RED", charge, "country of birth: NL")
    unread = ["arrest_warrants.3", "arrest_warrants.court", "arrest_warrants.issuing_country_id"]
    unread += ["forename", "languages_spoken_ids", "place_of_birth", "weight"]
    assert (one["forenames"], one["unread"]) == (None, unread)
    linked = public | {"_embedded": {"links": [{"href": "x"}], "images": []}, "_links": {"other": {"href": "y"}}}
    (one,) = read_json(await client.post(f"{path}/preview", json={"document": json.dumps(linked)}))["notices"]
    assert one["unread"] == ["_embedded.links", "_links.other", *unread]
    (red,) = read_json(await client.post(path, json={"document": json.dumps(public), "take": [0]}), 201)["notices"]
    assert (red["kind"], red["content"]["charge"]) == ("RED", charge)


async def test_misp_object_of_a_file_is_drafted_without_its_pictures(team: Team) -> None:
    attributes = [
        ("notice-color", "Yellow"),
        ("present-family-name", "Doe"),
        ("Forename", "Sam"),
        ("nationality", "Dutch"),
    ]
    attributes += [("alias", "Lamp"), ("alias", "Candle"), ("mother-s-family-name-&-forename", "Doe, Kim")]
    attributes += [("portrait", "1.png"), ("portrait", "2.png")]
    listed_ = [{"object_relation": name, "value": value} for name, value in attributes]
    misp = {"Event": {"Object": [{"name": "interpol-notice", "Attribute": listed_}, {"name": "file"}]}}
    client, path = team.client("noor"), team.path("/notices/imports")
    (one,) = read_json(await client.post(f"{path}/preview", json={"document": json.dumps(misp)}))["notices"]
    assert (one["unread"], one["pictures"]) == ([], 2)
    imported = read_json(await client.post(path, json={"document": json.dumps(misp), "take": [0]}), 201)
    (yellow,) = imported["notices"]
    assert (yellow["content"]["aliases"], yellow["content"]["parents"]) == (["Candle", "Lamp"], "mother: Doe, Kim")
    assert (imported["pictures"], yellow["exhibits"]) == (2, [])
    assert (yellow["kind"], yellow["content"]["description"]) == ("YELLOW", "nationality: Dutch")
    refused = await client.post(path, json={"document": json.dumps(misp), "take": [1]})
    assert [one["field"] for one in refused.json()["errors"]] == ["take.0"]
    assert [values(one)["source"] for one in await team.entries("noor", "notice.drafted")] == ["misp"]
