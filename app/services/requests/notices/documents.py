"""Reads files about notices of others: INTERPOL's public JSON, and MISP `interpol-notice`. Pure.

A person uploads the file; nothing is fetched. Names of fields: `ws-public.interpol.int` (as published by bundesAPI), and
MISP/misp-objects, `objects/interpol-notice/definition.json`, version 1. Pictures are counted and not read.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.access.requests.notice_states import NoticeColour
from app.errors import Invalid
from app.i18n.phrases import Phrase

MOST_NOTICES: Final = 160
_NO_JSON: Final = "The file is not valid JSON. Choose another file."
_NOTHING: Final = "The file contains no INTERPOL notice. Choose a public notice or a MISP event."
_DAY: Final = re.compile(r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})", re.ASCII)
_YEAR: Final = re.compile(r"[0-9]{4}", re.ASCII)
#: Names in public notices that hold one text, and the column of the content.
_PUBLIC_TEXTS: Final = {
    "entity_id": "interpol_reference",
    "name": "family_name",
    "forename": "forenames",
    "place_of_birth": "birth_place",
    "un_reference": "listing",
}
#: Other names of the person, in public notices.
_PUBLIC_ALIASES: Final = ("aliases", "birth_name", "name_at_birth", "formerly_known_as")
#: Names of a parent in public notices, with the word that precedes them.
_PUBLIC_PARENTS: Final = {
    "father": ("father_name", "father_forename"),
    "mother": ("mother_name", "mother_forename"),
}
#: Names that describe the person, with the word that precedes the value in the description.
_PUBLIC_DESCRIPTION: Final = {
    "height": "height",
    "weight": "weight",
    "eyes_colors_id": "eyes",
    "eyes": "eyes",
    "hairs_id": "hair",
    "hair": "hair",
    "distinguishing_marks": "distinguishing marks",
    "country_of_birth_id": "country of birth",
}
#: Keys of a public notice that hold other keys, with those that are read or lead to nothing to read.
_PUBLIC_NESTED: Final = {
    "_embedded": {"images"},
    "_links": {"self", "images", "thumbnail"},
}
_WARRANT: Final = {"charge", "charge_translation", "issuing_country_id"}
_MISP_TEXTS: Final = {
    "present-family-name": "family_name",
    "Forename": "forenames",
    "place-of-birth": "birth_place",
}
_MISP_PARENTS: Final = {"father": "father-s-family-name-&-forename", "mother": "mother-s-family-name-&-forename"}
_MISP_PORTRAIT: Final = "portrait"
_MISP_DESCRIPTION: Final = {
    "height": "height",
    "weight": "weight",
    "colour-of-eyes": "eyes",
    "colour-of-hair": "hair",
    "distinguishing-marks-and-characteristics": "distinguishing marks",
}
_SEXES: Final = {"M": "M", "MALE": "M", "F": "F", "FEMALE": "F", "U": "U"}
_KINDS: Final = {"un": NoticeColour.UNSC_SPECIAL} | {one.value.lower(): one for one in NoticeColour}


@dataclass(slots=True)
class ImportedNotice:
    """A notice as a file states it.

    Attributes:
        source: `interpol` or `misp`.
        kind: Colour; `None` if the file does not say it.
        content: Values by the names of the columns.
        names: Name in the file of the value of a column, where it is another one.
        unread: Names in the file that were not taken over.
        pictures: Number of pictures that the file contains or refers to; none is taken over.
    """

    source: str
    kind: str | None = None
    content: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    pictures: int = 0


def read(document: str) -> list[ImportedNotice]:
    """Return the notices of a file. Raises `Invalid`: it is no JSON, or contains no notice or too many."""
    try:
        given = json.loads(document)
        objects = list(_misp_objects(given))
        # Half of a surrogate pair can be escaped in JSON, but it is no character and cannot be returned or stored.
        json.dumps(given, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Invalid(_NO_JSON, field="document") from None
    found = [_misp(one) for one in objects] or [_public(one) for one in _public_notices(given)]
    if not found:
        raise Invalid(_NOTHING, field="document")
    if len(found) > MOST_NOTICES:
        raise Invalid(Phrase("A file can have at most {most} notices. Split it.", most=MOST_NOTICES), field="document")
    return found


def _public_notices(given: object) -> Iterator[Mapping[str, Any]]:
    """Return one public notice, or those of a page of results.

    A notice that was fetched by its number has `_embedded` too, without `notices`.
    """
    if not isinstance(given, Mapping):
        return
    embedded = given.get("_embedded")
    listed = embedded.get("notices") if isinstance(embedded, Mapping) else None
    for one in listed if isinstance(listed, list) else [given]:
        if isinstance(one, Mapping) and ("entity_id" in one or {"name", "forename"} & one.keys()):
            yield one


def _public(given: Mapping[str, Any]) -> ImportedNotice:
    taken = set(_PUBLIC_NESTED)
    found = ImportedNotice("interpol", _public_kind(given), pictures=_public_pictures(given))
    for name, column in _PUBLIC_TEXTS.items():
        _take(found, column, given.get(name), name, taken)
    _take(found, "birth_date", _born(given.get("date_of_birth")), "date_of_birth", taken)
    _take(found, "sex", _sex(given.get("sex_id")), "sex_id", taken)
    _take(found, "nationalities", _codes(given.get("nationalities"), 2), "nationalities", taken)
    for name in ("languages_spoken_ids", "languages"):
        spoken = [one.lower() for one in _codes(given.get(name), 3)]
        _take(found, "languages", spoken, name, taken)
    _take(found, "charge", _charges(given.get("arrest_warrants")), "arrest_warrants", taken)
    _take(found, "facts", _disappeared(given), "date_of_event", taken)
    if "facts" in found.content:
        taken.update(("place", "country"))
    resolution = _text(given.get("un_resolution"))
    _take(found, "regime", resolution and f"Resolution {resolution}", "un_resolution", taken)
    _take(found, "identity_documents", "\n".join(_texts(given.get("identity_documents"))), "identity_documents", taken)
    _public_names(found, given, taken)
    described = [(label, given.get(name), name) for name, label in _PUBLIC_DESCRIPTION.items()]
    _describe(found, described, taken)
    rest = [str(name) for name, value in given.items() if name not in taken and _is_stated(value)]
    found.unread = sorted({*rest, *_unread_within(given)})
    return found


def _is_stated(value: object) -> bool:
    return value not in (None, "", [], {})


def _unread_within(given: Mapping[str, Any]) -> Iterator[str]:
    """Return the paths of stated values inside other keys that were not taken over."""
    for name, read in _PUBLIC_NESTED.items():
        nested = given.get(name)
        if isinstance(nested, Mapping):
            yield from (f"{name}.{key}" for key, value in nested.items() if key not in read and _is_stated(value))
        elif _is_stated(nested):
            yield name
    warrants = given.get("arrest_warrants")
    for place, one in enumerate(warrants if isinstance(warrants, list) else ()):
        if not isinstance(one, Mapping):
            yield f"arrest_warrants.{place}"
            continue
        read = _WARRANT if _charge(one) else set[str]()
        yield from (f"arrest_warrants.{key}" for key, value in one.items() if key not in read and _is_stated(value))


def _disappeared(given: Mapping[str, Any]) -> str:
    """Return when and where a missing person disappeared; empty if the day is not stated."""
    when = _text(given.get("date_of_event"))
    return ", ".join(filter(None, (when, _text(given.get("place")), _text(given.get("country"))))) if when else ""


def _public_names(found: ImportedNotice, given: Mapping[str, Any], taken: set[str]) -> None:
    """Take over other names of the person, and the names of the parents."""
    aliases, parents = list[str](), list[str]()
    for name in _PUBLIC_ALIASES:
        _take(found, "aliases", _texts(given.get(name)), name, taken)
        aliases += _texts(given.get(name))
    if aliases:
        found.content["aliases"] = _distinct(aliases)
    for word, names in _PUBLIC_PARENTS.items():
        stated = ", ".join(filter(None, (_text(given.get(name)) for name in names)))
        if stated:
            parents.append(f"{word}: {stated}")
            taken.update(names)
    if parents:
        found.content["parents"] = "\n".join(parents)


def _public_pictures(given: Mapping[str, Any]) -> int:
    """Return how many pictures are listed; one if only the thumbnail is named."""
    embedded, links = given.get("_embedded"), given.get("_links")
    listed = embedded.get("images") if isinstance(embedded, Mapping) else None
    if isinstance(listed, list) and listed:
        return len(listed)
    return int(isinstance(links, Mapping) and bool(links.get("thumbnail")))


def _public_kind(given: Mapping[str, Any]) -> str | None:
    links = given.get("_links")
    own = links.get("self") if isinstance(links, Mapping) else None
    address = str(own.get("href", "")) if isinstance(own, Mapping) else ""
    named = next((_KINDS[part] for part in address.split("/") if part in _KINDS), None)
    if named is None and given.get("arrest_warrants"):
        named = NoticeColour.RED
    return None if named is None else named.value


def _charges(given: object) -> str:
    """Return the charges and their translations, with the countries that issued the warrants."""
    warrants = given if isinstance(given, list) else ()
    return "\n".join(filter(None, (_charge(one) for one in warrants if isinstance(one, Mapping))))


def _charge(warrant: Mapping[str, Any]) -> str:
    """Return the charge of a warrant, its translation, and the country after the first of them; empty without both."""
    charge, translation = (_lines(warrant.get(name)) for name in ("charge", "charge_translation"))
    told = [text for text in (charge, translation and f"translation: {translation}") if text]
    country = _text(warrant.get("issuing_country_id"))
    if told and country:
        told[0] = f"{told[0]} ({country})"
    return "\n".join(told)


def _misp_objects(given: object) -> Iterator[Mapping[str, Any]]:
    """Return the objects `interpol-notice` of an event, of a list of events, or of an exported object."""
    if isinstance(given, list):
        for one in given:
            yield from _misp_objects(one)
    elif isinstance(given, Mapping):
        if given.get("name") == "interpol-notice":
            yield given
        else:
            for name in ("response", "Event", "Object"):
                yield from _misp_objects(given.get(name))


def _misp(given: Mapping[str, Any]) -> ImportedNotice:
    stated: dict[str, list[str]] = {}
    attributes = given.get("Attribute")
    for one in attributes if isinstance(attributes, list) else ():
        if isinstance(one, Mapping):
            stated.setdefault(str(one.get("object_relation")), []).append(_text(one.get("value")))
    taken = {"notice-color"}
    colour = " ".join(stated.get("notice-color", ())).lower()
    found = ImportedNotice("misp", _KINDS[colour].value if colour in _KINDS else None)
    for name, column in _MISP_TEXTS.items():
        _take(found, column, ", ".join(stated.get(name, ())), name, taken)
    _take(found, "birth_date", _born(" ".join(stated.get("date-of-birth", ()))), "date-of-birth", taken)
    _take(found, "sex", _sex(" ".join(stated.get("sex", ()))), "sex", taken)
    _take(found, "nationalities", _codes(stated.get("nationality"), 2), "nationality", taken)
    _take(found, "charge", "\n".join(stated.get("charges", ())), "charges", taken)
    missed = [*stated.get("date-of-disappearance", ()), *stated.get("place-of-disappearance", ())]
    _take(found, "facts", ", ".join(missed), "date-of-disappearance", taken)
    taken.add("place-of-disappearance")
    _take(found, "aliases", _distinct(filter(None, stated.get("alias", ()))), "alias", taken)
    parents = {name: ", ".join(filter(None, stated.get(name, ()))) for name in _MISP_PARENTS.values()}
    lines = [f"{word}: {parents[name]}" for word, name in _MISP_PARENTS.items() if parents[name]]
    if lines:
        found.content["parents"] = "\n".join(lines)
        taken.update(name for name, value in parents.items() if value)
    found.pictures = len(stated.get(_MISP_PORTRAIT, ()))
    taken.add(_MISP_PORTRAIT)
    described = [(label, ", ".join(stated.get(name, ())), name) for name, label in _MISP_DESCRIPTION.items()]
    described += [
        (name, ", ".join(stated.get(name, ())), name)
        for name in ("nationality", "language-spoken")
        if name not in taken
    ]
    _describe(found, described, taken)
    found.unread = sorted(stated.keys() - taken)
    return found


def _take(found: ImportedNotice, column: str, value: object, name: str, taken: set[str]) -> None:
    """Take over a value that is there."""
    text = _text(value) if not isinstance(value, list) else value
    if text:
        found.content[column] = text
        found.names[column] = name
        taken.add(name)


def _describe(found: ImportedNotice, described: Iterable[tuple[str, object, str]], taken: set[str]) -> None:
    lines = list[str]()
    for label, value, name in described:
        text = ", ".join(map(_text, value)) if isinstance(value, list) else _text(value)
        if text:
            lines.append(f"{label}: {text}")
            taken.add(name)
    if lines:
        found.content["description"] = "\n".join(lines)


def _text(value: object) -> str:
    """Return a text or number as text; empty where the file states nothing: INTERPOL writes `-` or 0 for unknown."""
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == 0:
        return ""
    text = str(value).strip()
    return "" if text == "-" else text


def _lines(value: object) -> str:
    """Return a text with the line ends that a paragraph has."""
    return _text(value).replace("\r\n", "\n")


def _texts(value: object) -> list[str]:
    """Return the texts of a list, or of one value."""
    return [text for text in map(_text, value if isinstance(value, list) else [value]) if text]


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _born(value: object) -> str:
    """Return a date or a year as the content holds it; empty if it is neither."""
    text = _text(value)
    day = _DAY.fullmatch(text)
    if day is not None:
        return f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"
    return text if _YEAR.fullmatch(text) else ""


def _sex(value: object) -> str:
    return _SEXES.get(_text(value).upper(), "")


def _codes(value: object, most: int) -> list[str]:
    """Return codes of countries or languages; none if one of them is no code."""
    given = [_text(one).upper() for one in value] if isinstance(value, Sequence) and not isinstance(value, str) else []
    return given if all(re.fullmatch(rf"[A-Z]{{2,{most}}}", one) for one in given) else []
