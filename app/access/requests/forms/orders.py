"""Freezing and confiscation certificates of Regulation (EU) 2018/1805, Annexes I and II, read in full. Pure."""

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


def _states(annex: str) -> Section:
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


def _persons(annex: str) -> Section:
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


def _property(annex: str, *first: Field) -> Section:
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


def _grounds(annex: str, letter: str) -> Section:
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


def _signers(annex: str, issuer: str, validator: str) -> tuple[Section, ...]:
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
        _states("Annex I"),
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
        _persons("Annex I"),
        _property("Annex I"),
        _grounds("Annex I", "E"),
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
        *_signers("Annex I", "M", "N"),
        section(
            "p",
            "P: Attachments",
            "P : Pièces jointes",
            files("attachments", "Attachments", "Pièces jointes", OPTIONAL, "Annex I, section P"),
        ),
    ),
)

_ABSENT: Final = """
present | Present at the trial | Présent au procès
summoned | Absent, summoned in person | Absent, cité à personne
informed | Absent, informed of date and place | Absent, informé de la date et du lieu
lawyer | Absent, defended by a lawyer | Absent, défendu par un avocat
served | Absent, decision served and not contested | Absent, décision signifiée et non contestée
no_hearing | No hearing was held | Aucune audience n’a eu lieu
"""

CONFISCATION: Final = Form(
    "confiscation_certificate",
    Title("Confiscation certificate", "Certificat de confiscation"),
    "2018-11-28",
    "Regulation (EU) 2018/1805, Annex II",
    (
        _states("Annex II"),
        section(
            "b",
            "B: Order",
            "B : Décision",
            text("court", "Court", "Juridiction", REQUIRED, "Annex II, section B"),
            text("reference", "Reference", "Référence", REQUIRED, "Annex II, section B"),
            date("issued_on", "Date of the order", "Date de la décision", REQUIRED, "Annex II, section B"),
            date(
                "final_on",
                "Date on which it became final",
                "Date à laquelle elle est devenue définitive",
                REQUIRED,
                "Annex II, section B",
            ),
        ),
        _persons("Annex II"),
        _property(
            "Annex II",
            choices(
                "nature",
                "Nature of the property",
                "Nature du bien",
                "proceeds | Proceeds | Produit de l’infraction\ninstrumentalities | Instrumentalities | Instruments\ndirective | Other powers under Directive 2014/42/EU | Autres pouvoirs au titre de la directive 2014/42/UE\nother | Other powers, also without conviction | Autres pouvoirs, y compris sans condamnation",
                REQUIRED,
                "Annex II, section D1",
            ),
        ),
        section(
            "e",
            "E: Earlier freezing",
            "E : Gel antérieur",
            several(
                group("earlier", "Earlier orders", "Décisions antérieures", EARLIER, OPTIONAL, "Annex II, section E")
            ),
        ),
        _grounds("Annex II", "F"),
        section(
            "g",
            "G: Several States",
            "G : Plusieurs États",
            yes_no("several", "Sent to several States", "Adressé à plusieurs États", OPTIONAL, "Annex II, section G"),
            long(
                "states", "States, reasons, values", "États, motifs, valeurs", yes("g.several"), "Annex II, section G"
            ),
        ),
        section(
            "h",
            "H: Trial",
            "H : Procès",
            choice(
                "presence",
                "Presence of the person",
                "Présence de la personne",
                _ABSENT,
                REQUIRED,
                "Annex II, section H",
            ),
            long(
                "how",
                "How the condition was met",
                "Comment la condition a été remplie",
                filled("h.presence"),
                "Annex II, section H",
            ),
        ),
        section(
            "i",
            "I: Alternatives",
            "I : Mesures de substitution",
            yes_no(
                "allowed",
                "Alternative measures are allowed",
                "Des mesures de substitution sont admises",
                REQUIRED,
                "Annex II, section I",
            ),
            text(
                "measures", "Measures and maximum", "Mesures et durée maximale", yes("i.allowed"), "Annex II, section I"
            ),
        ),
        section(
            "j",
            "J: Victim",
            "J : Victime",
            choices(
                "victim",
                "Decision for a victim",
                "Décision en faveur d’une victime",
                "sum | Sum of money | Somme d’argent\nproperty | Property | Bien\npending | Pending | En cours",
                OPTIONAL,
                "Annex II, section J",
            ),
            long("details", "Details", "Précisions", filled("j.victim"), "Annex II, section J"),
        ),
        *_signers("Annex II", "K", "L"),
        section(
            "m",
            "M: Payment",
            "M : Paiement",
            text("iban", "IBAN", "IBAN", REQUIRED, "Annex II, section M"),
            text("bic", "BIC", "BIC", REQUIRED, "Annex II, section M"),
            text("holder", "Account holder", "Titulaire du compte", REQUIRED, "Annex II, section M"),
        ),
        section(
            "n",
            "N: Attachments",
            "N : Pièces jointes",
            files("attachments", "Attachments", "Pièces jointes", OPTIONAL, "Annex II, section N"),
        ),
    ),
)

FORMS: Final = (FREEZING, CONFISCATION)
