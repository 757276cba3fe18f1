"""The exhibits of Operation Sextant: release codes of containers that were stolen in three ports.

A wallet, a name and an address occur in the files of both teams. Neither team can see the other's files.
"""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are intended.

from datetime import timedelta
from functools import partial
from typing import Final

from app.demo.local_time import ATHENS, MADRID, ROTTERDAM, local
from app.demo.spec import Exhibit, Marking, Provenance, Upload, held, listed, readable, uploads

_dutch = partial(Exhibit, originator="NL", registered_by="bram@nl.demo")
_spanish = partial(Exhibit, originator="ES", registered_by="pilar@es.demo")
_greek = partial(Exhibit, originator="GR", registered_by="nikos@gr.demo")
_FORWARDER = Provenance(
    local("2026-09-25 09:20", ROTTERDAM),
    "National Police, High Tech Crime (T-440)",
    "Forwarder's office, Rotterdam",
    "Sv, production of data, Art. 126nd",
)
_TERMINAL = Provenance(
    local("2026-09-30 08:05", MADRID),
    "Policía Judicial, unidad portuaria (P-204)",
    "Office at the container terminal, Valencia",
    "Ley de Enjuiciamiento Criminal, entry and search, art. 545 ss.",
)
_LORRY_PARK = Provenance(
    local("2026-10-07 10:45", ATHENS),
    "Αστυνομία, Δίωξη Ηλεκτρονικού Εγκλήματος (Κ-051)",
    "Lorry park, Piraeus",
    "Κώδικας Ποινικής Δικονομίας, search and seizure, art. 253 ff.",
)

EXHIBITS: Final = (
    _dutch(
        key="sx-nl-log",
        title="Release portal, sign-ins of four days",
        kind="extract",
        category="traffic_data",
        provenance=_FORWARDER,
        releases=held("ES GR"),
        files=uploads("sextant/portal-access.log", declared=True),
    ),
    _dutch(
        key="sx-nl-list",
        title="List of containers from the conversation's attachment",
        kind="extract",
        category="document",
        provenance=_FORWARDER.at("11:05"),
        releases=(*readable("GR"), *listed("ES")),
        files=uploads("sextant/SEXTANT list.csv"),
    ),
    _dutch(
        key="sx-nl-chat",
        title="Conversation about release codes, four participants",
        kind="extract",
        category="content_data",
        provenance=_FORWARDER.at("14:30"),
        marking=Marking(("H1",)),
        releases=held("GR"),
        files=uploads("sextant/lijst.json", "sextant/lijst.txt", declared=True),
    ),
    _spanish(
        key="sx-es-search",
        title="Acta de entrada y registro, Valencia",
        kind="report",
        category="document",
        provenance=_TERMINAL,
        releases=readable("NL GR"),
        files=uploads("sextant/Acta 26-31.pdf", declared=True),
    ),
    _spanish(
        key="sx-es-bank",
        title="Account of the clerk's cousin, movements",
        kind="extract",
        category="financial",
        provenance=_TERMINAL.at("13:15"),
        marking=Marking(("H2",)),
        releases=(*held("NL"), *listed("GR")),
        files=uploads("sextant/movimientos.csv"),
    ),
    _greek(
        key="sx-gr-protocol",
        title="Έκθεση έρευνας και κατάσχεσης, Πειραιάς",
        kind="report",
        category="document",
        provenance=_LORRY_PARK,
        releases=readable("NL ES"),
        files=(Upload("sextant/Ekthesi 051-26.pdf", other_name="Έκθεση κατάσχεσης 051-26.pdf", declared=True),),
    ),
    _greek(
        key="sx-gr-notes",
        title="Page with times and codes, photograph",
        kind="extract",
        category="photograph",
        provenance=_LORRY_PARK.at("11:02"),
        releases=held("NL"),
        files=uploads("sextant/selida-2.jpg"),
    ),
    _greek(
        key="sx-gr-notice",
        title="Notice of a new device on release-portal.example",
        kind="extract",
        category="content_data",
        provenance=_LORRY_PARK.at("16:00"),
        releases=(*held("NL"), *readable("ES", until=timedelta(hours=240))),
        files=(Upload("sextant/eidopoiisi-pylis.eml", other_name="ειδοποίηση-πύλης.eml", declared=True),),
    ),
)
