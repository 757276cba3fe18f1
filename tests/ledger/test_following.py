"""What is new in a ledger is read from where it begins, whatever the statistics say of all that was before."""

from typing import Any

from sqlalchemy import TextClause, text

from app.ledger import following, recipients, sequencer
from app.ledger.journal import Ledger
from app.queries import Query
from tests.support.databases import plans
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import BareLedger

_LONG, _NEWS = 4_000, 5


async def rows_read(bare_ledger: BareLedger, statement: TextClause | Query[Any], binds: dict[str, Any]) -> float:
    """By the engine role, which reads all teams."""
    async with bare_ledger.database.engine() as session:
        if isinstance(statement, Query):
            sql = f"explain (analyze, format json) {statement.sql}"
            ((found,),) = await session.fetch(sql, *statement.values(binds))
        else:
            explained = text(f"explain (analyze, format json) {statement.text}")
            found = (await session.execute(explained, binds)).scalar_one()
    return plans.rows_read(found[0]["Plan"])


async def two_long_ledgers(bare_ledger: BareLedger) -> tuple[tuple[Ledger, int], tuple[Ledger, int]]:
    """With their sizes, and with statistics from which the planner would rather read them whole."""
    other = await bare_ledger.second_ledger()
    for ledger in (bare_ledger.ledger, other):
        for _ in range(_LONG // 1_000):
            await bare_ledger.append(1_000, ledger)
    async with as_superuser(bare_ledger.database) as superuser:
        while await superuser.fetchval("select count(*) from pending") > sequencer.BATCH:
            await sequencer.sequence(bare_ledger.database)
        await superuser.execute("analyze")  # while many wait
    await bare_ledger.sequence()
    size, of_other = [await bare_ledger.demand_sound(ledger) for ledger in (bare_ledger.ledger, other)]
    return (bare_ledger.ledger, size), (other, of_other)


async def test_what_is_new_costs_no_more_in_a_long_ledger(bare_ledger: BareLedger) -> None:
    ledgers = await two_long_ledgers(bare_ledger)
    nexts = {ledger.jit: size - _NEWS for ledger, size in ledgers}
    facts, _ = await following.facts_with_audiences(bare_ledger.database, nexts)
    assert [(fact.jit, fact.position) for fact in facts] == [
        (jit, nexts[jit] + at) for jit in sorted(nexts) for at in range(_NEWS)
    ]
    one, size = ledgers[0]
    for limit in (following.PAGE, _NEWS):
        binds = {"jits": list(nexts), "nexts": list(nexts.values()), "limit": limit}
        # Of each: its place, its header, its one audience row, the joins' own scans of what was cut.
        assert await rows_read(bare_ledger, following._OF, binds) <= 10 * _NEWS * len(nexts), limit
        concerns = {"jit": one.jit, "position": size - _NEWS, "most": limit}
        assert await rows_read(bare_ledger, recipients._FROM, concerns) <= 10 * _NEWS, limit
    # Of what lies behind a page no more is read either: as many places as it has of each ledger, and the rest of those it gives.
    begins = dict.fromkeys(nexts, 0)
    few = {"jits": list(begins), "nexts": list(begins.values()), "limit": _NEWS}
    async with bare_ledger.database.engine() as session:
        rows = await session.fetch_rows(following._OF, **few)
    assert [(row.jit, row.position) for row in rows] == [(min(begins), at) for at in range(_NEWS)]
    assert await rows_read(bare_ledger, following._OF, few) <= 10 * _NEWS * len(nexts)
    for ledger, _ in ledgers:
        await bare_ledger.append(_NEWS, ledger)
    assert await rows_read(bare_ledger, sequencer._QUEUE, {"batch": 1}) <= 10 * _NEWS * len(ledgers)
    assert await rows_read(bare_ledger, sequencer._QUEUE, {"batch": sequencer.BATCH}) <= 10 * _NEWS * len(ledgers)
    assert await bare_ledger.sequence() == _NEWS * len(ledgers)
