"""Receipt of an order, notification of an interception (Directive 2014/41/EU, Annexes B and C). Pure.

Both annexes were read in full.
"""

from typing import Final

from app.access.requests.forms.blocks import AUTHORITY, PERSON, SIGNATURE, SIGNATURE_RECEIPT, TARGET
from app.access.requests.forms.eio import SOURCE
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    choice,
    country,
    date,
    group,
    long,
    section,
    several,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import Form, Title

EIO_ANNEX_B: Final = Form(
    "eio_annex_b",
    Title(
        "Confirmation of receipt of an order (Annex B)",
        "Confirmation de la réception d’une décision d’enquête européenne (annexe B)",
    ),
    "2022-03-13",
    SOURCE,
    (
        section(
            "a",
            "A: Order",
            "A : Décision d’enquête européenne concernée",
            text(
                "issuing_authority",
                "Issuing authority",
                "Autorité d’émission",
                REQUIRED,
                "Annex B, section A",
                "counterpart.authority",
            ),
            text(
                "file_reference",
                "File reference",
                "Référence du dossier",
                REQUIRED,
                "Annex B, section A",
                "counterpart.reference",
            ),
            date("issued_on", "Date of issue", "Date d’émission", REQUIRED, "Annex B, section A"),
            date("received_on", "Date of receipt", "Date de réception", REQUIRED, "Annex B, section A"),
        ),
        section(
            "b",
            "B: Receiving authority",
            "B : Autorité qui a reçu la décision",
            group(
                "receiver",
                "Receiving authority",
                "Autorité qui a reçu la décision",
                AUTHORITY,
                REQUIRED,
                "Annex B, section B",
                prefill="authority",
            ),
            text("reference", "Own reference", "Référence propre", REQUIRED, "Annex B, section B", "request.reference"),
        ),
        section(
            "c",
            "C: Competent authority",
            "C : Autorité compétente",
            yes_no(
                "passed_on", "The order was passed on", "La décision a été transmise", OPTIONAL, "Annex B, section C"
            ),
            group(
                "competent",
                "Competent authority",
                "Autorité compétente",
                AUTHORITY,
                yes("c.passed_on"),
                "Annex B, section C",
            ),
            date(
                "passed_on_at", "Date of transmission", "Date de transmission", yes("c.passed_on"), "Annex B, section C"
            ),
            text("reference", "Reference", "Référence", yes("c.passed_on"), "Annex B, section C"),
        ),
        section(
            "d",
            "D: Other information",
            "D : Autres informations",
            long("information", "Other information", "Autres informations", OPTIONAL, "Annex B, section D"),
        ),
        section(
            "e",
            "E: Signature",
            "E : Signature",
            group("signature", "Signature", "Signature", SIGNATURE_RECEIPT, REQUIRED, "Annex B, section E"),
        ),
    ),
    direction="in",
)

EIO_ANNEX_C: Final = Form(
    "eio_annex_c",
    Title(
        "Notification of an interception (Annex C)", "Notification d’une interception de télécommunications (annexe C)"
    ),
    "2022-03-13",
    SOURCE,
    (
        section(
            "top",
            "Notified State",
            "État notifié",
            country("state", "Notified State", "État notifié", REQUIRED, "Annex C", "request.country"),
        ),
        section(
            "a",
            "A: Authority",
            "A : Autorité",
            group(
                "authority",
                "Authority for further contact",
                "Autorité à contacter",
                AUTHORITY,
                REQUIRED,
                "Annex C, section A",
                prefill="authority",
            ),
            date("issued_on", "Date of issue", "Date d’émission", REQUIRED, "Annex C, section A"),
        ),
        section(
            "b",
            "B: Interception",
            "B : Interception",
            choice(
                "moment",
                "The notification is made",
                "La notification intervient",
                "before | Before the interception | Avant l’interception\nduring | During the interception | Pendant l’interception\nafter | After the interception | Après l’interception",
                REQUIRED,
                "Annex C, section B-I",
            ),
            text("duration", "(Expected) duration", "Durée (prévue)", REQUIRED, "Annex C, section B-II"),
            date("begins_on", "Beginning", "Début", REQUIRED, "Annex C, section B-II"),
            several(
                group(
                    "targets",
                    "Target (telephone, IP address, e-mail)",
                    "Cible (téléphone, adresse IP, adresse électronique)",
                    TARGET,
                    REQUIRED,
                    "Annex C, section B-III",
                    "request.intercepted",
                )
            ),
            several(
                group("persons", "Persons", "Personnes", PERSON, REQUIRED, "Annex C, section B-IV: as far as known")
            ),
            long(
                "purpose",
                "Purpose: case, classification, provisions, so that lawfulness can be judged",
                "Finalité : affaire, qualification, dispositions, éléments d’appréciation",
                REQUIRED,
                "Annex C, section B-V",
                "request.facts",
            ),
        ),
        section(
            "c",
            "C: Signature",
            "C : Signature",
            group("signature", "Signature", "Signature", SIGNATURE, REQUIRED, "Annex C, section C"),
        ),
    ),
)

FORMS: Final = (EIO_ANNEX_B, EIO_ANNEX_C)
