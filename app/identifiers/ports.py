"""Ports and transport protocols that a log gives beside an address.

A port that names its side belongs to the address of that side: `src=… dst=… spt=… dpt=…`. A port without a side belongs to the
address right before it. A port that could be of the other end is not taken: a wrong source port names another subscriber.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

#: Words of a side, in log formats and in languages of the Union.
_SOURCE: Final = "source|src|orig(?:inator)?|client|remote|peer|attacker|foreign|quell|absender|bron|herkomst|origen|origem|sorgente|źródł\\w*|sursă"
_DESTINATION: Final = (
    "destination|dest|dst|target|server|resp(?:onder)?|local|ziel|doel|destino|destinazione|docelow\\w*|destinație"
)
_NAT: Final = "nat|xlate|xlated|translated|trans|post|mapped"
_SIDE: Final = re.compile(
    rf"(?<![a-z])(?P<nat>(?:{_NAT})[ ._-]?)?(?:(?P<source>{_SOURCE}|s|r|c|from)|(?P<destination>{_DESTINATION}|d|l|to)|(?(nat)(?=ip|addr)|(?!)))(?P<nat_after>[ ._-]?(?:nat|translated))?"
    r"(?=[ ._-]?(?:ip|addr\w*|adress\w*|adres\w*|network|net|host|h|v[46])?(?![a-z]))"
)
#: Words between the first and the last port of a block.
_UNTIL: Final = r"[-\u2010-\u2014~]|\.{2,3}|\u2026|->|\u2192|to|thru|through|until|till|bis(?: zu| einschlie[ßs]+lich)?|tot(?: en met)?|t/m|tem|à|au|jusqu['\u2019]?[àa]u?|do|hasta|até|al?"
_BETWEEN: Final = r"(?:(?P<between>between|tussen|zwischen|entre|tra|między)|from|van|von|vom|de|du|da|od)[ ]"
_RANGE: Final = rf"(?:{_BETWEEN})?(?P<port>\d{{1,6}})(?:[ ]?(?:{_UNTIL}|(?(between)(?:and|en|und|et|y|e|i)|(?!)))[ ]?(?P<until>\d{{1,5}}))?(?![\d.:]\d|\d|[A-Za-z])"
#: A field with a port: `spt=443`, `"src_port": 443`, `Quellport 443`, `port source : 443`, `Portbereich: 1024 bis 2047`.
_FIELD: Final = re.compile(
    rf"(?<![A-Za-z])(?P<nat>(?:{_NAT})[ ._-]?)?(?:ip[ ._-]?)?(?:(?P<source>{_SOURCE}|s|r|c)|(?P<destination>{_DESTINATION}|d|l))?(?P<nat_after>[ ._-]?(?:nat|translated))?[ ._-]?"
    r"(?:pt|p(?<=_p)|(?:port|poort|puerto|porta)(?:s|en|as|y)?)"
    r"(?:[ _-]?(?:range|block|bereich|bereik|numb?er|nummer|no|nr|bl[oö]c?ke?|(?:de |di |da )?(?:(?P<source_after>source|origine?|origen|origem|sorgente)"
    r"|(?P<destination_after>destination|destino|destinazione))))?"
    rf"(?:[\"']?[ \t]{{0,3}}[:=][ \t]{{0,3}}|[ \t]{{1,3}}|[\"']>)[\"'\[(]?{_RANGE}",
    re.IGNORECASE,
)
_PORT_COLUMN: Final = re.compile(
    rf"(?P<nat>(?:{_NAT})[ ._-]?)?(?:ip[ ._-]?)?(?:(?P<source>{_SOURCE}|s|r|c)|(?P<destination>{_DESTINATION}|d|l))?(?P<nat_after>[ ._-]?(?:nat|translated))?[ ._-]?"
    r"(?:pt|p|(?:port|poort|puerto|porta)(?:s|en)?)(?:[ _-]?(?:range|block|number|no|nr))?"
)
_PROTOCOLS: Final = {"6": "tcp", "17": "udp", "132": "sctp", "33": "dccp"}
_PROTOCOL_FIELD: Final = re.compile(
    r"(?<![a-z])(?:ip[ ._-]?)?(?:protocol|protokoll|protocole|protocolo|protocollo|protokół|proto|transport)(?:[ _-]?(?:id|name|number))?"
    r"(?:[\"']?[ \t]{0,3}[:=][ \t]{0,3}|[ \t]{1,3}|[\"']>)[\"'\[(]?(?P<name>tcp|udp|sctp|dccp|6|17|132|33)(?![\w.])",
    re.IGNORECASE,
)
_PROTOCOL_WORD: Final = re.compile(r"(?<![a-z0-9_.-])(?P<name>tcp|udp|sctp|dccp)[46]?(?![a-z0-9_.])", re.IGNORECASE)
#: Characters between an address and a port without a side that belongs to it.
_GAP: Final = 30
#: The label of an address is sought in as many characters before it.
_LABEL: Final = 40
#: Text between a port and an address after it of the same record: the name of the next field.
_NEXT_FIELD: Final = re.compile(r"[\"'\]),;\s]{1,4}[\w.-]{1,16}[\"']?[ ]?[:=][ ]?[\"'\[]?")
_BLOCK_OF: Final = re.compile(
    r"[\])\"',;\s]{0,3}(?:from|of|on|at|for|von|van|de|der|auf)?[ ]?(?:ip)?[ ]?", re.IGNORECASE
)
_OTHER_END: Final = re.compile(r"(?<![a-z])(?:to|listen\w*|server|service|auf|naar|vers)(?![a-z])")


@dataclass(frozen=True, slots=True)
class PortField:
    """A port that a text names.

    Attributes:
        begins: Offset of its name.
        ends: Offset after its last digit.
        side: `source` or `destination`, with `nat-` before it for a translated address; `None` if the text does not say.
        port: The port, or the first one of a block.
        until: The last port of a block.
    """

    begins: int
    ends: int
    side: str | None
    port: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands on its line, and the side that its label names."""

    begins: int
    ends: int
    side: str | None


def fields(text: str, begins: int, ends: int) -> list[PortField]:
    """Return the ports that a part of a text names, in their order."""
    return [
        PortField(
            *match.span(),
            _side_of(
                match, match["source"] or match["source_after"], match["destination"] or match["destination_after"]
            ),
            int(match["port"]),
            int(match["until"]) if match["until"] else None,
        )
        for match in _FIELD.finditer(text, begins, ends)
    ]


def side_before(text: str, line: int, at: int) -> str | None:
    """Return the side that the label right before an address names."""
    label = text[max(line, at - _LABEL) : at].lower().rstrip(" \t\"'=:[(>")
    found = None
    for match in _SIDE.finditer(label):
        if len(label) - match.end() <= len(" network address"):
            found = _side_of(match, match["source"], match["destination"])
    return found


def _side_of(match: re.Match[str], source: str | None, destination: str | None) -> str | None:
    side = "source" if source else "destination" if destination else None
    return f"nat-{side or 'source'}" if match["nat"] or match["nat_after"] else side


def protocol(text: str, begins: int, ends: int) -> str | None:
    """Return the transport protocol that a line names, if it names one only."""
    if _PROTOCOL_FIELD.search(text, begins, ends):
        return protocol_field(text, begins, ends)
    named = {_protocol(match["name"]) for match in _PROTOCOL_WORD.finditer(text, begins, ends)}
    return named.pop() if len(named) == 1 else None


def protocol_field(text: str, begins: int, ends: int) -> str | None:
    """Return the transport protocol that fields of a part of a text name, if they name one only."""
    named = {_protocol(match["name"]) for match in _PROTOCOL_FIELD.finditer(text, begins, ends)}
    return named.pop() if len(named) == 1 else None


def _protocol(name: str) -> str:
    return _PROTOCOLS.get(name, name.lower())


def assigned(text: str, places: Sequence[Place], found: Sequence[PortField]) -> dict[int, PortField]:
    """Return the port of each address of a line, by the place of the address in the list.

    Args:
        text: The text.
        places: The addresses of one line, in their order.
        found: The ports that the line names, in their order.
    """
    taken = dict[int, PortField]()
    for side in {one.side for one in found if one.side}:
        _assign_side(side, places, [one for one in found if one.side == side], taken)
    given = {one.begins for one in taken.values()}
    for one in found:
        if one.side in (None, "source") and one.begins not in given:
            _assign_near(text, places, one, taken)
    return taken


def _assign_side(side: str, places: Sequence[Place], found: Sequence[PortField], taken: dict[int, PortField]) -> None:
    """Give ports of a side to the addresses of that side: the first one after each address, else the one before it."""
    own = [at for at, place in enumerate(places) if place.side == side]
    if not own and side == "source" and len(places) == 1 and places[0].side is None:
        own = [0]
    starts = [one.begins for one in found]
    last = -1
    for index, place in enumerate(own):
        until = places[own[index + 1]].begins if index + 1 < len(own) else None
        after = bisect_left(starts, places[place].ends)
        chosen = after if after < len(found) and (until is None or starts[after] < until) else after - 1
        if chosen > last:
            taken[place] = found[chosen]
            last = chosen


def _assign_near(text: str, places: Sequence[Place], one: PortField, taken: dict[int, PortField]) -> None:
    """Give a port to the address right before it, or to the one right after it in the same record."""
    before = bisect_right(places, one.begins, key=lambda place: place.ends) - 1
    if before >= 0 and before not in taken and places[before].side in (None, "source", one.side):
        gap = text[places[before].ends : one.begins]
        if len(gap) <= _GAP and not (one.side is None and _OTHER_END.search(gap.lower())):
            taken[before] = one
            return
    after = bisect_left(places, one.ends, key=lambda place: place.begins)
    if after < len(places) and after not in taken:
        gap = text[one.ends : places[after].begins]
        is_block_of = gap == " of " or (one.until is not None and _BLOCK_OF.fullmatch(gap))
        if is_block_of or (len(gap) <= _GAP and _NEXT_FIELD.fullmatch(gap)):
            taken[after] = one


#: Names of columns with an address.
_ADDRESS_COLUMN: Final = re.compile(
    r"(?<![a-z])(?:ip(?:v[46])?|ip[ ._-]?addr\w*|addr(?:ess)?|adresse|orig_h|resp_h|host)(?![a-z])|ip$"
)
_COLUMN_NAME: Final = re.compile(r"[\s\"]*[^\W\d][\w .()/#-]{0,40}[\s\"]*")
_CELL: Final = re.compile(rf"[ \"]*{_RANGE}[ \"]*")
_MOST_COLUMNS: Final = 60


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a table in text, such as CSV: the separator, and the sides of its columns."""

    mark: str
    columns: int
    addresses: dict[int, str | None]
    ports: dict[int, str | None]


def header(line: str) -> Header | None:
    """Return the columns that a line names; `None` unless it names an address and a port."""
    if "port" not in (lowered := line.lower()):
        return None
    for mark in ("\t", ";", ",", "|"):
        names = lowered.split(mark)
        if not 1 < len(names) <= _MOST_COLUMNS or not all(_COLUMN_NAME.fullmatch(name) for name in names):
            continue
        ports = {
            at: _side_of(found, found["source"], found["destination"])
            for at, name in enumerate(names)
            if (found := _PORT_COLUMN.fullmatch(name.strip(' "')))
        }
        addresses = {
            at: side_before(f"{name} ", 0, len(name) + 1)
            for at, name in enumerate(names)
            if at not in ports and _ADDRESS_COLUMN.search(name.strip(' "'))
        }
        if ports and addresses:
            return Header(mark, len(names), addresses, ports)
    return None


def tables(text: str) -> list[tuple[int, Header]]:
    """Return the headers of tables in a text, with the offsets of their lines."""
    found, at = list[tuple[int, Header]](), 0
    for line in text.split("\n"):
        names = header(line)
        if names is not None:
            found.append((at, names))
        at += len(line) + 1
    return found


def cells(
    text: str, line: tuple[int, int], names: Header, places: Sequence[Place]
) -> dict[int, tuple[int, int | None]]:
    """Return the ports of the addresses in a row of a table, by the place of the address in the list."""
    row = text[line[0] : line[1]].rstrip("\r\n")
    parts = row.split(names.mark)
    if len(parts) != names.columns:
        return {}
    given = dict[int, tuple[int, int | None]]()
    for at, place in enumerate(places):
        column = row.count(names.mark, 0, place.begins - line[0])
        side = names.addresses.get(column, "")
        same = [port for port, of in names.ports.items() if of == side] or (
            list(names.ports) if len(names.ports) == len(names.addresses) == 1 else []
        )
        found = _CELL.fullmatch(parts[same[0]]) if len(same) == 1 and side != "" else None
        if found is not None:
            given[at] = (int(found["port"]), int(found["until"]) if found["until"] else None)
    return given


#: A port in the column after an address, as in the log of Zeek.
_COLUMN: Final = re.compile(r"(?:\t|[ ]{1,8}|[,;|])(?P<port>\d{1,5})(?:\t|[ ]{1,8}|[,;|])")
_LAST_COLUMN: Final = re.compile(r"(?:\t|[ ]{1,8}|[,;|])(?P<port>\d{1,5})(?=[\t ,;|\r\n]|$)")
#: A protocol and a port right after an address, as in `198.51.100.7 UDP/4500` or `198.51.100.7 (443/tcp)`.
_WITH_PROTOCOL: Final = re.compile(
    r"[ ,]?[ ]?[(\[]?(?:(?:tcp|udp|sctp|dccp)[ ]?[/:-]?[ ]?(?P<port>\d{1,5})|(?P<before>\d{1,5})[ ]?/[ ]?(?:tcp|udp|sctp|dccp))(?![\w./:])",
    re.IGNORECASE,
)
#: Words before the address of a server, whose port it then is. Other addresses have it if clients use it only (RFC 6335).
_SERVER: Final = re.compile(
    r"(?<![a-z])(?:endpoint|endpunkt|server|gateway|listen\w*|peer|c2|service|dienst|destination|dest|dst|target|ziel|doel|to|naar|nach|vers|-?>|\u2192)[ :=]{1,3}$"
)
_EPHEMERAL: Final = 49152
#: A block of ports right after an address. Blocks of a shared address have a multiple of 64 ports.
_BLOCK: Final = re.compile(
    r"[ ]{0,2}[ ,;|\t:(\[][ ]?[(\[]?(?P<port>\d{3,5})[ ]?[-\u2010-\u2014][ ]?(?P<until>\d{4,5})(?![\w.:/-])"
)
_LEAST_BLOCK: Final = 64
_SYSTEM_PORTS: Final = 1024
_PROXY: Final = re.compile(r"(?<!\w)PROXY (?:TCP|UDP)[46] $")
#: Ports in brackets after both addresses of a flow, as access lists of Cisco print them: `198.51.100.7(5060) -> 203.0.113.5(53)`.
_FLOW: Final = re.compile(r"\((?P<port>\d{1,5})\)(?:[ ]?\([^()\n]{1,60}\))?[ ]?(?:->|=>|\u2192)[ ]?")
_FLOW_END: Final = re.compile(r"\((?P<port>\d{1,5})\)")
#: Both ports in the columns after both addresses, with the protocol: firewalls of pfSense, flow logs of Amazon.
_PORTS: Final = re.compile(
    r"(?P<mark>[ ,\t])(?P<source>\d{1,5})(?P=mark)(?P<destination>\d{1,5})(?:(?P=mark)(?P<protocol>6|17)(?P=mark)|,\d{1,5}(?:,|$))"
)
#: Both ports after both addresses in the header of the PROXY protocol.
_PROXY_PORTS: Final = re.compile(r" (?P<source>\d{1,5}) (?P<destination>\d{1,5})(?!\w)")


def right_after(text: str, place: Place) -> tuple[int, int | None] | None:
    """Return the port with its protocol, or the block of ports, right after an address without another word."""
    block = _BLOCK.match(text, place.ends)
    if block is not None:
        port, until = int(block["port"]), int(block["until"])
        is_block = port >= _SYSTEM_PORTS and until > port and (until - port + 1) % _LEAST_BLOCK == 0
        return (port, until) if is_block else None
    one = _WITH_PROTOCOL.match(text, place.ends)
    if one is None:
        return None
    port = int(one["port"] or one["before"])
    is_server = _SERVER.search(text[max(0, place.begins - _LABEL) : place.begins].lower())
    return (port, None) if is_server or (port >= _EPHEMERAL and place.side != "destination") else None


def columns(text: str, places: Sequence[Place]) -> tuple[dict[int, tuple[int, int | None]], str | None]:
    """Return ports of two addresses in columns, and the protocol: each port after its address, or both after both."""
    if len(places) != 2:  # noqa: PLR2004 - a flow has two ends
        return {}, None
    source, destination = places
    between = text[source.ends : destination.begins]
    first, last = _COLUMN.fullmatch(between), _LAST_COLUMN.match(text, destination.ends)
    if first and last:
        return {0: (int(first["port"]), None), 1: (int(last["port"]), None)}, None
    first, last = _FLOW.fullmatch(between), _FLOW_END.match(text, destination.ends)
    if first and last:
        return {0: (int(first["port"]), None), 1: (int(last["port"]), None)}, None
    is_proxy = between == " " and _PROXY.search(text, max(0, source.begins - len("PROXY TCP4 ")), source.begins)
    pattern = _PROXY_PORTS if is_proxy else _PORTS
    both = pattern.match(text, destination.ends) if between in {" ", ",", "\t"} else None
    if both is None:
        return {}, None
    number = None if is_proxy else both["protocol"]
    return {0: (int(both["source"]), None), 1: (int(both["destination"]), None)}, _protocol(number) if number else None
