"""Items of requests: what a log states beside an identifier, in answers, entries and forms; identifiers that do not fit."""

import json
from typing import Any, Final

from app.access.requests.connections import Connection
from tests.exports.documents import words
from tests.factories import reference
from tests.factories.evidence import values
from tests.factories.field_erasures import entry, erase, erased
from tests.factories.reference import PROVIDER, file, import_files
from tests.factories.requests import change, create, item, listed, move, place, seen, try_create
from tests.factories.team import Team, read_json

LINE: Final = "Nov 30 19:14:07.512\tCGN 100.64.0.7 -> 203.0.113.7:20480-20991 tcp"
STATED: Final[dict[str, Any]] = {
    "port": 20480,
    "port_until": 20991,
    "protocol": "tcp",
    "at": "2026-11-30T19:14:07.512+01:00",
    "zone": "Europe/Amsterdam",
    "source_line": LINE,
}
#: What is printed of the time.
TIME: Final = ("2026-11-30 19:14:07.512 +01:00", "2026-11-30 18:14:07.512 UTC")
#: What is wrong beside an identifier, and the field that the refusal must name.
WRONG: Final[list[tuple[dict[str, Any], str]]] = [
    ({"port": 0}, "port"),
    ({"port": 65536}, "port"),
    ({"port": "443"}, "port"),
    ({"port_until": 20991}, "port_until"),
    ({"port": 20991, "port_until": 20991}, "port_until"),
    ({"port": 1, "port_until": 65536}, "port_until"),
    ({"protocol": "http"}, "protocol"),
    ({"at": "2026-11-30T19:14:07.512"}, "at"),
    ({"at": "2026-11-30T19:14+01:00"}, "at"),
    ({"at": "2026-11-31T19:14:07+01:00"}, "at"),
    ({"at": "2026-11-30T19:14:07.5123456789+01:00"}, "at"),
    ({"at": 1780000000}, "at"),
    ({"zone": "Europe/Paris"}, "zone"),
    ({"at": STATED["at"], "zone": "Europe/Springfield"}, "zone"),
    ({"at": STATED["at"], "zone": "America/Chicago"}, "zone"),
    ({"at": STATED["at"], "zone": "UTC+3"}, "zone"),
    ({"source_line": "\x00"}, "source_line"),
    ({"identifier_kind": "email", "identifier": "a@b.example", "port": 25}, "port"),
]
#: An identifier of each kind that does not fit it.
DOUBTFUL: Final = {
    "iban": "NL91ABNA0417164301",
    "email": "vendor at market",
    "telephone": "0612345678",
    "imei": "490154203237519",
    "imsi": "2040",
    "mac": "00:11:22",
    "domain": "localhost",
    "onion": "market.onion",
    "url": "market",
    "wallet": "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdx",
    "transaction": "abc",
    "hash": "abc",
    "pgp_fingerprint": "ABCD",
}


def stated(**more: Any) -> dict[str, Any]:
    return item(**{"from": None, "until": None}) | STATED | more


def beside(told: dict[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in STATED}


async def test_item_keeps_ports_protocol_exact_time_zone_and_line_in_answers_entries_and_search(team: Team) -> None:
    request = await create(team, items=[stated(), item()])
    assert beside(request["items"][0]) == STATED
    assert set(beside(request["items"][1]).values()) == {None}
    drafted = values(await entry(team, "noor", "request.drafted"))["requested_items"]
    assert beside(drafted[0]) == STATED
    for zone in ("+01:00", "UTC+1", "CET", "Europe/Amsterdam"):
        made = await create(team, items=[stated(zone=zone, at="2026-11-30T19:14:07.000+01:00")])
        assert (made["items"][0]["zone"], made["items"][0]["at"]) == (zone, "2026-11-30T19:14:07.000+01:00")
    added = stated(port_until=None, at="2026-11-30T18:14:07Z", zone="UTC", protocol="UDP")
    changed = read_json(
        await change(team, "noor", request, add_items=[added], remove_items=[request["items"][0]["id"]])
    )
    assert beside(changed["items"][-1]) == beside(added) | {"protocol": "udp"}
    told = values(await entry(team, "noor", "request.changed"))["changes"]["requested_items"]
    assert beside(told["from"][0]) == STATED
    assert [one["id"] for one in await listed(team, query="?q=CGN 100.64.0.7")][-1] == request["id"]


async def test_wrong_values_beside_an_identifier_name_the_field_and_save_nothing(team: Team) -> None:
    for wrong, field in WRONG:
        answer = await try_create(team, items=[item(), item(**wrong)])
        assert answer.status_code == 422, (wrong, answer.text)
        assert [one["field"] for one in answer.json()["errors"]] == [f"items.1.{field}"], wrong
    alone = {"kind": "hearing", "description": "Hearing of the subscriber", "port": 25}
    assert (await try_create(team, items=[alone])).json()["errors"][0]["field"] == "items.0.port"
    assert await listed(team) == []


async def test_identifier_that_does_not_fit_its_kind_is_saved_only_once_it_is_confirmed(team: Team) -> None:
    asked = [item(identifier_kind=kind, identifier=value) for kind, value in DOUBTFUL.items()]
    refused = await try_create(team, items=asked)
    assert refused.status_code == 422
    errors = refused.json()["errors"]
    assert [one["field"] for one in errors] == [f"items.{at}.identifier" for at in range(len(asked))]
    assert {one["code"] for one in errors} == {"identifier-doubtful"}
    assert errors[0]["message"].startswith("The checksum is wrong.")
    confirmed = await create(team, items=[one | {"identifier_confirmed": True} for one in asked])
    assert {one["identifier_confirmed"] for one in confirmed["items"]} == {True}
    drafted = values(await entry(team, "noor", "request.drafted"))["requested_items"]
    assert drafted[0]["identifier_confirmed"]
    added = await change(team, "noor", confirmed, add_items=[asked[0]])
    assert [one["field"] for one in added.json()["errors"]] == ["add_items.0.identifier"]
    right = item(identifier_kind="iban", identifier="NL91 ABNA 0417 1643 00", identifier_confirmed=True)
    made = await create(team, items=[right, item()])
    assert {one["identifier_confirmed"] for one in made["items"]} == {False}, "there was nothing to confirm"
    impossible = await try_create(team, items=[item(identifier="999.1.1.1", identifier_confirmed=True)])
    assert impossible.json()["errors"][0]["field"] == "items.0.identifier"


async def test_provider_of_another_country_is_questioned_and_kept_once_it_is_confirmed(team: Team) -> None:
    async with await reference.operator_of(team) as operator:
        read_json(await import_files(operator, file("providers", PROVIDER)))
    named = {"country": "US", "authority": "example hosting"}
    refused = await try_create(team, to=named)
    assert (refused.status_code, refused.json()["code"]) == (422, "authority-elsewhere")
    assert [one["field"] for one in refused.json()["errors"]] == ["to.authority"]
    assert refused.json()["countries"] == ["NL"]
    await create(team, to=named | {"authority_confirmed": True})
    await create(team, instrument="BUDAPEST_16", to=named | {"country": "NL"})
    request = await create(team)
    refused = await change(team, "noor", request, authority="Example Hosting")
    assert [one["field"] for one in refused.json()["errors"]] == ["authority"]
    kept = read_json(await change(team, "noor", request, authority="Example Hosting", authority_confirmed=True))
    assert kept["to"]["authority"] == "Example Hosting"
    again = await change(team, "noor", kept, authority="Example Hosting", title="Renamed")
    assert again.status_code == 200, "it did not change"


async def test_values_beside_an_identifier_are_erased_with_it(team: Team) -> None:
    request = await create(team, items=[stated(), stated(at="2026-11-30T19:14:08.512+01:00", zone=None)])
    request = read_json(await change(team, "noor", request, add_items=[stated(at="2026-11-30T19:14:09+01:00")]))
    position = (await entry(team, "noor", "request.drafted"))["position"]
    read_json(await erase(team, "noor", position, "requested_items"), 202)
    await erased(team, "noor", position)
    first, second, third = (await seen(team, "noor", request))["items"]
    nothing = dict.fromkeys(STATED) | {"source_line": "—"}
    assert [beside(one) for one in (first, second)] == [nothing, nothing]
    assert set(first["erased"]) == {"identifier", *STATED}
    assert set(second["erased"]) == {"identifier", *STATED} - {"zone"}
    assert (third["identifier"], third["port"], third["erased"]) == ("203.0.113.7", 20480, {})


#: Instruments whose first form asks for identifiers, each with a country.
FORMS: Final = (
    ("BUDAPEST_29", "US"),
    ("BUDAPEST_31", "US"),
    ("EPOC", "IE"),
    ("EPOC_PR", "IE"),
    ("MLA_LOR", "US"),
    ("DIRECT_PROVIDER", "US"),
    ("SAP2_7", "US"),
    ("BUDAPEST_35", "US"),
)


async def test_every_form_that_asks_for_identifiers_prints_what_the_item_states(team: Team) -> None:
    client = team.client("noor")
    for instrument, country in FORMS:
        request = await create(team, instrument=instrument, to={"country": country}, items=[stated()])
        printed = words((await client.get(place(team, request, "/form.pdf"))).content)
        expected = ("203.0.113.7", "20480", "20991", "TCP", *TIME, "Europe/Amsterdam", " ".join(LINE.split()))
        assert [one for one in expected if one not in printed] == [], instrument
        told = json.dumps(read_json(await client.get(place(team, request, "/form.json"))))
        for name in ("port", "port_until", "protocol", "at", "zone"):
            assert f'"{name}": "{STATED[name]}"' in told, (instrument, name)
    exact = await create(team, items=[stated(at="2026-11-30T19:14:07+01:00"), item()])
    printed = words((await client.get(place(team, exact, "/form.pdf"))).content)
    assert "19:14:07 +01:00 = 2026-11-30 18:14:07 UTC" in printed
    assert "from 2026-05-16 09:00:00 UTC until 2026-05-16 10:00:00 UTC" in printed
    assert "00.0" not in printed
    assert "07.0" not in printed


async def test_order_names_the_connection_in_section_c_and_interception_targets_alone_in_section_h(
    team: Team,
) -> None:
    items = [stated(description="Name and address"), item(data_category="REAL_TIME", identifier="198.51.100.9")]
    order = await create(team, instrument="EIO", to={"country": "DE"}, language="en", items=items)
    client = team.client("noor")
    values_ = read_json(await client.get(place(team, order, "/form")))["values"]
    subscriber, interception = values_["c"]["descriptions"]
    assert subscriber == (
        "Subscriber data: IP address 203.0.113.7, source ports 20480-20991 (TCP),"
        " 2026-11-30 19:14:07.512 +01:00 (Europe/Amsterdam) = 2026-11-30 18:14:07.512 UTC\n"
        f"Name and address\nLine of the log: {LINE}"
    )
    assert interception.startswith("Data in real time: IP address 198.51.100.9, from 2026-05-16 09:00:00 UTC until")
    assert values_["c"]["kinds"] == ["subscriber"]
    assert [one["value"] for one in values_["h"]["h7_identifiers"]] == ["198.51.100.9"]
    printed = words((await client.get(place(team, order, "/form.pdf?language=fr"))).content)
    assert "203.0.113.7, source ports 20480-20991 (TCP)" in printed
    french = await create(team, instrument="EIO", to={"country": "FR"}, language="fr", items=[stated()])
    (told,) = read_json(await client.get(place(team, french, "/form")))["values"]["c"]["descriptions"]
    assert told.startswith("Données relatives aux abonnés : Adresse IP 203.0.113.7, ports source 20480-20991 (TCP), ")


async def test_reminder_names_the_connection_of_each_open_item(team: Team) -> None:
    request = read_json(await move(team, "noor", await create(team, items=[stated(port_until=None)]), "SENT"))
    letter = await team.client("noor").get(place(team, request, "/reminder.pdf"))
    assert f"IP address 203.0.113.7, source port 20480 (TCP), {TIME[0]}" in words(letter.content)


async def test_names_of_the_public_interface_are_those_of_the_entry(team: Team) -> None:
    assert set(STATED) == set(Connection.__dataclass_fields__)
    schema = (await team.client("noor").get("/api/openapi.json")).json()["components"]["schemas"]
    for name in ("RequestItemForm", "RequestItemView"):
        assert set(schema[name]["properties"]) >= {*STATED, "identifier_confirmed"}
    assert set(schema["RecognisedView"]["properties"]) >= {
        *("port", "port_until", "protocol", "at", "zone", "zone_candidates"),
    }
