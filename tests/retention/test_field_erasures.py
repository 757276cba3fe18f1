"""Fields of an entry, erased for good: by whom, of what, never of what a court may need; and what still verifies afterwards."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.ledger.erasable import is_erasable
from app.ledger.facts import FACTS
from app.ledger.journal import Ledger
from app.ledger.tree import recomputing
from app.services.retention import field_erasure_jobs
from tests.audit.test_exports import ask, ended, fetch, kept_waiting, keys_file, lines, made, verify, why
from tests.custody.test_disclosures import disclose
from tests.evidence.test_flags import flagged
from tests.factories import field_erasures
from tests.factories.evidence import alike, custody, grant, kinds, recall, register, release, values, with_file
from tests.factories.field_erasures import confirm, entry, erase, erased, give_up, path, read
from tests.factories.retention import hold, lift
from tests.factories.sharing import consents
from tests.factories.sharing.four_eyes import demand
from tests.factories.tasks import assign, comment
from tests.factories.team import Team, read_json
from tests.ledger.test_facts import row_of
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

#: Why, how, with what result, on which conditions and for whom: what others rely on.
AGAINST_ITS_WRITER = {
    "because",
    "conditions",
    "court",
    "file_number",
    "finding",
    "handling_text",
    "intact",
    "legal_basis",
    "method",
    "necessity",
    "proceeding",
    "proportionality",
    "reason",
    "receipt",
    "record",
    "remarks",
    "seal",
    "what",
    "why",
    "word",
    "words",
}
FORGED = "update field_erasures set "
_FINISH = field_erasure_jobs.finish


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def registered(team: Team, *releases: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """A Dutch exhibit, and the position of the entry that registers it."""
    exhibit = await register(team, "noor", *releases)
    return exhibit, (await entry(team, "noor", "evidence.registered"))["position"]


def test_a_closed_list_of_fields() -> None:
    erasable = {f"{kind} {name}" for fact in FACTS for kind, name in _fields(fact) if is_erasable(kind, name)}
    assert {"evidence.registered title", "file.received name", "task.commented text"} <= erasable
    standing = (
        "chain",
        "actor",
        "keys",
        "heads",
        "sha256",
        "declared_hashes",
        "justification",
        "exhibit_number",
        "tip",
    )
    assert not any(one.rpartition(" ")[2] in standing for one in erasable)
    assert not any(one.startswith(("jit.", "member.", "field.", "evidence.erased")) for one in erasable)
    about_the_case = {
        "protected.entered reason",  # why a person is not to be touched: about the person, not about the act
        "request.drafted conditions",  # free text of a request; the limits recorded from it stay
        "request.registered conditions",
        "notice.check_answered reason",  # of an answer about the subject of a notice; question and answer stay
        "notice.hit_recorded what",  # what was found, about the subject; country and measure stay
    }
    assert about_the_case <= erasable
    assert not AGAINST_ITS_WRITER & {one.rpartition(" ")[2] for one in erasable - about_the_case}, (
        "not even of a kind to come"
    )
    assert {one for one in erasable if one.endswith(" custodian")} == {
        f"custody.{act} custodian" for act in ("checked_in", "corrected", "stored")
    }


def _fields(fact: Any) -> list[tuple[str, str]]:
    kind, *_, names = row_of(fact).split(" | ")
    return [(kind, name.rstrip("+!")) for name in names.split()]


async def test_the_database_has_the_same_list(team: Team) -> None:
    async with as_superuser(team) as superuser:
        for fact in FACTS:
            for kind, name in _fields(fact):
                assert await superuser.fetchval("select is_erasable($1, $2)", kind, name) is is_erasable(kind, name)


class TestAField:
    async def test_is_gone_for_everybody_and_the_ledger_stands(self, team: Team, tmp_path: Path) -> None:
        exhibit, position = await registered(team, release("DE"), release("FR", "listed"))
        before = await entry(team, "jonas", "evidence.registered")
        shown = await read(team, "noor", position)
        assert {"title", "description", "place"} <= set(shown["erasable"])
        assert not {"chain", "actor", "declared_hashes", "exhibit_number"} & set(shown["erasable"])
        read_json(await erase(team, "noor", position, "place", "acquired_by"), 202)
        done = await erased(team, "noor", position)
        (one,) = done["erasures"]
        assert (one["names"], one["ground"], one["may"]) == (["acquired_by", "place"], "subject_request", [])
        assert (one["wanted_by"], one["confirmed_by"]) == (team.code("noor"), None)
        assert not {"place", "acquired_by"} & set(done["erasable"])
        for who in ("noor", "jonas", "claire", "jit_auditor"):
            after = await entry(team, who, "evidence.registered")
            assert (after["commitment"], after["canonical"]) == (before["commitment"], before["canonical"]), who
            assert not {"place", "acquired_by"} & set(after["fields"]), who
            assert set(after["erased"]) == {"place", "acquired_by"}, who
            assert {each["position"] for each in after["erased"].values()} == {one["certificate"]}, who
        told = await custody(team, "jonas", exhibit)
        assert kinds(told)[-1] == "evidence.field_erased"
        certificate = values(told[-1])
        assert (certificate["position"], certificate["names"]) == (position, ["acquired_by", "place"])
        assert (certificate["decided_by"], told[-1]["seat"]) == (team.code("noor"), "system")
        assert certificate["last_backup_expires"] > certificate["erased_at"] >= certificate["decided_at"]
        decided = await entry(team, "noor", "field.erasure_decided")
        assert decided["position"] == certificate["approval"]
        assert values(decided)["reason"] == field_erasures.FORM["reason"]
        assert await team.entries("jonas", "field.erasure_decided") == [], "its party's own affair"
        for words in ("Rotterdam", "High Tech"):
            found = read_json(await team.client("noor").get(team.path(f"/ledger/disclosed?q={words}")))["items"]
            assert "evidence.registered" not in kinds(found)
        await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "export")
        await recomputing.turn(team.context.database, timedelta(0))
        assert read_json(await team.client("noor").get(team.path("/ledger/health")))["alarms"] == []
        read_json(await grant(team, "noor", exhibit, "CH"), 202)
        read_json(await grant(team, "noor", exhibit, "FR", version=1, level="held"))
        late = await custody(team, "hugo", exhibit)
        assert "evidence.field_erased" in kinds(late), "who comes later reads why a field is missing"
        _, bundle = await made(team, "noor", exhibit, tmp_path)
        report = await asyncio.to_thread(verify, bundle, "--keys", await keys_file(team, tmp_path))
        assert report.returncode == 0, report.stdout
        assert (
            f"position {position}: field place: erased on {certificate['erased_at']} by the entry at" in report.stdout
        )
        assert f"position {one['certificate']}, as decided at position {certificate['approval']}" in report.stdout

    async def test_of_what_few_may_hear_is_certified_to_them_alone(self, team: Team, tmp_path: Path) -> None:
        task = await assign(team)
        read_json(await comment(team, "lena", task), 201)
        position = (await entry(team, "jonas", "task.commented"))["position"]
        read_json(await erase(team, "jonas", position, "text", ground="unlawful"), 202)
        (one,) = (await erased(team, "jonas", position))["erasures"]
        heard = {who: kinds(await team.entries(who)) for who in ("jonas", "lena", "coordinator", "noor", "claire")}
        assert {who for who, told in heard.items() if "field.erased" in told} == {
            "jonas",
            "lena",
            "coordinator",
            "noor",
        }
        assert list((await entry(team, "lena", "task.commented"))["erased"]) == ["text"]
        assert await team.entries("claire", "task.commented") == []
        _, bundle = await made(team, "jit_auditor", None, tmp_path)
        assert one["certificate"] in [line["position"] for line in lines(bundle)]
        report = await asyncio.to_thread(verify, bundle)
        assert f"position {position}: field text: erased on" in report.stdout

    async def test_that_speaks_against_its_writer_stands(self, team: Team) -> None:
        exhibit, _ = await registered(team, release("DE"), release("FR"))
        assert (await recall(team, "noor", exhibit, "FR")).status_code == 204
        recalled = await entry(team, "noor", "evidence.recalled")
        assert (await read(team, "noor", recalled["position"]))["erasable"] == []
        answer = await erase(team, "noor", recalled["position"], "reason", ground="unlawful")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "names")
        wish = (
            "insert into field_erasures (id, jit, entry, party, names, ground, legal_basis, reason, wanted_by, wanted_at)"
            " values (:e, :jit, :e, :party, array['reason'], 'unlawful', 'x', 'x', :seat, now())"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", wish, e=recalled["id"])

    async def test_is_its_own_partys_leaders_and_what_is_hidden_is_absent(self, team: Team) -> None:
        _, position = await registered(team, release("DE"))
        for who, code in (("daan", "role-may-not"), ("admin", "role-may-not"), ("jonas", "own-entries")):
            assert refused(await erase(team, who, position)) == (403, code), who
            assert (await team.client(who).get(path(team, position))).status_code == 403, who
        assert alike(await erase(team, "claire", position), await erase(team, "claire", 10_000_000))
        founding = await erase(team, "noor", 0, "name")
        assert founding.status_code in {403, 422}
        for names in (["chain"], ["actor"], ["nothing"], ["declared_hashes"], ["place", "place"]):
            answer = await erase(team, "noor", position, *names)
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "names"), names
        wrong = await erase(team, "noor", position, confirmation="1000")
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "confirmation")
        assert (await read(team, "noor", position))["erasures"] == []

    async def test_stands_while_a_court_or_an_accused_may_need_it(self, team: Team) -> None:
        exhibit, position = await registered(team)
        (standing,) = read_json(await hold(team, "bram", exhibit), 201)["holds"]
        assert refused(await erase(team, "noor", position)) == (409, "must-stand")
        read_json(await lift(team, "bram", exhibit, standing))
        flagged_one, _ = await flagged(team)
        shared = await with_file(team, release("DE"))
        at = {one["subject"]["evidence"]: one["position"] for one in await team.entries("noor", "evidence.registered")}
        read_json(await disclose(team, "lena", shared), 201)
        for one in (flagged_one, shared):
            assert refused(await erase(team, "noor", at[one["id"]])) == (409, "must-stand")
        assert (await recall(team, "noor", shared, "DE")).status_code == 204
        assert refused(await erase(team, "noor", at[shared["id"]])) == (409, "must-stand"), "a court has it still"
        read_json(await erase(team, "noor", position), 202)
        await erased(team, "noor", position)
        again = await erase(team, "noor", position)
        assert again.status_code == 422, "it is erased already"

    async def test_stands_where_it_only_mentions_such_an_exhibit(self, team: Team) -> None:
        exhibit, _ = await registered(team, release("DE", "listed"))
        await consents.ask(team, "jonas", exhibit)
        asked = await entry(team, "jonas", "consent.requested")
        assert "evidence" not in asked["subject"]
        stands, of = text("select must_stand(:e)"), {"e": UUID(asked["id"])}
        async with team.context.database.engine() as engine:
            assert (await engine.execute(stands, of)).scalar_one() is False
        read_json(await hold(team, "bram", exhibit), 201)
        async with team.context.database.engine() as engine:
            assert (await engine.execute(stands, of)).scalar_one() is True

    async def test_by_two_waits_for_the_second_and_is_turned_down(self, team: Team) -> None:
        exhibit, position = await registered(team)
        read_json(await demand(team, "noor", "erase"))
        (one,) = read_json(await erase(team, "noor", position), 202)["erasures"]
        assert (one["decided_at"], one["may"]) == (None, ["give_up"])
        assert refused(await erase(team, "bram", position)) == (409, "must-stand"), "one waits already"
        assert refused(await confirm(team, "noor", position, one["id"])) == (403, "needs-second-leader")
        assert (await confirm(team, "bram", position, field_erasures.nowhere())).status_code == 404
        assert (await give_up(team, "bram", position, one["id"])).status_code == 204
        (one,) = read_json(await erase(team, "noor", position), 202)["erasures"]
        (seen,) = (await read(team, "bram", position))["erasures"]
        assert seen["may"] == ["confirm", "give_up"]
        waiting = {
            "position": position,
            "party": "NL",
            "kind": "evidence.registered",
            "evidence": exhibit["id"],
            "names": ["place"],
        }
        for who, told in (("noor", [waiting]), ("bram", [waiting]), ("jonas", []), ("claire", [])):
            assert read_json(await team.client(who).get(team.path("/ledger/erasures")))["items"] == told, who
        assert (await confirm(team, "bram", position, one["id"], confirmation="x")).status_code == 422
        read_json(await confirm(team, "bram", position, one["id"]), 202)
        (done,) = (await erased(team, "noor", position))["erasures"]
        assert (done["wanted_by"], done["confirmed_by"]) == (team.code("noor"), team.code("bram"))
        certificate = values(await entry(team, "noor", "evidence.field_erased"))
        assert (certificate["decided_by"], certificate["confirmed_by"]) == (team.code("noor"), team.code("bram"))
        assert (await give_up(team, "noor", position, one["id"])).status_code == 404, "it is done"
        assert read_json(await team.client("noor").get(team.path("/ledger/erasures")))["items"] == []


class TestBundles:
    async def test_in_the_house_that_hold_it_go(self, team: Team, tmp_path: Path) -> None:
        exhibit, position = await registered(team)
        other, _ = await registered(team)
        export, _ = await made(team, "noor", exhibit, tmp_path)
        kept, _ = await made(team, "noor", other, tmp_path)
        await made(team, "jit_auditor", None, tmp_path)
        read_json(await erase(team, "noor", position), 202)
        await erased(team, "noor", position)
        assert team.context.bundles.sealed() == {UUID(kept["id"])}
        assert why(await ended(team, "noor", export)) == ("failed", "fields-erased")
        assert (await fetch(team, "noor", export)).status_code == 409
        assert (await fetch(team, "noor", kept)).status_code == 200, "of another exhibit"

    async def test_that_cannot_hold_it_stay(self, team: Team) -> None:
        """Others' bundles, and counts: nobody learns of an erasure by losing what never held the entry."""
        _, position = await registered(team, release("FR"))
        asked = {
            ("jonas", "member_state"): {"party": "DE"},
            ("claire", "member_state"): {"party": "FR"},
            ("jonas", "statistics"): {"party": "DE"},
            ("jit_auditor", "statistics"): {},
        }
        exports = {
            one: await ended(team, one[0], read_json(await ask(team, one[0], profile=one[1], scope=scope), 202))
            for one, scope in asked.items()
        }
        read_json(await erase(team, "noor", position), 202)
        await erased(team, "noor", position)
        for (who, profile), export in exports.items():
            gone = (await fetch(team, who, export)).status_code == 409
            assert gone is ((who, profile) == ("claire", "member_state")), (who, profile)

    async def test_made_again_with_its_own_entry_verifies(self, team: Team, tmp_path: Path) -> None:
        """Its entry is not the last of its exhibit any more: so it is, too, if something happens while it is made."""
        exhibit, position = await registered(team)
        export, _ = await made(team, "noor", exhibit, tmp_path)
        async with kept_waiting(team):
            async with as_superuser(team) as superuser:
                await superuser.execute("update exports set state = 'running' where id = $1", UUID(export["id"]))
            read_json(await erase(team, "noor", position), 202)
            await erased(team, "noor", position)
        done = await ended(team, "noor", export)
        bundle = tmp_path / "again.zip"
        bundle.write_bytes((await fetch(team, "noor", done)).content)
        report = await asyncio.to_thread(verify, bundle, "--keys", await keys_file(team, tmp_path))
        assert report.returncode == 0, report.stdout
        assert f"position {position}: field place: erased on" in report.stdout

    async def test_nobody_begins_one_while_an_erasure_is_written(self, team: Team) -> None:
        exhibit, _ = await registered(team)
        async with kept_waiting(team):
            export = read_json(await ask(team, "noor", exhibit), 202)
            async with team.context.database.engine() as erasing, as_superuser(team) as superuser:
                await erasing.execute(text("select hold_bundles()"))
                await superuser.execute("set lock_timeout = '200ms'")
                for statement in (
                    "update exports set state = 'running' where id = $1",
                    "select 1 from exports where id = $1 for update",  # else each would wait for the other
                ):
                    with pytest.raises(Exception, match="lock timeout"):
                        await superuser.execute(statement, UUID(export["id"]))
                await superuser.execute("select 1 from exports where id = $1", UUID(export["id"]))

    async def test_being_made_meanwhile_begins_again(self, team: Team, tmp_path: Path) -> None:
        exhibit, position = await registered(team)
        async with kept_waiting(team):
            export = read_json(await ask(team, "noor", exhibit), 202)
            async with as_superuser(team) as superuser:  # as far as the snapshot: the erasure comes after it
                await superuser.execute("update exports set state = 'running' where id = $1", UUID(export["id"]))
            read_json(await erase(team, "noor", position), 202)
            await erased(team, "noor", position)
            shown = read_json(await team.client("noor").get(team.path(f"/exports/{export['id']}")))
            assert shown["state"] == "queued"
        done = await ended(team, "noor", export)
        bundle = tmp_path / "b.zip"
        bundle.write_bytes((await fetch(team, "noor", done)).content)
        (line,) = [one for one in lines(bundle) if one["position"] == position]
        assert "place" not in line["said"]


class TestWhateverHappens:
    async def finish(self, team: Team) -> int:
        await team.settled()
        return await _FINISH(team.context.database, team.context.bundles, timedelta(days=35))

    async def test_a_crash_leaves_it_whole_or_done_and_the_next_turn_finds_it(
        self, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exhibit, position = await registered(team)
        export, _ = await made(team, "noor", exhibit, tmp_path)
        read_json(await erase(team, "noor", position), 202)
        with monkeypatch.context() as broken:
            broken.setattr(Path, "unlink", lambda *_, **__: 1 / 0)
            assert await self.finish(team) == 0
        assert "place" in (await entry(team, "noor", "evidence.registered"))["fields"]
        assert await team.entries("noor", "evidence.field_erased") == []
        assert (await fetch(team, "noor", export)).json()["code"] == "bundle-damaged", "its key was overwritten first"
        assert [await self.finish(team) for _ in range(2)] == [1, 0]
        assert len(await team.entries("noor", "evidence.field_erased")) == 1

    async def test_a_hold_that_is_set_meanwhile_stops_it_and_it_can_be_given_up(self, team: Team) -> None:
        exhibit, position = await registered(team)
        (one,) = read_json(await erase(team, "noor", position), 202)["erasures"]
        (standing,) = read_json(await hold(team, "bram", exhibit), 201)["holds"]
        assert await self.finish(team) == 0
        assert (await give_up(team, "bram", position, one["id"])).status_code == 204
        read_json(await lift(team, "bram", exhibit, standing))
        assert await self.finish(team) == 0
        assert "place" in (await entry(team, "noor", "evidence.registered"))["fields"]

    async def test_nothing_goes_past_the_database(self, team: Team) -> None:
        """Raw SQL as the application, with a seat's settings: deleting, forging a decision, erasing what is another's."""
        await registered(team, release("DE"))
        target = await entry(team, "noor", "evidence.registered")
        of = {"e": target["id"]}
        for who in ("noor", "jonas", "daan", "admin", "jit_auditor"):
            for statement in (
                "delete from fields where entry = :e",
                "update fields set value = '\"x\"' where entry = :e",
                "insert into erased_fields (entry, name, jit, certificate, erased_at) values (:e, 'place', :jit, :e, now())",
                "select erase_fields(:e, :e, now())",
                "select must_stand(:e)",
                "select hold_bundles()",
            ):
                with pytest.raises(DBAPIError, match="permission denied"):
                    await attempt(team, who, f"{statement}", **of)
        wish = (
            "insert into field_erasures (id, jit, entry, party, names, ground, legal_basis, reason, wanted_by, wanted_at)"
            " values (:e, :jit, :e, :party, array[{}], 'unlawful', 'x', 'x', :seat, now())"
        )
        for who, name in (("jonas", "'place'"), ("noor", "'chain'"), ("noor", "'nothing'")):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, wish.format(name), **of)
        assert await attempt(team, "noor", wish.format("'place'"), **of) == 1
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "bram", wish.format("'place'").replace(":e, :jit", "gen_random_uuid(), :jit", 1), **of)
        approve = "select approve_field_erasure(:e, :d)"
        for who in ("noor", "bram", "jonas"):  # no decision, an entry that decides nothing, one of long ago
            with pytest.raises(DBAPIError, match=r"no decision|only its party"):
                await attempt(team, who, approve, d=target["id"], **of)
        for forged in ("approval = :e", "erased_at = now()", "names = array['title']", "wanted_by = :seat"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "bram", FORGED + forged, **of)
        assert await self.finish(team) == 0
        async with team.context.database.engine() as engine:
            with pytest.raises(DBAPIError, match="without a sequenced decision"):
                await engine.execute(text("select erase_fields(:e, :e, now())"), of)
        async with as_superuser(team) as superuser:
            for statement in ("delete from fields", "update fields set value = 'x'", "truncate fields cascade"):
                with pytest.raises(Exception, match="insert-only"):
                    await superuser.execute(statement)
        assert "place" in (await entry(team, "noor", "evidence.registered"))["fields"]

    async def test_a_field_that_comes_back_is_found(self, team: Team) -> None:
        _, position = await registered(team)
        async with as_superuser(team) as superuser:
            row = await superuser.fetchrow(
                "select f.* from fields f join positions p on p.entry = f.entry where p.position = $1 and f.name = 'place'",
                position,
            )
            read_json(await erase(team, "noor", position), 202)
            assert await self.finish(team) == 1
            await superuser.execute(
                "insert into fields (entry, name, jit, salt, value, readers) values ($1, $2, $3, $4, $5, $6)",
                *(row[name] for name in ("entry", "name", "jit", "salt", "value", "readers")),
            )
            found = await superuser.fetch("select * from differing($1, 0, $2)", team.jit_id, position + 1)
        assert [(one["place"], one["what"]) for one in found] == [(position, "field place")]
