"""Facts about default sharing rules, visible to the party that owns the rule and to the party that it names."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRuleChanged(NamedFact):
    """A default sharing rule was added, changed or retired (`change`). The fact states its new values.

    `former`: the former values of those that changed.
    """

    kind: ClassVar[str] = "access_rule.changed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    rule: UUID = subject()
    code: str = said()
    change: str = said()
    category: str | None = said()
    handling: str | None = said()
    to_party: str | None = said()
    to_kind: str | None = said()
    level: str = said()
    authorities: list[str] | None = said()
    seats: list[str] | None = said()
    not_before: str | None = said()
    until: str | None = said()
    purposes: list[str] | None = said()
    four_eyes: bool = said()
    clause: str = said()
    version: int = said()
    former: dict[str, Any] | None = said()
    reason: str | None = said()

    @property
    def about(self) -> UUID | None:
        """The rule."""
        return self.rule
