"""Lantern, Switzerland: what a third country contributes itself, once the gate for it stands.

Here: exhibits as data. Not here: what Switzerland sent on request, which the Netherlands registered (`nl_people`).
"""

from functools import partial

from app.demo import logs, protocols, table
from app.demo.content import Calendar, Content
from app.demo.document import Paper
from app.demo.spec import Exhibit, Marking, Provenance, readable, uploads
from app.demo.story import CLIENTS, IBAN_CH, OTHERS, ZURICH

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="CH", registered_by="mara@ch.demo")
_LIMIT = Marking(("H2", "H3"), "Rule of speciality: no use in fiscal proceedings; onward transfer only with consent.")


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """Three exhibits."""
    search = Provenance(
        at.ago(13, "07:00", ZURICH),
        "Federal police on behalf of the Office of the Attorney General (F-007)",
        "Storage unit 41, Zürich",
        "Swiss Code of Criminal Procedure, search and seizure, art. 241 ff., 263 ff.",
    )
    booked = table.statement(
        "Konto-ZW-neu.csv", "CH", IBAN_CH, at.ago(80, "08:00", ZURICH), counterparts=OTHERS[:3], count=160
    )
    return (
        _exhibit(
            key="ch-protocol",
            title="Durchsuchungsprotokoll, storage unit in Zürich",
            kind="report",
            category="document",
            provenance=search,
            marking=_LIMIT,
            releases=readable("NL DE FR"),
            files=uploads(_protocol(search), declared=True),
        ),
        _exhibit(
            key="ch-account",
            title="Zürich account, statement continued",
            kind="extract",
            category="financial",
            provenance=search.at("15:10"),
            marking=_LIMIT,
            releases=readable("NL"),
            files=uploads(booked, declared=True),
        ),
        _exhibit(
            key="ch-log",
            title="Sign-ins to the payment firm's service",
            kind="extract",
            category="traffic_data",
            provenance=search.at("15:25"),
            marking=_LIMIT,
            releases=readable("NL DE"),
            files=uploads(logs.web_log("zahlwerk-access.log", at.ago(16, "08:00", ZURICH), CLIENTS, 200)),
        ),
    )


def _protocol(search: Provenance) -> Content:
    paper = Paper(
        authority="Bundesanwaltschaft",
        reference="CH/SV/26/41",
        title="",
        created=search.at("10:20").acquired_at,
        marking="TLP:AMBER",
        language="de",
    )
    items = (
        ("1", "Laptop, grau, ausgeschaltet; Metallschrank", "CH-41-01"),
        ("2", "Mietvertrag des Lagerraums, lautend auf eine Drittperson; Metallschrank", "CH-41-02"),
        ("3", "Bargeld, CHF 18'400 in einem Umschlag; Metallschrank", "CH-41-03"),
    )
    return protocols.seizure("Protokoll 26-41.pdf", paper, search, items)
