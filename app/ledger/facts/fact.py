"""Base classes of facts: typed records of what was done, which the journal appends as entries.

A fact is a frozen dataclass. Each attribute is declared with one of three functions. `subject` puts it into the entry's
subject, `said` into a field of its own with its readers. `aside` is for the journal only; the entry does not contain
it.

Not here: the audience of an entry (`ledger/audiences.py`) and how it is appended (`ledger/journal.py`).
"""

import dataclasses
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID


class Led(StrEnum):
    """The operations that must be logged (Directive (EU) 2016/680 Art. 25(1)), and `other`."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"
    OTHER = "other"


class Readers(StrEnum):
    """Which readers of an entry may read a field."""

    AUDIENCE = "audience"
    READABLE = "readable"  # level `readable` on: file names, hashes, how it was obtained
    ACTOR = "actor"  # the actor's own party and its auditors, and the team's


class Heard(StrEnum):
    """The audience of a kind of entry."""

    TEAM = "team"
    EXHIBIT = "exhibit"  # all who see the exhibit, also after a later release
    CONCERNED = "concerned"  # only the originator and the party concerned
    ACT = "act"  # the originator and the actor's own party
    OWN = "own"  # only the actor's own party, which obtained the exhibit
    HOLDER = "holder"  # the originator, and those of a party who knew the exhibit when the copy or flag was made
    OWN_AUDITOR = "own auditor"  # the auditor of the actor's own party, and the team's
    AUDITORS = "auditors"  # only the auditor of the team
    ALIKE = "alike"  # the audience of the entry that the fact is about
    NAMED = "named"  # the parties and members that the fact names: those of its object


def subject() -> Any:  # noqa: ANN401 - takes the place of a value in a class body, as dataclasses.field does
    """Declare an id in the entry's subject."""
    return dataclasses.field(metadata={"place": "subject"})


def said(readers: Readers = Readers.AUDIENCE, *, default: Any = dataclasses.MISSING) -> Any:  # noqa: ANN401
    """Declare a value in a field of its own."""
    return dataclasses.field(default=default, metadata={"place": "field", "readers": readers})


def aside() -> Any:  # noqa: ANN401
    """Declare a value that the journal needs and no entry contains."""
    return dataclasses.field(metadata={"place": "aside"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Base class. `purpose`: the purpose of use, where the act requires one (Directive (EU) 2016/680 Art. 25(1))."""

    kind: ClassVar[str]
    led: ClassVar[Led]
    heard: ClassVar[Heard]
    purpose: str | None = dataclasses.field(default=None, metadata={"place": "aside"})

    @property
    def about(self) -> UUID | None:
        """The object whose history the entry belongs to, besides the custody of an exhibit."""
        return None

    def subjects(self) -> dict[str, str]:
        """Return the entry's `subject`."""
        return {
            field.name: str(getattr(self, field.name))
            for field in dataclasses.fields(self)
            if field.metadata["place"] == "subject"
        }

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:  # noqa: ARG002 - a fact may state its own `n`
        """Yield (name, value, readers) of each field, in the order of declaration.

        `n`: number in the exhibit's chain.
        """
        for field in dataclasses.fields(self):
            if field.metadata["place"] == "field":
                yield field.name, getattr(self, field.name), field.metadata["readers"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitFact(Fact):
    """A fact about one exhibit, linked into its chain. `link_readers`: who reads the chain field."""

    link_readers: ClassVar[Readers] = Readers.AUDIENCE
    evidence: UUID = subject()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NamedFact(Fact):
    """A fact with an explicit audience: parties, each with its members (None: leaders and contributors)."""

    hearing: tuple[tuple[UUID, tuple[UUID, ...] | None], ...] = aside()

    @property
    def mentions(self) -> UUID | None:
        """An exhibit that the fact mentions: then only readers who see that exhibit may read it."""
        return None


def without_empty(fields: Iterator[tuple[str, Any, Readers]], *names: str) -> Iterator[tuple[str, Any, Readers]]:
    """Yield the fields, without those of these names that are empty: their entries have no such field."""
    for name, value, readers in fields:
        if value is not None or name not in names:
            yield name, value, readers
