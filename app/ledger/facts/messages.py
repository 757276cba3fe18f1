"""Facts about channels and what is decided in them: heard by the people of the channel, and by auditors as everything is.

Of talk there is no fact at all: no text, no person, no count (decision 0310). Only what the agreement says of how long it is
kept is one. A mention of an exhibit is a fact of its own, heard by who sees both.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAgreed(Fact):
    """What a clause of the agreement says of how long talk is kept: for so many days after it was said."""

    kind: ClassVar[str] = "talk.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    rule: UUID = subject()
    days: int = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFact(NamedFact):
    """A fact about one channel. `channel_name`: as people call it."""

    heard: ClassVar[Heard] = Heard.NAMED
    channel: UUID = subject()
    channel_name: str = said()

    @property
    def about(self) -> UUID | None:
        """Its channel."""
        return self.channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOpened(ChannelFact):
    """A channel was opened for these parties, or for the whole team; it stays theirs. `service`: may texts go to a translator."""

    kind: ClassVar[str] = "channel.opened"
    led: ClassVar[Led] = Led.OTHER
    whole: bool = said()
    parties: list[str] = said()
    service: bool = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelClosed(ChannelFact):
    """Nothing more is said in a channel; it stays to be read."""

    kind: ClassVar[str] = "channel.closed"
    led: ClassVar[Led] = Led.OTHER
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecorded(ChannelFact):
    """Something was decided, on record, in these words. `to_be_signed_by`: codes of the parties that demanded to sign it."""

    kind: ClassVar[str] = "decision.recorded"
    led: ClassVar[Led] = Led.OTHER
    message: UUID = subject()
    text: str = said()
    to_be_signed_by: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCorrected(ChannelFact):
    """A decision was put right by this one; both stand. `corrects`: the entry of the former."""

    kind: ClassVar[str] = "decision.corrected"
    led: ClassVar[Led] = Led.ALTERATION
    message: UUID = subject()
    corrects: UUID = subject()
    text: str = said()
    to_be_signed_by: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMentioned(ChannelFact):
    """A decision mentions an exhibit, at this place of its text."""

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
    """Somebody, or a machine by somebody's hand (`service`), said a decision in another language."""

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
