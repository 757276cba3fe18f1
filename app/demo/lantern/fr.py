"""Lantern, France: the premises on the quay in Lyon, the mail relay, an interception, victims.

Here: exhibits as data. Not here: how the files are made.
"""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are meant as such.

from functools import partial

from app.demo import letters, photographs, protocols, reports, sticks, table
from app.demo.content import Calendar, Content
from app.demo.document import Paper
from app.demo.spec import DeclaredHash, Exhibit, Marking, Provenance, Release, held, listed, readable, uploads
from app.demo.story import IBAN_FR, OTHERS, PARIS

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="FR", registered_by="hugo@fr.demo")
_judge = "claire@fr.demo"


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What the search in Lyon brought, and papers that came with it."""
    quay = Provenance(
        at.ago(33, "06:10", PARIS),
        "Gendarmerie, Cyber Unit (G-112), on commission rogatoire",
        "Premises on the quay, third floor, Lyon",
        "Code de procédure pénale (CPP), search and seizure by the investigating judge, art. 94 s.",
    )
    return (*_stick(quay), _telephone(quay), *_greek(at, quay), *_papers(at, quay), *_money(at))


def _protocol(quay: Provenance) -> Content:
    paper = Paper(
        authority="Gendarmerie – Unité cyber",
        reference="FR/PV/2026/112",
        title="",
        created=quay.at("11:15").acquired_at,
        marking="TLP:AMBER",
        language="fr",
    )
    items = (
        ("S1", "Clé USB argentée, « SANS TITRE » ; tiroir du bureau", "FR-S1"),
        ("S2", "Téléphone noir, allumé et déverrouillé, écran fêlé ; sur le canapé", "FR-S2"),
        ("S4", "Carnet à spirale, 11 feuillets écrits ; étagère", "FR-S4"),
        ("S6", "Feuille manuscrite en langue grecque ; dans le carnet S4", "FR-S6"),
        ("S7", "Bail du local, deux exemplaires ; classeur bleu", "FR-S7"),
    )
    remark = "L’occupant déclare que la clé ne lui appartient pas."
    return protocols.seizure("PV-112 perquisition.pdf", paper, quay, items, (remark,))


def _stick(quay: Provenance) -> tuple[Exhibit, ...]:
    imaged = quay.at("15:30")
    image = sticks.quay("FR-S1.dd", imaged.acquired_at)
    log = reports.acquisition_log(
        "FR-S1.journal.txt", image, imaged.acquired_at, "USB stick, silver, SANS TITRE, seal FR-S1"
    )
    return (
        _exhibit(
            key="fr-stick",
            title="Stick from the drawer, image",
            kind="image",
            category="disk_image",
            registered_by=_judge,
            description="A conversation was kept on it “for safety”; a list in Greek was deleted and can be recovered.",
            provenance=imaged,
            releases=held("NL DE"),
            declared_hashes=(DeclaredHash("sha256", image.sha256, "medium"),),
            files=uploads(image, log, declared=True),
        ),
        _exhibit(
            key="fr-protocol",
            title="Procès-verbal de perquisition, Lyon",
            kind="report",
            category="document",
            registered_by=_judge,
            provenance=quay,
            releases=readable("NL DE"),
            files=uploads(_protocol(quay), declared=True),
        ),
    )


def _telephone(quay: Provenance) -> Exhibit:
    seen = quay.at("06:38", "sofa")
    bubbles = (
        (False, "salut"),
        (True, "6 200 en 4 fois"),
        (False, "virement?"),
        (True, "oui. zurich"),
        (False, "ok 16h"),
    )
    return _exhibit(
        key="fr-phone-photo",
        title="Telephone of suspect C as found, screen lit",
        kind="extract",
        category="photograph",
        provenance=seen,
        releases=readable("NL"),
        files=uploads(
            photographs.phone(
                "scelle-S2.jpg",
                seen.acquired_at,
                title="payout",
                bubbles=bubbles,
                label=("FR/PV/112 - S2", "Telephone noir", "salon, 06:38"),
                number=2,
            )
        ),
    )


def _greek(at: Calendar, quay: Provenance) -> tuple[Exhibit, ...]:
    note = reports.greek_note("Κατάλογος_για_το_φανάρι.pdf", quay.at("08:20").acquired_at)
    translated = Provenance(
        at.ago(27, "17:00", PARIS), "Sworn interpreter, Paris", "Paris", "CPP, appointment of an interpreter"
    )
    return (
        _exhibit(
            key="fr-greek-note",
            title="Note in Greek, found in a notebook",
            kind="extract",
            category="document",
            provenance=quay.at("08:20", "shelf"),
            releases=readable("NL DE"),
            files=uploads(note, declared=True),
        ),
        _exhibit(
            key="fr-greek-translation",
            title="Note in Greek, French translation",
            kind="translation",
            category="document",
            provenance=translated,
            releases=held("NL DE"),
            files=uploads(reports.greek_note_french("S6 traduction.txt")),
        ),
    )


def _papers(at: Calendar, quay: Provenance) -> tuple[Exhibit, ...]:
    lease = letters.landlord("bail-relance.eml", at.ago(44, "10:22", PARIS))
    ticket = letters.alibi("voyage.eml", at.ago(50, "19:45", PARIS))
    return (
        _exhibit(
            key="fr-lease",
            title="Landlord asks for missing papers",
            kind="extract",
            category="content_data",
            provenance=quay.at("16:40", "mail programme"),
            releases=readable("NL", until=at.ahead(hours=70)),
            description="Names a Swiss account. The Netherlands has it for the request to Bern; the release ends then.",
            files=uploads(lease),
        ),
        _exhibit(
            key="fr-ticket",
            title="Railway ticket of suspect C for the day of a hand-over (exculpatory)",
            kind="extract",
            category="document",
            registered_by=_judge,
            provenance=quay.at("16:52", "mail programme"),
            marking=Marking(("H1",)),
            description="On the train, checked at 08:20, when a person said to be suspect C was seen in Kassel.",
            releases=(*readable("DE"), *listed("NL")),
            files=uploads(ticket),
        ),
    )


def _money(at: Calendar) -> tuple[Exhibit, ...]:
    order = Provenance(
        at.ago(47, "14:15", PARIS),
        "Judicial Court of Paris, by requisition",
        "Bank, Lyon",
        "CPP, requisition, art. 99-3",
    )
    booked = table.statement(
        "releve-FR.csv", "FR", IBAN_FR, at.ago(140, "09:00", PARIS), counterparts=OTHERS, count=210
    )
    named = Release(party="EUROJUST", level="listed", people=("ines@eurojust.demo",))
    return (
        _exhibit(
            key="fr-bank",
            title="Account of suspect C, statement of three months",
            kind="extract",
            category="financial",
            registered_by=_judge,
            provenance=order,
            marking=Marking(("H2",)),
            releases=(*held("NL"), named),
            files=uploads(booked, declared=True),
        ),
    )
