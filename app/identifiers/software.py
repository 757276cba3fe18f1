"""Whether four numbers with dots are a version, a section or an amount rather than an IPv4 address."""

import re
from enum import Enum, auto
from ipaddress import IPv4Address
from typing import Final

from app.identifiers.passage import Passage

#: Right before the numbers: words for versions and for parts of a text, in languages of the Union; names of programs.
_VERSION: Final = re.compile(
    r"(?<![a-zà-ÿ])(?:(?:[a-z]{0,30}version|versión|versione|versie|versão|verze|verzió|wersja|firmware"
    r"|release|revision|upgrade|update|build)\w*|vers?|v|rel|rev|fw|patch"
    r"|§{1,2}|sect(?:ion|\.)?|chapter|chap\.|clause|art\.|annex|figure|fig\.|table|abschnitt|kapitel|ziffer|ziff\.|anlage"
    r"|paragra(?:af|ph\w?)|hoofdstuk|chapitre|annexe|capítulo|capitolo|rozdział|oid|rechnung|invoice|facture|eur|usd|chf|[€$£])"
    r"(?:[ ](?:is|no\.?|nr\.?|number|from|to|of))?[ \t\"'(:=#>/]{0,4}$"
)
#: Right before small numbers: words for parts of a text, in languages of the Union.
_SECTION: Final = re.compile(
    r"(?<![a-zà-ÿ])(?:articles?|artikel|artículo|articolo|kap\.|punkt\w{0,2}|pkt\.|tz\.|rn\.|rdnr\.|point|punto?|item|bijlage|anhang|allegato|anexo|par\.|cl[áa]usul[ae]"
    r"|apartado|sezione|sección|requirement|req\.?|step|stap|schritt|étape|task|control)[ ]{0,2}$"
)
#: Right before the numbers: words for files and for telephones.
_FILE_OR_TELEPHONE: Final = re.compile(
    r"(?<![a-zà-ÿ])(?:az|aktenzeichen|gesch[äa]ftszeichen|gz|akten?-?(?:nr|nummer)|zaak(?:-?(?:nr|nummer))?|parketnummer|dossier(?:-?(?:nr|nummer))?|kenmerk|docket"
    r"|(?:case|file|ref(?:erence)?|exhibit|n[°º] de dossier|sygn(?:atura)?)[ .]{0,2}(?:no|nr|number|akt)|t[ée]l[ée]?(?:f[oó]n\w?|phone|foon|fono)?|fax|gsm|mobile?|handy)[ .:]{1,3}$"
)
#: A change of a version: the numbers follow `from`, `to` or an arrow.
_CHANGE: Final = re.compile(
    r"(?<![a-z])(?:(?:up|down)grad\w*|updat\w*|aktualisier\w*|bijgewerkt|bijwerken|geüpdatet|opgewaardeerd|patch\w*|migrat\w*|rolled back|mis(?:e|es)? à (?:jour|niveau)"
    r"|actualiz\w*|aggiornat\w*|zaktualizowan\w*)(?![a-z])(?P<what>[^;,!?]{0,40}?)[ ](?:from|to|van|naar|von|auf|de|à|vers|a|da|z|do|->|→|=>)[ ]$"
)
_OF_ADDRESS: Final = re.compile(
    r"(?<![a-z])(?:ip|addr\w*|adres\w*|dns|records?|hosts?|servers?|log[gi]\w*|zone|routes?)(?![a-z])"
)
#: Attributes and extensions of certificates (ITU-T X.520 and X.509), and names as LDAP writes them after a number.
_OBJECTS: Final = frozenset(((2, 5, 4), (2, 5, 29), (2, 5, 6), (2, 5, 8)))
_OBJECT_NAME: Final = re.compile(
    r"[ ]{0,2}[=:(,\u2013-]?[ ]?[\"']?(?:id-[a-z]|[a-z]{1,20}[A-Z]|(?:CN|SN|OU|O|C|L|ST)(?!\w))"
)
_OBJECT_WORD: Final = re.compile(
    r"(?<![a-z])(?:oids?|object identifiers?|attribute\w*|subject|issuer|extension|x\.?50\d|x\.?520|ldap)(?![a-z])"
)
_PROGRAM: Final = re.compile(
    r"(?<![a-z])(?:openssl|openssh|chrom(?:e|ium)|firefox|safari|edge|opera|java|jdk|jre|python|php|ruby|perl|node(?:\.?js)?|kernel|android|ios"
    r"|ipados|macos|acrobat|reader|flash|silverlight|(?:\.|dot)net|framework|office|thunderbird|outlook|exchange server|sharepoint|esxi|whatsapp|skype|zoom|teams|anyconnect|driver|treiber|bios|uefi|plug-?in|sdk|runtime|teamviewer|anydesk|vlc|winrar|7-?zip"
    r"|zlib|g?libc|log4j|struts|wordpress|drupal|joomla|mariadb|putty|winscp|filezilla|wireshark|mimikatz|lib[a-z0-9]{2,12}|[a-z0-9_-]{1,20}\.(?:dll|exe|jar|so|json|apk))"
    r"[ _/-]{0,2}v?$"
)
#: Elsewhere before them on the line.
_PACKAGES: Final = re.compile(
    r"(?<![a-z])(?:nuget|npm|pip3?|maven|gradle|composer|dpkg|rpm|apt(?:-get)?|assembly|changelog|dependency|packages?|library)(?![a-z])"
)
_USER_AGENT: Final = re.compile(r"[A-Z][A-Za-z.-]*[a-z]/$")
_SUFFIX: Final = re.compile(
    r"-\d+\w*[a-z]|-(?:rc|beta|alpha|snapshot|release|final|ubuntu|deb|dev)|[+~]\w|[ ]?(?:eur|usd|chf|€)(?![a-z])|,[ ]?culture=",
    re.IGNORECASE,
)
_MASK_BEFORE: Final = re.compile(r"mask\w*[ \t\"':=]{0,4}$")
#: Right before an address: words that name one.
_ADDRESS: Final = re.compile(
    r"(?<![a-z])(?:ip(?:v4)?|\w{0,12}(?:[ ._-]?ip|[ ._-]?addr\w*)|adress\w*|adres\w*|from|host|client|src|source|dst|dest\w*|server|dns|resolver|nameserver|peer|remote|via|at|to|von|van|de|by)"
    r"[ \t\"'(\[:=>]{0,4}$"
)
_NEARBY: Final = 60
_SMALL: Final = 20
#: Versions seldom have a first number as large as this one.
_LARGE: Final = 128
#: Addresses from 255.0.0.0 on are masks: nobody has them (RFC 1112).
_NO_HOST: Final = 255


class Doubt(Enum):
    """How sure it is that the numbers are no address."""

    NONE = auto()
    POSSIBLE = auto()
    CERTAIN = auto()


def doubt(passage: Passage, begins: int, ends: int, value: IPv4Address, *, has_port: bool) -> Doubt:
    """Return the doubt about an address by the text around it."""
    line, text = passage.line(begins)[0], passage.text
    before, after = text[max(line, begins - _NEARBY) : begins], text[ends : ends + _NEARBY]
    lowered, groups = before.lower(), value.packed
    is_mask = groups[0] == _NO_HOST and value != IPv4Address("255.255.255.255")
    if has_port or is_mask:
        return Doubt.CERTAIN if is_mask else Doubt.NONE
    # No host has an address in 0.0.0.0/8 (RFC 6890).
    if (
        (groups[0] == 0 and any(groups))
        or _VERSION.search(lowered)
        or _USER_AGENT.search(before)
        or _SUFFIX.match(after)
    ):
        return Doubt.CERTAIN
    is_address, is_small = _ADDRESS.search(lowered), text[begins:ends] == str(value) and max(groups) <= _SMALL
    if _is_object(groups, lowered, after) or _FILE_OR_TELEPHONE.search(lowered):
        return Doubt.CERTAIN
    if is_small and (_SECTION.search(lowered) or (value.is_global and _is_change(lowered))):
        return Doubt.CERTAIN
    if _PROGRAM.search(lowered) or (_PACKAGES.search(lowered) and not is_address):
        return Doubt.CERTAIN if groups[0] < _LARGE else Doubt.POSSIBLE
    return Doubt.POSSIBLE if is_small and not is_address else Doubt.NONE


def _is_change(before: str) -> bool:
    """Whether the text before is a change of a version, and names no address."""
    change = _CHANGE.search(before)
    return change is not None and _OF_ADDRESS.search(change["what"]) is None


def _is_object(groups: bytes, before: str, after: str) -> bool:
    """Whether the numbers are an object identifier, such as `2.5.4.3` for `commonName`."""
    return tuple(groups[:3]) in _OBJECTS and bool(_OBJECT_NAME.match(after) or _OBJECT_WORD.search(before))
