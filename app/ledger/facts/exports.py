"""Facts about custody bundles. An export is an entry inside the very checkpoint that its bundle carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, NamedFact, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitExported(ExhibitFact):
    """A bundle of one exhibit; `tip` is the exhibit's last `n`, this entry included, so that a cut tail shows."""

    kind: ClassVar[str] = "export.made"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.ACT
    export: UUID = subject()
    profile: str = said()
    language: str = said(default="en")
    zone: str = said(default="UTC")
    proceeding: str | None = said(default=None)
    reason: str | None = said(Readers.ACTOR, default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Its own, and `tip`."""
        yield from Fact.fields(self, n)
        yield "tip", n, Readers.AUDIENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class JitExported(Fact):
    """A bundle of the whole JIT, or by its auditor of one party; `heads` maps each exhibit to its last `n`."""

    kind: ClassVar[str] = "export.made"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.AUDITORS
    export: UUID = subject()
    profile: str = said()
    heads: dict[str, Any] = said()
    language: str = said(default="en")
    zone: str = said(default="UTC")
    proceeding: str | None = said(default=None)
    reason: str | None = said(Readers.ACTOR, default=None)
    party: str | None = said(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyExported(NamedFact):
    """A bundle of a party, or of several exhibits, each of which has an entry of its own as well; `heads` as above.

    The seat that asked hears it, and its party's auditors.
    """

    kind: ClassVar[str] = "export.made"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.NAMED
    export: UUID = subject()
    profile: str = said()
    heads: dict[str, Any] = said()
    language: str = said(default="en")
    zone: str = said(default="UTC")
    proceeding: str | None = said(default=None)
    reason: str | None = said(Readers.ACTOR, default=None)
    party: str | None = said(default=None)
