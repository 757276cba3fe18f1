"""Class 13: the audit log loses entries with their subject or by size, or trusts a proxy header."""

from sqlalchemy import text

from app import database
from tests.factories import accounts, evidence
from tests.factories.evidence import release
from tests.factories.team import Team, email_of, read_json

FORGED = {"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9", "Forwarded": "for=203.0.113.9"}


async def test_a_forged_header_is_not_where_somebody_was(team: Team) -> None:
    browser = team.nobody()
    form = {"email": email_of("noor"), "password": accounts.PASSWORD}
    read_json(await browser.post("/api/sessions", json=form, headers=FORGED), 201)
    items = read_json(await browser.get("/api/sessions", headers=FORGED))["items"]
    assert {one["address"] for one in items} == {"127.0.0.1"}


async def test_a_forged_header_is_not_in_the_access_log(team: Team) -> None:
    read_json(await team.client("lena").get(team.path("/members"), headers=FORGED))
    await team.context.access_log.write(team.context.database)
    lines = read_json(await team.client("auditor").get(team.path("/access-log"), headers=FORGED))["items"]
    assert {one["address"] for one in lines} == {"127.0.0.1"}


async def test_a_forged_header_gives_no_further_guesses(team: Team) -> None:
    form = {"email": email_of("bram"), "password": "wrong wrong wrong"}
    answers = []
    for n in range(8):
        forged = {"X-Forwarded-For": f"203.0.113.{n}"}
        answers.append((await team.nobody().post("/api/sessions", json=form, headers=forged)).status_code)
    assert 429 in answers


async def test_custody_outlives_recall_withdrawal_and_the_account_that_acted(team: Team) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    read_json(await evidence.take_it(team, "lena", exhibit), 201)
    assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
    path = team.path(f"/evidence/{exhibit['id']}/withdrawal")
    version = {"If-Match": f'"{exhibit["version"]}"'}
    read_json(await team.client("noor").post(path, json={"reason": "x"}, headers=version))
    url = team.context.settings.database_owner_url
    assert url is not None
    async with database.as_owner(url.get_secret_value()) as session:
        await session.execute(
            text("update accounts set closed_at = now(), name = 'x' where id = :a"), {"a": team.accounts["lena"]}
        )
    (taken,) = (one for one in await evidence.custody(team, "noor", exhibit) if one["kind"] == "evidence.taken")
    assert (taken["seat"], evidence.values(taken)["actor"]["name"]) == (team.code("lena"), "Lena")


async def test_another_name_of_the_account_is_not_another_name_in_the_ledger(team: Team) -> None:
    """A member who calls herself like a prosecutor still signs with the name under which she was seated."""
    read_json(await team.client("lena").patch("/api/me", json={"name": "Jonas"}))
    exhibit = await evidence.register(team, "lena")
    (entry,) = await evidence.custody(team, "jonas", exhibit)
    assert evidence.values(entry)["actor"]["name"] == "Lena"


async def test_a_large_change_is_kept_whole_or_refused_whole(team: Team) -> None:
    exhibit = await evidence.register(team)
    path, version = team.path(f"/evidence/{exhibit['id']}"), {"If-Match": '"1"'}
    noor = team.client("noor")
    beyond = {"description": "€" * 10_001, "reason": "x"}
    assert (await noor.patch(path, json=beyond, headers=version)).status_code == 422
    assert (
        await noor.patch(path, json={"description": "x" * 2**20, "reason": "x"}, headers=version)
    ).status_code == 413
    largest = {"description": "€" * 10_000, "reason": "é" + "😀" * 9_999}
    read_json(await noor.patch(path, json=largest, headers=version))
    entry = (await evidence.custody(team, "noor", exhibit))[-1]
    assert evidence.values(entry)["changes"]["description"]["to"] == largest["description"]
    assert evidence.values(entry)["reason"] == largest["reason"]
