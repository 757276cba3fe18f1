"""Requests under the Second Additional Protocol (CETS 224), Articles 6 to 10 and 12. Pure.

The protocol is not in force, and its articles were not read: all fields come from general knowledge.
"""

from dataclasses import replace
from typing import Final

from app.access.requests.forms.blocks import (
    CONTACT,
    FACTS,
    IDENTIFIER,
    ISSUED,
    OFFENCE,
    PREVIOUS,
    RETURN,
)
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    Level,
    all_of,
    choices,
    country,
    date,
    group,
    has,
    long,
    none_of,
    period,
    rule,
    section,
    several,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import (
    Field,
    Form,
    Section,
    Title,
)

_SOURCE: Final = "CETS 224 (from general knowledge; the text was not read)"
_VERSION: Final = "2026-11"


def _head(*more: Field) -> Section:
    return section(
        "head",
        "Authorities",
        "Autorités",
        country("country", "Requested Party", "Partie requise", REQUIRED, prefill="request.country"),
        group("authority", "Issuing authority", "Autorité d’émission", CONTACT, REQUIRED, prefill="authority"),
        date("date", "Date", "Date", REQUIRED, prefill="today"),
        *more,
    )


def _under_protocol() -> Field:
    return yes_no("under_protocol", "Issued under this Protocol", "Émise en application du présent protocole", REQUIRED)


def _provider(need: Level = REQUIRED) -> Section:
    return section(
        "provider",
        "Provider",
        "Fournisseur",
        text("name", "Name", "Nom", need, prefill="request.provider"),
        text("address", "Address", "Adresse", need),
    )


def _offences() -> Section:
    return section(
        "offences", "Offences", "Infractions", several(group("list", "Offences", "Infractions", OFFENCE, REQUIRED))
    )


def _data(offered: str) -> Section:
    return section(
        "data",
        "Data",
        "Données",
        choices(
            "categories", "Categories of data", "Catégories de données", offered, REQUIRED, prefill="request.categories"
        ),
        several(
            group("identifiers", "Identifiers", "Identifiants", IDENTIFIER, REQUIRED, prefill="request.identifiers")
        ),
        long("description", "Detailed description", "Description détaillée", REQUIRED),
    )


_SUBSCRIBER: Final = "SUBSCRIBER | Subscriber information | Données relatives aux abonnés"
_TRAFFIC: Final = f"{_SUBSCRIBER}\nTRAFFIC | Traffic data | Données relatives au trafic"
_STORED: Final = f"{_TRAFFIC}\nCONTENT | Content data | Données relatives au contenu"
_EMERGENCY: Final = section(
    "emergency",
    "Emergency",
    "Urgence",
    long("facts", "Facts of the emergency", "Faits constituant l’urgence", REQUIRED, prefill="request.facts"),
    long("relation", "How the data or the help relate to it", "Lien des données ou de l’aide avec celle-ci", REQUIRED),
)


def _manner(instructions: Level = OPTIONAL) -> tuple[Field, ...]:
    return (
        text("time_frame", "Time frame", "Délai", REQUIRED),
        text("manner", "Manner", "Modalités", REQUIRED),
        long("instructions", "Special instructions", "Instructions procédurales particulières", instructions),
    )


def _preservation(key: str) -> tuple[Field, ...]:
    """Return whether preservation was sought, and the request. `key`: key of the section."""
    earlier = group("earlier", "Preservation", "Conservation", PREVIOUS, yes(f"{key}.preserved"), "", "request.earlier")
    return (
        yes_no("preserved", "Preservation was sought", "La conservation a été demandée", ADVISED),
        several(earlier),
    )


DOMAIN_DATA: Final = Form(
    "sap2_6",
    Title(
        "Request for domain name registration data (Art. 6)",
        "Demande de données d’enregistrement de noms de domaine (art. 6)",
    ),
    _VERSION,
    f"{_SOURCE}, Art. 6",
    (
        _head(),
        _provider(),
        section(
            "request",
            "Request",
            "Demande",
            several(text("domains", "Domains", "Noms de domaine", REQUIRED)),
            long("elements", "Data elements", "Éléments de données", REQUIRED),
            yes_no(
                "statement",
                "Under the Protocol, relevant to a specific case, used only for it",
                "En application du protocole, pertinente pour une affaire précise, à ce seul usage",
                REQUIRED,
            ),
            *_manner(REQUIRED),
        ),
    ),
)

PROVIDER_ORDER: Final = Form(
    "sap2_7",
    Title(
        "Order to a provider for subscriber information (Art. 7)",
        "Injonction directe de fournir des données d’abonnés (art. 7)",
    ),
    _VERSION,
    f"{_SOURCE}, Art. 7",
    (
        _head(
            _under_protocol(),
            text(
                "seeking",
                "Authority that seeks the data, if another",
                "Autorité sollicitant les données, si elle diffère",
            ),
        ),
        _provider(),
        _offences(),
        _data(_SUBSCRIBER),
        section(
            "supplement",
            "Supplement",
            "Informations complémentaires",
            text("power", "Domestic power", "Pouvoir en droit interne", REQUIRED, prefill="request.legal_basis"),
            group("contact", "Contact for the answer", "Contact pour la réponse", CONTACT, REQUIRED),
            *_manner(),
            yes_no("preserved", "Preservation was sought", "La conservation a été demandée", REQUIRED),
            several(
                group(
                    "earlier",
                    "Preservation",
                    "Conservation",
                    PREVIOUS,
                    yes("supplement.preserved"),
                    prefill="request.earlier",
                )
            ),
            yes_no("notification", "The Party requires notification", "La Partie exige une notification", REQUIRED),
            date("notified_on", "Notified on", "Notifiée le", yes("supplement.notification")),
            long("facts", "Facts", "Faits", yes("supplement.notification"), prefill="request.facts"),
            long("other", "Other information", "Autres informations"),
        ),
    ),
)

GIVE_EFFECT: Final = Form(
    "sap2_8",
    Title(
        "Request to give effect to an order (Art. 8)",
        "Demande de donner effet à une injonction d’une autre Partie (art. 8)",
    ),
    _VERSION,
    f"{_SOURCE}, Art. 8",
    (
        _head(
            _under_protocol(),
            text(
                "seeking",
                "Authority that seeks the data, if another",
                "Autorité sollicitant les données, si elle diffère",
            ),
        ),
        _provider(),
        _offences(),
        _data(_TRAFFIC),
        section(
            "supplement",
            "Supporting information (must not reach the provider without consent)",
            "Informations à l’appui (non communiquées au fournisseur sans accord)",
            text("power", "Domestic power", "Pouvoir en droit interne", REQUIRED, prefill="request.legal_basis"),
            long(
                "held",
                "Why the provider has the data",
                "Raisons de penser que le fournisseur détient les données",
                REQUIRED,
            ),
            long("facts", "Facts", "Faits", REQUIRED, prefill="request.facts"),
            long("relevance", "Relevance", "Pertinence", REQUIRED),
            group("contact", "Contact", "Contact", CONTACT, REQUIRED),
            yes_no("preserved", "Preservation was sought", "La conservation a été demandée", REQUIRED),
            several(
                group(
                    "earlier",
                    "Preservation",
                    "Conservation",
                    PREVIOUS,
                    yes("supplement.preserved"),
                    prefill="request.earlier",
                )
            ),
            yes_no(
                "other_means",
                "The data were sought by other means",
                "Les données ont été demandées par d’autres moyens",
                REQUIRED,
            ),
            long("which_means", "By which means", "Par quels moyens", yes("supplement.other_means")),
            long("instructions", "Special instructions", "Instructions procédurales particulières"),
            long(
                "other",
                "Other information that the Party requires by declaration",
                "Autres informations exigées par la Partie dans une déclaration",
            ),
            is_internal=True,
        ),
    ),
)

EMERGENCY_DATA: Final = Form(
    "sap2_9",
    Title(
        "Emergency disclosure of stored data (Art. 9)", "Divulgation accélérée de données stockées en urgence (art. 9)"
    ),
    _VERSION,
    f"{_SOURCE}, Art. 9",
    (
        _head(_under_protocol()),
        _provider(),
        _offences(),
        _data(_STORED),
        _EMERGENCY,
        section(
            "end",
            "Instructions",
            "Instructions",
            long("instructions", "Special instructions", "Instructions procédurales particulières"),
            *_preservation("end"),
            group("contact", "Contact", "Contact", CONTACT, ADVISED),
            group("answer", "Return", "Retour", RETURN),
            long("other", "Other information", "Autres informations"),
        ),
    ),
    (
        rule(
            "data.categories",
            all_of(
                has("data.categories", "SUBSCRIBER"),
                none_of(has("data.categories", "TRAFFIC"), has("data.categories", "CONTENT")),
            ),
            "A Party may exclude requests for subscriber information only. Ask for more, or use Article 7.",
            "Une Partie peut exclure les demandes limitées aux données d’abonnés. Demandez plus, ou utilisez l’article 7.",
            "CETS 224, Art. 9(1)(b)",
        ),
    ),
)

EMERGENCY_ASSISTANCE: Final = Form(
    "sap2_10",
    Title("Emergency mutual assistance (Art. 10)", "Entraide d’urgence (art. 10)"),
    _VERSION,
    f"{_SOURCE}, Art. 10",
    (
        _head(replace(_under_protocol(), need=ADVISED)),
        _provider(OPTIONAL),
        _EMERGENCY,
        section(
            "case",
            "Case",
            "Affaire",
            group("facts", "Facts", "Faits", FACTS, REQUIRED),
            several(group("offences", "Offences", "Infractions", OFFENCE, REQUIRED)),
        ),
        section(
            "assistance",
            "Assistance",
            "Entraide",
            long("sought", "Assistance sought", "Entraide sollicitée", REQUIRED),
            several(
                group("identifiers", "Identifiers", "Identifiants", IDENTIFIER, OPTIONAL, prefill="request.identifiers")
            ),
            long("instructions", "Special instructions", "Instructions procédurales particulières"),
            *_preservation("assistance"),
            group("answer", "Return", "Retour", RETURN, ADVISED),
        ),
        section(
            "signature",
            "Signature",
            "Signature",
            group("issued", "Signature", "Signature", ISSUED, REQUIRED, prefill="signature"),
        ),
    ),
)

JOINT_TEAM: Final = Form(
    "sap2_12",
    Title("Agreement on a joint investigation team (Art. 12)", "Accord d’équipe commune d’enquête (art. 12)"),
    _VERSION,
    f"{_SOURCE}, Art. 12",
    (
        section(
            "agreement",
            "Agreement",
            "Accord",
            long("purposes", "Purposes", "Objet", REQUIRED),
            several(text("composition", "Composition and leaders", "Composition et responsables", REQUIRED)),
            long("functions", "Functions", "Fonctions", REQUIRED),
            period("duration", "Duration", "Durée", REQUIRED),
            text("extension", "Extension", "Prolongation", ADVISED),
            several(text("locations", "Location", "Lieu", REQUIRED)),
            long("organisation", "Organisation", "Organisation", REQUIRED),
            long(
                "information",
                "Gathering, transmission and use of information and evidence",
                "Recueil, transmission et utilisation des informations et preuves",
                REQUIRED,
            ),
            long("confidentiality", "Confidentiality", "Confidentialité", REQUIRED),
            long(
                "participation",
                "Part in measures on another territory",
                "Participation à des mesures sur un autre territoire",
                REQUIRED,
            ),
            text("central_authority", "Central authority that concurs", "Autorité centrale qui donne son accord"),
            long("channels", "Channels", "Voies de communication"),
            long("use_limits", "Limits of use", "Limites d’utilisation"),
        ),
    ),
)

FORMS: Final = (DOMAIN_DATA, PROVIDER_ORDER, GIVE_EFFECT, EMERGENCY_DATA, EMERGENCY_ASSISTANCE, JOINT_TEAM)
