"""A ledger without the running program: only the test sequences and signs.

Not here: its fixture (`tests/ledger/conftest.py`), and the independent implementation (`reference_ledger.py`).
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import LargeBinary, Uuid, bindparam, event, text
from sqlalchemy.dialects.postgresql import ARRAY

from app import clock, embedded
from app.database import Database
from app.ledger import founding, journal, sequencer
from app.ledger.checkpoints import Publisher
from app.ledger.facts import PartyAdded
from app.ledger.heads import Heads
from app.ledger.journal import Appended, Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.tree import growth, merkle
from app.ledger.witnesses.answers import Answers
from app.ledger.witnesses.registry import Cosigning
from tests.support.databases.superuser import as_superuser

_ENTRIES = text(
    "insert into entries (id, jit, commitment) select w.id, :jit, w.c from unnest(:ids, :commitments) as w (id, c)"
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("commitments", type_=ARRAY(LargeBinary)))


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """Record the statements of the engine role while the block runs."""
    said: list[str] = []

    def hear(_: object, __: object, statement: str, *___: object) -> None:
        said.append(statement)

    event.listen(database._engine.sync_engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(database._engine.sync_engine, "before_cursor_execute", hear)


@dataclass
class BareLedger:
    """The founded team's ledger, its database and its key."""

    urls: embedded.Urls
    database: Database
    ledger: Ledger
    keys: LedgerKeys
    heads: Heads
    others: list[Database] = field(default_factory=list)

    def publisher(self, *, every: float = 3600, heartbeat: float = 3600, answers: Answers | None = None) -> Publisher:
        """One that signs this ledger; without `answers`, of a process that started before a co-signer was named."""
        awaited = answers or self.answers(started_before=True)
        return Publisher(self.database, self.keys, self.heads, awaited, every=every, heartbeat=heartbeat)

    def answers(self, *, started_before: bool = False) -> Answers:
        """Of a process that starts now, or that started before a co-signer was named."""
        answers = Answers(self.database, Cosigning(self.database, ["127.0.0.0/8"]))
        if started_before:
            answers._complete.add(self.ledger.jit)
        return answers

    async def append(self, count: int = 1, ledger: Ledger | None = None) -> list[Appended]:
        """So many entries, in one transaction."""
        facts = [
            PartyAdded(party=clock.new_id(), code="XX", name="x", party_kind="organisation", authorities=[])
            for _ in range(count)
        ]
        async with self.database.engine() as session:
            return await journal.append_as_system(session, ledger or self.ledger, *facts)

    async def fill(self, ledger: Ledger, count: int) -> None:
        """So many entries that say nothing, placed in one batch: for trees of a size that nobody wants to append."""
        batch = [(clock.new_id(), hashlib.sha256(at.to_bytes(8)).digest()) for at in range(count)]
        async with self.database.engine() as session:
            ids, commitments = zip(*batch, strict=True)
            await session.execute(_ENTRIES, {"jit": ledger.jit, "ids": list(ids), "commitments": list(commitments)})
            tree = (await session.execute(text("select * from trees where jit = :jit"), {"jit": ledger.jit})).one()
            await growth.write(session, [await growth.of(session, ledger.jit, tree.size, tree.edge, batch)])

    async def sequence(self) -> int:
        """Until the queue is empty; how many got positions."""
        total = 0
        while placed := await sequencer.sequence(self.database):
            total += placed
        return total

    async def placed(self, ledger: Ledger | None = None) -> list[tuple[int, UUID, bytes]]:
        """(position, entry, commitment), in order."""
        query = "select p.position, e.id, e.commitment from positions p join entries e on e.id = p.entry"
        async with self.database.engine() as session:
            bind = {"jit": (ledger or self.ledger).jit}
            rows = await session.execute(text(f"{query} where p.jit = :jit order by p.position"), bind)
            return [(row.position, row.id, row.commitment) for row in rows]

    async def tree(self, ledger: Ledger | None = None) -> merkle.Frontier:
        """As the sequencer left it."""
        async with self.database.engine() as session:
            bind = {"jit": (ledger or self.ledger).jit}
            row = (await session.execute(text("select size, edge from trees where jit = :jit"), bind)).one()
            return merkle.Frontier.from_bytes(row.size, row.edge)

    async def demand_sound(self, ledger: Ledger | None = None) -> int:
        """Positions without gaps, each entry once, and the tree of exactly these rows; its size."""
        placed, tree = await self.placed(ledger), await self.tree(ledger)
        assert [position for position, _, _ in placed] == list(range(tree.size))
        assert len({entry for _, entry, _ in placed}) == tree.size
        assert merkle.root(merkle.leaf_hash(commitment) for _, _, commitment in placed) == tree.root()
        return tree.size

    async def another(self) -> Database:
        """A second server process's database."""
        other = Database(self.urls.app, self.urls.engine, pool=4)
        self.others.append(other)
        return await other.__aenter__()

    async def second_ledger(self) -> Ledger:
        """An empty ledger of another team."""
        jit = clock.new_id()
        ledger = Ledger(jit, founding.origin_of("liaison.localhost", jit))
        async with as_superuser(self.database) as superuser:
            await superuser.execute(
                "insert into jits (id, name, reference, agreement_signed_on, time_zone, state, ledger_origin, founded_at)"
                " values ($1, 'x', 'x', now(), 'UTC', 'operational', $2, now())",
                jit,
                ledger.origin,
            )
            await superuser.execute("insert into trees (jit, size, edge) values ($1, 0, '')", jit)
        self.keys.found(ledger.origin)
        return ledger
