"""Named tokens of scripts: made once, kept as digests, and held to scope, team, networks and lifetime."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from app import clock, ocsf
from app.access.scripts import is_within, network_of
from app.identity import passwords
from tests.factories import accounts, evidence
from tests.factories.accounts import PASSWORD
from tests.factories.team import Team, read_json
from tests.support.live_channel import listen
from tests.support.program import new_client

OFFICE = "192.0.2.0/24"


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_verify", lambda password, stored: stored is not None and password == PASSWORD)


async def try_make(browser: httpx.AsyncClient, **changes: Any) -> httpx.Response:
    form: dict[str, Any] = {
        "name": "Nightly",
        "scope": "write",
        "team": None,
        "networks": [],
        "days": 30,
        "password": PASSWORD,
    }
    return await browser.post("/api/me/tokens", json=form | changes)


async def new(browser: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = read_json(await try_make(browser, **changes), 201)
    return made


async def make(team: Team, who: str = "noor", *, address: str = "127.0.0.1", **changes: Any) -> httpx.AsyncClient:
    """A script with a new token of this person, whose requests come from `address`."""
    return script(team, (await new(team.client(who), **changes))["secret"], address)


def script(team: Team, secret: str, address: str = "127.0.0.1") -> httpx.AsyncClient:
    client = new_client(team.app, address=address, origin=None)
    client.headers["Authorization"] = f"Bearer {secret}"
    return client


async def tokens(team: Team, who: str = "noor") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get("/api/me/tokens"))["items"]
    return items


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_a_token_is_shown_once_stored_as_digest_and_tells_its_last_use(team: Team) -> None:
    made = await new(team.client("noor"), team=team.id, networks=["192.0.2.7", OFFICE, OFFICE])
    secret = made["secret"]
    assert made["token"]["networks"] == ["192.0.2.7/32", OFFICE]
    (listed,) = await tokens(team)
    assert (listed["team"], listed["last_used_at"], listed["last_address"]) == (team.id, None, None)
    assert secret not in str(listed)
    async with team.context.database.reading() as session:
        rows = await session.execute(
            text("select s.*, t.* from sessions s left join script_tokens t on t.session = s.id")
        )
        assert secret not in str(rows.all())
    tasks = {"title": "Read the mailbox", "assignee": team.code("noor")}
    client = script(team, secret, "192.0.2.7")
    read_json(await client.post(team.path("/tasks"), json=tasks), 201)
    (listed,) = await tokens(team)
    assert (listed["last_address"], listed["last_used_at"] is None) == ("192.0.2.7", False)
    await team.context.authentication.seen.write(team.context.database)
    assert (await tokens(team))[0]["last_address"] == "192.0.2.7", "it is written to the row"
    kinds = [one["kind"] for one in read_json(await team.client("noor").get("/api/sessions"))["items"]]
    assert "script" not in kinds


async def test_a_token_that_reads_changes_nothing_and_opens_no_contents(team: Team) -> None:
    exhibit = await evidence.register(team)
    reader = await make(team, scope="read")
    path = team.path(f"/evidence/{exhibit['id']}")
    assert (await reader.get(path)).status_code == 200
    assert (await reader.get("/api/me")).status_code == 200
    shown = read_json(await reader.get("/api/me"))["seats"][0]["seat"]["permissions"]
    assert "evidence:read" in shown
    assert not {"evidence:open", "release:grant"} & set(shown)
    writes = [
        ("POST", team.path("/tasks"), {"title": "x"}),
        ("PATCH", path, {"title": "x"}),
        ("POST", f"{path}/withdrawal", {"reason": "x"}),
        ("POST", team.path("/calendar-feeds"), {"name": "x"}),
    ]
    for method, address, body in writes:
        refused = await reader.request(method, address, json=body, headers={"If-Match": '"1"'})
        assert refusal(refused) == (403, "token-scope"), address
    for contents in (f"{path}/openings/{exhibit['id']}", team.path("/exports")):
        assert refusal(await reader.get(contents)) == (403, "token-scope"), contents


async def test_a_token_never_reaches_the_account_other_teams_or_what_outlives_it(team: Team) -> None:
    writer = await make(team)
    limited = script(team, (await new(team.client("noor"), team=team.id))["secret"])
    body: dict[str, Any] = {
        "name": "x",
        "scope": "write",
        "team": None,
        "networks": [],
        "days": 365,
        "password": PASSWORD,
    }
    mine = (await tokens(team))[0]["id"]
    acts = [
        ("PATCH", "/api/me", {"name": "Somebody"}),
        ("POST", "/api/me/tokens", body),
        ("DELETE", f"/api/me/tokens/{mine}", None),
        ("DELETE", "/api/sessions", None),
        ("POST", "/api/me/passkeys/challenge", {"password": PASSWORD}),
        ("POST", "/api/jits", {}),
        ("PUT", "/api/me/notifications", {}),
    ]
    for method, path, form in acts:
        for client in (writer, limited):
            assert refusal(await client.request(method, path, json=form)) == (403, "token-scope"), path
    refused = await writer.post(team.path("/calendar-feeds"), json={"name": "x"})
    assert refusal(refused) == (403, "token-scope"), "the secret of a calendar would outlive the token"
    for path in ("/api/me", "/api/jits", f"/api/jits/{clock.new_id()}/evidence"):
        assert refusal(await limited.get(path)) == (403, "token-scope"), path
    assert (await limited.get(team.path("/evidence"))).status_code == 200
    assert (await writer.get(f"/api/jits/{clock.new_id()}/evidence")).status_code == 404
    assert len(await tokens(team)) == 2


async def test_a_token_never_gives_more_than_its_owner_may(team: Team) -> None:
    auditor, member = await make(team, "jit_auditor"), await make(team, "hugo")
    assert refusal(await auditor.post(team.path("/tasks"), json={"title": "x"})) == (403, "role-may-not")
    assert (await member.get(team.path("/evidence"))).status_code == 200
    path, headers = team.path(f"/members/{team.seats['hugo']['id']}/suspension"), {"If-Match": '"2"'}
    read_json(await team.client("claire").post(path, json={"reason": "x"}, headers=headers))
    assert (await member.get(team.path("/evidence"))).status_code == 404
    owner = await accounts.make(team.context, ["boss@host.test"], operator=True, may_found=True)
    boss = await accounts.signed_in(team.app, owner[0])
    secret = (await new(boss))["secret"]
    assert refusal(await script(team, secret).get("/api/administration/accounts")) == (403, "operator-only")
    outside = await try_make(boss, team=team.id)
    assert (outside.status_code, outside.json()["errors"][0]["field"]) == (422, "team")


async def test_another_network_is_refused_and_no_header_helps(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str | None, object]] = []
    secret = (await new(team.client("noor"), networks=[OFFICE, "2001:db8::/32"]))["secret"]
    monkeypatch.setattr(
        ocsf, "authentication", lambda _activity, **said: told.append((said.get("refused"), said["account"]))
    )
    for address in ("192.0.2.255", "2001:db8::1", "::ffff:192.0.2.9"):
        assert (await script(team, secret, address).get("/api/me")).status_code == 200, address
    for address in ("192.0.3.1", "2001:db9::1", "", "no address"):
        stranger = script(team, secret, address)
        for header in ("X-Forwarded-For", "X-Real-IP", "Forwarded"):
            forged = {header: "for=192.0.2.9" if header == "Forwarded" else "192.0.2.9"}
            assert refusal(await stranger.get("/api/me", headers=forged)) == (403, "token-network"), (address, header)
        assert refusal(await stranger.get(team.path("/evidence"))) == (403, "token-network")
    assert set(told) == {("token-network", team.accounts["noor"])}


async def test_the_server_believes_no_forwarded_address(team: Team, wire: str) -> None:
    secret = (await new(team.client("noor"), networks=[OFFICE]))["secret"]
    async with httpx.AsyncClient(base_url=wire) as stranger:
        headers = {"Authorization": f"Bearer {secret}", "X-Forwarded-For": "192.0.2.9"}
        assert refusal(await stranger.get("/api/me", headers=headers)) == (403, "token-network")


@pytest.mark.parametrize("end", ["revoked", "all revoked", "expired", "closed", "password"])
async def test_an_ended_token_is_refused_and_told_to_monitoring(
    team: Team, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    secret = (await new(team.client("noor"), days=1))["secret"]
    client = script(team, secret)
    assert (await client.get("/api/me")).status_code == 200
    told: list[object] = []
    if end == "revoked":
        path = f"/api/me/tokens/{(await tokens(team))[0]['id']}"
        assert (await team.client("noor").delete(path)).status_code == 204
        assert (await team.client("noor").delete(path)).status_code == 404
    elif end == "all revoked":
        assert (await team.client("noor").delete("/api/me/tokens")).status_code == 204
        assert (await team.client("noor").get("/api/me")).status_code == 200
    elif end == "expired":
        now = clock.now()
        monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=1, seconds=1))
    elif end == "closed":
        await accounts.close(team.context, "noor@nl.test")
    else:
        form = {"current": PASSWORD, "new": "nine purple elephants dance"}
        assert (await team.client("noor").post("/api/me/password", json=form)).status_code == 204
    monkeypatch.setattr(
        ocsf, "authentication", lambda _activity, **said: told.append((said["refused"], said["account"]))
    )
    for path in ("/api/me", team.path("/evidence")):
        assert refusal(await client.get(path)) == (401, "token-ended")
    assert told == [("token-ended", team.accounts["noor"])] * 2


async def test_a_token_is_not_bound_to_the_time_without_use(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    client = await make(team)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=3))
    assert (await client.get("/api/me")).status_code == 200


@pytest.mark.parametrize("token", ["liaison_", "liaison_" + "A" * 43, "liaison_" + "A" * 30_000, "liaison_é"])
async def test_an_invented_or_oversized_token_is_nobody(team: Team, token: str) -> None:
    client = new_client(team.app, origin=None)
    headers = {b"authorization": f"Bearer {token}".encode("latin-1")}
    assert refusal(await client.get("/api/me", headers=headers)) == (401, "token-ended")


async def test_the_digest_of_a_session_or_token_opens_nothing_elsewhere(team: Team) -> None:
    secret = (await new(team.client("noor")))["secret"]
    browser = new_client(team.app)
    browser.cookies.set("liaison_session", secret)
    assert (await browser.get("/api/me")).status_code == 401
    cookie = team.client("noor").cookies["liaison_session"]
    assert (await script(team, cookie).get("/api/me")).status_code == 401
    assert (await script(team, f"liaison_{cookie}").get("/api/me")).status_code == 401


async def test_another_persons_token_is_as_absent(team: Team) -> None:
    await make(team)
    (mine,) = await tokens(team)
    foreign, absent = [
        await team.client("lena").delete(f"/api/me/tokens/{one}") for one in (mine["id"], clock.new_id())
    ]
    assert (foreign.status_code, foreign.json()["detail"]) == (404, absent.json()["detail"])
    own = read_json(await team.client("noor").get("/api/sessions"))["items"][0]["id"]
    assert (await team.client("noor").delete(f"/api/me/tokens/{own}")).status_code == 404, "a session, not a token"
    assert await tokens(team, "lena") == []
    assert len(await tokens(team)) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"networks": ["192.0.2.1/24"]}, "networks"),
        ({"networks": ["192.0.2.0/33"]}, "networks"),
        ({"networks": ["::ffff:192.0.2.0/120"]}, "networks"),
        ({"networks": ["1.2.3"]}, "networks"),
        ({"networks": [OFFICE] * 21}, "networks"),
        ({"days": 366}, "days"),
        ({"days": 0}, "days"),
        ({"days": None}, "days"),
        ({"scope": "operator"}, "scope"),
        ({"name": " "}, "name"),
        ({"password": "another"}, "password"),
    ],
)
async def test_what_a_token_may_not_be(team: Team, changes: dict[str, Any], field: str) -> None:
    refused = await try_make(team.client("noor"), **changes)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"].startswith(field)
    assert await tokens(team) == []


async def test_an_account_with_a_second_factor_makes_tokens_only_where_it_was_proved(team: Team) -> None:
    async with team.context.database.writing() as session:
        await session.execute(
            text(
                "insert into authenticator_apps (account, secret, created_at, confirmed_at)"
                " values (:account, '\\x00', now(), now())"
            ),
            {"account": team.accounts["noor"]},
        )
    assert refusal(await try_make(team.client("noor"))) == (403, "second-factor-needed")
    async with team.context.database.writing() as session:
        await session.execute(
            text("update sessions set second_factor = true where account = :account"),
            {"account": team.accounts["noor"]},
        )
    assert (await try_make(team.client("noor"))).status_code == 201
    by_token = await accounts.bearer(team.app, team.accounts["noor"])
    assert refusal(await try_make(by_token)) == (403, "token-may-not")


async def test_a_socket_ends_with_its_token(team: Team, wire: str) -> None:
    secret = (await new(team.client("noor"), scope="read", team=team.id))["secret"]
    headers = {"Authorization": f"Bearer {secret}"}
    async with listen(wire, team, None, additional_headers=headers) as stream:
        assert (await team.client("noor").delete("/api/me/tokens")).status_code == 204
        while (said := await stream.frame(within=5))["type"] != "bye":
            pass
        assert said["reason"] == "revoked"


def test_networks_match_by_family_and_length() -> None:
    assert network_of("2001:DB8:0::/32") == "2001:db8::/32"
    assert is_within("10.1.2.3", ["10.0.0.0/8"])
    for address, network in (("11.1.2.3", "10.0.0.0/8"), ("::1", "127.0.0.0/8"), ("", "0.0.0.0/0")):
        assert not is_within(address, [network])
    for wrong in ("10.0.0.1/8", "fe80::%eth0/64", "1" * 60, "::ffff:10.0.0.0/104"):
        with pytest.raises(ValueError):  # noqa: PT011 - any of the parser's
            network_of(wrong)
