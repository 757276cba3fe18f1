"""Confiscation certificate of Regulation (EU) 2018/1805, Annex II, read in full. Pure."""

from typing import Final

from app.access.requests.forms.blocks import EARLIER
from app.access.requests.forms.model import Form, Title
from app.access.requests.forms.orders import (
    grounds_section,
    persons_section,
    property_section,
    signer_sections,
    states_section,
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    choice,
    choices,
    date,
    files,
    filled,
    group,
    long,
    section,
    several,
    text,
    yes,
    yes_no,
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
        states_section("Annex II"),
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
        persons_section("Annex II"),
        property_section(
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
        grounds_section("Annex II", "F"),
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
        *signer_sections("Annex II", "K", "L"),
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

FORMS: Final = (CONFISCATION,)
