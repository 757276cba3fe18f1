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
from app.access.requests.forms.model import (
    Section,
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    all_of,
    choice,
    choices,
    country,
    equal,
    group,
    long,
    none_of,
    period,
    section,
    several,
    text,
    yes,
    yes_no,
)

SOURCE: Final = "Regulation (EU) 2023/1543 with corrigendum of 13 July 2026"
VERSION: Final = "2026-07-13"
_VALIDATED: Final = yes("a.validated")


def authorities_section(annex: str) -> Section:
    """Return section A: States and authorities."""
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
            "validating_authority", "Validating authority", "Autorité de validation", _VALIDATED, f"{annex}, section A"
        ),
        text(
            "validating_file_number",
            "File number of the validating authority",
            "Numéro de dossier de l’autorité de validation",
            _VALIDATED,
            f"{annex}, section A",
        ),
    )


def addressee_section(annex: str, key: str = "b") -> Section:
    """Return the section of the addressee."""
    return section(
        key,
        "Addressee",
        "Destinataire",
        text("addressee", "Addressee", "Destinataire", REQUIRED, f"{annex}, section B", "request.provider"),
        choice(
            "capacity",
            "Capacity",
            "Qualité",
            """
establishment | Designated establishment | Établissement désigné
representative | Legal representative | Représentant légal
other | Other, because nobody reacted in an emergency | Autre, en l’absence de réaction en situation d’urgence
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
    )


def identifiers_section(key: str, section_key: str, annex: str) -> Section:
    """Return the section of the identifiers."""
    return section(
        key,
        "Identifiers",
        "Identifiants",
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


def data_section(key: str, section_key: str, annex: str) -> Section:
    """Return the section of the data."""
    return section(
        key,
        "Data",
        "Données",
        choices(
            "categories",
            "Categories of data",
            "Catégories de données",
            DATA_CATEGORIES,
            REQUIRED,
            f"{annex}, section {section_key}",
            "request.categories",
        ),
        long(
            "details",
            "Data wanted within the categories",
            "Données souhaitées dans ces catégories",
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
        "Issuing authority",
        "Autorité d’émission",
        choice("type", "Type", "Type", _ISSUERS, REQUIRED, f"{annex}, section {section_key}"),
        yes_no(
            "unvalidated",
            "Emergency, without validation beforehand",
            "Urgence, sans validation préalable",
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
    needed = all_of(equal(f"{issuer}.type", "other"), none_of(yes(f"{issuer}.unvalidated")))
    return section(
        key,
        "Validating authority",
        "Autorité de validation",
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
