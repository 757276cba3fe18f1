"""The current holder: only its own events or a correction end the hold, and nobody is locked out."""

from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from tests.custody.test_handovers import OFFER, WITHDRAWN, code
from tests.factories import retention
from tests.factories.evidence import recall, release, values
from tests.factories.physical_custody import act, answer, correct, offered, thing, where
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser
from tests.teams.test_members import as_owner


async def lent(team: Team, exhibit: dict[str, Any], to: str = "lena", by: str = "noor") -> None:
    """Another member holds it."""
    read_json(await answer(team, to, await offered(team, by, exhibit, to)))


class TestAnOpenHandover:
    async def test_handover_of_a_party_without_access_is_withdrawn_by_the_originator(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"), release("FR"))
        await lent(team, exhibit, "jonas")
        one = await offered(team, "jonas", exhibit, "lena")
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        for who in ("jonas", "lena"):
            assert (await answer(team, who, one, "withdrawn")).status_code == 404, who
            assert await attempt(team, who, WITHDRAWN) == 0, who
        assert await code(await act(team, "noor", exhibit, "stored"), 409) == "handover-open"
        assert await code(await answer(team, "claire", one, "withdrawn"), 403) == "not-ones-answer"
        assert await attempt(team, "claire", WITHDRAWN) == 0
        assert (await where(team, "claire", exhibit))["handover"]["may"] == []
        assert (await where(team, "noor", exhibit))["handover"]["may"] == ["withdrawn"]
        read_json(await answer(team, "daan", one, "withdrawn"))
        received = (await where(team, "noor", exhibit))["way"][2]["id"]
        back = {"standing": "held", "custodian": "Noor", "place": "Rotterdam", "taken_back": True}
        view = read_json(await correct(team, "noor", exhibit, received, mended=back), 201)
        assert (view["party"], values(view["way"][0])["party"]) == ("NL", "NL")

    async def test_handover_of_a_suspended_party_is_withdrawn_in_the_database_too(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        await lent(team, exhibit, "jonas")
        await offered(team, "jonas", exhibit, "lena")
        await as_owner(team, "update parties set status = 'suspended' where code = 'DE'")
        with pytest.raises(DBAPIError, match="needs its ledger entry"):  # he may: what lacks is its entry
            await attempt(team, "bram", WITHDRAWN)


class TestHeldByAnotherMember:
    async def test_held_exhibit_leaves_its_holder_only_by_the_holder_or_a_correction(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        await lent(team, exhibit)
        for who in ("jonas", "noor"):
            for step in ("stored", "returned", "destroyed"):
                assert await code(await act(team, who, exhibit, step), 409) == "in-anothers-hands", (who, step)
            taken = await act(team, who, exhibit, "transported", by="Courier")
            assert await code(taken, 409) == "in-anothers-hands", who
            assert (await where(team, who, exhibit))["steps"] == ["sealed", "produced", "incident"], who
        read_json(await act(team, "jonas", exhibit, "sealed"), 201)
        view = await where(team, "jonas", exhibit)
        assert view["seat"] == team.code("lena")
        sealed = view["way"][0]["id"]
        mended = {"standing": "stored", "custodian": "Evidence room", "place": "Shelf 3", "seal": "A 7"}
        view = read_json(await correct(team, "jonas", exhibit, sealed, mended=mended), 201)
        assert (view["standing"], view["seat"]) == ("stored", None)
        assert read_json(await act(team, "jonas", exhibit, "checked_out"), 201)["seat"] == team.code("jonas")

    async def test_exhibit_of_a_former_member_is_stored_by_its_party(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        await lent(team, exhibit)
        await as_owner(team, "update members set state = 'ended' where code = 'DE-02'")
        assert read_json(await act(team, "jonas", exhibit, "stored"), 201)["seat"] is None

    async def test_holder_of_any_role_records_the_events_that_end_its_hold(self, team: Team) -> None:
        here = release("NL", seats=["NL-02", "NL-03", "NL-06"])
        exhibit = await thing(team, here)
        await lent(team, exhibit, "sofia")
        view = await where(team, "sofia", exhibit)
        assert {"stored", "transported", "returned", "destroyed"} <= set(view["steps"])
        assert read_json(await act(team, "sofia", exhibit, "stored"), 201)["standing"] == "stored"
        assert await code(await act(team, "sofia", exhibit, "checked_out"), 403) == "not-to-record"
        for step, by in (("transported", "Courier"), ("returned", None), ("destroyed", None)):
            other = await thing(team, here)
            await lent(team, other, "sofia")
            read_json(await act(team, "sofia", other, step, by=by), 201)


class TestWhatOthersAreTold:
    async def test_legal_hold_is_not_revealed_without_write_access(self, team: Team) -> None:
        told = []
        for held in (True, False):
            exhibit = await thing(team)
            if held:
                read_json(await retention.hold(team, "noor", exhibit), 201)
            async with as_superuser(team) as superuser:
                await superuser.execute("delete from physical_custody where evidence = $1", exhibit["id"])
            try:
                await attempt(
                    team,
                    "mara",
                    "insert into physical_custody (evidence, jit, state, party, changed_at)"
                    " values (:evidence, :jit, 'destroyed', :party, now())",
                    evidence=exhibit["id"],
                )
            except DBAPIError as error:
                told.append(getattr(error.orig, "sqlstate", None))
        assert told == ["42501", "42501"]

    async def test_possible_recipients_are_not_told_after_a_recall(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        await lent(team, exhibit)
        receives = "select 1 from members where can_receive_handover(:evidence, id)"
        assert await attempt(team, "lena", receives, evidence=exhibit["id"]) > 0
        assert (await where(team, "lena", exhibit))["receivers"] != []
        assert (await where(team, "jonas", exhibit))["receivers"] == [], "lena holds it"
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert await attempt(team, "lena", receives, evidence=exhibit["id"]) == 0
        try:
            await attempt(team, "lena", OFFER, evidence=exhibit["id"], to="NL-02")
        except DBAPIError as error:
            assert getattr(error.orig, "sqlstate", None) == "42501"  # noqa: PT017 - which refusal it was
        else:
            raise AssertionError("offered by who reads it no more")
