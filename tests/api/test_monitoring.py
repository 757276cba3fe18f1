"""The access log for an operator's monitoring: a real server writes OCSF events, and no secret is in them."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from app import embedded, ocsf
from app.api.guards import COOKIE, DEVICE
from app.settings import Settings
from tests.factories.accounts import PASSWORD
from tests.factories.team import Team, email_of
from tests.support.server import settings_on_wire

HTTP: Final = 4002
AUTHENTICATION: Final = 3002
WRONG: Final = "a wrong password that was typed"
SECRET: Final = "c2VjcmV0LW9mLWEtY2FsZW5kYXItZmVlZC1vZi1ub29y"
#: OCSF 1.3: what each event has, and what each of the two classes has.
REQUIRED: Final = {"class_uid", "category_uid", "activity_id", "type_uid", "time", "severity_id", "metadata"}
OF_CLASS: Final = {HTTP: {"http_request", "http_response", "src_endpoint"}, AUTHENTICATION: {"user", "service"}}


def demand_complete(event: dict[str, Any]) -> None:
    kind = event["class_uid"]
    assert REQUIRED | OF_CLASS[kind] <= set(event)
    assert event["type_uid"] == kind * 100 + event["activity_id"]
    assert event["category_uid"] == kind // 1000
    assert event["metadata"]["version"]
    assert event["metadata"]["product"]["vendor_name"]
    assert isinstance(event["time"], int)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "access.jsonl"
    ocsf.configure(None)


@pytest.fixture
def settings(database_urls: embedded.Urls, tmp_path: Path, log: Path) -> Settings:
    return settings_on_wire(database_urls, tmp_path / "state", access_log=str(log))


async def talk(url: str, team: Team) -> list[str]:
    """Sign in after two mistakes, read, sign out. Returns every secret that was used."""
    email = email_of("noor")
    async with httpx.AsyncClient(base_url=url, headers={"Origin": url, "User-Agent": "monitored/1"}) as client:
        for who, password in (("nobody@nl.test", WRONG), (email, WRONG), (email, PASSWORD)):
            await client.post("/api/sessions", json={"email": who, "password": password})
        secrets = [client.cookies[COOKIE], client.cookies[DEVICE]]
        assert (await client.get("/api/me")).status_code == 200
        assert (await client.get(team.path("/evidence?search=stolen"))).status_code == 200
        feed = (await client.post(team.path("/calendar-feeds"), json={"name": "Telephone"})).json()
        assert (await client.get(feed["path"])).status_code == 200
        token = (await client.post("/api/tokens", json={"email": email, "password": PASSWORD})).json()["access_token"]
        await client.get(f"/nowhere/{SECRET}", headers={"Authorization": f"Bearer {token}"})
        await client.patch(f"/{SECRET}")
        await client.get("/", headers={"Host": f"{SECRET}.test"})
        assert (await client.delete("/api/sessions/current")).status_code == 204
    return [
        *secrets,
        token,
        feed["path"].rsplit("/", 1)[1].removesuffix(".ics"),
        WRONG,
        PASSWORD,
        SECRET,
        email,
        "stolen",
    ]


async def test_requests_and_sign_ins_are_written_as_ocsf_without_secrets(team: Team, wire: str, log: Path) -> None:
    secrets = await talk(wire, team)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    events = [json.loads(line) for line in log.read_text().splitlines()]
    for event in events:
        demand_complete(event)
    for secret in secrets:
        assert secret not in log.read_text(), secret
    noor = {"uid": str(team.accounts["noor"])}
    sign_ins = [one for one in events if one["class_uid"] == AUTHENTICATION]
    assert [(one["activity_name"], one["status_id"], one.get("status_detail")) for one in sign_ins] == [
        *[("Logon", 2, "wrong-credentials")] * 2,
        *[("Logon", 1, None)] * 2,
        ("Logoff", 1, None),
    ]
    assert [one["user"] for one in sign_ins] == [{"name": "unknown"}, noor, noor, noor, noor]
    requests = {one["http_request"]["url"]["path"]: one for one in events if one["class_uid"] == HTTP}
    assert {"/api/calendar/{secret}.ics", "/{path}", "/{unknown}"} <= set(requests)
    listed = requests[team.path("/evidence")]
    assert (listed["activity_id"], listed["http_response"]["code"], listed["status_id"]) == (3, 200, 1)
    assert (listed["actor"]["user"], listed["src_endpoint"]) == (noor, {"ip": "127.0.0.1"})
    assert listed["http_request"]["user_agent"] == "monitored/1"
    assert requests["/api/me"]["actor"]["user"] == noor


def test_access_log_moved_away_is_begun_again(log: Path) -> None:
    ocsf.configure(str(log))
    for moved in (log.with_suffix(".1"), log.with_suffix(".2")):
        ocsf.authentication(ocsf.LOGON, address="192.0.2.1", account=None, refused="throttled")
        assert len(log.read_text().splitlines()) == 1
        log.rename(moved)


def test_access_log_without_a_place_is_off() -> None:
    assert Settings(access_log="").access_log is None
