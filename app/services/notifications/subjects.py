"""Read the subjects of notifications as the reader may see them: number, title and related objects.

Each noun is read from its own table, through its own policy. Not here: who is notified of what
(`access/notification_rules.py`).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import text

from app.access.notification_rules import Noun
from app.database import Reading


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a notification.

    Attributes:
        noun: Its type.
        id: Its id.
        number: Its number (of a seat its code, of a digest its day).
        title: Its title.
        evidence: The exhibit it is about, if the reader may see it.
        within: The channel, action day or legal request to which it belongs.
        by: Code of the actor, where no ledger entry records it.
    """

    noun: Noun
    id: UUID
    number: str | None
    title: str | None
    evidence: UUID | None
    within: UUID | None = None
    by: str | None = None


async def of(session: Reading, wanted: Iterable[tuple[str, UUID]]) -> dict[tuple[str, UUID], Subject]:
    """Return the subjects that the asking member may see, by noun and id. Others are left out."""
    by_noun: dict[Noun, list[UUID]] = defaultdict(list)
    for noun, subject in wanted:
        by_noun[Noun(noun)].append(subject)
    found = {}
    for noun, ids in by_noun.items():
        for row in await session.execute(_QUERIES[noun], {"ids": ids}):
            found[noun.value, row.id] = Subject(noun, **row._mapping)  # noqa: SLF001 - the public name of a row's columns
    return found


_EXHIBIT: Final = (
    "select e.id, e.exhibit_number as number, e.title, e.id as evidence from evidence e where e.id = any (:ids)"
)
_THROUGH: Final = """
    select x.id, e.exhibit_number as number, e.title, e.id as evidence from {table} x
      left join evidence e on e.jit = x.jit and e.id = x.evidence where x.id = any (:ids)
"""
#: Copies and flags hold number and title themselves, for readers who may not see the exhibit any more.
_KEPT: Final = """
    select x.id, x.exhibit_number as number, x.title, e.id as evidence from {table} x
      left join evidence e on e.jit = x.jit and e.id = x.evidence where x.id = any (:ids)
"""
_SAID: Final = """
    select m.id, null as number, c.name as title, null::uuid as evidence, m.channel as within, s.code as by from messages m
      join channels c on c.jit = m.jit and c.id = m.channel join members s on s.jit = m.jit and s.id = m.seat
     where m.id = any (:ids)
"""
_OF_DAY: Final = """
    select x.{id} as id, null as number, o.title, null::uuid as evidence, o.id as within from {table} x
      join operations o on o.jit = x.jit and o.id = x.operation where x.{id} = any (:ids)
"""
_ACTION: Final = """
    select a.id, a.number, o.title, null::uuid as evidence, o.id as within from actions a
      join operations o on o.jit = a.jit and o.id = a.operation where a.id = any (:ids)
"""
_RESULT: Final = """
    select r.id, a.number, o.title, null::uuid as evidence, o.id as within from action_results r
      join actions a on a.jit = r.jit and a.id = r.action join operations o on o.jit = a.jit and o.id = a.operation
     where r.id = any (:ids)
"""
_QUERIES: Final = {
    noun: text(query)
    for noun, query in {
        Noun.TASK: "select t.id, t.number, t.title, null::uuid as evidence from tasks t where t.id = any (:ids)",
        Noun.EVIDENCE: _EXHIBIT,
        Noun.QUARANTINE: _EXHIBIT,
        Noun.CONSENT: _THROUGH.format(table="consents"),
        Noun.ALERT: _THROUGH.format(table="alerts"),
        Noun.HANDOVER: _THROUGH.format(table="handovers"),
        Noun.COPY: _KEPT.format(table="copies"),
        Noun.FLAG: _KEPT.format(table="flags"),
        Noun.SEAT: "select m.id, m.code as number, null as title, null::uuid as evidence from members m where m.id = any (:ids)",
        Noun.PARTY: "select p.id, p.code as number, p.name as title, null::uuid as evidence from parties p where p.id = any (:ids)",
        Noun.MESSAGE: _SAID,
        Noun.SIGNATURE: _SAID,
        Noun.TALK: _SAID,
        Noun.OPERATION: "select o.id, null as number, o.title, null::uuid as evidence, o.id as within from operations o where o.id = any (:ids)",
        Noun.REPORT: _OF_DAY.format(table="operation_reports", id="id"),
        Noun.MEDIA_LINE: _OF_DAY.format(table="media_lines", id="operation"),
        Noun.ACTION: _ACTION,
        Noun.RESULT: _RESULT,
        Noun.NOTE: (
            "select h.about as id, null as number, null as title, null::uuid as evidence from headers h"
            " where h.about = any (:ids) and h.kind = 'briefing.note_written'"
        ),
        Noun.DEADLINE: (
            "select d.id, r.number, c.title, null::uuid as evidence, r.id as within from request_deadlines d"
            " join requests r on r.jit = d.jit and r.id = d.request"
            # A coordinator reads the deadline and no content.
            " left join request_contents c on c.jit = d.jit and c.request = d.request where d.id = any (:ids)"
        ),
        Noun.CHALLENGE: (
            "select x.id, n.number, nullif(concat_ws(', ', c.family_name, c.forenames), '') as title,"
            " null::uuid as evidence, n.id as within from notice_challenges x"
            " join notices n on n.jit = x.jit and n.id = x.notice"
            " join notice_contents c on c.jit = x.jit and c.notice = x.notice where x.id = any (:ids)"
        ),
        Noun.NOTICE: (
            "select n.id, n.number, nullif(concat_ws(', ', c.family_name, c.forenames), '') as title,"
            " null::uuid as evidence, n.id as within from notices n"
            " join notice_contents c on c.jit = n.jit and c.notice = n.id where n.id = any (:ids)"
        ),
        Noun.REQUEST: (
            "select r.id, r.number, c.title, null::uuid as evidence, r.id as within from requests r"
            " join request_contents c on c.jit = r.jit and c.request = r.id where r.id = any (:ids)"
        ),
        Noun.HEARING: (
            "select h.id, null as number, h.title, null::uuid as evidence, h.id as within from hearings h"
            " where h.id = any (:ids)"
        ),
        Noun.ADMISSIBILITY: _THROUGH.format(table="admissibilities"),
        Noun.DIGEST: "select d.id, d.day::text as number, null as title, null::uuid as evidence from digests d where d.id = any (:ids)",
    }.items()
}
