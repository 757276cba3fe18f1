"""Organisations: what an operator does once, and what only two of their administrators do together."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest

from app.settings import Settings
from tests.factories import accounts, organisations
from tests.factories.organisations import ADMIN, OWN, act, agreed, propose
from tests.factories.team import Team, email_of, read_json
from tests.support.databases.superuser import as_superuser

OTHER = "Federal Criminal Police Office"


@pytest.fixture
async def operator(team: Team) -> AsyncIterator[httpx.AsyncClient]:
    async with await organisations.operator_of(team) as browser:
        yield browser


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def named(team: Team, by: str = "noor") -> dict[str, bool]:
    """The accounts of the organisation, each with whether it administers."""
    found = read_json(await team.client(by).get(OWN))
    return {one["name"]: one["administrator"] for one in found["accounts"]}


class TestOperator:
    async def test_organisation_is_created_renamed_and_filled(self, team: Team, operator: httpx.AsyncClient) -> None:
        made = await organisations.make(team, operator)
        assert (
            refusal(await operator.post(ADMIN, json={"name": "Public Prosecution Service Rotterdam"}))[1]
            == "name-taken"
        )
        read_json(await operator.put(f"{ADMIN}/{made}/name", json={"name": "OM Rotterdam"}))
        (one,) = read_json(await operator.get(ADMIN))["items"]
        told = (one["name"], one["accounts"], one["administrators"], one["established"])
        assert told == ("OM Rotterdam", 3, 2, True)
        of_it = read_json(await operator.get("/api/administration/accounts", params={"organisation": made}))["items"]
        assert {one["email"] for one in of_it} == {email_of(who) for who in ("noor", "daan", "lena")}
        assert {one["organisation"] for one in of_it} == {"OM Rotterdam"}
        mine = read_json(await team.client("lena").get("/api/me/organisation"))
        assert mine == {"name": "OM Rotterdam", "administers": False, "recovery": None}
        acts = [one["act"] for one in read_json(await operator.get("/api/administration/acts"))["items"]]
        assert sorted(set(acts)) == [
            "organisation.account_added",
            "organisation.administrator_named",
            "organisation.created",
            "organisation.renamed",
        ]
        log = read_json(await team.client("noor").get(f"{OWN}/acts"))["items"]
        assert [one["act"] for one in log][:3] == ["organisation.renamed", "administrator.named", "administrator.named"]
        assert log[0]["actor"] == "Operator"

    async def test_account_has_at_most_one_organisation(self, team: Team, operator: httpx.AsyncClient) -> None:
        made = await organisations.make(team, operator)
        other = await organisations.make(team, operator, OTHER, administrators=("jonas", "karl"), members=())
        lena = team.accounts["lena"]
        assert refusal(await operator.post(f"{ADMIN}/{other}/accounts/{lena}")) == (409, "has-organisation")
        assert refusal(await operator.post(f"{ADMIN}/{made}/accounts/{lena}")) == (409, "has-organisation")
        assert (await operator.post(f"{ADMIN}/{uuid4()}/accounts/{lena}")).status_code == 404
        assert (await operator.post(f"{ADMIN}/{made}/accounts/{uuid4()}")).status_code == 404
        (shown,) = await accounts.make(team.context, ["shown@demo.test"], demonstration=True)
        assert refusal(await operator.post(f"{ADMIN}/{made}/accounts/{shown}")) == (409, "demonstration")

    async def test_first_administrators_are_named_once_and_are_two(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        made = read_json(await operator.post(ADMIN, json={"name": OTHER}), 201)["id"]
        for who in ("noor", "daan", "lena"):
            await organisations.put(operator, made, team.accounts[who])
        path, noor = f"{ADMIN}/{made}/administrators", str(team.accounts["noor"])
        for few in ([noor], [noor, noor]):
            assert (await operator.post(path, json={"administrators": few})).status_code == 422
        outside = [noor, str(team.accounts["jonas"])]
        assert (await operator.post(path, json={"administrators": outside})).status_code == 422
        me = read_json(await operator.get("/api/administration/accounts", params={"q": "operator@"}))["items"][0]["id"]
        assert refusal(await operator.post(path, json={"administrators": [noor, me]})) == (403, "own-account")
        both = [noor, str(team.accounts["daan"])]
        read_json(await operator.post(path, json={"administrators": both}))
        more = [noor, str(team.accounts["lena"])]
        assert refusal(await operator.post(path, json={"administrators": more})) == (409, "has-administrators")
        for who in ("noor", "daan"):  # an operator who disables them all cannot name others either
            read_json(await operator.post(f"/api/administration/accounts/{team.accounts[who]}/disabling"))
        assert refusal(await operator.post(path, json={"administrators": more})) == (409, "has-administrators")

    async def test_own_account_is_left_to_another_operator(self, team: Team, operator: httpx.AsyncClient) -> None:
        made = await organisations.make(team, operator)
        me = read_json(await operator.get("/api/administration/accounts", params={"q": "operator@"}))["items"][0]["id"]
        assert refusal(await operator.post(f"{ADMIN}/{made}/accounts/{me}")) == (403, "own-account")


async def test_organisation_is_absent_for_everybody_else(team: Team, operator: httpx.AsyncClient) -> None:
    await organisations.make(team, operator)
    proposal = read_json(await propose(team, "noor", "recovery", "lena"), 201)["id"]
    form = {"kind": "recovery", "concerned": str(team.accounts["lena"])}
    routes = [("GET", ""), ("GET", "/acts"), ("POST", "/proposals")]
    routes += [("POST", f"/proposals/{proposal}/{what}") for what in ("confirmation", "withdrawal", "code")]
    # A leader of the team, its administrator, a member of the organisation, a stranger, and the operator.
    for browser in (*(team.client(who) for who in ("jonas", "admin", "lena", "stranger")), operator):
        for method, path in routes:
            assert (await browser.request(method, OWN + path, json=form)).status_code == 404, path
    for method, path in routes:
        assert (await team.nobody().request(method, OWN + path, json=form)).status_code == 401
    others = [("GET", ""), ("POST", ""), ("PUT", f"/{uuid4()}/name"), ("POST", f"/{uuid4()}/administrators")]
    others += [("POST", f"/{uuid4()}/accounts/{uuid4()}")]
    for method, path in others:  # an administrator is no operator
        assert refusal(await team.client("noor").request(method, ADMIN + path, json={})) == (403, "operator-only")


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    return settings.model_copy(update={"operator_second_factor": getattr(request, "param", False)})


@pytest.mark.parametrize("settings", [True], indirect=True)
async def test_administrators_need_a_second_factor(team: Team) -> None:
    async with await organisations.operator_of(team) as operator, as_superuser(team) as connection:
        proved = "update sessions set second_factor = true where account = any ($1)"
        (one,) = await connection.fetch("select id from accounts where email = 'operator@host.test'")
        await connection.execute(proved, [one["id"]])
        await organisations.make(team, operator)
        assert refusal(await team.client("noor").get(OWN)) == (403, "second-factor-needed")
        told = read_json(await team.client("noor").get("/api/me/second-factors"))
        assert (told["demanded"], told["proved"]) == (True, False)
        assert read_json(await team.client("lena").get("/api/me/second-factors"))["demanded"] is False
        await connection.execute(proved, [team.accounts["noor"]])
        assert read_json(await team.client("noor").get(OWN))["waiting_hours"] == 24


class TestAdministrators:
    async def test_two_name_and_remove_another(self, team: Team, operator: httpx.AsyncClient) -> None:
        await organisations.make(team, operator)
        await agreed(team, "administrator_addition", "lena")
        assert await named(team) == {"Noor": True, "Daan": True, "Lena": True}
        await agreed(team, "administrator_removal", "daan", ("lena", "noor"))
        assert (await team.client("daan").get(OWN)).status_code == 404
        assert refusal(await propose(team, "noor", "administrator_removal", "lena")) == (409, "too-few-administrators")

    async def test_proposer_does_not_confirm(self, team: Team, operator: httpx.AsyncClient) -> None:
        await organisations.make(team, operator)
        proposal = read_json(await propose(team, "noor", "administrator_addition", "lena"), 201)
        assert (proposal["confirmable"], proposal["state"]) == (False, "open")
        assert refusal(await act(team, "noor", proposal["id"], "confirmation")) == (403, "own-proposal")
        again = await propose(team, "noor", "administrator_addition", "lena")
        assert refusal(again) == (409, "proposal-running")
        async with await accounts.signed_in(team.app, team.accounts["noor"]) as second:  # in another session
            assert refusal(await second.post(f"{OWN}/proposals/{proposal['id']}/confirmation")) == (403, "own-proposal")
        assert await named(team) == {"Noor": True, "Daan": True, "Lena": False}
        assert read_json(await act(team, "daan", proposal["id"], "withdrawal"))["state"] == "withdrawn"
        assert refusal(await act(team, "daan", proposal["id"], "confirmation")) == (409, "proposal-settled")

    async def test_proposals_of_removed_administrator_are_void(self, team: Team, operator: httpx.AsyncClient) -> None:
        await organisations.make(team, operator, administrators=("noor", "daan", "bram"))
        recovery = read_json(await propose(team, "bram", "recovery", "lena"), 201)["id"]
        await agreed(team, "administrator_removal", "bram")
        assert refusal(await act(team, "noor", recovery, "confirmation")) == (409, "proposal-settled")
        assert (await act(team, "bram", recovery, "confirmation")).status_code == 404

    async def test_proposal_of_disabled_administrator_is_not_confirmed(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        await organisations.make(team, operator, administrators=("noor", "daan", "bram"))
        recovery = read_json(await propose(team, "bram", "recovery", "lena"), 201)["id"]
        read_json(await operator.post(f"/api/administration/accounts/{team.accounts['bram']}/disabling"))
        assert refusal(await act(team, "noor", recovery, "confirmation")) == (409, "proposer-removed")

    async def test_two_who_remove_each_other_at_once_leave_two(self, team: Team, operator: httpx.AsyncClient) -> None:
        await organisations.make(team, operator, administrators=("noor", "daan", "bram"))
        first = read_json(await propose(team, "noor", "administrator_removal", "daan"), 201)["id"]
        second = read_json(await propose(team, "daan", "administrator_removal", "noor"), 201)["id"]
        answers = await asyncio.gather(
            act(team, "bram", first, "confirmation"), act(team, "bram", second, "confirmation")
        )
        assert sorted(one.status_code for one in answers) == [200, 409]
        assert sum((await named(team, "bram")).values()) == 2


class TestMove:
    async def test_needs_an_administrator_of_each(self, team: Team, operator: httpx.AsyncClient) -> None:
        made = await organisations.make(team, operator)
        other = await organisations.make(team, operator, OTHER, administrators=("jonas", "karl"), members=())
        third = await organisations.make(team, operator, "Third", administrators=("mara", "claire"), members=())
        recovery = await agreed(team, "recovery", "lena")
        move = read_json(await propose(team, "noor", "move", "lena", destination=other), 201)["id"]
        assert refusal(await act(team, "daan", move, "confirmation")) == (403, "other-organisation")
        assert (await act(team, "mara", move, "confirmation")).status_code == 404, "a third organisation sees nothing"
        (seen,) = read_json(await team.client("jonas").get(OWN))["proposals"]
        assert (seen["incoming"], seen["confirmable"], seen["concerned_name"]) == (True, True, "Lena")
        read_json(await act(team, "jonas", move, "confirmation"))
        assert await named(team, "jonas") == {"Jonas": True, "Karl": True, "Lena": False}
        assert await named(team) == {"Noor": True, "Daan": True}
        mine = read_json(await team.client("lena").get("/api/me/organisation"))
        assert (mine["name"], mine["recovery"]) == (OTHER, None), "the former organisation recovers nothing any more"
        await organisations.end_waiting_time(team, recovery)
        assert refusal(await act(team, "noor", recovery, "code")) == (409, "no-recovery")
        assert (await propose(team, "noor", "recovery", "lena")).status_code == 404
        names = {one["id"] for one in read_json(await team.client("noor").get(OWN))["destinations"]}
        assert names == {other, third}, made

    async def test_administrators_and_unfit_destinations_are_refused(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        made = await organisations.make(team, operator)
        other = await organisations.make(team, operator, OTHER, administrators=("jonas", "karl"), members=())
        empty = read_json(await operator.post(ADMIN, json={"name": "Empty"}), 201)["id"]
        assert refusal(await propose(team, "noor", "move", "daan", destination=other)) == (409, "is-administrator")
        assert refusal(await propose(team, "noor", "move", "lena", destination=empty)) == (
            409,
            "too-few-administrators",
        )
        for unfit in (None, made, str(uuid4())):
            assert (await propose(team, "noor", "move", "lena", destination=unfit)).status_code == 422
        assert (await propose(team, "noor", "recovery", "lena", destination=other)).status_code == 422
        move = read_json(await propose(team, "noor", "move", "lena", destination=other), 201)["id"]
        assert read_json(await act(team, "karl", move, "withdrawal"))["state"] == "withdrawn"
