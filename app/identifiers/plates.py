"""Vehicle plates: after a word for them, beside a vehicle, or in a spelling that nothing else has."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.districts import DISTRICTS
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

_FRANCE: Final = re.compile(r"(?<![\w-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])", re.ASCII)
_GERMANY: Final = re.compile(
    r"(?<![\w./-])(?P<district>[A-ZÄÖÜ]{1,3})(?P<gap>[ ]-[ ]|[- ])(?P<letters>[A-Z]{1,2})(?P<second>[ -]?)(?P<number>[1-9]\d{0,3})(?P<mark>[EH]?)"
    r"(?![\w/-]|\.\d)"
)
#: Six or seven letters and digits in three groups with hyphens: Netherlands, Belgium, France, Portugal.
_HYPHENS: Final = (
    r"[A-Z]{2}-\d{3}-[A-Z]{1,2}|[A-Z]-\d{3}-[A-Z]{2}|\d-[A-Z]{3}-\d{2,3}|\d{2}-[A-Z]{3}-\d|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}"
    r"|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}"
    r"|[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}"
)
_BRITAIN: Final = r"[A-Z]{2}\d{2}[ ]?[A-Z]{3}"
#: Formats of other countries, from their registration rules. They need a word for a plate before them.
_OTHERS: Final = (
    r"[A-Z]{1,2}[ -]\d{2,3}[ -][A-Z]{3}|\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}|[A-Z]{2}[ ]?\d{3}[ ]?[A-Z]{2}|[A-ZÖ]{1,2}-\d{1,5}[ ]?[A-Z]{1,3}|\d[A-Z]{1,2}\d?[ ]?\d{4}"
    r"|[A-Z]{2,3}[ ](?=[A-Z]{0,4}\d)[A-Z0-9]{4,5}|[A-Z]{2}-?\d{3}[A-Z]{2}|[A-Z]{2}[ ]?\d{2}[ ]?\d{3}|[A-Z]{2}[ ]?\d{1,6}|[A-Z]{3}[ -]?\d{2}[A-Z0-9]"
    r"|[A-Z]{2}[ ]?[A-Z]{2}-\d{3}|\d{3}[ ]?[A-Z]{3}|[A-Z]{3}-\d{4}|\d[A-Z]{3}\d{3}|[A-Z\u0391-\u03a9\u0410-\u042f]{1,3}[ -]?\d{4}[ ]?[A-Z\u0391-\u03a9\u0410-\u042f]{0,2}|[A-Z]{2}[ ]?\d{3,4}-[A-Z]{1,2}"
    r"|[\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425][ ]?\d{3}[ ]?[\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425]{2}[ ]?\d{2,3}|[\u0410-\u042f\u0406\u0407\u0404]{2}[ ]?\d{4}[ ]?[\u0410-\u042f\u0406\u0407\u0404]{2}|[A-Z]{2}[ ][A-Z0-9]{2}-[A-Z0-9]{3}|\d{2,3}-[A-Z]{1,2}-\d{1,6}"
)
_END: Final = r"(?![\w-])"
_FORMATS: Final = tuple(re.compile(f"(?:{one}){_END}") for one in (_HYPHENS, _BRITAIN, *_OTHERS.split("|")))
_BESIDE: Final = re.compile(rf"(?<![\w./-])(?:{_HYPHENS}|{_BRITAIN}){_END}", re.ASCII)
_ANY: Final = re.compile(
    rf"(?=[A-ZÄÖÜ .-]{{0,9}}\d)(?=[\d .-]{{0,9}}[A-ZÄÖÜ])[A-ZÄÖÜ0-9](?:[ .·•-]?[A-ZÄÖÜ0-9]){{3,8}}{_END}"
)
_TIGHT: Final = re.compile(rf"(?=[A-Z-]{{0,7}}\d)(?=[\d-]{{0,7}}[A-Z])[A-Z0-9](?:-?[A-Z0-9]){{3,8}}{_END}")
_LONGEST: Final = 16
_PLATE: Final = (
    r"(?:(?:number|licen[cs]e|registration|vehicle|index|reg)[ .-]{0,2}plates?|plates?|kfz-?[ ]?kennzeichen|amtl(?:iches|\.)?[ ]?kennzeichen|kennzeichens?|kennz|kz|nummernschild|kontrollschild"
    r"|d['\u2019]immatriculation|immatriculation|immatricul[ée]e?s?|immat|plaques?|kentekens?|kentekenplaat|kent|(?:nummer)?plaat|targ(?:a|he|at[ao])|matr[ií]culas?|tablic[ae](?: rejestracyjn[ae])?"
    r"|nr rej(?:estracyjny)?|numer(?:ze)? rejestracyjny[m]?|rejestracja|registration(?: (?:no|number|mark))?|(?:vehicle|car|van|bilens|bil)? ?reg(?:nr| ?nr| no)?|vrm|vrn|rendszám[aú]?|spz|ecv|e\u010dv|registreringsnummer"
    r"|nummerplade|rekisteri(?:numero|tunnus)|registarsk[ae] oznak[ae]|registracija|registrska|αριθμός κυκλοφορίας|πινακίδα|регистрационен номер|\u0440\u0435\u0433\.? ?(?:\u043d\u043e\u043c\u0435\u0440|№)|\u0433\u043e\u0441\.? ?\u043d\u043e\u043c\u0435\u0440|\u043d\u043e\u043c\u0435\u0440(?:\u043d\u043e\u0439|\u043d\u0438\u0439) \u0437\u043d\u0430\u043a|\u043d\u043e\u043c\u0435\u0440 \u0430\u0432\u0442\u043e(?:\u043c\u043e\u0431\u0438\u043b\u044f)?|\u0434\u0435\u0440\u0436(?:\u0430\u0432\u043d\u0438\u0439|\.)? ?\u043d\u043e\u043c\u0435\u0440|\u0433/\u043d|\u0433\u0440\u0437|[îi]nmatriculare|[îi]nmatriculat[ăe]?"
    r"|valstyb(?:inis|inio) numer(?:is|io)|numura zīme|registrācijas numurs|anpr(?: hit| read)?|alpr)"
)
_LABELLED: Final = re.compile(
    rf"(?<!\w)(?:{_PLATE})(?!\w)(?:[ ](?:no|nr|n°|number|is|ist|est|es|è|to|mark|hit|read|was|war|lautet|con|mit|of)){{0,2}}[\"']?\.?[ ]?[:=#]?[ ]?[\"'(\[]?(?=[\w])",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"[ ]?(?:,|;|/|&)[ ]?|[ ](?:en|and|und|et|i|y|e|og|och|ja|sowie|of|or|oder)[ ]")
_COLUMNS_TEXT: Final = (
    "plate plates kenteken kennzeichen immatriculation targa matricula matrícula registration vrm number_plate "
    "license_plate licence_plate"
)
_COLUMNS: Final = frozenset(_COLUMNS_TEXT.split())
_CELL: Final = re.compile(r"(?<=[;,\t|\n\"])[A-ZÄÖÜ0-9](?:[ -]?[A-ZÄÖÜ0-9]){3,9}(?=[;,\t|\n\r\"]|$)")
#: A vehicle on the same line.
_VEHICLE: Final = re.compile(
    rf"(?<![a-zäöüß])(?:{_PLATE}|vehicles?|cars?|vans?|trucks?|lorr(?:y|ies)|motorcycle|motorbike|drove|driving|parked|parking|fahrzeuge?|pkw|lkw|wagen|halter"
    r"|transporter|krad|motorrad|anhänger|parkte|fuhr|v[ée]hicules?|voitures?|camion(?:nette)?|fourgon|conducteur|voertuig(?:en)?|bestelbus|auto|taxi|bromfiets|personenauto|gereden|reed|geparkeerd"
    r"|veicol[oi]|autovettura|furgone|coche|veh[ií]culos?|furgoneta|viatura|samoch[óo]d|pojazd|bilen?|bmw|audi|mercedes\w*|vw|volkswagen|opel|ford|renault|peugeot|citro[eë]n|fiat|škoda|skoda"
    r"|volvo|toyota|golf|passat|polo|sprinter|transit|porsche|tesla|dacia|nissan|hyundai|kia|mazda)(?![a-zäöüß])",
    re.IGNORECASE,
)
#: Words for numbers of files, documents, rooms and parts.
_FILE: Final = re.compile(
    r"(?<![a-zäöü])(?:file|case|docket|ref(?:erence)?|no|nr|az|aktenzeichen|akte|dossier|zaak|exhibit|annex|anlage|appendix|room|raum|zimmer|regal|schrank|fach|saal|gebäude|building|gate|row|unit|part|model|type|typ|article"
    r"|art|item|din|iso|iec|en|std|standard|form|version|section|table|figure|chapter|level|grade|class|flight|flug|vol|paragraph|asservat|spur|beweisstück|order|invoice|rechnung|ticket|serial|code|sku|lot|batch|id)"
    r"[ .:#-]{0,3}(?:no\.?|nr\.?|number|nummer)?[ .:#]{0,3}$"
)
_MONTH: Final = re.compile(r"-(?:JAN|FEB|MAR|MRT|MÄR|APR|MAY|MAI|MEI|JUN|JUL|AUG|SEP|OCT|OKT|NOV|DEC|DEZ|DIC)-")
_STANDARDS: Final = ("DIN-EN", "EN-ISO", "DIN-A", "DIN-B", "IEC-EN")
_FEW_DIGITS: Final = 3
_AROUND: Final = 80


def plates(passage: Passage) -> Iterator[Identifier]:
    """Return plates in capitals.

    Without a word or a vehicle, only those of Germany and France that look like nothing else.
    """
    for match in _LABELLED.finditer(passage.text):
        yield from _after_label(passage, match.end())
    for match in _CELL.finditer(passage.text):
        if passage.column(match.start()) in _COLUMNS and any(map(str.isdigit, match[0])):
            yield from _plate(passage, *match.span())
    for match in _GERMANY.finditer(passage.text):
        if match["district"] in DISTRICTS and _is_german(passage, match):
            yield from _plate(passage, *match.span())
    for match in _FRANCE.finditer(passage.text):
        yield from _plate(passage, *match.span())
    for match in _BESIDE.finditer(passage.text):
        if not _MONTH.search(match[0]) and _is_beside_vehicle(passage, *match.span()):
            yield from _plate(passage, *match.span())


def _after_label(passage: Passage, at: int) -> Iterator[Identifier]:
    """Return the plates right after a word for them, one after another."""
    while True:
        ends = _end_of_plate(passage.text, at)
        if ends is None:
            return
        yield from _plate(passage, at, ends)
        following = _AND.match(passage.text, ends)
        if following is None:
            return
        at = following.end()


def _end_of_plate(text: str, at: int) -> int | None:
    """Return where a plate ends: the longest that has the format of a country, else letters and digits."""
    part = text[at : at + _LONGEST]
    german = _GERMANY.match(text, at)
    if german is not None and german["district"] in DISTRICTS:
        return german.end()
    found = [match.end() for pattern in _FORMATS if (match := pattern.match(part))]
    if not found and (match := _ANY.match(part)):
        found = [match.end()]
    if not found and part[:1].islower():
        match = _TIGHT.match("".join(one.upper() if one.isascii() else one for one in part))
        found = [match.end()] if match else []
    return at + max(found) if found and any(map(str.isdigit, part[: max(found)])) else None


def _is_german(passage: Passage, match: re.Match[str]) -> bool:
    """Whether letters and digits are a plate: the line has a vehicle, or their spelling is that of a plate only."""
    if match[0].startswith(_STANDARDS) or match["gap"] != "-":
        return False
    if _is_beside_vehicle(passage, *match.span()):
        return True
    return (
        match["second"] in (" ", "-")
        and len(match["number"]) >= _FEW_DIGITS
        and not _FILE.search(passage.before(match.start()))
    )


def _is_beside_vehicle(passage: Passage, begins: int, ends: int) -> bool:
    line = passage.line(begins)
    around = (
        passage.text[max(line[0], begins - _AROUND) : begins] + " " + passage.text[ends : min(line[1], ends + _AROUND)]
    )
    return _VEHICLE.search(around) is not None


def _plate(passage: Passage, begins: int, ends: int) -> Iterator[Identifier]:
    if passage.is_free(begins, ends):
        passage.take(begins, ends)
        found = passage.text[begins:ends]
        country, value = _normalised(found)
        kind, cautions = IdentifierKind.PLATE, (Caution.PLATE_UNCERTAIN,)
        yield Identifier(kind, found, value, begins, ends, country, cautions=cautions)


def _normalised(found: str) -> tuple[str | None, str]:
    """Return the country, where the format tells it, and the plate in capitals with the hyphens of its country."""
    german = _GERMANY.fullmatch(found)
    if german is not None and german["district"] in DISTRICTS and "-" in german["gap"]:
        return "DE", f"{german['district']}-{german['letters']}-{german['number']}{german['mark']}"
    capitals = "".join(one.upper() if one.isascii() else one for one in found)
    return "FR" if _FRANCE.fullmatch(capitals) else None, re.sub(r"[ .·•]", "", capitals)
