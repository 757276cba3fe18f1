"""The roles of a member change by two people, and the membership goes on."""

from typing import Final
from uuid import UUID

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories import notifications
from tests.factories.role_changes import answer, changed, propose, proposed
from tests.factories.sharing import quarantine
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.teams.test_seats_in_time import change as change_member
from tests.teams.test_seats_in_time import seat_of

RISE: Final = "update members set roles = '{leader}' where id = :subject"
CONFIRM: Final = (
    "update role_changes set outcome = 'confirmed', decided_by = :seat, decided_at = now() where id = :subject"
)


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
    change = await proposed(team, "noor", "daan", "administrator")
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
        await attempt(team, "bram", "select apply_confirmed_roles(:subject)", subject=UUID(change))


async def test_former_administrator_views_no_waiting_upload(team: Team) -> None:
    """An exhibit from outside the Union waits; its view ends with the role that verifies it."""
    exhibit = await quarantine.brought(team)
    path = team.path(f"/evidence/{exhibit['id']}")
    assert (await team.client("admin").get(path)).status_code == 200
    await changed(team, "noor", "bram", "admin", "member")
    assert (await team.client("admin").get(path)).status_code == 404
    await changed(team, "noor", "bram", "daan", "administrator")
    assert (await team.client("daan").get(path)).status_code == 200
