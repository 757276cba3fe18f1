"""Labels: printing is an act, a code leads who may see the exhibit to it, and tells nobody else that there is one."""

from typing import Any

import httpx
import pytest
import segno
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.evidence import alike, custody, kinds, recall, register, release, values
from tests.factories.retention import erase, erased, withdraw
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

UNKNOWN = "ZZZZ-ZZZZ-ZZZZ"


async def print_labels(team: Team, who: str, *exhibits: dict[str, Any], copies: int = 1) -> httpx.Response:
    form = {"evidence": [one["id"] for one in exhibits], "copies": copies}
    return await team.client(who).post(team.path("/labels"), json=form)


async def find(team: Team, who: str, code: str) -> httpx.Response:
    return await team.client(who).get(team.path(f"/find/{code}"))


async def test_bears_a_number_and_a_code_and_is_an_act(team: Team) -> None:
    first, second = await register(team, "noor", release("DE")), await register(team)
    made = read_json(await print_labels(team, "daan", second, first, copies=3), 201)["items"]
    assert [one["exhibit_number"] for one in made] == [second["exhibit_number"], first["exhibit_number"]]
    assert set(made[0]) == {"evidence", "exhibit_number", "code", "url", "modules", "path"}, "no title: it lies about"
    plain = made[0]["code"].replace("-", "")
    assert made[0]["url"] == f"{team.context.settings.allowed_origins[0]}/find/{plain}"
    drawn = segno.make_qr(made[0]["url"], error="q", boost_error=False)
    assert made[0]["modules"] == len(drawn.matrix)
    dark = {(x, y) for y, row in enumerate(drawn.matrix) for x, module in enumerate(row) if module}
    assert modules(made[0]["path"]) == dark
    again = read_json(await print_labels(team, "jonas", first), 201)["items"]
    assert again[0]["code"] == made[1]["code"], "what is printed stays true"
    entries = [one for one in await custody(team, "noor", first) if one["kind"] == "evidence.labelled"]
    assert [(one["seat"], values(one)["labels"], one["led"]) for one in entries] == [
        (team.code("daan"), 3, "other"),
        (team.code("jonas"), 1, "other"),
    ]
    assert kinds(await custody(team, "jonas", first)).count("evidence.labelled") == 1, "its own, and not the keeper's"


def modules(path: str) -> set[tuple[int, int]]:
    """The dark modules that a path covers."""
    found = set()
    for run in path.split("z")[:-1]:
        x, _, rest = run.removeprefix("M").partition(" ")
        y, _, width = rest.partition("h")
        found |= {(int(x) + step, int(y)) for step in range(int(width.split("v")[0]))}
    return found


async def test_leads_who_may_see_it_there_however_it_was_typed(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE", "listed"))
    (label,) = read_json(await print_labels(team, "noor", exhibit), 201)["items"]
    for typed in (
        label["code"],
        label["code"].lower(),
        label["code"].replace("-", " "),
        exhibit["exhibit_number"],
        exhibit["exhibit_number"].lower(),
    ):
        for who in ("noor", "lena", "auditor", "jit_auditor"):
            assert read_json(await find(team, who, typed)) == {
                "evidence": exhibit["id"],
                "exhibit_number": exhibit["exhibit_number"],
            }


async def test_is_for_everybody_else_as_one_that_nobody_made(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    (label,) = read_json(await print_labels(team, "noor", exhibit), 201)["items"]
    unknown = await find(team, "claire", UNKNOWN)
    assert unknown.status_code == 404
    for code in (label["code"], exhibit["exhibit_number"], "NL-2026-ZZZZZZZZ", "%25", "x" * 100):
        assert alike(await find(team, "claire", code), unknown), code
    assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
    assert alike(await find(team, "lena", label["code"]), await find(team, "lena", UNKNOWN))
    with_hidden = await print_labels(team, "claire", exhibit)
    with_absent = await print_labels(team, "claire", {"id": str(clock.new_id())})
    assert (alike(with_hidden, with_absent), with_hidden.status_code) == (True, 404)


async def test_is_made_by_those_who_work_with_it_and_by_all_or_none(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    for who in ("auditor", "jit_auditor", "coordinator", "sofia", "admin"):
        refused = await print_labels(team, who, exhibit)
        assert (refused.status_code, refused.json()["code"]) == (403, "role-may-not"), who
    assert (await print_labels(team, "noor", exhibit, {"id": str(clock.new_id())})).status_code == 404
    forms: tuple[dict[str, Any], ...] = (
        {"evidence": []},
        {"evidence": [exhibit["id"]], "copies": 0},
        {"evidence": [exhibit["id"]], "copies": 101},
    )
    for form in forms:
        assert (await team.client("noor").post(team.path("/labels"), json=form)).status_code == 422
    await withdraw(team, exhibit)
    read_json(await print_labels(team, "noor", exhibit), 201)
    read_json(await erase(team, "noor", exhibit), 202)
    await erased(team, exhibit)
    assert (await print_labels(team, "noor", exhibit)).json()["code"] == "erased"
    assert kinds(await custody(team, "noor", exhibit)).count("evidence.labelled") == 1


async def test_the_database_shows_and_takes_no_code_of_what_a_seat_does_not_see(team: Team) -> None:
    exhibit, other = await register(team, "noor", release("DE")), await register(team)
    read_json(await print_labels(team, "noor", exhibit), 201)
    for who, rows in (("noor", 1), ("lena", 1), ("auditor", 1), ("claire", 0), ("hugo", 0), ("sofia", 0)):
        assert await attempt(team, who, "select 1 from labels") == rows, who
    insert = "insert into labels (evidence, jit, code) values (:e, :jit, 'ABCDEFGH2345')"
    for who in ("claire", "lena", "auditor", "jit_auditor"):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, insert, e=other["id"])
    (label,) = read_json(await print_labels(team, "noor", exhibit), 201)["items"]
    code = label["code"].replace("-", "")
    for wanted in ("ABCDEFGH2345", code):  # nobody chooses a code, or learns by choosing one that it is taken
        assert await attempt(team, "noor", insert.replace("ABCDEFGH2345", wanted), e=(await register(team))["id"]) == 1
    async with as_superuser(team) as superuser:
        drawn = [row["code"] for row in await superuser.fetch("select code from labels")]
    assert (len(drawn), drawn.count(code), "ABCDEFGH2345" in drawn) == (3, 1, False)
    for statement in ("update labels set code = 'ABCDEFGH2345'", "delete from labels"):
        with pytest.raises(DBAPIError):
            await attempt(team, "noor", statement)
