"""Exhibits: registered, listed, read, described, withdrawn; what is not released does not exist, byte for byte."""

import asyncio
import re
from typing import Any
from uuid import UUID, uuid4

import pytest

from app import clock
from app.api import cursors
from app.queries import RowPosition
from app.services.evidence.exhibit_list import Sort
from tests.factories.evidence import (
    KEEPING,
    alike,
    custody,
    form,
    grant,
    kinds,
    listed,
    place,
    register,
    release,
    see,
    try_register,
    upload,
    values,
)
from tests.factories.team import Team, read_json

CANARY = "zk-canary-7731"
#: What is wrong with a registration, and the field that the refusal must name.
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"title": " "}, "title"),
    ({"title": "t" * 301}, "title"),
    ({"title": "nul\x00"}, "title"),
    ({"title": None}, "title"),
    ({"kind": "hologram"}, "kind"),
    ({"category": "gossip"}, "category"),
    ({"acquired_at": "2026-05-16T09:30:00"}, "acquired_at"),  # no offset: whose half past nine?
    ({"acquired_at": "yesterday"}, "acquired_at"),
    ({"acquired_zone": "Europe/Rotterdam"}, "acquired_zone"),
    ({"acquired_by": ""}, "acquired_by"),
    ({"place": ""}, "place"),
    ({"legal_basis": ""}, "legal_basis"),
    ({"tlp": "PURPLE"}, "tlp"),
    ({"handling": ["H4"]}, "handling.0"),
    ({"handling": []}, "handling"),
    ({"handling": ["H1", "H1"]}, "handling"),
    ({"handling": ["H0", "H2"]}, "handling"),
    ({"handling": ["H3"]}, "handling_text"),
    ({"handling": ["H1"], "handling_text": "Ask first"}, "handling_text"),
    (
        {"declared_hashes": [{"algorithm": "crc32", "value": "00", "of": "medium"}]},
        "declared_hashes.0.algorithm",
    ),
    (
        {"declared_hashes": [{"algorithm": "sha1", "value": "ab" * 32, "of": "medium"}]},
        "declared_hashes.0.value",
    ),
    (
        {"declared_hashes": [{"algorithm": "md5", "value": "zz" * 16, "of": "medium"}]},
        "declared_hashes.0.value",
    ),
    ({"declared_hashes": [{"algorithm": "md5", "value": "ab" * 16, "of": "hand"}]}, "declared_hashes.0.of"),
    ({"originator": "DE"}, "originator"),
    ({"exhibit_number": "NL-2026-AAAAAAAA"}, "exhibit_number"),
    ({"releases": [{"party": "DE"}]}, "releases.0.level"),
    ({"releases": [release("de")]}, "releases.0.party"),
    ({"releases": [release("XX")]}, "releases.0.party"),
    ({"releases": [release("DE"), release("FR", "owned")]}, "releases.1.level"),
    ({"releases": [release("DE"), release("DE", "listed")]}, "releases"),
    ({"releases": [release("DE", seats=["NL-02"])]}, "releases.0.seats"),
    ({"releases": [release("DE", until="2020-01-01T00:00:00Z")]}, "releases.0.until"),
]
#: Wrong registrations that hold a word which no refusal may repeat.
TELLTALE: list[dict[str, Any]] = [
    {"kind": CANARY},
    {"acquired_zone": CANARY},
    {"acquired_at": CANARY},
    {CANARY: CANARY},
    {"handling": [CANARY]},
    {"releases": [release("DE", seats=[CANARY])]},
    {"declared_hashes": [{"algorithm": "md5", "value": CANARY, "of": "medium"}]},
    {"title": CANARY + "\x00"},
    {"handling": ["H3"], "description": CANARY},
]
FILTERS: list[tuple[str, list[str]]] = [
    ("q=server", ["Server R2"]),
    ("q=SERVER R2", ["Server R2"]),
    ("q=%25", ["100% cotton"]),
    ("q=_", []),
    ("q=\\", []),
    ("q=';--", []),
    ("kind=physical", ["100% cotton"]),
    ("category=financial", ["Server R2"]),
    ("originator=DE", ["Bank records"]),
    ("originator=NL&kind=image", ["Server R2"]),
    ("originator=FR", []),
    ("status=withdrawn", ["Bank records"]),
    ("status=active&originator=DE", []),
]


async def describe(
    team: Team, exhibit: dict[str, Any], by: str = "noor", version: str | None = '"1"', **changes: Any
) -> Any:
    headers = {} if version is None else {"If-Match": version}
    body = {"reason": "Typing error"} | changes
    return await team.client(by).patch(place(team, exhibit), json=body, headers=headers)


async def withdraw(team: Team, exhibit: dict[str, Any], by: str = "noor", version: int = 1) -> Any:
    path = place(team, exhibit, "/withdrawal")
    headers = {"If-Match": f'"{version}"'}
    return await team.client(by).post(path, json={"reason": "Seized unlawfully"}, headers=headers)


class TestRegistering:
    async def test_answers_with_what_is_read_afterwards_to_the_letter(self, team: Team) -> None:
        narrow: dict[str, Any] = {"seats": ["DE-02"], "purposes": ["JIT_PURPOSE"], "basis": "Agreement, 4"}
        terms = [release("DE", **narrow), release("FR", "listed", not_before="2030-01-01T00:00:00+02:00")]
        for named in (terms, [], [release("NL", seats=["NL-01", "NL-02"])]):
            exhibit = await register(team, "noor", *named, handling=["H1", "H3"], handling_text="Ask first")
            assert read_json(await see(team, "noor", exhibit)) == exhibit

    async def test_answers_with_the_exhibit(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), release("FR", "listed"))
        assert re.fullmatch(rf"NL-{clock.now().year}-[2-9A-HJKMNP-TV-Z]{{8}}", exhibit["exhibit_number"])
        assert (exhibit["originator"], exhibit["level"], exhibit["mine"], exhibit["version"]) == ("NL", "held", True, 1)
        assert exhibit["released_to"] == ["DE", "FR", "NL"]
        assert exhibit["registered_by"] == "NL-02"
        assert exhibit["acquired_at"] == "2026-05-16T07:30:00.000000Z"
        assert (exhibit["acquired_zone"], exhibit["files_count"], exhibit["files"]) == ("Europe/Amsterdam", 0, [])
        stated = form()
        for name in ("title", "kind", "description", "acquired_by", "place", "legal_basis", "declared_hashes", "tlp"):
            assert exhibit[name] == stated[name]
        assert read_json(await see(team, "noor", exhibit)) == exhibit

    async def test_without_releases_is_the_originators_alone(self, team: Team) -> None:
        exhibit = await register(team)
        assert exhibit["released_to"] == ["NL"]
        for name in ("noor", "bram", "daan"):
            assert [one["id"] for one in await listed(team, name)] == [exhibit["id"]]
        for name in ("jonas", "lena", "claire", "mara", "ines", "auditor", "admin", "sofia", "amir"):
            assert await listed(team, name) == [], name
            assert (await see(team, name, exhibit)).status_code == 404, name

    async def test_a_member_registers_for_its_own_party(self, team: Team) -> None:
        exhibit = await register(team, "daan")
        assert (exhibit["registered_by"], exhibit["originator"]) == ("NL-04", "NL")
        assert read_json(await see(team, "noor", exhibit))["mine"]

    async def test_a_member_who_names_another_party_creates_nothing(self, team: Team) -> None:
        for named in ([release("DE")], [release("NL"), release("FR", "listed")]):
            refused = await try_register(team, "daan", releases=named)
            assert (refused.status_code, refused.json()["code"]) == (403, "needs-leader")
        assert await listed(team, "noor") == []
        assert "evidence.registered" not in kinds(await team.entries("jit_auditor"))

    @pytest.mark.parametrize(
        "name", ["admin", "coordinator", "sofia", "amir", "auditor", "karl", "ines", "jit_auditor"]
    )
    async def test_other_roles_may_not(self, team: Team, name: str) -> None:
        refused = await try_register(team, name)
        assert (refused.status_code, refused.json()["code"]) == (403, "role-may-not")

    async def test_a_third_country_is_refused_until_a_controller_is_designated(self, team: Team) -> None:
        refused = await try_register(team, "mara")
        assert (refused.status_code, refused.json()["code"]) == (409, "no-controller-designated")
        assert await listed(team, "mara") == []

    async def test_a_stranger_finds_no_team_and_nobody_is_not_signed_in(self, team: Team) -> None:
        assert (await try_register(team, "stranger")).status_code == 404
        assert (await team.nobody().post(team.path("/evidence"), json=form())).status_code == 401

    async def test_a_wrong_one_names_the_field(self, team: Team) -> None:
        for changes, field in WRONG:
            refused = await try_register(team, "noor", **changes)
            assert refused.status_code == 422, changes
            assert field in [one["field"] for one in refused.json()["errors"]], (changes, refused.text)
        assert await listed(team, "noor") == []

    async def test_handling_codes_combine(self, team: Team) -> None:
        exhibit = await register(team, handling=["H1", "H2", "H3"], handling_text="Not before the trial chamber")
        assert (exhibit["handling"], exhibit["handling_text"]) == (["H1", "H2", "H3"], "Not before the trial chamber")

    async def test_a_refusal_never_echoes_values(self, team: Team) -> None:
        for changes in TELLTALE:
            refused = await try_register(team, "noor", **changes)
            assert refused.status_code == 422, changes
            told = refused.text.replace(f'"field":"{CANARY}"', "").replace(f"Check these fields: {CANARY}.", "")
            assert CANARY not in told, "a field that does not exist is named; nothing else is repeated"

    async def test_is_written_down_with_its_releases_as_one_act(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable", basis="JIT agreement, clause 8"))
        registered, released = await custody(team, "bram", exhibit)
        assert (registered["kind"], registered["led"], registered["seat"]) == (
            "evidence.registered",
            "collection",
            "NL-02",
        )
        assert registered["subject"] == {"evidence": exhibit["id"]}
        told = values(registered)
        assert told["actor"] == {"name": "Noor", "authority": "OM"}
        assert told["chain"] == {"n": 1, "previous": None}
        assert (told["exhibit_number"], told["place"]) == (exhibit["exhibit_number"], "Data centre, Rotterdam")
        assert (released["kind"], released["led"]) == ("evidence.released", "disclosure")
        assert values(released)["basis"] == "JIT agreement, clause 8"
        assert values(released)["chain"] == {"n": 2, "previous": registered["commitment"]}


class TestTheList:
    async def test_is_newest_first_in_pages_that_stand_still_while_others_register(self, team: Team) -> None:
        ids = [(await register(team, title=title))["id"] for title in "bdace"]
        seen: list[str] = []
        cursor, pages = "", 0
        while True:
            page = read_json(await team.client("noor").get(team.path(f"/evidence?limit=2{cursor}")))
            seen += [one["id"] for one in page["items"]]
            pages += 1
            await register(team, title="Meanwhile")
            if page["next"] is None:
                break
            cursor = f"&cursor={page['next']}"
        assert seen == ids[::-1]
        assert pages == 3

    async def test_is_filtered(self, team: Team) -> None:
        await register(team, title="Server R2", category="financial")
        await register(team, title="100% cotton", kind="physical")
        bank = await register(team, "jonas", release("NL", "listed"), title="Bank records", kind="report")
        read_json(await withdraw(team, bank, "jonas"))
        for query, found in FILTERS:
            assert [one["title"] for one in await listed(team, "noor", f"?{query}")] == found, query

    async def test_finds_an_exhibit_by_its_number(self, team: Team) -> None:
        exhibit = await register(team)
        await register(team)
        number = exhibit["exhibit_number"].lower()
        assert [one["id"] for one in await listed(team, "noor", f"?q={number}")] == [exhibit["id"]]

    async def test_refuses_what_it_does_not_understand(self, team: Team) -> None:
        for query in ("limit=0", "limit=201", "kind=gossip", "originator=nl"):
            assert (await team.client("noor").get(team.path(f"/evidence?{query}"))).status_code == 422, query
        assert (await team.client("noor").get(team.path("/evidence?cursor=elephant"))).status_code == 400

    async def test_several_are_asked_for_at_once_and_what_is_hidden_is_left_out(self, team: Team) -> None:
        seen, hidden = await register(team, "noor", release("DE")), await register(team, "noor")
        await register(team, "noor", release("DE"))
        asked = "&".join(f"id={one}" for one in (hidden["id"], seen["id"], uuid4(), seen["id"]))
        assert [one["id"] for one in await listed(team, "jonas", f"?{asked}")] == [seen["id"]]
        assert (await team.client("jonas").get(team.path("/evidence?" + asked * 30))).status_code == 422

    async def test_a_foreign_cursor_reveals_nothing(self, team: Team) -> None:
        """The place of an exhibit that one may not see is a place in time, like any other."""
        mine = await register(team, "jonas")
        hidden = await register(team, "noor")
        cursor = cursors.write(Sort.NEWEST, RowPosition(None, UUID(hidden["id"])), back=False)
        assert [one["id"] for one in await listed(team, "jonas", f"?cursor={cursor}")] == [mine["id"]]


class TestWhatIsNotReleased:
    @pytest.mark.parametrize("name", ["jonas", "auditor", "mara", "sofia"])
    async def test_answers_like_what_is_not_there_at_every_door(self, team: Team, name: str) -> None:
        hidden = await register(team, "noor", release("FR"))
        absent = {"id": str(uuid4())}
        browser = team.client(name)
        body = {"reason": "I would like to know"}
        version = {"If-Match": '"1"'}
        opening = {"act": "take", "purpose": "JIT_PURPOSE", "justification": "I would like to know"} | KEEPING
        upload = {"Tus-Resumable": "1.0.0", "Upload-Length": "3", "Upload-Metadata": "filename YQ=="}
        doors: list[tuple[str, str, dict[str, Any]]] = [
            ("GET", "", {}),
            ("PATCH", "", {"json": body | {"title": "Mine"}, "headers": version}),
            ("POST", "/withdrawal", {"json": body, "headers": version}),
            ("GET", "/custody", {}),
            ("GET", "/releases", {}),
            ("PUT", "/releases/DE", {"json": {"level": "held"}, "headers": {"If-None-Match": "*"}}),
            ("DELETE", "/releases/DE", {"json": body, "headers": version}),
            ("POST", "/openings", {"json": opening}),
            ("GET", f"/openings/{uuid4()}", {}),
            ("POST", "/files", {"headers": upload}),
            ("HEAD", f"/files/{uuid4()}", {"headers": upload}),
            ("DELETE", f"/files/{uuid4()}", {"headers": upload}),
        ]
        for method, rest, more in doors:
            one = await browser.request(method, place(team, hidden, rest), **more)
            other = await browser.request(method, place(team, absent, rest), **more)
            assert alike(one, other), (method, rest, one.text, other.text)
            assert one.status_code in {404, 403}, (method, rest)
        assert "evidence.opened" not in kinds(await custody(team, "noor", hidden))

    async def test_shows_nowhere_else(self, team: Team) -> None:
        before = {path: await team.client("jonas").get(team.path(path)) for path in ("", "/evidence", "/members")}
        hidden = await register(team, "noor", release("FR"))
        await team.settled()
        for path, answer in before.items():
            now = await team.client("jonas").get(team.path(path))
            assert (now.status_code, now.content) == (answer.status_code, answer.content), path
        assert hidden["id"] not in str(await team.entries("jonas"))


class TestDescribing:
    async def test_keeps_the_former_text_in_the_ledger(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"), release("FR", "listed"))
        changed = read_json(await describe(team, exhibit, title="Server R3", place="Delft"))
        assert (changed["title"], changed["place"], changed["version"]) == ("Server R3", "Delft", 2)
        entry = (await custody(team, "jonas", exhibit))[-1]
        assert (entry["kind"], entry["led"]) == ("evidence.described", "alteration")
        assert values(entry)["changes"] == {
            "title": {"from": "Disk image of server R2", "to": "Server R3"},
            "place": {"from": "Data centre, Rotterdam", "to": "Delft"},
        }
        assert values(entry)["reason"] == "Typing error"
        assert set(values((await custody(team, "claire", exhibit))[-1])) == {"actor", "chain"}, "listed: no place"

    async def test_needs_the_version_that_was_read(self, team: Team) -> None:
        exhibit = await register(team)
        assert (await describe(team, exhibit, version=None, title="New")).status_code == 428
        assert (await describe(team, exhibit, version="elephant", title="New")).status_code == 400
        read_json(await describe(team, exhibit, title="New"))
        stale = await describe(team, exhibit, title="Newer")
        assert (stale.status_code, stale.json()["code"]) == (412, "stale")
        assert stale.json()["current"] == {"title": "New", "status": "active", "version": 2}

    async def test_two_at_once_change_once(self, team: Team) -> None:
        exhibit = await register(team)
        titles = [describe(team, exhibit, by, title=by) for by in ("noor", "bram", "daan")]
        answers = await asyncio.gather(*titles)
        assert sorted(answer.status_code for answer in answers) == [200, 412, 412]

    async def test_the_same_text_is_no_change(self, team: Team) -> None:
        exhibit = await register(team)
        assert read_json(await describe(team, exhibit, title=exhibit["title"]))["version"] == 1
        assert kinds(await custody(team, "noor", exhibit)) == ["evidence.registered"]

    async def test_only_the_description_can_be_emptied(self, team: Team) -> None:
        exhibit = await register(team)
        assert read_json(await describe(team, exhibit, description=None))["description"] is None
        for changes in ({"title": None}, {"title": "  "}, {}, {"tlp": "CLEAR"}, {"originator": "DE"}):
            assert (await describe(team, exhibit, version='"2"', **changes)).status_code == 422

    async def test_is_the_originators(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        for name in ("jonas", "lena"):
            refused = await describe(team, exhibit, name, title="Ours")
            assert (refused.status_code, refused.json()["code"]) == (403, "originator-only")


class TestWithdrawing:
    async def test_leaves_it_listed_where_it_was_known(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        gone = read_json(await withdraw(team, exhibit))
        assert (gone["status"], gone["version"], gone["level"]) == ("withdrawn", 2, "held")
        german = read_json(await see(team, "jonas", exhibit))
        assert (german["status"], german["level"], german["place"]) == ("withdrawn", "listed", None)
        assert not german["may"]["open"]["allowed"]
        entry = (await custody(team, "jonas", exhibit))[-1]
        assert (entry["kind"], values(entry)["reason"]) == ("evidence.withdrawn", "Seized unlawfully")
        assert (await see(team, "claire", exhibit)).status_code == 404

    async def test_ends_all_change(self, team: Team) -> None:
        exhibit = await register(team)
        read_json(await withdraw(team, exhibit))
        for answer in (
            await withdraw(team, exhibit, version=2),
            await describe(team, exhibit, version='"2"', title="New"),
            await grant(team, "noor", exhibit, "DE"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (409, "withdrawn")

    async def test_is_a_leaders_of_the_originator(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        assert (await withdraw(team, exhibit, "daan")).json()["code"] == "role-may-not"
        assert (await withdraw(team, exhibit, "jonas")).json()["code"] == "originator-only"
        assert (await withdraw(team, exhibit, version=7)).status_code == 412
        assert read_json(await see(team, "jonas", exhibit))["status"] == "active"


async def test_names_who_registered_uploaded_and_released_it_and_to_whom(team: Team) -> None:
    """Of the seats only these are read, however many the team has."""
    exhibit = await register(team, "daan")
    await upload(team, "bram", exhibit)
    read_json(await grant(team, "noor", exhibit, "DE", seats=[team.code("lena"), team.code("karl")]))
    seen = read_json(await see(team, "noor", exhibit))
    assert (seen["registered_by"], seen["files"][0]["uploaded_by"]) == (team.code("daan"), team.code("bram"))
    german = next(one for one in seen["releases"] if one["party"] == "DE")
    assert (german["granted_by"], german["seats"]) == (team.code("noor"), [team.code("lena"), team.code("karl")])
