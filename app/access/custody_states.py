"""Physical custody: order of custody events, their required fields, and the resulting custody. Pure.

Not here: handovers between two seats (`services/custody/handovers.py`), and who may see an exhibit (`decisions.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from app.access.roles import Permission, Role
from app.access.seats import Seat


class Standing(StrEnum):
    """State of custody. Before the first custody event there is none."""

    HELD = "held"  # by a person
    STORED = "stored"
    OUT = "out"  # checked out of its store, to be returned
    RETURNED = "returned"
    DESTROYED = "destroyed"


#: Final states: only incidents and corrections can follow.
ENDS: Final = frozenset({Standing.RETURNED, Standing.DESTROYED})


class Step(StrEnum):
    """A custody event that one member records."""

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
    """A custody event's states before and after, and its required (`needs`) and optional (`may`) fields."""

    since: frozenset[Standing | None]
    becomes: Standing | None  # `None`: unchanged
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
#: Optional fields of every event.
ALWAYS: Final = ("occurred", "remarks")
#: Events after which the previous holder does not hold the exhibit any more.
_LEAVES: Final = frozenset(
    {Step.TRANSPORTED, Step.STORED, Step.CHECKED_OUT, Step.CHECKED_IN, Step.RETURNED, Step.DESTROYED}
)
#: Events by which a person takes the exhibit: the named one, or else the member who records the event.
_TAKES: Final = frozenset({Step.SEIZED, Step.COLLECTED, Step.TRANSPORTED, Step.CHECKED_OUT})
_PEOPLE: Final = frozenset({Role.LEADER, Role.MEMBER})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Current custody.

    `custodian`: a name; `seat`: set if the custodian is a member of `party`, which is responsible for the exhibit.
    """

    standing: Standing
    party: UUID
    seat: UUID | None
    custodian: str | None
    place: str | None
    seal: str | None


def may_record(seat: Seat, now: Whereabouts | None, *, obtained: bool) -> bool:
    """Return whether the member may record custody events.

    Leaders and contributors of a party that obtained the exhibit or is responsible for it may, and the member who holds
    it.
    """
    if not seat.may(Permission.CUSTODY_RECORD) or seat.party is None:
        return False
    if now is not None and now.seat == seat.id:
        return True
    return bool(seat.roles & _PEOPLE) and (obtained or (now is not None and now.party == seat.party))


def may_offer(seat: Seat, now: Whereabouts | None, *, holder_sits: bool) -> bool:
    """Return whether the member may offer a handover.

    The holder may. If no active member holds it, leaders and contributors of the responsible party may.
    """
    if now is None or now.standing in ENDS or now.party != seat.party or not seat.may(Permission.CUSTODY_RECORD):
        return False
    return now.seat == seat.id or (not holder_sits and bool(seat.roles & _PEOPLE))


def answers(seat: Seat, *, to: UUID, by: UUID, party: UUID, obtained: bool) -> tuple[str, ...]:
    """Return the answers to a handover that the member may give.

    The recipient receives or refuses. The member who offered it, and leaders and contributors of the offering party,
    withdraw it.
    So do those of a party that obtained the exhibit: the offering party may have lost access to it.
    """
    if not seat.may(Permission.CUSTODY_RECORD):
        return ()
    if to == seat.id:
        return ("received", "refused")
    people = bool(seat.roles & _PEOPLE)
    withdraws = (party == seat.party and (by == seat.id or people)) or (obtained and people)
    return ("withdrawn",) if withdraws else ()


def steps(now: Whereabouts | None, *, handed: bool, anothers: bool) -> tuple[Step, ...]:
    """Return the custody events that can be recorded now, in the order of the table."""
    return tuple(step for step in Step if why_not(step, now, handed=handed, anothers=anothers) is None)


def why_not(step: Step, now: Whereabouts | None, *, handed: bool, anothers: bool) -> str | None:
    """Return the code of the reason against a custody event, or `None`.

    `handed`: a handover is open; `anothers`: another active member holds the exhibit.
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
    """Return the first field that is missing or not allowed, with `missing` or `not-taken`; `None` if all fit."""
    rule = RULES[step]
    for name in rule.needs:
        if said.get(name) is None:
            return name, "missing"
    for name, value in said.items():
        if value is not None and name not in {*rule.needs, *rule.may, *ALWAYS}:
            return name, "not-taken"
    return None


def after(step: Step, now: Whereabouts | None, said: Mapping[str, str | None], seat: Seat) -> Whereabouts:
    """Return the custody after an event.

    The caller has checked that the event is possible and its fields are complete.
    """
    assert seat.party is not None
    before = now or Whereabouts(Standing.HELD, seat.party, None, None, None, None)
    moved = replace(before, standing=RULES[step].becomes or before.standing, place=said.get("place") or before.place)
    return replace(moved, **_changes(step, said, seat))


def _changes(step: Step, said: Mapping[str, str | None], seat: Seat) -> dict[str, Any]:
    """Return what an event changes besides state and place."""
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
    """Return whether a person takes the exhibit by this event: the named one, or else the member who records it."""
    return step in _TAKES
