"""Accounts of messengers that are numbers or keys: Session, Threema, Tox, Discord, Telegram."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

#: Text between the name of a service and a value: `Threema-ID: `, `Discord user id = `, `"telegram_id":"`.
_LABEL: Final = (
    r"(?:[ _.-]{0,2}(?:user|account|chat|channel|guild|server|message|author|messenger|konto|compte|peer|from|sender|gateway|broadcast))?"
    r"(?:[ _.-]{0,2}(?:id|ids|kennung|identifiant|uid|number|nummer|nr|no|is|ist|contact|kontakt)){0,2}[\"']?[ ]?[:=#]?[ ]?[\"'(\[<@]{0,2}"
)
_SESSION: Final = re.compile(r"(?<![A-Za-z0-9])05[0-9a-f]{64}(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)
_TOX: Final = re.compile(r"(?<![A-Za-z0-9])[0-9a-f]{76}(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)
_THREEMA: Final = re.compile(
    rf"(?<![A-Za-z])threema{_LABEL}(?P<value>[*0-9A-Z][0-9A-Z]{{7}})(?![\w-])", re.IGNORECASE | re.ASCII
)
_NUMBER: Final = re.compile(
    rf"(?<![a-z])(?:(?P<discord>discord|snowflake)|(?P<telegram>telegram|tg))(?:[ _.-]{{0,2}}[a-z]{{2,12}})?{_LABEL}(?P<value>-?\d{{5,20}})(?![\w.-])",
    re.IGNORECASE,
)
_MENTION: Final = re.compile(r"<@[!&]?(?P<value>\d{17,20})>")
_DISCORD: Final = range(17, 21)
_TELEGRAM: Final = range(5, 15)


def accounts(passage: Passage) -> Iterator[Identifier]:
    """Return ids of Session, Tox, Threema, Discord and Telegram."""
    for match in _SESSION.finditer(passage.text):
        clear = "session" in passage.before(match.start())
        yield from _account(
            passage, *match.span(), match[0].lower(), "session", () if clear else (Caution.KIND_UNCLEAR,)
        )
    for match in _TOX.finditer(passage.text):
        clear = "tox" in passage.before(match.start())
        yield from _account(passage, *match.span(), match[0].upper(), "tox", () if clear else (Caution.KIND_UNCLEAR,))
    for match in _THREEMA.finditer(passage.text):
        value = match["value"]
        if value[1:].isupper() or any(character.isdigit() for character in value):
            yield from _account(passage, *match.span("value"), value.upper(), "threema")
    for match in _NUMBER.finditer(passage.text):
        value, service = match["value"], "discord" if match["discord"] else "telegram"
        if len(value.lstrip("-")) in (_DISCORD if match["discord"] else _TELEGRAM):
            yield from _account(passage, *match.span("value"), value, service)
    for match in _MENTION.finditer(passage.text):
        yield from _account(passage, *match.span("value"), match["value"], "discord")


def _account(
    passage: Passage, begins: int, ends: int, value: str, scheme: str, cautions: tuple[Caution, ...] = ()
) -> Iterator[Identifier]:
    if passage.is_open(begins, ends):
        passage.take(begins, ends)
        kind, found = IdentifierKind.HANDLE, passage.text[begins:ends]
        yield Identifier(kind, found, value, begins, ends, scheme, cautions=cautions)
