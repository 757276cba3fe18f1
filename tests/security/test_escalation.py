"""Class 11: delegated administration does not escalate.

`tests/rules/test_permissions.py` tests the table of roles and routes. Here: what a role can do with its own routes.
"""

from typing import Any

import pytest

from tests.factories import accounts
from tests.factories.team import PEOPLE, Team, email_of, jit_form, member_form, party_form, read_json
from tests.security.conftest import HiddenExhibit


async def propose(team: Team, party: str | None, authority: str | None, *roles: str, email: str) -> Any:
    """A proposal by the coordinator."""
    form = member_form(email, PEOPLE["daan"], party=party, authority=authority, roles=list(roles))
    return await team.client("coordinator").post(team.path("/members"), json=form)


@pytest.mark.parametrize(("party", "authority"), [("NL", "OM"), ("DE", "STA"), ("FR", "TJ"), ("CH", "BA")])
async def test_the_coordinator_gets_no_code_where_a_leader_sits(team: Team, party: str, authority: str) -> None:
    """Nor does it confirm; its accomplice waits for a leader of that very party."""
    (accomplice,) = await accounts.make(team.context, ["accomplice@nl.test"])
    proposed = read_json(await propose(team, party, authority, "leader", email="accomplice@nl.test"), 201)
    assert (proposed["one_time_code"], proposed["state"]) == (None, "proposed")
    browser = await accounts.signed_in(team.app, accomplice)
    path = team.path(f"/members/{proposed['id']}/confirmation")
    others = [who for who in ("noor", "jonas", "claire", "mara") if PEOPLE[who].party != party]
    for who in (team.client("coordinator"), team.client("admin"), *map(team.client, others)):
        assert (await who.post(path, json={"name": proposed["name"]})).status_code == 403
    assert (await browser.post(path, json={"name": proposed["name"]})).status_code == 404
    assert (await browser.get(team.path())).status_code == 404
    await browser.aclose()


async def test_nobody_rises_by_a_second_proposal(team: Team) -> None:
    for who in ("coordinator", "daan", "admin", "lena"):
        party, authority = PEOPLE[who].party, PEOPLE[who].authority
        for email in (email_of(who), email_of(who).upper(), f" {email_of(who)} "):
            assert (await propose(team, party, authority, "leader", email=email)).status_code == 409, email
    assert (await propose(team, None, None, "auditor", email=email_of("coordinator"))).status_code == 409


async def test_an_administrator_adds_a_party_and_gains_no_exhibit(team: Team, hidden: HiddenExhibit) -> None:
    admin = team.client("admin")
    read_json(await admin.post(team.path("/parties"), json=party_form("ES")), 201)
    for code in ("NL", "JIT"):
        assert (await admin.post(team.path("/parties"), json=party_form(code))).status_code in {409, 422}
    assert (await admin.get(team.path(f"/evidence/{hidden.evidence}"))).status_code == 404
    form = member_form("new@es.test", PEOPLE["daan"], party="ES", authority="POL")
    assert (await admin.post(team.path("/members"), json=form)).status_code == 403


async def test_the_right_to_found_is_the_platforms_alone(team: Team) -> None:
    for who in ("noor", "admin", "jit_auditor", "stranger"):
        assert (await team.client(who).post("/api/jits", json=jit_form())).status_code == 403, who


async def test_the_archive_is_the_auditors_of_all(team: Team) -> None:
    archive = {"profile": "archive", "scope": {}}
    for who in ("noor", "daan", "auditor", "coordinator", "admin"):
        assert (await team.client(who).post(team.path("/exports"), json=archive)).status_code == 403, who
