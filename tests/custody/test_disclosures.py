"""Disclosures to proceedings: recorded with their files and hashes, where the release admits them; a recall tells to whom."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app.errors import NotFound
from app.ledger.journal import Ledger
from app.services.custody import disclosures
from tests.factories.evidence import alike, custody, grant, kinds, place, recall, release, see, values, with_file
from tests.factories.sharing.consents import ask, do
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of

TO = {"court": "Landgericht Kassel", "proceeding": "Trial against K.", "file_number": "4 KLs 12/26", "schedule": "used"}


async def disclose(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    form = TO | {"purpose": "JIT_PURPOSE", "justification": "Charge no. 3"} | changes
    return await team.client(who).post(place(team, exhibit, "/disclosures"), json=form)


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/disclosures{query}")))["items"]
    return items


async def test_disclosure_names_recipient_and_files_and_gives_a_receipt(team: Team) -> None:
    exhibit = await with_file(team, release("DE"), release("FR"))
    made = read_json(await disclose(team, "lena", exhibit), 201)
    assert made | TO == made
    assert (made["party"], made["seat"], made["side"]) == ("DE", team.code("lena"), "ours")
    (file,) = read_json(await see(team, "noor", exhibit))["files"]
    assert [(one["file"], one["sha256"]) for one in made["files"]] == [(file["id"], file["sha256"])]
    entry = (await custody(team, "noor", exhibit))[-1]
    assert (entry["kind"], values(entry)["court"], values(entry)["schedule"]) == (
        "evidence.disclosed",
        TO["court"],
        "used",
    )
    assert "justification" not in entry["fields"], "read by the actor's own party and auditors"
    for who, side in (("jonas", "ours"), ("noor", "others"), ("daan", "others")):
        assert [one["side"] for one in await listed(team, who)] == [side], who
        assert await listed(team, who, "?side=" + {"ours": "others", "others": "ours"}[side]) == []
    for who in ("claire", "karl", "sofia", "coordinator", "jit_auditor"):
        assert await listed(team, who) == [], who
    assert "evidence.disclosed" not in kinds(await custody(team, "claire", exhibit))
    await team.settled()
    await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "clock")
    (told,) = await listed(team, "lena")
    path = team.path(f"/ledger/entries/{told['position']}/receipt")
    receipt = await team.client("lena").get(path)
    assert receipt.text.startswith("c2sp.org/tlog-proof@v1"), receipt.text
    assert (await team.client("claire").get(path)).status_code == 404


async def test_disclosure_without_recipient_purpose_or_justification_is_refused(team: Team) -> None:
    exhibit = await with_file(team, release("DE"))
    for field in (*TO, "purpose", "justification"):
        for wrong in (None, " "):
            refused = await disclose(team, "lena", exhibit, **{field: wrong})
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field), wrong
    assert (await disclose(team, "lena", exhibit, schedule="lost")).status_code == 422
    assert await listed(team, "lena") == []


async def test_disclosure_needs_the_permission_of_any_use(team: Team) -> None:
    exhibit = await with_file(team, release("DE", purposes=["JIT_PURPOSE"]), release("FR", "readable"))
    refused = await disclose(team, "lena", exhibit, purpose="OTHER_AGREED")
    assert (refused.status_code, refused.json()["code"]) == (403, "purpose-not-released")
    below = await disclose(team, "hugo", exhibit)
    assert (below.status_code, below.json()["code"]) == (403, "level-below-held")
    for who in ("karl", "auditor", "sofia", "coordinator", "jit_auditor", "admin"):
        assert (await disclose(team, who, exhibit)).status_code == 403, who
    hidden = await with_file(team)
    absent = hidden | {"id": "0192f0c1-2345-7000-8000-000000000000"}
    assert alike(await disclose(team, "claire", hidden), await disclose(team, "claire", absent))
    assert read_json(await see(team, "lena", exhibit))["may"]["disclose"]["allowed"]
    read_json(await disclose(team, "lena", exhibit), 201)
    read_json(await disclose(team, "noor", hidden), 201)


async def test_disclosure_under_h1_needs_the_providers_consent_to_use_in_court(team: Team) -> None:
    exhibit = await with_file(team, release("DE"), handling=["H1"])
    refused = await disclose(team, "lena", exhibit)
    assert (refused.status_code, refused.json()["code"]) == (403, "court-use-not-consented")
    read_json(await disclose(team, "noor", exhibit), 201)
    asked = await ask(team, "lena", exhibit, use="court")
    granted = read_json(await do(team, "noor", asked, "grant"))
    read_json(await disclose(team, "lena", exhibit), 201)
    read_json(await do(team, "noor", granted, "withdrawal"))
    assert (await disclose(team, "lena", exhibit)).status_code == 403


async def test_disclosure_under_h3_needs_the_acknowledgement(team: Team) -> None:
    exhibit = await with_file(team, release("DE"), handling=["H3"], handling_text="Closed hearing only")
    refused = await disclose(team, "lena", exhibit)
    assert (refused.status_code, refused.json()["code"]) == (409, "acknowledge-h3")
    read_json(await disclose(team, "lena", exhibit, acknowledged=True), 201)


async def test_recall_tells_the_proceedings_only_to_both_parties(team: Team) -> None:
    exhibit = await with_file(team, release("DE"), release("FR"))
    read_json(await disclose(team, "lena", exhibit), 201)
    read_json(await disclose(team, "claire", exhibit, court="Tribunal de Paris"), 201)
    assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
    (german,) = await listed(team, "jonas")
    assert (german["court"], german["title"], german["recalled_at"] is None) == (TO["court"], exhibit["title"], False)
    assert german["reason"] is not None
    told = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "disclosure.recalled"]
    assert [values(one)["court"] for one in told] == [TO["court"]]
    (heard,) = await team.entries("lena", "disclosure.recalled")
    assert values(heard)["file_number"] == TO["file_number"]
    assert "chain" not in heard["fields"]
    assert await team.entries("claire", "disclosure.recalled") == []
    headers = {"If-Match": f'"{read_json(await see(team, "noor", exhibit))["version"]}"'}
    withdrawal = place(team, exhibit, "/withdrawal")
    read_json(await team.client("noor").post(withdrawal, json={"reason": "Excluded"}, headers=headers))
    (french,) = await listed(team, "claire")
    assert (french["court"], french["reason"]) == ("Tribunal de Paris", "Excluded")
    assert [one["reason"] for one in await listed(team, "jonas")] == [german["reason"]]
    assert kinds(await custody(team, "noor", exhibit)).count("disclosure.recalled") == 2
    assert len(await listed(team, "noor", "?side=others")) == 2
    assert (await disclose(team, "claire", exhibit)).status_code == 403


async def test_disclosure_that_the_release_does_not_admit_is_refused_by_the_database(team: Team) -> None:
    insert = (
        "insert into disclosures (id, jit, evidence, exhibit_number, title, originator, party, seat, court, proceeding,"
        " file_number, schedule, purpose, files, disclosed_at) select gen_random_uuid(), e.jit, e.id, e.exhibit_number, e.title,"
        " e.originator, :party, :by, 'x', 'x', 'x', 'used', :purpose, '[]', now() from evidence e where e.id = :evidence"
    )

    async def forge(who: str, exhibit: dict[str, Any], purpose: str = "JIT_PURPOSE", by: str | None = None) -> int:
        seat = team.seats[by or who]["id"]
        return await attempt(team, who, insert, evidence=exhibit["id"], purpose=purpose, by=seat)

    held = await with_file(team, release("DE", purposes=["JIT_PURPOSE"]), release("FR", "readable"), handling=["H1"])
    plain = await with_file(team, release("DE", purposes=["JIT_PURPOSE"]), release("FR", "readable"))
    for who, exhibit, purpose, by in (
        ("lena", held, "JIT_PURPOSE", None),
        ("lena", plain, "AUDIT", None),
        ("lena", plain, "JIT_PURPOSE", "jonas"),
        ("claire", plain, "JIT_PURPOSE", None),
        ("auditor", plain, "JIT_PURPOSE", None),
    ):
        with pytest.raises(DBAPIError, match="row-level security"):
            await forge(who, exhibit, purpose, by)
    assert await forge("karl", plain) == 0
    assert await forge("lena", plain) == 1
    for who in ("lena", "jonas", "claire", "jit_auditor"):
        assert await attempt(team, who, "update disclosures set recalled_at = now(), reason = 'x'") == 0, who
    for change in ("update disclosures set court = 'y'", "delete from disclosures"):
        with pytest.raises(DBAPIError, match="permission"):
            await attempt(team, "lena", change)
    read_json(await grant(team, "noor", plain, "NL", version=1, seats=[team.code("noor")]))
    assert await listed(team, "daan") == []


async def test_disclosure_that_becomes_invisible_meanwhile_is_not_found(team: Team) -> None:
    seat = await seat_of(team, "lena")
    async with team.context.database.reading(seat.requester) as session:
        with pytest.raises(NotFound):
            await disclosures.read(session, seat, uuid4())
