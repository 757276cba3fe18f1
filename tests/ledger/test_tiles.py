"""Tiles and proofs: against a client written from the specification, published vectors, and every tree of small size."""

import base64
from functools import partial

import pytest

from app.ledger.alarms import LedgerDamagedError
from app.ledger.tree import merkle, nodes, tiles
from app.ledger.tree.merkle import Digest, leaf_hash
from app.ledger.tree.tiles import BUNDLE, Node, Place, Range
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers import tile_client
from tests.support.ledgers.bare_ledger import BareLedger, statements
from tests.support.random_choices import seeded
from tests.support.shared_data import needs_shared_data, shared_json


def tree(size: int) -> tuple[list[Digest], dict[Place, bytes]]:
    """Leaves, and all their tiles, each as wide as the tree makes it."""
    leaves = [leaf_hash(at.to_bytes(4)) for at in range(size)]
    made: dict[Place, bytes] = {}
    level, row = 0, list(leaves)
    while row:
        for at in range(0, len(row), 256):
            made[Place(level, at // 256)] = b"".join(row[at : at + 256])
        row = [merkle.root(row[at : at + 256]) for at in range(0, len(row) // 256 * 256, 256)]
        level += 1
    return leaves, made


def test_every_proof_in_every_small_tree() -> None:
    for size in (*range(1, 40), 255, 256, 257, 300):
        leaves, made = tree(size)
        root = merkle.root(leaves)
        assert tiles.root_of(Range(0, size), made) == root
        for position in range(0, size, 1 if size < 40 else 37):
            path = [tiles.root_of(each, made) for each in tiles.inclusion(position, size)]
            merkle.verify_inclusion(leaves[position], position, size, path, root)
        for old in range(1, size + 1, 1 if size < 40 else 41):
            proof = [tiles.root_of(each, made) for each in tiles.consistency(old, size)]
            merkle.verify_consistency(old, size, proof, merkle.root(leaves[:old]), root)


def test_proofs_of_large_trees_need_few_nodes() -> None:
    for size in (2**20, 2**20 - 1, 10**9 + 7):
        for position in (0, size // 3, size - 1):
            wanted = [node for each in tiles.inclusion(position, size) for node in tiles.subtrees(each)]
            assert len(wanted) <= 2 * size.bit_length()
            assert len({node.place for node in wanted}) <= 2 * (size.bit_length() // 8 + 1)


@needs_shared_data
@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_proofs_are_those_of_the_published_vectors(kind: str) -> None:
    """The reference trees of transparency-dev/merkle: of every sound probe, the proof that we make is the one given."""
    given = shared_json("ct_reference_tree.json")
    leaves = [leaf_hash(bytes.fromhex(each)) for each in given["leaf_inputs_hex"]]
    roots = [bytes.fromhex(each) for each in given["roots_by_size_hex"]]
    probes = shared_json(f"merkle_{kind}_probes.json")["probes"]
    compared = 0
    for probe in probes:
        if probe["wantErr"]:
            continue
        size = probe["treeSize"] if kind == "inclusion" else probe["size2"]
        root = base64.b64decode(probe["root"] if kind == "inclusion" else probe["root2"])
        if size > len(leaves) or roots[size] != root:
            continue
        made = {Place(0, 0): b"".join(leaves[:size])}
        ranges = (
            tiles.inclusion(probe["leafIdx"], size)
            if kind == "inclusion"
            else tiles.consistency(probe["size1"], size)
            if probe["size1"]
            else []
        )
        expected = [base64.b64decode(each) for each in probe["proof"] or []]
        assert [tiles.root_of(each, made) for each in ranges] == expected, probe["desc"]
        compared += 1
    assert compared >= 4


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("000", (0, 256)),
        ("067.p/1", (67, 1)),
        ("x001/x234/067", (1234067, 256)),
        ("x001/x234/067.p/255", (1234067, 255)),
        ("x999/999", (999_999, 256)),
    ],
)
def test_paths_are_read_as_the_specification_writes_them(path: str, read: tuple[int, int]) -> None:
    assert tiles.read_path(path) == read
    assert tile_client.path_of(read[0]) == path.partition(".")[0]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "0",
        "00",
        "0000",
        "x000",
        "x000/067",
        "001/067",
        "x001/x067",
        "x001//067",
        "067.p/0",
        "067.p/01",
        "067.p/256",
        "067.p/",
        "067.p",
        "067.p/1/",
        "/067",
        "067/",
        "X001/067",
        "-01",
        "x001/06\u0667",
        "x001/" * 8 + "000",
    ],
)
def test_any_other_spelling_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"tile's path|leading zeroes"):
        tiles.read_path(path)


def test_a_node_lies_in_one_tile() -> None:
    assert Node(0, 300).place == Place(0, 1)
    assert Node(0, 300).within == (44, 45)
    assert Node(7, 3).place == Place(0, 1)
    assert Node(7, 3).within == (128, 256)
    assert Node(8, 3).place == Place(1, 0)
    assert Node(8, 3).within == (3, 4)


class TestStored:
    """Through the database, with batches of many sizes."""

    async def fetch(self, bare_ledger: BareLedger, size: int, path: str) -> bytes:
        _, kind, rest = path.split("/", 2)
        number, width = tiles.read_path(rest)
        place = Place(BUNDLE if kind == "entries" else int(kind), number)
        async with bare_ledger.database.engine() as session:
            found = await nodes.tile(session, bare_ledger.ledger.jit, place, width, size)
        assert found is not None, path
        return tiles.bundle(found) if kind == "entries" else found

    async def test_every_tile_is_what_the_entries_make_it(self, bare_ledger: BareLedger) -> None:
        chance = seeded(7)
        size = await bare_ledger.demand_sound()
        while size < 600:
            await bare_ledger.append(chance.choice((1, 7, 120)))
            await bare_ledger.sequence()
            size = (await bare_ledger.tree()).size
        root = (await bare_ledger.tree()).root()
        log = await tile_client.demand_tree(partial(self.fetch, bare_ledger, size), size, root)
        assert log == [commitment for _, _, commitment in await bare_ledger.placed()]
        leaves = [leaf_hash(each) for each in log]
        for older in (1, 255, 256, 257, size):  # what was published before stays as it was
            await tile_client.demand_tree(partial(self.fetch, bare_ledger, older), older, merkle.root(leaves[:older]))
        async with bare_ledger.database.engine() as session:
            for position in (0, 255, 256, 500, size - 1):
                leaf, path = await nodes.inclusion(session, bare_ledger.ledger.jit, position, size)
                assert leaf == leaves[position]
                assert path == await tile_client.inclusion(partial(self.fetch, bare_ledger, size), position, size)
            for old, new in ((1, size), (256, 257), (300, 600), (256, 512), (size, size)):
                proof = await nodes.consistency(session, bare_ledger.ledger.jit, old, new)
                merkle.verify_consistency(old, new, proof, merkle.root(leaves[:old]), merkle.root(leaves[:new]))

    async def test_many_paths_are_those_of_each_and_cost_what_one_costs(self, bare_ledger: BareLedger) -> None:
        ledger = await bare_ledger.second_ledger()
        await bare_ledger.fill(ledger, 700)
        positions = [0, 1, 255, 256, 300, 511, 512, 640, 698, 699]
        async with bare_ledger.database.engine() as session:
            each = [(await nodes.inclusion(session, ledger.jit, one, 700))[1] for one in positions]
            with statements(bare_ledger.database) as one:
                await nodes.inclusions(session, ledger.jit, [300], 700)
            with statements(bare_ledger.database) as many:
                assert await nodes.inclusions(session, ledger.jit, positions, 700) == each
            assert await nodes.inclusions(session, ledger.jit, [], 700) == []
        assert len(many) <= len(one) + 1

    async def test_a_second_level_grows(self, bare_ledger: BareLedger) -> None:
        """65,536 entries and some: rows straight into the tables, then one batch through the sequencer."""
        ledger = await bare_ledger.second_ledger()
        await bare_ledger.fill(ledger, 256 * 256 - 3)
        await bare_ledger.append(5, ledger)
        await bare_ledger.sequence()
        placed = [leaf_hash(commitment) for _, _, commitment in await bare_ledger.placed(ledger)]
        size, root = len(placed), merkle.root(placed)
        assert size == 65_538
        async with bare_ledger.database.engine() as session:
            assert await nodes.root(session, ledger.jit, size) == root
            top = await nodes.tile(session, ledger.jit, Place(2, 0), 1, size)
            assert top == merkle.root(placed[:65_536])
            full = await nodes.tile(session, ledger.jit, Place(1, 0), 256, size)
            assert full == b"".join(merkle.root(placed[at : at + 256]) for at in range(0, 65_536, 256))
            for position in (0, 65_535, 65_537):
                leaf, path = await nodes.inclusion(session, ledger.jit, position, size)
                merkle.verify_inclusion(leaf, position, size, path, root)

    async def test_a_tile_is_not_made_over_rows_that_are_not_under_the_edge(self, bare_ledger: BareLedger) -> None:
        ledger = await bare_ledger.second_ledger()
        await bare_ledger.fill(ledger, 250)
        async with as_superuser(bare_ledger.database) as superuser:
            await damage(
                superuser,
                "entries",
                "update entries set commitment = sha256(commitment)"
                " where id = (select entry from positions where jit = $1 and position = 17)",
                ledger.jit,
            )
        await bare_ledger.append(10, ledger)
        assert await bare_ledger.sequence() == 0
        async with bare_ledger.database.engine() as session:
            with pytest.raises(LedgerDamagedError):
                await nodes.commitments(session, ledger.jit, 250, 260)
