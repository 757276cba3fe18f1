"""Class 12 again: what several obtained goes to nobody by one of them. Each attack past the services, as the seat that would gain."""

import asyncio
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from tests.api.test_consents import level_of
from tests.factories import consents, four_eyes, retention
from tests.factories.evidence import custody, grant, kinds, listed, recall, see
from tests.factories.gates import waiting
from tests.factories.joint import agree, jointly
from tests.factories.team import Team, said
from tests.support.as_seat import attempt
from tests.support.mighty import as_superuser
from tests.support.waiting import until

RELEASE = (
    "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
    " select :jit, p.id, :evidence, e.originator, 3, :seat, now(), true, 'effective' from parties p, evidence e"
    " where p.code = :to and p.jit = :jit and e.id = :evidence"
)
WISH = (
    "insert into waiting_releases (id, jit, party, evidence, originator, level, gates, wanted_by, wanted_at)"
    " select gen_random_uuid(), :jit, p.id, :evidence, e.originator, 3, cast(:gates as text[]), :seat, now()"
    " from parties p, evidence e where p.code = :to and p.jit = :jit and e.id = :evidence"
)
AGREE = (
    "insert into release_agreements (waiting, jit, evidence, party, agreed_by, agreed_at)"
    " select w.id, w.jit, w.evidence, p.id, :seat, now() from waiting_releases w, parties p"
    " where w.evidence = :evidence and p.code = :as and p.jit = :jit"
)
OTHERS = "update releases set {} where evidence = :evidence and party = (select id from parties where code = :of and jit = :jit)"
#: The database refuses it, or it reaches nothing.
NOTHING = (0, "42501")


async def tried(team: Team, who: str, statement: str, **binds: Any) -> int | str:
    """What a statement reached, or the state in which it was refused."""
    try:
        return await attempt(team, who, statement, **binds)
    except DBAPIError as error:
        return str(getattr(error.orig, "sqlstate", ""))


async def test_its_keeper_gives_it_to_nobody_alone(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    here = {"evidence": exhibit["id"]}
    for who in ("noor", "daan", "claire"):
        assert await tried(team, who, RELEASE, to="DE", **here) in NOTHING, who
        assert await tried(team, who, WISH, to="DE", gates=["clearance"], **here) in NOTHING, who
    wish = said(await grant(team, "noor", exhibit, "DE"), 202)
    for who, party in (("noor", "NL"), ("noor", "FR"), ("claire", "NL"), ("hugo", "FR"), ("jonas", "FR")):
        assert await tried(team, who, AGREE, **here, **{"as": party}) in NOTHING, (who, party)
    await attempt(team, "noor", "select pass_release(cast(:wish as uuid), '{}')", wish=wish["id"])
    for change in ("gates = '{clearance}'", "level = 1"):
        changed = f"update waiting_releases set {change} where evidence = :evidence"  # noqa: S608 - words of this file
        assert await tried(team, "noor", changed, **here) in NOTHING
    assert (await listed(team, "lena"), len(await waiting(team, "noor"))) == ([], 1)


async def test_nobody_widens_it_or_opens_it_to_a_court_alone(team: Team) -> None:
    exhibit = await jointly(team, "FR", handling=["H1"])
    wish = said(await grant(team, "noor", exhibit, "DE", level="readable"), 202)
    said(await agree(team, "claire", wish), 201)
    for who in ("noor", "claire"):
        for change in ("level = 3", "court_use = true", "purposes = array['OTHER_OFFENCE_WITH_CONSENT']"):
            answer = await tried(team, who, OTHERS.format(change), evidence=exhibit["id"], of="DE")
            assert answer in NOTHING, (who, change)
    seen = said(await see(team, "lena", exhibit))
    assert (seen["level"], seen["may"]["disclose"]["allowed"]) == ("readable", False)


async def test_nobody_takes_from_an_originator_what_it_obtained(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    here = {"evidence": exhibit["id"]}
    for who, of in (("noor", "FR"), ("claire", "NL")):
        for change in (
            "level = 1",
            "until = now()",
            "state = 'lapsed', effective = false",
            "purposes = array['AUDIT']",
        ):
            assert await tried(team, who, OTHERS.format(change), of=of, **here) in NOTHING, (who, change)
        gone = "delete from releases where evidence = :evidence and party = (select id from parties where code = :of and jit = :jit)"
        assert await tried(team, who, gone, of=of, **here) in NOTHING, who
    for change in ("joint = null", "joint = array[originator]", "originator = :party"):
        moved = f"update evidence set {change} where id = :evidence"  # noqa: S608 - words of this file
        for who in ("noor", "claire"):
            assert await tried(team, who, moved, **here) in NOTHING, (who, change)
    assert said(await see(team, "hugo", exhibit))["level"] == "held"


async def test_nobody_erases_it_alone(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    await retention.withdraw(team, exhibit, "claire")
    erase = "select begin_erasure(cast(:evidence as uuid), 'withdrawn', 'x')"
    agreed = (
        "insert into erasure_agreements (evidence, version, jit, party, reason, agreed_by, agreed_at)"
        " select cast(:evidence as uuid), 2, :jit, p.id, 'x', :seat, now() from parties p where p.code = 'FR' and p.jit = :jit"
    )
    for who in ("noor", "hugo", "jonas"):
        assert await tried(team, who, agreed, evidence=exhibit["id"]) in NOTHING, who
    for who in ("noor", "claire"):
        assert await tried(team, who, erase, evidence=exhibit["id"]) == "42501", who
    assert said(await see(team, "noor", exhibit))["status"] == "withdrawn"


async def test_a_recall_that_waits_is_its_partys_own(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    said(await agree(team, "claire", said(await grant(team, "noor", exhibit, "DE"), 202)), 201)
    said(await four_eyes.demand(team, "noor", "recall"))
    said(await recall(team, "noor", exhibit, "DE"), 202)
    assert (
        await tried(team, "claire", "delete from waiting_releases where evidence = :evidence", evidence=exhibit["id"])
        == 0
    )
    assert (await recall(team, "claire", exhibit, "DE")).status_code == 204, "which hers does not wait for"
    assert (await see(team, "lena", exhibit)).status_code == 404


async def test_who_is_named_by_a_member_obtains_nothing(team: Team) -> None:
    made = (
        "insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status, registered_by,"
        " registered_at, joint) select gen_random_uuid(), :jit, :party, 'x', 'x', 'image', 'other', '{H0}', 'AMBER', 'active',"
        " :seat, now(), array_agg(p.id) from parties p where p.jit = :jit and p.code = any (cast(:codes as text[]))"
    )
    assert await tried(team, "daan", made, codes=["FR"]) == "42501"
    with pytest.raises(DBAPIError):
        await attempt(team, "noor", made, codes=["NL"])


async def test_two_agreements_at_one_time_let_it_pass_once(team: Team) -> None:
    exhibit = await jointly(team, "FR", "EUROJUST", who="noor")
    wish = said(await grant(team, "noor", exhibit, "DE"), 202)
    async with as_superuser(team) as mighty:
        await mighty.execute("update members set roles = '{leader}' where code = $1", team.code("ines"))
    answers = await asyncio.gather(agree(team, "claire", wish), agree(team, "ines", wish))
    assert [one.status_code for one in answers] == [201, 201]
    assert said(await see(team, "lena", exhibit))["level"] == "held"
    assert kinds(await custody(team, "noor", exhibit)).count("evidence.released") == 3


async def test_what_a_party_reserves_no_other_leader_agrees_to(team: Team) -> None:
    exhibit = await jointly(team, "NL", who="claire")
    wish = said(await grant(team, "claire", exhibit, "DE"), 202)
    path, body = team.path("/reservation"), {"judicial": True, "reason": "Art. 5.1.1 Sv"}
    said(await team.client("noor").put(path, json=body, headers={"If-Match": '"0"'}))
    assert await tried(team, "bram", AGREE, evidence=exhibit["id"], **{"as": "NL"}) == "42501"
    refused = await agree(team, "bram", wish)
    assert (refused.status_code, refused.json()["code"]) == (403, "judicial-only")
    said(await agree(team, "noor", wish), 201)
    assert [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]


async def test_what_was_agreed_to_is_agreed_to_once(team: Team) -> None:
    """The keeper uses the id of a wish that passed for another exhibit, another party and more."""
    exhibit, another = await jointly(team, "FR"), await jointly(team, "FR")
    wish = said(await grant(team, "noor", exhibit, "DE", level="listed"), 202)
    said(await agree(team, "claire", wish), 201)
    again = WISH.replace("gen_random_uuid()", "cast(:wish as uuid)")
    binds = {"wish": wish["id"], "evidence": another["id"], "to": "EUROJUST", "gates": ["joint"]}
    assert await tried(team, "noor", again, **binds) == "42501"
    assert await waiting(team, "noor") == []


async def test_a_recall_opens_no_court(team: Team) -> None:
    exhibit = await jointly(team, "FR", handling=["H1"])
    said(await agree(team, "claire", said(await grant(team, "noor", exhibit, "DE"), 202)), 201)
    forged = WISH.replace("gates, wanted_by", "reason, court_use, gates, wanted_by").replace(
        ", 3, cast(", ", 0, 'x', true, cast("
    )
    for gates in (["second_leader"], ["joint"]):
        answer = await tried(team, "noor", forged, evidence=exhibit["id"], to="DE", gates=gates)
        assert answer in {*NOTHING, "23514"}, gates
    assert await waiting(team, "noor") == []


async def test_no_function_tells_of_a_wish_that_is_none(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    forged = "jsonb_populate_record(null::waiting_releases, jsonb_build_object('id', cast(:id as text), 'evidence', cast(:id as text), 'jit', cast(cast(:jit as uuid) as text)))"
    asked = f"select 1 where lacking({forged}) <> '{{}}' or gate_is_open('joint', {forged}) or gate_is_open('clearance', {forged})"
    for who in ("lena", "noor", "ines"):
        assert await attempt(team, who, asked, id=exhibit["id"]) == 0, who


async def test_neither_decides_who_of_the_others_people_do(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    said(await agree(team, "claire", said(await grant(team, "noor", exhibit, "DE"), 202)), 201)
    for of in ("DE", "FR", "NL"):
        blinded = OTHERS.format("own_seats = '{}'")
        assert await tried(team, "claire", blinded, evidence=exhibit["id"], of=of) in NOTHING, of
    assert {one["party"] for one in said(await see(team, "noor", exhibit))["releases"]} == {"DE", "FR", "NL"}


async def test_what_stood_before_a_consent_is_not_more_than_stands(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    said(await agree(team, "claire", said(await grant(team, "noor", exhibit, "DE", level="listed"), 202)), 201)
    asked = await consents.ask(team, "lena", exhibit)
    forged = (
        "update consents set state = 'granted', former = jsonb_build_object('level', cast(:level as integer)), until = now(),"
        " answered_at = now(), answered_by = :seat where id = :id"
    )
    assert await tried(team, "noor", forged, id=asked["id"], level=3) == "42501"
    assert await level_of(team, "lena", exhibit) == "listed"


async def test_a_demand_that_was_lifted_holds_nothing_up(team: Team) -> None:
    """Agreed by one of two; then its party demands two no more."""
    exhibit = await jointly(team, "NL", who="claire")
    said(await four_eyes.demand(team, "noor", "release"))
    wish = said(await grant(team, "claire", exhibit, "DE"), 202)
    said(await agree(team, "noor", wish), 201)
    assert await listed(team, "lena") == []
    for who in ("noor", "bram"):
        assert (await four_eyes.demand(team, who)).status_code in {200, 202}, who

    async def has_it() -> bool:
        return [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]

    await until(has_it, within=30)
    assert kinds(await custody(team, "claire", exhibit))[-1] == "evidence.released"
