"""Facts about the physical custody of an exhibit: seized, sealed, moved, handed over, stored, returned, etc.

The terms are those of chains of custody (ISO/IEC 27037; CASE). All who see the exhibit may read these facts, including
parties to which it is released later. Names, places and free text are visible from level `readable` on, each in a field
of its own. `occurred` is set when the event time is not the recording time. It holds the moment, the zone of the place,
how the moment is known, and how far the device's clock was ahead.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said, subject

_R = Readers.READABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyFact(ExhibitFact):
    """A custody event, or the correction of one."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    occurred: dict[str, Any] | None = said(_R)
    remarks: str | None = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodySeized(CustodyFact):
    """Seized. `by`: who seized it and holds it now."""

    kind: ClassVar[str] = "custody.seized"
    led: ClassVar[Led] = Led.COLLECTION
    by: str = said(_R)
    from_whom: str | None = said(_R)
    place: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCollected(CustodySeized):
    """Handed in, found, or collected."""

    kind: ClassVar[str] = "custody.collected"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodySealed(CustodyFact):
    """Sealed, with this number. `photograph`: a file of the exhibit that shows the seal, by id, name and hash."""

    kind: ClassVar[str] = "custody.sealed"
    seal: str = said(_R)
    by: str = said(_R)
    photograph: dict[str, Any] | None = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyUnsealed(CustodyFact):
    """The seal was opened. `intact`: whether it was intact until then."""

    kind: ClassVar[str] = "custody.unsealed"
    seal: str = said(_R)
    intact: bool = said(_R)
    why: str = said(_R)
    by: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyTransported(CustodyFact):
    """Moved from one place to another."""

    kind: ClassVar[str] = "custody.transported"
    by: str = said(_R)
    from_place: str | None = said(_R)
    place: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFact(CustodyFact):
    """A step of one handover."""

    handover: UUID = subject()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyOffered(HandoverFact):
    """The custodian offered the exhibit to a member. `giver`: who holds it until it is received."""

    kind: ClassVar[str] = "custody.offered"
    giver: str = said(_R)
    to_party: str = said()
    to_seat: str = said()
    due_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyReceived(HandoverFact):
    """The recipient confirmed receipt. `intact`: whether the seal, if there is one, was intact."""

    kind: ClassVar[str] = "custody.received"
    giver: str = said(_R)
    place: str = said(_R)
    seal: str | None = said(_R)
    intact: bool | None = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyRefused(HandoverFact):
    """The recipient refused the handover; `why`: the reason."""

    kind: ClassVar[str] = "custody.refused"
    why: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyWithdrawn(HandoverFact):
    """The offer was withdrawn; `why`: the reason."""

    kind: ClassVar[str] = "custody.withdrawn"
    why: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyStored(CustodyFact):
    """Stored: with which custodian and where."""

    kind: ClassVar[str] = "custody.stored"
    custodian: str = said(_R)
    place: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCheckedOut(CustodyFact):
    """Taken out of the store for a time: by whom, for what, and to where."""

    kind: ClassVar[str] = "custody.checked_out"
    by: str = said(_R)
    why: str = said(_R)
    place: str | None = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCheckedIn(CustodyStored):
    """Returned to the store."""

    kind: ClassVar[str] = "custody.checked_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyProduced(CustodyFact):
    """Produced in court."""

    kind: ClassVar[str] = "custody.produced"
    court: str = said(_R)
    proceeding: str = said(_R)
    file_number: str = said(_R)
    by: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyReturned(CustodyFact):
    """Returned to its owner or another person, against a receipt."""

    kind: ClassVar[str] = "custody.returned"
    to_whom: str = said(_R)
    place: str | None = said(_R)
    receipt: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyDestroyed(CustodyFact):
    """Destroyed, with a receipt."""

    kind: ClassVar[str] = "custody.destroyed"
    method: str = said(_R)
    by: str = said(_R)
    witnessed_by: str | None = said(_R)
    place: str | None = said(_R)
    receipt: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyIncident(CustodyFact):
    """An unavoidable change (ISO/IEC 27037): what was changed, by whom and why."""

    kind: ClassVar[str] = "custody.incident"
    what: str = said(_R)
    by: str = said(_R)
    why: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCorrected(CustodyFact):
    """An earlier entry was corrected. `occurred`: the right event time, if that was wrong.

    `standing`: the present custody state, if that was corrected by hand.
    """

    kind: ClassVar[str] = "custody.corrected"
    corrects: UUID = subject()
    reason: str = said(_R)
    standing: str | None = said(_R)
    party: str | None = said()
    custodian: str | None = said(_R)
    place: str | None = said(_R)
    seal: str | None = said(_R)


#: Part of the closed list in `ledger/facts/closed.py`.
CUSTODY: Final[tuple[type[CustodyFact], ...]] = (
    CustodySeized,
    CustodyCollected,
    CustodySealed,
    CustodyUnsealed,
    CustodyTransported,
    CustodyOffered,
    CustodyReceived,
    CustodyRefused,
    CustodyWithdrawn,
    CustodyStored,
    CustodyCheckedOut,
    CustodyCheckedIn,
    CustodyProduced,
    CustodyReturned,
    CustodyDestroyed,
    CustodyIncident,
    CustodyCorrected,
)
