"""Class 12: a refused release of a derived exhibit alerts the other party, and attempts are limited."""

import asyncio
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app.services.sharing.parent_bounds import MOST_A_DAY
from tests.audit.test_refusals import entered as refusals_of
from tests.factories.derivations import derive, try_derive
from tests.factories.evidence import custody, grant, kinds, recall, register, release, see, values
from tests.factories.sharing.consents import ask, do
from tests.factories.team import Team, read_json
from tests.notifications.test_alerts import alerts
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

LATER = "update release_attempts set attempted_at = attempted_at - interval '24 hours'"


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def alike(answer: httpx.Response) -> dict[str, Any]:
    """Return a refusal without its seconds and request id."""
    return {name: value for name, value in answer.json().items() if name not in {"instance", "request_id"}}


async def parent_and_child(team: Team) -> tuple[dict[str, Any], dict[str, Any]]:
    """Dutch, released to Germany and, as far as listed, to France; and what Germany derived from it."""
    parent = await register(team, "noor", release("DE"), release("FR", "listed"))
    return parent, await derive(team, "jonas", parent)


async def test_each_refused_attempt_is_an_entry_and_an_alert_to_the_originator_alone(team: Team) -> None:
    parent, child = await parent_and_child(team)
    assert refused(await grant(team, "jonas", child, "FR")) == (403, "beyond-parents")
    assert refused(await grant(team, "jonas", child, "CH")) == (403, "beyond-parents"), "it would wait for a gate"
    made = await try_derive(team, "jonas", parent, releases=[release("EUROJUST")])
    assert refused(made) == (403, "beyond-parents")
    told = [
        (one["kind"], one["evidence"], one["party"], one["seat"], one["recipient"])
        for one in await alerts(team, "noor")
    ]
    jonas = team.code("jonas")
    assert told == [("beyond", parent["id"], "DE", jonas, to) for to in ("EUROJUST", "CH", "FR")]
    entries = await team.entries("noor", "alert.raised")
    said_so = [(one["seat"], values(one)["alert_kind"], values(one)["recipient"]) for one in entries]
    assert said_so == [(jonas, "beyond", to) for to in ("FR", "CH", "EUROJUST")]
    for who in ("jonas", "lena", "claire", "auditor"):
        assert await team.entries(who, "alert.raised") == [], who
    counted = [one for entry in await refusals_of(team, "auditor") for one in values(entry)["refusals"]]
    assert sum(one["times"] for one in counted) == 3
    assert {one["evidence"] for one in counted} == {child["id"], parent["id"]}


async def test_what_was_refused_leaves_nothing_but_its_record(team: Team) -> None:
    parent, child = await parent_and_child(team)
    before = len(read_json(await team.client("jonas").get(team.path("/evidence")))["items"])
    assert refused(await grant(team, "jonas", child, "FR"))[0] == 403
    assert refused(await try_derive(team, "jonas", parent, releases=[release("FR")]))[0] == 403
    assert len(read_json(await team.client("jonas").get(team.path("/evidence")))["items"]) == before
    assert read_json(await see(team, "jonas", child))["released_to"] == ["DE"]
    assert kinds(await custody(team, "jonas", child)) == ["evidence.registered", "evidence.inherited"]
    assert kinds(await custody(team, "noor", parent)).count("evidence.derived") == 1


async def test_a_consent_that_is_refused_so_stays_asked_and_is_told(team: Team) -> None:
    parent = await register(team, "noor", release("DE"), release("FR"), handling=["H1"])
    child = await derive(team, "jonas", parent, releases=[release("FR")])
    asked = await ask(team, "claire", child, use="court")
    assert refused(await do(team, "jonas", asked, "grant")) == (403, "beyond-parents")
    assert [(one["kind"], one["recipient"]) for one in await alerts(team, "noor")] == [("beyond", "FR")]
    (still,) = read_json(await team.client("claire").get(team.path("/consents")))["items"]
    assert (still["state"], await team.entries("claire", "consent.granted")) == ("requested", [])


async def test_only_the_originator_whose_release_refuses_hears_of_it(team: Team) -> None:
    free = await register(team, "claire", release("DE"), release("EUROJUST"))
    narrow = await register(team, "noor", release("DE"))
    child = await derive(team, "jonas", free, narrow)
    answer = await grant(team, "jonas", child, "EUROJUST")
    assert refused(answer) == (403, "beyond-parents")
    assert not any(one["exhibit_number"] in answer.text for one in (free, narrow))
    assert ([one["evidence"] for one in await alerts(team, "noor")], await alerts(team, "claire")) == (
        [narrow["id"]],
        [],
    )


async def test_after_five_in_a_day_every_release_of_what_is_derived_is_answered_alike(team: Team) -> None:
    _, child = await parent_and_child(team)
    for party in ("EUROJUST", "CH", "FR", "EUROJUST", "CH"):
        assert refused(await grant(team, "jonas", child, party)) == (403, "beyond-parents")
    own = await register(team, "jonas")
    waits = [await grant(team, "jonas", child, "FR"), await grant(team, "jonas", child, "FR", level="listed")]
    waits.append(await grant(team, "jonas", child, "NL"))
    assert [refused(one) for one in waits] == [(429, "too-many-attempts")] * 3
    assert alike(waits[0]) == alike(waits[1]) == alike(waits[2])
    assert all(0 < int(one.headers["Retry-After"]) <= 86_400 for one in waits)
    parent = await register(team, "noor", release("DE"))
    assert refused(await try_derive(team, "jonas", parent, releases=[release("NL")])) == (429, "too-many-attempts")
    read_json(await try_derive(team, "jonas", parent), 201)
    read_json(await grant(team, "jonas", own, "FR"))
    assert len(await alerts(team, "noor")) == MOST_A_DAY
    async with as_superuser(team) as superuser:
        await superuser.execute(LATER)
    read_json(await grant(team, "jonas", child, "FR", level="listed"))
    assert (await recall(team, "jonas", child, "FR")).status_code == 204


async def test_attempts_at_one_time_tell_no_more_than_one_after_the_other(team: Team) -> None:
    _, child = await parent_and_child(team)
    children = [child, *[await derive(team, "jonas", child) for _ in range(2)]]
    pairs = [(one, party) for one in children for party in ("EUROJUST", "CH", "FR")]
    answers = await asyncio.gather(*(grant(team, "jonas", one, party) for one, party in pairs))
    codes = [one.status_code for one in answers]
    assert (codes.count(403), codes.count(429)) == (MOST_A_DAY, len(pairs) - MOST_A_DAY), codes


async def test_a_refusal_by_ones_own_names_is_nobody_elses_affair(team: Team) -> None:
    parent = await register(team, "noor", release("DE", seats=[team.code("jonas"), team.code("lena")]))
    child = await derive(team, "jonas", parent)
    version = read_json(await see(team, "jonas", child))["releases"][0]["version"]
    assert refused(await grant(team, "jonas", child, "DE", version=version)) == (403, "beyond-own-release")
    assert await alerts(team, "noor") == []


async def test_nobody_raises_an_alert_of_what_is_not_theirs_or_forgets_an_attempt(team: Team) -> None:
    hidden = await register(team, "noor")
    tell = (
        "select * from tell_attempt(gen_random_uuid(), (select id from parties where code = 'FR' and jit = :jit),"
        " array[cast(:evidence as uuid)])"
    )
    assert await attempt(team, "claire", tell, evidence=hidden["id"]) == 0
    assert await alerts(team, "noor") == []
    for change in ("delete from release_attempts", "update release_attempts set seat = seat"):
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "claire", change)
