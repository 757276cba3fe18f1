"""Numbers of autonomous systems (RFC 4271, RFC 6793), in plain and dotted spelling (RFC 5396)."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

_DOTTED: Final = r"\d{1,5}\.\d{1,5}(?![\w.])"
_END: Final = r"(?![\w-]|[.:]\d)"
_GLUED: Final = re.compile(rf"(?<![\w./-])(?:AS|as)(?P<number>{_DOTTED}|\d{{1,10}}{_END})", re.ASCII)
#: Capitals with a space can also be the name of a standard or the form of a company (`AS 9100`, `Energi AS 2019`).
_SPACED: Final = re.compile(rf"(?<![\w./-])AS[ ](?P<number>\d{{3,10}}){_END}", re.ASCII)
#: `AS 96799` is the post code of American Samoa; a company in Norway has four digits and a town after its form.
_POST_CODE: Final = re.compile(r"(?<![\w./-])AS[ ](?:96799(?!\d)|(?<=[\wæøå.&)] AS )\d{4}[ ][A-ZÆØÅ])", re.ASCII)
#: In the path or the query of a URL.
_IN_URL: Final = re.compile(r"(?<=[/=])ASN?/?(?P<number>\d{1,10})(?![\w.-])", re.IGNORECASE)
#: The host and the folders of a URL without a scheme, before the number.
_HOST: Final = re.compile(r"(?<![\w.-])(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}/(?:[\w-]{1,40}/){0,4}$")
#: A cell of a table, and names of columns with such numbers.
_CELL: Final = re.compile(r"(?<![^\n\t;,|\"])[ ]{0,4}(?P<number>\d{1,10})(?=[ ]{0,4}(?:[\t;,|\"\r\n]|$))")
_COLUMN: Final = re.compile(
    r"(?:(?:src|dst|source|destination|origin|peer|remote|local)[ _.-]?)?as(?:n|[ _-]?(?:num(?:ber)?|no|nr))?|autonomous[ _]system(?:[ _]number)?"
)
_LABELLED: Final = re.compile(
    r"(?<![a-z0-9])(?:asn(?!\d{1,2}(?!\d))|as[ _-]?(?:num(?:ber)?|nummer|no|nr)|aut-num|origin(?:[ _-]?as)?|(?:remote|local|peer|external|internal|source|src|dest|destination|dst|peer_src|peer_dst|neighbor|customer|transit)[ _-]as"
    r"|router bgp|autonomous[ -]system(?:[ -]number)?|autonoom systeem|autonomes system|syst[èe]me autonome|sistema aut[óo]nomo|sistema autonomo)"
    rf"[\"']?[ \t]{{0,16}}[:=#]?[ \t]{{0,16}}[\"']?(?:ASN?[ ]?)?(?P<number>{_DOTTED}|\d{{1,10}}{_END})",
    re.IGNORECASE,
)
#: `as 64496` in small letters, in the configuration of a router.
_CONFIGURED: Final = re.compile(rf"(?<![\w./-])as[ ](?P<number>\d{{3,10}}){_END}", re.ASCII)
_ROUTING: Final = re.compile(r"(?<![a-z])(?:neighbou?r|bgp|peer|(?:remote|local)[ -]as)(?![a-z])")
_PATH: Final = re.compile(
    r"(?<![a-z])as[ _-]?path[\"']?[ ]?[:=]?[ ]?[\"'\[]?(?P<numbers>\d{1,10}(?:[ ,]{1,2}\d{1,10}){1,40})", re.IGNORECASE
)
#: The answer of a look-up by address: number, address and other columns between bars.
_ROW: Final = re.compile(
    r"^(?:[^|\n]{0,80}\")?[ \t]{0,8}(?P<number>\d{1,10})[ \t]{0,12}\|[ \t]{0,4}(?:\d{1,3}\.){3}\d{1,3}|^[ \t]{0,8}(?P<number_6>\d{1,10})[ \t]{0,12}\|[ \t]{0,4}[0-9a-f]{1,4}:[0-9a-f:]{2,40}",
    re.MULTILINE | re.IGNORECASE,
)
_ROW_HEAD: Final = re.compile(r"^[ \t]{0,8}ASN?[ \t]{0,12}\|[ \t]{0,8}(?:IP|BGP)", re.MULTILINE)
_MOST: Final = 2**32 - 2
#: IANA has given out numbers below this one, and those for private use from the second one on (RFC 6996).
_GIVEN: Final = 500_000
_PRIVATE: Final = 4_200_000_000
#: Shorter numbers after `AS` are also names of protocols, machines and products, such as AS2 and AS400.
_FEW: Final = 1000
_FEW_SPACED: Final = 10_000


def systems(passage: Passage) -> Iterator[Identifier]:
    """Return numbers of autonomous systems, as `AS` and a decimal number."""
    text = passage.text
    for match in _PATH.finditer(text):
        for number in re.finditer(r"\d+", match["numbers"]):
            begins = match.start("numbers") + number.start()
            yield from _system(passage, begins, begins + len(number[0]), number[0], is_clear=True)
    for match in _LABELLED.finditer(text):
        yield from _system(passage, *match.span(), match["number"], is_clear=True)
    for match in _GLUED.finditer(text):
        is_clear = (
            "." not in match["number"] and int(match["number"]) >= _FEW and text[match.end() : match.end() + 1] != ":"
        )
        yield from _system(passage, *match.span(), match["number"], is_clear=is_clear)
    yield from _in_urls_and_tables(passage)
    for match in _SPACED.finditer(text):
        if _POST_CODE.match(text, match.start()) is None:
            yield from _system(passage, *match.span(), match["number"], is_clear=int(match["number"]) >= _FEW_SPACED)
    for match in _CONFIGURED.finditer(text):
        if _ROUTING.search(passage.before(match.start())):
            yield from _system(passage, *match.span(), match["number"], is_clear=True)


def _in_urls_and_tables(passage: Passage) -> Iterator[Identifier]:
    text = passage.text
    for match in _IN_URL.finditer(text):
        if not passage.is_free(*match.span()) or _HOST.search(passage.before(match.start())):
            yield from _system(passage, *match.span(), match["number"], is_clear=True)
    for match in _CELL.finditer(text):
        if (column := passage.column(match.start("number"))) and _COLUMN.fullmatch(column):
            yield from _system(passage, *match.span("number"), match["number"], is_clear=True)
    heads = [match.start() for match in _ROW_HEAD.finditer(text)]
    for match in _ROW.finditer(text):
        name = "number" if match["number"] else "number_6"
        yield from _system(passage, *match.span(name), match[name], is_clear=bool(heads) and heads[0] < match.start())


def _system(passage: Passage, begins: int, ends: int, spelled: str, *, is_clear: bool) -> Iterator[Identifier]:
    high, _, low = spelled.rpartition(".")
    number = int(high or 0) * 65536 + int(low)
    is_dotted = not high or max(int(high), int(low)) < 65536  # noqa: PLR2004 - each half has 16 bits
    if 0 < number <= _MOST and is_dotted and passage.is_open(begins, ends):
        passage.take(begins, ends)
        is_given = number < _GIVEN or number >= _PRIVATE
        cautions = () if is_clear and is_given else (Caution.KIND_UNCLEAR,)
        found = passage.text[begins:ends]
        yield Identifier(IdentifierKind.ASN, found, f"AS{number}", begins, ends, cautions=cautions)
