"""Facts about values of the reference data on which requests, hearings and assessments relied.

Only the party of these hears them.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, Readers, aside, said, subject
from app.ledger.facts.requests.requests import RequestFact


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReferenceChanged(RequestFact):
    """A value on which the request relied has changed.

    `reference_value`: its identifier, for example `instruments/EIO/deadlines.EIO_DECISION`. `reference_version`: the new one.
    """

    kind: ClassVar[str] = "request.reference_changed"
    reference_value: str = said()
    reference_version: int = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReferenceSettled(RequestReferenceChanged):
    """A leader decided what a changed value means for the request: `recomputed`, `kept` or `acknowledged`.

    `recomputed`: the deadline was counted again by the new rule. `kept`: it keeps its date, for a reason.
    """

    kind: ClassVar[str] = "request.reference_settled"
    use: UUID = subject()
    decision: str = said()
    reason: str | None = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingReferenceChanged(NamedFact):
    """A value of the country card on which the checklist of a hearing relied has changed. The title is not repeated."""

    kind: ClassVar[str] = "hearing.reference_changed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    court_hearing: UUID = subject()
    reference_value: str = said()
    reference_version: int = said()

    @property
    def about(self) -> UUID | None:
        """The hearing."""
        return self.court_hearing


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingReferenceSettled(HearingReferenceChanged):
    """A leader `confirmed` a value of the country card for a hearing, or `removed` it: it does not count there."""

    kind: ClassVar[str] = "hearing.reference_settled"
    use: UUID = subject()
    decision: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissibilityReferenceChanged(NamedFact):
    """A value of the country card on which an assessment relied has changed. `exhibit`: its id."""

    kind: ClassVar[str] = "admissibility.reference_changed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    admissibility: UUID = subject()
    evidence: UUID = aside()
    exhibit: str = said()
    reference_value: str = said()
    reference_version: int = said()

    @property
    def about(self) -> UUID | None:
        """The assessment."""
        return self.admissibility

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


USES = (
    RequestReferenceChanged,
    RequestReferenceSettled,
    HearingReferenceChanged,
    HearingReferenceSettled,
    AdmissibilityReferenceChanged,
)
