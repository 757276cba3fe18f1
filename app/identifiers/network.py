"""IP and MAC addresses, domains, onion addresses, URLs and e-mail addresses.

Spellings that prevent a click are read too: `hxxp://`, `[.]`, `(.)`, `[at]`, `(at)`.
"""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import SplitResult, urlsplit

import idna

from app.identifiers import checksums
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage
from app.identifiers.top_level import FILE_ENDINGS, TOP_LEVEL

_DOT: Final = r"(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\))"
_DEFANGED_DOT: Final = re.compile(r"\[\.\]|\(\.\)|\[dot\]|\(dot\)", re.IGNORECASE)
_LABELS: Final = rf"(?:[^\W_](?:[\w-]{{0,62}}){_DOT}){{1,8}}"

_URL: Final = re.compile(
    r"(?<![A-Za-z0-9])(?P<scheme>h(?:tt|xx)ps?|fx?tp|wss?)\[?:\]?//(?P<rest>[^\s<>\"'`{}|\\^\u00ab\u00bb\u201c\u201d]{1,4096})",
    re.IGNORECASE,
)
_TRAILING: Final = ".,;:!?*_"
_EMAIL: Final = re.compile(
    rf"(?<![\w.%+@-])(?P<local>[^\W_][\w.%+-]{{0,63}})(?:@|\[at\]|\(at\)|\[@\])(?P<domain>{_LABELS}(?:xn--[\w-]{{1,59}}|[^\W\d_]{{2,24}}))"
    r"(?![\w@-])",
    re.IGNORECASE,
)
_MAC: Final = re.compile(
    r"(?<![\w:.-])(?:[0-9A-Fa-f]{2}(?P<mark>[:-])(?:[0-9A-Fa-f]{2}(?P=mark)){4}[0-9A-Fa-f]{2}(?![\w:-])"
    r"|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w.-]))"
)
_PORT_AFTER: Final = (
    r"(?:[\"']?[,;]?[ ]?[\"']?(?:(?:source|src|destination|dest|dst|client|remote|peer)[ _-]?)?port[\"']?[ ]?[=: ][ ]?[\"']?"
    r"(?P<port_word>\d{1,6})(?!\d)|[ ,;]{1,2}s(?:rc_?)?po?r?t=\"?(?P<port_key>\d{1,6})(?!\d))?"
)
_IPV4: Final = re.compile(
    rf"(?<![\w.])(?<!\d\])(?P<open>\[)?(?P<address>\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}})"
    rf"(?(open)(?:\]:(?P<port_open>\d{{1,6}})(?![\w:]))|(?:(?P<prefix>/\d{{1,2}})(?![\w/])|:(?P<port>\d{{1,6}})(?![\w:]))?)"
    rf"(?!\w|{_DOT}\d)" + _PORT_AFTER,
    re.IGNORECASE,
)
_IPV6: Final = re.compile(
    r"(?<![\w:.%])(?P<open>\[)?(?P<address>(?:[0-9A-Fa-f]{0,4}:){2,8}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{0,4}))"
    r"(?:%[\w.-]{1,15})?(?(open)\](?::(?P<port>\d{1,6})(?!\d))?|(?P<prefix>/\d{1,3}(?!\d))?)(?![\w:]|\.\d)"
    + _PORT_AFTER,
    re.IGNORECASE,
)
_ONION: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?P<label>[a-z2-7]{{56}}|[a-z2-7]{{16}}){_DOT}onion(?![\w-])", re.IGNORECASE
)
_DOMAIN: Final = re.compile(
    rf"(?<![\w@.\]-])(?P<domain>{_LABELS}(?P<top>xn--[\w-]{{1,59}}|[^\W\d_]{{2,24}}))(?![\w@(=-]|{_DOT}[\w])",
    re.IGNORECASE,
)
_OLD_ONION: Final = 16
_FEW_COLONS: Final = 3
_MOST_PORT: Final = 65535
#: Addresses of examples (RFC 5737, RFC 3849, RFC 9637): not public, but nobody uses them by mistake.
_EXAMPLES: Final = tuple(
    ip_network(one) for one in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20")
)


def urls(passage: Passage) -> Iterator[Identifier]:
    """Return URLs (RFC 3986). Hosts that are IP or onion addresses are identifiers of their own inside them."""
    for match in _URL.finditer(passage.text):
        found = _trimmed(match[0])
        ends = match.start() + len(found)
        normalised = normalised_url(found)
        if normalised is not None and passage.is_free(match.start(), ends):
            yield Identifier(IdentifierKind.URL, found, normalised, match.start(), ends)
            yield from _host(passage, match.start("rest"), ends)
            passage.take(match.start(), ends)


def _host(passage: Passage, begins: int, ends: int) -> Iterator[Identifier]:
    for pattern, read in ((_IPV4, _address), (_IPV6, _address), (_ONION, _onion)):
        match = pattern.match(passage.text, _host_begins(passage.text, begins, ends), ends)
        one = read(passage, match) if match else None
        if one is not None:
            yield one


def _host_begins(text: str, begins: int, ends: int) -> int:
    """Return where the host of a URL begins: after the user, or at the last two labels of an onion address."""
    authority = re.split(r"[/?#]", text[begins:ends], maxsplit=1)[0]
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
    scheme, _, rest = url.partition("//")
    scheme = scheme.strip("[]:").lower().replace("hxxp", "http").replace("fxtp", "ftp")
    cut = next((at for at, one in enumerate(rest) if one in "/?#"), len(rest))
    authority = _refanged(rest[:cut])
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


def emails(passage: Passage) -> Iterator[Identifier]:
    """Return e-mail addresses (RFC 5321, without quoted local parts), in lower case."""
    for match in _EMAIL.finditer(passage.text):
        domain = normalised_domain(_refanged(match["domain"]))
        local = match["local"]
        if domain is None or local.endswith(".") or ".." in local or not passage.is_free(*match.span()):
            continue
        passage.take(*match.span())
        yield Identifier(IdentifierKind.EMAIL, match[0], f"{local.lower()}@{domain}", *match.span())


def macs(passage: Passage) -> Iterator[Identifier]:
    """Return MAC addresses (IEEE 802, EUI-48), in lower case with colons."""
    for match in _MAC.finditer(passage.text):
        if passage.is_free(*match.span()):
            passage.take(*match.span())
            digits = re.sub(r"[^0-9a-f]", "", match[0].lower())
            pairs = ":".join(digits[at : at + 2] for at in range(0, len(digits), 2))
            yield Identifier(IdentifierKind.MAC, match[0], pairs, *match.span())


def addresses(passage: Passage) -> Iterator[Identifier]:
    """Return IPv4 and IPv6 addresses (RFC 791, RFC 4291; IPv6 in the spelling of RFC 5952), with port and time."""
    for pattern in (_IPV4, _IPV6):
        for match in pattern.finditer(passage.text):
            if passage.is_free(*match.span()):
                one = _address(passage, match)
                if one is not None:
                    passage.take(*match.span())
                    yield one


def _address(passage: Passage, match: re.Match[str]) -> Identifier | None:
    spelled = _refanged(match["address"])
    cautions = list[Caution]()
    if match.re is _IPV4:
        groups = [str(int(group)) for group in spelled.split(".")]
        if ".".join(groups) != spelled:
            spelled = ".".join(groups)
            cautions.append(Caution.IP_LEADING_ZEROS)
    elif not any(character.isdigit() for character in spelled) and spelled.count(":") <= _FEW_COLONS:
        return None  # `a::b` is rather a name in a program
    try:
        address = ip_address(spelled)
        network = ip_network(f"{spelled}{match['prefix']}", strict=False) if match["prefix"] else None
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    port = next((int(one) for name, one in match.groupdict().items() if one and name.startswith("port")), None)
    cautions += _port_cautions(port, is_range=network is not None)
    if not address.is_global and not any(address in example for example in _EXAMPLES):
        cautions.append(Caution.IP_NOT_PUBLIC)
    moment = passage.moment(*match.span())
    cautions += moment.cautions if moment else (Caution.IP_WITHOUT_TIME,)
    return Identifier(
        IdentifierKind.IP,
        match[0],
        str(network or address),
        *match.span(),
        scheme="IPv4" if isinstance(address, IPv4Address) else "IPv6",
        cautions=tuple(cautions),
        port=port if port and port <= _MOST_PORT else None,
        at=moment.at if moment else None,
        zone=moment.zone if moment else None,
        zone_candidates=moment.zone_candidates if moment else (),
    )


def _port_cautions(port: int | None, *, is_range: bool) -> Iterator[Caution]:
    if is_range:
        yield Caution.IP_RANGE
    elif port is None:
        yield Caution.IP_WITHOUT_PORT
    elif not 0 < port <= _MOST_PORT:
        yield Caution.PORT_IMPOSSIBLE


def onions(passage: Passage) -> Iterator[Identifier]:
    """Return onion addresses of version 3 (Tor rend-spec-v3) and the old version 2."""
    for match in _ONION.finditer(passage.text):
        if passage.is_free(*match.span()):
            passage.take(*match.span())
            yield _onion(passage, match)


def _onion(_: Passage, match: re.Match[str]) -> Identifier:
    label = match["label"].lower()
    old = len(label) == _OLD_ONION
    valid = None if old else checksums.onion_holds(label)
    cautions = (Caution.ONION_VERSION_2,) if old else () if valid else (Caution.CHECKSUM_WRONG,)
    scheme = "v2" if old else "v3"
    return Identifier(IdentifierKind.ONION, match[0], f"{label}.onion", *match.span(), scheme, valid, cautions)


def domains(passage: Passage) -> Iterator[Identifier]:
    """Return domain names with a known top level (RFC 1035, IDNA 2008), in ASCII and lower case."""
    for match in _DOMAIN.finditer(passage.text):
        top, domain = match["top"], normalised_domain(_refanged(match["domain"]))
        if domain is None or not (top.islower() or top.isupper()) or not passage.is_free(*match.span()):
            continue
        ending = domain.rpartition(".")[2]
        if ending in TOP_LEVEL:
            passage.take(*match.span())
            unclear = ending in FILE_ENDINGS and domain.count(".") == 1
            cautions = (Caution.KIND_UNCLEAR,) if unclear else ()
            yield Identifier(IdentifierKind.DOMAIN, match[0], domain, *match.span(), cautions=cautions)


def normalised_domain(domain: str) -> str | None:
    """Return a domain name in ASCII and lower case; `None` if it is none."""
    try:
        return idna.encode(domain.rstrip("."), uts46=True).decode().lower()
    except (idna.IDNAError, UnicodeError):
        return None


def _refanged(text: str) -> str:
    return _DEFANGED_DOT.sub(".", text)
