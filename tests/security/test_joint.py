"""Class 12: a jointly obtained exhibit is shared only by all its originators.

Each attack is SQL without the services, run as the member that would gain.
"""

import asyncio
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from app.services.sharing import quarantine_jobs
from tests.factories import retention
from tests.factories.evidence import custody, grant, kinds, listed, recall, see
from tests.factories.sharing import consents, four_eyes
from tests.factories.sharing.gates import waiting
from tests.factories.sharing.joint import agree, jointly
from tests.factories.team import Team, read_json
from tests.sharing.test_consents import level_of
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import BY_GRANT, BY_POLICY, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser
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
MADE = (
    "insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status, registered_by,"
    " registered_at, joint) select gen_random_uuid(), :jit, :party, 'x', 'x', 'image', 'other', '{H0}', 'AMBER', 'active',"
    " :seat, now(), array_agg(p.id) from parties p where p.jit = :jit and p.code = any (cast(:codes as text[]))"
)
#: A row of a wish that is none, given to the functions that judge one.
FORGED = (
    "jsonb_populate_record(null::waiting_releases, jsonb_build_object('id', cast(:id as text), 'evidence', cast(:id as text),"
    " 'jit', cast(cast(:jit as uuid) as text)))"
)
LACKING = f"select 1 where lacking({FORGED}) <> '{{}}' or gate_is_open('joint', {FORGED}) or gate_is_open('clearance', {FORGED})"
GONE = "delete from releases where evidence = :evidence and party = (select id from parties where code = :of and jit = :jit)"
FORGED_WISH = WISH.replace("gates, wanted_by", "reason, court_use, gates, wanted_by").replace(
    ", 3, cast(", ", 0, 'x', true, cast("
)
AGAIN = WISH.replace("gen_random_uuid()", "cast(:wish as uuid)")
WIDENED = {
    "level = 3": Refused("a gate stands before this release"),
    "court_use = true": Refused("each joint originator agrees to use in court"),
    "purposes = array['OTHER_OFFENCE_WITH_CONSENT']": Refused("a gate stands before this release"),
}
NARROWED = ("level = 1", "until = now()", "state = 'lapsed', effective = false", "purposes = array['AUDIT']")
KEPT = Refused("a joint originator keeps what it obtained")
MOVED = ("joint = null", "joint = array[originator]", "originator = :party")
Binds = dict[str, Any]


def on_wishes(here: Binds, there: Binds) -> list[Probe]:
    """Statements that release, wish or agree in another's place."""
    return [
        Probe("noor", "select 1 from waiting_releases", 1),
        Probe("noor", "select 1 from releases where evidence = :evidence", 3, there),
        *(Probe(who, RELEASE, BY_POLICY, here | {"to": "DE"}) for who in ("noor", "daan", "claire")),
        *(
            Probe(who, WISH, BY_POLICY, here | {"to": "DE", "gates": ["clearance"]})
            for who in ("noor", "daan", "claire")
        ),
        *(
            Probe(who, AGREE, BY_POLICY, here | {"as": party})
            for who, party in (("noor", "NL"), ("noor", "FR"), ("claire", "NL"))
        ),
        Probe("jonas", AGREE, 0, here | {"as": "FR"}),
        *(
            Probe("noor", f"update waiting_releases set {change} where evidence = :evidence", BY_GRANT, here)  # noqa: S608
            for change in ("gates = '{clearance}'", "level = 1")
        ),
    ]


def on_rows(here: Binds, there: Binds, agreed: Binds) -> list[Probe]:
    """Statements that widen, narrow, move or forge what stands."""
    return [
        *(
            Probe(who, OTHERS.format(change), refused, there | {"of": "DE"})
            for who in ("noor", "claire")
            for change, refused in WIDENED.items()
        ),
        *(
            Probe(who, OTHERS.format(change), refused, here | {"of": of})
            for who, of, refused in (("noor", "FR", KEPT), ("claire", "NL", BY_POLICY))
            for change in NARROWED
        ),
        Probe("noor", GONE, 0, here | {"of": "FR"}),
        Probe("claire", GONE, 0, here | {"of": "NL"}),
        *(
            Probe(who, f"update evidence set {change} where id = :evidence", BY_GRANT, here)  # noqa: S608
            for who in ("noor", "claire")
            for change in MOVED
        ),
        *(
            Probe("claire", OTHERS.format("own_seats = '{}'"), Refused("who of its people decide"), there | {"of": of})
            for of in ("DE", "FR", "NL")
        ),
        Probe(
            "noor",
            AGAIN,
            Refused("this wish was assented to before"),
            here | {"wish": agreed["id"], "to": "EUROJUST", "gates": ["joint"]},
        ),
        *(
            Probe("noor", FORGED_WISH, Refused("ck_waiting_releases_court_use"), there | {"to": "DE", "gates": [gate]})
            for gate in ("second_leader", "joint")
        ),
        *(Probe(who, LACKING, 0, {"id": there["evidence"]}) for who in ("lena", "noor", "ines")),
        Probe("daan", MADE, BY_POLICY, {"codes": ["FR"]}),
        Probe("noor", MADE, Refused("ck_evidence_joint"), {"codes": ["NL"]}),
    ]


async def test_what_was_obtained_jointly_is_not_given_widened_or_taken_by_one(team: Team) -> None:
    """Of one exhibit a release waits for agreement; another was released to Germany by both."""
    exhibit, other = await jointly(team, "FR"), await jointly(team, "FR", handling=["H1"])
    wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
    agreed = read_json(await grant(team, "noor", other, "DE", level="readable"), 202)
    read_json(await agree(team, "claire", agreed), 201)
    here, there = {"evidence": exhibit["id"]}, {"evidence": other["id"]}
    await run_probes(team, on_wishes(here, there) + on_rows(here, there, agreed))
    await attempt(team, "noor", "select pass_release(cast(:wish as uuid), '{}')", wish=wish["id"])
    assert [one["id"] for one in await listed(team, "lena")] == [other["id"]]
    assert len(await waiting(team, "noor")) == 1
    seen = read_json(await see(team, "lena", other))
    assert (seen["level"], seen["may"]["disclose"]["allowed"]) == ("readable", False)


async def test_nobody_erases_it_alone(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    await retention.withdraw(team, exhibit, "claire")
    erase = "select begin_erasure(cast(:evidence as uuid), 'withdrawn', 'x')"
    agreed = (
        "insert into erasure_agreements (evidence, version, jit, party, reason, agreed_by, agreed_at)"
        " select cast(:evidence as uuid), 2, :jit, p.id, 'x', :seat, now() from parties p where p.code = 'FR' and p.jit = :jit"
    )
    here = {"evidence": exhibit["id"]}
    await run_probes(
        team,
        [
            Probe("noor", "select 1 from evidence where id = :evidence", 1, here),
            *(Probe(who, agreed, BY_POLICY, here) for who in ("noor", "hugo", "jonas")),
            *(Probe(who, erase, Refused("42501"), here) for who in ("noor", "claire")),
        ],
    )
    assert read_json(await see(team, "noor", exhibit))["status"] == "withdrawn"


async def test_a_recall_that_waits_is_its_partys_own(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    read_json(await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE"), 202)), 201)
    read_json(await four_eyes.demand(team, "noor", "recall"))
    read_json(await recall(team, "noor", exhibit, "DE"), 202)
    taken = "delete from waiting_releases where evidence = :evidence"
    assert await attempt(team, "claire", taken, evidence=exhibit["id"]) == 0
    assert (await recall(team, "claire", exhibit, "DE")).status_code == 204, "which hers does not wait for"
    assert (await see(team, "lena", exhibit)).status_code == 404


async def test_two_agreements_at_one_time_let_it_pass_once(team: Team) -> None:
    exhibit = await jointly(team, "FR", "EUROJUST", who="noor")
    wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
    async with as_superuser(team) as superuser:
        await superuser.execute("update members set roles = '{leader}' where code = $1", team.code("ines"))
    answers = await asyncio.gather(agree(team, "claire", wish), agree(team, "ines", wish))
    assert [one.status_code for one in answers] == [201, 201]
    assert read_json(await see(team, "lena", exhibit))["level"] == "held"
    assert kinds(await custody(team, "noor", exhibit)).count("evidence.released") == 3


async def test_what_a_party_reserves_no_other_leader_agrees_to(team: Team) -> None:
    exhibit = await jointly(team, "NL", who="claire")
    wish = read_json(await grant(team, "claire", exhibit, "DE"), 202)
    path, body = team.path("/reservation"), {"judicial": True, "reason": "Art. 5.1.1 Sv"}
    read_json(await team.client("noor").put(path, json=body, headers={"If-Match": '"0"'}))
    refused = await agree(team, "bram", wish)
    assert (refused.status_code, refused.json()["code"]) == (403, "judicial-only")
    read_json(await agree(team, "noor", wish), 201)
    assert [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]


async def test_what_stood_before_a_consent_is_not_more_than_stands(team: Team) -> None:
    exhibit = await jointly(team, "FR")
    read_json(
        await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE", level="listed"), 202)), 201
    )
    asked = await consents.ask(team, "lena", exhibit)
    forged = (
        "update consents set state = 'granted', former = jsonb_build_object('level', cast(:level as integer)), until = now(),"
        " answered_at = now(), answered_by = :seat where id = :id"
    )
    with pytest.raises(DBAPIError, match="no more stood before than stands now"):
        await attempt(team, "noor", forged, id=asked["id"], level=3)
    assert await level_of(team, "lena", exhibit) == "listed"


async def test_a_demand_that_was_lifted_holds_nothing_up(team: Team) -> None:
    """Agreed by one of two; then its party demands two no more."""
    exhibit = await jointly(team, "NL", who="claire")
    read_json(await four_eyes.demand(team, "noor", "release"))
    wish = read_json(await grant(team, "claire", exhibit, "DE"), 202)
    read_json(await agree(team, "noor", wish), 201)
    assert await listed(team, "lena") == []
    for who in ("noor", "bram"):
        assert (await four_eyes.demand(team, who)).status_code in {200, 202}, who

    async def has_it() -> bool:
        await quarantine_jobs.turn(team.context.database)
        return [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]

    await until(has_it, within=30)
    assert kinds(await custody(team, "claire", exhibit))[-1] == "evidence.released"
