"""The exhibits of France in Operation Lantern."""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are intended.

from datetime import timedelta
from functools import partial
from typing import Final

from app.demo.local_time import PARIS, local
from app.demo.spec import DeclaredHash, Exhibit, Marking, Provenance, Release, Upload, held, listed, readable, uploads

_exhibit = partial(Exhibit, originator="FR", registered_by="hugo@fr.demo")
_QUAY = Provenance(
    local("2026-09-23 15:30", PARIS),
    "Gendarmerie, Cyber Unit (G-112), on commission rogatoire",
    "Premises on the quay, third floor, Lyon",
    "Code de procédure pénale (CPP), search and seizure by the investigating judge, art. 94 s.",
)
_RELAY_HOST = Provenance(
    local("2026-09-10 09:30", PARIS),
    "Gendarmerie, Cyber Unit (G-119)",
    "Hosting provider, Roubaix",
    "CPP, requisition of data by the investigating judge, art. 99-3",
)
_INTERCEPTION = Provenance(
    local("2026-09-18 20:14", PARIS),
    "Gendarmerie, interception centre",
    "Interception centre, Paris",
    "CPP, interception ordered by the investigating judge, art. 100 s.",
)

EXHIBITS: Final = (
    _exhibit(
        key="fr-stick",
        title="Stick from the drawer, image",
        kind="image",
        category="disk_image",
        registered_by="claire@fr.demo",
        description="A conversation was kept on it “for safety”; a list in Greek was deleted and can be recovered.",
        provenance=_QUAY,
        releases=held("NL DE"),
        declared_hashes=(
            DeclaredHash("sha256", "e9b3c882197cdcaaa2d2531dbd486aa09493e14561288c375417d7ceee147ea2", "medium"),
        ),
        files=uploads("lantern/FR-S1.dd.gz", "lantern/FR-S1.journal.txt", declared=True),
    ),
    _exhibit(
        key="fr-protocol",
        title="Procès-verbal de perquisition, Lyon",
        kind="report",
        category="document",
        registered_by="claire@fr.demo",
        provenance=_QUAY.at("06:10"),
        releases=readable("NL DE"),
        files=uploads("lantern/PV-112 perquisition.pdf", declared=True),
    ),
    _exhibit(
        key="fr-phone-photo",
        title="Telephone of suspect C as found, screen lit",
        kind="extract",
        category="photograph",
        provenance=_QUAY.at("06:38", "sofa"),
        releases=readable("NL"),
        files=uploads("lantern/scelle-S2.jpg"),
    ),
    _exhibit(
        key="fr-greek-note",
        title="Note in Greek, found in a notebook",
        kind="extract",
        category="document",
        provenance=_QUAY.at("08:20", "shelf"),
        releases=readable("NL DE"),
        files=(Upload("lantern/Katalogos.pdf", other_name="Κατάλογος_για_το_φανάρι.pdf", declared=True),),
    ),
    _exhibit(
        key="fr-greek-translation",
        title="Note in Greek, French translation",
        kind="translation",
        category="document",
        provenance=Provenance(
            local("2026-09-29 17:00", PARIS), "Sworn interpreter, Paris", "Paris", "CPP, appointment of an interpreter"
        ),
        releases=held("NL DE"),
        files=uploads("lantern/S6 traduction.txt"),
    ),
    _exhibit(
        key="fr-lease",
        title="Landlord asks for missing papers",
        kind="extract",
        category="content_data",
        description="Names a Swiss account. The Netherlands has it for the request to Bern; the release ends then.",
        provenance=_QUAY.at("16:40", "mail programme"),
        releases=readable("NL", until=timedelta(hours=70)),
        files=uploads("lantern/bail-relance.eml"),
    ),
    _exhibit(
        key="fr-ticket",
        title="Railway ticket of suspect C for the day of a hand-over (exculpatory)",
        kind="extract",
        category="document",
        registered_by="claire@fr.demo",
        description="On the train, checked at 08:20, when a person said to be suspect C was seen in Kassel.",
        provenance=_QUAY.at("16:52", "mail programme"),
        marking=Marking(("H1",)),
        releases=(*readable("DE"), *listed("NL")),
        files=uploads("lantern/voyage.eml"),
    ),
    _exhibit(
        key="fr-bank",
        title="Account of suspect C, statement of three months",
        kind="extract",
        category="financial",
        registered_by="claire@fr.demo",
        provenance=Provenance(
            local("2026-09-09 14:15", PARIS),
            "Judicial Court of Paris, by requisition",
            "Bank, Lyon",
            "CPP, requisition, art. 99-3",
        ),
        marking=Marking(("H2",)),
        releases=(*held("NL"), Release(party="EUROJUST", level="listed", people=("ines@eurojust.demo",))),
        files=uploads("lantern/releve-FR.csv", declared=True),
    ),
    _exhibit(
        key="fr-relay-log",
        title="Mail relay, log of one day",
        kind="extract",
        category="traffic_data",
        provenance=_RELAY_HOST,
        releases=(*held("NL"), *readable("DE")),
        files=uploads("lantern/relay-mail.log", declared=True),
    ),
    _exhibit(
        key="fr-relay-capture",
        title="Mail relay, administration page in the clear",
        kind="working_copy",
        category="network_capture",
        registered_by="claire@fr.demo",
        provenance=_RELAY_HOST.at("20:00"),
        marking=Marking(("H2",)),
        releases=(*held("DE"), *readable("NL")),
        files=uploads("lantern/relais-admin.pcap", declared=True),
    ),
    _exhibit(
        key="fr-subscriber",
        title="Subscriber of the line on the quay, provider's answer",
        kind="extract",
        category="subscriber_data",
        provenance=Provenance(
            local("2026-08-30 16:05", PARIS),
            "Gendarmerie, by requisition",
            "Access provider, Lyon",
            "CPP, requisition, art. 60-1 s.",
        ),
        releases=held("NL DE"),
        files=(
            Upload("lantern/RA-112-26 reponse.txt", other_name="RA-112-26 réponse.txt"),
            Upload("lantern/RA-112-26.json"),
        ),
    ),
    _exhibit(
        key="fr-call",
        title="Intercepted call, 30 seconds, with transcript",
        kind="working_copy",
        category="interception",
        registered_by="claire@fr.demo",
        provenance=_INTERCEPTION,
        marking=Marking(
            ("H1", "H3"), text="Interception: no transcript leaves the judge's file. Listen on the premises only."
        ),
        releases=readable("DE", not_before=timedelta(hours=192)),
        files=uploads("lantern/appel-20-14.wav", "lantern/appel-20-14.txt"),
    ),
    _exhibit(
        key="fr-lychnari",
        title="Conversation in Greek, English and French with a buyer",
        kind="extract",
        category="content_data",
        provenance=_INTERCEPTION.at("23:10"),
        marking=Marking(("H1",)),
        releases=(Release(party="NL", level="held", purposes=("JIT_PURPOSE", "OTHER_OFFENCE_WITH_CONSENT")),),
        files=uploads("lantern/lychnari.json", "lantern/lychnari.txt", declared=True),
    ),
    _exhibit(
        key="fr-victims",
        title="Accounts of French customers found on the marketplace",
        kind="extract",
        category="other",
        provenance=Provenance(
            local("2026-10-04 12:30", PARIS), "Gendarmerie, Cyber Unit (G-119)", "Desk analysis, Paris", "CPP, general"
        ),
        marking=Marking(
            ("H2", "H3"), text="Victims are informed by France alone. Do not contact them, do not count them aloud."
        ),
        releases=listed("NL DE"),
        files=uploads("lantern/comptes-victimes.csv"),
    ),
)
