"""Lantern, France: the mail relay, an intercepted line, the victims' list.

Here: exhibits as data. Not here: how the files are made.
"""

# ruff: noqa: RUF001 - dashes and quotation marks are meant as such.

from functools import partial

from app.demo import answers, chat, logs, scripts, sound, table
from app.demo.capture import Scene, capture
from app.demo.chat import Conversation
from app.demo.content import Calendar, text
from app.demo.spec import Exhibit, Marking, Provenance, Release, held, listed, readable, uploads
from app.demo.story import CLIENTS, IBAN_FR, PARIS, PHONES, RELAY

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="FR", registered_by="hugo@fr.demo")
_judge = "claire@fr.demo"
_TRANSCRIPT = (
    "20:14:06  compose 3998#\n20:14:29  voix 1 : « vendredi, 16 heures, ici »\n"
    "20:14:33  voix 2 : « même portefeuille ? »\n20:14:35  voix 1 : « pas au téléphone »\n20:14:36  fin\n"
)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What providers answered and lines carried."""
    return (*_relay(at), _subscriber(at), *_line(at), _victims(at))


def _relay(at: Calendar) -> tuple[Exhibit, ...]:
    host = Provenance(
        at.ago(46, "09:30", PARIS),
        "Gendarmerie, Cyber Unit (G-119)",
        "Hosting provider, Roubaix",
        "CPP, requisition of data by the investigating judge, art. 99-3",
    )
    log = logs.mail_log("relay-mail.log", at.ago(48, "00:00", PARIS), 260, host="relay")
    scene = Scene("relay.lantern.example", RELAY, "192.0.2.53", CLIENTS[2:5], paths=("/", "/queue", "/queue/held"))
    evening = at.ago(46, "20:00", PARIS)
    return (
        _exhibit(
            key="fr-relay-log",
            title="Mail relay, log of one day",
            kind="extract",
            category="traffic_data",
            provenance=host,
            releases=(*held("NL"), *readable("DE")),
            files=uploads(log, declared=True),
        ),
        _exhibit(
            key="fr-relay-capture",
            title="Mail relay, administration page in the clear",
            kind="working_copy",
            category="network_capture",
            registered_by=_judge,
            provenance=host.at("20:00"),
            marking=Marking(("H2",)),
            releases=(*held("DE"), *readable("NL")),
            files=uploads(capture("relais-admin.pcap", evening, scene), declared=True),
        ),
    )


def _subscriber(at: Calendar) -> Exhibit:
    order = Provenance(
        at.ago(57, "16:05", PARIS),
        "Gendarmerie, by requisition",
        "Access provider, Lyon",
        "CPP, requisition, art. 60-1 s.",
    )
    who = answers.Subscriber(
        provider="Rhône Accès",
        reference="RA-112-26",
        account="RA-0417",
        name="C. Exemple (as entered)",
        mail="bougie@mail.test",
        phone=PHONES[0],
        address="1 rue de l’Exemple, 00000 Lyon",
        paid_by=IBAN_FR,
        answered=order.acquired_at,
    )
    letter = answers.subscriber_text(
        "RA-112-26 réponse.txt",
        who,
        salutation="En réponse à votre réquisition :",
        closing="Les connexions de plus d’un an ne sont pas conservées.",
    )
    return _exhibit(
        key="fr-subscriber",
        title="Subscriber of the line on the quay, provider's answer",
        kind="extract",
        category="subscriber_data",
        provenance=order,
        releases=held("NL DE"),
        files=uploads(letter, answers.subscriber_json("RA-112-26.json", who)),
    )


def _line(at: Calendar) -> tuple[Exhibit, ...]:
    tap = Provenance(
        at.ago(38, "20:14", PARIS),
        "Gendarmerie, interception centre",
        "Interception centre, Paris",
        "CPP, interception ordered by the investigating judge, art. 100 s.",
    )
    secret = Marking(("H1", "H3"), "Interception: no transcript leaves the judge's file. Listen on the premises only.")
    greek = Conversation(room="lychnari", start=at.ago(45, "18:10", PARIS), zone=PARIS, script=scripts.LYCHNARI)
    return (
        _exhibit(
            key="fr-call",
            title="Intercepted call, 30 seconds, with transcript",
            kind="working_copy",
            category="interception",
            registered_by=_judge,
            provenance=tap,
            marking=secret,
            releases=readable("DE", not_before=at.ahead(hours=24 * 8)),
            files=uploads(sound.recording("appel-20-14.wav", "3998#"), text("appel-20-14.txt", _TRANSCRIPT)),
        ),
        _exhibit(
            key="fr-lychnari",
            title="Conversation in Greek, English and French with a buyer",
            kind="extract",
            category="content_data",
            provenance=tap.at("23:10"),
            marking=Marking(("H1",)),
            releases=(Release(party="NL", level="held", purposes=("JIT_PURPOSE", "OTHER_OFFENCE_WITH_CONSENT")),),
            files=uploads(chat.chat_json("lychnari.json", greek), chat.chat_text("lychnari.txt", greek), declared=True),
        ),
    )


def _victims(at: Calendar) -> Exhibit:
    return _exhibit(
        key="fr-victims",
        title="Accounts of French customers found on the marketplace",
        kind="extract",
        category="other",
        provenance=Provenance(
            at.ago(22, "12:30", PARIS), "Gendarmerie, Cyber Unit (G-119)", "Desk analysis, Paris", "CPP, general"
        ),
        marking=Marking(
            ("H2", "H3"), "Victims are informed by France alone. Do not contact them, do not count them aloud."
        ),
        releases=listed("NL DE"),
        files=uploads(table.offers("comptes-victimes.csv", 300)),
    )
