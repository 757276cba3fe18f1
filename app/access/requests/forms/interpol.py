"""Request sheets for INTERPOL notices and diffusions. Pure.

Only a National Central Bureau asks INTERPOL; the sheet prepares its request. Articles are those of the Rules on the Processing
of Data, which were read in secondary sources only: all fields come from general knowledge.
"""

from typing import Final

from app.access.requests.forms.model import (
    Condition,
    Field,
    Form,
    Section,
    Title,
)
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
_PERSONAL: Final = ("RED", "BLUE", "GREEN", "YELLOW", "SILVER", "UNSC_SPECIAL")


def _colour(*colours: str) -> Condition:
    return any_of(*(equal("head.colour", one) for one in colours))


#: Without a name: a Blue or Yellow Notice about a person who is not identified (Art. 88 and 90).
_UNNAMED: Final = all_of(yes("subject.unidentified"), _colour("BLUE", "YELLOW"))
#: A photograph with further data stands for the name, sex and year of birth (Art. 83).
_PHOTOGRAPHED: Final = all_of(
    has("subject.identified_by", "photograph"),
    has("subject.identified_by", "description", "fingerprints", "dna"),
    _colour("RED", "BLUE", "GREEN", "SILVER"),
)
_NAMED: Final = all_of(_colour(*_PERSONAL), none_of(_UNNAMED), none_of(_PHOTOGRAPHED))
#: Sex and year of birth are needed as well. In a Yellow Notice they are needed without a name, too.
_DESCRIBED: Final = any_of(
    _colour("YELLOW"), all_of(_colour("RED", "BLUE", "GREEN", "SILVER"), none_of(_UNNAMED), none_of(_PHOTOGRAPHED))
)


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
    text("family_name", "Family name", "Nom de famille", _NAMED),
    text("forename", "Forename", "Prénom", _NAMED),
    text("sex", "Sex", "Sexe", _DESCRIBED),
    text("birth", "Date or year of birth", "Date ou année de naissance", _DESCRIBED),
    text("birth_place", "Place of birth", "Lieu de naissance"),
    several(country("nationalities", "Nationalities", "Nationalités")),
    choices(
        "identified_by",
        "Identified by",
        "Identifiée par",
        "description | Description | Signalement\nphotograph | Photograph | Photographie\nfingerprints | Fingerprints | Empreintes digitales\ndna | DNA | ADN\ndocument | Identity document | Document d’identité",
        _colour("RED", "BLUE", "GREEN", "YELLOW", "BLACK", "SILVER"),
    ),
    long("description", "Description", "Signalement", has("subject.identified_by", "description")),
    text(
        "identity_documents",
        "Identity documents",
        "Documents d’identité",
        has("subject.identified_by", "document"),
    ),
    files("images", "Photographs, fingerprints, DNA", "Photographies, empreintes, ADN"),
    text("guardian", "Guardian of a child", "Représentant légal d’un enfant"),
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
        "penalty",
        "Maximum penalty, sentence or remainder to serve",
        "Peine maximale encourue, peine prononcée ou reliquat à exécuter",
        _colour("RED"),
        prefill="request.penalty",
    ),
    text("warrant", "Valid arrest warrant: reference", "Mandat d’arrêt en vigueur : référence", _colour("RED")),
    files("warrant_copy", "Copy of the warrant", "Copie du mandat", _colour("RED")),
    long("questions", "Questions", "Questions", _colour("BLUE")),
    long(
        "assessment",
        "Assessment of the threat, its author and basis",
        "Évaluation de la menace, auteur et fondement",
        _colour("GREEN", "ORANGE"),
    ),
    long("place", "Place and time", "Lieu et moment", _colour("BLACK", "ORANGE", "PURPLE")),
    long(
        "method",
        "Method, object, device or hiding place",
        "Mode opératoire, objet, dispositif ou cachette",
        _colour("PURPLE"),
    ),
    choices(
        "assets",
        "Assets",
        "Avoirs",
        "property | Property | Immeuble\nvehicle | Vehicle | Véhicule\naccount | Account | Compte\nbusiness | Business | Entreprise",
        _colour("SILVER"),
    ),
    long("asset_link", "Offence, link and basis", "Infraction, lien et fondement", _colour("SILVER")),
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
    (_PURELY,),
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
    (_PURELY,),
)

FORMS: Final = (NOTICE, DIFFUSION)
