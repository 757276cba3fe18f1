"""Witnesses as a party names them: by whom, where they may be, what everybody sees, and what a bundle carries away."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app.exports import verifier
from app.ledger.signing.cosignatures import CosignerKey, cosignatures
from app.settings import Settings
from tests.audit.test_exports import ask, ended
from tests.exports.documents import words
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.reference_ledger import ReferenceKey
from tests.support.ledgers.witnesses import Party, serving
from tests.support.waiting import until

DE, NL = (ReferenceKey(f"witness.example/{code}", kind=4).vkey for code in ("de", "nl"))
URL = "https://witness.example"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"witness_networks": ("127.0.0.0/8",), "host_party": "NL"})


async def name(team: Team, who: str, vkey: str = DE, url: str = URL) -> httpx.Response:
    return await team.client(who).post(team.path("/witnesses"), json={"vkey": vkey, "url": url})


async def remove(team: Team, who: str, witness: dict[str, Any]) -> httpx.Response:
    path = team.path(f"/witnesses/{witness['id']}/removal")
    return await team.client(who).post(path, json={"reason": "Another machine"})


async def listed(team: Team, who: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/witnesses")))["items"]
    return items


async def test_a_leader_names_one_for_its_party_and_takes_it_back(team: Team) -> None:
    for who in ("lena", "admin", "coordinator", "auditor", "ines"):
        assert (await name(team, who)).status_code == 403, who
    named = read_json(await name(team, "jonas"), 201)
    assert (named["party"], named["name"], named["size"], named["counts"]) == ("DE", "witness.example/de", 0, True)
    for vkey in (DE, NL):
        again = await name(team, "jonas", vkey)
        assert (again.status_code, again.json()["code"]) == (409, "witness-named-already")
    assert [one["id"] for one in await listed(team, "ines")] == [named["id"]]
    assert (await name(team, "noor")).json()["code"] == "witness-named-already", "one key, one party"
    foreign = await remove(team, "noor", named)
    assert (foreign.status_code, foreign.json()["code"]) == (403, "not-your-witness")
    assert (await remove(team, "jonas", named)).status_code == 204
    assert (await remove(team, "jonas", named)).status_code == 404
    renamed = str(CosignerKey("another.example", CosignerKey.parse(DE).public))
    for who in ("jonas", "noor"):
        again = await name(team, who, renamed)
        assert again.json()["code"] == "witness-named-already", "one key never serves two names"
    assert await listed(team, "jonas") == []
    assert (await name(team, "jonas")).status_code == 409, "a key that was removed does not come back"
    assert read_json(await name(team, "jonas", ReferenceKey("witness.example/de", kind=4, seed_word="new").vkey), 201)
    for kind, many in (("witness.named", 2), ("witness.removed", 1)):
        assert len(await team.entries("ines", kind)) == many


async def test_keys_and_addresses_that_are_none(team: Team) -> None:
    point = "AQ" + 41 * "A" + "="
    origin, keys = team.jit["ledger_origin"], team.context.ledger_keys
    own = [keys.signer(origin).verifier.public, keys.promiser(origin).verifier.public]
    for vkey in (
        "x",
        ReferenceKey("witness.example/de").vkey,
        DE.replace("+", "+0", 1),
        DE.replace("/de", "/\x7f"),
        f"w+00000000+{point}",
        DE.replace("/de", "/fr"),
        *(str(CosignerKey("witness.example/own", public)) for public in own),
    ):
        refused = await name(team, "jonas", vkey)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "vkey"), vkey
    for url in ("x", "http://witness.example", "http://localhost:8600", "https://a@witness.example", "file:///etc"):
        refused = await name(team, "jonas", url=url)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "url"), url
    assert await listed(team, "jonas") == []


async def test_the_database_holds_it_too(team: Team) -> None:
    named = read_json(await name(team, "jonas"), 201)
    insert = (
        "insert into witnesses (id, jit, party, vkey, url, named_by, named_at)"
        " select gen_random_uuid(), :jit, p.id, 'x', 'x', :seat, now() from parties p where p.code = "
    )
    for who, code in (("noor", "FR"), ("lena", "DE"), ("coordinator", "NL")):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, f"{insert}'{code}'")
    for who in ("noor", "lena"):
        assert await attempt(team, who, "update witnesses set removed_at = now()") == 0
    for statement in (
        "update witnesses set vkey = 'x'",
        "update witnesses set url = 'x'",
        "delete from witnesses",
        "insert into cosignatures (jit, checkpoint, witness, at, line) values (:jit, 1, gen_random_uuid(), now(), 'x')",
        "update witness_states set size = 99",
    ):
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "jonas", statement)
    assert [one["id"] for one in await listed(team, "jonas")] == [named["id"]]


async def agree(team: Team, who: str = "admin", quorum: int = 1, version: int = 1) -> httpx.Response:
    form = {"quorum": quorum, "clause": "Clause 12", "reason": "Each court trusts two others"}
    return await team.client(who).post(team.path("/quorum"), json=form, headers={"If-Match": f'"{version}"'})


async def test_an_administrator_enters_the_agreed_quorum_and_all_hear_of_it(team: Team) -> None:
    for who in ("noor", "coordinator", "jonas", "auditor", "jit_auditor"):
        assert (await agree(team, who)).status_code == 403, who
    assert (await agree(team, version=9)).status_code == 412
    for quorum in (-1, 61):
        assert (await agree(team, quorum=quorum)).status_code == 422
    policy = await team.client("ines").get(team.path("/witnesses/policy"))
    assert policy.text.endswith("\nquorum none\n")
    assert read_json(await agree(team, quorum=2))["quorum"] == 2
    again = await agree(team, quorum=2, version=2)
    assert (again.status_code, again.json()["code"]) == (409, "quorum-so-already")
    (entry,) = await team.entries("hugo", "witness.quorum")
    said_so = {
        name: field["value"] for name, field in entry["fields"].items() if name in {"former", "quorum", "clause"}
    }
    assert said_so == {"former": 0, "quorum": 2, "clause": "Clause 12"}
    assert await cosigned(team, "hugo") == {"by": 0, "of": 0, "size": 0, "quorum": 2, "reached": 0}
    refused = await team.client("ines").get(team.path("/witnesses/policy"))
    assert (refused.status_code, refused.json()["code"]) == (409, "quorum-without-witnesses")
    for who in ("noor", "coordinator", "auditor"):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, "update jits set quorum = 0 where id = :jit")


async def cosigned(team: Team, who: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = read_json(await team.client(who).get(team.path("/situation")))["ledger"]["cosigned"]
    return found


async def grown_and_cosigned(team: Team, *parties: Party) -> bytes:
    """The checkpoint that holds all there is, once each of them has cosigned it."""

    async def found() -> bool:
        await team.run_jobs("witnesses")
        size = int((await checkpoint(team)).split(b"\n")[1])
        async with as_superuser(team) as superuser:
            whole = size == await superuser.fetchval("select count(*) from entries where jit = $1", team.jit_id)
        return whole and len(cosignatures(await checkpoint(team), keys)) == len(keys)

    keys: list[CosignerKey] = [party.witness.key for party in parties]
    await until(found, within=30)
    return await checkpoint(team)


async def checkpoint(team: Team) -> bytes:
    return (await team.client("noor").get(team.path("/ledger/checkpoint"))).content


async def name_nonsense(team: Team) -> None:
    """A key that is none and signed nothing, as a leader could write it in SQL: it spoils nobody's bundle."""
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "insert into witnesses (id, jit, party, vkey, url, named_by, named_at, removed_at)"
            " select gen_random_uuid(), m.jit, m.party, 'x', 'x', m.id, now(), now() from members m where m.code = $1",
            team.code("claire"),
        )


def state_the_same_as_the_page(held: dict[str, bytes], parties: dict[str, Party]) -> None:
    """The package names both co-signers, and counts and requires one as the page does."""
    stated = json.loads(held["data/keys.json"])
    assert stated["quorum"] == 1
    assert stated["witnesses"] == [
        {"vkey": str(party.witness.key), "party": code, "counts": code == "DE"} for code, party in parties.items()
    ]
    text = words(held["data/custody.pdf"])
    assert "Confirmed by 1 of 1 independent log co-signers: Party DE (DE). Required: 1 log co-signer." in text
    assert "Required log co-signers at that time: no number agreed" in text, "of the founding"


@pytest.mark.usefixtures("worker")
async def test_they_cosign_and_pages_and_bundles_say_so(team: Team, tmp_path: Path) -> None:
    assert await cosigned(team, "ines") is None
    log = read_json(await team.client("noor").get(team.path("/ledger/keys")))["log"][0]["vkey"]
    async with (
        serving(tmp_path / "nl", "witness.example/nl") as nl,
        serving(tmp_path / "de", "witness.example/de") as de,
    ):
        for who, party in (("noor", nl), ("jonas", de)):
            party.witness.add_log(log)
            read_json(await name(team, who, str(party.witness.key), party.url), 201)
        note = await grown_and_cosigned(team, nl, de)
        size = int(note.split(b"\n")[1])
        shown = {one["party"]: (one["counts"], one["size"], one["failure"]) for one in await listed(team, "ines")}
        assert shown == {"NL": (False, size, None), "DE": (True, size, None)}, "the host's own does not count"
        assert await cosigned(team, "ines") == {"by": 1, "of": 1, "size": size, "quorum": 0, "reached": 0}
        read_json(await agree(team))
        note = await grown_and_cosigned(team, nl, de)
        size = int(note.split(b"\n")[1])
        assert await cosigned(team, "ines") == {"by": 1, "of": 1, "size": size, "quorum": 1, "reached": size}
        told = (await team.client("jit_auditor").get(team.path("/witnesses/policy"))).text
        assert f"witness DE {de.witness.key}" in told
        assert str(nl.witness.key) not in told, "the host's own does not count"
        receipt = (await team.client("noor").get(team.path("/ledger/entries/0/receipt"))).text
        assert note.decode() in receipt
        await name_nonsense(team)
        made = await ended(team, "jit_auditor", read_json(await ask(team, "jit_auditor"), 202))
    bundle = (await team.client("jit_auditor").get(team.path(f"/exports/{made['id']}/bundle"))).content
    (tmp_path / "bundle.zip").write_bytes(bundle)
    with zipfile.ZipFile(io.BytesIO(bundle)) as bag:
        held = {each.split("/", 1)[1]: bag.read(each) for each in bag.namelist()}
    assert len(cosignatures(held["data/checkpoint"], [nl.witness.key, de.witness.key])) == 2
    state_the_same_as_the_page(held, {"NL": nl, "DE": de})
    (tmp_path / "policy").write_text(told)
    assert (
        verifier.main([str(tmp_path / "bundle.zip"), "--policy", str(tmp_path / "policy")])
        == verifier.EXIT_AUTHENTICATED
    )
    (tmp_path / "policy").write_text(told.replace(str(de.witness.key), ReferenceKey("witness.example/fr", kind=4).vkey))
    assert verifier.main([str(tmp_path / "bundle.zip"), "--policy", str(tmp_path / "policy")]) == verifier.EXIT_WRONG
    for demanded, code in (("DE", verifier.EXIT_AUTHENTICATED), ("FR", verifier.EXIT_WRONG)):
        lines = [f"log {log}", f"witness DE {de.witness.key}"]
        lines += [f"witness FR {ReferenceKey('witness.example/fr', kind=4).vkey}", f"quorum {demanded}"]
        (tmp_path / "policy").write_text("\n".join(lines) + "\n")
        assert verifier.main([str(tmp_path / "bundle.zip"), "--policy", str(tmp_path / "policy")]) == code
