"""Freezing certificate (Regulation (EU) 2018/1805, Annex I), and sections of both certificates. Pure.

Annexes I and II were read in full.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    EARLIER,
    OFFENCES_32,
    PERSON,
    SIGNATURE,
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
    has,
    long,
    money,
    optional,
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
item | Specific item | Bien spécifique
value | Property of equivalent value | Bien d’une valeur équivalente
"""
_REASONS: Final = """
located | Located in the executing State | Se trouve dans l’État d’exécution
registered | Registered in the executing State | Est enregistré dans l’État d’exécution
believed | Believed to be in the executing State | Est présumé se trouver dans l’État d’exécution
"""
#: From general knowledge: the options of section G were not noted when it was read.
_SEVERAL: Final = """
items | Different items are located in different States | Des biens différents se trouvent dans des États différents
actions | The item requires action in several States | Le bien nécessite des mesures dans plusieurs États
amount | The value in one State may not suffice | La valeur dans un seul État peut être insuffisante
"""


def states_section(annex: str, *more: Field) -> Section:
    """Return section A: States and authorities, with more fields after the issuing authority."""
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
        *more,
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
            "Third parties whose rights are prejudiced: identity, grounds",
            "Tiers dont les droits sont lésés : identité, motifs",
            OPTIONAL,
            f"{annex}, section C3",
        ),
        long("other", "Other information", "Autres informations", OPTIONAL, f"{annex}, section C4"),
    )


_IS_MONEY: Final = has("d.object", "money", "value")


def _money(annex: str) -> tuple[Field, ...]:
    """Return the fields about money and property of equivalent value."""
    return (
        money(
            "amount",
            "Amount in the executing State",
            "Montant dans l’État d’exécution",
            _IS_MONEY,
            f"{annex}, section D",
        ),
        text(
            "amount_words",
            "Amount in the executing State, in words",
            "Montant dans l’État d’exécution, en toutes lettres",
            _IS_MONEY,
            f"{annex}, section D",
        ),
        money("total", "Total amount", "Montant total", _IS_MONEY, f"{annex}, section D"),
        text(
            "total_words",
            "Total amount, in words",
            "Montant total, en toutes lettres",
            _IS_MONEY,
            f"{annex}, section D",
        ),
        long(
            "why_here",
            "Why the property is thought to be in the executing State",
            "Raisons de penser que le bien se trouve dans l’État d’exécution",
            _IS_MONEY,
            f"{annex}, section D",
        ),
    )


def property_section(annex: str, *first: Field, about_items: tuple[Field, ...] = ()) -> Section:
    """Return section D: property. `first` come first; `about_items`: more fields about specific items."""
    is_item = has("d.object", "item")
    return section(
        "d",
        "D: Property",
        "D : Biens",
        *first,
        choices("object", "Object", "Objet", _OBJECT, REQUIRED, f"{annex}, section D"),
        *_money(annex),
        choices("item_reasons", "The item is", "Le bien", _REASONS, is_item, f"{annex}, section D"),
        long("item_grounds", "Grounds for this", "Motifs", is_item, f"{annex}, section D"),
        long("description", "Description of the property", "Description du bien", REQUIRED, f"{annex}, section D"),
        text(
            "place", "Exact place of the property", "Lieu exact où se trouve le bien", REQUIRED, f"{annex}, section D"
        ),
        text(
            "account",
            "Bank account, if known",
            "Compte bancaire, s’il est connu",
            optional(_IS_MONEY),
            f"{annex}, section D",
        ),
        *about_items,
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
        text(
            "list_numbers",
            "Number of the category for each offence, if several",
            "Numéro de la catégorie pour chaque infraction, s’il y en a plusieurs",
            optional(filled(f"{letter.lower()}.list_offences")),
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


def several_states_section(annex: str, *more: Field) -> Section:
    """Return section G: a certificate that goes to several States."""
    is_several = yes("g.several")
    return section(
        "g",
        "G: Several States",
        "G : Plusieurs États",
        yes_no("several", "Sent to several States", "Adressé à plusieurs États", OPTIONAL, f"{annex}, section G"),
        several(country("countries", "Other States", "Autres États", is_several, f"{annex}, section G")),
        choices("reasons", "Reasons", "Motifs", _SEVERAL, is_several),
        long(
            "states",
            "Values in each State",
            "Valeurs dans chacun des États",
            is_several,
            f"{annex}, section G",
        ),
        *more,
    )


def issuer_section(annex: str, letter: str, *first: Field) -> Section:
    """Return the section of the issuing authority."""
    return section(
        letter.lower(),
        f"{letter}: Issuing authority",
        f"{letter} : Autorité d’émission",
        *first,
        group("issuer", "Issuing authority", "Autorité d’émission", AUTHORITY, REQUIRED, annex, prefill="authority"),
        group("signature", "Signature", "Signature", SIGNATURE, REQUIRED, annex),
    )


def central_section(annex: str, letter: str) -> Section:
    """Return the section of the central authority."""
    return section(
        letter.lower(),
        f"{letter}: Central authority",
        f"{letter} : Autorité centrale",
        group("central", "Central authority", "Autorité centrale", AUTHORITY, OPTIONAL, annex),
    )


#: The order is validated: the issuer is neither a judge nor a prosecutor, or section A names a validating authority.
_VALIDATED: Final = any_of(equal("m.type", "other"), filled("a.validating_authority"))

FREEZING: Final = Form(
    "freezing_certificate",
    Title("Freezing certificate", "Certificat de gel"),
    "2018-11-28",
    "Regulation (EU) 2018/1805, Annex I",
    (
        states_section(
            "Annex I",
            text(
                "validating_authority",
                "Validating authority",
                "Autorité de validation",
                equal("m.type", "other"),
                "Annex I, section A",
            ),
        ),
        section(
            "b",
            "B: Urgency and date",
            "B : Urgence et date d’exécution",
            choices(
                "urgency",
                "Grounds of urgency",
                "Motifs d’urgence",
                "removal | Property about to be moved, hidden or destroyed | Bien sur le point d’être déplacé, dissimulé ou détruit\ninvestigation | Need of the investigation | Besoins de l’enquête",
                OPTIONAL,
                "Annex I, section B1",
            ),
            long(
                "urgency_text",
                "Why the property is about to go",
                "Raisons de craindre la disparition du bien",
                has("b.urgency", "removal"),
                "Annex I, section B1",
            ),
            long(
                "investigation_text",
                "Need of the investigation",
                "Besoins de l’enquête",
                has("b.urgency", "investigation"),
                "Annex I, section B1",
            ),
            date("date", "Date wanted", "Date souhaitée", OPTIONAL, "Annex I, section B2"),
            yes_no(
                "coordination",
                "To be coordinated between several States",
                "À coordonner entre plusieurs États",
                OPTIONAL,
                "Annex I, section B2",
            ),
            long(
                "date_reason",
                "Reason for the date or the coordination",
                "Motif de la date ou de la coordination",
                any_of(filled("b.date"), yes("b.coordination")),
                "Annex I, section B2",
            ),
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
        several_states_section(
            "Annex I",
            long(
                "action",
                "Action wanted in each State",
                "Mesures souhaitées dans chacun des États",
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
                "A decision on restitution to a victim was taken",
                "Une décision de restitution à une victime a été rendue",
                REQUIRED,
                "Annex I, section K",
            ),
            *(
                text(key, en, fr, yes("k.decision"), "Annex I, section K")
                for key, en, fr in (
                    ("authority", "Authority that decided", "Autorité ayant rendu la décision"),
                    ("reference", "Reference of the decision", "Référence de la décision"),
                    ("property", "Property to be returned", "Bien à restituer"),
                    ("victim", "Name and address of the victim", "Nom et adresse de la victime"),
                )
            ),
            date("decided_on", "Date of the decision", "Date de la décision", yes("k.decision"), "Annex I, section K"),
            yes_no(
                "contested",
                "The title of the victim is contested",
                "Le droit de propriété de la victime est contesté",
                yes("k.decision"),
                "Annex I, section K",
            ),
            yes_no(
                "prejudice",
                "The restitution prejudices the rights of affected persons",
                "La restitution porte atteinte aux droits de personnes concernées",
                yes("k.decision"),
                "Annex I, section K",
            ),
            yes_no(
                "pending",
                "A decision on restitution is pending",
                "Une décision de restitution est en cours",
                REQUIRED,
                "Annex I, section K",
            ),
            long("details", "Details", "Précisions", OPTIONAL, "Annex I, section K"),
        ),
        section(
            "l",
            "L: Legal remedies",
            "L : Voies de recours",
            choice(
                "contact",
                "Contact for legal remedies",
                "Autorité à contacter pour les voies de recours",
                "issuer | Issuing authority | Autorité d’émission\nvalidator | Validating authority | Autorité de validation\nother | Other | Autre",
                REQUIRED,
                "Annex I, section L",
            ),
            text("other", "Other contact", "Autre contact", equal("l.contact", "other"), "Annex I, section L"),
        ),
        issuer_section(
            "Annex I",
            "M",
            choice(
                "type",
                "Type",
                "Type",
                "judicial | Judge, court or prosecutor | Juge, juridiction ou procureur\nother | Other competent authority, validated | Autre autorité compétente, avec validation",
                REQUIRED,
                "Art. 2",
            ),
        ),
        section(
            "n",
            "N: Validating authority",
            "N : Autorité de validation",
            group("validator", "Validating authority", "Autorité de validation", AUTHORITY, _VALIDATED, "Annex I"),
            group("signature", "Signature", "Signature", SIGNATURE, _VALIDATED, "Annex I"),
        ),
        central_section("Annex I", "O"),
        section(
            "p",
            "P: Attachments",
            "P : Pièces jointes",
            files("attachments", "Attachments", "Pièces jointes", OPTIONAL, "Annex I, section P"),
        ),
    ),
)

FORMS: Final = (FREEZING,)
