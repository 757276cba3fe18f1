"""Bundles of each profile over HTTP: by whom, what they disclose and what not; past the services; called off; removed in time."""

import csv
import io
import zipfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.ledger.journal import Ledger
from app.services.audit import bundles, export_making
from app.services.audit.export_queue import PackageStorage
from app.vault.keys import KeyGone
from tests.audit.test_exports import content, ended, fetch, kept_waiting, keys_file, lines, on_disk, verify
from tests.exports.documents import attachments, metadata, words
from tests.factories.evidence import alike, open_it, place, register, release, take_it, with_file
from tests.factories.sharing import consents
from tests.factories.team import Team, read_json
from tests.security.routes import DISCLOSURE
from tests.support.databases.probes import BY_GRANT, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser


async def ask(team: Team, who: str, profile: str, scope: dict[str, Any], **asked: Any) -> httpx.Response:
    form = {"profile": profile, "scope": scope} | asked
    return await team.client(who).post(team.path("/exports"), json=form)


async def made(
    team: Team, who: str, profile: str, scope: dict[str, Any], folder: Path, **asked: Any
) -> tuple[dict[str, Any], Path]:
    """A bundle, looked at before, asked for, fetched, and verified with the key from outside."""
    await team.settled()
    await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "export")
    form = {"profile": profile, "scope": scope} | {end: asked[end] for end in ("since", "until") if end in asked}
    shown = read_json(await team.client(who).post(team.path("/exports/preview"), json=form))
    export = await ended(team, who, read_json(await ask(team, who, profile, scope, **asked), 202))
    assert export["state"] == "ready", export["problem"]
    assert export["written"] == export["total"] == export["entries"]
    path = folder / f"{export['id']}.zip"
    path.write_bytes((await fetch(team, who, export)).content)
    report = verify(path, "--keys", await keys_file(team, folder))
    assert report.returncode == 0, report.stdout
    told = lines(path)
    before = {one["kind"]: one["entries"] for one in shown["disclosed"]}
    assert before == Counter(one["kind"] for one in told), "what was shown before is what is there"
    assert (len(told), shown["withheld"]) == (export["entries"], export["withheld"])
    return export, path


def requests(bundle: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(bundle, "data/access.csv").decode("utf-8-sig"))))


class TestWhoMay:
    async def test_is_asked_at_the_door(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        scope = {"exhibits": [exhibit["id"]]}
        wanted: dict[tuple[str, str], dict[str, str]] = {
            ("defence", "x"): {
                "daan": "judicial-seats-only",
                "jonas": "originator-only",
                "auditor": "judicial-seats-only",
            },
            ("supervisory_authority", ""): {"noor": "auditors-only", "auditor": "team-auditor-only"},
            ("supervisory_authority", "NL"): {"noor": "auditors-only", "auditor": "own-party-only"},
            ("member_state", "NL"): {
                "daan": "leaders-and-auditors-only",
                "jonas": "own-party-only",
                "jit_auditor": "own-party-only",
            },
            ("statistics", ""): {"noor": "team-auditor-only", "auditor": "team-auditor-only"},
            ("statistics", "DE"): {"noor": "own-party-only", "lena": "leaders-and-auditors-only"},
            ("archive", "DE"): {"noor": "own-party-only", "lena": "leaders-and-auditors-only"},
            ("archive", ""): {"noor": "auditor-only", "auditor": "auditor-only"},
        }
        for (profile, party), refusals in wanted.items():
            its = scope if party == "x" else {"party": party} if party else {}
            for who, code in (refusals | dict.fromkeys(("coordinator", "sofia", "ines"), "role-may-not")).items():
                for path in ("/exports", "/exports/preview"):
                    refused = await team.client(who).post(team.path(path), json={"profile": profile, "scope": its})
                    assert (refused.status_code, refused.json()["code"]) == (403, code), (profile, party, who)
        unknown = await ask(team, "jit_auditor", "supervisory_authority", {"party": "XX"})
        assert unknown.status_code == 422
        assert "scope.party" in unknown.text
        absent = await ask(team, "claire", "defence", {"exhibits": [str(uuid4())]})
        assert alike(await ask(team, "claire", "defence", scope), absent)
        assert absent.status_code == 404
        wrongs: list[dict[str, Any]] = [
            {"exhibits": []},
            {"evidence": exhibit["id"]},
            {},
            {"exhibits": [exhibit["id"]] * 51},
        ]
        for wrong in wrongs:
            assert (await ask(team, "noor", "defence", wrong)).status_code == 422, wrong

    async def test_a_seat_is_offered_what_it_may(self, team: Team) -> None:
        async def offered(who: str) -> set[tuple[str, str]]:
            shown = await team.client(who).get(team.path("/exports/offers"))
            return {(one["profile"], one["scope"]) for one in read_json(shown)["items"]}

        assert await offered("daan") == {("court", "exhibits")}
        assert ("defence", "exhibits") in await offered("noor")
        assert ("archive", "team") in await offered("jit_auditor")
        assert ("archive", "team") not in await offered("auditor")
        assert (await team.client("ines").get(team.path("/exports/offers"))).status_code == 403


NOT_HIS = Refused("42501")
INSERT = (
    "insert into exports (id, jit, requested_by, account, profile, state, requested_at, evidence, exhibits, party)"
    " select gen_random_uuid(), :jit, m.id, m.account, :profile, :state, now(), cast(:one as uuid),"
    " cast(:several as uuid[]), (select id from parties where jit = :jit and code = :of)"
    " from members m where m.id = :seat"
)


def asked_for(expected: Refused | int, profile: str, *who: str, **scope: Any) -> list[Probe]:
    """Each of these seats writes such a row past the services."""
    binds = {"profile": profile, "one": None, "several": None, "of": None, "state": "queued"} | scope
    return [Probe(one, INSERT, expected, binds) for one in who]


async def test_rows_of_exports_are_of_what_a_seat_may_have(team: Team) -> None:
    """Whose exhibits enter a bundle, and of which party."""
    exhibit, hidden = await register(team, "noor", release("DE")), await register(team, "noor")
    of_parties = ("member_state", "statistics", "archive")
    of_all = ("supervisory_authority", "statistics", "archive")
    await run_probes(
        team,
        [
            *asked_for(1, "court", "noor", "daan", "auditor", one=exhibit["id"]),
            *asked_for(NOT_HIS, "court", "noor", "daan", "auditor", one=exhibit["id"], state="ready"),
            *asked_for(NOT_HIS, "court", "jonas", "claire", "coordinator", "ines", one=exhibit["id"]),
            *asked_for(NOT_HIS, "court", "jonas", "claire", "auditor", one=hidden["id"]),
            *asked_for(1, "court", "noor", "daan", several=[exhibit["id"], hidden["id"]]),
            *asked_for(NOT_HIS, "court", "jonas", "auditor", several=[exhibit["id"], hidden["id"]]),
            *asked_for(1, "defence", "noor", several=[exhibit["id"], hidden["id"]]),
            *asked_for(NOT_HIS, "defence", "daan", "bram", "jonas", "auditor", "jit_auditor", several=[exhibit["id"]]),
            *(
                Probe("noor", f"update exports set {change}", BY_GRANT)  # noqa: S608 - words of this file
                for change in ("profile = 'archive'", "party = null", "evidence = null", "requested_by = :seat")
            ),
            *(
                row
                for profile in of_parties
                for row in (
                    *asked_for(1, profile, "noor", of="NL"),
                    *asked_for(1, profile, "auditor", of="DE"),
                    *asked_for(NOT_HIS, profile, "daan", "jonas", "auditor", "jit_auditor", "coordinator", of="NL"),
                )
            ),
            *(
                row
                for profile in of_all
                for row in (
                    *asked_for(1, profile, "jit_auditor"),
                    *asked_for(NOT_HIS, profile, "noor", "auditor", "admin"),
                )
            ),
            *asked_for(1, "supervisory_authority", "auditor", of="DE"),
            *asked_for(1, "supervisory_authority", "jit_auditor", of="NL"),
            *asked_for(NOT_HIS, "supervisory_authority", "auditor", "noor", of="NL"),
            *asked_for(NOT_HIS, "supervisory_authority", "jonas", of="DE"),
        ],
    )


class TestADefenceBundle:
    async def test_names_nobody_and_proves_it_all(self, team: Team, tmp_path: Path) -> None:
        mine = await with_file(team, release("DE"))
        second = await register(team, "noor", acquired_by="Inspector Geheim", place="Berth 9")
        read_json(await take_it(team, "jonas", mine), 201)
        read_json(await open_it(team, "daan", mine), 201)
        disclosure = DISCLOSURE | {"proceeding": "OM v. J. Anders"}
        read_json(await team.client("jonas").post(place(team, mine, "/disclosures"), json=disclosure), 201)
        earlier = {"profile": "court", "scope": {"evidence": mine["id"]}, "proceeding": "OM v. K. Anders"}
        await ended(team, "noor", read_json(await team.client("noor").post(team.path("/exports"), json=earlier), 202))
        scope = {"exhibits": [mine["id"], second["id"]]}
        export, bundle = await made(
            team, "noor", "defence", scope, tmp_path, proceeding="Rb Rotterdam 10/1", reason="Asked by counsel of X"
        )
        assert set(export["scope"]["exhibits"]) == {mine["id"], second["id"]}
        told = lines(bundle)
        assert {"actor", "place", "acquired_by", "justification", "reason", "description", "legal_basis"}.isdisjoint(
            {name for one in told for name in one["said"]}
        )
        assert {one["said"]["proceeding"] for one in told if "proceeding" in one["said"]} == {"Rb Rotterdam 10/1"}
        assert [one["seat"] for one in told if one["kind"] == "evidence.taken"] == ["DE-01"]
        heads = told[-1]["said"]["heads"]
        for exhibit in (mine, second):
            chain = [one["said"]["chain"]["n"] for one in told if one["subject"].get("evidence") == exhibit["id"]]
            assert chain == list(range(1, heads[exhibit["id"]] + 1))
        raw = bundle.read_bytes()
        pdf = content(bundle, "data/custody.pdf")
        read = " ".join([words(pdf), *metadata(pdf).values()]).encode()
        carried = b"".join(attachments(pdf).values())
        assert b"DE-01" in read
        for name in ("noor", "daan", "jonas"):
            assert team.seats[name]["name"].encode() not in raw + read + carried, name
        for secret in (b"Anders", b"Inspector Geheim", b"Berth 9", b"Asked by counsel"):
            assert secret not in raw + read + carried
        assert b"Requested by NL-02, " in raw
        table = list(csv.DictReader(io.StringIO(content(bundle, "data/custody.csv").decode("utf-8-sig"))))
        assert {row["name"] for row in table} == {""}
        assert all("actor" in row["withheld"] for row in table if row["kind"] == "evidence.taken")

    async def test_is_made_of_anothers_exhibit_where_its_use_in_court_is_allowed(
        self, team: Team, tmp_path: Path
    ) -> None:
        exhibit = await register(team, "noor", release("DE"))
        scope = {"exhibits": [exhibit["id"]]}
        assert (await ask(team, "jonas", "defence", scope)).json()["code"] == "originator-only"
        asked = await consents.ask(team, "jonas", exhibit, use="court")
        read_json(await consents.do(team, "noor", asked, "grant"))
        _, bundle = await made(team, "jonas", "defence", scope, tmp_path)
        own = await team.entries("noor", "export.made")
        assert [one["subject"].get("evidence") for one in own] == [exhibit["id"]], "its originator hears of it"
        assert "export.made" in {one["kind"] for one in lines(bundle)}


class TestASupervisoryAuthoritysBundle:
    async def test_holds_every_logged_operation_with_its_reason(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await open_it(team, "lena", exhibit, justification="Comparing wallets"), 201)
        read_json(await open_it(team, "daan", exhibit, justification="Dutch matter"), 201)
        _, bundle = await made(team, "auditor", "supervisory_authority", {"party": "DE"}, tmp_path)
        told = [one for one in lines(bundle) if one["kind"] != "jit.founded"]
        assert {one["party"] for one in told} == {"DE"}
        assert {one["led"] for one in told} <= {"consultation", "disclosure"}
        await register(team, "jonas", title="German exhibit")
        (opened,) = [one for one in told if one["kind"] == "evidence.opened"]
        assert opened["said"]["justification"] == "Comparing wallets"
        assert opened["said"]["actor"]["name"] == team.seats["lena"]["name"]
        assert "files" not in opened["said"]
        assert b"Dutch matter" not in bundle.read_bytes()
        _, bundle = await made(team, "auditor", "supervisory_authority", {"party": "DE"}, tmp_path)
        (registered,) = [one for one in lines(bundle) if one["kind"] == "evidence.registered"]
        assert registered["led"] == "collection"
        assert "exhibit_number" in registered["said"]
        assert "title" not in registered["said"]
        _, whole = await made(team, "jit_auditor", "supervisory_authority", {}, tmp_path)
        assert "other" not in {one["led"] for one in lines(whole) if one["kind"] not in ("jit.founded", "export.made")}
        assert {one["party"] for one in lines(whole) if one["kind"] == "evidence.opened"} == {"NL", "DE"}
        _, dutch = await made(team, "jit_auditor", "supervisory_authority", {"party": "NL"}, tmp_path)
        assert {one["party"] for one in lines(dutch) if one["kind"] == "evidence.opened"} == {"NL"}


class TestAMemberStatesBundle:
    async def test_holds_a_partys_acts_and_requests(self, team: Team, tmp_path: Path) -> None:
        exhibit = await register(team, "jonas", title="=cmd|' /C calc'!A0")
        await register(team, "noor")
        read_json(await team.client("lena").get(team.path(f"/evidence/{exhibit['id']}")))
        await team.context.access_log.write(team.context.database)
        for who in ("auditor", "jonas"):
            _, bundle = await made(team, who, "member_state", {"party": "DE"}, tmp_path)
            told = [one for one in lines(bundle) if one["kind"] != "jit.founded"]
            assert {one["party"] for one in told} == {"DE"}
            rows = requests(bundle)
            assert {row["party"] for row in rows} == {"DE"}, who
            assert any(row["seat"] == "DE-02" and exhibit["id"] in row["named"] for row in rows), who

    async def test_of_a_leader_names_no_exhibit_that_the_leader_does_not_see(self, team: Team, tmp_path: Path) -> None:
        narrowed = await with_file(team, release("DE", seats=["DE-02"]))
        shared = await register(team, "noor", release("DE"))
        for one in (narrowed["id"], str(uuid4())):
            for path in ("/{}/custody", "?id={}", "?id=" + shared["id"] + "&id={}"):
                await team.client("lena").get(team.path(f"/evidence{path.format(one)}"))
            await team.client("lena").get(team.path(f"/inheritance?parent={one}"))
            both = {"profile": "court", "scope": {"evidence": [shared["id"], one]}}
            await team.client("lena").post(team.path("/exports/preview"), json=both)
        await team.client("lena").get(team.path(f"/find/{narrowed['exhibit_number']}"))
        await team.context.access_log.write(team.context.database)
        _, bundle = await made(team, "jonas", "member_state", {"party": "DE"}, tmp_path)
        assert [row["named"] for row in requests(bundle) if row["seat"] == "DE-02"] == ["{}"] * 11
        assert narrowed["exhibit_number"].encode() not in content(bundle, "data/access.csv")
        assert narrowed["id"].encode() not in content(bundle, "data/access.csv")
        _, bundle = await made(team, "auditor", "member_state", {"party": "DE"}, tmp_path)
        assert narrowed["id"].encode() in content(bundle, "data/access.csv"), "auditors read the ids as they were sent"

    async def test_of_a_period_holds_its_acts_and_requests_alone(self, team: Team, tmp_path: Path) -> None:
        before = await register(team, "jonas")
        await team.context.access_log.write(team.context.database)
        since = clock.rfc3339(clock.now())
        later = await register(team, "jonas")
        await team.context.access_log.write(team.context.database)
        export, bundle = await made(team, "jonas", "member_state", {"party": "DE"}, tmp_path, since=since)
        assert (export["since"], export["until"]) == (since, None)
        registered = [one["subject"]["evidence"] for one in lines(bundle) if one["kind"] == "evidence.registered"]
        assert registered == [later["id"]]
        assert requests(bundle)
        assert all(row["at"] >= since for row in requests(bundle))
        _, until = await made(team, "jonas", "archive", {"party": "DE"}, tmp_path, until=since)
        about = {one["subject"].get("evidence") for one in lines(until)}
        assert before["id"] in about
        assert later["id"] not in about
        wrong = await ask(team, "jonas", "archive", {"party": "DE"}, since=since, until=since)
        assert wrong.status_code == 422
        assert (await ask(team, "noor", "defence", {"exhibits": [before["id"]]}, since=since)).status_code == 422


class TestACourtBundleOfSeveralExhibits:
    async def test_holds_the_whole_custody_of_each(self, team: Team, tmp_path: Path) -> None:
        one, other, third = await register(team), await register(team), await register(team)
        scope = {"evidence": [one["id"], other["id"], one["id"]]}
        export, bundle = await made(team, "noor", "court", scope, tmp_path)
        assert export["scope"] == {"evidence": [one["id"], other["id"]]}
        told = lines(bundle)
        assert {each["subject"].get("evidence") for each in told} == {one["id"], other["id"], None}
        heads = told[-1]["said"]["heads"]
        for each in (one, other):
            chain = [row["said"]["chain"]["n"] for row in told if row["subject"].get("evidence") == each["id"]]
            assert chain == list(range(1, heads[each["id"]] + 1))
        assert third["id"].encode() not in bundle.read_bytes()
        single, _ = await made(team, "noor", "court", {"evidence": [third["id"]]}, tmp_path)
        assert single["scope"] == {"evidence": third["id"]}

    async def test_is_refused_if_one_of_them_is(self, team: Team) -> None:
        own, hidden = await register(team, "jonas"), await register(team)
        shown = await register(team, "noor", release("DE"))
        refused = await ask(team, "jonas", "court", {"evidence": [own["id"], shown["id"]]})
        assert refused.json()["code"] == "originator-only"
        assert [one["title"] for one in refused.json()["refused_exhibits"]] == [shown["title"]]
        absent = await ask(team, "jonas", "court", {"evidence": [own["id"], str(uuid4())]})
        assert absent.status_code == 404
        assert alike(await ask(team, "jonas", "court", {"evidence": [own["id"], hidden["id"]]}), absent)

    async def test_is_named_by_team_exhibits_date_and_id(self, team: Team, tmp_path: Path) -> None:
        one, other = await register(team), await register(team)
        export, bundle = await made(team, "noor", "court", {"evidence": [one["id"], other["id"]]}, tmp_path)
        numbers = "-".join(sorted((one["exhibit_number"], other["exhibit_number"])))
        name = f"liaison-Operation-Lantern-{numbers}-court-{export['requested_at'][:10]}-{export['id'][-12:]}"
        answer = await fetch(team, "noor", export)
        assert f'filename="{name}.zip"' in answer.headers["Content-Disposition"]
        with zipfile.ZipFile(bundle) as archive:
            assert {member.split("/")[0] for member in archive.namelist()} == {name}


class TestStatistics:
    async def test_hold_no_entry_and_no_small_count(self, team: Team, tmp_path: Path) -> None:
        for _ in range(6):
            await register(team, "noor")
        await register(team, "jonas")
        export, bundle = await made(team, "jit_auditor", "statistics", {}, tmp_path, reason="Evaluation by X")
        told = lines(bundle)
        assert [one["kind"] for one in told] == ["jit.founded", "export.made"]
        assert all("actor" not in one["said"] for one in told)
        assert told[-1]["said"]["heads"] == {}
        rows = list(csv.DictReader(io.StringIO(content(bundle, "data/statistics.csv").decode("utf-8-sig"))))
        total = next(row["entries"] for row in rows if row["table"] == "party" and not row["of"])
        assert int(total) == export["entries"] + export["withheld"]
        assert ("party", "DE") not in {(row["table"], row["of"]) for row in rows}
        assert int(next(row["entries"] for row in rows if (row["table"], row["of"]) == ("party", "others"))) >= 10
        assert all(row["entries"] == "suppressed" or int(row["entries"]) >= 5 for row in rows)
        _, own = await made(team, "jonas", "statistics", {"party": "DE"}, tmp_path)
        assert b"Evaluation" not in bundle.read_bytes() + own.read_bytes()


class TestAPartysArchive:
    async def test_holds_what_its_asker_reads(self, team: Team, tmp_path: Path) -> None:
        shown, hidden = await register(team, "noor", release("DE")), await register(team, "noor")
        own = await register(team, "jonas")
        _, bundle = await made(team, "auditor", "archive", {"party": "DE"}, tmp_path)
        about = {one["subject"].get("evidence") for one in lines(bundle)}
        assert {shown["id"], own["id"]} <= about
        assert hidden["id"].encode() not in bundle.read_bytes()
        assert [one["seat"] for one in await team.entries("auditor", "export.made")] == ["DE-03"]
        for who in ("jonas", "lena", "noor"):
            assert await team.entries(who, "export.made") == [], who


class TestCallingOff:
    async def test_a_queued_one_is_never_made(self, team: Team) -> None:
        exhibit = await register(team)
        async with kept_waiting(team):
            export = read_json(await ask(team, "noor", "court", {"evidence": exhibit["id"]}), 202)
            path = team.path(f"/exports/{export['id']}/cancellation")
            for who in ("daan", "jit_auditor", "jonas"):
                assert (await team.client(who).post(path)).status_code == 404, who
            gone = read_json(await team.client("noor").post(path))
            assert (gone["state"], gone["version"]) == ("cancelled", 2)
            again = await team.client("noor").post(path)
            assert (again.status_code, again.json()["code"], again.json()["state"]) == (
                409,
                "not-under-way",
                "cancelled",
            )
        later = read_json(await ask(team, "noor", "court", {"evidence": exhibit["id"]}), 202)
        await ended(team, "noor", later)
        assert (await fetch(team, "noor", export)).json()["code"] == "not-ready"
        assert len(await team.entries("noor", "export.made")) == 1
        refused = await team.client("noor").post(team.path(f"/exports/{later['id']}/cancellation"))
        assert refused.json()["state"] == "ready"

    async def test_a_running_one_stops_at_its_next_page_and_leaves_no_file(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exhibit = await register(team)
        original: Any = bundles.gather
        seen: list[dict[str, Any]] = []

        async def called_off_meanwhile(*given: Any) -> Any:
            *rest, progress = given

            async def between_pages(written: int, total: int) -> None:
                await progress(written, total)
                path = team.path(f"/exports/{export['id']}")
                if not seen:
                    seen.append(read_json(await team.client("noor").get(path)))
                    read_json(await team.client("noor").post(f"{path}/cancellation"))

            return await original(*rest, between_pages)

        monkeypatch.setattr(bundles, "gather", called_off_meanwhile)
        async with kept_waiting(team):
            export = read_json(await ask(team, "noor", "court", {"evidence": exhibit["id"]}), 202)
        context = team.context
        parts = (context.database, context.publisher, context.stamps, context.seal)
        shelf = PackageStorage(context.bundles, timedelta(days=1), 0, context.vault)
        await _until_made(team, export["id"], lambda: export_making.make_queued(*parts, shelf, None))
        assert (seen[0]["state"], seen[0]["written"], seen[0]["total"]) == ("running", 0, 3)
        shown = read_json(await team.client("noor").get(team.path(f"/exports/{export['id']}")))
        assert (shown["state"], shown["sha256"], shown["problem"]) == ("cancelled", None, None)
        assert on_disk(team) == []


async def test_of_one_from_under_which_the_database_fell_another_is_made(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    exhibit = await register(team)
    original: Any = export_making._make
    fallen: list[str] = []

    async def falling(*given: Any) -> Any:
        if not fallen:
            fallen.append("once")
            async with as_superuser(team) as superuser:
                await superuser.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                    " where usename = 'liaison_engine' and datname = current_database()"
                )
            raise RuntimeError("what was being read has gone")
        return await original(*given)

    monkeypatch.setattr(export_making, "_make", falling)
    export = read_json(await ask(team, "noor", "court", {"evidence": exhibit["id"]}), 202)
    with pytest.raises((RuntimeError, DBAPIError)):
        await team.run_jobs("exports")
    assert fallen
    assert (await ended(team, "noor", export))["state"] == "ready"


async def _until_made(team: Team, export: str, make: Any) -> None:
    while read_json(await team.client("noor").get(team.path(f"/exports/{export}")))["state"] in {"queued", "running"}:
        await make()


async def test_an_old_bundle_is_removed_and_says_so(team: Team) -> None:
    exhibit = await register(team)
    export = await ended(team, "noor", read_json(await ask(team, "noor", "court", {"evidence": exhibit["id"]}), 202))
    store = team.context.bundles
    kept = clock.parse(export["expires_at"]) - clock.parse(export["ready_at"])
    assert timedelta(days=29) < kept < timedelta(days=31)
    assert await export_making.expire(team.context.database, store, kept) == 0
    second = await ended(team, "noor", read_json(await ask(team, "noor", "court", {"evidence": exhibit["id"]}), 202))
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update exports set expires_at = now() - interval '1 second' where id = $1", export["id"]
        )
    assert (await fetch(team, "noor", export)).status_code == 410, "before its file is gone"
    assert await export_making.expire(team.context.database, store, kept) == 1
    gone = await fetch(team, "noor", export)
    assert (gone.status_code, gone.json()["code"]) == (410, "bundle-expired")
    shown = read_json(await team.client("noor").get(team.path(f"/exports/{export['id']}")))
    assert (shown["state"], shown["sha256"]) == ("expired", export["sha256"])
    assert store.sealed() == {UUID(second["id"])}
    with pytest.raises(KeyGone):
        await anext(store.read(team.jit_id, UUID(export["id"]), export["size_bytes"], 0, 1))
    async with as_superuser(team) as superuser:  # as one that was made before bundles had a time
        await superuser.execute(
            "update exports set expires_at = null, ready_at = now() - interval '31 days' where id = $1", second["id"]
        )
    assert await export_making.expire(team.context.database, store, kept) == 1
    assert (await fetch(team, "noor", second)).status_code == 410
