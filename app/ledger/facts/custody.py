"""Facts about the thing itself: seized, sealed, carried, handed over, stored, produced, returned, destroyed.

The verbs are those of chains of custody (ISO/IEC 27037; CASE). Read by all who see the exhibit, those to whom it is released
later too; names, places and free text from `readable` on, each a field of its own. `occurred`: when it happened, where that is
not when it was recorded: a moment, the zone of the place, how the moment is known, and how far the device's clock was ahead.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said, subject

_R = Readers.READABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyFact(ExhibitFact):
    """A physical act, or what was put right about one."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    occurred: dict[str, Any] | None = said(_R)
    remarks: str | None = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodySeized(CustodyFact):
    """Taken under compulsion. `by`: who took it, and has it in hand."""

    kind: ClassVar[str] = "custody.seized"
    led: ClassVar[Led] = Led.COLLECTION
    by: str = said(_R)
    from_whom: str | None = said(_R)
    place: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCollected(CustodySeized):
    """Handed in, found, or picked up."""

    kind: ClassVar[str] = "custody.collected"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodySealed(CustodyFact):
    """Under a seal with this number. `photograph`: a file of the exhibit that shows it, by id, name and hash."""

    kind: ClassVar[str] = "custody.sealed"
    seal: str = said(_R)
    by: str = said(_R)
    photograph: dict[str, Any] | None = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyUnsealed(CustodyFact):
    """The seal was opened. `intact`: whether it was whole until then."""

    kind: ClassVar[str] = "custody.unsealed"
    seal: str = said(_R)
    intact: bool = said(_R)
    why: str = said(_R)
    by: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyTransported(CustodyFact):
    """Carried from one place to another."""

    kind: ClassVar[str] = "custody.transported"
    by: str = said(_R)
    from_place: str | None = said(_R)
    place: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFact(CustodyFact):
    """A step of one hand-over."""

    handover: UUID = subject()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyOffered(HandoverFact):
    """Whoever holds it offers it to a seat. `giver`: who has it in hand until it is received."""

    kind: ClassVar[str] = "custody.offered"
    giver: str = said(_R)
    to_party: str = said()
    to_seat: str = said()
    due_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyReceived(HandoverFact):
    """That seat has it. `intact`: whether the seal was whole, where there is one."""

    kind: ClassVar[str] = "custody.received"
    giver: str = said(_R)
    place: str = said(_R)
    seal: str | None = said(_R)
    intact: bool | None = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyRefused(HandoverFact):
    """That seat did not take it, and says why."""

    kind: ClassVar[str] = "custody.refused"
    why: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyWithdrawn(HandoverFact):
    """It is not offered any more, and who offered it says why."""

    kind: ClassVar[str] = "custody.withdrawn"
    why: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyStored(CustodyFact):
    """Put in a store, with whom and where."""

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
    """Brought back."""

    kind: ClassVar[str] = "custody.checked_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyProduced(CustodyFact):
    """Shown to a court."""

    kind: ClassVar[str] = "custody.produced"
    court: str = said(_R)
    proceeding: str = said(_R)
    file_number: str = said(_R)
    by: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyReturned(CustodyFact):
    """Given back, against a receipt."""

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
    """ISO/IEC 27037: what could not be avoided: what was changed, by whom and why."""

    kind: ClassVar[str] = "custody.incident"
    what: str = said(_R)
    by: str = said(_R)
    why: str = said(_R)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCorrected(CustodyFact):
    """An earlier entry was wrong, and why. `occurred`: when that act happened, where its moment was wrong.

    `standing`: as the thing stands, where that was put right by hand.
    """

    kind: ClassVar[str] = "custody.corrected"
    corrects: UUID = subject()
    reason: str = said(_R)
    standing: str | None = said(_R)
    party: str | None = said()
    custodian: str | None = said(_R)
    place: str | None = said(_R)
    seal: str | None = said(_R)


#: The closed list's part.
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
