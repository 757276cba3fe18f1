"""The ledger's public surface over HTTP: stock clients, proofs, receipts, promises, and that nothing of it tells too much."""

import base64
import hashlib
import json
from datetime import timedelta

import httpx
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app import clock
from app.ledger import alarms, journal
from app.ledger.facts import PartyAdded
from app.ledger.journal import Ledger
from app.ledger.signing import notes
from app.ledger.tree import merkle
from app.settings import Settings
from tests.audit.test_ledger import b64, demand_true, published
from tests.factories.evidence import custody, register, release, try_register, values
from tests.factories.team import PEOPLE, Team, jit_form, read_json
from tests.support.ledgers import tile_client

SEATED = [name for name in PEOPLE if name != "stranger"]


class Surface:
    """What one seat fetches below the ledger's address."""

    def __init__(self, team: Team, who: str) -> None:
        self.team, self.browser = team, team.client(who)

    async def get(self, path: str) -> httpx.Response:
        return await self.browser.get(self.team.path(f"/ledger/{path}"))

    async def fetch(self, path: str) -> bytes:
        answer = await self.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Content-Type"] == "application/octet-stream"
        return answer.content


async def fill(team: Team, count: int) -> None:
    """So many entries more, in one transaction, as the clock makes them."""
    ledger = Ledger(team.jit_id, team.jit["ledger_origin"])
    fact = PartyAdded(party=clock.new_id(), code="XX", name="x", party_kind="organisation", authorities=[])
    async with team.context.database.engine() as session:
        await journal.append_as_system(session, ledger, *[fact] * count)
    await team.settled()


async def whole(team: Team) -> notes.Checkpoint:
    """A checkpoint of everything, now."""
    await team.settled()
    note = await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "export")
    return notes.Checkpoint.parse(notes.parse(note.encode()).text)


class TestTiles:
    async def test_any_seat_reads_the_whole_log(self, team: Team) -> None:
        await register(team, "noor")
        head = await published(team)
        expected = [b64(entry["commitment"]) for entry in await team.entries("jit_auditor")]
        for who in SEATED:
            log = await tile_client.demand_tree(Surface(team, who).fetch, head.size, head.root)
            assert log == expected, who

    async def test_nobody_from_outside(self, team: Team) -> None:
        head = await published(team)
        paths = [
            f"/ledger/tile/0/000.p/{head.size}",
            f"/ledger/tile/entries/000.p/{head.size}",
            "/ledger/proofs/inclusion?position=0",
            "/ledger/proofs/consistency?from=1",
            "/ledger/entries/0/receipt",
            "/ledger/keys",
            "/ledger/health",
        ]
        for path in paths:
            assert (await team.client("noor").get(team.path(path))).status_code == 200, path
            assert (await team.client("stranger").get(team.path(path))).status_code == 404, path
            assert (await team.nobody().get(team.path(path))).status_code == 401, path

    async def test_what_is_not_there_or_not_spelt_so_is_not_found(self, team: Team) -> None:
        head = await published(team)
        surface = Surface(team, "noor")
        for path in (
            "tile/0/000",
            f"tile/0/000.p/{head.size + 1}",
            "tile/0/001.p/1",
            "tile/1/000.p/1",
            "tile/63/000.p/1",
            "tile/64/000.p/1",
            "tile/-1/000.p/1",
            f"tile/00/000.p/{head.size}",
            f"tile/0/x000/000.p/{head.size}",
            f"tile/0/0.p/{head.size}",
            f"tile/0/000.p/0{head.size}",
            "tile/entries/000",
            f"tile/entries/000.p/{head.size + 1}",
            "tile/entries/x001/000.p/1",
            "tile/0/..%2f..%2fcheckpoint",
        ):
            assert (await surface.get(path)).status_code == 404, path

    async def test_what_never_changes_may_be_kept_by_the_asker_alone(self, team: Team) -> None:
        head = await published(team)
        for kind in ("0", "entries"):
            answer = await Surface(team, "mara").get(f"tile/{kind}/000.p/{head.size}")
            assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"

    async def test_a_later_tree_does_not_change_an_earlier_tile(self, team: Team) -> None:
        head, surface = await published(team), Surface(team, "lena")
        before = await surface.fetch(f"tile/0/000.p/{head.size}")
        await register(team, "noor")
        assert (await published(team)).size > head.size
        assert await surface.fetch(f"tile/0/000.p/{head.size}") == before

    async def test_beyond_the_first_full_tile(self, team: Team) -> None:
        await fill(team, 240)
        head, surface = await whole(team), Surface(team, "mara")
        assert 256 < head.size < 512
        await tile_client.demand_tree(surface.fetch, head.size, head.root)
        for index in (0, 255, 256, head.size - 1):
            view = read_json(await surface.get(f"proofs/inclusion?position={index}&size={head.size}"))
            assert [b64(each) for each in view["path"]] == await tile_client.inclusion(surface.fetch, index, head.size)


class TestProofs:
    async def test_show_what_they_say(self, team: Team) -> None:
        old = await published(team)
        await register(team, "noor", release("DE"))
        head = await published(team)
        leaves = [merkle.leaf_hash(b64(one["commitment"])) for one in await team.entries("mara")]
        surface = Surface(team, "mara")
        for position in range(0, head.size, 5):
            view = read_json(await surface.get(f"proofs/inclusion?position={position}"))
            assert (view["position"], view["size"], b64(view["leaf"])) == (position, head.size, leaves[position])
            merkle.verify_inclusion(
                leaves[position], position, head.size, [b64(one) for one in view["path"]], head.root
            )
        for size in (1, 2, old.size, head.size):
            view = read_json(await surface.get(f"proofs/consistency?from={size}"))
            assert (view["from"], view["to"]) == (size, head.size)
            path = [b64(one) for one in view["path"]]
            merkle.verify_consistency(size, head.size, path, merkle.root(leaves[:size]), head.root)
        view = read_json(await surface.get(f"proofs/inclusion?position=3&size={old.size}"))
        merkle.verify_inclusion(leaves[3], 3, old.size, [b64(one) for one in view["path"]], old.root)

    async def test_of_what_is_not_published_or_makes_no_sense_are_not_given(self, team: Team) -> None:
        size = (await published(team)).size
        surface = Surface(team, "noor")
        for path, status in (
            (f"proofs/inclusion?position=0&size={size + 1}", 404),
            (f"proofs/inclusion?position={size}", 422),
            ("proofs/inclusion?position=5&size=5", 422),
            ("proofs/inclusion?position=-1", 422),
            ("proofs/inclusion?position=0&size=0", 422),
            (f"proofs/consistency?from={size + 1}", 404),
            (f"proofs/consistency?from=1&to={size + 1}", 404),
            ("proofs/consistency?from=3&to=2", 422),
            ("proofs/consistency?from=0", 422),
            (f"entries/{size}/receipt", 404),
            ("entries/-1/receipt", 404),
            ("entries/x/receipt", 404),
        ):
            assert (await surface.get(path)).status_code == status, path


class TestReceipts:
    async def test_prove_their_entry_by_the_specification_alone(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        await published(team)
        surface = Surface(team, "lena")
        entry = (await custody(team, "lena", exhibit))[0]
        answer = await surface.get(f"entries/{entry['position']}/receipt")
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        proof, _, note = answer.text.partition("\n\n")
        first, extra, index, *path = proof.split("\n")
        assert first == "c2sp.org/tlog-proof@v1"
        assert index == f"index {entry['position']}"
        told = json.loads(base64.b64decode(extra.removeprefix("extra "), validate=True))
        commitment = hashlib.sha256(b"liaison-entry/v1\n" + b64(told["salt"]) + told["canonical"].encode()).digest()
        assert commitment == b64(entry["commitment"])
        assert told == {key: entry[key] for key in ("position", "salt", "canonical", "fields")}
        demand_true(entry, team.jit["ledger_origin"])
        key = notes.VerifierKey.parse(values((await team.entries("noor"))[0])["keys"][0])
        head = notes.open_checkpoint(note.encode(), [key])
        leaf = merkle.leaf_hash(commitment)
        merkle.verify_inclusion(leaf, entry["position"], head.size, [b64(one) for one in path], head.root)

    async def test_are_for_those_who_may_read_the_entry_and_hold_what_they_may_read(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), release("FR", "listed"))
        await published(team)
        position = (await custody(team, "noor", exhibit))[0]["position"]

        async def fields(who: str) -> set[str] | None:
            answer = await Surface(team, who).get(f"entries/{position}/receipt")
            if answer.status_code == 404:
                return None
            return set(json.loads(base64.b64decode(answer.text.split("\n")[1].removeprefix("extra ")))["fields"])

        assert "place" in (await fields("lena") or ())
        listed = await fields("claire")
        assert listed is not None
        assert "title" in listed
        assert "place" not in listed
        for who in ("mara", "ines", "admin", "sofia", "karl"):
            assert await fields(who) is None, who
        absent = await Surface(team, "mara").get("entries/99999/receipt")
        hidden = await Surface(team, "mara").get(f"entries/{position}/receipt")
        assert absent.text == hidden.text, "absent and invisible are one"


def promises_of(answer: httpx.Response) -> list[list[str]]:
    return [value.split(" ") for value in answer.headers.get_list("Ledger-Entry")]


def vkey(text: str) -> tuple[str, bytes, Ed25519PublicKey]:
    """Name, key id and key of a C2SP verifier key, with nothing of ours."""
    name, key_id, material = text.split("+", 2)
    raw = b64(material)
    assert raw[0] == 1
    assert hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4].hex() == key_id
    return name, bytes.fromhex(key_id), Ed25519PublicKey.from_public_bytes(raw[1:])


async def promise_key(team: Team, who: str) -> tuple[str, bytes, Ed25519PublicKey]:
    """The key for promises, once the ledger's key in entry 0 has vouched for it."""
    keys = read_json(await team.client(who).get(team.path("/ledger/keys")))
    (log,), (given,) = keys["log"], keys["promises"]
    assert log == {"vkey": values((await team.entries("noor"))[0])["keys"][0], "from": 0, "to": None, "note": None}
    name, key_id, public = vkey(log["vkey"])
    told, _, line = given["note"].partition("\n\n")
    assert told == f"liaison-promise-key/v1\n{team.jit['ledger_origin']}\n{given['vkey']}"
    signed = b64(line.rstrip("\n").rpartition(" ")[2])
    assert line.startswith(f"\N{EM DASH} {name} ")
    assert signed[:4] == key_id
    public.verify(signed[4:], f"{told}\n".encode())
    return vkey(given["vkey"])


class TestPromises:
    async def test_are_kept_and_verify_with_the_keys_alone(self, team: Team) -> None:
        answer = await try_register(team, releases=[release("DE")])
        given = promises_of(answer)
        assert len(given) == 2, "registered and released"
        name, key_id, public = await promise_key(team, "noor")
        origin = team.jit["ledger_origin"]
        assert name == f"{origin}/promises"
        await published(team)
        entries = {one["id"]: one for one in await team.entries("noor")}
        for entry, commitment, deadline, signature in given:
            raw = b64(signature)
            assert raw[:4] == key_id
            promised = f"liaison-promise/v1\n{origin}\n{entry}\n{commitment}\n{deadline}\n"
            public.verify(raw[4:], promised.encode())
            with pytest.raises(InvalidSignature):
                public.verify(raw[4:], promised.replace(entry, str(clock.new_id())).encode())
            assert entries[entry]["commitment"] == commitment
            late = clock.parse(deadline) - clock.parse(entries[entry]["at"].replace("+00:00", "Z"))
            assert timedelta(seconds=60) <= late < timedelta(seconds=90)

    async def test_are_given_for_every_act_and_for_no_reading(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        browser = team.client("noor")
        withdrawn = await browser.post(
            team.path(f"/evidence/{exhibit['id']}/withdrawal"),
            json={"reason": "x"},
            headers={"If-Match": f'"{exhibit["version"]}"'},
        )
        assert withdrawn.is_success
        assert len(promises_of(withdrawn)) == 1
        for path in ("/evidence", "/ledger/entries", "/ledger/keys", "/ledger/checkpoint"):
            assert "Ledger-Entry" not in (await browser.get(team.path(path))).headers

    async def test_of_what_was_rolled_back_there_are_none(self, team: Team) -> None:
        refused = await team.client("mara").post(team.path("/evidence"), json={"title": "x"})
        assert refused.status_code == 422
        assert promises_of(refused) == []

    async def test_of_many_entries_the_last_eight_are_promised(self, team: Team) -> None:
        """A founding enters the team, its parties and a seat at once; headers stay small."""
        founded = await team.client("coordinator").post("/api/jits", json=jit_form(name="Second"))
        assert founded.status_code == 201
        given = promises_of(founded)
        assert 7 <= len(given) <= 8
        assert sum(len(" ".join(one)) for one in given) < 3000
        jit = founded.json()
        key = vkey(
            read_json(await team.client("coordinator").get(f"/api/jits/{jit['id']}/ledger/keys"))["promises"][0]["vkey"]
        )
        assert key[0] == f"{jit['ledger_origin']}/promises", "of the new ledger's own key"

    async def test_a_ledger_founded_before_there_were_promises_has_a_key_too(
        self, team: Team, settings: Settings
    ) -> None:
        (old,) = (settings.state / "ledger").glob("*_promises.key")
        old.unlink()
        team.context.ledger_keys._signers.clear()
        answer = await try_register(team)
        _, _, public = await promise_key(team, "mara")
        entry, commitment, deadline, signature = promises_of(answer)[0]
        promised = f"liaison-promise/v1\n{team.jit['ledger_origin']}\n{entry}\n{commitment}\n{deadline}\n"
        public.verify(b64(signature)[4:], promised.encode())

    async def test_a_lost_key_does_not_undo_what_was_done(self, team: Team, settings: Settings) -> None:
        for key in (settings.state / "ledger").glob("*.key"):
            key.unlink()
        team.context.ledger_keys._signers.clear()
        answer = await try_register(team)
        assert answer.status_code in {200, 201}
        assert promises_of(answer) == []


class TestHealth:
    async def test_is_told_to_seats_without_details_and_to_the_operator_in_numbers(self, team: Team) -> None:
        head = await published(team)
        health = read_json(await team.client("mara").get(team.path("/ledger/health")))
        assert (health["published_size"], health["alarms"]) == (head.size, [])
        async with team.context.database.engine() as session:
            await alarms.sound(session, team.jit_id, "signing", "the secret detail")
        answer = await team.client("mara").get(team.path("/ledger/health"))
        assert [one["what"] for one in read_json(answer)["alarms"]] == ["signing"]
        assert "secret" not in answer.text
        numbers = (await team.nobody().get("/metrics")).text
        assert 'liaison_ledger_alarms{what="signing"} 1.0' in numbers
        assert 'liaison_ledger_alarms{what="promise"} 0.0' in numbers


class TestTwoWorlds:
    """A hidden exhibit, and none: before the next checkpoint nothing differs; after it, the declared leaks."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0})

    async def picture(self, team: Team, size: int) -> list[tuple[int, str, bytes]]:
        surface = Surface(team, "mara")
        paths = [
            "checkpoint",
            "health",
            "keys",
            *(f"tile/{kind}/000.p/{width}" for kind in ("0", "entries") for width in (1, size, size + 1, size + 2)),
            "tile/0/001.p/1",
            "tile/1/000.p/1",
            *(f"proofs/inclusion?position={at}" for at in (0, size - 1, size, size + 1)),
            *(f"proofs/inclusion?position=0&size={at}" for at in (size, size + 1, size + 2)),
            *(f"proofs/consistency?from={at}" for at in (1, size, size + 1)),
            *(f"entries/{at}/receipt" for at in (0, size - 1, size, size + 1, size + 2)),
        ]
        answers = [(path, await surface.get(path)) for path in paths]
        return [(answer.status_code, path, answer.content) for path, answer in answers]

    async def test_nothing_is_told_beyond_the_published_size(self, team: Team) -> None:
        size = (await whole(team)).size
        without = await self.picture(team, size)
        exhibit = await register(team, "noor", release("DE"))
        await team.settled()
        assert await self.picture(team, size) == without
        assert (await whole(team)).size == size + 2
        now = await self.picture(team, size)
        told = {path for (_, path, a), (_, _, b) in zip(now, without, strict=True) if a != b}
        unknown = {path for path in told if path.startswith("entries/") and int(path.split("/")[1]) >= size}
        assert unknown == set(), "receipts of what one may not read are not found, published or not"
        first = (await Surface(team, "mara").get("entries/0/receipt")).text
        assert exhibit["exhibit_number"] not in base64.b64decode(first.split("\n")[1].removeprefix("extra ")).decode()

    async def test_a_tile_that_became_full_behind_the_checkpoint_is_not_there(self, team: Team) -> None:
        size = (await whole(team)).size
        await fill(team, 256)
        surface = Surface(team, "mara")
        assert (await surface.get("tile/0/000")).status_code == 404
        assert (await surface.get("tile/entries/000")).status_code == 404
        assert (await surface.get("tile/1/000.p/1")).status_code == 404
        assert len(await surface.fetch(f"tile/0/000.p/{size}")) == 32 * size
        await whole(team)
        assert len(await surface.fetch("tile/0/000")) == 8192
        assert len(await surface.fetch("tile/1/000.p/1")) == 32
