"""Facts about pending releases and their approvals, and about the approval of third-country uploads.

The recipient may not read them before the release takes effect.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, Readers, said, subject, without_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWanted(ExhibitFact):
    """A release was decided and is pending: the recipient has no access yet. `gates`: the approvals it needs."""

    kind: ClassVar[str] = "release.wanted"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    authorities: list[str] | None = said()
    seats: list[str] | None = said()
    not_before: str | None = said()
    until: str | None = said()
    purposes: list[str] | None = said()
    basis: str | None = said()
    gates: list[str] = said()
    privilege_checked: bool | None = said(default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fields, without a confirmation that was not given."""
        return without_empty(ExhibitFact.fields(self, n), "privilege_checked")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseGivenUp(ExhibitFact):
    """A pending release was dropped: a leader gave it up, or it was recalled, withdrawn or past its end."""

    kind: ClassVar[str] = "release.given_up"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAttested(ExhibitFact):
    """A transfer to a third country is limited to what is required, and lawful (Reg. (EU) 2023/969 Art. 17(2)).

    `transfer_basis`: Chapter V of Directive (EU) 2016/680; `record`: the decision, the safeguards, or the ground.
    """

    kind: ClassVar[str] = "release.attested"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    necessity: str = said()
    proportionality: str = said()
    transfer_basis: str = said()
    record: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControllerDesignated(Fact):
    """The agreement's controller of third-country uploads was designated (Reg. (EU) 2023/969 Art. 23(2)).

    `waits`: a member who designated herself is not controller before a leader of another party confirms it.
    """

    kind: ClassVar[str] = "controller.designated"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    member: UUID = subject()
    code: str = said()
    party: str = said()
    clause: str = said()
    waits: bool = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControllerConfirmed(Fact):
    """A leader of another party confirmed a controller who had designated herself."""

    kind: ClassVar[str] = "controller.confirmed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    member: UUID = subject()
    code: str = said()
    party: str = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSampleAgreed(Fact):
    """A clause of the agreement sets how many files of a large exhibit a reviewer has to view."""

    kind: ClassVar[str] = "review.sample_agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    jit: UUID = subject()
    former: int = said()
    files: int = said()
    clause: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceVerified(ExhibitFact):
    """An administrator approved or rejected a third-country upload (Reg. (EU) 2023/969 Art. 17(3)), and why.

    `not_viewed`: the files that the administrator did not view, each with the reason.
    """

    kind: ClassVar[str] = "evidence.verified"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    verdict: str = said()
    checklist: list[str] = said(Readers.READABLE)
    reason: str = said(Readers.READABLE)
    not_viewed: list[dict[str, Any]] = said(Readers.READABLE)
