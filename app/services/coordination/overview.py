"""Overview of a team for one member: pending actions, new activity and state of the ledger.

Everything is read with the member's rights, through row-level security.
Not here: presence (`services/teams/presences.py`) and tasks, which have lists of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, bindparam, text

from app import clock
from app.access import seats
from app.access.roles import Permission
from app.access.seats import Person, Seat
from app.database import Reading
from app.ledger import checkpoints, entries
from app.models import Copy, Flag, Jit
from app.services import pending_actions
from app.services.audit import witnesses
from app.services.custody import copies, fixity, handovers
from app.services.evidence import flags
from app.services.notifications import alerts
from app.services.pending_actions import PendingActions
from app.services.teams import members
from app.services.teams import pending_actions as team_actions
from app.services.teams.members import Seated

#: At most this many pending items of each kind are listed.
MOST: Final = 50
#: Releases that end within this time are listed.
SOON: Final = timedelta(days=7)
#: Upper limit of the count of new entries.
FRESH_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Overview:
    """Overview of one team for one member.

    Attributes:
        pending: Everything that the member has to do.
        undecided: Files that arrived with another hash than announced.
        proposed: Seats that the member may confirm.
        ending: Releases that end soon, from or to the member's party.
        copies: Copies for which the member has to answer.
        seconds: Releases and recalls that await this member's approval.
        flags: Potentially exculpatory exhibits about which the member has to decide.
        damaged: Exhibits of the party whose stored bytes are damaged.
        alerts: Open alerts that the member owns.
        handovers: Handovers offered to the member.
        fresh: Ledger entries of other members after `after`; `None` if `after` was not given.
        head: Position of the newest entry.
        signed: Size and time of the last checkpoint.
        cosigned: State of co-signing; `None` without co-signers.
    """

    pending: PendingActions
    undecided: Sequence[Any]
    proposed: Sequence[Seated]
    ending: Sequence[Any]
    copies: Sequence[Copy]
    seconds: Sequence[Any]
    flags: Sequence[Flag]
    damaged: Sequence[Any]
    alerts: Sequence[alerts.AlertDetails]
    handovers: Sequence[handovers.HandoverDetails]
    fresh: int | None
    head: int
    signed: tuple[int, datetime] | None
    cosigned: witnesses.Cosigned | None


async def of(session: Reading, seat: Seat, after: int | None, host: str | None) -> Overview:
    """Return the overview of the member's team.

    `after`: last ledger position that the person has seen; `host`: code of the party that runs the server.
    """
    return Overview(
        pending=await pending_actions.of(session, seat),
        undecided=await _undecided(session, seat),
        proposed=await team_actions.list_to_confirm(session, seat),
        ending=await _ending(session, seat),
        copies=await copies.waiting(session, seat, MOST),
        seconds=await _seconds(session, seat),
        flags=await flags.list_undecided(session, seat, MOST),
        damaged=await fixity.damaged(session, seat, MOST),
        alerts=await alerts.waiting(session, seat, MOST),
        handovers=await handovers.waiting(session, seat, MOST),
        fresh=None
        if after is None
        else await entries.count_behind(session, seat.jit, after, but=seat.code, at_most=FRESH_MOST),
        head=await entries.head(session, seat.jit),
        signed=await checkpoints.signed(session, seat.jit),
        cosigned=await witnesses.cosigned(session, seat, host),
    )


@dataclass(frozen=True, slots=True)
class Team:
    """One of the person's teams, with their seat and its overview."""

    jit: Jit
    seated: Seated
    seat: Seat
    situation: Overview


async def of_all(session: Reading, person: Person, seen: Mapping[UUID, int], host: str | None) -> list[Team]:
    """Return every team in which the person has an active seat, oldest first. `seen`: last position seen, by team.

    Row-level security is set for each team in turn, so each is read with its own seat only.
    """
    teams = []
    for jit, seated in await members.mine(session, person):
        seat = await seats.take(session, person, jit.id)
        if seat is not None:
            teams.append(Team(jit, seated, seat, await of(session, seat, seen.get(jit.id), host)))
    return teams


async def _undecided(session: Reading, seat: Seat) -> Sequence[Any]:
    if not seat.may(Permission.FILE_DECIDE):
        return ()
    return (await session.execute(_UNDECIDED, {"jit": seat.jit, "party": seat.party, "most": MOST})).all()


async def _ending(session: Reading, seat: Seat) -> Sequence[Any]:
    if seat.party is None:
        return ()
    now = clock.now()
    binds = {
        "jit": seat.jit,
        "party": seat.party,
        "decides": seat.may(Permission.RELEASE_GRANT),
        "now": now,
        "soon": now + SOON,
        "most": MOST,
    }
    return (await session.execute(_ENDING, binds)).all()


async def _seconds(session: Reading, seat: Seat) -> Sequence[Any]:
    if not seat.may(Permission.RELEASE_GRANT):
        return ()
    return (await session.execute(_SECONDS, {"jit": seat.jit, "most": MOST})).all()


_UNDECIDED: Final = text(
    """
    select e.id as evidence, e.exhibit_number, e.title, f.id as file, f.name, f.received_at
      from files f join evidence e on e.jit = f.jit and e.id = f.evidence
     where f.jit = :jit and f.state = 'hash_differs' and e.originator = :party and e.status = 'active'
     order by f.received_at, f.id limit :most
    """
)
_ENDING: Final = text(
    """
    select e.id as evidence, e.exhibit_number, e.title, p.code as party, r.until, r.party = :party as to_us
      from releases r
      join evidence e on e.jit = r.jit and e.id = r.evidence
      join parties p on p.jit = r.jit and p.id = r.party
     where r.jit = :jit and r.state <> 'lapsed' and r.until > :now and r.until <= :soon and e.status = 'active'
       and r.originator <> r.party and (r.party = :party or (:decides and r.originator = :party))
     order by r.until, e.id, p.code limit :most
    """
).bindparams(bindparam("now", type_=DateTime(timezone=True)), bindparam("soon", type_=DateTime(timezone=True)))
_SECONDS: Final = text(
    """
    select w.id, e.id as evidence, e.exhibit_number, e.title, p.code as party, w.level = 0 as recall,
           may_agree(w.id) as jointly, w.court_use, m.code as wanted_by, w.wanted_at
      from waiting_releases w
      join evidence e on e.jit = w.jit and e.id = w.evidence
      join parties p on p.jit = w.jit and p.id = w.party
      join members m on m.jit = w.jit and m.id = w.wanted_by
     where w.jit = :jit and (may_agree(w.id)
       or ('second_leader' = any (w.gates) and not gate_is_open('second_leader', w) and may_second(w.id)))
     order by w.id limit :most
    """
)
