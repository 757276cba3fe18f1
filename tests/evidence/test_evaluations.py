"""The evaluation of an exhibit: stated by its provider, X4 without one, changed by nobody else, read from `readable` on."""

from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import custody, place, register, release, see, try_register, values
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

X4 = {"source": "X", "information": "4", "scheme": None, "value": None}
B2 = {"source": "B", "information": "2", "scheme": "NATO", "value": "B2"}


async def assess(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    form = {"source": "A", "information": "1", "reason": "The host confirmed it"} | changes
    condition = {"If-Match": f'"{exhibit["version"]}"'}
    return await team.client(who).post(place(team, exhibit, "/evaluation"), json=form, headers=condition)


async def test_is_x4_where_the_provider_says_nothing(team: Team) -> None:
    exhibit = await register(team, "daan")
    assert exhibit["evaluation"] == X4
    assert len(await custody(team, "daan", exhibit)) == 1, "nothing was assessed"


async def test_keeps_the_assessment_of_another_scheme_as_it_was_made(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE", "readable"), evaluation=B2)
    assert exhibit["evaluation"] == B2
    assert read_json(await see(team, "lena", exhibit))["evaluation"] == B2
    stated = (await custody(team, "lena", exhibit))[1]
    assert (stated["kind"], values(stated)["evaluation"]) == ("evidence.evaluated", B2)
    for half in ({"scheme": "NATO"}, {"value": "B2"}):
        refused = await try_register(team, evaluation=half)
        assert refused.status_code == 422
        assert [one["field"] for one in refused.json()["errors"]] == ["evaluation.value"]
    for wrong in ({"source": "D"}, {"information": "5"}, {"information": 4}):
        assert (await try_register(team, evaluation=wrong)).status_code == 422, wrong


async def test_is_changed_by_its_provider_with_a_reason(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE", "readable"))
    changed = read_json(await assess(team, "daan", exhibit))
    assert (changed["evaluation"]["source"], changed["evaluation"]["information"]) == ("A", "1")
    assert changed["version"] == exhibit["version"] + 1
    entry = (await custody(team, "lena", exhibit))[-1]
    assert (entry["kind"], entry["led"]) == ("evidence.evaluated", "alteration")
    assert values(entry)["former"] == X4
    assert values(entry)["reason"] == "The host confirmed it"
    assert (await assess(team, "noor", exhibit)).status_code == 412
    again = read_json(await assess(team, "noor", changed))
    assert again["version"] == changed["version"], "nothing changed"
    left_out = {"source": "A", "reason": "x"}
    path, condition = place(team, exhibit, "/evaluation"), {"If-Match": '"2"'}
    assert (await team.client("noor").post(path, json=left_out, headers=condition)).status_code == 422


async def test_is_not_changed_by_who_receives_it(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    for who in ("jonas", "lena"):
        refused = await assess(team, who, exhibit)
        assert (refused.status_code, refused.json()["code"]) == (403, "originator-only"), who
    assert (await assess(team, "claire", exhibit)).status_code == 404
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(
            team, "jonas", "update provenances set evaluation_source = 'A' where evidence = :e", e=exhibit["id"]
        )
    assert read_json(await see(team, "noor", exhibit))["evaluation"] == X4


async def test_is_read_from_readable_on(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE", "listed"), evaluation=B2)
    read_json(await assess(team, "noor", exhibit))
    assert read_json(await see(team, "lena", exhibit))["evaluation"] is None
    entries = await custody(team, "lena", exhibit)
    assert [entry["kind"] for entry in entries].count("evidence.evaluated") == 2
    assert all("evaluation" not in values(entry) and "former" not in values(entry) for entry in entries)
