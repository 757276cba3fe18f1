"""Rules of physical custody: which event may follow which, who may record it, and the resulting custody. Pure.

Handovers: who may offer an exhibit to another member, who may give which answer, and what an answer must contain.

Not here: the transactions (`services/custody/physical_custody.py`, `services/custody/handovers.py`), and who may see an
exhibit (`sharing/decisions.py`).
Sources: ISO/IEC 27037:2012, clause 6.1 (chain of custody); Directive (EU) 2016/680, Art. 4(4) (accountability).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.models import Handover

#: Default and longest time to answer a handover.
DEFAULT_TIME_TO_ANSWER: Final = timedelta(hours=24)
MAX_TIME_TO_ANSWER: Final = timedelta(days=30)

#: The answers to a handover, each with the field that it must contain. It contains no other of these fields.
ANSWER_FIELDS: Final[Mapping[str, str]] = {"received": "place", "refused": "why", "withdrawn": "why"}


class CustodyState(StrEnum):
    """State of custody. Before the first custody event there is none."""

    HELD = "held"  # by a person
    STORED = "stored"
    CHECKED_OUT = "out"  # checked out of its store, to be returned
    RETURNED = "returned"
    DESTROYED = "destroyed"


#: Only incidents and corrections can follow.
FINAL_STATES: Final = frozenset({CustodyState.RETURNED, CustodyState.DESTROYED})


class CustodyEvent(StrEnum):
    """Kinds of custody events that one member records. A handover needs two members."""

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
class EventRule:
    """When a custody event is possible, what it changes, and its fields.

    Attributes:
        states_before: States after which it is possible; `None`: before the first event.
        state_after: The resulting state; `None`: unchanged.
        required: Fields that it must contain.
        optional: Fields that it may contain, besides those of every event.
    """

    states_before: frozenset[CustodyState | None]
    state_after: CustodyState | None
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


_S = CustodyState
_IN_CUSTODY: Final = frozenset({_S.HELD, _S.STORED, _S.CHECKED_OUT})
_WITH_A_PERSON: Final = frozenset({_S.HELD, _S.CHECKED_OUT})
_HELD_OR_STORED: Final = frozenset({_S.HELD, _S.STORED})
_NOT_YET: Final = frozenset({None})
EVENT_RULES: Final[Mapping[CustodyEvent, EventRule]] = {
    CustodyEvent.SEIZED: EventRule(_NOT_YET, _S.HELD, ("place",), ("by", "from_whom")),
    CustodyEvent.COLLECTED: EventRule(_NOT_YET, _S.HELD, ("place",), ("by", "from_whom")),
    CustodyEvent.SEALED: EventRule(_IN_CUSTODY, None, ("seal",), ("by", "photograph")),
    CustodyEvent.UNSEALED: EventRule(_IN_CUSTODY, None, ("intact", "why"), ("by",)),
    CustodyEvent.TRANSPORTED: EventRule(_WITH_A_PERSON, None, ("place",), ("by",)),
    CustodyEvent.STORED: EventRule(frozenset({_S.HELD}), _S.STORED, ("custodian", "place")),
    CustodyEvent.CHECKED_OUT: EventRule(frozenset({_S.STORED}), _S.CHECKED_OUT, ("why",), ("by", "place")),
    CustodyEvent.CHECKED_IN: EventRule(frozenset({_S.CHECKED_OUT}), _S.STORED, ("custodian", "place")),
    CustodyEvent.PRODUCED: EventRule(_WITH_A_PERSON, None, ("court", "proceeding", "file_number"), ("by",)),
    CustodyEvent.RETURNED: EventRule(_HELD_OR_STORED, _S.RETURNED, ("to_whom", "receipt"), ("place",)),
    CustodyEvent.DESTROYED: EventRule(
        _HELD_OR_STORED, _S.DESTROYED, ("method", "receipt"), ("by", "witnessed_by", "place")
    ),
    CustodyEvent.INCIDENT: EventRule(_IN_CUSTODY | FINAL_STATES, None, ("what", "why"), ("by",)),
}
#: Optional fields of every event.
COMMON_FIELDS: Final = ("occurred", "remarks")
#: Events after which the previous holder does not hold the exhibit any more.
_LEAVES_HOLDER: Final = frozenset(
    {
        CustodyEvent.TRANSPORTED,
        CustodyEvent.STORED,
        CustodyEvent.CHECKED_OUT,
        CustodyEvent.CHECKED_IN,
        CustodyEvent.RETURNED,
        CustodyEvent.DESTROYED,
    }
)
#: Events by which a person takes the exhibit: the named one, or else the member who records the event.
_TAKEN_BY_PERSON: Final = frozenset(
    {CustodyEvent.SEIZED, CustodyEvent.COLLECTED, CustodyEvent.TRANSPORTED, CustodyEvent.CHECKED_OUT}
)
_INVESTIGATORS: Final = frozenset({Role.LEADER, Role.MEMBER})


@dataclass(frozen=True, slots=True)
class CurrentCustody:
    """Where an exhibit is now.

    Attributes:
        state: The state.
        party: The party that is responsible for the exhibit.
        seat: The member of this party who holds it; `None` if a store or another person does.
        custodian: Name of the person or store that holds it; `None` if it is destroyed.
        place: The place.
        seal: Number of the seal; `None` if it is not sealed.
    """

    state: CustodyState
    party: UUID
    seat: UUID | None
    custodian: str | None
    place: str | None
    seal: str | None


def may_record(seat: Seat, current: CurrentCustody | None, *, is_originator: bool) -> bool:
    """Return whether the member may record custody events.

    Leaders and contributors of a party that obtained the exhibit or is responsible for it may, and the member who holds
    it.
    """
    if not seat.may(Permission.CUSTODY_RECORD) or seat.party is None:
        return False
    if current is not None and current.seat == seat.id:
        return True
    is_responsible = current is not None and current.party == seat.party
    return _is_investigator(seat) and (is_originator or is_responsible)


def may_offer(seat: Seat, current: CurrentCustody | None, *, holder_is_active: bool) -> bool:
    """Return whether the member may offer a handover.

    The holder may. If no active member holds the exhibit, leaders and contributors of the responsible party may.
    """
    if current is None or current.state in FINAL_STATES or current.party != seat.party:
        return False
    if not seat.may(Permission.CUSTODY_RECORD):
        return False
    return current.seat == seat.id or (not holder_is_active and _is_investigator(seat))


def possible_answers(seat: Seat, handover: Handover, *, is_originator: bool) -> tuple[str, ...]:
    """Return the answers to a handover that the member may give now.

    The recipient receives or refuses. The member who offered it, and leaders and contributors of the offering party,
    withdraw it. So do those of a party that obtained the exhibit: the offering party may have lost access to it.

    Args:
        seat: The member who asks.
        handover: The handover.
        is_originator: Whether the member's party obtained the exhibit.
    """
    if handover.state != "offered" or not seat.may(Permission.CUSTODY_RECORD):
        return ()
    if handover.to_seat == seat.id:
        return ("received", "refused")
    is_offering = handover.party == seat.party and (handover.offered_by == seat.id or _is_investigator(seat))
    return ("withdrawn",) if is_offering or (is_originator and _is_investigator(seat)) else ()


def possible_events(
    current: CurrentCustody | None, *, is_offered: bool, is_held_by_other: bool
) -> tuple[CustodyEvent, ...]:
    """Return the custody events that can be recorded now. Arguments as for `reason_against`."""
    return tuple(
        event
        for event in CustodyEvent
        if reason_against(event, current, is_offered=is_offered, is_held_by_other=is_held_by_other) is None
    )


def reason_against(
    event: CustodyEvent, current: CurrentCustody | None, *, is_offered: bool, is_held_by_other: bool
) -> str | None:
    """Return the code of the reason against a custody event, or `None` if it is possible.

    Args:
        event: The event.
        current: Custody before it; `None` before the first event.
        is_offered: Whether a handover is open.
        is_held_by_other: Whether another active member holds the exhibit.
    """
    state = None if current is None else current.state
    if state not in EVENT_RULES[event].states_before:
        return "not-from-here"
    if event is CustodyEvent.INCIDENT:
        return None
    if is_offered:
        return "handover-open"
    if is_held_by_other and event in _LEAVES_HOLDER:
        return "in-anothers-hands"
    is_sealed = current is not None and current.seal is not None
    if event is CustodyEvent.SEALED and is_sealed:
        return "sealed-already"
    return "not-sealed" if event is CustodyEvent.UNSEALED and not is_sealed else None


def wrong_field(event: CustodyEvent, fields: Mapping[str, object]) -> tuple[str, str] | None:
    """Return the first field that is missing or not allowed, with `missing` or `not-taken`; `None` if all fit."""
    rule = EVENT_RULES[event]
    for name in rule.required:
        if fields.get(name) is None:
            return name, "missing"
    for name, value in fields.items():
        if value is not None and name not in {*rule.required, *rule.optional, *COMMON_FIELDS}:
            return name, "not-taken"
    return None


def custody_after(
    event: CustodyEvent, current: CurrentCustody | None, fields: Mapping[str, str | None], seat: Seat
) -> CurrentCustody:
    """Return the custody after an event.

    Args:
        event: An event that is possible now.
        current: Custody before it.
        fields: The fields of the event, complete.
        seat: The member who records it.
    """
    assert seat.party is not None
    before = current or CurrentCustody(CustodyState.HELD, seat.party, None, None, None, None)
    state = EVENT_RULES[event].state_after or before.state
    after = replace(before, state=state, place=fields.get("place") or before.place)
    return replace(after, **_changes(event, fields, seat))


def _changes(event: CustodyEvent, fields: Mapping[str, str | None], seat: Seat) -> dict[str, Any]:
    """Return what an event changes besides state and place."""
    if event in _TAKEN_BY_PERSON:
        by = fields.get("by")
        return {"seat": None if by else seat.id, "custodian": by or seat.name}
    changes: dict[CustodyEvent, dict[str, Any]] = {
        CustodyEvent.STORED: {"seat": None, "custodian": fields.get("custodian")},
        CustodyEvent.CHECKED_IN: {"seat": None, "custodian": fields.get("custodian")},
        CustodyEvent.SEALED: {"seal": fields.get("seal")},
        CustodyEvent.UNSEALED: {"seal": None},
        CustodyEvent.RETURNED: {"seat": None, "custodian": fields.get("to_whom"), "place": fields.get("place")},
        CustodyEvent.DESTROYED: {"seat": None, "custodian": None, "place": None, "seal": None},
    }
    return changes.get(event, {})


def is_taken_by_person(event: CustodyEvent) -> bool:
    """Return whether a person takes the exhibit by this event: the named one, or else the member who records it."""
    return event in _TAKEN_BY_PERSON


def _is_investigator(seat: Seat) -> bool:
    return not seat.roles.isdisjoint(_INVESTIGATORS)
