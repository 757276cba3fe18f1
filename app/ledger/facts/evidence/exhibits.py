"""Facts about exhibits: registration, description, releases, access events, withdrawal."""

from collections.abc import Iterator
from dataclasses import dataclass, make_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final
from uuid import UUID

from app.access.exhibit_fields import OBTAINED
from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said, subject, without_empty

_ABSENT_IF_EMPTY: Final = tuple(one.name for one in OBTAINED if not one.always_in_entry)

if TYPE_CHECKING:  # type checkers cannot read a class that is built
    ObtainedFact = ExhibitFact
else:
    #: How an exhibit was obtained, visible from level `readable` on: the fields of the list.
    ObtainedFact = make_dataclass(
        "ObtainedFact",
        [(one.name, Any, said(Readers.READABLE)) for one in OBTAINED],
        bases=(ExhibitFact,),
        frozen=True,
        slots=True,
        kw_only=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRegistered(ObtainedFact):
    """An exhibit was registered."""

    kind: ClassVar[str] = "evidence.registered"
    led: ClassVar[Led] = Led.COLLECTION
    heard: ClassVar[Heard] = Heard.EXHIBIT
    exhibit_number: str = said()
    title: str = said()
    exhibit_kind: str = said()
    category: str = said()
    originator: str = said()
    handling: list[str] = said()
    tlp: str = said()
    declared_hashes: list[dict[str, str]] = said(Readers.READABLE)
    privilege_checked: bool | None = said(Readers.READABLE, default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fields, without empty ones that were added later and without a confirmation that was not given."""
        return without_empty(ExhibitFact.fields(self, n), *_ABSENT_IF_EMPTY, "privilege_checked")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDescribed(ExhibitFact):
    """A description was corrected; `changes` maps each name to its former and its new value."""

    kind: ClassVar[str] = "evidence.described"
    led: ClassVar[Led] = Led.ALTERATION
    heard: ClassVar[Heard] = Heard.EXHIBIT
    changes: dict[str, Any] = said(Readers.READABLE)
    reason: str = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEvaluated(ExhibitFact):
    """The provider assessed source and information: first (without a reason) or again."""

    kind: ClassVar[str] = "evidence.evaluated"
    led: ClassVar[Led] = Led.ALTERATION
    heard: ClassVar[Heard] = Heard.EXHIBIT
    former: dict[str, Any] = said(Readers.READABLE)
    evaluation: dict[str, Any] = said(Readers.READABLE)
    reason: str | None = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReleased(ExhibitFact):
    """A release was granted or changed."""

    kind: ClassVar[str] = "evidence.released"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.CONCERNED
    concerned: UUID = aside()
    party: str = said()
    level: str = said()
    authorities: list[str] | None = said()
    seats: list[str] | None = said()
    not_before: str | None = said()
    until: str | None = said()
    purposes: list[str] | None = said()
    basis: str | None = said()
    privilege_checked: bool | None = said(default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fields, without a confirmation that was not given."""
        return without_empty(ExhibitFact.fields(self, n), "privilege_checked")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecalled(ExhibitFact):
    """A release was recalled."""

    kind: ClassVar[str] = "evidence.recalled"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.CONCERNED
    concerned: UUID = aside()
    party: str = said()
    level: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceOpened(ExhibitFact):
    """Renditions were viewed. `working_session`: the session that states purpose and justification for many views."""

    kind: ClassVar[str] = "evidence.opened"
    led: ClassVar[Led] = Led.CONSULTATION
    heard: ClassVar[Heard] = Heard.ACT
    opening: UUID = subject()
    files: list[dict[str, Any]] = said(Readers.READABLE)
    justification: str = said(Readers.ACTOR)
    acknowledged: str | None = said(Readers.ACTOR)
    working_session: str | None = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceTaken(EvidenceOpened):
    """The original was downloaded: there is a copy with this custodian and under this national file number."""

    kind: ClassVar[str] = "evidence.taken"
    led: ClassVar[Led] = Led.DISCLOSURE
    custodian: str = said()
    file_number: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWithdrawn(ExhibitFact):
    """The originator withdrew the exhibit: other parties have no access to its content any more."""

    kind: ClassVar[str] = "evidence.withdrawn"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseStarted(ExhibitFact):
    """A release took effect: `not_before` was reached."""

    kind: ClassVar[str] = "release.started"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.CONCERNED
    concerned: UUID = aside()
    party: str = said()
    level: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseLapsed(ReleaseStarted):
    """A release ended: `until` was reached. `was_known`: it had taken effect, so the party may read of its end."""

    kind: ClassVar[str] = "release.lapsed"
    was_known: bool = aside()
