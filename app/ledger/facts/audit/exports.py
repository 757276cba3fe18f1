"""Facts about export packages. The entry of an export is inside the checkpoint of its own package."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, NamedFact, Readers, said, subject, without_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitExported(ExhibitFact):
    """An export package of one exhibit.

    `limits_of_use`: limits that the member confirmed to have read; the entry has no such field if there are none. `tip`: the exhibit's last chain number, this entry included, so that missing last entries are noticed.
    """

    kind: ClassVar[str] = "export.made"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.ACT
    export: UUID = subject()
    profile: str = said()
    language: str = said(default="en")
    zone: str = said(default="UTC")
    proceeding: str | None = said(default=None)
    reason: str | None = said(Readers.ACTOR, default=None)
    limits_of_use: list[dict[str, Any]] | None = said(Readers.READABLE, default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fact's fields, then `tip`."""
        yield from without_empty(Fact.fields(self, n), "limits_of_use")
        yield "tip", n, Readers.AUDIENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class JitExported(Fact):
    """An export package of the whole team, or, by its auditor, of one party.

    `heads` maps each exhibit to its last chain number. `since`, `until`: the period to which the package is limited;
    an entry of a package without one has no such field.
    """

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
    since: str | None = said(default=None)
    until: str | None = said(default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fact's fields, without open ends of the period."""
        return without_empty(Fact.fields(self, n), "since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyExported(NamedFact):
    """An export package of a party or of several exhibits, each of which also has an entry.

    `heads` as in `JitExported`. Visible to the requesting member and to auditors of the party.
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
    since: str | None = said(default=None)
    until: str | None = said(default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fact's fields, without open ends of the period."""
        return without_empty(Fact.fields(self, n), "since", "until")
