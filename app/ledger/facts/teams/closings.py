"""Facts about closing a team: declared, agreed, withdrawn, done. The last one is the last entry of the ledger."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class JitClosingDeclared(Fact):
    """An administrator declared that the team is to be closed under a clause of the agreement.

    Every party has to agree.
    """

    kind: ClassVar[str] = "jit.closing_declared"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    closing: UUID = subject()
    clause: str = said()
    reason: str = said()

    @property
    def about(self) -> UUID:
        """The closing."""
        return self.closing


@dataclass(frozen=True, slots=True, kw_only=True)
class JitClosingAgreed(Fact):
    """A leader agreed for the party to the closing, and to the archive that is made of it in this member's name."""

    kind: ClassVar[str] = "jit.closing_agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    closing: UUID = subject()
    code: str = said()

    @property
    def about(self) -> UUID:
        """The closing."""
        return self.closing


@dataclass(frozen=True, slots=True, kw_only=True)
class JitClosingWithdrawn(Fact):
    """The closing was withdrawn; agreements given are void."""

    kind: ClassVar[str] = "jit.closing_withdrawn"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    closing: UUID = subject()
    reason: str = said()

    @property
    def about(self) -> UUID:
        """The closing."""
        return self.closing


@dataclass(frozen=True, slots=True, kw_only=True)
class JitClosed(Fact):
    """The last entry of a ledger. `agreed`: each party's code, and the member who agreed for it."""

    kind: ClassVar[str] = "jit.closed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    closing: UUID = subject()
    clause: str = said()
    reason: str = said()
    agreed: dict[str, Any] = said()

    @property
    def about(self) -> UUID:
        """The closing."""
        return self.closing
