"""Ways to data in a State to which no recorded treaty leads, with reasons and missing facts. Pure.

The lists of Parties in the reference data are incomplete, so a State that is in none of them may be a Party. The advice
says so. Not here: the routes by instruments (`routes.py`), and the sentences (`without_treaty.json`).
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from app.access.requests.in_force import Force, Treaties, force
from app.access.requests.routes import Advice, Question, Reason, rests_on_treaty
from app.reference.catalogue import (
    ContactRole,
    CountryCard,
    DataCategory,
    DirectoryEntry,
    Instrument,
    TransitionFamily,
)
from app.reference.sourced import BilingualText, Sourced

#: The entry of the catalogue from which the order of the ways is taken. It is advice, and no route.
ADVICE: Final = "NON_PARTY_ADVICE"
#: The treaty of Article 18 of the UN Convention against Transnational Organized Crime.
_UNTOC: Final = "UNTOC"


class Way(StrEnum):
    """A way that needs no treaty of mutual assistance between the two States, in the order of the advice."""

    LETTER_OF_REQUEST = "letter_of_request"
    UNTOC = "untoc"
    INTERPOL = "interpol"
    LIAISON = "liaison"


class WayReason(StrEnum):
    """Reasons for a way, and its conditions."""

    PAIR_TREATY = "pair_treaty"
    RECIPROCITY = "reciprocity"
    DIPLOMATIC_CHANNEL = "diplomatic_channel"
    UNTOC_BETWEEN = "untoc_between"
    UNTOC_OFFENCES = "untoc_offences"
    UNTOC_CENTRAL_AUTHORITY = "untoc_central_authority"
    UNTOC_DUAL_CRIMINALITY = "untoc_dual_criminality"
    POLICE_INFORMATION = "police_information"
    ASKS_TO_PRESERVE = "asks_to_preserve"
    FORMAL_REQUEST_AFTERWARDS = "formal_request_afterwards"
    LIAISON_ADVISES = "liaison_advises"


class Missing(StrEnum):
    """Facts that a way needs and the reference data do not hold."""

    LISTED_AS_PARTY = "listed_as_party"
    CARD = "card"
    CENTRAL_AUTHORITY = "central_authority"
    ADDRESSEE = "addressee"
    LANGUAGES = "languages"
    DOUBLE_CRIMINALITY = "double_criminality"
    UNTOC_REQUESTER = "untoc_requester"
    UNTOC_OTHER = "untoc_other"
    NCB = "ncb"
    LIAISON_CONTACT = "liaison_contact"


@dataclass(frozen=True, slots=True)
class Held:
    """Records about the other State. `card`: None without a card."""

    card: CountryCard | None
    contacts: Collection[DirectoryEntry]


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A way with its reasons, and what is missing for it.

    Attributes:
        way: The way.
        instrument: Key of the instrument of the catalogue for it.
        reasons: Reasons and conditions, the most important first.
        missing: Facts that the reference data do not hold.
        treaties: Titles of treaties between the two States, of which it is not recorded that they obtain these data.
    """

    way: Way
    instrument: str
    reasons: tuple[WayReason, ...]
    missing: tuple[Missing, ...]
    treaties: tuple[BilingualText, ...] = ()


_INSTRUMENTS: Final[Mapping[Way, str]] = {
    Way.LETTER_OF_REQUEST: "MLA_LOR",
    Way.UNTOC: "UNTOC_18",
    Way.INTERPOL: "INTERPOL_I247",
    Way.LIAISON: "LIAISON",
}


def ways(
    question: Question, advice: Advice, catalogue: Mapping[str, Instrument], treaties: Treaties, held: Held
) -> tuple[OtherWay, ...]:
    """Return the other ways, the most formal first; none where a treaty, an act of the Union or the team leads."""
    is_near = question.provider_country in question.team | {question.requester}
    if is_near or any(
        rests_on_treaty(catalogue[one.instrument]) and Reason.IN_FORCE in one.reasons for one in advice.routes
    ):
        return ()
    found = (
        _letter_of_request(question, catalogue, treaties, held),
        _untoc(question, treaties, held),
        _interpol(question, held),
        _liaison(question, held),
    )
    return tuple(one for one in found if one.instrument in catalogue)


@cache
def reason_sentences() -> Mapping[WayReason, BilingualText]:
    """Return the sentences of the reasons in both languages."""
    return {WayReason(key): words for key, words in _words("reasons").items()}


@cache
def missing_sentences() -> Mapping[Missing, BilingualText]:
    """Return the sentences about missing data in both languages."""
    return {Missing(key): words for key, words in _words("missing").items()}


def _words(part: str) -> Mapping[str, BilingualText]:
    read: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {key: BilingualText.model_validate(words) for key, words in read[part].items()}


def _letter_of_request(
    question: Question, catalogue: Mapping[str, Instrument], treaties: Treaties, held: Held
) -> OtherWay:
    between = question.requester, question.provider_country, question.day
    pairs = [
        one.title
        for one in catalogue.values()
        if one.family is TransitionFamily.JUDICIAL
        and one.in_force.value is not None
        and one.in_force.value.scope == "pairs"
        and force(one, *between, treaties) is Force.APPLIES
    ]
    because = (WayReason.PAIR_TREATY,) if pairs else (WayReason.RECIPROCITY, WayReason.DIPLOMATIC_CHANNEL)
    unlisted = () if pairs else (Missing.LISTED_AS_PARTY,)
    return OtherWay(
        Way.LETTER_OF_REQUEST,
        _INSTRUMENTS[Way.LETTER_OF_REQUEST],
        because,
        (*unlisted, *_of_authority(held)),
        tuple(pairs),
    )


def _untoc(question: Question, treaties: Treaties, held: Held) -> OtherWay:
    treaty = treaties.get(_UNTOC)
    states = {Missing.UNTOC_REQUESTER: question.requester, Missing.UNTOC_OTHER: question.provider_country}
    unknown = tuple(
        one
        for one, state in states.items()
        if treaty is None or (begins_on := treaty.in_force_on(state)) is None or begins_on > question.day
    )
    between = () if unknown else (WayReason.UNTOC_BETWEEN,)
    because = (
        *between,
        WayReason.UNTOC_OFFENCES,
        WayReason.UNTOC_CENTRAL_AUTHORITY,
        WayReason.UNTOC_DUAL_CRIMINALITY,
    )
    return OtherWay(Way.UNTOC, _INSTRUMENTS[Way.UNTOC], because, (*unknown, *_of_authority(held)))


def _interpol(question: Question, held: Held) -> OtherWay:
    preserves = (WayReason.ASKS_TO_PRESERVE,) if question.category is DataCategory.PRESERVATION else ()
    because = (*preserves, WayReason.POLICE_INFORMATION, WayReason.FORMAL_REQUEST_AFTERWARDS)
    missing = () if _has(held, ContactRole.NCB) else (Missing.NCB,)
    return OtherWay(Way.INTERPOL, _INSTRUMENTS[Way.INTERPOL], because, missing)


def _liaison(question: Question, held: Held) -> OtherWay:
    preserves = (WayReason.ASKS_TO_PRESERVE,) if question.category is DataCategory.PRESERVATION else ()
    because = (*preserves, WayReason.LIAISON_ADVISES, WayReason.FORMAL_REQUEST_AFTERWARDS)
    is_known = _has(held, ContactRole.LIAISON_OFFICER, ContactRole.LIAISON_MAGISTRATE)
    return OtherWay(Way.LIAISON, _INSTRUMENTS[Way.LIAISON], because, () if is_known else (Missing.LIAISON_CONTACT,))


def _of_authority(held: Held) -> tuple[Missing, ...]:
    """Return the facts that a formal request needs and the records do not hold."""
    card = held.card
    is_central = _has(held, ContactRole.CENTRAL_AUTHORITY) or (card is not None and _is_held(card.central_authority))
    central = () if is_central else (Missing.CENTRAL_AUTHORITY,)
    if card is None:
        return (Missing.CARD, *central)
    fields = {
        Missing.ADDRESSEE: (card.send_to, card.channels, card.means),
        Missing.LANGUAGES: (card.languages,),
        Missing.DOUBLE_CRIMINALITY: (card.double_criminality,),
    }
    return (*central, *(one for one, values in fields.items() if not any(map(_is_held, values))))


def _is_held(value: Sourced[Any]) -> bool:
    return bool(value.value)


def _has(held: Held, *roles: ContactRole) -> bool:
    return any(one.role in roles for one in held.contacts)
