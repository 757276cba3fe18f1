"""Forms 3, 5 and 6 of Regulation (EU) 2023/1543: impossibility, production that follows, extension. Pure."""

from typing import Final

from app.access.requests.forms.blocks import (
    EARLIER,
    SIGNATURE_E_EVIDENCE,
)
from app.access.requests.forms.e_evidence_sections import (
    SOURCE,
    VERSION,
    addressee_section,
    authorities_section,
)
from app.access.requests.forms.model import (
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
    date,
    equal,
    group,
    has,
    long,
    section,
    text,
    yes_no,
)

EPOC_NOT_EXECUTED: Final = Form(
    "eevidence_form_3",
    Title(
        "Information on the impossibility to execute (Form 3)",
        "Information sur l’impossibilité d’exécuter (formulaire 3)",
    ),
    VERSION,
    f"{SOURCE}, Annex III",
    (
        section(
            "a",
            "A: Certificate",
            "A : Certificat",
            choice(
                "certificate",
                "Certificate",
                "Certificat",
                "EPOC | Production order (EPOC) | Injonction de production (EPOC)\nEPOC_PR | Preservation order (EPOC-PR) | Injonction de conservation (EPOC-PR)",
                REQUIRED,
                "Annex III, section A",
            ),
        ),
        section(
            "b",
            "B: Authorities",
            "B : Autorités",
            text(
                "issuing",
                "Issuing authority and file number",
                "Autorité d’émission et numéro de dossier",
                REQUIRED,
                "Annex III, section B",
            ),
            text(
                "validating",
                "Validating authority and file number",
                "Autorité de validation et numéro de dossier",
                OPTIONAL,
                "Annex III, section B",
            ),
            text(
                "enforcing",
                "Enforcing authority and file number",
                "Autorité d’exécution et numéro de dossier",
                OPTIONAL,
                "Annex III, section B",
            ),
            date("issued_on", "Date of issue", "Date d’émission", REQUIRED, "Annex III, section B"),
            date("received_on", "Date of receipt", "Date de réception", REQUIRED, "Annex III, section B"),
        ),
        section(
            "c",
            "C: Addressee",
            "C : Destinataire",
            text("addressee", "Addressee", "Destinataire", REQUIRED, "Annex III, section C"),
            text("file_number", "File number", "Numéro de dossier", OPTIONAL, "Annex III, section C"),
        ),
        section(
            "d",
            "D: Reasons",
            "D : Motifs",
            choices(
                "reasons",
                "Reasons",
                "Motifs",
                """
incomplete | Incomplete | Incomplet
errors | Manifest errors | Erreurs manifestes
too_little | Too little information | Informations insuffisantes
not_held | Data not held at receipt | Données non détenues à la réception
impossible | Other de facto impossibility | Autre impossibilité de fait
issuer | Wrong issuer, or no validation | Autorité non compétente ou absence de validation
offence | Offence not covered | Infraction non couverte
service | Service not covered | Service non couvert
immunity | Immunity, privilege, press freedom | Immunité, privilège, liberté de la presse
conflict | Conflict with the law of a third country | Conflit avec le droit d’un pays tiers
""",
                REQUIRED,
                "Annex III, section D-a",
            ),
            long("explanation", "Explanation", "Explication", REQUIRED, "Annex III, section D-b"),
        ),
        section(
            "e",
            "E: Conflict of laws",
            "E : Conflit de lois",
            long(
                "law",
                "Title, provisions and text of the law",
                "Titre, dispositions et texte de la loi",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
            choices(
                "interests",
                "Interests protected",
                "Intérêts protégés",
                "rights | Rights of individuals | Droits des personnes\nsecurity | Security and defence | Sécurité et défense\nother | Other | Autres",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
            long(
                "why",
                "Why it applies, and why there is a conflict",
                "Raisons de son application et du conflit",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
            long(
                "consequences",
                "Link of the provider, consequences, penalties",
                "Lien du fournisseur, conséquences, sanctions",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
        ),
        section(
            "f",
            "F: Needed from the issuing authority",
            "F : Informations attendues de l’autorité d’émission",
            long("needed", "Information needed", "Informations nécessaires", OPTIONAL, "Annex III, section F"),
        ),
        section(
            "g",
            "G: Preservation",
            "G : Conservation",
            choice(
                "preserved",
                "The data are",
                "Les données sont",
                "preserved | Preserved | Conservées\nnot_preserved | Not preserved | Non conservées",
                REQUIRED,
                "Annex III, section G",
            ),
        ),
        section(
            "h",
            "H: Provider",
            "H : Fournisseur",
            text("contact", "Contact of the provider", "Contact du fournisseur", REQUIRED, "Annex III, section H"),
            text("person", "Authorised person", "Personne autorisée", REQUIRED, "Annex III, section H"),
            group("signature", "Signature", "Signature", SIGNATURE_E_EVIDENCE, REQUIRED, "Annex III, section H"),
        ),
    ),
)


def _certificate(annex: str) -> Section:
    return section(
        "c",
        "C: Preservation order",
        "C : Injonction de conservation",
        date("issued_on", "Date of issue", "Date d’émission", REQUIRED, f"{annex}, section C"),
        date("transmitted_on", "Date of transmission", "Date de transmission", REQUIRED, f"{annex}, section C"),
        text(
            "file_number",
            "File number",
            "Numéro de dossier",
            REQUIRED,
            f"{annex}, section C",
            "request.earlier_reference",
        ),
        yes_no("extended", "Extended by 30 days", "Prolongée de 30 jours", OPTIONAL, f"{annex}, section C"),
    )


def _signed(annex: str) -> Section:
    return section(
        "signature",
        "Signature",
        "Signature",
        text("name", "Name", "Nom", REQUIRED, annex, "signature.name"),
        group("signature", "Signature", "Signature", SIGNATURE_E_EVIDENCE, REQUIRED, annex),
    )


PRODUCTION_FOLLOWS: Final = Form(
    "eevidence_form_5",
    Title(
        "Confirmation that a production request follows (Form 5)",
        "Confirmation d’une demande de production ultérieure (formulaire 5)",
    ),
    VERSION,
    f"{SOURCE}, Annex V",
    (
        authorities_section("Annex V"),
        addressee_section("Annex V"),
        _certificate("Annex V"),
        section(
            "d",
            "D: Production request",
            "D : Demande de production",
            choice(
                "instrument",
                "Instrument",
                "Instrument",
                "EPOC | Production order (EPOC) | Injonction de production (EPOC)\nEIO | European Investigation Order | Décision d’enquête européenne\nMLA | Mutual legal assistance | Entraide judiciaire",
                REQUIRED,
                "Annex V, section D",
            ),
            group("request", "Request", "Demande", EARLIER, REQUIRED, "Annex V, section D"),
            text(
                "state",
                "State and authority",
                "État et autorité",
                any_of(equal("d.instrument", "EIO"), equal("d.instrument", "MLA")),
                "Annex V, section D",
            ),
        ),
        _signed("Annex V"),
    ),
)

EXTENSION: Final = Form(
    "eevidence_form_6",
    Title("Extension of a preservation (Form 6)", "Prolongation de la conservation (formulaire 6)"),
    VERSION,
    f"{SOURCE}, Annex VI",
    (authorities_section("Annex VI"), addressee_section("Annex VI"), _certificate("Annex VI"), _signed("Annex VI")),
)

FORMS: Final = (EPOC_NOT_EXECUTED, PRODUCTION_FOLLOWS, EXTENSION)
