"""The first days of a team: a checklist until every step is done, or until the member dismisses it.

Each step is computed from facts that the member may read, through row-level security. A dismissal concerns its member only.
Not here: pending actions, which one member has to do by a date (`services/pending_actions.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading, Writing
from app.models import FirstStepDismissal


class Step(StrEnum):
    """A step of the first days, in the order of the list."""

    LEADERS = "leaders"
    LEAVING_CLAUSE = "leaving_clause"
    WORKING_HOURS = "working_hours"
    SHARING_RULES = "sharing_rules"
    CHANNEL = "channel"
    EXHIBIT = "exhibit"
    CO_SIGNER = "co_signer"


#: The permission to do each step.
_NEEDED: Final = {
    Step.LEADERS: Permission.MEMBER_PROPOSE,
    Step.LEAVING_CLAUSE: Permission.LEAVING_AGREE,
    Step.WORKING_HOURS: Permission.HOURS_SET,
    Step.SHARING_RULES: Permission.RULE_DECIDE,
    Step.CHANNEL: Permission.CHANNEL_OPEN,
    Step.EXHIBIT: Permission.EVIDENCE_REGISTER,
    Step.CO_SIGNER: Permission.WITNESS_NAME,
}
#: Steps that members read about if they have this permission, and others not.
_READABLE: Final = {Step.SHARING_RULES: Permission.RULE_READ, Step.CHANNEL: Permission.MESSAGE_READ}
#: Steps of the member's party. A member without a party has none of them.
_OF_PARTY: Final = {Step.WORKING_HOURS, Step.SHARING_RULES, Step.EXHIBIT}


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A step with its state.

    Attributes:
        step: Which one.
        done: Number of objects that are done, at most `of`.
        of: Number of objects to do: parties whose leader is to join, otherwise 1.
        may: The member may do the step.
    """

    step: Step
    done: int
    of: int
    may: bool


async def of(session: Reading, seat: Seat) -> Sequence[FirstStep]:
    """Return the checklist; empty if all is done or dismissed, or in a team that is not operational."""
    row = (await session.execute(_STATE, {"jit": seat.jit, "seat": seat.id})).one()
    if row.hidden:
        return ()
    found = (await session.execute(_FACTS, {"jit": seat.jit, "party": seat.party})).one()
    steps = [
        FirstStep(
            step,
            done=found.leaders if step is Step.LEADERS else int(getattr(found, step)),
            of=found.parties if step is Step.LEADERS else 1,
            may=seat.may(_NEEDED[step]),
        )
        for step in Step
        if (step not in _OF_PARTY or seat.party is not None) and (step not in _READABLE or seat.may(_READABLE[step]))
    ]
    return steps if any(one.done < one.of for one in steps) else ()


async def dismiss(session: Writing, seat: Seat) -> None:
    """Hide the checklist from the member. A second dismissal changes nothing."""
    row = insert(FirstStepDismissal).values(jit=seat.jit, seat=seat.id, dismissed_at=clock.now())
    await session.execute(row.on_conflict_do_nothing(index_elements=["seat"]))


_STATE: Final = text(
    """
    select j.state <> 'operational'
           or exists (select 1 from first_step_dismissals d where d.jit = j.id and d.seat = :seat) as hidden
      from jits j where j.id = :jit
    """
)
# A party counts once a leader was proposed for it: bodies without a leader wait for nobody.
_FACTS: Final = text(
    """
    with led as (
      select m.party, bool_or(m.state = 'seated') as joined
        from members m join parties p on p.jit = m.jit and p.id = m.party and p.status = 'active'
       where m.jit = :jit and m.state in ('proposed', 'seated') and 'leader' = any (m.roles)
       group by m.party)
    select (select count(*) from led) as parties,
           (select count(*) from led where joined) as leaders,
           exists (select 1 from leaving_clauses c where c.jit = :jit) as leaving_clause,
           exists (select 1 from working_hours h where h.jit = :jit and h.party = :party) as working_hours,
           exists (select 1 from access_rules r where r.jit = :jit and r.party = :party) as sharing_rules,
           exists (select 1 from channels c where c.jit = :jit) as channel,
           exists (select 1 from evidence e where e.jit = :jit and e.originator = :party) as exhibit,
           exists (select 1 from witnesses w where w.jit = :jit and w.removed_at is null) as co_signer
    """
)
