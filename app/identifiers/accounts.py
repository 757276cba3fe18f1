"""Handles of accounts and vehicle plates."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.network import normalised_domain
from app.identifiers.passage import Passage

_SERVICES: Final = (
    "telegram|wickr|threema|signal|session|discord|snapchat|instagram|facebook|tiktok|twitter|mastodon|skype|icq|jabber|xmpp|"
    "matrix|kik|viber|wechat|tox|element|github|reddit|steam|twitch"
)
_GENERAL: Final = r"user(?:[ _-]?name)?|nick(?:[ _-]?name)?|handle|pseudo(?:nyme)?|alias|login|account|compte"
_LABELLED: Final = re.compile(
    rf"(?<![\w@.])(?:(?P<service>{_SERVICES})(?:[ _-]?(?:id|user|name|handle))?|(?:{_GENERAL}))[\"']?[ ]?[:=][ ]?[\"']?"
    r"(?P<handle>@?[A-Za-z0-9_](?:[\w.-]{0,62}[\w])?(?:#\d{4})?)(?![\w@])",
    re.IGNORECASE,
)
_FEDERATED: Final = re.compile(
    r"(?<![\w@.])@(?P<user>\w[\w.-]{0,63})(?P<mark>[@:])(?P<domain>(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24})(?![\w@-])"
)
_AT: Final = re.compile(r"(?<![\w.@/])@(?P<user>[A-Za-z0-9_][\w.]{0,30}\w)(?![\w@])", re.ASCII)
#: Identifiers of these services are written in capitals.
_CAPITALS: Final = ("threema", "tox")

_PLATES: Final = {
    "FR": re.compile(r"(?<![\w-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])", re.ASCII),
    "DE": re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?[1-9]\d{0,3}[EH]?(?![\w-])"),
}
_PLATE_LABELLED: Final = re.compile(
    r"(?<!\w)(?i:(?:number|licen[cs]e|registration)[ ]plate|plate|kennzeichen|immatriculation|plaque|kenteken|targa|matr[ií]cula)"
    r"(?:[ ](?i:no|nr|n°|number)\.?)?[\"']?[ ]?[:=]?[ ]?[\"']?(?P<plate>[A-ZÄÖÜ0-9](?:[ -]?[A-ZÄÖÜ0-9]){3,9})(?![\w-])",
)


def handles(passage: Passage) -> Iterator[Identifier]:
    """Return handles: `@user@domain`, a service or `user` with a colon and a name, and `@name`."""
    for match in _FEDERATED.finditer(passage.text):
        domain = normalised_domain(match["domain"])
        if domain is not None and passage.is_free(*match.span()):
            passage.take(*match.span())
            scheme = "matrix" if match["mark"] == ":" else "fediverse"
            value = f"@{match['user'].lower()}{match['mark']}{domain}"
            yield Identifier(IdentifierKind.HANDLE, match[0], value, *match.span(), scheme)
    for match in _LABELLED.finditer(passage.text):
        begins, ends = match.span("handle")
        if passage.is_free(begins, ends):
            passage.take(begins, ends)
            service = match["service"].lower() if match["service"] else None
            value = match["handle"].removeprefix("@")
            value = value.upper() if service in _CAPITALS else value.lower()
            yield Identifier(IdentifierKind.HANDLE, match["handle"], value, begins, ends, service)
    for match in _AT.finditer(passage.text):
        if passage.is_free(*match.span()):
            passage.take(*match.span())
            yield Identifier(IdentifierKind.HANDLE, match[0], match["user"].lower(), *match.span())


def plates(passage: Passage) -> Iterator[Identifier]:
    """Return plates of Germany and France, and others after a word such as `plate`, in capitals without spaces."""
    for country, pattern in _PLATES.items():
        for match in pattern.finditer(passage.text):
            yield from _plate(passage, match[0], *match.span(), country)
    for match in _PLATE_LABELLED.finditer(passage.text):
        if any(character.isdigit() for character in match["plate"]):
            yield from _plate(passage, match["plate"], *match.span("plate"), None)


def _plate(passage: Passage, found: str, begins: int, ends: int, country: str | None) -> Iterator[Identifier]:
    if passage.is_free(begins, ends):
        passage.take(begins, ends)
        value = found.replace(" ", "") if country is None else found.replace(" ", "-")
        yield Identifier(IdentifierKind.PLATE, found, value, begins, ends, country, cautions=(Caution.PLATE_UNCERTAIN,))
