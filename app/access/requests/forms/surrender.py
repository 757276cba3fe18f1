"""Arrest warrant and extradition as references, and transfer of proceedings. Pure.

Sources: Framework Decision 2002/584/JHA, Article 8(1); ETS 24; Regulation (EU) 2024/3011, Article 8, read in an extract. The
form of the Framework Decision was not read: its other fields come from general knowledge. Annex I of the Regulation was not
found.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    NATURAL_PERSON,
    OFFENCES_32_EIO,
    PERSON,
    SIGNATURE,
)
from app.access.requests.forms.model import (
    Form,
    Title,
)
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    advised,
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
    several,
    text,
    yes,
    yes_no,
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

_CRITERIA: Final = """
a | Place, effects or damage | Lieu, effets ou dommage
b | Nationals or residents | Ressortissants ou résidents
c | Surrender refused, FD Art. 4(2), (3) or (7) | Remise refusée, décision-cadre, art. 4, points 2, 3 ou 7
d | Surrender refused for fundamental rights | Remise refusée pour droits fondamentaux
e | Most evidence or witnesses there | Majorité des preuves ou témoins sur place
f | Proceedings there against the same person | Procédure sur place contre la même personne
g | Proceedings there against others | Procédure sur place contre d’autres personnes
h | Sentence served there | Peine exécutée sur place
i | Rehabilitation | Réinsertion
j | Victims there | Victimes sur place
k | Agreed concentration of proceedings | Concentration convenue des procédures
"""

_CONCERNED: Final = (
    choice(
        "role",
        "Role",
        "Qualité",
        "suspect | Suspect or accused | Suspect ou personne poursuivie\nvictim | Victim | Victime",
        REQUIRED,
    ),
    *PERSON,
)

TRANSFER: Final = Form(
    "transfer_request",
    Title("Request for transfer of proceedings", "Demande de transfert de la procédure pénale"),
    "2026-11",
    "Regulation (EU) 2024/3011, Art. 5 to 8 (the form of Annex I was not found)",
    (
        section(
            "request",
            "Request",
            "Demande",
            group(
                "requesting",
                "Requesting authority",
                "Autorité requérante",
                AUTHORITY,
                REQUIRED,
                "Art. 8",
                prefill="authority",
            ),
            yes_no(
                "needs_validation",
                "Another than a judicial authority requests",
                "Une autorité non judiciaire demande",
                OPTIONAL,
                "Art. 3",
            ),
            group(
                "validator",
                "Validating authority",
                "Autorité de validation",
                AUTHORITY,
                yes("request.needs_validation"),
                "Art. 3",
            ),
            country("state", "Requested State", "État requis", REQUIRED, "Art. 8", "request.country"),
            long(
                "offence", "Offence and provisions", "Infraction et dispositions", REQUIRED, "Art. 8", "request.offence"
            ),
            long(
                "necessity",
                "Why the transfer is necessary and appropriate",
                "Nécessité et opportunité du transfert",
                REQUIRED,
                "Art. 5",
            ),
            choices("criteria", "Criteria", "Critères", _CRITERIA, REQUIRED, "Art. 5(2)"),
        ),
        section(
            "persons",
            "Persons",
            "Personnes",
            several(
                group(
                    "list",
                    "Suspects, accused, victims",
                    "Suspects, personnes poursuivies, victimes",
                    _CONCERNED,
                    REQUIRED,
                    "Art. 8: as available",
                )
            ),
            long("impact", "Impact on rights", "Incidence sur les droits", REQUIRED, "Art. 8"),
            long(
                "opinions",
                "Opinions or proposals",
                "Avis ou propositions",
                advised(equal("persons.heard", "done")),
                "Art. 6 and 7",
            ),
            choice(
                "heard",
                "Informed and heard before",
                "Informés et entendus au préalable",
                "done | Done | Fait\nconfidentiality | Not done: confidentiality | Non : confidentialité\nnot_found | Not done: not found | Non : introuvables\nproposal | Not done: their own proposal | Non : proposition de leur part",
                REQUIRED,
                "Art. 6 and 7",
            ),
        ),
        section(
            "acts",
            "Acts",
            "Actes",
            several(
                group(
                    "list",
                    "Acts and coercive measures so far",
                    "Actes et mesures coercitives déjà accomplis",
                    (
                        text("act", "Act or measure", "Acte ou mesure", REQUIRED),
                        date("on", "Date", "Date", REQUIRED),
                        text("limits", "Limits", "Limites"),
                    ),
                    REQUIRED,
                    "Art. 8",
                )
            ),
            long(
                "data_conditions",
                "Conditions on personal data",
                "Conditions relatives aux données personnelles",
                OPTIONAL,
                "Directive (EU) 2016/680, Art. 9(3)",
            ),
        ),
    ),
)

FORMS: Final = (ARREST_WARRANT, EXTRADITION, TRANSFER)
