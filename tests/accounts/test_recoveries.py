"""Recovery of an account by two administrators of its organisation, and everybody who must not get by it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from app import database
from app.database import Requester
from app.errors import Conflict
from app.services.accounts import accounts as service
from app.services.notifications import mail_queue, mail_sending
from tests.factories import accounts, organisations
from tests.factories.accounts import PASSWORD
from tests.factories.organisations import NEW_PASSWORD, OWN, accept, act, agreed, end_waiting_time, propose
from tests.factories.team import Team, email_of, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.mailbox import Mailbox, mailbox
from tests.support.program import new_client

LENA = email_of("lena")
ME = "/api/me/organisation"
STOP = "/api/me/recovery/stop"


@pytest.fixture
async def operator(team: Team) -> AsyncIterator[httpx.AsyncClient]:
    """The operator who made the organisation of Noor, Daan (administrators) and Lena."""
    async with await organisations.operator_of(team) as browser:
        await organisations.make(team, browser)
        yield browser


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mailbox() as opened:
        yield opened


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def sign_in(team: Team, password: str) -> httpx.Response:
    form = {"email": LENA, "password": password}
    return await new_client(team.app).post("/api/sessions", json=form)


async def code_of(team: Team, recovery: str) -> str:
    await end_waiting_time(team, recovery)
    return str(read_json(await act(team, "daan", recovery, "code"))["one_time_code"])


async def factors(team: Team) -> list[int]:
    async with as_superuser(team) as connection:
        tables = ("authenticator_apps", "recovery_codes")
        return [await connection.fetchval(f"select count(*) from {table}") for table in tables]  # noqa: S608


async def give_factors(team: Team) -> None:
    async with as_superuser(team) as connection:
        lena = team.accounts["lena"]
        app = (
            "insert into authenticator_apps (account, secret, created_at, confirmed_at) values ($1, 'x', now(), now())"
        )
        await connection.execute(app, lena)
        await connection.execute("insert into recovery_codes values ($1, 'x', now())", lena)


@pytest.mark.usefixtures("operator")
class TestRecovery:
    async def test_sets_password_removes_factors_and_ends_sessions(self, team: Team) -> None:
        await give_factors(team)
        script = await accounts.bearer(team.app, team.accounts["lena"])
        recovery = await agreed(team, "recovery", "lena", second_factors=True)
        running = read_json(await team.client("lena").get(ME))["recovery"]
        assert (running["proposed_by_name"], running["confirmed_by_name"]) == ("Noor", "Daan")
        code = await code_of(team, recovery)
        assert await factors(team) == [1, 1], "nothing is removed before the code is used"
        assert (await accept(team, LENA, code.lower())).status_code == 204
        assert await factors(team) == [0, 0]
        assert (await team.client("lena").get("/api/me")).status_code == 401
        assert (await script.get("/api/me")).status_code == 401
        assert (await sign_in(team, PASSWORD)).status_code == 401
        assert (await sign_in(team, NEW_PASSWORD)).status_code == 201
        again = await accept(team, LENA, code, "another four words for her")
        assert (again.status_code, again.json()["errors"][0]["field"]) == (422, "code")
        acts = [one["act"] for one in read_json(await team.client("noor").get(f"{OWN}/acts"))["items"]]
        assert acts[:4] == ["recovery.done", "recovery.code_issued", "recovery.confirmed", "recovery.proposed"]

    async def test_of_password_alone_leaves_the_factors(self, team: Team) -> None:
        await give_factors(team)
        code = await code_of(team, await agreed(team, "recovery", "lena"))
        assert (await accept(team, LENA, code)).status_code == 204
        assert await factors(team) == [1, 1]
        assert refusal(await sign_in(team, NEW_PASSWORD)) == (401, "second-factor-needed")

    async def test_waits_and_can_be_stopped_by_the_person(self, team: Team) -> None:
        recovery = await agreed(team, "recovery", "lena")
        assert refusal(await act(team, "noor", recovery, "code")) == (409, "waiting-time")
        code = await code_of(team, recovery)
        assert refusal(await team.client("daan").post(STOP)) == (409, "no-recovery")
        assert (await team.client("lena").post(STOP)).status_code == 204
        assert read_json(await team.client("lena").get(ME))["recovery"] is None
        assert (await accept(team, LENA, code)).status_code == 422
        assert refusal(await act(team, "noor", recovery, "code")) == (409, "no-recovery")
        assert (await sign_in(team, PASSWORD)).status_code == 201

    async def test_stop_withdrawal_and_code_at_once_end_it_once(self, team: Team) -> None:
        recovery = await agreed(team, "recovery", "lena")
        code = await code_of(team, recovery)
        answers = await asyncio.gather(
            team.client("lena").post(STOP), act(team, "noor", recovery, "withdrawal"), accept(team, LENA, code)
        )
        assert [one.status_code for one in answers if one.status_code >= 500] == []
        assert sum(one.status_code < 300 for one in answers) == 1

    async def test_code_expires_is_replaced_and_fits_one_account(self, team: Team) -> None:
        recovery = await agreed(team, "recovery", "lena")
        former = await code_of(team, recovery)
        code = await code_of(team, recovery)
        assert (await accept(team, LENA, former)).status_code == 422, "a former code is void"
        assert (await accept(team, email_of("hugo"), code)).status_code == 422
        async with as_superuser(team) as connection:
            await connection.execute("update organisation_proposals set code_expires_at = now()")
        assert (await accept(team, LENA, code)).status_code == 422

    async def test_code_is_used_once_by_two_at_once(self, team: Team) -> None:
        code = await code_of(team, await agreed(team, "recovery", "lena"))
        answers = await asyncio.gather(*(accept(team, LENA, code, f"{NEW_PASSWORD} {n}") for n in "ab"))
        assert sorted(one.status_code for one in answers) == [204, 422]


class TestWhoDoesNot:
    async def test_one_administrator_twice(self, team: Team, operator: httpx.AsyncClient) -> None:
        proposal = read_json(await propose(team, "noor", "recovery", "lena"), 201)["id"]
        assert refusal(await act(team, "noor", proposal, "confirmation")) == (403, "own-proposal")
        assert refusal(await act(team, "noor", proposal, "code")) == (409, "no-recovery")
        assert (await operator.post(f"{OWN}/proposals/{proposal}/confirmation")).status_code == 404

    async def test_person_concerned(self, team: Team, operator: httpx.AsyncClient) -> None:
        assert operator is not None
        assert refusal(await propose(team, "noor", "recovery", "noor")) == (403, "own-account")
        await agreed(team, "administrator_addition", "lena")
        proposal = read_json(await propose(team, "noor", "recovery", "lena"), 201)["id"]
        assert refusal(await act(team, "lena", proposal, "confirmation")) == (403, "own-account")
        read_json(await act(team, "daan", proposal, "confirmation"))
        await end_waiting_time(team, proposal)
        assert refusal(await act(team, "lena", proposal, "code")) == (403, "own-account")

    async def test_administrator_of_another_organisation(self, team: Team, operator: httpx.AsyncClient) -> None:
        await organisations.make(team, operator, "Other", administrators=("jonas", "karl"), members=())
        assert (await propose(team, "jonas", "recovery", "lena")).status_code == 404
        assert (await propose(team, "jonas", "recovery", "hugo")).status_code == 404, "an account without one"
        recovery = await agreed(team, "recovery", "lena")
        await end_waiting_time(team, recovery)
        for what in ("confirmation", "withdrawal", "code"):
            assert (await act(team, "jonas", recovery, what)).status_code == 404

    async def test_administrators_who_were_removed_meanwhile(self, team: Team, operator: httpx.AsyncClient) -> None:
        assert operator is not None
        await agreed(team, "administrator_addition", "lena")
        hers = await agreed(team, "recovery", "daan", ("lena", "noor"))
        await end_waiting_time(team, hers)
        code = read_json(await act(team, "noor", hers, "code"))["one_time_code"]
        await agreed(team, "administrator_removal", "lena")
        assert (await accept(team, email_of("daan"), code)).status_code == 422
        assert refusal(await act(team, "noor", hers, "code")) == (409, "no-recovery")

    async def test_disabled_administrator_ends_the_recovery(self, team: Team, operator: httpx.AsyncClient) -> None:
        recovery = await agreed(team, "recovery", "lena")
        code = await code_of(team, recovery)
        read_json(await operator.post(f"/api/administration/accounts/{team.accounts['noor']}/disabling"))
        assert (await accept(team, LENA, code)).status_code == 422
        assert refusal(await act(team, "daan", recovery, "code")) == (409, "proposer-removed")

    async def test_operator_with_the_command(self, team: Team, operator: httpx.AsyncClient) -> None:
        assert operator is not None
        owner = team.context.settings.database_owner_url
        assert owner is not None
        acts: list[Any] = [lambda s: service.set_password(s, LENA, NEW_PASSWORD)]
        acts.append(lambda s: service.remove_second_factor(s, LENA))
        for one in acts:
            with pytest.raises(Conflict, match="belongs to an organisation"):
                async with database.as_owner(owner.get_secret_value()) as session:
                    await one(session)
        async with database.as_owner(owner.get_secret_value()) as session:
            await service.set_password(session, email_of("hugo"), NEW_PASSWORD)  # an account without an organisation

    async def test_log_of_acts_is_kept(self, team: Team, operator: httpx.AsyncClient) -> None:
        assert operator is not None
        for change in ("update organisation_acts set act = 'x'", "delete from organisation_acts"):
            with pytest.raises(Exception, match=r"permission denied|insert-only"):
                async with team.context.database.writing(Requester(account=team.accounts["noor"])) as session:
                    await session.execute(text(change))


async def test_person_is_told_by_mail(team: Team, operator: httpx.AsyncClient, box: Mailbox) -> None:
    assert operator is not None
    code = await code_of(team, await agreed(team, "recovery", "lena"))
    assert (await accept(team, LENA, code)).status_code == 204
    for _ in range(2):  # each act is told of once
        await mail_queue.queue_acts_of_organisations(team.context.database)
    while await mail_sending.send_next(team.context.database, box.post(15)):
        pass
    sent = box.sent_to(LENA)
    assert [one["Subject"] for one in sent] == [
        "Liaison: organisation of your account",
        "Liaison: recovery of your account",
        "Liaison: new password",
    ]
    for one in sent:
        assert "Rotterdam" not in one.as_string()
        assert "List-Unsubscribe" not in one, "it cannot be switched off"
