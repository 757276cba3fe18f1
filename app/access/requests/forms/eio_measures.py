"""Sections C and H of the European Investigation Order: the measures, and the fields that each needs. Pure."""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    TARGET,
)
from app.access.requests.forms.words import (
    ADVISED,
    REQUIRED,
    all_of,
    choice,
    choices,
    date,
    equal,
    filled,
    group,
    has,
    long,
    none_of,
    optional,
    period,
    section,
    several,
    text,
    yes_no,
)
from app.reference.forms.model import (
    Condition,
)

_MEASURES: Final = """
held | Evidence already held by the executing authority | Éléments de preuve déjà en possession de l’autorité d’exécution
databases | Police or judicial databases | Bases de données policières ou judiciaires
hearing | Hearing | Audition
subscriber | Subscriber of a telephone number or IP address | Abonné titulaire d’un numéro de téléphone ou d’une adresse IP
detainee_out | Transfer of a detainee to the issuing State | Transfèrement temporaire d’une personne détenue vers l’État d’émission
detainee_in | Transfer of a detainee to the executing State | Transfèrement temporaire d’une personne détenue vers l’État d’exécution
video | Hearing by video conference | Audition par vidéoconférence
telephone | Hearing by telephone conference | Audition par téléconférence
accounts | Bank or financial accounts | Comptes bancaires ou financiers
operations | Banking or financial operations | Opérations bancaires ou financières
real_time | Gathering of evidence in real time | Obtention d’éléments de preuve en temps réel
covert | Covert investigation | Enquête discrète (sous couverture)
interception | Interception of telecommunications | Interception de télécommunications
provisional | Provisional measure | Mesure provisoire
"""
HEARD: Final = """
witness | Witness | Témoin
expert | Expert | Expert
suspect | Suspect or accused | Suspect ou personne poursuivie
victim | Victim | Victime
third_party | Third party | Tiers
"""
_BANKS: Final = "bank | Banks | Banques\nother | Other financial institutions | Établissements financiers non bancaires"


def _measure(*kinds: str) -> Condition:
    return has("c.kinds", *kinds)


MEASURES: Final = section(
    "c",
    "C: Measures",
    "C : Mesures d’enquête",
    several(
        long(
            "descriptions",
            "Description of each measure",
            "Description de chaque mesure",
            REQUIRED,
            "Annex A, section C",
            "request.measures",
        )
    ),
    choices(
        "kinds",
        "Kinds of measures",
        "Types de mesures",
        _MEASURES,
        ADVISED,
        "Annex A, section C",
        "request.measure_kinds",
    ),
    choices(
        "heard",
        "Persons to be heard",
        "Personnes à entendre",
        HEARD,
        _measure("hearing"),
        "Annex A, section C",
    ),
    choices(
        "heard_video",
        "Persons to be heard by video conference",
        "Personnes à entendre par vidéoconférence",
        "\n".join(HEARD.strip().splitlines()[:3]),
        _measure("video"),
        "Art. 24",
    ),
    choices(
        "heard_telephone",
        "Persons to be heard by telephone",
        "Personnes à entendre par téléconférence",
        "\n".join(HEARD.strip().splitlines()[:2]),
        _measure("telephone"),
        "Art. 25",
    ),
    choices(
        "real_time",
        "Evidence in real time",
        "Éléments de preuve en temps réel",
        """
operations | Monitoring of banking or financial operations | Suivi d’opérations bancaires ou financières
delivery | Controlled delivery | Livraison surveillée
other | Other | Autre
""",
        _measure("real_time"),
        "Art. 28",
    ),
)

REQUIREMENTS: Final = section(
    "h",
    "H: Additional requirements",
    "H : Exigences supplémentaires",
    choice(
        "h1_consent_out",
        "Consent of the detainee (to the issuing State)",
        "Consentement de la personne détenue (vers l’État d’émission)",
        "yes | Yes | Oui\nno | No | Non\nask | Please ask | À recueillir",
        _measure("detainee_out"),
        "Art. 22",
    ),
    yes_no(
        "h1_consent_in",
        "Consent of the detainee (to the executing State)",
        "Consentement de la personne détenue (vers l’État d’exécution)",
        _measure("detainee_in"),
        "Art. 23",
    ),
    group(
        "h2_authority",
        "Authority that holds the hearing",
        "Autorité conduisant l’audition",
        AUTHORITY,
        _measure("video", "telephone"),
        "Art. 24 and 25",
    ),
    long(
        "h2_reasons",
        "Reasons for the remote hearing",
        "Motifs de l’audition à distance",
        _measure("video", "telephone"),
        "Art. 24 and 25",
    ),
    yes_no(
        "h2_consent",
        "The suspect has consented to the video conference",
        "Le suspect a consenti à la vidéoconférence",
        all_of(_measure("video"), has("c.heard_video", "suspect")),
        "Art. 24(2)(a)",
    ),
    choice(
        "h3_item",
        "The item",
        "L’objet",
        "send | Is to be sent | Doit être transféré\nstay | Is to stay | Doit rester sur place",
        _measure("provisional"),
        "Art. 32(3)",
    ),
    date(
        "h3_date",
        "Date of lifting of the measure (estimate)",
        "Date de levée de la mesure (estimation)",
        all_of(equal("h.h3_item", "stay"), none_of(filled("h.h3_followup"))),
        "Art. 32(4)",
    ),
    date(
        "h3_followup",
        "Date of the request to transfer the item (estimate)",
        "Date de la demande de transfert de l’objet (estimation)",
        all_of(equal("h.h3_item", "stay"), none_of(filled("h.h3_date"))),
        "Art. 32(4)",
    ),
    choices(
        "h4_accounts",
        "Accounts held, or under a power of attorney, at",
        "Comptes détenus, ou pour lesquels une procuration existe, auprès de",
        _BANKS,
        _measure("accounts"),
        "Art. 26",
    ),
    long(
        "h4_accounts_reasons",
        "Why the information is of substantial value",
        "En quoi les informations sont d’une valeur substantielle",
        _measure("accounts"),
        "Art. 26(5)",
    ),
    long(
        "h4_banks_reasons",
        "Why banks of this State are thought to hold the account",
        "Raisons de penser que des banques de cet État détiennent le compte",
        _measure("accounts"),
        "Art. 26(5)",
    ),
    several(
        text(
            "h4_banks",
            "Banks that may hold the account",
            "Banques susceptibles de détenir le compte",
            _measure("accounts"),
            "Art. 26(5)",
        )
    ),
    choices("h4_operations", "Operations at", "Opérations auprès de", _BANKS, _measure("operations"), "Art. 27"),
    long(
        "h4_operations_reasons",
        "Why the operations are relevant",
        "Pertinence des opérations",
        _measure("operations"),
        "Art. 27",
    ),
    period("h4_period", "Period of the operations", "Période des opérations", _measure("operations"), "Art. 27"),
    several(text("h4_numbers", "Accounts", "Comptes", _measure("operations"), "Art. 27")),
    long(
        "h5_reasons",
        "Why evidence in real time is relevant",
        "Pertinence de l’obtention en temps réel",
        _measure("real_time"),
        "Art. 28",
    ),
    long(
        "h6_reasons",
        "Why the covert investigation is relevant",
        "Pertinence de l’enquête discrète",
        _measure("covert"),
        "Art. 29",
    ),
    long(
        "h7_reasons",
        "Why the interception is relevant",
        "Pertinence de l’interception",
        _measure("interception"),
        "Art. 30(3) and (4)",
    ),
    text(
        "h7_subject",
        "Subject of the interception",
        "Personne visée par l’interception",
        _measure("interception"),
        "Art. 30(3)(a)",
    ),
    period("h7_period", "Duration", "Durée", _measure("interception"), "Art. 30(3)"),
    several(
        group(
            "h7_identifiers",
            "Technical data",
            "Données techniques",
            TARGET,
            _measure("interception"),
            "Art. 30(3)",
            "request.intercepted",
        )
    ),
    choice(
        "h7_method",
        "Method",
        "Modalité",
        "immediate | Immediate transmission | Transmission immédiate\nlater | Record and send later | Enregistrement et transmission ultérieure",
        _measure("interception"),
        "Art. 30(6)",
    ),
    yes_no(
        "h7_transcribe",
        "Also transcribe, decode or decrypt",
        "Transcrire, décoder ou décrypter également",
        optional(_measure("interception")),
        "Art. 30(7)",
    ),
)
