"""Fact about the acts for which a party demands a second factor again. It is visible to that party only."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class StepUpSet(NamedFact):
    """The kinds of acts that demand a second factor from now on."""

    kind: ClassVar[str] = "step_up.set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    party: UUID = subject()
    code: str = said()
    acts: list[str] = said()
    reason: str = said()
