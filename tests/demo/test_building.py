"""Building the demonstration registers the stored files, once."""

import asyncpg
from sqlalchemy.engine import make_url

from app import embedded
from app.access.requests.states import RequestState
from app.api.context import AppContext
from app.demo import reference, seed
from app.demo.catalogue import EXHIBITS
from app.demo.hearings import ASSESSED, HEARINGS
from app.demo.lantern.requests import LAPSES_AFTER, REQUESTS
from app.demo.requests import Moved
from tests.demo.test_stored_files import HASHES

FILES = "select name, sha256, declared_sha256 from files"
COUNTS = (
    "select (select count(*) from files), (select count(*) from releases), (select count(*) from tasks),"
    " (select count(*) from requests), (select count(*) from notices), (select count(*) from hearing_exhibits),"
    " (select count(*) from admissibilities), (select sum(version) from allocation_tables),"
    " (select count(*) from reference_changes), (select count(*) from reference_reports),"
    " (select count(*) from required_approvals where lifted_at is null),"
    " (select count(*) from reference_uses where court_hearing is not null)"
)
STATES = "select c.title, r.state from requests r join request_contents c on c.request = r.id"
REFUSED = """
select n.kind, n.state, m.ground from notices n join notice_moves m on m.notice = n.id and m.state = n.state
"""
#: Deadlines that run, with the hours that are left.
RUNNING = """
select c.title, d.rule, extract(epoch from d.due_at - now()) / 3600, d.paused_at is not null, d.lapses
  from request_deadlines d join request_contents c on c.request = d.request where d.ended_at is null order by d.due_at
"""


async def test_building_registers_every_stored_file_once(context: AppContext, database_urls: embedded.Urls) -> None:
    address = make_url(database_urls.owner)
    connection = await asyncpg.connect(host=str(address.query["host"]), user="postgres", database=address.database)
    try:
        await seed.build(context, database_urls.owner)
        registered = [tuple(row) for row in await connection.fetch(FILES)]
        counts = await connection.fetchrow(COUNTS)
        assert {row[0]: row[1] for row in await connection.fetch(STATES)} == expected_states()
        assert [tuple(row) for row in await connection.fetch(REFUSED)] == [("RED", "refused", "incomplete")]
        assert counts is not None
        assert tuple(counts)[5:] == (
            sum(len(one.exhibits) for one in HEARINGS),
            len(ASSESSED),
            2,
            len(reference.contacts()),
            1,
            len([one for one in REQUESTS if one.approval is not None]),
            4 * len(HEARINGS),
        )
        check_deadlines([tuple(row) for row in await connection.fetch(RUNNING)])
        (context.settings.state / "demonstration.built").unlink()  # as if it had been interrupted at its end
        await seed.build(context, database_urls.owner)
        assert await connection.fetchrow(COUNTS) == counts
    finally:
        await connection.close()
    expected = [
        (upload.name, HASHES[upload.path.removesuffix(".gz")], upload.declared_sha256)
        for exhibits in EXHIBITS.values()
        for exhibit in exhibits
        for upload in exhibit.files
    ]
    assert sorted(registered, key=str) == sorted(expected, key=str)


def expected_states() -> dict[str, str]:
    """The states of the requests by their titles: the last move of each, or the state in which it begins."""
    expected = {}
    for one in REQUESTS:
        reached = [step.to for step in one.steps if isinstance(step, Moved) and step.item is None]
        expected[one.title] = str(reached[-1]) if reached else RequestState.DRAFT.value
    return expected


def check_deadlines(running: list[tuple[str, str, float, bool, bool]]) -> None:
    """One preservation lapses soon, questions pause an order, and nothing is overdue."""
    assert [one[:2] for one in running if one[2] < 0] == []
    ((title, rule, hours, _, _),) = [one for one in running if one[4]]
    assert (title, rule) == (REQUESTS[-1].title, "BUDAPEST_29")
    assert LAPSES_AFTER - 0.1 < hours <= LAPSES_AFTER + 25
    assert {one[1] for one in running if one[3]} == {"EPOC_STD"}
    assert {"EPOC_CLARIFY", "FREEZING_ACT", "EIO_DECISION", "EIO_EXECUTION"} <= {one[1] for one in running}
