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
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    any_of,
    choice,
    choices,
    country,
    date,
    equal,
    group,
    has,
    long,
    optional,
    rule,
    section,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import (
    Field,
    Form,
    Section,
    Title,
)

EPOC_NOT_EXECUTED: Final = Form(
    "eevidence_form_3",
    Title(
        "Information on the impossibility to execute (Form 3)",
        "Informations sur l’impossibilité d’exécuter le certificat (formulaire 3)",
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
                "EPOC | Production order (EPOC) | Injonction européenne de production (EPOC)\nEPOC_PR | Preservation order (EPOC-PR) | Injonction européenne de conservation (EPOC-PR)",
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
                "Autorité chargée de la mise en œuvre et numéro de dossier",
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
offence | Offence not covered (traffic or content data) | Infraction non couverte (données relatives au trafic ou au contenu)
service | Service not covered | Service non couvert
immunity | Immunity, privilege, press freedom | Immunité, privilège ou liberté de la presse
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
                "Why the law applies",
                "Raisons pour lesquelles cette loi s’applique",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
            long(
                "conflict",
                "Why there is a conflict",
                "Raisons du conflit",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
            long(
                "link",
                "Link between the provider and the third country",
                "Lien entre le fournisseur et le pays tiers",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
            long(
                "consequences",
                "Consequences and penalties for the addressee",
                "Conséquences et sanctions pour le destinataire",
                has("d.reasons", "conflict"),
                "Annex III, section E",
            ),
            long(
                "more",
                "More information",
                "Informations complémentaires",
                optional(has("d.reasons", "conflict")),
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


def _authority(annex: str, *more: Field) -> Section:
    return section(
        "a",
        "A: Authority",
        "A : Autorité",
        country("issuing_state", "Issuing State", "État d’émission", REQUIRED, f"{annex}, section A", "party.country"),
        text(
            "issuing_authority",
            "Issuing authority",
            "Autorité d’émission",
            REQUIRED,
            f"{annex}, section A",
            "authority.name",
        ),
        *more,
    )


def _certificate(annex: str, *more: Field) -> Section:
    return section(
        "c",
        "C: Preservation order",
        "C : Injonction européenne de conservation",
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
        *more,
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
        "Confirmation de l’émission d’une demande de production ultérieure (formulaire 5)",
    ),
    VERSION,
    f"{SOURCE}, Annex V",
    (
        _authority(
            "Annex V",
            text("contact", "Contact, if changed", "Contact, s’il a changé", OPTIONAL, "Annex V, section A"),
        ),
        addressee_section("Annex V"),
        _certificate(
            "Annex V",
            yes_no("extended", "Extended by 30 days", "Prolongée de 30 jours", REQUIRED, "Annex V, section C"),
            text(
                "extended_by",
                "Authority that extended it",
                "Autorité ayant prolongé",
                yes("c.extended"),
                "Annex V, section C",
            ),
            text(
                "extension_number",
                "File number of the extension",
                "Numéro de dossier de la prolongation",
                yes("c.extended"),
                "Annex V, section C",
            ),
            date(
                "extended_on",
                "Date of the extension",
                "Date de la prolongation",
                yes("c.extended"),
                "Annex V, section C",
            ),
        ),
        section(
            "d",
            "D: Production request",
            "D : Demande de production",
            choice(
                "instrument",
                "Instrument",
                "Instrument",
                "EPOC | Production order (EPOC) | Injonction européenne de production (EPOC)\nEIO | European Investigation Order | Décision d’enquête européenne\nMLA | Mutual legal assistance | Entraide judiciaire",
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
    (
        _authority(
            "Annex VI",
            text(
                "file_number",
                "File number of the issuing authority",
                "Numéro de dossier de l’autorité d’émission",
                REQUIRED,
                "Annex VI, section A",
                "request.reference",
            ),
            text("contact", "Contact", "Contact", OPTIONAL, "Annex VI, section A"),
        ),
        addressee_section("Annex VI"),
        _certificate(
            "Annex VI",
            text(
                "transmitted_to", "Transmitted to", "Transmise à", REQUIRED, "Annex VI, section C", "request.provider"
            ),
        ),
        section(
            "d",
            "D: Extension",
            "D : Prolongation",
            yes_no(
                "thirty_days",
                "The preservation is extended by 30 days",
                "La conservation est prolongée de 30 jours",
                REQUIRED,
                "Annex VI, section D; Art. 11(1)",
            ),
        ),
        _signed("Annex VI"),
    ),
    (
        rule(
            "d.thirty_days",
            equal("d.thirty_days", "no"),
            "This form extends a preservation by 30 days. Confirm it, or do not send the form.",
            "Ce formulaire prolonge la conservation de 30 jours. Confirmez-le, ou n’envoyez pas le formulaire.",
            "Annex VI, section D",
        ),
    ),
)

FORMS: Final = (EPOC_NOT_EXECUTED, PRODUCTION_FOLLOWS, EXTENSION)
