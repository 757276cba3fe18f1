"""Lantern, Germany: the search in Kassel, the backend, and what was seen and lifted there.

Here: exhibits as data. Not here: how the files are made.
"""

from dataclasses import replace
from functools import partial

from app.demo import photographs, protocols, reports, rooms, screens, sticks
from app.demo.content import Calendar, Content
from app.demo.databases import marketplace
from app.demo.document import Paper
from app.demo.photo import png
from app.demo.spec import DeclaredHash, Exhibit, Marking, Provenance, Release, held, listed, readable, uploads
from app.demo.story import ADMIN_HOME, BACKEND, BERLIN, FRONT, HANDLES, WALLETS

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="DE", registered_by="lena@de.demo")
_police = "Federal Criminal Police, Wiesbaden (L-031)"

_EUROPOL = Release(
    party="EUROPOL",
    level="readable",
    people=("marek@europol.demo",),
    purposes=("JIT_PURPOSE",),
    basis="Agreement, appendix on Europol's part",
)
_WORDS = (
    *("candle", "harbour", "winter", "copper", "violin", "meadow"),
    *("ladder", "anchor", "pepper", "silver", "window", "garden"),
)
_SESSION = (
    f"$ ssh -i /media/LAMPKIT/deploy wick@{BACKEND}",
    f"Last login: from {ADMIN_HOME}",
    "# systemctl is-active lantern-backend lantern-escrow",
    "active",
    "active",
    "# wg show wg0 | head -4",
    "interface: wg0",
    f"peer endpoint: {FRONT}:51820",
    "latest handshake: 41 seconds ago",
    "# date",
)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What the search and the observation before it brought."""
    search = Provenance(
        at.ago(41, "06:15", BERLIN),
        _police,
        "Office of the reseller, second floor, Kassel",
        "Code of Criminal Procedure (StPO), search and seizure, §§ 94 ff., 102 ff.",
    )
    return (*_machine(at, search), *_room(search), *_small_things(search), _observed(at))


def _machine(at: Calendar, search: Provenance) -> tuple[Exhibit, ...]:
    image = sticks.backend_boot("backend-boot.dd", search.acquired_at)
    database = marketplace("lantern.sqlite", at.ago(160, "00:00", BERLIN), tuple(zip(HANDLES, WALLETS, strict=False)))
    log = reports.acquisition_log(
        "backend-boot.protokoll.txt",
        image,
        search.at("10:40").acquired_at,
        "Boot volume of the backend, serial EX-7741, seal DE-118-02",
    )
    return (
        _exhibit(
            key="de-backend",
            title="Backend of the marketplace, boot volume, image",
            kind="image",
            category="disk_image",
            registered_by="jonas@de.demo",
            description="The clock of the machine was 41 seconds behind. Its memory was saved before it was switched off.",
            provenance=search.at("10:40"),
            releases=(*held("NL"), *listed("FR")),
            declared_hashes=(DeclaredHash("sha256", image.sha256, "medium"),),
            files=uploads(image, log, declared=True),
        ),
        _exhibit(
            key="de-database",
            title="The marketplace's database: users, offers, orders, pay-outs",
            kind="extract",
            category="content_data",
            registered_by="jonas@de.demo",
            description="Working copy of the live database. The view turnover adds up each seller's orders.",
            provenance=search.at("11:25"),
            marking=Marking(("H1",)),
            releases=(*held("NL"), *readable("FR"), _EUROPOL),
            files=uploads(database, declared=True),
        ),
    )


def _protocol(search: Provenance) -> Content:
    paper = Paper(
        authority="Bundeskriminalpolizei, Wiesbaden",
        reference="DE 118/26",
        title="",
        created=search.at("12:50").acquired_at,
        marking="TLP:AMBER",
        language="de",
    )
    items = (
        ("1", "Arbeitsplatzrechner, eingeschaltet, zwei Bildschirme; Schreibtisch links", "DE-118-01"),
        ("2", "Startdatenträger des Backends, Seriennummer EX-7741; Rechner im Regal", "DE-118-02"),
        ("6", "Mobiltelefon, dunkelblau, gesperrt; Hosentasche des Betroffenen", "DE-118-06"),
        ("9", "Karte mit zwölf handschriftlichen Wörtern; unter der Tastatur", "DE-118-09"),
        ("11", "Tastatur, zur Spurensicherung; Schreibtisch links", "DE-118-11"),
    )
    clock = (
        "Der Rechner lief; sein Arbeitsspeicher wurde vor dem Ausschalten gesichert. Die Uhr des Rechners ging gegenüber "
        "der amtlichen Zeit 41 Sekunden nach."
    )
    remark = "Der Betroffene äußerte sich nicht zur Sache. Ein Verteidiger wurde um 06:40 Uhr telefonisch verständigt."
    return protocols.seizure("Durchsuchungsprotokoll 118-26.pdf", paper, search, items, (clock, remark))


def _room(search: Provenance) -> tuple[Exhibit, ...]:
    seen = search.at("06:24", "left-hand desk")
    pictures = (
        screens.terminal(_SESSION),
        screens.panel("kassel", address="lanternq5w3r7.../seller", handle="tallow"),
    )
    photograph = rooms.workstation("arbeitsplatz-1.jpg", seen.acquired_at, screens=pictures, number=1)
    return (
        _exhibit(
            key="de-protocol",
            title="Durchsuchungsprotokoll Kassel",
            kind="report",
            category="document",
            registered_by="jonas@de.demo",
            provenance=search,
            releases=readable("NL FR"),
            files=uploads(_protocol(search), declared=True),
        ),
        _exhibit(
            key="de-workstation",
            title="Desk as found, two screens lit",
            kind="extract",
            category="photograph",
            provenance=seen,
            releases=readable("NL FR"),
            files=uploads(photograph, png("bildschirm-links.png", pictures[0])),
        ),
    )


def _small_things(search: Provenance) -> tuple[Exhibit, ...]:
    found = search.at("08:02", "under the keyboard")
    lifted = replace(search.at("14:30"), place="Laboratory, Wiesbaden")
    return (
        _exhibit(
            key="de-card",
            title="Card with recovery words of a wallet, four of twelve covered",
            kind="physical",
            category="crypto_asset",
            registered_by="jonas@de.demo",
            description="The complete card is in the safe of the prosecutor's office. Whoever knows all words moves the coins.",
            provenance=found,
            marking=Marking(("H2", "H3"), "Do not copy, do not describe. Tell Frankfurt before any step.", "RED"),
            releases=(
                Release(party="NL", level="readable", people=("noor@nl.demo",), basis="Agreed between the leaders"),
                Release(party="FR", level="listed", people=("claire@fr.demo",)),
            ),
            files=uploads(
                photographs.card(
                    "karte-9.jpg",
                    found.acquired_at,
                    words=_WORDS,
                    label=("DE 118/26 / 9", "Karte, 12 Wörter"),
                    number=9,
                )
            ),
        ),
        _exhibit(
            key="de-print",
            title="Print lifted from the keyboard, key J",
            kind="extract",
            category="biometric",
            provenance=lifted,
            marking=Marking(("H2",)),
            releases=listed("NL"),
            files=uploads(
                photographs.fingerprint(
                    "spur-2.jpg", lifted.acquired_at, label=("DE 118/26 / 11 - Spur 2", "Tastatur, Taste J")
                )
            ),
        ),
    )


def _observed(at: Calendar) -> Exhibit:
    day = at.ago(55, "07:30", BERLIN)
    return _exhibit(
        key="de-observation",
        title="Observationsbericht, one day before the building in Kassel",
        kind="report",
        category="document",
        registered_by="jonas@de.demo",
        provenance=Provenance(day, _police, "Street before the office, Kassel", "StPO, longer observation, § 163f"),
        marking=Marking(("H2",), tlp="AMBER_STRICT"),
        releases=(Release(party="NL", level="readable", authorities=("OM",), basis="Agreed between the leaders"),),
        files=uploads(reports.observation("Observationsbericht 12.pdf", day)),
    )
