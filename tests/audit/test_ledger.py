"""The ledger as it is read: every entry recomputed by hand, who reads which, and what nobody learns from positions."""

import asyncio
import base64
import hashlib
import json
from typing import Any

import pytest

from app.ledger.journal import Ledger
from app.ledger.signing import notes
from app.ledger.tree import merkle
from app.settings import Settings
from tests.factories.evidence import (
    custody,
    grant,
    kinds,
    listed,
    open_it,
    place,
    recall,
    register,
    release,
    take_it,
    try_register,
    values,
    with_file,
)
from tests.factories.team import Team, read_json

KEYS = {"v", "id", "ledger", "at", "kind", "seat", "party", "subject", "led", "purpose", "fields"}


def jcs(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def b64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def demand_true(view: dict[str, Any], origin: str) -> None:
    """Recompute a disclosed entry with nothing of ours."""
    canonical = view["canonical"].encode()
    assert sha256(b"liaison-entry/v1\n", b64(view["salt"]), canonical) == b64(view["commitment"])
    entry = json.loads(canonical)
    assert jcs(entry) == canonical
    assert set(entry) == KEYS
    assert (entry["v"], entry["ledger"]) == (1, origin)
    for name in KEYS - {"v", "ledger", "fields"}:
        assert view[name] == entry[name], name
    for name, field in view["fields"].items():
        hashed = sha256(b"liaison-field/v1\n", b64(field["salt"]), jcs([name, field["value"]]))
        assert hashed == b64(entry["fields"][name]), name


async def published(team: Team) -> notes.Checkpoint:
    """The checkpoint, once it holds everything that was committed."""
    await team.settled()
    last = (await team.entries("jit_auditor"))[-1]["position"]
    key = notes.VerifierKey.parse(values((await team.entries("noor"))[0])["keys"][0])
    async with asyncio.timeout(20):
        while True:
            note = await team.client("hugo").get(team.path("/ledger/checkpoint"))
            if note.status_code == 200:
                checkpoint = notes.open_checkpoint(note.content, [key])
                if checkpoint.size > last:
                    return checkpoint
            await asyncio.sleep(0.05)


async def history(team: Team) -> dict[str, Any]:
    """A Dutch exhibit through which much has gone."""
    exhibit = await with_file(team, release("DE"), release("FR", "listed"), title='Κατάθεση 🗄️ "A" \\ €')
    read_json(await open_it(team, "jonas", exhibit), 201)
    read_json(await take_it(team, "noor", exhibit), 201)
    assert (await recall(team, "noor", exhibit, "FR")).status_code == 204
    return exhibit


class TestEntries:
    async def test_are_what_their_commitments_say(self, team: Team) -> None:
        await history(team)
        for name in ("noor", "lena", "hugo", "auditor", "mara", "jit_auditor"):
            disclosed = [one for one in await team.entries(name) if one["canonical"] is not None]
            assert len(disclosed) > 20
            for view in disclosed:
                demand_true(view, team.jit["ledger_origin"])

    async def test_of_others_are_commitments_and_nothing_else(self, team: Team) -> None:
        await history(team)
        await published(team)
        withheld = [one for one in await team.entries("mara") if one["canonical"] is None]
        assert len(withheld) == 8
        for view in withheld:
            assert set(view) == {"position", "commitment", *(KEYS - {"v", "ledger"}), "salt", "canonical", "erased"}
            assert {name for name, value in view.items() if value is not None} == {"position", "commitment"}

    async def test_stand_at_the_same_gapless_positions_for_all(self, team: Team) -> None:
        await asyncio.gather(*(register(team, who) for who in ("noor", "bram", "jonas", "claire", "noor", "jonas")))
        checkpoint = await published(team)
        columns = [
            [(one["position"], one["commitment"]) for one in await team.entries(name)]
            for name in ("noor", "jonas", "mara", "jit_auditor")
        ]
        assert all(column == columns[0] for column in columns)
        assert [position for position, _ in columns[0]] == list(range(checkpoint.size))
        leaves = [merkle.leaf_hash(b64(commitment)) for _, commitment in columns[0]]
        assert merkle.root(leaves) == checkpoint.root
        assert checkpoint.origin == team.jit["ledger_origin"]

    async def test_checkpoints_continue_each_other(self, team: Team) -> None:
        earlier = await published(team)
        await register(team)
        later = await published(team)
        assert later.size == earlier.size + 1
        leaves = [merkle.leaf_hash(b64(one["commitment"])) for one in await team.entries("mara")]
        assert merkle.root(leaves[: earlier.size]) == earlier.root
        assert merkle.root(leaves) == later.root

    async def test_of_an_exhibit_form_a_chain(self, team: Team) -> None:
        exhibit = await history(team)
        chain = await custody(team, "noor", exhibit)
        assert [values(one)["chain"]["n"] for one in chain] == list(range(1, len(chain) + 1))
        previous = [None, *(one["commitment"] for one in chain)]
        assert [values(one)["chain"]["previous"] for one in chain] == previous[:-1]
        german = [values(one)["chain"]["n"] for one in await custody(team, "lena", exhibit)]
        assert german == [1, 2, 4, 5], "what Germany may not read leaves a gap that it sees"

    async def test_of_what_was_refused_there_are_none(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed"))
        before = await team.entries("jit_auditor")
        for answer in (
            await try_register(team, "daan", releases=[release("DE")]),
            await try_register(team, "noor", releases=[release("CH", seats=["NL-03"])]),
            await open_it(team, "jonas", exhibit),
            await open_it(team, "claire", exhibit),
            await grant(team, "noor", exhibit, "DE", version=4),
            await recall(team, "noor", exhibit, "FR"),
        ):
            assert answer.is_client_error
        assert await team.entries("jit_auditor") == before

    async def test_come_page_by_page(self, team: Team) -> None:
        everything = await team.entries("noor")
        seen: list[dict[str, Any]] = []
        after = "-1"
        while True:
            page = read_json(await team.client("noor").get(team.path(f"/ledger/entries?after={after}&limit=7")))
            seen += page["items"]
            if page["next"] is None:
                break
            assert page["next"] == str(seen[-1]["position"])
            after = page["next"]
        assert seen == everything
        beyond = read_json(await team.client("noor").get(team.path(f"/ledger/entries?after={2**62}")))
        assert beyond == {"items": [], "next": None}
        for query in ("after=-2", "after=x", "limit=0", f"after={2**63}"):
            assert (await team.client("noor").get(team.path(f"/ledger/entries?{query}"))).status_code == 422, query

    async def test_custody_comes_page_by_page_from_either_end(self, team: Team) -> None:
        exhibit = await history(team)
        await team.settled()  # every entry has its position, and keeps it
        whole = await custody(team, "noor", exhibit)
        for sort, expected in (("oldest", whole), ("newest", whole[::-1])):
            seen: list[dict[str, Any]] = []
            cursor = ""
            while True:
                query = f"/custody?limit=2&sort={sort}{cursor}"
                page = read_json(await team.client("noor").get(place(team, exhibit, query)))
                seen += page["items"]
                if page["next"] is None:
                    break
                cursor = f"&cursor={page['next']}"
            assert seen == expected
        assert (await team.client("noor").get(place(team, exhibit, "/custody?sort=title"))).status_code == 422


class TestWhoReads:
    async def test_each_what_concerns_them(self, team: Team) -> None:
        exhibit = await history(team)
        registered, given, received, opened = (
            "evidence.registered",
            "evidence.released",
            "file.received",
            "evidence.opened",
        )
        taken, recalled = "evidence.taken", "evidence.recalled"
        dutch = [registered, given, given, received, opened, taken, recalled]
        expected = {
            "noor": dutch,
            "daan": dutch,
            "coordinator": [
                registered,
                given,
                given,
                received,
                recalled,
            ],  # what a party at `listed` hears, and releases
            "jit_auditor": dutch,
            "jonas": [registered, given, received, opened],
            "auditor": [registered, given, received, opened],
            "claire": [registered, given, received, recalled],
            "mara": [],
            "ines": [],
            "admin": [],
            "sofia": [],
            "karl": [],
        }
        await team.settled()
        for name, wanted in expected.items():
            about = [one for one in await team.entries(name) if (one["subject"] or {}).get("evidence") == exhibit["id"]]
            assert kinds(about) == wanted, name

    async def test_fields_of_the_readable_only_from_that_level_on(self, team: Team) -> None:
        exhibit = await history(team)
        shown = {
            name: {field for one in await team.entries(name, "evidence.registered") for field in one["fields"]}
            for name in ("noor", "jonas", "claire", "coordinator", "auditor", "jit_auditor")
        }
        assert {"title", "exhibit_number", "actor"} <= shown["claire"]
        assert not {"place", "acquired_by", "legal_basis", "description"} & shown["claire"]
        assert shown["coordinator"] == shown["claire"]
        assert shown["noor"] == shown["jonas"] == shown["jit_auditor"]
        assert shown["auditor"] == shown["jonas"], "an auditor reads in the ledger whatever the party reads"
        assert "place" in shown["noor"]
        assert exhibit["exhibit_number"] in str(await team.entries("claire"))

    async def test_the_past_opens_with_a_later_release_as_far_as_its_level(self, team: Team) -> None:
        exhibit = await history(team)
        assert await team.entries("hugo", "evidence.registered") != []  # it was listed for France before the recall
        read_json(await grant(team, "noor", exhibit, "FR", level="readable", seats=["FR-02"]))
        (registered,) = await team.entries("hugo", "evidence.registered")
        assert values(registered)["place"] == "Data centre, Rotterdam"
        (registered,) = await team.entries("claire", "evidence.registered")
        assert "place" not in registered["fields"], "she is not named"
        assert kinds(await custody(team, "hugo", exhibit)).count("evidence.opened") == 0

    async def test_the_search_finds_what_may_be_read(self, team: Team) -> None:
        exhibit = await history(team)
        hidden = await register(team, "claire")
        await published(team)

        async def search(name: str, query: str) -> list[dict[str, Any]]:
            found: list[dict[str, Any]] = read_json(
                await team.client(name).get(team.path(f"/ledger/disclosed?{query}"))
            )["items"]
            return found

        assert kinds(await search("lena", "kind=evidence.opened&kind=file.received")) == [
            "evidence.opened",
            "file.received",
        ]
        assert {one["party"] for one in await search("lena", "party=DE&limit=200")} == {"DE"}
        about = await search("lena", f"evidence={exhibit['id']}")
        assert [one["position"] for one in about] == sorted((one["position"] for one in about), reverse=True)
        assert about[::-1] == await custody(team, "lena", exhibit)
        assert await search("lena", f"evidence={hidden['id']}") == []
        assert all(one["canonical"] for one in await search("mara", "limit=200"))
        first = read_json(await team.client("lena").get(team.path("/ledger/disclosed?limit=3")))
        second = await search("lena", f"limit=3&cursor={first['next']}")
        assert first["items"] + second == await search("lena", "limit=6")
        for query, status in (("cursor=-1", 400), ("cursor=x", 400), ("party=de", 422)):
            answer = await team.client("lena").get(team.path(f"/ledger/disclosed?{query}"))
            assert answer.status_code == status, query

    async def test_nobody_from_outside(self, team: Team) -> None:
        for path in ("/ledger/entries", "/ledger/checkpoint", "/ledger/disclosed"):
            assert (await team.client("stranger").get(team.path(path))).status_code == 404
            assert (await team.nobody().get(team.path(path))).status_code == 401


class TestPositions:
    """Before the next checkpoint is signed: here none is, but by the test itself."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0})

    READS = ("/evidence", "/ledger/entries", "/ledger/disclosed", "/members", "/parties", "/exports", "")

    async def told(self, team: Team, name: str) -> int:
        """The position that every read tells alike."""
        reads = [path for path in self.READS if not (path == "/exports" and name == "mara")]
        answers = [await team.client(name).get(team.path(path)) for path in reads]
        positions = {answer.headers["Ledger-Position"] for answer in answers}
        assert len(positions) == 1, dict(zip(reads, (one.headers["Ledger-Position"] for one in answers), strict=True))
        return int(positions.pop())

    async def test_tell_nothing_of_what_one_may_not_know(self, team: Team) -> None:
        await team.settled()
        before = {name: await self.told(team, name) for name in ("noor", "jonas", "mara")}
        entries = await team.entries("jonas")
        await register(team, "noor", release("FR"))
        await team.settled()
        assert await self.told(team, "noor") == before["noor"] + 2
        assert await self.told(team, "jonas") == before["jonas"]
        assert await self.told(team, "mara") == before["mara"]
        assert await team.entries("jonas") == entries

    async def test_tell_the_last_fact_that_one_knows(self, team: Team) -> None:
        await team.settled()
        before = await self.told(team, "jonas")
        await register(team, "noor", release("DE"))
        await register(team, "noor")
        await team.settled()
        assert await self.told(team, "jonas") == before + 2
        assert await self.told(team, "noor") == before + 3

    async def test_of_a_published_checkpoint_are_everybodys(self, team: Team) -> None:
        await register(team, "noor")
        await team.settled()
        before = await self.told(team, "mara")
        await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "export")
        assert await self.told(team, "mara") == before + 1
        assert await listed(team, "mara") == []
