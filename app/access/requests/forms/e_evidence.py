"""Production order (form 1, EPOC) and preservation order (form 2, EPOC-PR) of Regulation (EU) 2023/1543. Pure."""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    EARLIER,
    OFFENCES_32,
)
from app.access.requests.forms.e_evidence_sections import (
    SOURCE,
    VERSION,
    addressee_section,
    authorities_section,
    data_section,
    identifiers_section,
    issuer_section,
    validator_section,
)
from app.access.requests.forms.model import (
    Form,
    Title,
)
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    all_of,
    any_of,
    choice,
    choices,
    equal,
    filled,
    group,
    has,
    long,
    none_of,
    rule,
    section,
    several,
    text,
    yes,
    yes_no,
)

_NOTIFIED: Final = equal("c.deadline", "notified")
_TRAFFIC_OR_CONTENT: Final = has("f.categories", "TRAFFIC", "CONTENT")

EPOC: Final = Form(
    "eevidence_form_1",
    Title("European Production Order Certificate (EPOC)", "Certificat d’injonction européenne de production (EPOC)"),
    VERSION,
    f"{SOURCE}, Annex I",
    (
        authorities_section("Annex I"),
        addressee_section("Annex I"),
        section(
            "c",
            "C: Deadline",
            "C : Délai",
            choice(
                "deadline",
                "Deadline",
                "Délai",
                """
ten_days | 10 days, without notification | 10 jours, sans notification
notified | 10 days, with notification | 10 jours, avec notification
emergency | 8 hours, emergency | 8 heures, urgence
""",
                REQUIRED,
                "Art. 10(2) to (4)",
            ),
            yes_no(
                "emergency_notified",
                "The enforcing authority is notified (emergency)",
                "L’autorité d’exécution est notifiée (urgence)",
                equal("c.deadline", "emergency"),
                "Art. 8",
            ),
            choices(
                "emergency",
                "Emergency",
                "Urgence",
                "person | Threat to a person | Menace pour une personne\ninfrastructure | Threat to critical infrastructure | Menace pour une infrastructure critique",
                equal("c.deadline", "emergency"),
                "Art. 3(18)",
            ),
            long(
                "more",
                "Other deadlines, more information",
                "Autres délais, informations complémentaires",
                equal("c.deadline", "emergency"),
                "Art. 5(5)(g)",
            ),
        ),
        section(
            "d",
            "D: Earlier requests",
            "D : Demandes antérieures",
            yes_no(
                "is_preserved",
                "Data were preserved under an earlier request",
                "Des données ont été conservées au titre d’une demande antérieure",
                OPTIONAL,
                "Annex I, section D",
            ),
            several(
                group(
                    "earlier",
                    "Earlier requests",
                    "Demandes antérieures",
                    EARLIER,
                    yes("d.is_preserved"),
                    "Annex I, section D",
                )
            ),
        ),
        identifiers_section("e", "E", "Annex I"),
        data_section("f", "F", "Annex I"),
        section(
            "g",
            "G: Conditions",
            "G : Conditions",
            choices(
                "framework",
                "Framework",
                "Cadre",
                "proceedings | Criminal proceedings | Procédure pénale\nsentence | Sentence of at least four months | Peine d’au moins quatre mois",
                REQUIRED,
                "Art. 5(3) and (4)",
            ),
            long(
                "classification",
                "Nature, legal classification, provisions",
                "Nature, qualification juridique, dispositions",
                REQUIRED,
                "Annex I, section G",
                "request.offence",
            ),
            choices(
                "threshold",
                "Threshold for traffic or content data",
                "Seuil pour les données relatives au trafic ou au contenu",
                """
three_years | Maximum of at least three years | Maximum d’au moins trois ans
payment | Directive (EU) 2019/713, Art. 3 to 8 | Directive (UE) 2019/713, art. 3 à 8
children | Directive 2011/93/EU, Art. 3 to 7 | Directive 2011/93/UE, art. 3 à 7
systems | Directive 2013/40/EU, Art. 3 to 8 | Directive 2013/40/UE, art. 3 à 8
terrorism | Directive (EU) 2017/541, Art. 3 to 12 and 14 | Directive (UE) 2017/541, art. 3 à 12 et 14
""",
                _TRAFFIC_OR_CONTENT,
                "Art. 5(4)",
            ),
            choice(
                "addressed_to",
                "Addressed to",
                "Adressé au",
                "controller | Controller | Responsable du traitement\nprocessor | Processor | Sous-traitant",
                REQUIRED,
                "Art. 5(6)",
            ),
            choice(
                "processor_reason",
                "Why the processor",
                "Motif de l’envoi au sous-traitant",
                "unknown | The controller cannot be identified | Le responsable ne peut être identifié\nharmful | Addressing the controller would harm the investigation | L’envoi au responsable nuirait à l’enquête",
                equal("g.addressed_to", "processor"),
                "Art. 5(6)",
            ),
            yes_no(
                "processor_informs",
                "The processor informs the controller",
                "Le sous-traitant informe le responsable",
                equal("g.addressed_to", "processor"),
                "Art. 5(6)",
            ),
            text(
                "processor_silent",
                "Short reason why not",
                "Bref motif dans le cas contraire",
                equal("g.processor_informs", "no"),
                "Art. 5(6)",
            ),
            long("other", "Other information", "Autres informations", OPTIONAL, "Annex I, section G"),
        ),
        section(
            "h",
            "H: Information of the user",
            "H : Information de l’utilisateur",
            choices(
                "later_because",
                "The user is informed later, because of",
                "L’utilisateur est informé plus tard, en raison de",
                """
inquiries | Inquiries | Enquêtes
prevention | Prevention or prosecution | Prévention ou poursuites
public_security | Public security | Sécurité publique
national_security | National security | Sécurité nationale
rights | Rights of others | Droits d’autrui
""",
                OPTIONAL,
                "Art. 13",
            ),
            long(
                "justification", "Short justification", "Brève justification", filled("h.later_because"), "Art. 13(2)"
            ),
        ),
        issuer_section("i", "I", "Annex I"),
        validator_section("j", "i", "J", "Annex I"),
        section(
            "k",
            "K: Notified authority",
            "K : Autorité notifiée",
            group(
                "authority",
                "Notified enforcing authority",
                "Autorité d’exécution notifiée",
                AUTHORITY,
                any_of(_NOTIFIED, yes("c.emergency_notified")),
                "Annex I, section K; Art. 8",
            ),
        ),
        section(
            "l",
            "L: Transfer of data",
            "L : Transmission des données",
            choice(
                "recipient",
                "The data go to",
                "Les données sont transmises à",
                "issuing | Issuing authority | L’autorité d’émission\nvalidating | Validating authority | L’autorité de validation\nother | Another authority | Une autre autorité",
                REQUIRED,
                "Annex I, section L",
            ),
            text(
                "other",
                "Other authority and contact",
                "Autre autorité et contact",
                equal("l.recipient", "other"),
                "Annex I, section L",
            ),
            text("format", "Format or means", "Format ou moyen", OPTIONAL, "Annex I, section L"),
        ),
        section(
            "m",
            "M: For the notified authority only",
            "M : Réservé à l’autorité notifiée",
            long(
                "necessity",
                "Necessity and proportionality",
                "Nécessité et proportionnalité",
                any_of(_NOTIFIED, yes("c.emergency_notified")),
                "Art. 5(5)(i)",
            ),
            long(
                "summary",
                "Summary of the case",
                "Résumé de l’affaire",
                any_of(_NOTIFIED, yes("c.emergency_notified")),
                "Annex I, section M",
            ),
            choices(
                "list_offences",
                "List offences with a maximum of at least three years",
                "Infractions de la liste punies d’au moins trois ans",
                OFFENCES_32,
                OPTIONAL,
                "Annex I, section M; Annex IV",
            ),
            long(
                "help",
                "Help for the check of refusal grounds",
                "Éléments utiles à l’examen des motifs de refus",
                OPTIONAL,
                "Annex I, section M",
            ),
            is_internal=True,
        ),
    ),
    (
        rule(
            "i.type",
            all_of(_TRAFFIC_OR_CONTENT, equal("i.type", "prosecutor")),
            "A prosecutor cannot issue an order for traffic or content data. A judge has to issue it.",
            "Un procureur ne peut émettre une injonction portant sur le trafic ou le contenu. Un juge doit l’émettre.",
            "Art. 4(2)",
        ),
        rule(
            "j.type",
            all_of(_TRAFFIC_OR_CONTENT, equal("j.type", "prosecutor")),
            "A prosecutor cannot validate an order for traffic or content data. A judge has to validate it.",
            "Un procureur ne peut valider une injonction portant sur le trafic ou le contenu. Un juge doit la valider.",
            "Art. 4(2)",
        ),
        rule(
            "i.unvalidated",
            all_of(_TRAFFIC_OR_CONTENT, yes("i.unvalidated")),
            "Traffic and content data need validation beforehand, even in an emergency.",
            "Les données relatives au trafic et au contenu exigent une validation préalable, même en urgence.",
            "Art. 4(5)",
        ),
        rule(
            "k.authority",
            all_of(filled("k.authority"), none_of(_NOTIFIED, yes("c.emergency_notified"))),
            "Section K is filled in only if the enforcing authority is notified. Empty it, or change section C.",
            "La section K n’est remplie que si l’autorité d’exécution est notifiée. Videz-la ou modifiez la section C.",
            "Annex I, section K",
        ),
        rule(
            "m.necessity",
            all_of(any_of(filled("m.necessity"), filled("m.summary")), none_of(_NOTIFIED, yes("c.emergency_notified"))),
            "Section M is filled in only if the enforcing authority is notified. Empty it, or change section C.",
            "La section M n’est remplie que si l’autorité d’exécution est notifiée. Videz-la ou modifiez la section C.",
            "Annex I, section M",
        ),
    ),
)

EPOC_PR: Final = Form(
    "eevidence_form_2",
    Title(
        "European Preservation Order Certificate (EPOC-PR)",
        "Certificat d’injonction européenne de conservation (EPOC-PR)",
    ),
    VERSION,
    f"{SOURCE}, Annex II",
    (
        authorities_section("Annex II"),
        addressee_section("Annex II"),
        identifiers_section("c", "C", "Annex II"),
        data_section("d", "D", "Annex II"),
        section(
            "e",
            "E: Conditions",
            "E : Conditions",
            choices(
                "framework",
                "Framework",
                "Cadre",
                "proceedings | Criminal proceedings | Procédure pénale\nsentence | Sentence of at least four months | Peine d’au moins quatre mois",
                REQUIRED,
                "Art. 6(3)",
            ),
            long(
                "classification",
                "Nature, legal classification, provisions",
                "Nature, qualification juridique, dispositions",
                REQUIRED,
                "Annex II, section E",
                "request.offence",
            ),
        ),
        issuer_section("f", "F", "Annex II"),
        validator_section("g", "f", "G", "Annex II"),
    ),
)

FORMS: Final = (EPOC, EPOC_PR)
