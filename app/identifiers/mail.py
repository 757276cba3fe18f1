"""E-mail addresses, and names of other services that are written like them."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.network import normalised_domain, onion_in
from app.identifiers.passage import Passage
from app.identifiers.root_zone import ROOT_ZONE
from app.identifiers.spelling import AT, DOT, LABELS, TOP, refanged
from app.identifiers.telephony import international

#: An at sign and the domain after it. The text before it is read backwards.
_AT_DOMAIN: Final = re.compile(
    rf"(?<!\w@)(?P<at>{AT})(?P<domain>{LABELS}{TOP})(?![^\W_]|[@(]|-\w|_\w|{DOT}[^\W_])"
    r"|(?<=\w)[ ]at[ ](?P<spelled>[^\W_][\w-]{1,62}(?:[ ]dot[ ][^\W_][\w-]{1,62}){1,4})(?![\w.@-])",
    re.IGNORECASE,
)
#: A dot-atom of RFC 5322 with the letters of RFC 6531, backwards; and the apostrophe that word processors write.
_ATOM: Final = re.compile(r"[\w!#$%&'*+\-/=?^`{|}~.\u2019]{1,96}")
_QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\[^\n]){1,62}"$')
_TYPOGRAPHIC: Final = "\u2019"
_MOST_LOCAL: Final = 64
_LOOKED_AT: Final = 96
#: Percent-encoded characters (RFC 3986) that no local part has: the address begins after them.
_ENCODED: Final = re.compile(r"%(?:0[9AD]|2[026-9ACF]|3[A-F]|5[BD]|7[BD])", re.IGNORECASE)
#: Names of fields with an address in logs, queries and forms. The last word of a longer name decides.
_KEY: Final = re.compile(
    r"(?:^|[^\w.+-])(?:[\w.-]*[_.-])?(?:to|from|cc|bcc|e?mail|mailto|mailfrom|addr(?:ess)?|user|username|uname|usr|login|account|sender|recipient"
    r"|rcpt|reply|replyto|suser|duser|upn|principal|owner|contact|email_?address|usrname|identity|subject|uid|id)=[\"'`]?$",
    re.IGNORECASE,
)
#: Local parts that a relay makes from another address, with `=` in them (SRS, BATV).
_REWRITTEN: Final = re.compile(r"(?:srs[01]|prvs|btv1)[=+-]", re.IGNORECASE)
_CLOSING: Final = {"'": "'", "`": "`", "*": "*", "_": "_", "~": "~", "{": "}", "#": "#"}
#: Characters after which an address can begin: those of paths and queries, an open bracket or quote, a change of script.
_SEPARATOR: Final = re.compile(
    r"[/?|=`]|\{(?![^{}]*\})|(?<![^\W_])['\u2019]|['\u2019](?![^\W_])|[\u2e80-\u9fff\uac00-\ud7af](?=[!-~])|\.\."
)
#: Articles and pronouns before an apostrophe in French and Italian.
_ELISION: Final = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull)['\u2019]", re.IGNORECASE
)
_PRINCIPAL: Final = re.compile(
    r"(?:krbtgt|host|https?|cifs|ldap|nfs|imap|smtp|pop|dns|mssqlsvc|termsrv|wsman|rpc|gc|ftp|xmpp|postgres|kadmin)/",
    re.IGNORECASE,
)
#: Fields whose values look like addresses (RFC 5322, RFC 2045).
_MESSAGE_FIELDS: Final = (
    "message-id",
    "references",
    "in-reply-to",
    "content-id",
    "resent-message-id",
    "x-message-id",
    "x-gm-message-state",
)
_MESSAGE_ID_BEFORE: Final = re.compile(
    r"(?:message[ _-]?id|msg[ _-]?id|content[ _-]?id|in-reply-to|references|(?<![a-z])cid)[\"']?[ ]?[:=]?[ ]?[\"'<]{0,2}$"
)
_PATH_AFTER: Final = re.compile(r":(?:[~/.]|[^\s:@]{1,200}\.git(?![\w.]))")
_SHELL_BEFORE: Final = re.compile(
    r"(?<![\w-])(?:ssh|scp|sftp|rsync|mosh|sshfs|ssh-copy-id|git clone|clone)[ ](?:-\S{1,20}[ ](?:[\w./~-]{1,20}[ ])?){0,4}$"
)
_REPOSITORY_USERS: Final = ("git", "hg", "svn")
_JABBER: Final = re.compile(r"(?<![a-z])(?:jabber|xmpp|jid)(?![a-z])")
_JABBER_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:jabber|xmpp|jid)(?:[ _-]?(?:id|jid|account|address|user|handle))?[\"']?[ ]?(?:[:=][ ]?|is[ ]|[ ])[\"'<]?$"
)
_SIP_BEFORE: Final = re.compile(r"(?<![a-z])sips?:$")
_SIP_NUMBER: Final = re.compile(r"\+\d{7,15}")
_USER_DATA: Final = re.compile(r"://[^\s/?#]*$")
#: Domains of services whose names are no mailboxes: kind and scheme.
_WHATSAPP: Final = {"s.whatsapp.net": True, "c.us": True, "g.us": False, "lid": False}
_WHATSAPP_ID: Final = re.compile(
    r"(?<![\w.-])(?:(?P<number>[1-9]\d{6,14})(?:[.:]\d{1,3}){0,2}|(?P<group>\d{10,20}(?:-\d{10})?))$"
)
_NO_MAILBOXES: Final = (".3gppnetwork.org",)
_UNCLEAR_DOMAINS: Final = (".calendar.google.com",)


def emails(passage: Passage) -> Iterator[Identifier]:
    """Return e-mail addresses (RFC 5321, RFC 5322), in lower case.

    Where the text leaves open where an address begins, the longest and the shortest reading are returned with a warning.
    """
    for match in _AT_DOMAIN.finditer(passage.text):
        spelled = match["domain"] or match["spelled"].lower().replace(" dot ", ".")
        domain = normalised_domain(refanged(spelled))
        if domain is None or not passage.is_free(*match.span()):
            continue
        at = match.start("at") if match["at"] else match.start()
        readings = list(
            _readings(passage, at, match.end(), domain, cautions=() if match["at"] else (Caution.KIND_UNCLEAR,))
        )
        for one in readings:
            passage.take(one.begins, one.ends)
        yield from readings
        onion = onion_in(passage.text, match.start(), match.end()) if readings else None
        if onion is not None:
            yield onion


def _readings(
    passage: Passage, at: int, ends: int, domain: str, *, cautions: tuple[Caution, ...]
) -> Iterator[Identifier]:
    text = passage.text
    slice_begins = max(0, at - _LOOKED_AT)
    quoted = _QUOTED.search(text, slice_begins, at) if text[at - 1 : at] == '"' else None
    if quoted is not None:
        if domain.rpartition(".")[2] in ROOT_ZONE and passage.is_free(quoted.start(), ends):
            value = f"{quoted[0].lower()}@{domain}"
            unclear = (Caution.EMAIL_START_UNCLEAR,)
            yield Identifier(
                IdentifierKind.EMAIL, text[quoted.start() : ends], value, quoted.start(), ends, cautions=unclear
            )
        return
    run = _ATOM.match(text[slice_begins:at][::-1])
    if run is None:
        return
    begins = at - len(run[0])
    special = _other_service(passage, begins, at, ends, domain)
    if special is not None:
        yield from special
        return
    if domain.rpartition(".")[2] not in ROOT_ZONE or _is_no_address(passage, begins, at, ends, domain):
        return
    starts, is_clear = _starts(text, begins, at, ends)
    if not is_clear:
        cautions = (*cautions, Caution.EMAIL_START_UNCLEAR)
    if domain.endswith(_UNCLEAR_DOMAINS) or _JABBER.search(passage.before(begins)):
        cautions = (*cautions, Caution.KIND_UNCLEAR)
    for start in starts:
        local = text[start:at].replace(_TYPOGRAPHIC, "'").lower()
        value = f"{local}@{domain}"
        yield Identifier(IdentifierKind.EMAIL, text[start:ends], value, start, ends, cautions=cautions)


def _starts(text: str, begins: int, at: int, ends: int) -> tuple[list[int], bool]:
    """Return where an address can begin, the earliest place first, and whether that is clear."""
    after = text[ends : ends + 1]
    if text[begins - 1 : begins] == "<" and after == ">":
        return _valid(text, at, begins), True
    begins = max((match.end() for match in _ENCODED.finditer(text, begins, at)), default=begins)
    opened = _after_opening(text[begins:at], after)
    if opened is not None:
        return _valid(text, at, begins + opened), True
    if _REWRITTEN.match(text, begins, at):
        return _valid(text, at, begins), True
    sign = text.rfind("=", begins, at) + 1
    if sign and _KEY.search(text[begins:sign]):
        begins = sign
    run = text[begins:at]
    short = max((match.end() for match in _SEPARATOR.finditer(run)), default=0)
    if set("=?") & set(run):
        short = max(short, run.rfind("&") + 1)
    elision = _ELISION.match(run, short)
    short = elision.end() if elision and elision.end() < len(run) else short
    while short < len(run) and not (run[short].isalnum() or run[short] == "_"):
        short += 1
    if 0 < short < len(run):
        return _valid(text, at, begins, begins + short), False
    return _valid(text, at, begins), True


def _after_opening(run: str, after: str) -> int | None:
    """Return where an address begins that stands between two marks, such as quotes, or between bars."""
    if after == "|" and "|" in run:
        return run.rindex("|") + 1
    for at, character in enumerate(run):
        if _CLOSING.get(character) == after and not run[at - 1 : at].isalnum():
            return at + len(run[at:]) - len(run[at:].lstrip(character))
    return None


def _valid(text: str, at: int, *starts: int) -> list[int]:
    """Return the starts after which a dot-atom of at most 64 characters follows (RFC 5322; RFC 5321, section 4.5.3.1.1)."""
    return [
        start
        for start in starts
        if 0 < at - start <= _MOST_LOCAL
        and text[start] != "."
        and text[at - 1] not in ".="
        and text.find("..", start, at) == -1
    ]


def _is_no_address(passage: Passage, begins: int, at: int, ends: int, domain: str) -> bool:
    """Whether the text around says that this is something else: a message, a repository, a login, a Kerberos principal."""
    text, before = passage.text, passage.before(begins)
    sign = text.rfind("=", begins, at) + 1
    labelled = before + text[begins:sign].lower() if sign else before
    line = passage.line(begins)[0]
    return (
        text[begins - 1 : begins] == "@"
        or domain.endswith(_NO_MAILBOXES)
        or _PRINCIPAL.match(text, begins, at) is not None
        or passage.header(begins) in _MESSAGE_FIELDS
        or _MESSAGE_ID_BEFORE.search(labelled) is not None
        or (text.startswith("id=", begins) and " <= " in text[max(line, begins - 4 * _LOOKED_AT) : begins])
        or _PATH_AFTER.match(text, ends) is not None
        or (text[begins:at].lower() in _REPOSITORY_USERS and text[ends : ends + 1] in (":", "/"))
        or _SHELL_BEFORE.search(before) is not None
        or _USER_DATA.search(text[max(0, begins - _LOOKED_AT) : at]) is not None
    )


def _other_service(passage: Passage, begins: int, at: int, ends: int, domain: str) -> list[Identifier] | None:
    """Return what a name is at WhatsApp, in SIP or in XMPP; `None` if it is of none of them."""
    text = passage.text
    if domain in _WHATSAPP:
        match = _WHATSAPP_ID.search(text[max(0, at - _LOOKED_AT) : at])
        return [] if match is None else [_whatsapp(text, match, at, ends, domain)]
    if _SIP_BEFORE.search(passage.before(begins)):
        if _SIP_NUMBER.fullmatch(text, begins, at):
            return [international(text, begins, at, text[begins + 1 : at])]
        return [_account(text, begins, at, ends, domain, "sip")]
    sign = text.rfind("=", begins, at) + 1
    if _JABBER_BEFORE.search(passage.before(begins) + text[begins:sign].lower()):
        return [_account(text, sign or begins, at, ends, domain, "jabber")]
    return None


def _account(text: str, begins: int, at: int, ends: int, domain: str, scheme: str) -> Identifier:
    value = f"{text[begins:at].lower()}@{domain}"
    return Identifier(IdentifierKind.HANDLE, text[begins:ends], value, begins, ends, scheme)


def _whatsapp(text: str, match: re.Match[str], at: int, ends: int, domain: str) -> Identifier:
    begins = at - len(match[0])
    if _WHATSAPP[domain] and match["number"]:
        return international(text, begins, ends, match["number"], scheme="WhatsApp")
    return Identifier(IdentifierKind.HANDLE, text[begins:ends], f"{match[0]}@{domain}", begins, ends, "whatsapp")
