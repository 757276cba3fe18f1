"""Acquisition records: written once by who keeps the exhibit, corrected by new ones, compared with what is stored, never silently."""

import hashlib
from typing import Any, Final

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.acquisitions import FORM, record, records
from tests.factories.evidence import TEXT, alike, custody, kinds, place, register, release, upload, values
from tests.factories.retention import withdraw
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

SHA256: Final = hashlib.sha256(TEXT).hexdigest()
INSERT: Final = """
    insert into acquisitions (id, jit, evidence, recorded_by, recorded_at, tool, tool_version, examiner, started_at, ended_at, zone, hashes)
    values (gen_random_uuid(), :jit, :e, :seat, now(), 'x', 'x', 'x', now(), now(), 'UTC', '[]')
"""


def told(value: str, of: str = "container", algorithm: str = "sha256") -> dict[str, Any]:
    return {"algorithm": algorithm, "value": value, "of": of}


async def test_every_value_is_a_field_of_its_own_read_by_who_reads_how_it_was_obtained(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE", "readable"), release("FR", "listed"))
    made = read_json(await record(team, "daan", exhibit), 201)
    assert {name: made[name] for name in FORM} == FORM | {
        "started_at": "2026-05-16T08:05:00.000000Z",
        "ended_at": "2026-05-16T12:41:30.000000Z",
        "hashes": [FORM["hashes"][0] | {"compared": "not_compared"}],
    }
    assert (made["recorded_by"], made["corrects"], made["corrected_by"]) == (team.code("daan"), None, None)
    for who, seen in (("noor", 1), ("jonas", 1), ("lena", 1), ("claire", 0), ("hugo", 0)):
        assert len(await records(team, who, exhibit)) == seen, who
    entry = (await custody(team, "jonas", exhibit))[-1]
    assert (entry["kind"], entry["led"]) == ("acquisition.recorded", "collection")
    fields = values(entry)
    assert {name: fields[name] for name in FORM} == FORM | {name: made[name] for name in ("started_at", "ended_at")}
    (heard,) = [one for one in await custody(team, "claire", exhibit) if one["kind"] == "acquisition.recorded"]
    assert set(values(heard)) & set(FORM) == set(), "that it was recorded, and nothing of it"


async def test_the_tools_hash_is_compared_with_what_is_stored_each_time_it_is_read(team: Team) -> None:
    exhibit = await register(team)
    hashes = [told(SHA256), told("cd" * 32), told("ef" * 32, "medium"), told("ab" * 16, "medium", "md5")]
    made = read_json(await record(team, "noor", exhibit, hashes=hashes), 201)
    assert [one["compared"] for one in made["hashes"]] == ["no_file", "no_file", "no_file", "not_compared"]
    await upload(team, "noor", exhibit, b"apart", declared="ab" * 32)
    (before,) = await records(team, "noor", exhibit)
    assert before["hashes"][0]["compared"] == "no_file", "what is kept apart is no part of the exhibit"
    await upload(team, "noor", exhibit)
    (after,) = await records(team, "noor", exhibit)
    assert [one["compared"] for one in after["hashes"]] == ["same", "differs", "of_the_medium", "not_compared"]


async def test_is_corrected_by_a_new_record_once_and_what_was_said_stays(team: Team) -> None:
    exhibit, other = await register(team, "noor", release("DE")), await register(team)
    first = read_json(await record(team, "noor", exhibit), 201)
    elsewhere = read_json(await record(team, "noor", other), 201)
    fix = {"corrects": first["id"], "reason": "The serial number was misread", "serial": "S6PNNS0T412346K"}
    second = read_json(await record(team, "bram", exhibit, **fix), 201)
    assert [(one["id"], one["corrected_by"]) for one in await records(team, "jonas", exhibit)] == [
        (first["id"], second["id"]),
        (second["id"], None),
    ]
    entry = (await custody(team, "jonas", exhibit))[-1]
    assert (entry["kind"], entry["led"]) == ("acquisition.corrected", "alteration")
    assert (values(entry)["corrects"], values(entry)["reason"]) == (first["id"], fix["reason"])
    again = await record(team, "noor", exhibit, **fix)
    assert (again.status_code, again.json()["code"]) == (409, "corrected")
    for wrong in (elsewhere["id"], str(clock.new_id())):
        answer = await record(team, "noor", exhibit, **(fix | {"corrects": wrong}))
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "corrects")
    for half in ({"corrects": second["id"]}, {"reason": "x"}):
        assert (await record(team, "noor", exhibit, **half)).json()["errors"][0]["field"] == "reason"
    assert kinds(await custody(team, "noor", exhibit)).count("acquisition.corrected") == 1


async def test_is_the_keepers_own_and_of_what_happened(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    for who, code in (
        ("jonas", "originator-only"),
        ("lena", "originator-only"),
        ("auditor", "role-may-not"),
        ("sofia", "role-may-not"),
    ):
        refused = await record(team, who, exhibit)
        assert (refused.status_code, refused.json()["code"]) == (403, code), who
    hidden, absent = await record(team, "claire", exhibit), await record(team, "claire", {"id": str(clock.new_id())})
    assert (alike(hidden, absent), hidden.status_code) == (True, 404)
    assert (await team.client("claire").get(place(team, exhibit, "/acquisitions"))).status_code == 404
    for field, changes in (
        ("ended_at", {"ended_at": "2026-05-16T10:04:59+02:00"}),
        ("started_at", {"started_at": "2099-01-01T00:00:00Z", "ended_at": "2099-01-01T00:00:00Z"}),
        ("zone", {"zone": "Central Europe"}),
        ("tool", {"tool": " "}),
        ("hashes.0.value", {"hashes": [told("ab")]}),
        ("bad_sectors", {"bad_sectors": -1}),
    ):
        answer = await record(team, "noor", exhibit, **changes)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    await withdraw(team, exhibit)
    assert (await record(team, "noor", exhibit)).json()["code"] == "withdrawn"
    assert await records(team, "noor", exhibit) == []


async def test_the_database_takes_it_from_the_keepers_people_alone_and_changes_nothing(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"), release("FR", "listed"))
    read_json(await record(team, "noor", exhibit), 201)
    for who in ("jonas", "lena", "claire", "auditor", "jit_auditor", "coordinator"):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, INSERT, e=exhibit["id"])
    anothers = INSERT.replace(":seat", "(select id from members where code = 'NL-03')")
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "noor", anothers, e=exhibit["id"])
    for statement in ("update acquisitions set serial = 'x'", "delete from acquisitions"):
        with pytest.raises(DBAPIError):
            await attempt(team, "noor", statement)
    for who, rows in (("noor", 1), ("lena", 1), ("claire", 0), ("auditor", 0), ("jit_auditor", 0)):
        assert await attempt(team, who, "select 1 from acquisitions") == rows, who
