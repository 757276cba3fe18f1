"""Facts about refused requests. They are not linked into the chains of exhibits."""

from dataclasses import dataclass
from typing import Any, ClassVar

from app.ledger.facts.fact import Fact, Heard, Led, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRefused(Fact):
    """Requests refused to one member in one minute, on exhibits that the member could see.

    `refusals`: number, first and last time for each act, exhibit and reason. Visible to the auditor of the member's
    party.
    """

    kind: ClassVar[str] = "evidence.refused"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.OWN_AUDITOR
    minute: str = said()
    refusals: list[dict[str, Any]] = said()
