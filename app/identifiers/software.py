"""Whether four numbers with dots are a version, a section or an amount rather than an IPv4 address."""

import re
from enum import Enum, auto
from ipaddress import IPv4Address
from typing import Final

from app.identifiers.passage import Passage

#: Right before the numbers: words for versions and for parts of a text, in languages of the Union; names of programs.
_VERSION: Final = re.compile(
    r"(?<![a-zà-ÿ])(?:(?:(?:assembly|file|product|app|client|server|os|software)?version|versión|versione|versie|versão|verze|verzió|wersja|firmware"
    r"|release|revision|upgrade|update|build)\w*|vers?|v|rel|rev|fw|patch"
    r"|§{1,2}|sect(?:ion|\.)?|chapter|chap\.|clause|article|art\.|annex|figure|fig\.|table|abschnitt|kapitel|ziffer|ziff\.|anlage"
    r"|paragraaf|hoofdstuk|artikel|chapitre|annexe|capítulo|capitolo|rozdział|oid|rechnung|invoice|facture|eur|usd|chf|[€$£])"
    r"(?:[ ](?:is|no\.?|nr\.?|number|from|to|of))?[ \t\"'(:=#>/]{0,4}$"
)
_PROGRAM: Final = re.compile(
    r"(?<![a-z])(?:openssl|openssh|chrom(?:e|ium)|firefox|safari|edge|opera|java|jdk|jre|python|php|ruby|perl|node(?:\.?js)?|kernel|android|ios"
    r"|ipados|macos|acrobat|reader|flash|silverlight|(?:\.|dot)net|framework|office|thunderbird|outlook|teamviewer|anydesk|vlc|winrar|7-?zip"
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
    is_address = _ADDRESS.search(lowered)
    if _PROGRAM.search(lowered) or (_PACKAGES.search(lowered) and not is_address):
        return Doubt.CERTAIN if groups[0] < _LARGE else Doubt.POSSIBLE
    is_small = text[begins:ends] == str(value) and max(groups) <= _SMALL
    return Doubt.POSSIBLE if is_small and not is_address else Doubt.NONE
