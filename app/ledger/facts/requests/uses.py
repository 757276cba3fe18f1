"""Facts about values of the reference data on which requests relied. Only the party of the request hears them."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Readers, said, subject
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


USES = (RequestReferenceChanged, RequestReferenceSettled)
