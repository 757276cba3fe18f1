"""European Investigation Order: annexes A, B and C of Directive 2014/41/EU. Pure.

Source: consolidated text of 13 March 2022 and corrigendum OJ L 143, 9.6.2015, read in full.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    EARLIER,
    IDENTIFIER,
    OFFENCES_32,
    PERSON,
    SIGNATURE,
)
from app.access.requests.forms.eio_measures import HEARD, MEASURES, REQUIREMENTS
from app.access.requests.forms.model import (
    Form,
    Title,
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    choice,
    choices,
    country,
    date,
    equal,
    filled,
    group,
    long,
    rule,
    section,
    several,
    text,
    yes,
    yes_no,
)

_SOURCE: Final = "Directive 2014/41/EU, consolidated text of 13 March 2022"
_POSITIONS: Final = f"{HEARD.strip()}\nother | Other | Autre"
_CONCERNED: Final = (
    choice("position", "Position in the proceedings", "Position dans la procédure", _POSITIONS, REQUIRED),
    text("other_position", "Other position", "Autre position", equal(".position", "other")),
    *PERSON,
)


EIO_ANNEX_A: Final = Form(
    "eio_annex_a",
    Title("European Investigation Order (Annex A)", "Décision d’enquête européenne (annexe A)"),
    "2022-03-13",
    _SOURCE,
    (
        section(
            "top",
            "Certification",
            "Certification",
            yes_no(
                "certified",
                "The order is necessary and proportionate, and could be made in a similar domestic case",
                "La décision est nécessaire, proportionnée et pourrait être prise dans une procédure nationale similaire",
                REQUIRED,
                "Art. 6(1)",
            ),
        ),
        section(
            "a",
            "A: States",
            "A : États",
            country(
                "issuing_state", "Issuing State", "État d’émission", REQUIRED, "Annex A, section A", "party.country"
            ),
            country(
                "executing_state",
                "Executing State",
                "État d’exécution",
                REQUIRED,
                "Annex A, section A",
                "request.country",
            ),
        ),
        section(
            "b",
            "B: Urgency",
            "B : Urgence",
            choices(
                "grounds",
                "Grounds of urgency",
                "Motifs d’urgence",
                "hidden | Evidence being hidden or destroyed | Dissimulation ou destruction de preuves\ntrial | Trial date near | Audience imminente\nother | Other | Autre",
                OPTIONAL,
                "Annex A, section B",
            ),
            long("explanation", "Explanation", "Explication", filled("b.grounds"), "Annex A, section B"),
            date("time_limit", "Shorter or fixed time limit", "Délai plus court ou date fixe", OPTIONAL, "Art. 12(2)"),
            long(
                "time_limit_reason", "Reason for the time limit", "Motif du délai", filled("b.time_limit"), "Art. 12(2)"
            ),
        ),
        MEASURES,
        section(
            "d",
            "D: Earlier orders",
            "D : Décisions antérieures",
            yes_no(
                "supplements", "Supplements an earlier order", "Complète une décision antérieure", OPTIONAL, "Art. 8"
            ),
            group("earlier", "Earlier order", "Décision antérieure", EARLIER, yes("d.supplements"), "Art. 8"),
            yes_no(
                "elsewhere",
                "Sent to another State in this case",
                "Adressée à un autre État dans cette affaire",
                OPTIONAL,
                "Annex A, section D",
            ),
            text(
                "other_states",
                "Other States and authorities",
                "Autres États et autorités",
                yes("d.elsewhere"),
                "Annex A, section D",
            ),
        ),
        section(
            "e",
            "E: Persons concerned",
            "E : Personnes concernées",
            several(
                group(
                    "persons",
                    "Persons concerned",
                    "Personnes concernées",
                    _CONCERNED,
                    REQUIRED,
                    "Annex A, section E1: as far as known",
                )
            ),
            text(
                "place",
                "Place of the measure, if not the address",
                "Lieu de la mesure, s’il diffère de l’adresse",
                OPTIONAL,
                "Annex A, section E2",
            ),
            long("other", "Other helpful information", "Autres informations utiles", OPTIONAL, "Annex A, section E3"),
        ),
        section(
            "f",
            "F: Type of proceedings",
            "F : Type de procédure",
            choice(
                "proceedings",
                "Proceedings",
                "Procédure",
                """
a | Criminal proceedings | Procédure pénale
b | Administrative authority, appeal to a court with criminal jurisdiction | Autorité administrative, recours devant une juridiction pénale
c | Judicial authority, non-criminal infringement | Autorité judiciaire, infraction non pénale
""",
                REQUIRED,
                "Art. 4",
            ),
            yes_no(
                "legal_person",
                "A legal person may be liable",
                "Une personne morale peut être responsable",
                OPTIONAL,
                "Art. 4(d)",
            ),
        ),
        section(
            "g",
            "G: Grounds",
            "G : Motifs",
            long(
                "facts",
                "Facts, stage, reasons, risk factors",
                "Faits, stade, motifs, facteurs de risque",
                REQUIRED,
                "Annex A, section G1",
                "request.facts",
            ),
            several(
                long(
                    "classification",
                    "Nature, legal classification, provisions",
                    "Nature, qualification juridique, dispositions",
                    REQUIRED,
                    "Annex A, section G2",
                    "request.offences",
                )
            ),
            choices(
                "list_offences",
                "List offences with a maximum of at least three years",
                "Infractions de la liste punies d’au moins trois ans",
                OFFENCES_32,
                OPTIONAL,
                "Art. 11(1)(g)",
            ),
        ),
        REQUIREMENTS,
        section(
            "i",
            "I: Formalities",
            "I : Formalités",
            long("formalities", "Formalities to be observed", "Formalités à respecter", OPTIONAL, "Art. 9(2)"),
            several(
                text(
                    "officials",
                    "Officials who assist, contact, languages",
                    "Agents présents, coordonnées, langues",
                    OPTIONAL,
                    "Art. 9(4) and (5)",
                )
            ),
        ),
        section(
            "j",
            "J: Legal remedies",
            "J : Voies de recours",
            yes_no(
                "sought",
                "A remedy was already sought",
                "Un recours a déjà été introduit",
                OPTIONAL,
                "Annex A, section J1",
            ),
            long("details", "Steps and deadlines", "Étapes et délais", yes("j.sought"), "Annex A, section J1"),
            group(
                "authority",
                "Authority that explains remedies, legal aid, interpretation",
                "Autorité renseignant sur les recours, l’aide juridictionnelle et l’interprétation",
                AUTHORITY,
                REQUIRED,
                "Annex A, section J2",
            ),
        ),
        section(
            "k",
            "K: Issuing authority",
            "K : Autorité d’émission",
            choice(
                "type",
                "Type",
                "Type",
                "judicial | Judicial authority | Autorité judiciaire\nother | Other competent authority | Autre autorité compétente",
                REQUIRED,
                "Art. 2(c)",
            ),
            group(
                "issuer",
                "Issuing authority",
                "Autorité d’émission",
                AUTHORITY,
                REQUIRED,
                "Annex A, section K",
                prefill="authority",
            ),
            text(
                "contact",
                "Contact for practical matters",
                "Contact pour les questions pratiques",
                OPTIONAL,
                "Annex A, section K",
            ),
            group("signature", "Signature", "Signature", SIGNATURE, REQUIRED, "Annex A, section K"),
        ),
        section(
            "l",
            "L: Validating authority",
            "L : Autorité de validation",
            choice(
                "type",
                "Type",
                "Type",
                "judge | Judge or court | Juge ou juridiction\ninvestigating_judge | Investigating judge | Juge d’instruction\nprosecutor | Prosecutor | Procureur",
                equal("k.type", "other"),
                "Art. 2(c)(ii)",
            ),
            group(
                "validator",
                "Validating authority",
                "Autorité de validation",
                AUTHORITY,
                equal("k.type", "other"),
                "Annex A, section L",
            ),
            choice(
                "contact",
                "Main contact point",
                "Point de contact principal",
                "issuer | Issuing authority | Autorité d’émission\nvalidator | Validating authority | Autorité de validation",
                equal("k.type", "other"),
                "Annex A, section L",
            ),
            group("signature", "Signature", "Signature", SIGNATURE, equal("k.type", "other"), "Annex A, section L"),
        ),
    ),
    (
        rule(
            "top.certified",
            equal("top.certified", "no"),
            "The issuing authority certifies necessity and proportionality. Without it the order cannot be issued.",
            "L’autorité d’émission certifie la nécessité et la proportionnalité. À défaut, la décision ne peut être émise.",
            "Art. 6(1)",
        ),
    ),
)

EIO_ANNEX_B: Final = Form(
    "eio_annex_b",
    Title("Confirmation of receipt of an order (Annex B)", "Accusé de réception d’une décision d’enquête (annexe B)"),
    "2022-03-13",
    _SOURCE,
    (
        section(
            "a",
            "A: Order",
            "A : Décision d’enquête",
            text(
                "issuing_authority",
                "Issuing authority",
                "Autorité d’émission",
                REQUIRED,
                "Annex B, section A",
                "counterpart.authority",
            ),
            text(
                "file_reference",
                "File reference",
                "Référence du dossier",
                REQUIRED,
                "Annex B, section A",
                "counterpart.reference",
            ),
            date("issued_on", "Date of issue", "Date d’émission", REQUIRED, "Annex B, section A"),
            date("received_on", "Date of receipt", "Date de réception", REQUIRED, "Annex B, section A"),
        ),
        section(
            "b",
            "B: Receiving authority",
            "B : Autorité destinataire",
            group(
                "receiver",
                "Receiving authority",
                "Autorité destinataire",
                AUTHORITY,
                REQUIRED,
                "Annex B, section B",
                prefill="authority",
            ),
            text("reference", "Own reference", "Référence propre", REQUIRED, "Annex B, section B", "request.reference"),
        ),
        section(
            "c",
            "C: Competent authority",
            "C : Autorité compétente",
            yes_no(
                "passed_on", "The order was passed on", "La décision a été transmise", OPTIONAL, "Annex B, section C"
            ),
            group(
                "competent",
                "Competent authority",
                "Autorité compétente",
                AUTHORITY,
                yes("c.passed_on"),
                "Annex B, section C",
            ),
            date(
                "passed_on_at", "Date of transmission", "Date de transmission", yes("c.passed_on"), "Annex B, section C"
            ),
            text("reference", "Reference", "Référence", OPTIONAL, "Annex B, section C"),
        ),
        section(
            "d",
            "D: Other information",
            "D : Autres informations",
            long("information", "Other information", "Autres informations", OPTIONAL, "Annex B, section D"),
        ),
        section(
            "e",
            "E: Signature",
            "E : Signature",
            group("signature", "Signature", "Signature", SIGNATURE, REQUIRED, "Annex B, section E"),
        ),
    ),
)

EIO_ANNEX_C: Final = Form(
    "eio_annex_c",
    Title("Notification of an interception (Annex C)", "Notification d’une interception (annexe C)"),
    "2022-03-13",
    _SOURCE,
    (
        section(
            "top",
            "Notified State",
            "État notifié",
            country("state", "Notified State", "État notifié", REQUIRED, "Annex C", "request.country"),
        ),
        section(
            "a",
            "A: Authority",
            "A : Autorité",
            group(
                "authority",
                "Authority for further contact",
                "Autorité à contacter",
                AUTHORITY,
                REQUIRED,
                "Annex C, section A",
                prefill="authority",
            ),
            date("issued_on", "Date of issue", "Date d’émission", REQUIRED, "Annex C, section A"),
        ),
        section(
            "b",
            "B: Interception",
            "B : Interception",
            choice(
                "moment",
                "The notification is made",
                "La notification intervient",
                "before | Before the interception | Avant l’interception\nduring | During the interception | Pendant l’interception\nafter | After the interception | Après l’interception",
                REQUIRED,
                "Annex C, section B-I",
            ),
            text("duration", "(Expected) duration", "Durée (prévue)", REQUIRED, "Annex C, section B-II"),
            date("begins_on", "Beginning", "Début", REQUIRED, "Annex C, section B-II"),
            several(
                group(
                    "targets",
                    "Target (telephone, IP address, e-mail)",
                    "Cible (téléphone, adresse IP, adresse électronique)",
                    IDENTIFIER,
                    REQUIRED,
                    "Annex C, section B-III",
                    "request.identifiers",
                )
            ),
            several(
                group("persons", "Persons", "Personnes", PERSON, REQUIRED, "Annex C, section B-IV: as far as known")
            ),
            long(
                "purpose",
                "Purpose: case, classification, provisions",
                "Finalité : affaire, qualification, dispositions",
                REQUIRED,
                "Annex C, section B-V",
                "request.facts",
            ),
        ),
        section(
            "c",
            "C: Signature",
            "C : Signature",
            group("signature", "Signature", "Signature", SIGNATURE, REQUIRED, "Annex C, section C"),
        ),
    ),
)

FORMS: Final = (EIO_ANNEX_A, EIO_ANNEX_B, EIO_ANNEX_C)
