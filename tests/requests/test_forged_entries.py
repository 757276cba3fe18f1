"""Legal requests and notices: a ledger entry admits only the change that it states, whatever a member writes past the services."""

from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.requests.connections import Connection
from app.ledger import journal
from app.ledger.facts.fact import Fact
from app.ledger.facts.requests import notices as notice_facts
from app.ledger.facts.requests import requests as facts
from app.services.requests.drafting import NewItem
from tests.factories import notices
from tests.factories.requests import create, move_item, release, see, seen, sent
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import seat_of

STATED: Final = "stands in its ledger, with its values"
POLICY: Final = "row-level security"
LATE: Final = "2090-01-01T00:00:00.000000Z"


class Forger:
    """Writes entries and rows about one request in the name of a member, past the services."""

    def __init__(self, team: Team, request: dict[str, Any]) -> None:
        self.team = team
        self.about = {"request": UUID(request["id"]), "number": request["number"]}

    async def refused(self, fact: Fact, statement: str, why: str, **binds: Any) -> None:
        """Demand that the database refuses a statement in a transaction with this entry."""
        with pytest.raises(DBAPIError, match=why):
            await self._write(fact, statement, binds)

    async def _write(self, fact: Fact, statement: str, binds: dict[str, Any]) -> None:
        seat = await seat_of(self.team, "noor")
        values = {"jit": seat.jit, "party": seat.party, "seat": seat.id, "request": self.about["request"]} | binds
        async with self.team.context.database.writing(seat.requester) as session:
            await session.execute(text(statement), values)
            await journal.append(session, seat, fact)

    async def fields(self) -> dict[str, Any]:
        """Return what every fact about the request has."""
        seat = await seat_of(self.team, "noor")
        return self.about | {"hearing": ((seat.party, None),)}


ADDRESS: Final = (
    "insert into request_items (id, jit, request, party, place, kind, data_category, identifier_kind, identifier, port,"
    " source_line, identifier_confirmed, state, since_at) values (gen_random_uuid(), :jit, :request, :party, 9, 'data',"
    " 'SUBSCRIBER', 'ip', '203.0.113.9', :port, :line, :confirmed, 'open', now())"
)
MOVE: Final = (
    "insert into request_moves (id, jit, request, party, seat, former, state, occurred_at, recorded_at)"
    " values (gen_random_uuid(), :jit, :request, :party, :seat, 'SENT', 'CLOSED', {at}, {recorded})"
)
ITEM: Final = (
    "insert into request_items (id, jit, request, party, place, kind, description, state, since_at)"
    " values (gen_random_uuid(), :jit, :request, :party, 9, 'measure', 'Something else', 'open', now())"
)


async def test_entry_about_a_move_admits_no_other_move(team: Team) -> None:
    forger = Forger(team, request := await sent(team))
    stated: dict[str, Any] = {
        "former": "SENT",
        "state": "ACKNOWLEDGED",
        "reason": None,
        "occurred_at": clock.rfc3339(clock.now()),
    }
    moved = facts.RequestMoved(**await forger.fields(), **stated)
    await forger.refused(moved, "update requests set state = 'CLOSED', since_at = now() where id = :request", STATED)
    await forger.refused(moved, MOVE.format(at="now()", recorded="now()"), STATED)
    later = facts.RequestMoved(**await forger.fields(), **stated | {"occurred_at": LATE})
    acknowledge = (
        "update requests set state = 'ACKNOWLEDGED', since_at = now() + interval '60 years' where id = :request"
    )
    await forger.refused(later, acknowledge, POLICY)
    late = "now() + interval '60 years'"
    await forger.refused(later, MOVE.format(at=late, recorded=late), POLICY)
    item = facts.RequestItemMoved(
        **await forger.fields(), **stated, item=UUID(request["items"][0]["id"]), item_number=1, ground=None
    )
    await forger.refused(item, "update request_items set state = 'refused' where request = :request", STATED)
    assert (await seen(team, "noor", request))["state"] == "SENT"


async def test_entry_about_a_change_admits_what_it_states_and_nothing_else(team: Team) -> None:
    draft, request = Forger(team, await create(team)), Forger(team, await sent(team))
    empty = facts.RequestChanged(**await draft.fields(), changes={})
    await draft.refused(empty, "update request_contents set facts = 'Other' where request = :request", STATED)
    await draft.refused(empty, ITEM, STATED)
    await draft.refused(empty, "delete from request_items where request = :request", STATED)
    named = NewItem("data", "SUBSCRIBER", "ip", "203.0.113.9", connection=Connection(port=20480, source_line="a"))
    asked = facts.RequestChanged(
        **await draft.fields(), changes={"requested_items": {"from": [], "to": [named.as_fields()]}}
    )
    for port, line, confirmed in ((20481, "a", False), (20480, "b", False), (20480, "a", True)):
        told = {"port": port, "line": line, "confirmed": confirmed}
        await draft.refused(asked, ADDRESS, STATED, **told)
    changes = {"facts": {"from": "Sign-ins to the panel of the marketplace.", "to": "Other"}}
    stated = facts.RequestChanged(**await request.fields(), changes=changes)
    await request.refused(stated, "update request_contents set facts = 'Third' where request = :request", STATED)
    await request.refused(stated, ITEM, STATED)
    await request.refused(stated, "delete from request_items where request = :request", STATED)


async def test_deadline_moves_only_with_an_entry_that_states_both_times(team: Team) -> None:
    forger = Forger(team, request := await sent(team))
    told = read_json(await move_item(team, "noor", request, "preserved"))["clocks"][0]
    about = await forger.fields() | {"deadline": UUID(told["id"]), "rule": told["rule"], "item_number": 1}
    postpone = "update request_deadlines set due_at = '2090-01-01T00:00:00Z' where id = :deadline"
    deadline = {"deadline": about["deadline"]}
    for kind in (facts.RequestDeadlineNear, facts.RequestDeadlineMissed):
        await forger.refused(kind(**about, due_at=LATE), postpone, STATED, **deadline)
    stated: dict[str, Any] = {"change": "extended", "reason": None}
    was = facts.RequestDeadlineChanged(**about, **stated, due_at=told["due_at"], former=told["due_at"])
    await forger.refused(was, postpone, STATED, **deadline)
    ended = facts.RequestDeadlineEnded(**about, due_at=LATE, outcome="void")
    end = ", ended_at = now(), outcome = 'void', alarm_at = null where id = :deadline"
    await forger.refused(ended, postpone.replace(" where id = :deadline", end), STATED, **deadline)


async def test_entry_about_a_step_or_release_admits_no_other(team: Team) -> None:
    forger = Forger(team, request := await sent(team))
    about, one = await forger.fields(), uuid4()
    step: dict[str, Any] = {
        "transmission": one,
        "authority": "Ministry of Justice",
        "country": "US",
        "channel": None,
        "receipt": None,
    }
    insert = (
        "insert into request_transmissions (id, jit, request, party, seat, authority, country, arrived_at, recorded_at)"
        " values (:one, :jit, :request, :party, :seat, 'Somebody else', 'US', now(), now())"
    )
    transmitted = facts.RequestTransmitted(**about, **step, arrived_at=clock.rfc3339(clock.now()))
    await forger.refused(transmitted, insert, STATED, one=one)
    insert = (
        "insert into request_releases (id, jit, request, party, recipient, level, released_by, released_at)"
        " select :one, :jit, :request, :party, id, 'content', :seat, now() from parties where code = '{}'"
    )
    for code, level in (("FR", "content"), ("DE", "existence")):
        released = facts.RequestReleased(**about, release=one, party="DE", level=level, instrument="BUDAPEST_29")
        await forger.refused(released, insert.format(code), STATED, one=one)
    assert (await see(team, "claire", request)).status_code == 404
    assert read_json(await release(team, "noor", request, "FR"))["releases"][0]["party"] == "FR"


async def test_entry_about_a_notice_admits_no_other_release_or_move(team: Team) -> None:
    forger = Forger(team, notice := await notices.create(team))
    seat = await seat_of(team, "noor")
    about: dict[str, Any] = {
        "notice": UUID(notice["id"]),
        "number": notice["number"],
        "hearing": ((seat.party, None),),
    }
    insert = (
        "insert into notice_releases (id, jit, notice, party, recipient, released_by, released_at)"
        " select :one, :jit, :request, :party, id, :seat, now() from parties where code = 'FR'"
    )
    released = notice_facts.NoticeReleased(**about, release=(one := uuid4()), party="DE", colour="GREEN")
    await forger.refused(released, insert, STATED, one=one)
    stated: dict[str, Any] = {
        "former": "draft",
        "state": "checked",
        "ground": None,
        "occurred_at": clock.rfc3339(clock.now()),
        "reason": None,
    }
    moved = notice_facts.NoticeMoved(**about, **stated)
    await forger.refused(moved, "update notices set state = 'published' where id = :request", STATED)
    move = (
        "insert into notice_moves (id, jit, notice, party, seat, former, state, occurred_at, recorded_at)"
        " values (gen_random_uuid(), :jit, :request, :party, :seat, 'draft', 'published', now(), now())"
    )
    await forger.refused(moved, move, STATED)
    assert (await notices.see(team, "claire", notice)).status_code == 404
    assert read_json(await notices.release(team, "noor", notice, "FR"))["releases"][0]["party"] == "FR"
