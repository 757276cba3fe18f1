"""The legal requests of Operation Lantern, in different states, with times counted back from the building.

The providers and the persons are invented. Identifiers are those of the exhibits, or reserved for documentation.
"""

# ruff: noqa: RUF001 - dashes and quotation marks are intended.

from datetime import datetime
from typing import Final

from app.access.requests.connections import Connection
from app.access.requests.states import Direction, ItemState, RequestState
from app.demo.local_time import BERLIN, PARIS, ROTTERDAM, VIENNA, ZURICH, local
from app.demo.requests import Approved, Days, Ended, Hours, LapsingAfter, Moved, Requested, Station
from app.services.requests.drafting import NewItem

TORONTO: Final = "America/Toronto"
#: The preservation of the earliest request lapses at the first end of a day so many hours after the building.
LAPSES_AFTER: Final = 70
_R, _I = RequestState, ItemState
_ROTTERDAM: Final = "Public Prosecution Service, Rotterdam"
_FRANKFURT: Final = "Prosecutor's Office, Cybercrime Centre, Frankfurt"
_VIENNA: Final = "Public prosecutor's office, Vienna"
_PARIS: Final = "Tribunal judiciaire de Paris, juges d’instruction"
_FACTS: Final = (
    "The marketplace Lantern sold stolen credentials until 24 August 2026. Its front server stood in Haarlem, its"
    " backend in Kassel."
)
_OFFENCE: Final = "Computer fraud and trade in stolen credentials, committed as an organised group"
_EVENING: Final = (local("2026-08-24 18:00", ROTTERDAM), local("2026-08-24 23:59", ROTTERDAM))
_SUMMER: Final = (local("2026-07-01 00:00", ROTTERDAM), local("2026-09-15 23:59", ROTTERDAM))


def _data(
    category: str,
    kind: str,
    identifier: str,
    description: str | None = None,
    span: tuple[datetime, datetime] = _EVENING,
) -> NewItem:
    return NewItem("data", category, kind, identifier, description, *span)


def _connected(address: str, connection: Connection) -> NewItem:
    return NewItem("data", "SUBSCRIBER", "ip", address, connection=connection)


_LAPSING: Final = Requested(
    by="noor@nl.demo",
    instrument="BUDAPEST_29",
    country="CA",
    title="Mailbox of the man behind the front desk: preserve it",
    zone=TORONTO,
    urgent=True,
    items=(_data("CONTENT", "email", "matchbox@mail.test", "Mailbox with its sent messages", _SUMMER),),
    content={
        "authority": "24/7 point of contact, Ottawa",
        "zone": TORONTO,
        "reference": "RK 26/1201",
        "facts": f"{_FACTS} The mailbox received the pay-outs' confirmations.",
        "offence": _OFFENCE,
        "legal_basis": "Budapest Convention, Article 29",
        "purpose": "A request for mutual assistance follows.",
        "confidentiality": "Do not inform the holder of the mailbox before the action day.",
        "language": "en",
        "issuing_authority": _ROTTERDAM,
    },
    steps=(
        Moved(_R.SENT, LapsingAfter(LAPSES_AFTER, 60, "09:30")),
        Station(
            authority="24/7 point of contact, Ottawa",
            when=LapsingAfter(LAPSES_AFTER, 60, "09:40"),
            country="CA",
            channel="24/7 network",
        ),
        Moved(_R.ACKNOWLEDGED, LapsingAfter(LAPSES_AFTER, 60, "10:15")),
        Moved(_I.PRESERVED, LapsingAfter(LAPSES_AFTER, 60), item=1),
    ),
)
_AT_THE_CENTRAL_AUTHORITY: Final = Requested(
    by="noor@nl.demo",
    instrument="MLA_LOR",
    country="US",
    title="Server of the shop's statistics: image and payments",
    zone=ROTTERDAM,
    items=(
        NewItem("search", description="Image of the rented server, with its logs"),
        _data("SUBSCRIBER", "ip", "203.0.113.190", "Customer of the server, and means of payment"),
    ),
    content={
        "authority": "Central authority, Washington",
        "reference": "RK 26/1140",
        "facts": f"{_FACTS} The front server sent its statistics to 203.0.113.190.",
        "offence": _OFFENCE,
        "legal_basis": "Treaty on mutual assistance; the clause is named in the annex",
        "language": "en",
        "issuing_authority": _ROTTERDAM,
    },
    steps=(
        Moved(_R.VALIDATION, Days(40)),
        Moved(_R.TRANSLATION, Days(36)),
        Moved(_R.QUALITY_CHECK, Days(29)),
        Moved(_R.SENT, Days(27)),
        Station(authority="Central authority, The Hague", when=Days(26), country="NL", channel="Courier"),
        Station(
            authority="Central authority, Washington",
            when=Hours(12 * 24 + 2),
            country="US",
            channel="Between central authorities",
            receipt="Delivery",
        ),
    ),
    answer_in=16,
    papers=(("nl-front-log", "annex"),),
)
_PARTLY_REFUSED: Final = Requested(
    by="noor@nl.demo",
    instrument="EPOC",
    country="IE",
    title="Account of the shop at a mail provider in Dublin",
    zone=ROTTERDAM,
    items=(
        _data("SUBSCRIBER", "email", "bougie@mail.test"),
        _data("TRAFFIC", "email", "bougie@mail.test", "Connections with addresses and ports", _SUMMER),
        _data("CONTENT", "email", "bougie@mail.test", "Messages with the address abuse@rechenzentrum.example", _SUMMER),
    ),
    content={
        "authority": "Larkmail Ltd., Dublin",
        "reference": "RK 26/1172",
        "counterpart_reference": "LE-60417",
        "facts": _FACTS,
        "offence": _OFFENCE,
        "legal_basis": "Regulation (EU) 2023/1543",
        "language": "en",
        "issuing_authority": "Investigating judge, Rotterdam",
    },
    steps=(
        Moved(_R.SENT, Days(17)),
        Moved(_R.DELIVERED, Days(16)),
        Moved(_R.ACKNOWLEDGED, Days(15)),
        Moved(_I.DELIVERED, Days(9), item=1),
        Moved(_I.DELIVERED, Days(8), item=2),
        Moved(
            _I.REFUSED,
            Days(7),
            item=3,
            ground="Article 12(1)(a): immunity or privilege",
            reason="The enforcing authority: one of the two correspondents is a lawyer.",
        ),
    ),
)
_EXECUTED: Final = Requested(
    by="daan@nl.demo",
    instrument="EIO",
    country="AT",
    title="Connection behind the backend: subscriber and traffic",
    zone=VIENNA,
    items=(
        _connected(
            "198.51.100.187",
            Connection(
                port=20480,
                port_until=20991,
                protocol="tcp",
                at="2026-08-24T21:14:07.512+02:00",
                zone="Europe/Amsterdam",
                source_line="2026-08-24 21:14:07.512 front CGN 198.51.100.187:20480-20991 -> 203.0.113.80:443 tcp",
            ),
        ),
        _data("TRAFFIC", "ip", "198.51.100.187", "Connections with the front server", _SUMMER),
    ),
    content={
        "authority": _VIENNA,
        "reference": "RK 26/1063",
        "counterpart_reference": "704 St 61/26",
        "facts": f"{_FACTS} 198.51.100.187 signed in to both.",
        "offence": _OFFENCE,
        "legal_basis": "Directive 2014/41/EU",
        "language": "de",
        "issuing_authority": _ROTTERDAM,
        "conditions": "For the proceedings named in the order only. Any other use needs the consent of Vienna.",
    },
    steps=(
        Moved(_R.TRANSLATION, Days(78)),
        Moved(_R.SENT, Days(74)),
        Station(authority=_VIENNA, when=Days(73), country="AT", channel="e-CODEX", receipt="Retrieval"),
        Moved(_R.RETRIEVED, Days(72)),
        Moved(_R.ACKNOWLEDGED, Days(70)),
        Moved(_I.EXECUTING, Days(58), item=1),
        Moved(_I.EXECUTING, Days(57), item=2),
        Moved(_I.DELIVERED, Days(33), item=1),
        Moved(_I.DELIVERED, Days(28), item=2),
    ),
    papers=(("nl-front-log", "annex"), ("nl-translation", "translation")),
)
_FROM_SWITZERLAND: Final = Requested(
    by="noor@nl.demo",
    instrument="MLA_LOR",
    country="CH",
    direction=Direction.IN,
    received=Days(9, "09:05"),
    title="Hearing of the tenant of a storage unit in Rotterdam",
    zone=ROTTERDAM,
    items=(
        NewItem("hearing", description="Hearing of the tenant of storage unit 214, as a witness"),
        NewItem("measure", description="Copy of the lease and of the access records of storage unit 214"),
    ),
    content={
        "authority": "Office of the Attorney General, Bern",
        "reference": "BA 26.0412",
        "facts": "A payment firm in Zürich opened an account in the name of the tenant. The tenant says he knows nothing of it.",
        "offence": "Money laundering",
        "language": "en",
        "confidentiality": "The tenant is not to be told of the account before the hearing.",
    },
    steps=(Moved(_R.ALLOCATED, Days(6)),),
)
_BY_SWITZERLAND: Final = Requested(
    by="noor@nl.demo",
    instrument="MLA_LOR",
    country="CH",
    title="Account at a payment firm in Zürich: statement and opening",
    zone=ZURICH,
    items=(
        _data(
            "SUBSCRIBER",
            "iban",
            "CH9600000041700031200",
            "Holder of the account, and documents of its opening",
            _SUMMER,
        ),
        NewItem("measure", description="Statement of the account, 22 July to 15 September 2026"),
    ),
    content={
        "authority": "Office of the Attorney General, Bern",
        "reference": "RK 26/1088",
        "counterpart_reference": "BA 26.0377",
        "facts": f"{_FACTS} Pay-outs went through this account.",
        "offence": _OFFENCE,
        "legal_basis": "European Convention on Mutual Assistance in Criminal Matters",
        "language": "de",
        "issuing_authority": _ROTTERDAM,
        "conditions": "Only for the offences named in the request. Not for fiscal proceedings.",
    },
    steps=(
        Moved(_R.SENT, Days(66)),
        Station(
            authority="Office of the Attorney General, Bern", when=Days(64), country="CH", channel="Direct, by post"
        ),
        Moved(_R.ACKNOWLEDGED, Days(61)),
        Moved(_I.DELIVERED, Days(31), item=1),
        Moved(_I.DELIVERED, Days(31), item=2),
        Moved(_R.CLOSED, Days(24)),
    ),
    results=(("nl-swiss-opening", 1), ("nl-swiss-account", 2)),
)
_POLICE: Final = Requested(
    by="hugo@fr.demo",
    instrument="SPOC_2023_977",
    country="BE",
    title="Titulaire d’une ligne belge en contact avec le suspect C",
    zone=PARIS,
    items=(
        NewItem("data", "SUBSCRIBER", "telephone", "+32460001234", "Titulaire et adresse de facturation"),
        NewItem("measure", description="Passages du véhicule à la frontière, du 20 au 24 août 2026"),
    ),
    content={
        "authority": "Point de contact unique, Bruxelles",
        "reference": "GN-2026-3318",
        "facts": "La ligne a reçu sept appels du suspect C la veille de la remise à Lyon.",
        "offence": "Escroquerie en bande organisée",
        "legal_basis": "Directive (UE) 2023/977, article 4",
        "language": "fr",
        "issuing_authority": "Gendarmerie, unité cyber",
        "conditions": "Renseignement : l’utilisation comme preuve exige l’accord de l’autorité judiciaire belge.",
    },
    steps=(
        Moved(_R.SENT, Days(13)),
        Moved(_R.ACKNOWLEDGED, Days(12)),
        Moved(_I.DELIVERED, Days(8), item=1),
        Moved(_I.IMPOSSIBLE, Days(8), item=2, reason="Aucun enregistrement n’est conservé pour cette période."),
    ),
)
_FREEZING: Final = Requested(
    by="claire@fr.demo",
    instrument="FREEZING_2018_1805",
    country="LT",
    title="Gel du compte de paiement du suspect C à Vilnius",
    zone=PARIS,
    urgent=True,
    items=(NewItem("freeze", description="Compte de paiement à Vilnius, à hauteur de 41 800 euros"),),
    content={
        "authority": "Autorité d’exécution, Vilnius",
        "reference": "JI 26/0217",
        "facts": "Le suspect C y a reçu sa part des ventes entre juillet et septembre 2026.",
        "offence": "Blanchiment en bande organisée",
        "legal_basis": "Règlement (UE) 2018/1805, article 4",
        "language": "fr",
        "issuing_authority": _PARIS,
    },
    steps=(
        Moved(_R.SENT, Hours(58)),
        Moved(_R.DELIVERED, Hours(54)),
        Moved(_R.ACKNOWLEDGED, Hours(50)),
        Ended("FREEZING_DECIDE", Hours(20)),
        Moved(_I.EXECUTING, Hours(20), item=1),
    ),
)
_TO_BE_CLARIFIED: Final = Requested(
    by="jonas@de.demo",
    instrument="EPOC",
    country="LU",
    title="Cloud storage of the reseller: sign-ins and files",
    zone=BERLIN,
    items=(
        _data("TRAFFIC", "ip", "198.51.100.61"),
        _data("CONTENT", "email", "vertrieb@sexton-hosting.example", "Files in the folder “Kasten”", _SUMMER),
    ),
    content={
        "authority": "Nimbora S.à r.l., Luxembourg",
        "reference": "7741 Js 118/26-4",
        "counterpart_reference": "NIM-2207",
        "facts": _FACTS,
        "offence": _OFFENCE,
        "legal_basis": "Regulation (EU) 2023/1543",
        "language": "de",
        "issuing_authority": "Local Court of Frankfurt, investigating judge",
    },
    steps=(
        Moved(_R.SENT, Days(6)),
        Moved(_R.DELIVERED, Days(5)),
        Moved(
            _R.CLARIFICATION_REQUESTED,
            Days(2),
            reason="In which time zone are the hours of item 1, and which source port was used?",
        ),
    ),
)
_DRAFT: Final = Requested(
    by="lena@de.demo",
    instrument="EIO",
    country="PL",
    title="Search of a garage near Szczecin",
    zone=BERLIN,
    items=(NewItem("search", description="Garage with the reseller's spare hardware"),),
    content={
        "reference": "7741 Js 118/26-5",
        "facts": f"{_FACTS} The reseller rents a garage near Szczecin.",
        "offence": _OFFENCE,
        "legal_basis": "Directive 2014/41/EU",
        "issuing_authority": _FRANKFURT,
    },
    approval=Approved("jonas@de.demo", "Head of the public prosecution office", "A second search is planned nearby."),
)
_WITHDRAWN: Final = Requested(
    by="bram@nl.demo",
    instrument="BUDAPEST_29",
    country="US",
    title="Paste service: preserve three pages",
    zone=ROTTERDAM,
    items=(_data("CONTENT", "url", "https://paste.example/lmp7", "The page with its versions"),),
    content={
        "authority": "24/7 point of contact, Washington",
        "reference": "RK 26/1195",
        "facts": _FACTS,
        "offence": _OFFENCE,
        "legal_basis": "Budapest Convention, Article 29",
        "language": "en",
        "issuing_authority": _ROTTERDAM,
    },
    steps=(
        Moved(_R.SENT, Days(20)),
        Moved(_R.WITHDRAWN, Days(18), reason="The pages are on the seized stick; nothing more is needed."),
    ),
)
_TO_A_PROVIDER: Final = Requested(
    by="bram@nl.demo",
    instrument="DIRECT_PROVIDER",
    country="US",
    title="Registrant of the shop's second domain",
    zone=ROTTERDAM,
    items=(_data("SUBSCRIBER", "domain", "lantern-market.example", "Registrant, payments, and other domains"),),
    content={
        "authority": "Fernhill Domains Inc., Denver",
        "zone": "America/Denver",
        "reference": "POL 26-4471",
        "facts": _FACTS,
        "offence": _OFFENCE,
        "legal_basis": "Voluntary disclosure by the provider",
        "language": "en",
        "issuing_authority": "National Police, High Tech Crime",
    },
    steps=(Moved(_R.SENT, Days(4)), Moved(_R.ACKNOWLEDGED, Days(3))),
    answer_in=9,
)
_SHARED: Final = Requested(
    by="claire@fr.demo",
    instrument="EIO",
    country="AT",
    title="Audition du revendeur de Linz en présence d’un magistrat français",
    zone=PARIS,
    items=(
        NewItem("hearing", description="Audition du revendeur comme témoin, avec les questions jointes"),
        NewItem("measure", description="Copie de ses factures au suspect C"),
    ),
    content={
        "authority": "Parquet de Vienne",
        "reference": "JI 26/0203",
        "facts": "Le revendeur a loué au suspect C le relais de messagerie de Lyon.",
        "offence": "Complicité d’escroquerie en bande organisée",
        "legal_basis": "Directive 2014/41/UE",
        "language": "de",
        "issuing_authority": _PARIS,
        "confidentiality": "Le suspect C ne doit pas avoir connaissance de l’audition.",
    },
    steps=(
        Moved(_R.TRANSLATION, Days(23)),
        Moved(_R.SENT, Days(19)),
        Moved(_R.DELIVERED, Days(18)),
        Moved(_R.ACKNOWLEDGED, Days(16)),
        Moved(_I.EXECUTING, Days(10), item=1),
    ),
    releases=(("DE", "content"), ("NL", "existence")),
)
#: In the order in which they are made. The list of requests shows the last one first.
REQUESTS: Final = (
    _EXECUTED,
    _BY_SWITZERLAND,
    _AT_THE_CENTRAL_AUTHORITY,
    _SHARED,
    _WITHDRAWN,
    _PARTLY_REFUSED,
    _POLICE,
    _FROM_SWITZERLAND,
    _TO_BE_CLARIFIED,
    _TO_A_PROVIDER,
    _FREEZING,
    _DRAFT,
    _LAPSING,
)
