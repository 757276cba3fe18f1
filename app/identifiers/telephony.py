"""Telephone numbers (ITU-T E.164), in the spellings of the countries of the Union and in `tel:` URIs (RFC 3966)."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

_SPACE: Final = "[ \u00a0\u202f]"
_GAP: Final = rf"(?:{_SPACE}?[().\-/\u2010-\u2013]{_SPACE}?|{_SPACE})"
_INTERNATIONAL: Final = re.compile(
    rf"(?:(?<![\w+./-])\+|(?<![\w+.:/-])00)[ ]?(?P<number>[1-9](?:\(0\)|{_GAP}?\(0\)|{_GAP}?[()]?\d){{6,17}})(?!\d)",
    re.ASCII,
)
#: Words for a telephone and for a mobile, in languages of the Union.
_TELEPHONE: Final = (
    r"t[ée]l[ée](?:ph|f)[oó]n\w{0,8}|call(?:ing|ed|er|ee)(?:[ _-]?party)?[ _-]?(?:number|id)|telefoon\w{0,8}|telemóvel|tele|t[ée]l|telf|tlf|tlm|phones?|fón|guthán|puhelin\w{0,8}|puh|tālrun\w{0,4}|tālr|mobil\w{0,10}"
    r"|mobiel\w{0,6}|mobiil\w{0,4}|mobitel|móvil|matkapuhelin\w{0,4}|matkap|handy\w{0,6}|natel|portable|cellulare|cell(?:[ ]?phone)?|gsm|komórk\w{0,3}|festnetz\w{0,8}|fax|telefax"
    r"|τηλ(?:έφωνο)?|κινητό|κιν|тел(?:ефон)?|моб(?:илен)?|rufnummer\w{0,2}|durchwahl|caller[ _-]?id|cli|ani|dnis|[ab][ -](?:number|nummer|party)"
)
#: Words that can also stand before another number: after them a number begins with 0 or an area code in brackets.
_WEAK: Final = r"mob|kom|anschluss|anrufer|kontakt|contact|call(?:er|ee|ed|ing)?|bel(?:len)?|dial(?:l?ed)?|ring|sms|whatsapp|signal|viber|num[ée]ros?|n[úu]mero|nummer|numer|numbers?|fixe?|vaste?"
_DIGITS_AFTER_0: Final = rf"(?:\(0?\d{{1,5}}\){_GAP}?)?[0-9](?:{_GAP}?[0-9]){{4,14}}(?![\w#]|[.-]\d)"
_LABELLED: Final = re.compile(
    rf"(?<![^\W_])(?P<country>(?:uk|british|us|american|german|deutsche|dutch|nederlands|french|belgian)[ ])?(?:(?P<msisdn>msisdn)|(?P<strong>{_TELEPHONE})|{_WEAK})"
    r"(?:nr|n\u00b0|nummern?|numbers?|num)?(?:[ ._-]{0,2}(?:numbers?|nummern?|num[ée]ros?|číslo|szám\w{0,2}|nr|no|n\u00b0|č|kom|móvil|is|ist|est|me on|mij op|on|at|op|au|unter|to|from(?: number)?"
    r"|\((?:mobile?|mob\.|privat|work|home|cell)\))){0,2}"
    rf"[\"']?(?P<mark>[ ]?(?:\.?[:=\uff1a]|\.)[ ]{{0,2}}|\t|(?:[ ][^\W\d]{{1,15}}){{1,3}}[ ]?:[ ]?|[ ])[\"']?(?P<number>{_DIGITS_AFTER_0})",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    rf"(?:[ ]?[,;/][ ]?|[ ](?:or|oder|ou|of|and|und|et|en|o|y|e|lub|i)[ ])(?P<number>(?=\(?0){_DIGITS_AFTER_0})"
)
_WHATSAPP: Final = re.compile(
    r"(?<![\w.-])(?:wa\.me/|(?:api\.|web\.)?whatsapp\.com/send/?\?(?:[\w=]{1,40}&)?phone=)(?P<number>[1-9]\d{6,14})(?!\w)",
    re.IGNORECASE,
)
_COUNTRY_WORDS: Final = {
    "uk": "44", "british": "44", "us": "1", "american": "1", "german": "49", "deutsche": "49", "dutch": "31", "nederlands": "31",
    "french": "33", "belgian": "32",
}  # fmt: skip
_URI: Final = re.compile(r"(?<![A-Za-z])tel:(?P<number>\+?[0-9(][0-9().-]{2,24}[0-9])", re.IGNORECASE)
#: The prefix of North America for calls abroad. Elsewhere these digits can begin a number.
_ABROAD: Final = re.compile(rf"(?<![\w+.:/-])011[ -.]?(?P<number>[1-9](?:{_GAP}?\d){{7,14}})(?![\d-])", re.ASCII)
_NORTH_AMERICA: Final = re.compile(
    r"(?<![A-Za-z])(?:U\.?S\.?A?\.?|United States|America|Canada|Caribbean|NANP)(?![A-Za-z])|\+1[ -.(]|(?<!\d)1-[2-9]\d\d-"
)
_DIALLED: Final = re.compile(r"(?:dial\w*|call\w*|phone\w*|tel\w*|fax|number|reach\w*)[ \t:.=\"']{1,3}$")
#: A number of North America with its country code in front.
_NATIONAL_1: Final = re.compile(r"1[ .-]?\(?[2-9]\d{2}\)?[ .-]?[2-9]\d{2}[ .-]?\d{4}")
_HYPHENS_1: Final = re.compile(r"(?<![\w+.:/-])(?<!\d )1-[2-9]\d{2}-[2-9]\d{2}-\d{4}(?![\w-]|[.:/]\d|[ ]\d)", re.ASCII)
#: Numbers of customers and contracts, which can begin with zeros.
_CUSTOMER: Final = re.compile(
    r"(?<![a-z])(?:kunden|klant(?:en)?|vertrags|versicherungs|mitglieds|bestell|rechnungs|polis|(?:customer|client|contract|member|policy|order|invoice|account)[ _-]?)"
    r"(?:nummer|nr|no|number|num|id)\.?[ ]?[:=#]?[ ]?$"
)
#: A sum: a number, a plus and a space.
_SUM: Final = re.compile(r"\d[ ]?$")
#: National numbers in a spelling that other numbers do not have: mobiles of the Netherlands, and numbers of North America.
_DISTINCT: Final = re.compile(
    r"(?<![\w+.:/-])(?<!\d )(?:06[ ]?-[ ]?\d{8}|06[ ]?-?[ ]?\d{2}(?:[ ]\d{2}){3}|06[ -]\d{4}[ ]\d{4}|(?:\([2-9]\d{2}\)[ ]?|[2-9]\d{2}(?P<mark>[.-]))[2-9]\d{2}(?(mark)(?P=mark)|[.-])\d{4})"
    r"(?![\w-]|[.:/]\d|[ ]\d)",
    re.ASCII,
)
#: Words for other numbers in such a spelling.
_OTHER_NUMBER: Final = re.compile(
    r"(?<![a-z])(?:invoice|rechnung\w*|fa[ck]tu\w*|order|bestel\w*|ticket|track\w*|ref\w*|case|file|serial|account|konto|isbn|issn|ssn|nip|part|code|id|no|nr|number|nummer)[ .:=#\"']{0,3}$|#[ ]?$"
)
#: Words of call records, whose numbers have a country code without a sign before it (ITU-T Q.763).
_RECORDED: Final = re.compile(
    r"[ab][ _-](?:number|nummer|party)|call(?:ing|ed|er|ee)(?:[ _-]?party)?[ _-]?number", re.IGNORECASE
)
_LEAST_RECORDED: Final = 11
_COORDINATE: Final = re.compile(r"\+\d{1,3}\.\d{4,}(?![\d])(?=[ ]?[,;/+ -]{1,3}[+-]?\d{1,3}\.\d{3,})")
_COORDINATE_BEFORE: Final = re.compile(
    r"(?:\d\.\d{4,}[ ]?[,;/ ]{0,2}|(?:lat|lon|lng|latitude|longitude|gps|geo)[\"']?[ ]?[:=]?[ ]?[\"']?)$"
)
_COLUMNS: Final = ("msisdn", "a-number", "b-number", "a_number", "b_number")
_CELL: Final = re.compile(r"(?<![\w+.-])[1-9]\d{9,14}(?![\w.-])")
#: Country codes of Recommendation ITU-T E.164, without those of networks and services.
_COUNTRY_CODES: Final = frozenset(
    re.findall(
        r"\d+",
        "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 "
        "92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 "
        "241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 "
        "297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 373 374 375 376 377 378 379 380 381 382 383 385 386 387 "
        "389 420 421 423 500 501 502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 "
        "677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 850 852 853 855 856 870 878 880 881 882 883 886 888 960 961 "
        "962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 979 992 993 994 995 996 998",
    )
)
#: Digits of a number after the country code, least and most, where a country's numbering plan fixes them.
_NATIONAL_DIGITS: Final = {
    "1": (10, 10), "7": (10, 10), "30": (10, 10), "31": (9, 9), "32": (8, 9), "33": (9, 9), "34": (9, 9), "36": (8, 9),
    "40": (9, 9), "41": (9, 9), "44": (9, 10), "45": (8, 8), "46": (7, 9), "47": (8, 8), "48": (9, 9), "49": (5, 11),
    "61": (9, 9), "90": (10, 10), "351": (9, 9), "380": (9, 9), "420": (9, 9), "421": (9, 9),
}  # fmt: skip
_LEAST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15
_LONGEST_CODE: Final = 3
_FEW_DIGITS: Final = 6
#: A number abroad has at least a country code and a number of a region.
_LEAST_ABROAD: Final = 9
_AROUND: Final = 80


def telephones(passage: Passage) -> Iterator[Identifier]:
    """Return numbers that begin with +, 00, 011 or `tel:`, and others after a word such as `Tel.`."""
    yield from _international(passage)
    yield from _abroad(passage)
    for match in _URI.finditer(passage.text):
        begins, ends = match.span("number")
        if passage.is_free(begins, ends):
            passage.take(begins, ends)
            yield _national(passage.text, begins, ends)
    for match in _LABELLED.finditer(passage.text):
        yield from _after_label(passage, match)
    for match in _WHATSAPP.finditer(passage.text):
        if passage.is_open(*match.span("number")):
            passage.take(*match.span("number"))
            yield international(passage.text, *match.span("number"), match["number"], scheme="WhatsApp")
    yield from _distinct(passage)
    for match in _CELL.finditer(passage.text):
        if passage.column(match.start()) in _COLUMNS and passage.is_free(*match.span()):
            passage.take(*match.span())
            yield international(passage.text, *match.span(), match[0])


def _distinct(passage: Passage) -> Iterator[Identifier]:
    """Return numbers in a spelling that other numbers do not have."""
    for match in _HYPHENS_1.finditer(passage.text):
        if passage.is_free(*match.span()) and not _OTHER_NUMBER.search(passage.before(match.start())):
            passage.take(*match.span())
            yield international(passage.text, *match.span(), _digits(match[0]))
    for match in _DISTINCT.finditer(passage.text):
        if passage.is_free(*match.span()) and not _OTHER_NUMBER.search(passage.before(match.start())):
            passage.take(*match.span())
            yield _national(passage.text, *match.span(), Caution.KIND_UNCLEAR)


def _after_label(passage: Passage, match: re.Match[str]) -> Iterator[Identifier]:
    """Return the numbers after a word for a telephone: the first, and those that follow it in a list."""
    digits = _digits(match["number"])
    begins_like_one = digits[0] == "0" or match["number"][0] == "(" or _NATIONAL_1.fullmatch(match["number"])
    least = _FEW_DIGITS if match["mark"].strip() or begins_like_one else _LEAST_DIGITS
    is_word_between = match["mark"].replace(" ", "").rstrip(":").isalpha()
    is_clear = begins_like_one or match["msisdn"] or (match["strong"] and not is_word_between)
    if not is_clear or len(digits) < least or not passage.is_free(*match.span("number")):
        return
    passage.take(*match.span("number"))
    yield _labelled(passage.text, match)
    following = _NEXT.match(passage.text, match.end())
    while following is not None and passage.is_free(*following.span("number")):
        passage.take(*following.span("number"))
        yield _national(passage.text, *following.span("number"))
        following = _NEXT.match(passage.text, following.end())


def _international(passage: Passage) -> Iterator[Identifier]:
    for match in _INTERNATIONAL.finditer(passage.text):
        begins = match.start()
        ends = _end_of_number(passage.text, match.start("number"), passage.free_end(begins, match.end()))
        if not passage.is_free(begins, ends) or _is_coordinate(passage, begins) or _is_other(passage, match):
            continue
        digits = _digits(passage.text[match.start("number") : ends])
        if _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS:
            passage.take(begins, ends)
            yield international(passage.text, begins, ends, digits)


def _is_coordinate(passage: Passage, begins: int) -> bool:
    """Whether a number with one dot is a place (ISO 6709): half of a pair, or after a word such as `lat`."""
    return (
        _COORDINATE.match(passage.text, begins) is not None
        or _COORDINATE_BEFORE.search(passage.before(begins)) is not None
    )


def _is_other(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a plus adds numbers, or zeros begin the number of a customer."""
    before = passage.before(match.start())
    if match[0].startswith("+ "):
        return _SUM.search(before) is not None
    return match[0].startswith("00") and _CUSTOMER.search(before) is not None


def _abroad(passage: Passage) -> Iterator[Identifier]:
    """Return numbers after 011. Without a word of North America on the line they have a warning."""
    for match in _ABROAD.finditer(passage.text):
        begins = match.start()
        ends = _end_of_number(passage.text, match.start("number"), passage.free_end(begins, match.end()))
        digits = _digits(passage.text[match.start("number") : ends])
        code = _code(digits)
        if code is None or any(_cautions(digits)) or len(digits) < _LEAST_ABROAD or not passage.is_free(begins, ends):
            continue
        line = passage.line(begins)
        around = passage.text[max(line[0], begins - _AROUND) : min(line[1], ends + _AROUND)]
        is_clear = _NORTH_AMERICA.search(around) is not None
        is_split = not passage.text[begins + len("011")].isdigit()
        if is_clear or (is_split and code in _NATIONAL_DIGITS) or _DIALLED.search(passage.before(begins)):
            passage.take(begins, ends)
            cautions = () if is_clear else (Caution.TELEPHONE_PREFIX_UNCLEAR,)
            found = passage.text[begins:ends]
            yield Identifier(IdentifierKind.TELEPHONE, found, f"+{digits}", begins, ends, "E.164", cautions=cautions)


def _end_of_number(text: str, begins: int, ends: int) -> int:
    """Return where a number ends: before the group of digits that would make it too long for its country."""
    code = _code(_digits(text[begins:ends]))
    most = len(code) + _NATIONAL_DIGITS[code][1] if code in _NATIONAL_DIGITS else _MOST_DIGITS
    best = begins
    for group in re.finditer(r"\d+", text[begins:ends]):
        if len(_digits(text[begins : begins + group.end()])) > most and best > begins:
            break
        best = begins + group.end()
    return best


def international(text: str, begins: int, ends: int, digits: str, *, scheme: str = "E.164") -> Identifier:
    """Return a number whose digits begin with a country code."""
    cautions = tuple(_cautions(digits))
    return Identifier(
        IdentifierKind.TELEPHONE, text[begins:ends], f"+{digits}", begins, ends, scheme, cautions=cautions
    )


def _labelled(text: str, match: re.Match[str]) -> Identifier:
    begins, ends = match.span("number")
    digits = _digits(text[begins:ends])
    if (match["msisdn"] and digits[0] != "0") or _is_recorded(match, digits):
        return international(text, begins, ends, digits)
    if _NATIONAL_1.fullmatch(match["number"]):
        return international(text, begins, ends, digits)
    if match["country"]:
        code = _COUNTRY_WORDS[match["country"].strip().lower()]
        return international(text, begins, ends, code + digits.removeprefix("0"))
    return _national(text, begins, ends)


def _is_recorded(match: re.Match[str], digits: str) -> bool:
    """Whether a number of a call record begins with a country code, and fits the plan of that country."""
    code = _code(digits)
    is_word = _RECORDED.match(match[0]) is not None
    return is_word and len(digits) >= _LEAST_RECORDED and code in _NATIONAL_DIGITS and not any(_cautions(digits))


def _national(text: str, begins: int, ends: int, *cautions: Caution) -> Identifier:
    digits = _digits(text[begins:ends])
    if text[begins] == "+":
        return international(text, begins, ends, digits)
    cautions = (Caution.TELEPHONE_WITHOUT_COUNTRY, *cautions)
    return Identifier(IdentifierKind.TELEPHONE, text[begins:ends], digits, begins, ends, cautions=cautions)


def _cautions(digits: str) -> Iterator[Caution]:
    code = _code(digits)
    if code is None:
        yield Caution.TELEPHONE_COUNTRY_UNKNOWN
        return
    least, most = _NATIONAL_DIGITS.get(code, (1, _MOST_DIGITS))
    if not least <= len(digits) - len(code) <= most:
        yield Caution.TELEPHONE_LENGTH


def _code(digits: str) -> str | None:
    return next((digits[:n] for n in range(1, _LONGEST_CODE + 1) if digits[:n] in _COUNTRY_CODES), None)


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text.replace("(0)", ""))
