"""Facts about working sessions: begun and ended. Visible to their own member and to auditors of the party."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingSessionFact(NamedFact):
    """A fact about one working session. Each access event in it is an entry of its own, which names the session."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    working_session: UUID = subject()

    @property
    def about(self) -> UUID | None:
        """The working session."""
        return self.working_session


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingSessionBegun(WorkingSessionFact):
    """A member began a working session. `task`: the number of its task; `until`: when it ends automatically."""

    kind: ClassVar[str] = "working_session.begun"
    justification: str = said()
    task: str | None = said()
    until: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingSessionEnded(WorkingSessionFact):
    """It ended: by hand, by time, by sign-out or with the membership. `openings`: number of access events in it."""

    kind: ClassVar[str] = "working_session.ended"
    how: str = said()
    openings: int = said()
