"""Confiscation certificate of Regulation (EU) 2018/1805, Annex II, read in full. Pure."""

from typing import Final

from app.access.requests.forms.blocks import EARLIER
from app.access.requests.forms.orders import (
    central_section,
    grounds_section,
    issuer_section,
    persons_section,
    property_section,
    several_states_section,
    states_section,
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    any_of,
    choice,
    choices,
    date,
    equal,
    files,
    group,
    has,
    long,
    section,
    several,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import Form, Title

_ABSENT: Final = """
present | Present at the trial | Présent au procès
summoned | Absent, summoned in person | Absent, cité à personne
informed | Absent, informed otherwise of date and place | Absent, informé par d’autres moyens de la date et du lieu
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
            about_items=(
                yes_no(
                    "replaceable",
                    "The item may be replaced by a sum of money",
                    "Le bien peut être remplacé par une somme d’argent",
                    has("d.object", "item"),
                    "Annex II, section D5",
                ),
            ),
        ),
        section(
            "e",
            "E: Earlier freezing",
            "E : Gel antérieur",
            text(
                "attached",
                "Reference of the freezing certificate that is attached",
                "Référence du certificat de gel joint",
                OPTIONAL,
                "Annex II, section E",
            ),
            several(
                group("earlier", "Earlier orders", "Décisions antérieures", EARLIER, OPTIONAL, "Annex II, section E")
            ),
        ),
        grounds_section("Annex II", "F"),
        several_states_section("Annex II"),
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
                "Annex II, section H1",
            ),
            date(
                "date",
                "Date of the summons, or of the service of the decision",
                "Date de la citation, ou de la signification de la décision",
                any_of(equal("h.presence", "summoned"), equal("h.presence", "served")),
                "Annex II, section H1",
            ),
            choice(
                "not_contested",
                "After the service, the person",
                "Après la signification, la personne",
                "stated | Stated that the decision is not contested | A déclaré ne pas contester la décision\nno_appeal | Did not appeal in time | N’a pas formé de recours dans le délai",
                equal("h.presence", "served"),
                "Annex II, section H1",
            ),
            long(
                "how",
                "How the condition was met",
                "Comment la condition a été remplie",
                any_of(*(equal("h.presence", one) for one in ("summoned", "informed", "lawyer", "served"))),
                "Annex II, section H1",
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
            choices(
                "kinds",
                "Kinds of measures",
                "Types de mesures",
                "custody | Custody | Privation de liberté\ncommunity | Community service | Travail d’intérêt général\nother | Other | Autre",
                yes("i.allowed"),
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
            yes_no(
                "decision",
                "A decision for a victim was taken or is pending",
                "Une décision en faveur d’une victime a été rendue ou est en cours",
                REQUIRED,
                "Annex II, section J",
            ),
            choices(
                "victim",
                "Decision for a victim",
                "Décision en faveur d’une victime",
                "sum | Sum of money | Somme d’argent\nproperty | Property | Bien\npending | Pending | En cours",
                yes("j.decision"),
                "Annex II, section J",
            ),
            long("details", "Details", "Précisions", yes("j.decision"), "Annex II, section J"),
        ),
        issuer_section("Annex II", "K"),
        central_section("Annex II", "L"),
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
