"""Nothing is shared for the first time before somebody checked it for privileged material, whichever way it goes."""

from typing import Any

import httpx

from tests.factories import case_document
from tests.factories.evidence import custody, form, grant, recall, register, release, see, try_register, values
from tests.factories.sharing.access_rules import rule
from tests.factories.sharing.consents import ask, do
from tests.factories.sharing.privilege_review import named
from tests.factories.team import Team, read_json

UNCHECKED: dict[str, Any] = {"privilege_checked": False}


def refusal(answer: httpx.Response) -> tuple[int, str, str]:
    problem = answer.json()
    return answer.status_code, problem["code"], problem["errors"][0]["field"]


REFUSED = (422, "privilege-unchecked")


async def test_registration_that_shares_names_the_missing_check(team: Team) -> None:
    shared = {"releases": [release("DE")]} | UNCHECKED
    assert refusal(await try_register(team, **shared)) == (*REFUSED, "privilege_checked")
    items = [form(**UNCHECKED), form(**shared)]
    bulk = await team.client("noor").post(team.path("/evidence/bulk"), json={"items": items})
    assert refusal(bulk) == (*REFUSED, "items.1.privilege_checked")
    await rule(team)
    assert refusal(await try_register(team, "daan", **UNCHECKED)) == (*REFUSED, "privilege_checked")
    (kept,) = read_json(await team.client("noor").post(team.path("/evidence/bulk"), json={"items": [form()]}), 201)[
        "items"
    ]
    (entry,) = [one for one in await custody(team, "noor", kept) if one["kind"] == "evidence.registered"]
    assert values(entry)["privilege_checked"] is True
    token = read_json(await case_document.look(team, **UNCHECKED))["token"]
    assert refusal(await case_document.take(team, "noor", token, **UNCHECKED)) == (
        *REFUSED,
        "items.2.privilege_checked",
    )
    read_json(await case_document.take(team, "noor", token, privilege_checked=True), 201)


async def test_exhibit_that_stays_with_its_originators_or_goes_to_review_needs_no_check(team: Team) -> None:
    read_json(await try_register(team, releases=[], **UNCHECKED), 201)
    read_json(await try_register(team, releases=[release("NL")], joint=["DE"], **UNCHECKED), 201)
    await named(team)
    asked = await try_register(team, releases=[release("DE")], may_hold_privileged=True, **UNCHECKED)
    read_json(asked, 201)


async def test_first_release_names_the_missing_check_and_later_ones_do_not(team: Team) -> None:
    exhibit = await register(team, **UNCHECKED)
    assert refusal(await grant(team, "noor", exhibit, "DE", **UNCHECKED)) == (*REFUSED, "privilege_checked")
    assert (await see(team, "lena", exhibit)).status_code == 404
    read_json(await grant(team, "noor", exhibit, "DE"))
    (entry,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.released"]
    assert values(entry)["privilege_checked"] is True
    read_json(await grant(team, "noor", exhibit, "FR", **UNCHECKED))
    read_json(await grant(team, "noor", exhibit, "DE", version=1, level="listed", **UNCHECKED))
    for party, version in (("FR", 1), ("DE", 2)):
        assert (await recall(team, "noor", exhibit, party, version)).status_code == 204
    assert refusal(await grant(team, "noor", exhibit, "DE", **UNCHECKED))[:2] == REFUSED, "it is with nobody again"


async def test_waiting_release_keeps_the_check(team: Team) -> None:
    exhibit = await register(team, **UNCHECKED)
    assert refusal(await grant(team, "noor", exhibit, "CH", **UNCHECKED))[:2] == REFUSED
    assert (await grant(team, "noor", exhibit, "CH")).status_code == 202
    (entry,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "release.wanted"]
    assert values(entry)["privilege_checked"] is True
    assert (await grant(team, "noor", exhibit, "DE", **UNCHECKED)).status_code == 200


async def test_answer_to_a_question_and_changed_rules_demand_it(team: Team) -> None:
    exhibit = await register(team, **UNCHECKED)
    question = await ask(team, "lena", use="question", party="NL", words="What do you hold on this wallet?")
    answer = {"evidence": exhibit["id"], "level": "readable"}
    assert refusal(await do(team, "noor", question, "grant", **answer, **UNCHECKED))[:2] == REFUSED
    assert (await do(team, "noor", question, "grant", **answer, privilege_checked=True)).status_code == 200

    path = team.path("/access-rules/changes")
    await register(team, "daan", **UNCHECKED)
    await rule(team)
    token = read_json(await team.client("noor").get(path))["token"]
    assert refusal(await team.client("noor").post(path, json={"token": token} | UNCHECKED)) == (
        *REFUSED,
        "privilege_checked",
    )
    confirmed = {"token": token, "privilege_checked": True}
    assert read_json(await team.client("noor").post(path, json=confirmed))["applied"] == 1
