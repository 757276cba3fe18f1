"""Facts about what was refused. They carry no chain: an exhibit's custody is what was done with it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from app.ledger.facts.fact import Fact, Heard, Led, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRefused(Fact):
    """What was refused to one seat in one minute, on exhibits that it could see.

    `refusals`: for each act, exhibit and reason how often, and when first and last. Read by the auditor of the seat's party.
    """

    kind: ClassVar[str] = "evidence.refused"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.OWN_AUDITOR
    minute: str = said()
    refusals: list[dict[str, Any]] = said()
