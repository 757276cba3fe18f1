"""Protocols of searches and records of hearings, each in the language of its country, as PDF.

Here: the forms and their words. Not here: layout (`document`), reports (`reports`). No form copies a real one.
"""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are meant as such.

from collections.abc import Sequence
from dataclasses import dataclass

from app.demo.content import Content
from app.demo.document import Block, Facts, Heading, Paper, Paragraph, Signatures, Table, document
from app.demo.spec import Provenance

__all__ = ["Item", "hearing", "seizure"]

Item = tuple[str, str, str]  # number, what and where, seal


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    labels: tuple[str, str, str, str]
    opening: str
    items: str
    head: tuple[str, str, str]
    closing: str
    signatures: tuple[str, ...]
    hearing: str
    caution: str
    clock: str


WORDS = {
    "nl": _Words(
        "Proces-verbaal van doorzoeking en inbeslagneming",
        ("Plaats", "Begin", "Door", "Grondslag"),
        "Op de hierboven genoemde plaats en tijd is binnengetreden en doorzocht. De aanwezige is vooraf meegedeeld met welk doel. "
        "Apparaten zijn in de toestand gelaten waarin zij zijn aangetroffen; telefoons zijn afgeschermd van het netwerk.",
        "Inbeslaggenomen voorwerpen",
        ("Nr.", "Voorwerp en vindplaats", "Zegel"),
        "De voorwerpen zijn ter plaatse verzegeld. Een lijst is aan de aanwezige gegeven. Er is geen schade ontstaan.",
        ("Verbalisant T-417", "Verbalisant T-422", "Aanwezige (weigert)"),
        "Proces-verbaal van verhoor van een getuige",
        "De getuige is meegedeeld dat hij niet verplicht is te antwoorden op vragen waarmee hij zichzelf of naasten zou belasten.",
        "Tijden zijn lokale tijd",
    ),
    "de": _Words(
        "Durchsuchungs- und Sicherstellungsprotokoll",
        ("Ort", "Beginn", "Durch", "Grundlage"),
        "Die Räume wurden zur genannten Zeit betreten. Der Beschluss wurde vor Beginn ausgehändigt. "
        "Geräte wurden in dem Zustand belassen, in dem sie vorgefunden wurden; Telefone wurden vom Netz abgeschirmt.",
        "Sichergestellte Gegenstände",
        ("Nr.", "Gegenstand und Fundort", "Siegel"),
        "Alle Gegenstände wurden in Gegenwart des Betroffenen verpackt und versiegelt. Eine Durchschrift wurde ausgehändigt.",
        ("KHK'in L-031", "EKHK L-008", "Betroffener"),
        "Protokoll der Vernehmung",
        "Belehrt: Es steht Ihnen frei, sich zu der Sache zu äußern oder nicht auszusagen und jederzeit einen Verteidiger zu befragen.",
        "Zeiten sind Ortszeit",
    ),
    "fr": _Words(
        "Procès-verbal de perquisition et de saisie",
        ("Lieu", "Début", "Par", "Fondement"),
        "Nous étant présentés aux lieu et heure indiqués, avons procédé à la perquisition en présence constante de l’occupant. "
        "Les supports numériques ont été placés sous scellés fermés ; aucune copie n’a été réalisée sur place.",
        "Objets saisis et placés sous scellés",
        ("N°", "Objet et lieu de découverte", "Scellé"),
        "Lecture faite, l’occupant persiste et signe avec nous. Copie de l’inventaire lui est remise.",
        ("OPJ G-112", "OPJ G-119", "L’occupant"),
        "Procès-verbal d’audition de témoin",
        "Le témoin est informé de ses droits ; il prête serment de dire toute la vérité.",
        "Heures locales",
    ),
    "es": _Words(
        "Acta de entrada y registro",
        ("Lugar", "Inicio", "Por", "Fundamento"),
        "Constituida la comisión en el lugar y hora indicados, se notifica el auto y se procede al registro en presencia del interesado. "
        "Los dispositivos se precintan sin encenderlos.",
        "Efectos intervenidos",
        ("N.º", "Efecto y lugar", "Precinto"),
        "Leída la presente, la hallan conforme y la firman.",
        ("Agente P-204", "Agente P-231", "El interesado"),
        "Acta de declaración de testigo",
        "Se informa al testigo de su obligación de decir verdad y de las excepciones que la ley prevé.",
        "Hora local",
    ),
    "el": _Words(
        "Έκθεση έρευνας και κατάσχεσης",
        ("Τόπος", "Έναρξη", "Από", "Νομική βάση"),
        "Στον παραπάνω τόπο και χρόνο διενεργήθηκε έρευνα παρουσία του ενοίκου και δικαστικού λειτουργού. "
        "Οι ψηφιακές συσκευές σφραγίστηκαν κλειστές και δεν έγινε καμία επέμβαση σε αυτές.",
        "Κατασχεθέντα αντικείμενα",
        ("Αρ.", "Αντικείμενο και σημείο", "Σφραγίδα"),
        "Η έκθεση αναγνώσθηκε, βεβαιώθηκε και υπογράφεται. Αντίγραφο παραδόθηκε στον ένοικο.",
        ("Αστυνομικός Κ-051", "Δικαστικός λειτουργός", "Ο ένοικος"),
        "Έκθεση εξέτασης μάρτυρα",
        "Ο μάρτυρας ενημερώθηκε για τα δικαιώματά του και ορκίστηκε.",
        "Τοπική ώρα",
    ),
}


def _facts(words: _Words, how: Provenance, *more: tuple[str, str]) -> Facts:
    begins = f"{how.acquired_at:%d.%m.%Y, %H:%M} ({how.acquired_at:%z}, {how.acquired_zone}). {words.clock}."
    values = (how.place, begins, how.acquired_by, how.legal_basis)
    return Facts((*zip(words.labels, values, strict=True), *more))


def seizure(name: str, paper: Paper, how: Provenance, items: Sequence[Item], remarks: Sequence[str] = ()) -> Content:
    """A protocol of a search. The paper's title is replaced by the form's own, in the paper's language."""
    words = WORDS[paper.language]
    blocks: list[Block] = [
        _facts(words, how),
        Paragraph(words.opening),
        Heading(words.items),
        Table((0.1, 0.66, 0.24), words.head, tuple(items)),
        *(Paragraph(remark) for remark in remarks),
        Paragraph(words.closing),
        Signatures(words.signatures),
    ]
    return document(name, _titled(paper, words.title), blocks)


def hearing(name: str, paper: Paper, how: Provenance, person: str, lines: Sequence[str]) -> Content:
    """A record of a hearing: `lines` are question and answer by turns."""
    words = WORDS[paper.language]
    turns = (Paragraph(f"{'–' if place % 2 else f'{place // 2 + 1}.'} {line}") for place, line in enumerate(lines))
    blocks: list[Block] = [
        _facts(words, how, ("", person)),
        Paragraph(words.caution),
        *turns,
        Signatures(words.signatures[:2]),
    ]
    return document(name, _titled(paper, words.hearing), blocks)


def _titled(paper: Paper, title: str) -> Paper:
    return Paper(
        authority=paper.authority,
        reference=paper.reference,
        title=title,
        created=paper.created,
        marking=paper.marking,
        language=paper.language,
    )
