"""Second factor again before acts: for each kind, what a proof opens and what it does not."""

from datetime import timedelta
from typing import Any

import httpx
import pyotp
import pytest
from fastapi import FastAPI

from app import clock
from app.access.step_up import ActKind
from app.api.step_up_acts import ACTS
from app.identity import passwords
from tests.factories import accounts, evidence
from tests.factories.accounts import PASSWORD
from tests.factories.sharing import bulk_releases, four_eyes, gates
from tests.factories.step_up import add_passkey, challenge, demand, prove
from tests.factories.team import Team, read_json
from tests.rules.test_permissions import lines
from tests.support.program import new_client

KINDS = list(ActKind)
#: A route of each kind, where ids and contents do not matter: the guard comes first.
ROUTES = {
    ActKind.RECALL: ("DELETE", "/evidence/{id}/releases/DE"),
    ActKind.ERASURE: ("POST", "/evidence/{id}/erasure"),
    ActKind.EXPORT: ("POST", "/exports"),
    ActKind.SIGNING: ("POST", "/channels/{id}/messages/{id}/signatures"),
    ActKind.MEMBER_CONFIRMATION: ("POST", "/members/{id}/confirmation"),
    ActKind.KEYS_AND_POLICY: ("PUT", "/four-eyes"),
}


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_verify", lambda password, stored: stored is not None and password == PASSWORD)


async def act(team: Team, browser: httpx.AsyncClient, kind: ActKind, exhibit: str) -> httpx.Response:
    """Do an act of this kind."""
    if kind is ActKind.RESTRICTED_RELEASE:
        terms, headers = {"level": "listed", "privilege_checked": True}, {"If-None-Match": "*"}
        return await browser.put(team.path(f"/evidence/{exhibit}/releases/DE"), json=terms, headers=headers)
    method, path = ROUTES[kind]
    return await browser.request(method, team.path(path.format(id=exhibit)), json={})


def refusal(answer: httpx.Response) -> str | None:
    return answer.json().get("code") if answer.status_code == 403 else None


def test_every_act_is_a_route() -> None:
    known = {f"{method} {path}" for method, path, _ in lines()}
    assert {route for routes in ACTS.values() for route in routes} <= known
    assert set(ACTS) | {ActKind.RESTRICTED_RELEASE} == set(ActKind)


@pytest.mark.parametrize("kind", KINDS)
async def test_an_act_needs_a_recent_proof_of_its_kind_in_its_session(
    team: Team, app: FastAPI, monkeypatch: pytest.MonkeyPatch, kind: ActKind
) -> None:
    noor = team.client("noor")
    exhibit = (await evidence.register(team, "noor", handling=["H1"]))["id"]
    key = await add_passkey(noor)
    assert refusal(await act(team, noor, kind, exhibit)) is None, "nothing is demanded by default"
    if kind is ActKind.RESTRICTED_RELEASE:
        exhibit = (await evidence.register(team, "noor", handling=["H1"]))["id"]
    read_json(await demand(team, kind))

    refused = await act(team, noor, kind, exhibit)
    assert (refusal(refused), refused.json()["kind"]) == ("step-up-needed", kind)
    other = KINDS[KINDS.index(kind) - 1]
    assert (await prove(noor, key, other)).status_code == 204
    assert refusal(await act(team, noor, kind, exhibit)) == "step-up-needed", "a proof for another kind"
    elsewhere = await accounts.signed_in(app, team.accounts["noor"])
    assert (await prove(elsewhere, key, kind)).status_code == 204
    assert refusal(await act(team, noor, kind, exhibit)) == "step-up-needed", "a proof of another session"
    for script in await scripts(team, noor):
        assert refusal(await act(team, script, kind, exhibit)) == "scripts-may-not"
        assert refusal(await script.post("/api/me/step-up", json={"kind": kind, "code": "000000"})) in {
            "token-may-not",
            "token-scope",
        }

    assert (await prove(noor, key, kind)).status_code == 204
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=5, seconds=1))
    assert refusal(await act(team, noor, kind, exhibit)) == "step-up-needed", "a proof that is too old"
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=4, seconds=50))
    assert refusal(await act(team, noor, kind, exhibit)) is None
    assert refusal(await act(team, team.client("lena"), kind, exhibit)) != "step-up-needed", "another party"


async def scripts(team: Team, browser: httpx.AsyncClient) -> list[httpx.AsyncClient]:
    """A script with a token of ten minutes, and one with a named token."""
    form: dict[str, Any] = {
        "name": "x",
        "scope": "write",
        "team": None,
        "networks": [],
        "days": 1,
        "password": PASSWORD,
    }
    named = new_client(team.app, origin=None)
    secret = read_json(await browser.post("/api/me/tokens", json=form), 201)["secret"]
    named.headers["Authorization"] = f"Bearer {secret}"
    return [await accounts.bearer(team.app, team.accounts["noor"]), named]


async def test_a_member_without_a_factor_is_told_to_set_one_up(team: Team) -> None:
    await add_passkey(team.client("noor"))
    read_json(await demand(team, "export"))
    answer = await act(team, team.client("bram"), ActKind.EXPORT, str(clock.new_id()))
    assert refusal(answer) == "second-factor-missing"


async def test_no_answer_serves_twice_or_for_another_kind_session_or_person(team: Team, app: FastAPI) -> None:
    noor, bram = team.client("noor"), team.client("bram")
    key, other = await add_passkey(noor), await add_passkey(bram)
    asked = await challenge(noor, "export")
    answer = key.answer(asked)
    elsewhere = await accounts.signed_in(app, team.accounts["noor"])
    for browser, kind, given in (
        (noor, "recall", answer),
        (elsewhere, "export", answer),
        (bram, "export", answer),
        (noor, "export", other.answer(asked)),
        (noor, "export", other.answer(asked) | {"user": answer["user"]}),
        (noor, "export", key.answer((await noor.post("/api/passkeys/challenge")).json())),
    ):
        refused = await browser.post("/api/me/step-up", json={"kind": kind, "answer": given})
        assert refusal(refused) == "wrong-passkey"
    answer = key.answer(asked)
    body = {"kind": "export", "answer": answer}
    assert (await noor.post("/api/me/step-up", json=body)).status_code == 204
    assert refusal(await noor.post("/api/me/step-up", json=body)) == "wrong-passkey"


@pytest.mark.parametrize("body", [{}, {"code": "000000", "answer": None}, {"code": "1"}])
async def test_a_code_without_an_app_proves_nothing(team: Team, body: dict[str, Any]) -> None:
    refused = await team.client("noor").post("/api/me/step-up", json={"kind": "export"} | body)
    assert refused.status_code in {409, 422}


async def test_it_is_switched_on_by_an_able_leader_and_off_only_with_a_proof(team: Team) -> None:
    refused = await demand(team, "export")
    assert (refused.status_code, refused.json()["code"]) == (409, "no-second-factor")
    noor = team.client("noor")
    key = await add_passkey(noor)
    path = team.path("/step-up")
    before = read_json(await noor.get(path))
    assert (before["kinds"], before["version"], before["able"]) == ([], 0, True)
    assert before["unable"] == before["members"] - 1
    assert read_json(await demand(team, "export", "recall"))["kinds"] == ["recall", "export"]
    assert refusal(await demand(team)) == "step-up-needed"
    assert (await prove(noor, key, "keys_and_policy")).status_code == 204
    assert read_json(await demand(team))["kinds"] == []
    assert (await team.client("hugo").put(path, json={"kinds": [], "reason": "x"})).status_code in {403, 404}
    assert [one["kind"] for one in await team.entries("bram", "step_up.set")] == ["step_up.set"] * 2
    assert await team.entries("lena", "step_up.set") == [], "of that party alone"


async def test_releases_of_unrestricted_exhibits_need_no_proof(team: Team) -> None:
    noor = team.client("noor")
    await add_passkey(noor)
    read_json(await demand(team, "restricted_release"))
    exhibit = (await evidence.register(team, "noor"))["id"]
    assert refusal(await act(team, noor, ActKind.RESTRICTED_RELEASE, exhibit)) is None


async def test_a_bulk_release_with_a_restricted_exhibit_is_refused_whole(team: Team) -> None:
    noor = team.client("noor")
    key = await add_passkey(noor)
    read_json(await demand(team, "restricted_release"))
    plain, restricted = await evidence.register(team), await evidence.register(team, handling=["H1"])
    items = [bulk_releases.item(plain, "DE"), bulk_releases.item(restricted, "DE")]
    terms = {"party": "DE", "level": "listed"}
    refused = await bulk_releases.share(team, "noor", items, terms)
    assert refusal(refused) == "step-up-needed", refused.text
    assert await evidence.listed(team, "lena") == []
    assert (await prove(noor, key, "restricted_release")).status_code == 204
    assert (await bulk_releases.share(team, "noor", items, terms)).status_code == 200
    assert len(await evidence.listed(team, "lena")) == 2


async def test_a_change_that_ends_access_and_a_second_leader_need_a_proof_for_recalls(team: Team) -> None:
    noor, bram = team.client("noor"), team.client("bram")
    own, key = await add_passkey(noor), await add_passkey(bram)
    exhibit = await evidence.register(team)
    assert (await evidence.grant(team, "noor", exhibit, "DE")).is_success
    read_json(await demand(team, "recall"))
    narrower = await evidence.grant(team, "noor", exhibit, "DE", version=1, seats=[team.code("lena")])
    assert refusal(narrower) == "step-up-needed", narrower.text
    read_json(await four_eyes.demand(team, "noor", "recall"))
    assert (await prove(noor, own, "recall")).status_code == 204
    assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 202
    (wish,) = await gates.waiting(team, "noor", exhibit)
    assert refusal(await four_eyes.confirm(team, "bram", wish)) == "step-up-needed"
    assert (await prove(bram, key, "recall")).status_code == 204
    assert (await four_eyes.confirm(team, "bram", wish)).is_success


async def test_a_code_of_the_app_is_a_proof_once(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    noor, now = team.client("noor"), clock.now()
    begun = read_json(await noor.post("/api/me/authenticator", json={"password": PASSWORD}), 201)
    app = pyotp.TOTP(begun["secret"])
    codes = read_json(await noor.post("/api/me/authenticator/confirmation", json={"code": app.at(now)}))["codes"]
    now += timedelta(seconds=30)
    monkeypatch.setattr(clock, "now", lambda: now)
    read_json(await demand(team, "export"))
    assert await challenge(noor, "export") == {"challenge": None, "domain": None, "app": True}
    for wrong in (codes[0], "000000"):
        refused = await noor.post("/api/me/step-up", json={"kind": "export", "code": wrong})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "code"), "no recovery code either"
    body = {"kind": "export", "code": app.at(now)}
    assert (await noor.post("/api/me/step-up", json=body)).status_code == 204
    assert refusal(await act(team, noor, ActKind.EXPORT, str(clock.new_id()))) is None
    assert (await noor.post("/api/me/step-up", json=body)).status_code == 422
    attempts = [await noor.post("/api/me/step-up", json=body) for _ in range(6)]
    assert attempts[-1].status_code == 429
