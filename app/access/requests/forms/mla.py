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
    PREVIOUS,
    RETURN,
    URGENCY,
    USE,
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
    country,
    equal,
    files,
    group,
    long,
    none_of,
    section,
    several,
    text,
    yes,
    yes_no,
)

_MEASURES: Final = """
hearing | Hearing | Audition
video_hearing | Hearing by video conference | Audition par vidéoconférence
service | Service of documents | Remise d’actes
summons | Summons abroad | Citation à l’étranger
transfer | Transfer of a detained person | Transfèrement d’un détenu
search | Search and seizure | Perquisition et saisie
bank | Bank information | Renseignements bancaires
stored_data | Stored data | Données stockées
real_time | Real-time collection | Collecte en temps réel
freeze | Freezing or confiscation | Gel ou confiscation
records | Judicial records | Casier judiciaire
joint_team | Joint team | Équipe commune d’enquête
laying_information | Laying of information | Dénonciation
other | Other | Autre
"""


def _measure(kind: str, key: str, en: str, fr: str, source: str = "") -> Field:
    return long(key, en, fr, equal(".kind", kind), source)


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
        "Place, holder, period",
        "Lieu, détenteur, période",
        any_of(*(equal(".kind", one) for one in ("search", "bank", "stored_data"))),
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
        "Documents",
        "Documents",
        "copies | Certified copies | Copies certifiées conformes\noriginals | Originals | Originaux",
        OPTIONAL,
        "ETS 30, Art. 3(3)",
    ),
    _measure("hearing", "questions", "Person, capacity, questions", "Personne, qualité, questions"),
    _measure(
        "video_hearing",
        "video_reason",
        "Why attendance is not desirable or possible, and who conducts the hearing",
        "Raisons s’opposant à la comparution, et personnes conduisant l’audition",
    ),
    _measure(
        "service",
        "served",
        "Document, addressee, method, proof of service",
        "Acte, destinataire, mode et preuve de remise",
        "ETS 30, Art. 7",
    ),
    _measure(
        "summons",
        "summoned",
        "Why appearance is necessary, allowances, safe conduct",
        "Nécessité de la comparution, indemnités, sauf-conduit",
        "ETS 30, Art. 10 and 12",
    ),
    _measure(
        "transfer",
        "detained",
        "Person, consent, purpose, date of return, custody",
        "Personne, consentement, objet, date de renvoi, détention",
        "ETS 30, Art. 11",
    ),
    _measure("search", "searched", "Place, objects, order", "Lieu, objets, décision", "ETS 30, Art. 5"),
    _measure("bank", "accounts", "Bank, account, documents, period", "Banque, compte, documents, période"),
    _measure("real_time", "collection", "Network, beginning, duration, order", "Réseau, début, durée, décision"),
    _measure("freeze", "assets", "Asset, value, owner, link, order", "Bien, valeur, propriétaire, lien, décision"),
    _measure("records", "recorded", "Person and purpose", "Personne et finalité", "ETS 30, Art. 13"),
    _measure(
        "joint_team",
        "team",
        "Proposed composition, purpose, period",
        "Composition proposée, objet, durée",
        "ETS 182, Art. 20",
    ),
    _measure("laying_information", "action", "File and action wanted", "Dossier et suite souhaitée", "ETS 30, Art. 21"),
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
            group(
                "conducting",
                "Authority that conducts the case, with its functions",
                "Autorité conduisant la procédure, avec ses fonctions",
                CONTACT,
                OPTIONAL,
                "UNCAC, Art. 46(15)(b)",
            ),
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
                    "earlier", "Earlier requests", "Demandes antérieures", PREVIOUS, OPTIONAL, prefill="request.earlier"
                )
            ),
        ),
        section("urgency", "Time", "Délai", group("grounds", "Urgency", "Urgence", URGENCY, OPTIONAL)),
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
