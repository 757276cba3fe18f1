"""Channels of the demonstration: chat and recorded decisions, with translations, mentions and a correction.

Exhibits are named by their key in the catalogue. An exhibit that the author does not see is not mentioned.
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.access.seats import Seat
from app.database import Writing
from app.demo.building import Team
from app.models import Channel, Evidence
from app.services.coordination import channels, decisions, message_list, messages, translations
from app.services.coordination.channels import Opening
from app.services.coordination.decisions import Decision
from app.services.coordination.messages import NewMessage
from app.services.coordination.translations import Translated


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A message or decision.

    Attributes:
        by: E-mail address of the author.
        text: The text; `[exhibit 1]` stands for the exhibit, `@{address}` for a mention.
        on_record: Whether it is a recorded decision.
        names: E-mail addresses of the mentioned members.
        exhibit: Key of the exhibit.
        otherwise: Text to which its author corrects it.
        in_other_words: Translator, language and translated text.
    """

    by: str
    text: str
    is_decision: bool = False
    names: tuple[str, ...] = ()
    exhibit: str | None = None
    otherwise: str | None = None
    in_other_words: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """A channel: who opens it, for which parties (None: the whole team), and its messages."""

    name: str
    by: str
    parties: tuple[str, ...] | None
    lines: tuple[Line, ...]


LANTERN: Final = (
    Open(
        "Lantern, everybody",
        "coordinator@nl.demo",
        None,
        (
            Line(
                by="ines@eurojust.demo",
                text="The room in The Hague is ours from Monday. Interpreters for three languages.",
            ),
            Line(
                by="noor@nl.demo",
                text="Action day is set for the second Thursday of next month, 05:30 in Amsterdam. Each party confirms its teams a week before.",
                is_decision=True,
                in_other_words=(
                    "amir@nl.demo",
                    "fr",
                    "Le jour J est fixé au deuxième jeudi du mois prochain, 5 h 30 à Amsterdam. Chaque partie confirme ses équipes une semaine avant.",
                ),
            ),
            Line(
                by="claire@fr.demo",
                text="Le tribunal de Paris sera prêt.",
                in_other_words=("amir@nl.demo", "en", "The court in Paris will be ready."),
            ),
            Line(by="bram@nl.demo", text="Is anybody at the lab on Saturday?"),
        ),
    ),
    Open(
        "Host in Frankfurt",
        "noor@nl.demo",
        ("DE",),
        (
            Line(
                by="lena@de.demo",
                text="The host's log starts an hour later than [exhibit 1]. I ask them for the rest.",
                exhibit="nl-front-log",
            ),
            Line(by="daan@nl.demo", text="Ours is in UTC, @{lena@de.demo}. Theirs?", names=("lena@de.demo",)),
            Line(
                by="lena@de.demo",
                text="Local time, as it seems.",
                otherwise="UTC as well, they say now. The hour is missing.",
            ),
            Line(
                by="jonas@de.demo",
                text="Germany prolongs the preservation request by ninety days and asks for the missing hour with it.",
                is_decision=True,
            ),
        ),
    ),
)
SEXTANT: Final = (
    Open(
        "Sextant, everybody",
        "coordinator@nl.demo",
        None,
        (Line(by="nikos@gr.demo", text="The terminal keeps its cameras for nine days only."),),
    ),
)
OPENED: Final = {"lantern": LANTERN, "sextant": SEXTANT}


async def hold(team: Team) -> None:
    """Open the channels and post their messages, unless the channels exist."""
    for one in OPENED[team.spec.key]:
        opener = team.seats[one.by]
        async with team.context.database.writing(opener.requester) as session:
            if (await session.scalars(select(Channel.id).where(Channel.name == one.name))).first() is not None:
                continue
            channel = await channels.open_for(session, opener, Opening(one.name, one.parties))
            # In one transaction, so that an interruption leaves no half of a conversation.
            for line in one.lines:
                seat = team.seats[line.by]
                await session.say_who(seat.requester)
                await _say(session, team, seat, channel, line)


async def _say(session: Writing, team: Team, seat: Seat, channel: UUID, line: Line) -> None:
    exhibits = [] if line.exhibit is None else [team.exhibits[line.exhibit]]
    seen = (await session.scalars(select(Evidence.id).where(Evidence.id.in_(exhibits)))).all()
    text, codes = line.text, [team.seats[one].code for one in line.names]
    for email, code in zip(line.names, codes, strict=True):
        text = text.replace(f"{{{email}}}", code)
    words = NewMessage(text, codes, list(seen))
    message = await (
        decisions.record(session, seat, channel, Decision(words))
        if line.is_decision
        else messages.send(session, seat, channel, words)
    )
    if line.otherwise is not None:
        await messages.correct(session, seat, channel, message, NewMessage(line.otherwise), expected=1)
    if line.in_other_words is not None:
        email, language, translated = line.in_other_words
        translator = team.seats[email]
        await session.say_who(translator.requester)
        await translations.add(session, translator, channel, message, Translated(language, translated), of_version=1)
    await session.say_who(seat.requester)
    await message_list.mark(session, seat, channel, message)
