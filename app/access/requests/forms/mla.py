"""Request for mutual legal assistance, or letter of request. Pure.

The contents follow the European Convention of 1959 (ETS 30) and the UN Convention against Corruption (UNCAC).
"""

from typing import Final

from app.access.requests.forms.blocks import (
    CONCERNED,
    CONFIDENTIALITY,
    CONTACT,
    FACTS,
    IDENTIFIER,
    ISSUED,
    LANGUAGE,
    OFFENCE,
    PERSON_ROLES,
    PREVIOUS_MLA,
    RETURN,
    URGENCY_REASONED,
    USE,
)
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    all_of,
    any_of,
    choice,
    country,
    date,
    equal,
    files,
    group,
    long,
    money,
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
    Field,
    Form,
    Title,
)

_MEASURES: Final = """
hearing | Hearing | Audition
video_hearing | Hearing by video conference | Audition par vidéoconférence
service | Service of documents | Remise d’actes
summons | Summons of a witness or expert | Citation à comparaître d’un témoin ou d’un expert
transfer | Transfer of a detained person | Transfèrement temporaire d’une personne détenue
search | Search and seizure | Perquisition et saisie
bank | Bank information | Renseignements bancaires
stored_data | Stored data | Données stockées
real_time | Real-time collection | Collecte en temps réel
freeze | Freezing or confiscation | Gel ou confiscation
records | Judicial records | Extraits du casier judiciaire
joint_team | Joint investigation team | Équipe commune d’enquête
laying_information | Laying of information | Dénonciation aux fins de poursuites
other | Other | Autre
"""


def _measure(kind: str, key: str, en: str, fr: str, source: str = "") -> Field:
    return long(key, en, fr, equal(".kind", kind), source)


def _more(kind: str, key: str, en: str, fr: str, source: str = "") -> Field:
    return long(key, en, fr, optional(equal(".kind", kind)), source)


def _hearing(kind: str) -> tuple[Field, ...]:
    """Return the fields about the person who is heard."""
    asked = equal(".kind", kind)
    return (
        _measure(kind, f"{kind}_person", "Person to be heard", "Personne à entendre"),
        choice(f"{kind}_capacity", "Capacity", "Qualité", PERSON_ROLES, asked),
        _measure(kind, f"{kind}_questions", "Questions", "Questions"),
        yes_no(f"{kind}_oath", "Under oath", "Sous serment", optional(asked), "ETS 30, Art. 3(2)"),
        _more(kind, f"{kind}_attended", "Persons who attend", "Personnes présentes"),
        _more(kind, f"{kind}_rights", "Rights of the person heard", "Droits de la personne entendue"),
        _more(kind, f"{kind}_recording", "Recording", "Enregistrement"),
    )


_MEASURE: Final[tuple[Field, ...]] = (
    choice("kind", "Kind", "Nature", _MEASURES, REQUIRED),
    long(
        "description",
        "Assistance sought: the result that is needed",
        "Entraide sollicitée : le résultat recherché",
        REQUIRED,
        "UNCAC, Art. 46(15)(d)",
    ),
    long(
        "purpose",
        "Purpose and link to the case",
        "Objet et lien avec l’affaire",
        REQUIRED,
        "ETS 30, Art. 14(1)(b); UNCAC, Art. 46(15)(f)",
    ),
    long(
        "place",
        "Place and holder",
        "Lieu et détenteur",
        any_of(*(equal(".kind", one) for one in ("search", "stored_data"))),
    ),
    several(
        group(
            "identifiers",
            "Identifiers",
            "Identifiants",
            IDENTIFIER,
            any_of(equal(".kind", "stored_data"), equal(".kind", "real_time")),
            prefill="request.identifiers",
        )
    ),
    long("grounds", "Why the evidence is thought to be there", "Raisons de penser que la preuve s’y trouve", ADVISED),
    long(
        "procedure",
        "Procedure wanted, with reasons (an oath only if asked)",
        "Procédure souhaitée, motivée (serment sur demande seulement)",
        OPTIONAL,
        "ETS 30, Art. 3(2)",
    ),
    choice(
        "papers",
        "Documents wanted",
        "Documents demandés",
        "copies | Certified copies | Copies certifiées conformes\noriginals | Originals | Originaux",
        OPTIONAL,
        "ETS 30, Art. 3(3)",
    ),
    *_hearing("hearing"),
    *_hearing("video_hearing"),
    _measure(
        "video_hearing",
        "video_reason",
        "Why attendance is not desirable or possible",
        "Raisons s’opposant à la comparution",
    ),
    _measure(
        "video_hearing",
        "video_authority",
        "Authority and persons that conduct the hearing",
        "Autorité et personnes conduisant l’audition",
    ),
    _more("video_hearing", "video_technology", "Technology", "Moyens techniques"),
    _more("video_hearing", "video_interpreter", "Interpreter", "Interprète"),
    yes_no(
        "video_consent",
        "The accused consents",
        "La personne poursuivie consent",
        all_of(equal(".kind", "video_hearing"), equal(".video_hearing_capacity", "accused")),
    ),
    _measure("service", "served", "Document to be served", "Acte à remettre", "ETS 30, Art. 7"),
    _measure("service", "addressee", "Addressee", "Destinataire de l’acte", "ETS 30, Art. 14(1)(d)"),
    choice(
        "service_method",
        "Method of service",
        "Mode de remise",
        "handing_over | Handing over | Simple remise\ndomestic | Form of domestic law | Formes du droit interne\nspecial | Special form | Forme spéciale",
        equal(".kind", "service"),
        "ETS 30, Art. 7",
    ),
    choice(
        "service_proof",
        "Proof of service",
        "Preuve de la remise",
        "receipt | Receipt dated and signed by the addressee | Récépissé daté et signé par le destinataire\ndeclaration | Declaration of the requested Party | Déclaration de la Partie requise",
        equal(".kind", "service"),
        "ETS 30, Art. 7",
    ),
    date(
        "hearing_on",
        "Date of the hearing (a Party can require up to 50 days before)",
        "Date de comparution (une Partie peut exiger jusqu’à 50 jours avant)",
        optional(any_of(equal(".kind", "service"), equal(".kind", "summons"))),
        "ETS 30, Art. 7(3)",
    ),
    _measure(
        "summons",
        "summoned",
        "Person, and why appearance is specially necessary",
        "Personne, et nécessité particulière de la comparution",
        "ETS 30, Art. 10",
    ),
    _measure(
        "summons", "allowances", "Allowances and expenses, advance", "Indemnités et frais, avance", "ETS 30, Art. 10"
    ),
    _more("summons", "safe_conduct", "Safe conduct", "Sauf-conduit", "ETS 30, Art. 12"),
    _measure("transfer", "detained", "Detained person and purpose", "Personne détenue et objet", "ETS 30, Art. 11"),
    yes_no(
        "consent",
        "The detained person consents",
        "La personne détenue consent",
        equal(".kind", "transfer"),
        "ETS 30, Art. 11",
    ),
    date("return_on", "Date of return", "Date de renvoi", equal(".kind", "transfer"), "ETS 30, Art. 11"),
    _more("transfer", "custody", "Custody", "Maintien en détention", "ETS 30, Art. 11"),
    _measure("search", "searched", "Place and objects", "Lieu et objets", "ETS 30, Art. 5"),
    _measure("bank", "bank", "Bank and address", "Banque et adresse"),
    _measure("bank", "accounts", "Account name and number", "Intitulé et numéro du compte"),
    _measure("bank", "bank_documents", "Types of documents", "Types de documents"),
    period("bank_period", "Period of the documents", "Période des documents", equal(".kind", "bank")),
    _measure("stored_data", "data_type", "Type of data", "Type de données"),
    period("data_period", "Period of the data", "Période des données", equal(".kind", "stored_data")),
    _measure("stored_data", "data_provider", "Provider", "Fournisseur"),
    _more("stored_data", "preservation", "Reference of the preservation", "Référence de la conservation"),
    _measure("real_time", "collection", "Network and interface", "Réseau et interface"),
    period("collection_period", "Beginning and end", "Début et fin", equal(".kind", "real_time")),
    _measure("freeze", "assets", "Asset, owner, link to the offence", "Bien, propriétaire, lien avec l’infraction"),
    money("value", "Value of the asset", "Valeur du bien", equal(".kind", "freeze")),
    date("next_step_by", "Next step by", "Prochaine étape avant le", equal(".kind", "freeze")),
    files(
        "order",
        "Order",
        "Décision ordonnant la mesure",
        any_of(*(equal(".kind", one) for one in ("search", "real_time", "freeze"))),
    ),
    _measure("records", "recorded", "Person and purpose", "Personne et finalité", "ETS 30, Art. 13"),
    _measure("joint_team", "team", "Proposed composition", "Composition proposée", "ETS 182, Art. 20"),
    _measure("joint_team", "team_purpose", "Purpose of the team", "Objet de l’équipe", "ETS 182, Art. 20"),
    period("team_period", "Period of the team", "Durée de l’équipe", equal(".kind", "joint_team"), "ETS 182, Art. 20"),
    _measure("laying_information", "laid_facts", "Facts", "Faits dénoncés", "ETS 30, Art. 21"),
    _measure("laying_information", "action", "Action wanted", "Suite souhaitée", "ETS 30, Art. 21"),
    files("laid_file", "File", "Dossier", equal(".kind", "laying_information"), "ETS 30, Art. 21"),
)

MLA_REQUEST: Final = Form(
    "mla_request",
    Title("Request for mutual legal assistance", "Demande d’entraide judiciaire"),
    "2026-11",
    "ETS 30, Art. 14; UNCAC, Art. 46(15); PC-OC guidelines (introduction)",
    (
        section(
            "authorities",
            "Authorities and channel",
            "Autorités et voie de transmission",
            country("requested_state", "Requested State", "État requis", REQUIRED, prefill="request.country"),
            text("requested_authority", "Requested authority", "Autorité requise", REQUIRED, prefill="addressee.name"),
            group(
                "requesting",
                "Requesting authority",
                "Autorité requérante",
                CONTACT,
                REQUIRED,
                "ETS 30, Art. 14(1)(a)",
                prefill="authority",
            ),
            yes_no(
                "requesting_conducts",
                "The requesting authority conducts the case",
                "L’autorité requérante conduit la procédure",
            ),
            group(
                "conducting",
                "Authority that conducts the case",
                "Autorité conduisant la procédure",
                CONTACT,
                none_of(yes("authorities.requesting_conducts")),
                "UNCAC, Art. 46(15)(b)",
            ),
            text(
                "functions",
                "Functions of the authority that conducts the case",
                "Fonctions de l’autorité conduisant la procédure",
                REQUIRED,
                "UNCAC, Art. 46(15)(b)",
            ),
            text("contact", "Contact person and languages spoken", "Personne à contacter et langues parlées", ADVISED),
            text("police_contact", "Police contact", "Contact de police", ADVISED),
            choice(
                "channel",
                "Channel",
                "Voie",
                """
ministry | Ministry of justice | Ministère de la justice
central | Central authority | Autorité centrale
direct | Direct | Directe
interpol | INTERPOL | INTERPOL
diplomatic | Diplomatic | Diplomatique
""",
                REQUIRED,
                "ETS 30, Art. 15",
            ),
            text("copy_to", "Copy to", "Copie à", OPTIONAL, "ETS 30, Art. 15(6)"),
        ),
        section(
            "basis",
            "Legal basis and earlier requests",
            "Base juridique et demandes antérieures",
            several(
                text(
                    "treaties",
                    "Conventions and treaties",
                    "Conventions et traités",
                    none_of(yes("basis.reciprocity")),
                    prefill="request.legal_bases",
                )
            ),
            yes_no("reciprocity", "Based on reciprocity, without a treaty", "Fondée sur la réciprocité, sans traité"),
            long(
                "reciprocity_text", "Undertaking of reciprocity", "Engagement de réciprocité", yes("basis.reciprocity")
            ),
            several(
                group(
                    "earlier",
                    "Earlier requests",
                    "Demandes antérieures",
                    PREVIOUS_MLA,
                    OPTIONAL,
                    prefill="request.earlier",
                )
            ),
        ),
        section(
            "urgency",
            "Time",
            "Délai",
            group(
                "grounds", "Urgency and deadline", "Urgence et délai", URGENCY_REASONED, OPTIONAL, "UNCAC, Art. 46(24)"
            ),
        ),
        section(
            "confidentiality",
            "Confidentiality",
            "Confidentialité",
            group("terms", "Confidentiality", "Confidentialité", CONFIDENTIALITY, OPTIONAL, "UNCAC, Art. 46(20)"),
        ),
        section(
            "case",
            "Case",
            "Affaire",
            yes_no(
                "only_service",
                "The request asks only for service of documents",
                "La demande ne porte que sur la remise d’actes",
            ),
            group(
                "facts",
                "Nature and stage of the case; facts",
                "Nature et stade de l’affaire ; faits",
                FACTS,
                none_of(yes("case.only_service")),
                "ETS 30, Art. 14(2); UNCAC, Art. 46(15)(c)",
            ),
            several(group("offences", "Offences", "Infractions", OFFENCE, REQUIRED, "ETS 30, Art. 14(2)")),
            yes_no("coercive", "A coercive measure is asked for", "Une mesure coercitive est demandée"),
            long(
                "evidence_level",
                "Evidence that supports the measure",
                "Éléments justifiant la mesure",
                yes("case.coercive"),
            ),
            long(
                "double_criminality",
                "Double criminality",
                "Double incrimination",
                yes("case.coercive"),
                "ETS 30, Art. 5",
            ),
        ),
        section(
            "persons",
            "Persons",
            "Personnes",
            several(group("list", "Persons", "Personnes", CONCERNED, ADVISED, "ETS 30, Art. 14(1)(c): where possible")),
        ),
        section(
            "measures",
            "Measures",
            "Mesures",
            several(group("list", "Assistance sought", "Entraide sollicitée", _MEASURE, REQUIRED)),
            yes_no(
                "presence",
                "Notice of date and place wanted",
                "Information sur la date et le lieu souhaitée",
                OPTIONAL,
                "ETS 30, Art. 4",
            ),
            several(
                text(
                    "officials",
                    "Officials who wish to be present",
                    "Agents souhaitant être présents",
                    OPTIONAL,
                    "ETS 30, Art. 4",
                )
            ),
            long("rights", "Rights, privileges, warnings", "Droits, secrets protégés, avertissements", ADVISED),
        ),
        section(
            "use",
            "Use and costs",
            "Utilisation et frais",
            group("use", "Use", "Utilisation", USE, REQUIRED, "UNCAC, Art. 46(19)"),
            yes_no(
                "death_penalty",
                "The offence carries the death penalty",
                "L’infraction est passible de la peine de mort",
            ),
            long(
                "assurance",
                "Assurance about the death penalty",
                "Assurance relative à la peine de mort",
                yes("use.death_penalty"),
            ),
            long(
                "costs", "Extraordinary costs", "Frais extraordinaires", OPTIONAL, "ETS 30, Art. 20; UNCAC, Art. 46(28)"
            ),
        ),
        section(
            "end",
            "Return and signature",
            "Retour et signature",
            group(
                "answer",
                "Return and partial results",
                "Retour et résultats partiels",
                RETURN,
                REQUIRED,
                "UNCAC, Art. 46(15)(d)",
            ),
            files(
                "annexes",
                "Annexes (law, orders, questions)",
                "Annexes (textes, décisions, questions)",
                OPTIONAL,
                "ETS 30, Art. 17",
            ),
            group("language", "Language", "Langue", LANGUAGE, OPTIONAL, "ETS 30, Art. 16(2)"),
            group("issued", "Signature", "Signature", ISSUED, REQUIRED, prefill="signature"),
        ),
    ),
)

FORMS: Final = (MLA_REQUEST,)
