"""MAC addresses, domains, onion addresses and URLs.

Spellings that prevent a click are read too: `hxxp://`, `[.]`, `(.)`.
"""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address
from typing import Final
from urllib.parse import SplitResult, urlsplit

import idna

from app.identifiers import addresses, checksums, names
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage
from app.identifiers.software import Doubt
from app.identifiers.spelling import DOT, LABELS, TOP, refanged

_URL: Final = re.compile(
    r"(?<![A-Za-z0-9])(?P<scheme>h(?:tt|xx)ps?|s?fx?tps?|wss?|tftp|rt[ms]ps?|gopher|gemini|ircs?|ldaps?|smb|nntps?|git|svn|ssh)(?:\[?:\]?(?://|\\/\\/)|\[://\])(?P<rest>(?:(?![,;]{1,2}h(?:tt|xx)ps?\[?:)[^\s<>\"'`{}|\\^\u00ab\u00bb\u201c\u201d]|\\/){1,4096})",
    re.IGNORECASE,
)
_TRAILING: Final = ".,;:!?*_"
_PAIR: Final = "[0-9A-Fa-f]{2}"
_MAC: Final = re.compile(
    rf"(?<![\w:.-])(?:{_PAIR}(?P<mark>[:-])(?:{_PAIR}(?P=mark)){{4}}{_PAIR}(?![\w-]|:{_PAIR}(?!\w))"
    rf"|(?=[\d.]{{0,15}}[A-Fa-f]){_PAIR}(?:\.{_PAIR}){{5}}(?![\w-]|\.\w)"
    r"|[0-9A-Fa-f]{4}(?P<group>[.-])[0-9A-Fa-f]{4}(?P=group)[0-9A-Fa-f]{4}(?![\w-]|\.\w)|[0-9A-Fa-f]{6}-[0-9A-Fa-f]{6}(?![\w.-]))"
)
#: The addresses of receiver and sender before the type of a frame, as the firewall of Linux prints them.
_FRAME: Final = re.compile(
    rf"(?<!\w)MAC=(?P<receiver>{_PAIR}(?::{_PAIR}){{5}}):(?P<sender>{_PAIR}(?::{_PAIR}){{5}}):{_PAIR}:{_PAIR}(?![\w:])"
)
_MAC_LABELLED: Final = re.compile(
    r"(?<![a-z])(?:mac|bssid|hwaddr|(?:physical|hardware|ethernet|bluetooth)[ _-]addr(?:ess)?|bd_addr)(?:[ _-]?(?:addr(?:ess)?|adresse?|adres|id))?"
    r"[\"']?[ ]?[:= ][ ]?[\"']?(?P<digits>[0-9a-f]{12})(?![\w-])",
    re.IGNORECASE,
)
#: Six numbers without leading zeros, as BSD, macOS and Solaris print them, or pairs with another mark, after a word.
_MAC_SHORT: Final = re.compile(
    r"(?<![a-z])(?:at|ether|lladdr|mac|hwaddr)(?:[ _-]?addr(?:ess)?|[ _-]?adresse?)?[ ]?[:= ][ ]?(?P<short>[0-9a-f]{1,2}(?P<mark>[:. -])(?:[0-9a-f]{1,2}(?P=mark)){4}[0-9a-f]{1,2})(?![\w:-]|\.\w)",
    re.IGNORECASE,
)
_ONION: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?P<label>[a-z2-7]{{56}}|[a-z2-7]{{16}}){DOT}onion(?![\w-])", re.IGNORECASE
)
_DOMAIN: Final = re.compile(
    rf"(?:(?<=\*\.)|(?<![\w@.\]-]))(?P<domain>(?:_[\w-]{{1,62}}\.){{0,3}}{LABELS}(?P<top>{TOP}))(?![\w@(=-]|{DOT}[\w])",
    re.IGNORECASE,
)
_SERVICES: Final = re.compile(r"(?:_[A-Za-z0-9-]{1,62}\.){1,3}")
_OLD_ONION: Final = 16


def urls(passage: Passage) -> Iterator[Identifier]:
    """Return URLs (RFC 3986). Hosts that are IP or onion addresses are identifiers of their own inside them."""
    for match in _URL.finditer(passage.text):
        found = _trimmed(match[0])
        ends = match.start() + len(found)
        normalised = normalised_url(found)
        if normalised is not None and passage.is_free(match.start(), ends):
            cautions = (Caution.URL_ESCAPED,) if "\\/" in found or "&amp;" in found or not found.isascii() else ()
            yield Identifier(IdentifierKind.URL, found, normalised, match.start(), ends, cautions=cautions)
            yield from _host(passage, match.start("rest"), ends)
            passage.take_url(match.start(), ends)


def _host(passage: Passage, begins: int, ends: int) -> Iterator[Identifier]:
    begins = _host_begins(passage.text, begins, ends)
    address = addresses.at_host(passage, begins, ends)
    if address is not None:
        yield address
    match = _ONION.match(passage.text, begins, ends)
    if match is not None:
        yield onion_of(match)


def _host_begins(text: str, begins: int, ends: int) -> int:
    """Return where the host of a URL begins: after the user, or at the last two labels of an onion address."""
    authority = re.split(r"[/?#\\]", text[begins:ends], maxsplit=1)[0]
    at = begins + authority.rfind("@") + 1
    onion = _ONION.search(text, at, begins + len(authority))
    return onion.start() if onion else at


def _trimmed(url: str) -> str:
    """Return a URL without the punctuation of the sentence around it."""
    while url and (
        url[-1] in _TRAILING
        or (url[-1] == ")" and url.count(")") > url.count("("))
        or (url[-1] == "]" and url.count("]") > url.count("["))
    ):
        url = url[:-1]
    return url


def normalised_url(url: str) -> str | None:
    """Return a URL with its scheme and host in lower case and without brackets against clicks; `None` if it is none."""
    scheme, _, rest = url.replace("\\/", "/").partition("//")
    rest = rest.removeprefix("]")
    scheme = scheme.strip("[]:").lower().replace("hxxp", "http").replace("fxtp", "ftp")
    cut = next((at for at, one in enumerate(rest) if one in "/?#"), len(rest))
    authority = refanged(rest[:cut])
    try:
        parts = urlsplit(f"{scheme}://{authority}{rest[cut:]}")
        host, port = _normalised_host(parts), parts.port
    except ValueError:
        return None
    if host is None:
        return None
    user = authority.rpartition("@")
    return f"{scheme}://{user[0]}{user[1]}{host}{'' if port is None else f':{port}'}{rest[cut:]}"


def _normalised_host(parts: SplitResult) -> str | None:
    host = parts.hostname or ""
    if ":" in host:
        return f"[{IPv6Address(host.partition('%')[0])}]"
    try:
        return str(IPv4Address(host))
    except ValueError:
        return normalised_domain(host)


def macs(passage: Passage) -> Iterator[Identifier]:
    """Return MAC addresses (IEEE 802, EUI-48), in lower case with colons."""
    for match in _FRAME.finditer(passage.text):
        for name in ("receiver", "sender"):
            yield from _mac(passage, *match.span(name), is_labelled=True)
        passage.take(*match.span())
    for match in _MAC_LABELLED.finditer(passage.text):
        yield from _mac(passage, *match.span("digits"), is_labelled=True)
    for match in _MAC_SHORT.finditer(passage.text):
        yield from _mac(passage, *match.span("short"), is_labelled=True)
    for match in _MAC.finditer(passage.text):
        yield from _mac(passage, *match.span(), is_labelled="mac" in passage.before(match.start()))


def _mac(passage: Passage, begins: int, ends: int, *, is_labelled: bool) -> Iterator[Identifier]:
    """Return one address. Decimal digits only, or one digit only, can be another number."""
    if passage.is_free(begins, ends):
        passage.take(begins, ends)
        parts = re.split(r"[^0-9a-f]", passage.text[begins:ends].lower())
        digits = "".join(one.rjust(2, "0") for one in parts)
        pairs = ":".join(digits[at : at + 2] for at in range(0, len(digits), 2))
        unclear = len(set(digits)) == 1 or (digits.isdecimal() and not is_labelled)
        cautions = (Caution.KIND_UNCLEAR,) if unclear else ()
        yield Identifier(IdentifierKind.MAC, passage.text[begins:ends], pairs, begins, ends, cautions=cautions)


def onions(passage: Passage) -> Iterator[Identifier]:
    """Return onion addresses of version 3 (Tor rend-spec-v3) and the old version 2."""
    for match in _ONION.finditer(passage.text):
        if passage.is_free(*match.span()):
            passage.take(*match.span())
            yield onion_of(match)


def onion_of(match: re.Match[str]) -> Identifier:
    """Return the onion address of a match. Before another ending it is the name of a gateway to it."""
    label = match["label"].lower()
    old = len(label) == _OLD_ONION
    valid = None if old else checksums.onion_holds(label)
    cautions = (Caution.ONION_VERSION_2,) if old else () if valid else (Caution.CHECKSUM_WRONG,)
    if re.compile(r"\.\w").match(match.string, match.end()):
        cautions = (*cautions, Caution.KIND_UNCLEAR)
    scheme = "v2" if old else "v3"
    return Identifier(IdentifierKind.ONION, match[0], f"{label}.onion", *match.span(), scheme, valid, cautions)


def onion_in(text: str, begins: int, ends: int) -> Identifier | None:
    """Return the onion address that ends a span, such as the domain of an e-mail address."""
    match = next((one for one in _ONION.finditer(text, begins, ends) if one.end() == ends), None)
    return onion_of(match) if match else None


def domains(passage: Passage) -> Iterator[Identifier]:
    """Return domain names with a known top level (RFC 1035, IDNA 2008), in ASCII and lower case."""
    for match in _DOMAIN.finditer(passage.text):
        top, domain = match["top"], normalised_domain(refanged(match["domain"]))
        if domain is None or not (top.islower() or top.isupper()) or not passage.is_free(*match.span()):
            continue
        doubt = names.doubt(passage, match.start(), match.end(), domain)
        if doubt is not Doubt.CERTAIN:
            passage.take(*match.span())
            cautions = (Caution.KIND_UNCLEAR,) if doubt is Doubt.POSSIBLE else ()
            if passage.text.startswith("*.", match.start() - 2):
                cautions = (*cautions, Caution.DOMAIN_WILDCARD)
            yield Identifier(IdentifierKind.DOMAIN, match[0], domain, *match.span(), cautions=cautions)


def normalised_domain(domain: str) -> str | None:
    """Return a domain name in ASCII and lower case; `None` if it is none.

    Labels of services begin with `_` (RFC 8552).
    """
    services = _SERVICES.match(domain)
    name = domain[services.end() :] if services else domain
    try:
        encoded = idna.encode(name.rstrip("."), uts46=True).decode().lower()
    except (idna.IDNAError, UnicodeError):
        return None
    return f"{services[0].lower()}{encoded}" if services else encoded
