"""Lantern, the Netherlands: the telephone of suspect A.

Here: exhibits as data. Not here: how the files are made.
"""

from functools import partial

from app.demo import chat, scripts
from app.demo.archive import archive
from app.demo.chat import Conversation
from app.demo.content import Calendar, Content, text
from app.demo.databases import contacts
from app.demo.spec import Exhibit, Marking, Provenance, held, readable, uploads
from app.demo.story import BERLIN, PHONES, ROTTERDAM, imei

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="NL", registered_by="daan@nl.demo")
_PEOPLE = (("T.", PHONES[1]), ("b", PHONES[0]), ("match", PHONES[2]), ("s kast", PHONES[4]), ("moeder", PHONES[3]))


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What the telephone held."""
    return (*_device(at), *_conversations(at), _translation(at))


def _lab(at: Calendar) -> Provenance:
    return Provenance(
        at.ago(39, "14:20", ROTTERDAM),
        "Forensic Laboratory, The Hague (extraction 2026/88)",
        "Laboratory, The Hague",
        "Sv, examination of a seized data carrier, Art. 94 ff., authorised by the investigating judge",
    )


def _lamp_room(at: Calendar) -> Conversation:
    return Conversation(
        room="lamp-room", start=at.ago(47, "18:20", ROTTERDAM), zone=ROTTERDAM, script=scripts.LAMP_ROOM
    )


def _farewell(at: Calendar) -> Conversation:
    return Conversation(room="snuffer", start=at.ago(230, "21:05", ROTTERDAM), zone=ROTTERDAM, script=scripts.FAREWELL)


def _database(at: Calendar) -> Content:
    return contacts("contacts.db", _PEOPLE, at.ago(90, "08:00", ROTTERDAM), _lamp_room(at))


def _device(at: Calendar) -> tuple[Exhibit, ...]:
    lab, database = _lab(at), _database(at)
    device = text(
        "device.json",
        f'{{"imei": "{imei(417003)}", "model": "EX-11", "clock_offset_seconds": 0, "time_zone": "{ROTTERDAM}"}}\n',
        media_type="application/json",
    )
    package = archive(
        "extraction-2026-88.zip",
        lab.acquired_at,
        (
            device,
            database,
            chat.chat_json("chats/lamp-room.json", _lamp_room(at)),
            chat.chat_json("chats/snuffer.json", _farewell(at)),
        ),
    )
    return (
        _exhibit(
            key="nl-phone",
            title="Telephone of suspect A, file-system extraction",
            kind="image",
            category="phone_extraction",
            provenance=lab,
            marking=Marking(("H2", "H3"), "Contains messages of persons who are not suspects. Do not search for them."),
            releases=readable("DE", until=at.ahead(hours=480)),
            files=uploads(package, declared=True),
        ),
        _exhibit(
            key="nl-contacts",
            title="Telephone of suspect A: contacts, calls and messages",
            kind="extract",
            category="phone_extraction",
            provenance=lab.at("15:05"),
            releases=held("DE"),
            files=uploads(database),
        ),
    )


def _conversations(at: Calendar) -> tuple[Exhibit, ...]:
    lab, lamp_room = _lab(at), _lamp_room(at)
    return (
        _exhibit(
            key="nl-lamp-room",
            title="Conversation “lamp-room”, four participants",
            kind="extract",
            category="content_data",
            provenance=lab.at("15:40"),
            registered_by="bram@nl.demo",
            marking=Marking(("H1",)),
            releases=held("DE FR"),
            files=uploads(
                chat.chat_json("lamp-room.json", lamp_room), chat.chat_text("lamp-room.txt", lamp_room), declared=True
            ),
        ),
        _exhibit(
            key="nl-farewell",
            title="Conversation “snuffer”: left the marketplace in March (exculpatory)",
            kind="extract",
            category="content_data",
            provenance=lab.at("15:52"),
            registered_by="noor@nl.demo",
            marking=Marking(("H1",)),
            description="Speaks for the person behind snuffer and against tallow. To be disclosed to the defence; the leader asks to be consulted on when.",
            releases=held("DE FR"),
            files=uploads(chat.chat_text("snuffer.txt", _farewell(at))),
        ),
    )


def _translation(at: Calendar) -> Exhibit:
    kassel = text(
        "lamp-room-kassel.en.txt",
        "Translation from German, by a sworn interpreter (A. D.). Names as written.\n" + scripts.KASSEL_ENGLISH,
    )
    return _exhibit(
        key="nl-translation",
        title="Kassel conversation, English translation",
        kind="translation",
        category="content_data",
        provenance=Provenance(
            at.ago(30, "11:30", BERLIN),
            "Sworn interpreter (A. D.)",
            "Rotterdam",
            "Translation of DE material, JIT agreement, clause on languages",
        ),
        releases=readable("DE FR"),
        files=uploads(kassel),
    )
