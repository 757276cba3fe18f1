"""Operation Sextant's exhibits, as data: release codes of containers, stolen in three ports.

Here: eight exhibits of the Netherlands, Spain and Greece. One wallet, one name and one address stand in Lantern's files
too: a hit that neither team can see in the other's. Not here: how the files are made.
"""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are meant as such.

from functools import partial

from app.demo import chat, letters, logs, photographs, protocols, scripts, table
from app.demo.chat import Conversation
from app.demo.content import Calendar, Content, text
from app.demo.document import Paper
from app.demo.spec import Exhibit, Marking, Provenance, held, listed, readable, uploads
from app.demo.story import ATHENS, CLIENTS, IBAN_ES, MADRID, OTHERS, ROTTERDAM, SEXTANT_HOST, WALLETS

__all__ = ["exhibits"]

_nl = partial(Exhibit, originator="NL", registered_by="bram@nl.demo")
_es = partial(Exhibit, originator="ES", registered_by="pilar@es.demo")
_gr = partial(Exhibit, originator="GR", registered_by="nikos@gr.demo")
_CODES = "container;terminal;release_code_hash;released_utc\r\n" + "".join(
    f"XMPU{number:07d};{terminal};{number * 7919 % 10**6:06d};T+{number % 9}\r\n"
    for number, terminal in zip(range(4170010, 4170120, 10), ("Rotterdam", "Valencia", "Piraeus") * 4, strict=False)
)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """All exhibits, oldest first."""
    found = (*_netherlands(at), *_spain(at), *_greece(at))
    return tuple(sorted(found, key=lambda exhibit: exhibit.provenance.acquired_at))


def _netherlands(at: Calendar) -> tuple[Exhibit, ...]:
    port = Provenance(
        at.ago(31, "09:20", ROTTERDAM),
        "National Police, High Tech Crime (T-440)",
        "Forwarder's office, Rotterdam",
        "Sv, production of data, Art. 126nd",
    )
    talk = Conversation(room="lijst", start=at.ago(35, "17:40", ROTTERDAM), zone=ATHENS, script=scripts.PIRAEUS)
    return (
        _nl(
            kind="extract",
            key="sx-nl-log",
            title="Release portal, sign-ins of four days",
            category="traffic_data",
            provenance=port,
            releases=held("ES GR"),
            files=uploads(
                logs.web_log("portal-access.log", at.ago(35, "06:00", ROTTERDAM), CLIENTS, 420), declared=True
            ),
        ),
        _nl(
            kind="extract",
            key="sx-nl-list",
            title="List of containers from the conversation's attachment",
            category="document",
            provenance=port.at("11:05"),
            releases=(*readable("GR"), *listed("ES")),
            files=uploads(text("SEXTANT list.csv", _CODES, media_type="text/csv")),
        ),
        _nl(
            kind="extract",
            key="sx-nl-chat",
            title="Conversation about release codes, four participants",
            category="content_data",
            provenance=port.at("14:30"),
            marking=Marking(("H1",)),
            releases=held("GR"),
            files=uploads(chat.chat_json("lijst.json", talk), chat.chat_text("lijst.txt", talk), declared=True),
        ),
    )


def _spain(at: Calendar) -> tuple[Exhibit, ...]:
    office = Provenance(
        at.ago(26, "08:05", MADRID),
        "Policía Judicial, unidad portuaria (P-204)",
        "Office at the container terminal, Valencia",
        "Ley de Enjuiciamiento Criminal, entry and search, art. 545 ss.",
    )
    paper = Paper(
        authority="Policía Judicial – unidad portuaria",
        reference="ES/DP/26/31",
        title="",
        created=office.at("11:40").acquired_at,
        marking="TLP:AMBER",
        language="es",
    )
    items = (
        ("1", "Ordenador portátil encendido, sesión abierta en el portal; mesa central", "ES-31-01"),
        ("2", "Cuaderno con horas y números de contenedor; cajón", "ES-31-02"),
    )
    return (
        _es(
            key="sx-es-search",
            title="Acta de entrada y registro, Valencia",
            kind="report",
            category="document",
            provenance=office,
            releases=readable("NL GR"),
            files=uploads(protocols.seizure("Acta 26-31.pdf", paper, office, items), declared=True),
        ),
        _es(
            key="sx-es-bank",
            title="Account of the clerk's cousin, movements",
            kind="extract",
            category="financial",
            provenance=office.at("13:15"),
            marking=Marking(("H2",)),
            releases=(*held("NL"), *listed("GR")),
            files=uploads(
                table.statement(
                    "movimientos.csv", "ES", IBAN_ES, at.ago(100, "09:00", MADRID), counterparts=OTHERS, count=160
                )
            ),
        ),
    )


def _greek_protocol(search: Provenance) -> Content:
    paper = Paper(
        authority="Διεύθυνση Δίωξης Ηλεκτρονικού Εγκλήματος",
        reference="GR/051/26",
        title="",
        created=search.at("12:20").acquired_at,
        marking="TLP:AMBER",
        language="el",
    )
    items = (
        ("1", "Κινητό τηλέφωνο, μαύρο, ανοικτό· στο ταμπλό του φορτηγού", "GR-051-01"),
        ("2", "Χειρόγραφη σελίδα με ώρες και κωδικούς· θήκη πόρτας", "GR-051-02"),
    )
    return protocols.seizure("Έκθεση κατάσχεσης 051-26.pdf", paper, search, items)


def _greece(at: Calendar) -> tuple[Exhibit, ...]:
    search = Provenance(
        at.ago(19, "10:45", ATHENS),
        "Αστυνομία, Δίωξη Ηλεκτρονικού Εγκλήματος (Κ-051)",
        "Lorry park, Piraeus",
        "Κώδικας Ποινικής Δικονομίας, search and seizure, art. 253 ff.",
    )
    lines = [
        "ETA 20:00 gate 4",
        "XMPU 4170030  ->  XMPU 4170060",
        "19:30 code (GR time!)",
        "pay: same wallet",
        WALLETS[3][:18] + "...",
    ]
    page = photographs.notes("selida-2.jpg", search.at("11:02").acquired_at, lines=lines, number=2, ink=(24, 24, 28))
    notice = letters.piraeus_portal("ειδοποίηση-πύλης.eml", at.ago(34, "19:43", ATHENS))
    return (
        _gr(
            key="sx-gr-protocol",
            title="Έκθεση έρευνας και κατάσχεσης, Πειραιάς",
            kind="report",
            category="document",
            provenance=search,
            releases=readable("NL ES"),
            files=uploads(_greek_protocol(search), declared=True),
        ),
        _gr(
            key="sx-gr-notes",
            title="Page with times and codes, photograph",
            kind="extract",
            category="photograph",
            provenance=search.at("11:02"),
            releases=held("NL"),
            files=uploads(page),
        ),
        _gr(
            key="sx-gr-notice",
            title=f"Notice of a new device on {SEXTANT_HOST}",
            kind="extract",
            category="content_data",
            provenance=search.at("16:00"),
            releases=(*held("NL"), *readable("ES", until=at.ahead(hours=240))),
            files=uploads(notice, declared=True),
        ),
    )
