"""Releases: what each level shows, to whom in a party, from when to when; changed, recalled, and who learns of it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from app import clock
from tests.factories.evidence import (
    TEXT,
    custody,
    grant,
    kinds,
    listed,
    open_it,
    place,
    recall,
    register,
    release,
    see,
    take_it,
    try_register,
    upload,
    values,
    with_file,
)
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

OBTAINED = ("description", "acquired_at", "acquired_by", "place", "legal_basis", "declared_hashes", "registered_by")


def soon(seconds: float) -> str:
    return clock.rfc3339(clock.now() + timedelta(seconds=seconds))


async def heard(team: Team, who: str, exhibit: dict[str, Any], kind: str) -> dict[str, Any]:
    """The entry of this kind, once the job has written it."""
    async with asyncio.timeout(60):
        while True:
            await team.run_jobs("releases")
            for entry in await team.entries(who, kind):
                if entry["subject"]["evidence"] == exhibit["id"]:
                    return entry
            await asyncio.sleep(0.05)


async def make_due(team: Team, exhibit: dict[str, Any]) -> str:
    """Let the windows of the exhibit's releases begin or end now; this moment."""
    async with as_superuser(team) as superuser:
        statement = """update releases set not_before = case when not_before is null then null else now() end,
            until = case when until is null then null else now() end
            where evidence = $1 and (not_before is not null or until is not null) returning now()"""
        return clock.rfc3339(await superuser.fetchval(statement, UUID(exhibit["id"])))


async def releases_of(team: Team, who: str, exhibit: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(place(team, exhibit, "/releases")))["items"]
    return items


def is_refused(answer: httpx.Response, status: int, code: str) -> bool:
    return (answer.status_code, answer.json()["code"]) == (status, code)


class TestTheLevels:
    async def test_listed_shows_that_it_is_there_and_how_large(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"), title="Server R2")
        shown = read_json(await see(team, "jonas", exhibit))
        (summary,) = await listed(team, "jonas")
        for view in (shown, summary):
            assert (view["title"], view["level"], view["mine"]) == ("Server R2", "listed", False)
            assert (view["files_count"], view["files_bytes"]) == (1, len(TEXT))
            assert view["released_to"] == ["DE"]
        assert [shown[name] for name in (*OBTAINED, "handling_text")] == [None] * 8
        assert shown["files"] == []
        assert [one["party"] for one in shown["releases"]] == ["DE"]
        assert not any(decision["allowed"] for name, decision in shown["may"].items() if name != "bundle")
        assert is_refused(await open_it(team, "jonas", exhibit), 403, "level-below-readable")
        entries = await custody(team, "jonas", exhibit)
        assert kinds(entries) == ["evidence.registered", "evidence.released", "file.received"]
        assert "place" not in entries[0]["fields"]
        assert set(entries[2]["fields"]) == {"actor", "chain"}, "neither the file's name nor its hash"

    async def test_readable_shows_how_it_was_obtained_and_its_files(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable"))
        shown = read_json(await see(team, "jonas", exhibit))
        assert (shown["level"], shown["place"], shown["registered_by"]) == (
            "readable",
            "Data centre, Rotterdam",
            "NL-02",
        )
        assert [one["name"] for one in shown["files"]] == ["ledger.txt"]
        assert (await open_it(team, "jonas", exhibit)).status_code == 201
        assert is_refused(await take_it(team, "jonas", exhibit), 403, "level-below-held")
        entries = await custody(team, "jonas", exhibit)
        assert values(entries[0])["place"] == "Data centre, Rotterdam"
        assert values(entries[2])["name"] == "ledger.txt"

    async def test_held_lets_the_original_be_taken(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "held"))
        assert (await take_it(team, "lena", exhibit)).status_code == 201
        may = read_json(await see(team, "lena", exhibit))["may"]
        assert [name for name, one in may.items() if one["allowed"]] == ["open", "take", "derive", "disclose", "close"]

    async def test_a_file_under_way_counts_nowhere(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        await upload(team, "noor", exhibit, b"other", declared="00" * 32)
        shown = read_json(await see(team, "jonas", exhibit))
        assert (shown["files"], shown["files_count"], shown["files_bytes"]) == ([], 0, 0)

    async def test_a_coordinator_and_an_auditor_list_what_their_party_holds(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        for name in ("auditor", "coordinator", "jit_auditor"):
            assert read_json(await see(team, name, exhibit))["level"] == "listed", name
            assert (await open_it(team, name, exhibit)).status_code == 403
        for name in ("admin", "sofia", "amir", "karl"):
            assert (await see(team, name, exhibit)).status_code == 404, f"{name} is not named"
        assert len(await releases_of(team, "jit_auditor", exhibit)) == 2


class TestGranting:
    async def test_shows_the_exhibit_and_its_past(self, team: Team) -> None:
        exhibit = await with_file(team)
        assert await listed(team, "jonas") == []
        granted = read_json(await grant(team, "bram", exhibit, "DE", level="readable", basis="Clause 8"))
        assert (granted["party"], granted["level"], granted["state"]) == ("DE", "readable", "effective")
        assert (granted["granted_by"], granted["basis"], granted["version"]) == ("NL-03", "Clause 8", 1)
        assert await releases_of(team, "lena", exhibit) == [granted]
        assert kinds(await custody(team, "lena", exhibit)) == [
            "evidence.registered",
            "file.received",
            "evidence.released",
        ]
        assert sorted(one["party"] for one in await releases_of(team, "daan", exhibit)) == ["DE", "NL"]

    async def test_is_a_leaders_of_the_originator(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        for name in ("daan", "lena", "auditor"):
            assert is_refused(await grant(team, name, exhibit, "FR"), 403, "role-may-not"), name
        assert is_refused(await grant(team, "jonas", exhibit, "FR"), 403, "originator-only")
        assert is_refused(await grant(team, "jonas", exhibit, "DE", version=1), 403, "originator-only")
        assert is_refused(await recall(team, "jonas", exhibit, "NL"), 403, "originator-only")
        assert (await grant(team, "claire", exhibit, "FR")).status_code == 404
        assert (await see(team, "claire", exhibit)).status_code == 404

    async def test_needs_a_condition_that_holds(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        browser, path = team.client("noor"), place(team, exhibit, "/releases/DE")
        assert (await browser.put(path, json={"level": "held"})).status_code == 428
        assert (await browser.request("DELETE", path, json={"reason": "x"})).status_code == 428
        again = await grant(team, "noor", exhibit, "DE")
        assert is_refused(again, 412, "stale")
        assert again.json()["current"] == {"party": "DE", "level": "held", "version": 1, "granted_by": "NL-02"}
        assert is_refused(await grant(team, "noor", exhibit, "FR", version=1), 412, "stale")
        assert is_refused(await recall(team, "noor", exhibit, "DE", version=9), 412, "stale")
        assert (await recall(team, "noor", exhibit, "FR")).status_code == 404
        assert (await recall(team, "noor", exhibit, "XX")).status_code == 404

    async def test_two_leaders_at_once_are_told(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        levels = ("listed", "readable", "held", "listed")
        both = [
            grant(team, who, exhibit, "DE", version=1, level=level)
            for who, level in zip(("noor", "bram", "noor", "bram"), levels, strict=True)
        ]
        assert sorted(answer.status_code for answer in await asyncio.gather(*both)) == [200, 412, 412, 412]
        news = [grant(team, who, exhibit, "FR") for who in ("noor", "bram")]
        first, second = sorted(answer.status_code for answer in await asyncio.gather(*news))
        assert first == 200
        assert second in {409, 412}

    async def test_names_what_is_wrong_in_it(self, team: Team) -> None:
        exhibit = await register(team)
        wrong: list[tuple[dict[str, Any], str]] = [
            ({"authorities": ["OM"]}, "authorities"),  # the Dutch one
            ({"authorities": []}, "authorities"),
            ({"seats": ["NL-02"]}, "seats"),
            ({"seats": ["DE-99"]}, "seats"),
            ({"seats": []}, "seats"),
            ({"purposes": []}, "purposes"),
            ({"until": soon(-1)}, "until"),
            ({"not_before": soon(60), "until": soon(30)}, "until"),
        ]
        for terms, field in wrong:
            refused = await grant(team, "noor", exhibit, "DE", **terms)
            assert refused.status_code == 422, terms
            assert [one["field"] for one in refused.json()["errors"]] == [field]
        assert is_refused(await grant(team, "noor", exhibit, "XX"), 422, "invalid")
        assert [one["party"] for one in await releases_of(team, "noor", exhibit)] == ["NL"]


class TestToWhom:
    async def test_named_seats_alone_whatever_their_role(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", seats=["DE-04"]), release("NL", seats=["NL-02", "NL-06"]))
        for name in ("karl", "sofia", "noor"):
            assert read_json(await see(team, name, exhibit))["level"] == "held", name
        for name in ("jonas", "lena", "auditor", "bram", "daan", "coordinator"):
            assert (await see(team, name, exhibit)).status_code == 404, name
            assert await listed(team, name) == []
            if name != "auditor":  # who reads whatever the party reads
                assert exhibit["id"] not in str(await team.entries(name)), name
        assert (await take_it(team, "karl", exhibit)).status_code == 201

    async def test_one_authority_alone(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable", authorities=["BP"]))
        assert read_json(await see(team, "lena", exhibit))["level"] == "readable"
        for name in ("jonas", "karl", "auditor"):
            assert (await see(team, name, exhibit)).status_code == 404, name

    async def test_a_named_auditor_still_sees_no_content(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", seats=["DE-03"]))
        assert read_json(await see(team, "auditor", exhibit))["level"] == "listed"

    async def test_red_goes_to_named_seats(self, team: Team) -> None:
        refused = await try_register(team, "noor", tlp="RED", releases=[release("DE")])
        assert refused.json()["errors"][0]["field"] == "releases.0.seats"
        exhibit = await register(team, "noor", release("DE", seats=["DE-01"]), tlp="RED")
        assert (await grant(team, "noor", exhibit, "FR", authorities=["GN"])).status_code == 422
        assert (await see(team, "jonas", exhibit)).status_code == 200
        assert (await see(team, "lena", exhibit)).status_code == 404

    async def test_amber_strict_goes_to_one_authority(self, team: Team) -> None:
        exhibit = await register(team, tlp="AMBER_STRICT")
        wrong: list[dict[str, Any]] = [{}, {"authorities": ["STA", "BP"]}, {"seats": ["DE-01"]}]
        for terms in wrong:
            assert (await grant(team, "noor", exhibit, "DE", **terms)).status_code == 422, terms
        assert (await grant(team, "noor", exhibit, "DE", authorities=["STA"])).status_code == 200

    async def test_one_purpose_alone(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", purposes=["JIT_PURPOSE"]))
        refused = await take_it(team, "jonas", exhibit, purpose="OTHER_AGREED")
        assert is_refused(refused, 403, "purpose-not-released")
        assert (await take_it(team, "jonas", exhibit)).status_code == 201
        assert (await take_it(team, "noor", exhibit, purpose="OTHER_AGREED")).status_code == 201

    async def test_the_originator_narrows_itself_but_never_out(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        wrong: list[dict[str, Any]] = [{"level": "readable"}, {"until": soon(60)}, {"purposes": ["AUDIT"]}]
        for terms in (*wrong, {"authorities": ["OM"]}):
            assert (await grant(team, "noor", exhibit, "NL", version=1, **terms)).status_code == 422, terms
        for seats in (["NL-03"], ["NL-02", "DE-01"]):
            assert (await grant(team, "noor", exhibit, "NL", version=1, seats=seats)).status_code == 422, seats
        read_json(await grant(team, "noor", exhibit, "NL", version=1, seats=["NL-02", "NL-04"]))
        assert (await see(team, "bram", exhibit)).status_code == 404
        assert (await grant(team, "bram", exhibit, "DE", version=1, level="listed")).status_code == 404
        assert exhibit["id"] not in str((await listed(team, "bram"), await listed(team, "coordinator")))
        assert read_json(await see(team, "daan", exhibit))["level"] == "held"
        assert read_json(await see(team, "jonas", exhibit))["level"] == "held"
        assert is_refused(await recall(team, "noor", exhibit, "NL", version=2), 409, "own-release")


class TestInTime:
    async def test_begins_by_the_clock(self, team: Team) -> None:
        begins = soon(60)
        exhibit = await register(team, "noor", release("DE", "readable", not_before=begins))
        (own,) = [one for one in await releases_of(team, "noor", exhibit) if one["party"] == "DE"]
        assert (own["state"], own["not_before"]) == ("pending", begins)
        assert (await see(team, "jonas", exhibit)).status_code == 404
        assert await listed(team, "jonas") == []
        assert exhibit["id"] not in str(await team.entries("jonas"))
        began = await make_due(team, exhibit)
        started = await heard(team, "jonas", exhibit, "release.started")
        assert started["at"] >= began
        assert (started["seat"], started["party"], values(started)["level"]) == ("system", None, "readable")
        assert [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]
        assert kinds(await custody(team, "lena", exhibit)) == ["evidence.registered", "release.started"]
        assert await team.entries("claire", "release.started") == []

    async def test_ends_by_the_clock(self, team: Team) -> None:
        exhibit = await with_file(team)
        read_json(await grant(team, "noor", exhibit, "DE", until=soon(60)))
        opening = read_json(await take_it(team, "jonas", exhibit), 201)
        link = opening["files"][0]["link"]
        assert (await team.client("jonas").get(link)).content == TEXT
        await make_due(team, exhibit)
        lapsed = await heard(team, "jonas", exhibit, "release.lapsed")
        assert values(lapsed)["party"] == "DE"
        assert (await see(team, "jonas", exhibit)).status_code == 404
        assert await listed(team, "lena") == []
        assert (await team.client("jonas").get(link)).status_code == 404
        assert await team.entries("claire", "release.lapsed") == []
        states = {one["party"]: one["state"] for one in await releases_of(team, "noor", exhibit)}
        assert states == {"NL": "effective", "DE": "lapsed"}

    async def test_window_is_exact_before_the_job_runs(self, team: Team) -> None:
        """The policy compares with the database's clock; the job only writes the entry and the flag of the index."""
        edge = soon(60)
        exhibit = await register(team, "noor", release("DE", until=edge), release("FR", not_before=edge))
        assert [(await see(team, name, exhibit)).status_code for name in ("jonas", "claire")] == [200, 404]
        await make_due(team, exhibit)
        assert [(await see(team, name, exhibit)).status_code for name in ("jonas", "claire")] == [404, 200]
        assert [len(await listed(team, name)) for name in ("jonas", "claire")] == [0, 1]
        states = {one["party"]: one["state"] for one in await releases_of(team, "noor", exhibit)}
        assert states == {"NL": "effective", "DE": "effective", "FR": "pending"}, "the job has not run"

    async def test_a_release_that_never_began_ends_unheard(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", not_before=soon(60)))
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert exhibit["id"] not in str(await team.entries("jonas"))

    async def test_one_in_force_is_not_postponed(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        refused = await grant(team, "noor", exhibit, "DE", version=1, not_before=soon(60))
        assert refused.json()["errors"][0]["field"] == "not_before"

    async def test_a_lapsed_one_is_granted_anew(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", until=soon(60)))
        await make_due(team, exhibit)
        await heard(team, "noor", exhibit, "release.lapsed")
        assert read_json(await grant(team, "noor", exhibit, "DE", version=1))["state"] == "effective"
        assert read_json(await see(team, "jonas", exhibit))["level"] == "held"


class TestChangingAndRecalling:
    async def test_a_lower_level_holds_at_once(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        opening = read_json(await take_it(team, "jonas", exhibit), 201)
        changed = read_json(await grant(team, "noor", exhibit, "DE", version=1, level="listed"))
        assert (changed["level"], changed["version"]) == ("listed", 2)
        shown = read_json(await see(team, "jonas", exhibit))
        assert (shown["level"], shown["files"], shown["place"]) == ("listed", [], None)
        answer = await team.client("jonas").get(opening["files"][0]["link"])
        assert is_refused(answer, 403, "level-below-held")

    async def test_what_is_recalled_does_not_exist_any_more(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR", "listed"))
        opening = read_json(await take_it(team, "jonas", exhibit), 201)
        assert (await recall(team, "bram", exhibit, "DE")).status_code == 204
        assert (await see(team, "jonas", exhibit)).status_code == 404
        assert await listed(team, "jonas") == []
        assert (await team.client("jonas").get(place(team, exhibit, "/custody"))).status_code == 404
        path = place(team, exhibit, f"/openings/{opening['id']}")
        assert (await team.client("jonas").get(path)).status_code == 404
        assert (await team.client("jonas").get(opening["files"][0]["link"])).status_code == 404
        assert read_json(await see(team, "claire", exhibit))["level"] == "listed"
        (recalled,) = await team.entries("jonas", "evidence.recalled")
        assert values(recalled)["reason"] == "The order was quashed"
        await upload(team, "noor", exhibit, b"later")
        assert "later" not in str(await team.entries("jonas"))
        assert len(await team.entries("jonas", "file.received")) == 1, "what came before the recall stays known"

    async def test_can_be_granted_again(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 404
        assert read_json(await grant(team, "noor", exhibit, "DE", level="listed"))["version"] == 1
        assert read_json(await see(team, "jonas", exhibit))["level"] == "listed"


class TestWhoLearnsOfIt:
    @pytest.mark.parametrize("name", ["jonas", "lena", "auditor"])
    async def test_germany_never_learns_what_france_was_given(self, team: Team, name: str) -> None:
        exhibit = await register(team, "noor", release("DE"))
        before = read_json(await see(team, name, exhibit))
        read_json(await grant(team, "noor", exhibit, "FR", level="readable", basis="Order 7 of Lyon"))
        read_json(await grant(team, "noor", exhibit, "FR", version=1, level="held"))
        assert (await recall(team, "noor", exhibit, "FR", version=2)).status_code == 204
        read_json(await grant(team, "noor", exhibit, "FR", until=soon(60)))
        await make_due(team, exhibit)
        await heard(team, "claire", exhibit, "release.lapsed")
        assert read_json(await see(team, name, exhibit)) == before
        assert [one["party"] for one in await releases_of(team, name, exhibit)] == ["DE"]
        assert [one["released_to"] for one in await listed(team, name)] == [["DE"]]
        about = await team.entries(name)
        for kind in ("evidence.released", "evidence.recalled", "release.lapsed"):
            told = [values(one)["party"] for one in about if one["kind"] == kind]
            assert set(told) <= {"DE"}, kind
        assert "Order 7 of Lyon" not in str(about)

    async def test_the_originator_the_party_and_the_teams_auditor_do(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("FR"))
        for name in ("daan", "claire", "hugo", "coordinator", "jit_auditor"):
            assert [values(one)["party"] for one in await team.entries(name, "evidence.released")] == ["FR"], name
        for name in ("jonas", "mara", "ines", "admin", "sofia"):
            assert await team.entries(name, "evidence.released") == [], name
        assert exhibit["released_to"] == ["FR", "NL"]
