"""Handles of accounts: after the name of a service, in the URL of a profile, with a domain, or after `@`."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.network import normalised_domain
from app.identifiers.passage import Passage
from app.identifiers.root_zone import ROOT_ZONE

_SERVICES: Final = (
    "telegram|wickr|threema|discord|snapchat|instagram|insta|facebook|messenger|tiktok|twitter|mastodon|skype|icq|jabber|xmpp|kik|viber|wechat|weixin"
    "|\u5fae\u4fe1|\u5fae\u535a|\u6296\u97f3|телеграмм?|инстаграмм?|вконтакте|скайп|вайбер|дискорд|вотсап"
    "|tox|github|gitlab|reddit|twitch|vk|vkontakte|qq|linkedin|youtube|bluesky|tumblr|keybase|roblox|onlyfans|pinterest|psn|xbox|okru"
)
#: Names of services that are words or short: after them a value must look like a handle.
_WORDS: Final = "signal|matrix|element|steam|line|wire|snap|ig|fb|tg"
_NAMES: Final = {
    "insta": "instagram",
    "ig": "instagram",
    "fb": "facebook",
    "tg": "telegram",
    "snap": "snapchat",
    "weixin": "wechat",
    "vkontakte": "vk",
    "вконтакте": "vk",
    "\u5fae\u4fe1": "wechat",
    "телеграм": "telegram",
    "телеграмм": "telegram",
    "инстаграм": "instagram",
    "инстаграмм": "instagram",
    "скайп": "skype",
    "вайбер": "viber",
    "дискорд": "discord",
}
_GENERAL: Final = (
    r"user(?:[ _-]?name)?|nick(?:[ _-]?name)?|handle|pseudo(?:nyme)?|alias|login|account|compte|benutzer(?:name)?|gebruiker(?:snaam)?|utente|usuario|utilisateur"
    r"|screen[ _-]?name|nutzername|profil(?:e|naam)?[ _-]?name|spitzname|schermnaam|bijnaam|accountnaam|nom d['\u2019]utilisateur|identifiant|nome utente|nombre de usuario"
    r"|nazwa u\u017cytkownika|anv\u00e4ndarnamn|brugernavn|brukernavn|k\u00e4ytt\u00e4j\u00e4nimi|никнейм|ник|логин|псевдоним"
)
_NAME: Final = r"@?(?:u/)?[A-Za-z0-9_](?:[\w.-]{0,62}[\w])?(?:#\d{4})?"
_KEY: Final = r"(?:[ _-]?(?:id|user|names?|naam|tag|gamertag|login|alias|accountname|accountnaam|benutzername|nutzername|gebruikersnaam|kennung|identifiant|utente|usuario|handle|username|account|nick|nickname|pseudo|uid|me|number|nr|konto|profil|profile|contact))"
_LABELLED: Final = re.compile(
    rf"(?<![\w@.])(?:(?:(?P<service>{_SERVICES})|(?P<word>{_WORDS}))(?:/(?:{_SERVICES}|{_WORDS}))?(?:[a-z]{{1,2}})?\u53f7?(?P<key>{_KEY}{{0,2}})|(?:{_GENERAL}))"
    rf"(?P<mark>[\"']?[ ]?[:=\uff1a][ ]?[\"']?|[ ])(?P<handle>{_NAME})(?![\w@]|\.\w)",
    re.IGNORECASE,
)
_FEDERATED: Final = re.compile(
    r"(?<![\w@.])@(?P<user>\w[\w.-]{0,63})(?P<mark>[@:])(?P<domain>(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24})(?![\w@-])"
)
_SKYPE: Final = re.compile(
    r"(?<![\w.:])live:(?:\.cid\.[0-9a-f]{8,20}|[A-Za-z0-9._-]{3,40}\w)(?![\w@])", re.IGNORECASE | re.ASCII
)
_EXPORTED: Final = re.compile(r"\"(?:from|actor|peer)_id\"[ ]?:[ ]?\"(?:user|channel)(?P<handle>\d{5,15})\"")
_AT: Final = re.compile(r"(?<![\w.@/])@(?P<user>[A-Za-z0-9_][\w.]{0,30}\w)(?![\w@/(:-]|\.\w)", re.ASCII)
#: Addresses of profiles: the service, the path before the handle.
_PROFILE: Final = re.compile(
    r"(?<![\w.-])(?:(?:www|m|web|mobile|old|nl|de|fr)\.)?(?:"
    r"(?P<telegram>(?:t|telegram)\.me/(?:s/|@)?|tg://resolve\?domain=)|(?P<instagram>instagram\.com/(?:stories/)?)|(?P<snapchat>snapchat\.com/(?:add|@)/?)"
    r"|(?P<twitter>(?:x|twitter)\.com/)|(?P<facebook>(?:facebook|fb)\.com/(?:profile\.php\?id=|people/[^/\s]{1,60}/)?)|(?P<tiktok>tiktok\.com/@)|(?P<threema>threema\.id/)"
    r"|(?P<reddit>reddit\.com/u(?:ser)?/)|(?P<github>github\.com/)|(?P<youtube>youtube\.com/@)|(?P<vk>vk\.com/(?:id(?=\d))?)|(?P<discord>discord(?:app)?\.com/users/)"
    r"|(?P<linkedin>linkedin\.com/in/)|(?P<twitch>twitch\.tv/)|(?P<steam>steamcommunity\.com/(?:id|profiles)/)|(?P<keybase>keybase\.io/)|(?P<bluesky>bsky\.app/profile/)"
    r")(?P<handle>[A-Za-z0-9_][\w.-]{0,62}\w)(?![\w@])",
    re.IGNORECASE,
)
_INSTANCE: Final = re.compile(r"https?://(?P<host>[a-z0-9.-]{4,100})/@(?P<user>\w{1,60})(?![\w.@-])", re.IGNORECASE)
_OTHER_INSTANCES: Final = re.compile(
    r"(?:^|\.)(?:tiktok|youtube|medium|threads|t|telegram|snapchat|matrix|npmjs|unpkg|jsdelivr)\."
)
#: Parts of these services that are no accounts.
_PAGES_TEXT: Final = (
    "joinchat addstickers proxy socks share explore login signup accounts about help privacy terms tags hashtag "
    "search home settings intent i p reel reels stories watch groups group events pages marketplace legal policies "
    "business developers features topics orgs sponsors trending notifications messages people photo photos photo.php "
    "story.php permalink.php profile.php sharer dialog plugins directory jobs download index.html c s r u"
)
_PAGES: Final = frozenset(_PAGES_TEXT.split())
#: Words after `@` in programs, style sheets and comments, and for everybody in a chat.
_CODE_TEXT: Final = (
    "media import charset font keyframes supports page namespace layer container include mixin extend apply tailwind "
    "use forward override autowired deprecated test bean entity component service controller restcontroller "
    "repository configuration value data getter setter nullable notnull inject suppresswarnings transactional "
    "requestmapping getmapping postmapping requestbody pathvariable before after beforeeach aftereach beforeall param "
    "return returns throws throw exception see since author version link code todo example type typedef property "
    "private public protected staticmethod classmethod dataclass pytest functools app wraps cached_property lru_cache "
    "contextmanager abstractmethod interface implementation end protocol selector autoreleasepool synthesize ngmodule "
    "injectable input output viewchild everyone here all channel export"
)
_CODE: Final = frozenset(_CODE_TEXT.split())
_JAVA: Final = re.compile(r"\s+(?:public|private|protected|class|static|final|void|abstract|@[A-Z])")
#: Entries of a bibliography (`@article{…`), diagrams of PlantUML, and commands of a batch file whose echo is off.
_ENTRY: Final = re.compile(r"\{|[ ](?:on|off)(?!\w)")
_DIAGRAM: Final = re.compile(r"(?:start|end)(?:uml|json|yaml|mindmap|gantt|salt|wbs|ditaa|dot|regex|ebnf|chen)")
#: Values of a field that name nobody.
_NOBODY_TEXT: Final = (
    "true false null none nil yes no unknown anonymous undefined n/a na ok error failed failure success successful "
    "invalid expired disabled enabled active inactive deleted locked is was not the name id of and or with for has "
    "user users account login logged required please see new"
)
_NOBODY: Final = frozenset(_NOBODY_TEXT.split())
#: Identifiers of these services are written in capitals.
_CAPITALS: Final = ("threema", "tox")
_HANDLE_LIKE: Final = re.compile(r"^@|[_#0-9]|\w\.\w")
_NUMBERED: Final = ("icq", "qq", "vk")
_LEAST_NUMBER: Final = 5


def handles(passage: Passage) -> Iterator[Identifier]:
    """Return handles: `@user@domain`, a profile, a service or `user` with a colon and a name, and `@name`."""
    yield from _federated(passage)
    yield from _profiles(passage)
    for match in _SKYPE.finditer(passage.text):
        yield from _handle(passage, *match.span(), match[0].lower(), "skype")
    for match in _EXPORTED.finditer(passage.text):
        yield from _handle(passage, *match.span("handle"), match["handle"], "telegram", Caution.KIND_UNCLEAR)
    for match in _LABELLED.finditer(passage.text):
        if _is_handle(match):
            service = (match["service"] or match["word"] or "").lower() or None
            service = _NAMES.get(service, service) if service else None
            value = match["handle"].removeprefix("@").removeprefix("u/")
            value = value.upper() if service in _CAPITALS else value.lower()
            yield from _handle(passage, *match.span("handle"), value, service)
    for match in _AT.finditer(passage.text):
        user = match["user"].lower()
        is_code = user in _CODE or user.startswith("0x") or _DIAGRAM.fullmatch(user)
        is_code = is_code or _JAVA.match(passage.text, match.end()) or _ENTRY.match(passage.text, match.end())
        if not is_code and not user.isdecimal():
            yield from _handle(passage, *match.span(), user, None, Caution.KIND_UNCLEAR)


def _federated(passage: Passage) -> Iterator[Identifier]:
    for match in _FEDERATED.finditer(passage.text):
        domain = normalised_domain(match["domain"])
        if domain is not None and domain.rpartition(".")[2] in ROOT_ZONE:
            scheme = "matrix" if match["mark"] == ":" else "fediverse"
            value = f"@{match['user'].lower()}{match['mark']}{domain}"
            yield from _handle(passage, *match.span(), value, scheme)


def _profiles(passage: Passage) -> Iterator[Identifier]:
    """Return accounts in the URLs of their profiles."""
    for match in _PROFILE.finditer(passage.text):
        service, handle = match.lastgroup and _service(match), match["handle"]
        if handle.lower() not in _PAGES:
            value = handle.upper() if service in _CAPITALS else handle.lower()
            yield from _handle(passage, *match.span("handle"), value, service)
    for match in _INSTANCE.finditer(passage.text):
        if not _OTHER_INSTANCES.search(match["host"].lower()):
            value = f"@{match['user'].lower()}@{match['host'].lower()}"
            yield from _handle(passage, *match.span("user"), value, "fediverse", Caution.KIND_UNCLEAR)


def _service(match: re.Match[str]) -> str | None:
    return next((name for name, found in match.groupdict().items() if found is not None and name != "handle"), None)


def _is_handle(match: re.Match[str]) -> bool:
    """Whether the text after a label is a name: after a space only, or after a common word, it must look like one."""
    handle, key = match["handle"], match["key"]
    if handle.lower() in _NOBODY:
        return False
    if match["service"] is None and match["word"] is None:
        return match["mark"] != " "
    if match["mark"] == " ":
        is_number = handle.isdecimal()
        if is_number:
            service = (match["service"] or "").lower()
            return len(handle) >= _LEAST_NUMBER and bool(match["service"]) and (bool(key) or service in _NUMBERED)
        return match["service"] is not None and _HANDLE_LIKE.search(handle) is not None
    if match["word"] is not None and not key:
        return not handle.isdecimal() and _HANDLE_LIKE.search(handle) is not None
    return True


def _handle(
    passage: Passage, begins: int, ends: int, value: str, service: str | None, *cautions: Caution
) -> Iterator[Identifier]:
    if passage.is_open(begins, ends):
        passage.take(begins, ends)
        kind, found = IdentifierKind.HANDLE, passage.text[begins:ends]
        yield Identifier(kind, found, value, begins, ends, service, cautions=cautions)
