"""T-CY templates (Cybercrime Convention Committee) for preservation and stored data; an answer. Pure.

Both templates were adopted on 9 July 2018. They were read to section 7 (preservation) and to the heading of section 11
(subscriber information). The later sections follow Article 29(2) of the Convention, which was read. There is no template for
the answer to a preservation request. Its fields follow Articles 29 and 30, or else this project.
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
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    advised,
    any_of,
    choice,
    choices,
    country,
    date,
    equal,
    group,
    long,
    moment,
    optional,
    period,
    proposed,
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
    Title,
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
                "request.status",
            ),
            text(
                "earlier_ticket",
                "Ticket number of the earlier request",
                "Numéro de ticket de la demande antérieure",
                equal("request.status", "extension"),
                "T-CY template, section 3",
                "request.earlier_ticket",
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
                "Gardien des données ou emplacement du système informatique",
                ADVISED,
                "Budapest Convention, Art. 29(2)(d): any available information",
                "request.provider",
            ),
            long(
                "necessity",
                "Necessity of the preservation",
                "Nécessité de la mesure de conservation",
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
            proposed(
                yes_no(
                    "intention",
                    "A request for mutual assistance will be submitted",
                    "Une demande d’entraide sera présentée",
                    REQUIRED,
                    "Budapest Convention, Art. 29(2)(f)",
                ),
                value=True,
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
                "request.follow_up",
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
            text(
                "custodian",
                "Provider or custodian",
                "Fournisseur ou gardien des données",
                ADVISED,
                prefill="request.provider",
            ),
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

_DONE: Final = any_of(equal("preservation.preserved", "yes"), equal("preservation.preserved", "part"))
_NOT_ALL: Final = any_of(equal("preservation.preserved", "no"), equal("preservation.preserved", "part"))

TCY_PRESERVATION_ANSWER: Final = Form(
    "tcy_preservation_answer",
    Title(
        "Answer to a data preservation request (Budapest Convention, Art. 29 and 30)",
        "Réponse à une demande de conservation rapide de données (Convention de Budapest, art. 29 et 30)",
    ),
    "2026-11",
    "No published template; fields of this project and of ETS 185, Art. 29 and 30",
    (
        section(
            "request",
            "Request",
            "Demande",
            text("authority", "Requesting authority", "Autorité requérante", REQUIRED, prefill="counterpart.authority"),
            text(
                "reference",
                "Reference of the requesting authority",
                "Référence de l’autorité requérante",
                ADVISED,
                prefill="counterpart.reference",
            ),
            date("date", "Date of the answer", "Date de la réponse", REQUIRED, prefill="today"),
            text(
                "own_reference",
                "Reference of the requested authority",
                "Référence de l’autorité requise",
                prefill="request.reference",
            ),
        ),
        section(
            "requested_authority",
            "Requested authority",
            "Autorité requise",
            group("authority", "Authority", "Autorité", CONTACT, REQUIRED, prefill="authority"),
        ),
        section(
            "preservation",
            "Preservation",
            "Conservation",
            choice(
                "preserved",
                "The data were preserved",
                "Les données ont été conservées",
                "yes | Yes | Oui\npart | In part | En partie\nno | No | Non",
                REQUIRED,
            ),
            moment(
                "expires_at",
                "End of the preservation (at least 60 days)",
                "Fin de la conservation (au moins 60 jours)",
                _DONE,
                "Budapest Convention, Art. 29(7)",
            ),
            text("provider", "Provider", "Fournisseur de services", advised(_DONE)),
            text("provider_reference", "Reference of the provider", "Référence du fournisseur", optional(_DONE)),
            choice(
                "ground",
                "Ground",
                "Motif",
                """
political | Political offence | Infraction de nature politique
essential_interests | Essential interests of the State | Intérêts essentiels de l’État
dual_criminality | Reservation about dual criminality | Réserve relative à la double incrimination
other | Other, for example no data | Autre, par exemple absence de données
""",
                _NOT_ALL,
                "Budapest Convention, Art. 29(4) and (5)",
            ),
            long("explanation", "Explanation", "Précisions", equal("preservation.ground", "other")),
        ),
        section(
            "other_provider",
            "Other service provider",
            "Autre fournisseur de services",
            yes_no(
                "involved",
                "Another service provider was involved in the transmission",
                "Un autre fournisseur de services a participé à la transmission",
                ADVISED,
                "Budapest Convention, Art. 30(1)",
            ),
            country(
                "country", "Its country", "Son pays", yes("other_provider.involved"), "Budapest Convention, Art. 30(1)"
            ),
            long(
                "traffic_data",
                "Traffic data that identify it and the path of the communication",
                "Données relatives au trafic permettant d’identifier ce fournisseur et la voie de transmission",
                yes("other_provider.involved"),
                "Budapest Convention, Art. 30(1)",
            ),
        ),
        section(
            "warning",
            "Warning (Art. 29(6))",
            "Avertissement (art. 29, par. 6)",
            yes_no(
                "given",
                "Preservation will not ensure that the data stay available, or it threatens the investigation",
                "La conservation simple ne garantit pas la disponibilité future des données ou nuit à l’enquête",
                ADVISED,
                "Budapest Convention, Art. 29(6)",
            ),
            long("explanation", "Explanation", "Précisions", yes("warning.given"), "Budapest Convention, Art. 29(6)"),
        ),
    ),
    direction="in",
)

FORMS: Final = (TCY_PRESERVATION, TCY_SUBSCRIBER_INFORMATION, TCY_PRESERVATION_ANSWER)
