"""Freezing certificate of Regulation (EU) 2018/1805, Annex I, and sections that the confiscation certificate shares. Pure.

Both annexes were read in full.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    EARLIER,
    OFFENCES_32,
    PERSON,
    SIGNATURE,
)
from app.access.requests.forms.model import (
    Field,
    Form,
    Section,
    Title,
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    any_of,
    choice,
    choices,
    country,
    date,
    equal,
    files,
    filled,
    group,
    long,
    money,
    section,
    several,
    text,
    yes,
    yes_no,
)

_AFFECTED: Final = (
    choice(
        "capacity",
        "Capacity",
        "Qualité",
        "target | Person against whom the order was made | Personne visée par la décision\nowner | Owner of the property | Propriétaire du bien",
        REQUIRED,
    ),
    *PERSON,
)
_OBJECT: Final = """
money | Amount of money | Somme d’argent
item | Specific item | Bien déterminé
value | Property of equivalent value | Bien de valeur équivalente
"""
_REASONS: Final = """
located | Located here | S’y trouve
registered | Registered here | Y est enregistré
believed | Believed to be here | Est présumé s’y trouver
"""


def states_section(annex: str) -> Section:
    """Return section A: States and authorities."""
    return section(
        "a",
        "A: States and authorities",
        "A : États et autorités",
        country("issuing_state", "Issuing State", "État d’émission", REQUIRED, f"{annex}, section A", "party.country"),
        text(
            "issuing_authority",
            "Issuing authority",
            "Autorité d’émission",
            REQUIRED,
            f"{annex}, section A",
            "authority.name",
        ),
        text("validating_authority", "Validating authority", "Autorité de validation", OPTIONAL, f"{annex}, section A"),
        country(
            "executing_state", "Executing State", "État d’exécution", REQUIRED, f"{annex}, section A", "request.country"
        ),
        text(
            "executing_authority",
            "Executing authority",
            "Autorité d’exécution",
            OPTIONAL,
            f"{annex}, section A",
            "addressee.name",
        ),
    )


def persons_section(annex: str) -> Section:
    """Return section C: affected persons."""
    return section(
        "c",
        "C: Persons affected",
        "C : Personnes concernées",
        several(
            group("persons", "Persons affected", "Personnes concernées", _AFFECTED, REQUIRED, f"{annex}, section C1")
        ),
        text("place", "Place, if not the address", "Lieu, s’il diffère de l’adresse", OPTIONAL, f"{annex}, section C2"),
        long(
            "third_parties",
            "Third parties whose rights are prejudiced",
            "Tiers dont les droits sont affectés",
            OPTIONAL,
            f"{annex}, section C3",
        ),
        long("other", "Other information", "Autres informations", OPTIONAL, f"{annex}, section C4"),
    )


def property_section(annex: str, *first: Field) -> Section:
    """Return section D: property, after the given fields."""
    is_money = any_of(equal("d.object", "money"), equal("d.object", "value"))
    return section(
        "d",
        "D: Property",
        "D : Biens",
        *first,
        choice("object", "Object", "Objet", _OBJECT, REQUIRED, f"{annex}, section D"),
        money(
            "amount",
            "Amount in the executing State",
            "Montant dans l’État d’exécution",
            is_money,
            f"{annex}, section D",
        ),
        money("total", "Total amount", "Montant total", is_money, f"{annex}, section D"),
        long(
            "why_here",
            "Why the property is thought to be here",
            "Raisons de penser que le bien s’y trouve",
            is_money,
            f"{annex}, section D",
        ),
        choices("item_reasons", "The item is", "Le bien", _REASONS, equal("d.object", "item"), f"{annex}, section D"),
        long("item_grounds", "Grounds for this", "Motifs", equal("d.object", "item"), f"{annex}, section D"),
        long("description", "Description and place", "Description et lieu", REQUIRED, f"{annex}, section D"),
        text("account", "Bank account", "Compte bancaire", OPTIONAL, f"{annex}, section D"),
        long(
            "other",
            "Other, such as the administrator",
            "Autres informations, dont l’administrateur",
            OPTIONAL,
            f"{annex}, section D",
        ),
    )


def grounds_section(annex: str, letter: str) -> Section:
    """Return the section of the grounds."""
    return section(
        letter.lower(),
        f"{letter}: Grounds",
        f"{letter} : Motifs",
        long(
            "facts",
            "Facts, stage, grounds",
            "Faits, stade, motifs",
            REQUIRED,
            f"{annex}, section {letter}1",
            "request.facts",
        ),
        long(
            "classification",
            "Nature and legal classification",
            "Nature et qualification juridique",
            REQUIRED,
            f"{annex}, section {letter}2",
            "request.offence",
        ),
        choices(
            "list_offences",
            "List offences with a maximum of at least three years",
            "Infractions de la liste punies d’au moins trois ans",
            OFFENCES_32,
            OPTIONAL,
            f"{annex}, section {letter}3",
        ),
        long(
            "link",
            "Link between property and offence",
            "Lien entre le bien et l’infraction",
            REQUIRED,
            f"{annex}, section {letter}4",
        ),
    )


def signer_sections(annex: str, issuer: str, validator: str) -> tuple[Section, ...]:
    """Return the sections of the authorities that sign."""
    validated = filled("a.validating_authority")
    return (
        section(
            issuer.lower(),
            f"{issuer}: Issuing authority",
            f"{issuer} : Autorité d’émission",
            group(
                "issuer", "Issuing authority", "Autorité d’émission", AUTHORITY, REQUIRED, annex, prefill="authority"
            ),
            group("signature", "Signature", "Signature", SIGNATURE, REQUIRED, annex),
        ),
        section(
            validator.lower(),
            f"{validator}: Validating or central authority",
            f"{validator} : Autorité de validation ou centrale",
            group("validator", "Validating authority", "Autorité de validation", AUTHORITY, validated, annex),
            group("signature", "Signature", "Signature", SIGNATURE, validated, annex),
            group("central", "Central authority", "Autorité centrale", AUTHORITY, OPTIONAL, annex),
        ),
    )


FREEZING: Final = Form(
    "freezing_certificate",
    Title("Freezing certificate", "Certificat de gel"),
    "2018-11-28",
    "Regulation (EU) 2018/1805, Annex I",
    (
        states_section("Annex I"),
        section(
            "b",
            "B: Urgency and date",
            "B : Urgence et date",
            choices(
                "urgency",
                "Grounds of urgency",
                "Motifs d’urgence",
                "removal | Property about to be moved, hidden or destroyed | Bien sur le point d’être déplacé, dissimulé ou détruit\ninvestigation | Need of the investigation | Besoins de l’enquête",
                OPTIONAL,
                "Annex I, section B1",
            ),
            long("urgency_text", "Explanation", "Explication", filled("b.urgency"), "Annex I, section B1"),
            date("date", "Date wanted", "Date souhaitée", OPTIONAL, "Annex I, section B2"),
            long("date_reason", "Reason for the date", "Motif de la date", filled("b.date"), "Annex I, section B2"),
        ),
        persons_section("Annex I"),
        property_section("Annex I"),
        grounds_section("Annex I", "E"),
        section(
            "f",
            "F: Confidentiality and formalities",
            "F : Confidentialité et formalités",
            long("confidentiality", "Confidentiality", "Confidentialité", OPTIONAL, "Annex I, section F"),
            long("formalities", "Formalities", "Formalités", OPTIONAL, "Annex I, section F"),
        ),
        section(
            "g",
            "G: Several States",
            "G : Plusieurs États",
            yes_no("several", "Sent to several States", "Adressé à plusieurs États", OPTIONAL, "Annex I, section G"),
            long(
                "states",
                "States, reasons, values, action wanted",
                "États, motifs, valeurs, suite souhaitée",
                yes("g.several"),
                "Annex I, section G",
            ),
        ),
        section(
            "h",
            "H: Earlier orders",
            "H : Décisions antérieures",
            several(
                group("earlier", "Earlier orders", "Décisions antérieures", EARLIER, OPTIONAL, "Annex I, section H")
            ),
        ),
        section(
            "i",
            "I: Confiscation",
            "I : Confiscation",
            choice(
                "confiscation",
                "Confiscation to follow",
                "Confiscation à venir",
                "attached | A confiscation certificate is attached | Un certificat de confiscation est joint\nfrozen | The property stays frozen until | Le bien reste gelé jusqu’au",
                REQUIRED,
                "Art. 4(6)",
            ),
            text(
                "reference",
                "Reference of the certificate",
                "Référence du certificat",
                equal("i.confiscation", "attached"),
                "Annex I, section I",
            ),
            date("until", "Frozen until", "Gelé jusqu’au", equal("i.confiscation", "frozen"), "Annex I, section I"),
        ),
        section(
            "j",
            "J: Alternatives",
            "J : Mesures de substitution",
            yes_no(
                "allowed",
                "Alternative measures are allowed",
                "Des mesures de substitution sont admises",
                REQUIRED,
                "Annex I, section J",
            ),
            text("measures", "Measures", "Mesures", yes("j.allowed"), "Annex I, section J"),
        ),
        section(
            "k",
            "K: Victim",
            "K : Victime",
            yes_no(
                "decision",
                "A decision on restitution exists or is pending",
                "Une décision de restitution existe ou est en cours",
                REQUIRED,
                "Annex I, section K",
            ),
            long(
                "details",
                "Authority, date, reference, property, victim",
                "Autorité, date, référence, bien, victime",
                yes("k.decision"),
                "Annex I, section K",
            ),
        ),
        section(
            "l",
            "L: Legal remedies",
            "L : Voies de recours",
            choice(
                "contact",
                "Contact for remedies",
                "Contact pour les recours",
                "issuer | Issuing authority | Autorité d’émission\nvalidator | Validating authority | Autorité de validation\nother | Other | Autre",
                REQUIRED,
                "Annex I, section L",
            ),
            text("other", "Other contact", "Autre contact", equal("l.contact", "other"), "Annex I, section L"),
        ),
        *signer_sections("Annex I", "M", "N"),
        section(
            "p",
            "P: Attachments",
            "P : Pièces jointes",
            files("attachments", "Attachments", "Pièces jointes", OPTIONAL, "Annex I, section P"),
        ),
    ),
)

FORMS: Final = (FREEZING,)
