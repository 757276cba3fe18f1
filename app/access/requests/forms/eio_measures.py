"""Sections C and H of the European Investigation Order: the measures, and the fields that each needs. Pure."""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    IDENTIFIER,
)
from app.access.requests.forms.model import (
    Condition,
)
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    all_of,
    choice,
    choices,
    date,
    equal,
    group,
    has,
    long,
    period,
    section,
    several,
    text,
    yes_no,
)

_MEASURES: Final = """
held | Evidence already held by the executing authority | Éléments de preuve déjà en possession de l’autorité d’exécution
databases | Police or judicial databases | Bases de données policières ou judiciaires
hearing | Hearing | Audition
subscriber | Subscriber of a telephone number or IP address | Titulaire d’un numéro de téléphone ou d’une adresse IP
detainee_out | Transfer of a detainee to the issuing State | Transfèrement d’un détenu vers l’État d’émission
detainee_in | Transfer of a detainee to the executing State | Transfèrement d’un détenu vers l’État d’exécution
video | Hearing by video conference | Audition par vidéoconférence
telephone | Hearing by telephone conference | Audition par conférence téléphonique
accounts | Bank or financial accounts | Comptes bancaires ou financiers
operations | Banking or financial operations | Opérations bancaires ou financières
real_time | Gathering of evidence in real time | Obtention de preuves en temps réel
covert | Covert investigation | Enquête discrète
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
_BANKS: Final = "bank | Banks | Banques\nother | Other financial institutions | Autres établissements financiers"


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
    choices("kinds", "Kinds of measures", "Types de mesures", _MEASURES, ADVISED, "Annex A, section C"),
    choices(
        "heard",
        "Persons to be heard",
        "Personnes à entendre",
        HEARD,
        _measure("hearing", "video", "telephone"),
        "Annex A, section C",
    ),
)

REQUIREMENTS: Final = section(
    "h",
    "H: Additional requirements",
    "H : Exigences supplémentaires",
    choice(
        "h1_consent_out",
        "Consent of the detainee (to the issuing State)",
        "Consentement du détenu (vers l’État d’émission)",
        "yes | Yes | Oui\nno | No | Non\nask | Please ask | À recueillir",
        _measure("detainee_out"),
        "Art. 22",
    ),
    yes_no(
        "h1_consent_in",
        "Consent of the detainee (to the executing State)",
        "Consentement du détenu (vers l’État d’exécution)",
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
        all_of(has("c.kinds", "video"), has("c.heard", "suspect")),
        "Art. 24(2)(a)",
    ),
    choice(
        "h3_item",
        "The item",
        "Le bien",
        "send | Is to be sent | Doit être transféré\nstay | Is to stay | Doit rester sur place",
        _measure("provisional"),
        "Art. 32(3)",
    ),
    date(
        "h3_date",
        "Date of lifting, or of the follow-up request",
        "Date de levée, ou de la demande de suivi",
        equal("h.h3_item", "stay"),
        "Art. 32(4)",
    ),
    choices("h4_accounts", "Accounts held at", "Comptes détenus auprès de", _BANKS, _measure("accounts"), "Art. 26"),
    long(
        "h4_accounts_reasons",
        "Why relevant, and why banks of this State",
        "Pertinence, et raisons de viser les banques de cet État",
        _measure("accounts"),
        "Art. 26(5)",
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
            IDENTIFIER,
            _measure("interception"),
            "Art. 30(3)",
            "request.identifiers",
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
        "Également transcrire, décoder ou décrypter",
        OPTIONAL,
        "Art. 30(7)",
    ),
)
