"""Facts about the erasure of fields of entries: the decision and the certificate.

The decision is visible to the deciding party and to the parties that obtained the exhibit jointly. The certificate is
visible to all who may read the entry. If these are all who see the exhibit, a party with a later release may read it
too. The erasure of an exhibit has one certificate for all its fields, which refers to the decision about the exhibit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureFact(NamedFact):
    """Common attributes.

    `position`: of the entry whose fields are named. `exhibit`: what that entry is about, if any.
    """

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
        """The exhibit: readers who do not see it may not read the fact."""
        return self.exhibit


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureWanted(FieldErasureFact):
    """A leader decided the erasure. It waits for a second leader; nothing has changed yet."""

    kind: ClassVar[str] = "field.erasure_wanted"
    ground: str = said()
    legal_basis: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureAgreed(FieldErasureFact):
    """A leader agreed, but further approvals are missing.

    A leader of a party that obtained the exhibit jointly, or the deciding party's second leader.
    """

    kind: ClassVar[str] = "field.erasure_agreed"
    wanted_by: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureGivenUp(FieldErasureFact):
    """The pending erasure was given up."""

    kind: ClassVar[str] = "field.erasure_given_up"
    wanted_by: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErasureDecided(FieldErasureWanted):
    """The erasure is decided: the fields are erased once this entry has its position.

    `wanted_by`: the member who decided first, where two were required.
    """

    kind: ClassVar[str] = "field.erasure_decided"
    wanted_by: str | None = said()


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """Erased fields, the decision with its time, and when the last backup that may hold them expires.

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
    """Certificate for an entry that all who see the exhibit may read."""

    kind: ClassVar[str] = "evidence.field_erased"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.EXHIBIT


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldErased(Certificate, Fact):
    """Certificate for any other entry. `hearers`: the audience rows of that entry."""

    kind: ClassVar[str] = "field.erased"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.ALIKE
    hearers: Sequence[Any] = aside()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFieldsErased(ExhibitFact):
    """Certificate for the fields erased with an exhibit: of all its entries before the decision at `approval`.

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
