"""Facts about channels and decisions, visible to the members of the channel and to auditors.

Chat messages leave no fact at all: no text, no person, no count (decision 32). Only the agreed retention time of chat
is a fact. A mention of an exhibit is a fact of its own, visible to those who see both channel and exhibit.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAgreed(Fact):
    """A clause of the agreement sets for how many days chat messages are kept."""

    kind: ClassVar[str] = "talk.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    rule: UUID = subject()
    days: int = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFact(NamedFact):
    """A fact about one channel. `channel_name`: its displayed name."""

    heard: ClassVar[Heard] = Heard.NAMED
    channel: UUID = subject()
    channel_name: str = said()

    @property
    def about(self) -> UUID | None:
        """The channel."""
        return self.channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOpened(ChannelFact):
    """A channel was opened for these parties, or for the whole team.

    `service`: whether texts may go to a translation service.
    """

    kind: ClassVar[str] = "channel.opened"
    led: ClassVar[Led] = Led.OTHER
    whole: bool = said()
    parties: list[str] = said()
    service: bool = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelClosed(ChannelFact):
    """A channel was closed; it can still be read."""

    kind: ClassVar[str] = "channel.closed"
    led: ClassVar[Led] = Led.OTHER
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecorded(ChannelFact):
    """A decision was recorded. `to_be_signed_by`: codes of the parties that require to sign it."""

    kind: ClassVar[str] = "decision.recorded"
    led: ClassVar[Led] = Led.OTHER
    message: UUID = subject()
    text: str = said()
    to_be_signed_by: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCorrected(ChannelFact):
    """A decision was replaced by this one; both remain. `corrects`: the entry of the former."""

    kind: ClassVar[str] = "decision.corrected"
    led: ClassVar[Led] = Led.ALTERATION
    message: UUID = subject()
    corrects: UUID = subject()
    text: str = said()
    to_be_signed_by: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMentioned(ChannelFact):
    """A decision mentions an exhibit, at this place in its text."""

    kind: ClassVar[str] = "decision.mentioned"
    led: ClassVar[Led] = Led.OTHER
    message: UUID = subject()
    evidence: UUID = aside()
    place_in_text: int = said()
    exhibit: str = said()
    exhibit_number: str = said()

    @property
    def mentions(self) -> UUID | None:
        """The exhibit."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTranslated(ChannelFact):
    """A member added a translation of a decision, by hand or from a translation service (`service`)."""

    kind: ClassVar[str] = "decision.translated"
    led: ClassVar[Led] = Led.OTHER
    message: UUID = subject()
    translation: UUID = subject()
    language: str = said()
    service: str | None = said()
    text: str = said()


MESSAGES = (
    TalkAgreed,
    ChannelOpened,
    ChannelClosed,
    DecisionRecorded,
    DecisionCorrected,
    DecisionMentioned,
    DecisionTranslated,
)
