"""Templates of the Cybercrime Convention Committee (T-CY) for preservation and for stored data. Pure.

Both were adopted on 9 July 2018. They were read to section 7 (preservation) and to the heading of section 11 (subscriber
information). The later sections follow Article 29(2) of the Convention, which was read.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    CONFIDENTIALITY,
    CONFIRMATION,
    CONTACT,
    FACTS,
    IDENTIFIER,
    ISSUED,
    JUDICIAL,
    LANGUAGE,
    OFFENCE,
    PREVIOUS,
    RETURN,
    URGENCY,
)
from app.access.requests.forms.model import (
    Field,
    Form,
    Title,
)
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    any_of,
    choice,
    choices,
    country,
    date,
    equal,
    group,
    long,
    period,
    rule,
    section,
    several,
    text,
    yes,
    yes_no,
)

_TCY_DATA: Final = """
SUBSCRIBER | Subscriber information | Données relatives aux abonnés
TRAFFIC | Traffic data | Données relatives au trafic
CONTENT | Content data | Données relatives au contenu
"""
_HEAD: Final[tuple[Field, ...]] = (
    date("date", "Date", "Date", REQUIRED, "T-CY template, section 1", prefill="today"),
    text(
        "reference",
        "Reference or case number",
        "Référence ou numéro d’affaire",
        REQUIRED,
        "T-CY template, section 2",
        "request.reference",
    ),
)
_REQUESTED: Final = section(
    "requested_authority",
    "Requested authority",
    "Autorité requise",
    country("country", "Country", "Pays", REQUIRED, prefill="request.country"),
    text(
        "authority",
        "Authority (as a rule the 24/7 contact point)",
        "Autorité (en règle générale le point de contact 24/7)",
        REQUIRED,
        "T-CY template, section 4",
        "addressee.name",
    ),
    text("channel", "Channel", "Voie de transmission", prefill="addressee.channel"),
)
_REQUESTING: Final = section(
    "requesting_authority",
    "Requesting authority",
    "Autorité requérante",
    country("country", "Country", "Pays", REQUIRED, prefill="party.country"),
    group(
        "authority",
        "Authority",
        "Autorité",
        CONTACT,
        REQUIRED,
        "T-CY template, section 5; Art. 29(2)(a)",
        prefill="authority",
    ),
    group(
        "confirmation",
        "Person who can confirm the request",
        "Personne pouvant confirmer la demande",
        CONFIRMATION,
        ADVISED,
        "T-CY template, section 6",
        prefill="authority",
    ),
    yes_no(
        "other_in_charge", "Another authority is in charge of the case", "Une autre autorité est chargée de l’affaire"
    ),
    group(
        "in_charge",
        "Authority in charge of the case",
        "Autorité chargée de l’affaire",
        CONTACT,
        yes("requesting_authority.other_in_charge"),
        "T-CY template, section 7",
    ),
    group("judicial", "Prosecution office, court, decisions", "Parquet, juridiction, décisions", JUDICIAL, OPTIONAL),
)
_CASE: Final = section(
    "case",
    "Offence and facts",
    "Infraction et faits",
    text("legal_basis", "Domestic legal basis", "Fondement en droit interne", ADVISED, prefill="request.legal_basis"),
    several(group("offences", "Offences", "Infractions", OFFENCE, REQUIRED, "Budapest Convention, Art. 29(2)(b)")),
    group("facts", "Brief facts", "Exposé sommaire des faits", FACTS, REQUIRED, "Budapest Convention, Art. 29(2)(b)"),
)
_SIGNED: Final = section(
    "signature",
    "Remarks and signature",
    "Observations et signature",
    long("remarks", "Remarks", "Observations"),
    group("issued", "Signature", "Signature", ISSUED, REQUIRED, prefill="signature"),
    group("language", "Language", "Langue", LANGUAGE, ADVISED),
)

TCY_PRESERVATION: Final = Form(
    "tcy_preservation",
    Title(
        "Data preservation request (Budapest Convention, Art. 29 and 30)",
        "Demande de conservation rapide de données (Convention de Budapest, art. 29 et 30)",
    ),
    "2018-07-09",
    "T-CY(2018)11, template of 9 July 2018; ETS 185, Art. 29 and 30",
    (
        section(
            "request",
            "Request",
            "Demande",
            *_HEAD,
            choice(
                "status",
                "Status",
                "Statut",
                "new | New | Nouvelle\nextension | Extension of an earlier request | Prolongation d’une demande antérieure",
                REQUIRED,
                "T-CY template, section 3",
            ),
            text(
                "earlier_ticket",
                "Ticket number of the earlier request",
                "Numéro de ticket de la demande antérieure",
                equal("request.status", "extension"),
                "T-CY template, section 3",
            ),
        ),
        _REQUESTED,
        _REQUESTING,
        _CASE,
        section(
            "data",
            "Data to preserve",
            "Données à conserver",
            choices(
                "categories",
                "Categories of data",
                "Catégories de données",
                _TCY_DATA,
                REQUIRED,
                "Budapest Convention, Art. 29(2)(c)",
                "request.categories",
            ),
            several(
                group(
                    "identifiers",
                    "Identifiers",
                    "Identifiants",
                    IDENTIFIER,
                    REQUIRED,
                    "Budapest Convention, Art. 29(2)(d)",
                    "request.identifiers",
                )
            ),
            period("period", "Period of the data", "Période des données", ADVISED),
            long(
                "link",
                "Relationship of the data to the offence",
                "Lien entre les données et l’infraction",
                REQUIRED,
                "Budapest Convention, Art. 29(2)(c)",
            ),
            text(
                "custodian",
                "Custodian of the data, or location of the system",
                "Détenteur des données ou emplacement du système informatique",
                ADVISED,
                "Budapest Convention, Art. 29(2)(d): any available information",
                "request.provider",
            ),
            long(
                "necessity",
                "Necessity of the preservation",
                "Nécessité de la conservation",
                REQUIRED,
                "Budapest Convention, Art. 29(2)(e)",
            ),
            yes_no(
                "traffic_disclosure",
                "Partial disclosure of traffic data wanted (Art. 30)",
                "Divulgation rapide de données relatives au trafic souhaitée (art. 30)",
                OPTIONAL,
                "Budapest Convention, Art. 30(1)",
            ),
        ),
        section(
            "follow_up",
            "Mutual assistance that will follow",
            "Demande d’entraide à venir",
            yes_no(
                "intention",
                "A request for mutual assistance will be submitted",
                "Une demande d’entraide sera présentée",
                REQUIRED,
                "Budapest Convention, Art. 29(2)(f)",
            ),
            date("expected_on", "Expected date", "Date prévue", ADVISED),
        ),
        section("urgency", "Urgency", "Urgence", group("grounds", "Urgency", "Urgence", URGENCY, OPTIONAL)),
        section(
            "confidentiality",
            "Confidentiality",
            "Confidentialité",
            group(
                "terms",
                "Confidentiality",
                "Confidentialité",
                CONFIDENTIALITY,
                OPTIONAL,
                "Budapest Convention, Art. 27(8) and 29(6)",
            ),
        ),
        section(
            "return",
            "Procedure and answer",
            "Procédure et réponse",
            group("answer", "Answer", "Réponse", RETURN, OPTIONAL),
        ),
        _SIGNED,
    ),
    (
        rule(
            "follow_up.intention",
            equal("follow_up.intention", "no"),
            "Article 29 needs the intention to request mutual assistance. Confirm it, or use another instrument.",
            "L’article 29 exige l’intention de demander l’entraide. Confirmez-la, ou utilisez un autre instrument.",
            "Budapest Convention, Art. 29(2)(f)",
        ),
    ),
)

TCY_SUBSCRIBER_INFORMATION: Final = Form(
    "tcy_subscriber_information",
    Title(
        "Request for stored data (Budapest Convention, Art. 31)",
        "Demande d’accès à des données stockées (Convention de Budapest, art. 31)",
    ),
    "2018-07-09",
    "T-CY(2018)10, template of 9 July 2018; ETS 185, Art. 18, 27, 31",
    (
        section(
            "request",
            "Request",
            "Demande",
            *_HEAD,
            choice(
                "status",
                "Status",
                "Statut",
                """
new | New | Nouvelle
follow_up_mla | Follow-up to mutual legal assistance | Suite d’une entraide
follow_up_preservation | Follow-up to a preservation | Suite d’une conservation
""",
                REQUIRED,
                "T-CY template, section 3",
            ),
        ),
        _REQUESTED,
        _REQUESTING,
        section(
            "earlier",
            "Previous mutual assistance and preservation",
            "Entraide et conservation antérieures",
            several(
                group(
                    "list",
                    "Previous requests",
                    "Demandes antérieures",
                    PREVIOUS,
                    any_of(equal("request.status", "follow_up_mla"), equal("request.status", "follow_up_preservation")),
                    "T-CY template, sections 9 and 10",
                    "request.earlier",
                )
            ),
        ),
        _CASE,
        section(
            "data",
            "Data requested",
            "Données demandées",
            choices(
                "wanted",
                "Data",
                "Données",
                """
service | Type and period of service | Type et durée du service
technical | Technical provisions taken | Dispositions techniques prises
identity | Identity | Identité
address | Address | Adresse
access_number | Telephone or other access number | Numéro de téléphone ou autre numéro d’accès
billing | Billing | Facturation
payment | Payment | Paiement
installation | Site of installation of equipment | Endroit où se trouvent les équipements
traffic | Stored traffic data | Données relatives au trafic stockées
content | Stored content | Contenu stocké
""",
                REQUIRED,
                "Budapest Convention, Art. 18(3) and 31(1)",
            ),
            several(
                group("identifiers", "Identifiers", "Identifiants", IDENTIFIER, REQUIRED, prefill="request.identifiers")
            ),
            period("period", "Period of the data", "Période des données", ADVISED),
            long("link", "Relationship of the data to the offence", "Lien entre les données et l’infraction", REQUIRED),
            text("custodian", "Provider or custodian", "Fournisseur ou détenteur", ADVISED, prefill="request.provider"),
            long("necessity", "Necessity", "Nécessité", ADVISED),
        ),
        section("urgency", "Urgency", "Urgence", group("grounds", "Urgency", "Urgence", URGENCY, OPTIONAL)),
        section(
            "confidentiality",
            "Confidentiality",
            "Confidentialité",
            group(
                "terms",
                "Confidentiality",
                "Confidentialité",
                CONFIDENTIALITY,
                OPTIONAL,
                "Budapest Convention, Art. 27(8)",
            ),
        ),
        section(
            "return",
            "Procedure and answer",
            "Procédure et réponse",
            group("answer", "Answer", "Réponse", RETURN, OPTIONAL, "Budapest Convention, Art. 27(3)"),
        ),
        _SIGNED,
    ),
)

FORMS: Final = (TCY_PRESERVATION, TCY_SUBSCRIBER_INFORMATION)
