"""The roles of a member change by two people, and the membership goes on."""

from typing import Any, Final
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.ledger import journal
from app.ledger.facts import Fact, MemberRolesChanged, MemberRolesWithdrawn
from tests.factories import notifications
from tests.factories.role_changes import answer, changed, propose, proposed
from tests.factories.sharing import quarantine
from tests.factories.team import PEOPLE, Team, email_of, member_form, read_json
from tests.support.databases import as_seat
from tests.support.databases.as_seat import attempt
from tests.teams.test_seats_in_time import change as change_member
from tests.teams.test_seats_in_time import seat_of

RISE: Final = "update members set roles = '{leader}' where id = :subject"
PROPOSE: Final = (
    "insert into role_changes (id, jit, party, member, roles, reason, proposed_by, proposed_at)"
    " select gen_random_uuid(), jit, party, id, cast(:roles as text[]), 'x', :seat, now()"
    " from members where id = :subject"
)
CONFIRM: Final = (
    "update role_changes set outcome = 'confirmed', decided_by = :seat, decided_at = now() where id = :subject"
)

WITHDRAW: Final = CONFIRM.replace("'confirmed'", "'withdrawn'")
APPLY: Final = "select apply_confirmed_roles(:subject)"


def refused(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


async def pending(team: Team, who: str) -> list[str]:
    items = read_json(await team.client(who).get(team.path("/pending-actions")))["items"]
    return [one["link"]["id"] for one in items if one["kind"] == "role_confirmation"]


async def test_roles_confirmed_by_a_second_leader_change_and_the_membership_stays(team: Team) -> None:
    lead = {"reason": "x"}
    suspend = team.path(f"/members/{team.seats['daan']['id']}/suspension")
    assert (await team.client("daan").post(suspend, json=lead)).status_code == 403
    made = read_json(await propose(team, "noor", "daan", "leader", "member"), 201)
    assert (made["roles"], made["role_change"]["roles"]) == (["member"], ["leader", "member"])
    assert made["role_change"]["proposed_by"] == team.code("noor")
    assert await pending(team, "bram") == [team.seats["daan"]["id"]]
    assert [await pending(team, who) for who in ("noor", "jonas", "daan")] == [[], [], []]
    assert "member.roles_proposed" in await notifications.kinds(team, "bram")
    done = read_json(await answer(team, "bram", "daan", made["role_change"]["id"]))
    assert (done["id"], done["code"], done["state"]) == (team.seats["daan"]["id"], team.code("daan"), "seated")
    assert (done["roles"], done["role_change"], done["version"]) == (["leader", "member"], None, 3)
    (entry,) = await team.entries("lena", "member.roles_changed")
    assert entry["fields"]["former"]["value"] == ["member"]
    assert entry["fields"]["roles"]["value"] == ["leader", "member"]
    assert "value" not in entry["fields"].get("reason", {}), "for the party alone"
    assert "member.roles_changed" in await notifications.kinds(team, "daan")
    assert "member.roles_proposed" not in await notifications.kinds(team, "bram"), "nothing waits any more"
    assert (await team.client("daan").post(suspend, json=lead, headers={"If-Match": '"9"'})).status_code == 412


async def test_nobody_changes_roles_alone_or_of_another_party(team: Team) -> None:
    """Self-promotion, another party's proposal, the confirmation of one's own proposal or of one's own roles."""
    for who in ("daan", "admin", "sofia", "auditor", "jit_auditor", "ines"):
        assert (await propose(team, who, who, "leader")).status_code == 403, who
    assert refused(await propose(team, "jonas", "daan", "leader")) == (403, "other-party")
    change = await proposed(team, "noor", "daan", "leader")
    assert refused(await answer(team, "noor", "daan", change)) == (403, "own-proposal")
    change = await proposed(team, "coordinator", "bram", "leader", "administrator")
    assert refused(await answer(team, "bram", "bram", change)) == (403, "own-seat")
    for who in ("jonas", "claire"):
        assert (await answer(team, who, "bram", change)).status_code == 404, who
        assert (await answer(team, who, "bram", change, "withdrawal")).status_code == 404, who
    for who in ("daan", "coordinator", "admin"):
        assert (await answer(team, who, "bram", change)).status_code == 403, who
    (listed,) = [
        one
        for one in read_json(await team.client("jonas").get(team.path("/members")))["items"]
        if one["code"] == "NL-03"
    ]
    assert listed["role_change"] is None, "another party reads no reason"


async def test_coordinator_proposes_where_the_party_has_one_leader(team: Team) -> None:
    assert refused(await propose(team, "jonas", "lena", "leader")) == (409, "nobody-confirms")
    own = await proposed(team, "coordinator", "coordinator", "coordinator", "leader", version=1)
    assert refused(await answer(team, "coordinator", "coordinator", own)) == (403, "role-may-not")
    await changed(team, "coordinator", "jonas", "lena", "leader", "member")
    assert (await seat_of(team, "lena"))["roles"] == ["leader", "member"]


async def test_a_proposal_that_others_do_not_see_is_a_conflict_and_asks_nobody_whom_it_concerns(team: Team) -> None:
    await changed(team, "coordinator", "jonas", "lena", "leader", "member")
    await proposed(team, "jonas", "karl", "expert", "liaison")
    assert refused(await propose(team, "coordinator", "karl", "expert")) == (409, "roles-proposed")
    await proposed(team, "coordinator", "bram", "leader", "administrator")
    kind = "member.roles_proposed"
    assert kind in await notifications.kinds(team, "noor")
    assert kind not in await notifications.kinds(team, "bram"), "nobody confirms their own roles"
    version = (await seat_of(team, "bram"))["version"]
    read_json(await change_member(team, "noor", "bram", "POST", "/end", version=version))
    assert kind not in await notifications.kinds(team, "noor"), "nobody can confirm it any more"


async def test_withdrawn_and_rejected_roles_change_nothing(team: Team) -> None:
    change = await proposed(team, "coordinator", "lena", "leader")
    assert refused(await propose(team, "coordinator", "lena", "leader")) == (409, "roles-proposed")
    assert (await answer(team, "lena", "lena", change, "withdrawal")).status_code == 403
    read_json(await answer(team, "jonas", "lena", change, "withdrawal"))
    assert refused(await answer(team, "jonas", "lena", change)) == (409, "nothing-to-confirm")
    assert (await seat_of(team, "lena"))["roles"] == ["member"]
    read_json(
        await answer(team, "coordinator", "lena", await proposed(team, "coordinator", "lena", "leader"), "withdrawal")
    )
    assert len(await team.entries("lena", "member.roles_withdrawn")) == 2


async def test_last_leader_keeps_the_role(team: Team) -> None:
    await changed(team, "coordinator", "jonas", "lena", "leader")
    change = await proposed(team, "coordinator", "lena", "member", version=3)
    read_json(await answer(team, "jonas", "lena", change))
    assert refused(await propose(team, "coordinator", "jonas", "member")) == (409, "last-leader")
    change = await proposed(team, "coordinator", "bram", "member")
    read_json(await change_member(team, "bram", "noor", "PUT", "/until", until="2031-01-01T12:00:00+01:00"))
    assert refused(await answer(team, "noor", "bram", change)) == (409, "last-leader"), "of those without an end date"


@pytest.mark.parametrize(
    ("whom", "roles", "code"),
    [
        ("mara", ("leader", "coordinator"), 422),
        ("mara", ("leader", "administrator"), 422),
        ("daan", ("auditor", "member"), 422),
        ("daan", ("expert",), 422),
        ("daan", ("member",), 409),
        ("jit_auditor", ("leader",), 409),
    ],
)
async def test_roles_that_a_party_cannot_have_are_refused(
    team: Team, whom: str, roles: tuple[str, ...], code: int
) -> None:
    assert (await propose(team, "coordinator", whom, *roles)).status_code == code


async def test_database_lets_nobody_set_roles_alone(team: Team) -> None:
    """Not by a statement, not by a change that another transaction confirmed."""
    member = team.seats["daan"]["id"]
    change = await proposed(team, "noor", "daan", "leader")
    for who, statement, subject in (
        ("noor", RISE, member),
        ("daan", RISE, member),
        ("noor", CONFIRM, change),
        ("bram", CONFIRM, change),  # without its entry
    ):
        with pytest.raises(DBAPIError):
            await attempt(team, who, statement, subject=subject)
    assert await attempt(team, "jonas", CONFIRM, subject=change) == 0
    read_json(await answer(team, "bram", "daan", change))
    with pytest.raises(DBAPIError, match="confirmed proposal"):
        await attempt(team, "bram", APPLY, subject=UUID(change))


async def test_only_a_coordinator_proposes_roles_that_act_on_other_parties(team: Team) -> None:
    """A leader keeps them beside other roles, and takes them away."""
    for role in ("administrator", "coordinator"):
        assert refused(await propose(team, "noor", "daan", "member", role)) == (403, "coordinator-only")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", PROPOSE, subject=UUID(team.seats["daan"]["id"]), roles=["member", role])
    await changed(team, "noor", "bram", "admin", "administrator", "member")
    await changed(team, "coordinator", "bram", "daan", "administrator")


async def test_proposal_is_confirmed_neither_in_a_later_place_of_its_proposer_nor_after_its_proposer_left(
    team: Team,
) -> None:
    change = await proposed(team, "noor", "daan", "leader")
    read_json(await change_member(team, "bram", "noor", "POST", "/end"))
    form = member_form(email_of("noor"), PEOPLE["noor"])
    again = read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)
    path = team.path(f"/members/{again['id']}/confirmation")
    read_json(await team.client("bram").post(path, json={"name": again["name"]}))
    assert refused(await answer(team, "noor", "daan", change)) == (403, "own-proposal")
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "noor", CONFIRM, subject=UUID(change))
    assert refused(await answer(team, "bram", "daan", change)) == (409, "proposer-left")
    assert [await pending(team, who) for who in ("noor", "bram")] == [[], []]
    read_json(await answer(team, "bram", "daan", change, "withdrawal"))


async def test_leader_does_not_reject_roles_proposed_for_themselves(team: Team) -> None:
    change = await proposed(team, "coordinator", "bram", "member")
    assert refused(await answer(team, "bram", "bram", change, "withdrawal")) == (403, "own-seat")
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "bram", WITHDRAW, subject=UUID(change))
    read_json(await answer(team, "noor", "bram", change, "withdrawal"))
    own = await proposed(team, "bram", "bram", "leader")
    read_json(await answer(team, "bram", "bram", own, "withdrawal"))


async def test_party_and_proposing_coordinator_alone_read_the_reason_of_proposed_roles(team: Team) -> None:
    change = await proposed(team, "coordinator", "lena", "leader")
    read_json(await answer(team, "jonas", "lena", change, "withdrawal"))
    for kind, reason in (("member.roles_proposed", "Maternity leave of a colleague"), ("member.roles_withdrawn", "x")):
        for who in ("jonas", "lena", "karl", "auditor", "coordinator"):
            read = [one["fields"]["reason"].get("value") for one in await team.entries(who, kind)]
            assert read == [reason], (who, kind)
        for who in ("noor", "daan", "admin", "claire", "mara"):
            assert await team.entries(who, kind) == [], (who, kind)


async def test_database_compares_each_decision_with_its_entry_and_with_the_roles(team: Team) -> None:
    """Roles do not change under an entry that says "withdrawn", or names others; nor does the entry stand alone."""
    change = await proposed(team, "noor", "daan", "leader")
    seat = await as_seat.seat_of(team, "bram")
    assert seat.party is not None
    common: dict[str, Any] = {"member": UUID(team.seats["daan"]["id"]), "code": team.code("daan"), "former": ["member"]}
    reason = "Maternity leave of a colleague"
    confirmed = MemberRolesChanged(**common, roles=["leader"], reason=reason)
    others = MemberRolesChanged(**common, roles=["expert"], reason=reason)
    withdrawn = MemberRolesWithdrawn(**common, roles=["leader"], reason=reason, hearing=((seat.party, None),))
    cases: list[tuple[tuple[str, ...], Fact, str]] = [
        ((CONFIRM, APPLY), withdrawn, "stands in its ledger"),
        ((CONFIRM, APPLY), others, "stands in its ledger"),
        ((CONFIRM,), confirmed, "roles of the proposal"),
        ((WITHDRAW,), confirmed, "stands in its ledger"),
    ]

    async def decide(statements: tuple[str, ...], fact: Fact) -> None:
        async with team.context.database.writing(seat.requester) as session:
            for statement in statements:
                await session.execute(text(statement), {"subject": UUID(change), "seat": seat.id})
            await journal.append(session, seat, fact)

    for statements, fact, refusal in cases:
        with pytest.raises(DBAPIError, match=refusal):
            await decide(statements, fact)
    assert (await seat_of(team, "daan"))["roles"] == ["member"]
    read_json(await answer(team, "bram", "daan", change))


async def test_former_administrator_views_no_waiting_upload(team: Team) -> None:
    """An exhibit from outside the Union waits; its view ends with the role that verifies it."""
    exhibit = await quarantine.brought(team)
    path = team.path(f"/evidence/{exhibit['id']}")
    assert (await team.client("admin").get(path)).status_code == 200
    await changed(team, "noor", "bram", "admin", "member")
    assert (await team.client("admin").get(path)).status_code == 404
    await changed(team, "coordinator", "bram", "daan", "administrator")
    assert (await team.client("daan").get(path)).status_code == 200
