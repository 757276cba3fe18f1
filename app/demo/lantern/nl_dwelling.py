"""Lantern, the Netherlands: the dwelling of suspect A and what lay in it.

Here: exhibits as data. Not here: how the files are made.
"""

# ruff: noqa: RUF001 - dashes and quotation marks are meant as such.

from functools import partial

from app.demo import photographs, protocols
from app.demo.content import Calendar, Content
from app.demo.document import Paper
from app.demo.spec import Exhibit, Provenance, held, listed, readable, uploads
from app.demo.story import ROTTERDAM

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="NL", registered_by="daan@nl.demo")
_police = "National Police, High Tech Crime (T-417)"
_NOTES = [
    "front  .66  ->  backend  .23",
    "keys on LAMPKIT stick",
    "tallow 12 %   bougie 8 %",
    "matchbox - ZH - new account!!",
    "friday 14:00 UTC payout",
    "batch 31  4196",
    "batch 32  3850 ?",
    "call S. about the rack",
    "do NOT reuse the old wallet",
]


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What the search of the dwelling brought."""
    home = _home(at)
    return (*_papers(home), *_things(home))


def _home(at: Calendar) -> Provenance:
    return Provenance(
        at.ago(41, "06:20", ROTTERDAM),
        _police,
        "Dwelling R-1, Rotterdam",
        "Code of Criminal Procedure (Sv), search by the investigating judge, Art. 110 ff.",
    )


def _protocol(home: Provenance) -> Content:
    paper = Paper(
        authority="Politie – Team High Tech Crime",
        reference="NL/PV/0412",
        title="",
        created=home.at("13:30").acquired_at,
        marking="TLP:AMBER",
        language="nl",
    )
    items = (
        ("3", "Telefoon, zwart, scherm gebarsten, aan; bureau in werkkamer", "NL-00417"),
        ("5", "Notitieblok, 1 beschreven blad; bureau, bovenste lade", "NL-00419"),
        ("7", "2 USB-sticks, zwart (LAMPKIT, uit kast kade-14) en rood; jaszak", "NL-00431"),
        ("8", "Laptop, uit, zonder schijf; boekenkast", "NL-00432"),
        ("9", "Huurcontract serverkast, 3 bladen; map «diversen»", "NL-00433"),
    )
    remark = "De klok van de telefoon liep gelijk. Het toestel is om 06:34 in een afschermende zak gedaan."
    return protocols.seizure("PV-0412 doorzoeking.pdf", paper, home, items, (remark,))


def _papers(home: Provenance) -> tuple[Exhibit, ...]:
    return (
        _exhibit(
            key="nl-seizure",
            title="Proces-verbaal van doorzoeking, woning R-1",
            kind="report",
            category="document",
            provenance=home,
            registered_by="noor@nl.demo",
            releases=held("DE FR"),
            files=uploads(_protocol(home), declared=True),
        ),
        _exhibit(
            key="nl-notes",
            title="Page of notes from the desk, photograph",
            kind="extract",
            category="document",
            provenance=home.at("07:02", "study"),
            releases=readable("DE"),
            files=uploads(photographs.notes("notitie-5.jpg", home.at("07:02").acquired_at, lines=_NOTES, number=5)),
        ),
    )


def _things(home: Provenance) -> tuple[Exhibit, ...]:
    return (
        _exhibit(
            key="nl-phone-photo",
            title="Telephone on the desk as found, screen lit",
            kind="extract",
            category="photograph",
            provenance=home.at("06:31", "study"),
            releases=readable("DE FR"),
            files=uploads(
                photographs.phone(
                    "telefoon-3.jpg",
                    home.at("06:31").acquired_at,
                    title="lamp-room (4)",
                    bubbles=(
                        (False, "batch 31 is up\n4 200 sets, de + nl"),
                        (False, "friday 14:00 utc"),
                        (True, "which wallet"),
                        (False, "the same as last week"),
                        (True, "I thought we never\nuse one twice"),
                        (False, "this one we do"),
                    ),
                    label=("NL 26-0412 / 3", "Telefoon, zwart", "werkkamer, 06:31", "Zegel NL-00417"),
                    number=3,
                )
            ),
        ),
        _exhibit(
            key="nl-sticks",
            title="Two USB sticks, sealed",
            kind="physical",
            category="device",
            provenance=home.at("07:15", "hall"),
            releases=listed("DE FR"),
            description="The objects themselves are in the property store in Rotterdam; the file is the photograph at sealing.",
            files=uploads(
                photographs.bag(
                    "zegel-431.jpg",
                    home.at("07:15").acquired_at,
                    label=("NL 26-0412 / 7", "2 USB-sticks, 16 GB"),
                    seal="NL-00431",
                    number=7,
                )
            ),
        ),
    )
