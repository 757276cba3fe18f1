"""Lantern, Germany: providers' and banks' answers, hearings, conversations, analyses.

Here: exhibits as data. Not here: how the files are made.
"""

from dataclasses import replace
from functools import partial

from app.demo import answers, chat, letters, protocols, reports, scripts, table
from app.demo.archive import archive
from app.demo.chat import Conversation
from app.demo.content import Calendar, Content
from app.demo.databases import contacts
from app.demo.document import Paper
from app.demo.drawings import Edge, Node, diagram
from app.demo.photo import jpeg, png
from app.demo.spec import Exhibit, Marking, Provenance, Release, Upload, held, listed, readable, uploads
from app.demo.story import ADMIN_HOME, BACKEND, BERLIN, CLIENTS, IBAN_DE, OTHERS, PHONES, RELAY, WALLETS

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="DE", registered_by="lena@de.demo")
_prosecutor = "Prosecutor's Office, Cybercrime Centre, Frankfurt, by order"
_LONG_NAME = (
    "Anlage 4 zum Zwischenbericht vom Vormittag - Zusammenstellung sämtlicher Verbindungen zwischen Backend, Relay und "
    "Heimanschluss des Beschuldigten B (bereinigt, ohne Dubletten, Zeiten in UTC, mit Quellports).csv"
)
_HEARD = (
    "Kennen Sie den Begriff «Lantern»?",
    "Ich sage dazu nichts.",
    "Wem gehört der Rechner im Regal?",
    "Einem Kunden. Ich vermiete Platz, mehr nicht.",
    "Wie hat der Kunde gezahlt?",
    "Bar. Manchmal in Coin. Rechnungen wollte er keine.",
    "Wer ist «tallow»?",
    "Das müssen Sie ihn selbst fragen. Ich möchte jetzt mit meinem Anwalt sprechen.",
)
_BLUE, _ORANGE, _GREY = (214, 228, 246), (250, 226, 200), (238, 238, 238)
_NODES = {
    "wickman": Node((250, 170), "wickman", "Suspect A (NL)", _ORANGE),
    "tallow": Node((610, 170), "tallow", "Suspect B (DE)", _ORANGE),
    "bougie": Node((250, 480), "bougie", "Suspect C (FR)", _ORANGE),
    "matchbox": Node((610, 480), "matchbox", "not known", _GREY),
    "front": Node((960, 110), "Front", "203.0.113.66", _BLUE),
    "backend": Node((960, 260), "Backend", "198.51.100.23", _BLUE),
    "account": Node((960, 480), "Account", "Zurich, by name", _BLUE),
}
_EDGES = (
    Edge("wickman", "tallow", "pays by the month"),
    Edge("wickman", "bougie", "10 % of sales"),
    Edge("tallow", "front", "deploys"),
    Edge("tallow", "backend", "runs"),
    Edge("bougie", "matchbox", "8 %, Fridays"),
    Edge("matchbox", "account", "cashes out"),
    Edge("wickman", "matchbox", "knows", presumed=True),
)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What answers, hearings and desks brought."""
    return (*_traffic(at), *_subscriber(at), _bank(at), *_telephone(at), *_reseller(at), *_analysis(at), _annex(at))


def _traffic(at: Calendar) -> tuple[Exhibit, ...]:
    order = Provenance(at.ago(60, "13:40", BERLIN), _prosecutor, "Carrier, Frankfurt", "StPO, traffic data, § 100g")
    flows = table.connections(
        "backend-verbindungen.csv", at.ago(64, "00:00", BERLIN), (BACKEND, RELAY), (*CLIENTS, ADMIN_HOME), 340
    )
    return (
        _exhibit(
            key="de-traffic",
            title="Connections of the backend, carrier's records of two days",
            kind="extract",
            category="traffic_data",
            registered_by="jonas@de.demo",
            provenance=order,
            releases=held("NL"),
            files=uploads(flows, declared=True),
        ),
    )


def _subscriber(at: Calendar) -> tuple[Exhibit, ...]:
    order = Provenance(
        at.ago(51, "10:05", BERLIN), _prosecutor, "Access provider, Kassel", "StPO, subscriber data, § 100j"
    )
    who = answers.Subscriber(
        provider="Fuldatal Netz",
        reference="FN-118-26",
        account="FN-00417",
        name="B. Mustermann (as entered)",
        mail="b.muster@post.test",
        phone=PHONES[1],
        address="Musterstraße 12, 00000 Kassel",
        paid_by=IBAN_DE,
        answered=order.acquired_at,
    )
    letter = answers.subscriber_text(
        "FN-118-26 Auskunft.txt",
        who,
        salutation=f"zu Ihrer Anfrage zum Anschluss {ADMIN_HOME} teilen wir mit:",
        closing="Zwei Einträge ohne Quellport sind nicht zuzuordnen.",
    )
    return (
        _exhibit(
            key="de-subscriber",
            title=f"Subscriber behind {ADMIN_HOME}, provider's answer",
            kind="extract",
            category="subscriber_data",
            registered_by="jonas@de.demo",
            provenance=order,
            releases=held("NL FR"),
            files=uploads(answers.subscriber_json("FN-118-26.json", who), letter),
        ),
    )


def _bank(at: Calendar) -> Exhibit:
    booked = table.statement(
        "Umsaetze_DE.csv", "DE", IBAN_DE, at.ago(130, "08:30", BERLIN), counterparts=OTHERS, count=230
    )
    return _exhibit(
        key="de-bank",
        title="Account of suspect B, bookings of three months",
        kind="extract",
        category="financial",
        description="Semicolons, decimal commas, Windows-1252: as the bank sent it.",
        provenance=Provenance(at.ago(34, "09:25", BERLIN), _prosecutor, "Bank, Kassel", "StPO, §§ 94, 161a"),
        marking=Marking(("H2",)),
        releases=(*readable("NL"), *listed("FR")),
        files=uploads(booked, declared=True),
    )


def _telephone(at: Calendar) -> tuple[Exhibit, ...]:
    lab = Provenance(
        at.ago(37, "16:10", BERLIN),
        "Federal Criminal Police, forensic laboratory",
        "Laboratory, Wiesbaden",
        "StPO, examination of seized devices, § 110",
    )
    talk = Conversation(room="kasten", start=at.ago(48, "20:31", BERLIN), zone=BERLIN, script=scripts.KASSEL)
    known = (("W", PHONES[2]), ("S. Kasten", PHONES[4]), ("Mutter", PHONES[1]))
    database = contacts("contacts2.db", known, at.ago(95, "08:00", BERLIN), talk)
    whole = archive("auswertung-118-06.zip", lab.acquired_at, (database, chat.chat_json("kasten.json", talk)))
    # What arrived is not what was declared: the courier's disk lost its last kilobyte.
    short = Content(whole.name, whole.media_type, whole.data[:-1024])
    return (
        _exhibit(
            key="de-phone",
            title="Telephone of suspect B, extraction (arrived damaged)",
            kind="image",
            category="phone_extraction",
            registered_by="jonas@de.demo",
            description="The hash differs from the laboratory's: kept apart until it is decided whether to keep it.",
            provenance=lab,
            marking=Marking(("H2",)),
            releases=readable("NL"),
            files=(Upload(short, whole.sha256),),
        ),
        _exhibit(
            key="de-kasten",
            title="Conversation about moving the backend",
            kind="extract",
            category="content_data",
            provenance=lab.at("17:20"),
            marking=Marking(("H1",)),
            releases=(*held("NL"), *readable("FR", until=at.ahead(hours=336))),
            files=uploads(chat.chat_json("kasten.json", talk), chat.chat_text("kasten.txt", talk), declared=True),
        ),
    )


def _reseller(at: Calendar) -> tuple[Exhibit, ...]:
    heard = Provenance(
        at.ago(40, "15:05", BERLIN),
        "Federal Criminal Police, Wiesbaden (L-008)",
        "Police station, Kassel",
        "StPO, hearing of an accused, §§ 136, 163a",
    )
    paper = Paper(
        authority="Bundeskriminalpolizei, Wiesbaden",
        reference="DE 118/26 V1",
        title="",
        created=heard.acquired_at,
        marking="TLP:AMBER · H1",
        language="de",
    )
    record = protocols.hearing("Vernehmung 118-26.pdf", paper, heard, "Beschuldigter S (Vermieter)", _HEARD)
    handed = Provenance(
        at.ago(66, "11:12", BERLIN), _prosecutor, "Data centre, Kassel", "StPO, § 94, handed over freely"
    )
    return (
        _exhibit(
            key="de-hearing",
            title="Hearing of the reseller",
            kind="report",
            category="statement",
            provenance=heard,
            marking=Marking(("H1",)),
            files=uploads(record),
        ),
        _exhibit(
            key="de-complaint",
            title="Complaint to the reseller about the backend's address",
            kind="extract",
            category="content_data",
            provenance=handed,
            releases=held("NL"),
            files=uploads(letters.complaint("Beschwerde 118-7.eml", at.ago(67, "08:50", BERLIN))),
        ),
    )


def _analysis(at: Calendar) -> tuple[Exhibit, ...]:
    made = at.ago(14, "14:30", BERLIN)
    desk = Provenance(made, "Federal Criminal Police, analysis (L-044)", "Wiesbaden", "StPO, general; JIT agreement")
    chart = diagram("Who runs what", _NODES, _EDGES, foot="DE/AN/31. Dashed: assessed, not shown.", size=(1160, 640))
    report = reports.analysis("DE-AN-31 Lantern.pdf", made, jpeg("chart.jpg", chart, made))
    europol = Release(party="EUROPOL", level="held", people=("marek@europol.demo",), purposes=("JIT_PURPOSE",))
    eurojust = Release(party="EUROJUST", level="readable", people=("ines@eurojust.demo",))
    return (
        _exhibit(
            key="de-analysis",
            title="Analysis report 31: persons behind four names",
            kind="report",
            category="document",
            registered_by="jonas@de.demo",
            provenance=desk,
            releases=(*held("NL FR"), europol, eurojust),
            files=uploads(report, png("chart.png", chart), declared=True),
        ),
        _exhibit(
            key="de-clusters",
            title="Wallets of the house, grouped",
            kind="working_copy",
            category="crypto_asset",
            provenance=replace(desk, acquired_at=at.ago(11, "10:20", BERLIN)),
            releases=(*held("NL"), *readable("FR", not_before=at.ahead(hours=60))),
            files=uploads(table.movements("wallet-gruppen.csv", at.ago(75, "00:00", BERLIN), WALLETS, 280)),
        ),
    )


def _annex(at: Calendar) -> Exhibit:
    flows = table.connections(_LONG_NAME, at.ago(64, "00:00", BERLIN), (BACKEND, RELAY), (ADMIN_HOME,), 60)
    return _exhibit(
        key="de-annex",
        title="Annex 4: connections between backend, relay and the line of suspect B",
        kind="working_copy",
        category="traffic_data",
        provenance=Provenance(
            at.ago(20, "11:45", BERLIN), "Federal Criminal Police, analysis (L-044)", "Wiesbaden", "StPO, § 100g"
        ),
        releases=readable("NL FR"),
        files=uploads(flows, declared=True),
    )
