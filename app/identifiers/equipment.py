"""IMEI and IMSI (3GPP TS 23.003)."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers import checksums
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

_IMEI: Final = re.compile(
    r"(?<![\w.+])(?<![^A-Za-z]-)(?:\d{15}|\d{2}(?P<two>[-/ ])\d{6}(?P=two)\d{6}(?P=two)\d|\d{6}(?P<six>[-/ ])\d{2}(?P=six)\d{6}(?P=six)\d"
    r"|\d{8}-\d{6}-\d|\d{3}(?P<three>[ ])(?:\d{3}(?P=three)){3}\d{3})(?![\w-]|[./]\d)",
    re.ASCII,
)
_IMEISV: Final = re.compile(r"(?<![\w.+-])(?:\d{16}|\d{2}-\d{6}-\d{6}-\d{2})(?![\w-]|\.\d)", re.ASCII)
_WITHOUT_CHECK_DIGIT: Final = re.compile(
    r"(?<![\w.+-])(?:\d{14}|\d{2}[- ]\d{6}[- ]\d{6}|\d{6}[- ]\d{2}[- ]\d{6})(?![\w-]|[ .]\d)", re.ASCII
)
_IMEI_BEFORE: Final = re.compile(r"imei(?:[ _-]?(?:\d|nummer|number|nr|no|is|ist|code))?\W{0,4}(?:1|2)?\W{0,3}$")
#: Words for other numbers of 15 digits.
_OTHER: Final = re.compile(
    r"(?<![a-z])(?:invoice|rechnung|fa[ck]tu|fattura|order|bestel|commande|ticket|track|parcel|colis|pakket|paket|sendung|account|konto|compte"
    r"|card|karte|carte|kaart|amex|customer|klant|kunde|client|ref|serial|serien|transa[ck]tion|payment|receipt|case|file|aktenzeichen|isbn|ean|gtin"
    r"|iccid|vat|ust|siret|cell|timestamp|snowflake)\w*(?:[ ]?&[ ]?trace)?[ ._#-]{0,3}(?:number|nummer|no|nr|n\u00b0|num|id)?[ .:=#\"']{0,4}$|(?:^|[^a-z])[a-z_]{0,12}id[ ]?[=:\"']{1,4}$"
)
#: First two digits of the type allocation code: the bodies that assign it (GSMA TS.06).
_BODIES_TEXT: Final = "01 10 30 33 35 44 45 49 50 51 52 53 54 86 91 98 99"
_BODIES: Final = frozenset(_BODIES_TEXT.split())

_IMSI: Final = re.compile(
    r"(?<![\w.+])(?<![^A-Za-z]-)(?P<digits>(?:001|[2-7]\d\d|901|999)(?:\d{11,12}|(?P<gap>[ -])\d{2,3}(?P=gap)\d{9,10}))(?![\w-]|\.\d)",
    re.ASCII,
)
_IMSI_WORD: Final = re.compile(r"imsi|subscriber identity|\bcimi\b")
_IMEI_WORD: Final = re.compile(r"imei|iccid|msisdn|cgsn")
#: The user name of a network access identifier (3GPP TS 23.003, section 19): a digit for the procedure, and the IMSI.
_ACCESS: Final = re.compile(
    r"(?<![\w.-])(?:[0-8](?=\d{15}@))?(?P<imsi>\d{14,15})@(?:nai\.|wlan\.|ims\.|private\.)[\w.]{0,20}mnc\d{2,3}\.mcc\d{3}\."
)
#: A concealed identifier with the null scheme, which conceals nothing (section 2.2B).
_CONCEALED: Final = re.compile(
    r"(?<![\w-])suci-0-(?P<mcc>\d{3})-(?P<mnc>\d{2,3})-\d{1,4}-0-0-(?P<msin>\d{9,10})(?![\w-])"
)
_MOST_IMSI: Final = 15


def devices(passage: Passage) -> Iterator[Identifier]:
    """Return IMEI and IMSI.

    The word `IMSI` before 15 digits, or at the head of their column, decides. Without a word they are an IMEI only if the Luhn
    digit holds and the first digits name a body that assigns IMEIs. Then the kind stays unclear.
    """
    yield from _subscribers(passage)
    for match in _IMEISV.finditer(passage.text):
        is_named = "imeisv" in passage.before(match.start()) or passage.column(match.start()) == "imeisv"
        if is_named and passage.is_free(*match.span()):
            passage.take(*match.span())
            yield Identifier(IdentifierKind.IMEI, match[0], _digits(match[0]), *match.span(), "IMEISV")
    for match in _IMEI.finditer(passage.text):
        one = _imei(passage, match) if passage.is_free(*match.span()) else None
        if one is not None:
            passage.take(*match.span())
            yield one
    for match in _WITHOUT_CHECK_DIGIT.finditer(passage.text):
        if _IMEI_BEFORE.search(passage.before(match.start())) and passage.is_free(*match.span()):
            passage.take(*match.span())
            cautions = (Caution.WITHOUT_CHECKSUM,)
            yield Identifier(IdentifierKind.IMEI, match[0], _digits(match[0]), *match.span(), "IMEI", cautions=cautions)


def _subscribers(passage: Passage) -> Iterator[Identifier]:
    for match in _ACCESS.finditer(passage.text):
        yield from _imsi(passage, *match.span("imsi"), match["imsi"])
    for match in _CONCEALED.finditer(passage.text):
        digits = match["mcc"] + match["mnc"] + match["msin"]
        yield from _imsi(passage, *match.span(), digits, Caution.KIND_UNCLEAR)
    for match in _IMSI.finditer(passage.text):
        digits = _digits(match[0])
        if len(digits) <= _MOST_IMSI and _is_subscriber(passage, match.start()):
            yield from _imsi(passage, *match.span(), digits)


def _imsi(passage: Passage, begins: int, ends: int, digits: str, *cautions: Caution) -> Iterator[Identifier]:
    if passage.is_free(begins, ends):
        passage.take(begins, ends)
        yield Identifier(IdentifierKind.IMSI, passage.text[begins:ends], digits, begins, ends, cautions=cautions)


def _is_subscriber(passage: Passage, at: int) -> bool:
    """Whether a word for an IMSI stands before digits on their line or the line before, or heads their column."""
    column = passage.column(at)
    if column is not None:
        return "imsi" in column
    before = passage.before_with_line_above(at)
    words = [match.end() for match in _IMSI_WORD.finditer(before)]
    others = [match.end() for match in _IMEI_WORD.finditer(before)]
    return bool(words) and (not others or others[-1] < words[-1]) and not _OTHER.search(before)


def _imei(passage: Passage, match: re.Match[str]) -> Identifier | None:
    digits, before, column = _digits(match[0]), passage.before(match.start()), passage.column(match.start())
    holds = checksums.luhn_holds(digits)
    cautions = () if holds else (Caution.CHECKSUM_WRONG,)
    if len(set(digits)) == 1:
        cautions = (*cautions, Caution.KIND_UNCLEAR)
    elif "imei" not in before and column not in ("imei", "imei1", "imei2"):
        is_plausible = holds and digits[:2] in _BODIES
        if (
            match["three"]
            or column is not None
            or _OTHER.search(before)
            or not (is_plausible or passage.mentions("imei"))
        ):
            return None
        cautions = (*cautions, Caution.KIND_UNCLEAR)
    return Identifier(IdentifierKind.IMEI, match[0], digits, *match.span(), "IMEI", holds, cautions)


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)
