"""Physical custody as data: which act follows which, what each has to say, and where the thing is afterwards. Pure.

Deliberately not here: how two seats make a hand-over (`services/handovers.py`), and who may see an exhibit (`decisions.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from app.access.roles import Permission, Role
from app.access.seats import Seat


class Standing(StrEnum):
    """How a thing is kept. Without one nothing was recorded yet."""

    HELD = "held"  # in somebody's hands
    STORED = "stored"
    OUT = "out"  # checked out of its store, and expected back
    RETURNED = "returned"
    DESTROYED = "destroyed"


#: Nothing follows but an incident and a correction.
ENDS: Final = frozenset({Standing.RETURNED, Standing.DESTROYED})


class Step(StrEnum):
    """A physical act that one seat records."""

    SEIZED = "seized"
    COLLECTED = "collected"
    SEALED = "sealed"
    UNSEALED = "unsealed"
    TRANSPORTED = "transported"
    STORED = "stored"
    CHECKED_OUT = "checked_out"
    CHECKED_IN = "checked_in"
    PRODUCED = "produced"
    RETURNED = "returned"
    DESTROYED = "destroyed"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Rule:
    """From where a step leads to where; `needs` and `may`: what it has to say, and may say."""

    since: frozenset[Standing | None]
    becomes: Standing | None  # None: as before
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()


_S = Standing
_HERE: Final = frozenset({_S.HELD, _S.STORED, _S.OUT})
_IN_HAND: Final = frozenset({_S.HELD, _S.OUT})
_KEPT: Final = frozenset({_S.HELD, _S.STORED})
_FIRST: Final = frozenset({None})
RULES: Final[Mapping[Step, Rule]] = {
    Step.SEIZED: Rule(_FIRST, _S.HELD, ("place",), ("by", "from_whom")),
    Step.COLLECTED: Rule(_FIRST, _S.HELD, ("place",), ("by", "from_whom")),
    Step.SEALED: Rule(_HERE, None, ("seal",), ("by", "photograph")),
    Step.UNSEALED: Rule(_HERE, None, ("intact", "why"), ("by",)),
    Step.TRANSPORTED: Rule(_IN_HAND, None, ("place",), ("by",)),
    Step.STORED: Rule(frozenset({_S.HELD}), _S.STORED, ("custodian", "place")),
    Step.CHECKED_OUT: Rule(frozenset({_S.STORED}), _S.OUT, ("why",), ("by", "place")),
    Step.CHECKED_IN: Rule(frozenset({_S.OUT}), _S.STORED, ("custodian", "place")),
    Step.PRODUCED: Rule(_IN_HAND, None, ("court", "proceeding", "file_number"), ("by",)),
    Step.RETURNED: Rule(_KEPT, _S.RETURNED, ("to_whom", "receipt"), ("place",)),
    Step.DESTROYED: Rule(_KEPT, _S.DESTROYED, ("method", "receipt"), ("by", "witnessed_by", "place")),
    Step.INCIDENT: Rule(_HERE | ENDS, None, ("what", "why"), ("by",)),
}
#: What any step may say beside.
ALWAYS: Final = ("occurred", "remarks")
#: Steps by which whoever has it in hand has it no more.
_LEAVES: Final = frozenset(
    {Step.TRANSPORTED, Step.STORED, Step.CHECKED_OUT, Step.CHECKED_IN, Step.RETURNED, Step.DESTROYED}
)
#: Steps by which somebody takes the thing in hand: the one who is named, else the seat that records it.
_TAKES: Final = frozenset({Step.SEIZED, Step.COLLECTED, Step.TRANSPORTED, Step.CHECKED_OUT})
_PEOPLE: Final = frozenset({Role.LEADER, Role.MEMBER})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a thing is: `custodian` by name; `seat`, where that is a seat of `party`, which answers for the thing."""

    standing: Standing
    party: UUID
    seat: UUID | None
    custodian: str | None
    place: str | None
    seal: str | None


def may_record(seat: Seat, now: Whereabouts | None, *, obtained: bool) -> bool:
    """Who records: leaders and members of who obtained it and of who answers for it, and the seat that holds it."""
    if not seat.may(Permission.CUSTODY_RECORD) or seat.party is None:
        return False
    if now is not None and now.seat == seat.id:
        return True
    return bool(seat.roles & _PEOPLE) and (obtained or (now is not None and now.party == seat.party))


def may_offer(seat: Seat, now: Whereabouts | None, *, holder_sits: bool) -> bool:
    """Who hands over: the seat that holds it; where no acting seat does, anybody of the party that answers for it."""
    if now is None or now.standing in ENDS or now.party != seat.party or not seat.may(Permission.CUSTODY_RECORD):
        return False
    return now.seat == seat.id or (not holder_sits and bool(seat.roles & _PEOPLE))


def answers(seat: Seat, *, to: UUID, by: UUID, party: UUID, obtained: bool) -> tuple[str, ...]:
    """The seat to which it is offered receives or refuses it; who offered it withdraws it, and the people of that seat's party.

    Those of who obtained the exhibit too: else a party that reads it no more would leave it open for good.
    """
    if not seat.may(Permission.CUSTODY_RECORD):
        return ()
    if to == seat.id:
        return ("received", "refused")
    people = bool(seat.roles & _PEOPLE)
    withdraws = (party == seat.party and (by == seat.id or people)) or (obtained and people)
    return ("withdrawn",) if withdraws else ()


def steps(now: Whereabouts | None, *, handed: bool, anothers: bool) -> tuple[Step, ...]:
    """The steps that can be taken, in the order of the table."""
    return tuple(step for step in Step if why_not(step, now, handed=handed, anothers=anothers) is None)


def why_not(step: Step, now: Whereabouts | None, *, handed: bool, anothers: bool) -> str | None:
    """The code of what stands against a step, or None.

    `handed`: a hand-over is offered and not answered; `anothers`: a seat that sits has it in hand, and is not the one that asks.
    """
    standing = None if now is None else now.standing
    if standing not in RULES[step].since:
        return "not-from-here"
    if step is Step.INCIDENT:
        return None
    if handed:
        return "handover-open"
    if anothers and step in _LEAVES:
        return "in-anothers-hands"
    sealed = now is not None and now.seal is not None
    if step is Step.SEALED and sealed:
        return "sealed-already"
    return "not-sealed" if step is Step.UNSEALED and not sealed else None


def misfit(step: Step, said: Mapping[str, object]) -> tuple[str, str] | None:
    """The first field that is missing, or that this step does not take: its name, and `missing` or `not-taken`."""
    rule = RULES[step]
    for name in rule.needs:
        if said.get(name) is None:
            return name, "missing"
    for name, value in said.items():
        if value is not None and name not in {*rule.needs, *rule.may, *ALWAYS}:
            return name, "not-taken"
    return None


def after(step: Step, now: Whereabouts | None, said: Mapping[str, str | None], seat: Seat) -> Whereabouts:
    """Where the thing is once the step is done. The step can be taken, and says what it has to."""
    assert seat.party is not None
    before = now or Whereabouts(Standing.HELD, seat.party, None, None, None, None)
    moved = replace(before, standing=RULES[step].becomes or before.standing, place=said.get("place") or before.place)
    return replace(moved, **_changes(step, said, seat))


def _changes(step: Step, said: Mapping[str, str | None], seat: Seat) -> dict[str, Any]:
    """What a step changes beside standing and place."""
    if step in _TAKES:
        by = said.get("by")
        return {"seat": None if by else seat.id, "custodian": by or seat.name}
    changes: dict[Step, dict[str, Any]] = {
        Step.STORED: {"seat": None, "custodian": said.get("custodian")},
        Step.CHECKED_IN: {"seat": None, "custodian": said.get("custodian")},
        Step.SEALED: {"seal": said.get("seal")},
        Step.UNSEALED: {"seal": None},
        Step.RETURNED: {"seat": None, "custodian": said.get("to_whom"), "place": said.get("place")},
        Step.DESTROYED: {"seat": None, "custodian": None, "place": None, "seal": None},
    }
    return changes.get(step, {})


def takes(step: Step) -> bool:
    """Whether somebody takes the thing in hand by it: who records it, unless it names another."""
    return step in _TAKES
