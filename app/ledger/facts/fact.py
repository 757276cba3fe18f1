"""What a fact is: a typed record of what was done, which the journal commits as an entry.

A fact is a frozen dataclass. Its attributes are declared with the functions below, which say where each goes: into the
entry's subject, into a field of its own (and who among the audience reads it), or nowhere (`aside`, for the journal).
Deliberately not here: who hears an entry (`ledger/audiences.py`) and how it is committed (`ledger/journal.py`).
"""

import dataclasses
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID


class Led(StrEnum):
    """Directive (EU) 2016/680 Art. 25(1): the operations that must be logged, and `other`."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"
    OTHER = "other"


class Readers(StrEnum):
    """Who of an entry's audience reads a field."""

    AUDIENCE = "audience"
    READABLE = "readable"  # those to whom the exhibit is readable: file names, hashes, how it was obtained
    ACTOR = "actor"  # the actor's own party and its auditors, and the JIT's


class Heard(StrEnum):
    """By whom a kind of entry is heard (ledger.md, Who reads an entry)."""

    TEAM = "team"
    EXHIBIT = "exhibit"  # all who see the exhibit, those to whom it is released later too
    CONCERNED = "concerned"  # the originator and the party concerned, nobody else
    ACT = "act"  # the originator and the actor's own party
    HOLDER = "holder"  # the originator and who of a party knew the exhibit when a copy was taken, whatever it sees now
    OWN_AUDITOR = "own auditor"  # the auditor of the actor's own party, and the JIT's
    AUDITORS = "auditors"  # the auditor of the JIT alone
    ALIKE = "alike"  # who heard the entry that the fact is about
    NAMED = "named"  # the parties and seats that the fact names: those of its object


def subject() -> Any:  # noqa: ANN401 - takes the place of a value in a class body, as dataclasses.field does
    """An id that the entry names as its subject."""
    return dataclasses.field(metadata={"place": "subject"})


def said(readers: Readers = Readers.AUDIENCE, *, default: Any = dataclasses.MISSING) -> Any:  # noqa: ANN401
    """A value that stands in a field of its own."""
    return dataclasses.field(default=default, metadata={"place": "field", "readers": readers})


def aside() -> Any:  # noqa: ANN401
    """A value that the journal needs and no entry holds."""
    return dataclasses.field(metadata={"place": "aside"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The common shape. `purpose` is the purpose of use, where the act demands one (LED Art. 25(1))."""

    kind: ClassVar[str]
    led: ClassVar[Led]
    heard: ClassVar[Heard]
    purpose: str | None = dataclasses.field(default=None, metadata={"place": "aside"})

    @property
    def about(self) -> UUID | None:
        """The object whose history the entry belongs to, beside the custody of an exhibit."""
        return None

    def subjects(self) -> dict[str, str]:
        """The entry's `subject`."""
        return {
            field.name: str(getattr(self, field.name))
            for field in dataclasses.fields(self)
            if field.metadata["place"] == "subject"
        }

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:  # noqa: ARG002 - a fact may state its own `n`
        """(name, value, readers) of each field, in the order of declaration. `n`: its number in the exhibit's chain."""
        for field in dataclasses.fields(self):
            if field.metadata["place"] == "field":
                yield field.name, getattr(self, field.name), field.metadata["readers"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitFact(Fact):
    """A fact about one exhibit: it carries the exhibit's chain. `link_readers`: who reads its place there."""

    link_readers: ClassVar[Readers] = Readers.AUDIENCE
    evidence: UUID = subject()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NamedFact(Fact):
    """A fact that its object's people hear: each party by its leaders and members (None), or these seats of it by name."""

    hearing: tuple[tuple[UUID, tuple[UUID, ...] | None], ...] = aside()

    @property
    def mentions(self) -> UUID | None:
        """An exhibit that the fact mentions: then only who sees that exhibit hears of it (access.md)."""
        return None
