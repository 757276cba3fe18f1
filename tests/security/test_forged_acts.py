"""Class 9: acts in the name of another party, in SQL without the services.

Consents, tasks, handovers, decisions, closings, leavings. Within a party the services decide who may act; between
parties the database does.
"""

from typing import Final
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app.identity import secrets
from tests.factories import messages, tasks
from tests.factories.closings import declare, to_trial
from tests.factories.team import Person, Team, member_form, party_form, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser

BY_POLICY: Final = "row-level security"


async def test_request_is_never_inserted_with_an_answer(team: Team) -> None:
    ask = (
        "insert into consents (id, jit, use, asker, asker_party, asked_party, words, state, requested_at, due_at, due_zone,"
        " answered_at, answered_by, version)"
        " select gen_random_uuid(), :jit, 'question', :seat, :party, p.id, 'x', :state, now(), now() + interval '1 day',"
        " 'UTC', case when :answered then now() end, case when :answered then m.id end, 1"
        " from parties p join members m on m.party = p.id and m.code = 'NL-02' where p.code = 'NL'"
    )
    assert await attempt(team, "lena", ask, state="requested", answered=False) == 1
    for state, answered in (("granted", True), ("granted", False), ("requested", True)):
        with pytest.raises(DBAPIError, match=BY_POLICY):
            await attempt(team, "lena", ask, state=state, answered=answered)


async def test_task_is_accepted_by_its_own_party_alone(team: Team) -> None:
    task = UUID((await tasks.propose(team))["id"])
    noor = await seat_of(team, "noor")
    accept = "update tasks set state = 'open', accepted_at = now(), accepted_by = :whose where id = :task"
    for whose in (noor.id, (await seat_of(team, "lena")).id):
        with pytest.raises(DBAPIError, match="another party accepts"):
            await attempt(team, "coordinator", accept, task=task, whose=whose)
    jonas = await seat_of(team, "jonas")
    give = (
        "update tasks set assignee = :whom, assignee_party = :whose, state = 'open', accepted_at = now(),"
        " accepted_by = :by where id = :task"
    )
    for by in (None, jonas.id):
        with pytest.raises(DBAPIError, match="another party accepts"):
            await attempt(team, "coordinator", give, task=task, whom=jonas.id, whose=jonas.party, by=by)
    read_json(await tasks.change(team, "lena", await tasks.seen(team, "lena", {"id": str(task)}), state="open"))
    follow = (
        "insert into tasks (id, jit, number, title, state, priority, assigner, assigner_party, assignee, assignee_party,"
        " accepted_at, accepted_by, created_at, state_changed_at, updated_at, party_since, version, predecessor)"
        " select gen_random_uuid(), jit, 'T-AAAAAA', 'x', 'open', priority, {parties}, now(), now(), now(), now(), 1, id from tasks"
        " where id = :task"
    )
    same = "assigner, assigner_party, assignee, assignee_party, accepted_at, accepted_by"
    assert await attempt(team, "coordinator", follow.format(parties=same), task=task) == 1
    for who, parties in (
        ("jonas", "assigner, assigner_party, :seat, :party, accepted_at, accepted_by"),
        ("coordinator", f":seat, :party, '{jonas.id}', '{jonas.party}', now(), null"),
    ):
        with pytest.raises(DBAPIError, match=BY_POLICY):
            await attempt(team, who, follow.format(parties=parties), task=task)


async def test_closing_needs_the_agreement_of_every_party(team: Team) -> None:
    await to_trial(team)
    read_json(await declare(team), 201)
    taken_back = "update closings set withdrawn_by = :seat, withdrawn_at = now()"
    for who in ("daan", "lena", "auditor", "ines"):
        assert await attempt(team, who, taken_back) == 0, who
    with pytest.raises(DBAPIError, match="a leader of every party agrees first"):
        await attempt(team, "admin", "select close_team(id) from closings")
    agreed = "insert into closing_assents (closing, seat, jit, party, agreed_at) select id, :seat, jit, :party, now() from closings"
    for who in ("daan", "auditor"):
        with pytest.raises(DBAPIError, match=BY_POLICY):
            await attempt(team, who, agreed)


async def test_party_that_left_does_not_return(team: Team) -> None:
    async with as_superuser(team) as superuser:
        await superuser.execute("update parties set status = 'left' where code = 'FR'")
    with pytest.raises(DBAPIError, match="does not come back"):
        await attempt(team, "admin", "update parties set status = 'active' where code = 'FR'")


async def test_party_corrects_its_own_decisions_alone(team: Team) -> None:
    channel = await messages.everybody(team)
    decision = await messages.decide(team, "noor", channel)
    own = "select 1 where is_own_decision(:message, :channel)"
    ids = {"message": UUID(decision["id"]), "channel": UUID(channel["id"])}
    assert [await attempt(team, who, own, **ids) for who in ("noor", "daan", "jonas", "lena")] == [1, 1, 0, 0]


async def test_stored_digest_of_a_code_creates_no_account(team: Team) -> None:
    read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
    form = member_form("pilar@es.test", Person("ES", "POL", ("leader",)))
    code = read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)["one_time_code"]
    steal = (
        "select 1 from (select accept_invitation(gen_random_uuid(), m.email, {}, 'x', 'en', 'UTC') as name"
        " from members m where m.email = 'pilar@es.test') found where name is not null"
    )
    for digest in ("encode(m.one_time_code_hash, 'hex')", "encode(m.one_time_code_hash, 'escape')", ":code"):
        binds = {"code": code} if digest == ":code" else {}  # with its hyphens, as it is never digested
        assert await attempt(team, "lena", steal.format(digest), **binds) == 0, digest
    assert await attempt(team, "lena", steal.format(":code"), code=secrets.normalised_code(code)) == 1
