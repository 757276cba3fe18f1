"""Telephone numbers, IMEI and IMSI."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers import checksums
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

_GAP: Final = r"(?:[ \u00a0\u202f]?[().\-/][ \u00a0\u202f]?|[ \u00a0\u202f])"
_INTERNATIONAL: Final = re.compile(
    rf"(?<![\w+.:/-])(?:\+|00)[ ]?(?P<number>[1-9](?:\(0\)|{_GAP}?\(0\)|{_GAP}?\)?\d){{6,17}})(?!\d)", re.ASCII
)
_LABELLED: Final = re.compile(
    r"(?<![A-Za-z])(?:t[ée]l(?:[ée]phone|efon)?|phone|mobile?|mob\.|handy|portable|gsm|(?P<msisdn>msisdn)|caller|callee|call(?:ed|ing)?)"
    rf"[\"']?[ ]?(?:\.?[:=]|\.)[ ]?[\"']?(?P<number>[0-9](?:{_GAP}?[0-9]){{5,14}})(?![\w])",
    re.IGNORECASE,
)
_IMEI: Final = re.compile(
    r"(?<![\w.+-])(?:\d{15}|\d{2}[- ]\d{6}[- ]\d{6}[- ]\d|\d{6}[- ]\d{2}[- ]\d{6}[- ]\d)(?![\w-]|\.\d)", re.ASCII
)
_IMSI_BEFORE: Final = re.compile(r"imsi\W{0,4}$")
_IMEISV: Final = re.compile(r"(?<![\w.+-])\d{16}(?![\w-]|\.\d)", re.ASCII)
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


def telephones(passage: Passage) -> Iterator[Identifier]:
    """Return telephone numbers (ITU-T E.164) that begin with + or 00, and others after a word such as `Tel.`."""
    for match in _INTERNATIONAL.finditer(passage.text):
        begins = match.start()
        ends = _end_of_number(passage.text, match.start("number"), passage.free_end(begins, match.end()))
        one = _telephone(passage.text, begins, match.start("number"), ends) if passage.is_free(begins, ends) else None
        if one is not None:
            passage.take(begins, ends)
            yield one
    for match in _LABELLED.finditer(passage.text):
        begins, ends = match.span("number")
        if passage.is_free(begins, ends):
            passage.take(begins, ends)
            yield _labelled(passage.text, begins, ends, is_international=match["msisdn"] is not None)


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


def _telephone(text: str, begins: int, number: int, ends: int) -> Identifier | None:
    digits = _digits(text[number:ends])
    if not _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return None
    cautions = tuple(_cautions(digits))
    kind = IdentifierKind.TELEPHONE
    return Identifier(kind, text[begins:ends], f"+{digits}", begins, ends, "E.164", cautions=cautions)


def _labelled(text: str, begins: int, ends: int, *, is_international: bool) -> Identifier:
    digits = _digits(text[begins:ends])
    kind = IdentifierKind.TELEPHONE
    if is_international and digits[0] != "0":
        cautions = tuple(_cautions(digits))
        return Identifier(kind, text[begins:ends], f"+{digits}", begins, ends, "E.164", cautions=cautions)
    return Identifier(kind, text[begins:ends], digits, begins, ends, cautions=(Caution.TELEPHONE_WITHOUT_COUNTRY,))


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


def equipment(passage: Passage) -> Iterator[Identifier]:
    """Return IMEI and IMSI (3GPP TS 23.003).

    The word `IMSI` right before 15 digits decides. Without it they are an IMEI, whose Luhn digit is checked.
    """
    for match in _IMEI.finditer(passage.text):
        if passage.is_free(*match.span()):
            passage.take(*match.span())
            yield _equipment(match, passage.before(match.start()))
    for match in _IMEISV.finditer(passage.text):
        if passage.is_free(*match.span()) and "imeisv" in passage.before(match.start()):
            passage.take(*match.span())
            yield Identifier(IdentifierKind.IMEI, match[0], match[0], *match.span(), "IMEISV")


def _equipment(match: re.Match[str], before: str) -> Identifier:
    digits = _digits(match[0])
    if digits == match[0] and _IMSI_BEFORE.search(before):
        return Identifier(IdentifierKind.IMSI, match[0], digits, *match.span())
    holds = checksums.luhn_holds(digits)
    cautions = () if holds else (Caution.CHECKSUM_WRONG,)
    if not holds and "imei" not in before:
        cautions = (*cautions, Caution.KIND_UNCLEAR)
    return Identifier(IdentifierKind.IMEI, match[0], digits, *match.span(), "IMEI", holds, cautions)
