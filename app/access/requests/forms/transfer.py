"""Transfer of proceedings (Regulation (EU) 2024/3011). Pure.

Article 8 was read in an extract. Annex I was not found.
"""

from typing import Final

from app.access.requests.forms.blocks import AUTHORITY, PERSON
from app.access.requests.forms.model import Form, Title
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    advised,
    choice,
    choices,
    country,
    date,
    equal,
    group,
    long,
    section,
    several,
    text,
    yes,
    yes_no,
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

FORMS: Final = (TRANSFER,)
