"""Administration by an operator: accounts and invitations, and everything that an operator must not get by it."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.database import Requester
from app.identity import secrets
from app.jobs import queue
from app.ledger import alarms
from app.settings import Settings
from tests.factories import accounts
from tests.factories.team import PEOPLE, Person, Team, email_of, member_form, party_form, read_json
from tests.support import mailbox as mailboxes
from tests.support.mailbox import HEAD, Mailbox
from tests.support.program import new_client

NEW: Final = "new@nl.test"
PASSWORD: Final = "four words that say nothing"
ADMIN: Final = "/api/administration"


@pytest.fixture
async def operator(team: Team) -> AsyncIterator[httpx.AsyncClient]:
    """The browser of an operator without a place in the team."""
    (account,) = await accounts.make(team.context, ["operator@host.test"], operator=True)
    async with await accounts.signed_in(team.app, account) as browser:
        yield browser


async def accept(team: Team, code: str, email: str = NEW) -> httpx.Response:
    form = {"code": code, "email": email, "password": PASSWORD}
    return await new_client(team.app).post("/api/invitations/acceptance", json=form)


async def invite(operator: httpx.AsyncClient, email: str = NEW, **changes: Any) -> httpx.Response:
    return await operator.post(f"{ADMIN}/invitations", json={"email": email, "name": "Nora New"} | changes)


async def account_named(operator: httpx.AsyncClient, email: str) -> dict[str, Any]:
    (found,) = read_json(await operator.get(f"{ADMIN}/accounts", params={"q": email}))["items"]
    return dict(found)


async def confirm(team: Team, member: dict[str, Any], by: str) -> dict[str, Any]:
    path = team.path(f"/members/{member['id']}/confirmation")
    return read_json(await team.client(by).post(path, json={"name": member["name"]}))


ROUTES: Final = [
    ("GET", "/accounts"),
    ("POST", f"/accounts/{uuid4()}/disabling"),
    ("POST", f"/accounts/{uuid4()}/enabling"),
    ("POST", f"/accounts/{uuid4()}/session-endings"),
    ("POST", f"/accounts/{uuid4()}/founding-right"),
    ("GET", "/invitations"),
    ("POST", "/invitations"),
    ("POST", f"/invitations/{uuid4()}/code"),
    ("POST", f"/invitations/{uuid4()}/withdrawal"),
    ("GET", "/storage"),
    ("GET", "/acts"),
    ("GET", "/configuration"),
    ("GET", "/health"),
    ("POST", "/mail-tests"),
    ("POST", "/storage-tests"),
]


async def test_only_an_operator_administers(team: Team) -> None:
    for method, path in ROUTES:
        for name in ("coordinator", "admin", "noor", "jit_auditor", "stranger"):
            refused = await team.client(name).request(method, ADMIN + path, json={})
            assert (refused.status_code, refused.json()["code"]) == (403, "operator-only"), (name, path, refused.text)
        assert (await team.nobody().request(method, ADMIN + path)).status_code == 401, path


async def test_database_refuses_the_acts_of_others(team: Team) -> None:
    """Were the guard forgotten, the functions would still ask."""
    noor = Requester(account=team.accounts["noor"])
    calls = [
        "select set_account_disabled(:id, true)",
        "select set_account_may_found(:id, true)",
        "select invite_account(:id, 'x@y.test', 'x', true, '\\x00', now())",
        "select reissue_account_invitation(:id, '\\x00', now())",
        "select withdraw_account_invitation(:id)",
        "select note_operator_act('x', 'y') where cast(:id as uuid) is not null",
        "select count(*) from invitations_of_members() where id = :id",
        "select count(*) from storage_of_teams() where jit = :id",
    ]
    for call in calls:
        with pytest.raises(DBAPIError, match="only an operator"):
            async with team.context.database.writing(noor) as session:
                await session.execute(text(call), {"id": team.accounts["daan"]})
    async with team.context.database.reading(noor) as session:
        for table in ("operator_acts", "account_invitations"):
            assert (await session.execute(text(f"select count(id) from {table}"))).scalar_one() == 0  # noqa: S608
    with pytest.raises(DBAPIError, match="permission denied"):
        async with team.context.database.writing(noor) as session:
            await session.execute(text("update accounts set operator = true"))


class TestAccounts:
    async def test_list_is_searched_and_paged(self, operator: httpx.AsyncClient) -> None:
        first = read_json(await operator.get(f"{ADMIN}/accounts", params={"limit": 10}))
        rest = read_json(await operator.get(f"{ADMIN}/accounts", params={"limit": 100, "cursor": first["next"]}))
        emails = [one["email"] for one in first["items"] + rest["items"]]
        assert len(emails) == len(set(emails)) == len(PEOPLE) + 1
        assert first["items"][0]["mine"] is True
        noor = await account_named(operator, "NOOR")
        assert (noor["email"], noor["state"], noor["open_sessions"]) == (email_of("noor"), "active", 1)
        assert noor["last_sign_in_at"] is not None
        assert read_json(await operator.get(f"{ADMIN}/accounts", params={"q": "%"}))["items"] == [], "no wildcard"
        assert "password" not in json.dumps(first)

    async def test_disabled_account_is_out_at_once_and_comes_back(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        noor = f"{ADMIN}/accounts/{team.accounts['noor']}"
        for _ in range(2):
            assert read_json(await operator.post(f"{noor}/disabling"))["state"] == "disabled"
        assert (await team.client("noor").get("/api/me")).status_code == 401
        credentials = {"email": email_of("noor"), "password": accounts.PASSWORD}
        assert (await new_client(team.app).post("/api/sessions", json=credentials)).status_code == 401
        disabled = read_json(await operator.get(f"{ADMIN}/accounts", params={"state": "disabled"}))["items"]
        assert [one["email"] for one in disabled] == [email_of("noor")]
        assert read_json(await operator.post(f"{noor}/enabling"))["state"] == "active"
        browser = new_client(team.app)
        assert (await browser.post("/api/sessions", json=credentials)).status_code == 201
        assert (await browser.get(team.path("/members"))).status_code == 200, "the place in the team stayed"
        acts = [one["act"] for one in read_json(await operator.get(f"{ADMIN}/acts"))["items"]]
        assert acts == ["account.enabled", "account.disabled"], "a repeated act is recorded once"

    async def test_account_that_was_closed_for_good_stays_closed(self, team: Team, operator: httpx.AsyncClient) -> None:
        assert team.context.settings.database_owner_url is not None
        await accounts.close(team.context, email_of("daan"))
        refused = await operator.post(f"{ADMIN}/accounts/{team.accounts['daan']}/enabling")
        assert (refused.status_code, refused.json()["code"]) == (409, "account-closed")

    async def test_sessions_end(self, team: Team, operator: httpx.AsyncClient) -> None:
        ended = read_json(await operator.post(f"{ADMIN}/accounts/{team.accounts['noor']}/session-endings"))
        assert (ended["state"], ended["open_sessions"]) == ("active", 0)
        assert (await team.client("noor").get("/api/me")).status_code == 401

    async def test_operator_does_not_touch_the_own_account(self, operator: httpx.AsyncClient) -> None:
        mine = read_json(await operator.get("/api/me"))["account"]["id"]
        for path, form in (("disabling", {}), ("session-endings", {}), ("founding-right", {"may_found": True})):
            refused = await operator.post(f"{ADMIN}/accounts/{mine}/{path}", json=form)
            assert (refused.status_code, refused.json()["code"]) == (403, "own-account")
        assert read_json(await operator.get("/api/me"))["account"]["may_found"] is False

    async def test_right_to_found_is_given_and_taken(self, team: Team, operator: httpx.AsyncClient) -> None:
        path = f"{ADMIN}/accounts/{team.accounts['noor']}/founding-right"
        assert read_json(await operator.post(path, json={"may_found": True}))["may_found"] is True
        assert read_json(await team.client("noor").get("/api/me"))["account"]["may_found"] is True
        assert read_json(await operator.post(path, json={"may_found": False}))["may_found"] is False

    async def test_absent_account_is_not_found(self, operator: httpx.AsyncClient) -> None:
        for path in ("disabling", "enabling", "session-endings"):
            assert (await operator.post(f"{ADMIN}/accounts/{uuid4()}/{path}")).status_code == 404


class TestInvitations:
    async def test_invited_person_creates_the_account_without_a_place(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        issued = read_json(await invite(operator, may_found=True), 201)
        assert (await accept(team, issued["one_time_code"], "other@nl.test")).status_code == 422
        assert (await accept(team, secrets.one_time_code())).status_code == 422
        assert read_json(await accept(team, issued["one_time_code"]), 201) == {"seat": None}
        assert (await accept(team, issued["one_time_code"])).status_code == 422, "a code is used once"
        made = await account_named(operator, NEW)
        assert (made["name"], made["may_found"], made["operator"]) == ("Nora New", True, False)
        assert read_json(await operator.get(f"{ADMIN}/invitations"))["accounts"] == []

    async def test_another_code_voids_the_former_and_withdrawal_voids_it(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        first = read_json(await invite(operator), 201)
        assert (await invite(operator)).json()["code"] == "already-invited"
        path = f"{ADMIN}/invitations/{first['id']}"
        second = read_json(await operator.post(f"{path}/code"))
        assert (await accept(team, first["one_time_code"])).status_code == 422
        listed = read_json(await operator.get(f"{ADMIN}/invitations"))
        assert second["one_time_code"] not in json.dumps(listed), "a code is shown once"
        assert (await operator.post(f"{path}/withdrawal")).status_code == 204
        assert (await operator.post(f"{path}/withdrawal")).status_code == 404
        assert (await accept(team, second["one_time_code"])).status_code == 422

    async def test_address_with_account_is_refused(self, operator: httpx.AsyncClient) -> None:
        refused = await invite(operator, email_of("noor"))
        assert (refused.status_code, refused.json()["code"]) == (409, "email-taken")

    async def test_of_members_tells_team_party_address_and_expiry_only(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
        form = member_form("pilar@es.test", Person("ES", "POL", ("leader",)))
        code = read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)["one_time_code"]
        listed = read_json(await operator.get(f"{ADMIN}/invitations"))["members"]
        assert [(one["team"], one["party"], one["email"]) for one in listed] == [
            (team.jit["name"], "ES", "pilar@es.test")
        ]
        assert listed[0].keys() == {"id", "team", "party", "party_name", "email", "expires_at"}
        assert code not in json.dumps(listed)


class TestAnOperatorGainsNothing:
    async def test_no_team_is_read(self, team: Team, operator: httpx.AsyncClient) -> None:
        for path in ("", "/members", "/evidence", "/ledger/entries", "/exports", "/access-log"):
            assert (await operator.get(team.path(path))).status_code == 404, path
        assert read_json(await operator.get("/api/me"))["seats"] == []
        storage = read_json(await operator.get(f"{ADMIN}/storage"))["items"]
        assert [(one["team"], [party["party"] for party in one["parties"]]) for one in storage] == [
            (team.jit["name"], ["CH", "DE", "EUROJUST", "FR", "NL"])
        ]

    async def test_account_made_for_a_colleague_takes_no_place_by_a_confirmation(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        """The operator invites the address of a future member, and redeems the code before that person."""
        issued = read_json(await invite(operator), 201)
        mole = new_client(team.app)
        form = {"code": issued["one_time_code"], "email": NEW, "password": PASSWORD}
        read_json(await mole.post("/api/invitations/acceptance", json=form), 201)
        proposal = member_form(NEW, Person("NL", "POL", ("member",)))
        member = read_json(await team.client("coordinator").post(team.path("/members"), json=proposal), 201)
        confirmed = await confirm(team, member, "noor")
        assert confirmed["state"] == "proposed"
        assert confirmed["one_time_code"] is not None
        assert read_json(await mole.get("/api/me"))["seats"] == []
        assert (await mole.get(team.path())).status_code == 404
        redeemed = await mole.post("/api/redemptions", json={"code": confirmed["one_time_code"]})
        assert read_json(redeemed)["state"] == "seated", "the leader's code proves the person"

    async def test_code_of_an_operator_takes_no_place(self, team: Team, operator: httpx.AsyncClient) -> None:
        issued = read_json(await invite(operator), 201)
        proposal = member_form(NEW, Person("NL", "POL", ("member",)))
        read_json(await team.client("coordinator").post(team.path("/members"), json=proposal), 201)
        assert read_json(await accept(team, issued["one_time_code"]), 201) == {"seat": None}

    async def test_acts_cannot_be_removed(self, team: Team, operator: httpx.AsyncClient) -> None:
        read_json(await invite(operator), 201)
        me = Requester(account=(read_json(await operator.get("/api/me"))["account"]["id"]))
        for change in ("delete from operator_acts", "update operator_acts set act = 'x'"):
            with pytest.raises(DBAPIError, match="permission denied"):
                async with team.context.database.writing(me) as session:
                    await session.execute(text(change))


class TestServices:
    @pytest.fixture
    def mailbox(self) -> Iterator[Mailbox]:
        with mailboxes.mailbox() as box:
            yield box

    @pytest.fixture
    def settings(self, settings: Settings, mailbox: Mailbox) -> Settings:
        return settings.model_copy(
            update={
                "smtp_host": "127.0.0.1",
                "smtp_port": mailbox.port,
                "smtp_security": "none",
                "smtp_sender": HEAD.sender,
                "smtp_user": None,
                "translation_key": SecretStr("a key that nobody reads"),
            }
        )

    async def test_mail_goes_to_the_own_address_and_the_answer_names_the_problem(
        self, operator: httpx.AsyncClient, mailbox: Mailbox
    ) -> None:
        sent = read_json(await operator.post(f"{ADMIN}/mail-tests"))
        assert sent == {
            "sent_to": "operator@host.test",
            "server": f"127.0.0.1:{mailbox.port}",
            "problem": None,
        }
        (letter,) = mailbox.sent_to("operator@host.test")
        assert letter["Subject"] == "Liaison: test message"
        mailbox.answer = "554 no"
        assert "554" in read_json(await operator.post(f"{ADMIN}/mail-tests"))["problem"]

    async def test_tests_are_throttled(self, operator: httpx.AsyncClient) -> None:
        answers = [(await operator.post(f"{ADMIN}/storage-tests")).status_code for _ in range(8)]
        assert answers[0] == 200
        assert answers[-1] == 429

    async def test_storage_is_written_read_and_deleted(self, team: Team, operator: httpx.AsyncClient) -> None:
        tested = read_json(await operator.post(f"{ADMIN}/storage-tests"))
        assert (tested["failed_step"], tested["problem"]) == (None, None)
        assert list((team.context.settings.state / "objects").rglob("*.part")) == []
        assert list((team.context.settings.state / "objects").rglob("0" * 20)) == []

    async def test_configuration_shows_no_secret(self, operator: httpx.AsyncClient) -> None:
        shown = read_json(await operator.get(f"{ADMIN}/configuration"))
        found = {one["variable"]: one for one in shown["settings"]}
        assert found["LIAISON_SMTP_HOST"]["value"] == "127.0.0.1"
        assert found["LIAISON_PARTY_QUOTA_BYTES"]["is_set"] is False
        assert found["DATABASE_URL"] == {
            "name": "database_url",
            "variable": "DATABASE_URL",
            "group": "server",
            "value": None,
            "secret": True,
            "is_set": True,
        }
        assert "postgresql" not in json.dumps(shown)

    async def test_health_names_the_parts_that_need_attention_and_no_team(
        self, team: Team, operator: httpx.AsyncClient
    ) -> None:
        async def states() -> dict[str, tuple[str, int]]:
            answer = await operator.get(f"{ADMIN}/health")
            found = {one["part"]: (one["state"], one["failing"]) for one in read_json(answer)["parts"]}
            assert team.id not in answer.text
            return found

        before = await states()
        assert (before["database"], before["time_stamps"]) == (("well", 0), ("off", 0))
        assert (before["co_signers"], before["backup"]) == (("off", 0), ("unknown", 0))
        assert before["audit_logs"] == ("well", 0)
        await queue.list_item(team.context.database, "example", team.id, 9, "ValueError")
        async with team.context.database.engine() as session:
            await alarms.sound(session, team.jit_id, "signing", "the key is away")
            await alarms.sound(session, team.jit_id, "fixity", "a file is damaged")
        after = await states()
        assert after["worker"] == ("attention", before["worker"][1] + 1)
        assert (after["audit_logs"], after["store"]) == (("attention", 1), ("attention", 1))
