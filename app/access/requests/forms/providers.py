"""Requests to a provider directly: preservation, voluntary and emergency disclosure. Pure.

Sources: guidelines of one provider and a US preservation letter, read; the model forms of the UN were not readable.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    CONFIDENTIALITY,
    CONFIRMATION,
    CONTACT,
    DATA_CATEGORIES,
    IDENTIFIER,
    ISSUED,
    OFFENCE,
    RETURN,
)
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    choices,
    date,
    group,
    long,
    period,
    section,
    several,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import (
    Form,
    Need,
    Section,
    Title,
)

_VERSION: Final = "2026-11"
_GUIDELINES: Final = "Guidelines of a provider"
_LETTER: Final = "US preservation letter"


def _head(supervisor: Need, case: Need = REQUIRED) -> Section:
    return section(
        "head",
        "Provider and authority",
        "Fournisseur et autorité",
        text("provider", "Provider and portal", "Fournisseur et portail", REQUIRED, prefill="request.provider"),
        group("authority", "Authority", "Autorité", CONTACT, REQUIRED, _GUIDELINES, prefill="authority"),
        text(
            "officer",
            "Officer, badge or identification number",
            "Agent, matricule ou numéro d’identification",
            REQUIRED,
            _GUIDELINES,
            "authority.person",
        ),
        text(
            "officer_email",
            "Official e-mail address",
            "Adresse électronique officielle",
            REQUIRED,
            _GUIDELINES,
            "authority.email",
        ),
        text(
            "officer_telephone",
            "Telephone of the officer",
            "Téléphone de l’agent",
            REQUIRED,
            _GUIDELINES,
            "authority.telephone",
        ),
        group("supervisor", "Supervisor for a call-back", "Supérieur à rappeler", CONFIRMATION, supervisor),
        text(
            "legal_power",
            "Legal power or policy",
            "Pouvoir légal ou politique du fournisseur",
            REQUIRED,
            _LETTER,
            "request.legal_basis",
        ),
        text("case_number", "Case number", "Numéro de procédure", case, prefill="request.reference"),
    )


def _offences(need: Need) -> Section:
    return section(
        "offences", "Offences", "Infractions", several(group("list", "Offences", "Infractions", OFFENCE, need))
    )


def _data() -> Section:
    return section(
        "data",
        "Data",
        "Données",
        several(
            group(
                "identifiers",
                "User, account, URL",
                "Utilisateur, compte, URL",
                IDENTIFIER,
                REQUIRED,
                _GUIDELINES,
                "request.identifiers",
            )
        ),
        choices(
            "categories",
            "Categories of data",
            "Catégories de données",
            DATA_CATEGORIES,
            REQUIRED,
            _GUIDELINES,
            "request.categories",
        ),
        long(
            "records",
            "Types of record, as narrow as possible",
            "Types de données, aussi précis que possible",
            REQUIRED,
            _GUIDELINES,
        ),
        period("period", "Period", "Période", REQUIRED, _GUIDELINES),
        group(
            "confidentiality",
            "No notice to the user",
            "Absence d’information de l’utilisateur",
            CONFIDENTIALITY,
            OPTIONAL,
            _GUIDELINES,
        ),
    )


def _end(formal: Need, answer: Need) -> tuple[Section, ...]:
    return (
        section(
            "formal",
            "Formal request",
            "Demande formelle",
            yes_no("follows", "A formal request follows", "Une demande formelle suivra", formal),
            date("by", "By", "Avant le", yes("formal.follows")),
        ),
        section(
            "answer",
            "Answer",
            "Réponse",
            group("return", "Channel, format, certificate", "Voie, format, attestation", RETURN, answer),
        ),
        section(
            "signature",
            "Signature",
            "Signature",
            group("issued", "Signature", "Signature", ISSUED, REQUIRED, prefill="signature"),
            yes_no("truth", "The statements are true", "Les déclarations sont exactes", REQUIRED),
        ),
    )


PRESERVATION: Final = Form(
    "provider_preservation",
    Title("Preservation request to a provider", "Demande de conservation à un fournisseur"),
    _VERSION,
    f"{_GUIDELINES}; {_LETTER}",
    (
        _head(ADVISED, ADVISED),
        _offences(ADVISED),
        _data(),
        section(
            "preservation",
            "Preservation",
            "Conservation",
            text("period", "Period (as a rule 90 days)", "Durée (en règle générale 90 jours)", REQUIRED, _LETTER),
            yes_no("existing_only", "Existing data only", "Données existantes seulement", REQUIRED, _LETTER),
            yes_no(
                "ask_before_closing",
                "Ask before the account is closed",
                "Consulter avant la fermeture du compte",
                REQUIRED,
                _LETTER,
            ),
            yes_no("extension", "Extension of an earlier preservation", "Prolongation d’une conservation antérieure"),
            text(
                "earlier",
                "Reference of the earlier preservation",
                "Référence de la conservation antérieure",
                yes("preservation.extension"),
            ),
        ),
        *_end(REQUIRED, OPTIONAL),
    ),
)

VOLUNTARY: Final = Form(
    "provider_voluntary",
    Title("Request for voluntary disclosure", "Demande de communication volontaire"),
    _VERSION,
    _GUIDELINES,
    (_head(ADVISED), _offences(REQUIRED), _data(), *_end(OPTIONAL, REQUIRED)),
)

EMERGENCY: Final = Form(
    "provider_emergency",
    Title("Emergency disclosure request", "Demande de communication d’urgence (danger pour la vie)"),
    _VERSION,
    _GUIDELINES,
    (
        _head(REQUIRED),
        _offences(REQUIRED),
        _data(),
        section(
            "danger",
            "Danger",
            "Danger",
            choices(
                "kind",
                "Danger of",
                "Danger de",
                "death | Death | Mort\ninjury | Serious injury | Blessures graves",
                REQUIRED,
                _GUIDELINES,
            ),
            long(
                "who",
                "Person in danger, time, and reasons why the danger is imminent",
                "Personne en danger, moment, caractère imminent",
                REQUIRED,
                prefill="request.facts",
            ),
            long("help", "How the data will help", "En quoi les données aideront", REQUIRED, _GUIDELINES),
            long(
                "too_slow",
                "Why the usual procedure is too slow",
                "Pourquoi la procédure ordinaire est trop lente",
                REQUIRED,
            ),
            yes_no(
                "existing_only",
                "Existing data only",
                "Données existantes seulement",
                OPTIONAL,
                _GUIDELINES,
            ),
            yes_no(
                "ask_first",
                "Ask before the account is closed",
                "Consultation avant la fermeture du compte",
                OPTIONAL,
                _GUIDELINES,
            ),
        ),
        *_end(REQUIRED, REQUIRED),
    ),
)

FORMS: Final = (PRESERVATION, VOLUNTARY, EMERGENCY)
