"""Facts about the erasure of entries' fields: the decision, an affair of its party and of who obtained it jointly, and the certificate.

Who hears the entry hears the certificate: where all who see the exhibit do, those to whom it is released later too. What goes with
an exhibit has one certificate for all of it, which leads to the exhibit's own decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureFact(NamedFact):
    """What they have in common. `position`: of the entry whose fields these are. `exhibit`: what it is about, if it is one."""

    heard: ClassVar[Heard] = Heard.NAMED
    led: ClassVar[Led] = Led.OTHER
    entry: UUID = subject()
    exhibit: UUID | None = aside()
    position: int = said()
    names: list[str] = said()

    @property
    def about(self) -> UUID:
        """The entry."""
        return self.entry

    @property
    def mentions(self) -> UUID | None:
        """Who does not see the exhibit hears nothing."""
        return self.exhibit


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureWanted(FieldErasureFact):
    """A leader decided it, and it waits for a second: nothing has changed yet."""

    kind: ClassVar[str] = "field.erasure_wanted"
    ground: str = said()
    legal_basis: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureAgreed(FieldErasureFact):
    """A leader of a party that obtained what it is about agrees, or its own party's second one while others are still asked."""

    kind: ClassVar[str] = "field.erasure_agreed"
    wanted_by: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureGivenUp(FieldErasureFact):
    """It will not be."""

    kind: ClassVar[str] = "field.erasure_given_up"
    wanted_by: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureDecided(FieldErasureWanted):
    """Once this has its position, the fields are erased. `wanted_by`: the seat that decided first, where two were demanded."""

    kind: ClassVar[str] = "field.erasure_decided"
    wanted_by: str | None = said()


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What was erased, by whose decision and when, and when the last backup that may hold it expires.

    `approval`: the position of the decision.
    """

    entry: UUID = subject()
    position: int = said()
    names: list[str] = said()
    ground: str = said()
    legal_basis: str = said()
    decided_by: str = said()
    confirmed_by: str | None = said()
    decided_at: str = said()
    approval: int = said()
    erased_at: str = said()
    method: str = said()
    last_backup_expires: str = said()

    @property
    def about(self) -> UUID:
        """The entry."""
        return self.entry


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFieldErased(Certificate, ExhibitFact):
    """Of an entry that all who see the exhibit hear."""

    kind: ClassVar[str] = "evidence.field_erased"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.EXHIBIT


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErased(Certificate, Fact):
    """Of any other. `hearers`: the rows of that entry's audience."""

    kind: ClassVar[str] = "field.erased"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.ALIKE
    hearers: Sequence[Any] = aside()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFieldsErased(ExhibitFact):
    """What went with an exhibit whose time was over, of all its entries before the decision at `approval`.

    `erased_fields`: of each entry its id, its position, and the names.
    """

    kind: ClassVar[str] = "evidence.fields_erased"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.EXHIBIT
    ground: str = said()
    legal_basis: str = said()
    approval: int = said()
    erased_fields: list[dict[str, Any]] = said()
    erased_at: str = said()
    method: str = said()
    last_backup_expires: str = said()


FIELD_ERASURES: Final = (
    FieldErasureWanted,
    FieldErasureGivenUp,
    FieldErasureDecided,
    EvidenceFieldErased,
    FieldErased,
    FieldErasureAgreed,
    EvidenceFieldsErased,
)
