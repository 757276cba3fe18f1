"""Arrest warrant and extradition as references. Pure.

Sources: Framework Decision 2002/584/JHA, Article 8(1); ETS 24. The form of the Framework Decision was not read: its other
fields come from general knowledge.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    NATURAL_PERSON,
    OFFENCES_32_EIO,
    SIGNATURE,
)
from app.access.requests.forms.words import (
    ADVISED,
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
    optional,
    section,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import (
    Form,
    Title,
)

_JUDGMENT: Final = equal("decision.kind", "judgment")
_PRESENCE: Final = """
present | Present at the trial | A comparu au procès
summoned | Absent, summoned in person | Absente, citée à personne
informed | Absent, informed otherwise of date and place | Absente, informée par d’autres moyens de la date et du lieu
lawyer | Absent, defended by a lawyer | Absente, défendue par un conseil juridique
served | Absent, decision served and not contested | Absente, décision signifiée et non contestée
will_be_served | Absent, decision will be served on surrender | Absente, décision signifiée dès la remise
"""
_ABSENT: Final = any_of(
    *(equal("trial.presence", one) for one in ("summoned", "informed", "lawyer", "served", "will_be_served"))
)

ARREST_WARRANT: Final = Form(
    "eaw_reference",
    Title("European Arrest Warrant (reference)", "Mandat d’arrêt européen (référence)"),
    "2026-11",
    "Framework Decision 2002/584/JHA, Art. 8(1)",
    (
        section(
            "person",
            "Person",
            "Personne",
            group(
                "person",
                "Identity and nationality",
                "Identité et nationalité",
                NATURAL_PERSON,
                REQUIRED,
                "Art. 8(1)(a)",
            ),
            text("maiden_name", "Maiden name", "Nom de jeune fille"),
            text("marks", "Distinctive marks", "Signes particuliers"),
            text(
                "biometrics",
                "Photograph and fingerprints, or contact for a DNA profile",
                "Photographie et empreintes digitales, ou contact pour le profil ADN",
            ),
        ),
        section(
            "decision",
            "Decision",
            "Décision",
            text(
                "authority",
                "Issuing judicial authority",
                "Autorité judiciaire d’émission",
                REQUIRED,
                "Art. 8(1)(b)",
                "authority.name",
            ),
            choice(
                "kind",
                "Kind of decision",
                "Nature de la décision",
                "warrant | Arrest warrant or decision of the same effect | Mandat d’arrêt ou décision judiciaire ayant la même force\njudgment | Enforceable judgment | Jugement exécutoire",
                ADVISED,
            ),
            text(
                "reference",
                "Enforceable decision",
                "Décision exécutoire",
                REQUIRED,
                "Art. 8(1)(c)",
                "request.reference",
            ),
            long(
                "classification",
                "Nature and legal classification",
                "Nature et qualification juridique",
                REQUIRED,
                "Art. 8(1)(d)",
                "request.offence",
            ),
            long(
                "circumstances",
                "Circumstances: time, place, participation",
                "Circonstances : moment, lieu, participation",
                REQUIRED,
                "Art. 8(1)(e)",
                "request.facts",
            ),
            text(
                "penalty",
                "Penalty imposed, or scale of penalties",
                "Peine prononcée ou échelle des peines",
                REQUIRED,
                "Art. 8(1)(f)",
            ),
            text("remainder", "Sentence that remains to be served", "Peine restant à purger", optional(_JUDGMENT)),
            long("consequences", "Other consequences", "Autres conséquences", OPTIONAL, "Art. 8(1)(g)"),
        ),
        section(
            "trial",
            "Trial",
            "Procès",
            choice("presence", "Presence of the person", "Présence de la personne", _PRESENCE, optional(_JUDGMENT)),
            long("how", "How the condition was met", "Comment la condition a été remplie", optional(_ABSENT)),
            text(
                "retrial",
                "Time limit for a retrial or an appeal",
                "Délai pour demander un nouveau procès ou former un recours",
                optional(equal("trial.presence", "will_be_served")),
            ),
        ),
        section(
            "offences",
            "Offences",
            "Infractions",
            text("number", "Number of offences", "Nombre d’infractions", ADVISED),
            choices(
                "list_offences",
                "List offences with a maximum of at least three years",
                "Infractions de la liste punies d’au moins trois ans",
                OFFENCES_32_EIO,
            ),
            long(
                "others",
                "Full description of the other offences",
                "Description complète des autres infractions",
            ),
            long("more", "Other circumstances", "Autres circonstances"),
        ),
        section(
            "property",
            "Seizure and handing over of property",
            "Saisie et remise d’objets",
            choices(
                "wanted",
                "Property wanted",
                "Objets demandés",
                "evidence | As evidence | Pièces à conviction\nproceeds | Proceeds of the offence | Produits de l’infraction",
            ),
            long(
                "description",
                "Description and place",
                "Description et lieu",
                optional(filled("property.wanted")),
            ),
        ),
        section(
            "guarantees",
            "Life sentence",
            "Peine à perpétuité",
            yes_no("life", "The offence carries a life sentence", "L’infraction est passible d’une peine à perpétuité"),
            long(
                "review",
                "Review or clemency",
                "Réexamen de la peine ou mesures de clémence",
                optional(yes("guarantees.life")),
            ),
        ),
        section(
            "issuer",
            "Issuing authority and signature",
            "Autorité d’émission et signature",
            group(
                "issuer", "Issuing judicial authority", "Autorité judiciaire d’émission", AUTHORITY, prefill="authority"
            ),
            text("surrender", "Contact for the surrender", "Contact pour la remise", ADVISED),
            group("central", "Central authority", "Autorité centrale", AUTHORITY),
            group("signature", "Signature", "Signature", SIGNATURE),
        ),
    ),
)

EXTRADITION: Final = Form(
    "extradition_reference",
    Title("Extradition request (reference)", "Demande d’extradition (référence)"),
    "2026-11",
    "ETS 24, Art. 12 and 16",
    (
        section(
            "request",
            "Request",
            "Demande",
            country("country", "Requested State", "État requis", REQUIRED, "ETS 24, Art. 12(1)", "request.country"),
            text(
                "channel",
                "Channel (ministries of justice, or diplomatic)",
                "Voie (ministères de la justice, ou diplomatique)",
                REQUIRED,
                "ETS 24, Art. 12(1)",
            ),
            files(
                "decision",
                "Conviction, detention order or warrant",
                "Jugement, décision de détention ou mandat",
                REQUIRED,
                "ETS 24, Art. 12(2)(a)",
            ),
            long(
                "offences",
                "Offences: time, place, legal description, provisions",
                "Infractions : temps, lieu, qualification, dispositions",
                REQUIRED,
                "ETS 24, Art. 12(2)(b)",
                "request.offence",
            ),
            files(
                "law", "Enactments or statement of the law", "Dispositions légales", REQUIRED, "ETS 24, Art. 12(2)(c)"
            ),
            group(
                "person",
                "Description, identity, nationality",
                "Signalement, identité, nationalité",
                NATURAL_PERSON,
                REQUIRED,
                "ETS 24, Art. 12(2)(c)",
            ),
            yes_no(
                "provisional",
                "Provisional arrest was asked for",
                "Une arrestation provisoire a été demandée",
                OPTIONAL,
                "ETS 24, Art. 16",
            ),
            date(
                "arrested_on",
                "Date of the provisional arrest",
                "Date de l’arrestation provisoire",
                yes("request.provisional"),
                "ETS 24, Art. 16(4)",
            ),
            yes_no(
                "paper_exists",
                "The decision exists, and a request will follow",
                "La décision existe et une demande suivra",
                yes("request.provisional"),
                "ETS 24, Art. 16(2)",
            ),
            long(
                "assurances",
                "Assurances (death penalty, speciality, re-extradition)",
                "Assurances (peine de mort, spécialité, réextradition)",
                OPTIONAL,
                "ETS 24, Art. 11, 14 and 15",
            ),
        ),
    ),
)

FORMS: Final = (ARREST_WARRANT, EXTRADITION)
