"""Bundles as they are asked for and fetched: by whom, of what, checked by the stand-alone verifier in a process of its own."""

import asyncio
import base64
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app import clock
from app.exports import verifier
from app.ledger.signing.authorities import Authorities
from app.locks import ProcessLock, lock_process
from tests.exports.documents import words
from tests.factories.evidence import (
    alike,
    custody,
    kinds,
    open_it,
    recall,
    register,
    release,
    take_it,
    values,
    with_file,
)
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers.authority import stamping


async def ask(team: Team, who: str, exhibit: dict[str, Any] | None = None, **changes: Any) -> httpx.Response:
    """Ask for a court bundle of the exhibit; without one, for an archive."""
    form = {"profile": "archive", "scope": {}}
    if exhibit is not None:
        form = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    return await team.client(who).post(team.path("/exports"), json=form | changes)


async def ended(team: Team, who: str, export: dict[str, Any]) -> dict[str, Any]:
    """Make the export; its view once it is ready or has failed."""
    async with asyncio.timeout(60):
        while True:
            await team.run_jobs("exports")
            shown = read_json(await team.client(who).get(team.path(f"/exports/{export['id']}")))
            if shown["state"] in {"ready", "failed"}:
                return shown
            await asyncio.sleep(0.1)


def why(export: dict[str, Any]) -> tuple[str, str | None]:
    """What became of it, and the code of the reason."""
    return export["state"], export["problem_code"]


async def fetch(team: Team, who: str, export: dict[str, Any]) -> httpx.Response:
    return await team.client(who).get(team.path(f"/exports/{export['id']}/bundle"))


async def made(team: Team, who: str, exhibit: dict[str, Any] | None, folder: Path) -> tuple[dict[str, Any], Path]:
    """A bundle, asked for and fetched into `folder`."""
    export = await ended(team, who, read_json(await ask(team, who, exhibit), 202))
    assert export["state"] == "ready", export["problem"]
    path = folder / f"{export['id']}.zip"
    path.write_bytes((await fetch(team, who, export)).content)
    return export, path


def content(bundle: Path, name: str) -> bytes:
    with zipfile.ZipFile(bundle) as archive:
        (member,) = [one for one in archive.namelist() if one.endswith(f"/{name}")]
        return archive.read(member)


def lines(bundle: Path) -> list[dict[str, Any]]:
    """What the bundle discloses: each entry with its position and the values of its fields."""
    found = []
    for line in content(bundle, "data/entries.jsonl").splitlines():
        told = json.loads(line)
        entry = json.loads(told["canonical"])
        found.append(entry | {"position": told["position"], "said": {k: v["value"] for k, v in told["fields"].items()}})
    return found


async def keys_file(team: Team, folder: Path) -> Path:
    """The ledger's key as the agreement holds it: from the first entry, not from the bundle."""
    path = folder / "keys.txt"
    path.write_text("\n".join(values((await team.entries("hugo"))[0])["keys"]) + "\n")
    return path


def verify(
    bundle: Path, *options: str | Path, script: Path = Path(verifier.__file__)
) -> subprocess.CompletedProcess[str]:
    """`python3 verify.py`, with the standard library alone."""
    command = [sys.executable, "-I", "-S", str(script), str(bundle), *map(str, options)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@asynccontextmanager
async def kept_waiting(team: Team) -> AsyncIterator[None]:
    """The worker makes no bundle while this lasts."""
    async with team.context.database.engine() as held:
        await lock_process(held, ProcessLock.EXPORTS)
        yield


def on_disk(team: Team) -> list[Path]:
    """The files of bundles, and of what is made of them."""
    return [path for path in team.context.bundles.folder.rglob("*") if path.is_file()]


class TestWhoMay:
    async def test_the_originator_and_auditors_of_those_who_see_it(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        for name in ("noor", "daan", "auditor", "jit_auditor"):
            export = read_json(await ask(team, name, exhibit), 202)
            assert (export["state"], export["profile"]) == ("queued", "court"), name
            assert export["scope"] == {"evidence": exhibit["id"]}
        for name in ("jonas", "lena"):
            refused = await ask(team, name, exhibit)
            assert (refused.status_code, refused.json()["code"]) == (403, "originator-only"), name
        for name in ("coordinator", "admin", "sofia", "karl", "ines"):
            refused = await ask(team, name, exhibit)
            assert (refused.status_code, refused.json()["code"]) == (403, "role-may-not"), name

    async def test_nobody_who_does_not_see_it(self, team: Team) -> None:
        hidden = await register(team)
        absent = {"id": str(uuid4())}
        for name in ("jonas", "auditor", "claire", "mara"):
            assert alike(await ask(team, name, hidden), await ask(team, name, absent)), name
            assert (await ask(team, name, hidden)).status_code == 404

    async def test_the_teams_auditor_alone_takes_the_archive(self, team: Team) -> None:
        for name in ("noor", "jonas", "auditor"):
            refused = await ask(team, name)
            assert (refused.status_code, refused.json()["code"]) == (403, "auditor-only"), name
        assert read_json(await ask(team, "jit_auditor"), 202)["scope"] == {}

    async def test_a_form_that_does_not_fit_its_profile_is_refused(self, team: Team) -> None:
        exhibit = await register(team)
        scope = {"evidence": exhibit["id"]}
        wrong: tuple[dict[str, Any], ...] = (
            {"scope": {}},
            {"profile": "archive"},
            {"profile": "defence"},
            {"scope": scope | {"party": "NL"}},
        )
        for changes in wrong:
            assert (await ask(team, "noor", exhibit, **changes)).status_code == 422, changes
        assert read_json(await team.client("noor").get(team.path("/exports")))["items"] == []

    async def test_a_double_click_makes_one(self, team: Team) -> None:
        """Two requests at once under one key are one package; other content under it is refused."""
        exhibit = await register(team, "noor")
        court = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
        headers = {"Idempotency-Key": str(clock.new_id())}

        async def click(form: dict[str, Any]) -> httpx.Response:
            return await team.client("noor").post(team.path("/exports"), json=form, headers=headers)

        one, other = [read_json(answer, 202) for answer in await asyncio.gather(click(court), click(court))]
        assert one["id"] == other["id"]
        assert (await click(court | {"language": "fr"})).json()["code"] == "key-used"
        own = read_json(await team.client("noor").get(team.path("/exports")))["items"]
        assert [row["id"] for row in own] == [one["id"]]

    async def test_an_export_is_its_askers_alone(self, team: Team) -> None:
        exhibit = await register(team)
        export = await ended(team, "noor", read_json(await ask(team, "noor", exhibit), 202))
        for name in ("daan", "bram", "jit_auditor", "jonas"):
            assert (await team.client(name).get(team.path(f"/exports/{export['id']}"))).status_code == 404, name
            assert (await fetch(team, name, export)).status_code == 404
            assert read_json(await team.client(name).get(team.path("/exports")))["items"] == []
        assert read_json(await team.client("noor").get(team.path("/exports")))["items"] == [export]
        assert (await team.nobody().get(team.path(f"/exports/{export['id']}/bundle"))).status_code == 401


class TestACourtBundle:
    async def test_verifies_offline_and_says_what_by(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team, release("DE"), release("FR", "listed"))
        read_json(await take_it(team, "jonas", exhibit), 201)
        await register(team, "claire")
        export, bundle = await made(team, "noor", exhibit, tmp_path)
        alone = verify(bundle)
        assert alone.returncode == 3, alone.stdout
        outside = verify(bundle, "--keys", await keys_file(team, tmp_path))
        assert outside.returncode == 0, outside.stdout
        (tmp_path / "verify.py").write_bytes(content(bundle, "data/verify.py"))
        assert verify(bundle, script=tmp_path / "verify.py").returncode == 3
        assert export["sha256"] == hashlib.sha256(bundle.read_bytes()).hexdigest()
        assert export["size_bytes"] == bundle.stat().st_size
        size = len(content(bundle, "data/commitments")) // 32
        assert export["entries"] + export["withheld"] == size
        assert export["entries"] == len(lines(bundle))

    async def test_holds_the_whole_chain_and_its_own_tip(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await open_it(team, "jonas", exhibit), 201)
        _, bundle = await made(team, "daan", exhibit, tmp_path)
        about = [one for one in lines(bundle) if one["subject"].get("evidence") == exhibit["id"]]
        assert [one["said"]["chain"]["n"] for one in about] == [1, 2, 3, 4, 5]
        last = about[-1]
        assert (last["kind"], last["led"], last["purpose"], last["seat"]) == (
            "export.made",
            "disclosure",
            "AUDIT",
            "NL-04",
        )
        assert last["said"]["tip"] == last["said"]["chain"]["n"]
        assert kinds(about) == kinds(await custody(team, "daan", exhibit))
        opened = about[3]
        assert opened["kind"] == "evidence.opened"
        assert "justification" not in opened["said"], "Germany's words are Germany's"
        assert set(opened["fields"]) >= {"justification"}, "and provable all the same"

    async def test_discloses_what_its_asker_may_read_and_no_more(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        read_json(await open_it(team, "lena", exhibit), 201)
        hidden = await register(team)
        _, bundle = await made(team, "auditor", exhibit, tmp_path)
        told = [one for one in lines(bundle) if one["subject"].get("evidence") == exhibit["id"]]
        assert [one["said"].get("party") for one in told if one["kind"] == "evidence.released"] == ["DE"]
        assert "justification" in told[-2]["said"], "the auditor's own party wrote it"
        assert hidden["id"].encode() not in bundle.read_bytes()
        assert verify(bundle, "--keys", await keys_file(team, tmp_path)).returncode == 0
        assert kinds(await custody(team, "noor", exhibit))[-1] == "export.made", "the originator hears of it"
        assert await team.entries("claire", "export.made") == []

    async def test_with_one_byte_changed_is_found_and_the_place_named(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team)
        _, bundle = await made(team, "noor", exhibit, tmp_path)
        keys = await keys_file(team, tmp_path)
        for name, old, new in (
            ("data/entries.jsonl", b"Rotterdam", b"Amsterdam"),
            ("data/checkpoint", b"liaison", b"liaisen"),
            ("data/custody.csv", b"NL-02", b"NL-03"),
        ):
            forged = tmp_path / "forged.zip"
            forged.write_bytes(_with(bundle, name, old, new))
            report = verify(forged, "--keys", keys)
            assert report.returncode == 1, name
            assert name in report.stdout

    async def test_continues_an_earlier_one(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team)
        _, old = await made(team, "noor", exhibit, tmp_path)
        read_json(await take_it(team, "noor", exhibit), 201)
        _, new = await made(team, "noor", exhibit, tmp_path)
        keys = await keys_file(team, tmp_path)
        assert verify(new, "--keys", keys, "--since", old).returncode == 0
        assert verify(old, "--keys", keys, "--since", new).returncode == 1

    async def test_finds_the_exhibits_own_file_by_its_hash(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team)
        _, bundle = await made(team, "noor", exhibit, tmp_path)
        files = tmp_path / "files"
        files.mkdir()
        (file,) = read_json(await take_it(team, "noor", exhibit), 201)["files"]
        (files / "copy.bin").write_bytes((await team.client("noor").get(file["link"])).content)
        report = verify(bundle, "--files", files)
        assert exhibit["exhibit_number"] in report.stdout
        assert "copy.bin" in report.stdout

    async def test_is_fetched_as_an_attachment_that_is_not_kept(self, team: Team) -> None:
        exhibit = await register(team)
        async with kept_waiting(team):
            export = read_json(await ask(team, "noor", exhibit), 202)
            refused = await fetch(team, "noor", export)
            assert (refused.status_code, refused.json()["code"], refused.json()["state"]) == (
                409,
                "not-ready",
                "queued",
            )
        await ended(team, "noor", export)
        answer = await fetch(team, "noor", export)
        assert answer.headers["Content-Type"] == "application/zip"
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="liaison-Operation-Lantern-NL-')
        assert answer.headers["Cache-Control"] == "no-store"


class TestWhatItIsAskedForWith:
    async def test_stands_in_the_entry_the_bag_and_the_readme(self, team: Team, tmp_path: Path) -> None:
        exhibit = await register(team)
        asked = {"language": "fr", "zone": "Europe/Paris", "proceeding": "TJ  Paris, 26/1", "reason": "Audience du 3"}
        export = await ended(team, "noor", read_json(await ask(team, "noor", exhibit, **asked), 202))
        assert {name: export[name] for name in asked} == asked
        bundle = tmp_path / "bundle.zip"
        bundle.write_bytes((await fetch(team, "noor", export)).content)
        report = verify(bundle, "--keys", await keys_file(team, tmp_path))
        assert report.returncode == 0, report.stdout
        own = lines(bundle)[-1]
        assert {name: own["said"][name] for name in asked} == asked
        info = content(bundle, "bag-info.txt").decode()
        assert "Liaison-Language: fr\nLiaison-Zone: Europe/Paris\nLiaison-Proceeding: TJ Paris, 26/1\n" in info
        readme = content(bundle, "data/README.txt").decode()
        assert "Procédure : TJ  Paris, 26/1" in readme
        assert f"Demandé par {team.seats['noor']['name']} (NL-" in readme

    async def test_is_english_in_the_zone_of_the_originator_without_a_word(self, team: Team) -> None:
        export = read_json(await ask(team, "noor", await register(team, acquired_zone=None)), 202)
        told = [export[name] for name in ("language", "zone", "proceeding", "reason")]
        assert told == ["en", "Europe/Amsterdam", None, None]

    async def test_has_the_zone_of_the_acquisition_and_not_that_of_the_member_who_exports(
        self, team: Team, tmp_path: Path
    ) -> None:
        at = {"acquired_at": "2026-07-01T12:00:00Z", "acquired_zone": "America/New_York"}
        abroad, at_home = await register(team, **at), await register(team)
        read_json(await team.client("noor").patch("/api/me", json={"time_zone": "Europe/Helsinki"}))
        _, path = await made(team, "noor", abroad, tmp_path)
        text = words(content(path, "data/custody.pdf"))
        assert "2026-07-01 08:00:00 EDT -04:00" in text
        assert "Times in America/New_York" in text
        assert "+03:00" not in text
        both = [abroad["id"], at_home["id"]]
        for who, form, expected in (
            ("noor", {"profile": "court", "scope": {"evidence": abroad["id"]}}, ("America/New_York", "acquisition")),
            ("noor", {"profile": "court", "scope": {"evidence": both}}, ("Europe/Amsterdam", "originator")),
            ("noor", {"profile": "member_state", "scope": {"party": "NL"}}, ("Europe/Amsterdam", "party")),
            ("jit_auditor", {"profile": "archive", "scope": {}}, ("Europe/Amsterdam", "team")),
        ):
            preview = read_json(await team.client(who).post(team.path("/exports/preview"), json=form))
            assert (preview["zone"], preview["zone_source"]) == expected, form

    async def test_is_refused_by_its_field(self, team: Team) -> None:
        exhibit = await register(team)
        wrong = [{"language": "de"}, {"zone": "Europe/Atlantis"}, {"proceeding": "x" * 201}, {"reason": "a\x00b"}]
        for changes in wrong:
            refused = await ask(team, "noor", exhibit, **changes)
            assert refused.status_code == 422, changes
            assert next(iter(changes)) in refused.text
        assert read_json(await team.client("noor").get(team.path("/exports")))["items"] == []


class TestAnArchive:
    async def test_discloses_every_entry_and_each_exhibits_head(self, team: Team, tmp_path: Path) -> None:
        dutch, german = await with_file(team, release("DE")), await register(team, "jonas")
        read_json(await take_it(team, "jonas", dutch), 201)
        export, bundle = await made(team, "jit_auditor", None, tmp_path)
        assert export["withheld"] == 0
        told = lines(bundle)
        assert [one["position"] for one in told] == list(range(export["entries"]))
        last = told[-1]
        assert (last["kind"], last["party"], last["seat"]) == ("export.made", None, "JIT-01")
        assert last["said"]["heads"] == {dutch["id"]: 4, german["id"]: 1}
        assert "chain" not in last["fields"]
        report = verify(bundle, "--keys", await keys_file(team, tmp_path))
        assert report.returncode == 0, report.stdout
        for name in ("noor", "auditor"):
            assert await team.entries(name, "export.made") == [], f"{name} learns nothing of it"


class TestSomebodyWhoMayNoMore:
    async def test_gets_no_bundle_that_was_not_made_yet(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        async with kept_waiting(team):
            export = read_json(await ask(team, "auditor", exhibit), 202)
            assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert why(await ended(team, "auditor", export)) == ("failed", "not-found")
        assert kinds(await custody(team, "noor", exhibit))[-1] == "evidence.recalled", "nothing was exported"
        assert on_disk(team) == []

    async def test_whose_role_changed_gets_none(self, team: Team) -> None:
        """As an auditor one exports what another country contributed; as a member not."""
        exhibit = await register(team, "noor", release("DE"))
        ready = await ended(team, "auditor", read_json(await ask(team, "auditor", exhibit), 202))
        async with kept_waiting(team):
            export = read_json(await ask(team, "auditor", exhibit), 202)
            async with as_superuser(team) as connection:
                await connection.execute("update members set roles = '{member}' where code = 'DE-03'")
        assert why(await ended(team, "auditor", export)) == ("failed", "originator-only")
        assert (await fetch(team, "auditor", ready)).json()["code"] == "originator-only"

    async def test_gets_none_that_is_ready(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        export = await ended(team, "auditor", read_json(await ask(team, "auditor", exhibit), 202))
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert (await fetch(team, "auditor", export)).status_code == 404

    @pytest.mark.parametrize(
        ("end", "code"), [("state = 'ended'", "asker-gone"), ("roles = '{coordinator}'", "role-may-not")]
    )
    async def test_whose_seat_ended_gets_none(self, team: Team, end: str, code: str) -> None:
        exhibit = await register(team)
        async with kept_waiting(team):
            export = read_json(await ask(team, "daan", exhibit), 202)
            async with as_superuser(team) as connection:
                await connection.execute(f"update members set {end} where code = 'NL-04'")  # noqa: S608
        async with asyncio.timeout(30), as_superuser(team) as connection:
            found = None
            while found is None:
                await team.run_jobs("exports")
                found = await connection.fetchval("select problem_code from exports where state = 'failed'")
        assert found == code
        assert (await fetch(team, "daan", export)).status_code in {403, 404}
        assert kinds(await custody(team, "noor", exhibit)) == ["evidence.registered"]


def _with(bundle: Path, name: str, old: bytes, new: bytes) -> bytes:
    """The bundle, in whose file `name` the first `old` reads `new`."""
    changed = io.BytesIO()
    with zipfile.ZipFile(bundle) as before, zipfile.ZipFile(changed, "w") as after:
        for one in before.infolist():
            held = before.read(one)
            if one.filename.endswith(f"/{name}"):
                assert old in held
                held = held.replace(old, new, 1)
            after.writestr(one, held)
    return changed.getvalue()


async def test_a_ledger_that_cannot_be_signed_fails_its_bundles_instead_of_holding_up_the_queue(team: Team) -> None:
    exhibits = [await register(team), await register(team)]
    await team.settled()
    async with as_superuser(team) as db:
        statement = "update entries set commitment = sha256(id::text::bytea) where id in (select entry from headers where evidence = $1)"
        await damage(db, "entries", statement, exhibits[0]["id"])
    asked = [read_json(await ask(team, "noor", exhibit), 202) for exhibit in exhibits]
    for export in asked:
        failed = await ended(team, "noor", export)
        assert why(failed) == ("failed", "bundle-not-made")
        assert failed["problem"].startswith("The export failed.")


async def test_an_export_s_checkpoint_is_stamped(team: Team, tmp_path: Path) -> None:
    exhibit = await register(team, "noor", release("DE"))
    with stamping(tmp_path / "authority") as authority:
        chosen = Authorities.read([authority.address, "http://127.0.0.1:1/"], authority.roots)
        later = clock.now() + timedelta(hours=1)
        team.context.stamps._not_before = {
            one.name: later for one in chosen.all
        }  # the worker asks none; an export does
        team.context.stamps._authorities = chosen  # as the settings would have it
        _, bundle = await made(team, "noor", exhibit, tmp_path)
    report = verify(bundle, "--keys", await keys_file(team, tmp_path))
    assert report.returncode == 0, report.stdout
    assert "data/checkpoint.tsr is a token over this checkpoint" in report.stdout
    (one,) = read_json(await team.client("claire").get(team.path("/ledger/timestamps")))["items"]
    health = read_json(await team.client("mara").get(team.path("/ledger/health")))
    assert health["confirmed"] == [{name: one[name] for name in ("authority", "size", "at")}]
    assert base64.b64decode(one["token"]) == content(bundle, "data/checkpoint.tsr")
    assert health["alarms"] == [], "the other authority may be away for a while"
    assert (await team.client("claire").get(team.path("/ledger/timestamps?cursor=x"))).status_code == 400
