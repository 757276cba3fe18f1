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
    "Gendarmerie nationale, Unité cyber (G-112), sur commission rogatoire",
    "Locaux du quai, troisième étage, Lyon",
    "Code de procédure pénale (CPP), perquisition et saisie par le juge d’instruction, art. 94 s.",
)
_RELAY_HOST = Provenance(
    local("2026-09-10 09:30", PARIS),
    "Gendarmerie nationale, Unité cyber (G-119)",
    "Hébergeur, Roubaix",
    "CPP, réquisition du juge d’instruction, art. 99-3",
)
_INTERCEPTION = Provenance(
    local("2026-09-18 20:14", PARIS),
    "Gendarmerie nationale, centre d’interception",
    "Centre d’interception, Paris",
    "CPP, interception ordonnée par le juge d’instruction, art. 100 s.",
)

EXHIBITS: Final = (
    _exhibit(
        key="fr-stick",
        title="Clé USB du tiroir, image",
        kind="image",
        category="disk_image",
        registered_by="claire@fr.demo",
        description="Une conversation y était conservée « par sécurité » ; une liste en grec, supprimée, peut être récupérée.",
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
        language="fr",
        registered_by="claire@fr.demo",
        provenance=_QUAY.at("06:10"),
        releases=readable("NL DE"),
        files=uploads("lantern/PV-112 perquisition.pdf", declared=True),
    ),
    _exhibit(
        key="fr-phone-photo",
        title="Téléphone du suspect C tel que découvert, écran allumé",
        kind="extract",
        category="photograph",
        provenance=_QUAY.at("06:38", "canapé"),
        releases=readable("NL"),
        files=uploads("lantern/scelle-S2.jpg"),
    ),
    _exhibit(
        key="fr-greek-note",
        title="Note en grec trouvée dans un carnet",
        kind="extract",
        category="document",
        language="el",
        provenance=_QUAY.at("08:20", "étagère"),
        releases=readable("NL DE"),
        files=(Upload("lantern/Katalogos.pdf", other_name="Κατάλογος_για_το_φανάρι.pdf", declared=True),),
    ),
    _exhibit(
        key="fr-greek-translation",
        title="Note en grec, traduction française",
        kind="translation",
        category="document",
        language="fr",
        provenance=Provenance(
            local("2026-09-29 17:00", PARIS),
            "Interprète assermenté, Paris",
            "Paris",
            "CPP, désignation d’un interprète",
        ),
        releases=held("NL DE"),
        files=uploads("lantern/S6 traduction.txt"),
    ),
    _exhibit(
        key="fr-lease",
        title="Relance du bailleur pour pièces manquantes",
        kind="extract",
        category="content_data",
        language="fr",
        description="Mentionne un compte suisse. Communiquée aux Pays-Bas pour la demande adressée à Berne ; la communication prend fin ensuite.",
        provenance=_QUAY.at("16:40", "messagerie"),
        releases=readable("NL", until=timedelta(hours=70)),
        files=uploads("lantern/bail-relance.eml"),
    ),
    _exhibit(
        key="fr-ticket",
        title="Billet de train du suspect C pour le jour d’une remise (à décharge)",
        kind="extract",
        category="document",
        registered_by="claire@fr.demo",
        description="Contrôlé dans le train à 8 h 20, alors qu’une personne présentée comme le suspect C était vue à Cassel.",
        provenance=_QUAY.at("16:52", "messagerie"),
        marking=Marking(("H1",)),
        releases=(*readable("DE"), *listed("NL")),
        files=uploads("lantern/voyage.eml"),
    ),
    _exhibit(
        key="fr-bank",
        title="Compte du suspect C, relevé de trois mois",
        kind="extract",
        category="financial",
        registered_by="claire@fr.demo",
        provenance=Provenance(
            local("2026-09-09 14:15", PARIS),
            "Tribunal judiciaire de Paris, sur réquisition",
            "Banque, Lyon",
            "CPP, réquisition, art. 99-3",
        ),
        marking=Marking(("H2",)),
        releases=(*held("NL"), Release(party="EUROJUST", level="listed", people=("ines@eurojust.demo",))),
        files=uploads("lantern/releve-FR.csv", declared=True),
    ),
    _exhibit(
        key="fr-relay-log",
        title="Relais de messagerie, journal d’une journée",
        kind="extract",
        category="traffic_data",
        provenance=_RELAY_HOST,
        releases=(*held("NL"), *readable("DE")),
        files=uploads("lantern/relay-mail.log", declared=True),
    ),
    _exhibit(
        key="fr-relay-capture",
        title="Relais de messagerie, page d’administration en clair",
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
        title="Titulaire de la ligne du quai, réponse de l’opérateur",
        kind="extract",
        category="subscriber_data",
        language="fr",
        provenance=Provenance(
            local("2026-08-30 16:05", PARIS),
            "Gendarmerie nationale, sur réquisition",
            "Fournisseur d’accès, Lyon",
            "CPP, réquisition, art. 60-1 s.",
        ),
        releases=held("NL DE"),
        files=(
            Upload("lantern/RA-112-26 reponse.txt", other_name="RA-112-26 réponse.txt"),
            Upload("lantern/RA-112-26.json"),
        ),
    ),
    _exhibit(
        key="fr-call",
        title="Appel intercepté, 30 secondes, avec transcription",
        kind="working_copy",
        category="interception",
        registered_by="claire@fr.demo",
        provenance=_INTERCEPTION,
        marking=Marking(
            ("H1", "H3"),
            text="Interception : aucune transcription ne sort du dossier du juge. Écoute sur place uniquement.",
        ),
        releases=readable("DE", not_before=timedelta(hours=192)),
        files=uploads("lantern/appel-20-14.wav", "lantern/appel-20-14.txt"),
    ),
    _exhibit(
        key="fr-lychnari",
        title="Conversation en grec, anglais et français avec un acheteur",
        kind="extract",
        category="content_data",
        provenance=_INTERCEPTION.at("23:10"),
        marking=Marking(("H1",)),
        releases=(Release(party="NL", level="held", purposes=("JIT_PURPOSE", "OTHER_OFFENCE_WITH_CONSENT")),),
        files=uploads("lantern/lychnari.json", "lantern/lychnari.txt", declared=True),
    ),
    _exhibit(
        key="fr-victims",
        title="Comptes de clients français trouvés sur la place de marché",
        kind="extract",
        category="other",
        provenance=Provenance(
            local("2026-10-04 12:30", PARIS),
            "Gendarmerie nationale, Unité cyber (G-119)",
            "Analyse sur dossier, Paris",
            "CPP, dispositions générales",
        ),
        marking=Marking(
            ("H2", "H3"), text="Seule la France informe les victimes. Ne pas les contacter ni divulguer leur nombre."
        ),
        releases=listed("NL DE"),
        files=uploads("lantern/comptes-victimes.csv"),
    ),
)
