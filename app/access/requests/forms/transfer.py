"""Transfer of proceedings (Regulation (EU) 2024/3011): the request, and help with information. Pure.

The Regulation was read in an extract that leaves out some paragraphs and the contents of the annexes. The fields of the
request come from Article 8. Those of the Annexes II to VI come from their titles and from Articles 6 and 15 to 17. Nobody
has compared them with the annexes, so all of them are marked as unverified.
"""

from typing import Final, Literal

from app.access.requests.forms.blocks import AUTHORITY, PERSON
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    advised,
    choice,
    choices,
    country,
    date,
    equal,
    files,
    group,
    long,
    section,
    several,
    text,
    unverified,
    yes,
    yes_no,
)
from app.reference.forms.model import Form, Section, Title

_CRITERIA: Final = """
a | Place, effects or damage | Lieu, effets ou dommage
b | Nationals or residents | Ressortissants ou résidents
c | Surrender refused, FD Art. 4(2), (3) or (7) | Remise refusée, décision-cadre, art. 4, points 2, 3 ou 7
d | Surrender refused for fundamental rights | Remise refusée pour droits fondamentaux
e | Most evidence or witnesses there | Majorité des preuves ou témoins sur place
f | Proceedings there against the same person | Procédure sur place contre la même personne
g | Proceedings there against others | Procédure sur place contre d’autres personnes
h | Sentence served there | Peine exécutée sur place
i | Rehabilitation | Réinsertion
j | Victims there | Victimes sur place
k | Agreed concentration of proceedings | Concentration convenue des procédures
"""

_CONCERNED: Final = (
    choice(
        "role",
        "Role",
        "Qualité",
        "suspect | Suspect or accused | Suspect ou personne poursuivie\nvictim | Victim | Victime",
        REQUIRED,
    ),
    *PERSON,
)

TRANSFER: Final = Form(
    "transfer_request",
    Title("Request for transfer of proceedings", "Demande de transfert de la procédure pénale"),
    "2026-11",
    "Regulation (EU) 2024/3011, Art. 5 to 8 (the form of Annex I was not found)",
    (
        section(
            "request",
            "Request",
            "Demande",
            group(
                "requesting",
                "Requesting authority",
                "Autorité requérante",
                AUTHORITY,
                REQUIRED,
                "Art. 8",
                prefill="authority",
            ),
            yes_no(
                "needs_validation",
                "Another than a judicial authority requests",
                "Une autorité non judiciaire demande",
                OPTIONAL,
                "Art. 3",
            ),
            group(
                "validator",
                "Validating authority",
                "Autorité de validation",
                AUTHORITY,
                yes("request.needs_validation"),
                "Art. 3",
            ),
            country("state", "Requested State", "État requis", REQUIRED, "Art. 8", "request.country"),
            long(
                "offence", "Offence and provisions", "Infraction et dispositions", REQUIRED, "Art. 8", "request.offence"
            ),
            long(
                "necessity",
                "Why the transfer is necessary and appropriate",
                "Nécessité et opportunité du transfert",
                REQUIRED,
                "Art. 5",
            ),
            choices("criteria", "Criteria", "Critères", _CRITERIA, REQUIRED, "Art. 5(2)"),
        ),
        section(
            "persons",
            "Persons",
            "Personnes",
            several(
                group(
                    "list",
                    "Suspects, accused, victims",
                    "Suspects, personnes poursuivies, victimes",
                    _CONCERNED,
                    REQUIRED,
                    "Art. 8: as available",
                )
            ),
            long("impact", "Impact on rights", "Incidence sur les droits", REQUIRED, "Art. 8"),
            long(
                "opinions",
                "Opinions or proposals",
                "Avis ou propositions",
                advised(equal("persons.heard", "done")),
                "Art. 6 and 7",
            ),
            choice(
                "heard",
                "Informed and heard before",
                "Informés et entendus au préalable",
                "done | Done | Fait\nconfidentiality | Not done: confidentiality | Non : confidentialité\nnot_found | Not done: not found | Non : introuvables\nproposal | Not done: their own proposal | Non : proposition de leur part",
                REQUIRED,
                "Art. 6 and 7",
            ),
        ),
        section(
            "acts",
            "Acts",
            "Actes",
            several(
                group(
                    "list",
                    "Acts and coercive measures so far",
                    "Actes et mesures coercitives déjà accomplis",
                    (
                        text("act", "Act or measure", "Acte ou mesure", REQUIRED),
                        date("on", "Date", "Date", REQUIRED),
                        text("limits", "Limits", "Limites"),
                    ),
                    REQUIRED,
                    "Art. 8",
                )
            ),
            long(
                "data_conditions",
                "Conditions on personal data",
                "Conditions relatives aux données personnelles",
                OPTIONAL,
                "Directive (EU) 2016/680, Art. 9(3)",
            ),
        ),
    ),
)

_NOT_INFORMED: Final = """
confidentiality | It would prejudice the investigation or its confidentiality | Risque pour la confidentialité ou le déroulement de l’enquête
not_found | The person cannot be found or reached | Personne introuvable ou impossible à joindre
"""


def _authorities(annex: str) -> Section:
    """Return the section with the authority that asks for help, and the one that is asked."""
    return section(
        "authorities",
        "Authorities",
        "Autorités",
        group(
            "asking",
            "Authority that asks",
            "Autorité qui sollicite l’assistance",
            AUTHORITY,
            REQUIRED,
            annex,
            "authority",
        ),
        country(
            "state",
            "State of the authority that is asked",
            "État de l’autorité sollicitée",
            REQUIRED,
            annex,
            "request.country",
        ),
        text("asked", "Authority that is asked", "Autorité sollicitée", ADVISED, annex, "addressee.name"),
        text(
            "reference",
            "Reference of the request for transfer",
            "Référence de la demande de transfert",
            ADVISED,
            annex,
            "request.reference",
        ),
    )


def _persons(en: str, fr: str, source: str) -> Section:
    """Return the section with the persons to inform, each with a language that the person understands."""
    language = text(
        "language", "Language that the person understands", "Langue que la personne comprend", REQUIRED, source
    )
    return section("persons", en, fr, several(group("list", en, fr, (language, *PERSON), REQUIRED, source)))


def _answer(source: str, *, may_be_left_out: bool) -> Section:
    """Return the section in which the authority that was asked answers."""
    informed = (
        yes_no("informed", "The persons were informed", "Les personnes ont été informées", OPTIONAL, source),
        date("informed_on", "Date of the information", "Date de l’information", yes("answer.informed"), source),
    )
    reason = choice(
        "not_informed",
        "Reason for not informing",
        "Motif de l’absence d’information",
        _NOT_INFORMED,
        equal("answer.informed", "no"),
        source,
    )
    return section("answer", "Answer", "Réponse", *informed, *((reason,) if may_be_left_out else ()))


def _decision(article: str) -> Section:
    """Return the section about the decision on the transfer, and about the remedy against its acceptance."""
    accepted = equal("decision.result", "accepted")
    return section(
        "decision",
        "Decision on the transfer",
        "Décision relative au transfert",
        choice(
            "result",
            "Decision",
            "Décision",
            "accepted | Accepted | Acceptation\nrefused | Refused | Refus",
            REQUIRED,
            f"Title of {article}",
        ),
        files("copy", "Copy of the reasoned decision", "Copie de la décision motivée", accepted, f"{article}(1)(b)"),
        long(
            "remedy",
            "Legal remedy in the requested State",
            "Recours juridictionnel dans l’État requis",
            accepted,
            f"{article}(1)(c); Art. 17",
        ),
        text(
            "remedy_limit",
            "Time limit for the remedy (at most 15 days from receipt)",
            "Délai de recours (15 jours au plus à compter de la réception)",
            accepted,
            f"{article}(1)(c); Art. 17",
        ),
    )


def _annex(
    number: int, en: str, fr: str, articles: str, sections: tuple[Section, ...], direction: Literal["in", "out"] | None
) -> Form:
    """Return the form of an annex, of which only the title was found."""
    roman = ("II", "III", "IV", "V", "VI")[number - 2]
    return Form(
        f"transfer_annex_{number}",
        Title(f"{en} (Annex {roman})", f"{fr} (annexe {roman})"),
        "2026-11",
        f"Regulation (EU) 2024/3011, title of Annex {roman}{articles} (the form of Annex {roman} was not found)",
        tuple(map(unverified, sections)),
        direction=direction,
    )


_SUSPECTS: Final = ("Suspects or accused persons", "Suspects ou personnes poursuivies")

OPINION: Final = _annex(
    2,
    "Transfer of proceedings: information and opinion of the suspect",
    "Transfert de la procédure pénale : information et avis du suspect",
    " and Art. 6",
    (
        _authorities("Title of Annex II"),
        _persons(*_SUSPECTS, "Art. 6, point (a)"),
        section(
            "information",
            "Information about the intended request",
            "Information sur la demande envisagée",
            long(
                "intention",
                "Intention to request the transfer",
                "Intention de demander le transfert",
                REQUIRED,
                "Art. 6, point (a)",
            ),
        ),
        _answer("Art. 6", may_be_left_out=True),
        section(
            "opinion",
            "Opinion",
            "Avis",
            long("text", "Opinion on the transfer", "Avis sur le transfert", OPTIONAL, "Art. 6, point (b)"),
            long(
                "restorative",
                "Aspects of restorative justice",
                "Aspects relatifs à la justice réparatrice",
                OPTIONAL,
                "Art. 6, point (b)",
            ),
        ),
    ),
    "out",
)
ISSUANCE: Final = _annex(
    3,
    "Transfer of proceedings: information of the suspect about the request",
    "Transfert de la procédure pénale : information du suspect sur la demande",
    "",
    (
        _authorities("Title of Annex III"),
        _persons(*_SUSPECTS, "Title of Annex III"),
        section(
            "information",
            "Request for transfer",
            "Demande de transfert",
            date("issued_on", "Date of issue", "Date d’émission", REQUIRED, "Title of Annex III"),
        ),
        _answer("Title of Annex III", may_be_left_out=False),
    ),
    "out",
)
DECISION: Final = _annex(
    4,
    "Transfer of proceedings: information of the suspect about the decision",
    "Transfert de la procédure pénale : information du suspect sur la décision",
    ", Art. 15 and 17",
    (
        _authorities("Title of Annex IV"),
        _persons(*_SUSPECTS, "Art. 15(1)"),
        _decision("Art. 15"),
        _answer("Art. 15", may_be_left_out=True),
    ),
    None,
)
VICTIMS: Final = _annex(
    5,
    "Transfer of proceedings: information of the victims about the decision",
    "Transfert de la procédure pénale : information des victimes sur la décision",
    ", Art. 16 and 17",
    (
        _authorities("Title of Annex V"),
        _persons("Victims", "Victimes", "Art. 16(1)"),
        _decision("Art. 16"),
        _answer("Art. 16", may_be_left_out=True),
    ),
    None,
)
WITHDRAWAL: Final = _annex(
    6,
    "Transfer of proceedings: information of the suspect about the withdrawal",
    "Transfert de la procédure pénale : information du suspect sur le retrait",
    "",
    (
        _authorities("Title of Annex VI"),
        _persons(*_SUSPECTS, "Title of Annex VI"),
        section(
            "information",
            "Withdrawal of the request",
            "Retrait de la demande",
            date("withdrawn_on", "Date of the withdrawal", "Date du retrait", REQUIRED, "Title of Annex VI"),
        ),
        _answer("Title of Annex VI", may_be_left_out=False),
    ),
    "out",
)

FORMS: Final = (TRANSFER, OPINION, ISSUANCE, DECISION, VICTIMS, WITHDRAWAL)
