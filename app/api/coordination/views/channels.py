"""Forms and views of channels and of chat retention rules."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.access.roles import Permission
from app.access.seats import Seat
from app.api.schemas import Code, Form, Line, Time, View
from app.models import TalkRule
from app.services.coordination import recipients
from app.services.coordination.channels import ChannelDetails, Opening
from app.services.coordination.translations import Translator
from app.services.teams.roster import Roster


class ChannelForm(Form):
    """A channel for the whole team or for some parties.

    The caller's party is always included. The parties cannot be changed later.

    `service`: its texts may be sent to the operator's translation service. This cannot be changed later.
    """

    name: Line
    whole: bool = False
    parties: Annotated[tuple[Code, ...], Field(max_length=50)] = ()
    service: bool = False

    @model_validator(mode="after")
    def _for_somebody(self) -> Self:
        if self.whole == bool(self.parties):
            raise PydanticCustomError(
                "for_whom", "Name at least one party, or choose the whole team.", {"field": "parties"}
            )
        return self

    def opening(self) -> Opening:
        """Return the channel as the service takes it."""
        return Opening(self.name, None if self.whole else self.parties, self.service)


class ChannelClosingForm(Form):
    """The reason for closing the channel."""

    reason: Line


class ReadMarkForm(Form):
    """The last message that the caller has read."""

    message: UUID


class MayChannelView(View):
    """Permissions of the reader in the channel now."""

    talk: bool
    decide: bool
    close: bool


class ChannelView(View):
    """A channel. `parties`: those that now take part.

    `translator`: the service to which its texts may be sent, if any. `unread` and `mentioned` count others' messages up
    to 100.
    """

    id: UUID
    name: str
    whole: bool
    parties: list[str]
    service: bool
    translator: str | None
    opened_by: str
    opened_at: Time
    closed_by: str | None
    closed_at: Time | None
    close_reason: str | None
    unread: int
    mentioned: int
    first_unread: UUID | None
    last_at: Time | None
    version: int
    may: MayChannelView


class TalkRuleForm(Form):
    """Number of days for which chat is kept, and the clause of the agreement."""

    days: Annotated[int, Field(ge=1, le=3650)]
    clause: Line


class TalkRuleView(View):
    """An agreed retention rule for chat. The newest applies, also to earlier messages."""

    id: UUID
    days: int
    clause: str
    decided_by: str
    decided_at: Time


def channel_view(details: ChannelDetails, seat: Seat, translator: Translator | None) -> ChannelView:
    """Return the view of a channel for a member."""
    channel, roster = details.channel, details.roster
    is_open = channel.closed_at is None
    return ChannelView(
        **{name: getattr(channel, name) for name in _AS_KEPT},
        parties=[one.code for one in recipients.channel_parties(channel, roster)],
        translator=translator.host if translator is not None and channel.service else None,
        opened_by=roster.seat_code(channel.opened_by),
        closed_by=None if channel.closed_by is None else roster.seat_code(channel.closed_by),
        unread=details.unread,
        mentioned=details.mentioned,
        first_unread=details.first_unread,
        last_at=details.last_at,
        may=MayChannelView(
            talk=is_open and seat.may(Permission.MESSAGE_SAY),
            decide=is_open and seat.may(Permission.DECISION_RECORD),
            close=is_open and seat.may(Permission.CHANNEL_OPEN),
        ),
    )


def rule_view(row: TalkRule, roster: Roster) -> TalkRuleView:
    """Return the view of a retention rule for chat."""
    return TalkRuleView(
        id=row.id,
        days=row.days,
        clause=row.clause,
        decided_by=roster.seat_code(row.decided_by),
        decided_at=row.decided_at,
    )


_AS_KEPT = ("id", "name", "whole", "service", "opened_at", "closed_at", "close_reason", "version")
