"""Arrest warrant and extradition as references, and transfer of proceedings. Pure.

Sources: Framework Decision 2002/584/JHA, Article 8(1), whose form was not read; ETS 24; Regulation (EU) 2024/3011, Article 8,
read in an extract, whose Annex I was not found.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    NATURAL_PERSON,
    PERSON,
)
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
    files,
    group,
    long,
    section,
    several,
    text,
    yes,
    yes_no,
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
            long("consequences", "Other consequences", "Autres conséquences", OPTIONAL, "Art. 8(1)(g)"),
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
            long("opinions", "Opinions or proposals", "Avis ou propositions", OPTIONAL, "Art. 6 and 7"),
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
                text(
                    "list",
                    "Acts and coercive measures so far, with limits and dates",
                    "Actes et mesures coercitives, avec limites et dates",
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
