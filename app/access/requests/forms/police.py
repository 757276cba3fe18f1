"""Police requests: SPOC, 24/7 network, spontaneous information, INTERPOL, stop payment, FIUs. Pure.

Directive (EU) 2023/977 was read in part; Article 26 of the Budapest Convention and Article 46(4) and (5) of UNCAC were read.
The stop-payment fields are those of the US Financial Fraud Kill Chain, from a secondary source. Messages have no published
form. Of the texts about financial intelligence units (FIU), only Article 46(1) to (4) of CETS 198 was read: their forms record
what these units exchanged.
"""

from typing import Final

from app.access.requests.forms.blocks import (
    AUTHORITY,
    CONFIDENTIALITY,
    CONTACT,
    IDENTIFIER,
    NATURAL_PERSON,
    OFFENCE,
    PERSON,
    URGENCY,
)
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    choice,
    choices,
    country,
    date,
    equal,
    filled,
    group,
    long,
    moment,
    money,
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

SPOC_REQUEST: Final = Form(
    "spoc_request",
    Title("Request to a single point of contact", "Demande d’informations au point de contact unique"),
    "2026-11",
    "Directive (EU) 2023/977, Art. 4 (the directive has no form)",
    (
        section(
            "authorities",
            "Authorities",
            "Autorités",
            group(
                "requesting",
                "Requesting contact point or designated authority",
                "Point de contact ou autorité désignée requérants",
                AUTHORITY,
                REQUIRED,
                "Art. 4(1)",
                prefill="authority",
            ),
            country("requested", "Requested State", "État requis", REQUIRED, "Art. 4(1)", "request.country"),
            yes_no(
                "copied",
                "Copy to the own contact point",
                "Copie au point de contact unique national",
                REQUIRED,
                "Art. 4(1) and (2)",
            ),
            choice(
                "not_copied",
                "Why no copy",
                "Motif de l’absence de copie",
                "sensitive | Highly sensitive investigation | Enquête hautement sensible\nterrorism | Terrorism outside crisis management | Affaire de terrorisme hors gestion de crise\nsafety | Safety of a person | Sécurité d’une personne",
                equal("authorities.copied", "no"),
                "Art. 4(2)",
            ),
        ),
        section(
            "request",
            "Request",
            "Demande",
            yes_no(
                "necessary",
                "The request is necessary and proportionate",
                "La demande est nécessaire et proportionnée",
                REQUIRED,
                "Art. 4(3)",
            ),
            long(
                "available",
                "Objective reasons to believe that the information is available there",
                "Raisons objectives de penser que les informations y sont disponibles",
                REQUIRED,
                "Art. 4(3)",
            ),
            yes_no("urgent", "Urgent", "Urgent", REQUIRED, "Art. 4(4)", "request.urgent"),
            choices(
                "urgency",
                "Ground of urgency",
                "Motif d’urgence",
                "security | Immediate serious threat to public security | Menace immédiate et grave pour la sécurité publique\nlife | Imminent threat to life or integrity | Menace imminente pour la vie ou l’intégrité\ndetention | Decision on restrictive measures up to detention | Décision sur des mesures restrictives allant jusqu’à la détention\nrelevance | About to lose relevance, and important | Perte imminente de pertinence d’une information importante",
                yes("request.urgent"),
                "Art. 4(4)",
            ),
            long(
                "information",
                "Information wanted, as precisely as possible",
                "Informations demandées, aussi précises que possible",
                REQUIRED,
            ),
            long("purpose", "Purpose", "Finalité", REQUIRED, prefill="request.purpose"),
            long("facts", "Facts", "Faits", REQUIRED, prefill="request.facts"),
            text("offence", "Offence", "Infraction", REQUIRED, prefill="request.offence"),
            yes_no(
                "names_person", "The request names a person or entity", "La demande vise une personne ou une entité"
            ),
            long(
                "link",
                "Link between the purpose and the person",
                "Lien entre la finalité et la personne",
                yes("request.names_person"),
            ),
            group("person", "Person under investigation", "Personne faisant l’objet de l’enquête", NATURAL_PERSON),
            long("limits", "Limits of use", "Limites d’utilisation"),
            text("language", "Language", "Langue", REQUIRED, prefill="request.language"),
        ),
    ),
    (
        rule(
            "request.necessary",
            equal("request.necessary", "no"),
            "A request has to be necessary and proportionate. Without this it cannot be sent.",
            "La demande doit être nécessaire et proportionnée. À défaut, elle ne peut être envoyée.",
            "Art. 4(3)",
        ),
    ),
)

NETWORK_MESSAGE: Final = Form(
    "network_message",
    Title("Message to a 24/7 contact point", "Message à un point de contact 24/7"),
    "2026-11",
    "Budapest Convention, Art. 35 (there is no published form)",
    (
        section(
            "head",
            "Contact points",
            "Points de contact",
            country("country", "Requested State", "État requis", REQUIRED, prefill="request.country"),
            text("addressee", "Contact point", "Point de contact", REQUIRED, prefill="addressee.name"),
            group("sender", "Requesting authority", "Autorité requérante", CONTACT, REQUIRED, prefill="authority"),
        ),
        section(
            "message",
            "Message",
            "Message",
            choices(
                "assistance",
                "Assistance",
                "Assistance",
                "advice | Technical advice | Conseils techniques\npreservation | Preservation | Conservation\nevidence | Collection of evidence | Recueil de preuves\nlegal | Legal information | Informations juridiques\nlocating | Locating suspects | Localisation de suspects",
                REQUIRED,
            ),
            long("text", "Message", "Message", REQUIRED, prefill="request.facts"),
            several(
                group("identifiers", "Identifiers", "Identifiants", IDENTIFIER, OPTIONAL, prefill="request.identifiers")
            ),
        ),
        section("urgency", "Urgency", "Urgence", group("grounds", "Urgency", "Urgence", URGENCY)),
    ),
)

SPONTANEOUS_INFORMATION: Final = Form(
    "spontaneous_information",
    Title("Spontaneous information", "Transmission spontanée d’informations"),
    "2026-11",
    "Budapest Convention, Art. 26; UNCAC, Art. 46(4) and (5)",
    (
        section(
            "parties",
            "Sender and receiver",
            "Expéditeur et destinataire",
            group(
                "sender",
                "Sender",
                "Expéditeur",
                CONTACT,
                REQUIRED,
                "Budapest Convention, Art. 26(1)",
                prefill="authority",
            ),
            text("receiver", "Receiver", "Destinataire", REQUIRED, "Budapest Convention, Art. 26(1)", "addressee.name"),
            country("country", "State of the receiver", "État du destinataire", REQUIRED, prefill="request.country"),
        ),
        section(
            "information",
            "Information",
            "Information",
            yes_no(
                "own_investigation",
                "From an own investigation, and permitted by own law",
                "Issue d’une enquête propre et permise par le droit national",
                REQUIRED,
                "Budapest Convention, Art. 26(1)",
            ),
            text(
                "permission",
                "Provision that permits it",
                "Disposition qui le permet",
                REQUIRED,
                "Budapest Convention, Art. 26(1)",
                "request.legal_basis",
            ),
            choices(
                "helps",
                "It may help to",
                "Elle peut aider à",
                "open | Open a case | Ouvrir une procédure\ncarry_out | Carry out a case | Mener une procédure\nrequest | Lead to a request | Conduire à une demande",
                REQUIRED,
                "Budapest Convention, Art. 26(1)",
            ),
            long("text", "Information", "Information", REQUIRED, "Budapest Convention, Art. 26(1)", "request.facts"),
            several(group("offences", "Offences", "Infractions", OFFENCE, REQUIRED, "Budapest Convention, Art. 26(1)")),
            text("reliability", "Source and reliability", "Source et fiabilité", ADVISED),
            yes_no("lead_only", "To be used as a lead only", "À utiliser comme piste seulement", ADVISED),
        ),
        section(
            "conditions",
            "Conditions, before sending",
            "Conditions, avant l’envoi",
            yes_no(
                "conditional",
                "The information is given on conditions",
                "L’information est communiquée sous conditions",
                OPTIONAL,
                "Budapest Convention, Art. 26(2)",
            ),
            group(
                "confidentiality",
                "Confidentiality",
                "Confidentialité",
                CONFIDENTIALITY,
                OPTIONAL,
                "Budapest Convention, Art. 26(2)",
            ),
            long(
                "limits",
                "Conditions of use",
                "Conditions d’utilisation",
                yes("conditions.conditional"),
                "Budapest Convention, Art. 26(2)",
            ),
            choice(
                "answer",
                "Answer of the receiver",
                "Réponse du destinataire",
                "accepts | Accepts and is bound | Accepte et est lié\ndeclines | Cannot comply | Ne peut s’y conformer",
                OPTIONAL,
                "Budapest Convention, Art. 26(2)",
            ),
            moment(
                "answered_at",
                "Time of the answer",
                "Heure de la réponse",
                filled("conditions.answer"),
                "Budapest Convention, Art. 26(2)",
            ),
            moment(
                "exculpatory_notice",
                "Notice before an exculpatory disclosure",
                "Avis préalable à une communication à décharge",
                OPTIONAL,
                "UNCAC, Art. 46(5)",
            ),
            moment(
                "exculpatory_consultation",
                "Consultation about the exculpatory disclosure",
                "Consultation sur la communication à décharge",
                OPTIONAL,
                "UNCAC, Art. 46(5)",
            ),
        ),
    ),
)

INTERPOL_MESSAGE: Final = Form(
    "interpol_message",
    Title("INTERPOL message or database check", "Message INTERPOL ou consultation de base de données"),
    "2026-11",
    "No published form",
    (
        section(
            "head",
            "Offices",
            "Bureaux",
            text("ncb", "National Central Bureau", "Bureau central national", REQUIRED, prefill="addressee.name"),
            text("authority", "National authority", "Autorité nationale", REQUIRED, prefill="authority.name"),
            several(country("recipients", "Recipients", "Destinataires")),
        ),
        section(
            "message",
            "Message",
            "Message",
            choice(
                "kind",
                "Kind",
                "Nature",
                "message | I-24/7 message | Message I-24/7\ndatabase | Database check | Consultation de base de données\nanalysis | Analytical support | Appui analytique",
                REQUIRED,
            ),
            text("database", "Database", "Base de données", equal("message.kind", "database")),
            long("text", "Message", "Message", REQUIRED, prefill="request.facts"),
            long("purpose", "Purpose", "Finalité", REQUIRED, prefill="request.purpose"),
            several(
                group("identifiers", "Identifiers", "Identifiants", IDENTIFIER, OPTIONAL, prefill="request.identifiers")
            ),
            several(group("persons", "Persons", "Personnes", NATURAL_PERSON)),
        ),
    ),
)

STOP_PAYMENT: Final = Form(
    "interpol_stop_payment",
    Title("Stop-payment request (I-GRIP)", "Demande de blocage de paiement (I-GRIP)"),
    "2026-11",
    "The INTERPOL form was not found; fields of the US Financial Fraud Kill Chain (secondary source)",
    (
        section(
            "fraud",
            "Fraud",
            "Fraude",
            long("summary", "Summary", "Résumé", REQUIRED, prefill="request.facts"),
            choice(
                "kind",
                "Kind",
                "Nature",
                "bec | Compromised business e-mail | Compromission de messagerie professionnelle\ninvestment | Investment fraud | Fraude à l’investissement\ntakeover | Account takeover | Prise de contrôle de compte\nother | Other | Autre",
                REQUIRED,
            ),
            text("victim", "Victim: name and place", "Victime : nom et lieu", REQUIRED),
        ),
        section(
            "payment",
            "Payment",
            "Paiement",
            text("sending", "Sending bank and account", "Banque et compte émetteurs", REQUIRED),
            text("receiving", "Receiver, bank and account", "Bénéficiaire, banque et compte", REQUIRED),
            text("receiving_place", "Place of the receiving bank", "Lieu de la banque bénéficiaire", ADVISED),
            text("intermediary", "Intermediary bank, further credit", "Banque intermédiaire, crédit ultérieur"),
            text("swift", "SWIFT number", "Numéro SWIFT", REQUIRED),
            moment("at", "Date and time", "Date et heure", REQUIRED),
            money("amount", "Amount", "Montant", REQUIRED),
            yes_no("recalled", "The bank asked for a recall", "La banque a demandé un rappel de fonds", REQUIRED),
            moment("recalled_at", "Time of the recall", "Heure du rappel", yes("payment.recalled")),
            several(
                text(
                    "onward",
                    "Onward transfers, transactions, addresses",
                    "Virements ultérieurs, transactions, adresses",
                )
            ),
        ),
        section(
            "request",
            "Request",
            "Demande",
            group(
                "authority",
                "Complaint, unit, contact",
                "Plainte, service, contact",
                CONTACT,
                REQUIRED,
                prefill="authority",
            ),
            choice(
                "action",
                "Action",
                "Mesure",
                "stop | Stop | Bloquer\nsuspend | Suspend | Suspendre\nfreeze | Freeze | Geler",
                REQUIRED,
            ),
            moment("until", "Until", "Jusqu’au", REQUIRED),
            date("order_by", "Formal order by", "Décision formelle avant le", REQUIRED),
        ),
        section(
            "outcome",
            "Outcome",
            "Résultat",
            money("held", "Amount held", "Montant bloqué"),
            moment("held_at", "Time", "Heure", filled("outcome.held")),
            text("holder", "Holder of the amount", "Détenteur du montant", filled("outcome.held")),
            text("next", "Next instrument", "Instrument suivant"),
        ),
    ),
)

_UNITS: Final = section(
    "units",
    "Financial intelligence units",
    "Cellules de renseignement financier",
    group("own", "Own unit", "Cellule nationale", CONTACT, REQUIRED, prefill="authority"),
    country("country", "Country of the other unit", "Pays de l’autre cellule", REQUIRED, prefill="request.country"),
    text("other", "Other unit", "Autre cellule", ADVISED, prefill="addressee.name"),
    text("reference", "Reference", "Référence", ADVISED, prefill="request.reference"),
)
FIU_INFORMATION: Final = Form(
    "fiu_information",
    Title("Information between FIUs (record)", "Échange d’informations entre CRF (pour mémoire)"),
    "2026-11",
    "CETS 198, Art. 46(1) to (4); other fields from general knowledge",
    (
        _UNITS,
        section(
            "information",
            "Information",
            "Informations",
            long("facts", "Facts", "Exposé des faits", REQUIRED, "CETS 198, Art. 46(4)", "request.facts"),
            long("suspicion", "Suspicion", "Soupçon", REQUIRED),
            long("country_link", "Link with the country", "Lien avec le pays", REQUIRED),
            long(
                "purpose",
                "Purpose: how the information will be used",
                "Finalité : utilisation prévue des informations",
                REQUIRED,
                "CETS 198, Art. 46(4)",
                "request.purpose",
            ),
            several(group("persons", "Persons", "Personnes", PERSON, ADVISED, "CETS 198, Art. 46(2)")),
            several(text("accounts", "Accounts", "Comptes", ADVISED)),
            choice(
                "onward_use",
                "Consent to onward use",
                "Consentement à une utilisation ultérieure",
                "given | Given | Donné\nasked | Asked for | Demandé\nrefused | Refused | Refusé",
                ADVISED,
            ),
        ),
    ),
)
FIU_POSTPONEMENT: Final = Form(
    "fiu_postponement",
    Title(
        "Postponement of a transaction between FIUs (record)",
        "Report d’une transaction à la demande d’une CRF (pour mémoire)",
    ),
    "2026-11",
    "CETS 198, Art. 47 (from general knowledge; the text was not read)",
    (
        _UNITS,
        section(
            "postponement",
            "Postponement",
            "Report",
            long("transaction", "Transaction", "Transaction", REQUIRED),
            long("ground", "Ground", "Motif", REQUIRED),
            text("duration", "Duration", "Durée", REQUIRED),
        ),
    ),
)

FORMS: Final = (
    SPOC_REQUEST,
    NETWORK_MESSAGE,
    SPONTANEOUS_INFORMATION,
    INTERPOL_MESSAGE,
    STOP_PAYMENT,
    FIU_INFORMATION,
    FIU_POSTPONEMENT,
)
