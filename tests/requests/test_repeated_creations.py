"""A request, a notice or a hearing that is sent again under the same idempotency key is created once."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

from tests.factories import hearings, notices, requests
from tests.factories.team import Team, read_json
from tests.support.databases.probes import BY_POLICY, Probe, run_probes

CREATIONS = (
    ("/requests", requests.form, "title", "request.drafted"),
    ("/notices", notices.form, "reference", "notice.drafted"),
    ("/hearings", hearings.form, "title", "hearing.created"),
)
INSERT_REQUEST = (
    "insert into idempotency_records (seat, key, jit, said, request, sent_at)"
    " values (:seat, :key, :jit, :key, :request, statement_timestamp())"
)
INSERT_NOTICE = (
    "insert into idempotency_records (seat, key, jit, said, notice, sent_at)"
    " values (:seat, :key, :jit, :key, :notice, statement_timestamp())"
)


async def _created(team: Team, who: str, path: str, form: dict[str, Any], key: str) -> Any:
    return await team.client(who).post(team.path(path), json=form, headers={"Idempotency-Key": key})


async def test_creation_sent_again_under_its_key_is_done_once(team: Team) -> None:
    made = dict[str, dict[str, Any]]()
    for path, form, changed, kind in CREATIONS:
        key = str(uuid4())
        first = made[path] = read_json(await _created(team, "noor", path, form(), key), 201)
        assert read_json(await _created(team, "noor", path, form(), key), 201)["id"] == first["id"], path
        assert len(await team.entries("noor", kind)) == 1, path
        other = await _created(team, "noor", path, form(**{changed: "Another"}), key)
        assert (other.status_code, other.json()["code"]) == (409, "key-used"), path
        assert read_json(await _created(team, "daan", path, form(), key), 201)["id"] != first["id"], (
            "a key is one member's"
        )
        malformed = await _created(team, "noor", path, form(), "1")
        assert (malformed.status_code, malformed.json()["errors"][0]["field"]) == (400, "Idempotency-Key"), path
    gone = hearings.place(
        team, read_json(await _created(team, "noor", "/hearings", hearings.form(), key := str(uuid4())), 201)
    )
    assert (await team.client("noor").request("DELETE", gone, json={"reason": "Cancelled"})).status_code == 204
    again = await _created(team, "noor", "/hearings", hearings.form(), key)
    assert again.status_code == 404, "a deleted hearing is not created again"
    assert len(await team.entries("noor", "hearing.created")) == 3, "two of noor, one of daan"
    binds = {"key": bytes(32)} | {name: UUID(made[f"/{name}s"]["id"]) for name in ("request", "notice")}
    statements = (INSERT_REQUEST, INSERT_NOTICE)
    hidden = [Probe("lena", statement, BY_POLICY, binds) for statement in statements]
    await run_probes(team, [*hidden, *(Probe("noor", statement, 1, binds) for statement in statements)])


async def test_creation_sent_at_the_same_time_under_one_key_is_done_once(team: Team) -> None:
    """Four at once are answered alike; four under one key that say different things make one, and the others are told."""
    for path, form, changed, kind in CREATIONS:
        key, other = str(uuid4()), str(uuid4())
        alike = await asyncio.gather(*(_created(team, "noor", path, form(), key) for _ in range(4)))
        assert len({read_json(one, 201)["id"] for one in alike}) == 1, path
        forms = [form(**{changed: f"Number {place}"}) for place in range(4)]
        answers = await asyncio.gather(*(_created(team, "noor", path, one, other) for one in forms))
        assert sorted(one.status_code for one in answers) == [201, 409, 409, 409], path
        assert len(await team.entries("noor", kind)) == 2, path
