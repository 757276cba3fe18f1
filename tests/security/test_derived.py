"""Class 12: access to a derived exhibit never exceeds access to its parents.

Each attack is SQL without the services, run as the member that would gain.
"""

import asyncio
from typing import Any

from app.services.evidence import derivations
from tests.factories.derivations import derive, try_derive
from tests.factories.evidence import grant, place, recall, register, release, see, try_register
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.probes import Probe, Refused, run_probes

RELEASE = (
    "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
    " select :jit, p.id, :evidence, :party, 3, :seat, now(), true, 'effective' from parties p where p.code = :to and p.jit = :jit"
)
DERIVATION = (
    "insert into derivations (jit, child, parent, how, derived_by, derived_at)"
    " values (:jit, :child, :parent, 'copy', :seat, now())"
)


BEYOND_PARENTS = Refused("LB001")
#: A child made with its derivation in one statement.
FRESH = (
    "with made as (insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status,"
    " registered_by, registered_at) values (gen_random_uuid(), :jit, :party, 'X', 'x', 'image', 'other', :handling, :tlp,"
    " 'active', :seat, now()) returning id) insert into derivations (jit, child, parent, how, derived_by, derived_at)"
    " select :jit, id, :parent, 'copy', :seat, now() from made"
)
WISH = (
    "insert into waiting_releases (id, jit, party, evidence, originator, level, gates, wanted_by, wanted_at) select"
    " gen_random_uuid(), :jit, p.id, :evidence, :party, 3, '{attestation}', :seat, now() from parties p where p.code = 'CH'"
    " and p.jit = :jit"
)
OTHERS = "update releases set {} where evidence = :evidence and party <> :party"


async def test_rows_beyond_a_parent_are_refused(team: Team) -> None:
    """Nothing widens a child beyond its parent, changes its parents, or derives from what its maker does not hold."""
    parent = await register(team, "noor", release("DE"), release("FR", "listed"))
    child = await derive(team, "jonas", parent, releases=[release("FR", "listed")])
    read = await register(team, "noor", release("DE", "readable"))
    hidden = await register(team, "noor")
    own = await register(team, "jonas")
    strict = await register(team, "noor", release("DE", seats=[team.code("jonas")]), handling=["H1"], tlp="RED")
    this = {"evidence": child["id"]}
    fixed = (
        "update derivations set how = 'copy'",
        "delete from derivations",
        "truncate derivations",
        "delete from bounds",
        "select * from bounds",
        "insert into bounds select jit, child, parent from derivations",
        "select * from followed",
        "update evidence set bound = false where id = :evidence",
        "select keep_within(:evidence, :party)",
        "select within_bounds(r) from releases r",
    )

    def fresh(of: dict[str, Any], handling: str, tlp: str, by: str = "42501") -> Probe:
        return Probe("jonas", FRESH, Refused(by), {"parent": of["id"], "handling": [handling], "tlp": tlp})

    await run_probes(
        team,
        [
            Probe("jonas", OTHERS.format("level = 1"), 1, this),
            Probe("jonas", OTHERS.format("level = 3"), BEYOND_PARENTS, this),
            Probe("jonas", OTHERS.format("purposes = array['OTHER_OFFENCE_WITH_CONSENT']"), BEYOND_PARENTS, this),
            Probe("jonas", RELEASE, BEYOND_PARENTS, this | {"to": "EUROJUST"}),
            Probe("jonas", WISH, BEYOND_PARENTS, this),
            *(Probe("jonas", statement, Refused("42501"), this) for statement in fixed),
            *(
                Probe("jonas", DERIVATION, Refused("42501"), {"child": made["id"], "parent": of["id"]})
                for one in (parent, read, hidden)
                for made, of in ((own, one), (one, own))
            ),
            fresh(read, "H0", "AMBER"),
            fresh(hidden, "H0", "AMBER"),
            fresh(strict, "H0", "RED"),
            fresh(strict, "H1", "AMBER"),
        ],
    )
    assert read_json(await see(team, "claire", child))["level"] == "listed"


async def test_its_maker_does_not_widen_its_own_row(team: Team) -> None:
    names = [team.code("jonas"), team.code("lena")]
    parent = await register(team, "noor", release("DE", seats=names, purposes=["AUDIT"]), handling=["H1"])
    child = await derive(team, "jonas", parent)
    own = "update releases set {} where evidence = :evidence and party = :party"
    for change in ("purposes = null", "purposes = array['JIT_PURPOSE']", "purposes = null, level = 3"):
        assert await attempt(team, "jonas", own.format(change), evidence=child["id"]) == 1
        (row,) = read_json(await see(team, "jonas", child))["releases"]
        assert row["purposes"] == ["AUDIT", "JIT_MANAGEMENT"], change
    await run_probes(
        team,
        [
            Probe("jonas", own.format("purposes = null"), 1, {"evidence": child["id"]}),
            Probe("jonas", own.format("seats = null"), BEYOND_PARENTS, {"evidence": child["id"]}),
        ],
    )
    (row,) = read_json(await see(team, "jonas", child))["releases"]
    widened = await grant(team, "jonas", child, "DE", version=row["version"])
    assert (widened.status_code, widened.json()["code"]) == (403, "beyond-own-release")
    named = await try_derive(team, "jonas", parent, releases=[release("DE")])
    assert (named.status_code, named.json()["errors"][0]["field"]) == (422, "releases.0.seats"), named.text
    assert (await see(team, "auditor", child)).status_code == 404


async def test_a_hidden_parent_is_absent_alike(team: Team) -> None:
    hidden = await register(team, "noor")
    absent = {"id": "0192f0c1-2345-7000-8000-000000000000"}
    for who in ("claire", "coordinator", "auditor", "jit_auditor"):
        answers = [await try_derive(team, who, one) for one in (hidden, absent)]
        told = [await team.client(who).get(team.path(f"/inheritance?parent={one['id']}")) for one in (hidden, absent)]
        for one, other in (answers, told):
            assert (one.status_code, one.content) == (other.status_code, other.content), who


async def test_a_recall_and_a_registration_at_one_time_leave_nothing(team: Team) -> None:
    """In either order, the recall waits for the registration and also ends its release."""
    parent = await register(team, "noor", release("DE"), release("FR"))
    seat = await seat_of(team, "jonas")
    async with team.context.database.writing(seat.requester) as session:
        await derivations.lock_parents(session, [parent["id"]])
        recalling = asyncio.create_task(recall(team, "noor", parent, "FR"))
        await asyncio.sleep(0.2)
        assert not recalling.done(), "held by whoever derives"
    assert (await recalling).status_code == 204
    for _ in range(4):
        parent = await register(team, "noor", release("DE"), release("FR"))
        made, gone = await asyncio.gather(
            try_derive(team, "jonas", parent, releases=[release("FR")]), recall(team, "noor", parent, "FR")
        )
        assert gone.status_code == 204, gone.text
        assert made.status_code in {201, 403}, made.text
        if made.status_code == 201:
            assert (await see(team, "claire", read_json(made, 201))).status_code == 404


async def test_a_recall_and_a_release_at_one_time_leave_nothing(team: Team) -> None:
    for _ in range(4):
        parent = await register(team, "noor", release("DE"), release("FR"))
        child = await derive(team, "jonas", parent)
        granted, gone = await asyncio.gather(grant(team, "jonas", child, "FR"), recall(team, "noor", parent, "FR"))
        assert gone.status_code == 204, gone.text
        assert granted.status_code in {200, 403}, granted.text
        assert (await see(team, "claire", child)).status_code == 404


async def test_what_one_party_may_not_know_is_not_told(team: Team) -> None:
    """A refusal says that a parent does not go so far, and neither which nor how far."""
    parent = await register(team, "noor", release("DE"), release("FR", "listed"))
    child = await derive(team, "jonas", parent)
    answers = []
    for party in ("FR", "EUROJUST"):
        answer = await grant(team, "jonas", child, party)
        answers.append({name: value for name, value in answer.json().items() if name not in {"instance", "request_id"}})
        assert parent["exhibit_number"] not in answer.text
    assert answers[0] == answers[1]
    assert (
        await try_register(team, "jonas", derived_from=[{"evidence": child["id"], "how": "copy"}])
    ).status_code == 201
    assert read_json(await team.client("jonas").get(place(team, parent, "/releases")))["items"] != []
