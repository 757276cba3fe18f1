"""What the entries of a thing in hand say of people stands while somebody has it, and goes thirty days after its way has ended."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.services.retention import erasure_jobs
from tests.audit.test_exports import keys_file, made, verify
from tests.factories import field_erasures, physical_custody
from tests.factories.evidence import custody, kinds, release, values
from tests.factories.field_erasures import entry
from tests.factories.retention import erase, erased, make_due
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser

GONE: Final = "\N{EM DASH}"
SEIZED_AT: Final = physical_custody.ACTS["seized"]["place"]
_END: Final = erasure_jobs.end_ways


async def end(team: Team) -> int:
    """A turn of the clock."""
    await team.settled()
    return await _END(team.context.database, team.context.bundles, timedelta(days=35))


async def over(team: Team, *releases: dict[str, Any]) -> dict[str, Any]:
    """A thing that Noor seized, Bram received and Noor's leader erased when its review was due, while Bram has it."""
    exhibit = await physical_custody.thing(team, *releases)
    offered = await physical_custody.offered(team, "noor", exhibit, "bram")
    read_json(await physical_custody.answer(team, "bram", offered, place="The Hague"))
    await make_due(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    await erased(team, exhibit)
    return exhibit


async def returned(team: Team, exhibit: dict[str, Any], days: int = 31) -> None:
    """Bram returns it, so many days ago."""
    read_json(await physical_custody.act(team, "bram", exhibit, "returned", to_whom="R. Vos", receipt="B 12"), 201)
    await physical_custody.age(team, exhibit, days)


async def words(team: Team, exhibit: dict[str, Any]) -> str:
    """All that rows of the thing and of its hand-overs hold."""
    query = (
        "select w::text || (select string_agg(h::text, '') from handovers h where h.evidence = w.evidence)"
        " from physical_custody w where w.evidence = $1::text::uuid"
    )
    async with as_superuser(team) as superuser:
        return str(await superuser.fetchval(query, exhibit["id"]))


async def certificates(team: Team, exhibit: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.fields_erased"]


async def waiting(team: Team) -> int | None:
    """How many things a closing of the team waits for, as their leader sees it."""
    seat = await seat_of(team, "noor")
    query = text("select many from waiting_of(:jit) where what = 'ways' and many > 0")
    async with team.context.database.reading(seat.requester) as session:
        found: int | None = await session.scalar(query, {"jit": seat.jit})
        return found


async def test_goes_thirty_days_after_the_thing_was_returned(team: Team, tmp_path: Path) -> None:
    exhibit = await over(team, release("DE"))
    assert await end(team) == 0, "Bram has it"
    assert (await entry(team, "noor", "custody.seized"))["fields"]["place"]["value"] == SEIZED_AT
    giver = (await entry(team, "noor", "custody.received"))["fields"]["giver"]["value"]
    assert giver in await words(team, exhibit)
    await returned(team, exhibit, days=29)
    assert await end(team) == 0, "a mistake would still be corrected"
    await physical_custody.age(team, exhibit, 2)
    assert [await end(team) for _ in range(2)] == [1, 0]
    first, second = await certificates(team, exhibit)
    of = {one["position"]: one["names"] for one in values(second)["erased_fields"]}
    assert not {one["position"] for one in values(first)["erased_fields"]} & set(of)
    assert "place" in of[(await entry(team, "noor", "custody.seized"))["position"]]
    assert of[(await entry(team, "noor", "custody.received"))["position"]] == ["giver", "place"]
    assert values(second)["approval"] == values(first)["approval"]
    for who in ("noor", "jonas"):
        seized = await entry(team, who, "custody.seized")
        assert "place" not in seized["fields"]
        assert seized["erased"]["place"]["position"] == second["position"]
    left = await words(team, exhibit)
    assert "The Hague" not in left
    assert giver not in left
    assert "R. Vos" in left, "said after the decision: a leader orders whether that goes"
    assert read_json(await team.client("noor").get(team.path("/ledger/health")))["alarms"] == []
    _, bundle = await made(team, "noor", exhibit, tmp_path)
    report = await asyncio.to_thread(verify, bundle, "--keys", await keys_file(team, tmp_path))
    assert report.returncode == 0, report.stdout
    assert (
        f"position {second['position']}, as decided at position {values(second)['approval']}: review" in report.stdout
    )


async def test_what_a_leader_had_erased_before_goes_from_the_rows_too(team: Team) -> None:
    """Its words are gone from the ledger by then: the rows are found by their entries."""
    exhibit = await over(team)
    received = await entry(team, "noor", "custody.received")
    giver = received["fields"]["giver"]["value"]
    for kind, names in (("custody.offered", ["giver"]), ("custody.received", ["giver", "place"])):
        position = (await entry(team, "noor", kind))["position"]
        read_json(await field_erasures.erase(team, "noor", position, *names), 202)
        await field_erasures.erased(team, "noor", position)
    assert giver in await words(team, exhibit), "Bram has it from her"
    await returned(team, exhibit)
    assert await end(team) == 1
    left = await words(team, exhibit)
    assert giver not in left
    assert "The Hague" not in left


async def test_a_team_is_not_closed_meanwhile(team: Team) -> None:
    exhibit = await over(team)
    assert await waiting(team) is None, "somebody keeps it"
    await returned(team, exhibit)
    assert await waiting(team) == 1
    assert await end(team) == 1
    assert await waiting(team) is None


async def test_when_it_was_returned_is_the_databases_own_moment(team: Team) -> None:
    exhibit = await over(team)
    early = (
        "update physical_custody set state = 'returned', seat = null, changed_at = now() - interval '31 days' where evidence = :e"
        " returning changed_at > now() - interval '1 minute'"
    )
    seat = await seat_of(team, "bram")
    with pytest.raises(DBAPIError, match="needs its ledger entry"):  # nothing but its entry lacks
        async with team.context.database.writing(seat.requester) as session:
            assert await session.scalar(text(early), {"e": exhibit["id"]})


async def test_stands_where_the_return_was_a_mistake(team: Team) -> None:
    exhibit = await over(team)
    await returned(team, exhibit)
    corrected = (await entry(team, "noor", "custody.returned"))["id"]
    mended = {"standing": "stored", "custodian": "Evidence room", "place": "Shelf 3"}
    read_json(await physical_custody.correct(team, "noor", exhibit, corrected, mended=mended), 201)
    await physical_custody.age(team, exhibit, 31)
    assert await end(team) == 0, "somebody has it again"
    assert len(await certificates(team, exhibit)) == 1


async def test_a_crash_leaves_it_whole_or_done(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    exhibit = await over(team)
    await returned(team, exhibit)
    with monkeypatch.context() as broken:
        broken.setattr(erasure_jobs, "_ERASE_WAY", text("select 1 / 0"))
        assert await end(team) == 0
    assert len(await certificates(team, exhibit)) == 1
    assert "place" in (await entry(team, "noor", "custody.seized"))["fields"]
    assert await end(team) == 1
    assert kinds(await custody(team, "noor", exhibit)).count("evidence.fields_erased") == 2


async def test_nothing_of_it_goes_past_the_database(team: Team) -> None:
    exhibit = await over(team)
    for who in ("noor", "jonas", "admin"):
        for statement in (
            "select erase_way_with(:e, :e, 1)",
            "select hold_way(:e)",
            "select * from due_ways(null, 9)",
            "update erasures set way_stands = false",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, who, statement, e=exhibit["id"])
    blank = f"update physical_custody set place = '{GONE}' where evidence = :e"  # noqa: S608 - a constant of this file
    with pytest.raises(DBAPIError, match="needs its ledger entry"):
        await attempt(team, "bram", blank, e=exhibit["id"])
    erase_with = text("select erase_way_with(:e, :t, :many)")
    of = {"e": exhibit["id"], "t": (await entry(team, "noor", "evidence.registered"))["id"], "many": 3}
    async with team.context.database.engine() as engine:
        with pytest.raises(DBAPIError, match="the custody of this item has not ended"):
            await engine.execute(erase_with, of)
    await returned(team, exhibit)
    with pytest.raises(DBAPIError, match="changes only by a correction"):
        await attempt(team, "bram", blank, e=exhibit["id"])
    for many, why in ((3, "without its certificate"), (0, "names other fields")):
        async with team.context.database.engine() as engine:
            with pytest.raises(DBAPIError, match=why):
                await engine.execute(erase_with, of | {"many": many})
    assert await end(team) == 1
    async with team.context.database.engine() as engine:
        with pytest.raises(DBAPIError, match="the custody of this item has not ended"):  # and once
            await engine.execute(erase_with, of)
