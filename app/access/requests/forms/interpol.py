"""Request sheets for INTERPOL notices and diffusions. Pure.

Only a National Central Bureau asks INTERPOL; the sheet prepares its request. Articles are those of the Rules on the Processing
of Data, which were read in secondary sources only: all fields come from general knowledge.
"""

from typing import Final

from app.access.requests.forms.words import (
    REQUIRED,
    all_of,
    any_of,
    choice,
    choices,
    country,
    date,
    equal,
    files,
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
    Condition,
    Field,
    Form,
    Section,
    Title,
)

_SOURCE: Final = "INTERPOL Rules on the Processing of Data, Art. 73 to 101 (secondary sources)"
_VERSION: Final = "2026-11"
_COLOURS: Final = """
RED | Red: wanted person | Rouge : personne recherchée
BLUE | Blue: information on a person | Bleue : renseignements sur une personne
GREEN | Green: warning about a person | Verte : mise en garde sur une personne
YELLOW | Yellow: missing person | Jaune : personne disparue
BLACK | Black: unidentified body | Noire : cadavre non identifié
ORANGE | Orange: imminent threat | Orange : menace imminente
PURPLE | Purple: modus operandi | Mauve : mode opératoire
SILVER | Silver: criminal assets (pilot) | Argentée : avoirs criminels (pilote)
UNSC_SPECIAL | INTERPOL-UN Special Notice | Notice spéciale INTERPOL-ONU
"""


def _colour(*colours: str) -> Condition:
    return any_of(*(equal("head.colour", one) for one in colours))


#: The person is a child, or an adult, in a Yellow Notice (Art. 90).
_CHILD: Final = all_of(_colour("YELLOW"), yes("subject.child"))
_ADULT: Final = all_of(_colour("YELLOW"), equal("subject.child", "no"))
#: A person is among the sources of the threat in an Orange Notice (Art. 93).
_THREATENING: Final = all_of(_colour("ORANGE"), has("case.threat_from", "person"))
#: Colours whose person is identified by alternative A (name, sex, year of birth and more) or B (photograph and more).
_EITHER: Final = any_of(_colour("RED", "BLUE", "GREEN", "SILVER"), _THREATENING)
#: Without a name: a Blue or Yellow Notice about a person who is not identified (Art. 88 and 90).
_UNNAMED: Final = all_of(yes("subject.unidentified"), _colour("BLUE", "YELLOW"))
#: Alternative B: a photograph with further data stands for the name, sex and year of birth (Art. 83).
_PHOTOGRAPHED: Final = all_of(
    has("subject.identified_by", "photograph"),
    any_of(
        has("subject.identified_by", "description", "fingerprints", "dna"),
        filled("subject.aliases"),
        filled("subject.parents"),
    ),
    _EITHER,
)
_PERSON_NAMED: Final = all_of(any_of(_EITHER, _colour("YELLOW")), none_of(_UNNAMED), none_of(_PHOTOGRAPHED))
#: A Special Notice is about a person or an entity, which has one name.
_NAMED: Final = any_of(_PERSON_NAMED, _colour("UNSC_SPECIAL"))
#: Sex and year of birth are needed as well. In a Yellow Notice they are needed without a name, too.
_DESCRIBED: Final = any_of(_colour("YELLOW"), all_of(_EITHER, none_of(_UNNAMED), none_of(_PHOTOGRAPHED)))


_CHECKED: Final = (
    yes_no("holds", "Checked", "Vérifié", REQUIRED),
    text("by", "By", "Par", REQUIRED),
    date("on", "On", "Le", REQUIRED),
)
_ANSWER: Final = (
    choice(
        "answer",
        "Answer",
        "Réponse",
        "no | No | Non\nyes | Yes | Oui\nunclear | Unclear: legal review | Incertain : examen juridique",
        REQUIRED,
    ),
    long("reason", "Reason", "Motif", REQUIRED),
    text("by", "By", "Par", REQUIRED),
    date("on", "On", "Le", REQUIRED),
)
_ASSURED: Final = (yes_no("given", "Given", "Donnée", REQUIRED), text("by", "By", "Par", REQUIRED))


def _head(*more: Field) -> Section:
    return section(
        "head",
        "Request",
        "Demande",
        choice("colour", "Colour", "Couleur", _COLOURS, REQUIRED),
        *more,
        text("ncb", "National Central Bureau", "Bureau central national", REQUIRED, prefill="addressee.name"),
        text("authority", "National authority", "Autorité nationale", REQUIRED, prefill="authority.name"),
        text("reference", "Reference", "Référence", REQUIRED, prefill="request.reference"),
        choice(
            "language",
            "Language",
            "Langue",
            "en | English | Anglais\nfr | French | Français\nes | Spanish | Espagnol\nar | Arabic | Arabe",
            REQUIRED,
        ),
        long(
            "purpose", "Purpose and action wanted", "Finalité et mesure souhaitée", REQUIRED, prefill="request.purpose"
        ),
        yes_no("public", "Public extract agreed", "Extrait public accepté"),
        choices(
            "caution",
            "Caution",
            "Mise en garde",
            "armed | Armed | Armé\nviolent | Violent | Violent\nescape | May escape | Risque d’évasion\nill | Ill | Malade\nsuicidal | Suicidal | Suicidaire",
        ),
        date("review_on", "Review date", "Date de réexamen", REQUIRED),
    )


_COMPLIANCE: Final = section(
    "compliance",
    "Checks by the requester",
    "Vérifications par le demandeur",
    group("quality", "Data quality and lawfulness", "Qualité et licéité des données", _CHECKED, REQUIRED),
    group("conditions", "Conditions of the colour", "Conditions propres à la couleur", _CHECKED, REQUIRED),
    group("interest", "Interest for police cooperation", "Intérêt pour la coopération policière", _CHECKED, REQUIRED),
    group(
        "constitution",
        "Articles 2(1) and 3, international obligations",
        "Articles 2(1) et 3, obligations internationales",
        _CHECKED,
        REQUIRED,
    ),
)
_SUBJECT: Final = section(
    "subject",
    "Person",
    "Personne",
    yes_no("unidentified", "The person is not identified", "Personne non identifiée"),
    text("family_name", "Family name or entity", "Nom de famille ou entité", _NAMED),
    text("forename", "Forename", "Prénom", _PERSON_NAMED),
    several(text("aliases", "Aliases", "Alias")),
    text("sex", "Sex", "Sexe", _DESCRIBED),
    text("birth", "Date or year of birth", "Date ou année de naissance", _DESCRIBED),
    text("birth_place", "Place of birth", "Lieu de naissance"),
    several(country("nationalities", "Nationalities", "Nationalités")),
    long("parents", "Parents", "Parents"),
    choices(
        "identified_by",
        "Identified by",
        "Identifiée par",
        "description | Description | Signalement\nphotograph | Photograph | Photographie\nfingerprints | Fingerprints | Empreintes digitales\ndna | DNA | ADN\ndocument | Identity document | Document d’identité",
        any_of(_EITHER, _colour("YELLOW", "BLACK")),
    ),
    long("description", "Description", "Signalement", has("subject.identified_by", "description")),
    text(
        "identity_documents",
        "Identity documents",
        "Documents d’identité",
        has("subject.identified_by", "document"),
    ),
    files("images", "Photographs, fingerprints, DNA", "Photographies, empreintes, ADN"),
    text("other_identifiers", "Other identifiers", "Autres identifiants"),
    choice(
        "status",
        "Status of the person",
        "Statut de la personne",
        "convicted | Convicted | Condamnée\ncharged | Charged | Poursuivie\nsuspect | Suspect | Suspecte\nwitness | Witness | Témoin\nvictim | Victim | Victime",
        _colour("BLUE"),
    ),
    yes_no("child", "The person is a child", "La personne est un enfant", _colour("YELLOW")),
    text("guardian", "Guardian of a child", "Représentant légal d’un enfant", _CHILD),
    yes_no(
        "publication",
        "Privacy law allows the publication (adult)",
        "Le droit de la vie privée permet la publication (adulte)",
        _ADULT,
    ),
)
_CASE: Final = section(
    "case",
    "Case",
    "Affaire",
    long(
        "facts",
        "Facts with time, place and own conduct",
        "Faits avec moment, lieu et rôle propre",
        _colour("RED", "BLUE", "GREEN", "YELLOW", "BLACK", "ORANGE", "PURPLE"),
        prefill="request.facts",
    ),
    text("charge", "Charge", "Chef de poursuite", _colour("RED"), prefill="request.offence"),
    text("law", "Law (wording)", "Texte de loi", _colour("RED"), prefill="request.provisions"),
    text(
        "max_penalty_years",
        "Maximum penalty in years",
        "Maximum de la peine encourue, en années",
        all_of(_colour("RED"), none_of(filled("case.sentence_months"))),
    ),
    text(
        "sentence_months",
        "Sentence, or remainder to serve, in months",
        "Peine prononcée, ou reliquat à exécuter, en mois",
        all_of(_colour("RED"), none_of(filled("case.max_penalty_years"))),
    ),
    yes_no(
        "threshold",
        "The maximum is at least 2 years, or the sentence or remainder at least 6 months (not verified)",
        "Le maximum est d’au moins 2 ans, ou la peine ou le reliquat d’au moins 6 mois (non vérifié)",
        all_of(_colour("RED"), any_of(filled("case.max_penalty_years"), filled("case.sentence_months"))),
    ),
    yes_no(
        "exceptional",
        "Exception of particular importance",
        "Exception d’importance particulière",
        optional(all_of(_colour("RED"), equal("case.threshold", "no"))),
    ),
    long(
        "exception_reason",
        "Reason of the exception",
        "Motif de l’exception",
        all_of(_colour("RED"), yes("case.exceptional")),
    ),
    text("penalty", "Penalty in words", "Peine en toutes lettres", prefill="request.penalty"),
    text("warrant", "Valid arrest warrant: reference", "Mandat d’arrêt en vigueur : référence", _colour("RED")),
    files("warrant_copy", "Copy of the warrant", "Copie du mandat", _colour("RED")),
    choices(
        "sought",
        "Information sought",
        "Renseignements recherchés",
        "record | Criminal record | Antécédents judiciaires\nplace | Place | Lieu\nidentity | Identity | Identité",
        _colour("BLUE"),
    ),
    long("questions", "Questions", "Questions", _colour("BLUE")),
    long("assessment", "Assessment of the threat", "Évaluation de la menace", _colour("GREEN", "ORANGE")),
    text(
        "assessment_author",
        "Author of the assessment",
        "Auteur de l’évaluation",
        _colour("GREEN", "ORANGE"),
    ),
    choices(
        "assessment_grounds",
        "Basis of the assessment",
        "Fondement de l’évaluation",
        "convictions | Convictions | Condamnations\ngrounds | Reasonable grounds | Motifs raisonnables",
        _colour("GREEN"),
    ),
    long("assessment_basis", "Basis of the assessment", "Fondement de l’évaluation", _colour("ORANGE")),
    choices(
        "threat_from",
        "Source of the threat",
        "Origine de la menace",
        "person | Person | Personne\nobject | Object | Objet",
        _colour("ORANGE"),
    ),
    long(
        "object_data",
        "Data about the object",
        "Données sur l’objet",
        all_of(_colour("ORANGE"), has("case.threat_from", "object")),
    ),
    yes_no("reported", "Reported to the police", "Signalement à la police", _colour("YELLOW")),
    long("place", "Place and time", "Lieu et moment", _colour("BLACK", "ORANGE", "PURPLE")),
    long(
        "method",
        "Method, object, device or hiding place",
        "Mode opératoire, objet, dispositif ou cachette",
        _colour("PURPLE"),
    ),
    files("method_images", "Pictures", "Images", _colour("PURPLE")),
    choice(
        "method_aim",
        "Aim of the notice",
        "But de la notice",
        "warn | Warn | Mettre en garde\nask | Ask for information | Demander des renseignements",
        _colour("PURPLE"),
    ),
    choices(
        "assets",
        "Assets",
        "Avoirs",
        "property | Property | Immeuble\nvehicle | Vehicle | Véhicule\naccount | Account | Compte\nbusiness | Business | Entreprise",
        _colour("SILVER"),
    ),
    choices(
        "asset_measures",
        "Measures requested",
        "Mesures demandées",
        "locate | Locate | Localiser\nidentify | Identify | Identifier\ninformation | Give information | Renseigner\nmonitor | Monitor | Surveiller",
        _colour("SILVER"),
    ),
    choice(
        "asset_aim",
        "Aim of the proceedings",
        "But de la procédure",
        "criminal | Criminal | Pénal\ncivil | Civil | Civil",
        _colour("SILVER"),
    ),
    long("asset_link", "Offence, link and basis", "Infraction, lien et fondement", _colour("SILVER")),
    text("regime", "Sanctions regime", "Régime de sanctions", _colour("UNSC_SPECIAL")),
    text(
        "listing",
        "Reference of the Security Council list",
        "Référence de la liste du Conseil de sécurité",
        _colour("UNSC_SPECIAL"),
    ),
    choices(
        "measures",
        "Measures of the regime",
        "Mesures du régime",
        "freeze | Freeze | Gel\ntravel | Travel ban | Interdiction de voyager\narms | Arms embargo | Embargo sur les armes",
        _colour("UNSC_SPECIAL"),
    ),
)
_ASSURANCES: Final = section(
    "assurances",
    "Assurances for a Red Notice",
    "Assurances pour une notice rouge",
    group(
        "competent",
        "The issuing authority is competent",
        "L’autorité d’émission est compétente",
        _ASSURED,
        _colour("RED"),
    ),
    group("extradition", "Extradition will be sought", "L’extradition sera demandée", _ASSURED, _colour("RED")),
    group(
        "appeal",
        "The issuing authority is judicial, or its decision can be appealed to a court",
        "L’autorité d’émission est judiciaire, ou sa décision est susceptible de recours devant un juge",
        _ASSURED,
        _colour("RED"),
    ),
    several(
        country(
            "countries",
            "Countries from which extradition will be sought",
            "Pays auprès desquels l’extradition sera demandée",
            _colour("RED"),
        )
    ),
)
_NEUTRALITY: Final = section(
    "neutrality",
    "Neutrality self-check (Art. 3 of the Constitution)",
    "Auto-évaluation de neutralité (art. 3 du Statut)",
    group(
        "purely",
        "Purely political, military, religious or racial",
        "Caractère purement politique, militaire, religieux ou racial",
        _ANSWER,
        REQUIRED,
    ),
    group("offence", "Nature of the offence and the facts", "Nature de l’infraction et faits", _ANSWER, REQUIRED),
    group("status", "Status of the person", "Statut de la personne", _ANSWER, REQUIRED),
    group("source", "Source of the data", "Source des données", _ANSWER, REQUIRED),
    group("views", "Views of other bureaus", "Avis d’autres bureaux centraux nationaux", _ANSWER, REQUIRED),
    group("obligations", "International obligations", "Obligations internationales", _ANSWER, REQUIRED),
    group("effect", "Effect on INTERPOL's neutrality", "Incidence sur la neutralité d’INTERPOL", _ANSWER, REQUIRED),
    group("context", "General context of the case", "Contexte général de l’affaire", _ANSWER, REQUIRED),
    group(
        "rights",
        "Fair trial, refugee status, torture, refused extradition",
        "Procès équitable, statut de réfugié, torture, extradition refusée",
        _ANSWER,
        REQUIRED,
    ),
)
_PURELY: Final = rule(
    "neutrality.purely",
    equal("neutrality.purely.answer", "yes"),
    "INTERPOL takes no part in purely political, military, religious or racial matters. Do not send the request.",
    "INTERPOL n’intervient pas dans des affaires purement politiques, militaires, religieuses ou raciales. N’envoyez pas la demande.",
    "INTERPOL Constitution, Art. 3",
)
_THRESHOLD: Final = rule(
    "case.max_penalty_years",
    all_of(equal("case.threshold", "no"), _colour("RED"), none_of(yes("case.exceptional"))),
    "No stated penalty reaches a maximum of 2 years, or a sentence or remainder of 6 months (not verified). Withdraw the request, or state an exception of particular importance.",
    "Aucune peine indiquée n’atteint un maximum de 2 ans, ou une peine ou un reliquat de 6 mois (non vérifié). Retirez la demande, ou indiquez une exception d’importance particulière.",
    "INTERPOL Rules on the Processing of Data, Art. 83 (secondary sources, not verified)",
)
_REPORTED: Final = rule(
    "case.reported",
    all_of(equal("case.reported", "no"), _colour("YELLOW")),
    "A Yellow Notice is for a person who was reported to the police. Do not send the request before that.",
    "Une notice jaune vise une personne signalée à la police. N’envoyez pas la demande avant ce signalement.",
    "INTERPOL Rules on the Processing of Data, Art. 90 (secondary sources)",
)
_PRIVATE: Final = rule(
    "subject.publication",
    all_of(equal("subject.publication", "no"), _ADULT),
    "Privacy law does not allow the publication about this adult. Do not send the request.",
    "Le droit de la vie privée ne permet pas cette publication sur un adulte. N’envoyez pas la demande.",
    "INTERPOL Rules on the Processing of Data, Art. 90 (secondary sources)",
)
_RULES: Final = (_PURELY, _THRESHOLD, _REPORTED, _PRIVATE)

NOTICE: Final = Form(
    "interpol_notice",
    Title("Request sheet for a notice", "Fiche de demande de notice"),
    _VERSION,
    _SOURCE,
    (
        _head(several(country("recipients", "Recipients, if restricted", "Destinataires, en cas de restriction"))),
        _COMPLIANCE,
        _SUBJECT,
        _CASE,
        _ASSURANCES,
        _NEUTRALITY,
    ),
    _RULES,
)

DIFFUSION: Final = Form(
    "interpol_diffusion",
    Title("Request sheet for a diffusion", "Fiche de demande de diffusion"),
    _VERSION,
    _SOURCE,
    (
        _head(
            several(country("recipients", "Recipients", "Destinataires", REQUIRED)),
            choice(
                "reason",
                "Why a diffusion",
                "Motif de la diffusion",
                "recipients | Limited recipients | Destinataires limités\naccess | Limited access | Accès limité\nno_notice | Not suited for a notice | Ne se prête pas à une notice",
                REQUIRED,
            ),
            choice(
                "aim",
                "Aim",
                "But",
                "arrest | Arrest | Arrestation\nlocate | Locate | Localisation\ninformation | Information | Renseignement\nidentify | Identify | Identification\nwarn | Warn | Mise en garde\ninform | Inform | Information des autorités",
                REQUIRED,
            ),
        ),
        _COMPLIANCE,
        _SUBJECT,
        _CASE,
        _ASSURANCES,
        _NEUTRALITY,
    ),
    _RULES,
)

FORMS: Final = (NOTICE, DIFFUSION)
