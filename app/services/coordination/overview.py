"""Overview of a team for one member: pending actions, ending releases, activity, state of the ledger.

Everything is read with the member's rights, through row-level security.
Not here: the sources of pending actions (`services/<domain>/pending_actions.py`), and presence.
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
from app.models import Jit
from app.services import pending_actions
from app.services.audit import witnesses
from app.services.coordination import first_steps
from app.services.coordination.first_steps import FirstStep
from app.services.pending_actions import PendingActions
from app.services.teams import members
from app.services.teams.members import Seated

#: At most this many ending releases are listed.
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
        ending: Releases that end soon, from or to the member's party.
        fresh: Ledger entries of other members after `after`; `None` if `after` was not given.
        head: Position of the newest entry.
        signed: Size and time of the last checkpoint.
        cosigned: State of co-signing; `None` without co-signers.
        first_steps: Checklist of the first days; empty if there is nothing to show.
    """

    pending: PendingActions
    ending: Sequence[Any]
    fresh: int | None
    head: int
    signed: tuple[int, datetime] | None
    cosigned: witnesses.Cosigned | None
    first_steps: Sequence[FirstStep]


async def of(session: Reading, seat: Seat, after: int | None, host: str | None) -> Overview:
    """Return the overview of the member's team.

    `after`: last ledger position that the person has seen; `host`: code of the party that runs the server.
    """
    return Overview(
        pending=await pending_actions.of(session, seat),
        ending=await _ending(session, seat),
        fresh=None
        if after is None
        else await entries.count_behind(session, seat.jit, after, but=seat.code, at_most=FRESH_MOST),
        head=await entries.head(session, seat.jit),
        signed=await checkpoints.signed(session, seat.jit),
        cosigned=await witnesses.cosigned(session, seat, host),
        first_steps=await first_steps.of(session, seat),
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
    for jit, seated in await members.list_of_person(session, person):
        seat = await seats.take(session, person, jit.id)
        if seat is not None:
            teams.append(Team(jit, seated, seat, await of(session, seat, seen.get(jit.id), host)))
    return teams


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
