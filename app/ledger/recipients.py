"""Recipients of notifications: reads entry headers after a position and finds the members that a fact concerns.

It runs as the engine role, which reads ids and no text.

Not here: which facts notify whom (`access/notification_rules.py`), and whether a member may see a notification, which is
checked each time it is read.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import TextClause, text

from app.access.notification_rules import RecipientKind
from app.database import Reading


@dataclass(frozen=True, slots=True)
class FactHeader:
    """A fact as its header states it. `seat`: the actor's code; `party`: the actor's party."""

    jit: UUID
    position: int
    entry: UUID
    kind: str
    subjects: Mapping[str, str]
    seat: str
    party: UUID | None
    evidence: UUID | None
    at: datetime


async def grown(session: Reading, most: int) -> Sequence[UUID]:
    """Return up to `most` teams whose ledgers have entries that were not processed for notifications."""
    return (await session.scalars(_GROWN, {"most": most})).all()


async def facts_from(session: Reading, jit: UUID, position: int, most: int) -> list[FactHeader]:
    """Return up to `most` facts of a ledger from `position` on, in order."""
    rows = await session.execute(_FROM, {"jit": jit, "position": position, "most": most})
    return [
        FactHeader(
            jit, row.position, row.entry, row.kind, _named(row.subject), row.seat, row.party, row.evidence, row.at
        )
        for row in rows
    ]


def _named(subject: str) -> Mapping[str, str]:
    """Return what an entry is about.

    A subject of unexpected form gives nothing, so that it does not stop notifications.
    """
    try:
        named = json.loads(subject)
    except (ValueError, RecursionError):
        return {}
    return {noun: one for noun, one in named.items() if isinstance(one, str)} if isinstance(named, dict) else {}


async def seats(
    session: Reading, whom: RecipientKind, jit: UUID, facts: Sequence[tuple[FactHeader, UUID]]
) -> list[set[UUID]]:
    """Return the members that each fact concerns in this way, seated or suspended, without the actor.

    `facts`: facts of one ledger, each with the id of what it is about.
    """
    told = [
        {
            "place": place,
            "actor": fact.seat,
            "subject": str(subject),
            "entry": str(fact.entry),
            "party": str(fact.party) if fact.party else None,
            "evidence": str(fact.evidence) if fact.evidence else None,
        }
        for place, (fact, subject) in enumerate(facts)
    ]
    found: list[set[UUID]] = [set() for _ in facts]
    for row in await session.execute(_SEATS[whom], {"jit": jit, "facts": json.dumps(told)}):
        found[row.place].add(row.seat)
    return found


async def actors(session: Reading, jit: UUID, positions: Sequence[int]) -> dict[int, str]:
    """Return the codes of the members who acted at these positions, as far as the reader may see the entries."""
    rows = await session.execute(_ACTORS, {"jit": jit, "positions": list(positions)})
    return {row.position: row.seat for row in rows}


#: A member with an account who is active; `{0}`: a row of `members`.
SITS: Final = (
    """{0}.account is not null and {0}.state = 'seated' and ({0}.until is null or {0}.until > statement_timestamp())"""
)
# Or suspended: notifications of that time are there when the member is active again.
_HELD: Final = SITS.format("m").replace("m.state = 'seated'", "m.state in ('seated', 'suspended')")
_GROWN: Final = text(
    """
    select t.jit from trees t left join notification_cursors c on c.jit = t.jit
     where t.size > coalesce(c.next, 0) order by t.jit limit :most
    """
)
_FROM: Final = text(
    """
    select p.position, h.entry, h.kind, h.subject, h.seat, h.party, h.evidence, h.at
      from positions p join headers h on h.entry = p.entry
     where p.jit = :jit and p.position >= :position order by p.position limit :most
    """
)
_ACTORS: Final = text(
    """
    select p.position, h.seat from positions p join headers h on h.entry = p.entry
     where p.jit = :jit and p.position = any (:positions)
    """
)
_ADMITTED: Final = """admits(a.level, a.authorities, a.seats, null, null, m.id, m.authority,
                    case when may_contribute(m.roles) then 'member' else '' end) >= 1"""
# Recipients of a release: an audience row of the entry for a party that did not obtain the exhibit.
_RECIPIENT: Final = f"""
    not may_audit(m.roles) and exists (
      select 1 from entry_audience a join evidence e on e.id = fact.evidence
       where a.entry = fact.entry and a.party = m.party and m.party <> e.originator and not coalesce(m.party = any (e.joint), false)
         and {_ADMITTED})
"""  # noqa: S608 - constants, as below
_HEARS: Final = f"""not may_audit(m.roles) and exists (
    select 1 from entry_audience a where a.entry = fact.entry and a.party = m.party and {_ADMITTED})"""  # noqa: S608
_INCIDENT: Final = "exists (select 1 from operation_reports r where r.id = fact.subject and r.kind = 'incident')"
# The member who planned the day, or the leaders of its party if that member is not active.
_DAY_LEADER: Final = f"""exists (
    select 1 from operations o join operation_words w on w.operation = o.id and w.party = fact.party and w.word = 'no_go'
     where o.id = fact.subject and (m.id = o.author or (m.party = o.author_party and may_lead(m.roles) and not exists (
       select 1 from members a where a.id = o.author and {SITS.format("a")}))))"""  # noqa: S608
# A Union body takes part and is not asked for GO (`asked_parties`).
_DAY_PARTY: Final = """exists (
    select 1 from operations o join parties p on p.jit = o.jit and p.id = m.party and p.kind = 'member_state'
     where o.id = fact.subject and o.told_at is not null and o.state in ('planned', 'live') and m.party = any (o.parties))"""
#: Those parties whose answer (GO or no-go) is missing.
_ASKED: Final = f"""{_DAY_PARTY} and not exists (
    select 1 from operations o join operation_words w on w.operation = o.id and w.said_as = o.told_as
     where o.id = fact.subject and w.party = m.party and w.word is not null)"""  # noqa: S608
_APPROVER: Final = f"""{_DAY_PARTY.replace("and o.state in ('planned', 'live') ", "")} and not exists (
    select 1 from media_lines l join media_approvals v on v.operation = l.operation and v.line_version = l.version
     where l.operation = fact.subject and v.party = m.party)"""  # noqa: S608
_SECOND: Final = """m.party = fact.party and exists (
    select 1 from waiting_releases w where w.jit = :jit and w.evidence = fact.evidence and 'second_leader' = any (w.gates))"""
# The same rule as for accepting a signature (`signers_of` in `app/schema/coordination/chat.sql`).
_SIGNERS: Final = """may_record_decisions(m.roles)
    and m.party in (select unnest(x.signers) from messages x where x.id = fact.subject)"""
_HOLDER: Final = """exists (select 1 from copies c where c.id = fact.subject
    and (c.seat = m.id or (c.party = m.party and may_lead(m.roles))))"""
_BEYOND: Final = """may_administer(m.roles) and exists (
    select 1 from evidence e where e.id = fact.subject and e.verification = 'waiting' and e.originator is distinct from m.party)"""
# Only while the designation of a controller is pending.
_OTHER_PARTIES: Final = """controller_waits(:jit, fact.subject)
    and m.party <> (select x.party from members x where x.id = fact.subject)"""
_DEADLINE: Final = """exists (select 1 from request_deadlines d where d.id = fact.subject and (
    d.party = m.party and (may_lead(m.roles) or may_coordinate(m.roles)) or may_coordinate(m.roles) and exists (
      select 1 from request_releases x where x.request = d.request and x.recipient = m.party and x.level = 'content'
         and x.recalled_at is null)))"""
# Coordinators read no notice by that role (`may_read_request_contents`).
_NOTICED: Final = """(may_lead(m.roles) or may_coordinate(m.roles)) and may_read_request_contents(m.roles)"""
_CHALLENGED: Final = f"""{_NOTICED} and m.party = (
    select c.party from notice_challenges c where c.id = fact.subject)"""  # noqa: S608 - constants
_NOTICE: Final = f"""{_NOTICED} and m.party = (
    select n.party from notices n where n.id = fact.subject)"""  # noqa: S608
_REQUEST: Final = "may_lead(m.roles) and m.party = (select r.party from requests r where r.id = fact.subject)"
_HEARING: Final = "may_lead(m.roles) and m.party = (select h.party from hearings h where h.id = fact.subject)"
_ASSESSED: Final = "may_lead(m.roles) and m.party = (select a.party from admissibilities a where a.id = fact.subject)"
#: Of the action `a`.
EXECUTORS: Final = (
    "(m.party = a.party and may_contribute(m.roles)"
    " or may_coordinate(m.roles) and (m.party = a.party or a.sharing = 'whole'))"
)
_CONDITIONS: Final[dict[RecipientKind, str]] = {
    RecipientKind.ASSIGNEE: "m.id in (select unnest(t.assignee || t.co_assignees) from tasks t where t.id = fact.subject)",
    RecipientKind.ASSIGNER: "m.id = (select t.assigner from tasks t where t.id = fact.subject)",
    RecipientKind.OWNER: "m.id = (select a.owner from alerts a where a.id = fact.subject)",
    RecipientKind.ASKER: "m.id = (select c.asker from consents c where c.id = fact.subject)",
    RecipientKind.ASKED_LEADERS: "m.party = (select c.asked_party from consents c where c.id = fact.subject)",
    RecipientKind.RECEIVER: "m.id = (select h.to_seat from handovers h where h.id = fact.subject)",
    RecipientKind.GIVER: "m.id = (select h.offered_by from handovers h where h.id = fact.subject)",
    RecipientKind.HOLDER: _HOLDER,
    RecipientKind.RECIPIENTS: _RECIPIENT,
    RecipientKind.ORIGINATOR_LEADERS: "m.party = (select e.originator from evidence e where e.id = fact.evidence)",
    RecipientKind.OTHER_LEADERS: "m.party = fact.party",
    RecipientKind.SECOND_LEADERS: _SECOND,
    RecipientKind.FLAGGED_LEADERS: "m.party = (select f.originator from flags f where f.id = fact.subject)",
    RecipientKind.FLAGGER: "m.id = (select f.seat from flags f where f.id = fact.subject)",
    RecipientKind.ADMINISTRATORS: _BEYOND,
    RecipientKind.CONFIRMERS: "m.party = (select coalesce(x.party, m.party) from members x where x.id = fact.subject)",
    RecipientKind.OTHER_PARTIES: _OTHER_PARTIES,
    RecipientKind.ONESELF: "m.id = fact.subject",
    RecipientKind.NAMED: "m.id in (select unnest(x.mentions) from messages x where x.id = fact.subject)",
    RecipientKind.SIGNERS: _SIGNERS,
    RecipientKind.DAY_LEADER: _DAY_LEADER,
    RecipientKind.DAY_PARTIES: _ASKED,
    RecipientKind.APPROVERS: _APPROVER,
    RecipientKind.INCIDENT_HEARERS: f"{_HEARS} and {_INCIDENT}",
    RecipientKind.EXECUTORS: f"exists (select 1 from actions a where a.id = fact.subject and {EXECUTORS})",  # noqa: S608 - constants
    RecipientKind.FINDER: "m.id = (select r.seat from action_results r where r.id = fact.subject)",
    RecipientKind.NOTED: _HEARS,
    RecipientKind.DEADLINE_LEADERS: _DEADLINE,
    RecipientKind.CHALLENGED_LEADERS: _CHALLENGED,
    RecipientKind.NOTICE_LEADERS: _NOTICE,
    RecipientKind.REQUEST_LEADERS: _REQUEST,
    RecipientKind.HEARING_LEADERS: _HEARING,
    RecipientKind.ASSESSING_LEADERS: _ASSESSED,
    RecipientKind.ALL_LEADERS: "true",
    RecipientKind.DIGEST_LEADERS: "m.party = (select d.party from digests d where d.id = fact.subject)",
}
#: Only leaders of a party are notified of these.
_LED: Final = frozenset(
    {
        RecipientKind.ASKED_LEADERS,
        RecipientKind.ORIGINATOR_LEADERS,
        RecipientKind.OTHER_LEADERS,
        RecipientKind.SECOND_LEADERS,
        RecipientKind.FLAGGED_LEADERS,
        RecipientKind.CONFIRMERS,
        RecipientKind.OTHER_PARTIES,
        RecipientKind.DIGEST_LEADERS,
        RecipientKind.DAY_PARTIES,
        RecipientKind.APPROVERS,
        RecipientKind.ALL_LEADERS,
    }
)


def _asked(whom: RecipientKind) -> TextClause:
    """Return the query for any number of facts. `offset 0` makes PostgreSQL evaluate it fact by fact."""
    leads = "may_lead(m.roles)" if whom in _LED else "true"
    who = f"m.jit = :jit and m.code <> fact.actor and {_HELD} and {leads}"
    return text(
        f"""
        select fact.place, m.id as seat
          from jsonb_to_recordset(cast(:facts as jsonb))
               as fact (place integer, actor text, subject uuid, entry uuid, party uuid, evidence uuid),
               lateral (select m.id from members m where {who} and {_CONDITIONS[whom]} offset 0) m
        """  # noqa: S608 - constants
    )


_SEATS: Final = {whom: _asked(whom) for whom in RecipientKind}
