"""What an exhibit's entries say of people goes with it when its time is over: in one act, certified, and never what must stand."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.ledger import erasable
from app.ledger.facts import OPENED_LATER
from app.ledger.journal import Ledger
from app.ledger.tree import recomputing
from app.services.retention import erasure_jobs
from tests.audit.test_exports import ended, fetch, keys_file, made, verify, why
from tests.evidence.test_flags import flagged
from tests.factories import physical_custody
from tests.factories.evidence import custody, kinds, register, release, see, upload, values, with_file
from tests.factories.field_erasures import confirm, entry, read
from tests.factories.field_erasures import erase as order
from tests.factories.retention import age, erase, erased, make_due, withdraw
from tests.factories.sharing import four_eyes
from tests.factories.sharing.joint import agree_to_erase, jointly
from tests.factories.team import Team, read_json
from tests.retention.test_forgotten import rows
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

REGISTERED: Final = ["acquired_by", "description", "place", "title"]
_FINISH = erasure_jobs.finish


async def over(team: Team, exhibit: dict[str, Any]) -> list[dict[str, Any]]:
    """Its review is due, its leader erases it, and it is done: its entries then."""
    await make_due(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    await erased(team, exhibit)
    return await custody(team, "noor", exhibit)


class TestWithTheExhibit:
    async def test_goes_what_its_entries_say_and_one_certificate_names_it(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team, release("DE"), release("FR", "listed"))
        before = {one["position"]: one for one in await custody(team, "noor", exhibit)}
        names = {one["kind"]: place for place, one in before.items()}
        export, _ = await made(team, "noor", exhibit, tmp_path)
        told = await over(team, exhibit)
        assert kinds(told)[-3:] == ["evidence.erasure_decided", "evidence.erased", "evidence.fields_erased"]
        certificate, decided = values(told[-1]), told[-3]
        assert (certificate["ground"], certificate["approval"]) == ("review", decided["position"])
        assert certificate["erased_at"] == values(told[-2])["erased_at"], "one act"
        gone = {one["position"]: one["names"] for one in certificate["erased_fields"]}
        assert gone[names["evidence.registered"]] == REGISTERED
        assert gone[names["file.received"]] == ["name"]
        for who in ("noor", "jonas", "claire"):
            for one in await team.entries(who):
                if one["position"] in gone:
                    assert not set(gone[one["position"]]) & set(one["fields"]), who
                    assert set(one["erased"]) == set(gone[one["position"]]), who
                    assert {each["position"] for each in one["erased"].values()} == {told[-1]["position"]}
        stub = read_json(await see(team, "noor", exhibit))
        assert stub["title"] == exhibit["exhibit_number"]
        assert (await rows(team, exhibit))["place"] == "\N{EM DASH}"
        assert why(await ended(team, "noor", export)) == ("failed", "fields-erased")
        assert (await fetch(team, "noor", export)).status_code == 409
        await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "export")
        await recomputing.turn(team.context.database, timedelta(0))
        assert read_json(await team.client("noor").get(team.path("/ledger/health")))["alarms"] == []
        _, bundle = await made(team, "noor", exhibit, tmp_path)
        report = await asyncio.to_thread(verify, bundle, "--keys", await keys_file(team, tmp_path))
        assert report.returncode == 0, report.stdout
        line = f"position {names['file.received']}: field name: erased on {certificate['erased_at']} by the entry at"
        assert line in report.stdout
        assert f"position {told[-1]['position']}, as decided at position {decided['position']}: review" in report.stdout

    async def test_at_the_end_of_a_transfer_by_the_clock_alone(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), retention="TRANSFER")
        await age(team, exhibit, 29)
        await erased(team, exhibit)
        (certificate,) = [
            one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.fields_erased"
        ]
        assert (values(certificate)["ground"], certificate["seat"]) == ("term", "system")
        assert "Art. 21" in values(certificate)["legal_basis"]

    async def test_not_of_what_was_withdrawn(self, team: Team) -> None:
        """It is erased because it should not be used; its leader orders what else goes."""
        exhibit = await with_file(team)
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        await erased(team, exhibit)
        assert "evidence.fields_erased" not in kinds(await custody(team, "noor", exhibit))
        assert set(REGISTERED) <= set((await entry(team, "noor", "evidence.registered"))["fields"])

    async def test_the_way_of_a_thing_stands_while_somebody_has_it(self, team: Team) -> None:
        exhibit = await physical_custody.thing(team)
        gone = {one["position"] for one in values((await over(team, exhibit))[-1])["erased_fields"]}
        assert gone == {(await entry(team, "noor", "evidence.registered"))["position"]}
        assert "place" in (await entry(team, "noor", "custody.seized"))["fields"]

    async def test_and_goes_once_its_way_has_ended(self, team: Team) -> None:
        exhibit = await physical_custody.thing(team)
        ended_by = await physical_custody.act(team, "noor", exhibit, "returned", to_whom="R. Vos", receipt="B 12")
        read_json(ended_by, 201)
        gone = {one["position"]: one["names"] for one in values((await over(team, exhibit))[-1])["erased_fields"]}
        assert gone[(await entry(team, "noor", "custody.returned"))["position"]] == ["to_whom"]
        assert "place" in gone[(await entry(team, "noor", "custody.seized"))["position"]]

    def test_the_certificate_names_nothing_that_its_hearers_did_not_hear(self) -> None:
        """The kinds that the database leaves out (`fields_to_erase`) are those that not all hear who see the exhibit."""
        own = {
            kind
            for kind in set(erasable._ERASABLE) - set(OPENED_LATER)
            if kind.split(".")[0] in {"acquisition", "custody", "evidence", "file"}
        }
        assert own == {"file.discarded", "file.hash_differed"}

    async def test_nor_tells_of_a_file_that_its_party_kept_apart(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await upload(team, "noor", exhibit, declared="ab" * 32)
        (apart,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "file.hash_differed"]
        certificate = values((await over(team, exhibit))[-1])
        assert len(certificate["erased_fields"]) == 2
        assert apart["position"] not in {one["position"] for one in certificate["erased_fields"]}

    async def test_never_what_a_court_or_an_accused_may_need(self, team: Team) -> None:
        exhibit, _ = await flagged(team)
        assert "evidence.fields_erased" not in kinds(await over(team, exhibit))
        assert set(REGISTERED) <= set((await entry(team, "noor", "evidence.registered"))["fields"])

    async def test_an_order_that_waits_for_a_second_leader_is_overtaken(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        position = (await entry(team, "noor", "evidence.registered"))["position"]
        read_json(await four_eyes.demand(team, "noor", "erase"))
        (one,) = read_json(await order(team, "noor", position), 202)["erasures"]
        async with as_superuser(team) as superuser:  # as if the demand had been lifted: the wish stays
            await superuser.execute("set session_replication_role = replica")
            await superuser.execute("update four_eyes set acts = '{}'")
        await over(team, exhibit)
        assert (await read(team, "noor", position))["erasures"] == []
        assert (await confirm(team, "bram", position, one["id"])).status_code == 404


class TestOfWhatWasObtainedJointly:
    async def test_with_the_agreement_of_each_to_its_erasure(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        await make_due(team, exhibit)
        assert (await agree_to_erase(team, "claire", exhibit)).status_code in {200, 201, 202, 204}
        read_json(await erase(team, "noor", exhibit), 202)
        await erased(team, exhibit)
        assert "evidence.fields_erased" in kinds(await custody(team, "claire", exhibit))
        assert not set(REGISTERED) & set((await entry(team, "claire", "evidence.registered"))["fields"])

    async def test_and_not_by_the_law_alone(self, team: Team) -> None:
        """The end of a transfer waits for nobody; what its entries say waits for a word of each."""
        exhibit = await with_file(team, joint=["FR"], retention="TRANSFER")
        await age(team, exhibit, 29)
        await erased(team, exhibit)
        assert "evidence.fields_erased" not in kinds(await custody(team, "noor", exhibit))
        assert set(REGISTERED) <= set((await entry(team, "claire", "evidence.registered"))["fields"])


class TestWhateverHappens:
    async def finish(self, team: Team) -> int:
        await team.settled()
        context = team.context
        return await _FINISH(context.database, context.vault, context.bundles, timedelta(days=35))

    async def test_a_crash_leaves_it_whole_or_done(
        self, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exhibit = await with_file(team)
        await made(team, "noor", exhibit, tmp_path)
        await make_due(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        with monkeypatch.context() as broken:
            broken.setattr(erasure_jobs, "_ERASE_FIELDS", text("select 1 / 0"))
            assert await self.finish(team) == 0
        assert not {"evidence.erased", "evidence.fields_erased"} & set(kinds(await custody(team, "noor", exhibit)))
        assert "place" in (await entry(team, "noor", "evidence.registered"))["fields"]
        assert [await self.finish(team) for _ in range(2)] == [1, 0]
        assert kinds(await custody(team, "noor", exhibit)).count("evidence.fields_erased") == 1

    async def test_nothing_goes_past_the_database(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        position = (await entry(team, "noor", "evidence.registered"))["position"]
        for who in ("noor", "jonas", "admin"):
            for statement in (
                "select erase_fields_with(:e, :e, 1, now())",
                "select * from fields_to_erase(:e)",
                "select field_assenters(:e)",
                "update erasures set fields = true",
            ):
                with pytest.raises(DBAPIError, match="permission denied"):
                    await attempt(team, who, statement, e=exhibit["id"])
        going, erase_with = (
            text("select * from fields_to_erase(:e)"),
            text("select erase_fields_with(:e, :t, 4, now())"),
        )
        of = {"e": exhibit["id"], "t": (await entry(team, "noor", "evidence.registered"))["id"]}
        async with team.context.database.engine() as engine:
            assert (await engine.execute(going, of)).all() == []
            with pytest.raises(DBAPIError, match="without its certificate"):
                await engine.execute(erase_with, of)
        await make_due(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        await team.settled()
        async with team.context.database.engine() as engine:
            assert [(row.place, row.names) for row in (await engine.execute(going, of)).all()] == [
                (position, REGISTERED)
            ]
            with pytest.raises(DBAPIError, match="without its certificate"):  # keys first, and a certificate beside it
                await engine.execute(erase_with, of)
        assert await self.finish(team) == 1
        async with team.context.database.engine() as engine:
            with pytest.raises(DBAPIError, match="without its certificate"):  # and once
                await engine.execute(erase_with, of)
