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
from app.access.requests.forms.words import (
    OPTIONAL,
    REQUIRED,
    advised,
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
    optional,
    rule,
    section,
    several,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import (
    Form,
    Title,
)

_NOTIFIED: Final = any_of(
    equal("c.deadline", "notified"), all_of(equal("c.deadline", "emergency"), yes("c.emergency_notified"))
)
_TRAFFIC_OR_CONTENT: Final = has("f.categories", "TRAFFIC", "CONTENT")

EPOC: Final = Form(
    "eevidence_form_1",
    Title("European Production Order Certificate (EPOC)", "Certificat d’injonction européenne de production (EPOC)"),
    VERSION,
    f"{SOURCE}, Annex I",
    (
        authorities_section("Annex I", "i"),
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
ten_days | 10 days, no notification of the enforcing authority | 10 jours, sans notification à l’autorité chargée de la mise en œuvre
notified | 10 days, with notification; earlier if it tells that it has no ground | 10 jours, avec notification ; plus tôt si elle indique n’invoquer aucun motif
emergency | 8 hours, emergency | 8 heures, cas d’urgence
""",
                REQUIRED,
                "Art. 10(2) to (4)",
            ),
            yes_no(
                "emergency_notified",
                "The enforcing authority is notified (emergency)",
                "L’injonction est notifiée à l’autorité chargée de la mise en œuvre (cas d’urgence)",
                equal("c.deadline", "emergency"),
                "Art. 8",
            ),
            choices(
                "emergency",
                "Emergency",
                "Urgence",
                "person | Imminent threat to life, physical integrity or safety of a person | Menace imminente pour la vie, l’intégrité physique ou la sécurité d’une personne\ninfrastructure | Imminent threat to critical infrastructure with that effect | Menace imminente pour une infrastructure critique ayant cet effet",
                equal("c.deadline", "emergency"),
                "Art. 3(18)",
            ),
            long(
                "more",
                "Reasons for the emergency, other deadlines, more information",
                "Motifs de l’urgence, autres délais, informations complémentaires",
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
            choice(
                "preserved",
                "Extent of the preservation",
                "Étendue de la conservation",
                "all | All data | Totalité des données\npart | Part of the data | Partie des données",
                yes("d.is_preserved"),
                "Annex I, section D",
            ),
            several(
                group(
                    "earlier",
                    "Earlier preservation requests",
                    "Demandes de conservation antérieures",
                    EARLIER,
                    yes("d.is_preserved"),
                    "Annex I, section D",
                )
            ),
            yes_no(
                "is_related",
                "The data relate to an earlier production request",
                "Les données se rapportent à une demande de production antérieure",
                OPTIONAL,
                "Annex I, section D",
            ),
            several(
                group(
                    "related",
                    "Earlier production requests",
                    "Demandes de production antérieures",
                    EARLIER,
                    yes("d.is_related"),
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
                "proceedings | Criminal proceedings | Procédure pénale\nsentence | Execution of a custodial sentence of at least four months | Exécution d’une peine privative de liberté d’au moins quatre mois",
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
payment | By an information system: Directive (EU) 2019/713, Art. 3 to 8 | Au moyen d’un système d’information : directive (UE) 2019/713, art. 3 à 8
children | By an information system: Directive 2011/93/EU, Art. 3 to 7 | Au moyen d’un système d’information : directive 2011/93/UE, art. 3 à 7
systems | By an information system: Directive 2013/40/EU, Art. 3 to 8 | Au moyen d’un système d’information : directive 2013/40/UE, art. 3 à 8
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
                "Motif de l’envoi direct au sous-traitant",
                "unknown | The controller cannot be identified | Le responsable du traitement ne peut être identifié\nharmful | Addressing the controller would harm the investigation | S’adresser au responsable du traitement nuirait à l’enquête",
                equal("g.addressed_to", "processor"),
                "Art. 5(6)",
            ),
            yes_no(
                "processor_informs",
                "The processor informs the controller",
                "Le sous-traitant informe le responsable du traitement",
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
                "L’information de l’utilisateur est retardée, en raison de",
                """
inquiries | Inquiries, investigations, procedures | Recherches, enquêtes ou procédures
prevention | Prevention, detection, prosecution, penalties | Prévention, détection, poursuites, exécution des peines
public_security | Public security | Sécurité publique
national_security | National security | Sécurité nationale
rights | Rights and freedoms of others | Droits et libertés d’autrui
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
            "K : Autorité à laquelle l’injonction est notifiée",
            group(
                "authority",
                "Notified enforcing authority",
                "Autorité chargée de la mise en œuvre à laquelle l’injonction est notifiée",
                AUTHORITY,
                _NOTIFIED,
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
            "M : Réservé à l’autorité chargée de la mise en œuvre",
            long(
                "necessity",
                "Necessity and proportionality",
                "Nécessité et proportionnalité",
                _NOTIFIED,
                "Art. 5(5)(i)",
            ),
            long(
                "summary",
                "Summary of the case",
                "Résumé de l’affaire",
                _NOTIFIED,
                "Annex I, section M",
            ),
            choices(
                "list_offences",
                "List offences with a maximum of at least three years",
                "Infractions de la liste punies d’au moins trois ans",
                OFFENCES_32,
                optional(_NOTIFIED),
                "Annex I, section M; Annex IV",
            ),
            long(
                "help",
                "Help for the check of refusal grounds",
                "Éléments utiles à l’examen des motifs de refus",
                advised(_NOTIFIED),
                "Annex I, section M",
            ),
            is_internal=True,
        ),
    ),
    (
        rule(
            "i.type",
            all_of(_TRAFFIC_OR_CONTENT, equal("i.type", "prosecutor")),
            "A prosecutor alone cannot issue an order for traffic or content data. A judge has to issue or validate it.",
            "Un procureur ne peut émettre seul une injonction portant sur des données relatives au trafic ou au contenu. Un juge doit l’émettre ou la valider.",
            "Art. 4(2)",
        ),
        rule(
            "j.type",
            all_of(_TRAFFIC_OR_CONTENT, equal("j.type", "prosecutor")),
            "A prosecutor cannot validate an order for traffic or content data. A judge has to validate it.",
            "Un procureur ne peut valider une injonction portant sur des données relatives au trafic ou au contenu. Un juge doit la valider.",
            "Art. 4(2)",
        ),
        rule(
            "i.unvalidated",
            all_of(_TRAFFIC_OR_CONTENT, yes("i.unvalidated")),
            "Traffic and content data need validation beforehand, even in an emergency.",
            "Les données relatives au trafic et au contenu exigent une validation préalable, même dans un cas d’urgence.",
            "Art. 4(5)",
        ),
        rule(
            "k.authority",
            all_of(filled("k.authority"), none_of(_NOTIFIED)),
            "Section K is filled in only if the enforcing authority is notified. Empty it, or change section C.",
            "La section K n’est remplie que si l’injonction est notifiée à l’autorité chargée de la mise en œuvre. Videz-la ou modifiez la section C.",
            "Annex I, section K",
        ),
        rule(
            "m.necessity",
            all_of(
                any_of(*(filled(f"m.{one}") for one in ("necessity", "summary", "list_offences", "help"))),
                none_of(_NOTIFIED),
            ),
            "Section M is filled in only if the enforcing authority is notified. Empty it, or change section C.",
            "La section M n’est remplie que si l’injonction est notifiée à l’autorité chargée de la mise en œuvre. Videz-la ou modifiez la section C.",
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
        authorities_section("Annex II", "f"),
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
                "proceedings | Criminal proceedings | Procédure pénale\nsentence | Execution of a custodial sentence of at least four months | Exécution d’une peine privative de liberté d’au moins quatre mois",
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
