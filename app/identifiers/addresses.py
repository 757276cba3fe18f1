"""IP addresses with port, protocol and time."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from itertools import groupby
from typing import Final

from app.identifiers import ports, software
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage
from app.identifiers.ports import Header, Place
from app.identifiers.software import Doubt
from app.identifiers.spelling import DOT, refanged

_PORT: Final = (
    r"[:#](?P<port>\d{1,6})(?:[-\u2013](?P<until>\d{1,5})(?![\w.:-]))?(?![\w:])|/(?P<slash>\d{1,6})(?![\w/])"
    r"|\.(?P<dump>\d{1,5})(?=[ ]>[ ]|:(?!\S))"
)
_IPV4: Final = re.compile(
    rf"(?<![\w.+])(?<!\d\])(?P<open>\[)?(?P<address>\d{{1,3}}(?:{DOT}\d{{1,3}}){{3}})"
    rf"(?(open)(?:\]:(?P<port_open>\d{{1,6}})(?![\w:]))?|(?:{_PORT})?)(?!\w|{DOT}\w)",
    re.IGNORECASE,
)
_IPV6: Final = re.compile(
    r"(?<![\w:.%])(?P<label>[A-Za-z_-]{0,20}[g-z_][A-Za-z_0-9-]{0,20}:)?"
    r"(?P<open>\[)?(?P<address>(?:[0-9A-Fa-f]{0,4}:){2,8}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{0,4}))"
    rf"(?:%[\w.-]{{1,15}})?(?(open)\](?::(?P<port_open>\d{{1,6}})(?!\d))?|(?:{_PORT})?)(?![\w:]|\.\d)",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(r"%(?:ASA|FTD|PIX|FWSM)-|(?:\.\d{1,3}|:[0-9A-Fa-f]{1,4})/(?P<port>\d{2,6})(?![\w/.])")
_PAIRS: Final = re.compile(r"(?:[0-9a-f]{2}:){7}[0-9a-f]{2}", re.IGNORECASE)
#: The next lines of a record in which the port of an address is sought, as in a form or an event of Windows.
_LINES_OF_A_RECORD: Final = 5
_ANY_ADDRESS: Final = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{1,4}(?![\w:])"
)
_FEW_COLONS: Final = 3
_MOST_PORT: Final = 65535
_BITS: Final = 128
_VERSION_4: Final = 4
#: Addresses of examples (RFC 5737, RFC 3849, RFC 9637): not public, but nobody uses them by mistake.
_EXAMPLES: Final = tuple(
    ip_network(one) for one in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20")
)


@dataclass(frozen=True, slots=True)
class _Address:
    """An address as it stands in the text, before its line is read."""

    begins: int
    ends: int
    value: IPv4Address | IPv6Address
    prefix: str | None
    port: int | None
    until: int | None
    cautions: tuple[Caution, ...]


def addresses(passage: Passage) -> Iterator[Identifier]:
    """Return IPv4 and IPv6 addresses with port, protocol and time (RFC 791, 4291; spelling of RFC 5952)."""
    found, slashed = list[_Address](), _lines_with_slashed_ports(passage)
    for pattern in (_IPV4, _IPV6):
        for match in pattern.finditer(passage.text):
            begins = match.end("label") if match.re is _IPV6 and match["label"] else match.start()
            if passage.is_free(begins, match.end()):
                has_ports = passage.line(begins)[0] in slashed
                one = _read(passage, match, begins, has_slashed_ports=has_ports)
                if one is not None:
                    passage.take(one.begins, one.ends)
                    found.append(one)
    found.sort(key=lambda one: one.begins)
    headers = ports.tables(passage.text)
    for line, group in groupby(found, key=lambda one: passage.line(one.begins)):
        above = bisect_right(headers, line[0], key=lambda one: one[0]) - 1
        yield from _of_line(passage, line, list(group), headers[above][1] if above >= 0 else None)


def at_host(passage: Passage, begins: int, ends: int) -> Identifier | None:
    """Return the address that is the host of a URL."""
    for pattern in (_IPV4, _IPV6):
        match = pattern.match(passage.text, begins, ends)
        one = _read(passage, match, begins, has_slashed_ports=False) if match else None
        if one is not None:
            return _identifier(passage, one, (one.port, one.until), None)
    return None


def _lines_with_slashed_ports(passage: Passage) -> set[int]:
    """Return the beginnings of lines in which digits after a slash are ports, as firewalls of Cisco and Juniper write them."""
    return {
        passage.line(match.start())[0]
        for match in _SLASHED.finditer(passage.text)
        if match["port"] is None or int(match["port"]) > _BITS
    }


def _read(passage: Passage, match: re.Match[str], begins: int, *, has_slashed_ports: bool) -> _Address | None:
    text, spelled, ends = passage.text, refanged(match["address"]), match.end()
    cautions = list[Caution]()
    if match.re is _IPV4:
        plain = ".".join(str(int(group)) for group in spelled.split("."))
        cautions += [Caution.IP_LEADING_ZEROS] if plain != spelled else []
        spelled = plain
    elif _is_name(spelled):
        return None
    try:
        value = ip_address(spelled)
    except ValueError:
        return None
    if isinstance(value, IPv6Address) and _is_arithmetic(value, spelled):
        return None
    if isinstance(value, IPv6Address) and value.ipv4_mapped:
        value = value.ipv4_mapped
    if match["dump"] and not (text.startswith(" > ", ends) or text.endswith("> ", 0, begins)):
        return None
    port, prefix = match["port"] or match["port_open"] or match["dump"], match["slash"]
    if prefix and (has_slashed_ports or int(prefix) > value.max_prefixlen):
        port, prefix = prefix, None
    if isinstance(value, IPv4Address) and match.re is _IPV4:
        doubt = software.doubt(passage, begins, ends, value, has_port=port is not None)
        if doubt is Doubt.CERTAIN:
            return None
        cautions += [Caution.KIND_UNCLEAR] if doubt is Doubt.POSSIBLE else []
    until = int(match["until"]) if match["until"] else None
    return _Address(begins, ends, value, prefix, int(port) if port else None, until, tuple(cautions))


def _is_name(spelled: str) -> bool:
    """Whether text with colons is rather a name in a program (`a::b`), or the number of a device (EUI-64)."""
    is_word = not any(character.isdigit() for character in spelled) and spelled.count(":") <= _FEW_COLONS
    return is_word or _PAIRS.fullmatch(spelled) is not None


def _is_arithmetic(value: IPv6Address, spelled: str) -> bool:
    """Whether decimal numbers and colons are rather a slice, a ratio or hours: the address would be in a reserved block."""
    return value.is_reserved and not value.is_loopback and re.fullmatch(r"[\d:]+", spelled) is not None


def _of_line(
    passage: Passage, line: tuple[int, int], found: list[_Address], header: Header | None
) -> Iterator[Identifier]:
    text = passage.text
    places = [Place(one.begins, one.ends, ports.side_before(text, line[0], one.begins)) for one in found]
    given, protocol = dict[int, tuple[int, int | None]](), ports.protocol(text, *line)
    if any(one.port is None and one.prefix is None for one in found):
        given, of_columns = ports.columns(text, places)
        beside = {at: ports.right_after(text, place) for at, place in enumerate(places)}
        given |= {at: found_ for at, found_ in beside.items() if found_ is not None}
        protocol = protocol or of_columns
        given |= ports.cells(text, line, header, places) if header else {}
        named = ports.fields(text, *line)
        given |= {at: (one.port, one.until) for at, one in ports.assigned(text, places, named).items()}
        if not given and len(places) == 1:
            given = _of_next_lines(passage, line, places[0])
            protocol = protocol or (_protocol_of_next_lines(passage, line) if given else None)
    for at, one in enumerate(found):
        own = (one.port, one.until) if one.port is not None or one.prefix else given.get(at, (None, None))
        yield _identifier(passage, one, own, protocol)


def _of_next_lines(passage: Passage, line: tuple[int, int], place: Place) -> dict[int, tuple[int, int | None]]:
    """Return the port that a line after the address names at its beginning: in a form, or in an event of Windows."""
    text, is_of_other = passage.text, False
    for _ in range(_LINES_OF_A_RECORD):
        if line[1] >= len(text):
            break
        line = passage.line(line[1])
        if not text[line[0] : line[1]].strip():
            break
        other = _ANY_ADDRESS.search(text, *line)
        if other is not None:
            if ports.side_before(text, line[0], other.start()) in (None, place.side):
                break
            is_of_other = True
        for one in ports.fields(text, *line)[:1]:
            starts_line = not any(character.isalnum() for character in text[line[0] : one.begins])
            is_near = not is_of_other and {one.side, place.side} <= {None, "source"}
            if starts_line and (one.side == place.side or is_near):
                return {0: (one.port, one.until)}
    return {}


def _protocol_of_next_lines(passage: Passage, line: tuple[int, int]) -> str | None:
    """Return the protocol that a field on a line after the address names, before an empty line or another address."""
    for _ in range(_LINES_OF_A_RECORD):
        if line[1] >= len(passage.text):
            break
        line = passage.line(line[1])
        is_empty = not passage.text[line[0] : line[1]].strip()
        if is_empty or _ANY_ADDRESS.search(passage.text, *line):
            break
        if found := ports.protocol_field(passage.text, *line):
            return found
    return None


def _identifier(
    passage: Passage, one: _Address, ports_: tuple[int | None, int | None], protocol: str | None
) -> Identifier:
    (port, until), span = ports_, (one.begins, one.ends)
    cautions = [caution for caution in one.cautions if caution is not Caution.KIND_UNCLEAR or port is None]
    prefix = _network(one)
    cautions += _port_cautions(port, until, is_range=prefix is not None)
    if not one.value.is_global and not any(one.value in example for example in _EXAMPLES):
        cautions.append(Caution.IP_NOT_PUBLIC)
    moment = passage.moment(*span)
    cautions += moment.cautions if moment else (Caution.IP_WITHOUT_TIME,)
    is_possible = port is not None and 0 < port <= _MOST_PORT
    return Identifier(
        IdentifierKind.IP,
        passage.text[one.begins : one.ends],
        prefix or str(one.value),
        *span,
        scheme="IPv4" if one.value.version == _VERSION_4 else "IPv6",
        cautions=tuple(cautions),
        port=port if is_possible else None,
        port_until=until if is_possible and until and port is not None and port < until <= _MOST_PORT else None,
        protocol=protocol,
        at=moment.at if moment else None,
        zone=moment.zone if moment else None,
        zone_candidates=moment.zone_candidates if moment else (),
    )


def _network(one: _Address) -> str | None:
    return str(ip_network(f"{one.value}/{one.prefix}", strict=False)) if one.prefix else None


def _port_cautions(port: int | None, until: int | None, *, is_range: bool) -> Iterator[Caution]:
    if is_range:
        yield Caution.IP_RANGE
    elif port is None:
        yield Caution.IP_WITHOUT_PORT
    elif not 0 < port <= _MOST_PORT or (until is not None and not port < until <= _MOST_PORT):
        yield Caution.PORT_IMPOSSIBLE
