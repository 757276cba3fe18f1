"""European Investigation Order: Annex A of Directive 2014/41/EU. Pure.

Source: consolidated text of 13 March 2022 and corrigendum OJ L 143, 9.6.2015, read in full.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    EARLIER,
    OFFENCES_32_EIO,
    PERSON,
    SIGNATURE,
)
from app.access.requests.forms.eio_measures import HEARD, MEASURES, REQUIREMENTS
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
from app.reference.forms.model import (
    Form,
    Title,
)

SOURCE: Final = "Directive 2014/41/EU, consolidated text of 13 March 2022"
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
    SOURCE,
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
            yes_no(
                "transfer",
                "The measures are carried out in confidence, and the evidence is transferred",
                "Les mesures sont exécutées dans le respect de la confidentialité et les éléments de preuve sont transmis",
                REQUIRED,
                "Annex A; Art. 13 and 19",
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
                "hidden | Evidence being hidden or destroyed | Dissimulation ou destruction d’éléments de preuve\ntrial | Trial date near | Date de procès imminente\nother | Other | Autre",
                OPTIONAL,
                "Annex A, section B",
            ),
            long("explanation", "Explanation", "Explication", filled("b.grounds"), "Annex A, section B"),
            date(
                "time_limit", "Shorter or fixed time limit", "Délai plus court ou date précise", OPTIONAL, "Art. 12(2)"
            ),
            long(
                "time_limit_reason", "Reason for the time limit", "Motif du délai", filled("b.time_limit"), "Art. 12(2)"
            ),
        ),
        MEASURES,
        section(
            "d",
            "D: Earlier orders",
            "D : Lien avec une décision antérieure",
            yes_no(
                "supplements",
                "Supplements an earlier order",
                "Complète une décision d’enquête européenne antérieure",
                OPTIONAL,
                "Art. 8",
            ),
            group("earlier", "Earlier order", "Décision antérieure", EARLIER, yes("d.supplements"), "Art. 8"),
            yes_no(
                "elsewhere",
                "Sent to another State in this case",
                "Une décision a été adressée à un autre État dans cette affaire",
                OPTIONAL,
                "Annex A, section D",
            ),
            several(country("countries", "Other States", "Autres États", yes("d.elsewhere"), "Annex A, section D")),
            text(
                "other_states",
                "Authorities addressed there",
                "Autorités destinataires dans ces États",
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
                "La responsabilité d’une personne morale peut être engagée",
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
                OFFENCES_32_EIO,
                OPTIONAL,
                "Art. 11(1)(g)",
            ),
        ),
        REQUIREMENTS,
        section(
            "i",
            "I: Formalities",
            "I : Formalités et procédures",
            long(
                "formalities",
                "Formalities to be observed, with reasons for a transfer at once",
                "Formalités à respecter, avec les motifs d’une transmission immédiate",
                OPTIONAL,
                "Art. 9(2)",
            ),
            several(
                text(
                    "officials",
                    "Officials who assist, contact, languages",
                    "Agents de l’État d’émission qui assistent l’exécution, coordonnées, langues",
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
            long(
                "details",
                "Steps and deadlines",
                "Démarches encore nécessaires et délais",
                yes("j.sought"),
                "Annex A, section J1",
            ),
            group(
                "authority",
                "Authority that explains remedies, legal aid, interpretation",
                "Autorité renseignant sur les voies de recours, l’aide juridictionnelle et l’interprétation",
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
        rule(
            "top.transfer",
            equal("top.transfer", "no"),
            "An order asks for its execution and for the transfer of the evidence. Confirm both.",
            "La décision demande son exécution et la transmission des éléments de preuve. Confirmez les deux.",
            "Annex A",
        ),
    ),
)

FORMS: Final = (EIO_ANNEX_A,)
