"""Reports and notes of Lantern, as PDF and text: analyses, plans, observations, translations.

Here: what they say. Not here: forms of protocols (`protocols`), layout (`document`), exhibits (`lantern`).
"""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are meant as such.

from datetime import datetime, timedelta

from app.demo.content import Content, dice, text
from app.demo.document import Block, Code, Facts, Figure, Heading, Paper, Paragraph, Table, document
from app.demo.story import BACKEND, FRONT, FRONT_SIX, HOST, ONION, RELAY, WALLETS

__all__ = [
    "acquisition_log",
    "action_plan",
    "analysis",
    "greek_note",
    "greek_note_french",
    "informant",
    "malware",
    "observation",
    "rules",
]


def acquisition_log(name: str, image: Content, at: datetime, device: str) -> Content:
    """What an imaging tool writes beside its image."""
    end = at + timedelta(minutes=2, seconds=14)
    body = f"""Acquisition log
Source            {device}
Write blocker     WB-3, self-test passed
Started           {at:%Y-%m-%d %H:%M:%S %z}
Finished          {end:%Y-%m-%d %H:%M:%S %z}
Sectors           {len(image.data) // 512} of 512 bytes
Read errors       0
Image             {image.name} (raw)
SHA-256 (source)  {image.sha256}
SHA-256 (image)   {image.sha256}
Result            verified
"""
    return text(name, body)


def action_plan(name: str, created: datetime) -> Content:
    """The plan of a second action day: who goes where, in each zone."""
    paper = Paper(
        authority="JIT Lantern – coordination",
        reference="LANTERN/OAP/2",
        title="Operational action plan 2",
        created=created,
        marking="TLP:AMBER",
    )
    rows = (
        ("NL-1", "Search, dwelling R-2, Rotterdam", "NL", "H", "Ready"),
        ("NL-2", "Front server: copy, then shut down", "NL", "H + 10", "Ready"),
        ("DE-1", "Search, office of the reseller, Kassel", "DE", "H", "Warrant applied for"),
        ("DE-2", "Backend: copy memory, then disks", "DE", "H + 10", "Ready"),
        ("FR-1", "Search, premises on the quay, Lyon", "FR", "H", "Ready"),
        ("FR-2", "Mail relay: freeze", "FR", "H + 10", "Provider informed at H"),
        ("ALL", "Notice on the marketplace's page", "NL", "H + 90", "Text with press offices"),
    )
    blocks: list[Block] = [
        Facts(
            (
                (
                    "H-hour",
                    "06:00 in Rotterdam, Frankfurt and Paris; the day is set by separate message",
                ),
                ("Centre", "Coordination centre, The Hague; lines open from H - 120"),
            )
        ),
        Heading("1. Aim"),
        Paragraph(
            "To secure the front, the backend and the relay at the same time, before keys can be destroyed or wallets emptied, and to search three places."
        ),
        Heading("2. Measures"),
        Table((0.1, 0.42, 0.1, 0.14, 0.24), ("No.", "Measure", "Country", "When", "State"), rows),
        Heading("3. Go or no-go"),
        Paragraph(
            "Each country says go or no-go at H - 30 and H - 5. One no-go stops the searches; the servers are secured nevertheless if two countries say so."
        ),
        Heading("4. Not before"),
        Paragraph(
            "Wallets are not touched before the backend is copied. No domain is redirected before H + 90. What is found is registered the same day, by the country that found it."
        ),
    ]
    return document(name, paper, blocks)


def analysis(name: str, created: datetime, chart: Content) -> Content:
    """An analysis of who runs what, with a chart."""
    paper = Paper(
        authority="Federal Criminal Police – analysis",
        reference="DE/AN/31",
        title="Operation Lantern: persons behind four names",
        created=created,
        marking="TLP:AMBER",
    )
    rows = (
        ("wickman", "Runs the house; decides fees; holds LAMPKIT", "Suspect A (NL)", "likely"),
        ("tallow", "Writes the software; took over a seller's shop", "Suspect B (DE)", "certain"),
        ("bougie", "Sells; moderates French messages", "Suspect C (FR)", "likely"),
        ("matchbox", "Turns coin into money; account in Zürich", "unknown", "–"),
    )
    blocks: list[Block] = [
        Paragraph(
            "This report separates facts (with their exhibits) from assessments (marked). It supersedes version 30."
        ),
        Heading("1. Machines"),
        Table(
            (0.2, 0.4, 0.4),
            ("Role", "Address", "Found in"),
            (
                ("Front", f"{FRONT}, {FRONT_SIX}", "Capture and log, NL"),
                ("Backend", BACKEND, "Disk image, DE"),
                ("Mail relay", RELAY, "Log, FR"),
                ("Hidden service", ONION[:28] + "…", "Screens, NL"),
            ),
        ),
        Heading("2. Names"),
        Table((0.14, 0.42, 0.24, 0.2), ("Name", "What is known", "Person", "Confidence"), rows),
        Figure(chart, "Figure 1. Solid: from exhibits. Dashed: assessed."),
        Heading("3. What speaks against"),
        Paragraph(
            "The name snuffer went on selling after 4 March. A conversation from the telephone of suspect A indicates that the person behind it had left and that tallow used the name (exculpatory; H1)."
        ),
        Heading("4. Gaps"),
        Paragraph(
            "The host of the wallets is not known. The person behind matchbox is not known; the Swiss account is in another's name. Sign-ins from a shared address need the source port; two records have none."
        ),
    ]
    return document(name, paper, blocks)


def _builds(created: datetime) -> tuple[tuple[str, ...], ...]:
    rng = dice("builds")
    first = (created - timedelta(days=300 - 11 * number, minutes=rng.randrange(600)) for number in range(24))
    return tuple((f"{n:04d}", rng.randbytes(32).hex(), f"{at:%Y-%m-%d %H:%M}") for n, at in enumerate(first, 1))


def malware(name: str, created: datetime, sample: str) -> Content:
    """An analysis of the program that collected the credentials; it describes and contains none of it."""
    paper = Paper(
        authority="National Police, High Tech Crime – laboratory",
        reference="NL/MA/7",
        title="Analysis of a credential stealer found on the front server",
        created=created,
        marking="TLP:AMBER",
    )
    blocks: list[Block] = [
        Facts(
            (
                ("Sample", "wick_up.bin (not attached; kept apart on the analysis network)"),
                ("SHA-256", sample),
                ("Size", "184,320 bytes"),
            )
        ),
        Heading("1. Summary"),
        Paragraph(
            "The program reads what browsers have saved and sends it, packed, to the backend. It keeps nothing on the disk after it ended. Its builds carry the seller's number, so that each set on the marketplace can be led back to one build."
        ),
        Heading("2. Seen on the network"),
        Code(f"POST /up HTTP/1.1\nHost: up.{HOST}\nX-Seller: 0002\nContent-Length: 48211"),
        Heading("3. Indicators"),
        Table((0.1, 0.67, 0.23), ("Build", "SHA-256", "First seen (UTC)"), _builds(created)),
        Heading("4. How it was analysed"),
        Paragraph(
            "In an isolated machine without a route to the Internet, twice, with the same result. Tools and their versions are in the annex of the laboratory. Opinion is marked as such."
        ),
        Heading("5. Assessment"),
        Paragraph(
            "Builds 0001 to 0024 come from one source: same compiler, same clock error of 41 seconds as on the computer seized in Kassel. Confidence: likely."
        ),
    ]
    return document(name, paper, blocks)


def rules(name: str, sample: str) -> Content:
    """A detection rule in YARA's language for the builds of the analysis."""
    body = f"""rule lantern_collector
{{
    meta:
        source = "JIT Lantern, NL/MA/7"
        sample = "{sample}"
    strings:
        $host = "up.{HOST}" ascii wide
        $head = "X-Seller: 000" ascii
    condition:
        uint16(0) == 0x5A4D and filesize < 400KB and all of them
}}
"""
    return text(name, body)


def informant(name: str, created: datetime) -> Content:
    """A report that only named persons may read: nothing in it leads to its source."""
    paper = Paper(
        authority="Politie – team bijzondere inlichtingen",
        reference="NL/TCI/03",
        title="Informatierapport 3",
        created=created,
        marking="TLP:RED · H1 · H2",
        language="nl",
    )
    blocks: list[Block] = [
        Paragraph("Betrouwbaarheid van de bron: B. Juistheid van de informatie: 3."),
        Paragraph(
            "De bron verklaart dat de persoon achter «matchbox» de rekening in Zürich niet zelf heeft geopend, maar door een kennis heeft laten openen op naam van de huurder van een loods."
        ),
        Paragraph(
            "De bron verklaart verder dat sleutels van de markt uitsluitend op een USB-stick met het opschrift LAMPKIT worden bewaard, en dat er van die stick een tweede exemplaar bestaat."
        ),
        Paragraph(
            "Deze informatie mag niet in een dossier worden gevoegd en niet worden verder verstrekt zonder toestemming van de verstrekker."
        ),
    ]
    return document(name, paper, blocks)


def observation(name: str, day: datetime) -> Content:
    """A report of one day's observation, German."""
    paper = Paper(
        authority="Bundeskriminalpolizei – Observation",
        reference="DE/OBS/12",
        title="Observationsbericht",
        created=day + timedelta(hours=14),
        marking="TLP:AMBER+STRICT",
        language="de",
    )
    minutes = (
        ("07:42", "ZP verlässt die Wohnung, trägt dunklen Rucksack."),
        ("08:05", "ZP betritt Bürogebäude, 2. Stock, Licht im rechten Fenster."),
        (
            "11:50",
            "ZP trifft unbekannte männliche Person (UMP 1) vor dem Gebäude; Übergabe eines kleinen Gegenstands, vermutlich USB-Stick, rot.",
        ),
        ("12:04", "UMP 1 entfernt sich zu Fuß Richtung Bahnhof, verloren um 12:21."),
        ("18:37", "ZP verlässt das Gebäude ohne Rucksack."),
    )
    blocks: list[Block] = [
        Facts((("Tag", f"{day:%d.%m.%Y}"), ("Zielperson", "Beschuldigter B (ZP)"), ("Kräfte", "O-2, O-5, O-9"))),
        Heading("Verlauf (Ortszeit)"),
        Table((0.14, 0.86), ("Zeit", "Wahrnehmung"), minutes),
        Paragraph(
            "Bewertung: Der übergebene Gegenstand entspricht nach Farbe und Größe dem später in Rotterdam sichergestellten zweiten Stick. Sicher ist das nicht."
        ),
    ]
    return document(name, paper, blocks)


def greek_note(name: str, created: datetime) -> Content:
    """A note found with a seller's papers, in Greek."""
    paper = Paper(
        authority="Εύρημα 6, αντίγραφο",
        reference="FR/S6",
        title="Κατάλογος για το φανάρι",
        created=created,
        language="el",
    )
    rows = (
        ("140", "Ελλάδα, Κύπρος", "1,10", "πληρώθηκε"),
        ("60", "Ελλάδα", "0,95", "σε αναμονή"),
        ("200", "Κύπρος", "1,05", "ακυρώθηκε"),
    )
    blocks: list[Block] = [
        Paragraph("Να μη σταλεί με μήνυμα. Όλες οι ώρες είναι ώρα Αθήνας, εκτός αν γράφω άλλο."),
        Table((0.2, 0.34, 0.2, 0.26), ("Πλήθος", "Χώρα", "Τιμή", "Κατάσταση"), rows),
        Paragraph(
            "Το πορτοφόλι είναι το ίδιο με την περασμένη εβδομάδα. Ο matchbox λέει ότι ο Πειραιάς θα πληρώσει από το ίδιο. Δεν μου αρέσει."
        ),
        Code(WALLETS[3]),
        Paragraph("Παρασκευή 15:00: τηλεφώνημα. Αν δεν απαντήσει κανείς, σβήνω τα πάντα."),
    ]
    return document(name, paper, blocks)


def greek_note_french(name: str) -> Content:
    """Its translation into French by a sworn interpreter."""
    body = f"""Traduction du grec (pièce FR/S6, une page). Traduction assermentée, pour les besoins de l’enquête.

Liste pour la lanterne

À ne pas envoyer par message. Toutes les heures sont à l’heure d’Athènes, sauf mention contraire.

Nombre   Pays             Prix   État
140      Grèce, Chypre    1,10   payé
60       Grèce            0,95   en attente
200      Chypre           1,05   annulé

Le portefeuille est le même que la semaine dernière. matchbox dit que le Pirée paiera depuis le même. Cela ne me plaît pas.

{WALLETS[3]}

Vendredi 15 h : appel. Si personne ne répond, j’efface tout.

Note du traducteur : « φανάρι » signifie lanterne ; c’est aussi un quartier d’Istanbul.
"""
    return text(name, body)
