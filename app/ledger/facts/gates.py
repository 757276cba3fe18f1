"""Facts about gates: releases that wait, what opens or ends their waiting, and the verdict on what came from beyond the Union.

The recipient hears none of it before it passes.
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWanted(ExhibitFact):
    """A release was decided and waits: nobody has it yet. `gates`: what it waits for."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseGivenUp(ExhibitFact):
    """A release that waited will not be: its leader gave it up, or it was recalled, withdrawn or over meanwhile."""

    kind: ClassVar[str] = "release.given_up"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAttested(ExhibitFact):
    """Reg. (EU) 2023/969 Art. 17(2): what goes beyond the Union is limited to what is required, and lawfully transferred.

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
    """Reg. (EU) 2023/969 Art. 23(2): whom the agreement designates controller of what comes from beyond the Union.

    `waits`: who designated herself is none before a leader of another party confirms it.
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
    """A leader of another party confirmed the controller who had designated herself."""

    kind: ClassVar[str] = "controller.confirmed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    member: UUID = subject()
    code: str = said()
    party: str = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSampleAgreed(Fact):
    """Of an exhibit with more than so many files a reviewer views so many, as a clause of the agreement says."""

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
    """Reg. (EU) 2023/969 Art. 17(3): an administrator let in what came from beyond the Union, or refused it, and why.

    `not_viewed`: the files that the administrator did not view, each with why.
    """

    kind: ClassVar[str] = "evidence.verified"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    verdict: str = said()
    checklist: list[str] = said(Readers.READABLE)
    reason: str = said(Readers.READABLE)
    not_viewed: list[dict[str, Any]] = said(Readers.READABLE)
