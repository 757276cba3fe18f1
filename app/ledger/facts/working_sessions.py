"""Facts about working sessions: begun and over, heard by their own seat and by its auditors."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingSessionFact(NamedFact):
    """A fact about one working session. Each opening in it is an entry of its own, which names it."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    working_session: UUID = subject()

    @property
    def about(self) -> UUID | None:
        """Itself."""
        return self.working_session


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingSessionBegun(WorkingSessionFact):
    """A seat began one. `task`: the number of the task that it serves; `until`: when it ends by itself."""

    kind: ClassVar[str] = "working_session.begun"
    justification: str = said()
    task: str | None = said()
    until: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingSessionEnded(WorkingSessionFact):
    """It is over: by hand, by the clock, by sign-out or with the seat. `openings`: how many were made in it."""

    kind: ClassVar[str] = "working_session.ended"
    how: str = said()
    openings: int = said()
