"""Sections that several forms of the e-Evidence Regulation (EU) 2023/1543 share. Pure.

Source: Articles 2 to 17, 19, 34 and Annexes I to VI with the corrigendum of 13 July 2026, read in full.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    DATA_CATEGORIES,
    IDENTIFIER,
    SIGNATURE_E_EVIDENCE,
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    all_of,
    any_of,
    choice,
    choices,
    country,
    equal,
    group,
    has,
    long,
    none_of,
    optional,
    period,
    section,
    several,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import (
    Condition,
    Field,
    Section,
)

SOURCE: Final = "Regulation (EU) 2023/1543 with corrigendum of 13 July 2026"
VERSION: Final = "2026-07-13"


def _is_validated(issuer: str) -> Condition:
    """Return the condition that another authority validates, where `issuer` is the key of the issuer's section."""
    unvalidated = yes(f"{issuer}.unvalidated")
    return any_of(yes("a.validated"), all_of(equal(f"{issuer}.type", "other"), none_of(unvalidated)))


def authorities_section(annex: str, issuer: str) -> Section:
    """Return section A: States and authorities. `issuer`: key of the section of the issuing authority."""
    validated = _is_validated(issuer)
    return section(
        "a",
        "A: Authorities",
        "A : Autorités",
        country("issuing_state", "Issuing State", "État d’émission", REQUIRED, f"{annex}, section A", "party.country"),
        text(
            "issuing_authority",
            "Issuing authority",
            "Autorité d’émission",
            REQUIRED,
            f"{annex}, section A",
            "authority.name",
        ),
        text(
            "file_number",
            "File number of the issuing authority",
            "Numéro de dossier de l’autorité d’émission",
            REQUIRED,
            f"{annex}, section A",
            "request.reference",
        ),
        yes_no(
            "validated",
            "The order is validated by another authority",
            "L’injonction est validée par une autre autorité",
            OPTIONAL,
            "Art. 4",
        ),
        text(
            "validating_authority", "Validating authority", "Autorité de validation", validated, f"{annex}, section A"
        ),
        text(
            "validating_file_number",
            "File number of the validating authority",
            "Numéro de dossier de l’autorité de validation",
            validated,
            f"{annex}, section A",
        ),
    )


def addressee_section(annex: str, key: str = "b") -> Section:
    """Return the section of the addressee."""
    return section(
        key,
        f"{key.upper()}: Addressee",
        f"{key.upper()} : Destinataire",
        text("addressee", "Addressee", "Destinataire", REQUIRED, f"{annex}, section B", "request.provider"),
        choice(
            "capacity",
            "Capacity",
            "Qualité",
            """
establishment | Designated establishment | Établissement désigné
representative | Legal representative | Représentant légal
other | Other, because nobody reacted in an emergency | Autre, en l’absence de réaction dans un cas d’urgence
""",
            REQUIRED,
            "Art. 7",
        ),
        text("address", "Address", "Adresse", OPTIONAL, f"{annex}, section B"),
        text("contact", "Contact", "Point de contact", OPTIONAL, f"{annex}, section B"),
        text(
            "file_number",
            "File number of the addressee",
            "Numéro de dossier du destinataire",
            OPTIONAL,
            f"{annex}, section B",
        ),
        text(
            "provider",
            "Service provider, if another",
            "Fournisseur de services, s’il diffère",
            OPTIONAL,
            f"{annex}, section B",
        ),
        long("other", "Other information", "Autres informations", OPTIONAL, f"{annex}, section B"),
    )


def identifiers_section(key: str, section_key: str, annex: str) -> Section:
    """Return the section of the identifiers."""
    return section(
        key,
        f"{section_key}: Identifiers",
        f"{section_key} : Identifiants",
        several(
            group(
                "identifiers",
                "Identifiers",
                "Identifiants",
                IDENTIFIER,
                REQUIRED,
                f"{annex}, section {section_key}; Art. 5(5)(c)",
                "request.identifiers",
            )
        ),
        period("period", "Time range", "Période", OPTIONAL, f"{annex}, section {section_key}"),
        long("more", "More information", "Informations complémentaires", OPTIONAL, f"{annex}, section {section_key}"),
    )


_SUBSCRIBER: Final = """
identity | Identity and contact | Identité et coordonnées
registration | Registration: date, type, contract, identity check, documents | Inscription : date, type, contrat, vérification de l’identité, documents
service | Service: type, duration, first identifiers, devices | Service : type, durée, premiers identifiants, appareils
profile | Profile | Profil
validation | Validation data | Données de validation
payment | Means of payment | Moyens de paiement
puk | PUK codes | Codes PUK
other | Other | Autres
"""
_IDENTIFICATION: Final = """
connections | IP connection records | Enregistrements de connexion IP
ports | Source ports | Ports source
times | Time stamps | Horodatages
user | User identifiers | Identifiants d’utilisateur
interface | Interface used | Interface utilisée
other | Other | Autres
"""
_TRAFFIC: Final = """
telephony_identifiers | Telephony: identifiers of both sides (number, IMSI, IMEI) | Téléphonie : identifiants des deux correspondants (numéro, IMSI, IMEI)
telephony_times | Telephony: time and duration | Téléphonie : heure et durée
telephony_attempts | Telephony: call attempts | Téléphonie : tentatives d’appel
telephony_station | Telephony: base station with coordinates, at start and end | Téléphonie : station de base avec coordonnées, au début et à la fin
telephony_bearer | Telephony: bearer or teleservice | Téléphonie : service support ou téléservice
internet_routing | Internet: routing (IP addresses, ports, browser, mail header, message-ID) | Internet : acheminement (adresses IP, ports, navigateur, en-tête, message-ID)
internet_station | Internet: base station with coordinates | Internet : station de base avec coordonnées
internet_volume | Internet: volume of data | Internet : volume de données
internet_times | Internet: times and duration | Internet : heures et durée
hosting_logs | Hosting: log files | Hébergement : fichiers journaux
hosting_tickets | Hosting: tickets | Hébergement : tickets
purchases | Purchases | Achats
top_ups | Prepaid top-ups | Recharges prépayées
other | Other | Autres
"""
_CONTENT: Final = """
mailbox | Mailbox | Boîte aux lettres électronique
storage | Online storage | Stockage en ligne
page | Page | Page
messages | Message log or backup | Journal ou sauvegarde des messages
voicemail | Voicemail | Messagerie vocale
server | Contents of a server | Contenu d’un serveur
device_backup | Backup of a device | Sauvegarde d’un appareil
contacts | Contact list | Liste de contacts
other | Other | Autres
"""
#: The category that opens a part of the menu.
_CATEGORY: Final = {
    "subscriber": "SUBSCRIBER",
    "identification": "IDENTIFICATION_ONLY",
    "traffic": "TRAFFIC",
    "content": "CONTENT",
}


def _menu(key: str, en: str, fr: str, offered: str, at: tuple[str, str]) -> tuple[Field, Field]:
    """Return the menu of a category, and the text of its last option. `at`: key of the section, source."""
    section_key, source = at
    return (
        choices(key, en, fr, offered, has(f"{section_key}.categories", _CATEGORY[key]), source),
        text(f"{key}_other", f"{en}: other", f"{fr} : autres", has(f"{section_key}.{key}", "other"), source),
    )


def data_section(key: str, section_key: str, annex: str) -> Section:
    """Return the section of the data."""
    at = (key, f"{annex}, section {section_key}")
    return section(
        key,
        f"{section_key}: Data",
        f"{section_key} : Données",
        choices(
            "categories",
            "Categories of data",
            "Catégories de données",
            DATA_CATEGORIES,
            REQUIRED,
            f"{annex}, section {section_key}",
            "request.categories",
        ),
        *_menu("subscriber", "Subscriber data", "Données relatives aux abonnés", _SUBSCRIBER, at),
        *_menu("identification", "Data to identify the user", "Données d’identification", _IDENTIFICATION, at),
        period(
            "identification_period",
            "Time range of the data to identify the user",
            "Période des données d’identification",
            optional(has(f"{key}.categories", "IDENTIFICATION_ONLY")),
            f"{annex}, section {section_key}",
        ),
        *_menu("traffic", "Traffic data", "Données relatives au trafic", _TRAFFIC, at),
        *_menu("content", "Content data", "Données relatives au contenu", _CONTENT, at),
        long(
            "details",
            "Limits of the data wanted",
            "Précisions limitant les données demandées",
            OPTIONAL,
            f"{annex}, section {section_key}",
        ),
    )


_ISSUERS: Final = """
judge | Judge, court or investigating judge | Juge, juridiction ou juge d’instruction
prosecutor | Prosecutor | Procureur
other | Other competent authority | Autre autorité compétente
"""


def issuer_section(key: str, section_key: str, annex: str) -> Section:
    """Return the section of the issuing authority."""
    return section(
        key,
        f"{section_key}: Issuing authority",
        f"{section_key} : Autorité d’émission",
        choice("type", "Type", "Type", _ISSUERS, REQUIRED, f"{annex}, section {section_key}"),
        yes_no(
            "unvalidated",
            "Emergency: issued without validation beforehand",
            "Cas d’urgence : injonction émise sans validation préalable",
            OPTIONAL,
            "Art. 4(5)",
        ),
        group(
            "issuer",
            "Issuing authority",
            "Autorité d’émission",
            AUTHORITY,
            REQUIRED,
            f"{annex}, section {section_key}",
            prefill="authority",
        ),
        text(
            "contact",
            "Contact point, if another",
            "Point de contact, s’il diffère",
            OPTIONAL,
            f"{annex}, section {section_key}",
        ),
        group("signature", "Signature", "Signature", SIGNATURE_E_EVIDENCE, REQUIRED, f"{annex}, section {section_key}"),
    )


def validator_section(key: str, issuer: str, section_key: str, annex: str) -> Section:
    """Return the section of the validating authority."""
    needed = _is_validated(issuer)
    return section(
        key,
        f"{section_key}: Validating authority",
        f"{section_key} : Autorité de validation",
        choice(
            "type",
            "Type",
            "Type",
            "judge | Judge, court or investigating judge | Juge, juridiction ou juge d’instruction\nprosecutor | Prosecutor | Procureur",
            needed,
            f"{annex}, section {section_key}",
        ),
        group(
            "validator",
            "Validating authority",
            "Autorité de validation",
            AUTHORITY,
            needed,
            f"{annex}, section {section_key}",
        ),
        group("signature", "Signature", "Signature", SIGNATURE_E_EVIDENCE, needed, f"{annex}, section {section_key}"),
    )
