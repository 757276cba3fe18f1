"""What is done to an exhibit at the very moment of a hold, or of its erasure: each waits for the other, and the later one is refused."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.custody_states import CustodyEvent, custody_after
from app.ledger import journal
from app.ledger.facts import CustodyDestroyed
from app.services.custody import physical_custody
from app.services.custody.event_time import EventDetails
from app.services.evidence import exhibit_changes
from app.services.retention import holds
from tests.evidence.test_acquisitions import INSERT
from tests.factories import acquisitions, retention
from tests.factories.evidence import custody, kinds, register
from tests.factories.physical_custody import act, thing, where
from tests.factories.team import Team, read_json
from tests.sharing.test_release_races import leading
from tests.support.databases.as_seat import attempt
from tests.support.waiting import until_somebody_waits

DESTROYED: Final[Mapping[str, Any]] = {"method": "Shredded", "receipt": "D 12"}


async def test_a_hold_waits_for_who_destroys_and_comes_after_it(team: Team) -> None:
    exhibit = await thing(team)
    read_json(await act(team, "noor", exhibit, "stored"), 201)
    async with leading(team) as (session, seat):
        context = await physical_custody.lock_to_record(session, seat, UUID(exhibit["id"]), 2)
        after = custody_after(CustodyEvent.DESTROYED, context.current, {}, seat)
        await physical_custody.save(session, context, after, None)
        setting = asyncio.create_task(retention.hold(team, "noor", exhibit))
        await until_somebody_waits(team.context.database)
        assert not setting.done(), "nobody is told that it is kept"
        fact = CustodyDestroyed(
            evidence=context.exhibit.id,
            by="B",
            witnessed_by=None,
            place=None,
            **DESTROYED,
            **EventDetails().as_fields(),
        )
        await journal.append(session, seat, fact)
    read_json(await setting, 201)
    told = [one for one in kinds(await custody(team, "noor", exhibit)) if one in {"custody.destroyed", "hold.set"}]
    assert told == ["custody.destroyed", "hold.set"]


async def test_who_destroys_waits_for_a_hold_and_is_refused(team: Team) -> None:
    exhibit = await thing(team)
    read_json(await act(team, "noor", exhibit, "stored"), 201)
    async with leading(team) as (session, seat):
        await holds.set_hold(session, seat, UUID(exhibit["id"]), holds.Order("Rechtbank", "1", "x"))
        destroying = asyncio.create_task(act(team, "noor", exhibit, "destroyed", version=2))
        await until_somebody_waits(team.context.database)
    refused = await destroying
    assert (refused.status_code, refused.json()["code"]) == (409, "on-hold")
    assert (await where(team, "noor", exhibit))["standing"] == "stored"


async def test_nothing_is_recorded_of_what_is_erased_at_this_moment(team: Team) -> None:
    """Its examiner's name would have stood on the stub for ever."""
    exhibit = await register(team, "noor")
    await retention.make_due(team, exhibit)
    async with leading(team) as (session, _):
        begun = text("select begin_erasure(:evidence, 'review', 'x')")
        assert await session.scalar(begun, {"evidence": UUID(exhibit["id"])})
        recording = asyncio.create_task(acquisitions.record(team, "noor", exhibit))
        writing = asyncio.create_task(attempt(team, "noor", INSERT, e=exhibit["id"]))
        await until_somebody_waits(team.context.database)
        await asyncio.sleep(0.2)  # for both
    refused = await recording
    assert (refused.status_code, refused.json()["code"]) == (409, "erased")
    with pytest.raises(DBAPIError, match="the exhibit is erased"):
        await writing
    assert await acquisitions.records(team, "noor", exhibit) == []


async def test_nor_of_what_is_withdrawn_at_this_moment(team: Team) -> None:
    exhibit = await register(team, "noor")
    async with leading(team) as (session, seat):
        await exhibit_changes.withdraw(session, seat, UUID(exhibit["id"]), expected=1, reason="Unlawful")
        recording = asyncio.create_task(acquisitions.record(team, "noor", exhibit))
        await until_somebody_waits(team.context.database)
    refused = await recording
    assert (refused.status_code, refused.json()["code"]) == (409, "withdrawn")
    assert await acquisitions.records(team, "noor", exhibit) == []
